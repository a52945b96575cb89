import { type CaseEvent, type Decision, isRejection, say } from '@app/cases';
import { type Appended, EventStore, KeyDestroyed, KeyStore, type RecordedEvent, RevisionConflict } from '@app/event-store';
import { Injectable } from '@nestjs/common';
import { decode, encode, metadataOf } from './codec';
import { KeyReused, NotAllowed, StaleRevision, TooContended } from './errors';
import type { Metadata, Note } from './metadata';
import { Recent } from './recent';
import { Turns } from './turns';

/** How the events of a stream become a state. */
export interface Fold<S> {
  readonly initial: S;
  evolve(state: S, event: CaseEvent, occurredAt: string): S;
}

/** What was recorded under a key: the answer to give again. */
interface Done {
  readonly fingerprint: string | undefined;
  readonly revision: number;
  readonly position: number;
  readonly types: readonly string[];
}

/** A stream as folded so far. Revision -1: nothing recorded. */
export interface Folded<S> {
  readonly state: S;
  readonly revision: number;
  readonly position: number;
  /** When the store learned of the last event; empty where there is none. */
  readonly recordedAt: string;
  readonly keys: ReadonlyMap<string, Done>;
}

export interface WriteRequest<S> {
  readonly stream: string;
  readonly fold: Fold<S>;
  readonly metadata: Metadata;
  /** The revision the caller has seen; without it, a race is decided again. */
  readonly expected?: number | undefined;
  /** The caller has reason to believe that the stream is new: it is read only when that proves wrong. */
  readonly presumeNew?: boolean | undefined;
  /** Throws when the caller may not do this to this stream; asked before anything is told about it, repeats included. */
  permit?(folded: Folded<S>): void;
  decide(folded: Folded<S>): Decision<CaseEvent> | Promise<Decision<CaseEvent>>;
  /** What stands beside each of the events decided, for the state before them. */
  notes?(state: S, events: readonly CaseEvent[]): readonly Note[];
}

export interface Written<S> {
  readonly state: S;
  readonly revision: number;
  readonly position: number;
  readonly types: readonly string[];
  /** True when the key was known: nothing was recorded now. */
  readonly repeated: boolean;
}

const erased = say(
  '该办件的个人信息已删除，不能再记录含有个人信息的内容',
  'the personal data of this case has been erased: nothing personal can be recorded again',
);

const nothing = { revision: -1, position: 0, recordedAt: '', keys: new Map<string, Done>() };

const mostAttempts = 20;
const rememberedStreams = 20_000;

/** Reads a stream, lets a rule decide, and appends at the revision just read: the only way anything is recorded. */
@Injectable()
export class StreamWriter {
  // Bounded, and never trusted: every append checks the revision.
  private readonly recent = new Recent<string, Folded<any>>(rememberedStreams);

  private readonly turns = new Turns();

  constructor(
    private readonly store: EventStore,
    private readonly keys: KeyStore,
  ) {}

  /**
   * Writers of one stream take turns: within a process none of them decides in vain.
   * @throws NotAllowed, KeyReused, StaleRevision: the caller's matter
   * @throws EventStoreUnavailable, EventStoreFull, TooContended: to be tried again later
   */
  write<S>(request: WriteRequest<S>): Promise<Written<S>> {
    return this.turns.take(request.stream, () => this.writeInTurn(request));
  }

  private async writeInTurn<S>(request: WriteRequest<S>): Promise<Written<S>> {
    const presumed = await this.attemptAsNew(request);
    if (presumed) return presumed;
    const known = this.recent.get(request.stream) as Folded<S> | undefined;
    let certain = !known || !this.store.shared;
    let folded = known ?? (await this.catchUp(request.stream, request.fold, { ...nothing, state: request.fold.initial }));
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      const outcome = await this.attempt(request, folded);
      if (outcome && (certain || isProven(outcome))) return settle(outcome);
      // Decided on what this process remembers, while others may have gone on.
      const next = await this.catchUp(request.stream, request.fold, folded);
      if (outcome && next.revision === folded.revision) return settle(outcome);
      certain = true;
      folded = next;
    }
    throw new TooContended(`${request.stream} changed ${mostAttempts} times while deciding`);
  }

  /** Saves reading a stream that is not there. Undefined where it is, or where the answer may depend on that. */
  private async attemptAsNew<S>(request: WriteRequest<S>): Promise<Written<S> | undefined> {
    const { stream, fold, presumeNew, expected } = request;
    if (!presumeNew || expected !== undefined || this.recent.get(stream)) return undefined;
    const outcome = await this.attempt(request, { ...nothing, state: fold.initial });
    // What is refused to a new stream may be a repeat to one that is there, even after its key has been destroyed.
    if (outcome && 'refused' in outcome && outcome.refused instanceof NotAllowed) return undefined;
    const written = outcome && settle(outcome);
    return written && written.revision >= 0 ? written : undefined;
  }

  /** The stream as it is now, from memory and its newest events. */
  async read<S>(stream: string, fold: Fold<S>): Promise<Folded<S>> {
    const known = this.recent.get(stream) as Folded<S> | undefined;
    return known && !this.store.shared ? known : this.catchUp(stream, fold, known ?? { ...nothing, state: fold.initial });
  }

  private async catchUp<S>(stream: string, fold: Fold<S>, from: Folded<S>): Promise<Folded<S>> {
    const events = await this.store.readStream(stream, from.revision + 1);
    const folded = events.reduce((before, event) => foldRecorded(fold, before, event), from);
    if (folded.revision >= 0) this.recent.set(stream, folded);
    return folded;
  }

  /** Undefined when somebody else was faster and the caller has stated no revision. */
  private async attempt<S>(request: WriteRequest<S>, folded: Folded<S>): Promise<Outcome<S> | undefined> {
    let decided: Written<S> | readonly CaseEvent[];
    try {
      decided = await decide(request, folded);
    } catch (refused) {
      return { refused };
    }
    return 'repeated' in decided ? { written: decided } : this.record(request, folded, decided);
  }

  private async record<S>(request: WriteRequest<S>, folded: Folded<S>, decision: readonly CaseEvent[]): Promise<Outcome<S> | undefined> {
    const { stream, fold, metadata, expected } = request;
    const notes = request.notes?.(folded.state, decision);
    try {
      const events = await encode(this.keys, stream, decision, metadata, notes);
      const appended = await this.store.append(stream, folded.revision < 0 ? 'none' : folded.revision, events);
      const next = foldDecided(fold, folded, decision, appended, metadata);
      this.recent.set(stream, next);
      return { written: { ...next, types: ownTypes(decision), repeated: false } };
    } catch (error) {
      if (error instanceof KeyDestroyed) return { refused: new NotAllowed(erased, { revision: folded.revision }) };
      if (!(error instanceof RevisionConflict)) throw error;
      return expected === undefined ? undefined : { refused: new StaleRevision(expected, error.actual) };
    }
  }
}

/** What came of deciding on a state: something to answer, or an error to throw. */
type Outcome<S> = { readonly written: Written<S> } | { readonly refused: unknown };

const settle = <S>(outcome: Outcome<S>): Written<S> => {
  if ('refused' in outcome) throw outcome.refused;
  return outcome.written;
};

/** What was recorded, now or before under the same key, shows that the state decided on was the last one. */
const isProven = (outcome: Outcome<unknown>): boolean =>
  'written' in outcome && (outcome.written.repeated || outcome.written.types.length > 0);

/** The events to record, or what is answered without any. @throws what the caller is refused with */
const decide = async <S>(request: WriteRequest<S>, folded: Folded<S>): Promise<Written<S> | readonly CaseEvent[]> => {
  const { metadata, expected } = request;
  request.permit?.(folded);
  const done = metadata.key === undefined ? undefined : folded.keys.get(metadata.key);
  if (done) return repeatOf(done, folded, metadata);
  if (expected !== undefined && expected !== folded.revision) throw new StaleRevision(expected, folded.revision);
  const decision = await request.decide(folded);
  if (isRejection(decision)) throw new NotAllowed(decision.rejected, { revision: folded.revision });
  return decision.length > 0 ? decision : { ...folded, types: [], repeated: false };
};

/** What a command itself brought: silences recorded beside it are not its own. */
const ownTypes = (events: readonly CaseEvent[]): readonly string[] => events.filter(({ at }) => at === undefined).map(({ type }) => type);

const repeatOf = <S>(done: Done, folded: Folded<S>, { key, fingerprint }: Metadata): Written<S> => {
  if (done.fingerprint !== fingerprint) throw new KeyReused(String(key));
  return { state: folded.state, revision: done.revision, position: done.position, types: done.types, repeated: true };
};

const withKey = (
  keys: Folded<unknown>['keys'],
  { key, fingerprint }: Metadata,
  types: readonly string[],
  { revision, position }: Pick<Appended, 'revision' | 'position'>,
): Folded<unknown>['keys'] =>
  key === undefined
    ? keys
    : new Map(keys).set(key, { fingerprint, revision, position, types: [...(keys.get(key)?.types ?? []), ...types] });

const foldRecorded = <S>(fold: Fold<S>, before: Folded<S>, event: RecordedEvent): Folded<S> => {
  const metadata = metadataOf(event);
  return {
    state: fold.evolve(before.state, decode(event, metadata), metadata.occurredAt),
    revision: event.revision,
    position: event.position,
    recordedAt: event.recordedAt,
    keys: withKey(before.keys, metadata, [event.type], event),
  };
};

const foldDecided = <S>(fold: Fold<S>, before: Folded<S>, events: readonly CaseEvent[], at: Appended, metadata: Metadata): Folded<S> => ({
  state: events.reduce((state, event) => fold.evolve(state, event, event.at ?? metadata.occurredAt), before.state),
  revision: at.revision,
  position: at.position,
  recordedAt: at.recordedAt,
  keys: withKey(before.keys, metadata, ownTypes(events), at),
});
