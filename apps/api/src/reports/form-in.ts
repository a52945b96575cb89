import type { ReportForms } from '@app/case-handling';
import { type Form, formFor } from '@app/reports';
import { NotFoundException } from '@nestjs/common';

/** The form with that id, in the version for the year. @throws NotFoundException */
export const formIn = ({ book }: ReportForms, id: string, year: number): Form => {
  const form = formFor(book, id, year);
  if (!form) throw new NotFoundException();
  return form;
};
