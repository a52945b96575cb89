import { caseSpec, type CommandFor, type PastFor, usualCircumstances } from '@app/testing';
import { foldCase } from '../kernel/decide';
import { silencesUntil } from '../kernel/silences';
import { inquiry } from '.';

const { given } = caseSpec(inquiry);

type Command = CommandFor<typeof inquiry>;
type Past = PastFor<typeof inquiry>;

const decide = (data: Extract<Command, { type: 'DecideInquiryPublication' }>['data']): Command => ({
  type: 'DecideInquiryPublication',
  data,
});
const answer: Command = { type: 'AnswerInquiry', data: { text: '带身份证到窗口' } };
const publish: Command = { type: 'PublishInquiry', data: {} };
const publishText: Command = { type: 'PublishInquiry', data: { text: '某网友问……' } };
const close: Command = { type: 'CloseInquiry', data: {} };

const calendar = 'chinese-days-1.5.7';
const due = { on: '2018-06-11', rule: 'inquiry-ordinary', calendar };
const rating = { on: '2018-06-26', rule: 'inquiry-rating', calendar };
// Ten working days from Monday 2018-06-04, with Dragon Boat on the 18th.
const publication = { on: '2018-06-19', rule: 'inquiry-publication', calendar };
const registered = { caseNumber: 'WZ-2018-000052', channel: 'wechat', matter: '医保', due } as const;
const handled = (openly?: boolean): Past[] => [
  { type: 'InquiryRegistered', data: { ...registered, openly } },
  { type: 'InquiryRouted', data: { unit: 'medical-insurance' } },
  { type: 'InquirySignedIn', data: {} },
];
const responded: Past[] = [...handled(), { type: 'InquiryAnswered', data: { unit: 'medical-insurance', limits: { publication } } }];
const respondedUnseen: Past[] = [...handled(false), { type: 'InquiryAnswered', data: { unit: 'medical-insurance' } }];
const decided = (how: 'public' | 'anonymised'): Past => ({ type: 'InquiryPublicationDecided', data: { publication: how } });
const withheld: Past = {
  type: 'InquiryPublicationDecided',
  data: { publication: 'private', ground: 'secrets', limits: { publication: null } },
};
const published: Past = { type: 'InquiryPublished', data: { publication: 'public', limits: { publication: null } } };

describe('the publication of an inquiry and its response', () => {
  it('is the rule: its time runs from the response on, and it waits for no decision', () => {
    given(...handled())
      .when(answer)
      .then({
        type: 'InquiryAnswered',
        data: { unit: 'medical-insurance', limits: { return: null, rating, publication } },
        personal: { text: '带身份证到窗口' },
      });
    given(...responded)
      .when(publish)
      .then({ type: 'InquiryPublished', data: { publication: 'public', limits: { publication: null } }, personal: {} });
  });

  it('has no term where the question was not put in public, and waits for a decision', () => {
    given(...handled(false))
      .when(answer)
      .then({
        type: 'InquiryAnswered',
        data: { unit: 'medical-insurance', limits: { return: null, rating } },
        personal: { text: '带身份证到窗口' },
      });
    given(...respondedUnseen)
      .when(publish)
      .thenRejected('the question was not put in public; its publication must be decided first');
  });

  it('can be anonymised instead, within the same time', () => {
    given(...responded)
      .when(decide({ publication: 'anonymised', reason: '涉及病情' }), { at: '2018-06-08T09:00:00+08:00' })
      .then({ type: 'InquiryPublicationDecided', data: { publication: 'anonymised' }, personal: { reason: '涉及病情' } });
    given(...responded, decided('anonymised'))
      .when(publishText)
      .then({
        type: 'InquiryPublished',
        data: { publication: 'anonymised', limits: { publication: null } },
        personal: { text: '某网友问……' },
      });
  });

  it('needs the text without the netizen when it is anonymised', () =>
    given(...responded, decided('anonymised'))
      .when(publish)
      .thenRejected('give the text without what tells who asked'));

  it('is withheld on a ground only', () => {
    given(...responded)
      .when(decide({ publication: 'private' }))
      .thenRejected('publication is the rule: say on what ground it is withheld');
    given(...responded)
      .when(decide({ publication: 'private', ground: 'secrets' }))
      .then({
        type: 'InquiryPublicationDecided',
        data: { publication: 'private', ground: 'secrets', limits: { publication: null } },
        personal: {},
      });
    given(...responded, withheld)
      .when(publish)
      .thenRejected('it was decided not to publish it');
  });

  it('can be decided on after all, with a time of its own', () =>
    given(...responded, withheld)
      .when(decide({ publication: 'public' }))
      .then({ type: 'InquiryPublicationDecided', data: { publication: 'public', limits: { publication } }, personal: {} }));

  it('of a question that was not put in public is anonymised at most', () => {
    given(...respondedUnseen)
      .when(decide({ publication: 'public' }))
      .thenRejected('a question that was not put in public is anonymised or not published');
    given(...respondedUnseen)
      .when(decide({ publication: 'anonymised' }))
      .then({ type: 'InquiryPublicationDecided', data: { publication: 'anonymised', limits: { publication } }, personal: {} });
  });

  it('is decided the same again for nothing', () =>
    given(...responded, withheld)
      .when(decide({ publication: 'private', ground: 'secrets' }))
      .thenNothing());

  it('happens once, after the response, and is then decided no more', () => {
    given(...handled())
      .when(publish)
      .thenRejected('only an inquiry that is responded to and not closed can be published');
    given(...handled())
      .when(decide({ publication: 'anonymised' }))
      .thenRejected('只有已回应、尚未办结的网络问政才能决定如何公开');
    given(...responded, published)
      .when(publish)
      .thenRejected('question and response are already published');
    given(...responded, published)
      .when(decide({ publication: 'anonymised' }))
      .thenRejected('该网络问政及回应已经公开');
  });

  it('is overdue when the local time for it has passed', () => {
    const until = '2018-06-20T00:00:00+08:00';
    expect(silencesUntil(inquiry, foldCase(inquiry, responded), until, usualCircumstances)).toEqual([
      { type: 'Overdue', data: { clock: 'publication', on: '2018-06-19' }, at: until },
    ]);
    expect(silencesUntil(inquiry, foldCase(inquiry, [...responded, published]), until, usualCircumstances)).toEqual([]);
    expect(silencesUntil(inquiry, foldCase(inquiry, [...responded, withheld]), until, usualCircumstances)).toEqual([]);
  });
});

describe('an inquiry whose publication is open', () => {
  const { local } = usualCircumstances;
  const required = { local: { ...local, inquiry: { ...local.inquiry, publication: 'required' as const } } };
  const ended = { type: 'InquiryClosed' as const, data: {} };

  it('is not closed once it was decided to publish it, until it is', () => {
    given(...responded, decided('public'))
      .when(close)
      .thenRejected('it is to be published before it is closed');
    given(...responded, decided('public'), published)
      .when(close)
      .then(ended);
  });

  it('is closed without a word about it unless the local rules require one', () => {
    given(...responded)
      .when(close)
      .then(ended);
    given(...responded)
      .when(close, required)
      .thenRejected('its publication must be decided before it is closed');
    given(...responded, published)
      .when(close, required)
      .then(ended);
    given(...responded, withheld)
      .when(close, required)
      .then(ended);
  });
});
