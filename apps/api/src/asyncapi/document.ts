import { exchangeNames, messageRefusals } from '@app/case-handling';
import { caseMessages, type DescribedMessage, intakeMessages } from './messages';
import { deadHeaders, retryHeaders } from './schemas';

/** `cn.huiying.intake.complaint.received.v1` may stand in a name, but not in a JSON pointer's place of code that is generated from it. */
const keyOf = (name: string): string => name.replaceAll('.', '-');

const components = (messages: Readonly<Record<string, DescribedMessage>>) =>
  Object.fromEntries(Object.entries(messages).map(([name, message]) => [keyOf(name), message]));

const references = (messages: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.keys(messages).map((name) => [keyOf(name), { $ref: `#/components/messages/${keyOf(name)}` }]));

const aside = (name: string, title: string, headers: object) => ({
  name,
  title,
  summary: 'The message as it was published, with more headers.',
  contentType: 'application/json',
  headers,
  payload: {},
});

const key = (description: string) => ({ kafka: { key: { type: 'string', description }, bindingVersion: '0.5.0' } });

const description = [
  '接诉系统发来的事件，以及办件进展 · Events of intake systems, and what happens to cases, as CloudEvents 1.0 over Kafka.',
  'Delivery is at least once in both directions; order is kept for each key.',
  'docs/kafka.md tells more: guarantees, retries, dead letters and their replay.',
].join('\n\n');

/** The AsyncAPI 3.0 document of an installation, from the shapes that check what comes in and the table of what goes out. */
export const asyncApiDocument = (prefix = 'huiying') => {
  const { intake, cases } = exchangeNames(prefix);
  const workOrder = key('The work-order number (the subject): what is reported about one stays in order.');
  return {
    asyncapi: '3.0.0',
    info: { title: '回应 huiying', version: '1', description, license: { name: 'Apache-2.0' } },
    defaultContentType: 'application/json',
    channels: {
      intake: {
        address: intake,
        title: '上报事件 · Intake events',
        description: 'Where intake systems publish. Binary mode as described by each message, or structured mode.',
        messages: references(intakeMessages),
      },
      intakeRetry: {
        address: `${intake}.retry`,
        title: '稍后重试 · To be tried again',
        description: 'Kept by the exchange; nobody else writes here.',
        messages: { retry: { $ref: '#/components/messages/retry' } },
      },
      intakeDead: {
        address: `${intake}.dead`,
        title: '死信 · Dead letters',
        description: 'What could not be recorded, with the reason. An intake system that reads it finds what became of its events.',
        messages: { dead: { $ref: '#/components/messages/dead' } },
      },
      cases: {
        address: cases,
        title: '办件进展 · What happens to cases',
        description: 'Facts only: nothing personal, nothing of who is accused.',
        messages: references(caseMessages),
      },
    },
    operations: {
      recordIntake: { action: 'receive', channel: { $ref: '#/channels/intake' }, summary: 'Records each event once.' },
      tryAgainLater: { action: 'send', channel: { $ref: '#/channels/intakeRetry' } },
      tryAgain: { action: 'receive', channel: { $ref: '#/channels/intakeRetry' } },
      setAside: { action: 'send', channel: { $ref: '#/channels/intakeDead' } },
      tellOfCases: { action: 'send', channel: { $ref: '#/channels/cases' }, summary: 'At least once, in the order of each case.' },
    },
    components: {
      messages: {
        ...Object.fromEntries(
          Object.entries(components(intakeMessages)).map(([name, message]) => [name, { ...message, bindings: workOrder }]),
        ),
        ...Object.fromEntries(
          Object.entries(components(caseMessages)).map(([name, message]) => [
            name,
            { ...message, bindings: key('The stream of the case.') },
          ]),
        ),
        retry: aside('retry', '稍后重试 · To be tried again', retryHeaders),
        dead: aside('dead', '死信 · Dead letter', deadHeaders([...messageRefusals, 'attempts-exhausted'])),
      },
    },
  };
};
