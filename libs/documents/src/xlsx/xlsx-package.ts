export type WriteXlsx = typeof import('write-excel-file/node').default;

type Options = NonNullable<Parameters<WriteXlsx>[1]>;

export type XlsxSheet = Parameters<WriteXlsx>[0][number];
export type XlsxFeature = NonNullable<Options['features']>[number];

/** Loaded at the first use, like everything that few processes need. */
export const xlsxPackage = (): WriteXlsx => (require('write-excel-file/node') as typeof import('write-excel-file/node')).default;
