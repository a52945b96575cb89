import type { Finding, StatedCase, StatedStep } from '@app/case-handling';
import { type CaseTypeName, findCaseType, say } from '@app/cases';
import { type Line, lostText, type Said } from './line';
import type { RecipeStep } from './recipe';
import { recipes } from './recipes';
import { headingsOf } from './header';

export const notUtf8 = say('文件不是UTF-8编码，请另存为“CSV UTF-8”', 'is not UTF-8: save the file as "CSV UTF-8"');
const missing = say('缺少此项', 'is missing');
const notOfType = (type: string) => say(`${type} 没有这一项，应留空`, `means nothing for a ${type}: leave it empty`);
const withoutTime = (at: string) => say(`${at} 为空，本项却已填写`, `is filled in, but ${at} is empty`);

const columnsOf = new Map(Object.keys(recipes).map((type) => [type, new Set(headingsOf(type as CaseTypeName).map(({ name }) => name))]));

/** What a line of a CSV file tells; empty cells tell nothing. */
export const caseOfRow = (line: number, columns: readonly string[], row: readonly string[], said: Said): Line => {
  const wrong = (place: string, what: Finding['said']): Line => ({ line, findings: [{ place, said: what }] });
  if (row.length !== columns.length)
    return wrong('', say(`有${row.length}格，应有${columns.length}格`, `has ${row.length} cells, and the header ${columns.length}`));
  const cells = new Map(columns.map((name, index) => [name, row[index] ?? '']));
  const cell = (name: string): string => cells.get(name) ?? '';
  const lost = columns.find((name) => cell(name).includes(lostText));
  if (lost !== undefined) return wrong(`/${lost}`, notUtf8);
  if (cell('received_at') === '') return wrong('/received_at', missing);
  const type = cell('type') || (said.type ?? '');
  const recipe = findCaseType(type) && recipes[type as CaseTypeName];
  const steps = recipe?.filter(({ at, when }) => cell(at.name) !== '' && (when?.(cell) ?? true)) ?? [];
  const findings = recipe ? strayCells(type, columns, cell, steps, recipe) : [];
  if (findings.length > 0) return { line, findings };
  return {
    line,
    type,
    source: cell('source') || (said.source ?? ''),
    number: cell('number'),
    steps: steps.map((step) => stepOf(step, cell)),
    placeOf: (index, pointer) => `/${placeIn(steps[index], pointer)}`,
  } satisfies StatedCase;
};

const stepOf = ({ command, at, columns }: RecipeStep, cell: (name: string) => string): StatedStep => ({
  command,
  at: cell(at.name),
  data: Object.fromEntries(
    columns.flatMap(({ name, field, as }) => (cell(name) === '' ? [] : [[field, as ? as(cell(name)) : cell(name)]])),
  ),
});

const placeIn = (step: RecipeStep | undefined, pointer: string): string => {
  const [, part, field] = pointer.split('/');
  const found = part === 'data' ? step?.columns.find((each) => each.field === field) : undefined;
  return found?.name ?? step?.at.name ?? pointer;
};

/** Cells that no step of the line takes up: what was filled in would be lost without a word. */
const strayCells = (
  type: string,
  columns: readonly string[],
  cell: (name: string) => string,
  steps: readonly RecipeStep[],
  recipe: readonly RecipeStep[],
): readonly Finding[] => {
  const taken = new Set(['number', 'type', 'source', ...steps.flatMap((step) => [step.at.name, ...step.columns.map(({ name }) => name)])]);
  return columns
    .filter((name) => cell(name) !== '' && !taken.has(name))
    .map((name) => {
      const owner = recipe.find((step) => step.columns.some((each) => each.name === name));
      return { place: `/${name}`, said: owner && columnsOf.get(type)?.has(name) ? withoutTime(owner.at.name) : notOfType(type) };
    });
};
