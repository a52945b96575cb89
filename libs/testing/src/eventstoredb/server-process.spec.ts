import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { newEventId, openEventStoreDb } from '@app/event-store';
import { firstLine, killAtOnce } from '../child-process';

describe('the EventStoreDB server in a process of its own', () => {
  it('tells its URL and serves several processes', async () => {
    const preload = join(__dirname, '..', 'typescript-in-children.js');
    const child = spawn(process.execPath, ['--require', preload, join(__dirname, 'server-process.ts')]);
    child.stderr.pipe(process.stderr);
    const connection = await firstLine(child);
    expect(connection).toMatch(/^esdb:\/\/127\.0\.0\.1:\d+\?tls=false$/);
    const [one, other] = await Promise.all([openEventStoreDb({ connection }), openEventStoreDb({ connection })]);
    await one.append('complaint-1', 'none', [{ id: newEventId(), type: 'Happened', data: '{}', metadata: '{}' }]);
    expect(await other.readStream('complaint-1')).toHaveLength(1);
    await Promise.all([one.close(), other.close()]);
    await killAtOnce(child);
  });
});
