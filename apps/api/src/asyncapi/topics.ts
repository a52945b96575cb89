/** What the topics of this installation begin with. */
export class Topics {
  constructor(readonly prefix: string) {}
}
