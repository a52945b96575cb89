import { isRejection } from '@app/cases';
import { firstDayOf, HolidayNotice, noticesFold, recordNotice } from './holiday-notice';

const notice: HolidayNotice = {
  number: '国办发明电〔2020〕1号',
  publishedOn: '2020-01-26',
  days: [
    { on: '2020-02-01', works: false, name: '春节延长假期' },
    { on: '2020-01-31', works: false, name: '春节延长假期' },
  ],
};

const after = (...notices: readonly HolidayNotice[]) =>
  notices.reduce((known, each) => {
    const decision = recordNotice(known, each);
    if (isRejection(decision)) throw new Error(decision.rejected.en);
    return decision.reduce((state, event) => noticesFold.evolve(state, event, '2020-01-26T12:00:00+08:00'), known);
  }, noticesFold.initial);

describe('a holiday notice', () => {
  it('is recorded with its days in order', () => {
    expect(after(notice)).toEqual([{ ...notice, days: notice.days.toReversed() }]);
  });

  it('is recorded once, also when its days are told in another order', () => {
    expect(recordNotice(after(notice), notice)).toEqual([]);
    expect(recordNotice(after(notice), { ...notice, days: notice.days.toReversed() })).toEqual([]);
  });

  it('keeps its content: the same number with another one is refused', () => {
    const other = { ...notice, days: notice.days.slice(1) };
    expect(recordNotice(after(notice), other)).toMatchObject({ rejected: { zh: expect.stringContaining('内容不同') } });
  });

  it('is followed by others in the order in which they are recorded', () => {
    expect(after({ ...notice, number: '2号' }, notice).map(({ number }) => number)).toEqual(['2号', notice.number]);
  });

  it('names each of its days once', () => {
    expect(HolidayNotice.safeParse({ ...notice, days: [...notice.days, notice.days[0]] }).success).toBe(false);
  });

  it('begins with the first day it speaks of', () => {
    expect(firstDayOf(notice)).toBe('2020-01-31');
  });
});
