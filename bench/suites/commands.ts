import { CaseHandlingModule, ExecuteCaseCommand } from '@app/case-handling';
import { caseTypes, type CaseType, defaultEditions } from '@app/cases';
import { EventStore, EventStoreModule } from '@app/event-store';
import { ReadStoreModule } from '@app/read-store';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { BareLog } from '../support/bare-log';
import { fillLog } from '../support/fill-log';
import { inFolder } from '../support/folders';
import { type Figure, interleaved, perSecond } from '../support/measure';
import { sampleEvent } from '../support/sample-events';
import { sampleId } from '../support/sample-ids';

const milliseconds = 3_000;
const cases = 4_000;
const atOnce = 16;
const eventsBefore = 4;

@Module({})
class Bench {}

/** Load, fold, decide and append, as plainly as it can be written. */
const bareCycle = (): Promise<number> =>
  inFolder(async (folder) => {
    const log = new BareLog(folder);
    const entry = (number: number, step: number) => {
      const { data, metadata } = sampleEvent(number, step);
      return `{"data":${data},"metadata":${metadata}}`;
    };
    for (let step = 0; step < eventsBefore; step += 1)
      await Promise.all(Array.from({ length: cases }, (_, number) => log.append(sampleId(number), step, entry(number, step))));
    const rate = await perSecond(atOnce, milliseconds, async (worker, turn) => {
      const number = (worker + turn * atOnce) % cases;
      const events = log.read(sampleId(number)).map(({ data }) => JSON.parse(data) as { data: object });
      const state = events.reduce((folded, { data }) => ({ ...folded, ...data }), {});
      if (Object.keys(state).length === 0) throw new Error('no case');
      await log.append(sampleId(number), events.length, entry(number, 3));
    });
    log.close();
    return rate;
  });

const complaint: CaseType = caseTypes.complaint;
const by = { id: 'clerk-07', unit: 'gov-office', roles: ['office'] } as const;

/** The same through the command bus: keys remembered, rules and roles asked, personal data sealed, hash chain kept. */
const ourCycle = (): Promise<number> =>
  inFolder(async (folder) => {
    const imports = [
      EventStoreModule.forRoot({ kind: 'sqlite', folder }),
      ReadStoreModule.forRoot({ folder }),
      CaseHandlingModule.forRoot({ units: [{ code: 'gov-office' }], editions: defaultEditions, follow: 'none' }),
    ];
    const app = await NestFactory.createApplicationContext({ module: Bench, imports }, { logger: false });
    await app.init();
    const bus = app.get(CommandBus);
    await fillLog(app.get(EventStore), cases * eventsBefore, eventsBefore);
    const rate = await perSecond(atOnce, milliseconds, (worker, turn) => {
      const caseId = sampleId((worker + turn * atOnce) % cases);
      return bus.execute(new ExecuteCaseCommand({ caseType: complaint, caseId, name: 'RemindComplaint', data: {}, by }));
    });
    await app.close();
    return rate;
  });

/** The command cycle against the bare loop that loads, decides and appends. */
export const commands = async (rounds: number): Promise<Figure[]> => [
  { name: `command cycle, ${atOnce} at once`, unit: 'per second', ...(await interleaved(rounds, bareCycle, ourCycle)), goal: 0.6 },
];
