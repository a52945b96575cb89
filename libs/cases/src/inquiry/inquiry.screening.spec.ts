import { caseSpec, type CommandFor, type PastFor } from '@app/testing';
import { inquiry } from '.';

const { given } = caseSpec(inquiry);

type Command = CommandFor<typeof inquiry>;
type Past = PastFor<typeof inquiry>;

const accept: Command = { type: 'AcceptInquiry', data: {} };
const route: Command = { type: 'RouteInquiry', data: { unit: 'medical-insurance' } };

const calendar = 'chinese-days-1.5.7';
const due = { on: '2018-06-11', rule: 'inquiry-ordinary', calendar };
const received: Past = {
  type: 'InquiryRegistered',
  data: { caseNumber: 'WZ-2018-000052', channel: 'online', matter: '医保', due },
};
const accepted: Past = { type: 'InquiryAccepted', data: {} };
const routed: Past = { type: 'InquiryRouted', data: { unit: 'medical-insurance' } };

describe('the screening of an inquiry', () => {
  it('takes it up', () => given(received).when(accept).then({ type: 'InquiryAccepted', data: {} }));

  it('happens once, and before it is assigned', () => {
    given(received, accepted).when(accept).thenRejected('only a registered inquiry that is not yet screened can be taken up');
    given(received, routed).when(accept).thenRejected('只有已登记、尚未审查的网络问政才能审查');
  });

  it.each([
    ['taken up', [received, accepted]],
    ['not screened, in the short way', [received]],
  ])('lets one be assigned that is %s', (_, past) =>
    given(...past)
      .when(route)
      .then({
        type: 'InquiryRouted',
        data: { unit: 'medical-insurance', limits: { return: { on: '2018-06-07', rule: 'inquiry-return', calendar } } },
        personal: {},
      }),
  );

  it.each(['advertisement', 'no-question', 'other-jurisdiction', 'in-litigation', 'secrets', 'privacy', 'abuse'] as const)(
    'turns away one with the ground: %s',
    (ground) =>
      given(received)
        .when({ type: 'RejectInquiry', data: { ground, notice: '不属于受理范围' } })
        .then({
          type: 'InquiryNotAccepted',
          data: { disposal: 'not-accepted', ground },
          personal: { notice: '不属于受理范围' },
        }),
  );

  it('turns away one that repeats another, whose number is named', () => {
    const reject = (reference?: string): Command => ({ type: 'RejectInquiry', data: { ground: 'duplicate', reference } });
    given(received).when(reject()).thenRejected('name the number of the case that it repeats');
    given(received)
      .when(reject('WZ-2018-000051'))
      .then({
        type: 'InquiryNotAccepted',
        data: { disposal: 'not-accepted', ground: 'duplicate', reference: 'WZ-2018-000051' },
        personal: {},
      });
  });

  it('transfers a petition to where it belongs, and ends it here', () => {
    given(received, accepted)
      .when({ type: 'RejectInquiry', data: { ground: 'petition', reference: 'XF20180604001', notice: '已转县信访局' } })
      .then({
        type: 'InquiryTransferred',
        data: { disposal: 'transferred', ground: 'petition', reference: 'XF20180604001' },
        personal: { notice: '已转县信访局' },
      });
    given(received, { type: 'InquiryTransferred', data: { disposal: 'transferred', ground: 'petition' } })
      .when(route)
      .thenRejected('only a registered inquiry that is not yet assigned can be assigned');
  });

  it('does not ask who the netizen is: that there is no name is no ground', () =>
    expect(inquiry.commands.RejectInquiry.shape.safeParse({ ground: 'no-contact' }).success).toBe(false));

  it('is over once a unit has the inquiry', () =>
    given(received, routed)
      .when({ type: 'RejectInquiry', data: { ground: 'advertisement' } })
      .thenRejected('only an inquiry that is not assigned can be turned away'));
});
