/** What the server said. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON of the answer; the text itself where it is none. */
  readonly body: any;
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

export const ask = async (address: string, init?: RequestInit): Promise<Answer> => {
  const response = await fetch(address, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: jsonOf(text) };
};

const chinese = /\p{Script=Han}/u;

/** The answer is this problem, in Chinese, and says so in every place where a problem says it. */
export const expectProblem = ({ status, headers, body, text }: Answer, expected: number, type: string): void => {
  expect({ status, type: body.type, text }).toEqual({ status: expected, type: `/problems/${type}`, text });
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(body.status).toBe(expected);
  expect(body.title).toMatch(chinese);
  if (body.detail !== undefined) expect(body.detail).toMatch(chinese);
};
