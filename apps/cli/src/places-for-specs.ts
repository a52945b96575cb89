import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings, type Settings } from '@app/config';
import { runImport } from './import/run-import';

/** For specs: a data folder and nothing else. */
export const embeddedPlace = (folder: string): Settings => readSettings({ HUIYING_DATA: folder });

/** For specs: servers that several processes share, and a folder with the keys. */
export const sharedPlace = (folder: string, connection: string, url: string): Settings => ({
  ...embeddedPlace(folder),
  stores: { kind: 'shared', eventStore: { connection, namespace: 'spec' }, postgres: { url, segments: 4 } },
});

const header = 'number,type,received_at,channel,kind,matter,text,routed_at,unit,signed_in_at,answered_at,answer';
const answered = (number: string): string =>
  `${number},complaint,2017-03-02,phone,help,供水,停水三天，张三丰家,2017-03-02,water-resources,2017-03-03,2017-03-06,已修复`;

/** For specs: brings in so many answered complaints, of four events each, numbered from `first` on. */
export const bringIn = async (place: Settings, folder: string, cases: number, first = 1): Promise<void> => {
  const file = join(folder, `cases-${first}.csv`);
  writeFileSync(file, [header, ...Array.from({ length: cases }, (_, n) => answered(`C${first + n}`))].join('\r\n'));
  const request = { file, format: 'csv', said: { source: 'urn:old' }, office: 'gov-office', dryRun: false, skipBad: false };
  const said: string[] = [];
  if ((await runImport(request, place, (text) => said.push(text))) !== 0) throw new Error(said.join('\n'));
};
