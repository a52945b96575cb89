import { type Sentence, say } from '@app/cases';
import { type CellReference, type Field, fieldIn, isWrong, referencesOf } from './field';

/** A piece of a text with fields. `source`: as it is written, braces included. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly source: string; readonly field: Field }
  | { readonly kind: 'mistake'; readonly source: string; readonly said: Sentence };

const unpaired = say('双花括号须成对，写作 {{代码}}', 'double braces come in pairs: {{code}}');

const partOf = (source: string): Part => {
  if (!source.endsWith('}}') || source === '}}') return { kind: 'mistake', source, said: unpaired };
  const field = fieldIn(source.slice(2, -2));
  return isWrong(field) ? { kind: 'mistake', source, said: field.wrong } : { kind: 'field', source, field };
};

/** The pieces of a text, in order; put together again their sources are the text. */
export const partsOf = (text: string): readonly Part[] => {
  const parts: Part[] = [];
  let end = 0;
  for (const { 0: source, index } of text.matchAll(/\{\{[^{}\n]*\}\}|\{\{|\}\}/g)) {
    if (index > end) parts.push({ kind: 'text', text: text.slice(end, index) });
    parts.push(partOf(source));
    end = index + source.length;
  }
  return end < text.length ? [...parts, { kind: 'text', text: text.slice(end) }] : parts;
};

/** Every cell that a text speaks of. */
export const referencesIn = (parts: readonly Part[]): readonly CellReference[] =>
  parts.flatMap((part) => (part.kind === 'field' ? referencesOf(part.field) : []));
