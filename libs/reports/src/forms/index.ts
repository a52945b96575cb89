import type { Form } from '../form';
import { annualDisclosure } from './annual-disclosure';
import { annualResponse } from './annual-response';
import { gk2014 } from './gk-2014';
import { gk2019Trial } from './gk-2019-trial';
import { gk2021, gk2021OneRowSix } from './gk-2021';

/** The forms that come with the program, by their ids. */
export const forms = {
  'gk-2014': gk2014,
  'gk-2019-trial': gk2019Trial,
  'gk-2021': gk2021,
  'gk-2021-one-row-six': gk2021OneRowSix,
  'annual-response': annualResponse,
  'annual-disclosure': annualDisclosure,
} as const satisfies Record<string, Form>;

export type FormId = keyof typeof forms;
