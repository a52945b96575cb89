import type { ServiceError } from '@grpc/grpc-js';
import type { EventLog } from './event-log';
import type { Faults } from './faults';
import type { ReadCall } from './paced-writer';
import type { EndPoint } from './replies';

/** What the handlers of one server share. */
export interface Node {
  readonly log: EventLog;
  readonly faults: Faults;
  /** Why this node does not take the call, if it does not. */
  refusal(call: { metadata: ReadCall['metadata'] }): ServiceError | undefined;
  /** Not the leader, says the node; also when it is scripted to. */
  notLeader(): ServiceError;
  cutConnections(): void;
  readonly subscriptions: Set<ReadCall>;
  sent: number;
  toldFellBehind: number;
}

/** What gossip tells of. */
export interface Cluster {
  readonly endPoint: EndPoint;
  readonly leader: EndPoint | undefined;
  readonly members: readonly EndPoint[] | undefined;
  readonly taken: { gossip: number };
}
