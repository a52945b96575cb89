import { isRejection, reject, say } from './sentence';

describe('a sentence', () => {
  it('is said in Chinese and in English', () => expect(say('已办结', 'closed')).toEqual({ zh: '已办结', en: 'closed' }));
});

describe('a rejection', () => {
  it('is a value that holds its sentence', () =>
    expect(reject('不能', 'it cannot')).toEqual({ rejected: { zh: '不能', en: 'it cannot' } }));

  it('is told from a list of events, also from an empty one', () => {
    expect(isRejection(reject('不能', 'it cannot'))).toBe(true);
    expect(isRejection([])).toBe(false);
    expect(isRejection([{ type: 'ComplaintClosed', data: {} }])).toBe(false);
  });
});
