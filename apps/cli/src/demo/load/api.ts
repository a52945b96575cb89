import type { Actor } from '@app/cases';

/** Where the demo year is loaded to, and how one becomes somebody there. */
export interface Target {
  /** Base URL, without a slash at its end. */
  readonly url: string;
  readonly intakeKey: string;
  tokenFor(actor: Actor): Promise<string>;
}

/** The server did not accept something; loading stops. The message names the step and what the server said. */
export class LoadingStopped extends Error {
  override readonly name = 'LoadingStopped';
}

export interface Api {
  /** @throws LoadingStopped unless it is answered with 2xx; `step` names it for people */
  post(step: string, path: string, headers: Readonly<Record<string, string>>, body: string): Promise<unknown>;
  /** The same for staff, in JSON. */
  postAs(actor: Actor, step: string, path: string, key: string, body: object): Promise<unknown>;
  /** Reads once the server is ready to answer: while it says 503 the question is asked again, for at most `patience` ms. */
  getAs(actor: Actor, path: string, patience?: number): Promise<unknown>;
}

const said = async (response: Response): Promise<string> => {
  const text = await response.text();
  try {
    const { title, detail, errors } = JSON.parse(text) as Record<string, unknown>;
    return [title, detail, errors && JSON.stringify(errors)].filter(Boolean).join(' - ') || text;
  } catch {
    return text;
  }
};

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const apiOf = (target: Target): Api => {
  const { url } = target;
  const tokens = new Map<string, Promise<string>>();
  const authorization = async (actor: Actor): Promise<string> => {
    const token = tokens.get(actor.id) ?? target.tokenFor(actor);
    tokens.set(actor.id, token);
    return `Bearer ${await token}`;
  };
  const ask = async (step: string, path: string, init: RequestInit): Promise<Response> => {
    try {
      return await fetch(`${url}${path}`, init);
    } catch (error) {
      const { cause } = error as { cause?: unknown };
      throw new LoadingStopped(`${step}: no answer from ${url} (${String(cause ?? error)})`, { cause: error });
    }
  };
  const answerOf = async (step: string, response: Response): Promise<unknown> => {
    if (!response.ok) throw new LoadingStopped(`${step}: ${response.status} ${await said(response)}`);
    return response.json();
  };
  const post: Api['post'] = async (step, path, headers, body) => answerOf(step, await ask(step, path, { method: 'POST', headers, body }));
  return {
    post,
    postAs: async (actor, step, path, key, body) =>
      post(
        step,
        path,
        { 'content-type': 'application/json', authorization: await authorization(actor), 'idempotency-key': key },
        JSON.stringify(body),
      ),
    getAs: async (actor, path, patience = 60_000) => {
      const headers = { authorization: await authorization(actor) };
      for (const until = Date.now() + patience; ; await sleep(200)) {
        const response = await ask(`GET ${path}`, path, { headers });
        if (response.status !== 503 || Date.now() > until) return answerOf(`GET ${path}`, response);
        await response.body?.cancel();
      }
    },
  };
};
