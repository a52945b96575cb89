import { receiptsTable } from '@app/projections';
import { ReadStore } from '@app/read-store';
import { Injectable } from '@nestjs/common';
import { KeyReused } from '../recording/errors';
import type { IntakeOrigin } from '../recording/metadata';
import { Recent } from '../recording/recent';

const useOf = ({ type, subject }: Pick<IntakeOrigin, 'type' | 'subject'>): string => `${type}\0${subject}`;

/** A pair of source and id is one event for ever: it cannot come again as another type or about another work order. */
@Injectable()
export class KnownIds {
  // Until a receipt's row is there; what is older is found in the rows.
  private readonly underWay = new Recent<string, string>(20_000);

  constructor(private readonly rows: ReadStore) {}

  /** Does the work unless the pair was used otherwise before. @throws KeyReused */
  async once<T>(origin: IntakeOrigin, work: () => Promise<T>): Promise<T> {
    const { receipt, id } = origin;
    const use = useOf(origin);
    if ((this.underWay.get(receipt) ?? use) !== use) throw new KeyReused(id);
    this.underWay.set(receipt, use);
    try {
      if ((await this.recordedUse(receipt, use)) !== use) throw new KeyReused(id);
      const done = await work();
      this.underWay.set(receipt, use);
      return done;
    } catch (error) {
      this.underWay.delete(receipt);
      throw error;
    }
  }

  private async recordedUse(receipt: string, otherwise: string): Promise<string> {
    const [row] = await this.rows.rows(receiptsTable, { where: { receipt_id: receipt }, limit: 1 });
    return row ? useOf(row) : otherwise;
  }
}
