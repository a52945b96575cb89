import { caseSpec, type CommandFor, type PastFor } from '@app/testing';
import { complaint } from '.';
import { defaultRules, type LocalRules } from '../local-rules';
import { ComplaintLocal } from '../local-rules/complaint';

const { given } = caseSpec(complaint);

type Register = Extract<CommandFor<typeof complaint>, { type: 'RegisterComplaint' }>;
type Past = PastFor<typeof complaint>;

const dueOn = (on: string, rule: string) => ({ on, rule, calendar: 'chinese-days-1.5.7' });
const call = { channel: 'phone', kind: 'complaint', matter: '供水' } as const;
const received: Past = {
  type: 'ComplaintRegistered',
  data: { caseNumber: 'RX-2018-000772', ...call, due: dueOn('2018-06-11', 'hotline-ordinary') },
};
const routed: Past = { type: 'ComplaintRouted', data: { unit: 'water-works' } };

const register = (facts: Partial<Register['data']>): Register => ({ type: 'RegisterComplaint', data: { ...call, text: '停水', ...facts } });

describe('a call', () => {
  // Weifang 2021 and Jinan 2018 art. 32 (whistle-blowers, confidentiality); Jinan 2018 art. 24 (no reply wanted).
  it('is registered with its platform, its urgency, the wish for confidentiality, and the units it accuses', () => {
    const facts = { platform: '湘易办', urgency: 'urgent', confidential: true, accused: ['urban-management'], replyWanted: false } as const;
    given()
      .when(register({ ...facts, accused: ['urban-management'] }))
      .then({
        type: 'ComplaintRegistered',
        data: {
          caseNumber: 'RX-2018-000001',
          ...call,
          ...facts,
          accused: ['urban-management'],
          due: dueOn('2018-06-05', 'hotline-urgent'),
        },
        personal: { text: '停水' },
      });
  });

  // State Council Office 2020 no. 53: 110, 119, 120 and 122 stay lines of their own; Beijing 2021: handed over at once.
  it('for help at once is handed over to the emergency line, and that is its end', () =>
    given(received)
      .when({ type: 'TransferComplaintToEmergency', data: { line: '119' } })
      .then({ type: 'ComplaintTransferredToEmergency', data: { disposal: 'emergency', line: '119' } }));

  // Weifang 2021, Beijing 2021: what is before a court, an arbitrator, the petition office … is not accepted, and the caller is told.
  it.each(['litigation', 'reconsideration', 'disclosure', 'petition', 'no-new-facts'] as const)(
    'is not accepted on the ground of %s',
    (ground) =>
      given(received)
        .when({ type: 'DeclineComplaint', data: { ground, told: 'phone', text: '请走相应渠道' } })
        .then({
          type: 'ComplaintDeclined',
          data: { disposal: 'not-accepted', ground, told: 'phone' },
          personal: { text: '请走相应渠道' },
        }),
  );

  it('that is with a unit is neither handed over nor declined any more', () => {
    const refusal = 'only a complaint that is not yet routed can be settled by the hotline itself';
    given(received, routed)
      .when({ type: 'TransferComplaintToEmergency', data: { line: '110' } })
      .thenRejected(refusal);
    given(received, routed)
      .when({ type: 'DeclineComplaint', data: { ground: 'petition' } })
      .thenRejected(refusal);
  });
});

// The limits differ by kind, urgency, source and matter from county to county: Bengbu 2019, Xiangtan 2022.
describe('the term of the answer', () => {
  const local: LocalRules = {
    ...defaultRules,
    complaint: {
      ...defaultRules.complaint,
      limits: [
        { rule: 'hotline-urgent', urgencies: ['urgent'], answer: { amount: 2, unit: 'hour' } },
        { rule: 'hotline-governor', platforms: ['省长信箱'], answer: { amount: 3, unit: 'working-day' } },
        { rule: 'hotline-heating-enquiry', kinds: ['enquiry'], matters: ['供暖'], answer: { amount: 1, unit: 'working-day' } },
        { rule: 'hotline-calm', urgencies: ['ordinary'], answer: { amount: 7, unit: 'working-day' } },
        { rule: 'hotline-ordinary', answer: { amount: 5, unit: 'working-day' } },
      ],
    },
  };

  it.each([
    [{ urgency: 'urgent', platform: '省长信箱' }, '2018-06-04', 'hotline-urgent'],
    [{ platform: '省长信箱' }, '2018-06-07', 'hotline-governor'],
    [{ kind: 'enquiry', matter: '供暖' }, '2018-06-05', 'hotline-heating-enquiry'],
    [{ kind: 'help', matter: '供暖' }, '2018-06-13', 'hotline-calm'],
    [{ urgency: 'ordinary' }, '2018-06-13', 'hotline-calm'],
  ] as const)('of %j ends on %s: the first limit that fits, %s', (facts, on, rule) =>
    given()
      .when(register(facts), { local })
      .then({
        type: 'ComplaintRegistered',
        data: { caseNumber: 'RX-2018-000001', ...call, ...facts, due: dueOn(on, rule) },
        personal: { text: '停水' },
      }),
  );

  it('is set for every complaint: local rules that leave some without one are refused', () => {
    const parsed = (limits: object[]) => ComplaintLocal.safeParse({ ...defaultRules.complaint, limits }).success;
    expect(parsed(local.complaint.limits)).toBe(true);
    expect(parsed(local.complaint.limits.slice(0, -1))).toBe(false);
  });
});
