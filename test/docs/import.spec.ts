import { caseTypeNames, caseTypes } from '@app/cases';
import { recipes } from '../../apps/cli/src/import/recipes';
import { readPage } from './pages';

const page = readPage('docs/operations/import.md');

/** By type, the columns in the rows of its table. */
const columnsListed = (type: string): readonly string[] => {
  const section = page.split(/^### /m).find((each) => each.includes(` ${type}\n`)) ?? '';
  return [...section.matchAll(/`([a-z_]+)`(?:\*\*)?（/g)].map(([, name = '']) => name);
};

describe('docs/operations/import.md', () => {
  it.each(caseTypeNames)('lists the columns of a %s in the order of its steps', (type) => {
    expect(page).toContain(`### ${caseTypes[type].title.zh} ${type}\n`);
    const columns = recipes[type].flatMap(({ at, columns: own }) => [at.name, ...own.map(({ name }) => name)]);
    expect(columnsListed(type)).toEqual(columns);
  });
});
