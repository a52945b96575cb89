import { derivedId } from '@app/case-handling';
import { type OutgoingMessage, writeKafkaEvent } from '@app/messaging';

export const source = 'urn:bench:hotline';

const matters = ['路灯不亮', '垃圾清运', '拖欠工资', '供水'];
const areas = ['灵溪镇', '石堤镇', '芙蓉镇', '塔卧镇'];

const registration = (number: number) => ({
  channel: number % 5 ? 'phone' : 'wechat',
  kind: ['help', 'complaint', 'enquiry'][number % 3],
  matter: matters[number % 4],
  area: areas[(number % 7) % 4],
  complainant: `张${number}`,
  phone: `138${String(number).padStart(8, '0')}`,
  address: `河西路${number}号`,
  text: `来电人反映，河西路${number}号门前的问题已有${number % 30}天，请尽快派人处理。编号${(number * 7919) % 1_000_003}。`,
});

/** Of four events three open a complaint and one adds to one of those, some hundred events earlier where there are so many. */
const aboutOrder = (index: number): { readonly kind: 'received' | 'supplemented'; readonly order: number; readonly data: object } => {
  const group = Math.floor(index / 4);
  if (index % 4 < 3) return { kind: 'received', order: group * 3 + (index % 4), data: registration(index) };
  const earlier = group < 25 ? group : group - 25;
  return { kind: 'supplemented', order: earlier * 3, data: { text: `来电人补充：问题仍未解决，已是第${index % 9}次来电。` } };
};

export interface IntakeSample {
  readonly message: OutgoingMessage;
  /** Of the receipt that shows what became of it. */
  readonly receipt: string;
}

/** So many events as an intake system publishes them. No two runs have an order in common. */
export const intakeSample = (run: string, count: number): readonly IntakeSample[] =>
  Array.from({ length: count }, (_, index) => {
    const { kind, order, data } = aboutOrder(index);
    const subject = `${run}-${order}`;
    const id = `${run}-${index}-${kind}`;
    // Nothing happens to a case before it was received, which would make it wait for ever.
    const time = new Date(Date.UTC(2018, 5, 4, 1) + index * 1_000).toISOString();
    const message = writeKafkaEvent({ id, source, type: `cn.huiying.intake.complaint.${kind}.v1`, subject, time, data });
    return { message, receipt: derivedId('intake', source, id) };
  });
