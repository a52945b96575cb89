import { z } from 'zod';
import { addDays } from '../kernel/dates';
import { CalendarDate } from '../kernel/shapes';
import { complaintDefaults, ComplaintLocal } from './complaint';
import { CorrespondenceLocal, inquiryDefaults, letterDefaults } from './correspondence';
import { duplicatesDefaults, DuplicatesLocal, queueDefaults, QueueLocal, statisticsDefaults, StatisticsLocal } from './office';
import { proposalDefaults, ProposalLocal } from './proposal';

/** The rules that no statute sets: one edition of them, in force from a day on. */
export const LocalRules = z.strictObject({
  /** Name of the edition, e.g. `yongshun-2018`; goes on every due date and event. */
  edition: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  /** The first day on which cases that are received fall under it. */
  from: CalendarDate,
  /** Working days before the last one from which a case is said to be due soon. */
  dueSoon: z.int().min(1).max(30),
  complaint: ComplaintLocal,
  letter: CorrespondenceLocal,
  inquiry: CorrespondenceLocal,
  proposal: ProposalLocal,
  queue: QueueLocal,
  duplicates: DuplicatesLocal,
  statistics: StatisticsLocal,
});
export type LocalRules = z.infer<typeof LocalRules>;

/** What holds where nobody has set anything. */
export const defaultRules: LocalRules = {
  edition: 'default',
  from: '1992-01-01',
  dueSoon: 1,
  complaint: complaintDefaults,
  letter: letterDefaults,
  inquiry: inquiryDefaults,
  proposal: proposalDefaults,
  queue: queueDefaults,
  duplicates: duplicatesDefaults,
  statistics: statisticsDefaults,
};

/** The editions of an installation, newest first. */
export type Editions = readonly LocalRules[];

export const defaultEditions: Editions = [defaultRules];

/** The edition under which a case falls that is received on this day. */
export const rulesOn = (editions: Editions, date: string): LocalRules => editions.find(({ from }) => date >= from) ?? defaultRules;

/** From when to when cases that are received fall under an edition; the newest has no end yet. */
export interface Validity {
  readonly edition: string;
  readonly from: string;
  readonly until: string | undefined;
}

export const validitiesOf = (editions: Editions): readonly Validity[] =>
  editions.map(({ edition, from }, index) => {
    const next = editions[index - 1];
    return { edition, from, until: next && addDays(next.from, -1) };
  });
