import type { Row, Table } from '@app/projections';
import type { Where } from './conditions';
import { jointPage, selectJointTasks } from './joint-tasks';
import {
  type JointPage,
  type JointQuery,
  type JointTask,
  type QueuePage,
  type QueueQuery,
  ReadStore,
  type RowsQuery,
  type Tallied,
  type TalliesQuery,
  type Total,
} from './read-store';
import { selectRows, selectTotals } from './read-statements';
import type { Sql } from './sql';
import { selectTallies, talliedRow } from './tallies';
import { workQueuePage } from './work-queue-page';

/** The questions of a read store, asked in SQL: the same for every database. */
export abstract class SqlQueries extends ReadStore {
  protected abstract read<R>(sql: Sql): Promise<readonly R[]>;

  rows<R extends Row>(table: Table<R>, query: RowsQuery<R> = {}): Promise<readonly R[]> {
    return this.read<R>(selectRows(table, query));
  }

  async count<R extends Row>(table: Table<R>, where: Where<R> = {}): Promise<number> {
    const [total] = await this.totals<{ n: number }>(table, 'COUNT(*)', where, []);
    return total?.n ?? 0;
  }

  sums<R extends Row & { readonly n: number }, G extends keyof R & string>(
    table: Table<R>,
    where: Where<R>,
    groupBy: readonly G[],
  ): Promise<readonly Total<R, G>[]> {
    return this.totals(table, 'SUM("n")', where, groupBy);
  }

  async tallies<R extends Row, N extends string>(table: Table<R>, query: TalliesQuery<R, N>): Promise<readonly Tallied<N>[]> {
    const found = await this.read<Row>(selectTallies(table, query));
    return found.map((row) => talliedRow(query, row));
  }

  workQueuePage(query: QueueQuery): Promise<QueuePage> {
    return workQueuePage((sql) => this.read(sql), query);
  }

  async jointTasks(query: JointQuery): Promise<JointPage> {
    return jointPage(await this.read<JointTask>(selectJointTasks(query)), query.limit);
  }

  private totals<T>(table: Table<any>, total: string, where: Where<any>, groupBy: readonly string[]): Promise<readonly T[]> {
    return this.read<T>(selectTotals(table, total, where, groupBy));
  }
}
