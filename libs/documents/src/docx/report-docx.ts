import { corePropertiesXml } from '../core-properties';
import { partsOfDocument } from '../parts';
import { propertiesOf } from '../properties';
import { provenanceLine, provenanceOf } from '../provenance';
import type { ReportDocument } from '../report-document';
import { printable } from '../text';
import { zippedAt } from '../zipped-at';
import { docxPackage } from './docx-package';
import { defaultRun, docxSections } from './docx-sections';

/** The report as a Word document in the layout of the official form. */
export const reportDocx = async (document: ReportDocument): Promise<Uint8Array> => {
  const docx = docxPackage();
  const parts = partsOfDocument(document);
  const file = new docx.Document({
    styles: { default: { document: { run: defaultRun } } },
    customProperties: provenanceOf(document).map(({ name, value }) => ({ name: name.zh, value: printable(value) })),
    sections: docxSections(docx, parts, provenanceLine(document)),
  });
  // The library writes the time at which it ran, so its properties are replaced by ours.
  const properties = { path: 'docProps/core.xml', data: corePropertiesXml(propertiesOf(document, parts)) };
  return zippedAt(await docx.Packer.toBuffer(file, undefined, [properties]), document.report.asOf);
};
