import type { sendUnaryData } from '@grpc/grpc-js';
import { ClusterInfo, EndPoint, MemberInfo } from '@eventstore/db-client/generated/gossip_pb';
import { UUID } from '@eventstore/db-client/generated/shared_pb';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import type { Cluster } from './node';

const streams = 'event_store.client.streams.streams';
const methods = ['read', 'append', 'delete', 'tombstone'];

/** What the server says it can do. */
export const supportedMethods = (batchAppend: boolean) => ({
  getSupportedMethods: (_: unknown, callback: sendUnaryData<SupportedMethods>): void => {
    const list = [...methods, ...(batchAppend ? ['batchappend'] : [])];
    const described = list.map((name) =>
      new SupportedMethod()
        .setServiceName(streams)
        .setMethodName(name)
        .setFeaturesList(name === 'read' ? ['position', 'events'] : []),
    );
    callback(null, new SupportedMethods().setEventStoreServerVersion('23.10.0').setMethodsList(described));
  },
});

/** Gossip: who is there, and who leads. */
export const clusterInfo = (server: Cluster) => ({
  read: (_: unknown, callback: sendUnaryData<ClusterInfo>): void => {
    server.taken.gossip += 1;
    const leader = server.leader ?? server.endPoint;
    const members = (server.members ?? [server.endPoint]).map(({ host, port }) =>
      new MemberInfo()
        .setInstanceId(new UUID().setString(crypto.randomUUID()))
        .setTimeStamp(String(Date.now()))
        .setState(port === leader.port ? MemberInfo.VNodeState.LEADER : MemberInfo.VNodeState.FOLLOWER)
        .setIsAlive(true)
        .setHttpEndPoint(new EndPoint().setAddress(host).setPort(port)),
    );
    callback(null, new ClusterInfo().setMembersList(members));
  },
});
