import type { CaseEvent } from '@app/cases';
import type { CheckLine } from '@app/reports';
import type { Fold } from '../recording/stream-writer';

/** A figure as it was sealed. */
export interface SealedCell {
  readonly code: string;
  readonly state: 'number' | 'blank' | 'not-applicable';
  readonly text: string;
}

/** What was sealed: enough to print it again, and to tell what has changed since. */
export interface SealedReport {
  /** 1 for the first seal, 2 for what replaced it. */
  readonly number: number;
  readonly position: number;
  readonly asOf: string;
  /** The hash of the log's chain at that position: who recomputes the chain up to there must come to the same. */
  readonly log?: string | undefined;
  readonly calendar: string;
  /** Version of the rules by which facts follow from events. */
  readonly facts: number;
  readonly form: { readonly id: string; readonly version: number; readonly digest: string };
  /** Of the report as it is given out. */
  readonly digest: string;
  readonly cells: readonly SealedCell[];
  /** The chapters as they read then. */
  readonly chapters: readonly { readonly title: string; readonly paragraphs: readonly string[] }[];
  /** What did not pass, and stood all the same. */
  readonly failing: readonly string[];
  /** Why it was sealed although something stood against it. */
  readonly reason?: string | undefined;
  readonly replaces?: number | undefined;
}

interface Signed {
  readonly by: string;
  readonly at: string;
}

export interface Confirmation extends Signed {
  readonly position: number;
  /** Of the figures of the unit's own report, whenever they were asked for. */
  readonly figures: string;
  readonly note?: string | undefined;
}

export interface Dispute extends Signed {
  readonly reason: string;
}

export interface Verdict extends Signed {
  readonly verdict: 'accepted' | 'mistake';
  readonly reason: string;
  /** What it was said of: when the sides are others, it is said of something else. */
  readonly left?: string | undefined;
  readonly right?: string | undefined;
}

export interface Publication extends Signed {
  /** The seal that was published. */
  readonly number: number;
  readonly on: string;
  readonly where: string;
}

/** Everything that has been done about the report of one form and year. */
export interface ReportFile {
  /** Units that were asked to confirm their part. */
  readonly asked: readonly string[];
  readonly confirmed: Readonly<Record<string, Confirmation>>;
  readonly disputed: Readonly<Record<string, Dispute>>;
  readonly verdicts: Readonly<Record<string, Verdict>>;
  readonly seals: readonly (SealedReport & Signed)[];
  readonly published: readonly Publication[];
}

export const emptyFile: ReportFile = { asked: [], confirmed: {}, disputed: {}, verdicts: {}, seals: [], published: [] };

type Evolve = (file: ReportFile, data: any) => ReportFile;

const without = <T>(table: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(table).filter(([key]) => key !== name));

/** Who did it is among the data: a report file is shown to others than those who may read the log. */
const evolve: Readonly<Record<string, Evolve>> = {
  ReportConfirmationAsked: (file, { units }) => ({ ...file, asked: [...new Set([...file.asked, ...units])] }),
  ReportPartConfirmed: (file, { unit, ...confirmation }) => ({
    ...file,
    confirmed: { ...file.confirmed, [unit]: confirmation },
    disputed: without(file.disputed, unit),
  }),
  ReportPartDisputed: (file, { unit, ...dispute }) => ({
    ...file,
    disputed: { ...file.disputed, [unit]: dispute },
    confirmed: without(file.confirmed, unit),
  }),
  ReportCheckJudged: (file, { check, ...verdict }) => ({ ...file, verdicts: { ...file.verdicts, [check]: verdict } }),
  ReportSealed: (file, seal) => ({ ...file, seals: [...file.seals, seal] }),
  ReportPublished: (file, publication) => ({ ...file, published: [...file.published, publication] }),
};

export const reportFileFold: Fold<ReportFile> = {
  initial: emptyFile,
  evolve: (file, { type, data }: CaseEvent) => (Object.hasOwn(evolve, type) ? evolve[type]!(file, data) : file),
};

/** The seal that stands: the last one. */
export const standingSeal = ({ seals }: ReportFile): (SealedReport & Signed) | undefined => seals.at(-1);

/** The seal that the public has seen, or else the one that stands. */
export const publishedSeal = ({ seals, published }: ReportFile): (SealedReport & Signed) | undefined => {
  const last = published.at(-1);
  return last ? seals.find(({ number }) => number === last.number) : seals.at(-1);
};

/** A verdict holds for the figures it was given of. */
export const verdictOn = (
  { verdicts }: ReportFile,
  { id, left, right }: CheckLine,
): (Verdict & { readonly stale: boolean }) | undefined => {
  const verdict = Object.hasOwn(verdicts, id) ? verdicts[id] : undefined;
  return verdict && { ...verdict, stale: verdict.left !== left || verdict.right !== right };
};
