import { type Actor, type CaseType, say, type Sentence, type Situation, type Units } from '@app/cases';
import type { EventStore } from '@app/event-store';
import { checkReferences, UnknownReference } from '../commands/references';
import { Malformed } from '../malformed';
import { caseFold, type CaseState } from '../recording/case-fold';
import { streamOf } from '../recording/case-ids';
import { decode, metadataOf } from '../recording/codec';
import type { Folded } from '../recording/stream-writer';
import { namesCase } from './named-cases';
import type { Finding } from './stated-case';
import type { UnderstoodCase, UnderstoodStep } from './understand-case';

/** Who looks for the cases that are named: a program, which sees all. */
const importing: Actor = { id: 'import', unit: 'system', roles: ['intake'] };

interface Named {
  readonly findings: readonly Finding[];
  /** By step. */
  readonly contested: readonly (Situation | undefined)[];
}

/** The situations of the cases that steps name, as they were at the time of the step; or that there was no such case. */
export const situationsNamed = async (
  { steps, caseType, caseId, placeOf }: UnderstoodCase,
  store: EventStore,
  units: Units,
): Promise<Named> => {
  const findings: Finding[] = [];
  const contested: (Situation | undefined)[] = [];
  for (const [index, { at, data, numbers }] of steps.entries()) {
    if (!namesCase(data)) continue;
    const cases = { read: (type: CaseType, id: string) => readAsOf(store, type, id, at) };
    try {
      contested[index] = await checkReferences(data, { caseType: caseType.name, caseId }, importing, units, cases);
    } catch (error) {
      findings.push({ place: placeOf(index, `/data${placeIn(error)}`), said: wordsFor(error, numbers) });
    }
  }
  return { findings, contested };
};

/** A case as it stood at that moment; revision -1 where there is none, or none yet. */
const readAsOf = async (store: EventStore, caseType: CaseType, id: string, at: string): Promise<Folded<CaseState>> => {
  const recorded = await store.readStream(streamOf(caseType.name, id));
  const until = recorded.filter((event) => Date.parse(metadataOf(event).occurredAt) <= Date.parse(at));
  const fold = caseFold(caseType);
  const state = until.reduce((before, event) => fold.evolve(before, decode(event), metadataOf(event).occurredAt), fold.initial);
  return { state, revision: until.length - 1, position: 0, recordedAt: '', keys: new Map() };
};

const placeIn = (error: unknown): string => {
  if (error instanceof UnknownReference) return error.pointer;
  if (error instanceof Malformed) return error.errors[0]?.pointer ?? '';
  throw error;
};

const wordsFor = (error: unknown, numbers: UnderstoodStep['numbers']): Sentence => {
  if (!(error instanceof UnknownReference)) return say('不能是该办件本身', 'is the case itself');
  const number = numbers.get(error.value) ?? error.value;
  return say(`当时系统中没有办件 ${number}，请先导入`, `there was no case ${number} then: import it first`);
};
