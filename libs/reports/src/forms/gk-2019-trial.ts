import { say } from '@app/cases';
import type { Figure, Form } from '../form';
import { cellCode, columned, type ColumnedLine, type ColumnedTable, tablesOf } from '../form-tables';
import { article20 } from './article-20';
import { requestIdentities } from './disclosure-identities';
import { disclosureStatements } from './disclosure-statements';
import { requestsTable } from './disclosure-tables';
import { proceedingIdentities, proceedingsTable } from './proceedings-table';

const columns = [
  { code: 'made', zh: '本年新制作数量', en: 'Made this year' },
  { code: 'disclosed', zh: '本年新公开数量', en: 'Disclosed this year' },
  { code: 'disclosed-total', zh: '对外公开总数量', en: 'Disclosed in all' },
  { code: 'items-last-year', zh: '上一年项目数量', en: 'Matters in the year before', unit: '项' },
  { code: 'items-change', zh: '本年增/减', en: 'Matters added or removed this year', unit: '项' },
  { code: 'decisions', zh: '处理决定数量', en: 'Decisions', unit: '件' },
  { code: 'projects', zh: '采购项目数量', en: 'Procurement projects', unit: '个' },
  { code: 'amount', zh: '采购总金额', en: 'Amount of procurement', unit: '元' },
];

/** Matters may become fewer: only this column may be negative (filling note of the trial form as printed by Wuhan, 2020). */
const figure = (line: string, column: string): Figure => ({
  kind: 'declared',
  code: cellCode(line, column),
  ...(column === 'items-change' && { signed: true }),
});

const declaredLine = (code: string, zh: string, en: string, unit: string, of: readonly string[]): ColumnedLine => ({
  code,
  zh,
  en,
  unit,
  level: 1,
  figures: Object.fromEntries(of.map((column) => [column, figure(code, column)])),
});

const documents = ['made', 'disclosed', 'disclosed-total'];
const matters = ['items-last-year', 'items-change', 'decisions'];

const proactiveTable: ColumnedTable = {
  code: 'table-2',
  title: say('二、主动公开政府信息情况', 'Two. Information disclosed proactively'),
  columns,
  lines: [
    article20('一', 1),
    declaredLine('rules', '规章', 'Government rules', '件', documents),
    declaredLine('normative-documents', '规范性文件', 'Normative documents', '件', documents),
    article20('五', 5),
    declaredLine('licensing', '行政许可', 'Administrative licensing', '项/件', matters),
    declaredLine('other-services', '其他对外管理服务事项', 'Other outward management and service matters', '项/件', matters),
    article20('六', 6),
    declaredLine('penalties', '行政处罚', 'Administrative penalties', '项/件', matters),
    declaredLine('coercion', '行政强制', 'Administrative coercive measures', '项/件', matters),
    article20('八', 8),
    declaredLine('charges', '行政事业性收费', 'Administrative and institutional charges', '项', ['items-last-year', 'items-change']),
    article20('九', 9),
    declaredLine('procurement', '政府集中采购', 'Government centralised procurement', '项/元', ['projects', 'amount']),
  ],
};

/** 政府信息公开工作年度报告格式（试行） of 2019 and 2020. */
export const gk2019Trial: Form = {
  id: 'gk-2019-trial',
  version: 1,
  title: say('政府信息公开工作年度报告（2019年试行格式）', 'Annual report on government information disclosure (trial format of 2019)'),
  authority: say('国办公开办函〔2019〕60号', 'State Council General Office letter 国办公开办函〔2019〕60号'),
  validYears: [2019, 2020],
  ...tablesOf(columned(proactiveTable), columned(requestsTable('one-row')), columned(proceedingsTable)),
  identities: [...requestIdentities('one-row'), ...proceedingIdentities],
  statements: disclosureStatements('one-row'),
};
