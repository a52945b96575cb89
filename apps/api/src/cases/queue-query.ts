import { Malformed, parseShape } from '@app/case-handling';
import { caseTypeNames, Label, UnitCode } from '@app/cases';
import type { QueueCursor, QueueFilters } from '@app/read-store';
import { z } from 'zod';

const yes = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Filters of the work queue as they stand in an address. */
export const QueueParameters = z.strictObject({
  type: z.enum(caseTypeNames).optional(),
  unit: UnitCode.optional(),
  status: z.string().max(40).optional(),
  matter: Label.optional(),
  overdue: yes.optional(),
  unassigned: yes.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(500).optional(),
  minPosition: z.string().optional(),
});

const Cursor = z.strictObject({ overdue: z.boolean(), unassigned: z.boolean(), due_on: z.string(), case_id: z.string() });

export const writeCursor = (cursor: QueueCursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

const readCursor = (text: string): QueueCursor => {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw new Malformed([{ pointer: '/cursor', message: 'is not a cursor that this server gave' }]);
  }
};

export const readQueueQuery = (query: unknown): { filters: QueueFilters; after: QueueCursor | undefined; limit: number } => {
  const { limit, cursor, minPosition: _, ...stated } = parseShape(QueueParameters, query);
  const filters = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined)) as QueueFilters;
  return { filters, after: cursor === undefined ? undefined : readCursor(cursor), limit };
};
