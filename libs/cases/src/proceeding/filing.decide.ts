import type { z } from 'zod';
import { businessDate } from '../kernel/dates';
import type { Situation } from '../kernel/decider';
import { dueAfter, type Reckoning } from '../kernel/due';
import { reject, say } from '../kernel/sentence';
import { type Act, needsPriorReconsideration, type Remedy, windowOf, withholds } from '../policies/remedies';
import type { proceedingCommands } from './proceeding.commands';
import { concluded, limitFrom, onceOnly, type ProceedingRules } from './proceeding.grounds';
import { decidingTerm, statingTerm } from './proceeding.terms';

type Filing = z.infer<typeof proceedingCommands.FileProceeding.shape>;

/** A disclosure request as far as it matters here. */
type Contested = Situation & { readonly servedOn?: string };

const answered = ['answered', 'closed'];

/** What the proceeding is against, and the day of it: an omission lasts until the day of filing. */
const actOf = ({ status, recorded }: Contested, filedOn: string): { readonly act: Act; readonly on: string } | undefined => {
  if (!answered.includes(status)) return { act: 'failure-to-act', on: filedOn };
  const { outcome, answered_on: on } = recorded ?? {};
  return outcome && on && withholds(outcome) ? { act: 'refusal', on } : undefined;
};

const skipsReconsideration = ({ route, courtAcceptance }: Filing, contested: Contested | undefined, filedOn: string): boolean => {
  const against = route === 'direct' && !courtAcceptance && contested && actOf(contested, filedOn);
  return against ? needsPriorReconsideration(against.act, against.on) : false;
};

const remedyOf = ({ kind, route }: Filing): Remedy | undefined => {
  if (kind === 'reconsideration') return 'reconsideration';
  return route && (route === 'direct' ? 'direct-suit' : 'suit-after-reconsideration');
};

/** Recorded and not refused: whether a delay is excused, the organ or the court decides. */
const isOutOfTime = (filing: Filing, contested: Contested | undefined, filedOn: string, reckoning: Reckoning): boolean => {
  const remedy = remedyOf(filing);
  const knownOn = filing.knownOn ?? (remedy === 'suit-after-reconsideration' ? undefined : contested?.servedOn);
  const term = remedy && knownOn && windowOf(remedy, knownOn);
  return term && knownOn ? filedOn > dueAfter(knownOn, term, reckoning).on : false;
};

const isInOrder = ({ knownOn = '' }: Filing, filedOn: string, at: string): boolean => knownOn <= filedOn && filedOn <= businessDate(at);

/** From filing to acceptance. */
export const filingRules: Pick<
  ProceedingRules,
  'FileProceeding' | 'RequestProceedingCorrection' | 'ReceiveProceedingCorrection' | 'AcceptProceeding' | 'DeclineProceeding'
> = {
  FileProceeding: {
    in: ['absent'],
    otherwise: say('该复议诉讼已经登记', 'this proceeding is already registered'),
    decide: (_, filing, context) => {
      const { claimant, text, ...filed } = filing;
      if (filed.kind === 'reconsideration' && filed.route)
        return reject('行政复议不填写起诉途径', 'a reconsideration has no litigation route');
      const filedOn = filed.filedOn ?? businessDate(context.at);
      if (!isInOrder(filing, filedOn, context.at))
        return reject('知悉、提起、登记的日期先后不符', 'it was known, then filed, then registered: these dates are in another order');
      // Reconsideration Law 2023 art. 23.
      if (skipsReconsideration(filing, context.contested, filedOn))
        return reject(
          '2024年1月1日起应当先申请行政复议；法院已经受理的，请填写受理文书',
          'since 2024-01-01 reconsideration comes first; if a court has taken the suit up, name its document',
        );
      const late = isOutOfTime(filing, context.contested, filedOn, context) && { outOfTime: true as const };
      return [{ type: 'ProceedingFiled', data: { caseNumber: context.caseNumber, ...filed, ...late }, personal: { claimant, text } }];
    },
  },
  RequestProceedingCorrection: {
    in: ['filed'],
    otherwise: say('只有尚未受理的复议诉讼才会通知补正', 'correction is asked for before acceptance'),
    // Reconsideration Law 2023 art. 31, Administrative Litigation Law art. 51 ¶3: everything at once.
    unless: [onceOnly('correction', say('补正只能一次性告知', 'correction can be asked for only once'))],
    decide: (_, { document }) => [{ type: 'ProceedingCorrectionRequested', data: { document } }],
  },
  ReceiveProceedingCorrection: {
    in: ['correcting'],
    otherwise: say('没有待补正的通知', 'no correction is awaited'),
    decide: () => [{ type: 'ProceedingCorrectionReceived', data: {} }],
  },
  AcceptProceeding: {
    in: ['filed'],
    otherwise: say('只有已立案、尚未受理的复议诉讼才能登记受理', 'only a filed proceeding that is not yet accepted can be accepted'),
    // Two clocks: the organ's own, which is none of our obligations, and that of our statement, which is.
    decide: ({ kind }, { procedure = 'ordinary', copyOn, deemed, document }, context) => {
      const today = businessDate(context.at);
      const deciding = decidingTerm(kind, procedure, today);
      if (!deciding) return reject('当时的法律没有简易程序', 'the law of that day knew no simple procedure');
      const limits = {
        decision: dueAfter(today, deciding, context),
        statement: limitFrom(copyOn ?? today, statingTerm(kind, procedure, today), context),
      };
      return [{ type: 'ProceedingAccepted', data: { procedure, deemed, document, limits } }];
    },
  },
  DeclineProceeding: {
    in: ['filed', 'correcting'],
    otherwise: say('只有尚未受理的复议诉讼才能登记不予受理', 'only a proceeding that is not yet accepted can be declined'),
    decide: (proceeding, { document }, { at }) => concluded(proceeding, { result: 'not-accepted', document }, businessDate(at)),
  },
};
