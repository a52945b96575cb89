import { roles, type Role } from '@app/cases';
import { issueToken, openSigningKey } from '@app/identity';
import { type CliCommand, say, UsageError } from './command';

const given = roles.filter((role) => role !== 'policy' && role !== 'intake') as readonly Role[];

/** `cli token`: lets somebody act on this installation for some hours. */
export const token: CliCommand = {
  usage: '--as <person> --unit <unit> --role <role> [--role …] [--hours 8]',
  purpose: `a token for a member of staff; roles: ${given.join(', ')}`,
  options: {
    as: { type: 'string' },
    unit: { type: 'string' },
    role: { type: 'string', multiple: true },
    hours: { type: 'string', default: '8' },
  },
  async run(values, _, { dataFolder, units }) {
    const granted = [values.role ?? []].flat().flatMap((role) => String(role).split(',')) as Role[];
    if (!values.as || !values.unit || granted.length === 0) throw new UsageError('who is it for, of which unit, in which role?');
    const unknown = granted.find((role) => !given.includes(role));
    if (unknown) throw new UsageError(`there is no role ${unknown}; roles are ${given.join(', ')}`);
    if (!units.some(({ code }) => code === values.unit))
      throw new UsageError(`there is no unit ${values.unit}; units are ${units.map(({ code }) => code).join(', ')}`);
    const hours = Number(values.hours);
    if (!(hours > 0 && hours <= 24 * 366)) throw new UsageError('--hours is a number up to 8784');
    say(await issueToken(await openSigningKey(dataFolder), { id: String(values.as), unit: String(values.unit), roles: granted }, hours));
    return 0;
  },
};
