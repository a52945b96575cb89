import { EventStore } from '@app/event-store';
import { type Cell, type CellReference, type CheckLine, narrate, partsOf, referencesIn, type RenderedChapter } from '@app/reports';
import { Injectable } from '@nestjs/common';
import { ReportQueries } from '../queries/report-queries';
import { fillReport, type ReportAsked } from '../reports/fill-report';
import type { Knowledge } from '../reports/knowledge';
import { KnownUnits } from '../reports/known-units';
import { ReportForms } from '../reports/report-forms';
import { Agency } from '../reports/agency';
import { formMeant } from './cells-spoken-of';
import { standingChapters } from './chapters';
import { chaptersAt } from './narrative-stream';

/** The text beside a report, with the figures in it. */
export interface NarrativeReport {
  readonly form: { readonly id: string; readonly version: number };
  readonly year: number;
  readonly unit?: string | undefined;
  readonly position: number;
  readonly asOf: string;
  readonly chapters: readonly (RenderedChapter & { readonly writtenAt?: string | undefined })[];
  readonly checks: readonly CheckLine[];
}

type Cells = ReadonlyMap<string, Cell>;

/** Which report a cell is taken from. */
const reportOf = ({ form = '', yearsBack }: CellReference): string => `${form}@${yearsBack}`;

/** The narrative of a report: text as it stood at the moment of the figures, and never figures of another moment. */
@Injectable()
export class NarrativeQueries {
  constructor(
    private readonly store: EventStore,
    private readonly reports: ReportQueries,
    private readonly forms: ReportForms,
    private readonly units: KnownUnits,
    private readonly agency: Agency,
  ) {}

  /** As it stands now, or stood at that position. */
  narrativeAt(asked: ReportAsked, position?: number): Promise<NarrativeReport> {
    return this.reports.knowing(position, (known) => this.narrativeKnowing(known, asked));
  }

  /** For who asks more of the same moment. */
  async narrativeKnowing(known: Knowledge, asked: ReportAsked): Promise<NarrativeReport> {
    const { form, year, unit } = asked;
    const chapters = standingChapters(form.id, await chaptersAt(this.store, form.id, year, known.position));
    const references = chapters.flatMap(({ text }) => referencesIn(partsOf(text)));
    const cells = await this.cellsFor(known, asked, [{ code: '', yearsBack: 0 }, ...references]);
    const cell = (reference: CellReference): Cell | undefined => cells.get(reportOf(reference))?.get(reference.code);
    const agency = unit === undefined ? this.agency.name : this.units.nameOf(unit).zh;
    const own = [...(cells.get(reportOf({ code: '', yearsBack: 0 }))?.values() ?? [])];
    return {
      form: { id: form.id, version: form.version },
      year,
      ...(unit !== undefined && { unit }),
      position: known.position,
      asOf: known.asOf,
      ...narrate(chapters, { year, agency, cell }, own),
    };
  }

  /** Every report that is spoken of, each filled in once. */
  private async cellsFor(known: Knowledge, asked: ReportAsked, references: readonly CellReference[]): Promise<ReadonlyMap<string, Cells>> {
    const reports = new Map(references.map((reference) => [reportOf(reference), reference]));
    const filled = [...reports].map(async ([key, reference]): Promise<readonly [string, Cells]> => {
      const form = formMeant(this.forms.book, asked, reference);
      if (!form) return [key, new Map()];
      const { cells } = await fillReport(known, this.forms.book, { ...asked, form, year: asked.year - reference.yearsBack });
      return [key, new Map(cells.map((each) => [each.code, each]))];
    });
    return new Map(await Promise.all(filled));
  }
}
