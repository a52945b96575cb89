import type { CaseType } from '../kernel/decider';
import { lapseOf } from './consultation.decide';
import type { disclosureCommands } from './disclosure.commands';
import type { disclosureEvents } from './disclosure.events';
import type { Disclosure } from './disclosure.state';

type Lapses = NonNullable<CaseType<Disclosure, typeof disclosureCommands, typeof disclosureEvents>['lapses']>;

/** What it means when a term that somebody else was set runs out. */
export const disclosureLapses: Lapses = {
  correction: (_, { clock, due: { on } }) => [{ type: 'DisclosureCorrectionLapsed', data: { clock, on } }],
  fee: (_, { clock, due: { on } }) => [{ type: 'DisclosureFeeLapsed', data: { clock, on } }],
  'third-party': lapseOf('third-party'),
  'co-agency': lapseOf('co-agency'),
  reconsideration: 'window',
  litigation: 'window',
};
