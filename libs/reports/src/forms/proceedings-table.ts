import { say } from '@app/cases';
import type { Column, Figure, Identity } from '../form';
import { cellCode, type ColumnedLine, type ColumnedTable } from '../form-tables';
import type { Measure } from '../measure';

const columns: readonly Column[] = [
  { code: 'upheld', zh: '结果维持', en: 'Upheld' },
  { code: 'corrected', zh: '结果纠正', en: 'Corrected' },
  { code: 'other', zh: '其他结果', en: 'Other results' },
  { code: 'pending', zh: '尚未审结', en: 'Pending' },
  { code: 'total', zh: '总计', en: 'Total' },
];

const parts = ['upheld', 'corrected', 'other', 'pending'];

const concluded = (where: Measure['where'], outcome: string): Measure => ({ basis: 'settled', where: { ...where, outcome } });
const pending = (where: Measure['where']): Measure => ({ basis: 'carried-out', where });
const counted = (...measures: readonly Measure[]): Figure => ({ kind: 'computed', measures });

/** What ended in the year by its outcome, what is open at its end, and both together: with what was carried over from last year. */
const figures = (where: Measure['where']): Readonly<Record<string, Figure>> => ({
  upheld: counted(concluded(where, 'upheld')),
  corrected: counted(concluded(where, 'corrected')),
  other: counted(concluded(where, 'other')),
  pending: counted(pending(where)),
  total: counted({ basis: 'settled', where }, pending(where)),
});

const group = (code: string, zh: string, en: string, where: Measure['where'], note?: ColumnedLine['note']): ColumnedLine => ({
  code,
  zh,
  en,
  unit: '件',
  level: 0,
  figures: figures({ case_type: 'proceeding', ...where }),
  ...(note && { note }),
});

const unstated = say('未注明途径的诉讼计入此列', 'a suit whose route is not stated counts here');

/** Table four: 政府信息公开行政复议、行政诉讼情况, the same in both editions. */
export const proceedingsTable: ColumnedTable = {
  code: 'table-4',
  title: say('四、政府信息公开行政复议、行政诉讼情况', 'Four. Administrative reconsideration and litigation'),
  columns,
  lines: [
    group('reconsideration', '行政复议', 'Administrative reconsideration', { kind: 'reconsideration' }),
    group(
      'litigation-direct',
      '行政诉讼·未经复议直接起诉',
      'Litigation brought directly, without reconsideration',
      { kind: 'litigation', route: ['direct', ''] },
      unstated,
    ),
    group('litigation-after', '行政诉讼·复议后起诉', 'Litigation after reconsideration', {
      kind: 'litigation',
      route: 'after-reconsideration',
    }),
  ],
};

export const proceedingIdentities: readonly Identity[] = proceedingsTable.lines.map(({ code }) => ({
  id: `b4:${code}`,
  kind: 'eq',
  left: [cellCode(code, 'total')],
  right: parts.map((part) => cellCode(code, part)),
  why: say('四种情形之和等于总计', 'the four cases add up to the total'),
}));
