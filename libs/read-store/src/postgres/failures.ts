import { DatabaseError } from 'pg';
import { RowsUnavailable } from '../errors';

export { RowsUnavailable };

/** A statement that PostgreSQL refused: names the statement and not its values, nor what they were compared with. */
export class RowsStatementFailed extends Error {
  override readonly name = 'RowsStatementFailed';

  constructor(
    message: string,
    /** SQLSTATE. */
    readonly code: string | undefined,
  ) {
    super(message);
  }
}

/** Shutting down, starting up, too many connections, terminated from outside. */
const passing = /^(08|57P0[1-5]|53300)/;

/** As an error of the port: unavailable where the connection failed and not the statement. The driver's own may hold values or a password. */
export const portError = (error: unknown, text = ''): Error => {
  if (error instanceof RowsUnavailable || error instanceof RowsStatementFailed) return error;
  const where = text ? ` in: ${text.slice(0, 120)}` : '';
  if (error instanceof DatabaseError && !passing.test(error.code ?? '') && error.severity !== 'FATAL')
    return new RowsStatementFailed(`${error.message}${where}`, error.code);
  return new RowsUnavailable(error instanceof Error ? error.message : String(error));
};

/** Two transactions waited for each other and this one gave way: nothing of it happened, and it may be tried again. */
export const gaveWay = (error: unknown): boolean => error instanceof RowsStatementFailed && ['40P01', '40001'].includes(error.code ?? '');
