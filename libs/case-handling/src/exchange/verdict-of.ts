import { NotACloudEvent, type Verdict } from '@app/messaging';
import { Forbidden } from '../commands/authority';
import { UnknownReference } from '../commands/references';
import { UnknownEventType } from '../intake/record-intake-event.command';
import { Malformed } from '../malformed';
import { KeyReused, NotAllowed, TooContended } from '../recording/errors';
import { UnknownSource } from './intake-sources';
import { MessageTooLarge } from './read-message';

type Trouble<E extends Error = Error> = abstract new (...args: any[]) => E;
type Row<E extends Error = Error> = readonly [Trouble<E>, (error: E) => Verdict];

const row = <E extends Error>(error: Trouble<E>, verdict: (error: E) => Verdict): Row => [error, verdict as (error: Error) => Verdict];

const longestReason = 500;

/** Why a message becomes a dead letter at once. docs/kafka.md explains each. */
export const messageRefusals = [
  'not-a-cloudevent',
  'too-large',
  'malformed',
  'unknown-source',
  'unknown-event-type',
  'unknown-unit',
  'unknown-case',
  'key-reused',
  'forbidden',
  'not-allowed',
] as const;

const dead = (code: (typeof messageRefusals)[number], reason: string): Verdict => ({
  dead: { code, reason: reason.slice(0, longestReason) },
});

/** Where it is wrong and how. The name of a field that is not known comes from the sender, and may be anything. */
const faults = ({ errors }: Malformed): string =>
  errors
    .map(({ pointer, message }) =>
      message === 'unknown field'
        ? `${pointer.slice(0, pointer.lastIndexOf('/')) || '/'} an unknown field`
        : `${pointer || '/'} ${message}`,
    )
    .join('; ');

/**
 * What each error means for a message: never to be accepted, or to be tried again. Reasons are read by operators and stand in headers:
 * nothing that somebody wrote about a person is among them.
 */
const rows: readonly Row[] = [
  row(NotACloudEvent, ({ message }) => dead('not-a-cloudevent', message)),
  row(MessageTooLarge, ({ message }) => dead('too-large', message)),
  row(Malformed, (error) => dead('malformed', faults(error))),
  row(UnknownSource, () => dead('unknown-source', 'its source is not registered; make a key for it with: cli intake-key')),
  row(UnknownEventType, () => dead('unknown-event-type', 'its type or version is not known')),
  row(UnknownReference, ({ kind, pointer, message }) => dead(`unknown-${kind}`, `${pointer}: ${message}`)),
  row(KeyReused, () => dead('key-reused', 'its id came before from the same source with another content')),
  row(Forbidden, ({ message }) => dead('forbidden', message)),
  row(NotAllowed, ({ reason }) => dead('not-allowed', reason.en)),
  row(TooContended, () => ({ retry: 'too many writers at once' })),
];

/** Undefined for what nobody foresaw. */
export const verdictOf = (error: unknown): Verdict | undefined => {
  const found = rows.find(([kind]) => error instanceof kind);
  return found && error instanceof Error ? found[1](error) : undefined;
};
