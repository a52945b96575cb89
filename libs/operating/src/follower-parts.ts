import { type BusinessClock, type Leaders, oldestWaitingMs, type PolicyRunner, type RowsFollower } from '@app/case-handling';
import type { SegmentedProjector, SilenceKeeper } from '@app/case-handling';
import type { EventStore, KeyStore } from '@app/event-store';
import type { SharedRows } from '@app/read-store';
import type { Figure, Part } from './part';

/** More events than this behind the log, and figures are too old to work with. */
const mostEventsBehind = 10_000;

const behindFigure = (follower: string, value: number): Figure => ({
  name: 'huiying_follower_events_behind',
  help: 'Committed events a follower has not handled yet',
  labels: { follower },
  value,
});

const waitingFigure = (follower: string, ms: number): Figure => ({
  name: 'huiying_follower_oldest_waiting_seconds',
  help: 'For how long the oldest event that a follower has not handled has waited; 0 for none',
  labels: { follower },
  value: ms / 1_000,
});

export const logPart = (store: EventStore): Part => ({
  name: 'log',
  now: async () => {
    const trouble = store.trouble();
    const position = await store.head();
    const figure = { name: 'huiying_log_position', help: 'Last committed position of the log', value: position };
    return { troubles: [trouble], says: { position }, figures: [figure] };
  },
});

/** Looking for a key that nobody has shows whether keys can be had. */
export const keysPart = (keys: KeyStore): Part => ({
  name: 'keys',
  now: async () => {
    await keys.find('readiness');
    return {};
  },
});

export interface Followed {
  readonly store: EventStore;
  readonly clock: BusinessClock;
  /** Positions of this log count its events, so that their difference is a number of events. */
  readonly gapless: boolean;
}

const lagOf = async ({ store, clock, gapless }: Followed, follower: string, position: number) => {
  const behind = gapless ? (await store.head()) - position : undefined;
  const waitingMs = await oldestWaitingMs(store, position, clock.now());
  return {
    behind,
    says: { position, ...(behind !== undefined && { behind }), oldestWaitingSeconds: Math.round(waitingMs / 1_000) },
    figures: [...(behind === undefined ? [] : [behindFigure(follower, behind)]), waitingFigure(follower, waitingMs)],
  };
};

export const rowsPart = (followed: Followed, follower: RowsFollower): Part => ({
  name: 'rows',
  now: async () => {
    const { position, parked } = follower.progress();
    const { behind = 0, says, figures } = await lagOf(followed, 'rows', position);
    const parkedFigure = {
      name: 'huiying_parked_cases',
      help: 'Cases whose rows wait because an event could not be projected',
      value: parked,
    };
    return {
      troubles: [follower.trouble(), behind > mostEventsBehind ? `the rows are ${behind} events behind the log` : undefined],
      says: { ...says, parkedCases: parked },
      figures: [...figures, parkedFigure],
    };
  },
});

/** The share of the rows that this process keeps. */
export const segmentsPart = (projector: SegmentedProjector, rows: SharedRows): Part => ({
  name: 'segments',
  now: async () => {
    const standstill = await rows.standstill();
    const [held, of] = [projector.held(), rows.segmentCount];
    return {
      says: { held, of, ...(standstill !== undefined && { standstill }) },
      figures: [
        { name: 'huiying_segments_held', help: 'Segments of the rows that this process keeps', value: held },
        { name: 'huiying_segments', help: 'Segments into which the rows are cut', value: of },
      ],
    };
  },
});

export const policiesPart = (followed: Followed, policies: PolicyRunner): Part => ({
  name: 'policies',
  now: async () => {
    const { says, figures } = await lagOf(followed, 'policies', policies.progress().position);
    return { troubles: [policies.trouble()], says, figures };
  },
});

export const silencesPart = (silences: SilenceKeeper): Part => ({
  name: 'silences',
  now: () => {
    const { upTo, unsettled, failed } = silences.progress();
    return {
      troubles: [silences.trouble()],
      says: { upTo, unsettled, failed },
      figures: [
        {
          name: 'huiying_silences_up_to_timestamp_seconds',
          help: 'Up to when it is recorded that nothing happened; 0 before the first round',
          value: upTo === undefined ? 0 : Date.parse(upTo) / 1_000,
        },
        { name: 'huiying_silences_failed_cases', help: 'Cases whose silences cannot be recorded', value: failed },
      ],
    };
  },
});

/** A part that only the leader has; of the others it says that it is done elsewhere. */
export const ledPart = (leaders: Leaders, part: Part): Part => ({
  name: part.name,
  now: async () => {
    const here = leaders.leads(part.name);
    const led = here ? await part.now() : {};
    const figure: Figure = {
      name: 'huiying_leads',
      help: '1 when this process does what only one may do',
      labels: { what: part.name },
      value: here ? 1 : 0,
    };
    return { ...led, says: { here, ...led.says }, figures: [...(led.figures ?? []), figure] };
  },
});

export const leadersPart = (leaders: Leaders): Part => ({ name: 'leaders', now: () => ({ troubles: [leaders.trouble()] }) });
