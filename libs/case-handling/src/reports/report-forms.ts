import { type DeclarableFigures, declarableIn, type FormBook, publishedForms } from '@app/reports';

/** The forms this office fills in: those that come with the program, and its own. */
export class ReportForms {
  readonly declarable: DeclarableFigures;

  constructor(readonly book: FormBook = publishedForms) {
    this.declarable = declarableIn(book);
  }
}
