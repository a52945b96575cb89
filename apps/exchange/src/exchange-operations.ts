import { BusinessClock, Exchange, RowsFollower } from '@app/case-handling';
import { EventStore, KeyStore } from '@app/event-store';
import { exchangePart, keysPart, logPart, Operations, rowsPart } from '@app/operating';
import { ReadStore, sharedRows } from '@app/read-store';
import { Injectable } from '@nestjs/common';

/** What an operator sees of an exchange. */
@Injectable()
export class ExchangeOperations extends Operations {
  constructor(store: EventStore, keys: KeyStore, rows: ReadStore, follower: RowsFollower, clock: BusinessClock, exchange: Exchange) {
    const followed = { store, clock, gapless: sharedRows(rows) === undefined };
    super([logPart(store), keysPart(keys), rowsPart(followed, follower), exchangePart(exchange)]);
  }
}
