import { type BusinessClock, CaseHandlingModule, exchangeFollowers, installedForms } from '@app/case-handling';
import type { Settings } from '@app/config';
import { IntakeKeys, openSigningKey, TokenVerifier } from '@app/identity';
import { storeModules } from '@app/stores';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { Topics } from './asyncapi/topics';
import { CalendarController } from './calendar/calendar.controller';
import { ClockController } from './calendar/clock.controller';
import { CasesController } from './cases/cases.controller';
import { CommandsController } from './cases/commands.controller';
import { QueueController } from './cases/queue.controller';
import { HealthController } from './health/health.controller';
import { Metrics } from './health/metrics';
import { ReadinessCheck } from './health/readiness';
import { Draining } from './http/draining';
import { ProblemFilter } from './http/problem.filter';
import { IdentityGuard } from './identity/identity.guard';
import { IntakeController } from './intake/intake.controller';
import { DocsController } from './openapi/docs.controller';
import { FiguresController } from './reports/figures.controller';
import { FiguresTableController } from './reports/figures-table.controller';
import { MomentsController } from './reports/moments.controller';
import { ReportRequests } from './reports/report-requests';
import { NarrativeController } from './reports/narrative.controller';
import { ReportsController } from './reports/reports.controller';
import { SigningController } from './reports/signing.controller';
import { StatisticsController } from './reports/statistics.controller';
import { VersionsController } from './reports/versions.controller';
import { WhatIfController } from './reports/what-if.controller';
import { installedRules, RoutingCatalogue } from './rules/installed-rules';
import { RoutingController } from './rules/routing.controller';
import { RulesController } from './rules/rules.controller';

/** Proxies ask for readiness every second or two. */
const drainMs = 3_000;

/** What answers over HTTP. Embedded, it is the one process with the log, the rows and the followers in it; otherwise one of several. */
@Module({})
export class ApiModule {
  static forRoot({ dataFolder, stores, kafka, units, rules, forms, agency }: Settings, clock: BusinessClock): DynamicModule {
    const { editions, routing } = installedRules({ units, rules });
    const intakeKeys = new IntakeKeys(dataFolder);
    return {
      module: ApiModule,
      imports: [
        ...storeModules({ dataFolder, stores }, () => clock.now()),
        CaseHandlingModule.forRoot({
          units,
          editions,
          forms: installedForms({ forms, units }),
          agency,
          follow: stores.kind === 'shared' ? 'distant' : 'embedded',
          clock,
        }),
        // The data folder is this process's alone, so that nobody else could do it.
        ...(kafka && stores.kind === 'embedded'
          ? [exchangeFollowers(kafka, { unitOf: (source) => intakeKeys.systemOf(source)?.unit }, `${kafka.prefix}-api`)]
          : []),
      ],
      controllers: [
        DocsController,
        HealthController,
        IntakeController,
        QueueController,
        CasesController,
        CommandsController,
        CalendarController,
        ClockController,
        FiguresController,
        FiguresTableController,
        StatisticsController,
        WhatIfController,
        MomentsController,
        SigningController,
        ReportsController,
        VersionsController,
        NarrativeController,
        RulesController,
        RoutingController,
      ],
      providers: [
        { provide: APP_GUARD, useClass: IdentityGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: TokenVerifier, useFactory: async () => new TokenVerifier(await openSigningKey(dataFolder)) },
        { provide: IntakeKeys, useValue: intakeKeys },
        { provide: RoutingCatalogue, useValue: new RoutingCatalogue(routing) },
        // Only where there are others does anybody have to notice that this one goes.
        { provide: Draining, useValue: new Draining(stores.kind === 'shared' ? drainMs : 0) },
        { provide: Topics, useValue: new Topics(kafka?.prefix ?? 'huiying') },
        ReportRequests,
        ReadinessCheck,
        Metrics,
      ],
    };
  }
}
