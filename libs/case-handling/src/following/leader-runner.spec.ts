import { setTimeout as pause } from 'node:timers/promises';
import type { SharedRows } from '@app/read-store';
import { until } from './busy-office-for-specs';
import { LeaderRunner } from './leader-runner';
import { SharedMemory } from './shared-memory-for-specs';

const leaseMs = 90;

/** Says who does it just now. */
class Doing {
  readonly told: string[] = [];
  now = 0;
  start(): void {
    this.now += 1;
    this.told.push('start');
  }
  async stop(): Promise<void> {
    this.now -= 1;
    this.told.push('stop');
  }
}

describe('what only one process does', () => {
  const given = async () => {
    const rows = (await SharedMemory.open(1)).handle();
    const made: LeaderRunner[] = [];
    const runner = (owner: string, doing: Doing, lease: SharedRows['lease'] = (...asked) => rows.lease(...asked)): LeaderRunner => {
      const one = new LeaderRunner({ lease, release: (held) => rows.release(held) }, doing, { name: 'policies', owner, leaseMs });
      made.push(one);
      one.start();
      return one;
    };
    return { rows, runner, ends: () => Promise.all(made.map((each) => each.stop())) };
  };

  it('is done by one at a time, and by the next at once when that stops', async () => {
    const { runner, ends } = await given();
    const [first, second] = [new Doing(), new Doing()];
    const one = runner('one', first);
    await until('one leads', () => one.leads());
    const two = runner('two', second);
    await pause(2 * leaseMs);
    expect([first.now, second.now]).toEqual([1, 0]);
    await one.stop();
    await until('the other leads', () => two.leads());
    expect([first.now, second.now]).toEqual([0, 1]);
    await ends();
  });

  it('ends when the lease can no more be renewed, and begins again with it', async () => {
    const { rows, runner, ends } = await given();
    const doing = new Doing();
    let isCut = false;
    const one = runner('one', doing, async (...asked) => {
      if (isCut) throw new Error('the connection was cut');
      return rows.lease(...asked);
    });
    await until('it leads', () => one.leads());
    isCut = true;
    await until('it has given up', () => !one.leads());
    expect([doing.now, one.trouble()]).toEqual([0, 'policies: the connection was cut']);
    isCut = false;
    await until('it leads again', () => one.leads());
    expect([doing.now, one.trouble()]).toEqual([1, undefined]);
    await ends();
  });

  it('is begun anew when another has led in between without its noticing', async () => {
    const { runner, ends } = await given();
    const doing = new Doing();
    let token = 1;
    const one = runner('one', doing, async (name) => ({ name, token }));
    await until('it leads', () => one.leads());
    token = 3;
    await until('it was begun anew', () => doing.told.length === 3);
    expect(doing.told).toEqual(['start', 'stop', 'start']);
    await ends();
  });

  it('is tried again when it could not be begun', async () => {
    const { runner, ends } = await given();
    const doing = new Doing();
    let fails = 2;
    const begin = doing.start.bind(doing);
    doing.start = () => {
      begin();
      if (fails-- > 0) throw new Error('not yet');
    };
    const one = runner('one', doing);
    await until('it was begun', () => fails < 0 && one.trouble() === undefined);
    expect([doing.now, one.leads()]).toEqual([1, true]);
    await ends();
  });
});
