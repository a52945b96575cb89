import { type CaseEvent, type Decision, reject } from '@app/cases';
import { checkDeclaration } from '@app/reports';
import type { Fold } from '../recording/stream-writer';

/** What is declared for one year: the value by the code of the figure. */
export type Declared = Readonly<Record<string, string>>;

export const declaredFold: Fold<Declared> = {
  initial: {},
  evolve: (declared, { type, data }) => {
    if (type === 'FigureDeclared') return { ...declared, [data.code]: data.value };
    if (type !== 'FigureWithdrawn') return declared;
    const { [data.code]: _, ...others } = declared;
    return others;
  },
};

export interface Declaration {
  readonly year: number;
  readonly code: string;
  /** Decimal text, up to four places. */
  readonly value: string;
  /** The document or person the figure comes from. */
  readonly source: string;
  readonly note?: string | undefined;
}

/** The last declaration counts; each one stays readable. */
export const declare = (_: Declared, declaration: Declaration): Decision<CaseEvent> => {
  const problem = checkDeclaration(declaration.code, declaration.value);
  return problem ? reject(problem.zh, problem.en) : [{ type: 'FigureDeclared', data: { ...declaration } }];
};

export const withdraw = (declared: Declared, { year, code, source }: Omit<Declaration, 'value'>): Decision<CaseEvent> =>
  Object.hasOwn(declared, code)
    ? [{ type: 'FigureWithdrawn', data: { year, code, source } }]
    : reject('该年度没有申报过这项数据', 'no such figure is declared for this year');
