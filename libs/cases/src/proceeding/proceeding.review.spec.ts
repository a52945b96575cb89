import { caseSpec, type CommandFor, type PastFor, usualCircumstances } from '@app/testing';
import { foldCase } from '../kernel/decide';
import { silencesUntil } from '../kernel/silences';
import { proceeding } from '.';

const { given } = caseSpec(proceeding);

type Command = CommandFor<typeof proceeding>;
type Past = PastFor<typeof proceeding>;
type Kind = 'reconsideration' | 'litigation';

const calendar = 'chinese-days-1.5.7';
const filed = (kind: Kind): Past => ({
  type: 'ProceedingFiled',
  data: { caseNumber: 'FS-2024-000001', channel: 'letter', kind, forum: '湘西州人民政府', matter: '政府信息公开' },
});
// Accepted on Monday 2024-03-11: sixty days, and ten working days for our statement.
const decision = { on: '2024-05-10', rule: 'reconsideration-2023-art-62', calendar, from: '2024-03-11', amount: 60, unit: 'day' } as const;
const statement = {
  on: '2024-03-25',
  rule: 'reconsideration-2023-art-48',
  calendar,
  from: '2024-03-11',
  amount: 10,
  unit: 'working-day',
} as const;
const accepted = (procedure: 'ordinary' | 'simple' = 'ordinary'): Past => ({
  type: 'ProceedingAccepted',
  data: { procedure, limits: { decision, statement } },
});
const heard = [filed('reconsideration'), accepted()];
const submitted: Past = { type: 'ProceedingStatementSubmitted', data: { limits: { statement: null } } };
const suspended: Past = {
  type: 'ProceedingSuspended',
  data: { ground: 'other-case', since: '2024-03-20', stopped: decision, limits: { decision: null } },
};
const resumed: Past = { type: 'ProceedingResumed', data: { limits: { decision } } };
const extended: Past = { type: 'ProceedingExtended', data: { approvedBy: '复议机构负责人', limits: { decision } } };

const submit: Command = { type: 'SubmitStatement', data: { document: '行政复议答复书' } };
const suspend: Command = { type: 'SuspendProceeding', data: { ground: 'other-case' } };
const resume: Command = { type: 'ResumeProceeding', data: {} };
const extend = (more?: { amount: number; unit: 'day' | 'month' }): Command => ({
  type: 'ExtendProceeding',
  data: { approvedBy: '复议机构负责人', ...(more && { more }) },
});
const conclude: Command = { type: 'ConcludeProceeding', data: { result: 'maintain' } };
const on = (day: string) => ({ at: `2024-${day}T09:00:00+08:00` });

const silencesAfter = (past: readonly Past[], until: string) =>
  silencesUntil(proceeding, foldCase(proceeding, past), until, usualCircumstances);

// Reconsideration Law 2023 arts 48, 54; Administrative Litigation Law art. 67.
describe('our statement', () => {
  it('is submitted once, also while the case is suspended', () => {
    const submission = { type: 'ProceedingStatementSubmitted', data: { document: '行政复议答复书', limits: { statement: null } } } as const;
    given(...heard)
      .when(submit, on('03-18'))
      .then(submission);
    given(...heard, suspended)
      .when(submit, on('03-21'))
      .then(submission);
    given(...heard, submitted)
      .when(submit, on('03-19'))
      .thenRejected('the statement was submitted already');
    given(filed('reconsideration')).when(submit).thenRejected('a statement is made in a proceeding that was accepted');
  });

  it('is missed when it is not; that the organ is late is no silence of ours', () => {
    expect(silencesAfter(heard, '2024-12-31T00:00:00+08:00')).toEqual([
      { type: 'Overdue', data: { clock: 'statement', on: '2024-03-25' }, at: '2024-03-26T00:00:00+08:00' },
    ]);
    expect(silencesAfter([...heard, submitted], '2024-12-31T00:00:00+08:00')).toEqual([]);
  });
});

// Reconsideration Law 2023 art. 39.
describe('a suspended proceeding', () => {
  it('says on what ground; the organ’s clock stops', () =>
    given(...heard)
      .when(suspend, on('03-20'))
      .then({
        type: 'ProceedingSuspended',
        data: {
          ground: 'other-case',
          since: '2024-03-20',
          stopped: { on: '2024-05-10', rule: 'reconsideration-2023-art-62', calendar },
          limits: { decision: null },
        },
      }));

  it('goes on, and the time in between is not counted', () =>
    given(...heard, suspended)
      .when(resume, on('03-30'))
      // Ten days, 21 to 30 March, are added to 10 May
      .then({
        type: 'ProceedingResumed',
        data: { limits: { decision: { on: '2024-05-20', rule: 'reconsideration-2023-art-62', calendar } } },
      }));

  it('may be suspended again, and may end without going on', () => {
    expect(foldCase(proceeding, [...heard, suspended, resumed]).status).toBe('reviewing');
    given(...heard, suspended)
      .when(suspend, on('03-21'))
      .thenRejected('this is recorded only while the case is being heard');
    given(...heard)
      .when(resume, on('03-21'))
      .thenRejected('this proceeding is not suspended');
    given(...heard, suspended)
      .when({ type: 'ConcludeProceeding', data: { result: 'terminated' } }, on('06-03'))
      .then({ type: 'ProceedingConcluded', data: { kind: 'reconsideration', result: 'terminated', outcome: 'other' }, personal: {} });
  });
});

// Reconsideration Law 2023 art. 62; Administrative Litigation Law arts 81, 83.
describe('the term of the organ', () => {
  it('of a reconsideration is extended once, by thirty days at most, with approval', () => {
    given(...heard)
      .when(extend(), on('05-06'))
      // The thirtieth day, 9 June, is in the Dragon Boat holiday.
      .then({
        type: 'ProceedingExtended',
        data: { approvedBy: '复议机构负责人', limits: { decision: { on: '2024-06-11', rule: 'reconsideration-2023-art-62', calendar } } },
      });
    const most = 'a reconsideration is extended by thirty days at most';
    given(...heard)
      .when(extend({ amount: 31, unit: 'day' }), on('05-06'))
      .thenRejected(most);
    given(...heard)
      .when(extend({ amount: 1, unit: 'month' }), on('05-06'))
      .thenRejected(most);
    given(...heard, extended)
      .when(extend(), on('05-07'))
      .thenRejected('the term was extended already');
  });

  it('is not extended in the simple procedure', () =>
    given(filed('reconsideration'), accepted('simple'))
      .when(extend(), on('04-08'))
      .thenRejected('the term of the simple procedure is not extended'));

  it('of a court is extended by what the higher court approves', () => {
    given(filed('litigation'), accepted()).when(extend(), on('05-06')).thenRejected('say by how much the higher court extended it');
    given(filed('litigation'), accepted())
      .when(extend({ amount: 3, unit: 'month' }), on('05-06'))
      // The 10th of August is a Saturday.
      .then({
        type: 'ProceedingExtended',
        data: { approvedBy: '复议机构负责人', limits: { decision: { on: '2024-08-12', rule: 'reconsideration-2023-art-62', calendar } } },
      });
  });
});

describe('a decision', () => {
  const concluded = (kind: Kind): Past => ({ type: 'ProceedingConcluded', data: { kind, result: 'withdrawn', outcome: 'other' } });
  const serve = (day?: string): Command => ({ type: 'ServeProceedingDecision', data: { ...(day && { on: day }) } });

  it('may be recorded without any of the steps before it', () =>
    given(filed('reconsideration'))
      .when(conclude)
      .then({ type: 'ProceedingConcluded', data: { kind: 'reconsideration', result: 'maintain', outcome: 'upheld' }, personal: {} }));

  // Administrative Litigation Law art. 45.
  it('of reconsideration that is served leaves the claimant fifteen days to sue', () =>
    given(filed('reconsideration'), concluded('reconsideration'))
      .when(serve('2024-05-06'), on('05-08'))
      .then({
        type: 'ProceedingDecisionServed',
        data: { on: '2024-05-06', limits: { litigation: { on: '2024-05-21', rule: 'litigation-art-45', calendar } } },
      }));

  it('of a court that is served leaves none', () =>
    given(filed('litigation'), concluded('litigation'))
      .when(serve(), on('05-08'))
      .then({ type: 'ProceedingDecisionServed', data: { on: '2024-05-08' } }));

  it('is served once, not in the future, and not before there is one', () => {
    const served: Past = { type: 'ProceedingDecisionServed', data: { on: '2024-05-06' } };
    given(filed('litigation'), concluded('litigation'), served).when(serve(), on('05-08')).thenRejected('this decision was served already');
    given(filed('litigation'), concluded('litigation'))
      .when(serve('2024-05-09'), on('05-08'))
      .thenRejected('a decision is not served in the future');
    given(filed('litigation')).when(serve(), on('05-08')).thenRejected('a decision is served when there is one');
  });
});
