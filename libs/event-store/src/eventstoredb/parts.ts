import { Appender } from './appender';
import { Chain } from './chain';
import { Connection } from './connection';
import { LogReader } from './log-reader';
import { Names } from './names';
import { Positions } from './positions';
import { ReadBack } from './read-back';
import { Recorder } from './recorder';
import { type EventStoreDbSettings, usualDeadlines, usualNamespace, usualSignpostEvery } from './settings';
import type { Signpost } from './signposts';
import { type Waymark, Waymarks } from './waymarks';

/** What an event store on EventStoreDB is made of. */
export interface Parts {
  readonly names: Names;
  readonly connection: Connection;
  readonly reader: LogReader;
  readonly recorder: Recorder;
  readonly appender: Appender;
  readonly positions: Positions;
  readonly signposts: Waymarks<Signpost>;
  readonly migration: Waymarks<Waymark>;
  readonly chain: Chain;
  readonly signpostEvery: number;
  log(message: string): void;
}

export function assemble(settings: EventStoreDbSettings): Parts {
  const { namespace = usualNamespace, deadlines, signpostEvery = usualSignpostEvery, log = () => undefined } = settings;
  const names = new Names(namespace);
  const connection = new Connection(settings.connection, { ...usualDeadlines, ...deadlines });
  const reader = new LogReader(connection, names);
  const recorder = new Recorder(connection);
  const signposts = new Waymarks<Signpost>(connection, recorder, names.signposts, 'Signpost');
  const migration = new Waymarks<Waymark>(connection, recorder, names.migration, 'BroughtOver');
  return {
    names,
    connection,
    reader,
    recorder,
    appender: new Appender(recorder, reader, new ReadBack(reader), names),
    positions: new Positions(migration, reader),
    signposts,
    migration,
    chain: new Chain(reader, signposts),
    signpostEvery,
    log,
  };
}
