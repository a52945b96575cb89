export { type CheckedForeign, checkForeign, previousOf } from './check-foreign';
export { cellsOfForeign, figureOf } from './foreign-cells';
export { checkable, formOfForeign } from './foreign-form';
export type { Finding, ForeignReport, ForeignVerdict } from './foreign-report';
