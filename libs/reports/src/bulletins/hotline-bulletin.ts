import { say } from '@app/cases';
import { notCounted } from '../statistics/metrics';
import type { Bulletin, Line, Taken } from './bulletin';

type Words = readonly [code: string, zh: string, en: string];

const line = ([code, zh, en]: Words, unit: string, taken: Taken): Line => ({ code, zh, en, unit, taken });

const orders = (words: Words, taken: Omit<Extract<Taken, { kind: 'count' }>, 'kind'>): Line =>
  line(words, '件', { kind: 'count', ...taken });

const share = (words: Words, taken: Omit<Extract<Taken, { kind: 'rate' }>, 'kind'>): Line => line(words, '%', { kind: 'rate', ...taken });

const elsewhere = (words: Words, unit: string, id: string): Line => {
  const figure = notCounted.find((each) => each.id === id);
  if (!figure) throw new Error(`nothing is said about ${id}`);
  return line(words, unit, { kind: 'declared-elsewhere', why: figure.why });
};

const urgent = { urgency: 'urgent' };

/**
 * 热线通报, of a month or a quarter: the lines of Hengdong's and of Yueyang's, which print different ones. Both take their rates over
 * the orders sent to handling units, and satisfaction over those that were followed up.
 */
export const hotlineBulletin: Bulletin = {
  id: 'hotline-bulletin',
  version: 1,
  title: say('12345热线办理情况通报', 'Bulletin of the 12345 hotline'),
  filters: { caseType: 'complaint' },
  lines: [
    elsewhere(['calls', '来电', 'Calls'], '个', 'calls'),
    orders(['received', '受理有效工单', 'Work orders received'], { metric: 'received', variant: 'orders' }),
    elsewhere(['increase', '比上期增加', 'Increase'], '件', 'increase'),
    elsewhere(['increase-rate', '增长', 'Increase in per cent'], '%', 'increase'),
    orders(['kind', '按诉求类型', 'By kind'], { metric: 'received', variant: 'orders', by: 'kind' }),
    orders(['platform', '按来源平台', 'By platform'], { metric: 'received', variant: 'orders', by: 'platform' }),
    orders(['routed', '转办', 'Sent to handling units'], { metric: 'routed', variant: 'orders' }),
    share(['closure-rate', '办结率', 'Closure rate'], { metric: 'closure-rate', variant: 'routed' }),
    orders(['overdue', '超期', 'Overdue'], { metric: 'overdue-rate', variant: 'routed' }),
    share(['on-time-rate', '按时办结率', 'On-time rate'], { metric: 'on-time-rate', variant: 'routed' }),
    orders(['urgent', '紧急工单', 'Urgent orders'], {
      metric: 'on-time-rate',
      variant: 'routed',
      side: 'denominator',
      filters: urgent,
    }),
    orders(['urgent-in-time', '紧急工单按时办理', 'Urgent orders in time'], { metric: 'on-time-rate', variant: 'routed', filters: urgent }),
    orders(['followed-up', '回访', 'Followed up'], { metric: 'satisfaction', variant: 'sampled', side: 'denominator' }),
    orders(['satisfied', '回访满意', 'Satisfied at follow-up'], { metric: 'satisfaction', variant: 'sampled' }),
    share(['satisfaction', '回访满意率', 'Satisfaction at follow-up'], { metric: 'satisfaction', variant: 'sampled' }),
    orders(['unit-routed', '各单位接收', 'Received by unit'], { metric: 'routed', variant: 'orders', by: 'unit' }),
    share(['unit-on-time', '各单位按时办结率', 'On-time rate by unit'], { metric: 'on-time-rate', variant: 'routed', by: 'unit' }),
    share(['unit-rework', '各单位发回重办率', 'Rework rate by unit'], { metric: 'rework-rate', variant: 'routed', by: 'unit' }),
    elsewhere(['grade-a-units', '考核A等单位', 'Units of grade A'], '个', 'unit-grades'),
    elsewhere(['grade-a-share', '考核A等单位占比', 'Share of units of grade A'], '%', 'unit-grades'),
  ],
  sums: [{ id: 'kinds', total: 'received', parts: ['kind'] }],
};
