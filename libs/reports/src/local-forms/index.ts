export { localBook } from './local-book';
export type { KnownValues } from './measures';
export type { Mistake, StatedChange, StatedForm } from './stated';
