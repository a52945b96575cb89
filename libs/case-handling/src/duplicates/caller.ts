type Personal = Readonly<Record<string, unknown>>;

/** Where forms ask how the caller can be reached. A name is no such thing: two people share it. */
const reachedBy = ['phone', 'contact'];

const shortestNumber = 7;

/** 0743-522 3456 and 0086 138 0000 1234 as everybody else writes them; of an address or account only the letters' case is put aside. */
const normal = (stated: string): string | undefined => {
  const text = stated.normalize('NFKC').trim().toLowerCase();
  const digits = text.replaceAll(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '');
  if (/^[\d\s()+./-]*$/.test(text)) return digits.length < shortestNumber ? undefined : digits;
  return text.length < 3 ? undefined : text;
};

/** How the caller can be reached, so that the same caller is recognised; undefined for one who has not said. */
export const callerOf = (personal: Personal): string | undefined => {
  for (const field of reachedBy) {
    const stated = personal[field];
    const found = typeof stated === 'string' ? normal(stated) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
};
