import { say } from '@app/cases';
import { codeOf, type Form, type Identity, type Row, type Term } from '../form';
import { wordsOf } from './figures';
import { type Mistake, mistake, type StatedIdentity } from './stated';

/** `-a@previous`: a cell of the year before, taken away. */
export const termOf = (text: string): Term => {
  const [, less, code = text, previous] = /^(-)?(.*?)(@previous)?$/.exec(text) ?? [];
  if (!less && !previous) return code;
  return { code, ...(previous && { of: 'previous-year' as const }), ...(less && { less: true as const }) };
};

export const identityOf = ({ id, kind, left, right, why }: StatedIdentity): Identity => ({
  id,
  kind,
  left: left.map(termOf),
  right: right.map(termOf),
  ...(why && { why: wordsOf(why) }),
});

/** The cells with a figure by their codes. */
export const valuesOf = (rows: readonly Row[]): ReadonlySet<string> =>
  new Set(rows.flatMap(({ kind, code }) => (kind === 'value' ? [code] : [])));

const missingTerms = ({ left, right }: Identity, cells: ReadonlySet<string>): readonly string[] => [
  ...new Set([...left, ...right].map(codeOf).filter((code) => !cells.has(code))),
];

/** Identities that the office has written, over cells the form has, each under a name of its own. */
export const identityMistakes = (
  stated: readonly StatedIdentity[],
  kept: readonly Identity[],
  cells: ReadonlySet<string>,
): readonly Mistake[] =>
  stated.flatMap((each, index) => {
    const isTaken = kept.some(({ id }) => id === each.id) || stated.slice(0, index).some(({ id }) => id === each.id);
    return [
      ...(isTaken
        ? [
            mistake(
              ['identities', index, 'id'],
              say(
                `编号 ${each.id} 已有，要改写请先列入 withoutIdentities`,
                `${each.id} is taken; to replace it, name it in withoutIdentities`,
              ),
            ),
          ]
        : []),
      ...missingTerms(identityOf(each), cells).map((code) =>
        mistake(['identities', index], say(`表中没有单元格“${code}”`, `the form has no cell ${code}`)),
      ),
    ];
  });

/** Identities of the version before over cells that were taken out. */
export const orphanMistakes = (kept: readonly Identity[], cells: ReadonlySet<string>): readonly Mistake[] =>
  kept.flatMap((identity) => {
    const missing = missingTerms(identity, cells);
    return missing.length === 0
      ? []
      : [
          mistake(
            ['without'],
            say(
              `勾稽关系 ${identity.id} 用到了已去掉的 ${missing.join('、')}，请将它列入 withoutIdentities 或另写一条`,
              `the identity ${identity.id} is over ${missing.join(', ')}, which is taken out: name it in withoutIdentities, or state it anew`,
            ),
          ),
        ];
  });

/** What the text beside the form says again, as far as the cells are still there. */
export const statementsOver = (statements: Form['statements'], cells: ReadonlySet<string>): Pick<Form, 'statements'> => {
  if (!statements) return {};
  const isThere = (terms: readonly Term[]): boolean => terms.every((term) => cells.has(codeOf(term)));
  return {
    statements: statements.map((each) => ({ ...each, oneOf: each.oneOf.filter(isThere) })).filter(({ oneOf }) => oneOf.length > 0),
  };
};
