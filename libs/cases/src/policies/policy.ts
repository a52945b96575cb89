import type { CaseTypeName } from '../case-types';

/** A recorded event as a policy sees it: no personal data. */
export interface PolicyEvent {
  readonly type: string;
  /** Id of the case it happened to. */
  readonly caseId: string;
  readonly occurredAt: string;
  readonly data: Readonly<Record<string, any>>;
}

/** What a policy orders: a command to another case. It is given once per event however often the event is seen. */
export interface Order {
  readonly caseType: CaseTypeName;
  readonly caseId: string;
  readonly command: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Policy {
  readonly name: string;
  readonly on: Readonly<Record<string, (event: PolicyEvent) => Order | undefined>>;
}
