import { Malformed, type ShapeError } from '../malformed';
import { knownValues } from '../reports/known-values';
import type { SupposedTerms } from './supposed-terms';
import type { Supposition } from './supposition';

const escaped = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');

const refuse = (errors: readonly ShapeError[]): void => {
  if (errors.length > 0) throw new Malformed(errors);
};

const list = (codes: Iterable<string>): string => [...codes].filter(Boolean).toSorted().join('、') || '—';

type Codes = Readonly<Record<string, string>>;

/** What is wrong with a table of codes of which each must be known. */
const unknownIn = (name: string, codes: Codes = {}, known: ReadonlySet<string>, message: (code: string) => string): readonly ShapeError[] =>
  Object.entries(codes).flatMap(([code, as]) =>
    [code, as].filter((each) => !known.has(each)).map((each) => ({ pointer: `/${name}/${escaped(code)}`, message: message(each) })),
  );

/** Every unit and every result named is one that there is. @throws Malformed */
export const checkCodes = ({ units, outcomes }: Supposition, unitCodes: readonly string[]): void => {
  const known = knownValues(unitCodes);
  refuse([
    ...unknownIn('units', units, known.unit, (code) => `没有单位“${code}” (there is no unit ${code})`),
    ...unknownIn(
      'outcomes',
      outcomes,
      known.outcome,
      (code) => `没有结果“${code}”，有：${list(known.outcome)} (there is no such outcome; there are those named)`,
    ),
  ]);
};

/** Every term named is one that an answer had: a slip of the pen would look like a rule that changes nothing. @throws Malformed */
export const checkRules = ({ terms: stated = [] }: Supposition, terms: SupposedTerms | undefined): void =>
  refuse(
    stated.flatMap(({ caseType, rule }, index) => {
      const met = terms?.met.get(caseType) ?? new Set();
      if (rule === undefined || met.has(rule)) return [];
      const message = `没有期限“${rule}”，有：${list(met)} (no answer had that term; there are those named)`;
      return [{ pointer: `/terms/${index}/rule`, message }];
    }),
  );
