import { type Sentence, say } from '@app/cases';

interface Named {
  readonly code: string;
  readonly zh?: string;
  readonly en?: string;
}

/** The units of this installation, with the names that people read. */
export class KnownUnits {
  readonly codes: readonly string[];
  private readonly names: ReadonlyMap<string, Sentence>;

  constructor(units: readonly Named[]) {
    this.codes = units.map(({ code }) => code);
    this.names = new Map(units.map(({ code, zh, en }) => [code, say(zh ?? code, en ?? code)]));
  }

  /** The code itself for a unit that there is none of any more. */
  nameOf(code: string): Sentence {
    return this.names.get(code) ?? say(code, code);
  }
}
