import { type Sentence, say } from '@app/cases';
import type { Term } from '../form';

/** Figures of one text that add up to another of its figures. */
export interface TextSum {
  readonly id: string;
  readonly title: Sentence;
  readonly total: string;
  readonly parts: readonly string[];
}

/** A percentage in the text, and the two figures of the text it is taken over. */
export interface TextShare {
  readonly id: string;
  readonly title: Sentence;
  readonly says: string;
  readonly part: string;
  readonly whole: string;
}

/** A phrase that cannot be true while one of these cells is more than zero. */
export interface TextClaim {
  readonly id: string;
  readonly title: Sentence;
  readonly says: string;
  readonly excludes: readonly Term[];
}

/** What texts beside tables three and four say about their own figures. */
export const textSums: readonly TextSum[] = [
  {
    id: 'n12',
    title: say('正文各类办理结果之和 ＝ 正文“办结（答复）申请”', 'the results the text lists add up to the answers it states'),
    total: 'requests_answered',
    parts: ['granted_or_partly', 'refused', 'unavailable_not_held', 'declined', 'other'],
  },
];

const share = (number: number, says: string, part: string, zh: string, en: string): TextShare => ({
  id: `n13:${number}`,
  title: say(`正文“${zh}”占比`, `the share of ${en} in the text`),
  says,
  part,
  whole: 'requests_answered',
});

export const textShares: readonly TextShare[] = [
  share(1, 'granted_or_partly_pct', 'granted_or_partly', '予以公开和部分公开', 'what was disclosed wholly or in part'),
  share(2, 'refused_pct', 'refused', '不予公开', 'what was refused'),
  share(3, 'unavailable_pct', 'unavailable_not_held', '本机关不掌握', 'what is not held'),
  share(4, 'declined_pct', 'declined', '不予处理', 'what was not processed'),
  share(5, 'other_pct', 'other', '其他处理', 'what was handled otherwise'),
];

const notUpheld = ['corrected', 'other', 'pending'];

export const textClaims: readonly TextClaim[] = [
  {
    id: 'n14',
    title: say(
      '正文“复议诉讼均获维持”：表四没有纠正、其他结果和尚未审结',
      'all appeals upheld, as the text says: table four has no others',
    ),
    says: 'appeals_all_upheld',
    excludes: ['reconsideration', 'litigation-direct', 'litigation-after'].flatMap((line) =>
      notUpheld.map((column) => `${line}:${column}`),
    ),
  },
];
