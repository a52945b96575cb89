import type { ProjectedEvent, RowProjection, Table } from './projection';

/** A figure that no case can produce, as somebody declared it for a year: the last word counts. */
export type DeclaredFigure = {
  readonly year: number;
  /** The unit whose own figure it is; '' for the whole county. */
  readonly unit: string;
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
    unit: 'text',
    code: 'text',
    value: 'text',
    source: 'text',
    note: 'text',
    by_id: 'text',
    declared_at: 'text',
    position: 'integer',
  },
  nullable: ['note'],
  key: ['year', 'unit', 'code'],
  indexes: [],
};

/** What may be said about a figure. A correction is a declaration that says what it replaces, and why. */
export const figureEvents: readonly string[] = ['FigureDeclared', 'FigureCorrected', 'FigureWithdrawn'];

const unitOf = (data: ProjectedEvent['data']): string => (typeof data.unit === 'string' ? data.unit : '');

export const declaredFigures: RowProjection<DeclaredFigure> = {
  table: declaredFiguresTable,
  keyOf: ({ type, data }) => (figureEvents.includes(type) ? [Number(data.year), unitOf(data), String(data.code)] : undefined),
  fold: (_, { type, data, by, occurredAt, position }) =>
    type === 'FigureWithdrawn'
      ? undefined
      : {
          year: Number(data.year),
          unit: unitOf(data),
          code: String(data.code),
          value: String(data.value),
          source: String(data.source),
          note: typeof data.note === 'string' ? data.note : null,
          by_id: by.id,
          declared_at: occurredAt,
          position,
        },
};
