import { type Actor, caseTypes, type CaseType, type CommandDefinition, type Role, roles } from '@app/cases';
import { usualCircumstances } from '@app/testing';
import {
  authorise,
  authoriseOpening,
  authorisePersonal,
  CaseNotFound,
  type Custody,
  Forbidden,
  hidesCaller,
  limitedTo,
  maySee,
} from './authority';

const of = (...granted: Role[]): Actor => ({ id: 'x', unit: 'transport', roles: granted });

const verdict = (work: () => void): string => {
  try {
    work();
    return 'may';
  } catch (error) {
    if (error instanceof Forbidden) return 'forbidden';
    if (error instanceof CaseNotFound) return 'not found';
    throw error;
  }
};

const held = (...holders: string[]): Custody => ({ holders, accused: [], confidential: false });
const custodies = { 'its own case': held('transport'), "another unit's case": held('health'), 'a case nobody holds': held() };
const { units } = usualCircumstances;

describe('who may see a case', () => {
  // biome-ignore format: a table
  const table: [Role, boolean, boolean, boolean][] = [
    ['office',   true,  true,  true],
    ['signer',   true,  true,  true],
    ['operator', true,  true,  true],
    ['unit',     true,  false, false],
    ['backdate', false, false, false],
  ];

  it.each(table)('%s', (role, own, others, nobodys) => {
    expect(Object.values(custodies).map((custody) => maySee(of(role), custody, units))).toEqual([own, others, nobodys]);
    expect(limitedTo(of(role))).toBe(others ? undefined : 'transport');
  });
});

describe('who may see personal data in clear', () => {
  // biome-ignore format: a table
  const table: [Role, string, string, string][] = [
    ['office',   'may',       'may',       'may'],
    ['signer',   'forbidden', 'forbidden', 'forbidden'],
    ['operator', 'forbidden', 'forbidden', 'forbidden'],
    ['unit',     'may',       'not found', 'not found'],
    ['backdate', 'not found', 'not found', 'not found'],
  ];

  it.each(table)('%s', (role, ...expected) => {
    expect(Object.values(custodies).map((custody) => verdict(() => authorisePersonal(of(role), 'id', custody, units)))).toEqual(expected);
  });
});

describe('a report of wrongdoing', () => {
  const about = (...accused: string[]): Custody => ({ holders: ['urban-station'], accused, confidential: false });
  const person = (unit: string, ...granted: Role[]): Actor => ({ id: 'x', unit, roles: granted });

  it('is seen by nobody of the unit that it is about nor of one under it, whatever they may do', () => {
    for (const unit of ['urban-management', 'urban-station'])
      for (const role of ['office', 'signer', 'operator', 'unit'] as const)
        expect(maySee(person(unit, role), about('urban-management'), units)).toBe(false);
    expect(maySee(person('gov-office', 'office'), about('urban-management'), units)).toBe(true);
  });

  it('about a station is seen above it', () => {
    expect(maySee(person('urban-management', 'office'), about('urban-station'), units)).toBe(true);
  });

  it('lets them take no step, and does not say why', () => {
    const step = { by: ['office', 'unit'] } as unknown as CommandDefinition;
    const custody = about('urban-management');
    for (const unit of ['urban-management', 'urban-station'])
      expect(verdict(() => authorise(person(unit, 'office', 'unit'), step, 'id', custody, units))).toBe('not found');
    expect(verdict(() => authorisePersonal(person('urban-management', 'office'), 'id', custody, units))).toBe('not found');
  });

  it('goes on being reported by the intake system that reported it', () => {
    expect(maySee(person('urban-management', 'intake'), about('urban-management'), units)).toBe(true);
  });
});

describe('a caller who asks for confidentiality', () => {
  const custody: Custody = { ...held('transport'), confidential: true };

  it('is told to the office, and to the unit only what is to be done', () => {
    expect(authorisePersonal(of('office'), 'id', custody, units)).toBe('everything');
    expect(authorisePersonal(of('unit'), 'id', custody, units)).toBe('all-but-who');
    expect(authorisePersonal(of('unit'), 'id', held('transport'), units)).toBe('everything');
  });

  it('is hidden from all others who see the case', () => {
    const staff = ['office', 'unit', 'signer', 'operator'] as const;
    expect(staff.map((role) => hidesCaller(of(role), custody))).toEqual([false, true, true, true]);
    expect(staff.map((role) => hidesCaller(of(role), held('transport')))).toEqual([false, false, false, false]);
  });
});

describe('who may take a step', () => {
  const step = (...by: Role[]) => ({ by }) as unknown as CommandDefinition;
  const asked = (by: Actor, command: CommandDefinition) =>
    Object.values(custodies).map((custody) => verdict(() => authorise(by, command, 'id', custody, units)));

  // biome-ignore format: a table
  const table: [string, Role[], Role[], string, string, string][] = [
    ['the office its own step',             ['office'],         ['office'],         'may',       'may',       'may'],
    ['a unit its own step',                 ['unit'],           ['unit'],           'may',       'not found', 'not found'],
    ['a unit a step of the office',         ['unit'],           ['office'],         'forbidden', 'not found', 'not found'],
    ['the office a step of the unit',       ['office'],         ['unit'],           'forbidden', 'forbidden', 'forbidden'],
    ['a unit a step of both',               ['unit'],           ['office', 'unit'], 'may',       'not found', 'not found'],
    ['the office a step of both',           ['office'],         ['office', 'unit'], 'may',       'may',       'may'],
    ['both in one person a unit\'s step',   ['office', 'unit'], ['unit'],           'may',       'not found', 'not found'],
    ['the signer a step of the office',     ['signer'],         ['office'],         'forbidden', 'forbidden', 'forbidden'],
    ['whoever may backdate, by that alone', ['backdate'],       ['office', 'unit'], 'not found', 'not found', 'not found'],
    ['nobody a step of the policies',       ['office', 'unit'], ['policy'],         'forbidden', 'forbidden', 'forbidden'],
  ];

  it.each(table)('%s', (_, granted, by, ...expected) => {
    expect(asked(of(...granted), step(...by))).toEqual(expected);
  });

  it('of all steps of all types: nobody without one of its roles', () => {
    for (const type of Object.values(caseTypes) as CaseType[])
      for (const command of Object.values(type.commands) as CommandDefinition[])
        for (const role of roles.filter((each) => !command.by.includes(each)))
          expect(verdict(() => authorise(of(role), command, 'id', held('transport'), units))).not.toBe('may');
  });
});

describe('who may open a case', () => {
  it.each(Object.values(caseTypes) as CaseType[])('of the type $name: its roles alone', (type) => {
    const command = type.commands[type.opens] as CommandDefinition;
    for (const role of roles)
      expect(verdict(() => authoriseOpening(of(role), command))).toBe(command.by.includes(role) ? 'may' : 'forbidden');
  });
});
