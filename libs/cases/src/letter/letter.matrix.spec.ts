import { matrixSpec } from '@app/testing';
import { letter } from '.';

const handled = ['register', 'route', 'sign-in'];
const dissatisfied = { path: 'rate', data: { rating: 'dissatisfied' } };

describe('a letter', () => {
  matrixSpec(letter, {
    absent: { way: [], possible: 'register' },
    received: { way: ['register'], possible: 'accept reject instruct route extend withdraw correct' },
    accepted: { way: ['register', 'accept'], possible: 'reject instruct route extend withdraw correct' },
    routed: { way: ['register', 'route'], possible: 'sign-in request-return instruct extend withdraw correct' },
    'return-review': {
      way: ['register', 'route', 'request-return'],
      possible: 'approve-return refuse-return instruct extend withdraw correct',
    },
    handling: { way: handled, possible: 'draft answer request-return instruct extend withdraw correct' },
    drafted: { way: [...handled, 'draft'], possible: 'approve-draft return-draft instruct extend withdraw correct' },
    approved: { way: [...handled, 'draft', 'approve-draft'], possible: 'answer instruct extend withdraw correct' },
    answered: { way: [...handled, 'answer'], possible: 'rate decide-publication close instruct correct' },
    rated: {
      way: [...handled, 'answer', { path: 'decide-publication', data: { publication: 'anonymised' } }, dissatisfied],
      possible: 'send-back decide-publication publish instruct correct',
    },
    closed: { way: [...handled, 'answer', 'close'], possible: 'reopen correct' },
  });
});
