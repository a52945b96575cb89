import { matrixSpec } from '@app/testing';
import { proceeding } from '.';

describe('a proceeding', () => {
  matrixSpec(proceeding, {
    absent: { way: [], possible: 'register' },
    filed: { way: ['register'], possible: 'conclude' },
    concluded: { way: ['register', 'conclude'], possible: '' },
  });
});
