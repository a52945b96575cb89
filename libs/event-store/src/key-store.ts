/**
 * Data keys of cases, kept apart from the log: destroying one makes that case's personal data unreadable
 * and leaves every event, hash and figure standing.
 */
export abstract class KeyStore {
  /** The 32-byte key of `owner`, made and stored durably on first use. @throws KeyDestroyed */
  abstract obtain(owner: string): Promise<Uint8Array>;

  /** The key of `owner`, or undefined when it was never made or has been destroyed. */
  abstract find(owner: string): Promise<Uint8Array | undefined>;

  /** Destroys the key for good, on disk too, and remembers that it did; may be repeated. */
  abstract destroy(owner: string): Promise<void>;

  /** A secret of this installation for keyed fingerprints, the same at every start. 32 bytes. */
  abstract installationSecret(): Uint8Array;

  abstract close(): Promise<void>;
}

/** The key of this owner has been destroyed; no new one is made, so nothing personal can be written for it again. */
export class KeyDestroyed extends Error {
  override readonly name = 'KeyDestroyed';
  constructor(readonly owner: string) {
    super(`the key of ${owner} has been destroyed`);
  }
}
