import { join } from 'node:path';
import { plannedBulletins } from '../bulletins/plans';
import { playBulletin } from '../bulletins/play-bulletin';
import { startDemoServer } from '../demo-server';
import { type CliCommand, UsageError } from './command';

/** `cli bulletin`: cases invented for a published bulletin, handled through the public API, and the bulletin computed from them. */
export const bulletin: CliCommand = {
  usage: `<${plannedBulletins.join('|')}> [--folder ./data/<id>]`,
  purpose: 'handle invented cases that come to a published bulletin, and compare the computed one with it',
  options: { folder: { type: 'string' } },
  run: ({ folder }, [id], { dataFolder }) => {
    if (id === undefined || !plannedBulletins.includes(id)) throw new UsageError('which bulletin?');
    return playBulletin({
      id,
      folder: folder === undefined ? join(dataFolder, id) : String(folder),
      startServer: startDemoServer,
      out: process.stdout,
    });
  },
};
