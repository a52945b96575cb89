import { assignmentRules } from './proposal.assignment';
import { coUnitRules } from './proposal.co-units';
import { filingRules } from './proposal.filing';
import type { ProposalRules } from './proposal.grounds';
import { handlingRules } from './proposal.handling';
import { promiseRules } from './proposal.promise';
import { ratingRules } from './proposal.rating';
import { supervisionRules } from './proposal.supervision';

export const proposalRules: ProposalRules = {
  ...filingRules,
  ...assignmentRules,
  ...coUnitRules,
  ...handlingRules,
  ...ratingRules,
  ...promiseRules,
  ...supervisionRules,
};
