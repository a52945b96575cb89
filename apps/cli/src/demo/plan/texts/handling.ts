/** What is said while a complaint, letter or proposal is handled: calls, extensions, returns, supervision, joint handling. */
export const callNotes = {
  reached: [
    '已电话联系来电人，核实地点和情况。',
    '已与来电人约定上门时间。',
    '已联系来电人，说明正在核实处理。',
    '已当面听取来电人意见。',
    '已联系来电人并告知承办人员姓名和电话。',
  ],
  'no-answer': ['拨打来电人电话无人接听。', '来电人电话关机，稍后再拨。'],
} as const;

export const extensionReasons = [
  '需更换的配件要从外地调运，五个工作日内无法完成。',
  '连续降雨，现场暂时不具备施工条件。',
  '涉及几个单位的权属资料，需调档核对。',
  '检测结果须一周后才能出具。',
  '当事人外出务工，需待其返回后一并调解。',
] as const;

/** By the ground on which the unit returns the order. */
export const returnReasons = {
  'not-responsible': ['所反映事项不属本单位职责，建议转有关主管单位办理。', '经核对职责清单，该事项由其他单位主管。'],
  'other-area': ['所反映地点不在本单位管辖范围内。'],
  'other-lead': ['本单位只承担其中一部分，建议由主管单位牵头。'],
} as const;

export const redispatched = [
  '原承办单位申请退单，经审核属实，现转贵单位办理，办理期限不变。',
  '经核定职责，请贵单位接单后按原期限办理。',
] as const;

export const sendBacks = {
  'caller-not-contacted': ['来电人反映未接到承办单位电话，请联系本人后再答复。'],
  'beside-the-point': ['答复未回应来电人提出的主要问题，请逐项说明。'],
  'facts-unclear': ['答复未写明核实经过，请补充现场情况和处理时间。'],
  unsolved: ['经核实问题尚未解决，请继续办理。'],
  'caller-dissatisfied': ['来电人对处理结果不满意，请再次上门处理。'],
} as const;

export const secondAnswers = [
  '接发回重办通知后，已再次到现场核查并与来电人见面。',
  '已重新核实，并将处理经过当面告知来电人。',
  '由分管负责人带队再次处理，并已电话回复来电人。',
] as const;

export const escalations = {
  late: ['已超过办理期限，请于一个工作日内答复并说明原因。', '超期未办结，列入督办。'],
  unsolved: ['答复被发回重办，列入督办，请主要负责人过问。'],
} as const;

export const partReplies = [
  '我单位已派人到场配合，所承担的部分已处理完毕。',
  '经核查，我单位承担部分情况属实，已整改到位，结果报主办单位汇总。',
  '已向主办单位提供相关资料，并配合做好群众解释工作。',
] as const;

export const leaders = ['县长', '常务副县长', '分管副县长', '县政府办主任'] as const;

export const leadersWords = [
  '请尽快核实处理，并将结果回复群众。',
  '群众反映的问题要高度重视，一周内报处理结果。',
  '请主办单位牵头办理，相关单位配合。',
  '同类问题请一并排查整治。',
  '请依法依规办理，注意做好解释工作。',
] as const;

export const secondCall = '来电人就同一问题再次来电：';

/** What tells who asked is left out. */
export const publishedText = (matter: string, reply: string): string => `关于${matter}问题（已隐去个人信息）。${reply}`;

export const meetings = [
  '与代表委员见面，听取意见并到现场查看。',
  '召开面商会，就办理方案与代表委员交换意见。',
  '邀请代表委员实地察看后，就答复稿征求意见。',
] as const;

export const opinions = [
  '同意主办单位意见，我单位负责的部分列入年度计划。',
  '我单位将从资金和项目上予以配合。',
  '经研究，我单位职责内事项可以办理。',
] as const;

export const promises = {
  fulfilled: ['答复承诺的事项已全部落实，并已告知代表委员。', '承诺的项目已完工验收，代表委员到场察看。'],
  givenUp: ['因上级资金计划调整，年内未能实施，已向代表委员说明原因并取得理解。'],
} as const;
