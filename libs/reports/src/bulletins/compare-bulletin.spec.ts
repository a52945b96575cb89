import { amountOf } from '../decimal';
import { hengdong2023September } from '../published/hotline-hengdong-2023-09';
import { yueyang2017SecondQuarter } from '../published/hotline-yueyang-2017-q2';
import { ningbo2011 } from '../published/proposals-ningbo-2011';
import type { Cases } from '../statistics/counted-in-memory';
import { compareBulletin } from './compare-bulletin';
import type { PublishedBulletin } from './published-bulletin';
import { filledFor, hengdong, ningbo, yueyang } from './published-in-memory';

const published = [hengdong2023September, yueyang2017SecondQuarter, ningbo2011];

const comparison = (theirs: PublishedBulletin, facts: readonly Cases[]) => compareBulletin(filledFor(theirs, facts), theirs);

const withStatus = ({ lines }: ReturnType<typeof comparison>, status: string): readonly string[] =>
  lines.filter((line) => line.status === status).map(({ code }) => code);

describe.each([
  ['hotline-hengdong-2023-09', hengdong, ['calls']],
  ['hotline-yueyang-2017-q2', yueyang, ['increase', 'increase-rate', 'grade-a-units', 'grade-a-share', 'kind/report']],
  ['proposals-ningbo-2011', ningbo, []],
] as const)('%s', (id, facts, explained) => {
  const theirs = published.find((each) => each.id === id)!;

  it('is reached by cases in every line that cases can give', () => {
    const compared = comparison(theirs, facts);
    expect([...compared.lines, ...compared.sums].filter(({ status }) => status === 'different')).toEqual([]);
    expect(compared.different).toBe(0);
    expect(withStatus(compared, 'explained').toSorted()).toEqual([...explained].toSorted());
    const equal = new Set(withStatus(compared, 'equal'));
    const left = Object.keys(theirs.figures).filter((code) => !equal.has(code) && !(explained as readonly string[]).includes(code));
    expect(left).toEqual([]);
  });
});

describe('a comparison of bulletins', () => {
  it('judges a sum by ours: the kinds add up, the classes lack as many as theirs', () => {
    expect(comparison(yueyang2017SecondQuarter, yueyang).sums).toMatchObject([
      { id: 'kinds', difference: '0', published: '5580', status: 'holds' },
    ]);
    expect(comparison(ningbo2011, ningbo).sums).toMatchObject([{ id: 'classes', difference: '3', published: '3', status: 'explained' }]);
    const oneMore = comparison(ningbo2011, [...ningbo, { ...ningbo.at(-1), n: 1 }]);
    expect(oneMore.sums).toMatchObject([{ difference: '4', status: 'different' }]);
  });

  it('is different when one case is missing', () => {
    const oneLess = hengdong.map((each) => (each.unit === 'human-resources' ? { ...each, n: each.n! - 1 } : each));
    const compared = comparison(hengdong2023September, oneLess);
    expect(withStatus(compared, 'different')).toEqual(['received', 'routed', 'unit-routed/human-resources']);
  });

  it('is different when a published group has no case with us', () => {
    const without = hengdong.filter(({ unit: code }) => code !== 'education');
    const compared = comparison(hengdong2023September, without);
    expect(compared.lines.find(({ code }) => code === 'unit-routed/education')).toMatchObject({
      ours: '0',
      published: '100',
      status: 'different',
    });
    expect(compared.lines.find(({ code }) => code === 'unit-on-time/education')).toMatchObject({
      published: '100.00',
      status: 'different',
    });
  });

  it('compares a rate at the places it was printed with', () => {
    const [line] = comparison(hengdong2023September, hengdong).lines.filter(({ code }) => code === 'satisfaction');
    expect(line).toMatchObject({ ours: '85', published: '85', status: 'equal' });
  });

  it('explains a rate that was cut off', () => {
    const cutOff = { ...ningbo2011, figures: { 'class-a-share': { value: '25.1' } } };
    expect(comparison(cutOff, ningbo).lines.find(({ code }) => code === 'class-a-share')).toMatchObject({
      ours: '25.2',
      status: 'explained',
      reason: { en: expect.stringContaining('cut off') },
    });
  });

  it('leaves alone what was not published', () => {
    expect(withStatus(comparison(hengdong2023September, hengdong), 'blank')).toContain('unit-routed/township-lingxi');
  });

  it('is refused between different periods, and for a line that there is not', () => {
    expect(() => compareBulletin(filledFor(yueyang2017SecondQuarter, []), hengdong2023September)).toThrow('has no figures');
    const strange = { ...ningbo2011, figures: { guess: { value: '1' } } };
    expect(() => comparison(strange, ningbo)).toThrow('no line is called guess');
  });

  it('knows published figures to be decimals', () => {
    for (const { figures } of published)
      for (const [code, { value }] of Object.entries(figures)) expect([code, typeof amountOf(value)]).toEqual([code, 'bigint']);
  });
});
