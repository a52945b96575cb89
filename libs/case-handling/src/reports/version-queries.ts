import { type FilledVersion, type SideBySide, sideBySide, versionsOf } from '@app/reports';
import { Injectable } from '@nestjs/common';
import { ReportQueries } from '../queries/report-queries';
import { fillReport, type ReportAsked } from './fill-report';
import { ReportForms } from './report-forms';

/** The same year under every version of a form. */
@Injectable()
export class VersionQueries {
  constructor(
    private readonly reports: ReportQueries,
    private readonly forms: ReportForms,
  ) {}

  /** As it is known now, or was at that position. The version that was asked for does not matter. */
  sideBySide({ form: { id }, year, unit }: ReportAsked, position?: number): Promise<SideBySide> {
    const { book } = this.forms;
    const [oldest, ...others] = versionsOf(book, id);
    if (!oldest) throw new Error(`there is no form ${id}`);
    return this.reports.knowing(position, async (known) => {
      const filled = async (form: typeof oldest): Promise<FilledVersion> => ({
        form,
        report: await fillReport(known, book, { form, year, unit }),
      });
      return sideBySide([await filled(oldest), ...(await Promise.all(others.map(filled)))]);
    });
  }
}
