import { intakeTypes } from '@app/case-handling';
import { readSettings } from '@app/config';
import { type ProblemKind, problems } from '../../apps/api/src/http/problems';
import { readPage } from './pages';

/** First cells of the table rows that begin with something in code, without its quotes. */
const firstCells = (page: string): readonly string[] => [...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, cell = '']) => cell);

describe('docs/problems.md', () => {
  it('explains every kind of problem, under its status and its title in both languages', () => {
    const headings = [...readPage('docs/problems.md').matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    const kinds = Object.entries(problems as Record<string, ProblemKind>);
    expect(headings).toEqual(kinds.map(([type, { status, title }]) => `${type} · ${status} · ${title.zh} · ${title.en}`));
  });
});

describe('docs/operations/settings.md', () => {
  const page = readPage('docs/operations/settings.md');

  it('lists every setting and no other', () => {
    const files = ['libs/config/src/settings.ts', 'libs/config/src/stores.ts'].map(readPage).join('');
    const read = new Set(files.match(/\bHUIYING_[A-Z_]+\b/g));
    expect(firstCells(page).toSorted()).toEqual([...read].toSorted());
  });

  it('names the defaults', () => {
    const { host, port, logLevel } = readSettings({});
    for (const value of ['./data', host, String(port), logLevel]) expect(page).toContain(`| \`${value}\` |`);
  });
});

describe('docs/intake.md', () => {
  it('lists every type of event and no other', () => {
    const listed = firstCells(readPage('docs/intake.md')).filter((cell) => cell.startsWith('cn.'));
    expect(listed.toSorted()).toEqual([...intakeTypes].toSorted());
  });
});
