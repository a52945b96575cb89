import {
  CaseNotFound,
  Forbidden,
  KeyReused,
  Malformed,
  NotAllowed,
  StaleRevision,
  type TableProblem,
  TooContended,
  UnknownEventType,
  UnknownReference,
  UnusableTable,
} from '@app/case-handling';
import { say } from '@app/cases';
import { AppendTooLarge, EventStoreFull, EventStoreUnavailable } from '@app/event-store';
import { InvalidToken } from '@app/identity';
import { NotACloudEvent } from '@app/messaging';
import { RowsMoving, RowsUnavailable } from '@app/read-store';
import { HttpException } from '@nestjs/common';
import { NotSeenYet } from './min-position';
import { BodyTooLarge } from './json-body';
import { type ProblemFacts, type ProblemType, problems } from './problems';

const typeByStatus = new Map<number, ProblemType>(
  (
    [
      'malformed',
      'unauthenticated',
      'forbidden',
      'not-found',
      'method-not-allowed',
      'too-large',
      'unsupported-media-type',
      'unavailable',
    ] as const
  ).map((type) => [problems[type].status, type]),
);

const listed = (errors: Malformed['errors']) => errors.map(({ pointer, message }) => `${pointer || '/'} ${message}`).join('; ');

const lineError = ({ line, column, said }: TableProblem) => ({
  pointer: `/lines/${line}${column ? `/${column}` : ''}`,
  message: said.en,
  zh: said.zh,
});

/** What each error of the layers below means to a caller; undefined for what nobody foresaw. */
export const problemOf = (error: unknown): ProblemFacts | undefined => {
  if (error instanceof Malformed)
    return {
      type: 'malformed',
      detail: say(`以下字段不正确：${listed(error.errors)}`, `these fields are wrong: ${listed(error.errors)}`),
      extra: { errors: error.errors },
    };
  if (error instanceof NotACloudEvent)
    return {
      type: 'not-a-cloudevent',
      detail: say(`不是有效的 CloudEvents 1.0 事件：${error.message}`, `not a CloudEvents 1.0 event: ${error.message}`),
    };
  if (error instanceof UnknownReference)
    return {
      type: error.kind === 'unit' ? 'unknown-unit' : 'unknown-case',
      detail:
        error.kind === 'unit'
          ? say(`没有编号为“${error.value}”的单位`, `there is no unit with the code "${error.value}"`)
          : say(`没有编号为“${error.value}”的办件`, `there is no case ${error.value}`),
      extra: { errors: [{ pointer: error.pointer, message: error.message }] },
    };
  if (error instanceof InvalidToken)
    return { type: 'unauthenticated', detail: say('令牌缺失、过期或无效', 'the token is missing, expired or not valid') };
  if (error instanceof Forbidden) return { type: 'forbidden', detail: say('您的角色不能办理这一步', error.message) };
  if (error instanceof CaseNotFound)
    return {
      type: 'not-found',
      detail: say('没有这个办件，或不在您的办理范围内', 'there is no such case, or it is not yours'),
      extra: { caseId: error.caseId },
    };
  if (error instanceof NotAllowed) return { type: 'not-allowed', detail: error.reason, extra: { currentRevision: error.current.revision } };
  if (error instanceof StaleRevision)
    return {
      type: 'stale-revision',
      detail: say(
        `办件现为第 ${error.current} 版，您看到的是第 ${error.stated} 版，请刷新后再办`,
        `the case is at revision ${error.current}, you have seen ${error.stated}`,
      ),
      extra: { currentRevision: error.current },
    };
  if (error instanceof KeyReused)
    return {
      type: 'key-reused',
      detail: say('同一编号此前已用于不同的内容，本次未作记录', 'the same key came before with another content; nothing was recorded'),
    };
  if (error instanceof UnusableTable)
    return { type: 'unusable-table', detail: error.detail, extra: { errors: error.problems.map(lineError) } };
  if (error instanceof UnknownEventType)
    return { type: 'unknown-event-type', detail: say(`不认识的事件类型“${error.eventType}”`, `unknown event type "${error.eventType}"`) };
  if (error instanceof BodyTooLarge)
    return { type: 'too-large', detail: say(`请求内容超过 ${error.limit} 字节`, error.message), extra: { limit: error.limit } };
  if (error instanceof AppendTooLarge)
    return {
      type: 'too-large',
      detail: say(
        '一次要记录的内容过多，未作记录，请分次提交',
        'this is more than can be recorded at once; nothing was recorded: send it in parts',
      ),
      extra: { limit: error.mostBytes },
    };
  if (error instanceof EventStoreFull)
    return {
      type: 'unavailable',
      detail: say('磁盘已满，未作记录，请联系管理员', 'the disk is full; nothing was recorded'),
      retryAfterSeconds: 60,
    };
  if (error instanceof EventStoreUnavailable || error instanceof TooContended)
    return { type: 'unavailable', detail: say('暂时无法保存，请稍后再试', 'it cannot be recorded right now'), retryAfterSeconds: 5 };
  if (error instanceof RowsUnavailable || error instanceof RowsMoving)
    return { type: 'unavailable', detail: say('数据暂时无法读取，请稍后再试', 'the rows cannot be read right now'), retryAfterSeconds: 5 };
  if (error instanceof NotSeenYet)
    return { type: 'unavailable', detail: say('数据尚未更新到所要求的位置', error.message), retryAfterSeconds: 1 };
  return statusProblem(error);
};

/** Refusals of the framework itself, such as an unknown address. */
const statusProblem = (error: unknown): ProblemFacts | undefined => {
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number } | null)?.statusCode;
  const type = status === undefined ? undefined : typeByStatus.get(status);
  if (type) return { type };
  return status !== undefined && status >= 400 && status < 500 ? { type: 'malformed' } : undefined;
};
