import type { Due, Rating } from './shapes';

/**
 * What an event means for the facts of its case, whatever the case type. Projections know milestones, not types, so that
 * a new case type is counted without touching them. Each milestone names the data its events must carry.
 */
export interface MilestoneData {
  received: {
    caseNumber: string;
    channel: string;
    due?: Due | undefined;
    kind?: string | undefined;
    matter?: string | undefined;
    area?: string | undefined;
  };
  routed: { unit: string; due?: Due | undefined };
  'signed-in': object;
  extended: { due: Due };
  answered: { unit: string; outcome?: string | undefined };
  rated: { rating: Rating };
  closed: object;
  concluded: { outcome: string };
  reminded: object;
  supplemented: object;
  appealed: { proceeding: string };
  litigated: { proceeding: string };
  'appeal-concluded': { proceeding: string; outcome: string };
  'litigation-concluded': { proceeding: string; outcome: string };
  erased: object;
}

export type Milestone = keyof MilestoneData;
