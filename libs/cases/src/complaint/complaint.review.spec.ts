import { type CaseEvent, decide, foldCase } from '@app/cases';
import { caseSpec, clerk, type CommandFor, type PastFor, usualCircumstances } from '@app/testing';
import { complaint } from '.';
import { defaultRules, type LocalRules } from '../local-rules';

const { given } = caseSpec(complaint);

type Command = CommandFor<typeof complaint>;
type Past = PastFor<typeof complaint>;

const dueOn = (on: string, rule: string) => ({ on, rule, calendar: 'chinese-days-1.5.7' });
const localWith = (rules: Partial<LocalRules['complaint']>) => ({
  local: { ...defaultRules, complaint: { ...defaultRules.complaint, ...rules } },
});

const due = dueOn('2018-06-11', 'hotline-ordinary');
const received: Past = {
  type: 'ComplaintRegistered',
  data: { caseNumber: 'RX-2018-000772', channel: 'phone', kind: 'complaint', matter: '供水', due },
};
const routed: Past = { type: 'ComplaintRouted', data: { unit: 'water-works' } };
const signedIn: Past = { type: 'ComplaintSignedIn', data: {} };
const answered: Past = {
  type: 'ComplaintAnswered',
  data: { unit: 'water-works', limits: { 'follow-up': dueOn('2018-06-19', 'hotline-follow-up') } },
};
const answeredDirectly: Past = { type: 'ComplaintAnsweredDirectly', data: { unit: 'gov-office' } };
const reviewed: Past = { type: 'ComplaintReviewed', data: {} };
const sentBack: Past = { type: 'ComplaintSentBack', data: { ground: 'unsolved', due: dueOn('2018-06-11', 'hotline-rework') } };
const attempted: Past = { type: 'ComplaintFollowUpAttempted', data: { mode: 'phone' } };
const rated = (rating: 'satisfied' | 'dissatisfied', resolution?: 'unsolved'): Past => ({
  type: 'ComplaintRated',
  data: { rating, resolution, limits: { 'follow-up': null } },
});
const closed: Past = { type: 'ComplaintClosed', data: {} };
const replied = [received, routed, signedIn, answered];

const pass: Command = { type: 'PassComplaintReview', data: {} };
const sendBack: Command = { type: 'SendBackComplaint', data: { ground: 'caller-not-contacted', text: '请先联系诉求人' } };
const attempt: Command = { type: 'RecordComplaintAttempt', data: { mode: 'phone' } };
const followUp = (rating: 'satisfied' | 'dissatisfied' | 'unreachable'): Command => ({ type: 'RecordComplaintFollowUp', data: { rating } });
const close: Command = { type: 'CloseComplaint', data: {} };
const reopen: Command = { type: 'ReopenComplaint', data: { text: '又停水了' } };

describe("the review of a unit's answer", () => {
  it('is passed', () =>
    given(...replied)
      .when(pass)
      .then({ type: 'ComplaintReviewed', data: {} }));

  it('is not for what the hotline has answered itself, nor repeated', () => {
    given(received, answeredDirectly).when(pass).thenRejected('热线直接答复的投诉无需审核');
    given(...replied, reviewed)
      .when(pass)
      .thenRejected('只有已答复、尚未审核的投诉才能审核');
  });

  it.each([attempt, followUp('satisfied'), close])('comes first where local rules require it: $type', (command) => {
    const required = localWith({ review: 'required' });
    given(...replied)
      .when(command, required)
      .thenRejected('承办单位的答复须先经热线审核');
  });

  it('lets the follow-up and the closure through once it is passed, and those of direct answers always', () => {
    const required = localWith({ review: 'required' });
    given(...replied, reviewed)
      .when(close, required)
      .then({ type: 'ComplaintClosed', data: {} });
    given(received, answeredDirectly).when(close, required).then({ type: 'ComplaintClosed', data: {} });
    given(...replied, reviewed)
      .when(followUp('satisfied'), required)
      .then({ type: 'ComplaintRated', data: { rating: 'satisfied', limits: { 'follow-up': null } }, personal: {} });
  });
});

// Jinan 2018: an unsatisfactory answer may be sent back; Yueyang county sends back what nobody rang the caller about.
describe('a complaint sent back for rework', () => {
  const again = {
    type: 'ComplaintSentBack',
    data: { ground: 'caller-not-contacted', due: dueOn('2018-06-11', 'hotline-rework'), limits: { 'follow-up': null } },
    personal: { text: '请先联系诉求人' },
  } as const;

  it('has a new due date by the local rule', () =>
    given(...replied)
      .when(sendBack)
      .then(again));

  it('is sent back also when the caller is dissatisfied or calls it unsolved, and is rated again later', () => {
    const { limits: _, ...data } = again.data;
    given(...replied, rated('dissatisfied'))
      .when(sendBack)
      .then({ ...again, data });
    given(...replied, rated('satisfied', 'unsolved'))
      .when(sendBack)
      .then({ ...again, data });
    given(...replied, rated('dissatisfied'), sentBack, answered)
      .when(followUp('satisfied'))
      .then({ type: 'ComplaintRated', data: { rating: 'satisfied', limits: { 'follow-up': null } }, personal: {} });
  });

  it('is none that has satisfied the caller, has passed the review, or was answered by the hotline itself', () => {
    given(...replied, rated('satisfied'))
      .when(sendBack)
      .thenRejected('诉求人没有不满意，也没有表示未解决');
    given(...replied, reviewed)
      .when(sendBack)
      .thenRejected('只有已答复的投诉才能发回重办');
    given(received, answeredDirectly).when(sendBack).thenRejected('the hotline has answered itself: there is no unit to send it back to');
  });

  it('goes back so many rounds as the local rules allow', () => {
    const once = localWith({ rework: { within: { amount: 5, unit: 'working-day' }, mostRounds: 1 } });
    given(...replied, sentBack, answered)
      .when(sendBack, once)
      .thenRejected('发回重办次数已用完，可以督办');
    given(...replied, sentBack, answered)
      .when(sendBack)
      .then(again);
  });
});

describe('the follow-up', () => {
  // Three questions that are not one: satisfaction, attitude, and whether it is solved (Beijing 2021 art. 32).
  it('asks for satisfaction, attitude and whether the matter is solved, and says who asked and how', () => {
    const answers = {
      rating: 'satisfied',
      attitude: 'basically-satisfied',
      resolution: 'solved',
      askedBy: '回访组',
      mode: 'phone',
    } as const;
    given(...replied)
      .when({ type: 'RecordComplaintFollowUp', data: { ...answers, comment: '很快' } })
      .then({ type: 'ComplaintRated', data: { ...answers, limits: { 'follow-up': null } }, personal: { comment: '很快' } });
  });

  it('is tried again and again while nobody answers', () =>
    given(...replied, attempted)
      .when(attempt)
      .then({ type: 'ComplaintFollowUpAttempted', data: { mode: 'phone' } }));

  describe('of a caller who cannot be reached', () => {
    const thrice = localWith({ followUp: { within: { amount: 10, unit: 'working-day' }, attempts: 3 } });
    const unreachable = {
      type: 'ComplaintRated',
      data: { rating: 'unreachable', limits: { 'follow-up': null } },
      personal: {},
    } as const;

    it('has been tried as often as the local rules say, the last call among them', () => {
      given(...replied, attempted)
        .when(followUp('unreachable'), thrice)
        .thenRejected('回访次数不足，不能记为联系不上');
      given(...replied, attempted, attempted)
        .when(followUp('unreachable'), thrice)
        .then(unreachable);
      given(...replied)
        .when(followUp('unreachable'))
        .then(unreachable);
    });

    it('counts the calls since the latest answer', () =>
      given(...replied, attempted, attempted, sentBack, answered)
        .when(followUp('unreachable'), thrice)
        .thenRejected('回访次数不足，不能记为联系不上'));

    it('is believed to the system that reports it: it has counted its own calls', () =>
      given(...replied)
        .when(followUp('unreachable'), { ...thrice, by: { id: 'hotline', unit: 'hotline-centre', roles: ['intake'] } })
        .then(unreachable));
  });
});

describe('a closed complaint', () => {
  // Jinan 2018: the same facts once more are not handled again.
  it('is reopened on new facts with the unit that had it, and is due anew', () =>
    given(...replied, closed)
      .when(reopen, { at: '2018-07-02T09:00:00+08:00' })
      .then({
        type: 'ComplaintReopened',
        data: { status: 'handling', due: dueOn('2018-07-09', 'hotline-ordinary') },
        personal: { text: '又停水了' },
      }));

  it.each<[string, Past]>([
    ['the hotline has answered', answeredDirectly],
    ['was not accepted', { type: 'ComplaintDeclined', data: { disposal: 'not-accepted', ground: 'already-concluded' } }],
  ])('that %s is reopened with the hotline', (_, end) =>
    given(received, end, closed)
      .when(reopen)
      .then({ type: 'ComplaintReopened', data: { status: 'received', due }, personal: { text: '又停水了' } }),
  );

  it('does not go back to a unit that it is about', () =>
    given(...replied, closed, { type: 'ComplaintUnitAccused', data: { accused: ['water-works'] } })
      .when(reopen)
      .then({ type: 'ComplaintReopened', data: { status: 'received', due }, personal: { text: '又停水了' } }));

  it('begins a new round of reworks when it is reopened', () => {
    const once = localWith({ rework: { within: { amount: 5, unit: 'working-day' }, mostRounds: 1 } });
    given(...replied, sentBack, answered, closed, { type: 'ComplaintReopened', data: { status: 'handling', due } }, answered)
      .when({ type: 'SendBackComplaint', data: { ground: 'unsolved' } }, once)
      .then({
        type: 'ComplaintSentBack',
        data: { ground: 'unsolved', due: dueOn('2018-06-11', 'hotline-rework'), limits: { 'follow-up': null } },
        personal: {},
      });
  });

  it('is not reopened before it is closed', () =>
    given(...replied)
      .when(reopen)
      .thenRejected('only a closed complaint can be reopened'));
});

describe('a fact of a complaint', () => {
  const past: readonly CaseEvent[] = [
    ...[...replied, rated('dissatisfied')].map((event) => ({ ...event, at: '2018-06-04T01:00:00Z' })),
    { ...closed, at: '2018-06-05T01:00:00Z' },
  ];
  const correct = (fact: string, now: string | null) =>
    decide(
      complaint,
      foldCase(complaint, past),
      { type: 'CorrectComplaint', data: { fact, now, reason: '录入有误', approvedBy: 'zhang-min' } },
      { at: '2018-06-20T09:00:00+08:00', by: clerk, caseNumber: 'RX-2018-000772', ...usualCircumstances },
    );

  it.each([
    ['channel', 'phone', 'wechat'],
    ['kind', 'complaint', 'report'],
    ['matter', '供水', '供电'],
    ['area', null, '灵溪镇'],
    ['platform', null, '湘易办'],
    ['urgency', null, 'urgent'],
    ['received_on', '2018-06-04', '2018-06-01'],
    ['answered_on', '2018-06-04', '2018-06-05'],
    ['rating', 'dissatisfied', 'satisfied'],
    ['resolution', null, 'solved'],
    ['attitude', null, 'satisfied'],
    ['closed_on', '2018-06-05', '2018-06-06'],
  ])('can be put right: %s', (fact, was, now) =>
    expect(correct(fact, now)).toMatchObject([{ type: 'FactCorrected', data: { fact, was, now, approvedBy: 'zhang-min' } }]),
  );

  it.each([
    ['kind', '网络'],
    ['matter', null],
    ['rating', null],
  ])('is put right to what it can be: %s is not %s', (fact, now) =>
    expect(correct(fact, now)).toMatchObject({ rejected: { en: 'this is no possible value of the fact' } }),
  );
});
