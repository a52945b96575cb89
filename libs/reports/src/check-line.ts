import type { Sentence } from '@app/cases';

/** One thing that was checked before signing, of whatever kind: both sides as text, what became of it, and why. */
export interface CheckLine {
  /** The same at every run: a verdict is remembered under it. */
  readonly id: string;
  readonly group: 'identity' | 'years' | 'drill-down' | 'units' | 'narrative';
  readonly status: 'pass' | 'fail' | 'warn' | 'cannot-judge';
  readonly title: Sentence;
  readonly left?: string | undefined;
  readonly right?: string | undefined;
  readonly difference?: string | undefined;
  readonly why: Sentence;
}
