import { type Sentence, say } from '@app/cases';

/** A kind of problem: its HTTP status and its title. The key is the last part of its address, `/problems/<key>`. */
export interface ProblemKind {
  readonly status: number;
  readonly title: Sentence;
}

/** Every way in which a request can go wrong (RFC 9457). docs/problems.md explains each. */
export const problems = {
  malformed: { status: 400, title: say('请求格式不正确', 'The request does not have the right shape') },
  'not-a-cloudevent': { status: 400, title: say('不是有效的 CloudEvents 事件', 'Not a CloudEvent') },
  'unknown-unit': { status: 400, title: say('没有这个单位', 'There is no such unit') },
  'unknown-case': { status: 400, title: say('所指的办件不存在', 'The case it refers to does not exist') },
  unauthenticated: { status: 401, title: say('请先登录', 'A valid token or key is needed') },
  forbidden: { status: 403, title: say('没有权限', 'Not permitted') },
  'not-found': { status: 404, title: say('没有找到', 'Not found') },
  'method-not-allowed': { status: 405, title: say('不支持该请求方法', 'Method not allowed') },
  'not-allowed': { status: 409, title: say('当前不能办理这一步', 'This step is not allowed now') },
  'stale-revision': { status: 412, title: say('办件已被他人更新', 'The case has changed since you read it') },
  'too-large': { status: 413, title: say('请求内容过大', 'The request is too large') },
  'unsupported-media-type': { status: 415, title: say('不支持的内容类型', 'This content type is not understood') },
  'key-reused': { status: 422, title: say('同一编号已用于其他内容', 'This key was used with another content') },
  'unusable-table': { status: 422, title: say('表格不能采用', 'The table cannot be used') },
  'unknown-event-type': { status: 422, title: say('不认识的事件类型或版本', 'Unknown event type or version') },
  broken: { status: 500, title: say('系统出错', 'Something is broken on our side') },
  unavailable: { status: 503, title: say('暂时无法办理，请稍后再试', 'Not possible right now; please try again') },
} as const satisfies Record<string, ProblemKind>;

export type ProblemType = keyof typeof problems;

/** What is known about one problem. Extra members go into the answer as they are. */
export interface ProblemFacts {
  readonly type: ProblemType;
  readonly detail?: Sentence;
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly retryAfterSeconds?: number;
}

export type Language = 'zh' | 'en';

/** Chinese unless the caller asks for English first. */
export const languageOf = (acceptLanguage: string | undefined): Language => (/^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'zh');

/** The answer's body, `application/problem+json`. */
export const problemBody = ({ type, detail, extra }: ProblemFacts, language: Language) => ({
  type: `/problems/${type}`,
  title: problems[type].title[language],
  status: problems[type].status,
  ...(detail && { detail: detail[language] }),
  ...extra,
});
