import { join } from 'node:path';
import { importedId } from '@app/case-handling';
import { defaultUnits } from '@app/config';
import { clerk, waterStaff } from '../support/people';
import { type RunningServer, serversForSpecs } from '../support/running-server';
import { runImport } from '../../apps/cli/src/import/run-import';

const { newFolder, start } = serversForSpecs();
const examples = join(__dirname, '../../docs/examples');
const source = 'urn:yongshun:old-hotline';

const importInto = async (folder: string, name: string) => {
  const said: string[] = [];
  const request = {
    file: join(examples, name),
    format: name.split('.').at(-1) ?? '',
    said: { source },
    office: 'gov-office',
    dryRun: false,
    skipBad: false,
  };
  const code = await runImport(request, { dataFolder: folder, units: defaultUnits }, (text) => said.push(text));
  return { code, said: said.join('\n') };
};

describe('a past year that is imported into an empty folder', () => {
  const folder = newFolder();
  let server: RunningServer;
  const imported: number[] = [];
  let stderr: jest.SpyInstance;

  beforeAll(async () => {
    stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    for (const name of ['import-2017.csv', 'import-2017.ndjson']) imported.push((await importInto(folder, name)).code);
    stderr.mockRestore();
    server = await start(folder);
    await server.settled();
  });

  it('has nothing wrong with it', () => expect(imported).toEqual([0, 0]));

  it('is counted in the report of that year, and in no other', async () => {
    const office = await server.as(clerk);
    const hotline = async (year: number): Promise<string> => {
      const { body } = await office.get(`/reports/annual-response/${year}`);
      return body.cells.find(({ code }: { code: string }) => code === 'hotline').text;
    };
    expect([await hotline(2017), await hotline(2018)]).toEqual(['4', '']);
  });

  it('is counted in the statistics', async () => {
    const office = await server.as(clerk);
    const { body: satisfaction } = await office.get('/statistics/satisfaction?year=2017&type=complaint');
    expect(satisfaction.counts).toEqual({ satisfied: 2, 'basically-satisfied': 1, dissatisfied: 1 });
    const { body: totals } = await office.get('/statistics/totals?year=2017&basis=received');
    const counts = totals.items.map(({ caseType, count }: { caseType: string; count: number }) => [caseType, count]);
    expect(Object.fromEntries(counts)).toEqual({ complaint: 5, letter: 1, disclosure: 1, proceeding: 1 });
  });

  it('can be read case by case, with the old number, the times of then and people masked', async () => {
    const office = await server.as(clerk);
    const { body: list } = await office.get('/reports/annual-response/2017/cells/hotline/cases');
    const [first] = list.items.filter(({ caseNumber }: { caseNumber: string }) => caseNumber === 'RX-2017-000001');
    const { body } = await office.get(`/cases/complaint/${first.caseId}`);
    expect(body).toMatchObject({
      source,
      sourceNumber: '2017-000123',
      receivedOn: '2017-03-02',
      closedOn: '2017-03-08',
      timing: 'on-time',
    });
    expect(body.personal[0].personal).toMatchObject({ complainant: '张**', phone: '138****1234' });
  });

  it('shows the silences of then: what was answered late was overdue on its day', async () => {
    const office = await server.as(clerk);
    const { body: list } = await office.get('/reports/annual-response/2017/cells/hotline/cases');
    const [late] = list.items.filter(({ caseNumber }: { caseNumber: string }) => caseNumber === 'RX-2017-000003');
    const { body } = await office.get(`/cases/complaint/${late.caseId}/timeline`);
    const overdue = body.items.find(({ type }: { type: string }) => type === 'Overdue');
    expect(overdue).toMatchObject({ occurredAt: expect.stringMatching(/^2017-03-/), by: { id: 'clock' } });
  });

  it('goes on from where it was: an open case is overdue, and answered by whoever has it', async () => {
    const [office, water] = [await server.as(clerk), await server.as(waterStaff)];
    const { body } = await office.get('/cases?type=complaint&overdue=true');
    expect(body.items).toHaveLength(1);
    expect((await water.act('complaint', body.items[0].caseId, 'answer', { text: '已加压' })).status).toBe(200);
  });

  it('reaches the cases that its proceedings contest', async () => {
    const office = await server.as(clerk);
    const { body } = await office.get(`/cases/disclosure/${importedId('disclosure', source, 'S-9')}/timeline`);
    expect(body.items.map(({ type }: { type: string }) => type)).toEqual(
      expect.arrayContaining(['DisclosureAppealed', 'DisclosureAppealConcluded']),
    );
  });
});
