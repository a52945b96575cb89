import { z } from 'zod';

/** The longest text anybody may send in one field, in characters. */
export const longestText = 10_000;

/** Free text of at least one visible character. */
export const Text = z.string().max(longestText).regex(/\S/, 'must not be empty');

/** A short label: a name, a matter, a place. */
export const Label = z.string().max(100).regex(/\S/, 'must not be empty');

/** Code of an office or handling unit in the catalogue of units, e.g. `gov-office`. */
export const UnitCode = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'must be the code of a unit');

/** A calendar date, `2018-12-31`; a day that does not exist is refused. */
export const CalendarDate = z.iso.date();

/** An RFC 3339 instant with its offset; a day or hour that does not exist is refused. */
export const Instant = z.iso.datetime({ offset: true });

export const CaseId = z.uuid();

/** The ways in which somebody reaches the office. */
export const Channel = z.enum(['phone', 'online', 'wechat', 'app', 'upper-platform', 'in-person', 'letter', 'fax', 'sms', 'system']);

/** What the citizen says at follow-up: satisfied, basically satisfied, dissatisfied, or why there is no rating. */
export const Rating = z.enum(['satisfied', 'basically-satisfied', 'dissatisfied', 'not-rated', 'unreachable', 'refused']);
export type Rating = z.infer<typeof Rating>;

/** Whether the matter itself is settled, as the citizen says; another question than satisfaction. */
export const Resolution = z.enum(['solved', 'partly-solved', 'unsolved']);

/** The number people quote, e.g. `RX-2018-000772`. */
export const CaseNumber = z.string().regex(/^[A-Z]{2}-\d{4}-\d{6,}$/);
