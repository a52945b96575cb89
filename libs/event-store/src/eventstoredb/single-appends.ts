import { ANY, binaryEvent, NO_STREAM } from '@eventstore/db-client';
import type { AppendAnswer } from './append-answers';
import { type Connection, within } from './connection';
import { isDenied, isStreamDeleted, wasNeverSent } from './failures';
import type { Proposal } from './proposal';

interface AppendFailure {
  readonly type?: string;
  readonly actualVersion?: bigint | typeof NO_STREAM | typeof ANY;
  readonly maxAppendSize?: number;
}

/** One call for each append: for servers before 21.10, which know no other way. */
export async function appendSingly({ client, deadlines }: Connection, { stream, expected, events }: Proposal): Promise<AppendAnswer> {
  const options = {
    expectedRevision: expected === 'none' ? NO_STREAM : BigInt(expected),
    requiresLeader: true,
    deadline: deadlines.append,
  } as const;
  try {
    const sent = client.appendToStream(
      stream,
      events.map(({ id, type, data, metadata }) =>
        binaryEvent({ id, type, data: new Uint8Array(data), metadata: new Uint8Array(metadata) }),
      ),
      options,
    );
    const { nextExpectedRevision, position } = await within(deadlines.append, sent);
    return { kind: 'recorded', revision: Number(nextExpectedRevision), commit: position && Number(position.commit) };
  } catch (error) {
    return refusal(error as AppendFailure);
  }
}

function refusal(error: AppendFailure): AppendAnswer {
  if (error.type === 'wrong-expected-version')
    return { kind: 'wrong-revision', actual: typeof error.actualVersion === 'bigint' ? Number(error.actualVersion) : -1 };
  if (error.type === 'maximum-append-size-exceeded') return { kind: 'too-large', most: error.maxAppendSize ?? 0 };
  if (isStreamDeleted(error)) return { kind: 'deleted' };
  if (isDenied(error)) return { kind: 'denied' };
  return { kind: wasNeverSent(error) ? 'not-sent' : 'unknown', error };
}
