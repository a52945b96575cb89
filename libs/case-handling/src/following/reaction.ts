import type { ProjectedEvent } from '@app/projections';

/** What is done about events once their rows are there. An event may be seen again: that must change nothing. */
export interface Reaction {
  /** Before the first event. */
  start?(): Promise<void>;
  /** Most events concern nobody, and are not even read. */
  concernedBy(type: string): boolean;
  see(event: ProjectedEvent): Promise<void>;
}
