import { EventStore } from '@app/event-store';
import { receiptsTable } from '@app/projections';
import { ReadStore } from '@app/read-store';
import { Injectable } from '@nestjs/common';
import { rowsCheckpoint } from '../following/projector';
import { partsOf } from '../recording/case-ids';
import { LogEnd } from './log-end';
import { useOf } from './use-of';

/** What is known of a pair of source and id. */
export interface KnownUse {
  /** Undefined where nothing was found. */
  readonly use: string | undefined;
  /** True when everything recorded before the question was looked at: what was not found is not there. */
  readonly certain: boolean;
}

interface Group {
  readonly receipts: Set<string>;
  readonly answers: Promise<(receipt: string) => KnownUse>;
}

const mostInGroup = 500;

/** Looks receipts up in the rows and in the end of the log. Questions that come while one is being answered share the next. */
@Injectable()
export class ReceiptUses {
  private waiting: Group | undefined;
  private before: Promise<unknown> = Promise.resolve();
  private readonly logEnd: LogEnd;

  constructor(
    private readonly store: EventStore,
    private readonly rows: ReadStore,
  ) {
    this.logEnd = new LogEnd(store);
  }

  async find(receipt: string): Promise<KnownUse> {
    if (!this.waiting || this.waiting.receipts.size >= mostInGroup) this.waiting = this.newGroup();
    this.waiting.receipts.add(receipt);
    return (await this.waiting.answers)(receipt);
  }

  private newGroup(): Group {
    const receipts = new Set<string>();
    const ask = (): Promise<(receipt: string) => KnownUse> => {
      if (this.waiting?.receipts === receipts) this.waiting = undefined;
      return this.ask([...receipts]);
    };
    const answers = this.before.then(ask, ask);
    this.before = answers.catch(() => undefined);
    return { receipts, answers };
  }

  // First how far the rows are, then what they say: so they say no less than that.
  private async ask(receipts: readonly string[]): Promise<(receipt: string) => KnownUse> {
    const reached = await this.rows.checkpoint(rowsCheckpoint);
    const [found, parked, head] = await Promise.all([
      this.rows.rows(receiptsTable, { where: { receipt_id: receipts } }),
      this.rows.parked(),
      this.store.head(),
    ]);
    const complete = await this.logEnd.reach(reached, head);
    const uses = new Map(found.map((row) => [row.receipt_id, useOf(row)]));
    // Of a case that waits, the rows tell nothing.
    const untold = new Set(parked.map(({ stream }) => partsOf(stream).id));
    return (receipt) => ({
      use: uses.get(receipt) ?? this.logEnd.useOf(receipt),
      certain: complete && !untold.has(receipt),
    });
  }
}
