/** What became of messages since the process started. */
export interface Tally {
  consumed: number;
  recorded: number;
  duplicates: number;
  parked: number;
  /** Taken down as refused, because their case is closed: they have a receipt. */
  rejected: number;
  retried: number;
  dead: number;
}

export const newTally = (): Tally => ({ consumed: 0, recorded: 0, duplicates: 0, parked: 0, rejected: 0, retried: 0, dead: 0 });
