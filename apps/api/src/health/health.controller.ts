import { RowsFollower } from '@app/case-handling';
import { receiptsTable } from '@app/projections';
import { ReadStore } from '@app/read-store';
import { Controller, Get, Header, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { camelCased } from '../http/camel-cased';
import { Public, StaffOnly } from '../identity/actor';
import { Metrics } from './metrics';
import { ReadinessCheck } from './readiness';

/** For operators and their machines. */
@Controller()
export class HealthController {
  constructor(
    private readonly readiness: ReadinessCheck,
    private readonly metrics: Metrics,
    private readonly follower: RowsFollower,
    private readonly rows: ReadStore,
  ) {}

  @Get('healthz')
  @Public()
  alive() {
    return { status: 'alive' };
  }

  @Get('readyz')
  @Public()
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const { readiness } = await this.readiness.now();
    void reply.status(readiness.ready ? 200 : 503);
    return readiness;
  }

  @Get('metrics')
  @Public()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  text(): Promise<string> {
    return this.metrics.text();
  }

  @Get('parked-cases')
  @StaffOnly('operator')
  async parked() {
    return { items: (await this.rows.parked()).map(camelCased) };
  }

  /** Events of intake systems that wait for their case, the oldest first. */
  @Get('parked-events')
  @StaffOnly('operator')
  async waiting() {
    return {
      items: (await this.rows.rows(receiptsTable, { where: { status: 'parked' }, orderBy: ['position'], limit: 1_000 })).map(camelCased),
    };
  }

  @Post('parked-cases/:stream/retry')
  @HttpCode(200)
  @StaffOnly('operator')
  async retry(@Param('stream') stream: string) {
    return { stream, upToDate: await this.follower.retry(stream) };
  }
}
