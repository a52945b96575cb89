import { z } from 'zod';

/** Information-processing fees are charged for requests received from this day (国办函〔2020〕109号). */
export const feesSince = '2021-01-01';

/** By the number of requests of one applicant in a calendar month, or by pages; never both for one request (art. 3). */
export const FeeBasis = z.enum(['requests', 'pages']);
export type FeeBasis = z.infer<typeof FeeBasis>;

interface Step {
  /** The step goes up to this number; the last has no end. */
  readonly upTo: number;
  readonly yuan: number;
}

/** Arts 4 and 5: each step's price is for what lies within the step. */
const pages: readonly Step[] = [
  { upTo: 30, yuan: 0 },
  { upTo: 100, yuan: 10 },
  { upTo: 200, yuan: 20 },
  { upTo: Infinity, yuan: 40 },
];

/** Ten are free, the next twenty cost 100 yuan each, and each further block of ten 100 yuan more than the last. */
const requestPrice = (nth: number): number => {
  if (nth <= 10) return 0;
  return nth <= 30 ? 100 : 100 * Math.ceil((nth - 20) / 10);
};

const prices: Readonly<Record<FeeBasis, (nth: number) => number>> = {
  requests: requestPrice,
  pages: (nth) => pages.find(({ upTo }) => nth <= upTo)?.yuan ?? 0,
};

/** What `count` requests or pages cost in yuan when `before` came before them. */
export const feeFor = (basis: FeeBasis, count: number, before = 0): number => {
  let yuan = 0;
  for (let nth = before + 1; nth <= before + count; nth += 1) yuan += prices[basis](nth);
  return yuan;
};
