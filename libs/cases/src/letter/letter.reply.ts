import { say } from '../kernel/sentence';
import { unitOf } from './letter.state';
import { type LetterRules, started } from './letter.terms';

const noDraft = say('没有待审核的拟稿', 'there is no draft to review');

/** The reply: drafted by the unit, reviewed by the office, sent by the unit. */
export const reply: Pick<LetterRules, 'DraftLetterReply' | 'ApproveLetterDraft' | 'ReturnLetterDraft' | 'AnswerLetter'> = {
  DraftLetterReply: {
    in: ['handling'],
    otherwise: say('只有承办单位正在办理的来信才能拟稿', 'only a letter that the unit is handling can have a draft'),
    decide: (_, { text }) => [{ type: 'LetterReplyDrafted', data: {}, personal: { text } }],
  },
  ApproveLetterDraft: {
    in: ['drafted'],
    otherwise: noDraft,
    decide: () => [{ type: 'LetterDraftApproved', data: {} }],
  },
  ReturnLetterDraft: {
    in: ['drafted'],
    otherwise: noDraft,
    decide: (_, { ground, reason }) => [{ type: 'LetterDraftReturned', data: { ground }, personal: { reason } }],
  },
  AnswerLetter: {
    in: ['handling', 'drafted', 'approved'],
    otherwise: say('只有承办单位已签收的来信才能回复', 'only a letter that the handling unit has signed in can be replied to'),
    unless: [
      {
        when: ({ status }) => status === 'drafted',
        because: say('拟稿正在审核，通过后才能回复', 'the draft is under review; the reply is sent when it has passed'),
      },
      {
        when: ({ status }, { local }) => status === 'handling' && local.letter.review === 'required',
        because: say('回复须先拟稿并经审核通过', 'a reply must be drafted and pass the review first'),
      },
    ],
    decide: (letter, { text }, context) => [
      {
        type: 'LetterAnswered',
        data: { unit: unitOf(letter), limits: { return: null, rating: started('rating', context) } },
        personal: { text },
      },
    ],
  },
};
