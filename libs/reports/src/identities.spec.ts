import { say } from '@app/cases';
import type { Cell } from './cell';
import { codeOf, type Form, type Identity, rowOf } from './form';
import { forms } from './forms';
import { declared } from './forms/rows';
import { checkIdentities } from './identities';
import { yongshun2018 } from './published/yongshun-2018';

const number = (code: string, value: string): Cell => ({ code, state: 'number', value, text: value, origin: 'declared' });
const blank = (code: string): Cell => ({ code, state: 'blank', text: '', origin: 'declared' });

const cellsOf = (values: Readonly<Record<string, string>>) => (code: string) => {
  const value = values[code];
  return value === undefined ? blank(code) : number(code, value);
};

const form = (identity: Omit<Identity, 'id'>): Form => ({
  ...forms['gk-2014'],
  rows: [...new Set([...identity.left, ...identity.right].map(codeOf))].map((code) => declared('件', [0, code, code, code])),
  identities: [{ id: 'x', ...identity }],
});

const check = (kind: Identity['kind'], values: Readonly<Record<string, string>>) =>
  checkIdentities({ form: form({ kind, left: ['total'], right: ['a', 'b'] }), cellOf: cellsOf(values) })[0];

describe('an identity', () => {
  it('holds when its sides are equal to the last decimal', () => {
    expect(check('eq', { total: '0.3', a: '0.1', b: '0.2' })).toMatchObject({ status: 'pass', difference: '0' });
  });

  it('fails with the difference', () => {
    expect(check('eq', { total: '6', a: '4', b: '1' })).toMatchObject({
      status: 'fail',
      left: { value: '6' },
      right: { value: '5' },
      difference: '1',
      why: { en: '6 = 5 does not hold' },
    });
  });

  it('cannot be judged when an operand is blank', () => {
    expect(check('eq', { total: '6', a: '4' })).toMatchObject({
      status: 'cannot-judge',
      right: { value: undefined, known: '4', missing: ['b'] },
      difference: undefined,
      why: { en: 'cannot be judged: nothing is known of b' },
    });
    expect(check('eq', { a: '4', b: '1' })?.status).toBe('cannot-judge');
    expect(check('eq', {})?.status).toBe('cannot-judge');
  });

  it('fails when the known parts alone exceed the total, because no figure is negative', () => {
    expect(check('eq', { total: '6', a: '7' })).toMatchObject({ status: 'fail', why: { en: '6 = at least 7 does not hold' } });
  });

  it('≤ holds when the known parts alone suffice', () => {
    expect(check('le', { total: '6', a: '6' })?.status).toBe('pass');
    expect(check('le', { total: '7', a: '6' })?.status).toBe('cannot-judge');
    expect(check('le', { total: '7', a: '6', b: '0' })?.status).toBe('fail');
    expect(check('le', { a: '6', b: '0' })?.status).toBe('cannot-judge');
  });

  it('that is usual and not required only warns', () => {
    expect(check('warn-eq', { total: '6', a: '4', b: '1' })?.status).toBe('warn');
    expect(check('warn-le', { total: '6', a: '4', b: '1' })?.status).toBe('warn');
  });

  it('names the cases the form has no row for, and whether they make up the difference', () => {
    const leftOut = [{ title: say('未审结', 'pending'), measure: { basis: 'received', where: { outcome: '' } } }] as const;
    const unbalanced = form({ kind: 'eq', left: ['total'], right: ['a'], leftOut });
    const checkWith = (pending: number) => checkIdentities({ form: unbalanced, cellOf: cellsOf({ total: '4', a: '1' }) }, () => pending)[0];
    expect(checkWith(3)).toMatchObject({ status: 'fail', accountedFor: true, leftOut: [{ n: '3' }] });
    expect(checkWith(2)).toMatchObject({ status: 'fail', accountedFor: false, leftOut: [{ n: '2' }] });
    expect(checkWith(0)).toMatchObject({ status: 'fail', accountedFor: false, leftOut: [] });
  });

  it('is told in the words of the rows', () => {
    const [a1] = checkIdentities({ form: forms['gk-2014'], cellOf: blank });
    expect(a1?.left.text.zh).toBe(rowOf(forms['gk-2014'], 'requests-received').zh);
    expect(a1?.right.text.en).toBe('made in person + by fax + over the internet + by letter');
  });
});

describe('an identity across the years', () => {
  const stock = form({
    kind: 'eq',
    left: ['stock'],
    right: [{ code: 'stock', of: 'previous-year' }, 'issued', { code: 'repealed', less: true }],
  });
  const across = (values: Readonly<Record<string, string>>, before?: Readonly<Record<string, string>>) =>
    checkIdentities({ form: stock, cellOf: cellsOf(values), ...(before && { previous: cellsOf(before) }) })[0];

  it('adds what last year says, and takes away what is to be taken away', () => {
    expect(across({ stock: '8', issued: '4', repealed: '1' }, { stock: '5' })).toMatchObject({
      status: 'pass',
      right: { value: '8', text: { zh: '上年stock ＋ issued － repealed', en: 'last year’s stock + issued - repealed' } },
    });
    expect(across({ stock: '8', issued: '3', repealed: '1' }, { stock: '5' })).toMatchObject({ status: 'fail', difference: '1' });
  });

  it('cannot be judged without last year', () => {
    expect(across({ stock: '8', issued: '3', repealed: '0' })).toMatchObject({ status: 'cannot-judge', right: { missing: ['stock'] } });
  });

  it('has no least side while what is taken away is not known', () => {
    expect(across({ stock: '4', issued: '3' }, { stock: '5' })?.status).toBe('cannot-judge');
    expect(across({ stock: '4', repealed: '0' }, { stock: '5' })?.status).toBe('fail');
  });
});

describe('published reports', () => {
  // Table four of Hongze 2023 prints totals of 0 where the parts add to 11 and 5.
  it.each([
    ['10', '1', '11'],
    ['5', '0', '5'],
  ])('that print a total of 0 for %s + %s are caught', (a, b, sum) => {
    expect(check('eq', { total: '0', a, b })).toMatchObject({
      status: 'fail',
      left: { value: '0' },
      right: { value: sum },
      difference: `-${sum}`,
    });
  });

  it('of Yongshun 2018 can be judged only in part, and fails nothing', () => {
    const { figures } = yongshun2018.forms['gk-2014'] ?? { figures: {} };
    const cells = cellsOf(Object.fromEntries(Object.entries(figures).map(([code, { value }]) => [code, value])));
    const verdicts = checkIdentities({ form: forms['gk-2014'], cellOf: cells }).map(({ id, status }) => `${id} ${status}`);
    expect(verdicts.filter((line) => line.endsWith('pass'))).toEqual(['a8 pass', 'a9 pass', 'a13 pass']);
    expect(verdicts.filter((line) => !line.endsWith('pass') && !line.endsWith('cannot-judge'))).toEqual([]);
  });
});
