import { businessDate, type CaseEvent, eventDefinition } from '@app/cases';
import { write, type WrittenEvent } from '../recording/codec';
import type { Metadata } from '../recording/metadata';
import type { ReadyCase } from './ready-case';

/** All that is left to do for it is to number, seal and append it: what recording needs of a case, in the texts that are stored. */
export interface WrittenCase {
  readonly type: string;
  readonly caseId: string;
  /** Of its number. */
  readonly prefix: string;
  readonly year: string;
  /** The first opens the case, and has no number yet. */
  readonly events: readonly WrittenEvent[];
}

/** How the data of an opening event begins until the case has its number. */
const unnumbered = '{"caseNumber":""';

const withPlaceFirst = (event: CaseEvent): CaseEvent => ({ ...event, data: { caseNumber: '', ...event.data } });

/** Found again by its id, and known as the same by its fingerprint. The number it had is kept as that of a work order upstream. */
const originOf = ({ of: { caseId, caseType, source, number }, fingerprint }: ReadyCase): Partial<Metadata> => ({
  key: caseId,
  fingerprint,
  intake: { receipt: caseId, source, id: number, type: `cn.huiying.import.${caseType.name}.v1`, subject: number },
});

/** A case that the rules allow, written out. */
export const writeCase = (ready: ReadyCase): WrittenCase => {
  const { caseType, caseId } = ready.of;
  const events = ready.steps.flatMap(({ at: occurredAt, by, events: decided, notes }, index) => {
    if (index > 0) return write(decided, { occurredAt, by }, notes);
    const opened = decided.map((event) =>
      eventDefinition(caseType, event.type)?.milestone === 'received' ? withPlaceFirst(event) : event,
    );
    return write(opened, { occurredAt, by, ...originOf(ready) }, notes);
  });
  return { type: caseType.name, caseId, prefix: caseType.prefix, year: businessDate(ready.steps[0]?.at ?? '').slice(0, 4), events };
};

/** Its events with the number of the case where that belongs. */
export const numbered = ({ events }: WrittenCase, caseNumber: string): readonly WrittenEvent[] =>
  events.map((event) =>
    event.data.startsWith(unnumbered)
      ? { ...event, data: `{"caseNumber":${JSON.stringify(caseNumber)}${event.data.slice(unnumbered.length)}` }
      : event,
  );

/** A written case as a row of texts, which is cheaper to put away and to take out again than objects are. */
export type CaseTexts = readonly (string | undefined)[];

const [ofCase, ofEvent] = [4, 4];

/** A written case as a row of texts. */
export const textsOf = ({ type, caseId, prefix, year, events }: WrittenCase): CaseTexts => {
  const texts: (string | undefined)[] = [type, caseId, prefix, year];
  for (const event of events) texts.push(event.type, event.data, event.metadata, event.personal);
  return texts;
};

/** The case that was made a row of texts. */
export const writtenCaseOf = (texts: CaseTexts): WrittenCase => {
  const [type = '', caseId = '', prefix = '', year = ''] = texts;
  const events: WrittenEvent[] = [];
  for (let at = ofCase; at < texts.length; at += ofEvent)
    events.push({ type: texts[at] ?? '', data: texts[at + 1] ?? '', metadata: texts[at + 2] ?? '', personal: texts[at + 3] });
  return { type, caseId, prefix, year, events };
};
