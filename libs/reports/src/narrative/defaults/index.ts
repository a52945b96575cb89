import type { FormId } from '../../forms';
import type { ChapterTemplate } from '../chapter';
import { gk2019Chapters, gk2021Chapters, gk2021OneRowSixChapters } from './disclosure-report';
import { annualDisclosureChapters, annualResponseChapters, gk2014Chapters } from './earlier-reports';

const defaults: Readonly<Record<FormId, readonly ChapterTemplate[]>> = {
  'gk-2014': gk2014Chapters,
  'gk-2019-trial': gk2019Chapters,
  'gk-2021': gk2021Chapters,
  'gk-2021-one-row-six': gk2021OneRowSixChapters,
  'annual-response': annualResponseChapters,
  'annual-disclosure': annualDisclosureChapters,
};

/** The text with which an office begins; none for a form of its own. */
export const defaultChapters = (form: string): readonly ChapterTemplate[] =>
  Object.hasOwn(defaults, form) ? (defaults[form as FormId] ?? []) : [];
