import { withPassword } from './addresses';

describe('an address', () => {
  it('gets its password behind the user, whatever is in it', () => {
    expect(withPassword('postgres://huiying@rows:5432/huiying', 'a/b@c:1')).toBe('postgres://huiying:a%2Fb%40c%3A1@rows:5432/huiying');
    expect(withPassword('esdb+discover://ops@events:2113?tls=true', 'geheim')).toBe('esdb+discover://ops:geheim@events:2113?tls=true');
  });

  it('without a password stays as it is', () => {
    expect(withPassword('esdb://events:2113?tls=false', undefined)).toBe('esdb://events:2113?tls=false');
  });

  it('without a user takes no password, and does not tell it', () => {
    expect(() => withPassword('postgres://rows/huiying', 'geheim')).toThrow(/a password needs a user/);
    expect(() => withPassword('postgres://rows/huiying', 'geheim')).not.toThrow('geheim');
  });
});
