import type { Random } from '../random';
import { countrysideMatters } from './matters-countryside';
import { livingMatters } from './matters-living';
import type { Matter, Situation } from './matter';
import { serviceMatters } from './matters-services';
import { type Place, somePlace } from './places';

const matters: readonly Matter[] = [...livingMatters, ...countrysideMatters, ...serviceMatters];

const durations = ['近几天', '近一周', '近十天', '近半个月', '近一个月', '上周以来', '本月以来', '连日来'];
const crowds = ['十几户', '二十多户', '三十来户', '四五十户', '上百户'];

/** What one citizen turns to the county about: where, what, who is to handle it. */
export interface Concern {
  readonly matter: Matter;
  readonly situation: Situation;
  readonly where: Place;
  readonly unit: string;
  readonly fill: (template: string, day?: string) => string;
}

const monthAndDay = (date: string): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;

/** Some concern; `fits` can ask for those that the hotline answers at once, or those that it does not. */
export const someConcern = (random: Random, fits: (situation: Situation) => boolean = () => true): Concern => {
  const candidates = matters.filter(({ situations }) => situations.some(fits));
  const matter = random.weighted(candidates.map((each) => [each, each.weight] as const));
  const where = somePlace(random);
  const words: Record<string, string | undefined> = {
    ...where,
    town: where.area,
    when: random.pick(durations),
    many: random.pick(crowds),
    n: String(random.whole(2, 9)),
  };
  return {
    matter,
    situation: random.pick(matter.situations.filter(fits)),
    where,
    unit: (matter.town && where.unit) || matter.unit,
    fill: (template, day) =>
      template.replace(/\{(\w+)\}/g, (_, name: string) => {
        const word = name === 'day' ? day && monthAndDay(day) : words[name];
        if (!word) throw new Error(`no word for {${name}} in ${template}`);
        return word;
      }),
  };
};

const units = [...new Set(matters.map(({ unit }) => unit))];

/** Another unit than this one, of those that handle what people turn to the county about. */
export const someOtherUnit = (random: Random, unit: string): string => random.pick(units.filter((each) => each !== unit));

const wishes = {
  complaint: ['请求尽快处理。', '希望有关部门尽快解决。', '要求查实并答复。', '已多次反映，请督促落实。', '请上门核实。'],
  help: ['请求帮助解决。', '希望得到答复。', '恳请政府帮忙协调。', '盼回复。'],
  report: ['请依法查处并保密。', '请求尽快制止。', '要求查处后回复。'],
  suggestion: ['请考虑。', '希望采纳。', '请答复能否办理。'],
  praise: ['', '请代为转达。'],
  enquiry: ['请答复。', '请告知。', ''],
} as const;

export const someWish = (random: Random, { kind }: Situation): string => random.pick<string>(wishes[kind]);
