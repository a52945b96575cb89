import type { Random } from '../random';

interface Town {
  readonly area: string;
  readonly weight: number;
  readonly villages: readonly string[];
  /** Code of the township where it is a unit of its own. */
  readonly unit?: string;
}

const town = (area: string, weight: number, villages: string, unit?: string): Town => ({
  area,
  weight,
  villages: villages.split(' '),
  ...(unit && { unit }),
});

/** Townships of Yongshun county; the villages are invented. */
const towns: readonly Town[] = [
  town('灵溪镇', 30, '桐油坪村 柏杨村 新溪村 石门口村 长岭岗村 岩板铺村', 'township-lingxi'),
  town('芙蓉镇', 9, '河湾村 花桥头村 老码头村 雨禾坡村', 'township-furong'),
  town('石堤镇', 8, '大井坎村 落水坝村 青冈坪村 麻溪村', 'township-shidi'),
  town('塔卧镇', 7, '七星坡村 红岩溪村 三湾村 仓坪寨村', 'township-tawo'),
  town('首车镇', 6, '中坝寨村 梭罗坪村 龙潭湾村'),
  town('泽家镇', 5, '砂土坡村 若水村 西那坪村'),
  town('松柏镇', 5, '仙仁坡村 湖坪寨村 三坪村'),
  town('永茂镇', 5, '卓福湾村 三角岩村 青龙坡村'),
  town('青坪镇', 4, '大明坡村 白岩村 龙爪关村'),
  town('万坪镇', 5, '上坪寨村 杉木坡村 岩堡村'),
  town('砂坝镇', 4, '细砂溪村 官坝村 合心坡村'),
  town('小溪镇', 3, '展笔坡村 鱼泉村'),
  town('高坪乡', 4, '那咱坡村 西米寨村 场坪村'),
  town('西岐乡', 3, '瓦厂坡村 流浪溪村'),
  town('颗砂乡', 3, '旧寨坡村 周家坪村'),
  town('对山乡', 3, '双凤湾村 新寨坡村'),
  town('盐井乡', 2, '冷水溪村 夹树坪村'),
  town('润雅乡', 3, '莲蓬坡村 八吉坪村'),
  town('车坪乡', 3, '咱竹坡村 桃子溪村'),
  town('毛坝乡', 3, '观音岩村 茶林坡村'),
  town('两岔乡', 2, '朵砂溪村 伴湖坡村'),
  town('朗溪乡', 2, '王木坡村 泽树坪村'),
  town('抚志乡', 3, '五里坡村 利布村'),
];

const countySeat = {
  streets: ['府前路', '玉屏街', '河东路', '溪州大道', '老西门', '大桥南路', '灵溪河沿河路', '汽车站旁', '二中门口', '南门菜市场', '不二路'],
  estates: ['溪州花园', '灵溪新城', '玉屏苑', '河畔小区', '民生小区', '教师新村', '春晖园', '金土大厦', '翠屏佳苑'],
};
const elsewhere = {
  streets: ['集镇主街', '农贸市场', '卫生院门口', '中心完小旁', '老街', '河堤路', '客运站旁', '新街口'],
  estates: ['集镇安置小区', '教师公寓', '易地搬迁安置小区', '农民新街'],
};

/** The places that a text may speak of, all in one township. */
export interface Place {
  readonly area: string;
  readonly unit: string | undefined;
  readonly place: string;
  readonly street: string;
  readonly estate: string;
}

export const somePlace = (random: Random): Place => {
  const { area, villages, unit } = random.weighted(towns.map((each) => [each, each.weight] as const));
  const { streets, estates } = area === '灵溪镇' ? countySeat : elsewhere;
  return {
    area,
    unit,
    place: `${area}${random.pick(villages)}${random.whole(1, 9)}组`,
    street: `${area}${random.pick(streets)}`,
    estate: `${area}${random.pick(estates)}`,
  };
};
