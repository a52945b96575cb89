import { createHash } from 'node:crypto';
import { hexToUuid } from '../event-id';
import type { Names } from './names';
import type { Waymark, Waymarks } from './waymarks';

/** What is known at a place of the log; the same whoever writes it down. */
export interface Signpost extends Waymark {
  /** How many events there are up to and with this one. */
  readonly events: number;
  readonly recordedAt: string;
  /** The chain's hash up to and with this event. */
  readonly hash: string;
}

export type Signposts = Waymarks<Signpost>;

/** The id follows from the content, so that a signpost set twice is one. */
export const signpostId = ({ namespace }: Names, { events, hash }: Signpost): string =>
  hexToUuid(createHash('sha256').update(`${namespace}\0${events}\0${hash}`).digest('hex').slice(0, 32));
