import { type CubeRow, chartsOf, forms, publishedForms, type RatingRow } from '@app/reports';
import { documentOf, figuresOf } from '../documents-for-specs';
import { isWellFormed } from '../files-for-specs';
import { reportHtml } from './report-html';

const received = (month: number, channel: string, n: number): CubeRow => ({
  basis: 'received',
  year: 2024,
  month,
  channel,
  unit: '',
  timing: '',
  n,
});
const answered = (unit: string, timing: string, n: number): CubeRow => ({
  basis: 'answered',
  year: 2024,
  month: 1,
  channel: '',
  unit,
  timing,
  n,
});
const rated = (month: number, rating: string, n: number): RatingRow => ({ year: 2024, month, rating, n });

const cube = [received(1, 'phone', 12), received(2, 'online', 7), answered('住建局', 'on-time', 9), answered('住建局', 'late', 1)];
const charts = chartsOf(2024, cube, [rated(1, 'satisfied', 9), rated(1, 'dissatisfied', 1), rated(3, 'dissatisfied', 2)]);
const document = documentOf(forms['gk-2021'], 2024);

describe('a page', () => {
  it.each(publishedForms)('of $id has every figure in a cell of its own', async (form) => {
    const html = await reportHtml(documentOf(form, 2024));
    for (const figure of Object.values(figuresOf(form))) expect(html.split(`>${figure}</td>`)).toHaveLength(2);
  });

  it('is in Chinese, and needs nothing from elsewhere', async () => {
    const html = await reportHtml({ ...document, charts });
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'`);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\((?!["']?#)/);
    expect(html.replaceAll(/xmlns(?::xlink)?="[^"]*"/g, '')).not.toMatch(/https?:/);
  });

  it('says at its foot, and at the foot of each printed page, where it comes from', async () => {
    const html = await reportHtml(document);
    const printed = /@bottom-left \{ content: "([^"]*)"/.exec(html)?.[1];
    const [, foot] = html.split('<footer>');
    for (const fact of [document.digest, 'gk-2021 第1版', '4242', '2025-01-20T08:30:11.000Z', '2025.1']) {
      expect(printed).toContain(fact);
      expect(foot).toContain(fact);
    }
  });

  it('names each table, and says of each heading what it is over or beside', async () => {
    const html = await reportHtml(document);
    expect(html.match(/<caption>/g)).toHaveLength(3);
    expect(html).not.toMatch(/<th(?:>| (?!scope=))/);
    expect(html).toContain('<th scope="rowgroup" rowspan="22">三、本年度办理结果</th>');
    expect(html).toContain('<th scope="colgroup" colspan="5">法人或其他组织</th>');
    expect(html.match(/<thead>/g)).toHaveLength(2);
  });

  describe('with charts', () => {
    it('draws one for each that has data, with its figures below', async () => {
      const html = await reportHtml({ ...document, charts });
      expect(html.match(/<svg /g)).toHaveLength(3);
      expect(html).toContain('>电话</th><td class="none">12</td>');
      expect(html).toContain('>9／10</td>');
    });

    it('draws none where there is nothing to draw', async () => {
      expect(await reportHtml({ ...document, charts: chartsOf(2024, [], []) })).not.toContain('<svg');
      expect((await reportHtml({ ...document, charts: chartsOf(2024, cube, []) })).match(/<svg /g)).toHaveLength(2);
    });

    it('leaves a gap for a month nobody rated, and has a point for a month of nought per cent', async () => {
      const html = await reportHtml({ ...document, charts });
      const [, svg = ''] = /满意率（[\s\S]*?(<svg[\s\S]*?<\/svg>)/.exec(html) ?? [];
      expect(svg.match(/d="M1 0A1 1/g)).toHaveLength(2);
      expect(html).toContain('>90.00%</td><td class="none">—</td><td class="none">0.00%</td>');
    });

    it('draws well-formed pictures, of which none borrows from another', async () => {
      const html = await reportHtml({ ...document, charts });
      const pictures = html.match(/<svg[\s\S]*?<\/svg>/g) ?? [];
      expect(pictures.map(isWellFormed)).toEqual([true, true, true]);
      const ids = pictures.flatMap((svg) => svg.match(/(?<= id=")[^"]*/g) ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBeGreaterThan(0);
    });
  });
});
