import { type Form, chartsOf, type Report, type ReportCharts } from '@app/reports';
import { EventStore } from '@app/event-store';
import { Injectable } from '@nestjs/common';
import { digestOf, ReportQueries } from '../queries/report-queries';
import { NarrativeQueries } from '../narrative/narrative-queries';
import { reportFileAt } from '../signing/report-stream';
import { Agency } from './agency';
import { fillReport, type ReportAsked } from './fill-report';
import type { Knowledge } from './knowledge';
import { KnownUnits } from './known-units';
import { ReportForms } from './report-forms';

/** A report with all that is printed beside it. */
export interface ReportPapers {
  readonly form: Form;
  readonly report: Report;
  readonly digest: string;
  /** Who reports, as it is printed: the office, or the unit whose own report it is. */
  readonly agency: string;
  readonly charts: ReportCharts;
  readonly chapters: readonly { readonly title: string; readonly paragraphs: readonly string[] }[];
  /** The seal under which exactly this report was laid down. */
  readonly sealed?: { readonly number: number; readonly on: string; readonly by: string };
}

/** Puts together what goes on paper. */
@Injectable()
export class ReportPaperwork {
  constructor(
    private readonly store: EventStore,
    private readonly reports: ReportQueries,
    private readonly forms: ReportForms,
    private readonly narratives: NarrativeQueries,
    private readonly units: KnownUnits,
    private readonly agency: Agency,
  ) {}

  papers(asked: ReportAsked, position?: number): Promise<ReportPapers> {
    return this.reports.knowing(position, async (known) => {
      const [report, charts, { chapters }] = await Promise.all([
        fillReport(known, this.forms.book, asked),
        this.charts(known, asked),
        this.narratives.narrativeKnowing(known, asked),
      ]);
      const digest = digestOf(report);
      const { seals } = await reportFileAt(this.store, asked.form.id, asked.year);
      const sealed = seals.find((seal) => seal.digest === digest);
      return {
        form: asked.form,
        report,
        digest,
        agency: asked.unit === undefined ? this.agency.name : this.units.nameOf(asked.unit).zh,
        charts,
        chapters: chapters.map(({ title, paragraphs }) => ({ title, paragraphs })),
        ...(sealed && { sealed: { number: sealed.number, on: sealed.at, by: sealed.by } }),
      };
    });
  }

  private async charts(known: Knowledge, { year, unit }: ReportAsked): Promise<ReportCharts> {
    const [cube, ratings] = await Promise.all([
      known.cube({ year, dimensions: ['month', 'channel', 'unit', 'timing'], unit }),
      known.ratings(year, unit),
    ]);
    const charts = chartsOf(year, cube, ratings);
    return { ...charts, timings: charts.timings.map((timing) => ({ ...timing, unit: this.units.nameOf(timing.unit).zh })) };
  }
}
