import { MemoryEventStore, newEventId } from '@app/event-store';
import { noChanges } from '@app/projections';
import { openReadStore, type ReadStore } from '@app/read-store';
import { project } from '../following/project';
import { rowsCheckpoint } from '../following/projector';
import type { IntakeOrigin } from '../recording/metadata';
import { ReceiptUses } from './receipt-uses';
import { useOf } from './use-of';

const origin = (receipt: string): IntakeOrigin => ({
  receipt,
  source: 'urn:hotline',
  id: receipt,
  type: 'cn.huiying.intake.complaint.received.v1',
  subject: `order of ${receipt}`,
});

let store: MemoryEventStore;
let rows: ReadStore;
let uses: ReceiptUses;

const record = (receipt: string) =>
  store.append(`intake-${receipt}`, 'any', [
    {
      id: newEventId(),
      type: 'IntakeEventRejected',
      data: JSON.stringify({ reason: 'because' }),
      metadata: JSON.stringify({
        occurredAt: '2018-06-04T09:00:00Z',
        by: { id: 'intake:urn:hotline', unit: 'hotline-centre' },
        intake: origin(receipt),
      }),
    },
  ]);

/** Brings the rows up to the end of the log. */
const catchUp = async (): Promise<void> => {
  const [from, to] = [await rows.checkpoint(rowsCheckpoint), await store.head()];
  const { changes } = await project(rows, await store.readAll(from, 100_000), new Set());
  await rows.apply(changes, { name: rowsCheckpoint, from, to });
};

beforeEach(async () => {
  store = new MemoryEventStore();
  rows = await openReadStore({ memory: true });
  uses = new ReceiptUses(store, rows);
});

afterEach(() => rows.close());

describe('a pair of source and id', () => {
  it('is known from its row', async () => {
    await record('one');
    await catchUp();
    expect(await uses.find('one')).toEqual({ use: useOf(origin('one')), certain: true });
  });

  it('is known from the end of the log before there is a row', async () => {
    await record('one');
    expect(await uses.find('one')).toEqual({ use: useOf(origin('one')), certain: true });
  });

  it('that is in neither is certainly new, until it comes', async () => {
    await record('one');
    expect(await uses.find('two')).toEqual({ use: undefined, certain: true });
    await record('two');
    expect(await uses.find('two')).toEqual({ use: useOf(origin('two')), certain: true });
  });

  it('is found at every moment while the rows come after', async () => {
    for (let round = 0; round < 5; round += 1) {
      await record(`a${round}`);
      await record(`b${round}`);
      if (round % 2 === 1) await catchUp();
      for (let known = 0; known <= round; known += 1) expect((await uses.find(`a${known}`)).use).toBe(useOf(origin(`a${known}`)));
    }
  });

  it('is looked up together with all that are asked for meanwhile', async () => {
    const asked = jest.spyOn(rows, 'rows');
    const answers = await Promise.all(Array.from({ length: 400 }, (_, index) => uses.find(`r${index}`)));
    expect(answers.every(({ certain }) => certain)).toBe(true);
    expect(asked.mock.calls.length).toBeLessThanOrEqual(2);
  });

  it('is uncertain when the rows are too far behind to look the rest through', async () => {
    const noted = Array.from({ length: 20_001 }, () => ({ id: newEventId(), type: 'Noted', data: '{}', metadata: '{}' }));
    await store.append('numbering-RX-2018', 'none', noted);
    expect(await uses.find('new')).toEqual({ use: undefined, certain: false });
    await rows.apply(noChanges, { name: rowsCheckpoint, from: 0, to: await store.head() });
    expect(await uses.find('new')).toEqual({ use: undefined, certain: true });
  });

  it('is uncertain while the rows of its case wait', async () => {
    await rows.apply(
      noChanges,
      { name: 'rows', from: 0, to: 0 },
      { park: [{ stream: 'complaint-stuck', position: 1, error: 'poison', parked_at: '2018-06-04T09:00:00Z' }] },
    );
    expect(await uses.find('stuck')).toEqual({ use: undefined, certain: false });
    expect(await uses.find('other')).toEqual({ use: undefined, certain: true });
  });

  it('is asked for again after a failure', async () => {
    jest.spyOn(rows, 'checkpoint').mockRejectedValueOnce(new Error('no answer'));
    await expect(uses.find('one')).rejects.toThrow('no answer');
    expect(await uses.find('one')).toEqual({ use: undefined, certain: true });
  });
});
