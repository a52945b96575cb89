import type { PublishedBulletin } from '../bulletins/published-bulletin';
import { fittingModes, percentage, placesOf } from '../satisfaction';
import { hengdong2023September } from './hotline-hengdong-2023-09';
import { yueyang2017SecondQuarter } from './hotline-yueyang-2017-q2';
import { ningbo2011 } from './proposals-ningbo-2011';

const both = 'rounded and truncated';

/** How each printed rate, of those whose both sides are known, follows from them. */
const rates: readonly (readonly [PublishedBulletin, Readonly<Record<string, string>>])[] = [
  [
    hengdong2023September,
    {
      'on-time-rate': 'rounded',
      'unit-on-time/urban-management': 'rounded',
      'unit-rework/urban-management': both,
      'unit-on-time/market-regulation': both,
      'unit-rework/market-regulation': 'rounded',
      'unit-on-time/housing-construction': both,
      'unit-rework/housing-construction': 'rounded',
      'unit-on-time/education': both,
      'unit-rework/education': both,
      'unit-on-time/human-resources': both,
      'unit-rework/human-resources': both,
    },
  ],
  [yueyang2017SecondQuarter, { 'increase-rate': both, satisfaction: 'rounded', 'grade-a-share': 'rounded' }],
  [
    ningbo2011,
    {
      'class-a-share': 'rounded',
      'class-b-share': both,
      'class-c-share': both,
      'class-d-share': both,
      'attitude-rate': both,
      'result-rate': 'rounded',
    },
  ],
];

const words = { 'half-up': 'rounded', truncate: 'truncated' } as const;

describe.each(rates.map(([published, fits]) => [published.id, published, fits] as const))('%s', (_, { figures }, fits) => {
  it('prints rates that follow from their two sides', () => {
    const stated = Object.entries(figures).flatMap(([code, { value, of }]) =>
      of
        ? [
            [
              code,
              fittingModes(...of, value)
                .map((mode) => words[mode])
                .join(' and '),
            ],
          ]
        : [],
    );
    expect(Object.fromEntries(stated)).toEqual(fits);
  });

  it('prints everything as a plain decimal', () => {
    for (const { value } of Object.values(figures)) expect(value).toMatch(/^\d+(\.\d+)?$/);
  });
});

describe('rates that offices have printed', () => {
  it.each([
    ['Hengdong, first quarter of 2025: closed / received', 11_163, 11_171, '99.93', ['half-up']],
    ['Junshan 2020: in time / due', 11_289, 11_303, '99.88', ['half-up']],
    ['Junshan 2020: late / due', 14, 11_303, '0.12', ['half-up', 'truncate']],
    ['Shanghai 2025: disclosed / results', 208, 1191, '17.46', ['half-up', 'truncate']],
    ['Suqian 2024: corrected / concluded', 18, 134, '13.4', ['half-up', 'truncate']],
    ['Xiangyin: neither', 1305, 1310, '99.61', ['truncate']],
  ])('%s', (_, numerator, denominator, printed, modes) => {
    expect(fittingModes(numerator, denominator, printed)).toEqual(modes);
  });

  it('leave the numerator open where only the percentage is printed', () => {
    const closed = Array.from({ length: 100 }, (_, index) => 39_718 + index).filter((n) =>
      fittingModes(n, 39_818, '99.88').includes('half-up'),
    );
    expect(closed).toEqual([39_769, 39_770, 39_771, 39_772]);
  });

  it.each([
    ['99.80', 2],
    ['85', 0],
    ['0.5', 1],
  ])('%s has %i places', (printed, places) => expect(placesOf(printed)).toBe(places));

  it('are never without a base', () => {
    expect(fittingModes(0, 0, '0.00')).toEqual([]);
    expect(percentage(0, 0, { mode: 'half-up', places: 0 })).toBeUndefined();
  });
});

const sumOver = ({ figures }: PublishedBulletin, code: RegExp): number =>
  Object.entries(figures).reduce((sum, [each, { value }]) => (code.test(each) ? sum + Number(value) : sum), 0);

describe('sums that offices have printed', () => {
  it('leave 5580 items of Yueyang without a kind', () => {
    expect(71_266 - sumOver(yueyang2017SecondQuarter, /^kind\//)).toBe(5580);
  });

  it('leave three proposals of Ningbo without a class', () => {
    expect(591 - sumOver(ningbo2011, /^class-.$/)).toBe(3);
  });
});
