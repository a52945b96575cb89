import { EventStore } from '@app/event-store';
import { ReadStore, type SharedRows, sharedRows } from '@app/read-store';
import type { Provider } from '@nestjs/common';
import type { BusinessClock } from '../business-clock';
import { DistantRows } from './distant-rows';
import { DistantFollowers, Followers, SegmentFollowers } from './followers';
import { type Led, LeaderRunner } from './leader-runner';
import { Leaders } from './leaders';
import { LogUpkeep } from './log-upkeep';
import { PolicyRunner } from './policy-runner';
import { Projector } from './projector';
import { RowsFollower } from './rows-follower';
import { SegmentedProjector, usualLeaseMs } from './segmented-projector';
import { SilenceKeeper } from './silence-keeper';
import { SilenceRecorder } from './silence-recorder';

/**
 * Who keeps the rows: this process alone (`embedded`); this process, a share of them, beside others (`segments`); other processes
 * (`distant`); nobody, in a process that reads and writes for a moment (`none`).
 */
export type Follow = 'embedded' | 'segments' | 'distant' | 'none';

/** Alarms change in other processes too, and only a round finds them. */
const sharedSafetyMs = 20_000;

const shared = (rows: ReadStore): SharedRows => {
  const found = sharedRows(rows);
  if (!found) throw new Error('these rows are kept by one process: they cannot be shared');
  return found;
};

const alone = (): Provider[] => [
  Projector,
  { provide: RowsFollower, useExisting: Projector },
  { provide: Leaders, useValue: new Leaders() },
];

const distant = (clock: BusinessClock): Provider[] => [
  {
    provide: RowsFollower,
    useFactory: (store: EventStore, rows: ReadStore) => new DistantRows(store, shared(rows), clock),
    inject: [EventStore, ReadStore],
  },
  { provide: Leaders, useValue: new Leaders() },
];

const leadersOf = (
  store: EventStore,
  rows: ReadStore,
  projector: SegmentedProjector,
  policies: PolicyRunner,
  silences: SilenceKeeper,
): Leaders => {
  const { owner } = projector;
  const runner = (name: string, led: Led) => [name, new LeaderRunner(shared(rows), led, { name, owner, leaseMs: usualLeaseMs })] as const;
  return new Leaders(new Map([runner('policies', policies), runner('silences', silences), runner('upkeep', new LogUpkeep(store))]));
};

const segments = (clock: BusinessClock): Provider[] => [
  {
    provide: SegmentedProjector,
    useFactory: (store: EventStore, rows: ReadStore) =>
      new SegmentedProjector(store, shared(rows), new DistantRows(store, shared(rows), clock)),
    inject: [EventStore, ReadStore],
  },
  { provide: RowsFollower, useExisting: SegmentedProjector },
  { provide: Leaders, useFactory: leadersOf, inject: [EventStore, ReadStore, SegmentedProjector, PolicyRunner, SilenceKeeper] },
];

const kinds: Readonly<Record<Follow, (clock: BusinessClock) => Provider[]>> = {
  embedded: () => [...alone(), Followers],
  segments: (clock) => [...segments(clock), SegmentFollowers],
  distant: (clock) => [...distant(clock), DistantFollowers],
  none: alone,
};

/** Whoever follows the log in this process. */
export const followingProviders = (follow: Follow, clock: BusinessClock): Provider[] => [
  ...kinds[follow](clock),
  PolicyRunner,
  SilenceRecorder,
  {
    provide: SilenceKeeper,
    useFactory: (store: EventStore, rows: RowsFollower, recorder: SilenceRecorder) =>
      new SilenceKeeper(store, rows, recorder, clock, undefined, follow === 'segments' ? sharedSafetyMs : undefined),
    inject: [EventStore, RowsFollower, SilenceRecorder],
  },
];

/** Of these, what other modules may ask for. */
export const followingExports = (follow: Follow) => [
  RowsFollower,
  Leaders,
  PolicyRunner,
  SilenceKeeper,
  ...(follow === 'segments' ? [SegmentedProjector] : []),
  ...(follow === 'embedded' || follow === 'none' ? [Projector] : []),
];
