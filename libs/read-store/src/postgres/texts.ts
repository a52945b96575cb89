import { createHash } from 'node:crypto';

/** A statement as PostgreSQL is given it. With a name, it is analysed once for each connection. */
interface Written {
  readonly text: string;
  readonly name?: string;
}

const mostKept = 2_000;
const texts = new Map<string, Written>();

const numbered = (text: string): string => {
  let number = 0;
  return text.replaceAll('?', () => `$${++number}`);
};

/** Those that write and load rows come again and again with one value each; questions of readers have any shape. */
const isRepeated = (text: string): boolean => text.includes('json_to_recordset') || text.includes('/* named */');

const compose = (text: string): Written => ({
  text: numbered(text),
  ...(isRepeated(text) && { name: createHash('sha256').update(text).digest('base64url').slice(0, 32) }),
});

/** Places held open by `?` as `$1`, `$2` … No literal in our statements holds a question mark. */
export const written = (text: string): Written => {
  const known = texts.get(text);
  if (known) return known;
  if (texts.size >= mostKept) texts.clear();
  const made = compose(text);
  texts.set(text, made);
  return made;
};
