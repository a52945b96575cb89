export { type HttpHeaders, type IntakeMessage, isBatch, NotACloudEvent, readHttpEvents } from './cloud-event';
