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

type Personal = Readonly<Record<string, unknown>>;

const mapped = <T>(personal: Personal, show: (field: string, value: unknown) => T): Record<string, T> =>
  Object.fromEntries(
    Object.entries(personal)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [field, show(field, value)]),
  );

/** Personal data as everybody may see it: names and numbers shortened, everything else hidden. */
export const maskPersonal = (personal: Personal): Record<string, string> =>
  mapped(personal, (field, value) => (Object.hasOwn(masks, field) ? masks[field]! : hidden)(String(value)));

/** Of a confidential case not even that. */
export const hidePersonal = (personal: Personal): Record<string, string> => mapped(personal, (_, value) => hidden(String(value)));

/** What a unit needs to deal with a matter. Whatever else is said may tell who said it. */
const aboutTheMatter = ['text', 'instruction', 'reason', 'note', 'conclusion'];

/** What was said, without who said it. */
export const withoutCaller = (personal: Personal): Personal =>
  mapped(personal, (field, value) => (aboutTheMatter.includes(field) ? value : hidden(String(value))));
