import { isSafeSqlite } from './sqlite-version';

describe('a version of SQLite', () => {
  it.each(['3.51.3', '3.51.10', '3.52', '3.53.0', '4.0.0'])('is safe: %s', (version) => expect(isSafeSqlite(version)).toBe(true));
  it.each(['3.51.2', '3.51', '3.50.4', '2.99.99', '0'])('is not safe: %s', (version) => expect(isSafeSqlite(version)).toBe(false));
});
