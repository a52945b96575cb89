import { addDays, type LocalRules } from '@app/cases';
import type { CasePrint } from './case-print';
import { similarity } from './similarity';

export type Likeness = 'same-caller' | 'same-matter' | 'same-area' | 'similar-text';

export interface Resemblance {
  readonly print: CasePrint;
  readonly because: readonly Likeness[];
  /** Of the two texts, in per cent. */
  readonly similarity: number;
}

type Limits = LocalRules['duplicates'];

/** Beyond so many, who looks through them reads the queue instead. */
const mostShown = 10;
/** Of a matter or a caller with more cases only the newest are compared. */
const mostCompared = 200;
const usuallyRemembered = 20_000;

/** Why two cases may be about the same thing: same caller and matter; same caller and similar text; similar text about the same matter or place. */
const likeness = (one: CasePrint, other: CasePrint, limits: Limits): Omit<Resemblance, 'print'> | undefined => {
  const alike = similarity(one.bigrams, other.bigrams);
  const same = (fact: 'caller' | 'matter' | 'area'): boolean => one[fact] !== undefined && one[fact] === other[fact];
  const [caller, matter, area, text] = [same('caller'), same('matter'), same('area'), alike >= limits.similarity];
  if (!(caller && (matter || text)) && !(text && (matter || area))) return undefined;
  const found: readonly (readonly [Likeness, boolean])[] = [
    ['same-caller', caller],
    ['same-matter', matter],
    ['same-area', area],
    ['similar-text', text],
  ];
  return { because: found.filter(([, holds]) => holds).map(([name]) => name), similarity: alike };
};

const tracesOf = ({ caller, matter, area }: CasePrint): readonly string[] => [
  ...(caller === undefined ? [] : [`caller ${caller}`]),
  ...(matter === undefined ? [] : [`matter ${matter}`]),
  ...(area === undefined ? [] : [`area ${area}`]),
];

/** The prints of cases that were received of late. Bounded, in memory alone, and forgotten at will. */
export class RecentCases {
  private readonly prints = new Map<string, CasePrint>();
  /** By trace, the newest last. What is forgotten stays listed for a while and is passed over. */
  private readonly listed = new Map<string, string[]>();
  private forgotten = 0;
  private readonly erased = new Set<string>();

  constructor(private readonly most = usuallyRemembered) {}

  has(caseId: string): boolean {
    return this.prints.has(caseId);
  }

  get(caseId: string): CasePrint | undefined {
    return this.prints.get(caseId);
  }

  add(print: CasePrint): void {
    if (this.prints.has(print.caseId) || this.erased.has(print.caseId)) return;
    this.prints.set(print.caseId, print);
    this.list(print);
    const [oldest] = this.prints.keys();
    if (this.prints.size > this.most && oldest !== undefined) this.forget(oldest);
  }

  /** Forgets a case for good: whoever is just reading it comes too late. */
  erase(caseId: string): void {
    this.erased.add(caseId);
    this.forget(caseId);
  }

  private forget(caseId: string): void {
    if (!this.prints.delete(caseId)) return;
    this.forgotten += 1;
    if (this.forgotten > this.most) this.relist();
  }

  /** Forgets what was received before this day. */
  keepSince(day: string): void {
    for (const [id, { receivedOn }] of this.prints) if (receivedOn < day) this.prints.delete(id);
    this.relist();
  }

  /** Cases that may be about the same thing, those first that resemble it in most. */
  like(print: CasePrint, limits: Limits): readonly Resemblance[] {
    const [first, last] = [addDays(print.receivedOn, -limits.withinDays), addDays(print.receivedOn, limits.withinDays)];
    const found = new Map<string, Resemblance>();
    for (const other of this.candidates(print)) {
      if (found.size >= mostShown) break;
      if (found.has(other.caseId) || other.receivedOn < first || other.receivedOn > last) continue;
      const resembles = likeness(print, other, limits);
      if (resembles) found.set(other.caseId, { print: other, ...resembles });
    }
    return [...found.values()].toSorted((one, other) => other.because.length - one.because.length || other.similarity - one.similarity);
  }

  private *candidates(print: CasePrint): Generator<CasePrint> {
    for (const trace of tracesOf(print)) {
      const ids = this.listed.get(trace) ?? [];
      for (let index = ids.length - 1, compared = 0; index >= 0 && compared < mostCompared; index -= 1, compared += 1) {
        const other = this.prints.get(ids[index] ?? '');
        if (other && other.caseId !== print.caseId) yield other;
      }
    }
  }

  private relist(): void {
    this.forgotten = 0;
    this.listed.clear();
    for (const print of this.prints.values()) this.list(print);
  }

  private list(print: CasePrint): void {
    for (const trace of tracesOf(print)) {
      const ids = this.listed.get(trace);
      if (ids) ids.push(print.caseId);
      else this.listed.set(trace, [print.caseId]);
    }
  }
}
