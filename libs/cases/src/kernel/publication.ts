import { z } from 'zod';

/** How a reply is made public: as it is, without what tells who asked, or not at all. */
export const Publication = z.enum(['public', 'anonymised', 'private']);
export type Publication = z.infer<typeof Publication>;

/** What has become of the publication of a reply. */
export interface Publishing {
  /** As it was decided. */
  readonly publication?: Publication | undefined;
  readonly published?: true;
}

/** Decided to be published, and not published yet. */
export const awaitsPublishing = ({ publication, published }: Publishing): boolean =>
  publication !== undefined && publication !== 'private' && !published;

/** Published, or decided not to be. */
export const isSettled = ({ publication, published }: Publishing): boolean => published === true || publication === 'private';
