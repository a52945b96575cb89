import { matrixSpec } from '@app/testing';
import { letter } from '.';

describe('a letter', () => {
  matrixSpec(letter, {
    absent: { way: [], possible: 'register' },
    received: { way: ['register'], possible: 'route' },
    routed: { way: ['register', 'route'], possible: 'sign-in' },
    handling: { way: ['register', 'route', 'sign-in'], possible: 'answer' },
    answered: { way: ['register', 'route', 'sign-in', 'answer'], possible: 'rate close' },
    rated: { way: ['register', 'route', 'sign-in', 'answer', 'rate'], possible: 'close' },
    closed: { way: ['register', 'route', 'sign-in', 'answer', 'close'], possible: '' },
  });
});
