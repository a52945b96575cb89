import { reject, say } from '../kernel/sentence';
import { type Letter, publishingOf } from './letter.state';
import { type LetterRules, runs, started } from './letter.terms';

const hasConsent = (letter: Letter): boolean => 'consent' in letter && letter.consent === true;

const published = {
  when: (letter: Letter) => publishingOf(letter).published === true,
  because: say('该来信及回复已经公开', 'letter and reply are already published'),
};

/** A letter was written to one person: whether others may read it is decided, and with the name only if the sender agrees. */
export const publishing: Pick<LetterRules, 'DecideLetterPublication' | 'PublishLetter'> = {
  DecideLetterPublication: {
    in: ['answered', 'rated'],
    otherwise: say(
      '只有已回复、尚未办结的来信才能决定是否公开',
      'only on a letter that is replied to and not closed can publication be decided',
    ),
    unless: [published],
    decide: (letter, { publication, consent, reason }, context) => {
      if (publication === 'public' && !(consent ?? hasConsent(letter)))
        return reject(
          '公开来信须经来信人同意；未经同意的只能隐去身份后公开',
          'a letter is public only if its sender agrees; else it is anonymised',
        );
      if (publication === publishingOf(letter).publication) return [];
      // Deciding anew does not give more time.
      const keeps = publication !== 'private' && runs(letter, 'publication');
      const limits = { publication: publication === 'private' ? null : started('publication', context) };
      return [{ type: 'LetterPublicationDecided', data: { publication, consent, ...(!keeps && { limits }) }, personal: { reason } }];
    },
  },
  PublishLetter: {
    in: ['answered', 'rated'],
    otherwise: say('只有已回复、尚未办结的来信才能公开', 'only a letter that is replied to and not closed can be published'),
    unless: [
      published,
      {
        when: (letter) => publishingOf(letter).publication === undefined,
        because: say('尚未决定是否公开', 'its publication is not decided yet'),
      },
      {
        when: (letter) => publishingOf(letter).publication === 'private',
        because: say('已决定不予公开', 'it was decided not to publish it'),
      },
    ],
    decide: (letter, { text }) => {
      const decided = publishingOf(letter).publication ?? 'private';
      if (decided === 'anonymised' && text === undefined)
        return reject('请附隐去身份信息后的公开文本', 'give the text without what tells who the sender is');
      return [{ type: 'LetterPublished', data: { publication: decided, limits: { publication: null } }, personal: { text } }];
    },
  },
};
