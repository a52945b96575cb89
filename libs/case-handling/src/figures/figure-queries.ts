import type { Actor } from '@app/cases';
import { EventStore } from '@app/event-store';
import { type DeclaredFigure, declaredFiguresTable, type ProjectedEvent } from '@app/projections';
import { ReadStore, type Where } from '@app/read-store';
import type { Form } from '@app/reports';
import { Injectable } from '@nestjs/common';
import { Circumstances } from '../circumstances';
import { UnknownReference } from '../commands/references';
import { decodeAll } from '../following/decoding';
import { streamOf } from '../recording/case-ids';
import { authoriseReading } from './figure-authority';
import { type FormFigure, formFigures } from './form-figures';

/** One word about a figure, as it was recorded. */
export interface FigureWord {
  readonly what: 'declared' | 'corrected' | 'withdrawn';
  readonly value?: string;
  /** The value that a correction replaces. */
  readonly was?: string;
  readonly source: string;
  readonly note?: string;
  readonly reason?: string;
  readonly by: { readonly id: string; readonly unit: string };
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly revision: number;
  readonly position: number;
}

export interface FigureHistory {
  /** Oldest first. */
  readonly items: readonly FigureWord[];
  /** Words of that year that cannot be read, so that none is missed silently; empty nearly always. */
  readonly unreadable: readonly { readonly position: number; readonly message: string }[];
}

const kinds: ReadonlyMap<string, FigureWord['what']> = new Map([
  ['FigureDeclared', 'declared'],
  ['FigureCorrected', 'corrected'],
  ['FigureWithdrawn', 'withdrawn'],
]);

const wordOf = (what: FigureWord['what'], { data, by, occurredAt, recordedAt, revision, position }: ProjectedEvent): FigureWord => {
  const { value, was, source, note, reason } = data as unknown as FigureWord;
  return {
    what,
    ...(value !== undefined && { value }),
    ...(was !== undefined && { was }),
    source,
    ...(note !== undefined && { note }),
    ...(reason !== undefined && { reason }),
    by: { id: by.id, unit: by.unit },
    occurredAt,
    recordedAt,
    revision,
    position,
  };
};

/** What is declared: the last words from the rows, every word from the log. */
@Injectable()
export class FigureQueries {
  constructor(
    private readonly rows: ReadStore,
    private readonly store: EventStore,
    private readonly circumstances: Circumstances,
  ) {}

  /** The county's figures and those of every unit; or those of one unit. @throws Forbidden, UnknownReference */
  declared(year: number, unit: string | undefined, by: Actor): Promise<readonly DeclaredFigure[]> {
    this.checkScope(unit, by);
    return this.said(unit === undefined ? { year } : { year, unit });
  }

  /** What the form asks of the county, or of one unit, said or not. @throws Forbidden, UnknownReference */
  async onForm(form: Form, year: number, unit: string | undefined, by: Actor): Promise<readonly FormFigure[]> {
    this.checkScope(unit, by);
    return formFigures(form, await this.said({ year, unit: unit ?? '' }));
  }

  /** What was said about the county's figure, or about that of one unit. @throws Forbidden, UnknownReference */
  async history(year: number, code: string, unit: string | undefined, by: Actor): Promise<FigureHistory> {
    this.checkScope(unit, by);
    const { read, unreadable } = decodeAll(await this.store.readStream(streamOf('figures', String(year))));
    const about = read.filter(({ data }) => data.code === code && data.unit === unit);
    const items = about.flatMap((event) => {
      const what = kinds.get(event.type);
      return what ? [wordOf(what, event)] : [];
    });
    return { items, unreadable: unreadable.map(({ position, message }) => ({ position, message })) };
  }

  private said(where: Where<DeclaredFigure>): Promise<readonly DeclaredFigure[]> {
    return this.rows.rows(declaredFiguresTable, { where, orderBy: ['code', 'unit'] });
  }

  private checkScope(unit: string | undefined, by: Actor): void {
    authoriseReading(by, unit);
    if (unit !== undefined && !this.circumstances.units.has(unit)) throw new UnknownReference('/unit', 'unit', unit);
  }
}
