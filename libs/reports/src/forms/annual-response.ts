import { say } from '@app/cases';
import { type Form, tillNow } from '../form';
import { singleColumn, tablesOf } from '../form-tables';
import { complaintsClosed, inquiriesAnswered, lettersAnswered, proposalsAnswered } from './case-measures';
import { counted, declared, rate, total } from './rows';

const answeredNote = say('按答复日期计入年度', 'by the date of the answer');
const closedNote = say('按办结日期计入年度', 'by the date of closing');

const parts = [
  'policy-interpretations',
  'press-conferences-principal',
  'online-inquiries',
  'weibo-wechat-responses',
  'leader-mailbox',
  'proposals',
  'hotline',
];

const count = { code: 'count', zh: '数量', en: 'Count' };

/** 回应解读情况: the office's own statement, chapter three of its annual report. No authority prescribes it. */
export const annualResponse: Form = {
  id: 'annual-response',
  version: 1,
  title: say('回应解读情况', 'Responses and policy interpretation'),
  authority: say('永顺县年度报告第三章', 'chapter three of the annual report of Yongshun county'),
  validYears: [2018, tillNow],
  ...tablesOf(
    singleColumn(
      [
        total(
          '条',
          [0, 'response-total', '通过不同渠道和方式回应解读', 'Responses and interpretation through all channels'],
          parts,
          say('文章、活动与案件相加，不是统计表的一行', 'adds articles, occasions and cases: no row of the statutory table'),
        ),
        declared('篇', [1, 'policy-interpretations', '公开政策解读', 'Policy interpretations published']),
        declared('次', [
          1,
          'press-conferences-principal',
          '主要负责人参加新闻发布会',
          'Press conferences attended by the principal leader',
        ]),
        counted('件', [1, 'online-inquiries', '网络问政平台回应', 'Online inquiries responded to'], [inquiriesAnswered], answeredNote),
        declared('次', [1, 'weibo-wechat-responses', '微信回应', 'Responses on WeChat']),
        counted('件', [1, 'leader-mailbox', '领导信箱回应', 'Leader-mailbox letters responded to'], [lettersAnswered], answeredNote),
        counted('件', [1, 'proposals', '建议提案办理', 'Proposals dealt with'], [proposalsAnswered], answeredNote),
        counted('件', [1, 'hotline', '政府服务热线办理', 'Hotline complaints closed'], [complaintsClosed], closedNote),
        rate(
          [1, 'hotline-satisfaction', '政府服务热线满意率', 'Hotline satisfaction rate'],
          { formula: 'strict', cases: { case_type: 'complaint' }, rounding: { mode: 'half-up', places: 1 } },
          say('满意÷已评价，按办结年度', 'satisfied / rated, of the complaints closed in the year'),
        ),
      ],
      say('各项情况', 'Items'),
      count,
    ),
  ),
  identities: [{ id: 'r1', kind: 'eq', left: ['response-total'], right: parts }],
};
