/** Anything the library makes; what is in it is its own business. */
declare const made: unique symbol;
export interface Made<Name extends string> {
  readonly [made]: Name;
}

export type Run = Made<'run'>;
export type Paragraph = Made<'paragraph'>;
export type TableCell = Made<'cell'>;
export type TableRow = Made<'row'>;
export type Table = Made<'table'>;
type Footer = Made<'footer'>;
type Document = Made<'document'>;
type Alignment = 'left' | 'center' | 'right';

interface RunOptions {
  readonly text?: string;
  readonly children?: readonly string[];
  readonly size?: number;
  readonly bold?: boolean;
  readonly superScript?: boolean;
  readonly color?: string;
  readonly font?: { readonly ascii: string; readonly hAnsi: string; readonly eastAsia: string };
  readonly language?: { readonly value: string; readonly eastAsia: string };
}

interface ParagraphOptions {
  readonly children: readonly Run[];
  readonly alignment?: Alignment;
  readonly heading?: string;
  readonly keepNext?: boolean;
  readonly pageBreakBefore?: boolean;
  readonly indent?: { readonly left?: number; readonly firstLine?: number };
  readonly spacing?: { readonly before: number; readonly after: number; readonly line: number };
}

interface CellOptions {
  readonly children: readonly Paragraph[];
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly verticalAlign: 'center';
  readonly margins: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
}

interface TableOptions {
  readonly rows: readonly TableRow[];
  readonly columnWidths: readonly number[];
  readonly width: { readonly size: number; readonly type: 'dxa' };
  readonly layout: 'fixed';
}

export interface SectionOptions {
  readonly properties: {
    readonly page: {
      readonly size: { readonly width: number; readonly height: number; readonly orientation: 'portrait' | 'landscape' };
      readonly margin: Readonly<Record<'top' | 'bottom' | 'left' | 'right' | 'footer', number>>;
    };
  };
  readonly footers: { readonly default: Footer };
  readonly children: readonly (Paragraph | Table)[];
}

interface DocumentOptions {
  readonly styles: { readonly default: { readonly document: { readonly run: RunOptions } } };
  readonly customProperties: readonly { readonly name: string; readonly value: string }[];
  readonly sections: readonly SectionOptions[];
}

/**
 * What we use of the package. Its own declarations import each other without file extensions, which an ES package may not, so that the
 * compiler finds nothing in them.
 */
export interface Docx {
  readonly TextRun: new (options: RunOptions) => Run;
  readonly Paragraph: new (options: ParagraphOptions) => Paragraph;
  readonly TableCell: new (options: CellOptions) => TableCell;
  readonly TableRow: new (options: {
    readonly children: readonly TableCell[];
    readonly cantSplit: boolean;
    readonly tableHeader: boolean;
  }) => TableRow;
  readonly Table: new (options: TableOptions) => Table;
  readonly Footer: new (options: { readonly children: readonly Paragraph[] }) => Footer;
  readonly Document: new (options: DocumentOptions) => Document;
  readonly PageNumber: { readonly CURRENT: string; readonly TOTAL_PAGES: string };
  readonly HeadingLevel: { readonly HEADING_1: string };
  readonly Packer: {
    /** `overrides` take the place of parts of the same path. */
    readonly toBuffer: (
      document: Document,
      prettify: undefined,
      overrides: readonly { readonly path: string; readonly data: string }[],
    ) => Promise<Uint8Array>;
  };
}

/** Loaded at the first use: it takes as long as the rest of a library, and most processes never write a document. */
export const docxPackage = (): Docx => require('docx') as Docx;
