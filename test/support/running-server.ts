import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PolicyRunner, Projector } from '@app/case-handling';
import type { Actor } from '@app/cases';
import type { Settings } from '@app/config';
import { EventStore } from '@app/event-store';
import { issueIntakeKey, issueToken, openSigningKey } from '@app/identity';
import type { Abstract, LoggerService, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createServer } from '../../apps/api/src/server';
import { type Answer, ask } from './answer';
import type { DrivenClock } from './driven-clock';
import { embeddedSettings } from './embedded-settings';
import { Hotline } from './hotline';
import { Staff } from './staff';

/** How a server differs from a usual one. */
export interface Particulars {
  /** A clock to be driven; the system's without one. */
  readonly clock?: DrivenClock;
  /** Local rules, as they stand in the file. */
  readonly rules?: object;
  /** The office's own forms, as they stand in the file. */
  readonly forms?: object;
}

/** The real server on a free port and a data folder of its own. */
export class RunningServer {
  private stopped: Promise<void> | undefined;

  private constructor(
    readonly app: NestFastifyApplication,
    readonly url: string,
    readonly folder: string,
    private readonly clock: DrivenClock | undefined,
  ) {}

  /** @throws what `createServer` throws */
  static async start(
    folder: string,
    logger: LoggerService | false = false,
    { clock, rules, forms }: Particulars = {},
  ): Promise<RunningServer> {
    const settings: Settings = {
      ...embeddedSettings(folder),
      ...(rules && { rules: { file: 'rules.json', content: rules } }),
      ...(forms && { forms: { file: 'forms.json', content: forms } }),
    };
    const app = await createServer(settings, logger, clock);
    await app.listen(0, '127.0.0.1');
    return new RunningServer(app, await app.getUrl(), folder, clock);
  }

  /** Lets the server's time go on to that instant, of a server with a driven clock; whatever is due by then has been done. */
  async advanceTo(instant: string): Promise<void> {
    await this.settled();
    await this.clock?.advanceTo(instant);
    await this.settled();
  }

  get<T>(token: Type<T> | Abstract<T>): T {
    return this.app.get<T>(token);
  }

  async as(actor: Actor): Promise<Staff> {
    return new Staff(this.url, await issueToken(await openSigningKey(this.folder), actor, 1));
  }

  hotline(source = 'urn:hotline:12345', unit = 'hotline-centre'): Hotline {
    return new Hotline(this.url, issueIntakeKey(this.folder, { source, unit }), source);
  }

  /** As nobody in particular. */
  ask(path: string, init?: RequestInit): Promise<Answer> {
    return ask(`${this.url}${path}`, init);
  }

  head(): Promise<number> {
    return this.get(EventStore).head();
  }

  /** Resolves when rows and policies have handled everything, and what policies ordered is handled too. */
  async settled(): Promise<void> {
    const [projector, policies] = [this.get(Projector), this.get(PolicyRunner)];
    for (const until = Date.now() + 10_000; Date.now() < until; await sleep(2)) {
      const head = await this.head();
      if (projector.progress().position === head && policies.progress().position === head) return;
    }
    throw new Error(`the followers do not arrive: ${projector.trouble() ?? ''} ${policies.trouble() ?? ''}`);
  }

  stop(): Promise<void> {
    return (this.stopped ??= this.app.close());
  }
}

/** For specs: starts servers, each on a new folder unless one is named, and stops them and removes their folders at the end. */
export const serversForSpecs = () => {
  const running: RunningServer[] = [];
  const folders: string[] = [];
  const newFolder = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'huiying-server-'));
    folders.push(folder);
    return folder;
  };
  afterAll(async () => {
    await Promise.all(running.map((server) => server.stop()));
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  return {
    newFolder,
    start: async (folder = newFolder(), logger: LoggerService | false = false, particulars: Particulars = {}): Promise<RunningServer> => {
      const server = await RunningServer.start(folder, logger, particulars);
      running.push(server);
      return server;
    },
  };
};

/** Does something that must be refused, and insists that the log is as it was. */
export const leavesNothingBehind = async (server: RunningServer, work: () => Promise<Answer>): Promise<Answer> => {
  await server.settled();
  const before = await server.head();
  const answer = await work();
  await server.settled();
  expect(await server.head()).toBe(before);
  return answer;
};
