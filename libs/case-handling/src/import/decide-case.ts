import { type Actor, businessDate, type CaseEvent, isRejection, type Role, say, type Sentence, type Situation } from '@app/cases';
import type { Circumstances } from '../circumstances';
import { notToAccused } from '../commands/assignments';
import { authorise, authoriseOpening, CaseNotFound, Forbidden } from '../commands/authority';
import { decideInTime } from '../commands/in-time';
import { caseFold, type CaseState } from '../recording/case-fold';
import type { Note } from '../recording/metadata';
import { caseNotes } from '../recording/notes';
import type { Finding } from './stated-case';
import type { UnderstoodCase, UnderstoodStep } from './understand-case';

/** What a step brought. */
export interface DecidedStep {
  readonly at: string;
  readonly by: Pick<Actor, 'id' | 'unit'>;
  readonly events: readonly CaseEvent[];
  readonly notes: readonly Note[];
}

/** Whoever a register does not name. */
const nobodyInParticular = 'import';

const notTheirs = (unit: string): Sentence =>
  say(`${unit} 当时没有承办，不能办理这一步`, `${unit} did not have the case then, and cannot have taken this step`);

/** Like an intake system, an old one has counted its own calls; else a step is the unit's that has the case, or the office's. */
const roleIn = (unit: string | undefined, { by }: UnderstoodStep['definition'], { holders }: CaseState): Role => {
  if (by.includes('intake')) return 'intake';
  if (!by.includes('unit')) return by.includes('office') ? 'office' : (by[0] ?? 'office');
  return by.includes('office') && (unit === undefined || !holders.includes(unit)) ? 'office' : 'unit';
};

const actorOf = ({ by, definition }: UnderstoodStep, state: CaseState, office: string): Actor => {
  const role = roleIn(by?.unit, definition, state);
  const unit = by?.unit ?? (role === 'unit' ? state.holders[0] : undefined) ?? office;
  return { id: by?.id ?? nobodyInParticular, unit, roles: [role] };
};

/** As for a command at the API, but that everybody is told why. */
const objectionTo = (by: Actor, { definition }: UnderstoodStep, caseId: string, state: CaseState, circumstances: Circumstances) => {
  try {
    if (state.receivedAt === '') authoriseOpening(by, definition);
    else authorise(by, definition, caseId, state, circumstances.units);
    return undefined;
  } catch (error) {
    if (error instanceof CaseNotFound || error instanceof Forbidden) return notTheirs(by.unit);
    throw error;
  }
};

/**
 * Every step decided by the rules a command is decided by, on the case as it was at that time, with the silences in between. The case has no
 * number yet. Or the first step that the rules refuse, and why.
 * @param contested by step, the situation of the case that it names
 * @param office the unit of whoever is not named and acts for the office
 */
export const decideCase = (
  { caseType, caseId, steps, placeOf }: UnderstoodCase,
  contested: readonly (Situation | undefined)[],
  circumstances: Circumstances,
  office: string,
): { readonly decided: readonly DecidedStep[] } | { readonly findings: readonly Finding[] } => {
  const fold = caseFold(caseType);
  const decided: DecidedStep[] = [];
  let state = fold.initial;
  for (const [index, step] of steps.entries()) {
    const { at, name, data } = step;
    const refused = (said: Sentence) => ({ findings: [{ place: placeOf(index, ''), said }] });
    const by = actorOf(step, state, office);
    const objection = objectionTo(by, step, caseId, state, circumstances);
    if (objection) return refused(objection);
    const around = { ...circumstances.of(businessDate(state.receivedAt || at)), contested: contested[index] };
    const decision = notToAccused(
      decideInTime(caseType, state.situation, { type: name, data }, { at, by, caseNumber: state.caseNumber, ...around }),
      caseType,
      state.accused,
      circumstances.units,
    );
    if (isRejection(decision)) return refused(decision.rejected);
    if (decision.length === 0) continue;
    const notes = caseNotes(state, decision, at, circumstances);
    decided.push({ at, by: { id: by.id, unit: by.unit }, events: decision, notes });
    for (const event of decision) state = fold.evolve(state, event, event.at ?? at);
  }
  return { decided };
};
