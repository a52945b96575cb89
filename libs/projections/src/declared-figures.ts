import type { RowProjection, Table } from './projection';

/** A figure that no case can produce, as somebody declared it for a year: the last word counts. */
export type DeclaredFigure = {
  readonly year: number;
  readonly code: string;
  /** Decimal text: money may have four decimals. */
  readonly value: string;
  readonly source: string;
  readonly note: string | null;
  readonly by_id: string;
  readonly declared_at: string;
  readonly position: number;
};

export const declaredFiguresTable: Table<DeclaredFigure> = {
  name: 'declared_figures',
  columns: {
    year: 'integer',
    code: 'text',
    value: 'text',
    source: 'text',
    note: 'text',
    by_id: 'text',
    declared_at: 'text',
    position: 'integer',
  },
  nullable: ['note'],
  key: ['year', 'code'],
  indexes: [],
};

export const declaredFigures: RowProjection<DeclaredFigure> = {
  table: declaredFiguresTable,
  keyOf: ({ type, data }) => (type === 'FigureDeclared' || type === 'FigureWithdrawn' ? [Number(data.year), String(data.code)] : undefined),
  fold: (_, { type, data, by, occurredAt, position }) =>
    type === 'FigureWithdrawn'
      ? undefined
      : {
          year: Number(data.year),
          code: String(data.code),
          value: String(data.value),
          source: String(data.source),
          note: typeof data.note === 'string' ? data.note : null,
          by_id: by.id,
          declared_at: occurredAt,
          position,
        },
};
