import { reject, say } from '../kernel/sentence';
import { known, type ProposalRules, unanswered } from './proposal.grounds';
import type { Proposal } from './proposal.state';

const notRegistered = say('该建议提案尚未登记', 'this proposal is not registered');

const duplicatesOf = (proposal: Proposal): readonly string[] => ('duplicates' in proposal ? proposal.duplicates : []);

/** From receipt to the decision whether it is taken up: Chongqing arts 8 to 13, Zhejiang arts 6 and 10; CPPCC proposals are reviewed for filing. */
export const filingRules = {
  RegisterProposal: {
    in: ['absent'],
    otherwise: say('该建议提案已经登记', 'this proposal is already registered'),
    decide: (_, { proposers, text, ...facts }, { caseNumber }) => {
      const { form, proposerCount: count } = facts;
      if (form === 'individual' && count !== undefined && count > 1)
        return reject('个人建议提案只有一位提出者', 'an individual proposal has one proposer');
      if (form === 'joint' && count === 1) return reject('联名建议提案须有两位以上提出者', 'a joint proposal has two proposers or more');
      return [{ type: 'ProposalRegistered', data: { caseNumber, ...facts }, personal: { proposers, text } }];
    },
  },
  FileProposal: {
    in: ['received'],
    otherwise: say('只有已登记、尚未立案的建议提案才能立案', 'only a registered proposal that is not yet filed can be filed'),
    decide: (_, { number }) => [{ type: 'ProposalFiled', data: { number } }],
  },
  // Chongqing art. 13, Zhejiang art. 10: what should not be a proposal is not taken up, one of the same contents may be handled together
  // with another, and the proposers are told.
  DeclineProposalFiling: {
    in: ['received'],
    otherwise: say('只有已登记、尚未立案的建议提案才能不予立案', 'only a registered proposal that is not yet filed can be declined'),
    decide: (proposal, { ground, explanation, into }, { contested }) => {
      if (into === undefined) return [{ type: 'ProposalNotFiled', data: { disposal: 'not-filed', ground }, personal: { explanation } }];
      if (ground !== 'duplicate') return reject('只有内容相同的建议提案才能并案', 'only a duplicate is merged into another proposal');
      if (duplicatesOf(proposal).length > 0)
        return reject('已有他案并入，不能再并入他案', 'others are merged into this proposal: take them out first');
      if (contested && !unanswered.some((status) => status === contested.status))
        return reject('只能并入尚未答复的建议提案', 'a proposal can be merged only into one that is not yet answered');
      return [{ type: 'ProposalMerged', data: { into }, personal: { explanation } }];
    },
  },
  UnmergeProposal: {
    in: ['merged'],
    otherwise: say('该建议提案未并入他案', 'this proposal is not merged into another'),
    decide: (proposal, { reason }) =>
      'into' in proposal ? [{ type: 'ProposalUnmerged', data: { from: proposal.into, status: 'received' }, personal: { reason } }] : [],
  },
  RecordProposalDuplicate: {
    in: known,
    otherwise: notRegistered,
    decide: (proposal, { duplicate }) =>
      duplicatesOf(proposal).includes(duplicate) ? [] : [{ type: 'ProposalDuplicateJoined', data: { duplicate } }],
  },
  RecordProposalDuplicateWithdrawn: {
    in: known,
    otherwise: notRegistered,
    decide: (proposal, { duplicate }) =>
      duplicatesOf(proposal).includes(duplicate) ? [{ type: 'ProposalDuplicateLeft', data: { duplicate } }] : [],
  },
  // Chongqing art. 12: once withdrawn, its handling ends. Shanghai art. 10: of a joint one, when all who signed it ask for it.
  WithdrawProposal: {
    in: unanswered,
    otherwise: say('只有尚未答复的建议提案才能撤回', 'only a proposal that is not yet answered can be withdrawn'),
    decide: (proposal, { reason, unanimous }) =>
      'joint' in proposal && proposal.joint && !unanimous
        ? reject('联名建议提案须经全体联名者一致要求才能撤回', 'a joint proposal is withdrawn only when all who signed it ask for it')
        : [{ type: 'ProposalWithdrawn', data: { disposal: 'withdrawn' }, personal: { reason } }],
  },
} satisfies Partial<ProposalRules>;
