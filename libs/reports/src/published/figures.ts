import type { PublishedFigure } from '../published-report';

/** Counts as published, by code. */
export const counts = (values: Readonly<Record<string, number>>): Record<string, PublishedFigure> =>
  Object.fromEntries(Object.entries(values).map(([code, value]) => [code, { value: String(value) }]));

/** The same with every code put under a line: `platform/省长信箱`. */
export const countsUnder = (line: string, values: Readonly<Record<string, number>>): Record<string, PublishedFigure> =>
  counts(Object.fromEntries(Object.entries(values).map(([key, value]) => [`${line}/${key}`, value])));
