import type { DemoCase, DemoPlan } from '../demo/plan/demo-plan';
import { type Random, randomFrom } from '../demo/plan/random';
import { type HotlineFigures, ordersOf } from './hotline-orders';
import { orderCase } from './hotline-steps';
import { hengdong2023September, yueyang2017SecondQuarter } from './hotlines';
import { ningbo2011, planProposals } from './proposals';

const seed = 12345;

const hotline =
  (figures: HotlineFigures) =>
  (random: Random): readonly DemoCase[] =>
    ordersOf(random, figures).map((order, index) => orderCase(random.branch(`${figures.key}-${index}`), figures, order, index + 1));

/** Published bulletins that cases can be invented for, by their id. */
const plans: Readonly<Record<string, (random: Random) => readonly DemoCase[]>> = {
  'hotline-hengdong-2023-09': hotline(hengdong2023September),
  'hotline-yueyang-2017-q2': hotline(yueyang2017SecondQuarter),
  'proposals-ningbo-2011': (random) => planProposals(random, ningbo2011),
};

export const plannedBulletins: readonly string[] = Object.keys(plans);

const openedAt = ({ steps }: DemoCase): number => Date.parse(steps[0]?.at ?? '');

/** Cases that come to the figures of a published bulletin. @throws for a bulletin that no plan is known for */
export const planBulletin = (id: string): DemoPlan => {
  const plan = plans[id];
  if (!plan) throw new Error(`there is no plan for ${id}; there are ${plannedBulletins.join(', ')}`);
  return { seed, figures: [], cases: plan(randomFrom(seed)).toSorted((a, b) => openedAt(a) - openedAt(b) || (a.key < b.key ? -1 : 1)) };
};
