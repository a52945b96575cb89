import fc from 'fast-check';
import { unitsOf } from './units';

const units = unitsOf([
  { code: 'gov-office' },
  { code: 'urban-management' },
  { code: 'urban-station', under: 'urban-management' },
  { code: 'night-market-squad', under: 'urban-station' },
]);

describe('units', () => {
  it('exist when they are listed', () =>
    expect(['gov-office', 'urban-station', 'police'].map((code) => units.has(code))).toEqual([true, true, false]));

  it('are within themselves and within all above them', () => {
    expect(['night-market-squad', 'urban-station', 'urban-management'].map((above) => units.within('night-market-squad', above))).toEqual([
      true,
      true,
      true,
    ]);
    expect(units.above('night-market-squad')).toEqual(['night-market-squad', 'urban-station', 'urban-management']);
  });

  it('are not within those beside or below them', () => {
    expect(units.within('urban-management', 'urban-station')).toBe(false);
    expect(units.within('gov-office', 'urban-management')).toBe(false);
  });

  it('that are no longer listed are within themselves: cases of theirs remain', () => {
    expect([units.within('police', 'police'), units.within('police', 'gov-office')]).toEqual([true, false]);
    expect(units.above('police')).toEqual(['police']);
  });

  it.each([
    [
      'each other',
      [
        { code: 'a', under: 'b' },
        { code: 'b', under: 'a' },
      ],
      'the units a, b are above each other',
    ],
    ['itself', [{ code: 'a', under: 'a' }], 'the units a are above each other'],
  ])('cannot be above %s', (_, list, message) => expect(() => unitsOf(list)).toThrow(message));

  // Each unit may be under one that is listed before it.
  const trees = fc
    .array(fc.option(fc.nat(), { nil: undefined }), { minLength: 1, maxLength: 12 })
    .map((above) =>
      above.map((under, index) => ({ code: `u${index}`, ...(under !== undefined && index > 0 && { under: `u${under % index}` }) })),
    );

  it('of any tree: whoever is within a unit is within all that this one is within', () =>
    fc.assert(
      fc.property(trees, (list) => {
        const tree = unitsOf(list);
        for (const { code } of list)
          for (const higher of tree.above(code)) expect(tree.above(higher).every((top) => tree.within(code, top))).toBe(true);
      }),
    ));

  it('of any tree: two are never above each other', () =>
    fc.assert(
      fc.property(trees, (list) => {
        const tree = unitsOf(list);
        for (const { code: one } of list)
          for (const { code: other } of list) if (one !== other) expect(tree.within(one, other) && tree.within(other, one)).toBe(false);
      }),
    ));
});
