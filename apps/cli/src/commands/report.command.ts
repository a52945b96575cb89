import { Projector, ReportQueries } from '@app/case-handling';
import { openReadStore } from '@app/read-store';
import { findForm, forms, printedRows, reportCsv } from '@app/reports';
import Table from 'cli-table3';
import { openLog } from '../open-log';
import { type CliCommand, say, UsageError } from './command';

const symbols = { pass: '✓', fail: '✗', warn: '!', 'cannot-judge': '?' } as const;

/** `cli report`: a form filled in from the rows; may run beside the server. */
export const report: CliCommand = {
  usage: `<form> <year> [--csv] [--english]   forms: ${Object.keys(forms).join(', ')}`,
  purpose: 'print a form of a year, and whether it balances',
  options: { csv: { type: 'boolean', default: false }, english: { type: 'boolean', default: false } },
  async run({ csv, english }, [id = '', year = ''], { dataFolder }) {
    const form = findForm(id);
    if (!form || !/^20\d\d$/.test(year)) throw new UsageError('which form, of which year?');
    const store = openLog(dataFolder);
    const rows = await openReadStore({ folder: dataFolder });
    try {
      const filled = await new ReportQueries(rows, store, new Projector(store, rows)).report(form, Number(year));
      if (csv) {
        process.stdout.write(reportCsv(form, filled));
        return 0;
      }
      const language = english ? 'en' : 'zh';
      const table = new Table({ head: english ? ['row', 'unit', 'figure'] : ['统计指标', '单位', '统计数'], style: { head: [] } });
      for (const { label, unit, text } of printedRows(form, filled, language)) table.push([label, unit, text]);
      say(`${form.title[language]} ${year} · position ${filled.position} · ${filled.asOf}`);
      say(table.toString());
      for (const { status, why } of filled.checks) say(` ${symbols[status]} ${why[language]}`);
      return 0;
    } finally {
      await rows.close();
      await store.close();
    }
  },
};
