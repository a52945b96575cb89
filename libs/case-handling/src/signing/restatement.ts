import type { Sentence } from '@app/cases';
import { say } from '@app/cases';
import type { EventStore } from '@app/event-store';
import { type CaseFacts, figureEvents } from '@app/projections';
import { amountOf, type AnyOf, casesBehind, type Cell, decimalText, type Form, meets, type Report } from '@app/reports';
import { streamOf } from '../recording/case-ids';
import { decode, metadataOf } from '../recording/codec';
import { type TouchedCase, touchedCases } from '../reports/touched-cases';
import type { SealedCell, SealedReport } from './report-file';

/** A case that is counted in a cell now and was not, or was and is not any more. */
export interface MovedCase {
  readonly caseType: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly moved: 'in' | 'out';
  /** What was recorded of it since. */
  readonly positions: readonly number[];
}

/** Something said about a declared figure since. */
export interface SaidSince {
  readonly position: number;
  readonly type: string;
  /** The figure it was said of. */
  readonly code: string;
  readonly unit?: string;
  readonly value?: string;
  readonly source: string;
  readonly reason?: string;
  readonly by: string;
  readonly occurredAt: string;
}

/** A cell that reads otherwise now. */
export interface RestatedCell {
  readonly code: string;
  readonly title: Sentence;
  readonly published: string;
  readonly now: string;
  /** Now minus published, where both are numbers. */
  readonly difference?: string | undefined;
  readonly cases: readonly MovedCase[];
  /** Of the cases, how many are not shown to this person. */
  readonly withheld: number;
  readonly said: readonly SaidSince[];
}

const countedIn = (lists: AnyOf, facts: CaseFacts | undefined): boolean => facts !== undefined && lists.some((list) => meets(facts, list));

const movedIn = (lists: AnyOf, { caseType, caseId, before, now, positions }: TouchedCase): readonly MovedCase[] => {
  const [was, is] = [countedIn(lists, before), countedIn(lists, now)];
  return was === is ? [] : [{ caseType, caseId, caseNumber: now.case_number, moved: is ? 'in' : 'out', positions }];
};

/** A rate moves with what is said in its cases, too, not only with which cases it is taken over. */
const ratedOtherwise = ({ caseType, caseId, before, now, positions }: TouchedCase, lists: AnyOf): readonly MovedCase[] =>
  countedIn(lists, before) && countedIn(lists, now) && before?.rating !== now.rating
    ? (['out', 'in'] as const).map((moved) => ({ caseType, caseId, caseNumber: now.case_number, moved, positions }))
    : [];

const saidSince = async (store: EventStore, year: number, from: number, to: number): Promise<readonly SaidSince[]> => {
  const events = await store.readStream(streamOf('figures', String(year)));
  return events
    .filter(({ position, type }) => position > from && position <= to && figureEvents.includes(type))
    .map((event) => {
      const { by, occurredAt } = metadataOf(event);
      return {
        position: event.position,
        type: event.type,
        by: by.id,
        occurredAt,
        ...(decode(event).data as { code: string; source: string }),
      };
    });
};

const declaredCodesOf = (form: Form, code: string): readonly string[] => {
  const figure = form.rows.find((row) => row.code === code)?.figure;
  if (figure?.kind === 'declared') return [figure.code, ...(figure.orSumOf ?? [])];
  return figure?.kind === 'total' ? figure.rows.flatMap((row) => declaredCodesOf(form, row)) : [];
};

const differenceOf = (published: SealedCell, now: Cell): string | undefined => {
  if (published.state !== 'number' || now.state !== 'number') return undefined;
  return decimalText((amountOf(now.value) ?? 0n) - (amountOf(published.text) ?? 0n));
};

const shown = ({ state, text }: Pick<SealedCell, 'state' | 'text'>): string => (state === 'number' ? text : state === 'blank' ? '' : '—');

/** What has changed since a report was sealed: cell by cell published, now, difference, and what is behind it. */
export const restatementOf = async (
  store: EventStore,
  form: Form,
  sealed: SealedReport,
  now: Report,
  isHidden: (facts: CaseFacts) => boolean,
): Promise<readonly RestatedCell[]> => {
  const cellNow = new Map(now.cells.map((cell) => [cell.code, cell]));
  const changed = sealed.cells.filter((cell) => {
    const current = cellNow.get(cell.code);
    return current === undefined || current.state !== cell.state || current.text !== cell.text;
  });
  if (changed.length === 0) return [];
  const [cases, words] = await Promise.all([
    touchedCases(store, sealed.position, now.position),
    saidSince(store, now.year, sealed.position, now.position),
  ]);
  const hidden = new Set(cases.filter((each) => isHidden(each.now)).map(({ caseId }) => caseId));
  return changed.map((cell): RestatedCell => {
    const row = form.rows.find(({ code }) => code === cell.code);
    const current = cellNow.get(cell.code);
    const lists = row ? casesBehind(form, cell.code, now.year) : [];
    const isRate = row?.figure.kind === 'rate';
    const moved = cases.flatMap((each) => [...movedIn(lists, each), ...(isRate ? ratedOtherwise(each, lists) : [])]);
    const codes = declaredCodesOf(form, cell.code);
    return {
      code: cell.code,
      title: row ? say(row.zh, row.en) : say(cell.code, cell.code),
      published: shown(cell),
      now: current ? shown(current) : '',
      difference: current && differenceOf(cell, current),
      cases: moved.filter(({ caseId }) => !hidden.has(caseId)),
      withheld: moved.filter(({ caseId }) => hidden.has(caseId)).length,
      said: words.filter(({ code }) => codes.includes(code)),
    };
  });
};
