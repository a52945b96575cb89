import { caseSpec, clerk, type CommandFor, type PastFor, usualCircumstances } from '@app/testing';
import { decide, foldCase } from '../kernel/decide';
import { nextSilenceAt } from '../kernel/silences';
import { disclosure } from '.';

const { given } = caseSpec(disclosure);

type Command = CommandFor<typeof disclosure>;
type Past = PastFor<typeof disclosure>;
type Outcome = Extract<Command, { type: 'AnswerDisclosure' }>['data']['outcome'];

const calendar = 'chinese-days-1.5.7';
const proceeding = '01890000-0000-7000-8000-0000000000a1';
const facts = { caseNumber: 'YS-2021-000001', channel: 'in-person', kind: 'natural-person', matter: '征地' } as const;
const due = { on: '2021-03-29', rule: 'disclosure-2019-art-33', calendar, from: '2021-03-01', amount: 20, unit: 'working-day' } as const;
const received: Past = { type: 'DisclosureRegistered', data: { ...facts, due } };
const old: Past = { type: 'DisclosureRegistered', data: { ...facts, due: { on: '2018-06-26', rule: 'disclosure-2008-art-24', calendar } } };
const routed: Past = { type: 'DisclosureRouted', data: { unit: 'land-bureau' } };
const signedIn: Past = { type: 'DisclosureSignedIn', data: {} };
const answeredWith = (outcome: Outcome): Past => ({ type: 'DisclosureAnswered', data: { unit: 'land-bureau', outcome } });
const answered = answeredWith('refused-internal-affairs');
const served: Past = { type: 'DisclosureServed', data: { way: 'post', on: '2021-04-01' } };
const closed: Past = { type: 'DisclosureClosed', data: {} };

const answer = (outcome: Outcome): Command => ({ type: 'AnswerDisclosure', data: { outcome, text: '见附件' } });
const serve = (on?: string): Command => ({ type: 'ServeDisclosure', data: { way: 'post', ...(on && { on }) } });
const withdraw: Command = { type: 'WithdrawDisclosure', data: { statement: '不再需要' } };
const revoke: Command = { type: 'RevokeDisclosureAnswer', data: { proceeding, term: { amount: 15, unit: 'working-day' } } };
const on = (day: string) => ({ at: `${day}T09:00:00+08:00` });
const context = { ...usualCircumstances, ...on('2021-03-20'), by: clerk, caseNumber: 'YS-2021-000001' };

describe('the outcome of a request', () => {
  it.each<Outcome>([
    'granted',
    'partly-granted',
    'refused-state-secret',
    'refused-other-law',
    'refused-security-stability',
    'refused-third-party',
    'refused-internal-affairs',
    'refused-deliberative',
    'refused-enforcement-file',
    'refused-query-matter',
    'unavailable-not-held',
    'unavailable-needs-creation',
    'unavailable-unclear',
    'declined-petition',
    'declined-repeat',
    'declined-publication',
    'declined-excessive',
    'declined-confirmation',
    'other-correction-lapsed',
    'other-fee-unpaid',
    'other-other',
  ])('under the 2019 regulation may be "%s", a row of the forms of 2019 and 2021', (outcome) =>
    given(received)
      .when(answer(outcome), on('2021-03-15'))
      .then({
        type: 'DisclosureAnswered',
        data: { unit: 'gov-office', outcome, remedy: 'reconsideration-or-suit' },
        personal: { text: '见附件' },
      }),
  );

  it.each<Outcome>([
    'already-public',
    'refused-trade-secret',
    'refused-privacy',
    'refused-not-gov-info',
    'not-this-agency',
    'not-existing',
    'told-to-amend',
    'told-other-channel',
    'not-stated',
  ])('is "%s" only under the 2008 regulation', (outcome) => {
    given(received).when(answer(outcome)).thenRejected(`"${outcome}" is no outcome under the 2019 regulation`);
    given(old)
      .when(answer(outcome))
      .then({
        type: 'DisclosureAnswered',
        data: { unit: 'gov-office', outcome, remedy: 'reconsideration-or-suit' },
        personal: { text: '见附件' },
      });
  });

  it.each<Outcome>(['refused-third-party', 'unavailable-not-held', 'declined-repeat', 'other-other'])(
    'is never "%s" under the 2008 regulation',
    (outcome) => given(old).when(answer(outcome)).thenRejected('该结果不是该申请所适用条例的答复结果'),
  );

  it('comes with the articles it rests on, its document number, and who approved it', () =>
    given(received)
      .when(
        {
          type: 'AnswerDisclosure',
          data: {
            outcome: 'refused-deliberative',
            text: '过程性信息',
            legalBasis: '《条例》第十六条第二款',
            document: '永政公开答〔2021〕7号',
            approvedBy: '县政府办主任',
          },
        },
        on('2021-03-15'),
      )
      .then({
        type: 'DisclosureAnswered',
        data: {
          unit: 'gov-office',
          outcome: 'refused-deliberative',
          remedy: 'reconsideration-or-suit',
          legalBasis: '《条例》第十六条第二款',
          document: '永政公开答〔2021〕7号',
          approvedBy: '县政府办主任',
        },
        personal: { text: '过程性信息' },
      }));

  it('may be corrected when it was recorded wrongly', () => {
    const correct = {
      type: 'CorrectDisclosure',
      data: { fact: 'outcome', now: 'refused-deliberative', reason: '误录', approvedBy: 'li-na' },
    };
    expect(decide(disclosure, foldCase(disclosure, [received, answered]), correct, context)).toMatchObject([
      { type: 'FactCorrected', data: { fact: 'outcome', was: 'refused-internal-affairs', now: 'refused-deliberative' } },
    ]);
  });
});

// Reconsideration Law 2023 art. 23: since 2024-01-01 the agency must say that reconsideration comes first.
describe('the notice of remedies', () => {
  it.each<[Outcome, string, 'reconsideration-first' | 'reconsideration-or-suit']>([
    ['refused-state-secret', '2023-12-31', 'reconsideration-or-suit'],
    ['refused-state-secret', '2024-01-01', 'reconsideration-first'],
    ['refused-third-party', '2024-01-01', 'reconsideration-first'],
    ['partly-granted', '2024-01-01', 'reconsideration-first'],
    ['refused-query-matter', '2024-01-01', 'reconsideration-or-suit'],
    ['unavailable-not-held', '2024-01-01', 'reconsideration-or-suit'],
    ['declined-repeat', '2024-01-01', 'reconsideration-or-suit'],
    ['granted', '2024-01-01', 'reconsideration-or-suit'],
  ])('of an answer "%s" on %s is "%s"', (outcome, day, remedy) =>
    given(received)
      .when(answer(outcome), on(day))
      .then({ type: 'DisclosureAnswered', data: { unit: 'gov-office', outcome, remedy }, personal: { text: '见附件' } }),
  );
});

describe('an answer', () => {
  it('is served, and opens the time for reconsideration and for a suit', () =>
    given(received, answered)
      .when(serve(), on('2021-04-01'))
      .then({
        type: 'DisclosureServed',
        data: {
          way: 'post',
          on: '2021-04-01',
          limits: {
            reconsideration: { on: '2021-05-31', rule: 'reconsideration-1999-art-9', calendar },
            // Six months end on National Day; the first working day after it is the 8th.
            litigation: { on: '2021-10-08', rule: 'litigation-art-46', calendar },
          },
        },
      }));

  it('that withholds something since 2024 opens the time for reconsideration alone', () =>
    given(received, answered)
      .when(serve('2024-03-06'), on('2024-03-06'))
      .then({
        type: 'DisclosureServed',
        data: {
          way: 'post',
          on: '2024-03-06',
          // The sixtieth day is 5 May, the last of the Labour Day holiday.
          limits: { reconsideration: { on: '2024-05-06', rule: 'reconsideration-2023-art-20', calendar }, litigation: null },
        },
      }));

  it('is served once, not in the future, and not before there is one', () => {
    given(received, answered, served).when(serve(), on('2021-04-02')).thenRejected('this answer was served already');
    given(received, answered).when(serve('2021-04-03'), on('2021-04-02')).thenRejected('an answer is not served in the future');
    given(received).when(serve(), on('2021-04-02')).thenRejected('only an answer that is not yet archived is served');
  });

  it('is not served before the day on which it was given', () => {
    const situation = foldCase(disclosure, [received, { ...answered, at: '2021-03-15T09:00:00+08:00' }]);
    expect(decide(disclosure, situation, serve('2021-03-12'), context)).toEqual({
      rejected: { zh: '送达日期早于答复日期', en: 'an answer is not served before it is given' },
    });
  });

  it('whose windows close says nothing: they are the applicant’s', () => {
    const windows = { reconsideration: { ...due, on: '2021-05-31' }, litigation: { ...due, on: '2021-10-08' } };
    const situation = foldCase(disclosure, [received, answered, { ...served, data: { ...served.data, limits: windows } }]);
    expect(nextSilenceAt(disclosure, situation, usualCircumstances)).toBeUndefined();
  });
});

describe('a withdrawn request', () => {
  it.each([
    ['received', [received]],
    ['routed', [received, routed]],
    ['handled', [received, routed, signedIn]],
  ])('that was %s counts under other handling, as the form of 2021 has it', (_, past) =>
    given(...past)
      .when(withdraw)
      .then({ type: 'DisclosureWithdrawn', data: { disposal: 'other-other', ground: 'withdrawn' }, personal: { statement: '不再需要' } }),
  );

  it('has no row in the form of 2014', () =>
    given(old)
      .when(withdraw)
      .then({ type: 'DisclosureWithdrawn', data: { disposal: 'withdrawn', ground: 'withdrawn' }, personal: { statement: '不再需要' } }));

  it('is not withdrawn once it is answered', () =>
    given(received, answered).when(withdraw).thenRejected('only a request that is not yet answered can be withdrawn'));
});

// Reconsideration Law 2023 arts 64, 66; Administrative Litigation Law arts 70, 72.
describe('an answer that a decision revokes', () => {
  const again: Past = {
    type: 'DisclosureAnswerRevoked',
    data: { proceeding, due: { ...due, rule: 'decision-term', on: '2021-07-22', from: '2021-07-01', amount: 15 } },
  };

  it.each([
    ['answered', [received, routed, signedIn, answered, served]],
    ['archived', [received, routed, signedIn, answered, closed]],
  ])('is given anew in the term of the decision when the request is %s; the old windows are gone', (_, past) =>
    given(...past)
      .when(revoke, on('2021-07-01'))
      // 2, 5-9, 12-16, 19-22 July
      .then({
        type: 'DisclosureAnswerRevoked',
        data: {
          proceeding,
          due: { on: '2021-07-22', rule: 'decision-term', calendar },
          limits: { reconsideration: null, litigation: null },
        },
      }),
  );

  it('is given by the same unit, and served again', () => {
    given(received, routed, signedIn, answered, served, again)
      .when(answer('granted'), on('2021-07-15'))
      .then({
        type: 'DisclosureAnswered',
        data: { unit: 'land-bureau', outcome: 'granted', remedy: 'reconsideration-or-suit' },
        personal: { text: '见附件' },
      });
    expect(foldCase(disclosure, [received, answered, served, again])).toMatchObject({ status: 'handling', servedOn: undefined });
  });

  it('is revoked once by the same decision', () => given(received, answered, again).when(revoke, on('2021-07-01')).thenNothing());

  it('has a term that the agency cannot extend', () =>
    given(received, answered, again)
      .when({ type: 'ExtendDisclosure', data: { reason: '材料较多' } }, on('2021-07-10'))
      .thenRejected('另行告知或者决定确定的期限不得延长'));

  it('was never given when it is for not answering that the decision sets a term', () =>
    given(received, routed, signedIn)
      .when(revoke, on('2021-07-01'))
      .then({ type: 'DisclosureAnswerOrdered', data: { proceeding, due: { on: '2021-07-22', rule: 'decision-term', calendar } } }));

  it('is ordered while somebody else is waited for, who is waited for no longer', () => {
    const consulted = { type: 'DisclosureThirdPartyConsulted', data: { since: '2021-03-08', why: 'third-party' } } as const;
    const ordered = { on: '2021-07-22', rule: 'decision-term', calendar };
    const limits = { correction: null, 'third-party': null, 'co-agency': null, fee: null };
    given(received, consulted)
      .when(revoke, on('2021-07-01'))
      .then({ type: 'DisclosureAnswerOrdered', data: { proceeding, due: ordered, limits } });
    expect(
      foldCase(disclosure, [received, consulted, { type: 'DisclosureAnswerOrdered', data: { proceeding, due: ordered, limits } }]),
    ).toMatchObject({
      status: 'received',
      asked: [],
      clocks: { answer: { due: { on: '2021-07-22' } } },
    });
  });
});
