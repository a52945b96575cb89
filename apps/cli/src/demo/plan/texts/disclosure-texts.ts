import type { CommandStep } from '../demo-plan';

type Outcome = 'not-this-agency' | 'told-to-amend' | 'not-stated';

/** The six requests of 2018. Dates are working days; the answer falls within fifteen working days of the receipt. */
export interface RequestText {
  readonly key: string;
  readonly channel: 'online' | 'letter' | 'in-person';
  readonly kind: 'natural-person' | 'enterprise';
  readonly matter: string;
  readonly text: string;
  readonly receivedOn: string;
  readonly answeredOn: string;
  readonly outcome: Outcome;
  readonly answer: string;
  /** The unit it is routed to; without one the office answers itself. */
  readonly unit?: string;
}

export const requestTexts: readonly RequestText[] = [
  {
    key: 'disclosure-2018-1',
    channel: 'online',
    kind: 'natural-person',
    matter: '高速公路用地批复',
    text: '申请公开经过本县某村的高速公路建设用地批准文件及“一书四方案”。',
    receivedOn: '2018-02-05',
    answeredOn: '2018-02-26',
    outcome: 'not-this-agency',
    unit: 'natural-resources',
    answer: '该批复由省人民政府作出、省国土资源主管部门保存，不属于本机关掌握，已告知申请人掌握信息的单位名称和联系方式。',
  },
  {
    key: 'disclosure-2018-2',
    channel: 'online',
    kind: 'natural-person',
    matter: '企业改制安置方案',
    text: '申请公开上世纪九十年代州属企业在永顺分厂的改制方案和职工安置名册。',
    receivedOn: '2018-03-19',
    answeredOn: '2018-04-03',
    outcome: 'not-this-agency',
    answer: '该企业由州级主管部门改制，档案由州级部门保存，已告知其名称、地址和联系电话。',
  },
  {
    key: 'disclosure-2018-3',
    channel: 'letter',
    kind: 'natural-person',
    matter: '房屋征收资料',
    text: '请公开与我家有关的所有征收文件。',
    receivedOn: '2018-04-23',
    answeredOn: '2018-05-11',
    outcome: 'told-to-amend',
    answer: '申请内容不明确，未指明文件名称、文号或者其他特征性描述，告知申请人补充后重新提出。',
  },
  {
    key: 'disclosure-2018-4',
    channel: 'online',
    kind: 'enterprise',
    matter: '水电站环评审批',
    text: '申请公开猛洞河流域某水电站环境影响报告书的审批文件。',
    receivedOn: '2018-06-11',
    answeredOn: '2018-06-27',
    outcome: 'not-this-agency',
    unit: 'environment',
    answer: '该项目环境影响评价由州级环保部门审批，不属于本机关公开范围，已告知掌握该信息的单位和联系方式。',
  },
  {
    key: 'disclosure-2018-5',
    channel: 'in-person',
    kind: 'natural-person',
    matter: '林权登记档案',
    text: '申请查阅并复制某山场林权登记原始档案。',
    receivedOn: '2018-08-06',
    answeredOn: '2018-08-21',
    outcome: 'not-this-agency',
    answer: '林权登记档案由林业主管部门制作保存，不属于本机关掌握，已当面告知查询途径和联系方式。',
  },
  {
    key: 'disclosure-2018-6',
    channel: 'online',
    kind: 'natural-person',
    matter: '村级资金使用情况',
    text: '申请公开某村近三年扶贫项目资金的拨付和使用情况。',
    receivedOn: '2018-10-15',
    answeredOn: '2018-10-31',
    outcome: 'not-stated',
    unit: 'poverty-relief',
    answer: '已在法定期限内书面答复申请人。（档案未载明答复类别。）',
  },
];

/** The four reconsiderations and the lawsuit of 2018. */
export interface ProceedingText {
  readonly key: string;
  readonly filedOn: string;
  readonly contests?: string;
  readonly body: CommandStep['body'];
  readonly concluded?: { readonly on: string; readonly body: CommandStep['body'] };
}

const reconsideration = { channel: 'letter', kind: 'reconsideration', forum: '湘西土家族苗族自治州人民政府' };

export const proceedingTexts: readonly ProceedingText[] = [
  {
    key: 'proceeding-2018-1',
    filedOn: '2018-04-12',
    contests: 'disclosure-2018-1',
    body: { ...reconsideration, matter: '不服公开申请答复', text: '申请人认为用地批复应由县人民政府保存，请求责令重新答复。' },
  },
  {
    key: 'proceeding-2018-2',
    filedOn: '2018-05-08',
    contests: 'disclosure-2018-2',
    body: {
      channel: 'letter',
      kind: 'litigation',
      route: 'direct',
      forum: '湘西土家族苗族自治州中级人民法院',
      matter: '不服公开申请答复',
      text: '原告请求撤销“不属于本机关公开”的答复并判令公开改制档案。',
    },
    concluded: {
      on: '2018-10-23',
      body: { result: 'dismiss-claims', document: '判决：被告已履行告知义务，原告的诉讼请求不能成立，驳回原告的诉讼请求。' },
    },
  },
  {
    key: 'proceeding-2018-3',
    filedOn: '2018-06-20',
    contests: 'disclosure-2018-3',
    body: { ...reconsideration, matter: '不服补正告知', text: '申请人认为所述内容已足以检索，请求撤销补正告知。' },
  },
  {
    key: 'proceeding-2018-4',
    filedOn: '2018-09-12',
    body: { ...reconsideration, matter: '不履行主动公开职责', text: '申请人认为县直某单位未主动公开征地补偿安置信息，请求责令公开。' },
  },
  {
    key: 'proceeding-2018-5',
    filedOn: '2018-11-15',
    body: { ...reconsideration, matter: '不服2017年公开申请答复', text: '申请人对本系统启用前作出的答复不服，请求重新审查。' },
  },
];
