import { addDays, businessDate, caseTypeNames } from '@app/cases';
import { EventStore, KeyStore, type RecordedEvent, type Subscription } from '@app/event-store';
import { caseFactsTable } from '@app/projections';
import { ReadStore } from '@app/read-store';
import { Injectable, Logger } from '@nestjs/common';
import { BusinessClock, todayBy } from '../business-clock';
import { Circumstances } from '../circumstances';
import { isPoison } from '../following/poison';
import { RowsFollower } from '../following/rows-follower';
import { partsOf, streamOf } from '../recording/case-ids';
import { decode, metadataOf, openPersonal } from '../recording/codec';
import { catalogued } from '../recording/event-catalogue';
import { fingerprintOf } from '../recording/fingerprint';
import { type CasePrint, printOf, type Said } from './case-print';
import { RecentCases } from './recent-cases';

const restartAfterMs = 1_000;

/** Follows the log and keeps the prints of cases that were received of late; in memory alone, so that an erasure leaves nothing behind. */
@Injectable()
export class RecentPrints {
  readonly cases = new RecentCases();
  private readonly log = new Logger('RecentPrints');
  private sweptOn = '';
  private stopped = false;
  private subscription: Subscription | undefined;
  private restart: NodeJS.Timeout | undefined;
  private filling: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: EventStore,
    private readonly keys: KeyStore,
    private readonly rows: ReadStore,
    private readonly projector: RowsFollower,
    private readonly circumstances: Circumstances,
    private readonly clock: BusinessClock,
  ) {}

  /** What is in the rows is looked up, and what comes after them is followed. */
  start(): void {
    this.follow(this.projector.progress().position);
    this.filling = this.fill().catch((error: unknown) => this.log.error(`recent cases are not compared: ${String(error)}`));
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.restart);
    await this.subscription?.stop();
    await this.filling;
  }

  /** Resolves once what was there at the start is known. */
  filled(): Promise<void> {
    return this.filling;
  }

  print(caseType: string, caseId: string, receivedOn: string, said: Said): CasePrint {
    return printOf({ caseType, caseId, receivedOn }, said, (caller) => fingerprintOf(this.keys.installationSecret(), { caller }));
  }

  /** The print of the case that this event opened; undefined when there is nothing to read, or not any more. */
  async read(opening: RecordedEvent): Promise<CasePrint | undefined> {
    const personal = await openPersonal(this.keys, opening);
    const { category, id } = partsOf(opening.stream);
    return personal && this.print(category, id, businessDate(metadataOf(opening).occurredAt), { ...decode(opening).data, ...personal });
  }

  remember(print: CasePrint): void {
    if (print.receivedOn >= this.earliest()) this.cases.add(print);
  }

  private follow(from: number): void {
    this.subscription = this.store.subscribe(from, {
      batchSize: 200,
      handle: async (events) => {
        for (const event of events) await this.see(event);
      },
      failed: (error) => {
        this.log.error(`new cases are not compared: ${String(error)}; trying again`);
        this.restart = setTimeout(() => this.follow(this.subscription?.position ?? from), restartAfterMs);
      },
    });
  }

  private async see(event: RecordedEvent): Promise<void> {
    if (event.type === 'PersonalDataErased') this.cases.erase(partsOf(event.stream).id);
    else if (catalogued(event.type)?.milestone === 'received') await this.learn(event);
  }

  private async fill(): Promise<void> {
    const earliest = this.earliest();
    // Types and years are asked for because there is an index over them.
    const received_year = { gte: Number(earliest.slice(0, 4)) };
    const where = { case_type: caseTypeNames, received_year, received_on: { gte: earliest }, erased: 0 };
    for (const { case_type, case_id } of await this.rows.rows(caseFactsTable, { where, orderBy: ['received_on'] })) {
      if (this.stopped) return;
      const [opening] = await this.store.readStream(streamOf(case_type, case_id), 0, 1);
      if (opening) await this.learn(opening);
    }
  }

  /** An event that cannot be read is the projector's to tell of. */
  private async learn(event: RecordedEvent): Promise<void> {
    if (this.cases.has(partsOf(event.stream).id)) return;
    try {
      if (businessDate(metadataOf(event).occurredAt) < this.earliest()) return;
      const print = await this.read(event);
      if (print) this.remember(print);
    } catch (error) {
      if (!isPoison(error)) throw error;
    }
  }

  /** The first day of which cases are remembered; those before it are forgotten as days pass. */
  private earliest(): string {
    const today = todayBy(this.clock);
    const earliest = addDays(today, -this.circumstances.of(today).local.duplicates.withinDays);
    if (this.sweptOn !== today) this.cases.keepSince(earliest);
    this.sweptOn = today;
    return earliest;
  }
}
