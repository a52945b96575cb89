import { type Actor, type AllowedCommand, allowedCommands, businessDate, type CaseType, type Sentence } from '@app/cases';
import { EventStore, KeyStore, type RecordedEvent } from '@app/event-store';
import {
  type CaseFacts,
  caseFactsTable,
  type Deadline,
  deadlinesOf,
  type Receipt,
  receiptsTable,
  type TimelineEntry,
  timelineOf,
} from '@app/projections';
import { type JointPage, type JointQuery, type QueuePage, type QueueQuery, ReadStore } from '@app/read-store';
import { Injectable } from '@nestjs/common';
import { BusinessClock, todayBy } from '../business-clock';
import { Circumstances } from '../circumstances';
import { authorisePersonal, CaseNotFound, hidesCaller, limitedTo, maySee } from '../commands/authority';
import { inTime } from '../commands/in-time';
import { decodeAll } from '../following/decoding';
import { hidePersonal, maskPersonal, withoutCaller } from '../personal-data/masking';
import type { CaseState } from '../recording/case-fold';
import { streamOf } from '../recording/case-ids';
import { CaseWriter } from '../recording/case-writer';
import { metadataOf, openPersonal } from '../recording/codec';
import { catalogued } from '../recording/event-catalogue';
import type { Folded } from '../recording/stream-writer';
import { type Segment, segmentsOf } from './segments';

interface TitledEntry extends TimelineEntry {
  readonly title: Sentence;
  /** Edition of the local rules that were asked; absent for what was recorded before there were editions. */
  readonly rules?: string | undefined;
}

export interface Timeline {
  readonly items: readonly TitledEntry[];
  /** Events that cannot be read, so that none is missed silently; empty nearly always. */
  readonly unreadable: readonly { readonly position: number; readonly message: string }[];
}

export interface PersonalLine {
  readonly revision: number;
  readonly type: string;
  /** Undefined once it has been erased. */
  readonly personal: Readonly<Record<string, unknown>> | undefined;
}

type Said = Readonly<Record<string, unknown>>;

/** What people may see of cases: rows, and of a single case also its own stream. */
@Injectable()
export class CaseQueries {
  constructor(
    private readonly rows: ReadStore,
    private readonly store: EventStore,
    private readonly keys: KeyStore,
    private readonly cases: CaseWriter,
    private readonly circumstances: Circumstances,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws CaseNotFound also for a case that is none of the actor's */
  async facts(caseType: CaseType, caseId: string, by: Actor): Promise<CaseFacts> {
    const [facts] = await this.rows.rows(caseFactsTable, { where: { case_id: caseId, case_type: caseType.name }, limit: 1 });
    if (!facts) throw new CaseNotFound(caseId);
    await this.seen(caseType, caseId, by);
    return facts;
  }

  /** @throws CaseNotFound */
  async timeline(caseType: CaseType, caseId: string, by: Actor): Promise<Timeline> {
    const recorded = await this.recorded(caseType, caseId, by);
    const { read, unreadable } = decodeAll(recorded);
    const byRevision = new Map(recorded.map((event) => [event.revision, event]));
    const titled = timelineOf(read).map((entry) => ({
      ...entry,
      title: catalogued(entry.type)?.title ?? { zh: entry.type, en: entry.type },
      rules: metadataOf(byRevision.get(entry.revision)!).rules,
    }));
    return { items: titled, unreadable: unreadable.map(({ position, message }) => ({ position, message })) };
  }

  /** Every due date the case had, explained. @throws CaseNotFound */
  async deadlines(caseType: CaseType, caseId: string, by: Actor): Promise<readonly Deadline[]> {
    const { read } = decodeAll(await this.recorded(caseType, caseId, by));
    return deadlinesOf(read, caseType.terms, this.circumstances.calendar);
  }

  /** Who had the case from when to when, and for how many working days. @throws CaseNotFound */
  async segments(caseType: CaseType, caseId: string, by: Actor): Promise<readonly Segment[]> {
    const { read } = decodeAll(await this.recorded(caseType, caseId, by));
    return segmentsOf(read, this.circumstances.calendar, todayBy(this.clock));
  }

  private async recorded(caseType: CaseType, caseId: string, by: Actor): Promise<readonly RecordedEvent[]> {
    await this.seen(caseType, caseId, by);
    return this.store.readStream(streamOf(caseType.name, caseId));
  }

  /** The case as commands see it, for somebody who may see it. @throws CaseNotFound */
  private async seen(caseType: CaseType, caseId: string, by: Actor): Promise<Folded<CaseState>> {
    const folded = await this.cases.read(caseType, caseId);
    if (folded.revision < 0 || !maySee(by, folded.state, this.circumstances.units)) throw new CaseNotFound(caseId);
    return folded;
  }

  /** What may be done now, from the log itself: never older than the last command. */
  async allowed(
    caseType: CaseType,
    caseId: string,
    by: Actor,
  ): Promise<{ readonly revision: number; readonly commands: readonly AllowedCommand[] }> {
    const { state, revision } = await this.seen(caseType, caseId, by);
    const circumstances = this.circumstances.of(businessDate(state.receivedAt));
    const now = { at: this.clock.now().toISOString(), by, caseNumber: state.caseNumber, ...circumstances };
    const { situation } = inTime(caseType, state.situation, now.at, circumstances);
    return { revision, commands: allowedCommands(caseType, situation, now) };
  }

  /** Masked for everybody, and of a confidential case hidden from all but the office. @throws CaseNotFound */
  async maskedPersonal(caseType: CaseType, caseId: string, by: Actor): Promise<readonly PersonalLine[]> {
    const { state } = await this.seen(caseType, caseId, by);
    return this.personal(caseType, caseId, hidesCaller(by, state) ? hidePersonal : maskPersonal);
  }

  /** In clear, for the office and the unit that holds the case; of a confidential one the unit is not told who called. @throws CaseNotFound, Forbidden */
  async clearPersonal(caseType: CaseType, caseId: string, by: Actor): Promise<readonly PersonalLine[]> {
    const { state } = await this.seen(caseType, caseId, by);
    const sight = authorisePersonal(by, caseId, state, this.circumstances.units);
    return this.personal(caseType, caseId, sight === 'everything' ? (said) => said : withoutCaller);
  }

  private async personal(caseType: CaseType, caseId: string, show: (said: Said) => Said): Promise<readonly PersonalLine[]> {
    const events = (await this.store.readStream(streamOf(caseType.name, caseId))).filter(({ personal }) => personal);
    return Promise.all(
      events.map(async (event) => {
        const personal = await openPersonal(this.keys, event);
        return { revision: event.revision, type: event.type, personal: personal && show(personal) };
      }),
    );
  }

  async receipt(receiptId: string): Promise<Receipt | undefined> {
    const [receipt] = await this.rows.rows(receiptsTable, { where: { receipt_id: receiptId }, limit: 1 });
    return receipt;
  }

  /**
   * What is to be done, as of today. A handling unit sees only what it holds; nobody sees a report about the own unit or one above it.
   */
  async workQueue(by: Actor, query: Omit<QueueQuery, 'today' | 'weights'>): Promise<QueuePage> {
    const own = limitedTo(by);
    if (own !== undefined && !by.roles.includes('unit')) return { items: [] };
    const today = todayBy(this.clock);
    const filters = { ...query.filters, hiddenFrom: this.circumstances.hiddenFrom(by) };
    return this.rows.workQueuePage({
      ...query,
      today,
      weights: this.circumstances.of(today).local.queue,
      filters: own === undefined ? filters : { ...filters, unit: own, unassigned: false },
    });
  }

  /** What a joint unit has still to do: the own one, or for who sees all cases any that is named. */
  async jointTasks(
    by: Actor,
    { unit, ...page }: Omit<JointQuery, 'unit' | 'hiddenFrom'> & { readonly unit?: string | undefined },
  ): Promise<JointPage> {
    const own = limitedTo(by);
    if (own !== undefined && !by.roles.includes('unit')) return { items: [] };
    return this.rows.jointTasks({ ...page, unit: own ?? unit ?? by.unit, hiddenFrom: this.circumstances.hiddenFrom(by) });
  }
}
