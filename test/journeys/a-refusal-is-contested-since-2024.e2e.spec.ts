import { expectProblem } from '../support/answer';
import { disclosureForm } from '../support/forms';
import { archivist, waterStaff } from '../support/people';
import { leavesNothingBehind, type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { start } = serversForSpecs();

const on = (date: string) => ({ occurredAt: `${date}T10:00:00+08:00` });

const reconsideration = { channel: 'letter', kind: 'reconsideration', forum: '永顺县人民政府', matter: '征地补偿', claimant: '赵六安' };
const suit = { ...reconsideration, kind: 'litigation', route: 'after-reconsideration', forum: '吉首市人民法院' };

let server: RunningServer;
let office: Staff;
let unit: Staff;

const facts = async (type: string, id: string) => {
  await server.settled();
  return (await office.get(`/cases/${type}/${id}`)).body;
};

const timeline = async (type: string, id: string): Promise<any[]> => {
  await server.settled();
  return (await office.get(`/cases/${type}/${id}/timeline`)).body.items;
};

const openDeadline = async (type: string, id: string, clock: string) => {
  await server.settled();
  const { body } = await office.get(`/cases/${type}/${id}/deadlines`);
  return body.items.find((item: any) => item.clock === clock && item.inForce && !item.ended);
};

const isRefused = (answer: Awaited<ReturnType<Staff['act']>>, because: string): void => {
  expectProblem(answer, 409, 'not-allowed');
  expect(answer.body.detail).toBe(because);
};

const refused = async (type: string, id: string, command: string, body: object, because: string): Promise<void> =>
  isRefused(await leavesNothingBehind(server, () => office.act(type, id, command, body)), because);

const proceeds = (id: string, command: string, date: string, body: object = {}) =>
  office.does('proceeding', id, command, { ...body, ...on(date) });

/** Received on 1 March of that year, answered on the 12th, served on the 14th. */
const answered = async (outcome: string, year = 2024): Promise<string> => {
  const id = await office.register('disclosure', { ...disclosureForm, ...on(`${year}-03-01`) });
  await office.does('disclosure', id, 'route', { unit: 'water-resources', ...on(`${year}-03-01`) });
  await unit.does('disclosure', id, 'sign-in', on(`${year}-03-04`));
  await unit.does('disclosure', id, 'answer', { outcome, text: '过程性信息', legalBasis: '第十六条', ...on(`${year}-03-12`) });
  await office.does('disclosure', id, 'serve', { way: 'post', on: `${year}-03-14`, ...on(`${year}-03-15`) });
  return id;
};

const filed = (request: string, date: string, form: object = reconsideration) =>
  office.register('proceeding', { ...form, contests: { type: 'disclosure', id: request }, ...on(date) });

const noticeOf = async (id: string) => (await timeline('disclosure', id)).find(({ type }) => type === 'DisclosureAnswered').data.remedy;

beforeAll(async () => {
  server = await start();
  [office, unit] = [await server.as(archivist), await server.as(waterStaff)];
});

describe('a refusal of 2024', () => {
  const direct = { ...suit, route: 'direct' };

  it('says that reconsideration comes first; a direct suit is not recorded unless a court has taken it up', async () => {
    const id = await answered('refused-deliberative');
    expect(await noticeOf(id)).toBe('reconsideration-first');
    expect(await openDeadline('disclosure', id, 'reconsideration')).toMatchObject({
      on: '2024-05-13',
      rule: 'reconsideration-2023-art-20',
    });
    expect(await openDeadline('disclosure', id, 'litigation')).toBeUndefined();
    const body = { ...direct, contests: { type: 'disclosure', id }, ...on('2024-04-02') };
    const answer = await leavesNothingBehind(server, () => office.post('/cases/proceeding', body));
    isRefused(answer, '2024年1月1日起应当先申请行政复议；法院已经受理的，请填写受理文书');
    await office.register('proceeding', { ...body, courtAcceptance: '（2024）湘3101行初5号' });
    expect(await facts('disclosure', id)).toMatchObject({ litigated: 1, appealed: 0 });
  });

  it.each([
    ['an answer that withholds nothing', 'unavailable-not-held', 2024],
    ['a refusal of the year before', 'refused-deliberative', 2023],
  ])('is unlike %s, against which a suit may be brought at once', async (_, outcome, year) => {
    const id = await answered(outcome, year);
    expect(await noticeOf(id)).toBe('reconsideration-or-suit');
    expect(await openDeadline('disclosure', id, 'litigation')).toMatchObject({ on: `${year}-09-14`, rule: 'litigation-art-46' });
    const lawsuit = await filed(id, `${year}-04-02`, direct);
    expect(await facts('proceeding', lawsuit)).toMatchObject({ kind: 'litigation', status: 'received', outcome: null });
  });

  it('that is revoked with a term comes back to the unit with that term, and is answered anew', async () => {
    const request = await answered('refused-deliberative');
    const appeal = await filed(request, '2024-04-02');
    await refused(
      'proceeding',
      appeal,
      'suspend',
      { ground: 'question-of-law', ...on('2024-04-03') },
      '只有正在审理的复议诉讼才能如此登记',
    );
    await proceeds(appeal, 'accept', '2024-04-08', { copyOn: '2024-04-09' });
    expect(await openDeadline('proceeding', appeal, 'decision')).toMatchObject({ on: '2024-06-07' });
    expect(await openDeadline('proceeding', appeal, 'statement')).toMatchObject({ on: '2024-04-23', rule: 'reconsideration-2023-art-48' });
    await proceeds(appeal, 'submit-statement', '2024-04-18', { document: '答复书' });
    await refused('proceeding', appeal, 'submit-statement', on('2024-04-19'), '答复（答辩）已经提交');
    await proceeds(appeal, 'suspend', '2024-05-06', { ground: 'question-of-law' });
    expect(await openDeadline('proceeding', appeal, 'decision')).toBeUndefined();
    await proceeds(appeal, 'resume', '2024-05-20');
    expect(await openDeadline('proceeding', appeal, 'decision')).toMatchObject({ on: '2024-06-21' });
    await proceeds(appeal, 'conclude', '2024-06-20', { result: 'revoke', redo: { amount: 20, unit: 'working-day' } });
    expect(await facts('proceeding', appeal)).toMatchObject({ status: 'closed', outcome: 'corrected', closedOn: '2024-06-20' });

    const again = { status: 'handling', heldBy: 'unit', outcome: null, answeredOn: null, dueOn: '2024-07-18', dueRule: 'decision-term' };
    expect(await facts('disclosure', request)).toMatchObject(again);
    const ordered = (await timeline('disclosure', request)).slice(-2);
    expect(ordered.map(({ type, by, occurredAt }) => [type, by.id, occurredAt])).toEqual(
      ['DisclosureAppealConcluded', 'DisclosureAnswerRevoked'].map((type) => [type, 'policy', '2024-06-20T10:00:00+08:00']),
    );
    expect(await openDeadline('disclosure', request, 'reconsideration')).toBeUndefined();
    await refused('disclosure', request, 'extend', { reason: '延', ...on('2024-06-24') }, '另行告知或者决定确定的期限不得延长');
    await unit.does('disclosure', request, 'answer', { outcome: 'granted', text: '见附件', ...on('2024-07-10') });
    await office.does('disclosure', request, 'serve', { way: 'online', ...on('2024-07-11') });
    expect(await facts('disclosure', request)).toMatchObject({
      status: 'answered',
      outcome: 'granted',
      timing: 'on-time',
      firstAnsweredOn: '2024-03-12',
      answeredOn: '2024-07-10',
      servedOn: '2024-07-11',
      appealed: 1,
      litigated: 0,
    });
  });
});

describe('a suit after a reconsideration', () => {
  /** Maintained on 31 May, served on 3 June: a suit may follow up to the 18th. */
  const maintained = async (request: string): Promise<string> => {
    const appeal = await filed(request, '2024-04-02');
    await proceeds(appeal, 'accept', '2024-04-08');
    await proceeds(appeal, 'conclude', '2024-05-31', { result: 'maintain' });
    await proceeds(appeal, 'serve', '2024-06-03');
    return appeal;
  };

  it('is lost in first instance and won in second: the request is open again by that judgment alone', async () => {
    const request = await answered('refused-deliberative');
    const appeal = await maintained(request);
    expect(await openDeadline('proceeding', appeal, 'litigation')).toMatchObject({ on: '2024-06-18', rule: 'litigation-art-45' });
    const lawsuit = await filed(request, '2024-06-17', { ...suit, knownOn: '2024-06-03' });
    await proceeds(lawsuit, 'accept', '2024-06-24');
    await proceeds(lawsuit, 'record-judgment', '2024-10-15', {
      result: 'dismiss-claims',
      form: 'judgment',
      document: '（2024）湘3101行初9号',
    });
    await refused('proceeding', lawsuit, 'take-effect', on('2024-10-30'), '上诉期限尚未届满');
    expect(await facts('disclosure', request)).toMatchObject({ status: 'answered', outcome: 'refused-deliberative', litigated: 1 });
    await proceeds(lawsuit, 'appeal', '2024-10-28', { appellant: 'claimant' });
    const redo = { amount: 15, unit: 'working-day' };
    await proceeds(lawsuit, 'record-judgment', '2025-01-15', { result: 'revoke', form: 'judgment', redo });

    expect((await timeline('proceeding', lawsuit)).at(-1)).toMatchObject({
      type: 'ProceedingConcluded',
      data: { instance: 'second', redo },
    });
    // Filed in one year, concluded in the next.
    expect(await facts('proceeding', lawsuit)).toMatchObject({
      receivedYear: 2024,
      closedYear: 2025,
      closedOn: '2025-01-15',
      outcome: 'corrected',
    });
    // The Spring Festival, 28 January to 4 February, is left out; 26 January and 8 February, made up for it, count.
    expect(await facts('disclosure', request)).toMatchObject({ status: 'handling', dueOn: '2025-02-11', appealed: 1, litigated: 1 });
  });

  it('ends with the first judgment when the appeal is dismissed; the year between has it pending', async () => {
    const request = await answered('refused-deliberative');
    await maintained(request);
    const lawsuit = await filed(request, '2024-11-20', { ...suit, knownOn: '2024-06-03' });
    expect((await timeline('proceeding', lawsuit))[0].data).toMatchObject({ outOfTime: true });
    await proceeds(lawsuit, 'accept', '2024-11-25');
    await proceeds(lawsuit, 'record-judgment', '2025-02-10', { result: 'dismiss-claims', form: 'judgment' });
    await proceeds(lawsuit, 'appeal', '2025-02-20', { appellant: 'claimant' });
    expect(await facts('proceeding', lawsuit)).toMatchObject({ receivedYear: 2024, closedYear: null, outcome: null });
    await proceeds(lawsuit, 'decide-appeal', '2025-03-28', { decision: 'dismissed' });
    await refused(
      'proceeding',
      lawsuit,
      'appeal',
      { appellant: 'claimant', ...on('2025-04-01') },
      '只有一审已裁判、尚未生效的诉讼才能登记上诉',
    );
    expect(await facts('proceeding', lawsuit)).toMatchObject({ receivedYear: 2024, closedYear: 2025, outcome: 'upheld' });
    expect(await facts('disclosure', request)).toMatchObject({ status: 'answered', outcome: 'refused-deliberative' });
  });
});
