import { BusinessClock, DistantRows, Exchange, PolicyRunner, RowsFollower, SilenceKeeper } from '@app/case-handling';
import { EventStore, KeyStore } from '@app/event-store';
import { exchangePart, keysPart, logPart, Operations, type Part, policiesPart, rowsPart, silencesPart } from '@app/operating';
import { Injectable, Optional } from '@nestjs/common';
import { Draining } from '../http/draining';

/** Told, but no reason to send nobody here: intake and everything else over HTTP go on without brokers. */
const besides = (part: Part): Part => ({
  ...part,
  now: async () => {
    const { troubles = [], says, figures } = await part.now();
    return { says: { ...says, troubles: troubles.filter((trouble) => trouble !== undefined) }, ...(figures && { figures }) };
  },
});

/** Whether this process can do its work, and how far its followers are behind the log. */
@Injectable()
export class ReadinessCheck extends Operations {
  constructor(
    store: EventStore,
    keys: KeyStore,
    rows: RowsFollower,
    policies: PolicyRunner,
    silences: SilenceKeeper,
    clock: BusinessClock,
    draining: Draining,
    @Optional() exchange?: Exchange,
  ) {
    const isShared = rows instanceof DistantRows;
    const followed = { store, clock, gapless: !isShared };
    // Where others keep the rows, they also do what is done once.
    const own = isShared ? [keysPart(keys)] : [policiesPart(followed, policies), silencesPart(silences)];
    const stopping = { name: 'stopping', now: () => ({ troubles: [draining.stopping ? 'this process is about to stop' : undefined] }) };
    super([logPart(store), rowsPart(followed, rows), ...own, stopping, ...(exchange ? [besides(exchangePart(exchange))] : [])]);
  }
}
