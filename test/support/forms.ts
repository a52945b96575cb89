/** What a clerk fills in to register a case of each type; distinct enough to be told apart, plain enough to be read over. */
export const complaintForm = {
  channel: 'phone',
  kind: 'complaint',
  matter: '供水',
  area: '灵溪镇',
  complainant: '张三丰',
  phone: '13800001234',
  address: '灵溪镇河西路5号',
  text: '自来水停了三天',
};

export const letterForm = {
  channel: 'online',
  addressee: '县长',
  matter: '道路',
  sender: '李四光',
  phone: '13900005678',
  text: '村道坑洼',
};

export const proposalForm = {
  channel: 'system',
  kind: 'npc-suggestion',
  session: '县十七届人大三次会议',
  matter: '水利',
  proposers: '王五',
  text: '建议修缮水渠',
};

export const inquiryForm = { channel: 'online', matter: '教育', netizen: '网友甲', text: '何时开学' };

export const disclosureForm = {
  channel: 'online',
  kind: 'natural-person',
  matter: '征地补偿标准',
  applicant: '赵六安',
  contact: '13700009999',
  text: '申请公开2017年征地补偿标准',
};

/** The same complaint as the hotline reports it. */
export const reportedComplaint = { ...complaintForm, kind: 'help' };
