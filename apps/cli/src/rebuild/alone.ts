import { setTimeout as pause } from 'node:timers/promises';
import { newOwner } from '@app/case-handling';
import type { SharedRows } from '@app/read-store';

const leaseName = 'rebuild';
const leaseMs = 10_000;
const lookEveryMs = 500;

/** That this process alone works on generations of the rows. */
export interface Alone {
  /** @throws when somebody else may have begun meanwhile */
  still(): Promise<void>;
}

const refused = () => new Error('另一个重建正在进行 (another rebuild is under way)');

/** Does `work` while nobody else rebuilds. One that was killed is waited for: its lease ends soon. @throws when another goes on */
export const rebuildingAlone = async <T>(rows: SharedRows, work: (alone: Alone) => Promise<T>): Promise<T> => {
  const owner = newOwner();
  const take = async (): Promise<boolean> => (await rows.lease(leaseName, owner, leaseMs)) !== undefined;
  for (const until = Date.now() + leaseMs + lookEveryMs; !(await take()); await pause(lookEveryMs)) if (Date.now() > until) throw refused();
  const renewing = setInterval(() => void take().catch(() => undefined), leaseMs / 3);
  try {
    return await work({
      still: async () => {
        if (!(await take())) throw refused();
      },
    });
  } finally {
    clearInterval(renewing);
    await rows.release(owner);
  }
};
