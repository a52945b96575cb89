import { type Answer, ask } from './answer';

type Headers = Readonly<Record<string, string>>;

/** A person with a token at the API. */
export class Staff {
  constructor(
    private readonly url: string,
    readonly token: string,
  ) {}

  get(path: string, headers: Headers = {}): Promise<Answer> {
    return ask(`${this.url}${path}`, { headers: { authorization: `Bearer ${this.token}`, ...headers } });
  }

  post(path: string, body?: unknown, headers: Headers = {}): Promise<Answer> {
    return this.send(path, body === undefined ? undefined : JSON.stringify(body), headers);
  }

  /** Sends the bytes as they are. */
  send(path: string, body: string | Uint8Array | undefined, headers: Headers = {}): Promise<Answer> {
    return ask(`${this.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}`, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body }),
    });
  }

  delete(path: string): Promise<Answer> {
    return ask(`${this.url}${path}`, { method: 'DELETE', headers: { authorization: `Bearer ${this.token}` } });
  }

  /** Registers a case and returns its id. */
  async register(type: string, body: object, headers: Headers = {}): Promise<string> {
    const answer = await this.post(`/cases/${type}`, body, headers);
    if (answer.status !== 201) throw new Error(`${type} was not registered: ${answer.status} ${answer.text}`);
    return answer.body.caseId;
  }

  act(type: string, id: string, command: string, body: object = {}, headers: Headers = {}): Promise<Answer> {
    return this.post(`/cases/${type}/${id}/commands/${command}`, body, headers);
  }

  /** Acts and insists that it worked. */
  async does(type: string, id: string, command: string, body: object = {}): Promise<Answer> {
    const answer = await this.act(type, id, command, body);
    if (answer.status !== 200) throw new Error(`${command} did not work: ${answer.status} ${answer.text}`);
    return answer;
  }
}
