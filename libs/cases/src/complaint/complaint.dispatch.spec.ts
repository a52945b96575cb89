import { caseSpec, clerk, type CommandFor, type PastFor, ringingOffice } from '@app/testing';
import { complaint } from '.';

const { given } = caseSpec(complaint, ringingOffice);

type Command = CommandFor<typeof complaint>;
type Past = PastFor<typeof complaint>;

const as = (unit: string) => ({ by: { id: `clerk-of-${unit}`, unit, roles: ['unit'] } }) as const;
const dueOn = (on: string, rule: string) => ({ on, rule, calendar: 'chinese-days-1.5.7' });

const due = dueOn('2018-06-11', 'hotline-ordinary');
const call = { caseNumber: 'RX-2018-000772', channel: 'phone', kind: 'complaint', matter: '供水', due } as const;
const received: Past = { type: 'ComplaintRegistered', data: call };
const report: Past = { type: 'ComplaintRegistered', data: { ...call, kind: 'report', accused: ['urban-management'] } };
const wantsNoReply: Past = { type: 'ComplaintRegistered', data: { ...call, replyWanted: false } };
const routed: Past = { type: 'ComplaintRouted', data: { unit: 'water-works' } };
const signedIn: Past = { type: 'ComplaintSignedIn', data: {} };

const part = dueOn('2018-06-07', 'hotline-co-unit');
const coAssigned = (unit: string) =>
  ({ type: 'ComplaintCoAssigned', data: { unit, by: part, limits: { [`co-unit:${unit}`]: part } } }) as const;
const coSignedIn = (unit: string): Past => ({ type: 'ComplaintCoSignedIn', data: { unit } });
const coReplied = (unit: string): Past => ({ type: 'ComplaintCoReplied', data: { unit, limits: { [`co-unit:${unit}`]: null } } });

const clocks = {
  'sign-in': dueOn('2018-06-05', 'hotline-sign-in'),
  return: dueOn('2018-06-05', 'hotline-return'),
  contact: dueOn('2018-06-05', 'hotline-contact'),
};

const route = (order: Omit<Extract<Command, { type: 'RouteComplaint' }>['data'], 'unit'>): Command => ({
  type: 'RouteComplaint',
  data: { unit: 'water-works', ...order },
});
const assignJoint = (...joint: string[]): Command => ({ type: 'AssignComplaintJointly', data: { joint } });
const release = (unit?: string): Command => ({ type: 'ReleaseComplaintJoint', data: { unit } });
const signIn: Command = { type: 'SignInComplaint', data: {} };
const joinIn: Command = { type: 'JoinInComplaint', data: {} };
const replyPart: Command = { type: 'ReplyComplaintPart', data: { text: '已清运' } };
const answer: Command = { type: 'AnswerComplaint', data: { text: '已修复' } };

describe('a dispatched complaint', () => {
  // Jinan 2018: one lead is named; Weifang 2021: lead and co-handlers.
  it('goes to the lead, and a part of it with its own due date to each joint unit', () =>
    given(received)
      .when(route({ joint: ['urban-management', 'gov-office'], instruction: '请速办' }))
      .then(
        { type: 'ComplaintRouted', data: { unit: 'water-works', limits: clocks }, personal: { instruction: '请速办' } },
        ...['urban-management', 'gov-office'].map(coAssigned),
      ));

  it('gives a unit one part, however often it is named, and the lead none beside its own', () =>
    given(received)
      .when(route({ joint: ['urban-management', 'water-works', 'urban-management'] }))
      .then({ type: 'ComplaintRouted', data: { unit: 'water-works', limits: clocks }, personal: {} }, coAssigned('urban-management')));

  // Beijing 2021: the limit is set by the hotline authority and printed on the order.
  it('is due by the limit that is printed on the order', () =>
    given(received)
      .when(route({ limit: { amount: 10, unit: 'working-day' } }))
      .then({
        type: 'ComplaintRouted',
        data: { unit: 'water-works', due: dueOn('2018-06-19', 'hotline-order'), limits: clocks },
        personal: {},
      }));

  // Jinan 2018 art. 24, Weifang 2021 art. 20.
  it('starts no clock for ringing a caller who wants no reply', () => {
    const { 'sign-in': toSign, return: toReturn } = clocks;
    given(wantsNoReply)
      .when(route({}))
      .then({ type: 'ComplaintRouted', data: { unit: 'water-works', limits: { 'sign-in': toSign, return: toReturn } }, personal: {} });
  });
});

// Jinan 2018 art. 32, Petition Work Regulation 2022 art. 30.
describe('a report of wrongdoing', () => {
  const refusal = '被举报单位及其下属单位不得承办';

  it.each(['urban-management', 'urban-station'])('does not go to the unit it is about nor to one under it: %s', (unit) => {
    given(report).when({ type: 'RouteComplaint', data: { unit } }).thenRejected(refusal);
    given(report)
      .when(route({ joint: [unit] }))
      .thenRejected(refusal);
    given(report, routed).when(assignJoint(unit)).thenRejected(refusal);
  });

  it('goes to others, among them the one above', () => {
    const aboutStation: Past = { type: 'ComplaintRegistered', data: { ...call, kind: 'report', accused: ['urban-station'] } };
    given(aboutStation)
      .when({ type: 'RouteComplaint', data: { unit: 'urban-management' } })
      .then({ type: 'ComplaintRouted', data: { unit: 'urban-management', limits: clocks }, personal: {} });
  });
});

describe('a joint unit', () => {
  it('signs in for its part; the lead for the whole', () => {
    given(received, routed, coAssigned('urban-management'))
      .when(joinIn, as('urban-management'))
      .then({ type: 'ComplaintCoSignedIn', data: { unit: 'urban-management' } });
    given(received, routed, coAssigned('urban-management')).when(signIn, as('urban-management')).thenRejected('这一步只能由主办单位办理');
    given(received, routed, coAssigned('urban-management')).when(joinIn, as('water-works')).thenRejected('本单位没有待签收的协办任务');
  });

  it('signs in once', () =>
    given(received, routed, coAssigned('urban-management'), coSignedIn('urban-management'))
      .when(joinIn, as('urban-management'))
      .thenRejected('本单位没有待签收的协办任务'));

  it('replies for its part, which ends its clock', () =>
    given(received, routed, coAssigned('urban-management'), coSignedIn('urban-management'))
      .when(replyPart, as('urban-management'))
      .then({
        type: 'ComplaintCoReplied',
        data: { unit: 'urban-management', limits: { 'co-unit:urban-management': null } },
        personal: { text: '已清运' },
      }));

  it('does not reply before it has signed in, nor twice', () => {
    const refusal = 'your unit has no part that is signed in and waits for a reply';
    given(received, routed, coAssigned('urban-management')).when(replyPart, as('urban-management')).thenRejected(refusal);
    given(received, routed, coAssigned('urban-management'), coSignedIn('urban-management'), coReplied('urban-management'))
      .when(replyPart, as('urban-management'))
      .thenRejected(refusal);
  });

  it('can be added later, but not while it has a part', () => {
    given(received, routed, signedIn).when(assignJoint('urban-management')).then(coAssigned('urban-management'));
    given(received, routed, coAssigned('urban-management')).when(assignJoint('urban-management', 'water-works')).thenNothing();
  });

  it('that has replied can be given another part', () =>
    given(received, routed, signedIn, coAssigned('urban-management'), coSignedIn('urban-management'), coReplied('urban-management'))
      .when(assignJoint('urban-management'))
      .then(coAssigned('urban-management')));

  it('can be released by the hotline: one, or all that have not replied', () => {
    const past = [received, routed, coAssigned('urban-management'), coAssigned('gov-office')];
    given(...past)
      .when(release('gov-office'))
      .then({ type: 'ComplaintCoReleased', data: { unit: 'gov-office', limits: { 'co-unit:gov-office': null } } });
    given(...past)
      .when(release())
      .then(
        { type: 'ComplaintCoReleased', data: { unit: 'urban-management', limits: { 'co-unit:urban-management': null } } },
        { type: 'ComplaintCoReleased', data: { unit: 'gov-office', limits: { 'co-unit:gov-office': null } } },
      );
    given(...past)
      .when(release('urban-station'))
      .thenRejected('this unit has no part that is not replied to');
    given(received, routed).when(release()).thenRejected('没有尚未回复的协办单位');
  });
});

// Jinan 2018, Weifang 2021: the lead's answer speaks for all.
describe('the combined reply of the lead', () => {
  const past = [received, routed, signedIn, coAssigned('urban-management'), coSignedIn('urban-management')];
  const combined = {
    type: 'ComplaintAnswered',
    data: { unit: 'water-works', limits: { 'follow-up': dueOn('2018-06-19', 'hotline-follow-up') } },
    personal: { text: '已修复' },
  } as const;

  it('waits for the joint units', () =>
    given(...past)
      .when(answer, as('water-works'))
      .thenRejected('joint units have not replied yet; the hotline can release them'));

  it('is given when they have replied', () =>
    given(...past, coReplied('urban-management'))
      .when(answer, as('water-works'))
      .then(combined));

  it('is given when the hotline has released those that have not', () =>
    given(...past, { type: 'ComplaintCoReleased', data: { unit: 'urban-management' } })
      .when(answer, as('water-works'))
      .then(combined));

  it('is not for a joint unit to give, nor for the office', () => {
    given(...past, coReplied('urban-management'))
      .when(answer, as('urban-management'))
      .thenRejected('这一步只能由主办单位办理');
    given(...past, coReplied('urban-management'))
      .when(answer, { by: clerk })
      .thenRejected('这一步只能由主办单位办理');
  });
});
