/** Longer texts are known by their beginning. */
const mostCharacters = 1_000;

/** What is left when one and the same sentence is typed in different ways: width, case, spaces and punctuation do not matter. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}]/gu, '');

/** The pairs of neighbouring characters in a text, each once: numbers in order, from which nobody reads the text off. */
export type Bigrams = Uint32Array;

export const bigramsOf = (text: string): Bigrams => {
  const characters = Array.from(plain(text).slice(0, mostCharacters), (each) => each.codePointAt(0) ?? 0);
  const pairs = new Set<number>();
  for (let index = 1; index < characters.length; index += 1)
    pairs.add((Math.imul(characters[index - 1] ?? 0, 0x9e3779b1) ^ (characters[index] ?? 0)) >>> 0);
  return Uint32Array.from(pairs).toSorted();
};

const common = (one: Bigrams, other: Bigrams): number => {
  let count = 0;
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    const left = one[a] ?? 0;
    const right = other[b] ?? 0;
    if (left === right) count += 1;
    if (left <= right) a += 1;
    if (right <= left) b += 1;
  }
  return count;
};

/** How alike two texts are, in per cent: the pairs that both have, of all pairs of the two (Dice); 0 where one has none. */
export const similarity = (one: Bigrams, other: Bigrams): number =>
  one.length === 0 || other.length === 0 ? 0 : Math.round((200 * common(one, other)) / (one.length + other.length));
