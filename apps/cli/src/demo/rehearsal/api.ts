import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Actor, type CaseType, caseTypes, type CaseTypeName, type CommandDefinition } from '@app/cases';
import { formFor, publishedForms } from '@app/reports';
import { type CloudEventV1, HTTP } from 'cloudevents';
import type { Target } from '../load/api';
import { hotlineSystem } from '../plan/actors';
import { type Done, type Office, openOffice } from './office';
import { reportOf } from './totals';

type CommandDefinitions = Readonly<Record<string, CommandDefinition>>;

/** What went over the wire, for specs to look at. */
export interface Traffic {
  readonly requests: { readonly path: string; readonly key: string | undefined; readonly body: any }[];
}

export interface RehearsalServer extends Target, Traffic {
  readonly office: Office;
  readonly declared: Map<string, { value: string }>;
  /** Answers a request otherwise than the rules would; undefined leaves it to them. */
  answerWith: (path: string, body: any) => { status: number; body: unknown } | undefined;
  stop(): Promise<void>;
}

const idOf = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const commandsOf = (type: string) => Object.entries((caseTypes[type as CaseTypeName] as CaseType).commands as CommandDefinitions);

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
};

/** The public API over the bare rules, in memory: as much of it as loading needs. */
export const startRehearsal = async (): Promise<RehearsalServer> => {
  let ids = 0;
  const office = openOffice(() => idOf(String(++ids)));
  const answers = new Map<string, { sent: string; answer: unknown }>();
  const bySubject = new Map<string, string>();
  const declared = new Map<string, { value: string }>();

  const once = (key: string, sent: string, work: () => unknown): { answer: unknown; repeated: boolean } => {
    const known = answers.get(key);
    if (known && known.sent !== sent) throw new Error(`same key, other payload: ${key}`);
    const answer = known?.answer ?? work();
    answers.set(key, { sent, answer });
    return { answer, repeated: known !== undefined };
  };

  const receive = (event: CloudEventV1<unknown>): object => {
    const [, , , type = '', intake] = event.type.split('.');
    const [command] = commandsOf(type).find(([, each]) => each.intake === intake) ?? [];
    const subject = String(event.subject);
    const given = { command: String(command), body: event.data, at: String(event.time), by: hotlineSystem };
    const { answer, repeated } = once(`${event.source} ${event.id}`, JSON.stringify(event.data), () => {
      if (intake !== 'received') return office.act(bySubject.get(subject) ?? '', given);
      const done = office.open(type as CaseTypeName, given);
      bySubject.set(subject, done.caseId);
      return done;
    });
    return { ...(answer as Done), receiptId: idOf(event.id), status: repeated ? 'duplicate' : 'recorded' };
  };

  const act = (path: string, by: Actor, key: string, text: string): unknown => {
    const { occurredAt: at, ...body } = JSON.parse(text);
    const [, first = '', second = '', id, , last] = path.split('/');
    return once(`${key} ${by.id}`, text, () => {
      if (first === 'declared-figures') {
        declared.set(body.code, body);
        return { position: office.log.length };
      }
      const type = caseTypes[second as CaseTypeName] as CaseType;
      if (!id) return office.open(second as CaseTypeName, { command: type.opens, body, at, by });
      const [command = ''] = commandsOf(second).find(([, each]) => each.path === last) ?? [];
      return office.act(id, { command, body, at, by });
    }).answer;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = String(request.url);
    const text = await bodyOf(request);
    const send = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    try {
      const key = request.headers['idempotency-key'] as string | undefined;
      rehearsal.requests.push({ path, key, body: text && JSON.parse(text) });
      const instead = rehearsal.answerWith(path, text && JSON.parse(text));
      if (instead) return send(instead.status, instead.body);
      if (path === '/intake/events') {
        if (request.headers['x-api-key'] !== rehearsal.intakeKey) return send(401, { title: 'unknown key' });
        const events = [HTTP.toEvent({ headers: request.headers, body: text })].flat();
        return send(202, { receipts: events.map(receive) });
      }
      const by = JSON.parse(Buffer.from(String(request.headers.authorization).replace('Bearer ', ''), 'base64url').toString()) as Actor;
      if (path.startsWith('/reports?')) return send(200, {});
      const [, , formId = '', year] = path.split(/[/?]/);
      const form = path.startsWith('/reports/') && formFor(publishedForms, formId, Number(year));
      if (form) return send(200, reportOf(form, Number(year), office.log, declared));
      return send(path.includes('/commands/') ? 200 : 201, act(path, by, String(key), text));
    } catch (error) {
      return send(409, { title: '不能办理', detail: String(error) });
    }
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const rehearsal: RehearsalServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    intakeKey: 'rehearsal',
    tokenFor: async (actor) => Buffer.from(JSON.stringify(actor)).toString('base64url'),
    requests: [],
    office,
    declared,
    answerWith: () => undefined,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return rehearsal;
};
