import { say } from '@app/cases';
import type { Form } from '../form';
import { singleColumn, tablesOf } from '../form-tables';
import { otherMeans } from './other-means';
import { declared, declaredOrSum, header } from './rows';

const websiteClasses = ['website-news', 'website-laws', 'website-personnel', 'website-statistics', 'website-finance', 'website-other'];

const count = { code: 'count', zh: '数量', en: 'Count' };

/** 主动公开情况: what the office's annual report says about its own work beyond the statutory table. All of it is declared. */
export const annualDisclosure: Form = {
  id: 'annual-disclosure',
  version: 1,
  title: say('主动公开及保障情况', 'Proactive disclosure and its means'),
  authority: say('永顺县年度报告第一、二、六、七章', 'chapters one, two, six and seven of the annual report of Yongshun county'),
  validYears: [2018, 2018],
  ...tablesOf(
    singleColumn(
      [
        declared('条', [0, 'proactive-total', '主动公开政府信息', 'Items of government information proactively disclosed']),
        declared('条', [1, 'proactive-website', '县政府门户网站', 'on the county’s portal']),
        declared('条', [2, 'website-news', '动态信息', 'news']),
        declared('条', [2, 'website-laws', '法律法规和政策文件信息', 'laws, regulations and policy documents']),
        declared('条', [2, 'website-personnel', '人事信息', 'personnel']),
        declared('条', [2, 'website-statistics', '统计信息', 'statistics']),
        declared('条', [2, 'website-finance', '财政信息', 'public finance']),
        declared('条', [2, 'website-other', '其它信息', 'other']),
        declared('条', [1, 'proactive-gazette', '政报', 'in the gazette']),
        declared('条', [1, 'proactive-wechat', '政府微信', 'on WeChat']),
        declaredOrSum('条', [1, 'proactive-other', '其他渠道', 'by other means'], otherMeans),
        declared('条', [2, 'proactive-news-site', '新闻网', 'on the news site']),
        declared('条', [2, 'proactive-tv-radio', '电视电台', 'on television and radio']),
        declared('条', [2, 'proactive-village-broadcast', '村村响广播', 'by village broadcast']),
        declared('条', [2, 'proactive-further-means', '其他方式', 'by further means']),
        header(0, 'public-matters', '标准化试点', 'Standardisation pilot'),
        declared('项', [1, 'public-items', '梳理公开事项', 'Matters to be made public']),
        declared('项', [2, 'public-items-powers', '行政权力事项', 'administrative powers']),
        declared('项', [2, 'public-items-services', '公共服务事项', 'public services']),
        declared('条', [1, 'pilot-column-items', '试点专栏公开信息', 'Items published in the pilot column']),
        header(0, 'means', '机构、人员、经费与培训', 'Bodies, staff, funds and training'),
        declared('个', [1, 'dedicated-bodies', '政府信息公开工作专门机构', 'Dedicated disclosure bodies']),
        declared('个', [1, 'reading-points', '政府信息公开查阅点', 'Public reading points']),
        declared('人次', [1, 'reading-point-visits', '查阅点接待查阅', 'Visits to the reading points']),
        declared('人', [1, 'staff', '政府信息公开专兼职人员', 'Staff engaged in disclosure work, full-time or part-time']),
        declared('人', [2, 'staff-office', '县政务公开办工作人员', 'of the disclosure office']),
        declared('万元', [1, 'funding', '政府信息公开事务经费', 'Funds for disclosure work']),
        declared('万元', [2, 'funding-pilot', '基层政务公开标准化规范化试点工作经费', 'for the standardisation pilot']),
        declared('次', [1, 'meetings', '工作会议', 'Meetings']),
        declared('次', [1, 'training-sessions', '培训会', 'Training sessions']),
        declared('次', [2, 'training-sessions-pilot', '政务公开标准化规范化试点工作培训会', 'on the standardisation pilot']),
        declared('次', [2, 'training-sessions-reform', '“放管服”改革工作培训会', 'on the reform of administration']),
        declared('人次', [1, 'trainees', '培训工作人员', 'Persons trained (person-times)']),
      ],
      say('各项情况', 'Items'),
      count,
    ),
  ),
  identities: [
    {
      id: 'd1',
      kind: 'le',
      left: ['proactive-total'],
      right: ['proactive-website', 'proactive-gazette', 'proactive-wechat', 'proactive-other'],
      why: say('同一信息在总数中计一条，在各渠道中分别计数', 'the same information counts once in the total and once in every channel'),
    },
    { id: 'd2', kind: 'eq', left: ['proactive-website'], right: websiteClasses },
    { id: 'd3', kind: 'eq', left: ['proactive-other'], right: otherMeans },
    { id: 'd4', kind: 'eq', left: ['public-items'], right: ['public-items-powers', 'public-items-services'] },
    { id: 'd5', kind: 'le', left: ['staff-office'], right: ['staff'] },
    { id: 'd6', kind: 'le', left: ['funding-pilot'], right: ['funding'] },
    { id: 'd7', kind: 'eq', left: ['training-sessions'], right: ['training-sessions-pilot', 'training-sessions-reform'] },
  ],
};
