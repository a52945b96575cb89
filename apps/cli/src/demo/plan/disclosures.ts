import { handlerIn, someClerk } from './actors';
import type { DemoCase, DemoStep } from './demo-plan';
import { type Random, randomFrom } from './random';
import { type ProceedingText, proceedingTexts, type RequestText, requestTexts } from './texts/disclosure-texts';
import { someName, somePhone } from './texts/people';
import { instructions } from './texts/remarks';
import { hours, type Moment, minutes, officeTimeOn, toInstant, workingAfter } from './working-time';

const by =
  (random: Random) =>
  (at: Moment, command: string, body: DemoStep['body'], actor = someClerk(random)): DemoStep => ({
    kind: 'command',
    at: toInstant(at),
    actor,
    command,
    body,
  });

const request = (random: Random, { key, receivedOn, answeredOn, outcome, answer, unit, ...told }: RequestText): DemoCase => {
  const step = by(random);
  const received = officeTimeOn(random, receivedOn);
  const routed = workingAfter(received, minutes(random, 20, 200));
  const answered = officeTimeOn(random, answeredOn);
  const reply = { outcome, text: answer };
  return {
    key,
    type: 'disclosure',
    steps: [
      { ...step(received, 'RegisterDisclosure', { ...told, applicant: someName(random), contact: somePhone(random) }), kind: 'register' },
      ...(unit
        ? [
            step(routed, 'RouteDisclosure', { unit, instruction: random.pick(instructions.disclosure) }),
            step(workingAfter(routed, hours(random, 1, 6)), 'SignInDisclosure', {}, handlerIn(unit)),
            step(answered, 'AnswerDisclosure', reply, handlerIn(unit)),
          ]
        : [step(answered, 'AnswerDisclosure', reply)]),
      step(workingAfter(answered, hours(random, 3, 12)), 'CloseDisclosure', {}),
    ],
  };
};

const proceeding = (random: Random, { key, filedOn, contests, body, concluded }: ProceedingText): DemoCase => {
  const step = by(random);
  const filed = step(officeTimeOn(random, filedOn), 'FileProceeding', { ...body, claimant: someName(random) });
  return {
    key,
    type: 'proceeding',
    steps: [
      { ...filed, kind: 'register', ...(contests && { contests }) },
      ...(concluded ? [step(officeTimeOn(random, concluded.on), 'ConcludeProceeding', concluded.body)] : []),
    ],
  };
};

export const planDisclosures = (seed: number): DemoCase[] => requestTexts.map((text) => request(randomFrom(seed).branch(text.key), text));

export const planProceedings = (seed: number): DemoCase[] =>
  proceedingTexts.map((text) => proceeding(randomFrom(seed).branch(text.key), text));
