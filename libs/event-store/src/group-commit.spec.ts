import { GroupCommit } from './group-commit';

describe('a group commit', () => {
  const item = (bytes = 1) => ({ bytes });

  it('takes everything that arrived in one turn', async () => {
    const groups: number[] = [];
    const commits = new GroupCommit((group) => groups.push(group.length));
    for (let n = 0; n < 100; n++) commits.add(item());
    await commits.drain();
    expect(groups).toEqual([100]);
  });

  it('is not larger than 256 items or a mebibyte, but takes one item of any size', async () => {
    const groups: number[] = [];
    const commits = new GroupCommit((group) => groups.push(group.length));
    for (let n = 0; n < 300; n++) commits.add(item());
    for (const bytes of [600_000, 600_000, 5_000_000, 1]) commits.add(item(bytes));
    await commits.drain();
    expect(groups).toEqual([256, 45, 1, 1, 1]);
  });

  it('takes what arrives during a commit into the next', async () => {
    const groups: number[] = [];
    const commits = new GroupCommit<{ bytes: number }>((group) => {
      if (groups.push(group.length) === 1) commits.add(item());
    });
    commits.add(item());
    commits.add(item());
    await commits.drain();
    expect(groups).toEqual([2, 1]);
  });
});
