import { setTimeout as pause } from 'node:timers/promises';
import type { Seeded } from '../support/seeded';
import type { Cluster } from './cluster';
import type { Program } from './program';

/** What befalls which process. */
interface Blow {
  readonly what: 'killed' | 'paused';
  readonly program: Program;
}

/** Longer than a lease lasts. */
const pauseMs = 4_500;

const blowsTo = ({ programs, projectors }: Cluster, kills: number, pauses: number, random: Seeded): readonly Blow[] =>
  random.shuffled<Blow>([
    ...Array.from({ length: kills }, (_, index): Blow => ({ what: 'killed', program: programs[index % programs.length]! })),
    ...Array.from({ length: pauses }, (_, index): Blow => ({ what: 'paused', program: projectors[index % projectors.length]! })),
  ]);

/** Kills one process after the other, in whatever order chance picks, and starts each again; now and then a projector only holds still for long. */
export class Killer {
  private readonly blows: readonly Blow[];
  private dealt = 0;
  private due = 0;
  private running: Promise<void> | undefined;
  private ended = false;

  constructor(
    cluster: Cluster,
    private readonly random: Seeded,
    { kills, pauses }: { readonly kills: number; readonly pauses: number },
  ) {
    this.blows = blowsTo(cluster, kills, pauses, random);
  }

  /** What was done, in its order. */
  get done(): readonly string[] {
    return this.blows.slice(0, this.dealt).map(({ what, program }) => `${program.name} ${what}`);
  }

  begin(): void {
    this.running = this.goOn();
    this.running.catch(() => undefined);
  }

  /** So much of the work is done, from 0 to 1: so many of the blows are due by now. */
  at(share: number): void {
    this.due = Math.floor(share * this.blows.length);
  }

  /** Resolves when every blow that is due was dealt, with every process there again. */
  async end(): Promise<void> {
    this.ended = true;
    await this.running;
  }

  private async goOn(): Promise<void> {
    while (!(this.ended && this.dealt >= this.due)) {
      if (this.dealt < this.due) await this.deal(this.blows[this.dealt++]!);
      else await pause(20);
    }
  }

  private async deal({ what, program }: Blow): Promise<void> {
    if (what === 'killed') {
      await program.kill();
      await pause(this.random.between(0, 500));
      await program.start();
    } else {
      program.pause();
      await pause(pauseMs);
      program.resume();
    }
  }
}
