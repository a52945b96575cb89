import { type CaseType, UnitCode } from '@app/cases';
import fc from 'fast-check';
import type { z } from 'zod';
import { usualUnits } from './circumstances';

/** What a shape accepts, for property tests. @throws for a kind of shape it does not know yet: give it a line in the table. */
export const arbitraryOf = (shape: z.core.$ZodType): fc.Arbitrary<unknown> => {
  const { type, ...definition } = shape._zod.def;
  const make = arbitraries[type];
  if (!make) throw new Error(`no arbitrary yet for a zod ${type}`);
  return make(definition, shape);
};

// biome-ignore format: a table
const arbitraries: Readonly<Record<string, (definition: any, shape: any) => fc.Arbitrary<unknown>>> = {
  object: ({ shape }) => recordOf(shape),
  optional: ({ innerType }) => fc.option(arbitraryOf(innerType), { nil: undefined }),
  nullable: ({ innerType }) => fc.option(arbitraryOf(innerType), { nil: null }),
  array: ({ element }, shape) => accepted(shape, fc.array(arbitraryOf(element))),
  union: ({ options }) => fc.oneof(...options.map(arbitraryOf)),
  enum: ({ entries }) => fc.constantFrom(...Object.values(entries)),
  literal: ({ values }) => fc.constantFrom(...values),
  boolean: () => fc.boolean(),
  number: (_, shape) => accepted(shape, fc.integer({ min: Math.max(shape.minValue ?? -1e9, -1e9), max: Math.min(shape.maxValue ?? 1e9, 1e9) })),
  string: (definition, shape) => accepted(shape, (formats[definition.format] ?? text)(definition, shape)),
};

/** A key that may be absent is absent as often as undefined: the two must mean the same. */
const recordOf = (shape: Readonly<Record<string, z.core.$ZodType>>): fc.Arbitrary<unknown> =>
  fc.record(Object.fromEntries(Object.entries(shape).map(([key, value]) => [key, arbitraryOf(value)])), {
    requiredKeys: Object.keys(shape).filter((key) => shape[key]?._zod.optin !== 'optional'),
  });

const accepted = (shape: z.ZodType, values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  values.filter((value) => shape.safeParse(value).success);

const fewIds = ['01890000-0000-7000-8000-00000000000a', '01890000-0000-7000-8000-00000000000b'];

const instants = fc
  .date({ min: new Date('2008-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());

const formats: Readonly<Record<string, (definition: any, shape: any) => fc.Arbitrary<string>>> = {
  // Mostly one of few ids, so that commands of one sequence speak about the same thing.
  uuid: () => fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...fewIds) }, { weight: 1, arbitrary: fc.uuid() }),
  date: () => instants.map((instant) => instant.slice(0, 10)),
  datetime: () => instants,
};

const patternsOf = ({ pattern, checks = [] }: any): readonly RegExp[] =>
  [pattern, ...checks.map((check: any) => check._zod.def.pattern)].filter(Boolean);

const unitPattern = patternsOf(UnitCode._zod.def)[0]?.source;

/** Text by its pattern; free text in all scripts besides. */
const text = (definition: any, { minLength, maxLength }: any): fc.Arbitrary<string> => {
  const patterns = patternsOf(definition);
  const anchored = patterns.find(({ source }) => source.startsWith('^'));
  // Mostly one of the few units there are, so that the unit that acts is now and then the one that was named.
  if (anchored?.source === unitPattern)
    return fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...usualUnits) },
      { weight: 1, arbitrary: fc.stringMatching(anchored as RegExp) },
    );
  if (anchored) return fc.stringMatching(anchored);
  const length = { minLength: Math.max(minLength ?? 0, patterns.length && 1), maxLength: Math.min(maxLength ?? 20, 20) };
  return fc.oneof(fc.string(length), fc.string({ ...length, unit: 'grapheme' }), fc.string({ ...length, unit: 'binary' }));
};

export interface GivenCommand {
  readonly type: string;
  readonly data: unknown;
}

/** Commands of the case type with data its shapes accept. */
export const commandsOf = ({ commands }: CaseType): fc.Arbitrary<GivenCommand> =>
  fc.oneof(...Object.keys(commands).map((type) => fc.record({ type: fc.constant(type), data: arbitraryOf(commands[type].shape) })));
