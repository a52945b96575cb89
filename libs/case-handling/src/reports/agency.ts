/** The name of the office that reports, as it stands on its seal. */
export class Agency {
  constructor(readonly name: string) {}
}
