import {
  type Actor,
  type CaseEvent,
  caseTypes,
  type CaseType,
  calendarWith,
  type Context,
  defaultRules,
  foldCase,
  isRejection,
  type Length,
  type LocalRules,
  retiming,
  silencesToWithdraw,
  silencesUntil,
  type Situation,
  unitsOf,
} from '@app/cases';
import { MemoryEventStore, MemoryKeyStore } from '@app/event-store';
import { firstDayOf, type HolidayNotice, noticesStream } from '../calendar/holiday-notice';
import { decideInTime } from '../commands/in-time';
import { encode } from '../recording/codec';

/** For specs: something that people do, so many hours after what was done before, told so many hours late. */
export interface Deed {
  readonly wait: number;
  readonly late: number;
  readonly does: { readonly type: string; readonly data: object } | { readonly notice: HolidayNotice };
}

const complaint = caseTypes.complaint as CaseType;
const units = unitsOf([{ code: 'gov-office' }, { code: 'water-works' }]);
const hour = 3_600_000;
const everybody: Actor = { id: 'li-na', unit: 'water-works', roles: ['office', 'unit', 'backdate'] };

/** Nothing is ever said to be due soon: what takes that back would also take back that a term was missed on the same day. */
const rulesWith = (term: Length): LocalRules => ({
  ...defaultRules,
  dueSoon: 40,
  complaint: {
    ...defaultRules.complaint,
    limits: [{ rule: 'hotline-ordinary', answer: term }],
    extension: { most: 2, by: { amount: 3, unit: 'working-day' } },
  },
});

/**
 * For specs: the log of one complaint under a term of the answer, lived through as a server does: silences are recorded when they fall,
 * what is told late withdraws them, and notices move clocks. Beside it, which deeds were possible.
 */
export const livedUnder = async (term: Length, deeds: readonly Deed[]) => {
  const [keys, local] = [new MemoryKeyStore(), rulesWith(term)];
  let now = Date.parse('2018-01-02T01:00:00Z');
  const store = new MemoryEventStore(() => new Date(now));
  let situation: Situation = complaint.initial;
  const notices: HolidayNotice[] = [];
  const possible: boolean[] = [];

  const circumstances = () => ({ units, local, calendar: calendarWith(notices.map(({ days }) => days)) });
  const instant = (time: number): string => new Date(time).toISOString();

  const record = async (stream: string, events: readonly CaseEvent[], at: string): Promise<void> => {
    if (events.length > 0) await store.append(stream, 'any', await encode(keys, stream, events, { occurredAt: at, by: everybody }));
  };
  const live = async (events: readonly CaseEvent[], at: string): Promise<void> => {
    await record('complaint-1', events, at);
    situation = foldCase(
      complaint,
      events.map((event) => ({ ...event, at: event.at ?? at })),
      situation,
    );
  };
  const passTime = async (): Promise<void> => {
    if (situation !== complaint.initial) await live(silencesUntil(complaint, situation, instant(now), circumstances()), instant(now));
  };

  const publish = async (notice: HolidayNotice): Promise<void> => {
    await record(noticesStream, [{ type: 'HolidayNoticeRecorded', data: notice }], instant(now));
    notices.push(notice);
    const moved = retiming(situation, notice.number, circumstances());
    const withdrawn = silencesToWithdraw(situation, `${firstDayOf(notice)}T00:00:00+08:00`);
    if (moved.length > 0)
      await live([...withdrawn.filter(({ data }) => data['clock'] === 'answer' && moved[0]?.data['due']), ...moved], instant(now));
  };

  for (const { wait, late, does } of deeds) {
    now += wait * hour;
    await passTime();
    if ('notice' in does) await publish(does.notice);
    else {
      const at = instant(now - late * hour);
      const context: Context = { ...circumstances(), at, by: everybody, caseNumber: 'RX-2018-000001' };
      const decision = decideInTime(complaint, situation, does, context);
      possible.push(!isRejection(decision));
      if (!isRejection(decision)) await live(decision, at);
    }
  }
  await passTime();
  await record('diary', [{ type: 'DayPassed', data: {} }], instant(now));
  return { store, possible };
};
