import { answerClock, businessDate, type CaseEvent, findCaseType, publishedCalendar, retiming, silencesToWithdraw } from '@app/cases';
import { type CaseFacts, caseFactsTable, type ProjectedEvent } from '@app/projections';
import { ReadStore, type Where } from '@app/read-store';
import { Injectable, Logger } from '@nestjs/common';
import { forEachAtOnce } from '../at-once';
import { BusinessClock, startOfDay } from '../business-clock';
import { Circumstances } from '../circumstances';
import { isPoison } from '../following/poison';
import { RowsFollower } from '../following/rows-follower';
import type { Reaction } from '../following/reaction';
import { parseShape } from '../malformed';
import type { CaseState } from '../recording/case-fold';
import { CaseWriter } from '../recording/case-writer';
import { firstDayOf, HolidayNotice, noticeRecorded } from './holiday-notice';
import { HolidayNotices } from './holiday-notices';

const pageSize = 500;

/**
 * A case that was registered while the notice was being recorded, or before another process knew of it, may still have been reckoned
 * without it; so the rows are looked through again.
 */
const rounds = 2;

const calendarActor = { id: 'calendar', unit: 'system' };

/** When a holiday notice is recorded, moves the due dates of open cases, visibly. Seen again after a crash, it moves only what is left. */
@Injectable()
export class RetimingReaction implements Reaction {
  private readonly log = new Logger('Retiming');

  constructor(
    private readonly rows: ReadStore,
    private readonly projector: RowsFollower,
    private readonly cases: CaseWriter,
    private readonly notices: HolidayNotices,
    private readonly circumstances: Circumstances,
    private readonly clock: BusinessClock,
  ) {}

  concernedBy(type: string): boolean {
    return type === noticeRecorded;
  }

  async see({ type, data }: ProjectedEvent): Promise<void> {
    if (type !== noticeRecorded) return;
    await this.notices.load();
    await this.retime(parseShape(HolidayNotice, data));
  }

  private async retime(notice: HolidayNotice): Promise<void> {
    for (let round = 0, from = 0; round < rounds; round += 1) {
      const { position } = this.projector.progress();
      for (const where of touchedBy(notice)) await this.retimeAll({ ...where, position: { gt: from } }, notice);
      from = position;
      if (round + 1 < rounds) await this.notices.knownEverywhere();
    }
  }

  private async retimeAll(where: Where<CaseFacts>, notice: HolidayNotice): Promise<void> {
    for (let after: readonly string[] | undefined; ; ) {
      const page = await this.rows.rows(caseFactsTable, { where, limit: pageSize, ...(after && { after }) });
      await forEachAtOnce(page, (facts) => this.retimeOne(facts, notice));
      const last = page.at(-1);
      if (!last || page.length < pageSize) return;
      after = [last.case_id];
    }
  }

  private async retimeOne({ case_type, case_id }: CaseFacts, notice: HolidayNotice): Promise<void> {
    const caseType = findCaseType(case_type);
    if (!caseType) return;
    try {
      await this.cases.write(caseType, case_id, {
        metadata: { occurredAt: this.clock.now().toISOString(), by: calendarActor },
        decide: ({ state }) => this.retimed(state, notice),
      });
    } catch (error) {
      if (!isPoison(error)) throw error;
      this.log.error(`${case_type} ${case_id} is not retimed: ${error.message}`);
    }
  }

  /** Silences of the clocks that move, recorded since the first day of the notice, were reckoned without it. */
  private retimed({ situation, receivedAt }: CaseState, notice: HolidayNotice): readonly CaseEvent[] {
    const [moved] = retiming(situation, notice.number, this.circumstances.of(businessDate(receivedAt)));
    if (!moved) return [];
    const from = new Date(Math.max(Date.parse(receivedAt), Date.parse(startOfDay(firstDayOf(notice))))).toISOString();
    const clocks = [...(moved.data['due'] ? [answerClock] : []), ...Object.keys(moved.data['limits'] ?? {})];
    return [...silencesToWithdraw(situation, from).filter(({ data }) => clocks.includes(data['clock'])), moved];
  }
}

/** The cases whose clocks the notice may touch: of a year that was only assumed before, all dates in it. */
const touchedBy = (notice: HolidayNotice): readonly Where<CaseFacts>[] => {
  const first = firstDayOf(notice);
  const touched = publishedCalendar.isPublished(first) ? first : `${first.slice(0, 4)}-01-01`;
  return [
    { closed_on: null, due_on: { gte: touched } },
    { closed_on: null, limits: { not: null } },
  ];
};
