import { type CaseEvent, type Decision, reject, type Sentence, say } from '@app/cases';
import { figureEvents } from '@app/projections';
import { checkDeclaration, checkMeasure, type DeclarableFigures, declaredCodes, sameFigure } from '@app/reports';
import type { Fold } from '../recording/stream-writer';

/** What stands for a figure: the last word about it. */
export interface Standing {
  readonly value: string;
  readonly source: string;
  readonly note?: string | undefined;
}

/** What is declared for one year: by unit ('' for the whole county), then by the code of the figure. */
export type Declared = Readonly<Record<string, Readonly<Record<string, Standing>>>>;

const entry = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

export const standingOf = (declared: Declared, unit: string | undefined, code: string): Standing | undefined =>
  entry(entry(declared, unit ?? '') ?? {}, code);

export const declaredFold: Fold<Declared> = {
  initial: {},
  evolve: (declared, { type, data }) => {
    if (!figureEvents.includes(type)) return declared;
    const { unit = '', code, value, source, note } = data;
    const { [code]: _, ...others } = entry(declared, unit) ?? {};
    return { ...declared, [unit]: type === 'FigureWithdrawn' ? others : { ...others, [code]: { value, source, note } } };
  },
};

export interface Withdrawal {
  readonly year: number;
  /** The unit whose own figure it is; of the whole county without one. */
  readonly unit?: string | undefined;
  readonly code: string;
  /** In what it is counted, as the form prints it; compared, never recorded. */
  readonly measure?: string | undefined;
  /** The document or person the figure comes from. */
  readonly source: string;
  readonly note?: string | undefined;
  /** Why what was said before is not right any more. */
  readonly reason?: string | undefined;
}

export interface Declaration extends Withdrawal {
  /** Decimal text, up to four places. */
  readonly value: string;
}

/** What is wrong with a declaration, and in which of its fields. */
export interface Fault {
  readonly field: 'unit' | 'code' | 'value' | 'measure' | 'source' | 'note' | 'reason';
  readonly said: Sentence;
}

/** The same value is nothing new, unless a reason comes with it and another source or note: then these are put right. */
const isNothingNew = ({ value, source, note }: Standing, declaration: Declaration): boolean =>
  sameFigure(value, declaration.value) &&
  (declaration.reason === undefined || (source === declaration.source && note === declaration.note));

/** A figure that replaces another says why; everything else is a matter of the form. */
export const faultOf = (declared: Declared, declaration: Declaration, figures: DeclarableFigures = declaredCodes): Fault | undefined => {
  const { unit, code, value, measure, reason } = declaration;
  const wrong = checkDeclaration(code, value, figures);
  if (wrong) return { field: figures.has(code) ? 'value' : 'code', said: wrong };
  const mismeasured = measure === undefined ? undefined : checkMeasure(code, measure, figures);
  if (mismeasured) return { field: 'measure', said: mismeasured };
  const standing = standingOf(declared, unit, code);
  if (!standing || reason !== undefined || isNothingNew(standing, declaration)) return undefined;
  const { value: was, source } = standing;
  return {
    field: 'reason',
    said: say(
      `本项已申报为“${was}”（来源：${source}），改为“${value}”属于更正，请在“理由”（reason）中说明原因`,
      `this figure is declared as "${was}" (from ${source}); to correct it to "${value}", say why in "reason"`,
    ),
  };
};

/** What a declaration without fault adds to the log. The last word counts; each one stays readable. */
export const eventsOf = (declared: Declared, declaration: Declaration): readonly CaseEvent[] => {
  const { measure: _, ...said } = declaration;
  const standing = standingOf(declared, said.unit, said.code);
  if (!standing) return [{ type: 'FigureDeclared', data: said }];
  return isNothingNew(standing, declaration) ? [] : [{ type: 'FigureCorrected', data: { ...said, was: standing.value } }];
};

export const declare = (declared: Declared, declaration: Declaration, figures: DeclarableFigures = declaredCodes): Decision<CaseEvent> => {
  const fault = faultOf(declared, declaration, figures);
  return fault ? reject(fault.said.zh, fault.said.en) : eventsOf(declared, declaration);
};

export const withdraw = (
  declared: Declared,
  { measure, ...said }: Withdrawal,
  figures: DeclarableFigures = declaredCodes,
): Decision<CaseEvent> => {
  if (!standingOf(declared, said.unit, said.code)) return reject('该年度没有申报过这项数据', 'no such figure is declared for this year');
  const mismeasured = measure === undefined ? undefined : checkMeasure(said.code, measure, figures);
  return mismeasured ? reject(mismeasured.zh, mismeasured.en) : [{ type: 'FigureWithdrawn', data: said }];
};
