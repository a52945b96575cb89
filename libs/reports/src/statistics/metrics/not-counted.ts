import { type Sentence, say } from '@app/cases';

/** A figure that bulletins print and that no case can give. */
export interface NotCounted {
  readonly id: string;
  readonly title: Sentence;
  readonly why: Sentence;
}

export const notCounted: readonly NotCounted[] = [
  {
    id: 'calls',
    title: say('来电量', 'Calls'),
    why: say('来电由话务系统计数，一次来电不一定形成办件', 'the telephone system counts calls; not every call becomes a case'),
  },
  {
    id: 'connect-rate',
    title: say('接通率', 'Connect rate'),
    why: say(
      '人工接听÷呼入，由话务系统计数（GB/T 33358-2016）',
      'answered / offered calls, which the telephone system counts (GB/T 33358-2016)',
    ),
  },
  {
    id: 'increase',
    title: say('增长', 'Increase'),
    why: say('通报未说明同比还是环比', 'bulletins do not say against which period'),
  },
  {
    id: 'unit-grades',
    title: say('单位考核等次', 'Grades of units'),
    why: say('等次由考核办法评定，不由办件得出', 'grades follow from an appraisal scheme, not from cases'),
  },
];
