import { issueIntakeKey } from '@app/identity';
import { type CliCommand, say, UsageError } from './command';

/** `cli intake-key`: lets an intake system report events; a running server knows the key at once. */
export const intakeKey: CliCommand = {
  usage: '--source <uri> [--unit hotline-centre]',
  purpose: 'an API key for an intake system that reports under this CloudEvents source; shown once',
  options: { source: { type: 'string' }, unit: { type: 'string', default: 'hotline-centre' } },
  async run({ source, unit }, _, { dataFolder, units }) {
    if (!source) throw new UsageError('which source does it speak for?');
    if (!units.some(({ code }) => code === unit)) throw new UsageError(`there is no unit ${unit}`);
    say(issueIntakeKey(dataFolder, { source: String(source), unit: String(unit) }));
    return 0;
  },
};
