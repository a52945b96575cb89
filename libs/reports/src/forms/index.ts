import type { Form } from '../form';
import { annualDisclosure } from './annual-disclosure';
import { annualResponse } from './annual-response';
import { gk2014 } from './gk-2014';

/** Every form we can fill in, by its id. */
export const forms = {
  'gk-2014': gk2014,
  'annual-response': annualResponse,
  'annual-disclosure': annualDisclosure,
} as const satisfies Record<string, Form>;

export type FormId = keyof typeof forms;

/** The form of this id, or undefined. */
export const findForm = (id: string): Form | undefined => (Object.hasOwn(forms, id) ? forms[id as FormId] : undefined);
