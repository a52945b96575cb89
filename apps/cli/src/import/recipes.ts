import type { CaseTypeName } from '@app/cases';
import { amount, column, list, numbered, type Recipe, truth } from './recipe';

const channel = column('channel', '渠道', 'channel', 'phone');
const matter = column('matter', '事项', 'matter', '供水');
const area = column('area', '地区', 'area', '灵溪镇');
const platform = column('platform', '平台', 'platform');
const text = column('text', '内容', 'text', '自来水停了三天');
const name = (field: string) => column('name', '姓名', field, '张三丰');
const contact = (field: string) => column('contact', '联系方式', field, '13800001234');
const kind = (example: string) => column('kind', '类别', 'kind', example);
const outcome = (example: string) => column('outcome', '结果', 'outcome', example);
const answer = column('answer', '答复内容', 'text', '水管已修复，已恢复供水');
const unit = column('unit', '承办单位', 'unit', 'water-resources');
const instruction = column('instruction', '交办意见', 'instruction');
const rating = column('rating', '满意度', 'rating', 'satisfied');
const comment = column('comment', '评价意见', 'comment');

const at = (column_: string, zh: string, example?: string) => ({ name: column_, zh, ...(example !== undefined && { example }) });
const received = at('received_at', '受理时间', '2017-03-02 09:10');
const routed = at('routed_at', '派单时间', '2017-03-02 10:00');
const signedIn = at('signed_in_at', '签收时间', '2017-03-03');
const answered = at('answered_at', '答复时间', '2017-03-06 15:30');
const rated = at('rated_at', '评价时间', '2017-03-07');
const closed = at('closed_at', '办结时间', '2017-03-08');

const route = { command: 'route', at: routed, columns: [unit, instruction] };
const signIn = { command: 'sign-in', at: signedIn, columns: [] };
const close = { command: 'close', at: closed, columns: [] };
const hasNoUnit = (cell: (column: string) => string): boolean => cell('unit') === '';

/** Letters and inquiries differ only in what they call whoever wrote. */
const correspondence = (writer: string, ...own: Recipe[number]['columns']): Recipe => [
  { command: 'register', at: received, columns: [channel, platform, ...own, matter, area, name(writer), contact('phone'), text] },
  {
    command: 'reject',
    at: at('declined_at', '不予受理时间'),
    columns: [
      column('decline_ground', '不予受理原因', 'ground'),
      column('reference', '关联编号', 'reference'),
      column('notice', '告知内容', 'notice'),
    ],
  },
  route,
  signIn,
  { command: 'answer', at: answered, columns: [answer] },
  { command: 'rate', at: rated, columns: [rating, comment] },
  close,
];

/** What lines of a CSV file mean, by type of case. Whatever else happened to a case is told in NDJSON. */
export const recipes: Readonly<Record<CaseTypeName, Recipe>> = {
  complaint: [
    {
      command: 'register',
      at: received,
      columns: [
        channel,
        kind('complaint'),
        matter,
        area,
        platform,
        column('urgency', '紧急程度', 'urgency'),
        column('confidential', '保密', 'confidential', undefined, truth),
        column('accused', '被举报单位', 'accused', undefined, list),
        column('reply_wanted', '是否回复', 'replyWanted', undefined, truth),
        name('complainant'),
        contact('phone'),
        column('address', '地址', 'address'),
        text,
      ],
    },
    {
      command: 'decline',
      at: at('declined_at', '不予受理时间'),
      columns: [column('decline_ground', '不予受理原因', 'ground'), column('notice', '告知内容', 'text')],
    },
    { ...route, columns: [...route.columns, column('joint', '协办单位', 'joint', undefined, list)] },
    signIn,
    { command: 'answer-directly', at: answered, columns: [answer], when: hasNoUnit },
    { command: 'answer', at: answered, columns: [answer], when: (cell) => !hasNoUnit(cell) },
    {
      command: 'record-follow-up',
      at: rated,
      columns: [rating, column('resolution', '解决情况', 'resolution', 'solved'), column('attitude', '态度评价', 'attitude'), comment],
    },
    close,
  ],
  letter: correspondence('sender', column('addressee', '收信人', 'addressee', '县长')),
  inquiry: correspondence('netizen'),
  proposal: [
    {
      command: 'register',
      at: received,
      columns: [
        { ...channel, example: 'in-person' },
        kind('npc-suggestion'),
        column('session', '届次', 'session', '十七届一次会议'),
        { ...matter, example: '农村供水' },
        area,
        column('form', '提出形式', 'form', 'individual'),
        column('proposer_count', '提出人数', 'proposerCount', undefined, amount),
        column('key', '重点', 'key', undefined, truth),
        name('proposers'),
        text,
      ],
    },
    { command: 'file', at: at('filed_at', '立案时间', '2017-03-02 11:00'), columns: [column('filing_number', '立案编号', 'number')] },
    {
      command: 'decline-filing',
      at: at('declined_at', '不予立案时间'),
      columns: [column('decline_ground', '不予立案原因', 'ground'), column('notice', '告知内容', 'explanation')],
    },
    { ...route, at: { ...routed, example: '2017-03-02 14:00' } },
    signIn,
    {
      command: 'contact',
      at: at('contacted_at', '联系时间', '2017-03-04 10:00'),
      columns: [column('contact_way', '联系方式', 'way', 'phone')],
    },
    { command: 'meet', at: at('met_at', '面商时间'), columns: [] },
    { command: 'answer', at: answered, columns: [outcome('A'), column('signed_by', '签发人', 'signedBy'), answer] },
    { command: 'rate', at: rated, columns: [rating, column('attitude', '态度评价', 'attitude'), comment] },
    close,
  ],
  disclosure: [
    {
      command: 'register',
      at: received,
      columns: [
        { ...channel, example: 'letter' },
        column('delivery', '邮寄方式', 'delivery', 'signed-for'),
        kind('natural-person'),
        { ...matter, example: '征地补偿' },
        column('form', '提供方式', 'form'),
        name('applicant'),
        column('identity', '证件号码', 'identity'),
        contact('contact'),
        { ...text, example: '申请公开征地补偿标准' },
      ],
    },
    { ...route, columns: [{ ...unit, example: 'natural-resources' }, instruction] },
    signIn,
    {
      command: 'extend',
      at: at('extended_at', '延期时间'),
      columns: [column('extend_reason', '延期理由', 'reason'), column('approved_by', '批准人', 'approvedBy')],
    },
    {
      command: 'answer',
      at: answered,
      columns: [
        outcome('granted'),
        { ...answer, example: '现将征地补偿标准予以公开' },
        column('legal_basis', '法律依据', 'legalBasis'),
        column('document', '文号', 'document'),
      ],
    },
    { command: 'serve', at: at('served_at', '送达时间', '2017-03-07'), columns: [column('serve_way', '送达方式', 'way', 'post')] },
    { command: 'withdraw', at: at('withdrawn_at', '撤回时间'), columns: [] },
    close,
  ],
  proceeding: [
    {
      command: 'register',
      at: received,
      columns: [
        { ...channel, example: 'letter' },
        kind('reconsideration'),
        column('litigation_route', '起诉途径', 'route'),
        column('forum', '受理机关', 'forum', '州人民政府'),
        { ...matter, example: '征地补偿信息公开' },
        column('contests', '被申请的公开申请', 'contests', undefined, numbered('disclosure')),
        column('filed_on', '提起日期', 'filedOn'),
        column('known_on', '知悉日期', 'knownOn'),
        name('claimant'),
        column('text', '内容', 'text'),
      ],
    },
    {
      command: 'accept',
      at: at('accepted_at', '受理登记时间', '2017-03-06 09:00'),
      columns: [column('acceptance', '受理文号', 'document')],
    },
    {
      command: 'conclude',
      at: at('concluded_at', '审结时间', '2017-04-20'),
      columns: [column('result', '审结结果', 'result', 'maintain')],
    },
    { command: 'serve', at: at('served_at', '送达时间'), columns: [] },
  ],
};
