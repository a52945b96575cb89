import { caseSpec, type CommandFor, type EventFor, type PastFor } from '@app/testing';
import { complaint } from '.';

const { given } = caseSpec(complaint);

type Command = CommandFor<typeof complaint>;
type Past = PastFor<typeof complaint>;

const dueOn = (on: string, rule: string) => ({ on, rule, calendar: 'chinese-days-1.5.7' });

const due = dueOn('2018-06-11', 'hotline-ordinary');
const received: Past = {
  type: 'ComplaintRegistered',
  data: { caseNumber: 'RX-2018-000772', channel: 'phone', kind: 'report', matter: '供水', due },
};
const routed: Past = {
  type: 'ComplaintRouted',
  data: { unit: 'urban-station', limits: { 'sign-in': dueOn('2018-06-05', 'hotline-sign-in') } },
};
const part = dueOn('2018-06-07', 'hotline-co-unit');
const coAssigned = (unit: string): Past => ({
  type: 'ComplaintCoAssigned',
  data: { unit, by: part, limits: { [`co-unit:${unit}`]: part } },
});
const signedIn: Past = { type: 'ComplaintSignedIn', data: { limits: { 'sign-in': null } } };
const answered: Past = {
  type: 'ComplaintAnswered',
  data: { unit: 'urban-station', limits: { 'follow-up': dueOn('2018-06-19', 'hotline-follow-up') } },
};
const closed: Past = { type: 'ComplaintClosed', data: {} };
const escalated = (level: number): Past => ({ type: 'ComplaintEscalated', data: { level, ground: 'late' } });

const escalate = (level: number): Command => ({ type: 'EscalateComplaint', data: { level, ground: 'late', text: '请专人督办' } });
const nameAccused = (...accused: string[]): Command => ({ type: 'NameComplaintAccused', data: { accused } });

// Jinan 2018 (late, unsolved again and again), Weifang 2021 (refusal, late, unsolved, bad effect).
describe('supervision', () => {
  it('begins at a level and rises', () => {
    given(received, routed)
      .when(escalate(1))
      .then({ type: 'ComplaintEscalated', data: { level: 1, ground: 'late' }, personal: { text: '请专人督办' } });
    given(received, routed, escalated(1))
      .when(escalate(3))
      .then({ type: 'ComplaintEscalated', data: { level: 3, ground: 'late' }, personal: { text: '请专人督办' } });
  });

  it('never falls, nor stays where it is', () => {
    given(received, routed, escalated(2)).when(escalate(2)).thenRejected('督办级别只能提高');
    given(received, routed, escalated(2)).when(escalate(1)).thenRejected('督办级别只能提高');
  });

  it('has as many levels as the local rules say', () => {
    given(received, routed).when(escalate(4)).thenRejected('there is no such level of supervision');
    given(received, routed, escalated(3)).when(escalate(4)).thenRejected('it is already at the highest level of supervision');
  });

  it('may set a limit of its own beside the clock of the answer, which the answer ends', () => {
    given(received, routed)
      .when({ type: 'EscalateComplaint', data: { level: 1, ground: 'repeated', limit: { amount: 2, unit: 'working-day' } } })
      .then({
        type: 'ComplaintEscalated',
        data: { level: 1, ground: 'repeated', limits: { supervision: dueOn('2018-06-06', 'hotline-supervision') } },
        personal: {},
      });
    const supervised: Past = {
      type: 'ComplaintEscalated',
      data: { level: 1, ground: 'late', limits: { supervision: dueOn('2018-06-06', 'hotline-supervision') } },
    };
    given(received, routed, signedIn, supervised)
      .when({ type: 'AnswerComplaint', data: { text: '已办' } }, { by: { id: 'handler', unit: 'urban-station', roles: ['unit'] } })
      .then({
        type: 'ComplaintAnswered',
        data: { unit: 'urban-station', limits: { supervision: null, 'follow-up': dueOn('2018-06-19', 'hotline-follow-up') } },
        personal: { text: '已办' },
      });
  });

  it('is over when the complaint is closed', () =>
    given(received, routed, signedIn, answered, closed).when(escalate(1)).thenRejected('只有在办的投诉才能督办、批示和协调'));
});

describe("a leader's instruction", () => {
  const instruct: Command = { type: 'InstructComplaint', data: { leader: '副县长', text: '请限期解决' } };
  const instructed = { type: 'ComplaintInstructed', data: { leader: '副县长' }, personal: { text: '请限期解决' } } as const;

  it('is recorded, its text apart, and may be followed by another', () => {
    given(received).when(instruct).then(instructed);
    given(received, { type: 'ComplaintInstructed', data: { leader: '县长' } })
      .when(instruct)
      .then(instructed);
  });
});

describe('a coordination meeting', () => {
  it('is recorded with what it concluded', () =>
    given(received, routed)
      .when({ type: 'HoldComplaintMeeting', data: { conclusion: '由自来水公司牵头' } })
      .then({ type: 'ComplaintMeetingHeld', data: {}, personal: { conclusion: '由自来水公司牵头' } }));
});

// Jinan 2018 art. 32.
describe('confidentiality', () => {
  const keep: Command = { type: 'KeepComplaintConfidential', data: {} };

  it('may be asked for later, also when the complaint is closed', () => {
    given(received, routed).when(keep).then({ type: 'ComplaintKeptConfidential', data: {} });
    given(received, routed, signedIn, answered, closed).when(keep).then({ type: 'ComplaintKeptConfidential', data: {} });
  });

  it('is granted once', () => {
    const confidential: Past = {
      type: 'ComplaintRegistered',
      data: { caseNumber: 'RX-2018-000773', channel: 'phone', kind: 'report', matter: '供水', confidential: true, due },
    };
    given(confidential).when(keep).thenRejected('已为诉求人保密');
    given(received, { type: 'ComplaintKeptConfidential', data: {} }).when(keep).thenRejected('已为诉求人保密');
  });
});

// Jinan 2018 art. 32; Petition Work Regulation 2022 art. 30.
describe('a unit that turns out to be accused', () => {
  it('is named beside those named before', () => {
    given(received)
      .when(nameAccused('water-works'))
      .then({ type: 'ComplaintUnitAccused', data: { accused: ['water-works'] } });
    given(received, { type: 'ComplaintUnitAccused', data: { accused: ['water-works'] } })
      .when(nameAccused('urban-station', 'water-works'))
      .then({ type: 'ComplaintUnitAccused', data: { accused: ['water-works', 'urban-station'] } });
  });

  it('is not named twice', () =>
    given(received, { type: 'ComplaintUnitAccused', data: { accused: ['water-works'] } })
      .when(nameAccused('water-works'))
      .thenNothing());

  it.each(['urban-station', 'urban-management'])('loses the complaint that it leads, itself or one under it: %s', (accused) =>
    given(received, routed)
      .when(nameAccused(accused))
      .then(
        { type: 'ComplaintUnitAccused', data: { accused: [accused] } },
        { type: 'ComplaintTakenBack', data: { unit: 'urban-station', limits: { 'sign-in': null } } },
      ),
  );

  it('ends with its lead the parts of all joint units', () => {
    const taken: EventFor<typeof complaint>[] = [
      { type: 'ComplaintUnitAccused', data: { accused: ['urban-station'] } },
      { type: 'ComplaintCoReleased', data: { unit: 'water-works', limits: { 'co-unit:water-works': null } } },
      { type: 'ComplaintTakenBack', data: { unit: 'urban-station', limits: { 'sign-in': null } } },
    ];
    given(received, routed, coAssigned('water-works'))
      .when(nameAccused('urban-station'))
      .then(...taken);
  });

  it('loses its part of a complaint that another leads', () =>
    given(received, routed, coAssigned('water-works'), coAssigned('gov-office'))
      .when(nameAccused('water-works'))
      .then(
        { type: 'ComplaintUnitAccused', data: { accused: ['water-works'] } },
        { type: 'ComplaintCoReleased', data: { unit: 'water-works', limits: { 'co-unit:water-works': null } } },
      ));

  it('loses also what it has answered already: the complaint is due anew', () =>
    given(received, routed, signedIn, answered)
      .when(nameAccused('urban-station'), { at: '2018-06-12T09:00:00+08:00' })
      .then(
        { type: 'ComplaintUnitAccused', data: { accused: ['urban-station'] } },
        {
          type: 'ComplaintTakenBack',
          data: { unit: 'urban-station', due: dueOn('2018-06-20', 'hotline-ordinary'), limits: { 'follow-up': null } },
        },
      ));

  it('leaves a complaint that it does not have where it is', () =>
    given(received, routed)
      .when(nameAccused('water-works'))
      .then({ type: 'ComplaintUnitAccused', data: { accused: ['water-works'] } }));

  it('is recorded of a closed complaint, which stays closed', () =>
    given(received, routed, signedIn, answered, closed)
      .when(nameAccused('urban-station'))
      .then({ type: 'ComplaintUnitAccused', data: { accused: ['urban-station'] } }));

  it('is not given the complaint again', () =>
    given(
      received,
      routed,
      { type: 'ComplaintUnitAccused', data: { accused: ['urban-station'] } },
      { type: 'ComplaintTakenBack', data: { unit: 'urban-station' } },
    )
      .when({ type: 'RouteComplaint', data: { unit: 'urban-station' } })
      .thenRejected('被举报单位及其下属单位不得承办'));
});
