import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '@app/cases';
import { temporaryFolders } from '@app/testing';
import { generateKeyPair, SignJWT } from 'jose';
import { openSigningKey, type SigningKey } from './signing-key';
import { InvalidToken, issueToken, TokenVerifier } from './tokens';

const newFolder = temporaryFolders();
const actor: Actor = { id: 'li-na', unit: 'gov-office', roles: ['office', 'backdate'] };

describe('a token', () => {
  let folder: string;
  let key: SigningKey;
  let verifier: TokenVerifier;

  beforeEach(async () => {
    folder = newFolder();
    key = await openSigningKey(folder);
    verifier = new TokenVerifier(key);
  });

  afterEach(() => jest.useRealTimers());

  it('says who bears it', async () => {
    expect(await verifier.verify(await issueToken(key, actor, 1))).toEqual(actor);
  });

  it('is known again by a server that starts again: its key is kept', async () => {
    const token = await issueToken(key, actor, 1);
    expect(await new TokenVerifier(await openSigningKey(folder)).verify(token)).toEqual(actor);
  });

  it('is known by every server of an installation, however they started', async () => {
    const shared = newFolder();
    const keys = await Promise.all(Array.from({ length: 8 }, () => openSigningKey(shared)));
    const token = await issueToken(keys[0]!, actor, 1);
    for (const each of keys) expect(await new TokenVerifier(each).verify(token)).toEqual(actor);
  });

  it('ends at its hour, also where it was seen before', async () => {
    const token = await issueToken(key, actor, 1);
    await verifier.verify(token);
    jest.useFakeTimers({ now: Date.now() + 3_600_000 + 1_000, doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    await expect(verifier.verify(token)).rejects.toThrow(InvalidToken);
  });

  it('of another installation is none', async () => {
    const other = await openSigningKey(newFolder());
    await expect(verifier.verify(await issueToken(other, actor, 1))).rejects.toThrow(InvalidToken);
  });

  it.each(['policy', 'intake'] as const)('with the reserved role %s is none, however it came to be', async (role) => {
    await expect(verifier.verify(await issueToken(key, { ...actor, roles: ['office', role] }, 1))).rejects.toThrow(InvalidToken);
  });

  it('by another algorithm is none', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    const token = await new SignJWT({ unit: 'gov-office', roles: ['office'] })
      .setProtectedHeader({ alg: 'ES256' })
      .setSubject('li-na')
      .setIssuer('huiying')
      .setAudience('huiying')
      .setExpirationTime('1h')
      .sign(privateKey);
    await expect(verifier.verify(token)).rejects.toThrow(InvalidToken);
  });

  it.each(['', 'x', 'a.b.c', '{}', 'null'])('is not %j', async (text) => {
    await expect(verifier.verify(text)).rejects.toThrow(InvalidToken);
  });

  it('is remembered among thousands without a mistake', async () => {
    const people = Array.from({ length: 1_005 }, (_, index) => ({ ...actor, id: `person-${index}` }));
    const tokens = await Promise.all(people.map((person) => issueToken(key, person, 1)));
    for (const round of [1, 2])
      expect([round, (await Promise.all(tokens.map((token) => verifier.verify(token)))).map(({ id }) => id)]).toEqual([
        round,
        people.map(({ id }) => id),
      ]);
  });

  it('is signed with a key that only its owner can read', () => {
    expect(statSync(join(folder, 'keys', 'signing.jwk')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700);
  });
});
