import { reject, say } from '../kernel/sentence';
import { asksNotToBeSeen, type Inquiry, publishingOf } from './inquiry.state';
import { type InquiryRules, runs, started } from './inquiry.terms';

/** As it was decided, or without a decision as it was asked: in public unless the netizen did not want that. */
const publicationOf = (inquiry: Inquiry) => publishingOf(inquiry).publication ?? (asksNotToBeSeen(inquiry) ? undefined : 'public');

const published = {
  when: (inquiry: Inquiry) => publishingOf(inquiry).published === true,
  because: say('该网络问政及回应已经公开', 'question and response are already published'),
};

/** Question and response are published as a rule (国办发〔2017〕47号: columns with receipt, handling and published reply); only what departs from it needs a decision. */
export const publishing: Pick<InquiryRules, 'DecideInquiryPublication' | 'PublishInquiry'> = {
  DecideInquiryPublication: {
    in: ['answered', 'rated'],
    otherwise: say(
      '只有已回应、尚未办结的网络问政才能决定如何公开',
      'only on an inquiry that is responded to and not closed can publication be decided',
    ),
    unless: [published],
    decide: (inquiry, { publication, ground, reason }, context) => {
      if (publication === 'public' && asksNotToBeSeen(inquiry))
        return reject(
          '网民要求不公开提问的，只能隐去身份后公开或者不公开',
          'a question that was not put in public is anonymised or not published',
        );
      if (publication === 'private' && ground === undefined)
        return reject('不予公开须注明理由', 'publication is the rule: say on what ground it is withheld');
      if (publication === publishingOf(inquiry).publication) return [];
      // Deciding anew does not give more time.
      const keeps = publication !== 'private' && runs(inquiry, 'publication');
      const limits = { publication: publication === 'private' ? null : started('publication', context) };
      return [{ type: 'InquiryPublicationDecided', data: { publication, ground, ...(!keeps && { limits }) }, personal: { reason } }];
    },
  },
  PublishInquiry: {
    in: ['answered', 'rated'],
    otherwise: say('只有已回应、尚未办结的网络问政才能公开', 'only an inquiry that is responded to and not closed can be published'),
    unless: [
      published,
      {
        when: (inquiry) => publicationOf(inquiry) === undefined,
        because: say('网民要求不公开提问，须先决定如何公开', 'the question was not put in public; its publication must be decided first'),
      },
      {
        when: (inquiry) => publicationOf(inquiry) === 'private',
        because: say('已决定不予公开', 'it was decided not to publish it'),
      },
    ],
    decide: (inquiry, { text }) => {
      const decided = publicationOf(inquiry) ?? 'private';
      if (decided === 'anonymised' && text === undefined)
        return reject('请附隐去身份信息后的公开文本', 'give the text without what tells who asked');
      return [{ type: 'InquiryPublished', data: { publication: decided, limits: { publication: null } }, personal: { text } }];
    },
  },
};
