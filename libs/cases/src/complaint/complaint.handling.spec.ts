import { caseSpec, clerk, type CommandFor, type PastFor } from '@app/testing';
import { complaint } from '.';
import { defaultRules, type LocalRules } from '../local-rules';

const { given } = caseSpec(complaint);

type Command = CommandFor<typeof complaint>;
type Past = PastFor<typeof complaint>;

const byWater = { by: { id: 'wang-wei', unit: 'water-works', roles: ['unit'] } } as const;
const dueOn = (on: string, rule: string) => ({ on, rule, calendar: 'chinese-days-1.5.7' });

const call = {
  caseNumber: 'RX-2018-000772',
  channel: 'phone',
  kind: 'complaint',
  matter: '供水',
  due: { ...dueOn('2018-06-11', 'hotline-ordinary'), from: '2018-06-04', amount: 5, unit: 'working-day' },
} as const;
const received: Past = { type: 'ComplaintRegistered', data: call };
const routed: Past = {
  type: 'ComplaintRouted',
  data: { unit: 'water-works', limits: { contact: dueOn('2018-06-05', 'hotline-contact') } },
};
const signedIn: Past = { type: 'ComplaintSignedIn', data: {} };
const handling = [received, routed, signedIn];
const extensionAsked: Past = { type: 'ComplaintExtensionRequested', data: {} };
const extended: Past = { type: 'ComplaintExtended', data: { due: dueOn('2018-06-19', 'hotline-ordinary') } };

const contact = (result: 'reached' | 'no-answer'): Command => ({ type: 'ContactComplaintCaller', data: { result, note: '约定周三上门' } });
const askExtension: Command = { type: 'RequestComplaintExtension', data: { reason: '需更换主管', callerTold: true } };
const grant: Command = { type: 'GrantComplaintExtension', data: {} };
const refuse: Command = { type: 'RefuseComplaintExtension', data: { reason: '可先行抢修' } };
const propose = (ground: 'withdrawn' | 'impossible'): Command => ({
  type: 'ProposeComplaintTermination',
  data: { ground, text: '诉求人撤回' },
});
const terminate: Command = { type: 'TerminateComplaint', data: { ground: 'withdrawn' } };

// Beijing 2021 art. 32 counts it: 响应率.
describe('the call to the caller', () => {
  it('ends the clock of the contact when the caller is reached', () =>
    given(...handling)
      .when(contact('reached'), byWater)
      .then({ type: 'ComplaintCallerContacted', data: { limits: { contact: null } }, personal: { note: '约定周三上门' } }));

  it('is noted when nobody answers, and the clock runs on', () =>
    given(...handling)
      .when(contact('no-answer'), byWater)
      .then({ type: 'ComplaintCallerNotReached', data: { result: 'no-answer' }, personal: { note: '约定周三上门' } }));

  // Jinan 2018 art. 32.
  it('goes through the hotline when the caller is kept confidential', () => {
    const confidential: Past = { type: 'ComplaintKeptConfidential', data: {} };
    given(...handling, confidential)
      .when(contact('reached'), byWater)
      .thenRejected('the caller asked for confidentiality and is contacted through the hotline');
    given(...handling, confidential)
      .when(contact('reached'), { by: clerk })
      .then({ type: 'ComplaintCallerContacted', data: { limits: { contact: null } }, personal: { note: '约定周三上门' } });
  });
});

describe('a station', () => {
  const subTask = (station: string): Command => ({ type: 'SubTaskComplaint', data: { station } });

  it('is given the work by the unit that keeps the complaint', () =>
    given(...handling)
      .when(subTask('灵溪水管站'), byWater)
      .then({ type: 'ComplaintSubTasked', data: { station: '灵溪水管站' } }));

  it('is not given it twice; another may be', () => {
    const subTasked: Past = { type: 'ComplaintSubTasked', data: { station: '灵溪水管站' } };
    given(...handling, subTasked)
      .when(subTask('灵溪水管站'), byWater)
      .thenNothing();
    given(...handling, subTasked)
      .when(subTask('砂坝水管站'), byWater)
      .then({ type: 'ComplaintSubTasked', data: { station: '砂坝水管站' } });
  });
});

// Weifang 2021 (explain and propose a solution), Beijing 2021 (explain to the caller and notify the hotline).
describe('an extension', () => {
  it('is asked for by the unit and granted by the hotline; the former term stays visible', () => {
    given(...handling)
      .when(askExtension, byWater)
      .then({ type: 'ComplaintExtensionRequested', data: { callerTold: true }, personal: { reason: '需更换主管' } });
    given(...handling, extensionAsked)
      .when(grant)
      .then({
        type: 'ComplaintExtended',
        data: {
          due: {
            ...dueOn('2018-06-19', 'hotline-ordinary'),
            from: '2018-06-04',
            extensions: [{ amount: 5, unit: 'working-day', rule: 'hotline-extension' }],
          },
        },
      });
  });

  it('is refused: the term stays', () =>
    given(...handling, extensionAsked)
      .when(refuse)
      .then({ type: 'ComplaintExtensionRefused', data: {}, personal: { reason: '可先行抢修' } }));

  it('is not decided on before it is asked for, nor twice', () => {
    given(...handling)
      .when(grant)
      .thenRejected('没有待审定的延期申请');
    given(...handling, extensionAsked, { type: 'ComplaintExtensionRefused', data: {} })
      .when(grant)
      .thenRejected('没有待审定的延期申请');
  });

  it('is not asked for while one is', () =>
    given(...handling, extensionAsked)
      .when(askExtension, byWater)
      .thenRejected('延期申请正在审定'));

  it('is given as often as the local rules allow: once by default', () => {
    const twice: LocalRules = {
      ...defaultRules,
      complaint: { ...defaultRules.complaint, extension: { most: 2, by: { amount: 5, unit: 'working-day' } } },
    };
    given(...handling, extensionAsked, extended)
      .when(askExtension, byWater)
      .thenRejected('延期次数已用完');
    given(...handling, extensionAsked, extended)
      .when(askExtension, { ...byWater, local: twice })
      .then({ type: 'ComplaintExtensionRequested', data: { callerTold: true }, personal: { reason: '需更换主管' } });
  });

  it('is asked for before the term is over, at the latest on its last day', () => {
    given(...handling)
      .when(askExtension, { ...byWater, at: '2018-06-11T17:00:00+08:00' })
      .then({ type: 'ComplaintExtensionRequested', data: { callerTold: true }, personal: { reason: '需更换主管' } });
    given(...handling)
      .when(askExtension, { ...byWater, at: '2018-06-12T08:00:00+08:00' })
      .thenRejected('办理期限已过，不能再申请延期');
  });
});

// Weifang 2021 art. 21.
describe('the end without an answer', () => {
  const proposed: Past = { type: 'ComplaintTerminationProposed', data: { ground: 'withdrawn' } };

  it('is proposed by the unit in writing', () =>
    given(...handling)
      .when(propose('withdrawn'), byWater)
      .then({ type: 'ComplaintTerminationProposed', data: { ground: 'withdrawn' }, personal: { text: '诉求人撤回' } }));

  it('is proposed once on one ground', () => {
    given(...handling, proposed)
      .when(propose('withdrawn'), byWater)
      .thenNothing();
    given(...handling, proposed)
      .when(propose('impossible'), byWater)
      .then({ type: 'ComplaintTerminationProposed', data: { ground: 'impossible' }, personal: { text: '诉求人撤回' } });
  });

  it('is decided by the hotline, and releases joint units', () => {
    const part = dueOn('2018-06-07', 'hotline-co-unit');
    given(...handling, { type: 'ComplaintCoAssigned', data: { unit: 'urban-management', by: part, limits: {} } }, proposed)
      .when(terminate)
      .then(
        { type: 'ComplaintCoReleased', data: { unit: 'urban-management' } },
        { type: 'ComplaintTerminated', data: { disposal: 'terminated', ground: 'withdrawn' }, personal: {} },
      );
  });

  it('is not decided without a proposal; one from before a rework is none', () => {
    const due = dueOn('2018-06-11', 'hotline-rework');
    given(...handling)
      .when(terminate)
      .thenRejected('终止办理须先由承办单位书面提请');
    given(
      ...handling,
      proposed,
      { type: 'ComplaintAnswered', data: { unit: 'water-works' } },
      { type: 'ComplaintSentBack', data: { ground: 'unsolved', due } },
    )
      .when(terminate)
      .thenRejected('终止办理须先由承办单位书面提请');
  });
});
