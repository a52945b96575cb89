import type { HotlineFigures } from './hotline-orders';

/**
 * Hengdong, September 2023: of 4637 orders 1472 went to units, five of which are printed. How the kinds divide and how many were
 * followed up is not printed; what is given here only has to come to the 85 %.
 */
export const hengdong2023September: HotlineFigures = {
  key: 'HD12345-202309',
  days: ['2023-09-01', '2023-09-13', '2023-09-27'],
  kinds: { complaint: 1902, help: 1431, enquiry: 1180, suggestion: 97, praise: 27 },
  platforms: {
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
  },
  units: [
    { unit: 'urban-management', orders: 247, late: 1, reworked: 13 },
    { unit: 'market-regulation', orders: 149, reworked: 7 },
    { unit: 'housing-construction', orders: 124, reworked: 3 },
    { unit: 'education', orders: 100, reworked: 5 },
    { unit: 'human-resources', orders: 80 },
    { unit: 'transport', orders: 214, late: 1, reworked: 4 },
    { unit: 'water-resources', orders: 178, late: 1 },
    { unit: 'health', orders: 130, reworked: 2 },
    { unit: 'public-security', orders: 120 },
    { unit: 'agriculture', orders: 130 },
  ],
  followUps: [
    ['satisfied', 323],
    ['basically-satisfied', 17],
    ['dissatisfied', 60],
  ],
};

/**
 * Yueyang, second quarter of 2017: a city, so these are many. 99.88 % of 39818 closed is 39770 (to 39772), 99.08 % in time leaves 366
 * late; the kinds leave out 5580, which are reports here.
 */
export const yueyang2017SecondQuarter: HotlineFigures = {
  key: 'YY12345-2017Q2',
  days: ['2017-04-01', '2017-05-31', '2017-06-27'],
  kinds: { complaint: 29_486, help: 20_780, enquiry: 14_938, suggestion: 285, praise: 197, report: 5580 },
  units: [
    { unit: 'urban-management', orders: 9818, late: 120, reworked: 210 },
    { unit: 'housing-construction', orders: 6000, late: 80, reworked: 140 },
    { unit: 'transport', orders: 6000, late: 50, reworked: 90 },
    { unit: 'public-security', orders: 6000, late: 40, reworked: 60 },
    { unit: 'human-resources', orders: 4000, late: 30, reworked: 50 },
    { unit: 'water-resources', orders: 3000, late: 26, reworked: 40 },
    { unit: 'education', orders: 3000, late: 12, reworked: 30 },
    { unit: 'health', orders: 2000, late: 8, reworked: 10 },
  ],
  urgent: { orders: 3017, late: 13 },
  notClosed: 48,
  followUps: [
    ['satisfied', 2617],
    ['dissatisfied', 96],
  ],
};
