import { type Actor, type CaseType, caseTypes, type Context, decide, isRejection, roles } from '@app/cases';
import { arbitraryOf, usualCircumstances } from '@app/testing';
import fc from 'fast-check';
import { noNumberYet, numbered } from './numbered';

const everybody: Actor = { id: 'everybody', unit: 'gov-office', roles };

// Holds for every type in the list, also for those not yet written.
describe.each(Object.values(caseTypes) as readonly CaseType[])('the number of every $name', (caseType) => {
  const { opens } = caseType;
  const decided = (data: unknown, caseNumber: string) => {
    const context: Context = { at: '2018-06-04T09:00:00+08:00', by: everybody, caseNumber, ...usualCircumstances };
    return decide(caseType, caseType.initial, { type: opens, data }, context);
  };

  it('can be put in after it was decided that the case is opened', () => {
    let opened = 0;
    fc.assert(
      fc.property(arbitraryOf(caseType.commands[opens]!.shape), (data) => {
        const before = decided(data, noNumberYet);
        const after = decided(data, 'RX-2018-000007');
        if (isRejection(before)) return expect(after).toEqual(before);
        opened += 1;
        // In the same order of fields too: they are stored as text.
        expect(JSON.stringify(numbered(before, 'RX-2018-000007'))).toBe(JSON.stringify(after));
        expect(JSON.stringify(after)).toContain('"caseNumber":"RX-2018-000007"');
      }),
    );
    expect(opened).toBeGreaterThan(0);
  });
});
