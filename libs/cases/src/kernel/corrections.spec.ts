import { z } from 'zod';
import { defaultRules } from '../local-rules';
import { publishedCalendar } from './calendar';
import type { Context } from './context';
import { correctionCommand, correctionName, correctionRule } from './corrections';
import { evolve } from './decide';
import type { CaseType, Situation } from './decider';
import { dueAfter } from './due';
import { CalendarDate, Channel, Label } from './shapes';
import { isRejection, say } from './sentence';
import { unitsOf } from './units';

const corrections = {
  in: ['handling', 'closed'],
  facts: { channel: Channel, matter: Label, area: Label.nullable(), received_on: CalendarDate, rating: z.string() },
};
const rule = correctionRule(corrections);

const context: Context = {
  at: '2018-06-14T10:00:00+08:00',
  by: { id: 'li-na', unit: 'gov-office', roles: ['office'] },
  caseNumber: 'RX-2018-000001',
  calendar: publishedCalendar,
  local: defaultRules,
  units: unitsOf([]),
};

const due = dueAfter('2018-06-08', { amount: 5, unit: 'working-day', rule: 'hotline-ordinary' }, context);
const handled: Situation = {
  status: 'handling',
  clocks: { answer: { due } },
  recorded: { channel: 'phone', matter: '供水', area: null, received_on: '2018-06-08' },
};

const rejectedOf = (decision: object): string | undefined => (isRejection(decision) ? decision.rejected.en : undefined);

const approval = { reason: '来电时间录错', approvedBy: 'zhao-qian' };
const correct = (fact: string, now: string | null, state = handled, more: object = {}) =>
  rule.decide(state, { fact, now, ...approval, ...more }, context);

describe('a corrected day', () => {
  const answered = { ...handled, recorded: { received_on: '2018-06-08', answered_on: '2018-06-12' } };

  it.each([
    ['2018-06-12', undefined],
    ['2018-06-13', 'the corrected day contradicts the other days of the case'],
  ])('of receipt does not come after the answer: %s', (now, refusal) =>
    expect(
      rejectedOf(
        correctionRule({ ...corrections, facts: { received_on: CalendarDate } }).decide(
          answered,
          { fact: 'received_on', now, ...approval },
          context,
        ),
      ),
    ).toBe(refusal),
  );

  it('of the answer does not come before receipt', () =>
    expect(
      rejectedOf(
        correctionRule({ ...corrections, facts: { answered_on: CalendarDate } }).decide(
          answered,
          { fact: 'answered_on', now: '2018-06-07', ...approval },
          context,
        ),
      ),
    ).toBe('the corrected day contradicts the other days of the case'));
});

describe('a correction', () => {
  it('keeps what was wrong, what is right, and who approved it; the reason is told apart', () =>
    expect(correct('matter', '供电', handled, { document: '更正单3号' })).toEqual([
      {
        type: 'FactCorrected',
        data: { fact: 'matter', was: '供水', now: '供电', approvedBy: 'zhao-qian', document: '更正单3号', due: undefined },
        personal: { reason: '来电时间录错' },
      },
    ]));

  it('of what is right already changes nothing', () => expect(correct('matter', '供水')).toEqual([]));

  it('may record a fact that was left out, and take one out that may be missing', () => {
    expect(correct('area', '灵溪镇')).toMatchObject([{ data: { was: null, now: '灵溪镇' } }]);
    expect(correct('area', null, { ...handled, recorded: { area: '灵溪镇' } })).toMatchObject([{ data: { was: '灵溪镇', now: null } }]);
  });

  it.each([
    ['of what has not happened yet', 'rating', 'satisfied', '该事项尚未登记，无从更正'],
    ['to what is no value of the fact', 'channel', 'telegram', '更正后的内容不符合该事项的要求'],
    ['to a day that does not exist', 'received_on', '2018-02-30', '更正后的内容不符合该事项的要求'],
    ['to a day that lies ahead', 'received_on', '2018-06-15', '更正后的日期不能晚于今天'],
    ['that takes out what must be there', 'matter', null, '更正后的内容不符合该事项的要求'],
  ])('is not made %s', (_, fact, now, zh) => expect(correct(fact, now)).toMatchObject({ rejected: { zh } }));

  it('is approved by somebody else', () =>
    expect(correct('matter', '供电', handled, { approvedBy: 'li-na' })).toMatchObject({ rejected: { zh: '更正须由他人批准' } }));

  it('is made only in the situations the type names', () => expect(rule.in).toEqual(['handling', 'closed']));
});

// Friday 8 June: 11 to 15 June. Wednesday 6 June: 7, 8, 11, 12, 13 June.
describe('a correction of the day of receipt', () => {
  it('starts the answer’s clock on the right day', () =>
    expect(correct('received_on', '2018-06-06')).toMatchObject([{ data: { due: { from: '2018-06-06', on: '2018-06-13' } } }]));

  it('leaves a clock alone that began with something else', () => {
    const restarted = { ...handled, clocks: { answer: { due: { ...due, from: '2018-06-11' } } } };
    expect(correct('received_on', '2018-06-06', restarted)).toMatchObject([{ data: { due: undefined } }]);
  });

  it('leaves a clock alone that stands still or is over', () => {
    const paused = { ...handled, clocks: { answer: { due, pausedOn: '2018-06-11' } } };
    for (const state of [paused, { ...handled, clocks: {} }])
      expect(correct('received_on', '2018-06-06', state)).toMatchObject([{ data: { due: undefined } }]);
  });

  it('leaves the clock alone where it does not start with receipt', () => {
    const apart = correctionRule({ ...corrections, clockFromReceipt: false });
    expect(apart.decide(handled, { fact: 'received_on', now: '2018-06-06', ...approval }, context)).toMatchObject([
      { data: { due: undefined } },
    ]);
  });

  const answered = { ...handled, recorded: { ...handled.recorded, answered_on: '2018-06-12', closed_on: '2018-06-13' } };

  it.each([
    ['in the future', handled, '2018-06-15', '更正后的日期不能晚于今天'],
    ['after the answer', answered, '2018-06-13', '更正后的日期与其他日期先后矛盾'],
  ])('is none to a day %s', (_, state, now, zh) => expect(correct('received_on', now, state)).toMatchObject({ rejected: { zh } }));

  it('may be to the day of the answer', () =>
    expect(correct('received_on', '2018-06-12', answered)).toMatchObject([{ data: { now: '2018-06-12' } }]));

  it('is what is recorded afterwards, so that the same may be corrected again', () => {
    const type = { name: 'complaint', events: {}, evolve: {} } as unknown as CaseType;
    const [corrected] = correct('received_on', '2018-06-06') as readonly { type: string; data: Record<string, unknown> }[];
    const after = evolve(type, handled, { ...corrected!, at: context.at });
    expect(after.recorded?.['received_on']).toBe('2018-06-06');
    expect(correct('received_on', '2018-06-05', after)).toMatchObject([{ data: { was: '2018-06-06', due: { from: '2018-06-05' } } }]);
  });
});

describe('the command to correct', () => {
  const { shape, by, title } = correctionCommand(corrections);
  const stated = { fact: 'matter', now: '供电', ...approval };

  it('is the office’s, and is called after its type', () => {
    expect([by, title]).toEqual([['office'], say('更正登记事项', 'Correct a recorded fact')]);
    expect(correctionName('complaint')).toBe('CorrectComplaint');
  });

  it('names a fact that may be corrected, a reason and who approved it', () => {
    expect(shape.safeParse(stated).success).toBe(true);
    for (const wrong of [{ fact: 'outcome' }, { reason: '' }, { approvedBy: undefined }, { now: undefined }])
      expect([wrong, shape.safeParse({ ...stated, ...wrong }).success]).toEqual([wrong, false]);
  });
});
