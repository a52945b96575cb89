import { defaultEditions, defaultRules, LocalRules, rulesOn, validitiesOf } from '.';

const edition = (name: string, from: string): LocalRules => ({ ...defaultRules, edition: name, from });
const editions = [edition('county-2022', '2022-07-01'), edition('county-2018', '2018-01-01'), defaultRules];

describe('the local rules', () => {
  it('of no installation in particular fit their own shape', () => expect(LocalRules.parse(defaultRules)).toEqual(defaultRules));

  it('are those of the newest edition that holds on the day', () =>
    expect(['2018-01-01', '2022-06-30', '2022-07-01'].map((day) => rulesOn(editions, day).edition)).toEqual([
      'county-2018',
      'county-2018',
      'county-2022',
    ]));

  it('are the default before any edition, also of an installation that has none', () => {
    expect(rulesOn(editions, '2017-12-31')).toBe(defaultRules);
    expect(rulesOn(defaultEditions, '2018-06-04')).toBe(defaultRules);
    expect(rulesOn([], '2018-06-04')).toBe(defaultRules);
  });

  it('hold until the day before the next edition', () =>
    expect(validitiesOf(editions)).toEqual([
      { edition: 'county-2022', from: '2022-07-01', until: undefined },
      { edition: 'county-2018', from: '2018-01-01', until: '2022-06-30' },
      { edition: 'default', from: '1992-01-01', until: '2017-12-31' },
    ]));
});
