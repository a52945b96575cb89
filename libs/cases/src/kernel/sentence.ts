/** Words for people: Chinese for staff and citizens, English beside it. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

export const say = (zh: string, en: string): Sentence => ({ zh, en });

/** Why a step is not allowed, in words a clerk understands. A value, not an error: nothing is broken. */
export interface Rejection {
  readonly rejected: Sentence;
}

export const reject = (zh: string, en: string): Rejection => ({ rejected: { zh, en } });

export const isRejection = (decision: object): decision is Rejection => 'rejected' in decision;
