import {
  BusinessClock,
  type CaseCommandResult,
  derivedId,
  type DuplicateHint,
  DuplicateHints,
  ErasePersonalDataCommand,
  ExecuteCaseCommand,
  parseShape,
} from '@app/case-handling';
import { type Actor, CaseId } from '@app/cases';
import { newEventId } from '@app/event-store';
import { Body, Controller, Delete, Headers, HttpCode, Logger, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { By } from '../identity/actor';
import { caseTypeIn, commandIn, etagOf, keyIn, readCommand, revisionIn } from './stated';

/** A case that has been registered, and recent cases that may be about the same thing, when there are any. */
type Registered = CaseCommandResult & { readonly possibleDuplicates?: readonly DuplicateHint[] };

/** Staff act on cases: one address per command, named as the office says it. */
@Controller('cases')
export class CommandsController {
  private readonly log = new Logger('Registration');

  constructor(
    private readonly commands: CommandBus,
    private readonly hints: DuplicateHints,
    private readonly clock: BusinessClock,
  ) {}

  @Post(':type')
  async open(
    @Param('type') type: string,
    @Body() body: unknown,
    @Headers('idempotency-key') idempotencyKey: string | undefined,
    @By() by: Actor,
    @Req() { id: correlation }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Registered> {
    const caseType = caseTypeIn(type);
    const key = keyIn(idempotencyKey);
    const { occurredAt, data } = readCommand(caseType.commands[caseType.opens], body, by, this.clock.now());
    // The same key of the same person at the same address always means the same case, so that a repeat cannot open a second one.
    const caseId = key === undefined ? newEventId() : derivedId('case', type, by.id, key);
    const result = await this.commands.execute(
      new ExecuteCaseCommand({ caseType, caseId, name: caseType.opens, data, by, occurredAt, key, correlation }),
    );
    void reply.header('location', `/cases/${type}/${caseId}`).header('etag', etagOf(result.revision));
    const possibleDuplicates = await this.possibleDuplicates(caseType, caseId, data, by);
    return possibleDuplicates.length > 0 ? { ...result, possibleDuplicates } : result;
  }

  @Post(':type/:id/commands/:command')
  @HttpCode(200)
  async act(
    @Param() params: { type: string; id: string; command: string },
    @Body() body: unknown,
    @Headers('idempotency-key') idempotencyKey: string | undefined,
    @Headers('if-match') ifMatch: string | undefined,
    @By() by: Actor,
    @Req() { id: correlation }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseCommandResult> {
    const caseType = caseTypeIn(params.type);
    const caseId = parseShape(CaseId, params.id, '/id');
    const { name, command } = commandIn(caseType, params.command);
    const { occurredAt, data } = readCommand(command, body, by, this.clock.now());
    const result = await this.commands.execute(
      new ExecuteCaseCommand({
        caseType,
        caseId,
        name,
        data,
        by,
        occurredAt,
        key: keyIn(idempotencyKey),
        expected: revisionIn(ifMatch),
        correlation,
      }),
    );
    void reply.header('etag', etagOf(result.revision));
    return result;
  }

  /** The case is registered: that it cannot be compared with others must not look as if it were not. */
  private async possibleDuplicates(...[caseType, caseId, data, by]: Parameters<DuplicateHints['atRegistration']>) {
    if (!by.roles.includes('office')) return [];
    return this.hints.atRegistration(caseType, caseId, data, by).catch((error: unknown) => {
      this.log.error(`${caseType.name} ${caseId} is not compared with others: ${String(error)}`);
      return [];
    });
  }

  @Delete(':type/:id/personal')
  async erase(@Param('type') type: string, @Param('id') id: string, @By() by: Actor) {
    return this.commands.execute(new ErasePersonalDataCommand(caseTypeIn(type), parseShape(CaseId, id, '/id'), by));
  }
}
