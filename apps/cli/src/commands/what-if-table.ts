import type { WhatIfAnswer } from '@app/case-handling';
import Table from 'cli-table3';

type Language = 'zh' | 'en';

const heads = {
  zh: { cells: ['统计指标', '单位', '现为', '若如此', '差', '计入', '不再计入'], metrics: ['统计', '办件', '单位', '现为', '若如此'] },
  en: { cells: ['row', 'unit', 'is', 'would be', 'difference', 'in', 'out'], metrics: ['metric', 'cases', 'unit', 'is', 'would be'] },
} as const;

const plain = {
  style: { head: [], border: [] },
  chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
};

const figure = ({ numerator, denominator, text }: { numerator: number; denominator?: number | undefined; text: string }): string =>
  denominator === undefined ? text : `${text} ${numerator}/${denominator}`;

const cellsTable = ({ cells }: WhatIfAnswer, language: Language): string => {
  const table = new Table({ head: [...heads[language].cells], ...plain });
  for (const { title, unit, actual, supposed, difference, cases } of cells)
    table.push([
      title[language],
      unit ?? '—',
      actual.text,
      supposed.text,
      difference ?? '',
      cases ? String(cases.cameIn.total) : '',
      cases ? String(cases.wentOut.total) : '',
    ]);
  return table.toString();
};

/** Of the units only those of which something would be otherwise: a county has forty. */
const metricsTable = ({ metrics }: WhatIfAnswer, language: Language): string => {
  const table = new Table({ head: [...heads[language].metrics], ...plain });
  for (const { title, caseType, actual, supposed, units = [] } of metrics) {
    table.push([title[language], caseType, '', figure(actual), figure(supposed)]);
    for (const { unit, actual: is, supposed: would } of units)
      if (figure(is) !== figure(would)) table.push(['', '', unit ?? '—', figure(is), figure(would)]);
  }
  return table.toString();
};

/** A year as it is and as it would be: what is supposed, the cells that differ, and the statistics. */
export const whatIfText = (answer: WhatIfAnswer, language: Language): string => {
  const { form, year, position, asOf, supposed, notices, cells } = answer;
  return [
    `${form.title[language]} ${year} · position ${position} · ${asOf}`,
    ...supposed.titles.map((title) => `  ${language === 'zh' ? '假设' : 'suppose'}：${title[language]}`),
    ...notices.map((notice) => `  ! ${notice[language]}`),
    cells.length > 0 ? cellsTable(answer, language) : { zh: '各项数据均无变化', en: 'no figure would be another' }[language],
    metricsTable(answer, language),
  ].join('\n');
};
