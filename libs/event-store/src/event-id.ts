import { randomFillSync } from 'node:crypto';

const canonical = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const lastSequence = 0xfff;
const variants = ['8', '9', 'a', 'b'];

// Hexadecimal digits an id takes from the pool: four for the counter's start, sixteen for its random end.
const perId = 20;
const pool = Buffer.alloc((perId / 2) * 512);
let random = '';
let used = 0;
let millisecond = 0;
let prefix = '';
let sequence = 0;

/** A UUIDv7, greater than every one this process made before. */
export function newEventId(): string {
  if (used === random.length) refill();
  advance();
  const counter = sequence.toString(16).padStart(3, '0');
  const variant = variants[random.charCodeAt(used + 4) & 3]!;
  const id = `${prefix}${counter}-${variant}${random.slice(used + 5, used + 8)}-${random.slice(used + 8, used + perId)}`;
  used += perId;
  return id;
}

function refill(): void {
  random = randomFillSync(pool).toString('hex');
  used = 0;
}

// Within a millisecond, and while the clock stands or goes back, a counter keeps the order.
function advance(): void {
  const now = Date.now();
  if (now > millisecond) startMillisecond(now, Number.parseInt(random.slice(used, used + 4), 16) & 0x7ff);
  else if (++sequence > lastSequence) startMillisecond(millisecond + 1, 0);
}

function startMillisecond(time: number, first: number): void {
  const digits = time.toString(16).padStart(12, '0');
  millisecond = time;
  prefix = `${digits.slice(0, 8)}-${digits.slice(8)}-7`;
  sequence = first;
}

/** Whether `id` is a UUID in the one spelling that survives storage as 16 bytes: lower case, with hyphens. */
export const isEventId = (id: string): boolean => canonical.test(id);

export const uuidToBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

export const bytesToUuid = (bytes: Uint8Array): string =>
  hexToUuid(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex'));

/** `hex`: 32 lower-case digits. */
export const hexToUuid = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
