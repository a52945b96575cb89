import { createHash } from 'node:crypto';
import type { Milestone, MilestoneData } from '@app/cases';
import { delivered, on, recorded } from '@app/testing';
import { tables } from './projections';
import { rowsVersion } from './rows-version';

const due = { on: '2018-03-08', rule: 'r', calendar: '2018', soon: '2018-03-07' };
const later = { ...due, on: '2018-04-08', soon: '2018-04-04' };
const clock = { clock: 'answer', on: '2018-03-08' };

/** An event of every meaning: a new one is a compile error here. */
const every: { readonly [M in Milestone]: MilestoneData[M] & { readonly limits?: object } } = {
  received: { caseNumber: 'RX-2018-000001', channel: 'phone', kind: 'help', matter: '路灯', accused: ['parks'], due },
  'receipt-confirmed': { due },
  filed: {},
  routed: { unit: 'roads', limits: { 'sign-in': due, contact: { ...due, at: '2018-03-02T17:00:00+08:00' } } },
  'signed-in': {},
  'co-assigned': { unit: 'parks', by: due },
  'co-signed-in': { unit: 'parks' },
  'co-replied': { unit: 'parks' },
  'co-released': { unit: 'parks' },
  'return-requested': { unit: 'roads' },
  'return-refused': {},
  returned: { unit: 'roads' },
  'extension-requested': {},
  'extension-refused': {},
  extended: { due: later },
  paused: { since: '2018-03-05', why: 'third-party' },
  resumed: { due: later },
  contacted: {},
  drafted: {},
  'draft-reviewed': {},
  answered: { unit: 'roads', outcome: 'done' },
  reviewed: {},
  'sent-back': { due: later },
  attempted: {},
  rated: { rating: 'satisfied', attitude: 'dissatisfied', resolution: 'solved' },
  escalated: { level: 2 },
  instructed: {},
  met: {},
  reminded: {},
  supplemented: {},
  published: { publication: 'public' },
  promised: {},
  fulfilled: {},
  served: {},
  closed: { disposal: 'withdrawn', ground: 'g' },
  concluded: { outcome: 'maintain' },
  reopened: { due: later },
  merged: { into: 'first' },
  unmerged: { status: 'handling' },
  'duplicate-joined': { duplicate: 'second' },
  'duplicate-left': { duplicate: 'second' },
  linked: { to: 'first' },
  unlinked: {},
  revoked: { due: later },
  'kept-confidential': {},
  accused: { accused: ['roads'] },
  corrected: { fact: 'matter', was: '路灯', now: '供水' },
  appealed: { proceeding: 'p' },
  litigated: { proceeding: 'q' },
  'appeal-concluded': { proceeding: 'p', outcome: 'maintain' },
  'litigation-concluded': { proceeding: 'q', outcome: 'dismiss-claims' },
  'due-soon': clock,
  overdue: clock,
  lapsed: clock,
  'silence-withdrawn': clock,
  retimed: {},
  noted: {},
  erased: {},
};

const milestones = Object.keys(every) as Milestone[];

const the = (stream: string, milestone: Milestone, day: number) =>
  on(stream, milestone, every[milestone], {
    milestone,
    at: `2018-03-${String(day).padStart(2, '0')}T09:00:00+08:00`,
    worked: 1,
  });

/** For each meaning a case with an answer, and one without, in which it is the last thing that happened. */
const log = recorded(
  milestones.flatMap((milestone, index) =>
    [['routed', 'co-assigned'] as const, ['routed', 'co-assigned', 'answered'] as const].flatMap((past, which) =>
      (['received', ...past, milestone] as const).map((each, day) => the(`complaint-${index}-${which}`, each, 1 + day * 3)),
    ),
  ),
);

const rows = delivered(log, log.length);

const digest = (): string => {
  const hash = createHash('sha256');
  for (const table of tables) hash.update(`${table.name} ${JSON.stringify(rows.all(table))}\n`);
  return hash.digest('hex').slice(0, 16);
};

/** Of the rows of the log above, by version. A version that has been released keeps its digest for ever; others follow it. */
const digests: Readonly<Record<number, string>> = { 2: 'fc511a5089848778', 3: '355b3a8bf979af8e' };

describe('the version of the rows', () => {
  it('is raised when the same events give other rows', () =>
    expect({ [rowsVersion]: digest() }).toEqual({ [rowsVersion]: digests[rowsVersion] }));

  it('is told by events that rows can take', () => expect(rows.poisoned).toEqual([]));

  it('is one that no rows had before', () => expect(rowsVersion).toBe(Math.max(...Object.keys(digests).map(Number))));
});
