import { type Actor, roles } from '@app/cases';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { SigningKey } from './signing-key';

const party = 'huiying';

const Claims = z.object({
  sub: z.string().min(1).max(100),
  unit: z.string().min(1).max(40),
  roles: z.array(z.enum(roles)).min(1),
  exp: z.number(),
});

/** Roles that only programs of this installation have; no token gives them. */
const reserved = ['policy', 'intake'];

/** The token is missing, expired, forged, or not for this installation. */
export class InvalidToken extends Error {
  override readonly name = 'InvalidToken';
}

/** A token (JWT, EdDSA) that lets its bearer act as `actor` for some hours. */
export const issueToken = ({ privateKey }: SigningKey, { id, unit, roles: granted }: Actor, hours: number): Promise<string> =>
  new SignJWT({ unit, roles: granted })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' })
    .setSubject(id)
    .setIssuer(party)
    .setAudience(party)
    .setIssuedAt()
    .setExpirationTime(`${hours}h`)
    .sign(privateKey);

const rememberedTokens = 1_000;

/** Says who bears a token. A signature once checked is remembered until it expires. */
export class TokenVerifier {
  private readonly known = new Map<string, { readonly actor: Actor; readonly until: number }>();

  constructor(private readonly key: SigningKey) {}

  /** @throws InvalidToken */
  async verify(token: string): Promise<Actor> {
    const known = this.known.get(token);
    if (known && known.until > Date.now()) return known.actor;
    this.known.delete(token);
    const { sub, unit, roles: granted, exp } = await this.claims(token);
    const actor: Actor = { id: sub, unit, roles: granted };
    if (this.known.size >= rememberedTokens) this.known.clear();
    this.known.set(token, { actor, until: exp * 1_000 });
    return actor;
  }

  private async claims(token: string) {
    try {
      const { payload } = await jwtVerify(token, this.key.publicKey, { issuer: party, audience: party, algorithms: ['EdDSA'] });
      const claims = Claims.parse(payload);
      if (claims.roles.some((role) => reserved.includes(role))) throw new Error('a reserved role');
      return claims;
    } catch (error) {
      throw new InvalidToken(error instanceof Error ? error.message : String(error));
    }
  }
}
