import { z } from 'zod';
import { readJsonFile } from './json-file';

/** An office or unit that can hold a case. */
export interface Unit {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** Code of the unit that it is subordinate to. */
  readonly under?: string | undefined;
}

const Code = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);

const ListedUnit = z.strictObject({ code: Code, zh: z.string().min(1), en: z.string().min(1), under: Code.optional() });

/** A code stands for one unit, and nobody is subordinate to a unit that does not exist. */
const UnitsFile = z.array(ListedUnit).superRefine((units, context) => {
  const codes = units.map(({ code }) => code);
  const wrong = (index: number, field: string, message: string) => context.addIssue({ code: 'custom', path: [index, field], message });
  for (const [index, { code, under }] of units.entries()) {
    if (codes.indexOf(code) !== index) wrong(index, 'code', `the code ${code} is already taken`);
    if (under !== undefined && !codes.includes(under)) wrong(index, 'under', `there is no unit ${under}`);
  }
});

/** The units of a county like Yongshun, used until an installation names its own file in HUIYING_UNITS. */
export const defaultUnits: readonly Unit[] = [
  { code: 'gov-office', zh: '县人民政府办公室（政务公开办）', en: 'County government office (open-government office)' },
  { code: 'hotline-centre', zh: '12345热线办', en: '12345 hotline centre' },
  { code: 'public-security', zh: '县公安局', en: 'Public security bureau' },
  { code: 'police-station-lingxi', zh: '灵溪派出所', en: 'Lingxi police station', under: 'public-security' },
  { code: 'civil-affairs', zh: '县民政局', en: 'Civil affairs bureau' },
  { code: 'human-resources', zh: '县人力资源和社会保障局', en: 'Human resources and social security bureau' },
  { code: 'housing-construction', zh: '县住房和城乡建设局', en: 'Housing and construction bureau' },
  { code: 'transport', zh: '县交通运输局', en: 'Transport bureau' },
  { code: 'agriculture', zh: '县农业局', en: 'Agriculture bureau' },
  { code: 'health', zh: '县卫生和计划生育局', en: 'Health bureau' },
  { code: 'education', zh: '县教育局', en: 'Education bureau' },
  { code: 'market-regulation', zh: '县市场监督管理局', en: 'Market regulation bureau' },
  { code: 'market-station-lingxi', zh: '灵溪市场监督管理所', en: 'Lingxi market regulation station', under: 'market-regulation' },
  { code: 'environment', zh: '县环境保护局', en: 'Environment bureau' },
  { code: 'urban-management', zh: '县城市管理局', en: 'Urban management bureau' },
  { code: 'urban-station-lingxi', zh: '县城市管理局灵溪中队', en: 'Lingxi urban management squad', under: 'urban-management' },
  { code: 'water-resources', zh: '县水利局', en: 'Water resources bureau' },
  { code: 'natural-resources', zh: '县国土资源局', en: 'Land and resources bureau' },
  { code: 'poverty-relief', zh: '县扶贫开发办公室', en: 'Poverty relief office' },
  { code: 'finance', zh: '县财政局', en: 'Finance bureau' },
  { code: 'tourism', zh: '县文体旅广新局', en: 'Culture and tourism bureau' },
  { code: 'power-supply', zh: '国网永顺县供电公司', en: 'Power supply company' },
  { code: 'township-lingxi', zh: '灵溪镇人民政府', en: 'Lingxi township' },
  { code: 'township-furong', zh: '芙蓉镇人民政府', en: 'Furong township' },
  { code: 'township-shidi', zh: '石堤镇人民政府', en: 'Shidi township' },
  { code: 'township-tawo', zh: '塔卧镇人民政府', en: 'Tawo township' },
];

/** The units listed in a JSON file. @throws with the file's name and the first mistake in it */
export const readUnits = (file: string): readonly Unit[] => {
  const parsed = UnitsFile.safeParse(readJsonFile(file));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
};
