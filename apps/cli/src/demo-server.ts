import type { Actor } from '@app/cases';
import { issueIntakeKey, issueToken, openSigningKey } from '@app/identity';
import { startServerProcess } from './server-process';

/** A server process on a folder of its own, to which somebody can be anybody. Port 0 takes any free one. */
export const startDemoServer = async (folder: string, port: number) => {
  const server = await startServerProcess({ HUIYING_DATA: folder, HUIYING_PORT: String(port), HUIYING_LOG: 'warn' });
  const signingKey = await openSigningKey(folder);
  return {
    ...server,
    tokenFor: (actor: Actor) => issueToken(signingKey, actor, 12),
    intakeKey: issueIntakeKey(folder, { source: 'urn:huiying:yongshun:12345', unit: 'hotline-centre' }),
  };
};
