import { Forbidden, Malformed, checkOccurredAt, parseShape } from '@app/case-handling';
import { type Actor, type CaseType, type CommandDefinition, findCaseType } from '@app/cases';
import { NotFoundException } from '@nestjs/common';
import { z } from 'zod';

const Key = z.string().regex(/^[\x21-\x7e]{1,200}$/, 'must be 1 to 200 visible ASCII characters');

const Backdated = z.looseObject({ occurredAt: z.string().optional() });

/** The case type in an address. @throws NotFoundException */
export const caseTypeIn = (name: string): CaseType => {
  const caseType = findCaseType(name);
  if (!caseType) throw new NotFoundException();
  return caseType;
};

/** The command with this last part of its address; not the one that opens a case, for nobody chooses its id. @throws NotFoundException */
export const commandIn = (caseType: CaseType, path: string): { readonly name: string; readonly command: CommandDefinition } => {
  const commands = Object.entries(caseType.commands) as [string, CommandDefinition][];
  const found = commands.find(([name, command]) => name !== caseType.opens && command.path === path);
  if (!found) throw new NotFoundException();
  return { name: found[0], command: found[1] };
};

/** A command's body: its fields, and `occurredAt` for who has the right to backdate. @throws Malformed, Forbidden */
export const readCommand = ({ shape }: CommandDefinition, body: unknown, by: Actor, now: Date) => {
  const { occurredAt, ...fields } = parseShape(Backdated, body ?? {});
  if (occurredAt !== undefined && !by.roles.includes('backdate'))
    throw new Forbidden('only who has the role backdate may state when it happened');
  return {
    occurredAt: checkOccurredAt(occurredAt, '/occurredAt', now),
    data: parseShape(shape, fields) as Readonly<Record<string, unknown>>,
  };
};

/** The Idempotency-Key header. @throws Malformed */
export const keyIn = (header: string | undefined): string | undefined =>
  header === undefined ? undefined : parseShape(Key, header, '/Idempotency-Key');

/** The revision in If-Match, an entity tag as this server gives them: `"7"`. @throws Malformed */
export const revisionIn = (header: string | undefined): number | undefined => {
  if (header === undefined || header === '*') return undefined;
  const match = /^"(\d{1,9})"$/.exec(header);
  if (!match) throw new Malformed([{ pointer: '/If-Match', message: 'must be an ETag that this server gave, such as "7"' }]);
  return Number(match[1]);
};

export const etagOf = (revision: number): string => `"${revision}"`;
