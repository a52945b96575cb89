import { randomUUID } from 'node:crypto';
import {
  type Actor,
  businessDate,
  type CaseTypeName,
  caseTypes,
  type CaseType,
  decide,
  defaultRules,
  eventDefinition,
  evolve,
  isRejection,
  publishedCalendar,
  type Situation,
  unitsOf,
} from '@app/cases';
import { defaultUnits } from '@app/config';
import type { ProjectedEvent } from '@app/projections';

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

export interface Given {
  readonly command: string;
  readonly body: unknown;
  readonly at: string;
  readonly by: Actor;
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

  const give = (held: HeldCase, { command, body, at, by }: Given, intake: ProjectedEvent['intake']): Done => {
    const { type } = held;
    const definition = type.commands[command];
    if (!definition) throw new Error(`a ${type.name} knows no ${command}`);
    if (!definition.by.some((role: string) => (by.roles as readonly string[]).includes(role)))
      throw new Error(`${by.id} may not ${command}`);
    const decision = decide(
      type,
      held.state,
      { type: command, data: definition.shape.parse(body) },
      {
        at,
        by,
        caseNumber: held.number,
        calendar: publishedCalendar,
        local: defaultRules,
        units: unitsOf(defaultUnits),
      },
    );
    if (isRejection(decision)) throw new Error(`${command}: ${decision.rejected.en}`);
    const before = held.revision;
    for (const event of decision) {
      held.state = evolve(type, held.state, event);
      held.revision += 1;
      log.push({
        position: log.length + 1,
        stream: `${type.name}-${held.id}`,
        revision: held.revision,
        category: type.name,
        id: held.id,
        type: event.type,
        milestone: eventDefinition(type, event.type)?.milestone,
        occurredAt: at,
        recordedAt: at,
        by: { id: by.id, unit: by.unit },
        ...(intake && { intake }),
        data: event.data,
      });
    }
    return {
      caseType: type.name,
      caseId: held.id,
      caseNumber: held.number,
      revision: held.revision,
      position: log.length,
      status: held.state.status,
      events: decision.map((event, index) => ({ type: event.type, revision: before + 1 + index })),
    };
  };

  return {
    log,
    open: (name, given, intake) => {
      const type = caseTypes[name] as CaseType;
      const held: HeldCase = { type, id: newId(), number: nextNumber(type, given.at), state: type.initial, revision: -1 };
      const done = give(held, given, intake);
      cases.set(held.id, held);
      return done;
    },
    act: (id, given, intake) => {
      const held = cases.get(id);
      if (!held) throw new Error(`there is no case ${id}`);
      return give(held, given, intake);
    },
  };
};
