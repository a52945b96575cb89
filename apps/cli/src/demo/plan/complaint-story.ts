import type { Course } from './complaint-course';
import type { Random } from './random';
import type { comments } from './texts/remarks';
import type { Concern } from './texts/wording';

export type Rating = keyof typeof comments;

/** One work order while it is told. */
export interface Story {
  readonly random: Random;
  readonly subject: string;
  readonly course: Course;
  readonly concern: Concern;
  /** What the caller says at last, if anybody asks. */
  readonly rating: Rating | undefined;
}
