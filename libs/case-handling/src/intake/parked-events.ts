import { EventStore, KeyStore } from '@app/event-store';
import { type ProjectedEvent, receiptsTable } from '@app/projections';
import { ReadStore } from '@app/read-store';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { BusinessClock } from '../business-clock';
import type { Reaction } from '../following/reaction';
import { metadataOf, openPersonal } from '../recording/codec';
import { caseFold } from '../recording/case-fold';
import { streamOf } from '../recording/case-ids';
import { NotAllowed } from '../recording/errors';
import { StreamWriter } from '../recording/stream-writer';
import { CaseLookup } from './case-lookup';
import { orderTo, understand } from './understood-event';
import { rejectedEvent, releasedEvent, waitingFold } from './waiting-event';

/** Gives events that came too early to their case as soon as it is ready for them. */
@Injectable()
export class ParkedEvents implements Reaction {
  /** Receipts that wait. Empty nearly always, and then nothing is looked up. */
  private waiting = new Set<string>();

  constructor(
    private readonly store: EventStore,
    private readonly keys: KeyStore,
    private readonly rows: ReadStore,
    private readonly writer: StreamWriter,
    private readonly lookup: CaseLookup,
    private readonly commands: CommandBus,
    private readonly clock: BusinessClock,
  ) {}

  async start(): Promise<void> {
    const parked = await this.rows.rows(receiptsTable, { where: { status: 'parked' } });
    this.waiting = new Set(parked.map(({ receipt_id }) => receipt_id));
  }

  /** Whether an event of this type may release one, or is one. While none waits, hardly any is. */
  concernedBy(type: string): boolean {
    return this.waiting.size > 0 || type === 'IntakeEventParked';
  }

  /** Called with every such event once its rows are there: whichever of the two comes last, the case or the waiting event, releases it. */
  async see(event: ProjectedEvent): Promise<void> {
    if (event.type === 'IntakeEventParked' && event.intake) this.waiting.add(event.intake.receipt);
    else if (this.waiting.size === 0 || !event.milestone) return;
    for (const receipt of await this.concerned(event)) await this.release(receipt);
  }

  private async concerned({ intake, category, id, type }: ProjectedEvent): Promise<readonly string[]> {
    if (type === 'IntakeEventParked' && intake) return [intake.receipt];
    const number = await this.lookup.numberOf(category, id);
    if (!number) return [];
    const parked = await this.rows.rows(receiptsTable, { where: { status: 'parked', ...number }, orderBy: ['position'] });
    return parked.map(({ receipt_id }) => receipt_id).filter((receipt) => this.waiting.has(receipt));
  }

  private async release(receipt: string): Promise<void> {
    const stream = streamOf('intake', receipt);
    const [parked] = await this.store.readStream(stream, 0, 1);
    const personal = parked && (await openPersonal(this.keys, parked));
    if (!parked || !personal) return;
    const { by, intake, correlation } = metadataOf(parked);
    if (!intake) return;
    const event = understand({ ...intake, time: String(personal.time), data: JSON.parse(String(personal.payload)) }, this.clock.now());
    const caseId = await this.lookup.find(event.order.caseType.name, intake.source, intake.subject);
    if (caseId === undefined) return;
    const conclude = async (decision: ReturnType<typeof rejectedEvent>) => {
      const metadata = { occurredAt: event.occurredAt, by, intake, key: `conclude:${receipt}` };
      await this.writer.write({
        stream,
        fold: waitingFold,
        metadata,
        decide: ({ state }) => (state.status === 'parked' ? [decision] : []),
      });
      // Its case has the content now, or never will: a copy here would outlive the erasure of the case.
      await this.keys.destroy(stream);
      this.waiting.delete(receipt);
    };
    try {
      await this.commands.execute(orderTo(caseId, event, { by: { ...by, roles: ['intake'] }, correlation }));
      await conclude(releasedEvent(event.order.caseType.name, caseId));
    } catch (error) {
      if (!(error instanceof NotAllowed)) throw error;
      const { state } = await this.writer.read(streamOf(event.order.caseType.name, caseId), caseFold(event.order.caseType));
      if (state.situation.status === 'closed') await conclude(rejectedEvent(`${error.reason.zh} (${error.reason.en})`));
    }
  }
}
