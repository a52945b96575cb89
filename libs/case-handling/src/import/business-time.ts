import { businessDate, say, type Sentence } from '@app/cases';
import { checkOccurredAt } from '../clock';
import { Malformed } from '../malformed';

/** A register that knows the day alone: its steps are taken as made when the office opens. */
const opening = '09:00:00+08:00';

const local = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/** `2017-03-02 09:10:00`; an instant with its offset is longer. */
const longestLocal = 19;

const unreadable = say(
  '须为日期（2017-03-02）、北京时间（2017-03-02 09:10）或带时区的时间（2017-03-02T09:10:00+08:00）',
  'must be a date (2017-03-02), a time in Beijing (2017-03-02 09:10) or an instant with its offset (2017-03-02T09:10:00+08:00)',
);

const reasons: Readonly<Record<string, Sentence>> = {
  'lies in the future': say('晚于现在', 'lies in the future'),
  'lies before 1992': say('早于1992年', 'lies before 1992'),
};

const padded = (part: string | undefined): string => (part ?? '0').padStart(2, '0');

/**
 * A business time as old registers write it, as an RFC 3339 instant: that itself, a time in Beijing as spreadsheets write it, or a day, which
 * is nine o'clock, or later on that day where the step before it was later. Otherwise the sentence that says why not.
 */
export const readBusinessTime = (text: string, before: string | undefined, now: Date): string | Sentence => {
  try {
    return checkOccurredAt(instantOf(text, before), '', now) ?? unreadable;
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return reasons[error.errors[0]?.message ?? ''] ?? unreadable;
  }
};

const instantOf = (text: string, before: string | undefined): string => {
  const match = text.length > longestLocal ? undefined : local.exec(text);
  if (!match) return text;
  const [, year, month, day, hour, minute, second] = match;
  const date = `${year}-${padded(month)}-${padded(day)}`;
  if (hour !== undefined) return `${date}T${padded(hour)}:${minute}:${padded(second)}+08:00`;
  const opens = `${date}T${opening}`;
  return before !== undefined && businessDate(before) === date && Date.parse(before) > Date.parse(opens) ? before : opens;
};
