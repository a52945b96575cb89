import { defaultRules } from '@app/cases';
import { printOf } from './case-print';
import { RecentCases } from './recent-cases';

const said = { matter: '供水', area: '灵溪镇', phone: '13800001234', text: '灵溪镇河西路自来水停了三天' };

const print = (caseId: string, change: Readonly<Record<string, unknown>> = {}, receivedOn = '2018-06-04') =>
  printOf({ caseType: 'complaint', caseId, receivedOn }, { ...said, ...change }, (caller) => `hash of ${caller}`);

const other = { matter: '道路', area: '石堤镇', phone: '13900005678', text: '村道坑洼不平无人修' };
const sameWords = { text: '灵溪镇河西路的自来水停了三天！' };

const like = (change: Readonly<Record<string, unknown>>, receivedOn?: string) => {
  const recent = new RecentCases();
  recent.add(print('first'));
  return recent.like(print('second', change, receivedOn), defaultRules.duplicates).map(({ because }) => because.join(' '));
};

describe('two cases', () => {
  it('may be one when the same caller speaks of the same matter', () => {
    expect(like({ area: undefined, text: '还是没有水' })).toEqual(['same-caller same-matter']);
  });

  it('may be one when the same caller says much the same', () => {
    expect(like({ ...sameWords, matter: '其他', area: undefined })).toEqual(['same-caller similar-text']);
  });

  it('may be one when two callers say much the same about a matter or a place', () => {
    expect(like({ ...sameWords, phone: other.phone, area: other.area })).toEqual(['same-matter similar-text']);
    expect(like({ ...sameWords, phone: other.phone, matter: other.matter })).toEqual(['same-area similar-text']);
  });

  it('are not thought to be one for less', () => {
    expect(like(other)).toEqual([]);
    expect(like({ ...other, phone: said.phone })).toEqual([]);
    expect(like({ ...other, matter: said.matter, area: said.area })).toEqual([]);
    expect(like({ ...sameWords, phone: undefined, matter: other.matter, area: undefined })).toEqual([]);
  });

  it('are not thought to be one when they are too far apart in time, whichever came first', () => {
    expect(like({}, '2018-07-04')).toHaveLength(1);
    expect(like({}, '2018-07-05')).toEqual([]);
    expect(like({}, '2018-05-05')).toHaveLength(1);
    expect(like({}, '2018-05-04')).toEqual([]);
  });

  it('are not one for having nobody and nothing in common', () => {
    expect(like({ matter: undefined, area: undefined, phone: undefined, text: '' })).toEqual([]);
  });
});

describe('recent cases', () => {
  const ids = (recent: RecentCases) => recent.like(print('asked'), defaultRules.duplicates).map(({ print: { caseId } }) => caseId);

  it('are shown with those first that resemble it in most, and never with the case itself', () => {
    const recent = new RecentCases();
    recent.add(print('caller', { area: undefined, text: '还是没有水' }));
    recent.add(print('everything'));
    recent.add(print('asked'));
    expect(ids(recent)).toEqual(['everything', 'caller']);
  });

  it('are forgotten when they are old, when there are too many, and for good when they are erased', () => {
    const recent = new RecentCases(2);
    recent.add(print('old', {}, '2018-06-01'));
    recent.add(print('newer'));
    recent.keepSince('2018-06-02');
    expect(ids(recent)).toEqual(['newer']);
    recent.add(print('third'));
    recent.add(print('fourth'));
    expect(ids(recent).toSorted()).toEqual(['fourth', 'third']);
    recent.erase('third');
    recent.add(print('third'));
    expect(ids(recent)).toEqual(['fourth']);
  });

  it('keep up with any number of cases', () => {
    const recent = new RecentCases(50);
    for (let number = 0; number < 1_000; number += 1) recent.add(print(`case-${number}`));
    expect(ids(recent)).toHaveLength(10);
    for (const id of ids(recent)) expect(Number(id.slice(5))).toBeGreaterThanOrEqual(950);
  });

  it('hold nothing that was said', () => {
    const recent = new RecentCases();
    recent.add(print('first'));
    const kept = JSON.stringify(recent.get('first'));
    for (const secret of ['停水', '河西', '自来水']) expect(kept).not.toContain(secret);
  });
});
