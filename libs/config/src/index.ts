export { environmentWith, readSettings, type Settings } from './settings';
export { defaultUnits, type Unit } from './units';
