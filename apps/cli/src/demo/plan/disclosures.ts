import { handlerIn, someClerk } from './actors';
import type { DemoCase } from './demo-plan';
import { type Random, randomFrom } from './random';
import { registerStep, staffStep } from './steps';
import { type ProceedingText, proceedingTexts, type RequestText, requestTexts } from './texts/disclosure-texts';
import { someName, somePhone } from './texts/people';
import { instructions } from './texts/remarks';
import { hours, minutes, officeTimeOn, workingAfter } from './working-time';

/** An answer goes out the way the request came in. */
const servedBy = { online: 'online', letter: 'post', 'in-person': 'in-person' } as const;

const request = (random: Random, { key, receivedOn, answeredOn, outcome, answer, unit, ...told }: RequestText): DemoCase => {
  const clerk = someClerk(random);
  const received = officeTimeOn(random, receivedOn);
  const routed = workingAfter(received, minutes(random, 20, 200));
  const answered = officeTimeOn(random, answeredOn);
  const served = workingAfter(answered, minutes(random, 20, 150));
  const reply = { outcome, text: answer };
  return {
    key,
    type: 'disclosure',
    steps: [
      registerStep(received, clerk, 'RegisterDisclosure', { ...told, applicant: someName(random), contact: somePhone(random) }),
      ...(unit
        ? [
            staffStep(routed, clerk, 'RouteDisclosure', { unit, instruction: random.pick(instructions.disclosure) }),
            staffStep(workingAfter(routed, hours(random, 1, 6)), handlerIn(unit), 'SignInDisclosure'),
            staffStep(answered, handlerIn(unit), 'AnswerDisclosure', reply),
          ]
        : [staffStep(answered, clerk, 'AnswerDisclosure', reply)]),
      staffStep(served, clerk, 'ServeDisclosure', { way: servedBy[told.channel] }),
      staffStep(workingAfter(served, hours(random, 3, 12)), clerk, 'CloseDisclosure'),
    ],
  };
};

const proceeding = (random: Random, { key, filedOn, contests, body, concluded }: ProceedingText): DemoCase => {
  const clerk = someClerk(random);
  const filed = registerStep(officeTimeOn(random, filedOn), clerk, 'FileProceeding', { ...body, claimant: someName(random) });
  return {
    key,
    type: 'proceeding',
    steps: [
      { ...filed, ...(contests && { contests }) },
      ...(concluded ? [staffStep(officeTimeOn(random, concluded.on), clerk, 'ConcludeProceeding', concluded.body)] : []),
    ],
  };
};

export const planDisclosures = (seed: number): DemoCase[] => requestTexts.map((text) => request(randomFrom(seed).branch(text.key), text));

export const planProceedings = (seed: number): DemoCase[] =>
  proceedingTexts.map((text) => proceeding(randomFrom(seed).branch(text.key), text));
