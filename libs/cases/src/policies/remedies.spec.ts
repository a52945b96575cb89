import { type Act, needsPriorReconsideration, type Remedy, windowOf, withholds } from './remedies';

// Reconsideration Law 2023 arts 23(1)(3), 23(1)(4), 90.
describe('reconsideration before a suit', () => {
  it.each<[Act, string, boolean]>([
    ['refusal', '2023-12-31', false],
    ['refusal', '2024-01-01', true],
    ['failure-to-act', '2023-12-31', false],
    ['failure-to-act', '2024-01-01', true],
  ])('against a %s of %s is compulsory: %s', (act, on, needed) => expect(needsPriorReconsideration(act, on)).toBe(needed));

  it.each([
    ['refused-state-secret', true],
    ['refused-enforcement-file', true],
    ['refused-privacy', true],
    ['partly-granted', true],
    ['refused-query-matter', false],
    ['granted', false],
    ['unavailable-not-held', false],
    ['declined-petition', false],
    ['not-existing', false],
  ])('is about what is withheld: "%s" withholds something: %s', (outcome, yes) => expect(withholds(outcome)).toBe(yes));
});

describe('the time for', () => {
  it.each<[Remedy, string, number, string, string]>([
    ['reconsideration', '2018-06-04', 60, 'day', 'reconsideration-1999-art-9'],
    ['reconsideration', '2024-01-01', 60, 'day', 'reconsideration-2023-art-20'],
    ['direct-suit', '2015-04-30', 3, 'month', 'litigation-1989-art-39'],
    ['direct-suit', '2015-05-01', 6, 'month', 'litigation-art-46'],
    ['suit-after-reconsideration', '2018-06-04', 15, 'day', 'litigation-art-45'],
  ])('%s from %s is %i %s(s): %s', (remedy, on, amount, unit, rule) => expect(windowOf(remedy, on)).toEqual({ amount, unit, rule }));

  it('a suit is not known from before there was a law', () => expect(windowOf('direct-suit', '1990-09-30')).toBeUndefined());
});
