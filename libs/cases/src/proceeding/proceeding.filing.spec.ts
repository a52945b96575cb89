import { caseSpec, type CommandFor, type EventFor, type PastFor } from '@app/testing';
import type { Situation } from '../kernel/situation';
import { proceeding } from '.';

const { given } = caseSpec(proceeding);

type Command = CommandFor<typeof proceeding>;
type Past = PastFor<typeof proceeding>;
type Filing = Extract<Command, { type: 'FileProceeding' }>['data'];
type Filed = Extract<EventFor<typeof proceeding>, { type: 'ProceedingFiled' }>['data'];

const calendar = 'chinese-days-1.5.7';
const caseNumber = 'FS-2024-000001';
const contests = { type: 'disclosure', id: '01890000-0000-7000-8000-0000000000d1' } as const;
const reconsideration = { channel: 'letter', kind: 'reconsideration', forum: '湘西州人民政府', matter: '政府信息公开' } as const;
const suit = { channel: 'letter', kind: 'litigation', route: 'direct', forum: '永顺县人民法院', matter: '政府信息公开', contests } as const;

const file = (data: Filing): Command => ({ type: 'FileProceeding', data });
const filed = (data: Omit<Filed, 'caseNumber'>): Past => ({ type: 'ProceedingFiled', data: { caseNumber, ...data } });
const at = (day: string, contested?: Situation) => ({ at: `${day}T09:00:00+08:00`, caseNumber, contested });

const answered = (outcome: string, on: string): Situation => ({ status: 'answered', recorded: { outcome, answered_on: on } });
const served: Situation & { readonly servedOn: string } = { status: 'answered', servedOn: '2018-03-12' };
const thenFiled = (data: Omit<Filed, 'caseNumber'>) =>
  [{ type: 'ProceedingFiled', data: { caseNumber, ...data }, personal: {} }] as unknown as [EventFor<typeof proceeding>];

const comesFirst = 'since 2024-01-01 reconsideration comes first; if a court has taken the suit up, name its document';

// Reconsideration Law 2023 art. 23(1)(3) and (4).
describe('a direct suit', () => {
  it.each([
    ['a refusal of 2024', answered('refused-internal-affairs', '2024-01-01')],
    ['an archived refusal', { ...answered('refused-third-party', '2024-01-01'), status: 'closed' }],
    ['a partial refusal', answered('partly-granted', '2024-01-01')],
    ['the failure to answer', { status: 'handling', recorded: {} }],
    ['the failure to answer anew', { ...answered('refused-third-party', '2022-01-04'), status: 'handling' }],
  ])('against %s comes too early', (_, contested) => given().when(file(suit), at('2024-03-04', contested)).thenRejected(comesFirst));

  it('against it is registered when a court has taken it up, with the document of the court', () => {
    const taken = { ...suit, courtAcceptance: '（2024）湘3127行初5号' };
    given()
      .when(file(taken), at('2024-03-04', answered('refused-internal-affairs', '2024-01-01')))
      .then(...thenFiled(taken));
  });

  it.each([
    ['a refusal of 2023', answered('refused-internal-affairs', '2023-12-31')],
    ['what the agency does not hold', answered('unavailable-not-held', '2024-01-02')],
    ['an answer that grants everything', answered('granted', '2024-01-02')],
    ['what was never a case', undefined],
  ])('against %s is registered', (_, contested) =>
    given()
      .when(file(suit), at('2024-03-04', contested))
      .then(...thenFiled(suit)),
  );

  it('against a failure to answer was possible before', () =>
    given()
      .when(file(suit), at('2023-12-29', { status: 'handling' }))
      .then(...thenFiled(suit)));

  it('is judged by the day of filing, also when it is registered later', () => {
    const late = { ...suit, filedOn: '2023-12-29' };
    given()
      .when(file(late), at('2024-01-03', { status: 'handling' }))
      .then(...thenFiled(late));
  });

  it('is not the only way to court: after reconsideration nothing stands against it', () => {
    const after = { ...suit, route: 'after-reconsideration' } as const;
    given()
      .when(file(after), at('2024-03-04', answered('refused-internal-affairs', '2024-01-01')))
      .then(...thenFiled(after));
  });
});

describe('a reconsideration', () => {
  it('of a refusal is registered', () => {
    const against = { ...reconsideration, contests };
    given()
      .when(file(against), at('2024-03-04', answered('refused-internal-affairs', '2024-01-01')))
      .then(...thenFiled(against));
  });
});

describe('a proceeding', () => {
  // Reconsideration Law 2017 art. 9, Administrative Litigation Law arts 45, 46. 2018-03-12 is a Monday.
  it.each<[string, Filing, string, string]>([
    ['sixty days for reconsideration', { ...reconsideration, knownOn: '2018-03-12' }, '2018-05-11', '2018-05-14'],
    ['six months for a direct suit', { ...suit, knownOn: '2018-03-12' }, '2018-09-12', '2018-09-13'],
    [
      'fifteen days after a reconsideration',
      { ...suit, route: 'after-reconsideration', knownOn: '2018-05-21' },
      '2018-06-05',
      '2018-06-06',
    ],
  ])('has %s, and what comes later is recorded as late', (_, data, last, later) => {
    given()
      .when(file(data), at(last))
      .then(...thenFiled(data));
    given()
      .when(file(data), at(later))
      .then(...thenFiled({ ...data, outOfTime: true }));
  });

  it('has its time from the service of the answer when nothing else is said', () => {
    const against = { ...reconsideration, contests };
    given()
      .when(file(against), at('2018-05-11', served))
      .then(...thenFiled(against));
    given()
      .when(file(against), at('2018-05-14', served))
      .then(...thenFiled({ ...against, outOfTime: true }));
  });

  it('that follows a reconsideration does not have its time from the service of the answer', () => {
    const after = { ...suit, route: 'after-reconsideration' } as const;
    given()
      .when(file(after), at('2018-12-03', served))
      .then(...thenFiled(after));
  });

  it('is late by the day of filing, not of registration', () => {
    const data = { ...reconsideration, knownOn: '2018-03-12', filedOn: '2018-05-11' };
    given()
      .when(file(data), at('2018-05-18'))
      .then(...thenFiled(data));
  });

  it('is known of, then filed, then registered', () => {
    const order = 'it was known, then filed, then registered: these dates are in another order';
    given()
      .when(file({ ...reconsideration, filedOn: '2018-06-05' }), at('2018-06-04'))
      .thenRejected(order);
    given()
      .when(file({ ...reconsideration, knownOn: '2018-06-05' }), at('2018-06-04'))
      .thenRejected(order);
  });

  // Reconsideration Law 2023 art. 31, Administrative Litigation Law art. 51.
  it('may have to be corrected, once', () => {
    const ask: Command = { type: 'RequestProceedingCorrection', data: { document: '补正通知书' } };
    const receive: Command = { type: 'ReceiveProceedingCorrection', data: {} };
    const asked: Past = { type: 'ProceedingCorrectionRequested', data: {} };
    const received: Past = { type: 'ProceedingCorrectionReceived', data: {} };
    given(filed(reconsideration))
      .when(ask)
      .then({ type: 'ProceedingCorrectionRequested', data: { document: '补正通知书' } });
    given(filed(reconsideration), asked).when(receive).then({ type: 'ProceedingCorrectionReceived', data: {} });
    given(filed(reconsideration), asked, received).when(ask).thenRejected('correction can be asked for only once');
    given(filed(reconsideration)).when(receive).thenRejected('no correction is awaited');
  });

  it('that is not accepted ends with that', () =>
    given(filed({ ...reconsideration, contests }))
      .when({ type: 'DeclineProceeding', data: { document: '不予受理决定书' } })
      .then({
        type: 'ProceedingConcluded',
        data: { kind: 'reconsideration', result: 'not-accepted', outcome: 'other', contests },
        personal: { document: '不予受理决定书' },
      }));
});

// Monday 2024-03-04; Monday 2018-06-04.
describe('an accepted proceeding', () => {
  type Kind = Filing['kind'];
  type Procedure = 'ordinary' | 'simple';

  it.each<[Kind, Procedure, string, string, string, string, string]>([
    // The sixtieth day, 3 May, is in the Labour Day holiday.
    ['reconsideration', 'ordinary', '2024-03-04', '2024-05-06', 'reconsideration-2023-art-62', '2024-03-18', 'reconsideration-2023-art-48'],
    [
      'reconsideration',
      'simple',
      '2024-03-04',
      '2024-04-03',
      'reconsideration-2023-art-62-simple',
      '2024-03-11',
      'reconsideration-2023-art-54',
    ],
    ['reconsideration', 'ordinary', '2018-06-04', '2018-08-03', 'reconsideration-1999-art-31', '2018-06-14', 'reconsideration-1999-art-23'],
    ['litigation', 'ordinary', '2024-03-04', '2024-09-04', 'litigation-art-81', '2024-03-19', 'litigation-art-67'],
    ['litigation', 'simple', '2024-03-04', '2024-04-18', 'litigation-art-83', '2024-03-19', 'litigation-art-67'],
    ['litigation', 'ordinary', '2014-06-03', '2014-09-03', 'litigation-1989-art-57', '2014-06-13', 'litigation-1989-art-43'],
  ])(
    '(%s, %s, %s) is decided by %s (%s); our statement is due on %s (%s)',
    (kind, procedure, day, decidedBy, rule, stated, statementRule) =>
      given(filed({ ...reconsideration, kind }))
        .when({ type: 'AcceptProceeding', data: { procedure } }, at(day))
        .then({
          type: 'ProceedingAccepted',
          data: {
            procedure,
            limits: { decision: { on: decidedBy, rule, calendar }, statement: { on: stated, rule: statementRule, calendar } },
          },
        }),
  );

  it('is heard in the ordinary procedure if nothing is said, and our time runs from the copy we received', () =>
    given(filed(reconsideration))
      .when({ type: 'AcceptProceeding', data: { copyOn: '2024-03-06', deemed: true } }, at('2024-03-04'))
      .then({
        type: 'ProceedingAccepted',
        data: {
          procedure: 'ordinary',
          deemed: true,
          limits: {
            decision: { on: '2024-05-06', rule: 'reconsideration-2023-art-62', calendar },
            // 7, 8, 11-15, 18-20 March
            statement: { on: '2024-03-20', rule: 'reconsideration-2023-art-48', calendar },
          },
        },
      }));

  it.each<[Kind, string]>([
    ['reconsideration', '2023-12-29'],
    ['litigation', '2015-04-30'],
  ])('had no simple procedure before: %s, %s', (kind, day) =>
    given(filed({ ...reconsideration, kind }))
      .when({ type: 'AcceptProceeding', data: { procedure: 'simple' } }, at(day))
      .thenRejected('the law of that day knew no simple procedure'),
  );
});
