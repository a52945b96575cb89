import { matrixSpec } from '@app/testing';
import { disclosure } from '.';

/** What is carried over from proceedings, which may contest an answer or the lack of one. */
const contests = 'record-appeal record-appeal-outcome record-litigation record-litigation-outcome';

describe('a disclosure', () => {
  matrixSpec(disclosure, {
    absent: { way: [], possible: 'register' },
    received: {
      way: ['register', 'record-appeal', 'record-litigation'],
      possible: `route extend answer ${contests}`,
      notOffered: contests,
    },
    routed: {
      way: ['register', 'record-appeal', 'record-litigation', 'route'],
      possible: `sign-in extend ${contests}`,
      notOffered: contests,
    },
    handling: {
      way: ['register', 'record-appeal', 'record-litigation', 'route', 'sign-in'],
      possible: `extend answer ${contests}`,
      notOffered: contests,
    },
    answered: { way: ['register', 'answer', 'record-appeal', 'record-litigation'], possible: `close ${contests}`, notOffered: contests },
    closed: { way: ['register', 'answer', 'record-appeal', 'record-litigation', 'close'], possible: contests, notOffered: contests },
  });
});
