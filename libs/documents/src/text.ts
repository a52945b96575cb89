// What XML forbids or advises against, and the sign that stands for what could not be decoded.
const unprintable = /(?![\t\n\r])[\p{Cc}\ufdd0-\ufdef\ufffd-\uffff]/gu;

/** A text that every file can hold: without control characters and halves of characters. */
export const printable = (text: string): string => text.toWellFormed().replace(unprintable, '');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as the content of an element or an attribute of XML or HTML. */
export const escaped = (text: string): string => printable(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** A text as a string of CSS. */
export const cssString = (text: string): string =>
  `"${printable(text).replace(/[\\"'<>&\r\n\t]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;
