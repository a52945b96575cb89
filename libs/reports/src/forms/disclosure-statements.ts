import { type Sentence, say } from '@app/cases';
import type { Statement, Term } from '../form';
import { declined, refused } from './disclosure-results';
import { applicantColumns, type GroupSix, otherHandling } from './disclosure-tables';

const columns = applicantColumns.map(({ code }) => code).filter((code) => code !== 'total');

/** The sum of these rows over the six kinds of applicants: what is printed even where the column of totals is left blank. */
const overApplicants = (rows: readonly string[]): readonly Term[] => rows.flatMap((row) => columns.map((column) => `${row}:${column}`));

const statement = (id: string, says: string, zh: string, en: string, oneOf: Statement['oneOf'], why?: Sentence): Statement => ({
  id,
  says,
  title: say(zh, en),
  oneOf,
  ...(why && { why }),
});

const mayLeaveOutPending = say('正文可以不含尚未审结的案件', 'the text may leave out what is pending');

const less = (code: string): Term => ({ code, less: true });

const litigation = ['litigation-direct:total', 'litigation-after:total'];

/** What the text of the report says again of tables three and four (宿迁2024年：正文134件、57件不含尚未审结). */
export const disclosureStatements = (six: GroupSix): readonly Statement[] => [
  statement('n1', 'requests_received', '正文“收到申请”', 'requests received, as the text says', [['new-received:total']]),
  statement('n2', 'requests_answered', '正文“办结（答复）申请”', 'requests answered, as the text says', [['results-total:total']]),
  statement('n3', 'carried_in', '正文“上年结转”', 'carried in, as the text says', [['carried-in:total']]),
  statement('n4', 'carried_out', '正文“结转下年度”', 'carried out, as the text says', [['carried-out:total']]),
  statement('n5', 'granted_or_partly', '正文“予以公开和部分公开”', 'disclosed, wholly or in part, as the text says', [
    overApplicants(['granted', 'partly-granted']),
  ]),
  statement('n6', 'refused', '正文“不予公开”', 'refused, as the text says', [overApplicants(refused)]),
  statement('n7', 'unavailable_not_held', '正文“本机关不掌握”', 'not held, as the text says', [overApplicants(['unavailable-not-held'])]),
  statement('n8', 'declined', '正文“不予处理”', 'not processed, as the text says', [overApplicants(declined)]),
  statement('n9', 'other', '正文“其他处理”', 'other handling, as the text says', [columns.flatMap((column) => otherHandling(six, column))]),
  statement(
    'n10',
    'reconsideration',
    '正文“行政复议”',
    'reconsiderations, as the text says',
    [['reconsideration:total'], ['reconsideration:total', less('reconsideration:pending')]],
    mayLeaveOutPending,
  ),
  statement(
    'n11',
    'litigation',
    '正文“行政诉讼”',
    'lawsuits, as the text says',
    [litigation, [...litigation, less('litigation-direct:pending'), less('litigation-after:pending')]],
    mayLeaveOutPending,
  ),
];
