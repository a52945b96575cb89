import type { Sentence } from '@app/cases';

/** A figure as somebody published it. */
export interface PublishedFigure {
  readonly value: string;
  /** Published as "more than": ours may be larger, never smaller. */
  readonly atLeast?: true;
  readonly note?: Sentence;
  /** Numerator and denominator of a rate, where they are known. */
  readonly of?: readonly [number, number];
}

/** A figure that was published for several rows together. */
export interface PublishedSum {
  readonly code: string;
  readonly title: Sentence;
  readonly rows: readonly string[];
  readonly value: string;
}

/** One form's figures as published, and what is known about those that are missing. */
export interface PublishedForm {
  readonly figures: Readonly<Record<string, PublishedFigure>>;
  readonly sums?: readonly PublishedSum[];
  /** Why a row was not published, by its code. */
  readonly unpublished?: Readonly<Record<string, Sentence>>;
  /** Why an identity of the form cannot hold in that year, by its id. Accepted only when the cases left out make up the whole difference. */
  readonly imbalances?: Readonly<Record<string, Sentence>>;
}

export interface PublishedReport {
  readonly id: string;
  readonly year: number;
  readonly title: Sentence;
  readonly publisher: Sentence;
  readonly publishedOn: string;
  /** By the id of the form. */
  readonly forms: Readonly<Record<string, PublishedForm>>;
}
