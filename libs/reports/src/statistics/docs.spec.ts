import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sentence } from '@app/cases';
import { bulletins } from '../bulletins';
import { dimensions } from './ask';
import { metrics, notCounted } from './metrics';
import { periodRules } from './period-rules';

const page = readFileSync(join(__dirname, '../../../../docs/statistics.md'), 'utf8');

const both = ({ zh, en }: Sentence): string => `${zh} · ${en}`;

/** The rows of the table under this heading, without its two head lines. */
const tableUnder = (heading: string): readonly string[] => {
  const section = page.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2);
};

describe('docs/statistics.md', () => {
  it('has every variant of every metric, in the words of the code', () => {
    const rows = metrics.flatMap(({ id, title, variants }) =>
      variants.map((variant) => `| \`${id}\` | ${both(title)} | \`${variant.id}\` | ${both(variant.formula)} | \`${variant.period}\` |`),
    );
    expect(tableUnder('Metrics')).toEqual(rows);
  });

  it('has every period rule', () => {
    const rows = Object.entries(periodRules).map(([id, { title }]) => `| \`${id}\` | ${both(title)} |`);
    expect(tableUnder('Which cases belong to a period')).toEqual(rows);
  });

  it('has every figure that cases cannot give, and why', () => {
    const rows = notCounted.map(({ id, title, why }) => `| \`${id}\` | ${both(title)} | ${both(why)} |`);
    expect(tableUnder('Not counted')).toEqual(rows);
  });

  it('names every bulletin and every dimension', () => {
    for (const { id } of bulletins) expect(page).toContain(`\`${id}\``);
    for (const name of [...Object.keys(dimensions), 'month']) expect(page).toMatch(new RegExp(`\\b${name}\\b`));
  });
});
