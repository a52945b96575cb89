/** Names of errors that come from broken data or from a refusal: trying again changes nothing. Failures of the stores have names of their own. */
const lasting = new Set([
  'Error',
  'TypeError',
  'SyntaxError',
  'RangeError',
  'Forbidden',
  'KeyReused',
  'Malformed',
  'UnknownEventType',
  'UnknownReference',
]);

/** Whether it is the event that is at fault, and not the disk or the moment: then it must not keep the others waiting. */
export const isPoison = (error: unknown): error is Error => {
  const { name, code, errcode } = error as { name?: string; code?: unknown; errcode?: unknown };
  return lasting.has(name ?? '') && code === undefined && errcode === undefined;
};
