import { toCsv } from '@app/reports';
import { UnusableTable } from '@app/case-handling';
import { recordsIn } from './figures-table';

const read = (text: string | Uint8Array) => recordsIn(Buffer.from(text as string));

const refusalOf = (bytes: string | Uint8Array): UnusableTable => {
  try {
    read(bytes);
  } catch (error) {
    if (error instanceof UnusableTable) return error;
    throw error;
  }
  throw new Error('the table was read');
};

describe('a table as CSV', () => {
  const table = [
    ['代码', '数值'],
    ['staff', '140'],
  ];

  it.each([
    ['UTF-8', Buffer.from('代码,数值\r\nstaff,140\r\n')],
    ['UTF-8 with a byte-order mark', Buffer.from('\uFEFF代码,数值\r\nstaff,140\r\n')],
    ['GB18030', Buffer.concat([Buffer.from([0xb4, 0xfa, 0xc2, 0xeb, 0x2c, 0xca, 0xfd, 0xd6, 0xb5]), Buffer.from('\r\nstaff,140\r\n')])],
  ])('is read in %s', (_, bytes) => expect(read(bytes)).toEqual(table));

  it('is read with four-byte characters of GB18030', () => {
    const bytes = Buffer.concat([Buffer.from('a,'), Buffer.from([0x95, 0x32, 0x82, 0x36]), Buffer.from([0xb4, 0xfa])]);
    expect(read(bytes)).toEqual([['a', '𠀀代']]);
  });

  it.each([
    ['lines that end as on Windows, Unix and old Macs, mixed', '代码,数值\r\nstaff,140\n', table],
    ['no end of the last line', '代码,数值\rstaff,140', table],
    ['lines of different length, and empty ones', 'a,b\n\n1\n1,2,3\n', [['a', 'b'], [''], ['1'], ['1', '2', '3']]],
    ['quoted commas, quotes and line ends', '"a,1","b""2","c\r\n3"\n', [['a,1', 'b"2', 'c\r\n3']]],
    ['nothing', '', []],
  ])('may have %s', (_, text, records) => expect(read(text)).toEqual(records));

  it('gives back the texts that were made harmless for a spreadsheet when they were given out', () => {
    const texts = ['=1+1', '+86', '-', '@a', '＝1', "it's", "'quoted'"];
    expect(read(toCsv([texts]))).toEqual([texts]);
  });

  it('keeps a text that begins like a formula as a text', () => expect(read('=1+1,-5\n')).toEqual([['=1+1', '-5']]));

  it.each([
    ['UTF-16', Buffer.from('\uFEFFcode,value\n', 'utf16le')],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff])],
    ['a NUL', Buffer.from('code,value\0\n')],
  ])('is refused when it is %s', (_, bytes) => expect(refusalOf(bytes).detail.zh).toContain('UTF-8 或 GB18030'));

  it.each([
    ['is never closed', 'code,value\nstaff,"140\nfees,1\n', 2],
    ['stands inside of a field', 'code,value\nst"aff,140\n', 2],
    ['is followed by something', 'code,value\n"staff"x,140\n', 2],
  ])('is refused with the line in which a quote %s', (_, text, line) => {
    const { problems, detail } = refusalOf(text);
    expect(problems).toEqual([{ line, said: expect.anything() }]);
    expect(detail.zh).toContain(`第${line}行：引号不成对`);
  });

  it('may have ten thousand lines', () => {
    const records = read(`code,value\n${'staff,"1,4"\n'.repeat(10_000)}`);
    expect([records.length, records[10_000]]).toEqual([10_001, ['staff', '1,4']]);
  });
});
