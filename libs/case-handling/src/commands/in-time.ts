import {
  type CaseEvent,
  type CaseType,
  type Context,
  decide,
  type Decision,
  foldCase,
  isRejection,
  type Situation,
  silencesToWithdraw,
  silencesUntil,
} from '@app/cases';

interface InTime {
  /** Silences that fell and are not recorded, and withdrawals of those that had not fallen after all. */
  readonly silences: readonly CaseEvent[];
  readonly situation: Situation;
}

type Circumstances = Omit<Context, 'by' | 'caseNumber' | 'at'>;

/** The case as it was at that moment, whether or not anybody has recorded yet that nothing had happened by then. */
export const inTime = (caseType: CaseType, recorded: Situation, at: string, circumstances: Circumstances): InTime => {
  const withdrawn = silencesToWithdraw(recorded, at);
  const corrected = foldCase(caseType, withdrawn, recorded);
  const fallen = silencesUntil(caseType, corrected, at, circumstances);
  return { silences: [...withdrawn, ...fallen], situation: foldCase(caseType, fallen, corrected) };
};

/** Decides a command on the case as it was at that moment; the silences before it are recorded together with what it brings. */
export const decideInTime = (
  caseType: CaseType,
  recorded: Situation,
  command: { readonly type: string; readonly data: unknown },
  context: Context,
): Decision<CaseEvent> => {
  const { silences, situation } = inTime(caseType, recorded, context.at, context);
  const decision = decide(caseType, situation, command, context);
  return isRejection(decision) || decision.length === 0 ? decision : [...silences, ...decision];
};
