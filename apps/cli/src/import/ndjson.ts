import { createReadStream } from 'node:fs';
import { readShape } from '@app/case-handling';
import { say } from '@app/cases';
import { z } from 'zod';
import { BrokenFile, type Line, lostText, type Said } from './line';

const longestLine = 2 ** 22;

const Case = z.strictObject({
  type: z.string(),
  source: z.string(),
  number: z.string(),
  steps: z
    .array(
      z.strictObject({
        command: z.string(),
        at: z.string(),
        by: z.strictObject({ id: z.string().optional(), unit: z.string().optional() }).optional(),
        data: z.record(z.string(), z.unknown()).default({}),
      }),
    )
    .min(1)
    .max(500),
});

const notUtf8 = say('不是UTF-8编码', 'is not UTF-8');
const notJson = say('不是JSON', 'is not JSON');

const wrong = (line: number, said: typeof notJson): Line => ({ line, findings: [{ place: '', said }] });

/** What a line of an NDJSON file tells. */
export const caseOfLine = (line: number, text: string, said: Said): Line => {
  if (text.includes(lostText)) return wrong(line, notUtf8);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return wrong(line, notJson);
  }
  const defaults = typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...(said as object), ...value } : value;
  const read = readShape(Case, defaults);
  if ('findings' in read) return { line, findings: read.findings };
  return { line, ...read.value, placeOf: (step, pointer) => `/steps/${step}${pointer}` };
};

/** The cases of an NDJSON file, one after the other; blank lines are none. `progress` is told the bytes read. @throws BrokenFile */
export async function* readNdjson(file: string, said: Said, progress: (bytes: number) => void): AsyncGenerator<Line> {
  const bytes = createReadStream(file, { encoding: 'utf8', highWaterMark: 2 ** 18 });
  let line = 0;
  let rest = '';
  for await (const chunk of bytes as AsyncIterable<string>) {
    const texts = (rest + chunk).split('\n');
    rest = texts.pop() ?? '';
    for (const text of texts) {
      line += 1;
      const told = line === 1 ? text.replace(/^\uFEFF/, '') : text;
      if (told.trim() !== '') yield caseOfLine(line, told, said);
    }
    if (rest.length > longestLine)
      throw new BrokenFile(`第${line + 1}行过长，不是逐行的JSON (line ${line + 1} is too long: one case per line)`);
    progress(bytes.bytesRead);
  }
  const told = rest.replace(line === 0 ? /^\uFEFF/ : /^$/, '');
  if (told.trim() !== '') yield caseOfLine(line + 1, told, said);
}
