import { Forbidden, Circumstances } from '@app/case-handling';
import type { Actor } from '@app/cases';
import { IntakeKeys, InvalidToken, TokenVerifier } from '@app/identity';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Access, accessKey, type Identified } from './actor';

/** The one door: every route is for staff with a valid token unless it says otherwise. */
@Injectable()
export class IdentityGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: TokenVerifier,
    private readonly intakeKeys: IntakeKeys,
    private readonly circumstances: Circumstances,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(accessKey, [context.getHandler(), context.getClass()]) ?? {
      staff: [],
    };
    const request = context.switchToHttp().getRequest<Identified>();
    if (access === 'public') return true;
    request.actor = access === 'intake' ? this.intakeSystem(request) : await this.staff(request, access.staff);
    return true;
  }

  private intakeSystem(request: Identified): Actor {
    const key = request.headers['x-api-key'];
    const system = typeof key === 'string' ? this.intakeKeys.find(key) : undefined;
    if (!system) throw new InvalidToken('no valid API key');
    request.intakeSource = system.source;
    return { id: `intake:${system.source}`, unit: system.unit, roles: ['intake'] };
  }

  private async staff({ headers }: Identified, roles: readonly string[]): Promise<Actor> {
    const [scheme, token] = (headers.authorization ?? '').split(' ');
    if (scheme?.toLowerCase() !== 'bearer' || !token) throw new InvalidToken('no bearer token');
    const actor = await this.tokens.verify(token);
    if (!this.circumstances.units.has(actor.unit)) throw new Forbidden(`there is no unit ${actor.unit}`);
    if (roles.length > 0 && !actor.roles.some((role) => roles.includes(role)))
      throw new Forbidden(`this needs one of the roles ${roles.join(', ')}`);
    return actor;
  }
}
