import { matrixSpec, type WayStep } from '@app/testing';
import { disclosure } from '.';

/** What policies carry over: from proceedings, which may contest an answer or the lack of one, and from requests that were split off. */
const carriedOver = 'record-appeal record-appeal-outcome record-litigation record-litigation-outcome record-split';

/** Received online under the 2019 regulation, and contested, so that the ends of proceedings can be recorded in every situation. */
const registered: readonly WayStep[] = [
  { path: 'register', data: { channel: 'online', delivery: undefined }, at: '2021-03-01T09:00:00+08:00' },
  'record-appeal',
  'record-litigation',
];

const row = (way: readonly WayStep[], possible: string) => ({
  way: [...registered, ...way],
  possible: `${possible} correct ${carriedOver}`,
  notOffered: carriedOver,
});

describe('a disclosure', () => {
  matrixSpec(disclosure, {
    absent: { way: [], possible: 'register' },
    received: row(
      [],
      'confirm-receipt route request-correction consult-third-party consult-co-agency request-reasons notify-fee extend answer withdraw revoke',
    ),
    routed: row(['route'], 'confirm-receipt sign-in request-correction extend withdraw revoke'),
    handling: row(
      ['request-reasons', 'route', 'sign-in'],
      'request-correction consult-third-party consult-co-agency announce-longer-term notify-fee extend answer withdraw revoke',
    ),
    'awaiting-correction': row(['request-correction'], 'receive-correction notice-served withdraw revoke'),
    consulting: row(['consult-third-party', 'consult-co-agency'], 'third-party-replied co-agency-replied notice-served withdraw revoke'),
    'awaiting-fee': row(['notify-fee'], 'fee-paid notice-served withdraw revoke'),
    answered: row(['answer'], 'serve close revoke'),
    closed: row(['answer', 'close'], 'revoke'),
  });
});
