import { z } from 'zod';
import { ClockName, Limits } from './clocks';
import { event } from './definitions';
import { Due } from './due';
import { say } from './sentence';
import { CalendarDate, Label, Text } from './shapes';

const silence = { clock: ClockName, on: CalendarDate };

/** What may happen to a case of any type. It changes no situation but its clocks. */
export const commonEvents = {
  PersonalDataErased: event('erased', say('个人信息已删除', 'Personal data erased'), {}),
  DueSoon: event('due-soon', say('即将到期', 'Due soon'), silence),
  Overdue: event('overdue', say('已超期', 'Overdue'), silence),
  SilenceWithdrawn: event('silence-withdrawn', say('到期提示撤回（此前已办理）', 'Silence withdrawn: it was broken in time'), {
    clock: ClockName,
  }),
  DeadlinesRetimed: event('retimed', say('办理期限因放假安排调整', 'Deadlines moved by a holiday notice'), {
    due: Due.optional(),
    limits: Limits.optional(),
    /** The notice that moved them. */
    notice: Label,
  }),
  FactCorrected: event(
    'corrected',
    say('更正登记事项', 'A recorded fact corrected'),
    {
      fact: z.string(),
      was: z.string().nullable(),
      now: z.string().nullable(),
      approvedBy: Label,
      document: Label.optional(),
      due: Due.optional(),
    },
    { reason: Text },
  ),
} as const;
