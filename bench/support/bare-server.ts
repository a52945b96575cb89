import 'reflect-metadata';
import { Body, Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { BareLog } from './bare-log';

let log: BareLog;
let turn = 0;

@Controller()
class BareController {
  @Post('insert')
  async insert(@Body() body: unknown): Promise<{ revision: number }> {
    turn += 1;
    await log.append(`stream-${turn}`, 0, JSON.stringify(body));
    return { revision: 0 };
  }
}

@Module({ controllers: [BareController] })
class BareModule {}

/** The floor: a Nest route that does one group-committed insert, and nothing else. */
const main = async (): Promise<void> => {
  log = new BareLog(process.argv[2] as string);
  const app = await NestFactory.create(BareModule, new FastifyAdapter(), { logger: false });
  await app.listen(0, '127.0.0.1');
  process.stdout.write(`listening on ${await app.getUrl()}\n`);
};

void main();
