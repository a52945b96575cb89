import { type Actor, caseTypes, type CaseType, type CaseTypeName, defaultEditions, type Role, unitsOf } from '@app/cases';
import { MemoryEventStore, MemoryKeyStore, type RecordedEvent } from '@app/event-store';
import { SystemClock } from '../business-clock';
import { Circumstances } from '../circumstances';
import { CaseNumbers } from '../commands/case-numbers';
import { ExecuteCaseCommand } from '../commands/execute-case.command';
import { ExecuteCaseHandler } from '../commands/execute-case.handler';
import { streamOf } from '../recording/case-ids';
import { CaseWriter } from '../recording/case-writer';
import { metadataOf, openPersonal } from '../recording/codec';
import { StreamWriter } from '../recording/stream-writer';
import { CaseImporter } from './case-importer';
import { importedId } from './named-cases';
import type { StatedCase, StatedStep } from './stated-case';

const units = unitsOf([
  { code: 'gov-office' },
  { code: 'water-resources' },
  { code: 'water-station', under: 'water-resources' },
  { code: 'transport' },
]);
const source = 'urn:old-register';
const now = new Date('2026-11-01T08:00:00Z');

const place = () => {
  const [store, keys, clock] = [new MemoryEventStore(), new MemoryKeyStore(), new SystemClock()];
  const circumstances = new Circumstances(units, defaultEditions);
  const numbers = new CaseNumbers(store, clock);
  const importer = () => new CaseImporter({ store, keys, circumstances, numbers, now, office: 'gov-office' });
  const handler = new ExecuteCaseHandler(new CaseWriter(new StreamWriter(store, keys), circumstances), numbers, circumstances, keys, clock);
  return { store, keys, importer, handler };
};
type Place = ReturnType<typeof place>;

const step = (day: string, command: string, data: StatedStep['data'] = {}, by?: StatedStep['by']): StatedStep => ({
  command,
  at: `2017-${day}T10:00:00+08:00`,
  data,
  ...(by && { by }),
});

const stated = (type: CaseTypeName, number: string, steps: readonly StatedStep[], line = 1): StatedCase => ({
  line,
  type,
  source,
  number,
  steps,
  placeOf: (index, pointer) => `/steps/${index}${pointer}`,
});

const registered = { channel: 'phone', kind: 'complaint', matter: '供水', complainant: '张三丰', phone: '13800001234', text: '停水三天' };
const answered = [
  step('03-02', 'register', registered),
  step('03-02', 'route', { unit: 'water-resources' }),
  step('03-03', 'sign-in'),
  step('03-06', 'answer', { text: '已修复' }),
];
const closed = [...answered, step('03-07', 'record-follow-up', { rating: 'satisfied' }), step('03-08', 'close')];

const examined = ({ importer }: Place, ...cases: readonly StatedCase[]) => {
  const one = importer();
  return cases.reduce(async (before, each) => [...(await before), await one.examine(each)], Promise.resolve<unknown[]>([]));
};

const imported = async ({ importer }: Place, ...cases: readonly StatedCase[]): Promise<readonly string[]> => {
  const one = importer();
  const ready: ReturnType<CaseImporter['textsOf']>[] = [];
  const kinds: string[] = [];
  for (const each of cases) {
    const found = await one.examine(each);
    kinds.push(found.kind);
    if (found.kind === 'ready') ready.push(one.textsOf(found));
  }
  await one.record(ready);
  return kinds;
};

/** An event without what differs from one recording to the next. */
const told = async ({ keys }: Place, event: RecordedEvent) => {
  const { key: _, fingerprint: __, intake: ___, ...metadata } = metadataOf(event);
  return { type: event.type, data: JSON.parse(event.data), metadata, personal: await openPersonal(keys, event) };
};

const eventsOf = async (at: Place, type: string, id: string) =>
  Promise.all((await at.store.readStream(streamOf(type, id))).map((event) => told(at, event)));

const office: Actor = { id: 'import', unit: 'gov-office', roles: ['office'] };

/** The same steps through the command handler, by somebody who has the role for each. */
const handled = async (at: Place, type: CaseTypeName, steps: readonly StatedStep[], id: string): Promise<void> => {
  const caseType: CaseType = caseTypes[type];
  for (const { command, at: occurredAt, data, by } of steps) {
    const [name, { by: roles, shape }] = Object.entries<any>(caseType.commands).find(([, { path }]) => path === command) ?? ['', {}];
    const onlyUnits = !roles.includes('office');
    const actor = { id: by?.id ?? 'import', unit: by?.unit ?? (onlyUnits ? 'water-resources' : 'gov-office'), roles: roles as Role[] };
    await at.handler.execute(
      new ExecuteCaseCommand({ caseType, caseId: id, name, data: shape.parse(data), by: { ...office, ...actor }, occurredAt }),
    );
  }
};

const letter = { channel: 'online', matter: '公交', sender: '李四', text: '请增加班次' };
const request = { channel: 'letter', kind: 'natural-person', matter: '征地', applicant: '王五', text: '申请公开' };

const histories: readonly (readonly [string, CaseTypeName, readonly StatedStep[]])[] = [
  ['a complaint that was answered in time', 'complaint', closed],
  [
    'one that was overdue, sent back and answered again',
    'complaint',
    [
      step('03-02', 'register', registered),
      step('03-09', 'route', { unit: 'water-resources', joint: ['transport'] }),
      step('03-10', 'sign-in'),
      step('03-11', 'join-in', {}, { unit: 'transport' }),
      step('03-12', 'reply-part', { text: '路已清理' }, { id: 'chen-hao', unit: 'transport' }),
      step('04-20', 'answer', { text: '已修' }),
      step('04-21', 'record-follow-up', { rating: 'dissatisfied' }, { id: 'li-na', unit: 'gov-office' }),
      step('04-22', 'send-back', { ground: 'unsolved' }),
      step('06-22', 'answer', { text: '已换管' }),
      step('06-23', 'close'),
    ],
  ],
  [
    'a letter',
    'letter',
    [
      step('03-02', 'register', letter),
      step('03-03', 'route', { unit: 'water-resources' }),
      step('03-04', 'sign-in'),
      step('05-04', 'answer', { text: '已增加' }),
    ],
  ],
  [
    'an inquiry that was not taken up',
    'inquiry',
    [step('03-02', 'register', letter_()), step('03-03', 'reject', { ground: 'advertisement' })],
  ],
  [
    'a disclosure request that paused for a third party',
    'disclosure',
    [
      step('03-02', 'register', request),
      step('03-03', 'route', { unit: 'water-resources' }),
      step('03-06', 'sign-in'),
      step('03-07', 'consult-third-party', { thirdParty: '某公司' }),
      step('03-20', 'third-party-replied', { opinion: 'consent' }),
      step('04-01', 'answer', { outcome: 'granted', text: '予以公开' }),
      step('04-05', 'serve', { way: 'post' }),
    ],
  ],
];

function letter_() {
  const { sender: netizen, ...rest } = letter;
  return { ...rest, netizen };
}

describe('an imported case', () => {
  it.each(histories)('has the events that handling it step by step records: %s', async (_, type, steps) => {
    const [by, at] = [place(), place()];
    const id = importedId(type, source, '1');
    expect(await imported(by, stated(type, '1', steps))).toEqual(['ready']);
    await handled(at, type, steps, id);
    const events = await eventsOf(by, type, id);
    expect(events.length).toBeGreaterThanOrEqual(steps.length);
    expect(events).toEqual(await eventsOf(at, type, id));
  });

  it('says in its first event where it comes from, and under which number', async () => {
    const at = place();
    await imported(at, stated('complaint', '2017-000123', closed));
    const id = importedId('complaint', source, '2017-000123');
    const metadata = (await at.store.readStream(`complaint-${id}`)).map(metadataOf);
    expect(metadata[0]?.intake).toEqual({
      receipt: id,
      source,
      id: '2017-000123',
      type: 'cn.huiying.import.complaint.v1',
      subject: '2017-000123',
    });
    expect(metadata.slice(1).every(({ intake, key }) => intake === undefined && key === undefined)).toBe(true);
  });

  it('gets a number of the year of its receipt, in the order of the file', async () => {
    const at = place();
    await imported(at, stated('complaint', 'b', answered), stated('complaint', 'a', answered, 2), stated('letter', 'a', letterSteps(), 3));
    const numberOf = async (type: CaseTypeName, number: string) => {
      const [first] = await eventsOf(at, type, importedId(type, source, number));
      return first?.data.caseNumber;
    };
    expect([await numberOf('complaint', 'b'), await numberOf('complaint', 'a')]).toEqual(['RX-2017-000001', 'RX-2017-000002']);
    expect(await numberOf('letter', 'a')).toMatch(/-2017-000001$/);
    expect((await at.store.readStream('numbering-RX-2017')).map(({ data }) => JSON.parse(data).upTo)).toEqual([2]);
  });

  it('is there the second time, and nothing is recorded again', async () => {
    const at = place();
    await imported(at, stated('complaint', '1', closed));
    const head = await at.store.head();
    const reordered = closed.map((each) => ({ ...each, data: Object.fromEntries(Object.entries(each.data).toReversed()) }));
    expect(await imported(at, stated('complaint', '1', reordered))).toEqual(['there']);
    expect(await at.store.head()).toBe(head);
  });

  it('is refused with another content under its number', async () => {
    const at = place();
    await imported(at, stated('complaint', '1', closed));
    const [found] = await examined(at, stated('complaint', '1', answered));
    expect(found).toMatchObject({ kind: 'wrong', findings: [{ place: '/number', said: { zh: expect.stringContaining('内容不同') } }] });
  });

  it('may share its number with a case of another type, and not with one of its own', async () => {
    const found = await examined(
      place(),
      stated('complaint', '1', closed),
      stated('letter', '1', letterSteps(), 2),
      stated('complaint', '1', closed, 3),
    );
    expect(found).toMatchObject([{ kind: 'ready' }, { kind: 'ready' }, { findings: [{ said: { en: 'repeats the number of line 1' } }] }]);
  });

  it('is judged the same when the file is gone through again', async () => {
    const one = place().importer();
    const cases = [stated('complaint', '1', closed), stated('complaint', '1', answered, 2)];
    const kinds = async () => [(await one.examine(cases[0] as StatedCase)).kind, (await one.examine(cases[1] as StatedCase)).kind];
    expect([await kinds(), await kinds()]).toEqual([
      ['ready', 'wrong'],
      ['ready', 'wrong'],
    ]);
  });
});

function letterSteps(): readonly StatedStep[] {
  return [step('03-02', 'register', letter)];
}

const findingsOf = async (...cases: readonly StatedCase[]) => {
  const found = (await examined(place(), ...cases)).at(-1) as { findings?: { place: string; said: { en: string; zh: string } }[] };
  return (found.findings ?? []).map(({ place: where, said }) => `${where} ${said.en}`);
};

const wrongly = (...steps: readonly StatedStep[]) => findingsOf(stated('complaint', '1', steps));

describe('what is wrong with a line', () => {
  it.each<readonly [string, readonly StatedStep[], readonly string[]]>([
    ['a step nobody knows', [...answered, step('03-09', 'celebrate')], ['/steps/4/command there is no step celebrate']],
    ['no registration', answered.slice(1), ['/steps/0/command the first step registers the case, and no other does']],
    [
      'a second registration',
      [...answered, step('03-09', 'register', registered)],
      ['/steps/4/command the first step registers the case, and no other does'],
    ],
    [
      'what only the system records',
      [...answered, step('03-09', 'record-duplicate', { duplicate: importedId('complaint', source, '2') })],
      ['/steps/4/command is recorded by the system itself and cannot be imported'],
    ],
    [
      'a step before the one that precedes it',
      [...answered, step('03-05', 'close')],
      ['/steps/4/at lies before the step that precedes it'],
    ],
    [
      'a day that does not exist',
      [{ ...step('03-02', 'register', registered), at: '2017-02-30' }],
      [expect.stringContaining('/steps/0/at must be a date')],
    ],
    ['the future', [{ ...step('03-02', 'register', registered), at: '2027-01-01' }], ['/steps/0/at lies in the future']],
    [
      'a unit that there is not',
      [step('03-02', 'register', registered), step('03-03', 'route', { unit: 'moon-base' })],
      ['/steps/1/data/unit there is no unit moon-base'],
    ],
    [
      'somebody of a unit that there is not',
      [step('03-02', 'register', registered, { unit: 'moon-base' })],
      ['/steps/0/by/unit there is no unit moon-base'],
    ],
    [
      'a unit that did not have it',
      [...answered.slice(0, 2), step('03-03', 'sign-in', {}, { unit: 'transport' })],
      ['/steps/2 transport did not have the case then, and cannot have taken this step'],
    ],
    [
      'what the rules refuse',
      [...answered.slice(0, 2), step('03-03', 'answer', { text: '已修' })],
      ['/steps/2 only a complaint that the handling unit has signed in can be answered'],
    ],
    [
      'the accused unit, or one below it',
      [step('03-02', 'register', { ...registered, accused: ['water-resources'] }), step('03-03', 'route', { unit: 'water-station' })],
      [expect.stringMatching(/^\/steps\/1 .*(accused|about)/)],
    ],
  ])('is told with its place: %s', async (_, steps, findings) => {
    expect(await wrongly(...steps)).toEqual(findings);
  });

  it('is all told at once, as far as it can be seen without deciding', async () => {
    const { text: _, ...without } = registered;
    expect(
      await wrongly(
        { ...step('03-02', 'register', { ...without, kind: 'rant', colour: 'red' }), at: '昨天' },
        step('03-01', 'route', { unit: 'Water' }),
      ),
    ).toEqual([
      expect.stringContaining('/steps/0/at must be'),
      expect.stringContaining('/steps/0/data/kind Invalid option'),
      '/steps/0/data/text is missing',
      '/steps/0/data/colour unknown field',
      '/steps/1/data/unit must be the code of a unit',
    ]);
  });

  it('is told in Chinese too', async () => {
    const { matter: _, ...without } = registered;
    const [found] = await examined(place(), stated('complaint', '1', [step('03-02', 'register', { ...without, channel: 'pigeon' })]));
    expect(found).toMatchObject({ findings: [{ said: { zh: expect.stringMatching(/^无效选项/) } }, { said: { zh: '缺少此项' } }] });
  });

  it('may be its type or its number', async () => {
    expect(await findingsOf({ ...stated('complaint', ' 7', closed), source: '' })).toEqual([
      '/source must not be empty',
      '/number must not begin or end with a space',
    ]);
    expect(await findingsOf({ ...stated('complaint', '7', closed), type: 'grievance' })).toEqual([
      expect.stringContaining('/type must be one of'),
    ]);
  });
});

describe('a proceeding', () => {
  const filed = { channel: 'letter', kind: 'reconsideration', forum: '州人民政府', matter: '征地' };
  const contesting = (number: string) =>
    stated('proceeding', 'F1', [{ ...step('06-01', 'register', { ...filed, contests: { type: 'disclosure', number } }) }]);

  it('names the request that it contests by its old number, once that is there', async () => {
    const at = place();
    await imported(at, stated('disclosure', 'S9', [step('03-02', 'register', request)]));
    expect(await imported(at, contesting('S9'))).toEqual(['ready']);
    const [first] = await eventsOf(at, 'proceeding', importedId('proceeding', source, 'F1'));
    expect(first?.data.contests).toEqual({ type: 'disclosure', id: importedId('disclosure', source, 'S9') });
  });

  it('is refused while that is not there, or was not there yet', async () => {
    const at = place();
    await imported(at, stated('disclosure', 'late', [step('07-01', 'register', request)]));
    for (const number of ['S9', 'late'])
      expect(await examined(at, contesting(number))).toMatchObject([
        { findings: [{ place: '/steps/0/data/contests/id', said: { en: `there was no case ${number} then: import it first` } }] },
      ]);
  });
});
