import { randomUUID } from 'node:crypto';
import {
  businessDate,
  type CaseEvent,
  type CaseTypeName,
  caseTypes,
  type CaseType,
  eventDefinition,
  evolve,
  isRejection,
  type Situation,
} from '@app/cases';
import type { ProjectedEvent } from '@app/projections';
import { decideInTime } from './in-time';
import type { Given } from './given';
import { ordersAfter } from './orders';

interface HeldCase {
  readonly type: CaseType;
  readonly id: string;
  readonly number: string;
  state: Situation;
  revision: number;
}

export interface Done {
  readonly caseType: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly revision: number;
  readonly position: number;
  readonly status: string;
  readonly events: readonly { readonly type: string; readonly revision: number }[];
}

/** The rules of the office without a server: what the demo year is rehearsed on in specs. */
export interface Office {
  readonly log: readonly ProjectedEvent[];
  /** @throws when the step is not allowed, with the reason */
  open(type: CaseTypeName, given: Given, intake?: ProjectedEvent['intake']): Done;
  act(id: string, given: Given, intake?: ProjectedEvent['intake']): Done;
}

export const openOffice = (newId: () => string = randomUUID): Office => {
  const log: ProjectedEvent[] = [];
  const cases = new Map<string, HeldCase>();
  const numbers = new Map<string, number>();

  const nextNumber = ({ prefix }: CaseType, at: string): string => {
    const series = `${prefix}-${businessDate(at).slice(0, 4)}`;
    const number = (numbers.get(series) ?? 0) + 1;
    numbers.set(series, number);
    return `${series}-${String(number).padStart(6, '0')}`;
  };

  const record = (held: HeldCase, event: CaseEvent, { at, by }: Given, intake: ProjectedEvent['intake']): ProjectedEvent => {
    const { type, id } = held;
    held.state = evolve(type, held.state, event);
    held.revision += 1;
    const recorded: ProjectedEvent = {
      position: log.length + 1,
      stream: `${type.name}-${id}`,
      revision: held.revision,
      category: type.name,
      id,
      type: event.type,
      milestone: eventDefinition(type, event.type)?.milestone,
      occurredAt: event.at ?? at,
      recordedAt: at,
      by: { id: by.id, unit: by.unit },
      ...(intake && { intake }),
      data: event.data,
    };
    log.push(recorded);
    return recorded;
  };

  const give = (held: HeldCase, given: Given, intake: ProjectedEvent['intake']): Done => {
    const { type, number: caseNumber } = held;
    const { command, at, by } = given;
    const definition = type.commands[command];
    if (!definition) throw new Error(`a ${type.name} knows no ${command}`);
    if (!definition.by.some((role: string) => (by.roles as readonly string[]).includes(role)))
      throw new Error(`${by.id} may not ${command}`);
    const data = definition.shape.parse(given.body) as Readonly<Record<string, unknown>>;
    const contested = cases.get(namedIn(data) ?? '')?.state;
    const decision = decideInTime(type, held.state, { type: command, data }, { at, by, caseNumber, contested });
    if (isRejection(decision)) throw new Error(`${command}: ${decision.rejected.en}`);
    const recorded = decision.map((event) => record(held, event, given, intake));
    const position = log.length;
    for (const order of recorded.flatMap(ordersAfter)) give(caseOf(order.id), order, undefined);
    return {
      caseType: type.name,
      caseId: held.id,
      caseNumber,
      revision: held.revision,
      position,
      status: held.state.status,
      events: recorded.map((event) => ({ type: event.type, revision: event.revision })),
    };
  };

  const caseOf = (id: string): HeldCase => {
    const held = cases.get(id);
    if (!held) throw new Error(`there is no case ${id}`);
    return held;
  };

  return {
    log,
    open: (name, given, intake) => {
      const type = caseTypes[name] as CaseType;
      const held: HeldCase = { type, id: newId(), number: nextNumber(type, given.at), state: type.initial, revision: -1 };
      cases.set(held.id, held);
      return give(held, given, intake);
    },
    act: (id, given, intake) => give(caseOf(id), given, intake),
  };
};

/** The case that a command names beside its own. */
const namedIn = ({ contests, into, to }: Readonly<Record<string, unknown>>): string | undefined =>
  (contests as { readonly id: string } | undefined)?.id ?? (into as string | undefined) ?? (to as string | undefined);
