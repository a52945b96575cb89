import { noTerm } from '@app/projections';
import { expectProblem } from '../support/answer';
import { disclosureForm } from '../support/forms';
import { archivist, operator, waterStaff } from '../support/people';
import { leavesNothingBehind, type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { start } = serversForSpecs();

const on = (day: string, year = 2023) => ({ occurredAt: `${year}-${day}T10:00:00+08:00` });

let server: RunningServer;
let office: Staff;
let unit: Staff;

const facts = async (id: string) => {
  await server.settled();
  return (await office.get(`/cases/disclosure/${id}`)).body;
};

const timeline = async (id: string): Promise<any[]> => {
  await server.settled();
  return (await office.get(`/cases/disclosure/${id}/timeline`)).body.items;
};

const deadlines = async (id: string, clock: string): Promise<any[]> => {
  await server.settled();
  const { body } = await office.get(`/cases/disclosure/${id}/deadlines`);
  return body.items.filter((item: any) => item.clock === clock);
};

const queued = async (id: string) => {
  await server.settled();
  const { body } = await office.get('/cases?type=disclosure&limit=500');
  return body.items.find(({ caseId }: any) => caseId === id);
};

const refused = async (id: string, command: string, body: object, because: string): Promise<void> => {
  const answer = await leavesNothingBehind(server, () => office.act('disclosure', id, command, body));
  expectProblem(answer, 409, 'not-allowed');
  expect(answer.body.detail).toBe(because);
};

/** Received on 1 March 2023: due on the 29th. */
const received = () => office.register('disclosure', { ...disclosureForm, ...on('03-01') });

const handled = async (): Promise<string> => {
  const id = await received();
  await office.does('disclosure', id, 'route', { unit: 'water-resources', ...on('03-02') });
  await unit.does('disclosure', id, 'sign-in', on('03-03'));
  return id;
};

const correction = { items: '请写明年度和乡镇', period: { amount: 15, unit: 'day' } };

beforeAll(async () => {
  server = await start();
  [office, unit] = [await server.as(archivist), await server.as(waterStaff)];
});

describe('an unclear request', () => {
  it('is corrected once, and has its whole term anew', async () => {
    const id = await received();
    await office.does('disclosure', id, 'request-correction', { ...correction, ...on('03-10') });
    expect(await facts(id)).toMatchObject({ status: 'paused', paused: 1, heldBy: 'citizen' });
    expect(await queued(id)).toMatchObject({ paused: 1, missed: 0, soonOn: null, dueOn: noTerm });
    await refused(id, 'answer', { outcome: 'granted', text: '见附件', ...on('03-13') }, '正在等待申请人补正');
    await office.does('disclosure', id, 'receive-correction', { text: '2017年，灵溪镇', ...on('03-20') });
    await refused(id, 'request-correction', { ...correction, ...on('03-21') }, '补正只能一次性告知');
    await refused(id, 'receive-correction', on('03-21'), '该申请没有待补正的通知');

    expect(await facts(id)).toMatchObject({ status: 'received', paused: 0, dueOn: '2023-04-18', receivedOn: '2023-03-01' });
    const [first, second] = await deadlines(id, 'answer');
    expect(first).toMatchObject({ on: '2023-03-29', inForce: false, paused: { since: '2023-03-10', why: 'correction' } });
    expect(second).toMatchObject({ on: '2023-04-18', inForce: true, from: '2023-03-20', term: { amount: 20, unit: 'working-day' } });
    expect(second.days).toContainEqual({ on: '2023-04-05', counts: false, why: { zh: '清明', en: 'Tomb-sweeping Day' } });
  });

  it('is not sent back after seven working days', async () => {
    const id = await received();
    const late = '补正应当自收到申请之日起7个工作日内告知';
    await refused(id, 'request-correction', { ...correction, ...on('03-13') }, late);
    await office.does('disclosure', id, 'request-correction', { ...correction, ...on('03-10') });
  });

  it('that nobody corrects is closed when the term, counted from service, has run out', async () => {
    const id = await received();
    await office.does('disclosure', id, 'request-correction', { ...correction, ...on('03-06') });
    await office.does('disclosure', id, 'notice-served', { notice: 'correction', on: '2023-03-08', ...on('03-09') });
    await refused(id, 'close-lapsed', on('03-23'), '补正或者缴费期限尚未届满');
    await office.does('disclosure', id, 'close-lapsed', on('03-24'));
    expect((await timeline(id)).slice(-2).map(({ type }) => type)).toEqual(['DisclosureCorrectionLapsed', 'DisclosureAbandoned']);
    expect(await facts(id)).toMatchObject({
      status: 'closed',
      disposal: 'other-correction-lapsed',
      answeredOn: null,
      closedOn: '2023-03-24',
    });
    expect(await deadlines(id, 'correction')).toMatchObject([
      { on: '2023-03-21', inForce: false },
      { on: '2023-03-23', inForce: true, ended: { by: 'DisclosureCorrectionLapsed', on: '2023-03-24' } },
    ]);
    expect(await queued(id)).toBeUndefined();
  });
});

describe('a request that concerns a third party', () => {
  it('stands still until the third party has let its time pass, is extended once, answered, served and archived', async () => {
    const id = await handled();
    await unit.does('disclosure', id, 'consult-third-party', { thirdParty: '某养殖场', ...on('03-06') });
    expect(await facts(id)).toMatchObject({ status: 'paused', paused: 1, heldBy: 'citizen' });
    expect(await queued(id)).toMatchObject({ paused: 1, missed: 0, soonOn: null, dueOn: noTerm });
    const waits = '正在征求意见，收到意见或者期限届满后再答复';
    await refused(id, 'answer', { outcome: 'granted', text: '见附件', ...on('03-27') }, waits);
    const byTerm = '第三方逾期未答复由系统按期限登记，不需填报';
    await refused(id, 'third-party-replied', { opinion: 'no-reply', ...on('03-27') }, byTerm);

    await (await server.as(operator)).post('/clock/catch-up', { until: '2023-03-28T09:00:00+08:00' });
    const silence = (await timeline(id)).slice(-2);
    expect(silence.map(({ type, occurredAt, by }) => [type, occurredAt, by.id])).toEqual([
      ['DisclosureThirdPartySilent', '2023-03-28T00:00:00+08:00', 'clock'],
      ['DisclosureResumed', '2023-03-28T00:00:00+08:00', 'clock'],
    ]);
    expect(await facts(id)).toMatchObject({ status: 'handling', paused: 0, heldBy: 'unit', dueOn: '2023-04-20' });

    await office.does('disclosure', id, 'extend', { reason: '需汇总多处档案', approvedBy: '主任', ...on('04-10') });
    await refused(id, 'extend', { reason: '再延', ...on('04-11') }, '答复期限只能延长一次');
    await unit.does('disclosure', id, 'answer', { outcome: 'partly-granted', text: '隐去商业秘密', ...on('05-10') });
    await refused(id, 'serve', { way: 'post', on: '2023-05-09', ...on('05-12') }, '送达日期早于答复日期');
    await office.does('disclosure', id, 'serve', { way: 'post', on: '2023-05-11', ...on('05-12') });
    await office.does('disclosure', id, 'close', on('05-15'));
    expect(await facts(id)).toMatchObject({
      status: 'closed',
      outcome: 'partly-granted',
      timing: 'extended',
      extended: 1,
      dueOn: '2023-05-19',
      servedOn: '2023-05-11',
      answeredYear: 2023,
    });

    const pause = { from: '2023-03-06', to: '2023-03-27', why: 'consultation' };
    const [first, resumed, extended] = await deadlines(id, 'answer');
    expect(first).toMatchObject({ on: '2023-03-29', inForce: false, paused: { since: '2023-03-06', why: 'third-party' } });
    expect(resumed).toMatchObject({ on: '2023-04-20', inForce: false, from: '2023-03-01', pauses: [pause] });
    expect(resumed.days).toContainEqual({ on: '2023-03-27', counts: false, why: { zh: '中止计时', en: 'the clock stood still' } });
    expect(extended).toMatchObject({
      on: '2023-05-19',
      inForce: true,
      pauses: [pause],
      extensions: [{ amount: 20, unit: 'working-day', rule: 'disclosure-2019-art-33-extension' }],
      ended: { by: 'DisclosureAnswered', on: '2023-05-10' },
    });
    expect(await deadlines(id, 'third-party')).toMatchObject([
      { on: '2023-03-27', rule: 'disclosure-2019-art-32', ended: { by: 'DisclosureThirdPartySilent', on: '2023-03-28' } },
    ]);
  });

  it('goes on when the third party and the other agency have both spoken', async () => {
    const id = await handled();
    await unit.does('disclosure', id, 'consult-third-party', { thirdParty: '某养殖场', ...on('03-06') });
    await unit.does('disclosure', id, 'consult-co-agency', { agency: '县农业局', ...on('03-07') });
    await unit.does('disclosure', id, 'third-party-replied', { opinion: 'objection', reason: '商业秘密', ...on('03-10') });
    expect(await facts(id)).toMatchObject({ status: 'paused', paused: 1 });
    await unit.does('disclosure', id, 'co-agency-replied', { opinion: 'consent', ...on('03-14') });
    // Of the twenty working days three were used up to the 6th; the other seventeen run from the 15th.
    expect(await facts(id)).toMatchObject({ status: 'handling', paused: 0, dueOn: '2023-04-07' });
    await unit.does('disclosure', id, 'answer', { outcome: 'refused-third-party', text: '第三方不同意', ...on('04-07') });
    expect(await facts(id)).toMatchObject({ outcome: 'refused-third-party', timing: 'on-time', extended: 0 });
  });
});

describe('a request with a fee', () => {
  const fee = { basis: 'pages', count: 150 };

  it('that is not paid in time is closed', async () => {
    const id = await received();
    await office.does('disclosure', id, 'notify-fee', { ...fee, ...on('03-06') });
    expect((await timeline(id)).at(-1)).toMatchObject({ type: 'DisclosureFeeNotified', data: { amount: 1700, why: 'fee' } });
    await refused(id, 'answer', { outcome: 'granted', text: '见附件', ...on('03-07') }, '正在等待申请人缴费');
    await refused(id, 'close-lapsed', on('04-03'), '补正或者缴费期限尚未届满');
    await office.does('disclosure', id, 'close-lapsed', on('04-04'));
    expect(await facts(id)).toMatchObject({ status: 'closed', disposal: 'other-fee-unpaid' });
  });

  it('that is paid goes on where it stood', async () => {
    const id = await received();
    await office.does('disclosure', id, 'notify-fee', { ...fee, ...on('03-06') });
    await office.does('disclosure', id, 'fee-paid', on('03-10'));
    expect(await facts(id)).toMatchObject({ status: 'received', paused: 0, dueOn: '2023-04-04' });
    await refused(id, 'notify-fee', { ...fee, ...on('03-13') }, '收费通知已经发出');
  });
});

describe('a request of the time before the regulation of 2019', () => {
  const reasons = {
    'request-correction': '2019年5月15日前收到的申请，告知更改补充即为答复结果，请用“答复”登记',
    'consult-co-agency': '2019年5月15日前收到的申请，征求其他机关意见不停止计时',
    'request-reasons': '2019年5月15日前收到的申请不适用数量、频次明显超过合理范围的规定',
    'notify-fee': '2021年1月1日前收到的申请不收取信息处理费',
    'confirm-receipt': '2019年5月15日前收到的申请自收到之日起计算期限',
  };
  const bodies: Readonly<Record<string, object>> = {
    'request-correction': correction,
    'consult-co-agency': { agency: '县农业局' },
    'notify-fee': { basis: 'requests', count: 12 },
  };

  it('knows none of these steps, and says why before anybody tries', async () => {
    const id = await office.register('disclosure', { ...disclosureForm, ...on('03-01', 2018) });
    await server.settled();
    const { body } = await office.get(`/cases/disclosure/${id}/commands`);
    for (const [command, because] of Object.entries(reasons)) {
      const shown = body.commands.find(({ path }: any) => path === command);
      expect(shown).toMatchObject({ allowed: false, reason: { zh: because } });
      await refused(id, command, { ...bodies[command], ...on('03-05', 2018) }, because);
    }
    const unknown = '该结果不是该申请所适用条例的答复结果';
    await refused(id, 'answer', { outcome: 'declined-excessive', text: '过多', ...on('03-05', 2018) }, unknown);
  });
});
