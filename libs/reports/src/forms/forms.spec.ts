import { caseTypeNames, caseTypes, Channel } from '@app/cases';
import { caseFactsTable, yearTotalsTable } from '@app/projections';
// The codes of outcomes are data of the case type; its folder is not part of the public list.
import { ProceedingOutcome } from '../../../cases/src/disclosure/disclosure.events';
import { DisclosureOutcome, isOutcomeOf } from '../../../cases/src/disclosure/disclosure.outcomes';
import { codeOf, type Form } from '../form';
import { factsLists, type Measure } from '../measure';
import { neededDimensions, neededTotals } from '../needs';
import { meets } from '../statistics/condition';
import { forms } from '.';

const all: readonly (readonly [string, Form])[] = Object.entries(forms);
const outcomes = [...DisclosureOutcome.options, ...ProceedingOutcome.options, 'withdrawn', ''];
const values = (measure: Measure, column: keyof Measure['where']): readonly string[] => [measure.where[column] ?? []].flat();

describe.each(all)('the form %s', (id, form) => {
  const codes = form.rows.map(({ code }) => code);

  it('is listed under its own id', () => expect(form.id).toBe(id));

  it('has every code once', () => expect(new Set(codes).size).toBe(codes.length));

  it('has a unit on every row but the headers', () => {
    for (const { unit, kind, figure } of form.rows) {
      expect(unit === null).toBe(kind === 'header');
      expect(figure.kind === 'header').toBe(kind === 'header');
    }
  });

  it('prints every cell once', () => {
    const cells = form.tables.flatMap(({ lines }) => lines.flatMap((line) => Object.values(line.cells)));
    expect(cells.toSorted()).toEqual(form.rows.flatMap(({ kind, code }) => (kind === 'value' ? [code] : [])).toSorted());
  });

  it('has every operand of its identities and statements, and every identity once', () => {
    for (const { left, right } of form.identities) expect(codes).toEqual(expect.arrayContaining([...left, ...right].map(codeOf)));
    for (const { oneOf } of form.statements ?? []) expect(codes).toEqual(expect.arrayContaining(oneOf.flat().map(codeOf)));
    expect(new Set(form.identities.map((identity) => identity.id)).size).toBe(form.identities.length);
  });

  it('adds up only rows it has', () => {
    const added = form.rows.flatMap(({ figure }) => (figure.kind === 'total' ? figure.rows : []));
    expect(codes).toEqual(expect.arrayContaining(added));
  });

  it('asks for columns that the cube and the facts have, and for values that exist', () => {
    for (const column of neededDimensions(form)) {
      expect(yearTotalsTable.columns).toHaveProperty(column);
      expect(caseFactsTable.columns).toHaveProperty(column);
    }
    for (const measure of neededTotals(form)) {
      expect(caseTypeNames).toEqual(expect.arrayContaining([...values(measure, 'case_type')]));
      expect(Channel.options).toEqual(expect.arrayContaining([...values(measure, 'channel')]));
      expect(outcomes).toEqual(expect.arrayContaining([...values(measure, 'outcome')]));
    }
  });
});

/** How a request can end without an answer. */
const disposals: readonly string[] = Object.values(caseTypes.disclosure.events).flatMap(({ milestone, data }) => {
  const disposal = milestone === 'closed' ? (data.shape as any).disposal : undefined;
  return disposal ? disposal.options : [];
});

describe.each(['gk-2021', 'gk-2021-one-row-six', 'gk-2019-trial'] as const)('%s has one place', (id) => {
  const form: Form = forms[id];
  const results = form.identities.find((identity) => identity.id === 'b2:total');
  const places = (results?.right ?? []).map((term) => {
    const figure = form.rows.find(({ code }) => code === codeOf(term))?.figure;
    return figure?.kind === 'computed' ? figure.measures : [];
  });
  const leftOut = results?.leftOut?.map(({ measure }) => [measure]) ?? [];
  const placesOf = (ending: object) => {
    const facts = { case_type: 'disclosure', kind: 'enterprise', answered_year: null, closed_year: null, merged_into: null, ...ending };
    return [...places, ...leftOut].filter((measures) => measures.some((each) => factsLists(each, 2021).some((list) => meets(facts, list))));
  };

  it.each([...DisclosureOutcome.options])('for the answer %s', (outcome) =>
    expect(placesOf({ answered_year: 2021, outcome })).toHaveLength(1),
  );

  it.each(disposals)('for what ended without an answer as %s', (disposal) =>
    expect(placesOf({ closed_year: 2021, outcome: null, disposal })).toHaveLength(1),
  );

  it('for what ended in no way that is recorded', () => {
    expect(placesOf({ closed_year: 2021, outcome: null, disposal: null })).toHaveLength(1);
    expect(disposals.length).toBeGreaterThan(3);
  });
});

describe('gk-2014', () => {
  const { rows, identities } = forms['gk-2014'];

  it('has the 65 rows of the statutory form in their order', () => {
    expect(rows).toHaveLength(65);
    const at = (line: number) => rows[line - 1]?.code;
    expect([1, 10, 20, 22, 30, 45, 49, 53, 54, 61, 65].map(at)).toEqual([
      'proactive',
      'proactive-other',
      'other-responses',
      'requests-received',
      'replies',
      'reconsideration',
      'litigation',
      'complaints',
      'fees',
      'funding',
      'trainees',
    ]);
    expect(rows.filter(({ kind }) => kind === 'header').map(({ code }) => code)).toEqual([
      'proactive',
      'proactive-by-channel',
      'response',
      'response-by-channel',
      'requests',
      'institution',
      'training',
    ]);
  });

  it('has its fourteen identities, three of them soft', () => {
    expect(identities.map(({ id }) => id)).toEqual(Array.from({ length: 14 }, (_, index) => `a${index + 1}`));
    expect(identities.filter(({ kind }) => kind.startsWith('warn-')).map(({ id }) => id)).toEqual(['a12', 'a13', 'a14']);
  });

  it('has a place for every channel, in a row or among what has none, exactly once', () => {
    const requests = rows.filter(({ code }) => /^requests-(in-person|fax|online|letter)$/.test(code));
    const counted = requests.flatMap(({ figure }) => (figure.kind === 'computed' ? figure.measures : []));
    const leftOut = identities.find(({ id }) => id === 'a1')?.leftOut?.map(({ measure }) => measure) ?? [];
    expect([...counted, ...leftOut].flatMap((measure) => values(measure, 'channel')).toSorted()).toEqual(Channel.options.toSorted());
  });

  it('has a place for every answer, in a row of replies or among what has none, exactly once', () => {
    const replies = rows.filter(({ code }) => code.startsWith('replies-') && !code.startsWith('replies-refused-'));
    const counted = replies.flatMap(({ figure }) => (figure.kind === 'computed' ? figure.measures : []));
    const leftOut = identities.find(({ id }) => id === 'a3')?.leftOut?.map(({ measure }) => measure) ?? [];
    const placed = [...counted, ...leftOut].flatMap((measure) => values(measure, 'outcome'));
    expect(placed.toSorted()).toEqual([...DisclosureOutcome.options, ''].toSorted());
  });

  it('has a row of its own for every reason under the regulation of 2008', () => {
    const reasons = rows.filter(({ code }) => code.startsWith('replies-refused-'));
    const refused = reasons
      .flatMap(({ figure }) => (figure.kind === 'computed' ? figure.measures : []))
      .flatMap((each) => values(each, 'outcome'));
    const ofThatForm = DisclosureOutcome.options.filter((outcome) => outcome.startsWith('refused-') && isOutcomeOf('2008', outcome));
    expect(refused).toEqual(expect.arrayContaining(ofThatForm));
    expect(new Set(refused).size).toBe(refused.length);
  });
});
