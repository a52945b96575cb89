import { usualCircumstances } from '@app/testing';
import fc from 'fast-check';
import { type RoutedCase, type Routing, suggestRouting } from './routing';

const routing: Routing = [
  { unit: 'gov-office' },
  { kind: 'report', area: '灵溪镇', unit: 'urban-station' },
  { area: '灵溪镇', unit: 'urban-management' },
  { matter: '供水', unit: 'water-works' },
  { matter: '供水', area: '灵溪镇', unit: 'water-works', joint: ['urban-management'] },
];

const suggested = (about: RoutedCase, rows: Routing = routing) => suggestRouting(rows, about, usualCircumstances.units);

describe('the routing catalogue', () => {
  it.each([
    ['what asks for most', { matter: '供水', area: '灵溪镇', kind: 'report' }, 'water-works', '派单目录：事项“供水”、地区“灵溪镇”'],
    [
      'two conditions before one',
      { matter: '路灯', area: '灵溪镇', kind: 'report' },
      'urban-station',
      '派单目录：地区“灵溪镇”、类别“report”',
    ],
    ['the matter alone', { matter: '供水', area: '芙蓉镇' }, 'water-works', '派单目录：事项“供水”'],
    ['the area alone', { matter: '路灯', area: '灵溪镇', kind: null }, 'urban-management', '派单目录：地区“灵溪镇”'],
    ['the row without conditions for the rest', { matter: '路灯' }, 'gov-office', '派单目录：其他事项'],
  ])('goes by %s', (_, about, unit, zh) => expect(suggested(about)).toMatchObject({ unit, because: { zh } }));

  it('puts the matter before the area', () =>
    expect(suggested({ matter: '供水', area: '灵溪镇' }, routing.slice(0, 4))?.unit).toBe('water-works'));

  it('names the joint units', () => expect(suggested({ matter: '供水', area: '灵溪镇' })?.joint).toEqual(['urban-management']));

  it('says why in English too', () =>
    expect([suggested({ matter: '供水', area: '灵溪镇' }), suggested({})].map((one) => one?.because.en)).toEqual([
      'routing catalogue: matter 供水, area 灵溪镇',
      'routing catalogue: everything else',
    ]));

  it('says nothing where no row fits', () => expect(suggested({ matter: '路灯' }, routing.slice(1))).toBeUndefined());

  it('never names the accused unit, as lead or joint, nor one under it', () => {
    expect(suggested({ matter: '供水', area: '灵溪镇', accused: ['urban-management'] })).toMatchObject({ unit: 'water-works' });
    expect(suggested({ matter: '供水', area: '灵溪镇', accused: ['urban-management'] })?.joint).toBeUndefined();
    expect(suggested({ area: '灵溪镇', kind: 'report', accused: ['urban-management'] })?.unit).toBe('gov-office');
    expect(suggested({ area: '灵溪镇', kind: 'report', accused: ['urban-station'] })?.unit).toBe('urban-management');
  });

  it('does not depend on the order of its rows', () => {
    const part = (...values: string[]) => fc.constantFrom(...values, null);
    const cases = fc.record({ matter: part('供水', '路灯'), area: part('灵溪镇', '芙蓉镇'), kind: part('report', 'help') });
    const orders = fc.shuffledSubarray([...routing], { minLength: routing.length });
    fc.assert(fc.property(cases, orders, (about, rows) => expect(suggested(about, rows)).toEqual(suggested(about))));
  });
});
