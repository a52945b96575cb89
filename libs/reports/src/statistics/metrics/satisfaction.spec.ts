import { answered, closed, complaint, textOf } from '../asked-in-memory';
import { type Cases } from '../counted-in-memory';

describe('satisfaction', () => {
  const rated = (rating: string, n: number, more: Cases = {}): Cases => closed({ rating, first_rating: rating, n, ...more });
  const cases = [
    rated('satisfied', 70),
    rated('basically-satisfied', 20),
    rated('dissatisfied', 9),
    rated('satisfied', 1, { first_rating: 'dissatisfied' }),
    rated('unreachable', 4),
    rated('not-rated', 16),
    closed({ n: 80 }),
    answered({ rating: 'satisfied' }),
  ];

  it.each([
    ['strict', '71/100 71.00%'],
    ['with-basic', '91/100 91.00%'],
    ['sampled', '91/120 75.83%'],
    ['sampled-strict', '71/120 59.17%'],
    ['complement', '111/120 92.50%'],
    ['over-closed', '71/200 35.50%'],
    ['first-round-strict', '70/100 70.00%'],
    ['first-round-with-basic', '90/100 90.00%'],
  ])('by %s is %s', (variant, text) => expect(textOf(`satisfaction by ${variant}`, cases)).toBe(text));

  const form = (attitude: string | null, rating: string | null, n: number): Cases => closed({ case_type: 'proposal', attitude, rating, n });
  const forms = [
    form('satisfied', 'satisfied', 6),
    form('satisfied', 'basically-satisfied', 2),
    form('dissatisfied', 'satisfied', 1),
    form('basically-satisfied', 'dissatisfied', 1),
    form(null, 'satisfied', 5),
    form('not-rated', 'satisfied', 5),
  ];

  it.each([
    ['both', '6/10 60.00%'],
    ['one', '3/10 30.00%'],
    ['attitude', '8/10 80.00%'],
    ['result', '7/10 70.00%'],
    ['attitude-with-basic', '9/10 90.00%'],
    ['result-with-basic', '9/10 90.00%'],
  ])('in two dimensions, %s, is %s', (variant, text) => {
    expect(textOf(`satisfaction by ${variant}`, forms)).toBe(text);
    expect(textOf(`proposal-satisfaction by ${variant}`, forms)).toBe(text);
  });

  it('of proposals is over those received in the period, closed or not, but where the formula says closed', () => {
    const received = [
      form('satisfied', 'satisfied', 3),
      { ...form('satisfied', 'satisfied', 2), closed_on: null },
      complaint({ case_type: 'proposal' }),
    ];
    expect(textOf('proposal-satisfaction by strict', received)).toBe('5/5 100.00%');
    expect(textOf('proposal-satisfaction by over-closed', received)).toBe('3/3 100.00%');
    expect(textOf('satisfaction by strict', received)).toBe('3/3 100.00%');
  });

  it('is another question than whether the matter is settled', () => {
    const asked = [
      closed({ n: 6, resolution: 'solved' }),
      closed({ resolution: 'partly-solved' }),
      closed({ resolution: 'unsolved' }),
      closed(),
    ];
    expect(textOf('resolution-rate by solved', asked)).toBe('6/8 75.00%');
    expect(textOf('resolution-rate by with-partly', asked)).toBe('7/8 87.50%');
  });
});
