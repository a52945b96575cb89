import {
  BusinessClock,
  Circumstances,
  Forbidden,
  Malformed,
  parseShape,
  positionAsOf,
  positionStated,
  type ReportAsked,
  ReportForms,
} from '@app/case-handling';
import type { Actor } from '@app/cases';
import { EventStore } from '@app/event-store';
import { type Form, formFor, type Row } from '@app/reports';
import { Injectable, NotFoundException } from '@nestjs/common';
import type { z } from 'zod';
import { Year } from './parameters';
import type { MomentParameters, ReportChoice } from './report-choice';

type Moment = z.infer<typeof MomentParameters>;
type Choice = Pick<z.infer<typeof ReportChoice>, 'unit' | 'version'>;

const malformed = (pointer: string, message: string): Malformed => new Malformed([{ pointer, message }]);

/** Understands which report somebody asks for, and whether it is theirs to see. */
@Injectable()
export class ReportRequests {
  constructor(
    private readonly forms: ReportForms,
    private readonly circumstances: Circumstances,
    private readonly store: EventStore,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws NotFoundException, Malformed, Forbidden */
  asked(formId: string, year: string, { unit, version }: Choice, by: Actor): ReportAsked {
    const stated = parseShape(Year, year, '/year');
    const form = formFor(this.forms.book, formId, stated, version);
    if (!form) throw new NotFoundException();
    return { form, year: stated, unit: this.unitFor(unit, by) };
  }

  /** The position that is asked about; undefined for now. @throws Malformed */
  async position({ asOf, atPosition }: Moment): Promise<number | undefined> {
    if (asOf !== undefined && atPosition !== undefined)
      throw malformed('/atPosition', '与 asOf 只能二选一 (state either asOf or atPosition)');
    if (asOf !== undefined) return positionAsOf(this.store, asOf, this.clock.now());
    return atPosition === undefined ? undefined : positionStated(this.store, atPosition);
  }

  /** @throws NotFoundException */
  row(form: Form, code: string): Row {
    const row = form.rows.find((each) => each.code === code);
    if (!row) throw new NotFoundException();
    return row;
  }

  /** Who is neither office nor signer is shown the figures of the own unit and no others. */
  private unitFor(unit: string | undefined, by: Actor): string | undefined {
    if (unit !== undefined && !this.circumstances.units.has(unit)) throw malformed('/unit', `没有单位“${unit}” (there is no unit ${unit})`);
    const seesAll = by.roles.includes('signer') || by.roles.includes('office');
    if (!seesAll && unit !== by.unit) throw new Forbidden('a handling unit is shown its own report only: state unit=');
    return unit;
  }
}
