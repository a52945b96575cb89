import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolders } from '@app/testing';
import fc from 'fast-check';
import { openSpool, type Texts } from './spool';

const newFolder = temporaryFolders();

const fileOf = (folder: string): string => join(folder, 'import.spool');

const spoolOf = (rows: readonly Texts[], most: number, folder = newFolder()) => {
  const spool = openSpool(folder, most);
  for (const texts of rows) spool.add(texts);
  return spool;
};

const rowsOfTexts = fc.array(fc.array(fc.option(fc.string({ unit: 'binary' }), { nil: undefined })), { maxLength: 60 });

describe('a spool', () => {
  it('gives back what was put in, in its order, however much of it is on the disk', () => {
    const folder = newFolder();
    fc.assert(
      fc.property(rowsOfTexts, fc.integer({ min: 1, max: 300 }), (rows, most) => {
        const spool = spoolOf(rows, most, folder);
        expect([...spool.all()]).toEqual(rows);
        spool.remove();
      }),
    );
  });

  it('of more than a chunk comes back the same', () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => [`${index}`, '路灯不亮'.repeat(200), undefined]);
    const folder = newFolder();
    const spool = openSpool(folder);
    for (const texts of rows) spool.add(texts);
    expect(readFileSync(fileOf(folder)).length).toBeGreaterThan(2 ** 21);
    expect([...spool.all()]).toEqual(rows);
    spool.remove();
  });

  it('needs no file while it is small', () => {
    const folder = newFolder();
    expect([...spoolOf([['a']], 100, folder).all()]).toEqual([['a']]);
    expect(existsSync(fileOf(folder))).toBe(false);
  });

  it('has nothing in clear on the disk, whatever way the text is written', () => {
    const folder = newFolder();
    const spool = spoolOf([['张三丰', 'ComplaintRegistered', '{"phone":"13800001234"}']], 1, folder);
    const bytes = readFileSync(fileOf(folder));
    expect(bytes.length).toBeGreaterThan(30);
    for (const text of ['张三丰', 'Complaint', '13800001234'])
      for (const encoding of ['utf8', 'utf16le'] as const) expect(bytes.includes(text, 0, encoding)).toBe(false);
    spool.remove();
  });

  it('is encrypted anew every time: the same content is other bytes', () => {
    const contents = ['a', 'b'].map(() => {
      const folder = newFolder();
      spoolOf([['张三丰']], 1, folder);
      return readFileSync(fileOf(folder)).toString('hex');
    });
    expect(contents[0]).not.toBe(contents[1]);
  });

  it('does not open when a byte of it was altered, or its end is missing', () => {
    const folder = newFolder();
    const spool = spoolOf([['a'], ['b']], 1, folder);
    const bytes = readFileSync(fileOf(folder));
    const altered = Buffer.from(bytes);
    altered.writeUInt8(altered.readUInt8(3) ^ 1, 3);
    writeFileSync(fileOf(folder), altered);
    expect(() => [...spool.all()]).toThrow(/authenticate/);
    writeFileSync(fileOf(folder), bytes.subarray(0, -1));
    expect(() => [...spool.all()]).toThrow('ends too early');
    writeFileSync(fileOf(folder), bytes);
    expect([...spool.all()]).toEqual([['a'], ['b']]);
    spool.remove();
    spool.remove();
    expect(existsSync(fileOf(folder))).toBe(false);
    expect(() => [...spool.all()]).toThrow('has been removed');
  });
});
