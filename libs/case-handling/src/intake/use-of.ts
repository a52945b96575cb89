import type { IntakeOrigin } from '../recording/metadata';

/** What a pair of source and id was used for: its type of event and the work order it was about. */
export const useOf = ({ type, subject }: Pick<IntakeOrigin, 'type' | 'subject'>): string => `${type}\0${subject}`;
