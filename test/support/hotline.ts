import { CloudEvent, emitterFor, HTTP, type Message, Mode } from 'cloudevents';
import { type Answer, ask } from './answer';

/** An intake system: the `cloudevents` client as it comes from npm, with `fetch` as its transport. */
export class Hotline {
  private readonly emit = {
    structured: emitterFor((message) => this.post(message), { binding: HTTP, mode: Mode.STRUCTURED }),
    binary: emitterFor((message) => this.post(message), { binding: HTTP, mode: Mode.BINARY }),
  };

  constructor(
    private readonly url: string,
    readonly key: string,
    readonly source: string,
  ) {}

  /** `kind` such as `complaint.received`. */
  event(kind: string, id: string, subject: string, time: string, data: object): CloudEvent<object> {
    return new CloudEvent<object>({ type: `cn.huiying.intake.${kind}.v1`, source: this.source, id, subject, time, data });
  }

  async report(event: CloudEvent<object>, mode: 'structured' | 'binary' = 'structured'): Promise<Answer> {
    return (await this.emit[mode](event)) as Answer;
  }

  /** Batched mode; the SDK has no emitter for it. */
  reportAll(events: readonly unknown[]): Promise<Answer> {
    return this.send(JSON.stringify(events), { 'content-type': 'application/cloudevents-batch+json' });
  }

  send(body: string | Uint8Array, headers: Readonly<Record<string, string>>): Promise<Answer> {
    return ask(`${this.url}/intake/events`, { method: 'POST', headers: { 'x-api-key': this.key, ...headers }, body });
  }

  receipt(id: string): Promise<Answer> {
    return ask(`${this.url}/intake/receipts/${id}`, { headers: { 'x-api-key': this.key } });
  }

  private post({ headers, body }: Message): Promise<Answer> {
    return this.send(body as string, headers as Record<string, string>);
  }
}
