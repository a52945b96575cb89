import { type Sentence, say } from '@app/cases';
import { type Form, type Identity, tillNow } from '../form';
import { cellCode, columned, type ColumnedLine, type ColumnedTable, tablesOf } from '../form-tables';
import { article20 } from './article-20';
import { requestIdentities } from './disclosure-identities';
import { disclosureStatements } from './disclosure-statements';
import { type GroupSix, requestsTable } from './disclosure-tables';
import { proceedingIdentities, proceedingsTable } from './proceedings-table';

const columns = [
  { code: 'issued', zh: '本年制发件数', en: 'Issued this year' },
  { code: 'repealed', zh: '本年废止件数', en: 'Repealed this year' },
  { code: 'in-force', zh: '现行有效件数', en: 'In force' },
  { code: 'decisions', zh: '本年处理决定数量', en: 'Decisions this year' },
  { code: 'amount', zh: '本年收费金额（单位：万元）', en: 'Charged this year (10,000 yuan)' },
];

const declaredLine = (code: string, zh: string, en: string, unit: string, of: readonly string[], note?: Sentence): ColumnedLine => ({
  code,
  zh,
  en,
  unit,
  level: 1,
  figures: Object.fromEntries(of.map((column) => [column, { kind: 'declared', code: cellCode(code, column) }])),
  ...(note && { note }),
});

const documents = ['issued', 'repealed', 'in-force'];

const repealed = say(
  '修改、自然失效的是否计入“废止”，各地不一，请在备注中说明',
  'offices differ on whether amended and expired documents count as repealed: say so in the note',
);

/** Table two: 主动公开政府信息情况 (政府信息公开条例 art. 20). */
const proactiveTable: ColumnedTable = {
  code: 'table-2',
  title: say('二、主动公开政府信息情况', 'Two. Information disclosed proactively'),
  columns,
  lines: [
    article20('一', 1),
    declaredLine('rules', '规章', 'Government rules', '件', documents, repealed),
    declaredLine('normative-documents', '行政规范性文件', 'Administrative normative documents', '件', documents, repealed),
    article20('五', 5),
    declaredLine('licensing', '行政许可', 'Administrative licensing', '件', ['decisions']),
    article20('六', 6),
    declaredLine('penalties', '行政处罚', 'Administrative penalties', '件', ['decisions']),
    declaredLine('coercion', '行政强制', 'Administrative coercive measures', '件', ['decisions']),
    article20('八', 8),
    declaredLine('charges', '行政事业性收费', 'Administrative and institutional charges', '万元', ['amount']),
  ],
};

const stock = (line: string): Identity => ({
  id: `c2:${line}`,
  kind: 'warn-eq',
  left: [cellCode(line, 'in-force')],
  right: [
    { code: cellCode(line, 'in-force'), of: 'previous-year' },
    cellCode(line, 'issued'),
    { code: cellCode(line, 'repealed'), less: true },
  ],
  why: say('上年现行有效＋本年制发－本年废止；清理可以打破', 'last year’s stock + issued - repealed; a stock-take can break it'),
});

const form = (six: GroupSix, differing: Pick<Form, 'id' | 'title' | 'validYears'>): Form => ({
  version: 1,
  authority: say('国办公开办函〔2021〕30号', 'State Council General Office letter 国办公开办函〔2021〕30号'),
  ...tablesOf(columned(proactiveTable), columned(requestsTable(six)), columned(proceedingsTable)),
  identities: [...requestIdentities(six), ...proceedingIdentities, stock('rules'), stock('normative-documents')],
  statements: disclosureStatements(six),
  ...differing,
});

/** 政府信息公开工作年度报告格式 of 2021: tables two, three and four. */
export const gk2021: Form = form('three-rows', {
  id: 'gk-2021',
  title: say('政府信息公开工作年度报告（2021年格式）', 'Annual report on government information disclosure (2021 format)'),
  validYears: [2021, tillNow],
});

/** The same with group six of table three as one row, as some agencies go on to print it (洪泽区2023、2024年). No authority asks for it. */
export const gk2021OneRowSix: Form = form('one-row', {
  id: 'gk-2021-one-row-six',
  title: say(
    '政府信息公开工作年度报告（2021年格式，“其他处理”不分项）',
    'Annual report on government information disclosure (2021 format, other handling undivided)',
  ),
  validYears: [2021, tillNow],
});
