import { type Actor, businessDate, type CaseType, findCaseType, type Sentence, say } from '@app/cases';
import { EventStore } from '@app/event-store';
import { Injectable } from '@nestjs/common';
import { Circumstances } from '../circumstances';
import { CaseNotFound, maySee } from '../commands/authority';
import { streamOf } from '../recording/case-ids';
import { CaseWriter } from '../recording/case-writer';
import type { CasePrint, Said } from './case-print';
import type { Likeness, Resemblance } from './recent-cases';
import { RecentPrints } from './recent-prints';

const words: Readonly<Record<Likeness, Sentence>> = {
  'same-caller': say('同一来电人', 'the same caller'),
  'same-matter': say('同一事项', 'the same matter'),
  'same-area': say('同一地点', 'the same place'),
  'similar-text': say('内容相近', 'similar words'),
};

/** A case that may be about the same thing, and why. */
export interface DuplicateHint {
  readonly caseType: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly status: string;
  readonly receivedOn: string;
  readonly because: readonly ({ readonly code: Likeness } & Sentence)[];
  /** Of the two texts, in per cent. */
  readonly similarity: number;
}

/** Shows the office which recent cases may be about the same thing. */
@Injectable()
export class DuplicateHints {
  constructor(
    private readonly store: EventStore,
    private readonly recent: RecentPrints,
    private readonly cases: CaseWriter,
    private readonly circumstances: Circumstances,
  ) {}

  /** Cases that may be about the same thing as this one. @throws CaseNotFound */
  async of(caseType: CaseType, caseId: string, by: Actor): Promise<readonly DuplicateHint[]> {
    const { revision, state } = await this.cases.read(caseType, caseId);
    if (revision < 0 || !maySee(by, state, this.circumstances.units)) throw new CaseNotFound(caseId);
    await this.recent.filled();
    const print = this.recent.cases.get(caseId) ?? (await this.printOf(caseType, caseId));
    return print ? this.hints(print, by) : [];
  }

  /** The same of a case that has just been registered with what `said` says. */
  async atRegistration(caseType: CaseType, caseId: string, said: Said, by: Actor): Promise<readonly DuplicateHint[]> {
    const { state } = await this.cases.read(caseType, caseId);
    if (state.erased) return [];
    const print = this.recent.print(caseType.name, caseId, businessDate(state.receivedAt), said);
    this.recent.remember(print);
    return this.hints(print, by);
  }

  /** Of a case that is too old to be remembered. */
  private async printOf(caseType: CaseType, caseId: string): Promise<CasePrint | undefined> {
    const [opening] = await this.store.readStream(streamOf(caseType.name, caseId), 0, 1);
    return opening && this.recent.read(opening);
  }

  private async hints(print: CasePrint, by: Actor): Promise<readonly DuplicateHint[]> {
    const limits = this.circumstances.of(print.receivedOn).local.duplicates;
    return (await Promise.all(this.recent.cases.like(print, limits).map((each) => this.hint(each, by)))).flat();
  }

  private async hint({ print, because, similarity }: Resemblance, by: Actor): Promise<readonly DuplicateHint[]> {
    const { caseType, caseId, receivedOn } = print;
    const known = findCaseType(caseType);
    const { state } = known ? await this.cases.read(known, caseId) : {};
    if (!state || !maySee(by, state, this.circumstances.units)) return [];
    const { caseNumber, situation } = state;
    const reasons = because.map((code) => ({ code, ...words[code] }));
    return [{ caseType, caseId, caseNumber, status: situation.status, receivedOn, because: reasons, similarity }];
  }
}
