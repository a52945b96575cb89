import type { ColumnedLine } from '../form-tables';

/** A line that names the item of 政府信息公开条例 art. 20 that the lines below it belong to. */
export const article20 = (item: string, number: number): ColumnedLine => ({
  code: `t2-art20-${number}`,
  zh: `第二十条第（${item}）项`,
  en: `Article 20(${number})`,
  unit: null,
  level: 0,
  figures: {},
});
