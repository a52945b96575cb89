import { type Sentence, say } from '@app/cases';
import { EventStore } from '@app/event-store';
import { type CellDifference, differencesOf, type Report } from '@app/reports';
import { Injectable } from '@nestjs/common';
import { Circumstances } from '../circumstances';
import { Turns } from '../recording/turns';
import { fillReport, type ReportAsked } from '../reports/fill-report';
import { KnownThen } from '../reports/known-then';
import { KnownUnits } from '../reports/known-units';
import type { ReplayOptions } from '../reports/replay';
import { ReportForms } from '../reports/report-forms';
import { type CellSides, changedSides } from './changed-sides';
import { type ComparedMetric, comparedMetrics } from './compared-metrics';
import { checkCodes, checkRules } from './known-codes';
import { recounted } from './recounted';
import { type SideBySide, sideBySide } from './side-by-side';
import { supposedForm } from './supposed-form';
import type { Supposition } from './supposition';
import { titlesOf } from './supposition-titles';

export interface WhatIfOptions extends Pick<ReplayOptions, 'progress'> {
  /** As the log stood then; as it stands without. */
  readonly position?: number | undefined;
  /** Also the cells that stay as they are. */
  readonly all?: boolean;
  /** Units: a report of wrongdoing about one of them is counted and not listed. */
  readonly hiddenFrom: readonly string[];
}

type Said = CellDifference['before'];

export interface ComparedCell {
  readonly code: string;
  readonly title: Sentence;
  readonly unit: string | null;
  readonly actual: Said;
  readonly supposed: Said;
  readonly difference?: string;
  /** Of a cell that differs and is counted: the cases that make the difference. */
  readonly cases?: CellSides;
}

export interface WhatIfAnswer extends Pick<Report, 'form' | 'year' | 'unit' | 'position' | 'asOf'> {
  readonly supposed: Supposition & { readonly titles: readonly Sentence[] };
  readonly notices: readonly Sentence[];
  readonly cells: readonly ComparedCell[];
  readonly metrics: readonly ComparedMetric[];
}

const noticesOf = ({ countMerged }: Supposition, { terms }: SideBySide): readonly Sentence[] => [
  ...(terms ? [say('假设各方仍在当天办理当时所办的事', 'everybody is supposed to have done the same on the same days')] : []),
  ...(terms && terms.left > 0
    ? [
        say(
          `有${terms.left}个期限登记时未记明起算与长短，仍按原期限`,
          `${terms.left} due dates do not say how they came about and are left as they are`,
        ),
      ]
    : []),
  ...(countMerged
    ? [say('合并的重复件没有自己的答复，按未答复计', 'a merged duplicate has no answer of its own and counts as unanswered')]
    : []),
];

/** Answers what a year would have been under another rule. Nothing is recorded, and no row is read or written: it all follows from the log. */
@Injectable()
export class WhatIf {
  private readonly turns = new Turns();

  constructor(
    private readonly store: EventStore,
    private readonly forms: ReportForms,
    private readonly circumstances: Circumstances,
    private readonly units: KnownUnits,
  ) {}

  /** One at a time: each folds the whole log. @throws Malformed when it names a unit, a term or an outcome that there is not */
  async ask(asked: ReportAsked, supposition: Supposition, options: WhatIfOptions): Promise<WhatIfAnswer> {
    checkCodes(supposition, this.units.codes);
    return this.turns.take('', () => this.compared(asked, supposition, options));
  }

  private async compared(asked: ReportAsked, supposition: Supposition, options: WhatIfOptions): Promise<WhatIfAnswer> {
    const { position = await this.store.head(), progress } = options;
    const sides = await sideBySide(this.store, position, supposition, { progress });
    checkRules(supposition, sides.terms);
    const [actual, supposed] = [sides.actual, recounted(sides.supposed, supposition)];
    const form = supposedForm(asked.form, supposition);
    const [is, would] = await Promise.all([
      fillReport(await KnownThen.from(this.store, actual), this.forms.book, asked),
      fillReport(await KnownThen.from(this.store, supposed), this.forms.book, { ...asked, form }),
    ]);
    const { year, unit } = asked;
    const sidesOf = changedSides({ form: asked.form, facts: actual.facts }, { form, facts: supposed.facts }, { ...asked, ...options });
    const local = this.circumstances.of(`${year}-12-31`).local.statistics;
    return {
      form: is.form,
      year,
      ...(unit !== undefined && { unit }),
      position,
      asOf: is.asOf,
      supposed: { ...supposition, titles: titlesOf(supposition, this.units) },
      notices: noticesOf(supposition, sides),
      cells: differencesOf(asked.form, is, would)
        .filter(({ differs }) => differs || options.all === true)
        .map((cell) => compared(cell, sidesOf)),
      metrics: comparedMetrics(actual, supposed, supposition, { year, unit, local }),
    };
  }
}

const compared = (
  { code, title, unit, before, after, difference, differs }: CellDifference,
  sidesOf: (code: string) => CellSides | undefined,
): ComparedCell => {
  const cases = differs ? sidesOf(code) : undefined;
  return { code, title, unit, actual: before, supposed: after, ...(difference !== undefined && { difference }), ...(cases && { cases }) };
};
