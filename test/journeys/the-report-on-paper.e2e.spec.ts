import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolders } from '@app/testing';
import { UsageError } from '../../apps/cli/src/commands/command';
import { report as reportCommand } from '../../apps/cli/src/commands/report.command';
import { expectProblem } from '../support/answer';
import { complaintForm, disclosureForm } from '../support/forms';
import { archivist, signer as signerActor, waterStaff } from '../support/people';
import { embeddedSettings } from '../support/embedded-settings';
import { type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { start } = serversForSpecs();
const newFolder = temporaryFolders();

let server: RunningServer;
let [office, water, signer] = [] as unknown as [Staff, Staff, Staff];

const on = (date: string) => ({ occurredAt: `${date}T10:00:00+08:00` });

const download = async (path: string): Promise<{ readonly headers: Headers; readonly bytes: Buffer }> => {
  const response = await fetch(`${server.url}${path}`, { headers: { authorization: `Bearer ${signer.token}` } });
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return { headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
};

const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

beforeAll(async () => {
  server = await start();
  [office, water, signer] = [await server.as(archivist), await server.as(waterStaff), await server.as(signerActor)];
  const request = await office.register('disclosure', { ...disclosureForm, ...on('2024-03-04') });
  await office.does('disclosure', request, 'answer', { outcome: 'granted', text: '答复', ...on('2024-03-20') });
  const complaint = await office.register('complaint', { ...complaintForm, ...on('2024-06-03') });
  await office.does('complaint', complaint, 'route', { unit: 'water-resources', ...on('2024-06-03') });
  await water.does('complaint', complaint, 'sign-in', on('2024-06-03'));
  await water.does('complaint', complaint, 'answer', { text: '已修', ...on('2024-06-04') });
  await office.does('complaint', complaint, 'record-follow-up', { rating: 'satisfied', ...on('2024-06-04') });
  await office.does('complaint', complaint, 'close', on('2024-06-05'));
  await server.settled();
});

const formats = ['csv', 'xlsx', 'docx', 'html'];

describe('a report is downloaded', () => {
  it.each([
    ['csv', 'text/csv; charset=utf-8', 'attachment; filename="gk-2021-2024.csv"'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'attachment; filename="gk-2021-2024.xlsx"'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'attachment; filename="gk-2021-2024.docx"'],
    ['html', 'text/html; charset=utf-8', 'inline; filename="gk-2021-2024.html"'],
  ])('as %s', async (format, type, disposition) => {
    const { headers, bytes } = await download(`/reports/gk-2021/2024?format=${format}`);
    expect([headers.get('content-type'), headers.get('content-disposition')]).toEqual([type, disposition]);
    expect(bytes.length).toBeGreaterThan(1_000);
    if (format === 'xlsx' || format === 'docx') expect(bytes.subarray(0, 2).toString()).toBe('PK');
  });

  it('of a unit under the unit’s name', async () => {
    const { headers, bytes } = await download('/reports/annual-response/2024?format=html&unit=water-resources');
    expect(headers.get('content-disposition')).toContain('annual-response-2024-water-resources.html');
    expect(bytes.toString()).toContain('县水利局');
  });

  it('with position, moment and digest in it', async () => {
    const { body } = await signer.get('/reports/annual-response/2024');
    const page = (await download('/reports/annual-response/2024?format=html')).bytes.toString();
    for (const stated of [String(body.position), body.asOf, body.digest, '永顺县人民政府']) expect(page).toContain(stated);
    const csv = (await download('/reports/annual-response/2024?format=csv')).bytes.toString();
    for (const line of csv.split('\r\n').slice(1, -1)) expect(line).toContain(body.digest);
  });

  it('with charts of the year, and without the people in it', async () => {
    const page = (await download('/reports/annual-response/2024?format=html')).bytes.toString();
    expect(page).toContain('<svg');
    expect(page).not.toContain('<script');
    expect(page).not.toContain(complaintForm.complainant);
  });

  it.each(formats)('as %s twice with the same bytes, also as of its position when more is known', async (format) => {
    const before = (await signer.get('/reports/gk-2021/2024')).body.position;
    const first = hash((await download(`/reports/gk-2021/2024?format=${format}`)).bytes);
    await office.register('disclosure', { ...disclosureForm, ...on('2024-08-01') });
    await server.settled();
    expect(hash((await download(`/reports/gk-2021/2024?format=${format}&atPosition=${before}`)).bytes)).toBe(first);
    expect(hash((await download(`/reports/gk-2021/2024?format=${format}`)).bytes)).not.toBe(first);
  });

  it('in no format that there is none of, and by nobody who may not see it', async () => {
    expectProblem(await signer.get('/reports/gk-2021/2024?format=pdf'), 400, 'malformed');
    expectProblem(await water.get('/reports/gk-2021/2024?format=docx'), 403, 'forbidden');
  });
});

describe('the way to a moment of the past', () => {
  it('is told while it is gone: first its position, then how far the log has been folded', async () => {
    const { body: moment } = await signer.get(`/reports/moments?asOf=${encodeURIComponent(new Date().toISOString())}`);
    expect(moment).toMatchObject({ position: await server.head(), recordedAt: expect.any(String) });
    const { headers, bytes } = await download(`/reports/replays/${moment.position}/progress`);
    expect(headers.get('content-type')).toContain('text/event-stream');
    const told = [...bytes.toString().matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data!));
    expect(told[0]).toMatchObject({ position: moment.position });
    expect(told.at(-1)).toEqual({ position: moment.position, done: moment.position, ready: true });
    expectProblem(await signer.get('/reports/replays/99999999/progress'), 400, 'malformed');
    expect((await signer.get('/reports/moments')).body.position).toBe(await server.head());
  });
});

describe('the command line beside the server', () => {
  const settings = () => embeddedSettings(server.folder);
  const command = (values: Record<string, string | undefined>, form = 'gk-2021') => reportCommand.run(values, [form, '2024'], settings());

  it.each(formats)('writes the same %s', async (format) => {
    const out = join(newFolder(), `report.${format}`);
    const { position } = (await signer.get('/reports/gk-2021/2024')).body;
    for (const moment of [{}, { 'at-position': String(position) }]) {
      expect(await command({ out, ...moment })).toBe(0);
      expect(hash(readFileSync(out))).toBe(hash((await download(`/reports/gk-2021/2024?format=${format}`)).bytes));
    }
  });

  it.each([
    ['a form that there is none of', {}, 'gk-2015', 'which form'],
    ['a moment in the future', { 'as-of': '2999-01-01T00:00:00+08:00' }, 'gk-2021', '/asOf'],
    ['a position after the last', { 'at-position': '99999999' }, 'gk-2021', '/atPosition'],
    ['a unit that there is none of', { unit: 'atlantis' }, 'gk-2021', 'no unit'],
    ['a format that there is none of', { format: 'pdf' }, 'gk-2021', 'no format'],
    ['a file that it cannot put on the screen', { format: 'docx' }, 'gk-2021', '--out'],
  ])('says plainly what is wrong with %s', async (_, values, form, said) => {
    const refusal = await command(values, form).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UsageError);
    expect((refusal as Error).message).toContain(said);
  });
});
