import { type Editions, unitsOf } from '@app/cases';
import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { BusinessClock, SystemClock } from './business-clock';
import { HolidayNotices } from './calendar/holiday-notices';
import { RecordHolidayNoticeHandler } from './calendar/record-holiday-notice.handler';
import { RetimingReaction } from './calendar/retiming-reaction';
import { CaseNumbers } from './commands/case-numbers';
import { ErasePersonalDataHandler } from './commands/erase-personal-data.handler';
import { ExecuteCaseHandler } from './commands/execute-case.handler';
import { Circumstances } from './circumstances';
import { DuplicateHints } from './duplicates/duplicate-hints';
import { RecentPrints } from './duplicates/recent-prints';
import { DeclareFigureHandler } from './figures/declare-figure.handler';
import { DeclareTableHandler } from './figures/declare-table.handler';
import { FigureQueries } from './figures/figure-queries';
import { type Follow, followingExports, followingProviders } from './following/following.providers';
import { CaseLookup } from './intake/case-lookup';
import { KnownIds } from './intake/known-ids';
import { ParkedEvents } from './intake/parked-events';
import { ReceiptUses } from './intake/receipt-uses';
import { RecordIntakeEventHandler } from './intake/record-intake-event.handler';
import { NarrativeQueries } from './narrative/narrative-queries';
import { WriteNarrativeHandler } from './narrative/write-narrative.handler';
import { CaseQueries } from './queries/case-queries';
import { ReportQueries } from './queries/report-queries';
import { StatisticsQueries } from './queries/statistics-queries';
import { CaseWriter } from './recording/case-writer';
import { StreamWriter } from './recording/stream-writer';
import { KnownUnits } from './reports/known-units';
import { Agency } from './reports/agency';
import { ReportPaperwork } from './reports/report-papers';
import { Replays } from './reports/replays';
import { ReportForms } from './reports/report-forms';
import { WholeFacts } from './reports/whole-facts';
import { VersionQueries } from './reports/version-queries';
import { WhatIf } from './what-if/what-if';
import { ActOnReportHandler } from './signing/act-on-report.handler';
import { SigningMaterial } from './signing/signing-material';
import { SigningQueries } from './signing/signing-queries';

export interface CaseHandlingSettings {
  /** The units that exist; each may name the one it is subordinate to. */
  readonly units: readonly { readonly code: string; readonly under?: string | undefined; readonly zh?: string; readonly en?: string }[];
  /** Editions of the local rules, newest first. */
  readonly editions: Editions;
  /** Who keeps the rows current and carries out policies: this process, or others. */
  readonly follow: Follow;
  /** Those that come with the program unless the office has forms of its own. */
  readonly forms?: ReportForms | undefined;
  /** Who reports, as it is printed on the report. */
  readonly agency?: string | undefined;
  /** The system's unless somebody drives one. */
  readonly clock?: BusinessClock | undefined;
}

/** The application layer: commands in, rows kept current, queries out. Needs an event store, a key store and a read store. */
@Module({})
export class CaseHandlingModule {
  static forRoot({
    units,
    editions,
    follow,
    forms = new ReportForms(),
    agency = '',
    clock = new SystemClock(),
  }: CaseHandlingSettings): DynamicModule {
    return {
      module: CaseHandlingModule,
      imports: [CqrsModule.forRoot()],
      providers: [
        { provide: Circumstances, useValue: new Circumstances(unitsOf(units), editions) },
        { provide: KnownUnits, useValue: new KnownUnits(units) },
        { provide: BusinessClock, useValue: clock },
        { provide: ReportForms, useValue: forms },
        StreamWriter,
        CaseWriter,
        HolidayNotices,
        RecordHolidayNoticeHandler,
        RetimingReaction,
        CaseNumbers,
        ExecuteCaseHandler,
        ErasePersonalDataHandler,
        RecordIntakeEventHandler,
        DeclareFigureHandler,
        DeclareTableHandler,
        FigureQueries,
        CaseLookup,
        ReceiptUses,
        KnownIds,
        ParkedEvents,
        ...followingProviders(follow, clock),
        RecentPrints,
        DuplicateHints,
        CaseQueries,
        Replays,
        ReportQueries,
        { provide: Agency, useValue: new Agency(agency) },
        ReportPaperwork,
        VersionQueries,
        NarrativeQueries,
        WriteNarrativeHandler,
        SigningMaterial,
        SigningQueries,
        ActOnReportHandler,
        WholeFacts,
        StatisticsQueries,
        WhatIf,
      ],
      exports: [
        CqrsModule,
        BusinessClock,
        Circumstances,
        StreamWriter,
        HolidayNotices,
        ...followingExports(follow),
        DuplicateHints,
        CaseQueries,
        FigureQueries,
        Replays,
        ReportForms,
        KnownUnits,
        SigningQueries,
        ReportPaperwork,
        VersionQueries,
        NarrativeQueries,
        ReportQueries,
        StatisticsQueries,
        WhatIf,
      ],
    };
  }
}
