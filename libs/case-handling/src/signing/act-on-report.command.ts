import type { Actor } from '@app/cases';
import { Command } from '@nestjs/cqrs';
import type { ReportAsked } from '../reports/fill-report';

/** What may be done about a report. */
export type ReportOrder =
  | { readonly kind: 'ask'; readonly units: readonly string[] }
  | { readonly kind: 'confirm'; readonly unit: string; readonly note?: string | undefined }
  | { readonly kind: 'dispute'; readonly unit: string; readonly reason: string }
  | { readonly kind: 'judge'; readonly check: string; readonly verdict: 'accepted' | 'mistake'; readonly reason: string }
  | { readonly kind: 'seal'; readonly reason?: string | undefined; readonly replaces?: number | undefined }
  | { readonly kind: 'publish'; readonly on: string; readonly where: string };

export interface ActedOnReport {
  readonly form: string;
  readonly year: number;
  /** The types of the events that were recorded; none where it was nothing new. */
  readonly events: readonly string[];
  readonly revision: number;
  readonly position: number;
  readonly repeated: boolean;
}

/** Does something about the report of a form and year: what is known at `at` is what it is done about; now without it. */
export class ActOnReportCommand extends Command<ActedOnReport> {
  constructor(
    readonly asked: ReportAsked,
    readonly order: ReportOrder,
    readonly by: Actor,
    readonly at: number | undefined,
    readonly key: string | undefined,
  ) {
    super();
  }
}
