import { foldCase } from '@app/cases';
import { caseSpec, type CommandFor, type PastFor, ringingOffice } from '@app/testing';
import { complaint } from '.';

const { given } = caseSpec(complaint, ringingOffice);

type Command = CommandFor<typeof complaint>;
type Past = PastFor<typeof complaint>;

const into = '01890000-0000-7000-8000-0000000000c1';
const other = '01890000-0000-7000-8000-0000000000c2';

const dueOn = (on: string, rule: string) => ({ on, rule, calendar: 'chinese-days-1.5.7' });
const clock = (on: string, rule: string, amount: number) =>
  ({ ...dueOn(on, rule), from: '2018-06-04', amount, unit: 'working-day' }) as const;

const registered = (caseNumber: string): Past => ({
  type: 'ComplaintRegistered',
  data: { caseNumber, channel: 'phone', kind: 'complaint', matter: '供水', due: clock('2018-06-11', 'hotline-ordinary', 5) },
});
const received = registered('RX-2018-000001');
const primary = registered('RX-2018-000772');
const routed: Past = {
  type: 'ComplaintRouted',
  data: { unit: 'water-works', limits: { contact: clock('2018-06-05', 'hotline-contact', 1) } },
};
const answeredDirectly: Past = { type: 'ComplaintAnsweredDirectly', data: { unit: 'gov-office' } };
const closed: Past = { type: 'ComplaintClosed', data: {} };
const merged: Past = { type: 'ComplaintMerged', data: { into, since: '2018-06-04' } };
const joined: Past = { type: 'ComplaintDuplicateJoined', data: { duplicate: other } };
const linked: Past = { type: 'ComplaintLinked', data: { to: into } };

const merge: Command = { type: 'MergeComplaint', data: { into } };
const unmerge: Command = { type: 'UnmergeComplaint', data: {} };
const link: Command = { type: 'LinkComplaint', data: { to: into } };
const unlink: Command = { type: 'UnlinkComplaint', data: {} };

const naming = (...past: readonly Past[]) => ({ contested: foldCase(complaint, past) });

// Jinan 2018: the same facts once more are no case of their own.
describe('a duplicate', () => {
  const mergedNow = { type: 'ComplaintMerged', data: { into, since: '2018-06-04' } } as const;

  it('is merged into the first case', () => {
    given(received).when(merge, naming(primary)).then(mergedNow);
    given(received, routed).when(merge, naming(primary, routed)).then(mergedNow);
  });

  it('is not merged into itself', () =>
    given(received, routed).when(merge, naming(received, routed)).thenRejected('a complaint cannot be merged into itself'));

  it('is not merged into one that is itself merged, or closed', () => {
    given(received).when(merge, naming(primary, merged)).thenRejected('that complaint is itself merged into another');
    given(received)
      .when(merge, naming(primary, answeredDirectly, closed))
      .thenRejected('该诉求已办结，应将结果告知诉求人');
  });

  it('is none when others are merged into it, until they are taken out again', () => {
    given(received, joined).when(merge, naming(primary)).thenRejected('已有诉求并入该投诉，不能再并入其他诉求');
    given(received, joined, { type: 'ComplaintDuplicateLeft', data: { duplicate: other } })
      .when(merge, naming(primary))
      .then(mergedNow);
  });

  // Jinan 2018 art. 32: a unit never learns of a report about it, nor that one was merged into a case of its own.
  it('that is a report about a unit is merged only into one that names the unit too', () => {
    const accused: Past = { type: 'ComplaintUnitAccused', data: { accused: ['water-works'] } };
    given(received, accused).when(merge, naming(primary, routed)).thenRejected('请先在该诉求中列明被举报单位');
    given(received, accused).when(merge, naming(primary, accused)).then(mergedNow);
  });

  it('is none when it is answered', () =>
    given(received, answeredDirectly).when(merge, naming(primary)).thenRejected('只有尚未答复的投诉才能并入其他诉求'));
});

describe('a merged complaint', () => {
  it('goes back to where it was; the days of the merger are not counted', () => {
    const pause = { from: '2018-06-04', to: '2018-06-06', why: 'merged' };
    given(received, routed, merged)
      .when(unmerge, { at: '2018-06-06T09:00:00+08:00' })
      .then({
        type: 'ComplaintUnmerged',
        data: {
          from: into,
          status: 'routed',
          due: { ...dueOn('2018-06-13', 'hotline-ordinary'), pauses: [pause] },
          limits: { contact: { ...dueOn('2018-06-07', 'hotline-contact'), pauses: [pause] } },
        },
      });
  });

  it('does not get a clock back that had run out before', () =>
    given(
      received,
      routed,
      { type: 'Overdue', data: { clock: 'contact', on: '2018-06-05' }, at: '2018-06-06T00:00:00+08:00' } as unknown as Past,
      merged,
    )
      .when(unmerge)
      .then({ type: 'ComplaintUnmerged', data: { from: into, status: 'routed', due: dueOn('2018-06-11', 'hotline-ordinary') } }));

  it('can then be gone on with, as if nothing had been', () => {
    const unmerged: Past = { type: 'ComplaintUnmerged', data: { from: into, status: 'routed' } };
    given(received, routed, merged, unmerged)
      .when({ type: 'SignInComplaint', data: {} }, { by: { id: 'wang-wei', unit: 'water-works', roles: ['unit'] } })
      .then({ type: 'ComplaintSignedIn', data: {} });
  });

  it('keeps what was learnt of it meanwhile', () => {
    const unmerged: Past = { type: 'ComplaintUnmerged', data: { from: into, status: 'received' } };
    given(received, merged, { type: 'ComplaintKeptConfidential', data: {} }, unmerged)
      .when({ type: 'KeepComplaintConfidential', data: {} })
      .thenRejected('已为诉求人保密');
  });

  it('is not handled, and is taken out once', () => {
    given(received, merged)
      .when({ type: 'RouteComplaint', data: { unit: 'water-works' } })
      .thenRejected('只有已登记、尚未转办的投诉才能派单');
    given(received).when(unmerge).thenRejected('只有已合并的投诉才能撤销合并');
  });
});

describe('the case into which others are merged', () => {
  const record = (type: 'RecordComplaintDuplicate' | 'RecordComplaintDuplicateWithdrawn'): Command => ({
    type,
    data: { duplicate: other },
  });

  it('knows each of them, once', () => {
    given(received)
      .when(record('RecordComplaintDuplicate'))
      .then({ type: 'ComplaintDuplicateJoined', data: { duplicate: other } });
    given(received, joined).when(record('RecordComplaintDuplicate')).thenNothing();
  });

  it('forgets it when it is taken out again', () => {
    given(received, joined)
      .when(record('RecordComplaintDuplicateWithdrawn'))
      .then({ type: 'ComplaintDuplicateLeft', data: { duplicate: other } });
    given(received).when(record('RecordComplaintDuplicateWithdrawn')).thenNothing();
  });

  it('is told also when it is closed by then', () =>
    given(received, answeredDirectly, closed)
      .when(record('RecordComplaintDuplicate'))
      .then({ type: 'ComplaintDuplicateJoined', data: { duplicate: other } }));
});

// Different callers, one matter (集中反映): each is counted as received.
describe('a cluster', () => {
  it('is named by its first case', () =>
    given(received)
      .when(link, naming(primary))
      .then({ type: 'ComplaintLinked', data: { to: into } }));

  it('is not joined twice; another may be joined instead', () => {
    given(received, linked).when(link, naming(primary)).thenNothing();
    given(received, linked)
      .when({ type: 'LinkComplaint', data: { to: other } }, naming(primary))
      .then({ type: 'ComplaintLinked', data: { to: other } });
  });

  it('is not begun by itself, nor joined by way of another of its members', () => {
    given(received).when(link, naming(received)).thenRejected('a complaint cannot be linked to itself');
    given(received).when(link, naming(primary, linked)).thenRejected('it must be linked to the first complaint of the cluster');
  });

  it('is left again', () => {
    given(received, linked).when(unlink).then({ type: 'ComplaintUnlinked', data: {} });
    given(received, linked, { type: 'ComplaintUnlinked', data: {} }).when(unlink).thenRejected('该投诉未列入集中反映');
  });
});
