import type { Form } from '@app/reports';
import { someClerk } from '../demo/plan/actors';
import type { DemoCase } from '../demo/plan/demo-plan';
import type { Random } from '../demo/plan/random';
import { registerStep, staffStep } from '../demo/plan/steps';
import { someName } from '../demo/plan/texts/people';
import { officeTimeOn, workingDaysAfter } from '../demo/plan/working-time';
import { proceedingLines, type ProceedingPart, proceedingParts } from './lines';
import type { PublishedParts } from './published-parts';
import { said } from './texts';
import { daysOf, type YearDays } from './year-days';

type Concluded = Exclude<ProceedingPart, 'pending'>;

interface Kind {
  readonly filed: Readonly<Record<string, string>>;
  /** A result that counts in the column. */
  readonly results: Readonly<Record<Concluded, string>>;
}

const suit = (route: string): Kind => ({
  filed: { kind: 'litigation', route, forum: '县人民法院' },
  results: { upheld: 'dismiss-claims', corrected: 'revoke', other: 'withdrawn' },
});

const kinds: Readonly<Record<string, Kind>> = {
  reconsideration: {
    filed: { kind: 'reconsideration', forum: '市人民政府' },
    results: { upheld: 'maintain', corrected: 'revoke', other: 'withdrawn' },
  },
  'litigation-direct': suit('direct'),
  'litigation-after': suit('after-reconsideration'),
};

interface Dates {
  readonly filedOn: string;
  readonly concludedOn?: string;
}

/** What is pending at the end of the year is concluded in the next one, every other time. */
const datesOf = (days: YearDays, part: ProceedingPart, index: number, of: number): Dates => {
  if (part !== 'pending') {
    const filedOn = days.filed(index, of);
    return { filedOn, concludedOn: workingDaysAfter(filedOn, 40) };
  }
  const filedOn = days.filedLate(index, of);
  return index % 2 === 0 ? { filedOn } : { filedOn, concludedOn: days.settledAfter(index, of) };
};

const proceedingCase = (random: Random, key: string, { filed, results }: Kind, part: ProceedingPart, dates: Dates): DemoCase => {
  const clerk = someClerk(random);
  const { filedOn, concludedOn } = dates;
  const body = { ...filed, channel: 'letter', matter: said.proceeding, claimant: someName(random) };
  const result = results[part === 'pending' ? 'upheld' : part];
  return {
    key,
    type: 'proceeding',
    steps: [
      registerStep(officeTimeOn(random, filedOn), clerk, 'FileProceeding', body),
      ...(concludedOn === undefined ? [] : [staffStep(officeTimeOn(random, concludedOn), clerk, 'ConcludeProceeding', { result })]),
    ],
  };
};

/**
 * The proceedings behind table four. A report does not say what they contest, nor when they were filed: here they were all filed in the
 * year, against acts that are no case here.
 */
export const planProceedings = (random: Random, form: Form, { proceedings }: PublishedParts, year: number): DemoCase[] => {
  const days = daysOf(year);
  return proceedingLines(form).flatMap((line) =>
    proceedingParts.flatMap((part) => {
      const [n, kind] = [proceedings[`${line}:${part}`] ?? 0, kinds[line]];
      if (!kind) throw new Error(`${form.id} has proceedings of an unknown kind: ${line}`);
      return Array.from({ length: n }, (_, index) => {
        const key = `reproduced-${year}-${line}-${part}-${String(index + 1).padStart(3, '0')}`;
        return proceedingCase(random.branch(key), key, kind, part, datesOf(days, part, index, n));
      });
    }),
  );
};
