import { type Actor, businessDate, type LocalRules } from '@app/cases';
import { EventStore } from '@app/event-store';
import { ReadStore } from '@app/read-store';
import {
  answerOf,
  type Ask,
  askOf,
  buildBulletin,
  type Bulletin,
  casesOf,
  type FilledBulletin,
  type Period,
  questionOf,
  type Rounding,
  type Side,
  type Statistic,
} from '@app/reports';
import { Injectable } from '@nestjs/common';
import { Circumstances } from '../circumstances';
import { RowsFollower } from '../following/rows-follower';
import { recordedAt } from '../reports/known-now';
import { WholeFacts } from '../reports/whole-facts';
import type { CasesBehind } from './report-queries';
import { fromFacts, fromRows, type StatisticsSource } from './statistics-source';

/** What an answer holds for: everything up to this position in the log, under this edition of the local rules. */
interface Stated {
  readonly position: number;
  readonly asOf: string;
  /** The period was not over at `asOf`. */
  readonly provisional: boolean;
  readonly edition: string;
}

interface Page {
  readonly offset: number;
  readonly limit: number;
}

export type StatisticAnswer = Statistic & Stated;

/** Rates and counts of any period, and the cases behind them. */
@Injectable()
export class StatisticsQueries {
  constructor(
    private readonly rows: ReadStore,
    private readonly store: EventStore,
    private readonly projector: RowsFollower,
    private readonly circumstances: Circumstances,
    private readonly facts: WholeFacts,
  ) {}

  /** The local rules by which a period is reckoned: those in force on its last day. */
  localRules({ to }: Period): LocalRules {
    return this.circumstances.of(to).local;
  }

  /** As the cases are known now, or were known at a position. */
  answer(ask: Ask, rounding: Rounding, position?: number): Promise<StatisticAnswer> {
    return this.asking(position, async (source) => ({
      ...answerOf(ask, await source.counted(questionOf(ask)), rounding),
      ...(await this.stated(ask.period, source.position)),
    }));
  }

  bulletin(bulletin: Bulletin, period: Period, rounding: Rounding, position?: number): Promise<FilledBulletin & Stated> {
    return this.asking(position, async (source) => {
      const stated = await this.stated(period, source.position);
      const asked = bulletin.lines.flatMap((line) => {
        const ask = askOf(bulletin, line, period);
        return ask ? [{ code: line.code, ask }] : [];
      });
      const answers = await Promise.all(
        asked.map(async ({ code, ask }) => [code, answerOf(ask, await source.counted(questionOf(ask)), rounding)] as const),
      );
      return { ...buildBulletin(bulletin, { ...stated, period, answers: new Map(answers) }), ...stated };
    });
  }

  /**
   * A page of the cases behind one side of a figure, in the order of their numbers, and how many there are in all: always the figure.
   * Reports of wrongdoing about the reader's own unit are counted and never listed.
   */
  cases(ask: Ask, side: Side, by: Actor, { offset, limit }: Page, position?: number): Promise<CasesBehind> {
    return this.asking(position, async (source) => {
      const { total, shown, first } = await source.listed(casesOf(ask, side), this.circumstances.hiddenFrom(by), offset + limit);
      return { total, withheld: total - shown, cases: first.slice(offset) };
    });
  }

  private async asking<T>(position: number | undefined, work: (source: StatisticsSource) => Promise<T>): Promise<T> {
    if (position === undefined) return this.projector.still((now) => work(fromRows(this.rows, now)));
    return work(fromFacts(await this.facts.at(position), position));
  }

  private async stated(period: Period, position: number): Promise<Stated> {
    const asOf = await recordedAt(this.store, position);
    return { position, asOf, provisional: businessDate(asOf) <= period.to, edition: this.localRules(period).edition };
  }
}
