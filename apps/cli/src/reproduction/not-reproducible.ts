/** The report cannot be made from cases; the message says why. */
export class NotReproducible extends Error {
  override readonly name = 'NotReproducible';
}
