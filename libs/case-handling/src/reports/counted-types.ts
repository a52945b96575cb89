import { caseTypes, commonEvents, type CaseType, type EventDefinition } from '@app/cases';
import { bearsOnCounts } from '@app/projections';

const bears = (events: Readonly<Record<string, EventDefinition>>): readonly string[] =>
  Object.entries(events)
    .filter(([, { milestone, data }]) => bearsOnCounts[milestone] || Object.hasOwn(data.shape, 'due'))
    .map(([type]) => type);

/** The types of event that a count of cases may depend on. The others need not be read to know what the figures were. */
export const countedTypes: readonly string[] = [
  ...new Set([commonEvents, ...(Object.values(caseTypes) as CaseType[]).map(({ events }) => events)].flatMap((each) => bears(each))),
];
