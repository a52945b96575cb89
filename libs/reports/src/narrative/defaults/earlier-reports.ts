import type { ChapterTemplate } from '../chapter';

/** What is written beside 政府信息公开情况统计表, in the order in which counties wrote it (永顺县2018年度报告). */
export const gk2014Chapters: readonly ChapterTemplate[] = [
  {
    code: 'overview',
    title: '一、概述',
    text: `根据《中华人民共和国政府信息公开条例》，现公布{{agency}}{{year}}年政府信息公开工作年度报告。本报告中数据的统计期限为{{year}}年1月1日至12月31日。
〔请写明本年度政府信息公开工作的组织和推进情况〕`,
  },
  {
    code: 'proactive',
    title: '二、主动公开政府信息情况',
    text: `本年主动公开政府信息{{proactive-total}}条，{{change proactive-total}}，其中主动公开规范性文件{{proactive-normative-docs}}条；制发规范性文件{{normative-docs-issued}}件。
通过政府公报公开{{proactive-gazette}}条，政府网站公开{{proactive-website}}条，政务微博公开{{proactive-weibo}}条，政务微信公开{{proactive-wechat}}条，其他方式公开{{proactive-other}}条。`,
  },
  {
    code: 'response',
    title: '三、回应解读情况',
    text: `本年回应公众关注热点或重大舆情{{response-hot-topics}}次。参加或举办新闻发布会{{press-conferences}}次，政府网站在线访谈{{online-interviews}}次，发布政策解读稿件{{policy-interpretations}}篇，微博微信回应{{weibo-wechat-responses}}次，其他方式回应{{other-responses}}次。`,
  },
  {
    code: 'requests',
    title: '四、依申请公开政府信息情况',
    text: `本年收到政府信息公开申请{{requests-received}}件，{{change requests-received}}。其中当面申请{{requests-in-person}}件，传真申请{{requests-fax}}件，网络申请{{requests-online}}件，信函申请{{requests-letter}}件。
办结{{requests-closed}}件，其中按时办结{{requests-closed-on-time}}件，延期办结{{requests-closed-extended}}件。答复{{replies}}件，其中属于已主动公开范围{{replies-already-public}}件，同意公开{{replies-granted}}件，同意部分公开{{replies-partly-granted}}件，不同意公开{{replies-refused}}件，不属于本行政机关公开{{replies-not-this-agency}}件，申请信息不存在{{replies-not-existing}}件，告知作出更改补充{{replies-told-to-amend}}件，告知通过其他途径办理{{replies-told-other-channel}}件。
依申请公开信息收取的费用{{fees}}万元。`,
  },
  {
    code: 'proceedings',
    title: '五、行政复议、行政诉讼和举报投诉情况',
    text: `本年因政府信息公开被申请行政复议{{reconsideration}}件，其中维持{{reconsideration-upheld}}件，被依法纠错{{reconsideration-corrected}}件，其他情形{{reconsideration-other}}件。被提起行政诉讼{{litigation}}件，其中维持或者驳回原告诉讼请求{{litigation-upheld}}件，被依法纠错{{litigation-corrected}}件，其他情形{{litigation-other}}件。收到举报投诉{{complaints}}件。`,
  },
  {
    code: 'institution',
    title: '六、机构建设、保障经费和培训情况',
    text: `设政府信息公开工作专门机构{{dedicated-bodies}}个，政府信息公开查阅点{{reading-points}}个；从事政府信息公开工作人员{{staff}}人，其中专职{{staff-full-time}}人、兼职{{staff-part-time}}人；政府信息公开专项经费{{funding}}万元。
本年召开政府信息公开工作会议或专题会议{{meetings}}次，举办各类培训班{{training-sessions}}次，接受培训{{trainees}}人次。`,
  },
  {
    code: 'problems',
    title: '七、存在的主要问题和改进情况',
    text: '〔请写明本年度存在的主要问题和改进措施〕',
  },
];

export const annualResponseChapters: readonly ChapterTemplate[] = [
  {
    code: 'response',
    title: '回应解读情况',
    text: `{{year}}年，{{agency}}通过不同渠道和方式回应解读{{response-total}}件次，{{change response-total}}。其中公开政策解读{{policy-interpretations}}篇，主要负责人参加新闻发布会{{press-conferences-principal}}次，通过网络问政平台回应{{online-inquiries}}件，微信回应{{weibo-wechat-responses}}次，领导信箱回应{{leader-mailbox}}件，办理建议提案{{proposals}}件，政府服务热线办理{{hotline}}件。政府服务热线满意率{{hotline-satisfaction}}%。`,
  },
];

export const annualDisclosureChapters: readonly ChapterTemplate[] = [
  {
    code: 'proactive',
    title: '主动公开情况',
    text: `{{year}}年，{{agency}}主动公开政府信息{{proactive-total}}条，{{change proactive-total}}。通过县政府门户网站公开{{proactive-website}}条，其中动态信息{{website-news}}条，法律法规和政策文件信息{{website-laws}}条，人事信息{{website-personnel}}条，统计信息{{website-statistics}}条，财政信息{{website-finance}}条，其它信息{{website-other}}条。政报公开{{proactive-gazette}}条，政府微信公开{{proactive-wechat}}条，其他渠道公开{{proactive-other}}条。`,
  },
  {
    code: 'means',
    title: '机构、人员、经费与培训情况',
    text: `设政府信息公开工作专门机构{{dedicated-bodies}}个，查阅点{{reading-points}}个，接待查阅{{reading-point-visits}}人次；专兼职人员{{staff}}人，其中政务公开办工作人员{{staff-office}}人；政府信息公开事务经费{{funding}}万元。
召开工作会议{{meetings}}次，举办培训会{{training-sessions}}次，培训工作人员{{trainees}}人次。`,
  },
];
