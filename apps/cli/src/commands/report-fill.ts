import { writeFileSync } from 'node:fs';
import { installedForms, Malformed, type ReportAsked, type ReportPapers } from '@app/case-handling';
import type { Settings } from '@app/config';
import { reportDocx, reportHtml, reportXlsx } from '@app/documents';
import { formFor, printedRows, reportCsv } from '@app/reports';
import Table from 'cli-table3';
import { type CliCommand, say, UsageError } from './command';
import { papersFrom } from './report-papers';

const symbols = { pass: '✓', fail: '✗', warn: '!', 'cannot-judge': '?' } as const;

const asTable = ({ form, report, digest }: ReportPapers, language: 'zh' | 'en'): string => {
  const table = new Table({ head: language === 'en' ? ['row', 'unit', 'figure'] : ['统计指标', '单位', '统计数'], style: { head: [] } });
  for (const { label, unit, text } of printedRows(form, report, language)) table.push([label, unit, text]);
  return [
    `${form.title[language]} ${report.year} · position ${report.position} · ${report.asOf} · ${digest.slice(0, 12)}`,
    ...report.notices.map((notice) => ` ! ${notice[language]}`),
    table.toString(),
    ...report.checks.filter(({ status }) => status !== 'pass').map(({ status, why }) => ` ${symbols[status]} ${why[language]}`),
    ` ${report.checks.filter(({ status }) => status === 'pass').length} / ${report.checks.length} ✓`,
  ].join('\n');
};

type Make = (papers: ReportPapers, language: 'zh' | 'en') => string | Uint8Array | Promise<string | Uint8Array>;

const formats: Readonly<Record<string, Make>> = {
  text: asTable,
  json: ({ report, digest }) => `${JSON.stringify({ ...report, digest }, undefined, 2)}\n`,
  csv: ({ form, report, digest }) => reportCsv(form, report, digest),
  xlsx: reportXlsx,
  docx: reportDocx,
  html: reportHtml,
};

/** The format that is named, or else that of the file. */
const formatIn = ({ format, csv, out }: Parameters<CliCommand['run']>[0]): string => {
  const named = typeof format === 'string' ? format : csv ? 'csv' : typeof out === 'string' ? out.split('.').at(-1)! : 'text';
  if (!Object.hasOwn(formats, named)) throw new UsageError(`there is no format ${named}; formats are ${Object.keys(formats).join(', ')}`);
  return named;
};

const askedIn = (values: Parameters<CliCommand['run']>[0], [id = '', year = '']: readonly string[], settings: Settings): ReportAsked => {
  const version = typeof values['version'] === 'string' ? Number(values['version']) : undefined;
  const form = formFor(installedForms(settings).book, id, Number(year), version);
  if (!form || !/^20\d\d$/.test(year)) throw new UsageError('which form, of which year?');
  const { unit } = values;
  if (typeof unit === 'string' && !settings.units.some(({ code }) => code === unit)) throw new UsageError(`there is no unit ${unit}`);
  return { form, year: Number(year), unit: typeof unit === 'string' ? unit : undefined };
};

/** `cli report <form> <year>`: a form filled in, on the screen or in a file. */
export const fillReport: CliCommand['run'] = async (values, positionals, settings) => {
  const format = formatIn(values);
  const asked = askedIn(values, positionals, settings);
  const { 'as-of': asOf, 'at-position': atPosition, out, english } = values;
  const moment = {
    asOf: typeof asOf === 'string' ? asOf : undefined,
    atPosition: typeof atPosition === 'string' ? Number(atPosition) : undefined,
  };
  if (typeof out !== 'string' && (format === 'xlsx' || format === 'docx')) throw new UsageError(`which file? --out report.${format}`);
  try {
    const papers = await papersFrom(settings, asked, moment);
    const made = await formats[format]!(papers, english ? 'en' : 'zh');
    if (typeof out !== 'string') {
      say(String(made).trimEnd());
      return 0;
    }
    writeFileSync(out, made);
    say(`${out} · position ${papers.report.position} · ${papers.report.asOf} · SHA-256 ${papers.digest}`);
    return 0;
  } catch (error) {
    throw error instanceof Malformed ? new UsageError(error.message) : error;
  }
};
