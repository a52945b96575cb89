import { type BusinessClock, RowsFollower, SystemClock } from '@app/case-handling';
import type { Settings } from '@app/config';
import { newEventId } from '@app/event-store';
import { Logger, type LoggerService, UnsupportedMediaTypeException } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiModule } from './api.module';
import { Metrics } from './health/metrics';
import { Draining } from './http/draining';
import { limits, readJson } from './http/json-body';
import { waitForPosition } from './http/min-position';
import { sendProblem } from './http/problem.filter';
import { openApiDocument } from './openapi/document';

/** How long each kind of body from an intake system may be; a command does not grow by being called one of these. */
const bodyLimits: Readonly<Record<string, number>> = {
  'application/cloudevents-batch+json': limits.batch,
  'application/cloudevents+json': limits.event,
};

const limitOf = ({ headers, url }: FastifyRequest): number => {
  if (!url.startsWith('/intake/')) return limits.command;
  const type = String(headers['content-type']).split(';')[0]?.trim() ?? '';
  return bodyLimits[type] ?? limits.event;
};

/** The routes to which a table may be sent. */
const takeTables: readonly (string | undefined)[] = ['/declared-figures/:year/csv'];

/** Bodies are read once, strictly, before anything else looks at them. */
const readBodies = (fastify: FastifyInstance): void => {
  fastify.removeAllContentTypeParsers();
  const types = ['application/json', 'application/cloudevents+json', 'application/cloudevents-batch+json'];
  fastify.addContentTypeParser(types, { parseAs: 'buffer', bodyLimit: limits.batch }, (request, body, done) => {
    try {
      // A command without fields may come without a body.
      done(null, body.length === 0 ? undefined : readJson(body as Buffer, limitOf(request)));
    } catch (error) {
      done(error as Error);
    }
  });
  // The bytes as they are: only who reads the table can tell how it is encoded.
  fastify.addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit: limits.batch }, (request, body, done) =>
    takeTables.includes(request.routeOptions.url) ? done(null, body) : done(new UnsupportedMediaTypeException()),
  );
};

/** The server, ready to listen. `logger` false keeps it silent. */
export const createServer = async (
  settings: Settings,
  logger: LoggerService | false,
  clock: BusinessClock = new SystemClock(),
): Promise<NestFastifyApplication> => {
  const log = new Logger('Http');
  const adapter = new FastifyAdapter({
    bodyLimit: limits.batch,
    forceCloseConnections: 'idle',
    // Kept in events for ever as their correlation, so it must be one of a kind.
    genReqId: () => newEventId(),
    // An address that cannot even be decoded never reaches Nest.
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => sendProblem(log, error, request, reply),
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(settings, clock), adapter, {
    logger,
    bodyParser: false,
    abortOnError: false,
  });
  const fastify = adapter.getInstance() as FastifyInstance;
  readBodies(fastify);
  const rows = app.get(RowsFollower);
  const metrics = app.get(Metrics);
  fastify.addHook('preHandler', (request: FastifyRequest) => waitForPosition(rows, request.query));
  const draining = app.get(Draining);
  fastify.addHook('onSend', async (_: FastifyRequest, reply: FastifyReply) => {
    if (draining.stopping) void reply.header('connection', 'close');
  });
  fastify.addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) =>
    metrics.answered(request.method, request.routeOptions.url ?? 'unknown', reply.statusCode, reply.elapsedTime),
  );
  SwaggerModule.setup('docs', app, () => openApiDocument() as OpenAPIObject, { raw: false, customSiteTitle: 'huiying' });
  app.enableShutdownHooks();
  return app;
};
