import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolders } from '@app/testing';
import { IntakeKeys, issueIntakeKey } from './intake-keys';

const newFolder = temporaryFolders();
const hotline = { source: 'urn:hotline:12345', unit: 'hotline-centre' };
const mailbox = { source: 'urn:mailbox', unit: 'gov-office' };

describe('the key of an intake system', () => {
  it('says which system presents it', () => {
    const folder = newFolder();
    const [first, second] = [issueIntakeKey(folder, hotline), issueIntakeKey(folder, mailbox)];
    const keys = new IntakeKeys(folder);
    expect([keys.find(first), keys.find(second)]).toEqual([hotline, mailbox]);
  });

  it('is one of many that a system may have', () => {
    const folder = newFolder();
    const [first, second] = [issueIntakeKey(folder, hotline), issueIntakeKey(folder, hotline)];
    expect(first).not.toBe(second);
    const keys = new IntakeKeys(folder);
    expect([keys.find(first), keys.find(second)]).toEqual([hotline, hotline]);
  });

  it('is known at once when it is made while the server runs', () => {
    const folder = newFolder();
    const keys = new IntakeKeys(folder);
    expect(keys.find('hyk_none')).toBeUndefined();
    expect(keys.find(issueIntakeKey(folder, hotline))).toEqual(hotline);
  });

  it.each(['', 'hyk_', 'constructor', '__proto__', '0'.repeat(10_000)])('is not %j', (wrong) => {
    const folder = newFolder();
    issueIntakeKey(folder, hotline);
    expect(new IntakeKeys(folder).find(wrong)).toBeUndefined();
  });

  it('is long, and kept nowhere: only a hash of it, which nobody else can read', () => {
    const folder = newFolder();
    const key = issueIntakeKey(folder, hotline);
    expect(key).toMatch(/^hyk_[\w-]{43}$/);
    const file = join(folder, 'keys', 'intake.json');
    expect(readFileSync(file, 'utf8')).not.toContain(key.slice(4));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const [{ hash }] = JSON.parse(readFileSync(file, 'utf8')) as [{ hash: string }];
    expect(new IntakeKeys(folder).find(hash)).toBeUndefined();
  });
});

describe('a source', () => {
  it('belongs to the system that has a key for it, as its newest key says', () => {
    const folder = newFolder();
    const keys = new IntakeKeys(folder);
    expect(keys.systemOf(hotline.source)).toBeUndefined();
    issueIntakeKey(folder, hotline);
    expect(keys.systemOf(hotline.source)).toEqual(hotline);
    issueIntakeKey(folder, { ...hotline, unit: 'gov-office' });
    expect(new IntakeKeys(folder).systemOf(hotline.source)).toEqual({ ...hotline, unit: 'gov-office' });
    expect(keys.systemOf(mailbox.source)).toBeUndefined();
  });
});
