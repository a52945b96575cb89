import { findCaseType, type Length, type Sentence, say } from '@app/cases';
import { satisfactionFormulas } from '@app/reports';
import type { KnownUnits } from '../reports/known-units';
import type { Supposition, TermSupposed } from './supposition';

const lengths: Readonly<Record<Length['unit'], Sentence>> = {
  hour: say('小时', 'hours'),
  'working-day': say('个工作日', 'working days'),
  day: say('日', 'days'),
  month: say('个月', 'months'),
};

const termTitle = ({ caseType, rule, amount, unit }: TermSupposed): Sentence => {
  const { title } = findCaseType(caseType)!;
  const [zh, en] = rule === undefined ? ['', ''] : [`（${rule}）`, ` (${rule})`];
  return say(
    `${title.zh}的答复期限${zh}为${amount}${lengths[unit].zh}`,
    `${title.en}: the answer${en} was due in ${amount} ${lengths[unit].en}`,
  );
};

const roundingTitles = { 'half-up': say('四舍五入', 'rounded half up'), truncate: say('去尾', 'cut off') } as const;

type Said = readonly Sentence[];
type Titles = { readonly [K in keyof Supposition]-?: (value: NonNullable<Supposition[K]>, units: KnownUnits) => Said };

const titles: Titles = {
  terms: (terms) => terms.map(termTitle),
  holidays: (days) =>
    days.map(({ on, works, name }) =>
      works ? say(`${on}（${name}）上班`, `${on} (${name}) was worked`) : say(`${on}（${name}）放假`, `${on} (${name}) was a holiday`),
    ),
  formula: (id) => [say(`满意率按${satisfactionFormulas[id].title.zh}`, `satisfaction is ${satisfactionFormulas[id].title.en}`)],
  rounding: (mode) => [say(`比率${roundingTitles[mode].zh}`, `rates are ${roundingTitles[mode].en}`)],
  places: (places) => [say(`比率保留${places}位小数`, `rates have ${places} decimals`)],
  units: (merged, units) =>
    Object.entries(merged).map(([unit, into]) => {
      const [part, whole] = [units.nameOf(unit), units.nameOf(into)];
      return say(`${part.zh}并入${whole.zh}`, `${part.en} had been part of ${whole.en}`);
    }),
  outcomes: (outcomes) =>
    Object.entries(outcomes).map(([code, as]) => say(`结果${code}计入${as}`, `the result ${code} is counted as ${as}`)),
  countMerged: () => [say('已合并的重复件单独计数', 'merged duplicates count as orders of their own')],
};

/** What is supposed, in words, in the order in which it is stated. */
export const titlesOf = (supposition: Supposition, units: KnownUnits): Said =>
  (Object.keys(supposition) as (keyof Supposition)[]).flatMap((key) =>
    (titles[key] as (value: unknown, units: KnownUnits) => Said)(supposition[key], units),
  );
