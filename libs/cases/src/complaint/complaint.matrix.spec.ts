import { matrixSpec } from '@app/testing';
import { complaint } from '.';

const register = { path: 'register', data: { confidential: false, accused: undefined } };
const routedTo = (...joint: string[]) => ({ path: 'route', data: { unit: 'water-works', joint, limit: undefined } });
const byLead = (path: string) => ({ path, as: 'water-works' });
const dissatisfied = { path: 'record-follow-up', data: { rating: 'dissatisfied' } };

const handling = [register, routedTo(), byLead('sign-in')];
const answered = [...handling, byLead('answer')];

const byPolicy = 'record-duplicate record-duplicate-withdrawn';
const always = `keep-confidential correct ${byPolicy}`;
const apart = `name-accused link ${always}`;
const open = `escalate instruct hold-meeting ${apart}`;
const unanswered = `remind supplement merge ${open}`;

describe('a complaint', () => {
  matrixSpec(complaint, {
    absent: { way: [], possible: 'register' },
    received: {
      way: [register],
      possible: `route answer-directly transfer-to-emergency decline ${unanswered}`,
      notOffered: byPolicy,
    },
    routed: {
      way: [register, routedTo('urban-management')],
      possible: `sign-in join-in request-return assign-joint release-joint ${unanswered}`,
      notOffered: byPolicy,
    },
    handling: {
      way: handling,
      possible: `contact-caller sub-task request-return request-extension assign-joint answer propose-termination ${unanswered}`,
      notOffered: byPolicy,
    },
    'return-review': {
      way: [...handling, byLead('request-return')],
      possible: `approve-return refuse-return designate ${unanswered}`,
      notOffered: byPolicy,
    },
    answered: { way: answered, possible: `pass-review send-back record-attempt record-follow-up close ${open}`, notOffered: byPolicy },
    reviewed: {
      way: [...answered, 'pass-review'],
      possible: `record-attempt record-follow-up close ${open}`,
      notOffered: byPolicy,
    },
    rated: { way: [...answered, dissatisfied], possible: `send-back close ${open}`, notOffered: byPolicy },
    closed: { way: [...answered, 'close'], possible: `reopen ${apart}`, notOffered: byPolicy },
    merged: { way: [...handling, 'merge'], possible: `unmerge ${always}`, notOffered: byPolicy },
  });
});
