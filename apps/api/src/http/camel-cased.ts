type Camel<S extends string> = S extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S;

export type CamelCased<R> = { [K in keyof R & string as Camel<K>]: R[K] };

const camel = (name: string): string => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** A row as the API speaks: columns are named `received_on` in the database and `receivedOn` in JSON. */
export const camelCased = <R extends object>(row: R): CamelCased<R> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value])) as CamelCased<R>;
