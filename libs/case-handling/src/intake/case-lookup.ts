import { caseFactsTable } from '@app/projections';
import { ReadStore } from '@app/read-store';
import { Injectable } from '@nestjs/common';

/** Finds the case that an intake system reported under a work-order number. */
@Injectable()
export class CaseLookup {
  constructor(private readonly rows: ReadStore) {}

  /** The first case of this type that the source reported under this number; undefined when its row is not there (yet). */
  async find(caseType: string, source: string, subject: string): Promise<string | undefined> {
    const [first] = await this.rows.rows(caseFactsTable, {
      where: { source_number: subject, source, case_type: caseType },
      orderBy: ['received_on', 'case_id'],
      limit: 1,
    });
    return first?.case_id;
  }

  /** Under which source and number a case was reported; undefined for a case that no intake system knows. */
  async numberOf(caseType: string, caseId: string): Promise<{ readonly source: string; readonly subject: string } | undefined> {
    const [facts] = await this.rows.rows(caseFactsTable, { where: { case_id: caseId, case_type: caseType }, limit: 1 });
    return facts?.source && facts.source_number ? { source: facts.source, subject: facts.source_number } : undefined;
  }
}
