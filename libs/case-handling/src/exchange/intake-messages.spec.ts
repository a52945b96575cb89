import { EventStoreFull, EventStoreUnavailable } from '@app/event-store';
import { RowsUnavailable } from '@app/read-store';
import type { Delivered, Verdict } from '@app/messaging';
import { caseFactsTable, receiptsTable } from '@app/projections';
import { IntakeMessages, StoresInTrouble } from './intake-messages';
import { hotlineSource, Office } from './office-for-specs';

const complaint = { channel: 'phone', kind: 'complaint', matter: '供水', text: '停水三天', complainant: '王小明', phone: '13800000000' };

let offset = 0;

const delivered = (headers: Record<string, string>, value: unknown): Delivered => ({
  topic: 'huiying.intake',
  partition: 0,
  offset: String((offset += 1)),
  key: undefined,
  headers,
  value: value === null ? null : Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
  attempt: 1,
  timestamp: 0,
});

const attributes = (kind: string, id: string, subject: string, time = '2018-06-04T09:00:00+08:00') => ({
  specversion: '1.0',
  id,
  source: hotlineSource,
  type: `cn.huiying.intake.${kind}.v1`,
  subject,
  time,
});

const structured = (event: object): Delivered => delivered({ 'content-type': 'application/cloudevents+json' }, event);

const binary = (kind: string, id: string, subject: string, data: unknown, changed: Record<string, string> = {}): Delivered => {
  const headers = Object.entries({ ...attributes(kind, id, subject), ...changed }).map(([name, value]) => [`ce_${name}`, value]);
  return delivered({ ...Object.fromEntries(headers), 'content-type': 'application/json' }, data);
};

const received = (order: string, data: object = complaint) => binary('complaint.received', `${order}-1`, order, data);
const rated = (order: string) =>
  structured({ ...attributes('complaint.rated', `${order}-2`, order, '2018-06-06T09:00:00+08:00'), data: { rating: 'satisfied' } });
const answered = (order: string) =>
  structured({ ...attributes('complaint.answered', `${order}-3`, order, '2018-06-05T09:00:00+08:00'), data: { text: '已答复' } });

let office: Office;
let intake: IntakeMessages;
let orders = 0;
const newOrder = (): string => `YS-${(orders += 1)}`;

const verdictOn = async (message: Delivered): Promise<Verdict> => (await intake.handle([message]))[0]!;

beforeAll(async () => {
  office = await Office.open();
  intake = office.get(IntakeMessages);
});

afterAll(() => office.close());
afterEach(() => jest.restoreAllMocks());

describe('a message of an intake system', () => {
  it('opens a case in either mode, on behalf of the unit that its source stands for', async () => {
    const [one, other] = [newOrder(), newOrder()];
    const event = { ...attributes('complaint.received', `${other}-1`, other), data: complaint };
    expect(await intake.handle([received(one), structured(event)])).toEqual(['done', 'done']);
    await office.settled();
    for (const order of [one, other])
      expect(await office.rows.rows(caseFactsTable, { where: { source_number: order } })).toMatchObject([{ source: hotlineSource }]);
    expect(JSON.parse((await office.store.readAll(0, 10)).find(({ type }) => type === 'ComplaintRegistered')!.metadata)).toMatchObject({
      by: { id: `intake:${hotlineSource}`, unit: 'hotline-centre' },
    });
  });

  it('repeated is done, and changes nothing, whichever way it comes again', async () => {
    const order = newOrder();
    await verdictOn(received(order));
    const before = { ...intake.tally() };
    const again = structured({ ...attributes('complaint.received', `${order}-1`, order), data: complaint });
    expect(await intake.handle([received(order), again, received(order)])).toEqual(['done', 'done', 'done']);
    expect(intake.tally()).toMatchObject({ recorded: before.recorded, duplicates: before.duplicates + 3 });
    await office.settled();
    expect(await office.rows.count(caseFactsTable, { source_number: order })).toBe(1);
  });

  it('is recorded after those about the same work order that stand before it, hundreds of others beside it', async () => {
    const many = Array.from({ length: 200 }, newOrder);
    const messages = [...many.map((order) => received(order)), ...many.map((order) => answered(order)), ...many.map(rated)];
    expect(new Set(await intake.handle(messages))).toEqual(new Set(['done']));
    await office.settled();
    expect(await office.rows.count(receiptsTable, { status: 'parked' })).toBe(0);
    for (const order of many) {
      const [facts] = await office.rows.rows(caseFactsTable, { where: { source_number: order } });
      expect((await office.store.readStream(`complaint-${facts!.case_id}`)).map(({ type }) => type)).toEqual([
        'ComplaintRegistered',
        'ComplaintAnsweredDirectly',
        'ComplaintRated',
      ]);
    }
  });

  it('that comes before its case waits for it, and is done', async () => {
    const order = newOrder();
    const before = intake.tally().parked;
    expect(await verdictOn(answered(order))).toBe('done');
    expect(intake.tally().parked).toBe(before + 1);
    await verdictOn(received(order));
    await office.settled();
    const [facts] = await office.rows.rows(caseFactsTable, { where: { source_number: order } });
    expect(await office.store.readStream(`complaint-${facts!.case_id}`)).toHaveLength(2);
  });
});

describe('a message that never can be recorded', () => {
  const order = 'YS-refused';
  const foreign = { source: 'urn:somebody-else' };
  const bad: readonly (readonly [string, () => Delivered])[] = [
    ['not-a-cloudevent', () => delivered({}, null)],
    ['not-a-cloudevent', () => delivered({}, complaint)],
    ['not-a-cloudevent', () => structured({ ...complaint, specversion: '1.0', id: 'x' })],
    ['not-a-cloudevent', () => delivered({ 'content-type': 'application/cloudevents+json' }, '{"text":"王小明')],
    ['not-a-cloudevent', () => delivered({ 'content-type': 'application/cloudevents-batch+json' }, [complaint])],
    ['not-a-cloudevent', () => binary('complaint.received', 'nul\0', order, complaint)],
    ['not-a-cloudevent', () => binary('complaint.received', 'half', order, { ...complaint, text: '\ud800' })],
    ['too-large', () => binary('complaint.received', 'large', order, { ...complaint, text: ['王'.repeat(100_000)] })],
    ['malformed', () => binary('complaint.received', 'no-text', order, { ...complaint, text: '' })],
    ['malformed', () => binary('complaint.received', 'more', order, { ...complaint, 王小明: '13800000000' })],
    ['malformed', () => binary('complaint.received', 'when', order, complaint, { time: '2018-02-30T00:00:00Z' })],
    ['not-a-cloudevent', () => binary('complaint.received', 'whose', '', complaint)],
    ['malformed', () => structured({ ...attributes('complaint.received', 'whose', ''), subject: undefined, data: complaint })],
    ['unknown-event-type', () => binary('complaint.invented', 'type', order, complaint)],
    ['unknown-source', () => binary('complaint.received', 'foreign', order, complaint, foreign)],
    ['unknown-unit', () => binary('complaint.received', 'accused', order, { ...complaint, accused: ['no-such-unit'] })],
  ];

  it.each(bad)('is a dead letter: %s', async (code, message) => {
    const verdict = await verdictOn(message());
    expect(verdict).toEqual({ dead: { code, reason: expect.stringMatching(/\S/) } });
    expect(JSON.stringify(verdict)).not.toMatch(/王|13800000000|停水/);
  });

  it('is a dead letter: key-reused, when its id came with another content', async () => {
    const message = received(newOrder());
    await verdictOn(message);
    const other = { ...message, value: Buffer.from(JSON.stringify({ ...complaint, text: '另一件事' })) };
    expect(await verdictOn(other)).toMatchObject({ dead: { code: 'key-reused' } });
  });

  it('is counted, and does not keep the others of its batch', async () => {
    const before = intake.tally().dead;
    const [dead, done] = await intake.handle([bad[0]![1](), received(newOrder())]);
    expect([dead, done]).toEqual([expect.objectContaining({ dead: expect.anything() }), 'done']);
    expect(intake.tally().dead).toBe(before + 1);
  });
});

describe('a batch that comes while the stores are in trouble', () => {
  it.each([
    ['no answer', new EventStoreUnavailable('no answer')],
    ['no room', new EventStoreFull('no room')],
    // Also when they answer again before anybody has looked.
    ['no rows', new RowsUnavailable('connect ECONNRESET')],
  ])('is not settled: %s', async (_, error) => {
    const [one, other] = [newOrder(), newOrder()];
    jest.spyOn(office.store, 'append').mockRejectedValue(error);
    await expect(intake.handle([received(one), received(other)])).rejects.toThrow(StoresInTrouble);
    expect(intake.trouble()).toBe(error.message);
    jest.restoreAllMocks();
    expect(await intake.handle([received(one), received(other)])).toEqual(['done', 'done']);
    expect(intake.trouble()).toBeUndefined();
    await office.settled();
    expect(await office.rows.count(caseFactsTable, { source_number: [one, other] })).toBe(2);
  });

  it('is not settled when the rows do not answer', async () => {
    jest.spyOn(office.rows, 'checkpoint').mockRejectedValue(new Error('Connection terminated unexpectedly'));
    await expect(intake.handle([received(newOrder())])).rejects.toThrow(StoresInTrouble);
    jest.restoreAllMocks();
  });

  it('is not even begun when the log says that it takes nothing', async () => {
    jest.spyOn(office.store, 'trouble').mockReturnValue('the disk failed');
    const append = jest.spyOn(office.store, 'append');
    await expect(intake.handle([received(newOrder())])).rejects.toThrow('the disk failed');
    expect(append).not.toHaveBeenCalled();
  });
});

describe('a message that fails while the stores are well', () => {
  it('is tried again by itself, for a reason without its content', async () => {
    jest.spyOn(office.store, 'append').mockRejectedValueOnce(new TypeError('王小明 is not iterable'));
    const [failed, other] = await intake.handle([received(newOrder()), received(newOrder())]);
    expect([failed, other]).toEqual([{ retry: 'broken: TypeError' }, 'done']);
  });
});
