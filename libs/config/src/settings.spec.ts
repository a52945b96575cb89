import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from './settings';

const unitsFile = (content: unknown) => {
  const file = join(mkdtempSync(join(tmpdir(), 'huiying-units-')), 'units.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
};

describe('the settings', () => {
  it('are complete with nothing set: embedded, on ./data, for this machine only', () => {
    expect(readSettings({})).toMatchObject({ dataFolder: expect.stringMatching(/data$/), host: '127.0.0.1', port: 8080, logLevel: 'info' });
  });

  it('name the variable that is wrong', () => {
    expect(() => readSettings({ HUIYING_PORT: 'eighty' })).toThrow('HUIYING_PORT');
  });

  it('refuse a misspelt name, which would otherwise be ignored', () => {
    expect(() => readSettings({ HUIYING_PROT: '8080' })).toThrow('HUIYING_PROT');
  });

  it('take the units from a file', () => {
    const HUIYING_UNITS = unitsFile([{ code: 'gov-office', zh: '县政府办', en: 'County office' }]);
    expect(readSettings({ HUIYING_UNITS }).units).toHaveLength(1);
  });

  it('refuse a file of units with a code that cannot stand in an event', () => {
    expect(() => readSettings({ HUIYING_UNITS: unitsFile([{ code: '政府办', zh: '县政府办', en: 'County office' }]) })).toThrow('code');
  });
});
