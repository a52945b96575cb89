import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { checkReportFiles, type CheckOptions } from './report-check';
import { wrapped } from './report-wrapped';

const published = (id: string): string => join(__dirname, `../../../../test/fixtures/reports/${id}.json`);

class Heard extends Writable {
  text = '';
  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

const check = (files: readonly string[], options: Partial<CheckOptions> = {}) => {
  const [out, problems] = [new Heard(), new Heard()];
  const code = checkReportFiles({ files, all: false, json: false, out, problems, ...options });
  return { code, out: out.text, problems: problems.text };
};

const lastLine = (text: string): string | undefined => text.trim().split('\n').at(-1);

describe('report check', () => {
  it('shows what does not balance, and says so with its exit code', () => {
    const { code, out } = check([published('hongze-2023')]);
    expect(code).toBe(1);
    expect(out).toMatch(/b4:reconsideration .* 0 │\s+11 │\s+-11 │ 不平/);
    expect(out).toMatch(/b4:litigation-after .* 0 │\s+5 │\s+-5 │ 不平/);
    expect(out).not.toContain('通过 ');
    expect(lastLine(out)).toMatch(/^核对1份报告：通过39，不平2，提示0，无法判断0 /);
  });

  it.each([[['hongze-2024', 'hongze-2023']], [['hongze-2023', 'hongze-2024']]])(
    'sets the years of one agency beside each other, in any order: %j',
    (ids) => {
      const { out } = check(ids.map(published), { all: true });
      expect(out).toMatch(/hongze-2024 .* 上年：hongze-2023/);
      expect(out).toMatch(/c1:total .* 0 │\s+0 │\s+0 │ 通过/);
      expect(out).toMatch(/c2:normative-documents .* 8 │\s+8 │\s+0 │ 通过/);
      expect(lastLine(out)).toMatch(/^核对2份报告：通过88，不平2，提示0，无法判断0 /);
    },
  );

  it('shows nothing but its heading of a report in which everything holds', () => {
    const { code, out } = check([published('hongze-2024')]);
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toEqual([
      expect.stringContaining('没有上年报告，未核对跨年关系'),
      expect.stringContaining('全部通过'),
      expect.stringMatching(/^核对1份报告：通过40，/),
    ]);
  });

  it('does not fail for what cannot be judged', () => expect(check([published('yongshun-2018')]).code).toBe(0));

  it('says of a bulletin that it has no table to check', () => {
    const { code, out } = check([published('hotline-hengdong-2023-09'), published('proposals-ningbo-2011')]);
    expect(code).toBe(0);
    expect(out.match(/没有可核对的表格/g)).toHaveLength(2);
    expect(lastLine(out)).toContain('核对0份报告');
  });

  it('tells machines everything', () => {
    const { code, out } = check([published('hongze-2023'), published('hotline-yueyang-2017-q2')], { json: true });
    expect(code).toBe(1);
    const { reports, notChecked } = JSON.parse(out);
    expect(reports).toMatchObject([
      { id: 'hongze-2023', year: 2023, form: 'gk-2021-one-row-six', previous: null, counts: { pass: 39, fail: 2 } },
    ]);
    expect(reports[0].findings).toHaveLength(41);
    expect(notChecked).toEqual([{ file: published('hotline-yueyang-2017-q2'), kind: 'hotline-bulletin' }]);
  });
});

describe('a line of Chinese', () => {
  it('is broken where the column ends, and loses nothing', () => {
    expect(wrapped('空白：abc，等7格', 6)).toBe('空白：\nabc，\n等7格');
    expect(wrapped('', 6)).toBe('');
  });

  it('is never cut short in the table', () => expect(check([published('shanghai-go-2019')]).out).not.toContain('…'));
});

describe('a file that cannot be read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiying-reports-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const write = (name: string, text: string): string => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };

  it.each([
    ['not-there.json', undefined, /not-there\.json: .*ENOENT/],
    ['no.json', '{', /no\.json: 不是JSON/],
    ['list.json', '[]', /list\.json: （文件）: /],
    ['year.json', '{"agency":"甲县","year":"2024","format":"gk-2021","cells":{}}', /year\.json: year: /],
    ['format.json', '{"agency":"甲县","year":2024,"format":"gk-2030","cells":{}}', /format\.json: format: .*gk-2021/],
    ['cells.json', '{"agency":{"zh":""},"year":2024,"format":"gk-2021","cells":[]}', /agency.*cells: /],
  ])('stops everything and names the place: %s', (name, text, message) => {
    const file = text === undefined ? join(folder, name) : write(name, text);
    const { code, out, problems } = check([published('hongze-2024'), file]);
    expect([code, out]).toEqual([2, '']);
    expect(problems).toMatch(message);
  });

  it('is not one that begins with a byte-order mark, or has no name of its own', () => {
    const file = write('jia-2024.json', `\uFEFF{"agency":"甲县","year":2024,"format":"gk-2021","cells":{}}`);
    expect(check([file]).out).toContain('jia-2024 · 甲县 · 2024年');
  });
});
