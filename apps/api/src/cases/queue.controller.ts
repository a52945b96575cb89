import { CaseQueries } from '@app/case-handling';
import type { Actor } from '@app/cases';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { camelCased } from '../http/camel-cased';
import { By } from '../identity/actor';
import { readJointQuery, readQueueQuery, writeCursor } from './queue-query';

/** The same address further on. */
const linkTo = (url: string, cursor: string): string => {
  const address = new URL(url, 'http://here');
  address.searchParams.set('cursor', cursor);
  return `<${address.pathname}${address.search}>; rel="next"`;
};

/** What is still to be done. */
@Controller('cases')
export class QueueController {
  constructor(private readonly cases: CaseQueries) {}

  @Get()
  async queue(@Query() query: unknown, @By() by: Actor, @Req() { url }: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const { items, next } = await this.cases.workQueue(by, readQueueQuery(query));
    if (next) void reply.header('link', linkTo(url, writeCursor(next)));
    return { items: items.map(camelCased), next: next && writeCursor(next) };
  }

  /** The parts that joint units have in the cases of others, by the last day of each. */
  @Get('joint')
  async joint(@Query() query: unknown, @By() by: Actor, @Req() { url }: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const { items, next } = await this.cases.jointTasks(by, readJointQuery(query));
    if (next) void reply.header('link', linkTo(url, writeCursor(next)));
    return { items: items.map(camelCased), next: next && writeCursor(next) };
  }
}
