import type { ProjectedEvent } from '@app/projections';
import { delivered, type Happening, on, recorded } from '../projection-spec';

const caseNumber = (id: number): string => `RX-2018-${String(id).padStart(6, '0')}`;

const march = (day: number): string => `2018-03-${String(day).padStart(2, '0')}`;

/** A complaint that is due on `day` March 2018, and goes as far as `reach` events. */
export const complaint = (id: number, day: number, reach: number): readonly Happening[] => {
  const stream = `complaint-${String(id).padStart(4, '0')}`;
  const due = { on: march(day), rule: 'five working days', calendar: '2018', soon: march(Math.max(day - 1, 1)) };
  return [
    on(stream, 'ComplaintRegistered', {
      caseNumber: caseNumber(id),
      channel: id % 2 ? 'phone' : 'wechat',
      kind: 'help',
      matter: '路灯',
      ...(id % 4 === 0 && { urgency: 'urgent' }),
      ...(id % 9 === 0 && { accused: ['parks', 'roads'] }),
      due,
    }),
    on(stream, 'ComplaintRouted', { unit: id % 3 ? 'roads' : 'water-works' }),
    on(stream, 'ComplaintAnswered', { unit: 'roads' }, { at: '2018-03-09T02:00:00.000Z' }),
    on(stream, 'ComplaintClosed', {}, { at: '2018-04-01T02:00:00.000Z' }),
  ].slice(0, reach);
};

/** What is noted of some of them besides. */
const marks = (id: number): readonly Happening[] => {
  const stream = `complaint-${String(id).padStart(4, '0')}`;
  const by = { on: march(5 + (id % 9)), rule: 'three working days', calendar: '2018' };
  const mark = (milestone: 'reminded' | 'escalated' | 'instructed' | 'co-assigned' | 'co-replied', data: object = {}) =>
    on(stream, milestone, data, { milestone });
  return [
    ...(id % 5 === 0 ? [mark('reminded'), mark('reminded')] : []),
    ...(id % 7 === 0 ? [mark('escalated', { level: 1 + (id % 3) })] : []),
    ...(id % 11 === 0 ? [mark('instructed')] : []),
    ...(id % 2 === 0 ? [mark('co-assigned', { unit: 'parks', ...(id % 8 && { by }) })] : []),
    ...(id % 6 === 0 ? [mark('co-assigned', { unit: 'police', by }), mark('co-replied', { unit: 'parks' })] : []),
  ];
};

/** Complaints in every situation, their events in turn. */
const year = (cases: number): readonly ProjectedEvent[] => {
  const ids = Array.from({ length: cases }, (_, id) => id);
  const histories = ids.map((id) => complaint(id, 1 + (id % 20), 1 + (id % 4)));
  return recorded([...[0, 1, 2, 3].flatMap((turn) => histories.flatMap((history) => history[turn] ?? [])), ...ids.flatMap(marks)]);
};

export const sampleEvents = year(90);
export const model = delivered(sampleEvents, sampleEvents.length);
export const poisonedEvents = recorded([
  ...complaint(1, 5, 1),
  on('complaint-0001', 'ComplaintRouted', { unit: 42 }),
  ...complaint(2, 5, 1),
]);
