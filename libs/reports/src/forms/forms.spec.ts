import { caseTypeNames, Channel } from '@app/cases';
import { caseFactsTable, yearTotalsTable } from '@app/projections';
// The codes of outcomes are data of the case type; its folder is not part of the public list.
import { ProceedingOutcome } from '../../../cases/src/disclosure/disclosure.events';
import { DisclosureOutcome, isOutcomeOf } from '../../../cases/src/disclosure/disclosure.outcomes';
import { cubeConditions, factsConditions, type Measure } from '../measure';
import { neededTotals } from '../needs';
import { forms } from '.';

const all = Object.entries(forms);
const outcomes = [...DisclosureOutcome.options, ...ProceedingOutcome.options, ''];
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

  it('has every operand of its identities, and every identity once', () => {
    for (const { left, right } of form.identities) expect(codes).toEqual(expect.arrayContaining([...left, ...right]));
    expect(new Set(form.identities.map((identity) => identity.id)).size).toBe(form.identities.length);
  });

  it('adds up only rows it has', () => {
    const added = form.rows.flatMap(({ figure }) => (figure.kind === 'total' ? figure.rows : []));
    expect(codes).toEqual(expect.arrayContaining(added));
  });

  it('asks for columns that the cube and the facts have, and for values that exist', () => {
    for (const measure of neededTotals(form)) {
      for (const { column } of cubeConditions(measure, 2018)) expect(yearTotalsTable.columns).toHaveProperty(column);
      for (const { column } of factsConditions(measure, 2018)) expect(caseFactsTable.columns).toHaveProperty(column);
      expect(caseTypeNames).toEqual(expect.arrayContaining([...values(measure, 'case_type')]));
      expect(Channel.options).toEqual(expect.arrayContaining([...values(measure, 'channel')]));
      expect(outcomes).toEqual(expect.arrayContaining([...values(measure, 'outcome')]));
    }
  });

  it('adds up measures that no case falls under twice', () => {
    for (const { figure } of form.rows) {
      if (figure.kind !== 'computed') continue;
      const types = figure.measures.map(({ where }) => where.case_type);
      expect(new Set(types).size).toBe(types.length);
    }
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

  it('has a row for every outcome under the regulation of 2008 but the one that states none, exactly once', () => {
    const replies = rows.filter(({ code }) => code.startsWith('replies-') && code !== 'replies-refused');
    const counted = replies.flatMap(({ figure }) => (figure.kind === 'computed' ? figure.measures : []));
    const replied = counted.flatMap((measure) => values(measure, 'outcome'));
    const ofThatForm = DisclosureOutcome.options.filter((outcome) => isOutcomeOf('2008', outcome));
    expect([...replied, 'not-stated'].toSorted()).toEqual(ofThatForm.toSorted());
  });
});
