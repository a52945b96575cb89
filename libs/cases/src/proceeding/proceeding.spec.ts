import { caseSpec, type CommandFor, type EventFor, type PastFor } from '@app/testing';
import { proceeding } from '.';

const { given } = caseSpec(proceeding);

type Command = CommandFor<typeof proceeding>;
type Past = PastFor<typeof proceeding>;
type Kind = 'reconsideration' | 'litigation';
type Result = Extract<EventFor<typeof proceeding>, { type: 'ProceedingConcluded' }>['data']['result'];

const contests = { type: 'disclosure', id: '01890000-0000-7000-8000-0000000000d1' } as const;
const claimant = { claimant: '覃某', text: '不服部分公开的答复' };
const facts = { channel: 'in-person', kind: 'reconsideration', forum: '湘西州人民政府', matter: '政府信息公开', contests } as const;
const suit = {
  channel: 'letter',
  kind: 'litigation',
  route: 'after-reconsideration',
  forum: '永顺县人民法院',
  matter: '政府信息公开',
} as const;
const file: Command = { type: 'FileProceeding', data: { ...facts, ...claimant } };
const conclude = (result: Result): Command => ({ type: 'ConcludeProceeding', data: { result, document: '州政复决字〔2018〕3号' } });

const filed = (kind: Kind): Past => ({
  type: 'ProceedingFiled',
  data: { caseNumber: 'FS-2018-000001', channel: 'letter', kind, forum: '某机关', matter: '政府信息公开' },
});
const concluded: Past = { type: 'ProceedingConcluded', data: { kind: 'reconsideration', result: 'maintain', outcome: 'upheld' } };

describe('a proceeding', () => {
  it('is filed against the answer to a case; the claimant is told apart', () =>
    given()
      .when(file, { caseNumber: 'FS-2018-000001' })
      .then({ type: 'ProceedingFiled', data: { caseNumber: 'FS-2018-000001', ...facts }, personal: claimant }));

  it('may contest something that was never a case, and says by which route a suit came', () =>
    given()
      .when({ type: 'FileProceeding', data: suit }, { caseNumber: 'FS-2018-000002' })
      .then({ type: 'ProceedingFiled', data: { caseNumber: 'FS-2018-000002', ...suit }, personal: {} }));

  it('has no litigation route when it is a reconsideration', () =>
    given()
      .when({ type: 'FileProceeding', data: { ...facts, route: 'direct' } })
      .thenRejected('a reconsideration has no litigation route'));

  it('is not filed twice', () => given(filed('litigation')).when(file).thenRejected('this proceeding is already registered'));

  it('says again what it contests when it ends, so that the end can be carried to that case', () =>
    given({ type: 'ProceedingFiled', data: { caseNumber: 'FS-2018-000001', ...facts } })
      .when(conclude('revoke'))
      .then({
        type: 'ProceedingConcluded',
        data: { kind: 'reconsideration', result: 'revoke', outcome: 'corrected', contests },
        personal: { document: '州政复决字〔2018〕3号' },
      }));

  it('is not concluded before it is filed, nor twice', () => {
    given().when(conclude('maintain')).thenRejected('only a filed proceeding that is still open can be concluded');
    given(filed('reconsideration'), concluded).when(conclude('maintain')).thenRejected('只有已立案、尚未审结的复议诉讼才能登记结果');
  });
});

// The column of the report each result counts in. Names from the form, allocation our own.
describe('the outcome of', () => {
  it.each<[Kind, Result, 'upheld' | 'corrected' | 'other', string]>([
    ['reconsideration', 'maintain', 'upheld', 'Reconsideration Law 2017 art. 28, 2023 art. 68'],
    ['reconsideration', 'reject-claim', 'upheld', '2023 art. 69'],
    ['reconsideration', 'change', 'corrected', '2017 art. 28, 2023 art. 63'],
    ['reconsideration', 'revoke', 'corrected', '2017 art. 28, 2023 art. 64'],
    ['reconsideration', 'confirm-unlawful', 'corrected', '2017 art. 28, 2023 art. 65'],
    ['reconsideration', 'order-performance', 'corrected', '2017 art. 28, 2023 art. 66'],
    ['reconsideration', 'confirm-void', 'corrected', '2023 art. 67'],
    ['reconsideration', 'not-accepted', 'other', '2023 art. 30'],
    ['reconsideration', 'withdrawn', 'other', 'our own'],
    ['reconsideration', 'terminated', 'other', '2023 art. 41'],
    ['reconsideration', 'procedural-rejection', 'other', '2023 art. 33'],
    ['reconsideration', 'mediated', 'other', '2023 art. 73'],
    ['reconsideration', 'settled', 'other', '2023 art. 74'],
    ['litigation', 'dismiss-claims', 'upheld', 'Administrative Litigation Law art. 69'],
    ['litigation', 'revoke', 'corrected', 'art. 70'],
    ['litigation', 'order-performance', 'corrected', 'art. 72'],
    ['litigation', 'confirm-unlawful', 'corrected', 'art. 74'],
    ['litigation', 'confirm-void', 'corrected', 'art. 75'],
    ['litigation', 'change', 'corrected', 'art. 77'],
    ['litigation', 'not-accepted', 'other', 'our own'],
    ['litigation', 'procedural-rejection', 'other', 'our own'],
    ['litigation', 'withdrawn', 'other', 'our own'],
    ['litigation', 'terminated', 'other', 'our own'],
    ['litigation', 'mediated', 'other', 'our own'],
  ])('a %s that ends with "%s" is "%s" (%s)', (kind, result, outcome) =>
    given(filed(kind))
      .when(conclude(result))
      .then({ type: 'ProceedingConcluded', data: { kind, result, outcome }, personal: { document: '州政复决字〔2018〕3号' } }),
  );

  it.each<[Kind, Result]>([
    ['reconsideration', 'dismiss-claims'],
    ['litigation', 'maintain'],
    ['litigation', 'reject-claim'],
    ['litigation', 'settled'],
  ])('a %s is never "%s"', (kind, result) =>
    given(filed(kind)).when(conclude(result)).thenRejected(`a ${kind} cannot end with "${result}"`),
  );
});
