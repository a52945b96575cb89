import { randomBytes } from 'node:crypto';
import { KeyDestroyed, KeyStore } from '../key-store';

const destroyed = 'destroyed';

/** Keys in memory: gone, all of them, when the process ends. */
export class MemoryKeyStore extends KeyStore {
  private readonly keys = new Map<string, Uint8Array | typeof destroyed>();
  private readonly secret = randomBytes(32);

  async obtain(owner: string): Promise<Uint8Array> {
    const key = this.keys.get(owner) ?? new Uint8Array(randomBytes(32));
    if (key === destroyed) throw new KeyDestroyed(owner);
    this.keys.set(owner, key);
    return key;
  }

  async find(owner: string): Promise<Uint8Array | undefined> {
    const key = this.keys.get(owner);
    return key === destroyed ? undefined : key;
  }

  async destroy(owner: string): Promise<void> {
    this.keys.set(owner, destroyed);
  }

  installationSecret(): Uint8Array {
    return this.secret;
  }

  async close(): Promise<void> {}
}
