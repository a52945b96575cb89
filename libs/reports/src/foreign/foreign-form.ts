import type { Form } from '../form';
import { forms, type FormId } from '../forms';
import type { ForeignReport } from './foreign-report';

/** The forms that offices publish as tables. */
export const checkable: readonly FormId[] = ['gk-2014', 'gk-2019-trial', 'gk-2021', 'gk-2021-one-row-six'];

const undivided = /^other-handling:/;
const divided = /^other-(?:correction-lapsed|fee-unpaid|other):/;

/** Some agencies print group six of the 2021 format as the one row it was before (洪泽区2023、2024年): its cells tell. */
const hasOneRowSix = ({ cells }: ForeignReport): boolean => {
  const codes = Object.keys(cells);
  return codes.some((code) => undivided.test(code)) && !codes.some((code) => divided.test(code));
};

/** The form a report is printed on; undefined when its format is none that we know. */
export const formOfForeign = (report: ForeignReport): Form | undefined => {
  const id = checkable.find((each) => each === report.format);
  return id && forms[id === 'gk-2021' && hasOneRowSix(report) ? 'gk-2021-one-row-six' : id];
};
