import type { Sentence } from '@app/cases';
import type { z } from 'zod';
import type { ResponseName } from './responses';

/** One address as the document describes it. */
export interface DescribedRoute {
  readonly method: 'get' | 'post' | 'delete';
  readonly path: string;
  readonly tag: string;
  readonly title: Sentence;
  readonly access: 'public' | 'intake' | 'staff';
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  /** What it takes instead of JSON. */
  readonly takes?: 'text/csv';
  /** What it gives instead of JSON. */
  readonly gives?: 'text/csv';
  readonly status: number;
  readonly answer: ResponseName;
  /** Takes Idempotency-Key, and If-Match where the case exists already. */
  readonly headers?: readonly ('Idempotency-Key' | 'If-Match')[];
}

/** A question that staff may ask. */
export const staffGet = (path: string, tag: string, title: Sentence, query?: z.ZodObject): DescribedRoute => ({
  method: 'get',
  path,
  tag,
  title,
  access: 'staff',
  status: 200,
  answer: 'Object',
  ...(query && { query }),
});
