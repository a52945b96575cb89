import type { Actor, Role } from '@app/cases';
import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

export const accessKey = 'huiying:access';

/** Who may use a route: anybody, an intake system, or staff (with one of these roles, where some are named). */
export type Access = 'public' | 'intake' | { readonly staff: readonly Role[] };

export const Public = () => SetMetadata(accessKey, 'public' satisfies Access);
export const IntakeOnly = () => SetMetadata(accessKey, 'intake' satisfies Access);
export const StaffOnly = (...roles: Role[]) => SetMetadata(accessKey, { staff: roles } satisfies Access);

export interface Identified extends FastifyRequest {
  actor?: Actor;
  /** The CloudEvents source that the caller's key stands for. */
  intakeSource?: string;
}

/** The actor whom the guard has recognised. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<Identified>();
  if (!actor) throw new Error('a route that acts for nobody asked who acts');
  return actor;
});
