import { type Sentence, say } from '@app/cases';
import { amountOf } from './decimal';
import type { PublishedFigure } from './published-report';

/** `blank`: not published, so there is nothing to compare. `different` is the one that asks for an explanation. */
export type LineStatus = 'equal' | 'blank' | 'explained' | 'different';

export interface Verdict {
  readonly status: LineStatus;
  readonly reason?: Sentence;
}

const notPublished = say('公布的数据未列出该项', 'it is not published');
const lowerBound = say('公布的数据只列出下限', 'only a lower bound is published');
export const noFigure = say('我方没有该项数据', 'we have no figure');

/** A published figure is never explained away: only a missing one and a lower bound can be anything but equal. */
export const verdict = (ours: string | undefined, published: PublishedFigure | undefined, unpublished: Sentence | undefined): Verdict => {
  if (!published) return unpublished ? { status: 'explained', reason: unpublished } : { status: 'blank', reason: notPublished };
  if (ours === undefined) return { status: 'different', reason: noFigure };
  const [mine, theirs] = [amountOf(ours) ?? 0n, amountOf(published.value) ?? 0n];
  if (published.atLeast && mine >= theirs) return { status: 'explained', reason: published.note ?? lowerBound };
  return { status: mine === theirs ? 'equal' : 'different', ...(published.note && { reason: published.note }) };
};

/** As it is shown: a lower bound with its sign. */
export const printed = (figure: PublishedFigure | undefined): string | undefined =>
  figure && (figure.atLeast ? `≥${figure.value}` : figure.value);
