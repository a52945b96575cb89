import { derivedId, partsOf, streamOf } from './case-ids';

describe('a derived id', () => {
  it('is the same for the same parts, for ever', () => {
    expect(derivedId('intake', 'urn:hotline:12345', 'a-1')).toBe('e0ebf029-ff22-5bb7-8167-d21d8ae216b1');
  });

  it('is a UUID of version 5', () => {
    expect(derivedId('x')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('tells where one part ends and the next begins', () => {
    expect(new Set([derivedId('ab', 'c'), derivedId('a', 'bc'), derivedId('abc'), derivedId('a', 'b', 'c')]).size).toBe(4);
  });
});

describe('the name of a stream', () => {
  it('is taken apart as it was put together', () => {
    expect(partsOf(streamOf('complaint', '0189-a-b'))).toEqual({ category: 'complaint', id: '0189-a-b' });
    expect(partsOf('alone')).toEqual({ category: 'alone', id: '' });
  });
});
