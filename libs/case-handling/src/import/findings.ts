import { say, type Sentence } from '@app/cases';
import { z } from 'zod';
import type { Finding } from './stated-case';

/** What the shapes say in their own words, which no table of zod translates. */
const ownWords: Readonly<Record<string, string>> = {
  'must not be empty': '不能为空',
  'must be the code of a unit': '须为单位代码',
};

const chinese = z.locales.zhCN().localeError;

const missing = say('缺少此项', 'is missing');
const unknown = say('没有这一项', 'unknown field');

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<any>((inner, part) => (typeof inner === 'object' && inner !== null ? inner[part] : undefined), value);

const pointerOf = (path: readonly PropertyKey[]): string => path.map((part) => `/${String(part)}`).join('');

type Read<T> = { readonly value: T } | { readonly findings: readonly Finding[] };

/** The value in the shape asked for, or everything that is wrong with it, in both languages. `placeOf` names the field of a JSON pointer. */
export const readShape = <T>(shape: z.ZodType<T>, value: unknown, placeOf: (pointer: string) => string = (pointer) => pointer): Read<T> => {
  const parsed = shape.safeParse(value);
  if (parsed.success) return { value: parsed.data };
  const translated = shape.safeParse(value, { error: chinese }).error?.issues ?? [];
  const findings = parsed.error.issues.flatMap((issue, index): Finding[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ place: placeOf(pointerOf([...issue.path, key])), said: unknown }));
    const zh = ownWords[issue.message] ?? translated[index]?.message ?? issue.message;
    const said: Sentence = at(value, issue.path) === undefined ? missing : say(zh, issue.message);
    return [{ place: placeOf(pointerOf(issue.path)), said }];
  });
  return { findings };
};
