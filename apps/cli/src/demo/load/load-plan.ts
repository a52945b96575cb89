import type { DemoPlan } from '../plan/demo-plan';
import { apiOf, type Target } from './api';
import { concurrently } from './concurrently';
import { type Delivery, deliveryTo, overHttp } from './delivery';
import { chunksOf, type Due, groupsOf, type Week, weeksOf } from './schedule';

export interface Loaded {
  readonly cases: number;
  readonly steps: number;
  readonly figures: number;
  /** The last position in the log that the server spoke of. */
  readonly position: number;
}

const sideBySide = 8;
const eventsInBatch = 100;

/**
 * Plays the plan on a server through its public API. Cases of one type are opened in time order, so that they always get the same
 * numbers; otherwise a week's cases run side by side. What is already there is recognised by its keys, so loading can be repeated.
 */
export const loadPlan = (plan: DemoPlan, target: Target, progress: (done: number) => void): Promise<Loaded> => {
  const api = apiOf(target);
  return playPlan(plan, deliveryTo(api, overHttp(api, target.intakeKey), progress));
};

/** The same by whatever way steps get there. */
export const playPlan = async (plan: DemoPlan, delivery: Delivery): Promise<Loaded> => {
  for (const { openings, later } of weeksOf(plan)) {
    await openCases(delivery, openings);
    await continueCases(delivery, later);
  }
  for (const figure of plan.figures) await delivery.declare(figure);
  return { cases: plan.cases.length, steps: stepsOf(plan), figures: plan.figures.length, position: delivery.position() };
};

export const stepsOf = ({ cases }: DemoPlan): number => cases.reduce((sum, { steps }) => sum + steps.length, 0);

const reportAll = async (delivery: Delivery, events: readonly Due[]): Promise<void> => {
  for (const batch of chunksOf(events, eventsInBatch)) await delivery.report(batch);
};

const openCases = async (delivery: Delivery, openings: readonly Due[]): Promise<void> => {
  await reportAll(
    delivery,
    openings.filter(({ step }) => step.kind === 'intake'),
  );
  const byHand = groupsOf(
    openings.filter(({ step }) => step.kind === 'register'),
    ({ of }) => of.type,
  );
  await concurrently(byHand, byHand.length, async (ofOneType) => {
    for (const due of ofOneType) await delivery.act(due);
  });
};

/** Turn by turn: what staff do to each case until the hotline's system has the next word on it, then a batch of those words. */
const continueCases = async (delivery: Delivery, later: Week['later']): Promise<void> => {
  let waiting = later.map((dues) => [...dues]);
  while (waiting.length > 0) {
    await concurrently(waiting, sideBySide, async (dues) => {
      for (let due = dues[0]; due && due.step.kind !== 'intake'; due = dues[0]) {
        await delivery.act(due);
        dues.shift();
      }
    });
    const words = waiting.flatMap((dues) => dues.shift() ?? []);
    await reportAll(
      delivery,
      words.toSorted((a, b) => Date.parse(a.step.at) - Date.parse(b.step.at)),
    );
    waiting = waiting.filter((dues) => dues.length > 0);
  }
};
