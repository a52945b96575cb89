import { matrixSpec } from '@app/testing';
import { proposal } from '.';

const registered = { path: 'register', data: { form: 'individual', proposerCount: 1, key: false } };
const routed = { path: 'route', data: { unit: 'water-works', joint: [] } };
const handled = [registered, routed, 'sign-in'];
const answered = [...handled, { path: 'answer', data: { outcome: 'B', promise: undefined } }];
const promised = [...handled, { path: 'answer', data: { outcome: 'B', promise: { by: '2018-12-31' } } }];
const dissatisfied = { path: 'rate', data: { rating: 'dissatisfied' } };
const duplicate = { ground: 'duplicate', into: '01890000-0000-7000-8000-00000000000a' };

const always = 'record-duplicate record-duplicate-withdrawn correct';
const unanswered = `${always} make-key instruct escalate withdraw`;
const underReview = `${always} instruct escalate meet publish`;
const promise = 'fulfil-promise postpone-promise give-up-promise';
const notOffered = 'record-duplicate record-duplicate-withdrawn';

describe('a proposal', () => {
  matrixSpec(proposal, {
    absent: { way: [], possible: 'register' },
    received: { way: [registered], possible: `${unanswered} file decline-filing route`, notOffered },
    filed: { way: [registered, 'file'], possible: `${unanswered} route`, notOffered },
    'not-filed': { way: [registered, { path: 'decline-filing', data: { into: undefined } }], possible: always, notOffered },
    merged: { way: [registered, { path: 'decline-filing', data: duplicate }], possible: `${always} unmerge`, notOffered },
    withdrawn: { way: [registered, 'withdraw'], possible: always, notOffered },
    routed: { way: [registered, routed], possible: `${unanswered} sign-in request-return extend`, notOffered },
    returning: { way: [registered, routed, 'request-return'], possible: `${unanswered} approve-return refuse-return`, notOffered },
    returned: { way: [registered, routed, 'request-return', 'approve-return'], possible: `${unanswered} route`, notOffered },
    handling: { way: handled, possible: `${unanswered} request-return contact meet extend answer`, notOffered },
    answered: { way: promised, possible: `${underReview} rate ${promise}`, notOffered },
    fulfilled: { way: [...promised, 'fulfil-promise'], possible: `${underReview} answer rate close`, notOffered },
    rated: { way: [...answered, dissatisfied], possible: `${underReview} rehandle close`, notOffered },
    closed: { way: [...answered, 'close'], possible: `${always} publish`, notOffered },
  });
});
