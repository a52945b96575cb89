import {
  type Actor,
  type CaseEvent,
  type CaseType,
  type Context,
  decide,
  type Decision,
  eventDefinition,
  foldCase,
  isRejection,
  type Rejection,
  roles,
} from '@app/cases';
import { usualCircumstances } from './circumstances';

type RulesOf<T extends CaseType> = T['rules'];

/** A command of the case type. */
export type CommandFor<T extends CaseType> = {
  [K in keyof RulesOf<T> & string]: { readonly type: K; readonly data: Parameters<RulesOf<T>[K]['decide']>[1] };
}[keyof RulesOf<T> & string];

/** An event of the case type, whole. */
export type EventFor<T extends CaseType> = Exclude<ReturnType<RulesOf<T>[keyof RulesOf<T>]['decide']>, Rejection>[number];

/** What happened before: rules never see personal data, so a past may leave it out. */
export type PastFor<T extends CaseType> =
  EventFor<T> extends infer E ? (E extends { type: string; data: unknown } ? Pick<E, 'type' | 'data'> : never) : never;

/** A clerk who may do everything. */
export const clerk: Actor = { id: 'clerk', unit: 'gov-office', roles };

interface Outcome<T extends CaseType> {
  /** These events happen, and no others. */
  then(...events: EventFor<T>[]): void;
  /** The command is refused with this sentence, Chinese or English. */
  thenRejected(sentence: string): void;
  /** The command is in order and changes nothing. */
  thenNothing(): void;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A spec may name of a due date only the day and the rule; what else a clock keeps has specs of its own. */
const likeExpected = (actual: unknown, expected: unknown): unknown => {
  if (Array.isArray(actual) && Array.isArray(expected)) return actual.map((each, index) => likeExpected(each, expected[index]));
  if (!isRecord(actual) || !isRecord(expected)) return actual;
  const isDue = 'on' in actual && 'rule' in actual && 'calendar' in actual;
  const entries = Object.entries(actual).filter(([name]) => !isDue || name in expected);
  return Object.fromEntries(entries.map(([name, value]) => [name, likeExpected(value, expected[name])]));
};

const outcome = <T extends CaseType>(decision: Decision<unknown>): Outcome<T> => ({
  // Returned without its ending, a sentence is awaited as if it were a promise and fails: no test passes by being unfinished.
  // oxlint-disable-next-line unicorn/no-thenable
  then: (...events) => expect(likeExpected(decision, events)).toEqual(events),
  thenRejected: (sentence) => {
    if (!isRejection(decision)) throw new Error(`not refused: ${JSON.stringify(decision)}`);
    const { zh, en } = decision.rejected;
    expect([zh, en]).toContain(sentence);
  },
  thenNothing: () => expect(decision).toEqual([]),
});

/** `given(what happened).when(a command).then(what happens)`. Past and command must fit their shapes, so a spec cannot tell of the impossible. */
export const caseSpec = <T extends CaseType>(caseType: T, usual: Partial<Context> = {}) => ({
  given: (...past: readonly PastFor<T>[]) => ({
    when: ({ type, data }: CommandFor<T>, now: Partial<Context> = {}): Outcome<T> => {
      const events: readonly CaseEvent[] = past;
      for (const event of events) eventDefinition(caseType, event.type)?.data.parse(event.data);
      const context = {
        at: '2018-06-04T09:00:00+08:00',
        by: clerk,
        caseNumber: `${caseType.prefix}-2018-000001`,
        ...usualCircumstances,
        ...usual,
        ...now,
      };
      const command = { type, data: caseType.commands[type].shape.parse(data) };
      return outcome(decide(caseType, foldCase(caseType, events), command, context));
    },
  }),
});
