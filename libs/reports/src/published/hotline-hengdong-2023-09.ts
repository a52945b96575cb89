import { say } from '@app/cases';
import type { PublishedBulletin } from '../bulletins/published-bulletin';
import type { PublishedFigure } from '../published-report';
import { counts, countsUnder } from './figures';

type UnitLine = readonly [received: number, onTime: PublishedFigure, rework: PublishedFigure];

const units: Readonly<Record<string, UnitLine>> = {
  'urban-management': [247, { value: '99.60', of: [246, 247] }, { value: '5.26', of: [13, 247] }],
  'market-regulation': [149, { value: '100.00', of: [149, 149] }, { value: '4.70', of: [7, 149] }],
  'housing-construction': [124, { value: '100.00', of: [124, 124] }, { value: '2.42', of: [3, 124] }],
  education: [100, { value: '100.00', of: [100, 100] }, { value: '5.00', of: [5, 100] }],
  'human-resources': [80, { value: '100.00', of: [80, 80] }, { value: '0.00', of: [0, 80] }],
};

const unitLines = Object.entries(units).flatMap(([unit, [received, onTime, rework]]): [string, PublishedFigure][] => [
  [`unit-routed/${unit}`, { value: String(received) }],
  [`unit-on-time/${unit}`, onTime],
  [`unit-rework/${unit}`, rework],
]);

/**
 * 衡东县12345热线2023年9月通报. Its on-time rate is (routed - overdue) / routed: the 3 overdue orders were closed late, so that the
 * closure rate would be 100 %. It prints five units of all; the names of the units are told in our codes.
 */
export const hengdong2023September: PublishedBulletin = {
  id: 'hotline-hengdong-2023-09',
  bulletin: 'hotline-bulletin',
  period: '2023-09',
  title: say('衡东县12345热线2023年9月办理情况', 'The 12345 hotline of Hengdong county, September 2023'),
  publisher: say('衡东县（湖南）', 'Hengdong county, Hunan'),
  figures: {
    ...counts({ calls: 7254, received: 4637, routed: 1472, overdue: 3 }),
    'on-time-rate': { value: '99.80', of: [1469, 1472] },
    satisfaction: { value: '85', note: say('未说明回访件数', 'the number of follow-ups is not given') },
    ...countsUnder('platform', {
      中国政府网涉湘留言: 2,
      省长信箱: 16,
      省12345指挥监管平台: 1,
      省级12345热线: 33,
      '市委书记、市长信箱': 3,
      衡阳市人民网: 1,
      衡东县人民网: 1,
      '县委书记、县长信箱': 33,
      湘易办: 7,
      衡阳市12345平台: 45,
      政协云: 6,
      微信公众号: 2,
      人大专席: 9,
    }),
    ...Object.fromEntries(unitLines),
  },
};
