import {
  type BulletinComparison,
  compareBulletin,
  type FilledBulletin,
  hengdong2023September,
  ningbo2011,
  type PublishedBulletin,
  yueyang2017SecondQuarter,
} from '@app/reports';
import { claimDemoFolder } from '../demo/demo-folder';
import { apiOf, LoadingStopped, type Target } from '../demo/load/api';
import { loadPlan, stepsOf } from '../demo/load/load-plan';
import { signer } from '../demo/plan/actors';
import type { DemoServer } from '../demo/demo.command';
import { progressBar } from '../progress';
import { bulletinTable } from './bulletin-table';
import { planBulletin } from './plans';

export interface BulletinOptions {
  /** Id of a published bulletin, `hotline-hengdong-2023-09`. */
  readonly id: string;
  readonly folder: string;
  readonly startServer: (folder: string, port: number) => Promise<DemoServer>;
  readonly out: NodeJS.WritableStream;
}

const publishedBulletins: readonly PublishedBulletin[] = [hengdong2023September, yueyang2017SecondQuarter, ningbo2011];

/** Invents cases for a published bulletin, handles them on a server through its public API, and has the bulletin computed there. */
export const handleBulletin = async (id: string, target: Target, progress: (done: number) => void): Promise<BulletinComparison> => {
  const published = publishedBulletins.find((each) => each.id === id);
  if (!published) throw new Error(`no published bulletin is called ${id}`);
  const { position } = await loadPlan(planBulletin(id), target, progress);
  const address = `/statistics/bulletins/${published.bulletin}?period=${published.period}&minPosition=${position}`;
  return compareBulletin((await apiOf(target).getAs(signer, address)) as FilledBulletin, published);
};

/** Shows a bulletin computed from invented cases beside the published one. Returns the exit code: 1 if any line differs. */
export const playBulletin = async ({ id, folder, startServer, out }: BulletinOptions): Promise<number> => {
  const print = (text: string): void => void out.write(`${text}\n`);
  const plan = planBulletin(id);
  const unusable = claimDemoFolder(folder, plan.seed);
  if (unusable) {
    print(unusable);
    return 1;
  }
  const server = await startServer(folder, 0);
  try {
    const bar = progressBar(`办理 handling ${id}`, stepsOf(plan));
    const comparison = await handleBulletin(id, server, (done) => bar.at(done));
    bar.end();
    print(bulletinTable(comparison));
    return comparison.different > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof LoadingStopped)) throw error;
    print(`\n中断 stopped: ${error.message}`);
    return 1;
  } finally {
    await server.stop();
  }
};
