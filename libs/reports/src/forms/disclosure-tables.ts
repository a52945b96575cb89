import { type Sentence, say } from '@app/cases';
import type { Column, Figure, Term } from '../form';
import { cellCode, type ColumnedLine, type ColumnedTable } from '../form-tables';
import type { CaseBasis, Measure } from '../measure';

/** Columns of the form, and the kinds of applicants that count in them. */
export const applicants: readonly (readonly [code: string, kind: string, zh: string, en: string])[] = [
  ['natural-person', 'natural-person', '自然人', 'Natural persons'],
  ['enterprise', 'enterprise', '商业企业', 'Commercial enterprises'],
  ['research', 'research-institution', '科研机构', 'Research institutions'],
  ['public-interest', 'public-interest-organisation', '社会公益组织', 'Social public-interest organisations'],
  ['legal-service', 'legal-service-institution', '法律服务机构', 'Legal-service institutions'],
  ['other-org', 'other', '其他', 'Other legal persons or organisations'],
];

const organisations = say('法人或其他组织', 'Legal persons or other organisations');

/** The seven columns of table three. */
export const applicantColumns: readonly Column[] = [
  ...applicants.map(([code, , zh, en], index) => ({ code, zh, en, ...(index > 0 && { under: organisations }) })),
  { code: 'total', zh: '总计', en: 'Total' },
];

/** One measure for each column; the total counts all requests by itself, so that the sum of the columns can be checked against it. */
const byApplicant = (basis: CaseBasis, where: Measure['where'] = {}): Readonly<Record<string, Figure>> => {
  const figure = (more: Measure['where']): Figure => ({
    kind: 'computed',
    measures: [{ basis, where: { case_type: 'disclosure', ...more, ...where } }],
  });
  return { ...Object.fromEntries(applicants.map(([code, kind]) => [code, figure({ kind })])), total: figure({}) };
};

type Label = readonly [level: number, code: string, zh: string, en: string];

const line = ([level, code, zh, en]: Label, figures: ColumnedLine['figures'], note?: Sentence): ColumnedLine => ({
  code,
  zh,
  en,
  unit: Object.keys(figures).length > 0 ? '件' : null,
  level,
  figures,
  ...(note && { note }),
});

const heading = (...label: Label): ColumnedLine => line(label, {});

/** A result, counted in the year in which the handling ended. `also`: outcomes of the regulation of 2008 that come nearest to it. */
const result = (level: number, code: string, zh: string, en: string, also: readonly string[] = []): ColumnedLine =>
  line([level, code, zh, en], byApplicant('settled', { outcome: [code, ...also] }));

const mapped = say(
  '2008年《条例》时期的答复按最接近的结果计入',
  'answers under the regulation of 2008 count under the result that comes nearest',
);

/** Withdrawn, not government information, told to amend or to go elsewhere: what the regulation of 2008 knew and these forms have no row for. */
const olderEndings = ['withdrawn', 'refused-not-gov-info', 'told-to-amend', 'told-other-channel'];

const otherLines = [
  result(
    2,
    'other-correction-lapsed',
    '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    'correction not made in time without good reason; no longer processed',
  ),
  result(
    2,
    'other-fee-unpaid',
    '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    'fee not paid in time as notified; no longer processed',
  ),
  { ...result(2, 'other-other', '3.其他', 'other (withdrawn by the applicant, among others)', olderEndings), note: mapped },
];

const otherTitle: Label = [1, 'other-handling', '（六）其他处理', 'Other handling'];

/** How group six is printed: as one row (2019), or divided in three (2021). */
export type GroupSix = 'one-row' | 'three-rows';

const groupSix: Readonly<Record<GroupSix, readonly ColumnedLine[]>> = {
  'one-row': [
    line(
      otherTitle,
      byApplicant('settled', { outcome: ['other-correction-lapsed', 'other-fee-unpaid', 'other-other', ...olderEndings] }),
      mapped,
    ),
  ],
  'three-rows': [heading(...otherTitle), ...otherLines],
};

const resultLines: readonly ColumnedLine[] = [
  { ...result(1, 'granted', '（一）予以公开', 'Disclosed', ['already-public']), note: mapped },
  result(
    1,
    'partly-granted',
    '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    'Disclosed in part (if separable treatment is applied, count only here)',
  ),
  heading(1, 'refused', '（三）不予公开', 'Not disclosed'),
  result(2, 'refused-state-secret', '1.属于国家秘密', 'state secret'),
  result(2, 'refused-other-law', '2.其他法律行政法规禁止公开', 'prohibited by another law or administrative regulation'),
  result(2, 'refused-security-stability', '3.危及“三安全一稳定”', 'endangers the “three securities and one stability”'),
  {
    ...result(2, 'refused-third-party', '4.保护第三方合法权益', 'protects a third party’s lawful rights and interests', [
      'refused-trade-secret',
      'refused-privacy',
    ]),
    note: mapped,
  },
  result(2, 'refused-internal-affairs', '5.属于三类内部事务信息', 'one of three kinds of internal-affairs information'),
  result(2, 'refused-deliberative', '6.属于四类过程性信息', 'one of four kinds of process (deliberative) information'),
  result(2, 'refused-enforcement-file', '7.属于行政执法案卷', 'administrative enforcement case file'),
  result(2, 'refused-query-matter', '8.属于行政查询事项', 'matter for administrative enquiry'),
  heading(1, 'unavailable', '（四）无法提供', 'Unable to provide'),
  {
    ...result(2, 'unavailable-not-held', '1.本机关不掌握相关政府信息', 'the agency does not hold the information', [
      'not-this-agency',
      'not-existing',
    ]),
    note: mapped,
  },
  result(2, 'unavailable-needs-creation', '2.没有现成信息需要另行制作', 'no ready information; would have to be made'),
  result(2, 'unavailable-unclear', '3.补正后申请内容仍不明确', 'still unclear after correction'),
  heading(1, 'declined', '（五）不予处理', 'Not processed'),
  result(2, 'declined-petition', '1.信访举报投诉类申请', 'petition, report or complaint in the guise of a request'),
  result(2, 'declined-repeat', '2.重复申请', 'repeated request'),
  result(2, 'declined-publication', '3.要求提供公开出版物', 'asks for a public publication'),
  result(2, 'declined-excessive', '4.无正当理由大量反复申请', 'many repeated requests without good reason'),
  result(
    2,
    'declined-confirmation',
    '5.要求行政机关确认或重新出具已获取信息',
    'asks the agency to confirm or re-issue information already obtained',
  ),
];

/** Table three: 收到和处理政府信息公开申请情况. */
export const requestsTable = (six: GroupSix): ColumnedTable => ({
  code: 'table-3',
  title: say('三、收到和处理政府信息公开申请情况', 'Three. Requests received and handled'),
  columns: applicantColumns,
  lines: [
    line([0, 'new-received', '一、本年新收政府信息公开申请数量', 'New requests received this year'], byApplicant('received')),
    line([0, 'carried-in', '二、上年结转政府信息公开申请数量', 'Requests carried over from last year'], byApplicant('carried-in')),
    heading(0, 'results', '三、本年度办理结果', 'Results this year'),
    ...resultLines,
    ...groupSix[six],
    line([1, 'results-total', '（七）总计', 'Total results'], byApplicant('settled')),
    line([0, 'carried-out', '四、结转下年度继续办理', 'Carried over to next year'], byApplicant('carried-out')),
  ],
});

/** The result rows, which make up the total. */
export const resultCodes = (six: GroupSix): readonly string[] => [
  ...resultLines.filter(({ unit }) => unit !== null).map(({ code }) => code),
  ...groupSix[six].filter(({ unit }) => unit !== null).map(({ code }) => code),
];

/** The cells of group six that make up 其他处理, for a column. */
export const otherHandling = (six: GroupSix, column: string): readonly Term[] =>
  groupSix[six].filter(({ unit }) => unit !== null).map(({ code }) => cellCode(code, column));
