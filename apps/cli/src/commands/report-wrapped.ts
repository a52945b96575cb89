/** Characters that take two columns in a terminal: Chinese, and full-width signs. */
const wide = /[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/;

/** The text in lines of at most so many columns; Chinese may break anywhere, which tables for words cannot do. */
export const wrapped = (text: string, columns: number): string => {
  const lines: string[] = [];
  let [line, used] = ['', 0];
  for (const character of text) {
    const needs = wide.test(character) ? 2 : 1;
    if (used + needs > columns) {
      lines.push(line);
      [line, used] = ['', 0];
    }
    line += character;
    used += needs;
  }
  return [...lines, line].join('\n');
};
