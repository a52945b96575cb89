import { declined, refused } from '../../forms/disclosure-results';
import type { GroupSix } from '../../forms/disclosure-tables';
import type { ChapterTemplate } from '../chapter';

const sum = (...lines: readonly string[]): string => lines.map((line) => `${line}:total`).join('+');

const unavailable = sum('unavailable-not-held', 'unavailable-needs-creation', 'unavailable-unclear');

const others: Readonly<Record<GroupSix, string>> = {
  'one-row': sum('other-handling'),
  'three-rows': sum('other-correction-lapsed', 'other-fee-unpaid', 'other-other'),
};

const overview = (
  six: GroupSix,
  documents: string,
): string => `根据《中华人民共和国政府信息公开条例》，现公布{{agency}}{{year}}年政府信息公开工作年度报告。本报告中数据的统计期限为{{year}}年1月1日至12月31日。
（一）主动公开。${documents}
（二）依申请公开。本年新收政府信息公开申请{{new-received:total}}件，{{change new-received:total}}；上年结转{{carried-in:total}}件。办结{{results-total:total}}件，其中予以公开{{granted:total}}件、部分公开{{partly-granted:total}}件，两项合计占办结总数的{{share granted:total+partly-granted:total of results-total:total}}；不予公开{{${sum(...refused)}}}件，无法提供{{${unavailable}}}件，不予处理{{${sum(...declined)}}}件，其他处理{{${others[six]}}}件。结转下年度继续办理{{carried-out:total}}件。
（三）政府信息管理。〔请写明本年度政府信息管理情况〕
（四）政府信息公开平台建设。〔请写明本年度平台建设情况〕
（五）监督保障。〔请写明本年度监督保障情况〕`;

const requests = `本年新收政府信息公开申请{{new-received:total}}件，其中自然人{{new-received:natural-person}}件，商业企业{{new-received:enterprise}}件，科研机构{{new-received:research}}件，社会公益组织{{new-received:public-interest}}件，法律服务机构{{new-received:legal-service}}件，其他{{new-received:other-org}}件。
加上年结转{{carried-in:total}}件，本年度办理结果{{results-total:total}}件，结转下年度继续办理{{carried-out:total}}件。具体情况见下表。`;

const proceedings = `本年政府信息公开行政复议{{reconsideration:total}}件，其中结果维持{{reconsideration:upheld}}件，结果纠正{{reconsideration:corrected}}件，其他结果{{reconsideration:other}}件，尚未审结{{reconsideration:pending}}件。
政府信息公开行政诉讼{{litigation-direct:total+litigation-after:total}}件，其中未经复议直接起诉{{litigation-direct:total}}件，复议后起诉{{litigation-after:total}}件；结果维持{{litigation-direct:upheld+litigation-after:upheld}}件，结果纠正{{litigation-direct:corrected+litigation-after:corrected}}件，其他结果{{litigation-direct:other+litigation-after:other}}件，尚未审结{{litigation-direct:pending+litigation-after:pending}}件。`;

const problems = `本年政府信息公开行政复议结果纠正{{reconsideration:corrected}}件，行政诉讼结果纠正{{litigation-direct:corrected+litigation-after:corrected}}件，结转下年度继续办理的申请{{carried-out:total}}件。
（一）存在的主要问题。〔请写明本年度存在的主要问题〕
（二）改进情况。〔请写明已采取和拟采取的改进措施〕`;

const other = `（一）收取信息处理费情况。〔请写明本年度收取信息处理费的件数和金额；没有收取的，写明未收取〕
（二）其他需要报告的事项。〔请写明；没有的，写明无其他需要报告的事项〕`;

/** The six chapters of 政府信息公开工作年度报告 under the regulation of 2019. They state figures and leave to the office what happened. */
export const disclosureChapters = (six: GroupSix, documents: string, proactive: string): readonly ChapterTemplate[] => [
  { code: 'overview', title: '一、总体情况', text: overview(six, documents) },
  { code: 'proactive', title: '二、主动公开政府信息情况', text: proactive },
  { code: 'requests', title: '三、收到和处理政府信息公开申请情况', text: requests },
  { code: 'proceedings', title: '四、政府信息公开行政复议、行政诉讼情况', text: proceedings },
  { code: 'problems', title: '五、存在的主要问题及改进情况', text: problems },
  { code: 'other', title: '六、其他需要报告的事项', text: other },
];

const documents2021 =
  '本年制发行政规范性文件{{normative-documents:issued}}件，废止{{normative-documents:repealed}}件，现行有效{{normative-documents:in-force}}件。';

const proactive2021 = `规章：本年制发{{rules:issued}}件，废止{{rules:repealed}}件，现行有效{{rules:in-force}}件。行政规范性文件：本年制发{{normative-documents:issued}}件，废止{{normative-documents:repealed}}件，现行有效{{normative-documents:in-force}}件。
本年作出行政许可决定{{licensing:decisions}}件，行政处罚决定{{penalties:decisions}}件，行政强制决定{{coercion:decisions}}件。行政事业性收费{{charges:amount}}万元。`;

export const gk2021Chapters = disclosureChapters('three-rows', documents2021, proactive2021);

export const gk2021OneRowSixChapters = disclosureChapters('one-row', documents2021, proactive2021);

const documents2019 =
  '本年新制作规范性文件{{normative-documents:made}}件，新公开{{normative-documents:disclosed}}件，对外公开总数{{normative-documents:disclosed-total}}件。';

const proactive2019 = `规章：本年新制作{{rules:made}}件，新公开{{rules:disclosed}}件，对外公开总数{{rules:disclosed-total}}件。规范性文件：本年新制作{{normative-documents:made}}件，新公开{{normative-documents:disclosed}}件，对外公开总数{{normative-documents:disclosed-total}}件。
本年作出行政许可处理决定{{licensing:decisions}}件，其他对外管理服务处理决定{{other-services:decisions}}件，行政处罚处理决定{{penalties:decisions}}件，行政强制处理决定{{coercion:decisions}}件。
政府集中采购项目{{procurement:projects}}个，采购总金额{{procurement:amount}}元。`;

export const gk2019Chapters = disclosureChapters('one-row', documents2019, proactive2019);
