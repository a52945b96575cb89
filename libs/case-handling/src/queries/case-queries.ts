import { type Actor, type AllowedCommand, allowedCommands, businessDate, type CaseType, type Sentence } from '@app/cases';
import { EventStore, KeyStore } from '@app/event-store';
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
import { type QueueFilters, type QueuePage, type QueueCursor, ReadStore } from '@app/read-store';
import { Injectable } from '@nestjs/common';
import { Circumstances } from '../circumstances';
import { authorisePersonal, CaseNotFound, limitedTo, maySee } from '../commands/authority';
import { decodeAll } from '../following/decoding';
import { maskPersonal } from '../personal-data/masking';
import { caseFold, type CaseState } from '../recording/case-fold';
import { streamOf } from '../recording/case-ids';
import { openPersonal } from '../recording/codec';
import { catalogued } from '../recording/event-catalogue';
import { type Folded, StreamWriter } from '../recording/stream-writer';

export interface Timeline {
  readonly items: readonly (TimelineEntry & { readonly title: Sentence })[];
  /** Events that cannot be read, so that none is missed silently; empty nearly always. */
  readonly unreadable: readonly { readonly position: number; readonly message: string }[];
}

export interface PersonalLine {
  readonly revision: number;
  readonly type: string;
  /** Undefined once it has been erased. */
  readonly personal: Readonly<Record<string, unknown>> | undefined;
}

/** What people may see of cases: rows, and of a single case also its own stream. */
@Injectable()
export class CaseQueries {
  constructor(
    private readonly rows: ReadStore,
    private readonly store: EventStore,
    private readonly keys: KeyStore,
    private readonly writer: StreamWriter,
    private readonly circumstances: Circumstances,
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
    const { read, unreadable } = await this.events(caseType, caseId, by);
    const titled = timelineOf(read).map((entry) => ({
      ...entry,
      title: catalogued(entry.type)?.title ?? { zh: entry.type, en: entry.type },
    }));
    return { items: titled, unreadable: unreadable.map(({ position, message }) => ({ position, message })) };
  }

  /** Every due date the case had, explained. @throws CaseNotFound */
  async deadlines(caseType: CaseType, caseId: string, by: Actor): Promise<readonly Deadline[]> {
    return deadlinesOf((await this.events(caseType, caseId, by)).read, caseType.terms, this.circumstances.calendar);
  }

  private async events(caseType: CaseType, caseId: string, by: Actor): Promise<ReturnType<typeof decodeAll>> {
    await this.seen(caseType, caseId, by);
    return decodeAll(await this.store.readStream(streamOf(caseType.name, caseId)));
  }

  /** The case as commands see it, for somebody who may see it. @throws CaseNotFound */
  private async seen(caseType: CaseType, caseId: string, by: Actor): Promise<Folded<CaseState>> {
    const folded = await this.writer.read(streamOf(caseType.name, caseId), caseFold(caseType));
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
    const now = { at: new Date().toISOString(), by, caseNumber: state.caseNumber, ...circumstances };
    return { revision, commands: allowedCommands(caseType, state.situation, now) };
  }

  /** Masked for everybody; in clear only when asked for, to the office and the unit that holds the case. */
  async personal(caseType: CaseType, caseId: string, by: Actor, clear: boolean): Promise<readonly PersonalLine[]> {
    const stream = streamOf(caseType.name, caseId);
    const { state } = await this.seen(caseType, caseId, by);
    if (clear) authorisePersonal(by, caseId, state, this.circumstances.units);
    const events = (await this.store.readStream(stream)).filter(({ personal }) => personal);
    return Promise.all(
      events.map(async (event) => {
        const personal = await openPersonal(this.keys, event);
        return { revision: event.revision, type: event.type, personal: personal && !clear ? maskPersonal(personal) : personal };
      }),
    );
  }

  async receipt(receiptId: string): Promise<Receipt | undefined> {
    const [receipt] = await this.rows.rows(receiptsTable, { where: { receipt_id: receiptId }, limit: 1 });
    return receipt;
  }

  /** Overdue first, then what nobody holds. A handling unit sees only what it holds. */
  async workQueue(
    by: Actor,
    query: { today: string; filters: QueueFilters; after: QueueCursor | undefined; limit: number },
  ): Promise<QueuePage> {
    const own = limitedTo(by);
    if (own !== undefined && !by.roles.includes('unit')) return { items: [] };
    return this.rows.workQueuePage({
      ...query,
      filters: own === undefined ? query.filters : { ...query.filters, unit: own, unassigned: false },
    });
  }
}
