import { someClerk } from '../demo/plan/actors';
import type { DemoCase } from '../demo/plan/demo-plan';
import type { Random } from '../demo/plan/random';
import { registerStep } from '../demo/plan/steps';
import { officeTimeOn } from '../demo/plan/working-time';
import type { PublishedParts } from './published-parts';
import { asked, matters } from './texts';
import { daysOf } from './year-days';

const cameIn = ({ requests, proceedings }: PublishedParts): boolean =>
  Object.values(requests).some(({ received }) => received > 0) || Object.values(proceedings).some((n) => n > 0);

/**
 * Where neither requests nor proceedings came in, something else must have: in a year of which the log knows no case at all, zero requests
 * are not zero but unknown. An inquiry, which these forms do not count.
 */
export const planOtherBusiness = (random: Random, parts: PublishedParts, year: number): DemoCase[] => {
  if (cameIn(parts)) return [];
  const [matter] = matters;
  const at = officeTimeOn(random, daysOf(year).filed(0, 1));
  const body = { channel: 'online', matter, text: asked(matter) };
  return [{ key: `reproduced-${year}-inquiry`, type: 'inquiry', steps: [registerStep(at, someClerk(random), 'RegisterInquiry', body)] }];
};
