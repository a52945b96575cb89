export { sharedStores, type SharedStores } from './moving';
export { openEvents, openKeys, openLog, openRows, type Place, rowsOptions } from './open-stores';
export { storeModules } from './store-modules';
