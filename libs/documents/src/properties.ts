import type { Parts } from './parts';
import { provenanceLine } from './provenance';
import type { ReportDocument } from './report-document';
import type { CoreProperties } from './core-properties';

/** What an Office file says about itself in its properties. */
export const propertiesOf = (document: ReportDocument, { title, subtitle, standing }: Parts): CoreProperties => ({
  title: title + subtitle,
  subject: `${document.form.title.zh}，${standing}`,
  creator: document.agency,
  description: provenanceLine(document),
  at: document.report.asOf,
});
