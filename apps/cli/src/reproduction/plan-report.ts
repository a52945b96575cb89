import { type Form, type ForeignReport, formOfForeign } from '@app/reports';
import { signer } from '../demo/plan/actors';
import type { DemoCase, DemoFigure, DemoPlan } from '../demo/plan/demo-plan';
import { randomFrom } from '../demo/plan/random';
import { minutes, officeTimeOn, toInstant, workingAfter } from '../demo/plan/working-time';
import { expectedCells } from './expected-cells';
import { NotReproducible } from './not-reproducible';
import { planOtherBusiness } from './other-business';
import { planProceedings } from './plan-proceedings';
import { planRequests } from './plan-requests';
import { partsOf, type PublishedParts } from './published-parts';
import { daysOf } from './year-days';

export interface PlannedReport {
  readonly form: Form;
  readonly year: number;
  readonly plan: DemoPlan;
  /** What the plan comes to, cell by cell; a figure that the report leaves blank and nobody declares is absent. */
  readonly expected: ReadonlyMap<string, string>;
}

const openedAt = ({ steps }: DemoCase): number => Date.parse(steps[0]?.at ?? '');

const reproducible = ['gk-2019-trial', 'gk-2021', 'gk-2021-one-row-six'];

/** A county has hundreds a year, a province some ten thousand; a figure beyond that is a misprint. */
const mostCases = 50_000;

const casesIn = ({ requests, proceedings }: PublishedParts): number =>
  [...Object.values(requests).map(({ received, carriedIn }) => received + carriedIn), ...Object.values(proceedings)].reduce(
    (sum, n) => sum + n,
    0,
  );

/** Table two, declared in the January after. */
const figuresOf = (seed: number, report: ForeignReport, { declared }: PublishedParts, year: number): DemoFigure[] => {
  const random = randomFrom(seed).branch('figures');
  let at = officeTimeOn(random, daysOf(year).declaredOn);
  return Object.entries(declared).map(([code, value]): DemoFigure => {
    at = workingAfter(at, minutes(random, 1, 5));
    return { year, code, value, source: `${report.agency}${year}年度报告`, at: toInstant(at), actor: signer };
  });
};

/** Another report, or the same with another figure, is another story: what one has loaded cannot be loaded over with the other. */
const seedOf = ({ id, cells }: ForeignReport): number =>
  randomFrom(2021)
    .branch(JSON.stringify([id, cells]))
    .whole(1, 2 ** 31);

/**
 * Invents the cases of a published report on the forms of 2019 or 2021, so that its figures come out again when they are handled.
 * @throws NotReproducible
 */
export const planReport = (report: ForeignReport): PlannedReport => {
  const form = reproducible.includes(report.format) ? formOfForeign(report) : undefined;
  if (!form)
    throw new NotReproducible(`${report.format} 不是可以再现的格式（${reproducible.join('、')}） is no form that can be reproduced`);
  const { year } = report;
  if (year === undefined) throw new NotReproducible(`${report.id} 没有年度，请在文件中补写 year (it states no year)`);
  if (year < form.validYears[0]) throw new NotReproducible(`${year}年度不用 ${form.id} (that form was not asked for in ${year})`);
  const seed = seedOf(report);
  const parts = partsOf(form, report);
  const random = randomFrom(seed);
  const n = casesIn(parts);
  if (n > mostCases) throw new NotReproducible(`${n}件，超过${mostCases}件 (more cases than can be invented here)`);
  const cases = [
    ...planRequests(random.branch('requests'), form, parts, year),
    ...planProceedings(random.branch('proceedings'), form, parts, year),
    ...planOtherBusiness(random.branch('other'), parts, year),
  ].toSorted((a, b) => openedAt(a) - openedAt(b) || (a.key < b.key ? -1 : 1));
  return { form, year, plan: { seed, cases, figures: figuresOf(seed, report, parts, year) }, expected: expectedCells(form, parts) };
};
