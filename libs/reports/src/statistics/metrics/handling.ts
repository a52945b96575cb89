import { say } from '@app/cases';
import { type AnyOf, everyCase } from '../condition';
import type { Metric, Variant } from '../metric';

type Rate = Pick<Metric, 'id' | 'title' | 'caseTypes'> & Omit<Variant, 'id' | 'period'>;

const overRouted = ({ id, title, caseTypes, denominator = everyCase, ...variant }: Rate): Metric => ({
  id,
  title,
  kind: 'rate',
  ...(caseTypes && { caseTypes }),
  variants: [{ id: 'routed', period: 'routed', denominator, ...variant }],
});

// The unit returns (退单), the hotline sends back (发回重办): two rates that share a base and nothing else.
const returnRate = overRouted({
  id: 'return-rate',
  title: say('退单率', 'Return rate'),
  formula: say('至少退单一次÷转办', 'returned by the unit as not its own at least once / routed'),
  numerator: [{ returns: { gte: 1 } }],
  unitsAreThoseThatReturned: true,
});

const reworkRate = overRouted({
  id: 'rework-rate',
  title: say('发回重办率', 'Rework rate'),
  formula: say('至少发回重办一次÷转办', 'sent back for rework at least once / routed'),
  numerator: [{ reworks: { gte: 1 } }],
});

// What was signed for while no limit ran cannot be said to have been late.
const signInRate = overRouted({
  id: 'sign-in-rate',
  title: say('及时签收率', 'Signed in in time'),
  caseTypes: ['complaint'],
  formula: say('按时签收÷转办（有签收时限）', 'signed in within the limit / routed under a limit'),
  denominator: [{ sign_timing: { not: null } }, { sign_timing: null, signed_in_on: null }],
  numerator: [{ sign_timing: 'on-time' }],
});

// 响应率, one of the three core rates of the Beijing regulation of 2021, art. 32.
const responseRate = overRouted({
  id: 'response-rate',
  title: say('响应率', 'Response rate'),
  caseTypes: ['complaint', 'proposal'],
  formula: say('按时联系÷转办（有联系时限）', 'contacted within the limit / routed under a limit'),
  denominator: [{ contact_timing: { not: null } }, { contact_timing: null, contacted_on: null }],
  numerator: [{ contact_timing: 'on-time' }],
});

// A citizen who wants no reply is no base for it: Jinan 2018 art. 24, Weifang 2021 art. 20. What ended another way had none to give.
const wanted: AnyOf = [{ reply_wanted: 1, disposal: null }];
const replied: AnyOf = [{ answered_on: { not: null } }];

const replyRate: Metric = {
  id: 'reply-rate',
  title: say('答复率', 'Reply rate'),
  kind: 'rate',
  variants: [
    {
      id: 'due',
      formula: say('已答复÷应办结且需答复', 'replied to / due, of those who want a reply'),
      period: 'due',
      denominator: wanted,
      numerator: replied,
    },
    {
      id: 'received',
      formula: say('已答复÷受理且需答复', 'replied to / received, of those who want a reply'),
      period: 'received',
      denominator: wanted,
      numerator: replied,
    },
  ],
};

const asked: AnyOf = [{ resolution: { not: null } }];

// 解决率: whether the matter is settled, which is another question than satisfaction.
const resolutionRate: Metric = {
  id: 'resolution-rate',
  title: say('解决率', 'Resolution rate'),
  kind: 'rate',
  variants: [
    {
      id: 'solved',
      formula: say('回访称已解决÷有效回访', 'solved, as the citizen says / valid follow-ups'),
      period: 'closed',
      denominator: asked,
      numerator: [{ resolution: 'solved' }],
    },
    {
      id: 'with-partly',
      formula: say('回访称已解决或部分解决÷有效回访', 'solved or partly solved, as the citizen says / valid follow-ups'),
      period: 'closed',
      denominator: asked,
      numerator: [{ resolution: ['solved', 'partly-solved'] }],
    },
  ],
};

export const handling: readonly Metric[] = [signInRate, responseRate, returnRate, reworkRate, replyRate, resolutionRate];
