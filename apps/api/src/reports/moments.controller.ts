import { Malformed, parseShape, Replays, ReportQueries } from '@app/case-handling';
import type { Actor } from '@app/cases';
import { EventStore } from '@app/event-store';
import { Controller, Get, type MessageEvent, NotFoundException, Param, Query, Sse } from '@nestjs/common';
import { Observable } from 'rxjs';
import { By, StaffOnly } from '../identity/actor';
import { MomentParameters, ThenParameters } from './report-choice';
import { ReportRequests } from './report-requests';

/** Moments of the past: which position they are, and how far the log has been folded for them. */
@Controller('reports')
@StaffOnly('signer', 'office', 'unit')
export class MomentsController {
  constructor(
    private readonly requests: ReportRequests,
    private readonly reports: ReportQueries,
    private readonly replays: Replays,
    private readonly store: EventStore,
  ) {}

  /** The position that an instant stands for; of now without one. */
  @Get('moments')
  async moment(@Query() query: unknown) {
    const position = (await this.requests.position(parseShape(MomentParameters, query))) ?? (await this.store.head());
    return { position, recordedAt: (await this.store.lastUntil({ position }))?.recordedAt };
  }

  /** What was known then beside what is known now; `all` gives the cells that are the same as well. */
  @Get(':form/:year/then-and-now')
  async thenAndNow(@Param() { form, year }: { form: string; year: string }, @Query() query: unknown, @By() by: Actor) {
    const { all, ...choice } = parseShape(ThenParameters, query);
    const asked = this.requests.asked(form, year, choice, by);
    const position = await this.requests.position(choice);
    if (position === undefined) throw new Malformed([{ pointer: '/asOf', message: '请说明时点 (state asOf or atPosition)' }]);
    const { before, now, cells } = await this.reports.thenAndNow(asked, position);
    const stated = ({ position: at, asOf, provisional }: typeof before) => ({ position: at, asOf, provisional });
    return { form, year: asked.year, before: stated(before), now: stated(now), cells: cells.filter(({ differs }) => all || differs) };
  }

  @Get('replays/:position')
  replay(@Param('position') position: string) {
    const progress = this.replays.progress(Number(position));
    if (!progress) throw new NotFoundException();
    return progress;
  }

  /** Begins to fold the log where nobody has yet, and tells how far it has come until it is ready, as server-sent events. */
  @Sse('replays/:position/progress')
  async progress(@Param('position') stated: string): Promise<Observable<MessageEvent>> {
    const { atPosition } = parseShape(MomentParameters, { atPosition: stated });
    const position = await this.requests.position({ atPosition });
    return new Observable((subscriber) =>
      this.replays.watch(position!, (progress) => {
        subscriber.next({ data: progress });
        if (progress.ready || progress.failed) subscriber.complete();
      }),
    );
  }
}
