import { matrixSpec } from '@app/testing';
import { complaint } from '.';

describe('a complaint', () => {
  matrixSpec(complaint, {
    absent: { way: [], possible: 'register' },
    received: { way: ['register'], possible: 'route answer-directly remind supplement' },
    routed: { way: ['register', 'route'], possible: 'sign-in remind supplement' },
    handling: { way: ['register', 'route', 'sign-in'], possible: 'answer remind supplement' },
    answered: { way: ['register', 'answer-directly'], possible: 'record-follow-up close' },
    rated: { way: ['register', 'answer-directly', 'record-follow-up'], possible: 'close' },
    closed: { way: ['register', 'answer-directly', 'record-follow-up', 'close'], possible: '' },
  });
});
