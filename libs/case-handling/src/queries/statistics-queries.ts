import { type Actor, businessDate, type LocalRules } from '@app/cases';
import { EventStore } from '@app/event-store';
import { type CaseFacts, caseFactsTable } from '@app/projections';
import { ReadStore, type Where } from '@app/read-store';
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
import { Projector } from '../following/projector';
import type { CasesBehind } from './report-queries';

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
    private readonly projector: Projector,
    private readonly circumstances: Circumstances,
  ) {}

  /** The local rules by which a period is reckoned: those in force on its last day. */
  localRules({ to }: Period): LocalRules {
    return this.circumstances.of(to).local;
  }

  answer(ask: Ask, rounding: Rounding): Promise<StatisticAnswer> {
    return this.projector.still(async (position) => ({
      ...(await this.counted(ask, rounding)),
      ...(await this.stated(ask.period, position)),
    }));
  }

  bulletin(bulletin: Bulletin, period: Period, rounding: Rounding): Promise<FilledBulletin & Stated> {
    return this.projector.still(async (position) => {
      const stated = await this.stated(period, position);
      const asked = bulletin.lines.flatMap((line) => {
        const ask = askOf(bulletin, line, period);
        return ask ? [{ code: line.code, ask }] : [];
      });
      const answers = await Promise.all(asked.map(async ({ code, ask }) => [code, await this.counted(ask, rounding)] as const));
      return { ...buildBulletin(bulletin, { ...stated, period, answers: new Map(answers) }), ...stated };
    });
  }

  /**
   * A page of the cases behind one side of a figure, in the order of their numbers, and how many there are in all: always the figure.
   * Reports of wrongdoing about the reader's own unit are counted and never listed.
   */
  cases(ask: Ask, side: Side, by: Actor, { offset, limit }: Page): Promise<CasesBehind> {
    const lists: readonly Where<CaseFacts>[] = casesOf(ask, side);
    const hidden = { accused: { lacks: this.circumstances.hiddenFrom(by) } };
    const shown = lists.map((where) => ({ ...where, ...hidden }));
    return this.projector.still(async () => {
      const [total, visible] = [await this.countOver(lists), await this.countOver(shown)];
      const firsts = await Promise.all(shown.map((where) => this.firstCases(where, offset + limit)));
      const inOrder = firsts.flat().toSorted((one, other) => (one.case_number < other.case_number ? -1 : 1));
      return { total, withheld: total - visible, cases: inOrder.slice(offset, offset + limit) };
    });
  }

  /** No case is in two of the lists. */
  private async countOver(lists: readonly Where<CaseFacts>[]): Promise<number> {
    const counts = await Promise.all(lists.map((where) => this.rows.count(caseFactsTable, where)));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  private firstCases(where: Where<CaseFacts>, limit: number): Promise<readonly CaseFacts[]> {
    return this.rows.rows(caseFactsTable, { where, orderBy: ['case_number'], limit });
  }

  private async counted(ask: Ask, rounding: Rounding): Promise<Statistic> {
    return answerOf(ask, await this.rows.tallies(caseFactsTable, questionOf(ask)), rounding);
  }

  private async stated(period: Period, position: number): Promise<Stated> {
    const [last] = await this.store.readAll(position - 1, 1);
    const asOf = last?.recordedAt ?? new Date(0).toISOString();
    return { position, asOf, provisional: businessDate(asOf) <= period.to, edition: this.localRules(period).edition };
  }
}
