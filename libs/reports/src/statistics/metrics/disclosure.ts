import { type Sentence, say } from '@app/cases';
import { type AnyOf, everyCase } from '../condition';
import type { Metric } from '../metric';
import type { PeriodRuleId } from '../period-rules';

const requests = (id: string, title: Sentence, formula: Sentence, period: PeriodRuleId): Metric => ({
  id,
  title,
  kind: 'count',
  caseTypes: ['disclosure'],
  variants: [{ id: 'requests', formula, period, numerator: everyCase }],
});

// Three different bases under similar names: Suqian's 收办 of 3607 is 3511 received and 96 carried in.
const bases: readonly Metric[] = [
  requests('requests-received', say('申请收到数', 'Requests received'), say('本期新收', 'newly received'), 'received'),
  requests('requests-carried-in', say('申请结转数', 'Requests carried in'), say('上期结转', 'carried in'), 'carried-in'),
  requests('requests-handled', say('申请收办数', 'Requests handled'), say('本期新收＋上期结转', 'newly received + carried in'), 'alive'),
  requests(
    'requests-answered',
    say('申请答复数', 'Requests answered'),
    say('本期答复，或未经答复而办结', 'answered, or ended without an answer'),
    'settled',
  ),
  requests('requests-carried-out', say('申请结转下期数', 'Requests carried out'), say('结转下期继续办理', 'carried out'), 'carried-out'),
];

const disclosureRate: Metric = {
  id: 'disclosure-rate',
  title: say('予以公开率', 'Disclosure rate'),
  kind: 'rate',
  caseTypes: ['disclosure'],
  variants: [
    {
      id: 'results',
      formula: say('（予以公开＋部分公开）÷办理结果总计', '(granted + partly granted) / all results'),
      period: 'settled',
      denominator: everyCase,
      numerator: [{ outcome: ['granted', 'partly-granted'] }],
    },
  ],
};

const corrected: AnyOf = [{ outcome: 'corrected' }];

// What is decided after the period was pending in it.
const correctionRate: Metric = {
  id: 'correction-rate',
  title: say('纠错率', 'Correction rate'),
  kind: 'rate',
  caseTypes: ['proceeding'],
  variants: [
    // Suqian 2024: 18 of 170 - 36.
    {
      id: 'concluded',
      formula: say('纠正÷审结（总数－尚未审结）', 'corrected / concluded (total - pending)'),
      period: 'closed',
      denominator: everyCase,
      numerator: corrected,
    },
    {
      id: 'total',
      formula: say('期内审结的纠正÷总数', 'corrected in the period / total'),
      period: 'alive',
      denominator: everyCase,
      numerator: corrected,
      countedIn: 'closed',
    },
  ],
};

export const disclosureMetrics: readonly Metric[] = [...bases, disclosureRate, correctionRate];
