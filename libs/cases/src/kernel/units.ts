/** The offices and units of an installation, as rules need them. */
export interface Units {
  has(code: string): boolean;
  /** Whether `code` is `ancestor` or subordinate to it, at any depth. */
  within(code: string, ancestor: string): boolean;
  /** The unit itself and every unit that it is subordinate to, nearest first. */
  above(code: string): readonly string[];
}

interface Listed {
  readonly code: string;
  /** The unit it is subordinate to. */
  readonly under?: string | undefined;
}

/** The units of a list, in which each may name the one above it. @throws when two units are above each other */
export const unitsOf = (list: readonly Listed[]): Units => {
  const above = new Map(list.map(({ code, under }) => [code, under]));
  const chainOf = (code: string): readonly string[] => {
    const chain: string[] = [];
    for (let unit: string | undefined = code; unit !== undefined; unit = above.get(unit)) {
      if (chain.includes(unit)) throw new Error(`the units ${chain.join(', ')} are above each other`);
      chain.push(unit);
    }
    return chain;
  };
  const chains = new Map(list.map(({ code }) => [code, new Set(chainOf(code))]));
  return {
    has: (code) => above.has(code),
    within: (code, ancestor) => code === ancestor || (chains.get(code)?.has(ancestor) ?? false),
    above: (code) => [...(chains.get(code) ?? [code])],
  };
};
