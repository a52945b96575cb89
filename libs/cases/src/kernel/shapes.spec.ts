import { CalendarDate, CaseNumber, Instant, Label, longestText, Text, UnitCode } from './shapes';

const takes = (shape: { safeParse: (value: unknown) => { success: boolean } }, value: unknown) => shape.safeParse(value).success;

describe('a shape', () => {
  it.each([
    ['text of one character', Text, '水'],
    ['the longest text', Text, '长'.repeat(longestText)],
    ['a label in two scripts', Label, '灵溪镇 Lingxi'],
    ['the code of a unit', UnitCode, 'water-works-2'],
    ['a leap day', CalendarDate, '2020-02-29'],
    ['an instant with its offset', Instant, '2018-12-31T23:59:59+08:00'],
    ['an instant in Greenwich', Instant, '2018-12-31T15:59:59.999Z'],
    ['a case number', CaseNumber, 'RX-2018-000772'],
    ['a case number beyond the millionth', CaseNumber, 'RX-2018-1000000'],
  ])('takes %s', (_, shape, value) => expect(takes(shape, value)).toBe(true));

  it.each([
    ['blank text', Text, ' \n　'],
    ['no text', Text, ''],
    ['text that is too long', Text, '长'.repeat(longestText + 1)],
    ['a label that is too long', Label, '长'.repeat(101)],
    ['the name of a unit for its code', UnitCode, '供水公司'],
    ['a code that ends a line', UnitCode, 'water-works\n'],
    ['a day that does not exist', CalendarDate, '2019-02-29'],
    ['an instant without its offset', Instant, '2018-12-31T23:59:59'],
    ['an hour that does not exist', Instant, '2018-12-31T25:00:00Z'],
    ['a case number without its year', CaseNumber, 'RX-000772'],
  ])('refuses %s', (_, shape, value) => expect(takes(shape, value)).toBe(false));
});
