import { caseSpec, type CommandFor, type PastFor, ringingOffice } from '@app/testing';
import { complaint } from '.';
import { defaultRules, type LocalRules } from '../local-rules';

const { given } = caseSpec(complaint, ringingOffice);

type Command = CommandFor<typeof complaint>;
type Past = PastFor<typeof complaint>;

const byWater = { by: { id: 'wang-wei', unit: 'water-works', roles: ['unit'] } } as const;
const dueOn = (on: string, rule: string) => ({ on, rule, calendar: 'chinese-days-1.5.7' });

const due = dueOn('2018-06-11', 'hotline-ordinary');
const received: Past = {
  type: 'ComplaintRegistered',
  data: { caseNumber: 'RX-2018-000772', channel: 'phone', kind: 'report', matter: '供水', accused: ['urban-station'], due },
};
const toSign = dueOn('2018-06-05', 'hotline-sign-in');
const toContact = dueOn('2018-06-05', 'hotline-contact');
const routed: Past = {
  type: 'ComplaintRouted',
  data: { unit: 'water-works', limits: { 'sign-in': toSign, return: dueOn('2018-06-05', 'hotline-return'), contact: toContact } },
};
const signedIn: Past = { type: 'ComplaintSignedIn', data: { limits: { 'sign-in': null } } };
const part = dueOn('2018-06-07', 'hotline-co-unit');
const coAssigned: Past = { type: 'ComplaintCoAssigned', data: { unit: 'gov-office', by: part, limits: { 'co-unit:gov-office': part } } };
const asked: Past = {
  type: 'ComplaintReturnRequested',
  data: { unit: 'water-works', ground: 'not-responsible', limits: { 'sign-in': null, return: null } },
};
const refused: Past = { type: 'ComplaintReturnRefused', data: {} };
const designated: Past = { type: 'ComplaintUnitDesignated', data: { unit: 'water-works', limits: { 'sign-in': toSign } } };

const requestReturn: Command = { type: 'RequestComplaintReturn', data: { ground: 'not-responsible', reason: '应由城管承办' } };
const approve: Command = { type: 'ApproveComplaintReturn', data: {} };
const refuse: Command = { type: 'RefuseComplaintReturn', data: { reason: '三定方案明确由你单位负责' } };
const designate = (unit: string, joint?: string[]): Command => ({ type: 'DesignateComplaintUnit', data: { unit, joint } });

// Weifang 2021: a unit may apply to return an order; the window is a local rule.
describe('the return of a complaint', () => {
  it('is asked for by the unit, with its ground, before or after it signs in', () => {
    given(received, routed)
      .when(requestReturn, byWater)
      .then({
        type: 'ComplaintReturnRequested',
        data: { unit: 'water-works', ground: 'not-responsible', limits: { 'sign-in': null, return: null } },
        personal: { reason: '应由城管承办' },
      });
    given(received, routed, signedIn)
      .when(requestReturn, byWater)
      .then({
        type: 'ComplaintReturnRequested',
        data: { unit: 'water-works', ground: 'not-responsible', limits: { return: null } },
        personal: { reason: '应由城管承办' },
      });
  });

  it.each([
    ['the last day of the window', '2018-06-05T23:59:00+08:00', true],
    ['the day after', '2018-06-06T00:00:00+08:00', false],
  ])('is asked for in time: %s', (_, at, inTime) => {
    const outcome = given(received, routed, signedIn).when(requestReturn, { ...byWater, at });
    if (!inTime) return outcome.thenRejected('退单期限已过，或退单申请已经审定');
    return outcome.then({
      type: 'ComplaintReturnRequested',
      data: { unit: 'water-works', ground: 'not-responsible', limits: { return: null } },
      personal: { reason: '应由城管承办' },
    });
  });

  it('is for the lead to ask for, not for a joint unit', () =>
    given(received, routed, coAssigned)
      .when(requestReturn, { by: { id: 'li-na', unit: 'gov-office', roles: ['unit'] } })
      .thenRejected('这一步只能由主办单位办理'));

  it('gives the complaint back to the hotline, and ends the parts of joint units', () =>
    given(received, routed, signedIn, coAssigned, asked)
      .when(approve)
      .then(
        { type: 'ComplaintCoReleased', data: { unit: 'gov-office', limits: { 'co-unit:gov-office': null } } },
        { type: 'ComplaintReturned', data: { unit: 'water-works', limits: { contact: null } } },
      ));

  it('starts the clock of the answer anew where the local rules say so', () => {
    const local: LocalRules = { ...defaultRules, complaint: { ...defaultRules.complaint, clockAfterReturn: 'restarts' } };
    given(received, routed, signedIn, asked)
      .when(approve, { local, at: '2018-06-06T09:00:00+08:00' })
      .then({
        type: 'ComplaintReturned',
        data: { unit: 'water-works', due: dueOn('2018-06-13', 'hotline-ordinary'), limits: { contact: null } },
      });
  });

  it('lets the complaint be dispatched again', () =>
    given(received, routed, asked, { type: 'ComplaintReturned', data: { unit: 'water-works' } })
      .when({ type: 'RouteComplaint', data: { unit: 'urban-management' } })
      .then({
        type: 'ComplaintRouted',
        data: {
          unit: 'urban-management',
          limits: { 'sign-in': toSign, return: dueOn('2018-06-05', 'hotline-return'), contact: toContact },
        },
        personal: {},
      }));

  it('is refused: the unit that has signed in handles it, the one that has not signs in', () => {
    const personal = { reason: '三定方案明确由你单位负责' };
    given(received, routed, signedIn, asked).when(refuse).then({ type: 'ComplaintReturnRefused', data: {}, personal });
    given(received, routed, asked)
      .when(refuse)
      .then({ type: 'ComplaintReturnRefused', data: { limits: { 'sign-in': toSign } }, personal });
    given(received, routed, signedIn, asked, refused)
      .when({ type: 'SubTaskComplaint', data: { station: '灵溪水管站' } }, byWater)
      .then({ type: 'ComplaintSubTasked', data: { station: '灵溪水管站' } });
    given(received, routed, asked, refused)
      .when({ type: 'SignInComplaint', data: {} }, byWater)
      .then({ type: 'ComplaintSignedIn', data: {} });
  });

  it('is not asked for once more after it was refused', () =>
    given(received, routed, signedIn, asked, refused).when(requestReturn, byWater).thenRejected('退单期限已过，或退单申请已经审定'));

  it('is decided on only when it is asked for', () => {
    given(received, routed).when(approve).thenRejected('只有已申请退单的投诉才能审定退单');
    given(received, routed, asked, refused).when(refuse).thenRejected('只有已申请退单的投诉才能审定退单');
  });
});

// Weifang 2021: in a dispute the hotline decides, and what it has decided is not returned.
describe('a unit named by the hotline after a dispute', () => {
  it('has the complaint for good: there is no window to return it', () =>
    given(received, routed, asked)
      .when(designate('water-works', ['gov-office']))
      .then(
        {
          type: 'ComplaintUnitDesignated',
          data: { unit: 'water-works', limits: { 'sign-in': toSign, contact: toContact } },
          personal: {},
        },
        { type: 'ComplaintCoAssigned', data: { unit: 'gov-office', by: part, limits: { 'co-unit:gov-office': part } } },
      ));

  it('may be another than the one that objected; joint units of the former order are released', () =>
    given(received, routed, coAssigned, asked)
      .when(designate('urban-management'))
      .then(
        { type: 'ComplaintCoReleased', data: { unit: 'gov-office', limits: { 'co-unit:gov-office': null } } },
        {
          type: 'ComplaintUnitDesignated',
          data: { unit: 'urban-management', limits: { 'sign-in': toSign, contact: toContact } },
          personal: {},
        },
      ));

  it('does not return it', () =>
    given(received, routed, asked, designated).when(requestReturn, byWater).thenRejected('热线指定承办的投诉不得再退'));

  it('is none that the report is about', () =>
    given(received, routed, asked).when(designate('urban-station')).thenRejected('被举报单位及其下属单位不得承办'));
});
