import { defaultUnits, type Settings } from '@app/config';

/** Those of a silent installation in one folder, on any free port. */
export const embeddedSettings = (dataFolder: string): Settings => ({
  dataFolder,
  host: '127.0.0.1',
  port: 0,
  units: defaultUnits,
  agency: '永顺县人民政府',
  stores: { kind: 'embedded' },
  logLevel: 'silent',
});
