/** What the invented requests ask for. */
export const matters = [
  '征地补偿安置方案',
  '建设工程规划许可',
  '财政专项资金使用情况',
  '环境影响评价批复',
  '老旧小区改造方案',
  '教育资源布局规划',
  '农村公路养护计划',
  '国有土地出让合同',
] as const;

export const asked = (matter: string): string => `申请公开与本人生产、生活有关的“${matter}”。`;

export const replies = ['经检索，现依法答复如下，并告知救济途径。', '经审查，现就所申请的信息依法作出答复。'] as const;

const organisations: Readonly<Record<string, string>> = {
  enterprise: '某商贸有限公司',
  'research-institution': '某研究所',
  'public-interest-organisation': '某公益服务中心',
  'legal-service-institution': '某律师事务所',
  other: '某合作社',
};

/** The name of an organisation that applies; none for a person. */
export const organisationOf = (kind: string): string | undefined => organisations[kind];

export const said = {
  correction: '请写明所需信息的文件名称、文号或者便于查询的其他特征。',
  corrected: '补充说明：所需为近三年的有关文件。',
  withdrawn: '所需信息已从其他途径获得，自愿撤回申请。',
  proceeding: '政府信息公开答复',
} as const;
