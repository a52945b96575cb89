import type { Milestone, MilestoneData } from '@app/cases';
import type { CaseFacts } from './case-facts.columns';
import type { ProjectedEvent } from './projection';

export type Cells = Partial<CaseFacts>;

/** What an event of this meaning changes in the facts, besides the clocks. `on` is its day in Beijing. */
export type Fold<M extends Milestone> = (row: CaseFacts, data: MilestoneData[M], on: string, event: ProjectedEvent) => Cells;

/** One for every meaning an event may have after the first. */
export type Folds = { readonly [M in Exclude<Milestone, 'received'>]: Fold<M> };

const none: Cells = {};
export const nothing = (): Cells => none;

export const yearOf = (date: string): number => Number(date.slice(0, 4));

export const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** An answer that no longer counts. */
export const answerGone: Cells = { answered_on: null, answered_year: null, timing: null, outcome: null };

/** `|a|b|`, so that one of them is found as `|a|`; null for none. */
export const listed = (units: readonly string[] | undefined): string | null =>
  units === undefined || units.length === 0 ? null : `|${units.join('|')}|`;

/** On whose time the days pass when nobody else is waited for. */
export const holderOf = ({ unit }: CaseFacts): string => (unit === null ? 'office' : 'unit');

/** The stage of a case that no unit has. */
export const unheldStage = ({ filed_on }: CaseFacts): string => (filed_on === null ? 'received' : 'filed');

/** Where a case is that goes on. */
export const goesOn = (row: CaseFacts): Cells => ({
  status: row.unit === null ? unheldStage(row) : 'handling',
  held_by: holderOf(row),
});

/** A later stage, which a case that is closed already does not come to any more. */
export const stage = ({ closed_on, status }: CaseFacts, next: string): string => (closed_on === null ? next : status);
