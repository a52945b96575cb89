import {
  type CaseEvent,
  type CaseType,
  type Context,
  decide,
  type Decision,
  defaultRules,
  foldCase,
  isRejection,
  publishedCalendar,
  silencesUntil,
  type Situation,
  unitsOf,
} from '@app/cases';
import { defaultUnits } from '@app/config';

const circumstances = { calendar: publishedCalendar, local: defaultRules, units: unitsOf(defaultUnits) };

type Given = Pick<Context, 'at' | 'by' | 'caseNumber' | 'contested'>;

/** Decides as a server does: the silences that fell before the command are recorded with what it brings. */
export const decideInTime = (
  type: CaseType,
  recorded: Situation,
  command: { readonly type: string; readonly data: unknown },
  given: Given,
): Decision<CaseEvent> => {
  const silences = silencesUntil(type, recorded, given.at, circumstances);
  const decision = decide(type, foldCase(type, silences, recorded), command, { ...given, ...circumstances });
  return isRejection(decision) || decision.length === 0 ? decision : [...silences, ...decision];
};
