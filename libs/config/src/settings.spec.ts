import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from './settings';
import { defaultUnits } from './units';

const written = (name: string, text: string): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'huiying-settings-')), name);
  writeFileSync(file, text);
  return file;
};

const unitsFile = (content: unknown) => written('units.json', JSON.stringify(content));

const office = { code: 'gov-office', zh: '县政府办', en: 'County office' };
const station = { code: 'urban-station', zh: '城管中队', en: 'Squad' };

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
});

describe('where things are kept', () => {
  const shared = { HUIYING_EVENTSTORE: 'esdb://admin@events:2113', HUIYING_POSTGRES: 'postgres://huiying@rows/huiying' };

  it('is the data folder with nothing set', () => {
    expect(readSettings({})).toMatchObject({ stores: { kind: 'embedded' }, kafka: undefined });
  });

  it('is a cluster where both log and rows are named', () => {
    expect(readSettings(shared).stores).toEqual({
      kind: 'shared',
      eventStore: { connection: shared.HUIYING_EVENTSTORE, namespace: 'huiying', password: undefined },
      postgres: { url: shared.HUIYING_POSTGRES, password: undefined, segments: 16 },
    });
  });

  it('is not half a cluster', () => {
    expect(() => readSettings({ HUIYING_EVENTSTORE: shared.HUIYING_EVENTSTORE })).toThrow('HUIYING_POSTGRES');
    expect(() => readSettings({ HUIYING_POSTGRES: shared.HUIYING_POSTGRES })).toThrow('HUIYING_EVENTSTORE');
  });

  it('takes passwords from files alone, and repeats none in what it says', () => {
    const HUIYING_POSTGRES_PASSWORD_FILE = written('password', 'geheim\n');
    expect(readSettings({ ...shared, HUIYING_POSTGRES_PASSWORD_FILE }).stores).toMatchObject({ postgres: { password: 'geheim' } });
    const told = () => readSettings({ ...shared, HUIYING_POSTGRES: 'postgres://huiying:geheim@rows/huiying' });
    expect(told).toThrow('HUIYING_POSTGRES_PASSWORD_FILE');
    expect(told).not.toThrow('geheim');
    expect(() => readSettings({ ...shared, HUIYING_POSTGRES_PASSWORD_FILE: '/nowhere/password' })).toThrow(
      /PASSWORD_FILE: .* cannot be read/,
    );
  });

  it('says how Kafka is reached, user and password together', () => {
    const HUIYING_KAFKA_PASSWORD_FILE = written('password', 'geheim');
    const kafka = {
      HUIYING_KAFKA: 'one:9092, two:9092',
      HUIYING_KAFKA_USER: 'huiying',
      HUIYING_KAFKA_PASSWORD_FILE,
      HUIYING_KAFKA_TLS: 'on',
    };
    expect(readSettings(kafka).kafka).toEqual({
      brokers: ['one:9092', 'two:9092'],
      prefix: 'huiying',
      sasl: { username: 'huiying', password: 'geheim' },
      tls: { ca: undefined },
    });
    expect(() => readSettings({ HUIYING_KAFKA: 'one:9092', HUIYING_KAFKA_USER: 'huiying' })).toThrow('belong together');
  });
});

describe('the units', () => {
  it('are taken from a file', () => {
    const HUIYING_UNITS = unitsFile([office, { ...station, under: 'gov-office' }]);
    expect(readSettings({ HUIYING_UNITS }).units).toEqual([office, { ...station, under: 'gov-office' }]);
  });

  it('have codes that can stand in an event', () => {
    expect(() => readSettings({ HUIYING_UNITS: unitsFile([{ ...office, code: '政府办' }]) })).toThrow('code');
  });

  it('are each listed once', () => {
    expect(() => readSettings({ HUIYING_UNITS: unitsFile([office, office]) })).toThrow(
      /units\.json: .*the code gov-office is already taken\n.*\[1\]\.code/s,
    );
  });

  it('are subordinate to units that exist', () => {
    expect(() => readSettings({ HUIYING_UNITS: unitsFile([office, { ...station, under: 'urban-management' }]) })).toThrow(
      /units\.json: .*there is no unit urban-management\n.*\[1\]\.under/s,
    );
  });

  it('of a county like Yongshun follow the same rules as those of a file', () => {
    expect(readSettings({ HUIYING_UNITS: unitsFile(defaultUnits) }).units).toEqual(defaultUnits);
  });
});

describe('the local rules', () => {
  it('are none with nothing set', () => expect(readSettings({}).rules).toBeUndefined());

  it('are taken from a file, which is named with them', () => {
    const HUIYING_RULES = written('rules.json', '{ "editions": [] }');
    expect(readSettings({ HUIYING_RULES }).rules).toEqual({ file: HUIYING_RULES, content: { editions: [] } });
  });
});

describe('the forms of the office', () => {
  it('are none with nothing set', () => expect(readSettings({}).forms).toBeUndefined());

  it('are taken from a file, which is named with them', () => {
    const HUIYING_FORMS = written('forms.json', '{ "forms": [] }');
    expect(readSettings({ HUIYING_FORMS }).forms).toEqual({ file: HUIYING_FORMS, content: { forms: [] } });
  });
});

const files = ['HUIYING_RULES', 'HUIYING_UNITS', 'HUIYING_FORMS'];

describe('a file of settings', () => {
  it.each(files)('that does not exist is named: %s', (name) => {
    expect(() => readSettings({ [name]: '/nowhere/county.json' })).toThrow(/^\/nowhere\/county\.json cannot be read: /);
  });

  it.each(files)('that is no JSON is named: %s', (name) => {
    const file = written('county.json', '{ "editions": [ ');
    expect(() => readSettings({ [name]: file })).toThrow(`${file} is no JSON: `);
  });
});
