import { type CaseType, caseTypes } from '@app/cases';
import type { CloudEvent } from 'cloudevents';
import { signer } from '../plan/actors';
import type { DemoFigure, DemoStep, IntakeStep } from '../plan/demo-plan';
import { type Api, LoadingStopped } from './api';
import { batchOf, cloudEventOf } from './cloud-events';
import type { Due } from './schedule';

interface Answer {
  readonly caseId?: string;
  readonly position?: number;
}

export interface Receipt extends Answer {
  readonly status: string;
  readonly reason?: unknown;
  readonly problem?: unknown;
}

/** Gives steps to a server, one way or another, and remembers which case got which id. */
export interface Delivery {
  /** Events of the hotline's system, in one batch. */
  report(dues: readonly Due[]): Promise<void>;
  /** A step that staff take. */
  act(due: Due): Promise<void>;
  declare(figure: DemoFigure): Promise<void>;
  /** The last position in the log that the server spoke of. */
  position(): number;
}

/** Brings events of the hotline's system to the server and tells what became of each. */
export type Send = (name: string, events: readonly CloudEvent<unknown>[]) => Promise<readonly Receipt[]>;

const taken = ['recorded', 'duplicate'];

export const overHttp =
  (api: Api, intakeKey: string): Send =>
  async (name, events) => {
    const { headers, body } = batchOf(events);
    const answer = await api.post(name, '/intake/events', { ...headers, 'x-api-key': intakeKey }, body);
    return (answer as { receipts: Receipt[] }).receipts;
  };

const nameOf = ({ of, step, number }: Due): string => `${of.key}, step ${number} of ${of.steps.length} (${step.command}, ${step.at})`;

export const deliveryTo = (api: Api, send: Send, progress: (done: number) => void): Delivery => {
  const opened = new Map<string, { readonly id: string; readonly position: number }>();
  let done = 0;
  let position = 0;
  let visible = 0;

  const note = (answer: Answer): void => {
    position = Math.max(position, answer.position ?? 0);
    progress(++done);
  };

  const noteStep = (due: Due, answer: Answer): void => {
    if (!answer.caseId) throw new LoadingStopped(`${nameOf(due)}: the answer names no case: ${JSON.stringify(answer)}`);
    if (due.number === 1) opened.set(due.of.key, { id: answer.caseId, position: answer.position ?? 0 });
    note(answer);
  };

  const openedAs = (key: string) => {
    const known = opened.get(key);
    if (!known) throw new LoadingStopped(`${key} is not registered yet`);
    return known;
  };

  // Intake finds a case by its work-order number in the rows: an event that overtakes them would be parked.
  const untilVisible = async (dues: readonly Due[]): Promise<void> => {
    const needed = Math.max(0, ...dues.map(({ of, number }) => (number === 1 ? 0 : openedAs(of.key).position)));
    if (needed <= visible) return;
    await api.getAs(signer, `/reports?minPosition=${needed}`);
    visible = needed;
  };

  const bodyOf = (step: DemoStep): object => ({
    ...step.body,
    ...(step.kind === 'register' && step.contests && { contests: { type: 'disclosure', id: openedAs(step.contests).id } }),
    ...(step.kind === 'command' && step.into && { into: openedAs(step.into).id }),
    occurredAt: step.at,
  });

  return {
    position: () => position,
    report: async (dues) => {
      const [first] = dues;
      if (!first) return;
      await untilVisible(dues);
      const name = `batch of ${dues.length} events from ${nameOf(first)}`;
      const receipts = await send(
        name,
        dues.map(({ of, step }) => cloudEventOf(of, step as IntakeStep)),
      );
      for (const [index, due] of dues.entries()) {
        const receipt: Receipt = receipts[index] ?? { status: 'no receipt' };
        const { status, reason, problem } = receipt;
        if (!taken.includes(status)) throw new LoadingStopped(`${nameOf(due)}: ${status} ${JSON.stringify(reason ?? problem ?? '')}`);
        noteStep(due, receipt);
      }
    },
    act: async (due) => {
      const { of, step, number } = due;
      const { path } = (caseTypes[of.type] as CaseType).commands[step.command] ?? {};
      const address = step.kind === 'register' ? `/cases/${of.type}` : `/cases/${of.type}/${openedAs(of.key).id}/commands/${path}`;
      noteStep(due, (await api.postAs(step.actor, nameOf(due), address, `demo-${of.key}-${number}`, bodyOf(step))) as Answer);
    },
    declare: async ({ actor, year, at, ...figure }) => {
      const name = `declared figure ${figure.code} of ${year}`;
      const body = { ...figure, occurredAt: at };
      note((await api.postAs(actor, name, `/declared-figures/${year}`, `demo-figure-${year}-${figure.code}`, body)) as Answer);
    },
  };
};
