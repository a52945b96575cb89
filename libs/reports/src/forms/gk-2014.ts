import { say } from '@app/cases';
import type { Form, LeftOut } from '../form';
import { singleColumn, tablesOf } from '../form-tables';
import {
  complaintsClosed,
  inquiriesAnswered,
  lettersAnswered,
  type ProceedingKind,
  proceedingsConcluded,
  proceedingsFiled,
  proposalsAnswered,
  requestsAnswered,
  requestsReceived,
} from './case-measures';
import { otherMeans } from './other-means';
import { counted, declared, declaredOrSum, header } from './rows';

const onlineChannels = ['online', 'wechat', 'app', 'upper-platform'];
const channelsWithoutRow = ['phone', 'sms', 'system'];

// Answers under the regulation of 2019 count where they have a row here; those that have none are told apart by the identities.
const otherLaw = ['refused-other-law', 'refused-internal-affairs', 'refused-deliberative', 'refused-enforcement-file'];
const otherChannels = ['told-other-channel', 'refused-query-matter', 'declined-petition', 'declined-publication'];
const withoutRow = [
  'unavailable-not-held',
  'unavailable-needs-creation',
  'unavailable-unclear',
  'declined-repeat',
  'declined-excessive',
  'declined-confirmation',
  'other-correction-lapsed',
  'other-fee-unpaid',
  'other-other',
];

const refusals = [
  'refused-state-secret',
  'refused-trade-secret',
  'refused-privacy',
  'refused-third-party',
  'refused-security-stability',
  'refused-not-gov-info',
  ...otherLaw,
];

const normativeDocsNote = say(
  '与上一行同列于“其中”，但不是主动公开政府信息数的一部分，而是规范性文件公开率的分母',
  'printed under the same "of which", but no part of the total: it is what the disclosed normative documents are a share of',
);
const otherMeansNote = say(
  '未直接申报时，为新闻网、电视电台、村村响广播和其他方式四项申报数之和',
  'unless declared itself, the sum of the four declared means: news site, television and radio, village broadcast, further means',
);
const otherResponsesNote = say(
  '本年度答复的网络问政、领导信箱来信、建议提案与本年度办结的热线诉求之和',
  'online inquiries, leader-mailbox letters and proposals answered in the year, and hotline complaints closed in the year',
);
const onlineNote = say(
  '含微信、客户端和上级平台转来的申请；电话、短信和系统来源没有对应的行，不计入任何一行',
  'with those by WeChat, app and platforms of higher levels; phone, SMS and system have no row and are counted in none',
);
const closedNote = say(
  '以答复为办结，按答复日期计入年度；逾期答复的不计入下面两行',
  'a request is closed by its answer, in the year of the answer; one answered late is in neither row below',
);
const repliesNote = say('本年度的全部答复，含结果未记载的', 'all answers of the year, with those whose outcome the record does not state');
const proceedingsNote = say(
  '总数按收案年度，结果按审结年度；本表没有“尚未审结”一行，未审结的只计入总数',
  'the total by the year of filing, the outcomes by the year of conclusion; the form has no row for what is pending, which is in the total only',
);

const pending = (kind: ProceedingKind): readonly LeftOut[] => [
  { title: say('本年度收案、尚未审结', 'filed in the year and still pending'), measure: proceedingsFiled(kind, { outcome: '' }) },
];

/** 政府信息公开情况统计表. Labels as printed, in the order printed; a label is corrected here and nowhere else. */
export const gk2014: Form = {
  id: 'gk-2014',
  version: 2,
  title: say('政府信息公开情况统计表', 'Statistical table of government information disclosure'),
  authority: say('国办发〔2014〕32号', 'General Office of the State Council, 2014, no. 32'),
  validYears: [2014, 2018],
  ...tablesOf(
    singleColumn([
      header(0, 'proactive', '一、主动公开情况', 'Proactive disclosure'),
      declared('条', [
        1,
        'proactive-total',
        '（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）',
        'Items of government information proactively disclosed (the same information through several channels counts once)',
      ]),
      declared('条', [2, 'proactive-normative-docs', '其中：主动公开规范性文件数', 'of which: normative documents proactively disclosed']),
      declared('件', [2, 'normative-docs-issued', '制发规范性文件总数', 'Normative documents made and issued (all)'], normativeDocsNote),
      header(1, 'proactive-by-channel', '（二）通过不同渠道和方式公开政府信息的情况', 'Disclosure by channel and means'),
      declared('条', [2, 'proactive-gazette', '1．政府公报公开政府信息数', 'Items disclosed in the government gazette']),
      declared('条', [2, 'proactive-website', '2．政府网站公开政府信息数', 'Items disclosed on government websites']),
      declared('条', [2, 'proactive-weibo', '3．政务微博公开政府信息数', 'Items disclosed on government microblogs (Weibo)']),
      declared('条', [2, 'proactive-wechat', '4．政务微信公开政府信息数', 'Items disclosed on government WeChat accounts']),
      declaredOrSum(
        '条',
        [2, 'proactive-other', '5．其他方式公开政府信息数', 'Items disclosed by other means'],
        otherMeans,
        otherMeansNote,
      ),
      header(0, 'response', '二、回应解读情况', 'Responses and policy interpretation'),
      declared('次', [
        1,
        'response-hot-topics',
        '（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）',
        'Public hot topics or major public-opinion events answered (the same topic answered in several ways counts once)',
      ]),
      header(1, 'response-by-channel', '（二）通过不同渠道和方式回应解读的情况', 'Responses and interpretation by channel'),
      declared('次', [2, 'press-conferences', '1．参加或举办新闻发布会总次数', 'Press conferences attended or held']),
      declared('次', [
        3,
        'press-conferences-principal',
        '其中：主要负责同志参加新闻发布会次数',
        'of which: attended by the principal leader',
      ]),
      declared('次', [2, 'online-interviews', '2．政府网站在线访谈次数', 'Online interviews on government websites']),
      declared('次', [3, 'online-interviews-principal', '其中：主要负责同志参加政府网站在线访谈次数', 'of which: by the principal leader']),
      declared('篇', [2, 'policy-interpretations', '3．政策解读稿件发布数', 'Policy-interpretation articles published']),
      declared('次', [2, 'weibo-wechat-responses', '4．微博微信回应事件数', 'Matters answered on Weibo/WeChat']),
      counted(
        '次',
        [2, 'other-responses', '5．其他方式回应事件数', 'Matters answered by other means'],
        [inquiriesAnswered, lettersAnswered, proposalsAnswered, complaintsClosed],
        otherResponsesNote,
      ),
      header(0, 'requests', '三、依申请公开情况', 'Disclosure on request'),
      counted('件', [1, 'requests-received', '（一）收到申请数', 'Requests received'], [requestsReceived()]),
      counted('件', [2, 'requests-in-person', '1．当面申请数', 'made in person'], [requestsReceived('in-person')]),
      counted('件', [2, 'requests-fax', '2．传真申请数', 'by fax'], [requestsReceived('fax')]),
      counted('件', [2, 'requests-online', '3．网络申请数', 'over the internet'], [requestsReceived(...onlineChannels)], onlineNote),
      counted('件', [2, 'requests-letter', '4．信函申请数', 'by letter'], [requestsReceived('letter')]),
      counted('件', [1, 'requests-closed', '（二）申请办结数', 'Requests closed'], [requestsAnswered()], closedNote),
      counted(
        '件',
        [2, 'requests-closed-on-time', '1．按时办结数', 'closed on time (within the ordinary term)'],
        [requestsAnswered({ timing: 'on-time' })],
      ),
      counted(
        '件',
        [2, 'requests-closed-extended', '2．延期办结数', 'closed within an extended term'],
        [requestsAnswered({ timing: 'extended' })],
      ),
      counted('件', [1, 'replies', '（三）申请答复数', 'Replies to requests'], [requestsAnswered()], repliesNote),
      counted(
        '件',
        [2, 'replies-already-public', '1．属于已主动公开范围数', 'already proactively public'],
        [requestsAnswered({ outcome: 'already-public' })],
      ),
      counted('件', [2, 'replies-granted', '2．同意公开答复数', 'disclosure agreed'], [requestsAnswered({ outcome: 'granted' })]),
      counted(
        '件',
        [2, 'replies-partly-granted', '3．同意部分公开答复数', 'disclosure agreed in part'],
        [requestsAnswered({ outcome: 'partly-granted' })],
      ),
      counted('件', [2, 'replies-refused', '4．不同意公开答复数', 'disclosure refused'], [requestsAnswered({ outcome: refusals })]),
      counted(
        '件',
        [3, 'replies-refused-state-secret', '其中：涉及国家秘密', 'of which: state secret'],
        [requestsAnswered({ outcome: 'refused-state-secret' })],
      ),
      counted(
        '件',
        [3, 'replies-refused-trade-secret', '涉及商业秘密', 'trade secret'],
        [requestsAnswered({ outcome: 'refused-trade-secret' })],
      ),
      counted('件', [3, 'replies-refused-privacy', '涉及个人隐私', 'personal privacy'], [requestsAnswered({ outcome: 'refused-privacy' })]),
      counted(
        '件',
        [
          3,
          'replies-refused-security-stability',
          '危及国家安全、公共安全、经济安全和社会稳定',
          'endangers national, public or economic security or social stability',
        ],
        [requestsAnswered({ outcome: 'refused-security-stability' })],
      ),
      counted(
        '件',
        [3, 'replies-refused-not-gov-info', '不是《条例》所指政府信息', 'not government information within the Regulations'],
        [requestsAnswered({ outcome: 'refused-not-gov-info' })],
      ),
      counted(
        '件',
        [3, 'replies-refused-other-law', '法律法规规定的其他情形', 'other cases under laws and regulations'],
        [requestsAnswered({ outcome: otherLaw })],
      ),
      counted(
        '件',
        [2, 'replies-not-this-agency', '5．不属于本行政机关公开数', 'not for this agency to disclose'],
        [requestsAnswered({ outcome: 'not-this-agency' })],
      ),
      counted(
        '件',
        [2, 'replies-not-existing', '6．申请信息不存在数', 'information does not exist'],
        [requestsAnswered({ outcome: 'not-existing' })],
      ),
      counted(
        '件',
        [2, 'replies-told-to-amend', '7．告知作出更改补充数', 'applicant told to amend or supplement the request'],
        [requestsAnswered({ outcome: 'told-to-amend' })],
      ),
      counted(
        '件',
        [2, 'replies-told-other-channel', '8．告知通过其他途径办理数', 'applicant told to use another channel'],
        [requestsAnswered({ outcome: otherChannels })],
      ),
      counted(
        '件',
        [0, 'reconsideration', '四、行政复议数量', 'Administrative reconsideration cases'],
        [proceedingsFiled('reconsideration')],
        proceedingsNote,
      ),
      counted(
        '件',
        [1, 'reconsideration-upheld', '（一）维持具体行政行为数', 'agency act upheld'],
        [proceedingsConcluded('reconsideration', 'upheld')],
      ),
      counted(
        '件',
        [1, 'reconsideration-corrected', '（二）被依法纠错数', 'corrected according to law'],
        [proceedingsConcluded('reconsideration', 'corrected')],
      ),
      counted('件', [1, 'reconsideration-other', '（三）其他情形数', 'other outcomes'], [proceedingsConcluded('reconsideration', 'other')]),
      counted(
        '件',
        [0, 'litigation', '五、行政诉讼数量', 'Administrative litigation cases'],
        [proceedingsFiled('litigation')],
        proceedingsNote,
      ),
      counted(
        '件',
        [1, 'litigation-upheld', '（一）维持具体行政行为或者驳回原告诉讼请求数', 'agency act upheld or plaintiff’s claims dismissed'],
        [proceedingsConcluded('litigation', 'upheld')],
      ),
      counted(
        '件',
        [1, 'litigation-corrected', '（二）被依法纠错数', 'corrected according to law'],
        [proceedingsConcluded('litigation', 'corrected')],
      ),
      counted('件', [1, 'litigation-other', '（三）其他情形数', 'other outcomes'], [proceedingsConcluded('litigation', 'other')]),
      declared('件', [0, 'complaints', '六、举报投诉数量', 'Reports and complaints (about disclosure work)']),
      declared('万元', [0, 'fees', '七、依申请公开信息收取的费用', 'Fees collected for disclosure on request']),
      header(0, 'institution', '八、机构建设和保障经费情况', 'Institutions and funding'),
      declared('个', [1, 'dedicated-bodies', '（一）政府信息公开工作专门机构数', 'Dedicated disclosure bodies']),
      declared('个', [1, 'reading-points', '（二）设置政府信息公开查阅点数', 'Public reading points']),
      declared('人', [1, 'staff', '（三）从事政府信息公开工作人员数', 'Staff engaged in disclosure work']),
      declared('人', [
        2,
        'staff-full-time',
        '1．专职人员数（不包括政府公报及政府网站工作人员数）',
        'full-time (excluding gazette and website staff)',
      ]),
      declared('人', [2, 'staff-part-time', '2．兼职人员数', 'part-time']),
      declared('万元', [
        1,
        'funding',
        '（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）',
        'Earmarked funds (excluding gazette editing and website building/maintenance)',
      ]),
      header(0, 'training', '九、政府信息公开会议和培训情况', 'Meetings and training'),
      declared('次', [1, 'meetings', '（一）召开政府信息公开工作会议或专题会议数', 'Work or special meetings held']),
      declared('次', [1, 'training-sessions', '（二）举办各类培训班数', 'Training sessions held']),
      declared('人次', [1, 'trainees', '（三）接受培训人员数', 'Persons trained (person-times)']),
    ]),
  ),
  identities: [
    {
      id: 'a1',
      kind: 'eq',
      left: ['requests-received'],
      right: ['requests-in-person', 'requests-fax', 'requests-online', 'requests-letter'],
      why: say('收到的申请都经由四种渠道之一', 'four channels exhaust the received requests'),
      leftOut: [
        { title: say('经由本表没有的渠道', 'by a channel the form does not have'), measure: requestsReceived(...channelsWithoutRow) },
      ],
    },
    {
      id: 'a2',
      kind: 'eq',
      left: ['requests-closed'],
      right: ['requests-closed-on-time', 'requests-closed-extended'],
      leftOut: [
        { title: say('逾期答复', 'answered late'), measure: requestsAnswered({ timing: 'late' }) },
        { title: say('没有期限', 'answered without a term'), measure: requestsAnswered({ timing: '' }) },
      ],
    },
    {
      id: 'a3',
      kind: 'eq',
      left: ['replies'],
      right: [
        'replies-already-public',
        'replies-granted',
        'replies-partly-granted',
        'replies-refused',
        'replies-not-this-agency',
        'replies-not-existing',
        'replies-told-to-amend',
        'replies-told-other-channel',
      ],
      leftOut: [
        { title: say('答复结果未记载', 'outcome not stated'), measure: requestsAnswered({ outcome: ['not-stated', ''] }) },
        {
          title: say('2019年《条例》的答复，本表没有对应行', 'answers under the regulation of 2019 that the form has no row for'),
          measure: requestsAnswered({ outcome: withoutRow }),
        },
      ],
    },
    {
      id: 'a4',
      kind: 'eq',
      left: ['replies-refused'],
      right: [
        'replies-refused-state-secret',
        'replies-refused-trade-secret',
        'replies-refused-privacy',
        'replies-refused-security-stability',
        'replies-refused-not-gov-info',
        'replies-refused-other-law',
      ],
      leftOut: [
        {
          title: say(
            '保护第三方合法权益（本表分列商业秘密与个人隐私）',
            'a third party’s rights, which the form divides into trade secrets and privacy',
          ),
          measure: requestsAnswered({ outcome: 'refused-third-party' }),
        },
      ],
    },
    {
      id: 'a5',
      kind: 'eq',
      left: ['reconsideration'],
      right: ['reconsideration-upheld', 'reconsideration-corrected', 'reconsideration-other'],
      why: say('本表没有“尚未审结”一行', 'the form has no row for what is pending'),
      leftOut: pending('reconsideration'),
    },
    {
      id: 'a6',
      kind: 'eq',
      left: ['litigation'],
      right: ['litigation-upheld', 'litigation-corrected', 'litigation-other'],
      why: say('本表没有“尚未审结”一行', 'the form has no row for what is pending'),
      leftOut: pending('litigation'),
    },
    { id: 'a7', kind: 'eq', left: ['staff'], right: ['staff-full-time', 'staff-part-time'] },
    { id: 'a8', kind: 'le', left: ['proactive-normative-docs'], right: ['proactive-total'] },
    {
      id: 'a9',
      kind: 'le',
      left: ['proactive-total'],
      right: ['proactive-gazette', 'proactive-website', 'proactive-weibo', 'proactive-wechat', 'proactive-other'],
      why: say('同一信息在总数中计一条，在各渠道中分别计数', 'the same information counts once in the total and once in every channel'),
    },
    { id: 'a10', kind: 'le', left: ['press-conferences-principal'], right: ['press-conferences'] },
    { id: 'a11', kind: 'le', left: ['online-interviews-principal'], right: ['online-interviews'] },
    {
      id: 'a12',
      kind: 'warn-le',
      left: ['proactive-normative-docs'],
      right: ['normative-docs-issued'],
      why: say('往年制发的文件可以在本年度公开', 'a document issued in an earlier year may be disclosed in this one'),
    },
    {
      id: 'a13',
      kind: 'warn-le',
      left: ['requests-closed'],
      right: ['requests-received'],
      why: say(
        '本表没有上年结转，办结数可以因此多于收到数',
        'the form has no carry-over, so last year’s open requests may make the closed more than the received',
      ),
    },
    {
      id: 'a14',
      kind: 'warn-eq',
      left: ['replies'],
      right: ['requests-closed'],
      why: say('通常相等，但表上没有这样规定', 'usual, not printed as a rule'),
    },
  ],
};
