const endOfDirectory = 0x06054b50;
const entry = 0x02014b50;

/** The time of a ZIP entry in units of two seconds, and its date since 1980, as MS-DOS kept them; in UTC. */
const dosTime = (instant: string): readonly [time: number, date: number] => {
  const at = new Date(instant);
  const year = at.getUTCFullYear();
  if (!(year >= 1980 && year <= 2107)) return [0, 0x21];
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return [time, ((year - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate()];
};

/**
 * The same ZIP archive with this instant as the time of every entry: the libraries write the time at which they ran, and the same report
 * must give the same bytes.
 */
export const zippedAt = (archive: Uint8Array, instant: string): Uint8Array => {
  const bytes = Uint8Array.from(archive);
  const view = new DataView(bytes.buffer);
  const [time, date] = dosTime(instant);
  const stamp = (at: number): void => {
    view.setUint16(at, time, true);
    view.setUint16(at + 2, date, true);
  };
  const end = bytes.length - 22;
  if (view.getUint32(end, true) !== endOfDirectory) throw new Error('not a ZIP archive without a comment');
  let at = view.getUint32(end + 16, true);
  while (view.getUint32(at, true) === entry) {
    stamp(at + 12);
    stamp(view.getUint32(at + 42, true) + 10);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
};
