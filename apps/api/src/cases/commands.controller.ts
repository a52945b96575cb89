import { type CaseCommandResult, derivedId, ErasePersonalDataCommand, ExecuteCaseCommand, parseShape } from '@app/case-handling';
import { type Actor, CaseId } from '@app/cases';
import { newEventId } from '@app/event-store';
import { Body, Controller, Delete, Headers, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { By } from '../identity/actor';
import { caseTypeIn, commandIn, etagOf, keyIn, readCommand, revisionIn } from './stated';

/** Staff act on cases: one address per command, named as the office says it. */
@Controller('cases')
export class CommandsController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':type')
  async open(
    @Param('type') type: string,
    @Body() body: unknown,
    @Headers('idempotency-key') idempotencyKey: string | undefined,
    @By() by: Actor,
    @Req() { id: correlation }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseCommandResult> {
    const caseType = caseTypeIn(type);
    const key = keyIn(idempotencyKey);
    const { occurredAt, data } = readCommand(caseType.commands[caseType.opens], body, by);
    // The same key of the same person at the same address always means the same case, so that a repeat cannot open a second one.
    const caseId = key === undefined ? newEventId() : derivedId('case', type, by.id, key);
    const result = await this.commands.execute(
      new ExecuteCaseCommand({ caseType, caseId, name: caseType.opens, data, by, occurredAt, key, correlation }),
    );
    void reply.header('location', `/cases/${type}/${caseId}`).header('etag', etagOf(result.revision));
    return result;
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
    const { occurredAt, data } = readCommand(command, body, by);
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

  @Delete(':type/:id/personal')
  async erase(@Param('type') type: string, @Param('id') id: string, @By() by: Actor) {
    return this.commands.execute(new ErasePersonalDataCommand(caseTypeIn(type), parseShape(CaseId, id, '/id'), by));
  }
}
