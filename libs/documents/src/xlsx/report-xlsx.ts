import { partsOfDocument } from '../parts';
import { propertiesOf } from '../properties';
import { provenanceLine } from '../provenance';
import type { ReportDocument } from '../report-document';
import { zippedAt } from '../zipped-at';
import { extras } from './extras';
import { sheetsOf } from './sheets';
import { xlsxPackage } from './xlsx-package';

/** The report as an Excel file: figures are numbers, merged cells as on the form. */
export const reportXlsx = async (document: ReportDocument): Promise<Uint8Array> => {
  const write = xlsxPackage();
  const parts = partsOfDocument(document);
  const features = [extras(propertiesOf(document, parts), provenanceLine(document))];
  const file = write(sheetsOf(document, parts), { fontFamily: '宋体', fontSize: 11, features });
  return zippedAt(await file.toBuffer(), document.report.asOf);
};
