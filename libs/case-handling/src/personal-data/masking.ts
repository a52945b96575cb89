type Mask = (text: string) => string;

const stars = (count: number): string => '*'.repeat(Math.max(1, count));

/** 张三丰 → 张**; the surname is enough to tell two cases of a list apart. */
const name: Mask = (text) => `${[...text][0] ?? ''}${stars([...text].length - 1)}`;

/** 13800001234 → 138****1234. */
const number: Mask = (text) => (text.length < 8 ? stars(text.length) : `${text.slice(0, 3)}${stars(text.length - 7)}${text.slice(-4)}`);

const hidden: Mask = () => '***';

const masks: Readonly<Record<string, Mask>> = {
  complainant: name,
  sender: name,
  netizen: name,
  applicant: name,
  proposers: name,
  claimant: name,
  phone: number,
  contact: number,
};

/** Personal data as everybody may see it: names and numbers shortened, everything else hidden. */
export const maskPersonal = (personal: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(personal)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [field, (Object.hasOwn(masks, field) ? masks[field]! : hidden)(String(value))]),
  );
