import { caseSpec, type CommandFor, type PastFor, usualCircumstances } from '@app/testing';
import { foldCase } from '../kernel/decide';
import { silencesUntil } from '../kernel/silences';
import { letter } from '.';

const { given } = caseSpec(letter);

type Command = CommandFor<typeof letter>;
type Past = PastFor<typeof letter>;

const decide = (data: Extract<Command, { type: 'DecideLetterPublication' }>['data']): Command => ({
  type: 'DecideLetterPublication',
  data,
});
const publish: Command = { type: 'PublishLetter', data: {} };
const publishText: Command = { type: 'PublishLetter', data: { text: '某村民反映……' } };
const close: Command = { type: 'CloseLetter', data: {} };

const calendar = 'chinese-days-1.5.7';
const due = { on: '2018-06-19', rule: 'letter-ordinary', calendar };
const registered = { caseNumber: 'LX-2018-000128', channel: 'online', matter: '交通', due } as const;
const replied = (consent?: boolean): Past[] => [
  { type: 'LetterRegistered', data: { ...registered, consent } },
  { type: 'LetterRouted', data: { unit: 'transport' } },
  { type: 'LetterSignedIn', data: {} },
  { type: 'LetterAnswered', data: { unit: 'transport' } },
];
// Ten working days from Monday 2018-06-04, with Dragon Boat on the 18th.
const limits = { publication: { on: '2018-06-19', rule: 'letter-publication', calendar } };
const decided = (publication: 'public' | 'anonymised' | 'private'): Past => ({
  type: 'LetterPublicationDecided',
  data: { publication, ...(publication !== 'private' && { limits }) },
});
const published: Past = { type: 'LetterPublished', data: { publication: 'public', limits: { publication: null } } };

describe('the publication of a letter and its reply', () => {
  it('is decided to be public when the sender agrees, now or when writing', () => {
    given(...replied())
      .when(decide({ publication: 'public', consent: true, reason: '有普遍意义' }))
      .then({
        type: 'LetterPublicationDecided',
        data: { publication: 'public', consent: true, limits },
        personal: { reason: '有普遍意义' },
      });
    given(...replied(true))
      .when(decide({ publication: 'public' }))
      .then({ type: 'LetterPublicationDecided', data: { publication: 'public', limits }, personal: {} });
  });

  it('is not public against the will of the sender, or without it; the last word counts', () => {
    given(...replied(false))
      .when(decide({ publication: 'public' }))
      .thenRejected('a letter is public only if its sender agrees; else it is anonymised');
    given(...replied())
      .when(decide({ publication: 'public' }))
      .thenRejected('公开来信须经来信人同意；未经同意的只能隐去身份后公开');
    given(...replied(true))
      .when(decide({ publication: 'public', consent: false }))
      .thenRejected('a letter is public only if its sender agrees; else it is anonymised');
  });

  it('needs no consent when nothing tells who the sender is', () =>
    given(...replied(false))
      .when(decide({ publication: 'anonymised' }))
      .then({ type: 'LetterPublicationDecided', data: { publication: 'anonymised', limits }, personal: {} }));

  it('is decided against without a term', () =>
    given(...replied())
      .when(decide({ publication: 'private' }))
      .then({ type: 'LetterPublicationDecided', data: { publication: 'private', limits: { publication: null } }, personal: {} }));

  it('is not decided before there is a reply', () =>
    given({ type: 'LetterRegistered', data: registered })
      .when(decide({ publication: 'private' }))
      .thenRejected('only on a letter that is replied to and not closed can publication be decided'));

  it('is decided the same again for nothing', () =>
    given(...replied(true), decided('public'))
      .when(decide({ publication: 'public' }))
      .thenNothing());

  it('can be decided otherwise until it is published, and gets no more time by that', () => {
    given(...replied(true), decided('public'))
      .when(decide({ publication: 'anonymised', consent: false }), { at: '2018-06-11T09:00:00+08:00' })
      .then({ type: 'LetterPublicationDecided', data: { publication: 'anonymised', consent: false }, personal: {} });
    given(...replied(true), decided('public'), published)
      .when(decide({ publication: 'private' }))
      .thenRejected('letter and reply are already published');
  });

  it('remembers that the sender has come to agree', () =>
    given(...replied(), { type: 'LetterPublicationDecided', data: { publication: 'private', consent: true } })
      .when(decide({ publication: 'public' }))
      .then({ type: 'LetterPublicationDecided', data: { publication: 'public', limits }, personal: {} }));

  it('happens as it was decided', () => {
    given(...replied(true), decided('public'))
      .when(publish)
      .then({ type: 'LetterPublished', data: { publication: 'public', limits: { publication: null } }, personal: {} });
    given(...replied(), decided('anonymised'))
      .when(publishText)
      .then({
        type: 'LetterPublished',
        data: { publication: 'anonymised', limits: { publication: null } },
        personal: { text: '某村民反映……' },
      });
  });

  it('needs the text without the sender when it is anonymised', () =>
    given(...replied(), decided('anonymised'))
      .when(publish)
      .thenRejected('give the text without what tells who the sender is'));

  it('does not happen undecided, when it was decided against, or twice', () => {
    given(...replied(true))
      .when(publish)
      .thenRejected('its publication is not decided yet');
    given(...replied(), decided('private'))
      .when(publish)
      .thenRejected('it was decided not to publish it');
    given(...replied(true), decided('public'), published)
      .when(publish)
      .thenRejected('该来信及回复已经公开');
  });

  it('is overdue when the local time for it has passed', () => {
    const past = [...replied(true), decided('public')];
    const until = '2018-06-20T00:00:00+08:00';
    expect(silencesUntil(letter, foldCase(letter, past), until, usualCircumstances)).toEqual([
      { type: 'Overdue', data: { clock: 'publication', on: '2018-06-19' }, at: until },
    ]);
    expect(silencesUntil(letter, foldCase(letter, [...past, published]), until, usualCircumstances)).toEqual([]);
  });
});

describe('a letter whose publication is open', () => {
  const { local } = usualCircumstances;
  const required = { local: { ...local, letter: { ...local.letter, publication: 'required' as const } } };
  const ended = { type: 'LetterClosed' as const, data: {} };

  it('is not closed while it is to be published', () => {
    given(...replied(true), decided('public'))
      .when(close)
      .thenRejected('it is to be published before it is closed');
    given(...replied(true), decided('public'), published)
      .when(close)
      .then(ended);
    given(...replied(), decided('private'))
      .when(close)
      .then(ended);
  });

  it('is closed without a decision unless the local rules require one', () => {
    given(...replied())
      .when(close)
      .then(ended);
    given(...replied())
      .when(close, required)
      .thenRejected('its publication must be decided before it is closed');
    given(...replied(), decided('private'))
      .when(close, required)
      .then(ended);
    given(...replied(true), decided('public'), published)
      .when(close, required)
      .then(ended);
  });
});
