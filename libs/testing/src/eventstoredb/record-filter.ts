import type { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import type { LogRecord } from './log-record';

export type RecordFilter = (record: LogRecord) => boolean;

/** The filter of a request; without one everything passes. */
export function filterOf(options: ReadReq.Options): RecordFilter {
  const filter = options.getFilter();
  const byStream = filter?.getStreamIdentifier();
  const byType = filter?.getEventType();
  if (byStream) return test(byStream, ({ stream }) => stream);
  if (byType) return test(byType, ({ type }) => type);
  return () => true;
}

function test(expression: ReadReq.Options.FilterOptions.Expression, field: (record: LogRecord) => string): RecordFilter {
  const prefixes = expression.getPrefixList();
  if (prefixes.length > 0) return (record) => prefixes.some((prefix) => field(record).startsWith(prefix));
  const pattern = new RegExp(expression.getRegex(), 'u');
  return (record) => pattern.test(field(record));
}
