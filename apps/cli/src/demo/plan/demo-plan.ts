import type { Actor, CaseTypeName } from '@app/cases';

interface At {
  /** RFC 3339 instant in Shanghai time. */
  readonly at: string;
  readonly actor: Actor;
  /** The command's name, e.g. `RouteComplaint`; its address and intake name are in the catalogue of the case type. */
  readonly command: string;
  /** The command's fields. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** Reported by the hotline's own system as a CloudEvent. */
export interface IntakeStep extends At {
  readonly kind: 'intake';
  readonly event: { readonly id: string; readonly source: string; readonly subject: string };
}

/** A case that staff open by hand. */
export interface RegisterStep extends At {
  readonly kind: 'register';
  /** Key of the case whose answer is contested: its id is only known once it is registered. */
  readonly contests?: string;
}

export interface CommandStep extends At {
  readonly kind: 'command';
  /** Key of the case that this one is merged into. */
  readonly into?: string;
}

export type DemoStep = IntakeStep | RegisterStep | CommandStep;

/** One case and all that happens to it, in time order; the first step opens it. */
export interface DemoCase {
  readonly key: string;
  readonly type: CaseTypeName;
  readonly steps: readonly DemoStep[];
}

/** A figure that no case can produce, as the office declares it. */
export interface DemoFigure {
  readonly year: number;
  readonly code: string;
  /** Decimal text. */
  readonly value: string;
  readonly source: string;
  readonly note?: string;
  readonly at: string;
  readonly actor: Actor;
}

export interface DemoPlan {
  readonly seed: number;
  /** In the order of their first steps. */
  readonly cases: readonly DemoCase[];
  readonly figures: readonly DemoFigure[];
}
