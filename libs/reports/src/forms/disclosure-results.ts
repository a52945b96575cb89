/** The result rows of （三）不予公开 and （五）不予处理. */
export const refused = [
  'refused-state-secret',
  'refused-other-law',
  'refused-security-stability',
  'refused-third-party',
  'refused-internal-affairs',
  'refused-deliberative',
  'refused-enforcement-file',
  'refused-query-matter',
];

export const declined = ['declined-petition', 'declined-repeat', 'declined-publication', 'declined-excessive', 'declined-confirmation'];
