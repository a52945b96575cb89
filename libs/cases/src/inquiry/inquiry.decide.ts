import { ending } from './inquiry.ending';
import { handling } from './inquiry.handling';
import { publishing } from './inquiry.publication';
import { response } from './inquiry.response';
import { screening } from './inquiry.screening';
import type { InquiryRules } from './inquiry.terms';

export const inquiryRules: InquiryRules = { ...screening, ...handling, ...response, ...publishing, ...ending };
