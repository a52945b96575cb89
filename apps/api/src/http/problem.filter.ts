import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from './problem-of';
import { languageOf, problemBody, problems } from './problems';

/** Answers every error as problem+json. What nobody foresaw is logged once, here, and told to nobody. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    sendProblem(this.log, error, request, reply);
  }
}

/** Also used where Fastify gives up before Nest is asked. */
export const sendProblem = (log: Logger, error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
  const known = problemOf(error);
  if (!known)
    log.error(
      `${request.method} ${request.routeOptions.url ?? 'unknown'} [${request.id}]`,
      error instanceof Error ? error.stack : String(error),
    );
  const facts = known ?? { type: 'broken' as const, extra: { correlation: request.id } };
  if (facts.retryAfterSeconds !== undefined) void reply.header('retry-after', String(facts.retryAfterSeconds));
  if (facts.type === 'unauthenticated') void reply.header('www-authenticate', 'Bearer');
  void reply
    .status(problems[facts.type].status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemBody(facts, languageOf(request.headers['accept-language']))));
};
