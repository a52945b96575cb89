import { businessDate, eventDefinition, say, type Sentence } from '@app/cases';
import type { EventStore, KeyStore } from '@app/event-store';
import type { Circumstances } from '../circumstances';
import type { CaseNumbers } from '../commands/case-numbers';
import { streamOf } from '../recording/case-ids';
import { encode, metadataOf } from '../recording/codec';
import { fingerprintOf } from '../recording/fingerprint';
import type { Metadata } from '../recording/metadata';
import { type DecidedStep, decideCase } from './decide-case';
import { situationsNamed } from './situations-named';
import type { Finding, StatedCase } from './stated-case';
import { understandCase, type UnderstoodCase } from './understand-case';

export interface ImportSettings {
  readonly store: EventStore;
  readonly keys: KeyStore;
  readonly circumstances: Circumstances;
  readonly numbers: CaseNumbers;
  /** Nothing is imported that lies after it. */
  readonly now: Date;
  /** The unit of whoever acts for the office where a file names nobody. */
  readonly office: string;
}

/** A case that may be recorded. */
export interface ReadyCase {
  readonly kind: 'ready';
  readonly of: UnderstoodCase;
  readonly steps: readonly DecidedStep[];
  /** By which the same content is known again. */
  readonly fingerprint: string;
}

export type Examined = ReadyCase | { readonly kind: 'there' } | { readonly kind: 'wrong'; readonly findings: readonly Finding[] };

/** What the log has of a case already. */
type Recorded = 'same' | 'other';

const otherContent = say('该编号的办件已在系统中，内容不同', 'a case of this number is there already, with another content');
const repeatedNumber = (line: number): Sentence => say(`与第${line}行编号重复`, `repeats the number of line ${line}`);

/** Brings cases of the past into the log: each decided like a case that was lived, and recorded whole or not at all. For one file. */
export class CaseImporter {
  // A file is gone through twice, to check it and to record it, and nobody else writes meanwhile: the log is asked once.
  private readonly lines = new Map<string, number>();
  private readonly recorded = new Map<string, Recorded>();
  private numbering: Promise<unknown> = Promise.resolve();

  constructor(private readonly settings: ImportSettings) {}

  /** What would become of a case; nothing is recorded. */
  async examine(stated: StatedCase): Promise<Examined> {
    const { circumstances, now, office } = this.settings;
    const understood = understandCase(stated, circumstances.units, now);
    if ('findings' in understood) return { kind: 'wrong', ...understood };
    const repeated = await this.place(understood);
    if (repeated) return repeated;
    const recorded = this.recorded.get(understood.caseId);
    if (recorded) return recorded === 'same' ? { kind: 'there' } : wrong('/number', otherContent);

    const { findings, contested } = await situationsNamed(understood, this.settings.store, circumstances.units);
    if (findings.length > 0) return { kind: 'wrong', findings };
    const decision = decideCase(understood, contested, circumstances, office);
    if ('findings' in decision) return { kind: 'wrong', ...decision };
    return { kind: 'ready', of: understood, steps: decision.decided, fingerprint: this.fingerprint(understood) };
  }

  /** Notes the line of a case and whether it is in the log; a number that stands in two lines is wrong in the second. */
  private async place(of: UnderstoodCase): Promise<Examined | undefined> {
    const first = this.lines.get(of.caseId);
    if (first !== undefined) return first === of.line ? undefined : wrong('/number', repeatedNumber(first));
    this.lines.set(of.caseId, of.line);
    const [event] = await this.settings.store.readStream(streamOf(of.caseType.name, of.caseId), 0, 1);
    if (event) this.recorded.set(of.caseId, metadataOf(event).fingerprint === this.fingerprint(of) ? 'same' : 'other');
    return undefined;
  }

  /**
   * Records cases, each in one append to a stream of its own, in transactions that they share. Gives the number of events.
   * @throws EventStoreUnavailable, EventStoreFull: what is recorded stays, and is found there the next time
   */
  async record(cases: readonly ReadyCase[]): Promise<number> {
    const numbers = await this.inTurn(() => this.numbersFor(cases));
    const counts = await Promise.all(cases.map((ready, index) => this.append(ready, numbers[index] ?? '')));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.numbering.then(work);
    this.numbering = turn.catch(() => undefined);
    return turn;
  }

  /** In the order of the file; no more are reserved than are given out, so that a sudden end leaves no more of a gap than what was under way. */
  private async numbersFor(cases: readonly ReadyCase[]): Promise<readonly string[]> {
    const series = cases.map(({ of: { caseType, steps } }) => [caseType.prefix, businessDate(steps[0]?.at ?? '').slice(0, 4)] as const);
    const left = new Map<string, number>();
    for (const [prefix, year] of series) left.set(prefix + year, (left.get(prefix + year) ?? 0) + 1);
    const numbers: string[] = [];
    for (const [prefix, year] of series) {
      const needed = left.get(prefix + year) ?? 1;
      numbers.push(await this.settings.numbers.next(prefix, year, needed));
      left.set(prefix + year, needed - 1);
    }
    return numbers;
  }

  private async append(ready: ReadyCase, caseNumber: string): Promise<number> {
    const stream = streamOf(ready.of.caseType.name, ready.of.caseId);
    const { at: occurredAt, by } = ready.steps[0] ?? nobody;
    const decided = ready.steps.flatMap((step) => step.events);
    const numbered = decided.map((event) => (opens(ready.of, event.type) ? { ...event, data: { ...event.data, caseNumber } } : event));
    const events = await encode(this.settings.keys, stream, numbered, { occurredAt, by }, besides(ready));
    await this.settings.store.append(stream, 'none', events);
    return events.length;
  }

  /** Of what was told, in an order that does not depend on how it was told. */
  private fingerprint({ steps }: UnderstoodCase): string {
    const told = steps.map(({ name, at, by, data }) => JSON.stringify([name, at, by?.id, by?.unit, Object.entries(data).toSorted(byName)]));
    return fingerprintOf(this.settings.keys.installationSecret(), told.join('\n'));
  }
}

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number => (one < other ? -1 : 1);

/** Whose the steps of a case without any would be. */
const nobody = { at: '', by: { id: '', unit: '' } };

/** Found again by its id, and known as the same by its fingerprint. The number it had is kept as that of a work order upstream. */
const originOf = ({ of: { caseId, caseType, source, number }, fingerprint }: ReadyCase): Partial<Metadata> => ({
  key: caseId,
  fingerprint,
  intake: { receipt: caseId, source, id: number, type: `cn.huiying.import.${caseType.name}.v1`, subject: number },
});

/** What stands beside each event, for the whole case is encoded at once: when and by whom its step was taken, unless it is a silence. */
const besides = (ready: ReadyCase): readonly Partial<Metadata>[] =>
  ready.steps.flatMap(({ at: occurredAt, by, events, notes }, index) =>
    events.map(({ at }, nth) => ({ ...(at === undefined && { occurredAt, by, ...(index === 0 && originOf(ready)) }), ...notes[nth] })),
  );

const wrong = (place: string, said: Sentence): Examined => ({ kind: 'wrong', findings: [{ place, said }] });

const opens = ({ caseType }: UnderstoodCase, type: string): boolean => eventDefinition(caseType, type)?.milestone === 'received';
