import { answered, closed, complaint, textOf } from '../asked-in-memory';

describe('the closure rate', () => {
  const cases = [closed({ n: 7 }), answered({ n: 2 }), complaint(), closed({ due_on: '2018-04-02' })];

  it('is over what fell due, was received or was routed', () => {
    expect(textOf('closure-rate by due', cases)).toBe('7/10 70.00%');
    expect(textOf('closure-rate by received', [...cases, closed({ first_routed_on: null })])).toBe('9/12 75.00%');
    expect(textOf('closure-rate by routed', [...cases, closed({ first_routed_on: null })])).toBe('8/11 72.73%');
  });

  it('takes a complaint as closed after the follow-up, everything else when it is answered or ends otherwise', () => {
    const letters = [answered({ n: 3 }), complaint({ closed_on: '2018-03-05', disposal: 'withdrawn' }), complaint()];
    const asLetters = letters.map((each) => ({ ...each, case_type: 'letter' }));
    expect(textOf('closure-rate by due', asLetters)).toBe('4/5 80.00%');
    expect(textOf('closure-rate by due', letters)).toBe('1/5 20.00%');
  });
});

describe('the on-time rate', () => {
  const cases = [
    answered({ n: 5 }),
    answered({ n: 2, timing: 'extended' }),
    answered({ timing: 'late', overdue: 1 }),
    complaint({ overdue: 1 }),
    closed({ answered_on: null, timing: null, disposal: 'emergency' }),
  ];

  it('counts what was answered within the term in force, an extended one too, or ended before it ran out', () => {
    expect(textOf('on-time-rate by due', cases)).toBe('8/10 80.00%');
    expect(textOf('on-time-rate by answered', cases)).toBe('7/8 87.50%');
    expect(textOf('extended-rate by answered', cases)).toBe('2/8 25.00%');
  });

  it('over what was routed leaves out what was ever overdue', () => {
    expect(textOf('on-time-rate by routed', cases)).toBe('8/10 80.00%');
    expect(textOf('on-time-rate by routed', [complaint({ n: 9 }), answered({ overdue: 1 })])).toBe('9/10 90.00%');
  });

  it('and the late ones make up the whole only when nothing is open and overdue', () => {
    expect(textOf('overdue-rate by due', cases)).toBe('2/10 20.00%');
    expect(textOf('overdue-rate by closed-late', cases)).toBe('1/10 10.00%');
  });
});

describe('published rates', () => {
  it('of Junshan in 2020: 11289 and 14 of 11303 due, while 11204 were received', () => {
    const cases = [
      answered({ n: 11_190 }),
      answered({ n: 14, timing: 'late', overdue: 1 }),
      answered({ n: 99, received_on: '2018-02-27', first_routed_on: '2018-02-27' }),
    ];
    expect(textOf('on-time-rate by due', cases)).toBe('11289/11303 99.88%');
    expect(textOf('overdue-rate by closed-late', cases)).toBe('14/11303 0.12%');
    expect(textOf('received by orders', cases)).toBe('11204 11204');
  });
});
