import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CaseNumbers } from './commands/case-numbers';
import { ErasePersonalDataHandler } from './commands/erase-personal-data.handler';
import { ExecuteCaseHandler } from './commands/execute-case.handler';
import { UnitCatalogue } from './commands/references';
import { DeclareFigureHandler } from './figures/declare-figure.handler';
import { Followers } from './following/followers';
import { PolicyRunner } from './following/policy-runner';
import { Projector } from './following/projector';
import { CaseLookup } from './intake/case-lookup';
import { KnownIds } from './intake/known-ids';
import { ParkedEvents } from './intake/parked-events';
import { RecordIntakeEventHandler } from './intake/record-intake-event.handler';
import { CaseQueries } from './queries/case-queries';
import { ReportQueries } from './queries/report-queries';
import { StreamWriter } from './recording/stream-writer';

export interface CaseHandlingSettings {
  /** Codes of the units that exist. */
  readonly units: readonly string[];
  /** Whether this process keeps the rows current and carries out policies. */
  readonly follow: boolean;
}

/** The application layer: commands in, rows kept current, queries out. Needs an event store, a key store and a read store. */
@Module({})
export class CaseHandlingModule {
  static forRoot({ units, follow }: CaseHandlingSettings): DynamicModule {
    const known = new Set(units);
    return {
      module: CaseHandlingModule,
      imports: [CqrsModule.forRoot()],
      providers: [
        { provide: UnitCatalogue, useValue: { has: (code: string) => known.has(code) } satisfies UnitCatalogue },
        StreamWriter,
        CaseNumbers,
        ExecuteCaseHandler,
        ErasePersonalDataHandler,
        RecordIntakeEventHandler,
        DeclareFigureHandler,
        CaseLookup,
        KnownIds,
        ParkedEvents,
        Projector,
        PolicyRunner,
        CaseQueries,
        ReportQueries,
        ...(follow ? [Followers] : []),
      ],
      exports: [CqrsModule, UnitCatalogue, StreamWriter, Projector, PolicyRunner, CaseQueries, ReportQueries],
    };
  }
}
