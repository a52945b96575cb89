import type { Sentence } from '@app/cases';
import type { PublishedFigure } from '../published-report';

/** A bulletin as somebody published it. */
export interface PublishedBulletin {
  readonly id: string;
  /** The id of the bulletin whose lines it is told in. */
  readonly bulletin: string;
  readonly period: string;
  readonly title: Sentence;
  readonly publisher: Sentence;
  /** By the code of the line; rates in per cent, with the places they were printed with. */
  readonly figures: Readonly<Record<string, PublishedFigure>>;
  /** Why a line was not published, by its code. */
  readonly unpublished?: Readonly<Record<string, Sentence>>;
  /** Why a sum of it does not come out, by the id of the sum. */
  readonly imbalances?: Readonly<Record<string, Sentence>>;
}
