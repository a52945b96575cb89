import { say } from '@app/cases';
import { type AnyOf, everyCase } from '../condition';
import type { Metric } from '../metric';

const known = { not: null };

// 办结 is said of the hotline when the order is closed after the follow-up, of everything else when it is answered.
const done: AnyOf = [
  { case_type: 'complaint', closed_on: known },
  { case_type: { not: 'complaint' }, answered_on: known },
  { case_type: { not: 'complaint' }, answered_on: null, closed_on: known },
];

/** Against the deadline in force at the answer; a case that ended without one, by whether its term ran out before. */
const inTime: AnyOf = [{ timing: ['on-time', 'extended'] }, { timing: null, closed_on: known, overdue: 0 }];
const late: AnyOf = [{ timing: 'late' }, { timing: null, closed_on: known, overdue: 1 }];

const closureRate: Metric = {
  id: 'closure-rate',
  title: say('办结率', 'Closure rate'),
  kind: 'rate',
  variants: [
    { id: 'due', formula: say('已办结÷应办结', 'closed / due'), period: 'due', denominator: everyCase, numerator: done },
    { id: 'received', formula: say('已办结÷受理', 'closed / received'), period: 'received', denominator: everyCase, numerator: done },
    { id: 'routed', formula: say('已办结÷转办', 'closed / routed'), period: 'routed', denominator: everyCase, numerator: done },
  ],
  chosen: (local) => local.closureOver,
};

const onTimeRate: Metric = {
  id: 'on-time-rate',
  title: say('按时办结率', 'On-time rate'),
  kind: 'rate',
  variants: [
    {
      id: 'due',
      formula: say('按时答复或办结÷应办结', 'answered or closed in time / due'),
      period: 'due',
      denominator: everyCase,
      numerator: inTime,
    },
    {
      id: 'routed',
      formula: say('（转办－曾超期）÷转办', '(routed - ever overdue) / routed'),
      period: 'routed',
      denominator: everyCase,
      numerator: [{ overdue: 0 }],
    },
    {
      id: 'answered',
      formula: say('按时答复（含延期内）÷有期限的答复', 'answered in time, within an extension too / answered under a term'),
      period: 'answered',
      denominator: [{ timing: known }],
      numerator: [{ timing: ['on-time', 'extended'] }],
    },
  ],
  chosen: (local) => local.onTimeOver,
};

const overdueRate: Metric = {
  id: 'overdue-rate',
  title: say('超期率', 'Overdue rate'),
  kind: 'rate',
  variants: [
    {
      id: 'due',
      formula: say('曾超期÷应办结', 'ever overdue / due'),
      period: 'due',
      denominator: everyCase,
      numerator: [{ overdue: 1 }],
    },
    {
      id: 'routed',
      formula: say('曾超期÷转办', 'ever overdue / routed'),
      period: 'routed',
      denominator: everyCase,
      numerator: [{ overdue: 1 }],
    },
    {
      id: 'closed-late',
      formula: say('超期办结÷应办结', 'answered or closed late / due'),
      period: 'due',
      denominator: everyCase,
      numerator: late,
    },
  ],
};

const extendedRate: Metric = {
  id: 'extended-rate',
  title: say('延期办结率', 'Answered within an extension'),
  kind: 'rate',
  variants: [
    {
      id: 'answered',
      formula: say('延期内答复÷有期限的答复', 'answered within an extended term / answered under a term'),
      period: 'answered',
      denominator: [{ timing: known }],
      numerator: [{ timing: 'extended' }],
    },
  ],
};

export const timeliness: readonly Metric[] = [closureRate, onTimeRate, overdueRate, extendedRate];
