import { matrixSpec } from '@app/testing';
import { inquiry } from '.';

const handled = ['register', 'route', 'sign-in'];
const openly = { path: 'register', data: { openly: true } };
const dissatisfied = { path: 'rate', data: { rating: 'dissatisfied' } };

describe('an inquiry', () => {
  matrixSpec(inquiry, {
    absent: { way: [], possible: 'register' },
    received: { way: ['register'], possible: 'accept reject route extend withdraw correct' },
    accepted: { way: ['register', 'accept'], possible: 'reject route extend withdraw correct' },
    routed: { way: ['register', 'route'], possible: 'sign-in request-return extend withdraw correct' },
    'return-review': { way: ['register', 'route', 'request-return'], possible: 'approve-return refuse-return extend withdraw correct' },
    handling: { way: handled, possible: 'draft answer request-return extend withdraw correct' },
    drafted: { way: [...handled, 'draft'], possible: 'approve-draft return-draft extend withdraw correct' },
    approved: { way: [...handled, 'draft', 'approve-draft'], possible: 'answer extend withdraw correct' },
    answered: { way: [openly, 'route', 'sign-in', 'answer'], possible: 'rate decide-publication publish close correct' },
    rated: {
      way: [openly, 'route', 'sign-in', 'answer', 'publish', dissatisfied],
      possible: 'send-back close correct',
    },
    closed: { way: [...handled, 'answer', 'close'], possible: 'reopen correct' },
  });
});
