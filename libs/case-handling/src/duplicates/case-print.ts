import { type Bigrams, bigramsOf } from './similarity';
import { callerOf } from './caller';

/** What is kept of a case to recognise it by: nothing that can be read. */
export interface CasePrint {
  readonly caseType: string;
  readonly caseId: string;
  readonly receivedOn: string;
  readonly matter: string | undefined;
  readonly area: string | undefined;
  /** Keyed hash of how the caller is reached. */
  readonly caller: string | undefined;
  readonly bigrams: Bigrams;
}

export type Said = Readonly<Record<string, unknown>>;

const label = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** @param said everything that was said when it was registered; @param hash keyed with the secret of the installation */
export const printOf = (
  named: Pick<CasePrint, 'caseType' | 'caseId' | 'receivedOn'>,
  said: Said,
  hash: (caller: string) => string,
): CasePrint => {
  const caller = callerOf(said);
  return {
    ...named,
    matter: label(said['matter']),
    area: label(said['area']),
    caller: caller === undefined ? undefined : hash(caller),
    bigrams: bigramsOf(label(said['text']) ?? ''),
  };
};
