export { openEvents, openKeys, openLog, openRows, type Place } from './open-stores';
export { storeModules } from './store-modules';
