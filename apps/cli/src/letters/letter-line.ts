import type { DeadLetter } from '@app/messaging';

type Named = Readonly<Record<'source' | 'id', unknown>>;

/** Of an event in structured mode its name stands in the payload, of which nothing else is looked at. */
const namedInside = ({ value }: DeadLetter): Partial<Named> => {
  try {
    return (JSON.parse(value?.toString() ?? 'null') as Partial<Named> | null) ?? {};
  } catch {
    return {};
  }
};

const unknown = '—';
const longest = 200;

/** What strangers have sent is shown in a terminal: no control characters, and not without end. */
const shown = (text: unknown): string => {
  if (typeof text !== 'string' || text === '') return unknown;
  const clean = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '·');
  return clean.length > longest ? `${clean.slice(0, longest)}…` : clean;
};

const nameOf = (letter: DeadLetter): string => {
  const { ce_source, ce_id } = letter.headers;
  const { source = ce_source, id = ce_id } = ce_id === undefined ? namedInside(letter) : {};
  return `${shown(source)} ${shown(id)}`;
};

/** When, code, key, source and id; then why. Never what is in it. */
export const letterLine = (letter: DeadLetter): string => {
  const { failedAt, code, key, reason, attempts, original } = letter;
  const place = `${shown(original.topic)}/${original.partition}/${shown(original.offset)}`;
  return `${shown(failedAt)}  ${shown(code)}  key ${shown(key)}  ${nameOf(letter)}\n    ${shown(reason)} · ${attempts} 次 attempts · ${place}`;
};
