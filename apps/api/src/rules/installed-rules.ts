import { defaultEditions, type InstalledRules, parseLocalRules, type Routing, unitsOf } from '@app/cases';
import type { Settings } from '@app/config';

/** The local rules of this installation. @throws naming the file and what in it cannot be used */
export const installedRules = ({ rules, units }: Pick<Settings, 'rules' | 'units'>): InstalledRules =>
  rules ? parseLocalRules(rules, unitsOf(units)) : { editions: defaultEditions, routing: [] };

/** 派单目录: which unit handles what, in this place. */
export class RoutingCatalogue {
  constructor(readonly rows: Routing) {}
}
