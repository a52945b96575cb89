import type { Figure, Part, PartNow } from './part';

export interface Readiness {
  readonly ready: boolean;
  /** What is wrong, in words; empty when ready. */
  readonly troubles: readonly string[];
  /** What each part says, by its name. */
  readonly [part: string]: unknown;
}

const longestMs = 5_000;

/** A server that does not answer must not keep the operator from hearing of it. */
const within = async <T>(work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${longestMs / 1_000} 秒内没有回答 (no answer within ${longestMs / 1_000} s)`)), longestMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

const asked = async (part: Part): Promise<PartNow> => {
  try {
    return await within(Promise.resolve(part.now()));
  } catch (error) {
    return { troubles: [`${part.name}: ${error instanceof Error ? error.message : String(error)}`] };
  }
};

/** Whether a process can do its work, and what its parts say. */
export class Operations {
  constructor(private readonly parts: readonly Part[]) {}

  async now(): Promise<{ readonly readiness: Readiness; readonly figures: readonly Figure[] }> {
    const answers = await Promise.all(this.parts.map(async (part) => [part.name, await asked(part)] as const));
    const troubles = answers.flatMap(([, { troubles: told = [] }]) => told.filter((trouble) => trouble !== undefined));
    const says = Object.fromEntries(answers.flatMap(([name, { says: told }]) => (told ? [[name, told] as const] : [])));
    const ready = { name: 'huiying_ready', help: '1 when this process can do its work', value: troubles.length === 0 ? 1 : 0 };
    return {
      readiness: { ready: troubles.length === 0, troubles, ...says },
      figures: [...answers.flatMap(([, { figures = [] }]) => figures), ready],
    };
  }
}
