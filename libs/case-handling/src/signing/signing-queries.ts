import { type Actor, type Sentence, say } from '@app/cases';
import { EventStore } from '@app/event-store';
import { type CheckLine, type Form, type Report, versionsOf } from '@app/reports';
import { Injectable } from '@nestjs/common';
import { Circumstances } from '../circumstances';
import { ReportQueries } from '../queries/report-queries';
import { isAbout } from '../reports/accusing';
import type { ReportAsked } from '../reports/fill-report';
import { ReportForms } from '../reports/report-forms';
import { type Obstacle, obstaclesTo } from './signing';
import { publishedSeal, type ReportFile, verdictOn, type Verdict } from './report-file';
import { reportFileAt } from './report-stream';
import { type RestatedCell, restatementOf } from './restatement';
import { SigningMaterial } from './signing-material';

/** A check with what somebody has made of it. */
export type JudgedCheck = CheckLine & { readonly verdict?: Verdict & { readonly stale: boolean } };

export interface JudgedReport {
  readonly report: Report;
  readonly checks: readonly JudgedCheck[];
  readonly counts: Readonly<Record<CheckLine['status'], number>>;
}

/** What is on a report's file, and what still stands against its seal. */
export interface OpenedFile extends ReportFile {
  readonly form: string;
  readonly year: number;
  readonly obstacles: readonly Obstacle[];
}

export interface Restatement {
  readonly form: string;
  readonly year: number;
  readonly title: Sentence;
  /** The seal that it is compared with: the one that was published last, or else the one that stands. */
  readonly seal: number;
  readonly published: { readonly position: number; readonly asOf: string; readonly digest: string };
  readonly now: { readonly position: number; readonly asOf: string };
  readonly cells: readonly RestatedCell[];
}

const counted = (checks: readonly CheckLine[]): JudgedReport['counts'] => {
  const counts = { pass: 0, fail: 0, warn: 0, 'cannot-judge': 0 };
  for (const { status } of checks) counts[status] += 1;
  return counts;
};

/** What has been said and done about reports before they are signed, and since. */
@Injectable()
export class SigningQueries {
  constructor(
    private readonly store: EventStore,
    private readonly reports: ReportQueries,
    private readonly material: SigningMaterial,
    private readonly forms: ReportForms,
    private readonly circumstances: Circumstances,
  ) {}

  /** Every check of the report, with the verdicts that were known at that position. */
  async judged(asked: ReportAsked, position?: number): Promise<JudgedReport> {
    const { report, checks } = await this.material.checked(asked, position);
    const file = await reportFileAt(this.store, asked.form.id, asked.year, position);
    const judged = checks.map((line): JudgedCheck => {
      const verdict = verdictOn(file, line);
      return verdict ? { ...line, verdict } : line;
    });
    return { report, checks: judged, counts: counted(checks) };
  }

  async file(asked: ReportAsked): Promise<OpenedFile> {
    const { form, year } = asked;
    const file = await reportFileAt(this.store, form.id, year);
    return { form: form.id, year, ...file, obstacles: obstaclesTo(file, await this.material.toSeal(asked)) };
  }

  /** The file alone, without asking what stands against a seal. */
  fileOf(form: string, year: number, position?: number): Promise<ReportFile> {
    return reportFileAt(this.store, form, year, position);
  }

  /** Undefined while nothing is sealed. */
  async restatement({ form, year }: Pick<ReportAsked, 'form' | 'year'>, by: Actor): Promise<Restatement | undefined> {
    const sealed = publishedSeal(await reportFileAt(this.store, form.id, year));
    if (!sealed) return undefined;
    const definition = this.definition(sealed.form, form);
    const now = await this.reports.report({ form: definition, year });
    const hiddenFrom = this.circumstances.hiddenFrom(by);
    return {
      form: form.id,
      year,
      title: say(`${year}年度${form.title.zh}更正对照表`, `Restatement of ${form.title.en}, ${year}`),
      seal: sealed.number,
      published: { position: sealed.position, asOf: sealed.asOf, digest: sealed.digest },
      now: { position: now.position, asOf: now.asOf },
      cells: await restatementOf(this.store, definition, sealed, now, (facts) => isAbout(facts, hiddenFrom)),
    };
  }

  /** By the definition that was sealed, while the office still has it. */
  private definition({ id, version }: { readonly id: string; readonly version: number }, otherwise: Form): Form {
    return versionsOf(this.forms.book, id).find((form) => form.version === version) ?? otherwise;
  }
}
