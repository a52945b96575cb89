import type { Random } from '../random';

const surnames = '彭 田 向 王 张 李 覃 罗 杨 黄 刘 陈 符 鲁 石 吴 周 贾 宋 谢 尚 梁 汪 曾 邓'.split(' ');
const givenNames = (
  '大明 秀英 永胜 春梅 家顺 桂花 绍林 玉兰 世才 小燕 德贵 金莲 光荣 腊梅 建军 冬妹 万里 芳 伟 静 海波 丽华 ' +
  '志强 红艳 明亮 翠娥 先富 水秀 开文 四妹 宏图 菊香 业成 晓霞 承恩 银花 昌盛 月娥 武 萍 启福 喜凤 远志 碧云'
).split(' ');

export const someName = (random: Random): string => random.pick(surnames) + random.pick(givenNames);

/** Eleven digits that nobody can have: no mobile number in China begins with 100. */
export const somePhone = (random: Random): string => `1000743${String(random.whole(0, 9999)).padStart(4, '0')}`;

export const someNetizen = (random: Random): string =>
  `${random.pick(['永顺网友', '溪州过客', '湘西网友', '猛洞河畔', '土家人'])}${random.whole(100, 9999)}`;
