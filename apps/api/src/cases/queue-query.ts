import { Malformed, parseShape } from '@app/case-handling';
import { CalendarDate, caseTypeNames, Channel, Label, UnitCode } from '@app/cases';
import type { JointCursor, QueueCursor, QueueFilters } from '@app/read-store';
import { z } from 'zod';

const yes = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Filters of the work queue as they stand in an address. */
export const QueueParameters = z.strictObject({
  type: z.enum(caseTypeNames).optional(),
  unit: UnitCode.optional(),
  status: z.string().max(40).optional(),
  kind: Label.optional(),
  matter: Label.optional(),
  channel: Channel.optional(),
  urgency: Label.optional(),
  area: Label.optional(),
  overdue: yes.optional(),
  unassigned: yes.optional(),
  dueSoon: yes.optional(),
  escalated: yes.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(500).optional(),
  minPosition: z.string().optional(),
});

/** Of the parts that joint units have still to do. */
export const JointParameters = z.strictObject({
  unit: UnitCode.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(500).optional(),
  minPosition: z.string().optional(),
});

const Cursor = z.strictObject({ today: CalendarDate, score: z.int(), due_on: CalendarDate, case_id: z.string() });
const CursorOfParts = z.strictObject({ due_on: CalendarDate, case_id: z.string(), unit: UnitCode });

export const writeCursor = (cursor: QueueCursor | JointCursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

const readCursor = <T>(shape: z.ZodType<T>, text: string | undefined): T | undefined => {
  if (text === undefined) return undefined;
  try {
    return shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw new Malformed([{ pointer: '/cursor', message: 'is not a cursor that this server gave' }]);
  }
};

export const readQueueQuery = (query: unknown): { filters: QueueFilters; after: QueueCursor | undefined; limit: number } => {
  const { limit, cursor, minPosition: _, ...filters } = parseShape(QueueParameters, query);
  return { filters, after: readCursor(Cursor, cursor), limit };
};

export const readJointQuery = (query: unknown): { unit: string | undefined; after: JointCursor | undefined; limit: number } => {
  const { unit, limit, cursor } = parseShape(JointParameters, query);
  return { unit, after: readCursor(CursorOfParts, cursor), limit };
};
