import type { Sentence } from '@app/cases';

/** The step is not allowed now. `current` is where the case stands. */
export class NotAllowed extends Error {
  override readonly name = 'NotAllowed';
  constructor(
    readonly reason: Sentence,
    readonly current: { readonly revision: number },
  ) {
    super(reason.en);
  }
}

/** The key was used before with another content. */
export class KeyReused extends Error {
  override readonly name = 'KeyReused';
  constructor(readonly key: string) {
    super(`the key ${key} was used before with another content`);
  }
}

/** The caller's revision is not the current one. */
export class StaleRevision extends Error {
  override readonly name = 'StaleRevision';
  constructor(
    readonly stated: number,
    readonly current: number,
  ) {
    super(`the case is at revision ${current}, not ${stated}`);
  }
}

/** So many writers at once that even deciding again did not help. */
export class TooContended extends Error {
  override readonly name = 'TooContended';
}
