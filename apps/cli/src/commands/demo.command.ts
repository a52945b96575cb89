import { join } from 'node:path';
import { runDemo } from '../demo/demo.command';
import { startDemoServer } from '../demo-server';
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
      startServer: startDemoServer,
      out: process.stdout,
    }),
};
