import { caseSpec, type CommandFor, type PastFor } from '@app/testing';
import { disclosure } from '.';

const { given } = caseSpec(disclosure);

type Command = CommandFor<typeof disclosure>;
type Past = PastFor<typeof disclosure>;

const appeal = '01890000-0000-7000-8000-0000000000a1';
const suit = '01890000-0000-7000-8000-0000000000b2';

const applicant = { applicant: '覃某', contact: '13600000000', text: '申请公开征地补偿方案' };
const facts = { channel: 'letter', kind: 'natural-person', matter: '征地' } as const;
const register: Command = { type: 'RegisterDisclosure', data: { ...facts, ...applicant } };
const route: Command = { type: 'RouteDisclosure', data: { unit: 'land-bureau', instruction: '请提供材料' } };
const signIn: Command = { type: 'SignInDisclosure', data: {} };
const extend: Command = { type: 'ExtendDisclosure', data: { reason: '材料较多' } };
const answer: Command = { type: 'AnswerDisclosure', data: { outcome: 'partly-granted', text: '见附件' } };
const close: Command = { type: 'CloseDisclosure', data: {} };
const recordAppeal: Command = { type: 'RecordDisclosureAppeal', data: { proceeding: appeal } };
const recordAppealOutcome: Command = { type: 'RecordDisclosureAppealOutcome', data: { proceeding: appeal, outcome: 'upheld' } };
const recordSuit: Command = { type: 'RecordDisclosureLitigation', data: { proceeding: suit } };
const recordSuitOutcome: Command = { type: 'RecordDisclosureLitigationOutcome', data: { proceeding: suit, outcome: 'corrected' } };

const calendar = 'chinese-days-1.5.7';
const due = { on: '2018-06-26', rule: 'disclosure-2008-art-24', calendar };
const registered = { caseNumber: 'YS-2018-000003', ...facts, due };
const received: Past = { type: 'DisclosureRegistered', data: registered };
const routed: Past = { type: 'DisclosureRouted', data: { unit: 'land-bureau' } };
const signedIn: Past = { type: 'DisclosureSignedIn', data: {} };
const extended: Past = {
  type: 'DisclosureExtended',
  data: { due: { on: '2018-07-17', rule: 'disclosure-2008-art-24', calendar } },
};
const answered: Past = { type: 'DisclosureAnswered', data: { unit: 'land-bureau', outcome: 'partly-granted' } };
const closed: Past = { type: 'DisclosureClosed', data: {} };
const appealed: Past = { type: 'DisclosureAppealed', data: { proceeding: appeal } };
const appealConcluded: Past = { type: 'DisclosureAppealConcluded', data: { proceeding: appeal, outcome: 'upheld' } };
const sued: Past = { type: 'DisclosureLitigated', data: { proceeding: suit } };
const suitConcluded: Past = { type: 'DisclosureLitigationConcluded', data: { proceeding: suit, outcome: 'corrected' } };

const refusals = {
  route: 'only a registered request that is not yet routed can be routed',
  answer: 'only a request that is not yet routed, or that the handling unit has signed in, can be answered',
  unknown: 'this proceeding does not contest this request',
};

describe('a disclosure request', () => {
  it('is registered with the kind of applicant and its due date; the applicant is told apart', () =>
    given()
      .when(register, { at: '2018-06-04T09:00:00+08:00', caseNumber: 'YS-2018-000003' })
      .then({ type: 'DisclosureRegistered', data: registered, personal: applicant }));

  it('is not registered twice', () => given(received).when(register).thenRejected('this request is already registered'));

  it('is not received before there was a regulation', () =>
    given()
      .when(register, { at: '2008-04-30T23:59:59+08:00' })
      .thenRejected('no request can be received before the regulation came into force on 2008-05-01'));

  it('is routed to a unit', () =>
    given(received)
      .when(route)
      .then({ type: 'DisclosureRouted', data: { unit: 'land-bureau' }, personal: { instruction: '请提供材料' } }));

  it('is not routed twice', () => given(received, routed).when(route).thenRejected(refusals.route));

  it('is signed in by the unit', () => given(received, routed).when(signIn).then({ type: 'DisclosureSignedIn', data: {} }));

  it('is not signed in before it is routed', () => given(received).when(signIn).thenRejected('only a routed request can be signed in'));

  it('is answered with an outcome, in the name of the unit it was routed to', () =>
    given(received, routed, signedIn)
      .when(answer)
      .then({
        type: 'DisclosureAnswered',
        data: { unit: 'land-bureau', outcome: 'partly-granted', remedy: 'reconsideration-or-suit' },
        personal: { text: '见附件' },
      }));

  it('is answered by the office itself when it was not routed (art. 33: on the spot)', () =>
    given(received)
      .when(answer)
      .then({
        type: 'DisclosureAnswered',
        data: { unit: 'gov-office', outcome: 'partly-granted', remedy: 'reconsideration-or-suit' },
        personal: { text: '见附件' },
      }));

  it('is not answered between routing and signing in', () => given(received, routed).when(answer).thenRejected(refusals.answer));

  it('is not answered twice', () => given(received, answered).when(answer).thenRejected(refusals.answer));

  it('is archived once it is answered', () => given(received, answered).when(close).then({ type: 'DisclosureClosed', data: {} }));

  it('is not archived before it is answered, nor twice', () => {
    given(received).when(close).thenRejected('only an answered request can be archived');
    given(received, answered, closed).when(close).thenRejected('只有已答复、尚未归档的公开申请才能归档');
  });
});

// 2008 regulation art. 24: fifteen working days; 2019 regulation art. 33: twenty; the border is 2019-05-15 (art. 56). Counted by hand.
describe('the due date of a disclosure request', () => {
  const from2008 = 'disclosure-2008-art-24';
  const from2019 = 'disclosure-2019-art-33';

  it.each([
    ['2008-05-01T00:00:00+08:00', 'on the first day of the 2008 regulation', from2008, '2008-05-22'], // 4 (Sunday, worked), 5-9, 12-16, 19-22
    ['2018-02-05T09:00:00+08:00', 'before Spring Festival 2018', from2008, '2018-03-01'], // 6-9, 11 (Sunday), 12-14 | 22-24, 26-28, 1
    ['2018-09-21T09:00:00+08:00', 'before National Day 2018', from2008, '2018-10-18'], // 25-30 (weekend worked) | 8-12, 15-18
    ['2018-12-17T09:00:00+08:00', 'before the New Year 2019', from2008, '2019-01-08'], // 18-21, 24-28, 29 (Saturday) | 2-4, 7, 8
    ['2019-05-14T23:59:59+08:00', 'on the last day of the 2008 regulation', from2008, '2019-06-04'], // 15-17, 20-24, 27-31, 3, 4
    ['2019-05-14T16:00:00Z', 'on the first day of the 2019 regulation', from2019, '2019-06-13'], // 16, 17, 20-24, 27-31, 3-6 | 10-13
  ])('received %s, %s, follows %s and is %s', (at, _, rule, on) =>
    given()
      .when(register, { at, caseNumber: 'YS-2018-000003' })
      .then({ type: 'DisclosureRegistered', data: { ...registered, due: { on, rule, calendar } }, personal: applicant }),
  );

  it.each([
    ['received', [received]],
    ['routed', [received, routed]],
    ['signed in', [received, routed, signedIn]],
  ])('is extended while the request is %s, counted from the current due date, whenever that is decided', (_, past) =>
    given(...past)
      .when(extend, { at: '2018-06-11T09:00:00+08:00' })
      // 27-29 June, 2-6, 9-13, 16, 17 July
      .then({
        type: 'DisclosureExtended',
        data: { due: { on: '2018-07-17', rule: 'disclosure-2008-art-24', calendar } },
        personal: { reason: '材料较多' },
      }),
  );

  it('is extended by the regulation the request was received under, even when the next is in force', () =>
    given({ type: 'DisclosureRegistered', data: { ...registered, due: { on: '2019-06-04', rule: from2008, calendar } } })
      .when(extend, { at: '2019-06-03T09:00:00+08:00' })
      // 5, 6 | 10-14, 17-21, 24-26 June: fifteen, not twenty
      .then({
        type: 'DisclosureExtended',
        data: { due: { on: '2019-06-26', rule: 'disclosure-2008-art-24', calendar } },
        personal: { reason: '材料较多' },
      }));

  it('is extended by twenty working days under the 2019 regulation', () =>
    given({ type: 'DisclosureRegistered', data: { ...registered, due: { on: '2019-06-13', rule: from2019, calendar } } })
      .when(extend)
      // 14, 17-21, 24-28 June, 1-5, 8-11 July
      .then({
        type: 'DisclosureExtended',
        data: { due: { on: '2019-07-11', rule: 'disclosure-2019-art-33', calendar } },
        personal: { reason: '材料较多' },
      }));

  it('is extended only once, also after routing', () => {
    given(received, extended).when(extend).thenRejected('the term can be extended only once');
    given(received, extended, routed, signedIn).when(extend).thenRejected('答复期限只能延长一次');
  });

  it('is extended with the consent of the head of the disclosure body', () =>
    given(received)
      .when({ type: 'ExtendDisclosure', data: { reason: '材料较多', approvedBy: '信息公开办主任' } })
      .then({
        type: 'DisclosureExtended',
        data: { due: { on: '2018-07-17', rule: from2008, calendar }, approvedBy: '信息公开办主任' },
        personal: { reason: '材料较多' },
      }));

  it('is extended on its last day, and not once it has passed', () => {
    given(received)
      .when(extend, { at: '2018-06-26T17:00:00+08:00' })
      .then({
        type: 'DisclosureExtended',
        data: { due: { on: '2018-07-17', rule: from2008, calendar } },
        personal: { reason: '材料较多' },
      });
    given(received).when(extend, { at: '2018-06-27T09:00:00+08:00' }).thenRejected('the term has run out and can no longer be extended');
  });

  it('is not extended after the answer', () =>
    given(received, answered).when(extend).thenRejected('only a request that is not yet answered can be extended'));
});

describe('a contested disclosure request', () => {
  it.each([
    ['answered', [received, answered]],
    ['archived', [received, answered, closed]],
  ])('has the reconsideration and the lawsuit on its record when it is %s', (_, past) => {
    given(...past)
      .when(recordAppeal)
      .then({ type: 'DisclosureAppealed', data: { proceeding: appeal } });
    given(...past)
      .when(recordSuit)
      .then({ type: 'DisclosureLitigated', data: { proceeding: suit } });
  });

  it('has how each of them ended on its record', () => {
    given(received, answered, appealed, sued)
      .when(recordAppealOutcome)
      .then({ type: 'DisclosureAppealConcluded', data: { proceeding: appeal, outcome: 'upheld' } });
    given(received, answered, appealed, appealConcluded, sued)
      .when(recordSuitOutcome)
      .then({ type: 'DisclosureLitigationConcluded', data: { proceeding: suit, outcome: 'corrected' } });
  });

  it('records each of these once, however often it is told', () => {
    given(received, answered, appealed).when(recordAppeal).thenNothing();
    given(received, answered, appealed, appealConcluded).when(recordAppeal).thenNothing();
    given(received, answered, appealed, appealConcluded).when(recordAppealOutcome).thenNothing();
    given(received, answered, sued).when(recordSuit).thenNothing();
    given(received, answered, sued, suitConcluded).when(recordSuitOutcome).thenNothing();
  });

  it('knows no outcome of a proceeding that does not contest it', () => {
    given(received, answered).when(recordAppealOutcome).thenRejected(refusals.unknown);
    given(received, answered, appealed).when(recordSuitOutcome).thenRejected(refusals.unknown);
  });

  it('keeps its proceedings when it is archived', () =>
    given(received, answered, appealed, closed)
      .when(recordAppealOutcome)
      .then({ type: 'DisclosureAppealConcluded', data: { proceeding: appeal, outcome: 'upheld' } }));

  it.each([recordAppeal, recordAppealOutcome, recordSuit, recordSuitOutcome])('is registered first: $type', (command) => {
    given().when(command).thenRejected('该公开申请尚未登记');
  });

  // Administrative Litigation Law art. 47, Reconsideration Law 2023 art. 23(1)(3).
  it('may be contested before it is answered, and keeps that when it is', () => {
    given(received)
      .when(recordAppeal)
      .then({ type: 'DisclosureAppealed', data: { proceeding: appeal } });
    given(received, appealed, answered)
      .when(recordAppealOutcome)
      .then({ type: 'DisclosureAppealConcluded', data: { proceeding: appeal, outcome: 'upheld' } });
  });

  it('does not take the outcome of a lawsuit for that of a reconsideration', () =>
    given(received, answered, appealed)
      .when({ type: 'RecordDisclosureLitigationOutcome', data: { proceeding: appeal, outcome: 'upheld' } })
      .thenRejected(refusals.unknown));
});
