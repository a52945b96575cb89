import { say } from '@app/cases';
import { type Form, tillNow } from '../form';
import { type FormBook, versionsOf } from '../form-book';
import { changedForm, type Understood } from './change';
import { atForm, formMistakes } from './check-form';
import type { KnownValues } from './measures';
import { type Mistake, mistake, type StatedChange, type StatedForm } from './stated';
import { wholeForm } from './whole';

interface Growing {
  readonly book: FormBook;
  readonly mistakes: readonly Mistake[];
}

const isChange = (stated: StatedChange | StatedForm): stated is StatedChange => 'extends' in stated;

const newest = (book: FormBook, id: string): Form | undefined => versionsOf(book, id).at(-1);

const years = ([first, last]: Form['validYears']): string => (last === tillNow ? `${first}–` : `${first}–${last}`);

const notAbove = (version: number): Mistake =>
  mistake(['version'], say(`版本号须大于已有的第${version}版`, `must be above ${version}, the version there is`));

/** A new version begins after the one it changes and leaves none of its years without a form. */
const successionMistakes = ({ version, validYears: [first, last] }: Form, base: Form): readonly Mistake[] => [
  ...(version > base.version ? [] : [notAbove(base.version)]),
  ...(first > base.validYears[0]
    ? []
    : [
        mistake(
          ['validYears'],
          say(
            `第${base.version}版自${base.validYears[0]}年度起适用，新版须在其后开始`,
            `version ${base.version} holds from ${base.validYears[0]}: the new one must begin after that`,
          ),
        ),
      ]),
  ...(last >= base.validYears[1] || last < first
    ? []
    : [
        mistake(
          ['validYears'],
          say(`${last}年度以后没有适用的版本；不设终止年度请写 null`, `no version would hold after ${last}; write null for no last year`),
        ),
      ]),
];

const reversed = ({ validYears: [first, last] }: Form): readonly Mistake[] =>
  first <= last
    ? []
    : [mistake(['validYears'], say(`终止年度 ${last} 早于起始年度 ${first}`, `the last year ${last} is before the first, ${first}`))];

/** The version before ends where the new one begins. */
const ended = (base: Form, first: number): Form => ({ ...base, validYears: [base.validYears[0], Math.min(base.validYears[1], first - 1)] });

const withChange = ({ book, mistakes }: Growing, stated: StatedChange, known: KnownValues, index: number): Growing => {
  const base = newest(book, stated.extends);
  if (!base) {
    const ids = [...new Set(book.map(({ id }) => id))].join(', ');
    const said = say(`没有报表“${stated.extends}”，有：${ids}`, `there is no form ${stated.extends}, but ${ids}`);
    return { book, mistakes: [...mistakes, ...atForm([mistake(['extends'], said)], index)] };
  }
  const { form, mistakes: own } = changedForm(base, stated);
  const found = [...own, ...reversed(form), ...successionMistakes(form, base), ...formMistakes(form, base, book, known)];
  return {
    book: [...book.map((each) => (each === base ? ended(base, form.validYears[0]) : each)), form],
    mistakes: [...mistakes, ...atForm(found, index)],
  };
};

const overlaps = ([first, last]: Form['validYears'], [from, to]: Form['validYears']): boolean => first <= to && from <= last;

const siblingMistakes = (form: Form, siblings: readonly Form[]): readonly Mistake[] =>
  siblings.flatMap((sibling) => [
    ...(form.version > sibling.version ? [] : [notAbove(sibling.version)]),
    ...(overlaps(form.validYears, sibling.validYears)
      ? [
          mistake(
            ['validYears'],
            say(
              `与第${sibling.version}版（${years(sibling.validYears)}年度）重叠`,
              `overlaps with version ${sibling.version}, which holds in ${years(sibling.validYears)}`,
            ),
          ),
        ]
      : []),
  ]);

const withWhole = ({ book, mistakes }: Growing, stated: StatedForm, published: FormBook, known: KnownValues, index: number): Growing => {
  const { form, mistakes: own }: Understood = wholeForm(stated);
  const isTaken = published.some(({ id }) => id === form.id);
  const found = [
    ...own,
    ...reversed(form),
    ...(isTaken
      ? [
          mistake(
            ['id'],
            say(`“${form.id}”是程序自带的报表，改动请用 extends`, `${form.id} comes with the program: to change it write extends`),
          ),
        ]
      : siblingMistakes(form, versionsOf(book, form.id))),
    ...formMistakes(form, undefined, book, known),
  ];
  return { book: [...book, form], mistakes: [...mistakes, ...atForm(found, index)] };
};

/** The forms that come with the program and those of an office, in the order in which it states them; and every mistake in these. */
export const localBook = (published: FormBook, stated: readonly (StatedChange | StatedForm)[], known: KnownValues): Growing =>
  stated.reduce<Growing>(
    (growing, each, index) =>
      isChange(each) ? withChange(growing, each, known, index) : withWhole(growing, each, published, known, index),
    { book: published, mistakes: [] },
  );
