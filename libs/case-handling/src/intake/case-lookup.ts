import { caseFactsTable } from '@app/projections';
import { ReadStore } from '@app/read-store';
import { Injectable } from '@nestjs/common';
import { Recent } from '../recording/recent';

const numbered = (...parts: readonly string[]): string => parts.join('\0');

/** Finds the case that an intake system reported under a work-order number. */
@Injectable()
export class CaseLookup {
  // Until their rows are there. What another process has opened is found in the rows alone.
  private readonly justOpened = new Recent<string, string>(20_000);

  constructor(private readonly rows: ReadStore) {}

  /** Told of a case as soon as it is recorded. */
  opened(caseType: string, source: string, subject: string, caseId: string): void {
    const number = numbered(caseType, source, subject);
    if (this.justOpened.get(number) === undefined) this.justOpened.set(number, caseId);
  }

  /** The first case of this type that the source reported under this number; undefined when it is not known here (yet). */
  async find(caseType: string, source: string, subject: string): Promise<string | undefined> {
    const [first] = await this.rows.rows(caseFactsTable, {
      where: { source_number: subject, source, case_type: caseType },
      orderBy: ['received_on', 'case_id'],
      limit: 1,
    });
    return first?.case_id ?? this.justOpened.get(numbered(caseType, source, subject));
  }

  /** Under which source and number a case was reported; undefined for a case that no intake system knows. */
  async numberOf(caseType: string, caseId: string): Promise<{ readonly source: string; readonly subject: string } | undefined> {
    const [facts] = await this.rows.rows(caseFactsTable, { where: { case_id: caseId, case_type: caseType }, limit: 1 });
    return facts?.source && facts.source_number ? { source: facts.source, subject: facts.source_number } : undefined;
  }
}
