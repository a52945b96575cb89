import type { Actor } from '@app/cases';
import { issueIntakeKey, issueToken, openSigningKey } from '@app/identity';
import { handleBulletin } from '../../apps/cli/src/bulletins/play-bulletin';
import { serversForSpecs } from '../support/running-server';

const servers = serversForSpecs();

/** Cases are invented for the figures that were published, and handled by nobody but the public API. */
describe('the figures that other offices published', () => {
  it.each([
    ['hotline-hengdong-2023-09', 33],
    ['proposals-ningbo-2011', 14],
  ])(
    'come out again from cases: %s',
    async (id, figures) => {
      const server = await servers.start();
      const signingKey = await openSigningKey(server.folder);
      const comparison = await handleBulletin(
        id,
        {
          url: server.url,
          tokenFor: (actor: Actor) => issueToken(signingKey, actor, 1),
          intakeKey: issueIntakeKey(server.folder, { source: 'urn:huiying:yongshun:12345', unit: 'hotline-centre' }),
        },
        () => undefined,
      );
      const by = (status: string) => comparison.lines.filter((line) => line.status === status).map(({ code }) => code);
      expect(by('different')).toEqual([]);
      expect(by('equal')).toHaveLength(figures);
      expect(comparison.sums.filter(({ status }) => status === 'different')).toEqual([]);
    },
    600_000,
  );
});
