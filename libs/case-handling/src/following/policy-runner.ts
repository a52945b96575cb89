import { findCaseType, type Order, policies, type Policy } from '@app/cases';
import { EventStore, type RecordedEvent, type Subscription } from '@app/event-store';
import { noChanges, type ProjectedEvent } from '@app/projections';
import { ReadStore } from '@app/read-store';
import { Injectable, Logger } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CaseNotFound } from '../commands/authority';
import { ExecuteCaseCommand } from '../commands/execute-case.command';
import { RetimingReaction } from '../calendar/retiming-reaction';
import { ParkedEvents } from '../intake/parked-events';
import { derivedId } from '../recording/case-ids';
import { NotAllowed } from '../recording/errors';
import { decodeAll } from './decoding';
import { isPoison } from './poison';
import { RowsFollower } from './rows-follower';
import type { Reaction } from './reaction';

const policiesCheckpoint = 'policies';
const restartAfterMs = 1_000;
/** Orders are keyed by their event, so that a checkpoint may lag: whatever is seen again changes nothing. */
const eventsPerCheckpoint = 500;

/** Types of event that a policy answers. Most events concern none, and are not even read. */
const answered = new Set(policies.flatMap(({ on }) => Object.keys(on)));

const policyActor = { id: 'policy', unit: 'system', roles: ['policy'] } as const;

/** Follows the log behind the rows and gives the orders that policies derive from events. */
@Injectable()
export class PolicyRunner {
  private readonly log = new Logger('PolicyRunner');
  private subscription: Subscription | undefined;
  private restart: NodeJS.Timeout | undefined;
  private running = false;
  private prepared = false;
  private saved = 0;
  private position = 0;
  private unsaved = 0;
  private failure: string | undefined;
  private readonly reactions: readonly Reaction[];

  constructor(
    private readonly store: EventStore,
    private readonly rows: ReadStore,
    private readonly projector: RowsFollower,
    parkedEvents: ParkedEvents,
    retiming: RetimingReaction,
    private readonly commands: CommandBus,
  ) {
    this.reactions = [parkedEvents, retiming];
  }

  async start(): Promise<void> {
    this.running = true;
    this.saved = this.position = await this.rows.checkpoint(policiesCheckpoint);
    this.unsaved = 0;
    this.prepared = false;
    if (!this.running) return;
    this.failure = undefined;
    this.subscription = this.store.subscribe(this.position, {
      batchSize: 200,
      handle: (events) => this.handle(events),
      failed: (error) => this.failed(error),
    });
  }

  async stop(): Promise<void> {
    this.running = false;
    clearTimeout(this.restart);
    await this.subscription?.stop();
    await this.save();
  }

  trouble(): string | undefined {
    return this.failure;
  }

  progress(): { readonly position: number } {
    return { position: this.position };
  }

  private async handle(recorded: readonly RecordedEvent[]): Promise<void> {
    const last = recorded.at(-1);
    if (!last) return;
    if (!this.prepared) await this.prepare();
    const concerned = recorded.filter(({ type }) => answered.has(type) || this.reactions.some((each) => each.concernedBy(type)));
    if (concerned.length > 0) await this.rowsReach(last.position);
    for (const event of decodeAll(concerned).read) {
      for (const policy of policies) await this.unlessPoison(event, () => this.follow(policy, event));
      for (const reaction of this.reactions) await this.unlessPoison(event, () => reaction.see(event));
    }
    this.position = last.position;
    this.unsaved += recorded.length;
    if (this.unsaved >= eventsPerCheckpoint) await this.save();
  }

  /** What reactions begin with are rows: those may be folded anew, while what was acted on stays acted on. */
  private async prepare(): Promise<void> {
    await this.rowsReach(this.position);
    for (const reaction of this.reactions) await reaction.start?.();
    this.prepared = true;
  }

  /** Looking cases up must see at least what a batch tells. */
  private async rowsReach(position: number): Promise<void> {
    while (!(await this.projector.reached(position, 5_000)))
      if (!this.running || this.projector.trouble()) throw new Error('the rows do not follow');
  }

  private async follow(policy: Policy, event: ProjectedEvent): Promise<void> {
    const order = policy.on[event.type]?.({ type: event.type, caseId: event.id, occurredAt: event.occurredAt, data: event.data });
    if (order) await this.give(order, event, policy.name);
  }

  /** An event that cannot be carried out, or whose order goes to a broken case, is for people to look at; the others go on. */
  private async unlessPoison({ stream, revision, position }: ProjectedEvent, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!isPoison(error)) throw error;
      this.log.error(`${stream}@${revision} at position ${position} is not carried out: ${error.message}`);
    }
  }

  private async give(
    { caseType, caseId, command, data }: Order,
    { stream, revision, occurredAt }: ProjectedEvent,
    policy: string,
  ): Promise<void> {
    const type = findCaseType(caseType);
    if (!type) throw new Error(`policy ${policy} orders something of the unknown case type ${caseType}`);
    const key = derivedId(policy, stream, String(revision));
    try {
      await this.commands.execute(
        new ExecuteCaseCommand({ caseType: type, caseId, name: command, data, by: policyActor, occurredAt, key }),
      );
    } catch (error) {
      if (!(error instanceof NotAllowed || error instanceof CaseNotFound)) throw error;
      // The fact itself stands in its own stream; that it could not be carried over is for people to look at.
      this.log.warn(`${policy}: ${command} on ${caseType} ${caseId} because of ${stream}@${revision}: ${error.message}`);
    }
  }

  private async save(): Promise<void> {
    if (this.position === this.saved) return;
    await this.rows.apply(noChanges, { name: policiesCheckpoint, from: this.saved, to: this.position });
    this.saved = this.position;
    this.unsaved = 0;
  }

  private failed(error: unknown): void {
    if (!this.running) return;
    this.failure = error instanceof Error ? error.message : String(error);
    this.log.error(`policies do not follow: ${this.failure}; trying again`);
    this.restart = setTimeout(() => void this.start().catch((again: unknown) => this.failed(again)), restartAfterMs);
  }
}
