import { z } from 'zod';

/** Suggestions of people's-congress deputies (人大代表建议) and proposals of the consultative conference (政协提案). */
export const ProposalKind = z.enum(['npc-suggestion', 'cppcc-proposal']);

/** One deputy, several who sign together (联名), or a delegation, party or committee (集体): Chongqing art. 8. */
export const ProposalForm = z.enum(['individual', 'joint', 'collective']);

/** What is not taken up as a proposal: Chongqing arts 9 and 13, Zhejiang art. 6, Shanghai art. 8. */
export const NotFiledGround = z.enum([
  'out-of-scope',
  'personal-matter',
  'judicial-case',
  'accusation',
  'forwarded-letter',
  'academic-or-commercial',
  'no-substance',
  'duplicate',
  'turned-into-letter',
]);

/** Class of the answer: A solved or adopted, B under way or planned, C for reference, D impossible and explained. Local custom. */
export const AnswerClass = z.enum(['A', 'B', 'C', 'D']);

/** How a unit speaks with the proposers: Zhejiang art. 17, Chongqing art. 18. */
export const ContactWay = z.enum(['visit', 'symposium', 'meeting', 'phone', 'message']);

/** What becomes of proposal and answer: open to everybody, without names, or kept back. */
export const ProposalPublication = z.enum(['public', 'anonymised', 'private']);

/** Why they are kept back: Chongqing art. 36 knows these and no others. */
export const SecrecyGround = z.enum(['state-secret', 'trade-secret', 'privacy']);
