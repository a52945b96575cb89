import { reject, say } from '../kernel/sentence';
import { type ProposalRules, unanswered, underReview } from './proposal.grounds';
import { isDissatisfied } from './proposal.rating';
import { clock, dueOf } from './proposal.terms';

const open = [...unanswered, ...underReview] as const;

/** What the assigning organ does around the handling: key items, supervision, publication, the archive. */
export const supervisionRules = {
  // Chosen by the chairpersons' meeting, often after assignment: Zhejiang art. 12, Chongqing art. 32.
  MakeProposalKey: {
    in: unanswered,
    otherwise: say('只有尚未答复的建议提案才能列为重点', 'only a proposal that is not yet answered can be made a key item'),
    unless: [
      {
        when: (proposal) => 'key' in proposal && proposal.key,
        because: say('已列为重点', 'it is a key item already'),
      },
    ],
    decide: () => [{ type: 'ProposalMadeKey', data: {} }],
  },
  // Zhejiang art. 16: key items are led by a leader of the government.
  InstructProposal: {
    in: open,
    otherwise: say('只有尚未办结的建议提案才能登记领办', 'only a proposal that is not yet closed takes an instruction'),
    decide: (_, { leader, text }) => [{ type: 'ProposalInstructed', data: { leader }, personal: { text } }],
  },
  // By the government office, a committee, the chairpersons' meeting: Zhejiang arts 26 to 28, Chongqing arts 30 and 32.
  EscalateProposal: {
    in: open,
    otherwise: say('只有尚未办结的建议提案才能督办', 'only a proposal that is not yet closed can be supervised'),
    decide: (proposal, { level, text }) =>
      'level' in proposal && level <= proposal.level
        ? reject('督办级别须高于现有级别', 'the level must be higher than the present one')
        : [{ type: 'ProposalEscalated', data: { level }, personal: { text } }],
  },
  // Proposal and answer are published, but for secrets and privacy: Shandong art. 27, Chongqing art. 36.
  PublishProposal: {
    in: [...underReview, 'closed'],
    otherwise: say('只有已答复的建议提案才能决定公开', 'publication is decided only of an answered proposal'),
    unless: [
      {
        when: (proposal) => 'publicationDecided' in proposal && proposal.publicationDecided,
        because: say('已作出公开决定', 'publication is decided already'),
      },
    ],
    decide: (_, { publication, ground }) => {
      if (publication !== 'private')
        return ground
          ? reject('公开的无需理由', 'no ground is given for publishing it')
          : [{ type: 'ProposalPublished', data: { publication } }];
      return ground ? [{ type: 'ProposalWithheld', data: { ground } }] : reject('不予公开的须说明理由', 'what is kept back needs a ground');
    },
  },
  CloseProposal: {
    in: underReview,
    otherwise: say('只有已答复的建议提案才能办结', 'only an answered proposal can be closed'),
    unless: [
      {
        when: (proposal) => dueOf(proposal, clock.promise) !== undefined,
        because: say(
          '承诺事项尚未落实，须落实、说明情况后才能办结；未落实的转续办',
          'a promise is open: it must be kept or explained first, or carried over and the proposal with it',
        ),
      },
    ],
    // Shanghai art. 21, Chongqing art. 27: dissatisfied proposers are told what was found, if it is not handled again.
    decide: (proposal, { explanation }) =>
      isDissatisfied(proposal) && explanation === undefined
        ? reject(
            '代表委员不满意的，须重新办理，或说明情况后办结',
            'with dissatisfied proposers it is handled again, or closed with an explanation to them',
          )
        : [{ type: 'ProposalClosed', data: {}, personal: { explanation } }],
  },
} satisfies Partial<ProposalRules>;
