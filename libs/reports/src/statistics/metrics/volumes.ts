import { say } from '@app/cases';
import { everyCase } from '../condition';
import type { Metric } from '../metric';
import type { PeriodRuleId } from '../period-rules';

type Words = readonly [zh: string, en: string];

const volume = (id: PeriodRuleId, title: Words, formula: Words): Metric => ({
  id,
  title: say(...title),
  kind: 'count',
  variants: [{ id: 'orders', formula: say(...formula), period: id, numerator: everyCase }],
});

// What "received" counts must be said: Hengdong in September 2023 had 7254 calls, 4637 orders, 1472 routed.
const received: Metric = {
  id: 'received',
  title: say('受理量', 'Received'),
  kind: 'count',
  variants: [
    {
      id: 'orders',
      formula: say('受理的办件，不计已合并的重复件', 'cases received, without duplicates merged into another case'),
      period: 'received',
      numerator: everyCase,
    },
    {
      id: 'calls',
      formula: say('受理的办件，含已合并的重复件', 'cases received, duplicates merged into another case among them'),
      period: 'received',
      numerator: everyCase,
      withMerged: true,
    },
  ],
  chosen: (local) => local.received,
};

export const volumes: readonly Metric[] = [
  received,
  volume('routed', ['转办量', 'Routed'], ['转交承办单位的办件，不含直接答复', 'cases sent to a handling unit, without direct answers']),
  volume('due', ['应办结量', 'Due'], ['期限届满的办件', 'cases whose term ended']),
  volume('answered', ['答复量', 'Answered'], ['已答复的办件', 'cases answered']),
  volume('closed', ['办结量', 'Closed'], ['已办结的办件', 'cases closed']),
];
