import { planBulletin } from './plans';

/** Yueyang's seventy thousand take too long to plan again and again; they are played as a whole elsewhere. */
const small = ['hotline-hengdong-2023-09', 'proposals-ningbo-2011'];

const commandsOf = (id: string): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { steps } of planBulletin(id).cases) for (const { command } of steps) counts[command] = (counts[command] ?? 0) + 1;
  return counts;
};

describe('the cases invented for a bulletin', () => {
  it('of Hengdong are its orders, of which 1472 go to units and 34 are sent back', () =>
    expect(commandsOf('hotline-hengdong-2023-09')).toMatchObject({
      RegisterComplaint: 4637,
      RouteComplaint: 1472,
      AnswerComplaintDirectly: 3165,
      SendBackComplaint: 34,
      RecordComplaintFollowUp: 400,
      CloseComplaint: 4637,
    }));

  it('of Ningbo are 591 proposals, of which three get no answer', () =>
    expect(commandsOf('proposals-ningbo-2011')).toMatchObject({
      RegisterProposal: 591,
      FileProposal: 591,
      AnswerProposal: 588,
      RateProposal: 527,
      WithdrawProposal: 3,
    }));

  it.each(small)('are the same whenever they are asked for: %s', (id) => {
    const names = planBulletin(id).cases.map(({ key, steps }) => `${key} ${steps.map(({ at }) => at).join(' ')}`);
    expect(planBulletin(id).cases.map(({ key, steps }) => `${key} ${steps.map(({ at }) => at).join(' ')}`)).toEqual(names);
  });

  it.each(small)('run forward in time: %s', (id) => {
    const backwards = planBulletin(id).cases.filter(({ steps }) =>
      steps.some(({ at }, index) => Date.parse(at) < Date.parse(steps[index - 1]?.at ?? at)),
    );
    expect(backwards).toEqual([]);
  });

  it('are none for a bulletin nobody has planned', () => expect(() => planBulletin('hotline-nowhere')).toThrow('there is no plan'));
});
