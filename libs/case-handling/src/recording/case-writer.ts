import type { CaseType } from '@app/cases';
import { Injectable } from '@nestjs/common';
import { Circumstances } from '../circumstances';
import { caseFold, type CaseState } from './case-fold';
import { streamOf } from './case-ids';
import { caseNotes } from './notes';
import { type Folded, StreamWriter, type WriteRequest, type Written } from './stream-writer';

export type CaseWriteRequest = Omit<WriteRequest<CaseState>, 'stream' | 'fold' | 'notes'>;

/** Reads and writes the streams of cases: what is the same whoever decides. */
@Injectable()
export class CaseWriter {
  constructor(
    private readonly writer: StreamWriter,
    private readonly circumstances: Circumstances,
  ) {}

  /** @throws as `StreamWriter.write` does */
  write(caseType: CaseType, caseId: string, request: CaseWriteRequest): Promise<Written<CaseState>> {
    return this.writer.write({
      ...request,
      stream: streamOf(caseType.name, caseId),
      fold: caseFold(caseType),
      notes: (state, events) => caseNotes(state, events, request.metadata.occurredAt, this.circumstances),
    });
  }

  read(caseType: CaseType, caseId: string): Promise<Folded<CaseState>> {
    return this.writer.read(streamOf(caseType.name, caseId), caseFold(caseType));
  }
}
