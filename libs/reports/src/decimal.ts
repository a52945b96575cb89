/** An exact amount in units of 1/10000: money in 万元 is stated to the yuan, never in binary fractions. */
export type Amount = bigint;

const places = 4;
const one = 10_000n;
const plain = /^(-?)(\d{1,30})(?:\.(\d{1,4}))?$/;

/** The amount a decimal text states, or undefined when it is not one of at most four decimals. */
export const amountOf = (text: string): Amount | undefined => {
  const [, sign, whole, fraction = ''] = plain.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const amount = BigInt(whole) * one + BigInt(fraction.padEnd(places, '0'));
  return sign ? -amount : amount;
};

/** Its shortest decimal text: `205`, `0.5`, `59237.2449`. */
export const decimalText = (amount: Amount): string => {
  const absolute = amount < 0n ? -amount : amount;
  const fraction = (absolute % one).toString().padStart(places, '0').replace(/0+$/, '');
  return `${amount < 0n ? '-' : ''}${absolute / one}${fraction && `.${fraction}`}`;
};

export const isWhole = (amount: Amount): boolean => amount % one === 0n;

/** The exact sum of decimal texts; a text that is no decimal is a mistake of ours, because it was checked when it was declared. */
export const sumOf = (texts: readonly string[]): string =>
  decimalText(
    texts.reduce((sum, text) => {
      const amount = amountOf(text);
      if (amount === undefined) throw new Error(`not a decimal: ${text}`);
      return sum + amount;
    }, 0n),
  );
