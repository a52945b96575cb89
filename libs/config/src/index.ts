export { environmentWith, readSettings, type RulesFile, type Settings } from './settings';
export { defaultUnits, type Unit } from './units';
