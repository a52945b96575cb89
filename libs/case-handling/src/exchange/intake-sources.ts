/** Which unit stands behind each source of intake events. */
export abstract class IntakeSources {
  /** The unit on whose behalf a source reports; undefined for a source that is not registered. */
  abstract unitOf(source: string): string | undefined;
}

/** Nobody has registered the source: whoever sent this may not speak for it. */
export class UnknownSource extends Error {
  override readonly name = 'UnknownSource';
  constructor(readonly source: string) {
    super(`the source ${source} is not registered`);
  }
}
