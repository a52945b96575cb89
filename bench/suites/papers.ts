import {
  Agency,
  KnownUnits,
  NarrativeQueries,
  Projector,
  rebuild,
  Replays,
  ReportForms,
  ReportPaperwork,
  ReportQueries,
} from '@app/case-handling';
import { defaultUnits } from '@app/config';
import { reportDocx, reportHtml, reportXlsx } from '@app/documents';
import { openReadStore } from '@app/read-store';
import { forms, reportCsv } from '@app/reports';
import { inFolder } from '../support/folders';
import { type Figure, median } from '../support/measure';
import { SampleYears } from '../support/sample-year';

const cases = 10_000;

/** Every file of the three reports of a year, from the rows to the bytes; the first round also loads the packages that make them. */
export const papers = (rounds: number): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const store = new SampleYears(cases);
    const rows = await openReadStore({ folder });
    await rebuild(store, rows);
    const [known, units, agency] = [new ReportForms(), new KnownUnits(defaultUnits), new Agency('永顺县人民政府')];
    const reports = new ReportQueries(rows, store, new Projector(store, rows), known, new Replays(store));
    const narratives = new NarrativeQueries(store, reports, known, units, agency);
    const paperwork = new ReportPaperwork(store, reports, known, narratives, units, agency);
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const startedAt = performance.now();
      for (const form of [forms['gk-2014'], forms['gk-2021'], forms['annual-response']]) {
        const paper = await paperwork.papers({ form, year: 2018 });
        await Promise.all([reportDocx(paper), reportXlsx(paper), reportHtml(paper)]);
        reportCsv(paper.form, paper.report, paper.digest);
      }
      times.push(performance.now() - startedAt);
    }
    await rows.close();
    const name = 'all files (docx, xlsx, html, csv) of the three reports of a year';
    return [
      { name: `${name}, the first time`, unit: 'ms', ours: times[0]!, atMost: 5_000 },
      { name, unit: 'ms', ours: median(times), atMost: 5_000 },
    ];
  });
