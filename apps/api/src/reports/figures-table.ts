import { isUtf8 } from 'node:buffer';
import { UnusableTable } from '@app/case-handling';
import { say, type Sentence } from '@app/cases';
import { CsvError, parse } from 'csv-parse/sync';

const refuse = (line: number, said: Sentence): UnusableTable =>
  new UnusableTable(say(`第${line}行：${said.zh}`, `line ${line}: ${said.en}`), [{ line, said }]);

const unreadable = say('文件须为 UTF-8 或 GB18030 编码的 CSV 文件', 'the file must be CSV in UTF-8 or GB18030');

/** UTF-8 with or without a byte-order mark; else what spreadsheets save on a Chinese Windows. @throws UnusableTable */
const textOf = (bytes: Buffer): string => {
  try {
    const text = new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'gb18030', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
  }
  throw refuse(1, unreadable);
};

/** Takes away the apostrophe by which a text was made harmless for spreadsheets when it was given out. */
const unguarded = (text: string): string => text.replace(/^'(?=[=+\-@＝＋－＠])/, '');

/** The fields of every line, the header first. @throws UnusableTable when the bytes are no CSV */
export const recordsIn = (bytes: Buffer): readonly (readonly string[])[] => {
  try {
    const records: string[][] = parse(textOf(bytes), { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true });
    return records.map((fields) => fields.map(unguarded));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refuse(
      // The line after the last one that could be read: where the quote begins, and not where the file ends.
      Number(error.records) + 1,
      say('引号不成对；含引号、逗号或换行的内容须用双引号括起，其中的引号写两遍', `the quotes do not match (${error.message})`),
    );
  }
};
