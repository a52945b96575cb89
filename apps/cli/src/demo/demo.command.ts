import { cellOf, compare, type Comparison, forms, type FormId, type Report, yongshun2018 } from '@app/reports';
import { progressBar } from '../progress';
import { claimDemoFolder } from './demo-folder';
import { apiOf, LoadingStopped, type Target } from './load/api';
import { loadPlan, stepsOf } from './load/load-plan';
import { signer } from './plan/actors';
import type { DemoPlan } from './plan/demo-plan';
import { planYear } from './plan/plan-year';
import { comparisonTable } from './show/comparison-table';
import { howToStart, nextSteps } from './show/next-steps';
import { verdictOver } from './show/verdict';

/** A server of our own. */
export interface DemoServer extends Target {
  stop(): Promise<void>;
  /** Resolves when it has ended, by a signal or by itself. */
  readonly ended?: Promise<unknown>;
}

export interface DemoOptions {
  readonly folder: string;
  readonly port: number;
  /** Stop the server at the end; otherwise it goes on until somebody stops it. */
  readonly exit: boolean;
  readonly startServer: (folder: string, port: number) => Promise<DemoServer>;
  readonly out: NodeJS.WritableStream & { readonly columns?: number };
  /** What to load; Yongshun's year 2018 unless another is given. */
  readonly plan?: DemoPlan;
}

const year = 2018;
const shown: readonly FormId[] = ['annual-response', 'gk-2014'];

/** Loads a county's year into a server and shows its report beside the published one. Returns the exit code: 1 if any line differs. */
export const runDemo = async ({ folder, port, exit, startServer, out, plan = planYear() }: DemoOptions): Promise<number> => {
  const print = (text: string): void => void out.write(`${text}\n`);
  const unusable = claimDemoFolder(folder, plan.seed);
  if (unusable) {
    print(unusable);
    return 1;
  }
  const server = await startServer(folder, port);
  try {
    const comparisons = await handleYear(server, plan, out.columns ?? 120, print);
    const different = comparisons.some((each) => each.different > 0);
    if (!exit) print(`\n${nextSteps(server.url, folder)}`);
    print(`\n${verdictOver(comparisons)}`);
    if (exit) print(howToStart(folder, port));
    else await server.ended;
    if (exit) await server.stop();
    return different ? 1 : 0;
  } catch (error) {
    await server.stop();
    if (!(error instanceof LoadingStopped)) throw error;
    print(`\n演示中断 the demo stopped: ${error.message}`);
    return 1;
  }
};

const handleYear = async (
  server: Target,
  plan: DemoPlan,
  columns: number,
  print: (text: string) => void,
): Promise<readonly Comparison[]> => {
  const began = performance.now();
  const bar = progressBar('办理2018年全年 handling the year 2018', stepsOf(plan) + plan.figures.length);
  const loaded = await loadPlan(plan, server, (done) => bar.at(done));
  bar.end();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  print(
    `永顺县2018年：${loaded.cases}件办件、${loaded.steps}步、${loaded.figures}项申报数据，用时${seconds}秒 ` +
      `(${loaded.cases} cases, ${loaded.steps} steps, ${loaded.figures} declared figures in ${seconds} s)\n`,
  );
  const api = apiOf(server);
  const comparisons: Comparison[] = [];
  for (const id of shown) {
    const report = (await api.getAs(signer, `/reports/${id}/${year}?minPosition=${loaded.position}`)) as Report;
    const comparison = compare(forms[id], report, yongshun2018);
    comparisons.push(comparison);
    print(`${comparisonTable(forms[id], comparison, columns)}\n`);
    if (id === 'annual-response') print(`${satisfactionOf(report)}\n`);
  }
  return comparisons;
};

const satisfactionOf = (report: Report): string => {
  const cell = cellOf(report, 'hotline-satisfaction');
  if (!('rate' in cell) || !cell.rate) return '热线满意率：无数据 hotline satisfaction: no data';
  const { text, numerator, denominator, title, periodRule } = cell.rate;
  return `热线满意率 hotline satisfaction ${text} = ${numerator} / ${denominator}（${title.zh}；${periodRule.zh}）`;
};
