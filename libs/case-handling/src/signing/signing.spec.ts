import { type CaseEvent, type Decision, isRejection, say } from '@app/cases';
import type { CheckLine } from '@app/reports';
import { emptyFile, reportFileFold, type ReportFile } from './report-file';
import { askForConfirmation, confirmPart, disputePart, judgeCheck, obstaclesTo, publish, seal, type ToSeal } from './signing';

const zhao = { by: 'zhao-qian', at: '2025-01-20T09:00:00Z' };
const wang = { by: 'wang-wei', at: '2025-01-15T09:00:00Z' };

const after = (...decisions: readonly ((file: ReportFile) => Decision<CaseEvent>)[]): ReportFile =>
  decisions.reduce((file, decide) => {
    const decision = decide(file);
    if (isRejection(decision)) throw new Error(decision.rejected.en);
    return decision.reduce((before, event) => reportFileFold.evolve(before, event, ''), file);
  }, emptyFile);

const line = (status: CheckLine['status'], more: Partial<CheckLine> = {}): CheckLine => ({
  id: 'b1:total',
  group: 'identity',
  status,
  title: say('第一项＋第二项', 'one + two'),
  left: '95',
  right: '96',
  difference: '-1',
  why: say('不成立', 'does not hold'),
  ...more,
});

const toSeal = (more: Partial<ToSeal> = {}): ToSeal => ({
  report: {
    position: 100,
    asOf: '2025-01-19T00:00:00Z',
    calendar: 'c',
    facts: 3,
    form: { id: 'gk-2021', version: 1, digest: 'f' },
    digest: 'd',
    cells: [{ code: 'granted:total', state: 'number', text: '50' }],
    chapters: [],
  },
  provisional: false,
  outsideValidity: false,
  hasCases: true,
  checks: [line('pass')],
  figuresOf: { water: 'w1' },
  ...more,
});

const said = (decision: Decision<CaseEvent>): string =>
  isRejection(decision) ? decision.rejected.en : decision.map(({ type }) => type).join();

const confirmed = { position: 90, figures: 'w1' };

describe('a report that balances', () => {
  it('is sealed with its position, its definitions and its figures', () => {
    expect(seal(emptyFile, toSeal(), zhao, {})).toEqual([
      { type: 'ReportSealed', data: { number: 1, ...toSeal().report, failing: [], reason: undefined, replaces: undefined, ...zhao } },
    ]);
  });

  it('is not sealed twice: who comes second is told of the first', () => {
    const sealed = after((file) => seal(file, toSeal(), zhao, {}));
    expect(said(seal(sealed, toSeal(), { ...zhao, by: 'other' }, {}))).toBe(
      'sealed already by zhao-qian at 2025-01-20T09:00:00Z as number 1; to put it right, state replaces=1 and a reason',
    );
  });

  it('is sealed anew for a reason, naming what it replaces', () => {
    const sealed = after((file) => seal(file, toSeal(), zhao, {}));
    expect(said(seal(sealed, toSeal(), zhao, { replaces: 2, reason: '更正' }))).toBe('the seal that stands is number 1, not 2');
    expect(said(seal(sealed, toSeal(), zhao, { replaces: 1 }))).toBe('a seal is replaced for a reason: state it');
    expect(seal(sealed, toSeal(), zhao, { replaces: 1, reason: '补登' })).toMatchObject([
      { data: { number: 2, replaces: 1, reason: '补登' } },
    ]);
    expect(said(seal(emptyFile, toSeal(), zhao, { replaces: 1, reason: '补登' }))).toBe('nothing is sealed yet that could be replaced');
  });

  it('is published once it is sealed', () => {
    const notice = { on: '2025-01-31', where: '县政府门户网站' };
    expect(said(publish(emptyFile, zhao, notice))).toBe('it is published once it is sealed');
    const sealed = after((file) => seal(file, toSeal(), zhao, {}));
    expect(publish(sealed, zhao, notice)).toEqual([{ type: 'ReportPublished', data: { number: 1, ...notice, ...zhao } }]);
    const published = after(
      (file) => seal(file, toSeal(), zhao, {}),
      (file) => publish(file, zhao, notice),
    );
    expect(publish(published, zhao, notice)).toEqual([]);
  });
});

describe('a seal is refused', () => {
  it.each([
    ['the year is not over', { provisional: true }],
    ['the form is not asked for in that year', { outsideValidity: true }],
    ['no cases of that year are known here', { hasCases: false }],
    ['one + two: does not hold', { checks: [line('fail')] }],
  ])('while %s', (why, more) => {
    expect(said(seal(emptyFile, toSeal(more), zhao, {}))).toBe(`it cannot be sealed: ${why}. To seal it all the same, state a reason`);
  });

  it('unless a reason is given, which is kept with what stood against it', () => {
    const sealed = seal(emptyFile, toSeal({ provisional: true, checks: [line('fail')] }), zhao, { reason: '上级要求' });
    expect(sealed).toMatchObject([{ data: { failing: ['provisional', 'b1:total'], reason: '上级要求' } }]);
  });

  it('for no check that only warns or cannot be judged', () => {
    expect(obstaclesTo(emptyFile, toSeal({ checks: [line('warn'), line('cannot-judge')] }))).toEqual([]);
  });

  it('naming five of many', () => {
    const checks = Array.from({ length: 9 }, (_, n) => line('fail', { id: `b${n}`, title: say(`${n}`, `${n}`) }));
    expect(said(seal(emptyFile, toSeal({ checks }), zhao, {}))).toContain('4: does not hold; and 4 more.');
  });
});

describe('a verdict on a check', () => {
  const accepted = (file: ReportFile) => judgeCheck(file, line('fail'), zhao, { verdict: 'accepted', reason: '表内无该项' });

  it('lets the report be sealed while the sides are what they were', () => {
    const file = after(accepted);
    expect(obstaclesTo(file, toSeal({ checks: [line('fail')] }))).toEqual([]);
    expect(obstaclesTo(file, toSeal({ checks: [line('fail', { right: '97' })] }))).toHaveLength(1);
  });

  it('that calls it a mistake does not', () => {
    const file = after((before) => judgeCheck(before, line('fail'), zhao, { verdict: 'mistake', reason: '漏登一件' }));
    expect(obstaclesTo(file, toSeal({ checks: [line('fail')] }))).toHaveLength(1);
  });

  it('is given of what did not pass, and once', () => {
    expect(said(judgeCheck(emptyFile, undefined, zhao, { verdict: 'accepted', reason: 'x' }))).toBe('there is no such check');
    expect(said(judgeCheck(emptyFile, line('pass'), zhao, { verdict: 'accepted', reason: 'x' }))).toBe(
      'this check passes: there is nothing to judge',
    );
    expect(accepted(after(accepted))).toEqual([]);
  });
});

describe('the units', () => {
  const asked = (file: ReportFile) => askForConfirmation(file, ['water', 'water']);

  it('are asked once', () => {
    expect(asked(emptyFile)).toEqual([{ type: 'ReportConfirmationAsked', data: { units: ['water'] } }]);
    expect(asked(after(asked))).toEqual([]);
  });

  it.each([
    ['has not confirmed its part', [asked]],
    ['objects: 少两件', [asked, (file: ReportFile) => disputePart(file, 'water', wang, '少两件')]],
    ['have changed since it confirmed', [asked, (file: ReportFile) => confirmPart(file, 'water', wang, { ...confirmed, figures: 'w0' })]],
  ])('stand against a seal when one %s', (why, decisions) => {
    expect(obstaclesTo(after(...decisions), toSeal()).map((each) => each.said.en)).toEqual([expect.stringContaining(why)]);
  });

  it('stand against nothing once all that were asked have confirmed these figures', () => {
    const confirm = (file: ReportFile) => confirmPart(file, 'water', wang, confirmed);
    expect(obstaclesTo(after(asked, confirm), toSeal())).toEqual([]);
    expect(confirm(after(asked, confirm))).toEqual([]);
    const disputed = after(asked, confirm, (file) => disputePart(file, 'water', wang, '少两件'));
    expect(obstaclesTo(disputed, toSeal())).toHaveLength(1);
    expect(
      obstaclesTo(
        after(asked, (file) => disputePart(file, 'water', wang, '少两件'), confirm),
        toSeal(),
      ),
    ).toEqual([]);
  });
});
