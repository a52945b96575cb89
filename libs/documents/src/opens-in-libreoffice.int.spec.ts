import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Form, forms } from '@app/reports';
import { temporaryFolders } from '@app/testing';
import { reportDocx, reportXlsx } from '.';
import { documentOf, figuresOf } from './documents-for-specs';

const newFolder = temporaryFolders();

const isInstalled = (): boolean => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const hasOffice = isInstalled();
if (!hasOffice) console.warn('SKIPPED: no soffice in PATH, so nobody has seen whether an office program opens the files of a report');

/** All sheets of a workbook, as they are shown, each in a file of its own. */
const asCsv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

const converted = (name: string, bytes: Uint8Array, format: string): string => {
  const folder = newFolder();
  writeFileSync(join(folder, name), bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', format, '--outdir', join(folder, 'out'), join(folder, name)], {
    stdio: 'ignore',
  });
  const out = join(folder, 'out');
  return readdirSync(out)
    .map((file) => readFileSync(join(out, file), 'utf8'))
    .join('\n');
};

const hostile = { agency: '=HYPERLINK("http://evil.example","x")\u0000', digest: '5f70bf18a086\ud800' };

/** The forms whose figures must be found again in what an office program makes of the file. */
const shown: readonly Form[] = [forms['gk-2014'], forms['gk-2021']];

describe('an office program', () => {
  it.each(shown)('opens the Word document of $id and shows every figure', async (form) => {
    if (!hasOffice) return;
    const text = converted('report.docx', await reportDocx({ ...documentOf(form, 2024), ...hostile }), 'txt:Text (encoded):UTF8');
    const words = new Set(text.split(/\s+/));
    expect(Object.values(figuresOf(form)).filter((figure) => !words.has(figure))).toEqual([]);
  });

  it.each(shown)('opens the Excel file of $id and shows every figure', async (form) => {
    if (!hasOffice) return;
    const text = converted('report.xlsx', await reportXlsx({ ...documentOf(form, 2024), ...hostile }), asCsv);
    const fields = new Set(text.split(/[,\n]/));
    expect(Object.values(figuresOf(form)).filter((figure) => !fields.has(figure))).toEqual([]);
    expect(text).toContain('\'=HYPERLINK(""http://evil.example"');
  });
});
