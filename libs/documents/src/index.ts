export { reportDocx } from './docx/report-docx';
export { reportHtml } from './html/report-html';
export type { Chapter, ReportDocument, Sealed } from './report-document';
export { reportXlsx } from './xlsx/report-xlsx';
