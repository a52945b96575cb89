import { createReadStream } from 'node:fs';
import type { CaseTypeName } from '@app/cases';
import { CsvError, parse } from 'csv-parse';
import { caseOfRow, notUtf8 } from './csv-case';
import { readHeader } from './header';
import { BrokenFile, type Line, lostText, type Said } from './line';

/** Longer than any case; what is longer has a quotation mark that is never closed. */
const longestRow = 2 ** 22;

interface Row {
  readonly record: readonly string[];
  readonly info: { readonly lines: number; readonly empty_lines: number };
}

/** The cases of a CSV file, one after the other. `progress` is told the bytes read. @throws BrokenFile */
export async function* readCsv(file: string, said: Said, progress: (bytes: number) => void): AsyncGenerator<Line> {
  const bytes = createReadStream(file);
  const rows = bytes.pipe(parse({ bom: true, relax_column_count: true, skip_empty_lines: true, info: true, max_record_size: longestRow }));
  bytes.on('error', (error) => rows.destroy(error));
  let columns: readonly string[] | undefined;
  let before = { lines: 0, empty_lines: 0 };
  try {
    for await (const { record, info } of rows as AsyncIterable<Row>) {
      // A text may have lines of its own: the case is where it begins.
      const line = before.lines + 1 + info.empty_lines - before.empty_lines;
      before = info;
      if (columns) yield caseOfRow(line, columns, record, said);
      else columns = columnsIn(record, said.type as CaseTypeName | undefined);
      progress(bytes.bytesRead);
    }
  } catch (error) {
    if (error instanceof CsvError) throw new BrokenFile(brokenAt(error));
    throw error;
  } finally {
    bytes.destroy();
  }
  if (!columns) throw new BrokenFile('文件是空的 (the file is empty)');
}

const columnsIn = (titles: readonly string[], type: CaseTypeName | undefined): readonly string[] => {
  const header = titles.some((title) => title.includes(lostText)) ? { wrong: [notUtf8] } : readHeader(titles, type);
  if ('wrong' in header) throw new BrokenFile(header.wrong.map(({ zh, en }) => `${zh} (${en})`).join('\n'));
  return header;
};

const brokenAt = (error: CsvError): string => {
  const { lines } = error as unknown as { lines?: number };
  return `第${lines ?? '?'}行 line ${lines ?? '?'}: 引号不成对，此后无法读取 (a quotation mark is not closed or stands in the wrong place; nothing after it can be read): ${error.code}`;
};
