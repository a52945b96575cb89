import { bulletins, findBulletin } from '.';
import { periodNamed } from '../statistics/period';
import { canGroupBy } from '../statistics/question';
import { buildBulletin } from './build-bulletin';
import { askOf } from './bulletin';
import { filledFor, hengdong } from './published-in-memory';

describe.each(bulletins.map((bulletin) => [bulletin.id, bulletin] as const))('the bulletin %s', (_, bulletin) => {
  const codes = bulletin.lines.map(({ code }) => code);

  it('has every line once, and sums of lines it has', () => {
    expect(new Set(codes).size).toBe(codes.length);
    for (const { total, parts } of bulletin.sums) expect(codes).toEqual(expect.arrayContaining([total, ...parts]));
  });

  it('asks for metrics that there are, by groups they can be divided into', () => {
    for (const line of bulletin.lines) {
      const ask = askOf(bulletin, line, periodNamed('2018')!);
      expect(ask === undefined).toBe(line.taken.kind === 'declared-elsewhere');
      if (ask?.by) expect(canGroupBy(ask.variant, ask.by)).toBe(true);
      if (line.taken.kind === 'rate') expect(ask?.metric.kind).toBe('rate');
    }
  });

  it('says why when it asks for nothing', () => {
    const without = bulletin.lines.flatMap(({ taken }) => (taken.kind === 'declared-elsewhere' ? [taken.why.zh] : []));
    for (const why of without) expect(why).toMatch(/\p{Script=Han}/u);
  });
});

describe('a bulletin that asks for a metric there is not', () => {
  it('is a mistake of ours', () => {
    const bulletin = findBulletin('proposal-summary')!;
    const line = { ...bulletin.lines[0]!, taken: { kind: 'count', metric: 'proposals-filed', variant: 'guessed' } } as const;
    expect(() => askOf(bulletin, line, periodNamed('2018')!)).toThrow('asks under filed for proposals-filed by guessed');
  });
});

describe('a filled bulletin', () => {
  const filled = filledFor({ bulletin: 'hotline-bulletin', period: '2023-09' }, hengdong);
  const line = (code: string) => filled.lines.find((each) => each.code === code);

  it('states the bulletin, its version, the period, the position and the moment', () => {
    expect(filled).toMatchObject({
      bulletin: { id: 'hotline-bulletin', version: 1 },
      period: { name: '2023-09', from: '2023-09-01', to: '2023-09-30' },
      position: 42,
      provisional: false,
    });
  });

  it('has rates with both sides and how they are reckoned', () => {
    expect(line('on-time-rate')).toMatchObject({
      text: '99.80%',
      numerator: 1469,
      denominator: 1472,
      formula: { en: '(routed - ever overdue) / routed' },
      asked: { metric: 'on-time-rate', variant: 'routed', filters: { caseType: 'complaint' } },
    });
  });

  it('has counts that say which side of what they are', () => {
    expect(line('followed-up')).toMatchObject({ text: '200', asked: { metric: 'satisfaction', variant: 'sampled', side: 'denominator' } });
  });

  it('has a line for every group, which can be asked for', () => {
    expect(line('unit-routed/urban-management')).toMatchObject({
      title: { zh: '各单位接收：urban-management' },
      text: '247',
      asked: { filters: { caseType: 'complaint', unit: 'urban-management' } },
    });
    expect(line('platform/')).toMatchObject({ title: { zh: '按来源平台：未注明' }, text: '4478' });
  });

  it('has no number where nobody can be counted, and says why', () => {
    expect(line('calls')).toMatchObject({ state: 'blank', text: '', why: { en: expect.stringContaining('telephone system') } });
  });

  it('has a dash where there is nothing to divide by', () => {
    const empty = filledFor({ bulletin: 'hotline-bulletin', period: '2023-10' }, hengdong);
    expect(empty.lines.find(({ code }) => code === 'closure-rate')).toMatchObject({ state: 'not-applicable', text: '—' });
  });

  it('is provisional while its period lasts', () => {
    const [bulletin, period] = [findBulletin('proposal-summary')!, periodNamed('2018-03')!];
    const at = (asOf: string) =>
      buildBulletin({ ...bulletin, lines: [], sums: [] }, { period, position: 1, asOf, answers: new Map() }).provisional;
    expect([at('2018-03-31T15:59:59.999Z'), at('2018-03-31T16:00:00.000Z')]).toEqual([true, false]);
  });
});
