import { hash } from 'node:crypto';
import type { RecordedEvent } from './event-store';

/** What the first event's hash is chained to. */
export const chainStart = '0'.repeat(64);

/**
 * The hash of `event` and, through `previous`, of everything before it; hexadecimal.
 * Fields are joined by NUL, which none of them can contain, so different events never hash the same text.
 */
export function chained(previous: string, event: RecordedEvent): string {
  const { position, stream, revision, id, type, recordedAt, data, metadata, personal } = event;
  const facts = `${previous}\0${position}\0${stream}\0${revision}\0${id}\0${type}\0${recordedAt}\0${data}\0${metadata}`;
  return hash('sha256', personal === undefined ? facts : `${facts}\0${Buffer.from(personal).toString('base64')}`);
}
