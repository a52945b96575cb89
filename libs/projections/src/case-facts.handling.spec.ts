import type { Milestone } from '@app/cases';
import { givenEvents, on } from '@app/testing';
import { type CaseFacts, caseFactsTable } from './case-facts';

const the = (milestone: Milestone, data: object = {}, day = '2018-03-01', worked = 0) =>
  on('complaint-1', milestone, data, { milestone, at: `${day}T09:00:00+08:00`, worked });

const received = the('received', { caseNumber: 'RX-2018-000772', channel: 'phone' });
const routed = the('routed', { unit: 'water-works' });
const facts = (...events: ReturnType<typeof the>[]) => ({
  are: (expected: Partial<CaseFacts>) => givenEvents(received, ...events).thenRows(caseFactsTable, expected),
});

describe('the facts of a case on its way from hand to hand', () => {
  it('keep what was told at registration', () =>
    givenEvents(
      the('received', {
        caseNumber: 'RX-2018-000772',
        channel: 'online',
        platform: '省长信箱',
        urgency: 'urgent',
        confidential: true,
        accused: ['roads', 'parks'],
        replyWanted: false,
      }),
    ).thenRows(caseFactsTable, {
      platform: '省长信箱',
      urgency: 'urgent',
      confidential: 1,
      accused: '|roads|parks|',
      reply_wanted: 0,
      held_by: 'office',
    }));

  it('begin as nobody expects anything else', () =>
    facts().are({ confidential: 0, accused: null, reply_wanted: 1, status: 'received', clock: null, limits: null }));

  it('move the day of receipt to the day on which it was confirmed', () =>
    facts(the('receipt-confirmed', {}, '2019-01-02')).are({ received_on: '2019-01-02', received_year: 2019 }));

  it('tell a proposal that is filed from one that is only received', () =>
    facts(the('filed', {}, '2018-03-02')).are({ status: 'filed', filed_on: '2018-03-02' }));

  it('keep the first routing when it is routed again', () =>
    facts(the('routed', { unit: 'roads' }, '2018-03-02'), the('routed', { unit: 'parks' }, '2018-03-05')).are({
      unit: 'parks',
      routed_on: '2018-03-05',
      first_routed_on: '2018-03-02',
    }));

  it('ask for the sign-in of the unit that it was routed to last', () =>
    facts(routed, the('signed-in', {}, '2018-03-02'), the('contacted', {}, '2018-03-02'), the('routed', { unit: 'parks' })).are({
      status: 'routed',
      signed_in_on: null,
      contacted_on: null,
    }));

  it('count a return, name the unit, and leave the case to nobody', () =>
    facts(routed, the('return-requested', { unit: 'water-works' }), the('returned', { unit: 'water-works' })).are({
      status: 'received',
      unit: null,
      returns: 1,
      returned_by: 'water-works',
      held_by: 'office',
    }));

  it('leave a returned proposal filed', () =>
    facts(the('filed'), routed, the('returned', { unit: 'water-works' })).are({ status: 'filed' }));

  it('count as returned only what the unit asked for, not what was taken back from it; its answer then counts no longer', () =>
    facts(
      routed,
      the('answered', { unit: 'water-works' }, '2018-03-02'),
      the('returned', { unit: 'water-works', due: { on: '2018-03-09', rule: 'r', calendar: 'c' } }, '2018-03-03'),
    ).are({ returns: 0, returned_by: null, unit: null, answered_on: null, timing: null }));

  it('put a case back where it was when the return is refused', () => {
    const asked = the('return-requested', { unit: 'water-works' });
    facts(routed, asked, the('return-refused')).are({ status: 'routed', held_by: 'unit' });
    facts(routed, the('signed-in'), asked, the('return-refused')).are({ status: 'handling', held_by: 'unit' });
  });

  it('do not change with the parts of joint units', () =>
    facts(routed, the('co-assigned', { unit: 'roads' }), the('co-replied', { unit: 'roads' })).are({
      unit: 'water-works',
      status: 'routed',
    }));

  it('count the first contact with the citizen', () =>
    facts(routed, the('contacted', {}, '2018-03-02'), the('contacted', {}, '2018-03-09')).are({ contacted_on: '2018-03-02' }));
});

describe('whose time the days are', () => {
  const due = { on: '2018-04-02', rule: 'r', calendar: '2018' };

  it.each<[string, string, ReturnType<typeof the>[]]>([
    ['the office', 'after receipt', []],
    ['unit', 'after routing', [routed]],
    ['approval', 'while a return is decided on', [routed, the('return-requested', { unit: 'water-works' })]],
    ['approval', 'while an extension is decided on', [routed, the('extension-requested')]],
    ['unit', 'after the extension', [routed, the('extension-requested'), the('extended', { due })]],
    ['unit', 'after its refusal', [routed, the('extension-requested'), the('extension-refused')]],
    ['approval', 'while a draft is read', [routed, the('drafted')]],
    ['unit', 'when the draft is read', [routed, the('drafted'), the('draft-reviewed')]],
    ['citizen', 'while somebody outside is waited for', [routed, the('paused', { since: '2018-03-01', why: 'correction' })]],
    ['unit', 'when it goes on', [routed, the('paused', { since: '2018-03-01', why: 'correction' }), the('resumed', { due })]],
    ['the office', 'when nobody has it', [the('paused', { since: '2018-03-01', why: 'correction' }), the('resumed', { due })]],
    ['the office', 'after the answer', [routed, the('answered', { unit: 'water-works' })]],
    ['unit', 'after it was sent back', [routed, the('answered', { unit: 'water-works' }), the('sent-back')]],
  ])('%s %s', (holder, _, events) => facts(...events).are({ held_by: holder.replace('the ', '') }));

  it('is nobody’s after the end', () => facts(routed, the('closed')).are({ held_by: null }));

  it('is laid to whoever held the case since the event before', () =>
    facts(
      the('routed', { unit: 'roads' }, '2018-03-02', 1),
      the('paused', { since: '2018-03-06', why: 'correction' }, '2018-03-06', 2),
      the('resumed', { due }, '2018-03-12', 4),
      the('extension-requested', {}, '2018-03-13', 1),
      the('extended', { due }, '2018-03-15', 2),
      the('answered', { unit: 'roads' }, '2018-03-20', 3),
      the('closed', {}, '2018-03-21', 1),
      the('erased', {}, '2020-03-20', 500),
    ).are({ days_office: 2, days_unit: 6, days_citizen: 4, days_approval: 2 }));
});
