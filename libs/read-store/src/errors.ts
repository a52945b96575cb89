/** The checkpoint is not where this follower left it: another one writes the same rows. */
export class CheckpointMoved extends Error {
  override readonly name = 'CheckpointMoved';

  constructor(
    readonly follower: string,
    readonly expected: number,
  ) {
    super(`the checkpoint ${follower} is no longer at position ${expected}: another process is writing the same rows`);
  }
}

/** A newer version of the program has written these rows. */
export class RowsFromNewerVersion extends Error {
  override readonly name = 'RowsFromNewerVersion';

  constructor(readonly file: string) {
    super(
      `${file} was written by a newer version of huiying: start that version, or remove the file and have the rows rebuilt from the log`,
    );
  }
}

/** The database of the rows cannot be reached, or cut the connection: nothing is wrong with what was asked. */
export class RowsUnavailable extends Error {
  override readonly name = 'RowsUnavailable';

  constructor(reason: string) {
    super(`PostgreSQL 中的数据暂时无法访问 (the rows in PostgreSQL cannot be reached): ${reason}`);
  }
}
