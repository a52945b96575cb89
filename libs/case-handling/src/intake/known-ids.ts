import { Injectable } from '@nestjs/common';
import { KeyReused } from '../recording/errors';
import type { IntakeOrigin } from '../recording/metadata';
import { Recent } from '../recording/recent';
import { type KnownUse, ReceiptUses } from './receipt-uses';
import { useOf } from './use-of';

/** What is known of a pair before its event is recorded: not there, there already, or not to be told from rows and the end of the log. */
export type Novelty = 'new' | 'known' | 'uncertain';

const noveltyOf = ({ use, certain }: KnownUse, underWay: string | undefined): Novelty => {
  if (use !== undefined) return 'known';
  if (!certain) return 'uncertain';
  return underWay === undefined ? 'new' : 'known';
};

/** A pair of source and id is one event for ever: it cannot come again as another type or about another work order. */
@Injectable()
export class KnownIds {
  // Until a receipt's row is there; what is older is found in the rows.
  private readonly underWay = new Recent<string, string>(20_000);

  constructor(private readonly uses: ReceiptUses) {}

  /** Does the work unless the pair was used otherwise before. @throws KeyReused */
  async once<T>(origin: IntakeOrigin, work: (novelty: Novelty) => Promise<T>): Promise<T> {
    const { receipt, id } = origin;
    const use = useOf(origin);
    const before = this.underWay.get(receipt);
    if ((before ?? use) !== use) throw new KeyReused(id);
    this.underWay.set(receipt, use);
    try {
      const recorded = await this.uses.find(receipt);
      if ((recorded.use ?? use) !== use) throw new KeyReused(id);
      const done = await work(noveltyOf(recorded, before));
      this.underWay.set(receipt, use);
      return done;
    } catch (error) {
      this.underWay.delete(receipt);
      throw error;
    }
  }
}
