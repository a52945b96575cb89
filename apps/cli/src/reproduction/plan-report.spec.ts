import * as fc from 'fast-check';
import { type Form, type ForeignReport, forms } from '@app/reports';
import { publishedFile } from '../../../../test/fixtures/reports/published-file';
import { rehearse } from '../demo/rehearsal/rehearse';
import { reportOf } from '../demo/rehearsal/totals';
import { compareReproduced, linesWith } from './compare-reproduced';
import { expectedCells } from './expected-cells';
import { applicantColumns, proceedingLines, proceedingParts, resultLines } from './lines';
import { planReport } from './plan-report';
import { completed, type PublishedParts } from './published-parts';

/** Plays the planned cases on the rules alone, and fills in the form. */
const rehearsed = (published: ForeignReport) => {
  const planned = planReport(published);
  const { form, year, plan } = planned;
  const declared = new Map(plan.figures.map(({ code, value }) => [code, { value }]));
  return compareReproduced(planned, published, reportOf(form, year, rehearse(plan).log, declared));
};

const codes = (lines: readonly { readonly code: string }[]) => lines.map(({ code }) => code);

describe('the cases invented for a published report', () => {
  it('of Hongze 2024 come to every cell of it', () => {
    const result = rehearsed(publishedFile('hongze-2024'));
    expect(linesWith(result, 'equal')).toHaveLength(Object.keys(publishedFile('hongze-2024').cells).length);
    expect(result.lines.filter(({ status }) => status !== 'equal')).toEqual([]);
  });

  it('of Hongze 2023 come to all but its two wrong totals', () => {
    const result = rehearsed(publishedFile('hongze-2023'));
    expect(result.lines.filter(({ status }) => status !== 'equal')).toMatchObject([
      { code: 'reconsideration:total', published: '0', ours: '11', status: 'contradiction' },
      { code: 'litigation-after:total', published: '0', ours: '5', status: 'contradiction' },
    ]);
    expect(result.contradictions.map(({ id }) => id)).toEqual(['b4:reconsideration', 'b4:litigation-after']);
  });

  it('of Shanghai 2019 come to what it printed and to the totals it left blank', () => {
    const result = rehearsed(publishedFile('shanghai-go-2019'));
    expect([linesWith(result, 'different'), linesWith(result, 'contradiction')]).toEqual([[], []]);
    expect(result.lines.find(({ code }) => code === 'granted:total')).toMatchObject({ status: 'blank', ours: '272' });
    expect(result.lines.find(({ code }) => code === 'carried-out:total')).toMatchObject({ status: 'equal', ours: '72' });
  });

  it('of the anomalous table keep its results, so that one request more must have come in', () => {
    const result = rehearsed({ ...publishedFile('fixture-anomaly-a'), year: 2022 });
    expect(linesWith(result, 'different')).toEqual([]);
    expect(linesWith(result, 'contradiction')).toMatchObject([
      { code: 'new-received:natural-person', published: '60', ours: '61' },
      { code: 'new-received:total', published: '62', ours: '63' },
    ]);
  });

  it('are the same whenever they are asked for, and others when a figure is another', () => {
    const published = publishedFile('hongze-2024');
    expect(planReport(published).plan).toEqual(planReport(published).plan);
    const other = { ...published, cells: { ...published.cells, 'charges:amount': 1 } };
    expect(planReport(other).plan.seed).not.toBe(planReport(published).plan.seed);
  });

  it('lapse and are withdrawn by their real ways, never by an answer that says so', () => {
    const cells = {
      'other-correction-lapsed:total': 2,
      'other-fee-unpaid:total': 2,
      'other-other:total': 2,
      'unavailable-unclear:total': 1,
    };
    const { plan } = planReport({ ...publishedFile('hongze-2024'), cells });
    const types = rehearse(plan).log.map(({ type }) => type);
    const times = (type: string) => types.filter((each) => each === type).length;
    expect(times('DisclosureCorrectionLapsed')).toBe(2);
    expect(times('DisclosureFeeLapsed')).toBe(2);
    expect(times('DisclosureAbandoned')).toBe(4);
    expect(times('DisclosureWithdrawn')).toBe(2);
    expect(times('DisclosureCorrectionReceived')).toBe(1);
    expect(times('DisclosureAnswered')).toBe(1);
  });
});

describe('a year in which nothing came in', () => {
  it('comes out as zeros all the same', () => {
    const published = publishedFile('hongze-2024');
    const cells = Object.fromEntries(Object.keys(published.cells).map((code) => [code, 0]));
    const result = rehearsed({ ...published, cells });
    expect(linesWith(result, 'equal')).toHaveLength(Object.keys(cells).length);
  });
});

describe('no cases are invented', () => {
  const base = publishedFile('hongze-2024');

  it.each([
    ['for a form of another kind', { format: 'gk-2014' }, 'gk-2014 不是可以再现的格式'],
    ['for no year', { year: undefined }, '没有年度'],
    ['for a year in which the form was not asked for', { year: 2020 }, '2020年度不用'],
    ['for a misprint of millions', { cells: { 'granted:total': 9_000_000 } }, '超过50000件'],
    [
      'for requests of 2018 with answers of 2019',
      { format: 'gk-2019-trial', year: 2019, cells: { 'carried-in:total': 1, 'declined-repeat:total': 1 } },
      '0件可能如此办结',
    ],
  ])('%s', (_, differing, message) => expect(() => planReport({ ...base, ...differing })).toThrow(message));
});

describe('what a total has beyond its parts', () => {
  it('goes to the first part that is blank, and nowhere when none is', () => {
    expect(completed(5, [2, undefined, undefined])).toEqual([2, 3, undefined]);
    expect(completed(5, [2, 2])).toEqual([2, 2]);
    expect(completed(undefined, [2, undefined])).toEqual([2, undefined]);
    expect(completed(1, [2, undefined])).toEqual([2, undefined]);
  });
});

const few = fc.nat(2);

/** Cells that hold together: every request has one way in and one way out. */
const consistent = (form: Form): fc.Arbitrary<ReadonlyMap<string, string>> => {
  const lines = resultLines(form);
  const counts = fc
    .record({ results: fc.tuple(...lines.map(() => few)), carriedOut: few, carriedIn: fc.nat(4) })
    .map(({ results, carriedOut, carriedIn }) => {
      const out = results.reduce((sum, n) => sum + n, carriedOut);
      // As many as were granted or stay open could have been carried in whatever the year.
      const old = Math.min(carriedIn, (results[0] ?? 0) + carriedOut);
      return {
        results: Object.fromEntries(lines.map((line, at) => [line, results[at] ?? 0])),
        carriedOut,
        carriedIn: old,
        received: out - old,
      };
    });
  const requests = fc.record(Object.fromEntries(applicantColumns(form).map(({ code }) => [code, counts])));
  const proceedings = fc.record(
    Object.fromEntries(proceedingLines(form).flatMap((line) => proceedingParts.map((part) => [`${line}:${part}`, few]))),
  );
  const declared = fc.constant({ 'licensing:decisions': '550', 'normative-documents:issued': '0' });
  return fc.record({ requests, proceedings, declared }).map((parts) => expectedCells(form, parts as PublishedParts));
};

const years: readonly (readonly [string, Form, number])[] = [
  ['gk-2019-trial', forms['gk-2019-trial'], 2019],
  ['gk-2019-trial', forms['gk-2019-trial'], 2020],
  ['gk-2021', forms['gk-2021'], 2021],
  ['gk-2021', forms['gk-2021'], 2024],
  ['gk-2021', forms['gk-2021-one-row-six'], 2025],
];

describe.each(years)('whatever a report on %s (%#) says', (format, form, year) => {
  const declarable = (code: string) => !code.startsWith('normative-documents:issued') || form.rows.some((row) => row.code === code);

  it('comes out of its cases cell by cell, if it does not contradict itself', () =>
    fc.assert(
      fc.property(consistent(form), (drawn) => {
        const cells = Object.fromEntries([...drawn].filter(([code]) => declarable(code)));
        const { lines } = rehearsed({ id: 'drawn', agency: '甲县', year, format, cells });
        expect(codes(lines.filter(({ status }) => status !== 'equal' && status !== 'blank'))).toEqual([]);
        expect(codes(lines.filter(({ status }) => status === 'equal'))).toHaveLength(Object.keys(cells).length);
      }),
      { numRuns: 6 },
    ));

  const values = form.rows.flatMap(({ code, kind }) => (kind === 'value' ? [code] : []));
  // What was received in 2018 could not end as most of what was received in 2019: here nothing was carried in.
  const nothing = Object.fromEntries(values.filter((code) => year === 2019 && code.startsWith('carried-in')).map((code) => [code, 0]));
  const drawnReport = (cells: ForeignReport['cells']): ForeignReport => ({
    id: 'drawn',
    agency: '甲县',
    year,
    format: form.id,
    cells: { ...cells, ...nothing },
  });

  it('comes out as it was planned, with whatever is blank', () =>
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...values), fc.nat(3), { maxKeys: 40 }), (cells) => {
        const { lines } = rehearsed(drawnReport(cells));
        expect(codes(lines.filter(({ ours, expected }) => ours !== expected))).toEqual([]);
      }),
      { numRuns: 15 },
    ));

  it('comes out but for what it says against itself, with nothing blank', () =>
    fc.assert(
      fc.property(fc.tuple(...values.map(() => fc.nat(1))), (figures) => {
        const { lines } = rehearsed(drawnReport(Object.fromEntries(values.map((code, at) => [code, figures[at]]))));
        expect(codes(lines.filter(({ status }) => status === 'different'))).toEqual([]);
      }),
      { numRuns: 5 },
    ));
});
