import type { DeadLetterFilter, Messaging } from '@app/messaging';
import { letterLine } from './letter-line';

export interface LettersAsked extends DeadLetterFilter {
  readonly topic: string;
  readonly replay: boolean;
}

/** Lists dead letters, or puts them back on their topic. Gives the exit code. */
export const handleDeadLetters = async (
  messaging: Pick<Messaging, 'deadLetters' | 'replayDeadLetters'>,
  { topic, replay, ...filter }: LettersAsked,
  say: (text: string) => void,
): Promise<number> => {
  const letters = replay ? (await messaging.replayDeadLetters(topic, filter)).letters : await messaging.deadLetters(topic, filter);
  for (const letter of letters) say(letterLine(letter));
  say(
    replay
      ? `已将 ${letters.length} 封放回 ${topic} (${letters.length} put back on ${topic})`
      : `${topic} 有 ${letters.length} 封 (${letters.length} dead letters of ${topic})`,
  );
  return 0;
};
