import { caseTypes, type Milestone } from '@app/cases';
import { givenEvents, on } from '@app/testing';
import { type CaseFacts, caseFactsTable } from './case-facts';
import { correctable } from './case-facts.corrected';

const the = (milestone: Milestone, data: object = {}, day = '2018-03-01') =>
  on('complaint-1', milestone, data, { milestone, at: `${day}T09:00:00+08:00` });

const received = the('received', {
  caseNumber: 'RX-2018-000772',
  channel: 'phone',
  matter: '路灯',
  due: { on: '2018-03-08', rule: 'r', calendar: '2018' },
});
const answered = the('answered', { unit: 'roads' }, '2018-03-07');
const corrected = (fact: string, was: string | null, now: string | null) => the('corrected', { fact, was, now });
const facts = (...events: ReturnType<typeof the>[]) => ({
  are: (expected: Partial<CaseFacts>) => givenEvents(received, ...events).thenRows(caseFactsTable, expected),
});

describe('what is noted of a case', () => {
  it('is the level of supervision, an instruction and the first meeting', () =>
    facts(the('escalated', { level: 2 }), the('instructed'), the('met', {}, '2018-03-05'), the('met', {}, '2018-03-09')).are({
      level: 2,
      instructed: 1,
      met_on: '2018-03-05',
    }));

  it('is that the caller is not to be named, and who is accused', () =>
    facts(the('kept-confidential'), the('accused', { accused: ['roads'] })).are({ confidential: 1, accused: '|roads|' }));

  it('is that it was overdue, also after the answer', () =>
    facts(the('overdue', { clock: 'answer', on: '2018-03-08' }, '2018-03-09'), the('answered', { unit: 'roads' }, '2018-03-12')).are({
      overdue: 1,
      overdue_on: '2018-03-09',
    }));

  it('is that a term in hours ran out, also when a notice for later that day is taken back', () => {
    const inHours = { on: '2018-03-01', at: '2018-03-01T08:00:00+08:00', rule: 'r', calendar: '2018' };
    const extended = the('extended', { due: inHours }, '2018-02-28');
    return facts(extended, the('overdue', { clock: 'answer' }), the('silence-withdrawn', { clock: 'answer' })).are({ overdue: 1 });
  });

  it('is not that some other term was missed', () =>
    facts(the('overdue', { clock: 'sign-in', on: '2018-03-02' }, '2018-03-03')).are({ overdue: 0, overdue_on: null }));

  it('takes back that it was overdue when that turns out to be wrong', () =>
    facts(
      the('overdue', { clock: 'answer', on: '2018-03-08' }, '2018-03-09'),
      the('silence-withdrawn', { clock: 'answer' }, '2018-03-07'),
    ).are({ overdue: 0, overdue_on: null }));

  it('does not take back that an earlier term was missed', () =>
    facts(
      the('overdue', { clock: 'answer', on: '2018-03-08' }, '2018-03-09'),
      the('silence-withdrawn', { clock: 'answer' }, '2018-04-07'),
    ).are({ overdue: 1, overdue_on: '2018-03-09' }));
});

describe('a correction', () => {
  it('puts a fact right and is counted', () =>
    facts(corrected('matter', '路灯', '供水'), corrected('area', null, '灵溪镇')).are({ matter: '供水', area: '灵溪镇', corrections: 2 }));

  it('moves the case to the year of the right day', () =>
    facts(corrected('received_on', '2018-03-01', '2017-12-31')).are({ received_on: '2017-12-31', received_year: 2017 }));

  it('tells anew whether the answer was in time', () => {
    const late = corrected('answered_on', '2018-03-07', '2019-01-02');
    facts(answered, late).are({ answered_on: '2019-01-02', answered_year: 2019, first_answered_on: '2019-01-02', timing: 'late' });
    facts(answered, late, corrected('answered_on', '2019-01-02', '2018-03-08')).are({ answered_year: 2018, timing: 'on-time' });
  });

  it('moves the end to its year', () =>
    facts(the('closed', {}, '2019-01-02'), corrected('closed_on', '2019-01-02', '2018-12-30')).are({
      closed_on: '2018-12-30',
      closed_year: 2018,
    }));

  it('of the only rating is one of the first', () => {
    const rated = the('rated', { rating: 'dissatisfied' });
    const right = corrected('rating', 'dissatisfied', 'satisfied');
    facts(answered, rated, right).are({ rating: 'satisfied', first_rating: 'satisfied' });
    facts(answered, rated, the('sent-back'), rated, right).are({ rating: 'satisfied', first_rating: 'dissatisfied' });
  });

  it.each([
    ['revision', '7', 'revision is no fact that can be corrected'],
    ['channel', null, 'case_facts.channel cannot hold null'],
  ])('of %s to %s parks the case', (fact, now, message) => givenEvents(received, corrected(fact, null, now)).thenParked({ message }));

  it('is possible in the facts of whatever a type of case lets correct', () => {
    const named = Object.values(caseTypes).flatMap((type) => Object.keys((type as { corrects?: { facts: object } }).corrects?.facts ?? {}));
    for (const fact of named) expect(correctable).toContain(fact);
  });
});
