import { KeyDestroyed, type KeyStore } from '@app/event-store';

/** Every promise of the `KeyStore` port. `open` gives an empty store. */
export function keyStoreContract(name: string, open: () => KeyStore | Promise<KeyStore>): void {
  describe(`a key store (${name})`, () => {
    let store: KeyStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it('makes a key of 32 bytes on first use and gives the same one ever after', async () => {
      const key = await store.obtain('complaint-1');
      expect(key).toHaveLength(32);
      expect(await store.obtain('complaint-1')).toEqual(key);
      expect(await store.find('complaint-1')).toEqual(key);
    });

    it('gives one key to all who ask for it at the same time', async () => {
      const keys = await Promise.all(Array.from({ length: 50 }, () => store.obtain('complaint-1')));
      expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
    });

    it('gives every owner a key of its own', async () => {
      const keys = await Promise.all(Array.from({ length: 500 }, (_, n) => store.obtain(`complaint-${n}`)));
      expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(500);
    });

    it('makes none where it is only asked to look', async () => {
      expect(await store.find('complaint-1')).toBeUndefined();
      expect(await store.find('complaint-1')).toBeUndefined();
    });

    it('does not find a destroyed key, and makes no other for that owner', async () => {
      await store.obtain('complaint-1');
      const other = await store.obtain('complaint-2');
      await store.destroy('complaint-1');
      expect(await store.find('complaint-1')).toBeUndefined();
      await expect(store.obtain('complaint-1')).rejects.toThrow(KeyDestroyed);
      expect(await store.find('complaint-2')).toEqual(other);
    });

    it('destroys again without complaint, and even what was never made', async () => {
      await store.destroy('complaint-1');
      await store.destroy('complaint-1');
      await expect(store.obtain('complaint-1')).rejects.toMatchObject({ name: 'KeyDestroyed', owner: 'complaint-1' });
    });

    it('destroys a key that is just being made', async () => {
      const made = store.obtain('complaint-1').catch((error: unknown) => error);
      await store.destroy('complaint-1');
      await made;
      expect(await store.find('complaint-1')).toBeUndefined();
      await expect(store.obtain('complaint-1')).rejects.toThrow(KeyDestroyed);
    });

    it('has one secret of 32 bytes', () => {
      expect(store.installationSecret()).toHaveLength(32);
      expect(store.installationSecret()).toEqual(store.installationSecret());
    });
  });
}
