import { MemoryEventStore, newEventId } from '@app/event-store';
import { formFor, publishedForms } from '@app/reports';
import { fillReport } from './fill-report';
import { KnownThen } from './known-then';
import { replay } from './replay';

const event = (type: string, data: object) => ({
  id: newEventId(),
  type,
  data: JSON.stringify(data),
  metadata: JSON.stringify({ occurredAt: '2022-01-05T09:00:00+08:00', by: { id: 'zhou', unit: 'gov-office' } }),
});

const carriedOut = (text: string) => ({ code: 'carried-out:total', state: 'number', text });

/** What the report of 2021 says last year carried over, if these reports were sealed. */
const lastYears = async (sealed: Readonly<Record<string, string>>, declared: readonly object[] = []) => {
  const store = new MemoryEventStore();
  for (const [report, text] of Object.entries(sealed))
    await store.append(`report-${report}`, 'none', [event('ReportSealed', { number: 1, cells: [carriedOut(text)] })]);
  for (const figure of declared)
    await store.append('figures-2020', 'any', [event('FigureDeclared', { year: 2020, source: '司法局', ...figure })]);
  const known = await KnownThen.from(store, await replay(store, await store.head()));
  const report = await fillReport(known, publishedForms, { form: formFor(publishedForms, 'gk-2021', 2021)!, year: 2021 });
  const side = (id: string) => report.checks.find((check) => check.id === id)?.right.known;
  return { carriedOut: side('c1:total'), rules: side('c2:rules') };
};

describe('what a report says of the year before', () => {
  it('is what was sealed, on the form that was asked for in that year', async () => {
    expect(await lastYears({ 'gk-2019-trial-2020': '7' })).toMatchObject({ carriedOut: '7' });
    expect(await lastYears({ 'gk-2019-trial-2020': '7', 'gk-2021-2020': '8' })).toMatchObject({ carriedOut: '7' });
    expect(await lastYears({ 'gk-2021-2020': '8' })).toMatchObject({ carriedOut: '8' });
  });

  it('is what is known where nothing was sealed, also of cells that the sealed form has not', async () => {
    const inForce = [{ code: 'rules:in-force', value: '12' }];
    expect(await lastYears({}, inForce)).toMatchObject({ carriedOut: '0', rules: '12' });
    expect(await lastYears({ 'gk-2019-trial-2020': '7' }, inForce)).toEqual({ carriedOut: '7', rules: '12' });
  });

  it('is no matter of a form that shares no cells with this one', async () => {
    expect(await lastYears({ 'gk-2014-2020': '9', 'annual-response-2020': '9' })).toMatchObject({ carriedOut: '0' });
  });
});
