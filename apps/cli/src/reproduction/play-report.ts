import type { ForeignReport, Report } from '@app/reports';
import { claimDemoFolder } from '../demo/demo-folder';
import type { DemoServer } from '../demo/demo.command';
import { apiOf, LoadingStopped, type Target } from '../demo/load/api';
import { loadPlan, stepsOf } from '../demo/load/load-plan';
import { signer } from '../demo/plan/actors';
import { progressBar } from '../progress';
import { compareReproduced, linesWith, type Reproduction } from './compare-reproduced';
import { NotReproducible } from './not-reproducible';
import { type PlannedReport, planReport } from './plan-report';
import { reproductionTable } from './reproduction-table';

export interface ReproduceOptions {
  readonly published: ForeignReport;
  readonly folder: string;
  readonly startServer: (folder: string, port: number) => Promise<DemoServer>;
  readonly out: NodeJS.WritableStream;
}

/** Handles the planned cases on a server through its public API, and has the report computed there. */
export const reproduce = async (
  published: ForeignReport,
  planned: PlannedReport,
  target: Target,
  progress: (done: number) => void,
): Promise<Reproduction> => {
  const { form, year, plan } = planned;
  const { position } = await loadPlan(plan, target, progress);
  const report = (await apiOf(target).getAs(signer, `/reports/${form.id}/${year}?minPosition=${position}`)) as Report;
  return compareReproduced(planned, published, report);
};

/**
 * Shows a report computed from invented cases beside the published one. Returns the exit code: 1 if a cell differs for another reason
 * than that the published report contradicts itself, 2 if no cases can be invented for it.
 */
export const playReport = async ({ published, folder, startServer, out }: ReproduceOptions): Promise<number> => {
  const print = (text: string): void => void out.write(`${text}\n`);
  try {
    const planned = planReport(published);
    const { plan, form, year } = planned;
    const unusable = claimDemoFolder(folder, plan.seed);
    if (unusable) {
      print(unusable);
      return 1;
    }
    const server = await startServer(folder, 0);
    try {
      const bar = progressBar(`办理 handling ${published.id}`, stepsOf(plan) + plan.figures.length);
      const reproduction = await reproduce(published, planned, server, (done) => bar.at(done));
      bar.end();
      print(reproductionTable(`${published.agency} ${year}年 · ${form.title.zh}`, reproduction));
      return linesWith(reproduction, 'different').length > 0 ? 1 : 0;
    } finally {
      await server.stop();
    }
  } catch (error) {
    if (error instanceof NotReproducible) {
      print(`无法再现 cannot be reproduced: ${error.message}`);
      return 2;
    }
    if (!(error instanceof LoadingStopped)) throw error;
    print(`\n中断 stopped: ${error.message}`);
    return 1;
  }
};
