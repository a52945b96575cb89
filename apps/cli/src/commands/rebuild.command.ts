import { rebuildFolder, tidyFolder } from '../rebuild/rebuild-folder';
import { rebuildShared, tidyShared } from '../rebuild/rebuild-shared';
import { type CliCommand, say, UsageError } from './command';

/** `cli rebuild`: folds the log into new rows beside the old, compares the two, and goes over to the new. */
export const rebuild: CliCommand = {
  usage: '[--check | --tidy]',
  purpose:
    'fold all rows from the log again, tell where they differ from the old, and switch to them (--check: only compare; --tidy: only drop what is not served)',
  options: { check: { type: 'boolean', default: false }, tidy: { type: 'boolean', default: false } },
  run({ check, tidy }, _, settings) {
    if (check && tidy) throw new UsageError('--check or --tidy, not both');
    const shared = settings.stores.kind === 'shared';
    if (tidy) return (shared ? tidyShared : tidyFolder)(settings, say);
    return (shared ? rebuildShared : rebuildFolder)(settings, check === true, say);
  },
};
