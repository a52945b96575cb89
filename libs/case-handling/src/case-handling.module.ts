import { type Editions, unitsOf } from '@app/cases';
import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CaseNumbers } from './commands/case-numbers';
import { ErasePersonalDataHandler } from './commands/erase-personal-data.handler';
import { ExecuteCaseHandler } from './commands/execute-case.handler';
import { Circumstances } from './circumstances';
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
  /** The units that exist; each may name the one it is subordinate to. */
  readonly units: readonly { readonly code: string; readonly under?: string | undefined }[];
  /** Editions of the local rules, newest first. */
  readonly editions: Editions;
  /** Whether this process keeps the rows current and carries out policies. */
  readonly follow: boolean;
}

/** The application layer: commands in, rows kept current, queries out. Needs an event store, a key store and a read store. */
@Module({})
export class CaseHandlingModule {
  static forRoot({ units, editions, follow }: CaseHandlingSettings): DynamicModule {
    return {
      module: CaseHandlingModule,
      imports: [CqrsModule.forRoot()],
      providers: [
        { provide: Circumstances, useValue: new Circumstances(unitsOf(units), editions) },
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
      exports: [CqrsModule, Circumstances, StreamWriter, Projector, PolicyRunner, CaseQueries, ReportQueries],
    };
  }
}
