import { type CaseEvent, type CaseType, type Decision, eventDefinition, isRejection, type Milestone, reject, type Units } from '@app/cases';

/** After these a unit has the case. */
const assigning: readonly (Milestone | undefined)[] = ['routed', 'co-assigned'];

const toAccused = reject(
  '举报件不得转给被举报的单位或其下属单位办理',
  'a report of wrongdoing must not be given to the unit that it is about, nor to one subordinate to it',
);

/** Petition Work Regulation 2022 art. 30: whatever the rules of a type allow, a report never goes to whom it is about. */
export const notToAccused = (
  decision: Decision<CaseEvent>,
  caseType: CaseType,
  before: readonly string[],
  units: Units,
): Decision<CaseEvent> => {
  if (isRejection(decision)) return decision;
  const milestoneOf = ({ type }: CaseEvent) => eventDefinition(caseType, type)?.milestone;
  let accused = before;
  for (const event of decision) {
    if (event.data['accused']) accused = event.data['accused'];
    if (assigning.includes(milestoneOf(event)) && accused.some((unit) => units.within(event.data['unit'], unit))) return toAccused;
  }
  return decision;
};
