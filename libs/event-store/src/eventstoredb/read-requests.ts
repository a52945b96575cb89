import { Empty, StreamIdentifier } from '@eventstore/db-client/generated/shared_pb';
import { ReadReq } from '@eventstore/db-client/generated/streams_pb';

const { Options } = ReadReq;
/** Records that the server looks through before it takes a breath. */
const searchWindow = 1_000;
/** In search windows. */
const checkpointEvery = 4;

export type Direction = 'forwards' | 'backwards';

export const streamIdentifier = (name: string): StreamIdentifier => new StreamIdentifier().setStreamName(new Uint8Array(Buffer.from(name)));

/** `from` is inclusive in both directions. */
export function readStreamRequest(
  stream: string,
  from: number | 'start' | 'end',
  count: number,
  direction: Direction = 'forwards',
): ReadReq {
  const place = new Options.StreamOptions().setStreamIdentifier(streamIdentifier(stream));
  if (from === 'start') place.setStart(new Empty());
  else if (from === 'end') place.setEnd(new Empty());
  else place.setRevision(String(from));
  return request(usual(direction).setStream(place).setCount(String(count)).setNoFilter(new Empty()));
}

/** Forwards from a commit position, inclusive, or backwards from the end; the server filters by the prefixes of stream names. */
export function readAllRequest(from: number | 'start' | 'end', count: number, prefixes: readonly string[]): ReadReq {
  const options = usual(from === 'end' ? 'backwards' : 'forwards').setAll(placeInAll(from));
  return request(options.setCount(String(count)).setFilter(byPrefix(prefixes)));
}

/** After a commit position, exclusive. */
export function subscribeRequest(after: number | 'start', prefixes: readonly string[]): ReadReq {
  const options = usual('forwards').setAll(placeInAll(after)).setSubscription(new Options.SubscriptionOptions());
  return request(options.setFilter(byPrefix(prefixes)));
}

function usual(direction: Direction): ReadReq.Options {
  const readDirection = direction === 'forwards' ? Options.ReadDirection.FORWARDS : Options.ReadDirection.BACKWARDS;
  const ids = new Options.UUIDOption().setString(new Empty());
  return new Options().setReadDirection(readDirection).setResolveLinks(false).setUuidOption(ids);
}

function placeInAll(from: number | 'start' | 'end'): ReadReq.Options.AllOptions {
  const place = new Options.AllOptions();
  if (from === 'start') return place.setStart(new Empty());
  if (from === 'end') return place.setEnd(new Empty());
  return place.setPosition(new Options.Position().setCommitPosition(String(from)).setPreparePosition(String(from)));
}

function byPrefix(prefixes: readonly string[]): ReadReq.Options.FilterOptions {
  const names = new Options.FilterOptions.Expression().setPrefixList([...prefixes]);
  return new Options.FilterOptions().setStreamIdentifier(names).setMax(searchWindow).setCheckpointintervalmultiplier(checkpointEvery);
}

const request = (options: ReadReq.Options): ReadReq => new ReadReq().setOptions(options);
