import { say, type Sentence } from '@app/cases';
import { type EventStore, type KeyStore, noEvents } from '@app/event-store';
import type { Circumstances } from '../circumstances';
import type { CaseNumbers } from '../commands/case-numbers';
import { streamOf } from '../recording/case-ids';
import { metadataOf, sealAll } from '../recording/codec';
import { fingerprintOf } from '../recording/fingerprint';
import { decideCase } from './decide-case';
import type { ReadyCase } from './ready-case';
import { type CaseTexts, numbered, textsOf, writeCase, type WrittenCase, writtenCaseOf } from './written-case';
import { situationsNamed } from './situations-named';
import type { Finding, StatedCase } from './stated-case';
import { understandCase, type UnderstoodCase } from './understand-case';

export type { ReadyCase };

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

export type Examined = ReadyCase | { readonly kind: 'there' } | { readonly kind: 'wrong'; readonly findings: readonly Finding[] };

/** What the log has of a case already. */
type Recorded = 'same' | 'other';

const otherContent = say('该编号的办件已在系统中，内容不同', 'a case of this number is there already, with another content');
const repeatedNumber = (line: number): Sentence => say(`与第${line}行编号重复`, `repeats the number of line ${line}`);

/** Brings cases of the past into the log: each decided like a case that was lived, and recorded whole or not at all. For one file. */
export class CaseImporter {
  // Nobody else writes meanwhile: what the log has of a case is asked once.
  private readonly lines = new Map<string, number>();
  private readonly recorded = new Map<string, Recorded>();
  private newAtStart: Promise<boolean> | undefined;
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
    if (await this.logIsNew()) return undefined;
    const [event] = await this.settings.store.readStream(streamOf(of.caseType.name, of.caseId), 0, 1);
    if (event) this.recorded.set(of.caseId, metadataOf(event).fingerprint === this.fingerprint(of) ? 'same' : 'other');
    return undefined;
  }

  /** Whether there was nothing in the log at the start: then no case need be looked for. */
  private logIsNew(): Promise<boolean> {
    this.newAtStart ??= this.settings.store.head().then((head) => head === noEvents);
    return this.newAtStart;
  }

  /** A case in texts, by which it can be recorded without being decided again. They hold personal data in clear. */
  textsOf(ready: ReadyCase): CaseTexts {
    return textsOf(writeCase(ready));
  }

  /**
   * Records cases by their texts, each in one append to a stream of its own, in transactions that they share. Gives the number of events.
   * @throws EventStoreUnavailable, EventStoreFull: what is recorded stays, and is found there the next time
   */
  async record(texts: readonly CaseTexts[]): Promise<number> {
    const cases = texts.map(writtenCaseOf);
    const numbers = await this.inTurn(() => this.numbersFor(cases));
    const counts = await Promise.all(cases.map((written, index) => this.append(written, numbers[index] ?? '')));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.numbering.then(work);
    this.numbering = turn.catch(() => undefined);
    return turn;
  }

  /** In the order of the file; no more are reserved than are given out, so that a sudden end leaves no more of a gap than what was under way. */
  private async numbersFor(cases: readonly WrittenCase[]): Promise<readonly string[]> {
    const left = new Map<string, number>();
    for (const { prefix, year } of cases) left.set(prefix + year, (left.get(prefix + year) ?? 0) + 1);
    const numbers: string[] = [];
    for (const { prefix, year } of cases) {
      const needed = left.get(prefix + year) ?? 1;
      numbers.push(await this.settings.numbers.next(prefix, year, needed));
      left.set(prefix + year, needed - 1);
    }
    return numbers;
  }

  private async append(written: WrittenCase, caseNumber: string): Promise<number> {
    const stream = streamOf(written.type, written.caseId);
    const events = await sealAll(this.settings.keys, stream, numbered(written, caseNumber));
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

const wrong = (place: string, said: Sentence): Examined => ({ kind: 'wrong', findings: [{ place, said }] });
