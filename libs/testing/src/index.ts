export { arbitraryOf, commandsOf, contextsOf, type GivenCommand, historiesOf, type Step } from './arbitrary-commands';
export { caseSpec, clerk, type CommandFor, type EventFor, type PastFor } from './case-spec';
export { policySpec } from './policy-spec';
export { eventStoreContract, type EventStoreContractOptions } from './event-store-contract';
export { keyStoreContract } from './key-store-contract';
export { temporaryFolders } from './temporary-folders';
export { type Circumstances, delivered, givenEvents, type Happening, MemoryRows, on, recorded } from './projection-spec';
export { follow, readStoreContract } from './read-store-contract';
export { firstLine, killAtOnce, runInChild } from './child-process';
