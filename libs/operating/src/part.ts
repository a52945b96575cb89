/** A figure for Prometheus. No label holds anything about a case or a person. */
export interface Figure {
  readonly name: string;
  readonly help: string;
  readonly value: number;
  readonly labels?: Readonly<Record<string, string>>;
}

export interface PartNow {
  /** What is wrong, in words; undefined entries are left out. */
  readonly troubles?: readonly (string | undefined)[];
  /** What an operator reads of it under its name. */
  readonly says?: Readonly<Record<string, unknown>>;
  readonly figures?: readonly Figure[];
}

/** A part of what a process does, as an operator sees it. A part that throws is in trouble. */
export interface Part {
  readonly name: string;
  now(): Promise<PartNow> | PartNow;
}
