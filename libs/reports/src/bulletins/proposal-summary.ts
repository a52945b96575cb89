import { say } from '@app/cases';
import type { Bulletin, Line } from './bulletin';

const classes = [
  ['a', 'A类（已解决或采纳）', 'class A (solved or adopted)'],
  ['b', 'B类（正在解决或列入计划）', 'class B (under way or planned)'],
  ['c', 'C类（留作参考）', 'class C (kept for reference)'],
  ['d', 'D类（暂不能解决）', 'class D (cannot be solved)'],
] as const;

const numbers: readonly Line[] = classes.map(([id, zh, en]) => ({
  code: `class-${id}`,
  zh,
  en,
  unit: '件',
  taken: { kind: 'count', metric: `class-${id}-share`, variant: 'classed' },
}));

// Over those with a class, as Ningbo prints them: three of its 591 have none.
const shares: readonly Line[] = classes.map(([id, zh, en]) => ({
  code: `class-${id}-share`,
  zh: `${zh}占比`,
  en: `Share of ${en}`,
  unit: '%',
  taken: { kind: 'rate', metric: `class-${id}-share`, variant: 'classed' },
}));

const satisfaction = 'proposal-satisfaction';

/** 提案办理情况总结, of the proposals of a year. Satisfaction is over the forms that came back, with the work and with the result. */
export const proposalSummary: Bulletin = {
  id: 'proposal-summary',
  version: 1,
  title: say('建议提案办理情况总结', 'Summary of proposals'),
  filters: { caseType: 'proposal' },
  lines: [
    { code: 'filed', zh: '立案', en: 'Filed', unit: '件', taken: { kind: 'count', metric: 'proposals-filed', variant: 'filed' } },
    ...numbers,
    ...shares,
    {
      code: 'forms',
      zh: '收回反馈表',
      en: 'Forms returned',
      unit: '份',
      taken: { kind: 'count', metric: satisfaction, variant: 'attitude', side: 'denominator' },
    },
    {
      code: 'satisfied-attitude',
      zh: '对办理工作满意',
      en: 'Satisfied with the work',
      unit: '份',
      taken: { kind: 'count', metric: satisfaction, variant: 'attitude' },
    },
    {
      code: 'satisfied-result',
      zh: '对办理结果满意',
      en: 'Satisfied with the result',
      unit: '份',
      taken: { kind: 'count', metric: satisfaction, variant: 'result' },
    },
    {
      code: 'attitude-rate',
      zh: '对办理工作满意率',
      en: 'Satisfaction with the work',
      unit: '%',
      taken: { kind: 'rate', metric: satisfaction, variant: 'attitude' },
    },
    {
      code: 'result-rate',
      zh: '对办理结果满意率',
      en: 'Satisfaction with the result',
      unit: '%',
      taken: { kind: 'rate', metric: satisfaction, variant: 'result' },
    },
  ],
  sums: [{ id: 'classes', total: 'filed', parts: classes.map(([id]) => `class-${id}`) }],
};
