export { environmentWith, type FormsFile, readSettings, type RulesFile, type Settings } from './settings';
export { defaultUnits, type Unit } from './units';
