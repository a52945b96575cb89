import type { Actor } from '@app/cases';
import { issueIntakeKey, issueToken, openSigningKey } from '@app/identity';
import { linesWith, type Reproduction } from '../../apps/cli/src/reproduction/compare-reproduced';
import { planReport } from '../../apps/cli/src/reproduction/plan-report';
import { reproduce } from '../../apps/cli/src/reproduction/play-report';
import { publishedFile } from '../fixtures/reports/published-file';
import { serversForSpecs } from '../support/running-server';

const servers = serversForSpecs();

const reproduced = async (id: string): Promise<Reproduction> => {
  const server = await servers.start();
  const signingKey = await openSigningKey(server.folder);
  const published = publishedFile(id);
  const target = {
    url: server.url,
    tokenFor: (actor: Actor) => issueToken(signingKey, actor, 1),
    intakeKey: issueIntakeKey(server.folder, { source: 'urn:huiying:yongshun:12345', unit: 'hotline-centre' }),
  };
  return reproduce(published, planReport(published), target, () => undefined);
};

/** Cases are invented for the cells that were published, and handled by nobody but the public API. */
describe('an annual report that another county published', () => {
  it('comes out again from cases, cell by cell: Hongze 2024', async () => {
    const result = await reproduced('hongze-2024');
    expect(result.lines.filter(({ status }) => status !== 'equal')).toEqual([]);
    expect(result.lines).toHaveLength(Object.keys(publishedFile('hongze-2024').cells).length);
  });

  it('comes out but for the totals it has wrong: Hongze 2023', async () => {
    const result = await reproduced('hongze-2023');
    expect(result.lines.filter(({ status }) => status !== 'equal')).toMatchObject([
      { code: 'reconsideration:total', published: '0', ours: '11', status: 'contradiction' },
      { code: 'litigation-after:total', published: '0', ours: '5', status: 'contradiction' },
    ]);
  });

  it('comes out with what was carried in and out, and the totals it left blank: Shanghai 2019', async () => {
    const result = await reproduced('shanghai-go-2019');
    expect([linesWith(result, 'different'), linesWith(result, 'contradiction')]).toEqual([[], []]);
    expect(linesWith(result, 'equal')).toHaveLength(Object.keys(publishedFile('shanghai-go-2019').cells).length);
    const ours = new Map(result.lines.map(({ code, ours: figure }) => [code, figure]));
    expect(['carried-in:total', 'carried-out:total', 'granted:total'].map((code) => ours.get(code))).toEqual(['18', '72', '272']);
  }, 600_000);
});
