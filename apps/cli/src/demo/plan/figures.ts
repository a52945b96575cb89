import { signer } from './actors';
import type { DemoFigure } from './demo-plan';
import { randomFrom } from './random';
import { minutes, officeTimeOn, toInstant, workingAfter } from './working-time';

interface Chapter {
  /** Where the report says so. */
  readonly source: string;
  readonly values: Readonly<Record<string, number>>;
  readonly note?: string;
}

/** Everything the annual report of 2018 states that no case can produce, chapter by chapter. */
const chapters: readonly Chapter[] = [
  { source: '年度报告第一章（二）', values: { 'public-items': 222, 'public-items-powers': 216, 'public-items-services': 6 } },
  { source: '年度报告第一章（二）', values: { 'pilot-column-items': 1200 }, note: '报告原文“1200多条”' },
  { source: '年度报告第二章（一）', values: { 'proactive-total': 29178, 'proactive-normative-docs': 23 } },
  {
    source: '年度报告第二章（二）',
    values: {
      'proactive-website': 12436,
      'website-news': 3976,
      'website-laws': 346,
      'website-personnel': 82,
      'website-statistics': 455,
      'website-finance': 761,
      'website-other': 6816,
      'proactive-gazette': 28,
      'proactive-wechat': 553,
      'proactive-news-site': 1138,
      'proactive-tv-radio': 5023,
      'proactive-village-broadcast': 3540,
      'proactive-further-means': 6460,
    },
  },
  { source: '年度报告第三章', values: { 'policy-interpretations': 30, 'press-conferences-principal': 2, 'weibo-wechat-responses': 3 } },
  { source: '年度报告第六章（一）', values: { 'dedicated-bodies': 1, 'reading-points': 3 } },
  { source: '年度报告第六章（一）', values: { 'reading-point-visits': 6000 }, note: '报告原文“6000多人次”' },
  { source: '年度报告第六章（二）', values: { staff: 140 }, note: '报告原文“140余人”' },
  { source: '年度报告第六章（二）', values: { 'staff-office': 1 } },
  { source: '年度报告第六章（三）', values: { funding: 205, 'funding-pilot': 200 } },
  {
    source: '年度报告第七章',
    values: { meetings: 1, 'training-sessions': 3, 'training-sessions-pilot': 2, 'training-sessions-reform': 1 },
  },
  { source: '年度报告第七章', values: { trainees: 300 }, note: '报告原文“300余人次”' },
];

/** The office declares the year's figures while it writes the report, from mid-January. */
export const planFigures = (seed: number): DemoFigure[] => {
  const random = randomFrom(seed).branch('figures');
  let at = officeTimeOn(random, '2019-01-15');
  return chapters.flatMap(({ source, values, note }) =>
    Object.entries(values).map(([code, value]): DemoFigure => {
      at = workingAfter(at, minutes(random, 2, 45));
      return { year: 2018, code, value: String(value), source, ...(note && { note }), at: toInstant(at), actor: signer };
    }),
  );
};
