import { exchangeNames } from '@app/case-handling';
import type { RecordedEvent } from '@app/event-store';
import { caseFactsTable, receiptsTable } from '@app/projections';
import { compare, forms, type FormId, type Report, yongshun2018 } from '@app/reports';
import { deliveryTo } from '../../apps/cli/src/demo/load/delivery';
import { playPlan, stepsOf } from '../../apps/cli/src/demo/load/load-plan';
import { signer } from '../../apps/cli/src/demo/plan/actors';
import { planYear } from '../../apps/cli/src/demo/plan/plan-year';
import { rehearse } from '../../apps/cli/src/demo/rehearsal/rehearse';
import { Seeded } from '../support/seeded';
import { firstTold, livesIn, readTopic, replayedDigests, servedDigests, toBeTold, wholeLog } from './audits';
import { onCluster } from './for-specs';
import { Killer } from './killer';
import { overKafka } from './over-kafka';
import { patientApi } from './patient-api';

jest.setTimeout(600_000);

const source = 'urn:huiying:yongshun:12345';
const plan = planYear();

onCluster('the demo year on several processes', { source }, (given) => {
  const seed = 20_180_101;
  let log: readonly RecordedEvent[];

  beforeAll(async () => {
    const { cluster } = given();
    const began = performance.now();
    const seconds = () => ((performance.now() - began) / 1_000).toFixed(0);
    const publisher = await cluster.messaging().publisher();
    const api = patientApi(cluster, new Seeded(seed + 1));
    const topic = exchangeNames(cluster.prefix).intake;
    const killer = new Killer(cluster, new Seeded(seed), { kills: 20, pauses: 5 });
    killer.begin();
    try {
      const send = overKafka({ publisher, topic, api, intakeKey: cluster.intakeKey });
      await playPlan(
        plan,
        deliveryTo(api, send, (done) => killer.at(done / (stepsOf(plan) + plan.figures.length))),
      );
      const loaded = seconds();
      await killer.end();
      await cluster.ready();
      console.log(
        `seed ${seed}: loaded in ${loaded} s, all ready after ${seconds()} s; ${killer.done.join(', ')}; asked again: ${JSON.stringify([...api.again])}`,
      );
    } catch (error) {
      throw new Error(
        `seed ${seed}, after ${seconds()} s and ${killer.done.length} blows (${killer.done.join(', ')}): ${String(error)}\n${cluster.said}`,
        { cause: error },
      );
    } finally {
      await killer.end().catch(() => undefined);
    }
    log = await wholeLog(await cluster.events());
  });

  it.each<FormId>(['annual-response', 'gk-2014'])('ends with the published figures (%s)', async (id) => {
    const api = patientApi(given().cluster, new Seeded(seed));
    const report = (await api.getAs(signer, `/reports/${id}/2018?minPosition=${log.at(-1)!.position}`)) as Report;
    const { different, lines } = compare(forms[id], report, yongshun2018);
    expect({ different, lines: different > 0 ? lines : [] }).toEqual({ different: 0, lines: [] });
  });

  it('has every event once: the same lives of cases as by the rules alone, and each figure', async () => {
    const [lived, expected] = [livesIn(log), livesIn(rehearse(plan).log)];
    expect(lived.filter((life) => !expected.includes(life))).toEqual([]);
    expect(lived).toEqual(expected);
    expect(log.filter(({ type }) => type === 'FigureDeclared')).toHaveLength(plan.figures.length);
  });

  it('gives each case a number of its own, and each reported event one receipt', async () => {
    const rows = await given().cluster.rows();
    const facts = await rows.rows(caseFactsTable);
    expect(facts).toHaveLength(plan.cases.length);
    expect(new Set(facts.map(({ case_number }) => case_number)).size).toBe(facts.length);
    const reported = plan.cases.flatMap(({ steps }) => steps.filter(({ kind }) => kind === 'intake'));
    expect(await rows.count(receiptsTable)).toBe(reported.length);
    expect(await rows.count(receiptsTable, { status: 'recorded' })).toBe(reported.length);
  });

  it('has told the others everything, each case in its order', async () => {
    const { cluster } = given();
    const { ids, revisions } = toBeTold(log);
    const told = await readTopic(cluster.messaging(), exchangeNames(cluster.prefix).cases, ids);
    expect(new Set(told.map(({ headers }) => headers['ce_id']))).toEqual(ids);
    expect(Object.fromEntries(firstTold(told))).toEqual(Object.fromEntries(revisions));
    console.log(`${told.length} messages for ${ids.size} events`);
  });

  it('serves the rows that a replay from zero gives', async () => {
    const { cluster } = given();
    const rows = await cluster.rows();
    expect(await rows.parked()).toEqual([]);
    expect(await servedDigests(rows)).toEqual(await replayedDigests(await cluster.events()));
  });
});
