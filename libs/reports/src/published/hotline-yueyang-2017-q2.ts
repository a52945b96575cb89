import { say } from '@app/cases';
import type { PublishedBulletin } from '../bulletins/published-bulletin';
import { counts, countsUnder } from './figures';

const withoutKind = say('各类型合计65686件，5580件未列类型', 'the kinds add up to 65686: 5580 of those received have no printed kind');

/**
 * 岳阳市12345热线2017年第二季度通报: the practice in Hunan at the time of Yongshun's report, satisfaction by a sampled follow-up of
 * 2713 of the 39818 orders that units handled.
 */
export const yueyang2017SecondQuarter: PublishedBulletin = {
  id: 'hotline-yueyang-2017-q2',
  bulletin: 'hotline-bulletin',
  period: '2017-Q2',
  title: say('岳阳市12345热线2017年第二季度办理情况', 'The 12345 hotline of Yueyang city, second quarter of 2017'),
  publisher: say('岳阳市（湖南）', 'Yueyang city, Hunan'),
  figures: {
    ...counts({ received: 71_266, increase: 7181, routed: 39_818, urgent: 3017, 'urgent-in-time': 3004 }),
    ...counts({ 'followed-up': 2713, satisfied: 2617, 'grade-a-units': 72 }),
    ...countsUnder('kind', { complaint: 29_486, help: 20_780, enquiry: 14_938, suggestion: 285, praise: 197 }),
    'increase-rate': { value: '11.2', of: [7181, 64_085] },
    'closure-rate': { value: '99.88', note: say('未说明分子', 'the numerator is not given') },
    'on-time-rate': { value: '99.08', note: say('未说明分子', 'the numerator is not given') },
    satisfaction: { value: '96.5', of: [2617, 2713] },
    'grade-a-share': { value: '78.3', of: [72, 92] },
  },
  unpublished: { 'kind/report': withoutKind },
  imbalances: { kinds: withoutKind },
};
