import { deadLetter, deliver, dueOf, openLetters, replayedMark, retryLetter, type Stored } from './letters';
import type { Delivered } from './message';

const sent: Stored = {
  topic: 'intake',
  partition: 3,
  offset: '17',
  key: 'YS-1',
  headers: { ce_id: 'a', 'huiying-attempt': '99', 'huiying-topic': 'elsewhere' },
  value: Buffer.from('{}'),
  timestamp: 1_000,
};
const lying = (topic: string, { headers, value }: { headers: Stored['headers']; value: unknown }, offset = '0'): Stored => ({
  ...sent,
  topic,
  partition: 0,
  offset,
  headers,
  value: value as Buffer,
  timestamp: 5_000,
});

describe('a message on its way through retries', () => {
  const first = deliver(sent, false);

  it('is what it was at first: what senders put under our names does not count', () => {
    expect(first).toMatchObject({ topic: 'intake', partition: 3, offset: '17', attempt: 1, headers: { ce_id: 'a' }, timestamp: 1_000 });
    expect(Object.keys(first.headers)).toEqual(['ce_id']);
  });

  it('comes back as it was, one attempt later, when it is due', () => {
    const onRetry = lying('intake.retry', retryLetter(first, 9_000, 'not yet'));
    expect(dueOf(onRetry)).toBe(9_000);
    expect(deliver(onRetry, true)).toEqual({ ...first, attempt: 2 });
    const again = lying('intake.retry', retryLetter(deliver(onRetry, true), 9_500, 'not yet'));
    expect(deliver(again, true)).toEqual({ ...first, attempt: 3 });
  });

  it('that somebody else has put on the retry topic is due at once', () => {
    const foreign = lying('intake.retry', { headers: { 'huiying-due': 'soon' }, value: null });
    expect(dueOf(foreign)).toBe(0);
    expect(deliver(foreign, true)).toMatchObject({ topic: 'intake.retry', partition: 0, attempt: 1 });
  });
});

describe('dead letters', () => {
  const message: Delivered = deliver(sent, false);
  const letter = (offset: string, now: number, reason = 'r') => lying('intake.dead', deadLetter(message, 'code', reason, now), offset);

  it('are listed by when they failed, without those that are marked as replayed', () => {
    const [late, early] = [letter('0', 3_000), letter('1', 2_000)];
    expect(openLetters([late, early]).map(({ offset }) => offset)).toEqual(['1', '0']);
    const mark = lying('intake.dead', replayedMark(openLetters([late])[0]!), '2');
    expect(openLetters([late, early, mark]).map(({ offset }) => offset)).toEqual(['1']);
  });

  it('have a reason that is short and whole', () => {
    const [long] = openLetters([letter('0', 1, `${'路'.repeat(600)}\ud800`)]);
    expect(long!.reason).toBe('路'.repeat(500));
  });
});
