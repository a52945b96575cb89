import { say } from '@app/cases';
import type { PublishedFigure, PublishedForm, PublishedReport } from '../published-report';
import { counts } from './figures';

const staff: PublishedFigure = {
  value: '140',
  atLeast: true,
  note: say('报告写“140余人”，只是下限', 'printed "more than 140 persons": a lower bound'),
};

const trainees: PublishedFigure = {
  value: '300',
  atLeast: true,
  note: say('报告写“300余人次”，只是下限', 'printed "more than 300 person-times": a lower bound'),
};

const onPaper = say(
  '报告只写“书面申请2件”，表上分为当面、传真、信函',
  'the report says only "2 in writing", which the form splits into in person, fax and letter',
);
const repliesUnknown = say(
  '报告称6件全部办结，但只说明了5件的答复结果',
  'the report says that all 6 were dealt with and gives the outcome of only 5',
);
const undecided = say(
  '报告列出4件复议，未列结果；本表没有“尚未审结”一行',
  'the report gives 4 reconsiderations and no outcome; the form has no row for what is pending',
);

const gk2014: PublishedForm = {
  figures: {
    ...counts({
      'proactive-total': 29178,
      'proactive-normative-docs': 23,
      'proactive-gazette': 28,
      'proactive-website': 12436,
      'proactive-wechat': 553,
      'proactive-other': 16161,
      'press-conferences-principal': 2,
      'policy-interpretations': 30,
      'weibo-wechat-responses': 3,
      'other-responses': 1111,
      'requests-received': 6,
      'requests-online': 4,
      'requests-closed': 6,
      'requests-closed-on-time': 6,
      'replies-not-this-agency': 4,
      'replies-told-to-amend': 1,
      reconsideration: 4,
      litigation: 1,
      'litigation-upheld': 1,
      'dedicated-bodies': 1,
      'reading-points': 3,
      funding: 205,
      meetings: 1,
      'training-sessions': 3,
    }),
    staff,
    trainees,
  },
  sums: [
    {
      code: 'requests-in-writing',
      title: say('书面申请（当面、传真、信函合计）', 'Requests in writing (in person, by fax and by letter together)'),
      rows: ['requests-in-person', 'requests-fax', 'requests-letter'],
      value: '2',
    },
  ],
  unpublished: {
    'requests-in-person': onPaper,
    'requests-fax': onPaper,
    'requests-letter': onPaper,
    replies: repliesUnknown,
    'reconsideration-upheld': undecided,
    'reconsideration-corrected': undecided,
    'reconsideration-other': undecided,
  },
  imbalances: { a3: repliesUnknown, a5: undecided },
};

const annualResponse: PublishedForm = {
  figures: {
    ...counts({
      'response-total': 1146,
      'policy-interpretations': 30,
      'press-conferences-principal': 2,
      'online-inquiries': 52,
      'weibo-wechat-responses': 3,
      'leader-mailbox': 128,
      proposals: 159,
      hotline: 772,
    }),
    'hotline-satisfaction': {
      value: '97.3',
      note: say(
        '报告未说明分母；以772件为分母时，只有满意751件四舍五入得97.3%',
        'the report does not state its base; of 772, only 751 satisfied rounds to 97.3 %',
      ),
    },
  },
};

const annualDisclosure: PublishedForm = {
  figures: {
    ...counts({
      'proactive-total': 29178,
      'proactive-website': 12436,
      'website-news': 3976,
      'website-laws': 346,
      'website-personnel': 82,
      'website-statistics': 455,
      'website-finance': 761,
      'website-other': 6816,
      'proactive-gazette': 28,
      'proactive-wechat': 553,
      'proactive-other': 16161,
      'proactive-news-site': 1138,
      'proactive-tv-radio': 5023,
      'proactive-village-broadcast': 3540,
      'proactive-further-means': 6460,
      'public-items': 222,
      'public-items-powers': 216,
      'public-items-services': 6,
      'dedicated-bodies': 1,
      'reading-points': 3,
      'staff-office': 1,
      funding: 205,
      'funding-pilot': 200,
      meetings: 1,
      'training-sessions': 3,
      'training-sessions-pilot': 2,
      'training-sessions-reform': 1,
    }),
    'pilot-column-items': {
      value: '1200',
      atLeast: true,
      note: say('报告写“1200多条”，只是下限', 'printed "more than 1200": a lower bound'),
    },
    'reading-point-visits': {
      value: '6000',
      atLeast: true,
      note: say('报告写“6000多人次”，只是下限', 'printed "more than 6000 person-times": a lower bound'),
    },
    staff,
    trainees,
  },
};

/**
 * 永顺县2018年政府信息公开工作年度报告, as published. The table attached to it is not in the text, so the rows of `gk-2014` are
 * what the narrative says; `proactive-other` and `other-responses` are sums of what it says.
 */
export const yongshun2018: PublishedReport = {
  id: 'yongshun-2018',
  year: 2018,
  title: say('永顺县2018年政府信息公开工作年度报告', 'Annual report of Yongshun county on government information disclosure, 2018'),
  publisher: say('永顺县人民政府', 'People’s Government of Yongshun county'),
  publishedOn: '2019-03-01',
  forms: { 'gk-2014': gk2014, 'annual-response': annualResponse, 'annual-disclosure': annualDisclosure },
};
