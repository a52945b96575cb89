import { matrixSpec, type WayStep } from '@app/testing';
import { proceeding } from '.';

const suit: readonly WayStep[] = [{ path: 'register', data: { kind: 'litigation' } }];
const heard: readonly WayStep[] = [...suit, { path: 'accept', data: { procedure: 'ordinary' } }];
const judged: readonly WayStep[] = [...heard, 'record-judgment'];

describe('a lawsuit', () => {
  matrixSpec(proceeding, {
    absent: { way: [], possible: 'register' },
    filed: { way: suit, possible: 'accept request-correction decline-filing record-judgment conclude correct' },
    correcting: { way: [...suit, 'request-correction'], possible: 'receive-correction decline-filing conclude correct' },
    reviewing: { way: heard, possible: 'submit-statement suspend extend record-judgment conclude correct' },
    suspended: { way: [...heard, 'suspend'], possible: 'submit-statement resume conclude correct' },
    judged: { way: judged, possible: 'appeal conclude correct' },
    'second-instance': { way: [...judged, 'appeal'], possible: 'suspend extend record-judgment decide-appeal conclude correct' },
    concluded: { way: [...suit, 'conclude'], possible: 'serve correct' },
  });
});
