import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseTypeNames } from '@app/cases';
import { defaultUnits } from '@app/config';
import { SqliteEventStore } from '@app/event-store';
import { firstLine, killAtOnce, runInChild, temporaryFolders } from '@app/testing';
import { templateOf } from './header';
import { type ImportRequest, runImport } from './run-import';

const newFolder = temporaryFolders();

let stderr: jest.SpyInstance;
beforeEach(() => {
  stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => stderr.mockRestore());

const run = async (content: string | Uint8Array, particulars: Partial<ImportRequest> & { folder?: string } = {}) => {
  const { folder = newFolder(), ...differs } = particulars;
  const format = differs.format ?? 'csv';
  const file = join(newFolder(), `year.${format}`);
  writeFileSync(file, content);
  const lines: string[] = [];
  const request = { file, format, said: { source: 'urn:old' }, office: 'gov-office', dryRun: false, skipBad: false, ...differs };
  const code = await runImport(request, { dataFolder: folder, units: defaultUnits }, (text) => lines.push(text));
  return { code, lines, folder, file, text: lines.join('\n') };
};

const header = 'number,type,received_at,channel,kind,matter,text,routed_at,unit,signed_in_at,answered_at,answer';
const good = (number: number): string =>
  `C${number},complaint,2017-03-02,phone,help,供水,停水,2017-03-02,water-resources,2017-03-03,2017-03-06,已修复`;
const csv = (...lines: readonly string[]): string => `${[header, ...lines].join('\r\n')}\r\n`;

/** More than is kept in memory between the check and the recording. */
const more = Array.from({ length: 700 }, (_, index) => good(index).replace('停水', '停水'.repeat(1_000)));

const secret = '停水三天，张三丰家，电话13800001234';

const headOf = async (folder: string): Promise<number> => {
  const store = SqliteEventStore.open(folder, { readOnly: true });
  const head = await store.head();
  await store.close();
  return head;
};

const streamsIn = async (folder: string): Promise<readonly string[]> => {
  const store = SqliteEventStore.open(folder, { readOnly: true });
  const events = await store.readAll(0, 100_000);
  await store.close();
  return events.map(({ stream }) => stream).filter((stream) => stream.startsWith('complaint-'));
};

describe('the import of a file', () => {
  it.each(caseTypeNames)('takes the template of a %s as it is printed', async (type) => {
    const { code, lines } = await run(templateOf(type, 'urn:old'));
    expect([code, lines.slice(0, -2).length]).toEqual([0, 1]);
    expect(lines.at(-2)).toContain('已导入1件办件');
  });

  it('reads CSV with a mark at its beginning, quoted cells of several lines, and blank lines', async () => {
    const quoted = good(1).replace('停水', '"停水，\r\n""三天"""');
    const { code, text } = await run(`\uFEFF${csv(quoted, '', good(2))}`);
    expect([code, text]).toEqual([0, expect.stringContaining('已导入2件办件、8条事件')]);
  });

  it('reads NDJSON', async () => {
    const steps = [{ command: 'register', at: '2017-03-02', data: { channel: 'phone', kind: 'help', matter: '供水', text: '停水' } }];
    const lines = ['1', '2'].map((number) => JSON.stringify({ type: 'complaint', number, steps }));
    const { code, text } = await run(`\uFEFF${lines.join('\n')}`, { format: 'ndjson' });
    expect([code, text]).toEqual([0, expect.stringContaining('已导入2件办件、2条事件')]);
  });

  it('lists every problem by its line and imports nothing', async () => {
    const { code, lines, folder } = await run(
      csv(
        good(1),
        good(2).replace('phone', 'pigeon').replace('water-resources', 'moon-base'),
        good(3).replace('2017-03-06', '2017-03-01'),
        good(4).replace('2017-03-06', '2117-03-01'),
        good(1),
        `"C6\r\n",complaint`,
        good(7),
      ),
    );
    expect(code).toBe(1);
    expect(lines.filter((line) => line.startsWith('第'))).toEqual([
      expect.stringMatching(/^第3行 line 3: \/channel 无效选项.*；\/unit 没有单位 moon-base \(there is no unit moon-base\)$/),
      '第4行 line 4: /answered_at 早于前一步 (lies before the step that precedes it)',
      '第5行 line 5: /answered_at 晚于现在 (lies in the future)',
      '第6行 line 6: /number 与第2行编号重复 (repeats the number of line 2)',
      '第7行 line 7: 有2格，应有12格 (has 2 cells, and the header 12)',
    ]);
    expect(await headOf(folder)).toBe(0);
  });

  it('leaves out what is wrong when it is told to, and says so by its exit code', async () => {
    const { code, text, folder } = await run(csv(good(1), good(2).replace('phone', 'pigeon'), good(3)), { skipBad: true });
    expect([code, text]).toEqual([1, expect.stringContaining('已导入2件办件、8条事件')]);
    expect(new Set(await streamsIn(folder)).size).toBe(2);
  });

  it('only looks when it is told to, and makes no folder for it', async () => {
    const folder = join(newFolder(), 'data');
    const { code, text } = await run(csv(...more), { dryRun: true, folder });
    expect([code, text]).toEqual([0, expect.stringContaining('仅检查，未导入')]);
    expect(existsSync(folder)).toBe(false);
    expect((await run(csv(good(1).replace('phone', 'pigeon')), { dryRun: true, folder })).code).toBe(1);
  });

  it('looks at what is there already', async () => {
    const { folder } = await run(csv(good(1)));
    const { code, text } = await run(csv(good(1).replace('已修复', '没有修')), { dryRun: true, folder });
    expect([code, text]).toEqual([1, expect.stringContaining('第2行 line 2: /number 该编号的办件已在系统中，内容不同')]);
  });

  it('that was done before records nothing', async () => {
    const { folder } = await run(csv(good(1), good(2)));
    const head = await headOf(folder);
    const { code, text } = await run(csv(good(1), good(2)), { folder });
    expect([code, text]).toEqual([0, expect.stringContaining('已导入0件办件、0条事件')]);
    expect(text).toContain('2件此前已在系统中');
    expect(await headOf(folder)).toBe(head);
  });

  it.each([
    ['a header that is none', 'a,b\r\n1,2\r\n', /没有这一列：“a”.*缺少列：number/s],
    ['one of another encoding', Buffer.from([0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0x0a]), /不是UTF-8编码/],
    ['an empty file', '', /文件是空的/],
    ['a quotation mark that is not closed', csv(good(1), good(2).replace('停水', '"停水')), /第\d+行 .*引号不成对/],
  ])('is refused whole for %s', async (_, content, message) => {
    const { code, text } = await run(content, { skipBad: true });
    expect([code, text]).toEqual([1, expect.stringMatching(message)]);
  });

  it('is refused while a server has the folder', async () => {
    const { folder } = await run(csv(good(1)));
    const server = SqliteEventStore.open(folder);
    await expect(run(csv(good(2)), { folder })).rejects.toThrow('请先停止服务再导入');
    await server.close();
  });

  it.each([
    ['done', csv(...more), 0],
    ['refused', csv(...more, good(1)), 1],
    ['broken off in its last line', csv(...more, good(-1).replace('停水', '"停水')), 1],
  ])('leaves nothing beside log and keys, even of a file that does not fit into memory: %s', async (_, content, expected) => {
    const { code, folder } = await run(content);
    expect(code).toBe(expected);
    expect(existsSync(join(folder, 'import.spool'))).toBe(false);
  });

  it('only looking, too, removes what one that was killed has left', async () => {
    const { folder } = await run(csv(good(1)));
    writeFileSync(join(folder, 'import.spool'), 'left over');
    await run(csv(good(2)), { folder, dryRun: true });
    expect(existsSync(join(folder, 'import.spool'))).toBe(false);
  });

  it('that was killed goes on when it is started again, with every case once and whole', async () => {
    const folder = newFolder();
    const cases = 3_000;
    const content = csv(...Array.from({ length: cases }, (_, index) => good(index).replace('停水', secret)));
    const file = join(newFolder(), 'year.csv');
    writeFileSync(file, content);
    const child = runInChild(`
      const { checkLines, importCases } = require('${join(__dirname, 'import-file')}');
      const { openFolder } = require('${join(__dirname, 'open-folder')}');
      const { readCsv } = require('${join(__dirname, 'csv')}');
      const { openSpool } = require('${join(__dirname, 'spool')}');
      const { CaseImporter } = require('@app/case-handling');
      const { defaultUnits } = require('@app/config');
      (async () => {
        const folder = await openFolder({ dataFolder: ${JSON.stringify(folder)}, units: defaultUnits }, false);
        const importer = new CaseImporter({ ...folder, now: new Date(), office: 'gov-office' });
        const spool = openSpool(${JSON.stringify(folder)});
        await checkLines(readCsv(${JSON.stringify(file)}, { source: 'urn:old' }, () => undefined), importer, console.error, spool);
        await importCases(spool, importer, (done) => console.log(done));
      })();`);
    const done = Number(await firstLine(child));
    await killAtOnce(child);
    const leftover = readFileSync(join(folder, 'import.spool'));
    expect(leftover.length).toBeGreaterThan(2 ** 20);
    for (const text of [secret, 'ComplaintRegistered', '已修复', 'water-resources'])
      for (const encoding of ['utf8', 'utf16le'] as const) expect(leftover.includes(text, 0, encoding)).toBe(false);
    const before = (await streamsIn(folder)).length / 4;
    expect(before).toBeGreaterThanOrEqual(done);
    expect(before).toBeLessThan(cases);

    const { code, text } = await run(content, { folder });
    expect(existsSync(join(folder, 'import.spool'))).toBe(false);
    expect([code, text]).toEqual([0, expect.stringContaining(`已导入${cases - before}件办件、${(cases - before) * 4}条事件`)]);
    const streams = await streamsIn(folder);
    expect([streams.length, new Set(streams).size]).toEqual([cases * 4, cases]);
  });
});
