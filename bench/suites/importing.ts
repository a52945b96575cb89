import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CaseImporter } from '@app/case-handling';
import { defaultUnits } from '@app/config';
import { checkLines, importCases, type Report } from '../../apps/cli/src/import/import-file';
import { readNdjson } from '../../apps/cli/src/import/ndjson';
import { openFolder } from '../../apps/cli/src/import/open-folder';
import { openSpool } from '../../apps/cli/src/import/spool';
import { BareLog } from '../support/bare-log';
import { inFolder } from '../support/folders';
import { type Figure, interleaved, median } from '../support/measure';
import { sampleEvent } from '../support/sample-events';
import { sampleId } from '../support/sample-ids';

const cases = 40_000;
const eventsPerCase = 6;
const casesAtOnce = 256;

const rateSince = (startedAt: number): number => (cases * eventsPerCase) / ((performance.now() - startedAt) / 1_000);

/** The same number of events, as many to a transaction, as plainly as it can be written. */
const bareAppends = (): Promise<number> =>
  inFolder(async (folder) => {
    const log = new BareLog(folder);
    const startedAt = performance.now();
    for (let first = 0; first < cases; first += casesAtOnce)
      await Promise.all(
        Array.from({ length: Math.min(casesAtOnce, cases - first) * eventsPerCase }, (_, index) => {
          const [number, step] = [first + Math.floor(index / eventsPerCase), index % eventsPerCase];
          const { data, metadata } = sampleEvent(number, step);
          return log.append(sampleId(number), step, `{"data":${data},"metadata":${metadata}}`);
        }),
      );
    const rate = rateSince(startedAt);
    log.close();
    return rate;
  });

const units = ['urban-management', 'water-resources', 'human-resources', 'transport'];

/** A complaint of 2017 from its receipt to its end, on a day of its own within the year. */
const line = (number: number): string => {
  const on = (days: number, time: string): string =>
    `${new Date(Date.UTC(2017, 0, 3 + (number % 350) + days)).toISOString().slice(0, 10)}T${time}:00+08:00`;
  const office = { id: `clerk-0${number % 7}`, unit: 'hotline-centre' };
  return JSON.stringify({
    type: 'complaint',
    source: 'urn:old-hotline',
    number: `2017-${String(number).padStart(6, '0')}`,
    steps: [
      {
        command: 'register',
        at: on(0, '09:10'),
        by: office,
        data: {
          channel: number % 5 ? 'phone' : 'wechat',
          kind: 'complaint',
          matter: ['路灯不亮', '垃圾清运', '拖欠工资', '供水'][number % 4],
          area: '灵溪镇',
          complainant: '张三丰',
          phone: `1380000${String(number % 10_000).padStart(4, '0')}`,
          text: '来电人反映，门前的问题已有三天，请尽快派人处理。',
        },
      },
      { command: 'route', at: on(0, '10:00'), by: office, data: { unit: units[number % 4] } },
      { command: 'sign-in', at: on(1, '09:00') },
      { command: 'answer', at: on(3, '15:30'), data: { text: '已派人到现场核实处理，问题已经解决。' } },
      { command: 'record-follow-up', at: on(4, '10:00'), by: office, data: { rating: number % 20 ? 'satisfied' : 'dissatisfied' } },
      { command: 'close', at: on(5, '11:00'), by: office },
    ],
  });
};

interface Rates {
  readonly importing: number;
  /** From the first line that is read to the last event that is durable. */
  readonly whole: number;
}

/** From the lines of a file to durable events: read, checked, decided; then numbered, sealed, chained. */
const ourImport = (): Promise<Rates> =>
  inFolder(async (folder) => {
    const file = join(folder, 'year.ndjson');
    writeFileSync(file, `${Array.from({ length: cases }, (_, number) => line(number)).join('\n')}\n`);
    const { close, ...opened } = await openFolder({ dataFolder: folder, units: defaultUnits }, false);
    const importer = new CaseImporter({ ...opened, now: new Date(), office: 'gov-office' });
    const spool = openSpool(folder);
    const refuse: Report = (number, findings) => {
      throw new Error(`line ${number}: ${JSON.stringify(findings)}`);
    };
    const startedAt = performance.now();
    await checkLines(
      readNdjson(file, {}, () => undefined),
      importer,
      refuse,
      spool,
    );
    const checkedAt = performance.now();
    const { events } = await importCases(spool, importer, () => undefined);
    const rates = { importing: rateSince(checkedAt), whole: rateSince(startedAt) };
    spool.remove();
    await close();
    if (events !== cases * eventsPerCase) throw new Error(`${events} events were imported`);
    return rates;
  });

/** A year of cases from a file, against bare appends of as many events. */
export const importing = async (rounds: number): Promise<Figure[]> => {
  const whole: number[] = [];
  const ours = async (): Promise<number> => {
    const rates = await ourImport();
    whole.push(rates.whole);
    return rates.importing;
  };
  const measured = await interleaved(rounds, bareAppends, ours);
  const name = `import of ${cases} cases with ${eventsPerCase} events each`;
  return [
    { name, unit: 'events per second', ...measured, atLeast: 20_000 },
    { name: `${name}, checked before`, unit: 'events per second', floor: measured.floor, ours: median(whole) },
  ];
};
