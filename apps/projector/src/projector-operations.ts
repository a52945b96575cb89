import { BusinessClock, Leaders, PolicyRunner, SegmentedProjector, SilenceKeeper } from '@app/case-handling';
import { EventStore, KeyStore } from '@app/event-store';
import {
  keysPart,
  leadersPart,
  ledPart,
  logPart,
  Operations,
  type Part,
  policiesPart,
  rowsPart,
  segmentsPart,
  silencesPart,
} from '@app/operating';
import { ReadStore, sharedRows } from '@app/read-store';
import { Injectable } from '@nestjs/common';

/** What an operator sees of a projector. */
@Injectable()
export class ProjectorOperations extends Operations {
  constructor(
    store: EventStore,
    keys: KeyStore,
    rows: ReadStore,
    projector: SegmentedProjector,
    leaders: Leaders,
    policies: PolicyRunner,
    silences: SilenceKeeper,
    clock: BusinessClock,
  ) {
    const followed = { store, clock, gapless: false };
    const shared = sharedRows(rows);
    const parts: Part[] = [logPart(store), keysPart(keys), rowsPart(followed, projector)];
    if (shared) parts.push(segmentsPart(projector, shared));
    parts.push(leadersPart(leaders), ledPart(leaders, policiesPart(followed, policies)), ledPart(leaders, silencesPart(silences)));
    super(parts);
  }
}
