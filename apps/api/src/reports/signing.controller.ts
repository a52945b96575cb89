import { ActOnReportCommand, Circumstances, Forbidden, Malformed, parseShape, type ReportOrder, SigningQueries } from '@app/case-handling';
import { type Actor, CalendarDate, Label, UnitCode } from '@app/cases';
import { Body, Controller, Get, Headers, HttpCode, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { keyIn } from '../cases/stated';
import { By, StaffOnly } from '../identity/actor';
import { MomentParameters, ReportChoice } from './report-choice';
import { ReportRequests } from './report-requests';

const Reason = z.string().trim().min(1).max(1_000);

export const VerdictBody = z.strictObject({ verdict: z.enum(['accepted', 'mistake']), reason: Reason });
export const AskBody = z.strictObject({ units: z.array(UnitCode).min(1).max(500) });
export const ConfirmBody = z.strictObject({ note: Reason.optional() });
export const DisputeBody = z.strictObject({ reason: Reason });
export const SealBody = z.strictObject({ reason: Reason.optional(), replaces: z.int().min(1).optional() });
export const PublishBody = z.strictObject({ on: CalendarDate, where: Label });

/** Which version of the form, and at which moment. */
export const SigningParameters = MomentParameters.extend({ version: z.coerce.number().int().min(1).optional() });

interface Addressed {
  readonly form: string;
  readonly year: string;
}

type Stated = { readonly params: Addressed; readonly query: unknown; readonly by: Actor; readonly key: string | undefined };

/** Checks, verdicts, confirmations, the seal, and what has changed since. */
@Controller('reports/:form/:year')
@StaffOnly('signer')
export class SigningController {
  constructor(
    private readonly requests: ReportRequests,
    private readonly signing: SigningQueries,
    private readonly circumstances: Circumstances,
    private readonly commands: CommandBus,
  ) {}

  @Get('checks')
  @StaffOnly('signer', 'office', 'unit')
  async checks(@Param() { form, year }: Addressed, @Query() query: unknown, @By() by: Actor) {
    const choice = parseShape(ReportChoice, query);
    const asked = this.requests.asked(form, year, choice, by);
    const { report, checks, counts } = await this.signing.judged(asked, await this.requests.position(choice));
    return { form, year: asked.year, position: report.position, asOf: report.asOf, counts, checks };
  }

  @Post('checks/:check/verdict')
  judge(
    @Param() params: Addressed & { check: string },
    @Query() query: unknown,
    @Body() body: unknown,
    @By() by: Actor,
    @Headers('idempotency-key') key?: string,
  ) {
    return this.act({ params, query, by, key }, { kind: 'judge', check: params.check, ...parseShape(VerdictBody, body) });
  }

  /** Everything that has been done about the report, and what stands against its seal. */
  @Get('file')
  @StaffOnly('signer', 'office')
  file(@Param() { form, year }: Addressed, @Query() query: unknown, @By() by: Actor) {
    return this.signing.file(this.requests.asked(form, year, parseShape(SigningParameters, query), by));
  }

  @Post('confirmations')
  ask(
    @Param() params: Addressed,
    @Query() query: unknown,
    @Body() body: unknown,
    @By() by: Actor,
    @Headers('idempotency-key') key?: string,
  ) {
    const { units } = parseShape(AskBody, body);
    const unknown = units.findIndex((unit) => !this.circumstances.units.has(unit));
    if (unknown >= 0)
      throw new Malformed([{ pointer: `/units/${unknown}`, message: `没有单位“${units[unknown]}” (there is no such unit)` }]);
    return this.act({ params, query, by, key }, { kind: 'ask', units });
  }

  @Post('confirmations/:unit/confirm')
  @HttpCode(200)
  @StaffOnly('unit', 'signer')
  confirm(
    @Param() params: Addressed & { unit: string },
    @Query() query: unknown,
    @Body() body: unknown,
    @By() by: Actor,
    @Headers('idempotency-key') key?: string,
  ) {
    return this.act(
      { params, query, by, key },
      { kind: 'confirm', unit: ownUnit(params.unit, by), ...parseShape(ConfirmBody, body ?? {}) },
    );
  }

  @Post('confirmations/:unit/dispute')
  @HttpCode(200)
  @StaffOnly('unit', 'signer')
  dispute(
    @Param() params: Addressed & { unit: string },
    @Query() query: unknown,
    @Body() body: unknown,
    @By() by: Actor,
    @Headers('idempotency-key') key?: string,
  ) {
    return this.act({ params, query, by, key }, { kind: 'dispute', unit: ownUnit(params.unit, by), ...parseShape(DisputeBody, body) });
  }

  @Post('seal')
  seal(
    @Param() params: Addressed,
    @Query() query: unknown,
    @Body() body: unknown,
    @By() by: Actor,
    @Headers('idempotency-key') key?: string,
  ) {
    return this.act({ params, query, by, key }, { kind: 'seal', ...parseShape(SealBody, body ?? {}) });
  }

  @Get('seals/:number')
  @StaffOnly('signer', 'office')
  async sealed(@Param() { form, year, number }: Addressed & { number: string }, @By() by: Actor) {
    const asked = this.requests.asked(form, year, {}, by);
    const { seals } = await this.signing.fileOf(asked.form.id, asked.year);
    const seal = seals.find((each) => String(each.number) === number);
    if (!seal) throw new NotFoundException();
    return seal;
  }

  @Post('publish')
  publish(
    @Param() params: Addressed,
    @Query() query: unknown,
    @Body() body: unknown,
    @By() by: Actor,
    @Headers('idempotency-key') key?: string,
  ) {
    return this.act({ params, query, by, key }, { kind: 'publish', ...parseShape(PublishBody, body) });
  }

  @Get('restatement')
  @StaffOnly('signer', 'office')
  async restatement(@Param() { form, year }: Addressed, @By() by: Actor) {
    const restatement = await this.signing.restatement(this.requests.asked(form, year, {}, by), by);
    if (!restatement) throw new NotFoundException();
    return restatement;
  }

  private async act({ params, query, by, key }: Stated, order: ReportOrder) {
    const choice = parseShape(SigningParameters, query);
    const isOwn = order.kind === 'confirm' || order.kind === 'dispute';
    const { form, year } = this.requests.asked(params.form, params.year, isOwn ? { ...choice, unit: order.unit } : choice, by);
    return this.commands.execute(new ActOnReportCommand({ form, year }, order, by, await this.requests.position(choice), keyIn(key)));
  }
}

/** A unit speaks for itself; nobody confirms for another. */
const ownUnit = (unit: string, by: Actor): string => {
  if (unit !== by.unit) throw new Forbidden('only the unit itself says whether its part is right');
  return unit;
};
