import { forms } from '@app/reports';
import { documentOf } from './documents-for-specs';
import { partsOfDocument } from './parts';
import type { ReportDocument } from './report-document';

const official = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];

const document = documentOf(forms['gk-2021'], 2024);
const titles = (given: ReportDocument) => partsOfDocument(given).parts.map(({ title }) => title);
const withTables = (given: ReportDocument) => partsOfDocument(given).parts.flatMap(({ title, grid }) => (grid ? title : []));

describe('a report', () => {
  it('has the six chapters of the official one, in their order, whatever of them was written', () => {
    const chapters = [
      { title: '六、其他需要报告的事项', paragraphs: ['无。'] },
      { title: '一、总体情况', paragraphs: ['总体。'] },
    ].toReversed();
    expect(titles(document)).toEqual(official);
    expect(titles({ ...document, chapters })).toEqual(official);
    expect(withTables({ ...document, chapters })).toEqual(official.slice(1, 4));
  });

  it('has a table in the chapter that names it, and never twice', () => {
    const chapters = [{ title: '三、依申请公开', paragraphs: ['如下表。'], tableCode: 'table-3' }];
    expect(withTables({ ...document, chapters })).toEqual([official[1], '三、依申请公开', official[3]]);
  });

  it('of one table follows its narrative, and is signed', () => {
    const chapters = [{ title: '一、概述', paragraphs: ['概述。'] }];
    const parts = partsOfDocument({ ...documentOf(forms['gk-2014'], 2018), chapters });
    expect(parts.parts.map(({ title }) => title)).toEqual(['一、概述', '统计表']);
    expect(parts).toMatchObject({
      title: '政府信息公开情况统计表',
      subtitle: '（2018年度）',
      filledInBy: '填报单位（盖章）：永顺县人民政府',
    });
    expect(parts.signatures).toContain('审核人：');
  });

  it('of chapters is named after its agency and year', () =>
    expect(partsOfDocument(document)).toMatchObject({
      title: '永顺县人民政府2024年政府信息公开工作年度报告',
      subtitle: '',
      signatures: [],
    }));

  it('says whether its figures may still change', () => {
    const provisional = { ...document, report: { ...document.report, provisional: true } };
    const sealed = { number: 3, on: '2025-03-01', by: '办公室' };
    expect(partsOfDocument(document).standing).toBe('未定稿');
    expect(partsOfDocument(provisional).standing).toBe('未定');
    expect(partsOfDocument({ ...document, sealed }).standing).toBe('已定稿：3（办公室，2025-03-01）');
  });

  it('says on its face what the reader must know, and when it does not balance', () => {
    const side = { codes: ['staff'], text: { zh: '工作人员数', en: '' }, value: '7', known: '7', missing: [], isLeast: true };
    const checks = [
      {
        id: 'a7',
        kind: 'eq',
        status: 'fail',
        left: side,
        right: side,
        difference: '2',
        why: { zh: '7 ＝ 5 不成立', en: '' },
        leftOut: [],
        accountedFor: false,
      },
    ] as const;
    const given = {
      ...document,
      report: { ...document.report, notices: [{ zh: '数据未定', en: '' }], checks },
      verdicts: [{ zh: '正文不符', en: '' }],
    };
    const { notices, broken } = partsOfDocument(given);
    expect(notices).toEqual(['数据未定', '正文不符', '勾稽关系：不成立1项，详见文末']);
    expect(broken).toEqual(['［不成立］工作人员数 与 工作人员数：7 ＝ 5 不成立']);
  });
});
