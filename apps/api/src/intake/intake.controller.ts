import { CaseQueries, Forbidden, type IntakeReceipt, parseShape, RecordIntakeEventCommand } from '@app/case-handling';
import type { Actor } from '@app/cases';
import { type IntakeMessage, isBatch, NotACloudEvent, readHttpEvents } from '@app/messaging';
import { Body, Controller, Get, HttpCode, NotFoundException, Param, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { camelCased } from '../http/camel-cased';
import { BodyTooLarge, limits } from '../http/json-body';
import { problemOf } from '../http/problem-of';
import { type Language, languageOf, problemBody } from '../http/problems';
import { By, type Identified, IntakeOnly } from '../identity/actor';

/** What became of one event of a batch: a receipt, or the problem with it. */
type Outcome = IntakeReceipt | { readonly status: 'rejected'; readonly problem: ReturnType<typeof problemBody> };

/** Where hotlines and other intake systems report what they receive, as CloudEvents. */
@Controller('intake')
@IntakeOnly()
export class IntakeController {
  constructor(
    private readonly commands: CommandBus,
    private readonly cases: CaseQueries,
  ) {}

  @Post('events')
  @HttpCode(202)
  async receive(
    @Req() request: Identified,
    @Body() body: unknown,
    @By() by: Actor,
  ): Promise<IntakeReceipt | { readonly receipts: readonly Outcome[] }> {
    const messages = readHttpEvents(request.headers, body);
    if (!isBatch(request.headers)) return this.record(messages[0] as IntakeMessage, request, by);
    return { receipts: await this.recordAll(messages, request, by) };
  }

  @Get('receipts/:id')
  async receipt(@Param('id') id: string, @Req() { intakeSource }: Identified) {
    const receipt = await this.cases.receipt(parseShape(z.uuid(), id, '/id'));
    if (!receipt || receipt.source !== intakeSource) throw new NotFoundException();
    return camelCased(receipt);
  }

  /** Events about the same work order one after the other, the others side by side, so that they share commits. */
  private async recordAll(
    messages: readonly (IntakeMessage | NotACloudEvent)[],
    request: Identified,
    by: Actor,
  ): Promise<readonly Outcome[]> {
    const language = languageOf(request.headers['accept-language']);
    const before = new Map<string, Promise<unknown>>();
    return Promise.all(
      messages.map((message) => {
        if (message instanceof NotACloudEvent) return Promise.resolve(problemOutcome(message, language));
        const order = message.subject ?? message.id;
        const outcome = (before.get(order) ?? Promise.resolve())
          .then(() => this.record(message, request, by))
          .catch((error: unknown) => problemOutcome(error, language));
        before.set(order, outcome);
        return outcome;
      }),
    );
  }

  private async record(message: IntakeMessage, { id, intakeSource }: Identified, by: Actor): Promise<IntakeReceipt> {
    if (message.source !== intakeSource) throw new Forbidden(`this key does not speak for the source ${message.source}`);
    if (Buffer.byteLength(JSON.stringify(message.data ?? null)) > limits.event) throw new BodyTooLarge(limits.event);
    return this.commands.execute(new RecordIntakeEventCommand(message, by, id));
  }
}

const problemOutcome = (error: unknown, language: Language): Outcome => {
  const problem = problemOf(error);
  if (!problem) throw error;
  return { status: 'rejected', problem: problemBody(problem, language) };
};
