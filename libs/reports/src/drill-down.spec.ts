import * as fc from 'fast-check';
import { caseTypeNames, Channel } from '@app/cases';
import { type CaseFacts, projections, type Tally } from '@app/projections';
// The codes of outcomes are data of the case type; its folder is not part of the public list.
import { ApplicantType, ProceedingOutcome } from '../../cases/src/disclosure/disclosure.events';
import { DisclosureOutcome } from '../../cases/src/disclosure/disclosure.outcomes';
import { forms } from './forms';
import { type CubeRow, factsLists, totalsOver } from './measure';
import { casesBehind } from './needs';
import { buildReport, type Report } from './report';
import { meets } from './statistics/condition';

const year = 2021;

const orNot = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 2 });

const day = fc.tuple(fc.integer({ min: year - 2, max: year + 1 }), fc.integer({ min: 1, max: 12 }));
const days = fc
  .array(day, { minLength: 3, maxLength: 3 })
  .map((drawn) => drawn.map(([of, month]) => `${of}-${String(month).padStart(2, '0')}-15`).toSorted());

const yearOf = (on: string | null): number | null => (on === null ? null : Number(on.slice(0, 4)));

const requestKinds = ApplicantType.options;
const proceedingKinds = ['reconsideration', 'litigation'];

/** Any case there could be, and many there could not: only its days are in order, and it is never settled before it is received. */
const anyCase = fc
  .record({
    case_type: fc.constantFrom(...caseTypeNames, 'disclosure', 'disclosure', 'proceeding'),
    days,
    isAnswered: fc.boolean(),
    isClosed: fc.boolean(),
    channel: fc.constantFrom(...Channel.options),
    kind: orNot(fc.constantFrom(...requestKinds, ...proceedingKinds)),
    route: orNot(fc.constantFrom('direct', 'after-reconsideration')),
    unit: orNot(fc.constantFrom('health', 'finance')),
    outcome: orNot(fc.constantFrom(...DisclosureOutcome.options, ...ProceedingOutcome.options)),
    disposal: orNot(fc.constantFrom('other-other', 'withdrawn', 'other-correction-lapsed', 'other-fee-unpaid')),
    timing: orNot(fc.constantFrom('on-time', 'extended', 'late')),
    merged_into: orNot(fc.constant('another')),
  })
  .map(({ days: [received_on = '', answered = '', closed = ''], isAnswered, isClosed, merged_into, ...told }) => {
    const [answered_on, closed_on] = [isAnswered ? answered : null, isClosed ? closed : null];
    const years = { received_year: yearOf(received_on), answered_year: yearOf(answered_on), closed_year: yearOf(closed_on) };
    return { ...told, merged_into, received_on, answered_on, closed_on, ...years, rating: null } as unknown as CaseFacts;
  });

const yearTotals = projections.flatMap(({ derived = [] }) => derived).find(({ table }) => table.name === 'year_totals') as Tally<CaseFacts>;

const cubeOf = (cases: readonly CaseFacts[]): readonly CubeRow[] =>
  cases.flatMap((each) => yearTotals.of(each).map((row) => ({ ...row, n: 1 }) as unknown as CubeRow));

const reportOf = (form: (typeof forms)[keyof typeof forms], cases: readonly CaseFacts[]): Report =>
  buildReport(form, year, {
    totals: totalsOver(year, cubeOf(cases)),
    ratings: () => ({}),
    declared: new Map(),
    coverage: { firstYear: year - 2, lastYear: year + 1 },
    position: 1,
    asOf: '2022-03-01T00:00:00Z',
  });

describe.each(Object.values(forms).map((form) => [form.id, form] as const))(
  'whatever the cases are, every counted cell of %s',
  (_, form) => {
    const counted = form.rows.filter(({ figure }) => figure.kind === 'computed');
    const listed = new Map(counted.map(({ code }) => [code, casesBehind(form, code, year)]));

    it('is the number of cases that are listed behind it, none of them twice', () =>
      fc.assert(
        fc.property(fc.array(anyCase, { maxLength: 25 }), (cases) => {
          const figures = new Map(reportOf(form, cases).cells.map(({ code, text }) => [code, text]));
          for (const [code, lists] of listed) {
            const behind = cases.map((facts) => lists.filter((list) => meets(facts, list)).length);
            expect([code, behind.filter((times) => times > 1)]).toEqual([code, []]);
            expect([code, behind.filter((times) => times === 1).length.toString()]).toEqual([code, figures.get(code)]);
          }
        }),
        { numRuns: 60 },
      ));

    it('lists what its checks leave out in the same way', () =>
      fc.assert(
        fc.property(fc.array(anyCase, { maxLength: 25 }), (cases) => {
          const totals = totalsOver(year, cubeOf(cases));
          for (const { leftOut = [] } of form.identities)
            for (const { measure } of leftOut) {
              const lists = factsLists(measure, year);
              expect(cases.flatMap((facts) => lists.filter((list) => meets(facts, list)))).toHaveLength(totals(measure));
            }
        }),
        { numRuns: 60 },
      ));
  },
);

const disclosureForms = [forms['gk-2021'], forms['gk-2021-one-row-six'], forms['gk-2019-trial']];

describe.each(disclosureForms.map((form) => [form.id, form] as const))('whatever the cases are, %s', (_, form) => {
  it('balances what came in against what was settled and what is left, in every column', () =>
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 40 }), (cases) => {
        const checks = reportOf(form, cases).checks.filter(({ id }) => id.startsWith('b1:'));
        expect(checks.map(({ id, status }) => `${id} ${status}`)).toEqual(checks.map(({ id }) => `${id} pass`));
        expect(checks).toHaveLength(7);
      }),
    ));

  it('accounts for every request whose result is not stated', () =>
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 40 }), (drawn) => {
        const isRequest = ({ outcome }: CaseFacts) =>
          outcome === null || (DisclosureOutcome.options as readonly string[]).includes(outcome);
        const checks = reportOf(form, drawn.filter(isRequest)).checks.filter(({ id }) => id.startsWith('b2:'));
        expect(checks.filter(({ status, accountedFor }) => status !== 'pass' && !accountedFor)).toEqual([]);
      }),
    ));

  it('divides the requests of known applicants among the columns, and proceedings of known outcome among theirs', () =>
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 40 }), (drawn) => {
        const isKnown = ({ case_type, kind, outcome }: CaseFacts) =>
          case_type === 'disclosure'
            ? (requestKinds as readonly (string | null)[]).includes(kind)
            : (ProceedingOutcome.options as readonly (string | null)[]).includes(outcome);
        const checks = reportOf(form, drawn.filter(isKnown)).checks.filter(({ id }) => /^b[34]:/.test(id));
        expect(checks.filter(({ status }) => status !== 'pass')).toEqual([]);
      }),
    ));

  it('carries into the next year what it carries out of this', () =>
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 40 }), (cases) => {
        const totals = totalsOver(year, cubeOf(cases));
        const next = totalsOver(year + 1, cubeOf(cases));
        const where = { case_type: 'disclosure' } as const;
        expect(next({ basis: 'carried-in', where })).toBe(totals({ basis: 'carried-out', where }));
      }),
    ));
});
