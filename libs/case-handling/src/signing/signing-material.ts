import { createHash } from 'node:crypto';
import { EventStore } from '@app/event-store';
import { rowsVersion } from '@app/projections';
import type { CheckLine, Form, Report } from '@app/reports';
import { Injectable } from '@nestjs/common';
import { NarrativeQueries } from '../narrative/narrative-queries';
import { digestOf, ReportQueries } from '../queries/report-queries';
import { checksOf } from '../reports/checks';
import { fillReport, type ReportAsked } from '../reports/fill-report';
import type { Knowledge } from '../reports/knowledge';
import { ReportForms } from '../reports/report-forms';
import type { SealedCell, SealedReport } from './report-file';
import { reportFileAt } from './report-stream';
import type { ToSeal } from './signing';

const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

const sealedCells = (report: Report): readonly SealedCell[] => report.cells.map(({ code, state, text }) => ({ code, state, text }));

/** Of the figures alone: a report asked for later, of which no figure has changed, has the same. */
export const figuresDigest = (report: Report): string =>
  sha256([report.form.id, report.form.version, report.year, report.unit ?? '', sealedCells(report)]);

/** Of all that says how the form is filled in. */
export const formDigest = (form: Form): string => sha256(form);

export interface CheckedReport {
  readonly report: Report;
  readonly chapters: SealedReport['chapters'];
  readonly checks: readonly CheckLine[];
}

/** What signers and units look at before they say anything. */
@Injectable()
export class SigningMaterial {
  constructor(
    private readonly store: EventStore,
    private readonly reports: ReportQueries,
    private readonly narratives: NarrativeQueries,
    private readonly forms: ReportForms,
  ) {}

  /** The report with everything that can be checked about it. */
  checked(asked: ReportAsked, position?: number): Promise<CheckedReport> {
    return this.reports.knowing(position, (known) => this.checkedFrom(known, asked));
  }

  /** A unit's own figures, as it confirms them. */
  async part(asked: ReportAsked, unit: string, position?: number): Promise<{ readonly position: number; readonly figures: string }> {
    const report = await this.reports.report({ ...asked, unit }, position);
    return { position: report.position, figures: figuresDigest(report) };
  }

  /** Everything at one position: the report, its text, its checks, and the figures of the units that were asked. */
  toSeal(asked: ReportAsked, position?: number): Promise<ToSeal> {
    return this.reports.knowing(position, async (known) => {
      const { report, chapters, checks } = await this.checkedFrom(known, asked);
      const { asked: units } = await reportFileAt(this.store, asked.form.id, asked.year);
      const parts = await Promise.all(units.map((unit) => fillReport(known, this.forms.book, { ...asked, unit })));
      const { firstYear = Infinity, lastYear = -Infinity } = await known.coverage();
      return {
        report: {
          position: report.position,
          asOf: report.asOf,
          log: await this.store.hashAt(report.position),
          calendar: known.calendar,
          facts: rowsVersion,
          form: { id: asked.form.id, version: asked.form.version, digest: formDigest(asked.form) },
          digest: digestOf(report),
          cells: sealedCells(report),
          chapters: chapters.map(({ title, paragraphs }) => ({ title, paragraphs })),
        },
        provisional: report.provisional,
        outsideValidity: report.outsideValidity,
        hasCases: asked.year >= firstYear && asked.year <= lastYear,
        checks,
        figuresOf: Object.fromEntries(parts.map((part) => [part.unit ?? '', figuresDigest(part)])),
      };
    });
  }

  private async checkedFrom(known: Knowledge, asked: ReportAsked): Promise<CheckedReport> {
    const report = await fillReport(known, this.forms.book, asked);
    const narrative = await this.narratives.narrativeKnowing(known, asked);
    return { report, chapters: narrative.chapters, checks: [...(await checksOf(known, asked, report)), ...narrative.checks] };
  }
}
