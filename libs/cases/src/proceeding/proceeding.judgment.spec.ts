import { caseSpec, type CommandFor, type PastFor } from '@app/testing';
import { proceeding } from '.';

const { given } = caseSpec(proceeding);

type Command = CommandFor<typeof proceeding>;
type Past = PastFor<typeof proceeding>;
type Kind = 'reconsideration' | 'litigation';
type Result = Extract<Command, { type: 'ConcludeProceeding' }>['data']['result'];
type AppealDecision = Extract<Command, { type: 'DecideProceedingAppeal' }>['data']['decision'];

const calendar = 'chinese-days-1.5.7';
const contests = { type: 'disclosure', id: '01890000-0000-7000-8000-0000000000d1' } as const;
const redo = { amount: 15, unit: 'working-day' } as const;
const filed = (kind: Kind): Past => ({
  type: 'ProceedingFiled',
  data: { caseNumber: 'FS-2024-000001', channel: 'letter', kind, forum: '永顺县人民法院', matter: '政府信息公开', contests },
});
const accepted: Past = { type: 'ProceedingAccepted', data: { procedure: 'ordinary' } };
const heard = [filed('litigation'), accepted];
const appealUntil = { on: '2024-06-18', rule: 'litigation-art-85', calendar, from: '2024-06-03', amount: 15, unit: 'day' } as const;
const judged: Past = { type: 'ProceedingJudged', data: { result: 'revoke', form: 'judgment', redo, limits: { appeal: appealUntil } } };
const appealed: Past = { type: 'ProceedingAppealLodged', data: { appellant: 'respondent', limits: { appeal: null } } };
const remanded: Past = { type: 'ProceedingRemanded', data: {} };

const judge = (result: Result, form: 'judgment' | 'ruling' = 'judgment'): Command => ({ type: 'RecordJudgment', data: { result, form } });
const appeal: Command = { type: 'LodgeAppeal', data: { appellant: 'respondent' } };
const decideAppeal = (decision: AppealDecision): Command => ({
  type: 'DecideProceedingAppeal',
  data: { decision, document: '（2024）湘31行终9号' },
});
const takeEffect: Command = { type: 'TakeEffect', data: {} };
const on = (day: string) => ({ at: `2024-${day}T09:00:00+08:00` });

// Administrative Litigation Law art. 85.
describe('a first judgment', () => {
  it.each([
    ['judgment', '2024-06-18', 'litigation-art-85'],
    ['ruling', '2024-06-13', 'litigation-art-85-ruling'],
  ] as const)('that is a %s may be appealed until %s', (form, last, rule) =>
    given(...heard)
      .when(judge('dismiss-claims', form), on('06-03'))
      .then({
        type: 'ProceedingJudged',
        data: { result: 'dismiss-claims', form, limits: { decision: null, statement: null, appeal: { on: last, rule, calendar } } },
      }),
  );

  it('takes effect when that time has passed', () => {
    given(...heard, judged)
      .when(takeEffect, on('06-18'))
      .thenRejected('the time for an appeal has not run out');
    given(...heard, judged)
      .when(takeEffect, on('06-19'))
      .then({
        type: 'ProceedingConcluded',
        data: { kind: 'litigation', result: 'revoke', outcome: 'corrected', contests, instance: 'first', redo },
        personal: {},
      });
  });

  it('may be recorded without the acceptance before it', () =>
    given(filed('litigation'))
      .when(judge('revoke'), on('06-03'))
      .then({
        type: 'ProceedingJudged',
        data: {
          result: 'revoke',
          form: 'judgment',
          limits: { decision: null, statement: null, appeal: { on: '2024-06-18', rule: 'litigation-art-85', calendar } },
        },
      }));

  it('is of a court, and of a kind that courts give', () => {
    given(filed('reconsideration'), accepted).when(judge('revoke')).thenRejected('a reconsideration has no instances: record how it ended');
    given(...heard)
      .when(judge('maintain'))
      .thenRejected('a litigation cannot end with "maintain"');
  });
});

// Arts 88, 89.
describe('an appeal', () => {
  it('brings the case to the second instance, which has three months', () =>
    given(...heard, judged)
      .when(appeal, on('06-12'))
      .then({
        type: 'ProceedingAppealLodged',
        data: { appellant: 'respondent', limits: { appeal: null, decision: { on: '2024-09-12', rule: 'litigation-art-88', calendar } } },
      }));

  it.each([
    ['dismissed', 'second'],
    ['withdrawn', 'first'],
  ] as const)('that is %s leaves the first judgment, which takes effect', (decision, instance) =>
    given(...heard, judged, appealed)
      .when(decideAppeal(decision), on('08-30'))
      .then({
        type: 'ProceedingConcluded',
        data: { kind: 'litigation', result: 'revoke', outcome: 'corrected', contests, instance, redo },
        personal: { document: '（2024）湘31行终9号' },
      }),
  );

  it('that succeeds has a judgment of its own, which counts', () => {
    given(...heard, judged, appealed)
      .when(judge('dismiss-claims'), on('08-30'))
      .then({
        type: 'ProceedingConcluded',
        data: { kind: 'litigation', result: 'dismiss-claims', outcome: 'upheld', contests, instance: 'second' },
        personal: {},
      });
    given(...heard, judged, appealed)
      .when(judge('maintain'))
      .thenRejected('a litigation cannot end with "maintain"');
  });

  it('may send the case back to the first instance, once', () => {
    given(...heard, judged, appealed)
      .when(decideAppeal('remanded'), on('08-30'))
      // Six months later is 28 February 2025.
      .then({
        type: 'ProceedingRemanded',
        data: { document: '（2024）湘31行终9号', limits: { decision: { on: '2025-02-28', rule: 'litigation-art-81', calendar } } },
      });
    given(...heard, judged, appealed, remanded)
      .when(judge('dismiss-claims'), on('11-04'))
      .then({
        type: 'ProceedingJudged',
        data: {
          result: 'dismiss-claims',
          form: 'judgment',
          limits: { decision: null, statement: null, appeal: { on: '2024-11-19', rule: 'litigation-art-85', calendar } },
        },
      });
    given(...heard, judged, appealed, remanded, judged, appealed)
      .when(decideAppeal('remanded'))
      .thenRejected('a case is not remanded twice');
  });

  it('is not lodged before there is a judgment, nor decided before it is lodged', () => {
    given(...heard)
      .when(appeal)
      .thenRejected('only a judgment that has not taken effect is appealed');
    given(...heard, judged)
      .when(decideAppeal('dismissed'))
      .thenRejected('an appeal is decided while the court of second instance hears the case');
  });
});

describe('a term in which the agency must act anew', () => {
  const conclude = (result: Result): Command => ({ type: 'ConcludeProceeding', data: { result, redo } });

  it.each<[Kind, Result, string, string]>([
    ['reconsideration', 'revoke', '06-03', 'Reconsideration Law 2023 art. 64'],
    ['reconsideration', 'order-performance', '06-03', 'art. 66'],
    ['litigation', 'revoke', '06-03', 'Administrative Litigation Law art. 70'],
    ['litigation', 'order-performance', '06-03', 'art. 72'],
  ])('comes with a %s that ends with "%s" (%s: %s)', (kind, result, day) =>
    given(filed(kind))
      .when(conclude(result), on(day))
      .then({ type: 'ProceedingConcluded', data: { kind, result, outcome: 'corrected', contests, redo }, personal: {} }),
  );

  it.each<[Kind, Result]>([
    ['reconsideration', 'maintain'],
    ['reconsideration', 'change'],
    ['reconsideration', 'confirm-unlawful'],
    ['litigation', 'confirm-unlawful'],
    ['litigation', 'dismiss-claims'],
    ['litigation', 'change'],
  ])('does not come with a %s that ends with "%s"', (kind, result) =>
    given(filed(kind)).when(conclude(result), on('06-03')).thenRejected(`no term to act anew comes with "${result}"`),
  );

  // Reconsideration Law 2017 art. 28(1)(3).
  it('came with an act found unlawful in reconsideration before 2024', () =>
    given(filed('reconsideration'))
      .when(conclude('confirm-unlawful'), { at: '2023-12-29T09:00:00+08:00' })
      .then({
        type: 'ProceedingConcluded',
        data: { kind: 'reconsideration', result: 'confirm-unlawful', outcome: 'corrected', contests, redo },
        personal: {},
      }));
});
