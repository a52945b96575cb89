import { on, recorded } from '@app/testing';
import { timelineOf } from './timeline';

const received = on('complaint-1', 'ComplaintRegistered', { caseNumber: 'RX-2018-000001', channel: 'phone' });
const by = { id: 'hotline', unit: 'intake' };
const reminded = on('complaint-1', 'ComplaintReminded', {}, { at: '2018-03-02T01:00:00Z', by });

describe('the timeline', () => {
  it('has a line for every event of a case, as it was recorded', () =>
    expect(timelineOf(recorded([received, reminded]))).toMatchObject([
      { position: 1, revision: 0, type: 'ComplaintRegistered', data: received.data },
      { position: 2, revision: 1, type: 'ComplaintReminded', occurredAt: '2018-03-02T01:00:00Z', by, data: {} },
    ]));

  it('leaves out what is no event of a case', () => expect(timelineOf(recorded([on('unit-water', 'UnitRenamed')]))).toEqual([]));
});
