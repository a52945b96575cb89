import { Test } from '@nestjs/testing';
import { caseFactsTable } from '@app/projections';
import { ReadStore } from './read-store';
import { ReadStoreModule } from './read-store.module';

describe('the read store module', () => {
  it('provides the read store, and closes it at shutdown', async () => {
    const app = await Test.createTestingModule({ imports: [ReadStoreModule.forRoot({ memory: true })] }).compile();
    await app.init();
    const store = app.get(ReadStore);
    expect(await store.count(caseFactsTable)).toBe(0);
    await app.close();
    await expect(store.count(caseFactsTable)).rejects.toThrow('not open');
  });
});
