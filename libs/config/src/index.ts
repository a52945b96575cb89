export { environmentWith, type FormsFile, readSettings, type RulesFile, type Settings } from './settings';
export type { KafkaSettings, StoresSettings } from './stores';
export { defaultUnits, type Unit } from './units';
