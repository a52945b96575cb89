import type { NewEvent } from '@app/event-store';
import { newEventId } from '@app/event-store';

const by = { id: 'clerk-07', unit: 'hotline-centre' };
const personal = new Uint8Array(180).fill(7);

interface Step {
  readonly type: string;
  readonly data: object;
  readonly sealed?: true;
}

/** What happens to an ordinary complaint: seven events of about 400 bytes with their metadata. */
const steps = (number: number): readonly Step[] => [
  {
    type: 'ComplaintRegistered',
    sealed: true,
    data: {
      caseNumber: `RX-2018-${String(number).padStart(6, '0')}`,
      channel: number % 5 ? 'phone' : 'wechat',
      kind: 'complaint',
      matter: ['路灯不亮', '垃圾清运', '拖欠工资', '供水'][number % 4],
      area: '灵溪镇',
      due: { on: '2018-06-08', rule: 'hotline-ordinary', calendar: 'chinese-days-1.5.7' },
    },
  },
  { type: 'ComplaintRouted', data: { unit: ['urban-management', 'water-resources', 'human-resources', 'transport'][number % 4] } },
  { type: 'ComplaintSignedIn', data: {} },
  { type: 'ComplaintReminded', data: {} },
  { type: 'ComplaintAnswered', sealed: true, data: { unit: 'urban-management' } },
  { type: 'ComplaintRated', data: { rating: number % 20 ? 'satisfied' : 'dissatisfied', askedBy: 'hotline' } },
  { type: 'ComplaintClosed', data: {} },
];

export const stepsPerCase = steps(0).length;

/** The `step`th event of the `number`th case. */
export const sampleEvent = (number: number, step: number): NewEvent => {
  const { type, data, sealed } = steps(number)[step % stepsPerCase] as Step;
  const occurredAt = new Date(Date.UTC(2018, number % 12, 1 + (number % 27), 1 + step, number % 60)).toISOString();
  return { id: newEventId(), type, data: JSON.stringify(data), metadata: JSON.stringify({ occurredAt, by }), ...(sealed && { personal }) };
};

/** The event without its sealed part: what the bare loop can keep too. */
export const unsealed = ({ id, type, data, metadata }: NewEvent): NewEvent => ({ id, type, data, metadata });
