import { ending } from './letter.ending';
import { handling } from './letter.handling';
import { publishing } from './letter.publication';
import { reply } from './letter.reply';
import { screening } from './letter.screening';
import type { LetterRules } from './letter.terms';

export const letterRules: LetterRules = { ...screening, ...handling, ...reply, ...publishing, ...ending };
