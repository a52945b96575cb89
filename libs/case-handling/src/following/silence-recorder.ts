import { businessDate, type CaseEvent, type CaseType, findCaseType, nextSilenceAt, silencesUntil } from '@app/cases';
import { type Alarm, alarmsTable } from '@app/projections';
import { ReadStore } from '@app/read-store';
import { Injectable, Logger } from '@nestjs/common';
import { forEachAtOnce } from '../at-once';
import { BusinessClock } from '../business-clock';
import { Circumstances } from '../circumstances';
import type { CaseState } from '../recording/case-fold';
import { CaseWriter } from '../recording/case-writer';
import { NotAllowed } from '../recording/errors';
import { clockActor } from '../recording/metadata';
import type { Folded } from '../recording/stream-writer';
import { isPoison } from './poison';

const pageSize = 500;

export interface Round {
  /** Silences that fell up to this moment are recorded. */
  readonly until: Date;
  /** How long a case must have been left alone before silences of the time before its last entry are recorded; see `isUnsettled`. */
  readonly settleMs: number;
  /** Asked between pages. */
  readonly isStopped: () => boolean;
}

/** What a round has found and done. */
export interface RoundResult {
  cases: number;
  events: number;
  /** The next silence to come of the cases seen, in milliseconds. */
  next: number;
  /** Cases that are perhaps still being entered, and when the first of them is taken as entered. */
  unsettled: number;
  settlesAt: number;
  /** Cases that cannot be read or written; the others are done all the same. */
  failed: number;
}

/** Records, of all cases whose alarm is due, the silences that have fallen. The state of a case says what is recorded already. */
@Injectable()
export class SilenceRecorder {
  private readonly log = new Logger('Silences');
  private failing = new Set<string>();

  constructor(
    private readonly rows: ReadStore,
    private readonly cases: CaseWriter,
    private readonly circumstances: Circumstances,
    private readonly clock: BusinessClock,
  ) {}

  async record(round: Round): Promise<RoundResult> {
    const result: RoundResult = { cases: 0, events: 0, next: Infinity, unsettled: 0, settlesAt: Infinity, failed: 0 };
    const failing = new Set<string>();
    const where = { wake_on: { lte: businessDate(round.until.toISOString()) } };
    for (let after: readonly string[] | undefined; !round.isStopped(); ) {
      const page = await this.rows.rows(alarmsTable, { where, orderBy: ['wake_on'], limit: pageSize, ...(after && { after }) });
      await forEachAtOnce(page, (alarm) => this.unlessPoison(alarm, failing, () => this.recordOne(alarm, round, result)));
      const last = page.at(-1);
      if (!last || page.length < pageSize) break;
      after = [last.wake_on, last.case_id];
    }
    this.failing = failing;
    return { ...result, failed: failing.size };
  }

  private async recordOne({ case_type, case_id }: Alarm, round: Round, result: RoundResult): Promise<void> {
    const caseType = findCaseType(case_type);
    if (!caseType) throw new Error(`there is no case type ${case_type}`);
    let fallen: readonly CaseEvent[] = [];
    let settlesAt: number | undefined;
    const { state } = await this.cases.write(caseType, case_id, {
      metadata: { occurredAt: round.until.toISOString(), by: clockActor },
      decide: (folded) => {
        fallen = this.fallen(caseType, folded, round);
        settlesAt = this.settlesAt(folded, fallen[0], round);
        return settlesAt === undefined ? fallen : [];
      },
    });
    if (settlesAt !== undefined) {
      result.unsettled += 1;
      result.settlesAt = Math.min(result.settlesAt, settlesAt);
      return;
    }
    result.cases += fallen.length > 0 ? 1 : 0;
    result.events += fallen.length;
    const next = nextSilenceAt(caseType, state.situation, this.circumstancesOf(state));
    if (next !== undefined) result.next = Math.min(result.next, Date.parse(next));
  }

  private fallen(caseType: CaseType, { state, revision }: Folded<CaseState>, { until }: Round): readonly CaseEvent[] {
    return revision < 0 ? [] : silencesUntil(caseType, state.situation, until.toISOString(), this.circumstancesOf(state));
  }

  /**
   * When the past of a case may be taken as entered, or undefined when it is: a silence from before its last entry is perhaps only
   * something that has not been entered yet.
   */
  private settlesAt({ recordedAt }: Folded<CaseState>, first: CaseEvent | undefined, { settleMs }: Round): number | undefined {
    if (first?.at === undefined || Date.parse(first.at) >= Date.parse(recordedAt)) return undefined;
    const settled = Date.parse(recordedAt) + settleMs;
    return this.clock.now().getTime() < settled ? settled : undefined;
  }

  private circumstancesOf({ receivedAt }: CaseState) {
    return this.circumstances.of(businessDate(receivedAt));
  }

  /** A case that cannot be read, or of which nothing can be recorded any more, does not keep the others waiting; it is told once. */
  private async unlessPoison({ case_type, case_id }: Alarm, failing: Set<string>, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!isPoison(error) && !(error instanceof NotAllowed)) throw error;
      failing.add(case_id);
      if (!this.failing.has(case_id)) this.log.error(`silences of ${case_type} ${case_id} are not recorded: ${error.message}`);
    }
  }
}
