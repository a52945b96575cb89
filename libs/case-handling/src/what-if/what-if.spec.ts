import { defaultEditions, type Due, unitsOf } from '@app/cases';
import { type Form, formFor, publishedForms } from '@app/reports';
import { Circumstances } from '../circumstances';
import { parseShape } from '../malformed';
import { KnownUnits } from '../reports/known-units';
import { ReportForms } from '../reports/report-forms';
import { dueFrom, extended, overdue, resumed, SpecLog, term } from './log-for-specs';
import { Supposition } from './supposition';
import { WhatIf, type WhatIfOptions } from './what-if';

const units = [{ code: 'roads' }, { code: 'water' }, { code: 'parks' }];

let log: SpecLog;

beforeEach(() => {
  log = new SpecLog();
});

const formOf = (id: string): Form => formFor(publishedForms, id, 2018)!;

const ask = (body: unknown, { form = 'gk-2014', unit, ...options }: Partial<WhatIfOptions> & { form?: string; unit?: string } = {}) =>
  new WhatIf(log.store, new ReportForms(), new Circumstances(unitsOf(units), defaultEditions), new KnownUnits(units)).ask(
    { form: formOf(form), year: 2018, unit },
    parseShape(Supposition, body),
    { hiddenFrom: [], ...options },
  );

type Answer = Awaited<ReturnType<typeof ask>>;

/** `code is → would be`, of the cells that differ. */
const told = ({ cells }: Answer): readonly string[] =>
  cells.map(({ code, actual, supposed }) => `${code} ${actual.text} → ${supposed.text}`);

const cell = ({ cells }: Answer, code: string) => cells.find((each) => each.code === code);

const metric = ({ metrics }: Answer, id: string, caseType: string) =>
  metrics.find((each) => each.metric === id && each.caseType === caseType)!;

const onTime = (answer: Answer, caseType = 'complaint'): readonly string[] => {
  const { actual, supposed } = metric(answer, 'on-time-rate', caseType);
  return [actual.text, supposed.text];
};

/** Monday 4 June 2018; working days go on to Friday 8, Monday 11 … but 18 June, the Dragon Boat Festival. */
const monday = '2018-06-04';

const answered = (unit = 'roads', outcome?: string): object => ({ unit, ...(outcome && { outcome }) });

/** A complaint with a term of 15 working days, and a silence recorded where it was missed. */
const complaintAnswered = (on: string, due: Due = dueFrom(monday)) =>
  log.complaint(
    [monday, '', { due }],
    [monday, 'ComplaintRouted', { unit: 'roads' }],
    [on, 'ComplaintAnswered', answered()],
    [on, 'ComplaintClosed'],
  );

const request = (on: string, due: Due, outcome = 'granted') =>
  log.disclosure([monday, '', { due }], [on, 'DisclosureAnswered', answered('roads', outcome)]);

const art24 = 'disclosure-2008-art-24';
const fifteen = term(15, 'working-day', art24);
const fiveDays = { terms: [{ caseType: 'disclosure', amount: 5 }] };

describe('another term', () => {
  it('makes late just those that took longer than it', async () => {
    // The fifth working day is Monday 11 June, the fifteenth Tuesday 26 June.
    for (const on of ['2018-06-05', '2018-06-11', '2018-06-12', '2018-06-26']) await request(on, dueFrom(monday, fifteen));
    await request('2018-06-27', dueFrom(monday, fifteen));
    const answer = await ask(fiveDays);
    expect(onTime(answer, 'disclosure')).toEqual(['80.00%', '40.00%']);
    expect(told(answer)).toEqual(['requests-closed-on-time 4 → 2']);
    expect(cell(answer, 'requests-closed-on-time')).toMatchObject({
      difference: '-2',
      cases: { cameIn: { total: 0 }, wentOut: { total: 2, withheld: 0, cases: ['A-3', 'A-4'] } },
    });
  });

  it('that is longer makes late ones timely, whatever silence was recorded', async () => {
    const due = dueFrom(monday, term(5));
    await log.complaint(
      [monday, '', { due }],
      [monday, 'ComplaintRouted', { unit: 'roads' }],
      ['2018-06-12T00:00:00+08:00', 'Overdue', overdue(due)],
      ['2018-06-13', 'ComplaintAnswered', answered()],
      ['2018-06-13', 'ComplaintClosed'],
    );
    const answer = await ask({ terms: [{ caseType: 'complaint', rule: 'hotline-ordinary', amount: 10 }] });
    expect(onTime(answer)).toEqual(['0.00%', '100.00%']);
    expect(metric(answer, 'overdue-rate', 'complaint')).toMatchObject({ actual: { numerator: 1 }, supposed: { numerator: 0 } });
  });

  it('is of its rule alone, and before that of all rules', async () => {
    await complaintAnswered('2018-06-12', dueFrom(monday, term(15)));
    await complaintAnswered('2018-06-12', dueFrom(monday, term(15, 'working-day', 'hotline-complex')));
    const late = async (...terms: readonly object[]) => metric(await ask({ terms }), 'on-time-rate', 'complaint').supposed.text;
    expect(await late({ caseType: 'complaint', rule: 'hotline-ordinary', amount: 5 })).toBe('50.00%');
    expect(await late({ caseType: 'complaint', amount: 5 })).toBe('0.00%');
    expect(await late({ caseType: 'complaint', amount: 5 }, { caseType: 'complaint', rule: 'hotline-complex', amount: 9 })).toBe('50.00%');
  });

  it('is counted on from its end when it was extended', async () => {
    const due = dueFrom(monday, fifteen);
    const longer = extended(due, term(15, 'working-day', `${art24}-extension`));
    const takes = (on: string) =>
      log.disclosure([monday, '', { due }], ['2018-06-08', 'DisclosureExtended', { due: longer }], [on, 'DisclosureAnswered', answered()]);
    // Five days to 11 June, and fifteen more: to 3 July, with the holiday of 18 June.
    await takes('2018-07-03');
    await takes('2018-07-04');
    expect(onTime(await ask(fiveDays), 'disclosure')).toEqual(['100.00%', '50.00%']);
  });

  it('stood still while it stood still', async () => {
    const due = dueFrom(monday, fifteen);
    const takes = (on: string) =>
      log.disclosure(
        [monday, '', { due }],
        ['2018-06-06', 'DisclosureFeeNotified', { since: '2018-06-06', why: 'fee' }],
        ['2018-06-20', 'DisclosureFeePaid', { due: resumed(due, '2018-06-06', '2018-06-20') }],
        [on, 'DisclosureAnswered', answered()],
      );
    // Two of the five days are over on 6 June; Thursday 21, Friday 22 and Monday 25 June are the others.
    await takes('2018-06-25');
    await takes('2018-06-26');
    expect(onTime(await ask(fiveDays), 'disclosure')).toEqual(['100.00%', '50.00%']);
  });

  it('is missed by what nobody has answered yet, once it is over', async () => {
    await log.complaint([monday, '', { due: dueFrom(monday) }], [monday, 'ComplaintRouted', { unit: 'roads' }]);
    await log.until('2018-06-11');
    const rate = async () =>
      metric(await ask({ terms: [{ caseType: 'complaint', amount: 5 }] }), 'overdue-rate', 'complaint').supposed.text;
    expect(await rate()).toBe('0.00%');
    await log.until('2018-06-12');
    expect(await rate()).toBe('100.00%');
  });

  it('in hours runs from the moment, and in days from the day', async () => {
    await complaintAnswered('2018-06-05T09:59:00+08:00');
    await complaintAnswered('2018-06-05T18:00:00+08:00', dueFrom(monday, term(48, 'hour')));
    const rate = async (amount: number, unit: string) =>
      metric(await ask({ terms: [{ caseType: 'complaint', amount, unit }] }), 'on-time-rate', 'complaint').supposed.text;
    expect(await rate(31, 'hour')).toBe('50.00%');
    expect(await rate(32, 'hour')).toBe('50.00%');
    expect(await rate(33, 'hour')).toBe('100.00%');
    expect(await rate(1, 'day')).toBe('100.00%');
  });

  const noticed = async (recorded: string, days: readonly string[]) => {
    await log.complaint([monday, '', { due: dueFrom(monday, term(1)) }], [monday, 'ComplaintRouted', { unit: 'roads' }]);
    const notice = { number: '1号', publishedOn: days[0], days: days.map((on) => ({ on, works: false, name: '防汛' })) };
    await log.append('calendar-notices', [recorded, 'HolidayNoticeRecorded', notice]);
  };

  it('is moved by a holiday notice that came while it would have run', async () => {
    await noticed('2018-06-06', ['2018-06-11']);
    await log.append('complaint-1', ['2018-06-12', 'ComplaintAnswered', answered()]);
    expect(onTime(await ask({ terms: [{ caseType: 'complaint', amount: 5 }] }))).toEqual(['0.00%', '100.00%']);
  });

  it('was not missed after all when a notice came late', async () => {
    await noticed('2018-06-12', ['2018-06-11', '2018-06-12', '2018-06-13']);
    await log.append('complaint-1', ['2018-06-13', 'ComplaintAnswered', answered()]);
    const answer = await ask({ terms: [{ caseType: 'complaint', amount: 5 }] });
    expect(metric(answer, 'on-time-rate', 'complaint').supposed.text).toBe('100.00%');
    expect(metric(answer, 'overdue-rate', 'complaint').supposed.text).toBe('0.00%');
  });

  it('says how many due dates it could not take apart', async () => {
    await complaintAnswered('2018-06-12', { on: '2018-06-30', rule: 'hotline-ordinary', calendar: 'c' });
    const { notices, cells } = await ask({ terms: [{ caseType: 'complaint', amount: 1 }] });
    expect([notices.at(-1)?.zh, cells]).toEqual(['有1个期限登记时未记明起算与长短，仍按原期限', []]);
  });

  it('is told by unit', async () => {
    await complaintAnswered('2018-06-12');
    const { units: by } = metric(await ask({ terms: [{ caseType: 'complaint', amount: 5 }] }), 'on-time-rate', 'complaint');
    expect(by).toEqual([
      {
        unit: 'roads',
        actual: { numerator: 1, denominator: 1, text: '100.00%' },
        supposed: { numerator: 0, denominator: 1, text: '0.00%' },
      },
    ]);
  });
});

describe('another holiday', () => {
  it('gives terms of every type another day', async () => {
    await complaintAnswered('2018-06-12', dueFrom(monday, term(5)));
    await request('2018-06-27', dueFrom(monday, fifteen));
    const answer = await ask({ holidays: [{ on: '2018-06-06', works: false, name: '假日' }] });
    expect([onTime(answer), onTime(answer, 'disclosure')]).toEqual([
      ['0.00%', '100.00%'],
      ['0.00%', '100.00%'],
    ]);
  });

  it('that was worked takes one away', async () => {
    await complaintAnswered('2018-06-11', dueFrom(monday, term(5)));
    expect(onTime(await ask({ holidays: [{ on: '2018-06-09', works: true, name: '周六' }] }))).toEqual(['100.00%', '0.00%']);
  });
});

describe('another unit', () => {
  beforeEach(async () => {
    await complaintAnswered('2018-06-05');
    for (const on of ['2018-06-05', '2018-06-27'])
      await log.complaint([monday, '', { due: dueFrom(monday) }], [on, 'ComplaintAnswered', answered('water')], [on, 'ComplaintClosed']);
  });

  it('takes over what the unit had, and the whole is the same', async () => {
    const answer = await ask({ units: { roads: 'water' } }, { form: 'annual-response' });
    expect(answer.cells).toEqual([]);
    const { units: by, ...whole } = metric(answer, 'on-time-rate', 'complaint');
    expect([whole.actual.text, whole.supposed.text]).toEqual(['66.67%', '66.67%']);
    expect(by?.map(({ unit, actual, supposed }) => [unit, actual.text, supposed.text])).toEqual([
      ['roads', '100.00%', '—'],
      ['water', '50.00%', '66.67%'],
    ]);
  });

  it('has in its own report what both had, declared figures too', async () => {
    const declared = (unit: string, value: string): [string, string, object] => [
      '2018-12-31',
      'FigureDeclared',
      { year: 2018, code: 'press-conferences-principal', unit, value, source: '办公室' },
    ];
    await log.append('figures-2018', declared('roads', '2'));
    await log.append('figures-2018', declared('water', '3'));
    const of = async (unit: string) => told(await ask({ units: { roads: 'water' } }, { form: 'annual-response', unit }));
    expect(await of('water')).toEqual(['press-conferences-principal 3 → 5', 'hotline 2 → 3']);
    expect(await of('roads')).toEqual(['press-conferences-principal 2 → ', 'hotline 1 → 0']);
  });
});

describe('another formula', () => {
  const rated = (rating: string) =>
    log.complaint(
      [monday, '', { due: dueFrom(monday) }],
      [monday, 'ComplaintAnswered', answered()],
      [monday, 'ComplaintRated', { rating }],
      [monday, 'ComplaintClosed'],
    );

  beforeEach(async () => {
    for (const rating of ['satisfied', 'satisfied', 'basically-satisfied', 'dissatisfied', 'dissatisfied', 'unreachable', 'not-rated'])
      await rated(rating);
  });

  it('changes the rate and nothing else', async () => {
    const answer = await ask({ formula: 'with-basic' }, { form: 'annual-response' });
    expect(told(answer)).toEqual(['hotline-satisfaction 40.0 → 60.0']);
    expect(cell(answer, 'hotline-satisfaction')).toMatchObject({
      difference: '20',
      cases: { cameIn: { total: 0 }, wentOut: { total: 0 }, numerator: { cameIn: { total: 1, cases: ['A-3'] }, wentOut: { total: 0 } } },
    });
    expect(metric(answer, 'satisfaction', 'complaint')).toMatchObject({
      actual: { variant: 'with-basic' },
      supposed: { variant: 'with-basic' },
    });
  });

  it('may be over other cases', async () => {
    const answer = await ask({ formula: 'sampled' }, { form: 'annual-response' });
    expect(told(answer)).toEqual(['hotline-satisfaction 40.0 → 42.9']);
    expect(cell(answer, 'hotline-satisfaction')?.cases?.cameIn).toEqual({ total: 2, withheld: 0, cases: ['A-6', 'A-7'] });
    expect(metric(answer, 'satisfaction', 'complaint').supposed).toMatchObject({ numerator: 3, denominator: 7, text: '42.86%' });
  });

  it('or rounding, of the rate alone', async () => {
    const answer = await ask({ formula: 'sampled', rounding: 'truncate', places: 0 }, { form: 'annual-response' });
    expect(told(answer)).toEqual(['hotline-satisfaction 40.0 → 42']);
    expect(metric(answer, 'satisfaction', 'complaint').supposed.text).toBe('42%');
  });
});

describe('another code of results', () => {
  it('moves cases from one row to the other, and the total stays', async () => {
    for (const outcome of ['granted', 'partly-granted', 'partly-granted']) await request('2018-06-05', dueFrom(monday, fifteen), outcome);
    const answer = await ask({ outcomes: { 'partly-granted': 'granted' } });
    expect(told(answer)).toEqual(['replies-granted 1 → 3', 'replies-partly-granted 2 → 0']);
    expect(cell(answer, 'replies-granted')?.cases?.cameIn.cases).toEqual(['A-2', 'A-3']);
  });
});

describe('merged duplicates', () => {
  it('count as orders of their own when they are supposed to', async () => {
    await log.complaint([monday, '', { due: dueFrom(monday) }]);
    await log.complaint([monday, '', { due: dueFrom(monday) }], [monday, 'ComplaintMerged', { into: '1', since: monday }]);
    const { metrics } = await ask({ countMerged: true });
    const { actual, supposed } = metrics.find(({ metric: id, caseType }) => id === 'overdue-rate' && caseType === 'complaint')!;
    expect([actual.denominator, supposed.denominator]).toEqual([1, 2]);
  });
});

describe('a supposition', () => {
  beforeEach(() => complaintAnswered('2018-06-12'));

  it.each([
    ['that is empty', {}, ''],
    ['that is no object', [], ''],
    ['with an unknown field', { formula: 'strict', form: {} }, '/form'],
    ['without terms', { terms: [] }, '/terms'],
    ['with a type of case that there is not', { terms: [{ caseType: 'petition', amount: 5 }] }, '/terms/0/caseType'],
    ['with a term of nothing', { terms: [{ caseType: 'complaint', amount: 0 }] }, '/terms/0/amount'],
    ['with a term stated twice', { terms: [5, 6].map((amount) => ({ caseType: 'complaint', amount })) }, '/terms'],
    ['with a rule that no answer had', { terms: [{ caseType: 'complaint', rule: 'hotline-ordinari', amount: 5 }] }, '/terms/0/rule'],
    ['with a day that does not exist', { holidays: [{ on: '2018-02-30', works: true, name: '春节' }] }, '/holidays/0/on'],
    ['with a formula that there is not', { formula: 'lenient' }, '/formula'],
    ['with a unit that there is not', { units: { roads: 'atlantis' } }, '/units/roads'],
    ['with units in a row', { units: { roads: 'water', water: 'parks' } }, '/units'],
    ['with a result that there is not', { outcomes: { granted: 'grated' } }, '/outcomes/granted'],
    ['that duplicates are not counted', { countMerged: false }, '/countMerged'],
  ])('%s is refused', async (_, body, pointer) => {
    await expect(async () => ask(body)).rejects.toMatchObject({ name: 'Malformed', errors: [{ pointer }] });
  });

  it('comes back in words', async () => {
    const body = { terms: [{ caseType: 'complaint', amount: 5 }], units: { roads: 'water' } };
    const { supposed } = await ask(body);
    expect(supposed).toMatchObject({ units: body.units, terms: [{ caseType: 'complaint', amount: 5, unit: 'working-day' }] });
    expect(supposed.titles.map(({ zh }) => zh)).toEqual(['热线诉求的答复期限为5个工作日', 'roads并入water']);
  });

  it('shows every cell when all are asked for', async () => {
    const { cells } = await ask({ formula: 'strict' }, { all: true });
    expect(cells.length).toBe(formOf('gk-2014').rows.filter(({ kind }) => kind === 'value').length);
    expect(cells.every(({ actual, supposed, cases }) => actual.text === supposed.text && cases === undefined)).toBe(true);
  });

  it('is of the moment that is asked for', async () => {
    const { position } = await ask({ formula: 'strict' }, { position: 2 });
    expect(position).toBe(2);
  });

  it('lists no report of wrongdoing about a unit to its own people, and counts it', async () => {
    for (const [index, accused] of [['roads'], undefined].entries())
      await log.case('disclosure', 'DisclosureRegistered', [
        [monday, '', { due: dueFrom(monday, fifteen), accused }],
        [`2018-06-2${index}`, 'DisclosureAnswered', answered('roads', 'granted')],
      ]);
    const { cells } = await ask(fiveDays, { hiddenFrom: ['roads'] });
    expect(cells.find(({ code }) => code === 'requests-closed-on-time')?.cases?.wentOut).toEqual({ total: 2, withheld: 1, cases: ['A-3'] });
  });
});
