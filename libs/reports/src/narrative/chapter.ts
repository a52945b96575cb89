/** A chapter of the text beside a form, with its fields not yet filled in. */
export interface ChapterTemplate {
  readonly code: string;
  readonly title: string;
  readonly text: string;
}
