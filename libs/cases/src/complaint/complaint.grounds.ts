import type { Ground } from '../kernel/decider';
import { type Rejection, reject, say } from '../kernel/sentence';
import type { Situation } from '../kernel/situation';
import type { Units } from '../kernel/units';
import { type Complaint, heldOf, knownOf, leadOf } from './complaint.state';

export type ComplaintGround = Ground<Complaint & Situation>;

/** Joint units have the case too, so the role alone does not tell the lead. */
export const notTheLead: ComplaintGround = {
  when: (complaint, { by }) => leadOf(complaint) !== by.unit,
  because: say('这一步只能由主办单位办理', 'this step is for the lead unit alone'),
};

/** By local rules a unit's answer may have to pass the hotline's review; what the hotline answers itself has nobody else to review it. */
export const notReviewed: ComplaintGround = {
  when: (complaint, { local }) =>
    complaint.status === 'answered' && local.complaint.review === 'required' && heldOf(complaint) !== undefined,
  because: say('承办单位的答复须先经热线审核', "the unit's answer must first pass the review"),
};

/** Whether the unit, or one above it, is among those that the complaint is about. */
export const isAccused = (unit: string, accused: readonly string[], units: Units): boolean =>
  accused.some((each) => units.within(unit, each));

/**
 * What stands against giving the complaint to these units. A report of wrongdoing never goes to the unit it is about nor to one under it
 * (Jinan 2018 art. 32; Petition Work Regulation 2022 art. 30).
 */
export const objectionTo = (named: readonly string[], complaint: Complaint, units: Units): Rejection | undefined => {
  const { accused } = knownOf(complaint);
  return named.some((unit) => isAccused(unit, accused, units))
    ? reject('被举报单位及其下属单位不得承办', 'a unit that the report is about, or one under it, cannot handle it')
    : undefined;
};
