import { z } from 'zod';
import type { Units } from '../kernel/units';
import { type Editions, defaultRules, LocalRules } from '.';
import { askedBy, type Routing, RoutingRow } from './routing';

/** The local rules of an installation. */
export interface InstalledRules {
  /** Newest first; the last one is what holds where nobody has set anything. */
  readonly editions: Editions;
  readonly routing: Routing;
}

type Shape = Readonly<Record<string, z.ZodType>>;

const bare = (item: z.ZodType): z.ZodType =>
  item instanceof z.ZodDefault || item instanceof z.ZodOptional ? bare(item.unwrap() as z.ZodType) : item;

const itemOf = (item: z.ZodType): z.ZodType => {
  const stated = bare(item);
  const changed = stated instanceof z.ZodObject ? partly(stated.shape) : stated;
  return (item instanceof z.ZodOptional ? changed.nullable() : changed).optional();
};

/** Every item may be left out, at any depth, and is then as before; null takes out what need not be set; a list is given whole. */
const partly = (shape: Shape): z.ZodObject =>
  z.strictObject(Object.fromEntries(Object.entries(shape).map(([key, item]) => [key, itemOf(item)])));

const { edition, from } = LocalRules.shape;

/** The file as it is written. An edition states only what differs from the one before it, the first what differs from the default. */
export const LocalRulesFile = z.strictObject({
  $schema: z.string().optional(),
  editions: z.array(partly(LocalRules.shape).extend({ edition, from })).optional(),
  routing: z.array(RoutingRow).optional(),
});

/** The JSON Schema of the file, for editors. */
export const localRulesSchema = (): object => ({ ...z.toJSONSchema(LocalRulesFile, { io: 'input' }), title: '本地规则 · local rules' });

/** A mistake, and the way to it in the file. */
interface Mistake {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Objects are merged item by item; everything else, lists too, takes the place of what was there. */
const merged = (before: unknown, after: unknown): unknown => {
  if (!isRecord(before) || !isRecord(after)) return after;
  const changed = Object.entries(after).map(([key, value]) => [key, key in before ? merged(before[key], value) : value]);
  const all = Object.entries({ ...before, ...Object.fromEntries(changed) });
  return Object.fromEntries(all.filter(([, value]) => value !== null));
};

/** Names the server needs itself: the rules without any edition, and the address of the schema. */
const takenNames: readonly string[] = [defaultRules.edition, 'schema'];

const mistakesInOrder = (editions: Editions): readonly Mistake[] =>
  editions.flatMap((each, index): Mistake[] => {
    const before = editions[index - 1] ?? defaultRules;
    const isTaken = takenNames.includes(each.edition) || editions.slice(0, index).some(({ edition: name }) => name === each.edition);
    return [
      ...(isTaken ? [{ path: [index, 'edition'], message: `the name ${each.edition} is already taken` }] : []),
      ...(each.from > before.from
        ? []
        : [{ path: [index, 'from'], message: `${each.from} is not after ${before.from}, from which the edition before it holds` }]),
    ];
  });

const mistakesInRouting = (routing: Routing, units: Units): readonly Mistake[] => {
  const asked = routing.map(askedBy);
  return routing.flatMap(({ unit, joint = [] }, index): Mistake[] => [
    ...[unit, ...joint].filter((code) => !units.has(code)).map((code) => ({ path: [index], message: `there is no unit ${code}` })),
    ...(new Set([unit, ...joint]).size > joint.length ? [] : [{ path: [index, 'joint'], message: 'a unit is named twice' }]),
    ...(asked.indexOf(asked[index] ?? '') === index ? [] : [{ path: [index], message: 'an earlier row asks for the same' }]),
  ]);
};

const within = (mistakes: readonly Mistake[], ...path: readonly PropertyKey[]): readonly Mistake[] =>
  mistakes.map((mistake) => ({ ...mistake, path: [...path, ...mistake.path] }));

const insist = (file: string, mistakes: readonly Mistake[]): void => {
  if (mistakes.length === 0) return;
  const lines = mistakes.map(({ path, message }) => `  ${path.length > 0 ? z.core.toDotPath([...path]) : 'the file'}: ${message}`);
  throw new Error(`${file} does not hold local rules that can be used:\n${lines.join('\n')}`);
};

const whole = (file: string, stated: readonly object[]): Editions => {
  const editions: LocalRules[] = [];
  for (const [index, each] of stated.entries()) {
    const parsed = LocalRules.safeParse(merged(editions.at(-1) ?? defaultRules, each));
    insist(file, within(parsed.error?.issues ?? [], 'editions', index));
    if (parsed.success) editions.push(parsed.data);
  }
  return editions;
};

/**
 * The local rules that a file states: each edition whole, laid over the one before it.
 * @throws naming the file, and for every mistake the way to it
 */
export const parseLocalRules = ({ file, content }: { readonly file: string; readonly content: unknown }, units: Units): InstalledRules => {
  const parsed = LocalRulesFile.safeParse(content);
  insist(file, parsed.error?.issues ?? []);
  const { editions: stated = [], routing = [] } = parsed.data ?? {};
  const editions = whole(file, stated);
  insist(file, [...within(mistakesInOrder(editions), 'editions'), ...within(mistakesInRouting(routing, units), 'routing')]);
  return { editions: [...editions.toReversed(), defaultRules], routing };
};
