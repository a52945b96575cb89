import { type CaseEvent, type Decision, reject, type Rejection, type Sentence, say } from '@app/cases';
import type { CheckLine } from '@app/reports';
import { type Confirmation, type ReportFile, type SealedReport, standingSeal, verdictOn } from './report-file';

/** Who does something, and when. */
export interface Act {
  readonly by: string;
  readonly at: string;
}

/** Asks units to confirm their part before the report is sealed. Units that were asked before are not asked again. */
export const askForConfirmation = (file: ReportFile, units: readonly string[]): Decision<CaseEvent> => {
  const unasked = [...new Set(units)].filter((unit) => !file.asked.includes(unit));
  return unasked.length > 0 ? [{ type: 'ReportConfirmationAsked', data: { units: unasked } }] : [];
};

/** A unit says that its own figures are right. Said of the same figures again, it is nothing new. */
export const confirmPart = (file: ReportFile, unit: string, { by, at }: Act, said: Omit<Confirmation, 'by' | 'at'>): Decision<CaseEvent> =>
  file.confirmed[unit]?.figures === said.figures ? [] : [{ type: 'ReportPartConfirmed', data: { unit, by, at, ...said } }];

/** A unit says that its own figures are wrong. */
export const disputePart = (file: ReportFile, unit: string, { by, at }: Act, reason: string): Decision<CaseEvent> =>
  file.disputed[unit]?.reason === reason ? [] : [{ type: 'ReportPartDisputed', data: { unit, by, at, reason } }];

/** What somebody makes of a check that did not pass. */
export const judgeCheck = (
  file: ReportFile,
  line: CheckLine | undefined,
  { by, at }: Act,
  { verdict, reason }: { readonly verdict: 'accepted' | 'mistake'; readonly reason: string },
): Decision<CaseEvent> => {
  if (!line) return reject('没有这项检查', 'there is no such check');
  if (line.status === 'pass') return reject('该项检查已通过，无需说明', 'this check passes: there is nothing to judge');
  const before = verdictOn(file, line);
  if (before && !before.stale && before.verdict === verdict && before.reason === reason) return [];
  const { id: check, left, right } = line;
  return [{ type: 'ReportCheckJudged', data: { check, verdict, reason, left, right, by, at } }];
};

/** What a report is sealed from. */
export interface ToSeal {
  readonly report: Omit<SealedReport, 'number' | 'failing' | 'reason' | 'replaces'>;
  readonly provisional: boolean;
  readonly outsideValidity: boolean;
  readonly hasCases: boolean;
  readonly checks: readonly CheckLine[];
  /** The figures of each unit's own report at that position, as in its confirmation. */
  readonly figuresOf: Readonly<Record<string, string>>;
}

/** Something that stands against a seal. */
export interface Obstacle {
  readonly id: string;
  readonly said: Sentence;
}

const accepted = (file: ReportFile, line: CheckLine): boolean => {
  const verdict = verdictOn(file, line);
  return verdict?.verdict === 'accepted' && !verdict.stale;
};

const unconfirmed = (file: ReportFile, unit: string, figures: string | undefined): Obstacle | undefined => {
  const confirmation = file.confirmed[unit];
  if (confirmation?.figures === figures && figures !== undefined) return undefined;
  const dispute = file.disputed[unit];
  if (dispute) return { id: `unit:${unit}`, said: say(`${unit} 提出异议：${dispute.reason}`, `${unit} objects: ${dispute.reason}`) };
  return confirmation
    ? { id: `unit:${unit}`, said: say(`${unit} 确认之后数据有变动`, `the figures of ${unit} have changed since it confirmed them`) }
    : { id: `unit:${unit}`, said: say(`${unit} 尚未确认`, `${unit} has not confirmed its part`) };
};

/** Everything that stands against sealing this; with a reason it may be sealed all the same. */
export const obstaclesTo = (file: ReportFile, to: ToSeal): readonly Obstacle[] => [
  ...(to.provisional ? [{ id: 'provisional', said: say('该年度尚未结束', 'the year is not over') }] : []),
  ...(to.outsideValidity ? [{ id: 'outside-validity', said: say('该格式不适用于该年度', 'the form is not asked for in that year') }] : []),
  ...(to.hasCases ? [] : [{ id: 'no-cases', said: say('系统中没有该年度的办件', 'no cases of that year are known here') }]),
  ...to.checks
    .filter((line) => line.status === 'fail' && !accepted(file, line))
    .map(({ id, title, why }) => ({
      id,
      said: say(`${title.zh}：${why.zh}`, `${title.en}: ${why.en}`),
    })),
  ...file.asked.flatMap((unit) => unconfirmed(file, unit, to.figuresOf[unit]) ?? []),
];

/** What is asked of whoever seals. */
export interface SealOrder {
  /** Why it is sealed although something stands against it, or why a seal is replaced. */
  readonly reason?: string | undefined;
  /** Number of the seal that this one replaces. */
  readonly replaces?: number | undefined;
}

const alreadySealed = (file: ReportFile, { replaces, reason }: SealOrder): Rejection | undefined => {
  const standing = standingSeal(file);
  if (!standing)
    return replaces === undefined ? undefined : reject('该报表尚未定稿，没有可替换的定稿', 'nothing is sealed yet that could be replaced');
  if (replaces === undefined)
    return reject(
      `该报表已由${standing.by}于${standing.at}定稿（第${standing.number}号）；如需更正，请说明替换第${standing.number}号及理由`,
      `sealed already by ${standing.by} at ${standing.at} as number ${standing.number}; to put it right, state replaces=${standing.number} and a reason`,
    );
  if (replaces !== standing.number)
    return reject(
      `现行定稿为第${standing.number}号，不是第${replaces}号`,
      `the seal that stands is number ${standing.number}, not ${replaces}`,
    );
  return reason === undefined ? reject('替换定稿须说明理由', 'a seal is replaced for a reason: state it') : undefined;
};

const listed = (obstacles: readonly Obstacle[], language: 'zh' | 'en'): string => {
  const [most, rest] = [obstacles.slice(0, 5).map(({ said }) => said[language]), obstacles.length - 5];
  return `${most.join('；')}${rest > 0 ? (language === 'zh' ? `；等${obstacles.length}项` : `; and ${rest} more`) : ''}`;
};

/** Seals what is at a position of the log. Of two who do it at once, the second is told of the first. */
export const seal = (file: ReportFile, to: ToSeal, { by, at }: Act, order: SealOrder): Decision<CaseEvent> => {
  const taken = alreadySealed(file, order);
  if (taken) return taken;
  const obstacles = obstaclesTo(file, to);
  if (obstacles.length > 0 && order.reason === undefined)
    return reject(
      `尚不能定稿：${listed(obstacles, 'zh')}。确需定稿的，请说明理由（reason）`,
      `it cannot be sealed: ${listed(obstacles, 'en')}. To seal it all the same, state a reason`,
    );
  const sealed: SealedReport = {
    number: file.seals.length + 1,
    ...to.report,
    failing: obstacles.map(({ id }) => id),
    reason: order.reason,
    replaces: order.replaces,
  };
  return [{ type: 'ReportSealed', data: { ...sealed, by, at } }];
};

/** Says when and where the sealed report was made public. Said again, it is nothing new. */
export const publish = (
  file: ReportFile,
  { by, at }: Act,
  { on, where }: { readonly on: string; readonly where: string },
): Decision<CaseEvent> => {
  const standing = standingSeal(file);
  if (!standing) return reject('报表尚未定稿，不能公布', 'it is published once it is sealed');
  if (file.published.some((each) => each.number === standing.number && each.on === on && each.where === where)) return [];
  return [{ type: 'ReportPublished', data: { number: standing.number, on, where, by, at } }];
};
