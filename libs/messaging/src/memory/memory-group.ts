import type { MemoryBus } from './memory-bus';

/** Where a group stands in one partition. While `busy`, a batch of it is in somebody's hand. */
export interface Place {
  readonly topic: string;
  readonly partition: number;
  settled: number;
  busy: boolean;
}

/** Consumers that share partitions. A partition changes hands only when nothing of it is in hand. */
export class MemoryGroup {
  private readonly members: { readonly member: object; readonly topics: readonly string[] }[] = [];
  private readonly places = new Map<string, Place>();

  constructor(private readonly bus: MemoryBus) {}

  join(member: object, topics: readonly string[]): void {
    this.members.push({ member, topics });
  }

  leave(member: object): void {
    const place = this.members.findIndex((other) => other.member === member);
    if (place >= 0) this.members.splice(place, 1);
  }

  placesOf(topics: readonly string[]): readonly Place[] {
    return topics.flatMap((topic) => this.bus.partitionsOf(topic).map((_, partition) => this.place(topic, partition)));
  }

  /** The places that are a member's to handle. */
  assigned(member: object): readonly Place[] {
    const topics = this.members.find((other) => other.member === member)?.topics ?? [];
    return this.placesOf(topics).filter(({ topic, partition }) => {
      const sharing = this.members.filter((other) => other.topics.includes(topic));
      return sharing[partition % sharing.length]?.member === member;
    });
  }

  private place(topic: string, partition: number): Place {
    const name = `${topic}/${partition}`;
    const known = this.places.get(name) ?? { topic, partition, settled: 0, busy: false };
    this.places.set(name, known);
    return known;
  }
}
