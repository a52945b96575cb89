import {
  type CaseType,
  caseTypeNames,
  type CommandDefinition,
  findCaseType,
  Label,
  say,
  type Sentence,
  UnitCode,
  type Units,
} from '@app/cases';
import { z } from 'zod';
import { unknownUnit } from '../commands/references';
import { readBusinessTime } from './business-time';
import { readShape } from './findings';
import { importedId, withIds } from './named-cases';
import type { Finding, StatedCase, StatedStep } from './stated-case';

export interface UnderstoodStep {
  /** Name of the command in the type's table. */
  readonly name: string;
  readonly definition: CommandDefinition;
  readonly at: string;
  readonly by: StatedStep['by'];
  readonly data: Readonly<Record<string, unknown>>;
  /** Old numbers of the cases that it names, by their ids. */
  readonly numbers: ReadonlyMap<string, string>;
}

/** A case in which every step has its shape and its time. */
export interface UnderstoodCase extends Pick<StatedCase, 'line' | 'source' | 'number' | 'placeOf'> {
  readonly caseType: CaseType;
  readonly caseId: string;
  readonly steps: readonly UnderstoodStep[];
}

type Unsound = { readonly findings: readonly Finding[] };

const trimmed = (text: string): boolean => text === text.trim();
const Identity = z.object({ source: Label, number: Label.refine(trimmed, 'must not begin or end with a space') });
const By = z.strictObject({ id: Label.optional(), unit: UnitCode.optional() }).optional();

const typeUnknown = say(`类型须为 ${caseTypeNames.join('、')}`, `must be one of ${caseTypeNames.join(', ')}`);
const opensOnly = say('第一步须为登记，且只登记一次', 'the first step registers the case, and no other does');
const byPolicy = say('由系统自动记录，不能导入', 'is recorded by the system itself and cannot be imported');
const tooEarly = say('早于前一步', 'lies before the step that precedes it');

const noUnit = (unit: string): Sentence => say(`没有单位 ${unit}`, `there is no unit ${unit}`);

type ByPath = ReadonlyMap<string, { readonly name: string; readonly definition: CommandDefinition }>;

const paths = new Map<CaseType, ByPath>();

const commandsOf = (caseType: CaseType): ByPath => {
  const known = paths.get(caseType);
  if (known) return known;
  const commands = Object.entries(caseType.commands as Readonly<Record<string, CommandDefinition>>);
  const byPath = new Map(commands.map(([name, definition]) => [definition.path, { name, definition }]));
  paths.set(caseType, byPath);
  return byPath;
};

const objectionTo = (name: string, { by }: CommandDefinition, index: number, { opens }: CaseType): Sentence | undefined => {
  if ((name === opens) !== (index === 0)) return opensOnly;
  return by.every((role) => role === 'policy') ? byPolicy : undefined;
};

/** What is told about a step while its case is gone through. */
interface Around {
  readonly caseType: CaseType;
  readonly source: string;
  readonly index: number;
  readonly units: Units;
  readonly found: (pointer: string, said: Sentence) => void;
  /** Where something of this step stands. */
  readonly place: (pointer: string) => string;
  readonly foundAll: (findings: readonly Finding[]) => void;
}

const whoIn = ({ by }: StatedStep, { units, found, foundAll, place }: Around): StatedStep['by'] => {
  if (by === undefined) return undefined;
  const read = readShape(By, by, (pointer) => place(`/by${pointer}`));
  if ('findings' in read) foundAll(read.findings);
  else if (by.unit !== undefined && !units.has(by.unit)) found('/by/unit', noUnit(by.unit));
  return by;
};

const understandStep = (step: StatedStep, at: string, around: Around): UnderstoodStep | undefined => {
  const { caseType, source, index, units, found, foundAll, place } = around;
  const by = whoIn(step, around);
  const command = commandsOf(caseType).get(step.command);
  if (!command) {
    found('/command', say(`没有 ${step.command} 这一步`, `there is no step ${step.command}`));
    return undefined;
  }
  const objection = objectionTo(command.name, command.definition, index, caseType);
  if (objection) found('/command', objection);
  const { data, numbers } = withIds(step.data, caseType.name, source);
  const read = readShape(command.definition.shape, data, (pointer) => place(`/data${pointer}`));
  if ('findings' in read) {
    foundAll(read.findings);
    return undefined;
  }
  const unknown = unknownUnit(read.value, units);
  if (unknown) found(`/data${unknown.pointer}`, noUnit(unknown.value));
  return { ...command, at, by, data: read.value, numbers };
};

/** The times of the steps, each not before the one that precedes it. What cannot be read is taken as the time before it. */
const timesOf = (steps: readonly StatedStep[], now: Date, found: (index: number, said: Sentence) => void): readonly string[] => {
  let before: string | undefined;
  return steps.map(({ at: stated }, index) => {
    const at = readBusinessTime(stated, before, now);
    if (typeof at !== 'string') found(index, at);
    else if (before !== undefined && at !== before && Date.parse(at) < Date.parse(before)) found(index, tooEarly);
    return (before = typeof at === 'string' ? at : (before ?? stated));
  });
};

/** The case with its commands, shapes and times read, or everything that is wrong with them. */
export const understandCase = (stated: StatedCase, units: Units, now: Date): UnderstoodCase | Unsound => {
  const { line, type, source, number, placeOf } = stated;
  const caseType = findCaseType(type);
  if (!caseType) return { findings: [{ place: '/type', said: typeUnknown }] };
  const identity = readShape(Identity, { source, number });
  const findings: Finding[] = 'findings' in identity ? [...identity.findings] : [];
  const times = timesOf(stated.steps, now, (index, said) => findings.push({ place: placeOf(index, '/at'), said }));
  const foundAll = (more: readonly Finding[]): void => void findings.push(...more);
  const steps = stated.steps.flatMap((step, index) => {
    const place = (pointer: string): string => placeOf(index, pointer);
    const found = (pointer: string, said: Sentence): void => void findings.push({ place: place(pointer), said });
    return understandStep(step, times[index] ?? '', { caseType, source, index, units, found, foundAll, place }) ?? [];
  });
  if (findings.length > 0) return { findings };
  return { line, source, number, placeOf, caseType, caseId: importedId(type, source, number), steps };
};
