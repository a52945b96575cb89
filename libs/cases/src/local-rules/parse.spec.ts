import { usualCircumstances } from '@app/testing';
import { defaultRules, LocalRules, rulesOn } from '.';
import { localRulesSchema, parseLocalRules } from './parse';

const file = '/etc/huiying/rules.json';
const parsed = (content: unknown) => parseLocalRules({ file, content }, usualCircumstances.units);

const first = { edition: 'county-2018', from: '2018-01-01' };
const second = { edition: 'county-2022', from: '2022-07-01' };

describe('a file of local rules', () => {
  it('may state nothing: the default holds', () => expect(parsed({})).toEqual({ editions: [defaultRules], routing: [] }));

  it('states of its first edition only what differs from the default', () => {
    const { editions } = parsed({ editions: [{ ...first, complaint: { signIn: { amount: 2 } } }] });
    expect(editions).toEqual([
      { ...defaultRules, ...first, complaint: { ...defaultRules.complaint, signIn: { amount: 2, unit: 'working-day' } } },
      defaultRules,
    ]);
  });

  it('states of a later edition only what differs from the one before it', () => {
    const letter = { review: 'required', publication: 'required' } as const;
    const [newest] = parsed({
      editions: [
        { ...first, dueSoon: 3, letter },
        { ...second, letter: { answer: { amount: 7 } } },
      ],
    }).editions;
    const answer = { amount: 7, unit: 'working-day' };
    expect(newest).toEqual({ ...defaultRules, ...second, dueSoon: 3, letter: { ...defaultRules.letter, ...letter, answer } });
  });

  it('may set what need not be set, and take it out again with null', () => {
    const ring = { amount: 2, unit: 'hour' };
    const { editions } = parsed({
      editions: [
        { ...first, complaint: { contactWithin: ring } },
        { ...second, complaint: { contactWithin: null } },
      ],
    });
    expect(editions.map(({ complaint }) => complaint.contactWithin)).toEqual([undefined, ring, defaultRules.complaint.contactWithin]);
    expect(() => parsed({ editions: [{ ...first, complaint: { signIn: null } }] })).toThrow('editions[0].complaint.signIn: Invalid input');
  });

  it('gives lists whole: they are not mixed with those before', () => {
    const [newest] = parsed({ editions: [{ ...first, proposal: { classes: ['A', 'B', 'C'] } }] }).editions;
    expect(newest?.proposal.classes).toEqual(['A', 'B', 'C']);
  });

  it('has each case fall under the edition of the day on which it was received, and before the first under the default', () => {
    const { editions } = parsed({ editions: [first, second] });
    const on = (date: string) => rulesOn(editions, date).edition;
    expect(['2017-12-31', '2018-01-01', '2022-06-30', '2022-07-01', '2030-01-01'].map(on)).toEqual([
      'default',
      'county-2018',
      'county-2018',
      'county-2022',
      'county-2022',
    ]);
  });
});

describe('a file of local rules that cannot be used', () => {
  it.each([
    ['a list', [], 'the file: Invalid input: expected object, received array'],
    ['a misspelt item', { editions: [{ ...first, complaint: { singIn: {} } }] }, 'editions[0].complaint: Unrecognized key: "singIn"'],
    [
      'a term of no days',
      { editions: [first, { ...second, complaint: { signIn: { amount: 0 } } }] },
      'editions[1].complaint.signIn.amount: Too small: expected number to be >=1',
    ],
    [
      'a unit of time that does not exist',
      { editions: [{ ...first, letter: { answer: { unit: 'week' } } }] },
      'editions[0].letter.answer.unit: Invalid option: expected one of "hour"|"working-day"|"day"|"month"',
    ],
    [
      'a list with half a row',
      { editions: [{ ...first, complaint: { limits: [{ rule: 'hotline-ordinary' }] } }] },
      'editions[0].complaint.limits[0].answer: Invalid input: expected object, received undefined',
    ],
    [
      'limits that leave some complaints without one',
      {
        editions: [
          { ...first, complaint: { limits: [{ rule: 'hotline-urgent', urgencies: ['urgent'], answer: { amount: 1, unit: 'hour' } }] } },
        ],
      },
      'editions[0].complaint.limits: one limit must fit every complaint that the others leave',
    ],
    [
      'an edition without its first day',
      { editions: [{ edition: 'county' }] },
      'editions[0].from: Invalid input: expected string, received undefined',
    ],
    [
      'two editions from the same day',
      { editions: [first, { ...second, from: first.from }] },
      'editions[1].from: 2018-01-01 is not after 2018-01-01, from which the edition before it holds',
    ],
    [
      'editions that are not in their order',
      { editions: [second, first] },
      'editions[1].from: 2018-01-01 is not after 2022-07-01, from which the edition before it holds',
    ],
    [
      'two editions of one name',
      { editions: [first, { ...second, edition: first.edition }] },
      'editions[1].edition: the name county-2018 is already taken',
    ],
    ['the name of the default', { editions: [{ ...first, edition: 'default' }] }, 'editions[0].edition: the name default is already taken'],
    [
      'the address of the schema as a name',
      { editions: [{ ...first, edition: 'schema' }] },
      'editions[0].edition: the name schema is already taken',
    ],
    ['a unit that does not exist', { routing: [{ matter: '供水', unit: 'waterworks' }] }, 'routing[0]: there is no unit waterworks'],
    ['a joint unit that does not exist', { routing: [{ unit: 'water-works', joint: ['police'] }] }, 'routing[0]: there is no unit police'],
    ['a unit joint to itself', { routing: [{ unit: 'water-works', joint: ['water-works'] }] }, 'routing[0].joint: a unit is named twice'],
    [
      'two rows that ask for the same',
      {
        routing: [
          { area: '灵溪镇', matter: '供水', unit: 'water-works' },
          { matter: '供水', area: '灵溪镇', unit: 'gov-office' },
        ],
      },
      'routing[1]: an earlier row asks for the same',
    ],
  ])('names the place of the mistake: %s', (_, content, mistake) =>
    expect(() => parsed(content)).toThrow(`${file} does not hold local rules that can be used:\n  ${mistake}`),
  );

  it('names all mistakes of one kind at once', () => {
    const content = { editions: [{ ...first, dueSoon: 0, letter: { review: 'sometimes' } }] };
    expect(() => parsed(content)).toThrow(/dueSoon: .*\n.*letter\.review: /);
  });
});

describe('the JSON Schema of the file', () => {
  const schema: any = localRulesSchema();
  const edition = schema.properties.editions.items;

  it('asks of an edition its name and its first day, and of the rest nothing', () => {
    expect(edition.required).toEqual(['edition', 'from']);
    expect(edition.properties.complaint.required).toBeUndefined();
    expect(edition.properties.complaint.properties.signIn.required).toBeUndefined();
  });

  it('knows every item there is, and no other', () => {
    expect(Object.keys(edition.properties).toSorted()).toEqual(Object.keys(LocalRules.shape).toSorted());
    expect(Object.keys(edition.properties.complaint.properties).toSorted()).toEqual(
      [...Object.keys(defaultRules.complaint), 'contactWithin'].toSorted(),
    );
    expect([schema, edition, edition.properties.complaint].map(({ additionalProperties }) => additionalProperties)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('asks for the rows of a list whole', () =>
    expect(edition.properties.complaint.properties.limits.items.required).toEqual(expect.arrayContaining(['rule', 'answer'])));
});
