import type { z } from 'zod';

export interface ShapeError {
  /** JSON pointer (RFC 6901) of the field. */
  readonly pointer: string;
  readonly message: string;
}

/** What was sent does not have the shape that was asked for. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
  constructor(readonly errors: readonly ShapeError[]) {
    super(errors.map(({ pointer, message }) => `${pointer || '/'}: ${message}`).join('; '));
  }
}

const escaped = (part: PropertyKey): string => String(part).replaceAll('~', '~0').replaceAll('/', '~1');

const pointerOf = (path: readonly PropertyKey[]): string => path.map((part) => `/${escaped(part)}`).join('');

/** The value in the shape asked for. @throws Malformed with a pointer to each field that is wrong */
export const parseShape = <T>(shape: z.ZodType<T>, value: unknown, at = ''): T => {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Malformed(
    parsed.error.issues.flatMap((issue): ShapeError[] =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ pointer: at + pointerOf([...issue.path, key]), message: 'unknown field' }))
        : [{ pointer: at + pointerOf(issue.path), message: issue.message }],
    ),
  );
};
