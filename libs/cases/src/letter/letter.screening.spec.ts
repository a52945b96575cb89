import { caseSpec, type CommandFor, type PastFor } from '@app/testing';
import { letter } from '.';

const { given } = caseSpec(letter);

type Command = CommandFor<typeof letter>;
type Past = PastFor<typeof letter>;

const accept: Command = { type: 'AcceptLetter', data: {} };
const route: Command = { type: 'RouteLetter', data: { unit: 'transport' } };
const instruct: Command = { type: 'InstructLetter', data: { leader: '常务副县长', text: '请交通局三日内拿出意见' } };

const calendar = 'chinese-days-1.5.7';
const due = { on: '2018-06-19', rule: 'letter-ordinary', calendar };
const received: Past = {
  type: 'LetterRegistered',
  data: { caseNumber: 'LX-2018-000128', channel: 'online', matter: '道路', due },
};
const accepted: Past = { type: 'LetterAccepted', data: {} };
const routed: Past = { type: 'LetterRouted', data: { unit: 'transport' } };
const signedIn: Past = { type: 'LetterSignedIn', data: {} };
const returnRequested: Past = { type: 'LetterReturnRequested', data: { unit: 'transport', ground: 'not-competent' } };
const drafted: Past = { type: 'LetterReplyDrafted', data: {} };
const approved: Past = { type: 'LetterDraftApproved', data: {} };
const answered: Past = { type: 'LetterAnswered', data: { unit: 'transport' } };
const rated: Past = { type: 'LetterRated', data: { rating: 'satisfied' } };
const closed: Past = { type: 'LetterClosed', data: {} };

describe('the screening of a letter', () => {
  it('takes it up', () => given(received).when(accept).then({ type: 'LetterAccepted', data: {} }));

  it('happens once, and before it is assigned', () => {
    given(received, accepted).when(accept).thenRejected('only a registered letter that is not yet screened can be taken up');
    given(received, routed).when(accept).thenRejected('只有已登记、尚未审查的来信才能审查');
  });

  it.each([
    ['taken up', [received, accepted]],
    ['not screened, in the short way', [received]],
  ])('lets one be assigned that is %s', (_, past) =>
    given(...past)
      .when(route)
      .then({
        type: 'LetterRouted',
        data: { unit: 'transport', limits: { return: { on: '2018-06-07', rule: 'letter-return', calendar } } },
        personal: {},
      }),
  );

  it.each(['no-contact', 'advertisement', 'unclear', 'other-jurisdiction', 'in-litigation', 'secrets', 'abuse'] as const)(
    'turns away one with the ground: %s',
    (ground) =>
      given(received)
        .when({ type: 'RejectLetter', data: { ground, notice: '不属于受理范围' } })
        .then({
          type: 'LetterNotAccepted',
          data: { disposal: 'not-accepted', ground },
          personal: { notice: '不属于受理范围' },
        }),
  );

  it('turns away one that repeats another, whose number is named', () => {
    const reject = (reference?: string): Command => ({ type: 'RejectLetter', data: { ground: 'duplicate', reference } });
    given(received).when(reject()).thenRejected('name the number of the case that it repeats');
    given(received)
      .when(reject('LX-2018-000127'))
      .then({
        type: 'LetterNotAccepted',
        data: { disposal: 'not-accepted', ground: 'duplicate', reference: 'LX-2018-000127' },
        personal: {},
      });
  });

  it('transfers a petition to where it belongs, and ends it here', () => {
    given(received, accepted)
      .when({ type: 'RejectLetter', data: { ground: 'petition', reference: 'XF20180604001', notice: '已转县信访局' } })
      .then({
        type: 'LetterTransferred',
        data: { disposal: 'transferred', ground: 'petition', reference: 'XF20180604001' },
        personal: { notice: '已转县信访局' },
      });
    given(received, { type: 'LetterTransferred', data: { disposal: 'transferred', ground: 'petition' } })
      .when(route)
      .thenRejected('only a registered letter that is not yet assigned can be assigned');
  });

  it('is over once a unit has the letter', () =>
    given(received, routed)
      .when({ type: 'RejectLetter', data: { ground: 'advertisement' } })
      .thenRejected('only a letter that is not assigned can be turned away'));
});

describe("a leader's instruction on a letter", () => {
  const open: [string, Past[]][] = [
    ['received', [received]],
    ['taken up', [received, accepted]],
    ['assigned', [received, routed]],
    ['handled', [received, routed, signedIn]],
    ['asked to be taken back', [received, routed, returnRequested]],
    ['drafted a reply to', [received, routed, signedIn, drafted]],
    ['approved in draft', [received, routed, signedIn, drafted, approved]],
    ['replied to', [received, routed, signedIn, answered]],
    ['rated', [received, routed, signedIn, answered, rated]],
  ];

  it.each(open)('may be given while it is %s; its words stay inside', (_, past) =>
    given(...past)
      .when(instruct)
      .then({ type: 'LetterInstructed', data: { leader: '常务副县长' }, personal: { text: '请交通局三日内拿出意见' } }),
  );

  it('moves the letter nowhere', () =>
    given(received, { type: 'LetterInstructed', data: { leader: '县长' } })
      .when(accept)
      .then({ type: 'LetterAccepted', data: {} }));

  it('is not given on a letter that is closed', () =>
    given(received, routed, signedIn, answered, closed)
      .when(instruct)
      .thenRejected("only a letter that is not closed can get a leader's instruction"));
});
