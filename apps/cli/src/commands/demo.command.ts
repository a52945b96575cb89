import { join } from 'node:path';
import type { Actor } from '@app/cases';
import { issueIntakeKey, issueToken, openSigningKey } from '@app/identity';
import { runDemo } from '../demo/demo.command';
import { startServerProcess } from '../server-process';
import type { CliCommand } from './command';

/** `cli demo`: a county's whole year through the public API of a fresh server, and its report beside the published one. */
export const demo: CliCommand = {
  usage: '[--exit] [--folder ./data/demo] [--port 8080]',
  purpose: 'handle the year 2018 of Yongshun county and compare its report with the published one',
  options: { exit: { type: 'boolean', default: false }, folder: { type: 'string' }, port: { type: 'string' } },
  run: ({ exit, folder, port }, _, { dataFolder, port: usualPort }) =>
    runDemo({
      folder: folder === undefined ? join(dataFolder, 'demo') : String(folder),
      port: port === undefined ? usualPort : Number(port),
      exit: exit === true,
      startServer,
      out: process.stdout,
    }),
};

const startServer = async (folder: string, port: number) => {
  const server = await startServerProcess({ HUIYING_DATA: folder, HUIYING_PORT: String(port), HUIYING_LOG: 'warn' });
  const signingKey = await openSigningKey(folder);
  return {
    ...server,
    tokenFor: (actor: Actor) => issueToken(signingKey, actor, 12),
    intakeKey: issueIntakeKey(folder, { source: 'urn:huiying:yongshun:12345', unit: 'hotline-centre' }),
  };
};
