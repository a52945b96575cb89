import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventStoreDbServer, temporaryFolders } from '@app/testing';
import { newEventId } from '../event-id';
import { openEventStoreDb } from './open';

const newFolder = temporaryFolders();
const deadlines = { append: 2_000, read: 2_000, total: 3_000 };
const event = () => ({ id: newEventId(), type: 'Happened', data: '{}', metadata: '{}' });

/** A certificate for this machine alone, of a day; undefined without openssl. */
function certificate(): { readonly file: string; readonly key: string } | undefined {
  const folder = newFolder();
  const [file, key] = [join(folder, 'node.crt'), join(folder, 'node.key')];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  try {
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-keyout', key, '-out', file, ...subject], {
      stdio: 'ignore',
    });
    return { file, key };
  } catch {
    return undefined;
  }
}

const ours = certificate();
const withTls = (body: (made: NonNullable<typeof ours>) => void): void => {
  if (ours) return body(ours);
  console.warn('!!! SKIPPED: 没有 openssl，未检查加密连接 (no openssl: connections with TLS and a password were not checked)');
  it('with TLS needs openssl, which is not here', () => expect(certificate()).toBeUndefined());
};

withTls((made) =>
  describe('with TLS, a user and a password', () => {
    let server: EventStoreDbServer;
    const at = (user: string) => `esdb://${user}@127.0.0.1:${server.endPoint.port}?tls=true&tlsCAFile=${made.file}`;
    beforeEach(async () => {
      const tls = { certificate: readFileSync(made.file), key: readFileSync(made.key) };
      server = await EventStoreDbServer.start({ tls, credentials: { username: 'huiying', password: 's3cret-word' } });
    });
    afterEach(() => server.stop());

    it('appends, reads and is followed', async () => {
      const store = await openEventStoreDb({ connection: at('huiying:s3cret-word'), deadlines });
      const { position } = await store.append('complaint-1', 'none', [event()]);
      expect(await store.readStream('complaint-1')).toHaveLength(1);
      await new Promise<void>((resolve, reject) => {
        const caughtUp = (reached: number) => reached === position && resolve();
        store.subscribe(0, { batchSize: 10, handle: async () => undefined, caughtUp, failed: reject });
      });
      await store.close();
    });

    it('is told when they are wrong, without the password being told to anyone', async () => {
      const told: string[] = [];
      const store = await openEventStoreDb({ connection: at('huiying:wr0ng-word'), deadlines, log: (message) => told.push(message) });
      const refused = store.append('complaint-1', 'none', [event()]);
      await expect(refused).rejects.toMatchObject({ name: 'EventStoreUnavailable', outcomeUnknown: false });
      await expect(refused).rejects.toThrow('refuses our user');
      await expect(store.readStream('complaint-1')).rejects.toThrow('refuses our user');
      const subscription = store.subscribe(0, { batchSize: 10, handle: async () => undefined, failed: () => undefined });
      while (told.length === 0) await new Promise(setImmediate);
      await subscription.stop();
      const errors = await Promise.allSettled([refused, store.readStream('complaint-1')]);
      const texts = errors.map((outcome) => (outcome.status === 'rejected' ? String((outcome.reason as Error).stack) : ''));
      expect([...told, ...texts, store.trouble()].join()).not.toContain('wr0ng-word');
      await store.close();
    });
  }),
);

describe('a connection string that cannot be read', () => {
  it('is refused without being quoted', async () => {
    const open = openEventStoreDb({ connection: 'esdb://huiying:s3cret-word@' });
    await expect(open).rejects.toThrow('cannot be read');
    await expect(open).rejects.not.toThrow('s3cret');
  });

  it('and a namespace that could be taken for another are refused', async () => {
    await expect(openEventStoreDb({ connection: 'esdb://127.0.0.1:1?tls=false', namespace: 'huiying.test' })).rejects.toThrow(TypeError);
  });
});
