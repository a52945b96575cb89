import { type CaseTypeName, caseTypes, findCaseType } from '@app/cases';
import Table from 'cli-table3';

export type Fate = 'fit' | 'there' | 'wrong';

const titles = ['类型 type', '可导入 new', '已在系统中 already there', '有问题 with problems'];

/** How many cases of each type are new, already there, or wrong. */
export class Tally {
  private readonly counts = new Map<string, Record<Fate, number>>();

  add(type: string | undefined, fate: Fate): void {
    const name = type !== undefined && findCaseType(type) ? type : '';
    const counts = this.counts.get(name) ?? { fit: 0, there: 0, wrong: 0 };
    counts[fate] += 1;
    this.counts.set(name, counts);
  }

  of(fate: Fate): number {
    return [...this.counts.values()].reduce((sum, counts) => sum + counts[fate], 0);
  }

  table(): string {
    const table = new Table({ head: titles, style: { head: [], border: [] } });
    for (const [name, { fit, there, wrong }] of this.counts) {
      const title = name && `${caseTypes[name as CaseTypeName].title.zh} ${name}`;
      table.push([title || '无法辨认 unknown', fit, there, wrong]);
    }
    table.push(['合计 total', this.of('fit'), this.of('there'), this.of('wrong')]);
    return table.toString();
  }
}
