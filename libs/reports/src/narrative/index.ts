export type { ChapterTemplate } from './chapter';
export { defaultChapters } from './defaults';
export type { CellReference } from './field';
export { type Narrative, narrate, type RenderedChapter } from './narrative';
export type { NarrativeContext, NarrativeProblem } from './render';
export { partsOf, referencesIn } from './template';
export { type CodesFor, textFaults } from './text-faults';
