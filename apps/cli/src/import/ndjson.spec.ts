import { caseOfLine } from './ndjson';

const told = {
  type: 'complaint',
  source: 'urn:old',
  number: '1',
  steps: [{ command: 'register', at: '2017-03-02', data: { matter: '供水' } }],
};

const findings = (text: string) => {
  const line = caseOfLine(7, text, {});
  return 'findings' in line ? line.findings.map(({ place, said }) => `${line.line}${place} ${said.en}`) : [];
};

describe('a line of an NDJSON file', () => {
  it('is a case with its steps', () => {
    expect(caseOfLine(7, JSON.stringify(told), {})).toMatchObject({ line: 7, ...told });
  });

  it('names places by JSON pointers', () => {
    const line = caseOfLine(7, JSON.stringify(told), {});
    expect('placeOf' in line && line.placeOf(0, '/data/matter')).toBe('/steps/0/data/matter');
  });

  it('takes type and source from beside the file where it has none', () => {
    const { type: _, source: __, ...without } = told;
    expect(caseOfLine(1, JSON.stringify(without), { type: 'letter', source: 'urn:s' })).toMatchObject({ type: 'letter', source: 'urn:s' });
  });

  it.each([
    ['{"type":', ['7 is not JSON']],
    ['[]', ['7 Invalid input: expected object, received array']],
    ['null', ['7 Invalid input: expected object, received null']],
    ['{"type":"complaint\uFFFD"}', ['7 is not UTF-8']],
    [
      JSON.stringify({ ...told, number: 17, colour: 'red' }),
      ['7/number Invalid input: expected string, received number', '7/colour unknown field'],
    ],
    [JSON.stringify({ ...told, steps: [{ command: 'register', unit: 'x' }] }), ['7/steps/0/at is missing', '7/steps/0/unit unknown field']],
  ])('is refused when it is something else: %s', (text, expected) => expect(findings(text)).toEqual(expected));
});
