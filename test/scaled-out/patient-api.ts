import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '@app/cases';
import { type Api, LoadingStopped } from '../../apps/cli/src/demo/load/api';
import type { Seeded } from '../support/seeded';
import type { Cluster } from './cluster';

const patienceMs = 120_000;
const restMs = 100;
/** An answer may never come from a process that died with the question. */
const answersWithinMs = 30_000;

export interface PatientApi extends Api {
  /** For an intake system; undefined for 404. */
  getWith(headers: Readonly<Record<string, string>>, path: string): Promise<unknown>;
  /** How often something was asked again, by the reason. */
  readonly again: ReadonlyMap<string, number>;
}

/** Asks whichever api is there, at random, and asks again with the same words when a connection breaks or the answer is 503. */
export const patientApi = (cluster: Cluster, random: Seeded): PatientApi => {
  const again = new Map<string, number>();
  const note = (why: string): void => void again.set(why, (again.get(why) ?? 0) + 1);

  const once = async (path: string, init: RequestInit): Promise<Response | undefined> => {
    const urls = cluster.urls();
    if (urls.length === 0) return undefined;
    try {
      const response = await fetch(`${random.pick(urls)}${path}`, { ...init, signal: AbortSignal.timeout(answersWithinMs) });
      // The body may break off too.
      const text = await response.text();
      if (response.status !== 503) return new Response(text, { status: response.status });
      note('503');
    } catch (error) {
      const { code, name } = ((error as Error).cause ?? error) as { code?: string; name: string };
      note(code ?? name);
    }
    return undefined;
  };

  const ask = async (what: string, path: string, init: RequestInit): Promise<Response> => {
    for (const late = Date.now() + patienceMs; Date.now() < late; await pause(restMs)) {
      const response = await once(path, init);
      if (response) return response;
    }
    throw new LoadingStopped(`${what}: no answer within ${patienceMs / 1_000} s (${JSON.stringify([...again])})`);
  };

  const said = async (what: string, response: Response): Promise<unknown> => {
    const text = await response.text();
    if (!response.ok) throw new LoadingStopped(`${what}: ${response.status} ${text}`);
    return JSON.parse(text);
  };

  const authorization = async (actor: Actor): Promise<{ authorization: string }> => ({
    authorization: `Bearer ${await cluster.tokenFor(actor)}`,
  });

  const post: Api['post'] = async (step, path, headers, body) => said(step, await ask(step, path, { method: 'POST', headers, body }));
  return {
    again,
    post,
    postAs: async (actor, step, path, key, body) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': key, ...(await authorization(actor)) };
      return post(step, path, headers, JSON.stringify(body));
    },
    getAs: async (actor, path) => said(path, await ask(path, path, { headers: await authorization(actor) })),
    getWith: async (headers, path) => {
      const response = await ask(path, path, { headers });
      return response.status === 404 ? undefined : said(path, response);
    },
  };
};
