import { NotReproducible } from './not-reproducible';
import type { RequestCounts } from './published-parts';

/** What becomes of a request: it ends in one of these ways, or it is still open when the year is over. */
export interface Fate {
  readonly way: 'answer' | 'withdraw' | 'correction-lapses' | 'fee-unpaid' | 'stays-open';
  /** Of an answer. */
  readonly outcome?: string;
}

/** A request as it comes into the year and goes out of it. */
export interface PlannedRequest {
  readonly column: string;
  readonly isCarriedIn: boolean;
  readonly fate: Fate;
}

/** A fate, and whether a request that was received the year before can come to it. */
interface Possible extends Fate {
  readonly since?: 'the-year-before' | undefined;
}

/**
 * Requests of 2018 were received under the regulation of 2008, whose answers are others; only these lines have one. Those of 2020 and
 * before were free of charge.
 */
const answersOf2008: Readonly<Record<string, string>> = {
  granted: 'granted',
  'partly-granted': 'partly-granted',
  'refused-state-secret': 'refused-state-secret',
  'refused-other-law': 'refused-other-law',
  'refused-security-stability': 'refused-security-stability',
  'refused-third-party': 'refused-privacy',
  'unavailable-not-held': 'not-existing',
};

const before = { since: 'the-year-before' } as const;

const lapses: Readonly<Record<string, (year: number) => Possible>> = {
  'other-correction-lapsed': (year) => ({ way: 'correction-lapses', ...(year > 2019 && before) }),
  'other-fee-unpaid': (year) => ({ way: 'fee-unpaid', ...(year > 2021 && before) }),
  'other-other': () => ({ way: 'withdraw', ...before }),
};

/** One row for all of group six: withdrawn and lapsed by turns. */
const undivided = ['other-other', 'other-correction-lapsed'];

/** How the `index`th request of a line ends. */
const endingOf = (line: string, index: number, year: number): Possible => {
  const one = line === 'other-handling' ? (undivided[index % undivided.length] ?? line) : line;
  return lapses[one]?.(year) ?? { way: 'answer', outcome: one, ...((year > 2019 || answersOf2008[one]) && before) };
};

const times = <T>(n: number, of: (index: number) => T): T[] => Array.from({ length: n }, (_, index) => of(index));

const asReceived = ({ way, outcome }: Possible, isCarriedIn: boolean, year: number): Fate => {
  const answer = outcome && isCarriedIn && year === 2019 ? answersOf2008[outcome] : outcome;
  return { way, ...(answer !== undefined && { outcome: answer }) };
};

/**
 * The requests of one column. A report does not say which of them were carried in: here those whose results stand first on the form, of
 * such as a request of the year before could come to; and only then any that are carried out again.
 * @throws NotReproducible when more were carried in than could end so
 */
export const requestsOf = (column: string, counts: RequestCounts, year: number): readonly PlannedRequest[] => {
  const endings = Object.entries(counts.results).flatMap(([line, n]) => times(n, (index) => endingOf(line, index, year)));
  const open = times(counts.carriedOut, (): Possible => ({ way: 'stays-open', ...before }));
  const all = [...endings, ...open];
  const possible = all.filter(({ since }) => since !== undefined);
  if (possible.length < counts.carriedIn)
    throw new NotReproducible(
      `${column}：上年结转${counts.carriedIn}件，只有${possible.length}件可能如此办结 ` +
        `(${counts.carriedIn} were carried in, and only ${possible.length} could have ended as they did)`,
    );
  const carriedIn = new Set(possible.slice(0, counts.carriedIn));
  return all.map((each): PlannedRequest => {
    const isCarriedIn = carriedIn.has(each);
    return { column, isCarriedIn, fate: asReceived(each, isCarriedIn, year) };
  });
};
