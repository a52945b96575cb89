import { say } from '@app/cases';
import type { Identity, LeftOut } from '../form';
import { cellCode, type ColumnedLine } from '../form-tables';
import { applicantColumns, applicants, type GroupSix, requestsTable, resultCodes } from './disclosure-tables';

const unstated = (column: string): LeftOut => {
  const [, kind] = applicants.find(([code]) => code === column) ?? [];
  return {
    title: say('答复结果未记载', 'outcome not stated'),
    measure: { basis: 'settled', where: { case_type: 'disclosure', ...(kind && { kind }), outcome: ['not-stated', ''] } },
  };
};

const printed = say('表上载明：第一项加第二项之和，等于第三项加第四项之和', 'printed on the form: item 1 + item 2 = item 3 + item 4');

const perColumn = (six: GroupSix, column: string): readonly Identity[] => {
  const at = (code: string) => cellCode(code, column);
  return [
    {
      id: `b1:${column}`,
      kind: 'eq',
      left: [at('new-received'), at('carried-in')],
      right: [at('results-total'), at('carried-out')],
      why: printed,
    },
    {
      id: `b2:${column}`,
      kind: 'eq',
      left: [at('results-total')],
      right: resultCodes(six).map(at),
      why: say('各办理结果之和等于总计', 'the results add up to their total'),
      leftOut: [unstated(column)],
    },
    {
      id: `c1:${column}`,
      kind: 'eq',
      left: [at('carried-in')],
      right: [{ code: at('carried-out'), of: 'previous-year' }],
      why: say('本年“上年结转”等于上年“结转下年度继续办理”', 'carried over from last year is what last year carried over'),
    },
  ];
};

const perLine = ({ code, unit }: ColumnedLine): readonly Identity[] =>
  unit === null
    ? []
    : [
        {
          id: `b3:${code}`,
          kind: 'eq',
          left: [cellCode(code, 'total')],
          right: applicants.map(([column]) => cellCode(code, column)),
          why: say('六类申请人之和等于总计', 'the six kinds of applicants add up to the total'),
        },
      ];

/** b1 to b3, and c1 across the years. */
export const requestIdentities = (six: GroupSix): readonly Identity[] => [
  ...applicantColumns.flatMap(({ code: column }) => perColumn(six, column)),
  ...requestsTable(six).lines.flatMap(perLine),
];
