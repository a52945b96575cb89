import type { ScannedEvent } from '@app/event-store';
import { projections, type RowProjection } from '@app/projections';
import { segmentOf } from '@app/read-store';
import { partsOf } from '../recording/case-ids';

/** Some of the segments into which rows are cut. */
export interface SegmentPart {
  /** How many there are in all. */
  readonly count: number;
  readonly segments: ReadonlySet<number>;
}

const isWhole = ({ count, segments }: SegmentPart): boolean => segments.size === count;

/** The projections, as far as they write rows of this part. */
export const projectionsOf = (part: SegmentPart): readonly RowProjection[] =>
  isWhole(part)
    ? projections
    : projections.map((projection): RowProjection => {
        const keyOf: RowProjection['keyOf'] = (event) => {
          const key = projection.keyOf(event);
          return key && part.segments.has(segmentOf(key[0] ?? null, part.count)) ? key : undefined;
        };
        return { ...projection, keyOf };
      });

const receiptBegins = '"receipt":"';

/** Receipts in the text of metadata. A quotation mark inside a text is escaped, so this is found as a key and nowhere else. */
const receiptsIn = (metadata: string): readonly string[] => {
  const found: string[] = [];
  for (let at = metadata.indexOf(receiptBegins); at >= 0; at = metadata.indexOf(receiptBegins, at)) {
    at += receiptBegins.length;
    found.push(metadata.slice(at, metadata.indexOf('"', at)));
  }
  return found;
};

/**
 * Whether an event may say something of a row in this part; told from its texts, because most events are others' and need not be decoded.
 * Rows are keyed by the id of the stream (cases, and years of figures) or by the receipt of an intake system.
 */
export const mayConcern = (part: SegmentPart, { stream, metadata }: Pick<ScannedEvent, 'stream' | 'metadata'>): boolean => {
  const holds = (cell: string): boolean => part.segments.has(segmentOf(cell, part.count));
  return isWhole(part) || holds(partsOf(stream).id) || receiptsIn(metadata).some(holds);
};
