import { caseTypes, commonEvents, type CaseType, type Milestone, type Sentence } from '@app/cases';

interface Known {
  readonly milestone: Milestone;
  readonly title: Sentence;
  readonly upcasts: CaseType['upcasts'][string];
}

const known = new Map<string, Known>();
for (const { events, upcasts } of Object.values(caseTypes) as CaseType[])
  for (const [type, { milestone, title }] of Object.entries<Known>({ ...events, ...commonEvents }))
    known.set(type, { milestone, title, upcasts: upcasts[type] ?? [] });

/** What is known about a type of case event: its milestone, its title for people, and how older versions are read. */
export const catalogued = (type: string): Known | undefined => known.get(type);
