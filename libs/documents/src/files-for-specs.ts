import type { Grid } from './grid';

const text = new TextDecoder('utf-8', { fatal: true });

const inflated = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  text.decode(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).arrayBuffer());

/** The files in a ZIP archive by their paths, as texts. */
export const unzipped = async (archive: Uint8Array): Promise<ReadonlyMap<string, string>> => {
  const bytes = Uint8Array.from(archive);
  const view = new DataView(bytes.buffer);
  const files = new Map<string, string>();
  let at = view.getUint32(bytes.length - 6, true);
  while (view.getUint32(at, true) === 0x02014b50) {
    const [method, size, name] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true), view.getUint16(at + 28, true)];
    const local = view.getUint32(at + 42, true);
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const body = bytes.slice(from, from + size);
    files.set(text.decode(bytes.slice(at + 46, at + 46 + name)), method === 0 ? text.decode(body) : await inflated(body));
    at += 46 + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return files;
};

const plain = (xml: string): string =>
  xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&(?:apos|#39);/g, "'")
    .replace(/&amp;/g, '&');

const forbidden = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]/u;

/** Whether every element is closed where it was opened, every ampersand is one of an entity, and no sign is one XML forbids. */
export const isWellFormed = (xml: string): boolean => {
  const open: string[] = [];
  const rest = xml
    .replace(/<\?[^>]*\?>/g, '')
    .replace(/<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g, (_, close: string, name: string, _attributes, empty) => {
      if (close) return open.pop() === name ? '' : '<';
      if (!empty) open.push(name);
      return '';
    });
  return (
    open.length === 0 && !rest.includes('<') && !forbidden.test(xml) && !/&(?!(?:amp|lt|gt|quot|apos|#39|#\d+|#x[\da-f]+);)/i.test(xml)
  );
};

/** What stands at `row:column` of a table, and how many places it covers. */
export type Places = ReadonlyMap<string, { readonly text: string; readonly rows: number; readonly columns: number }>;

const all = (pattern: RegExp, xml: string): readonly string[] => xml.match(pattern) ?? [];

/** The tables of a Word document, each cell where it begins. @throws when merged cells leave a gap or overlap */
export const wordTables = (xml: string): readonly Places[] =>
  all(/<w:tbl>[\s\S]*?<\/w:tbl>/g, xml).map((table) => {
    const width = all(/<w:gridCol /g, table).length;
    const places = new Map<string, { text: string; rows: number; columns: number }>();
    const above: string[] = [];
    all(/<w:tr>[\s\S]*?<\/w:tr>|<w:tr [\s\S]*?<\/w:tr>/g, table).forEach((row, index) => {
      let column = 0;
      for (const cell of all(/<w:tc>[\s\S]*?<\/w:tc>/g, row)) {
        const columns = Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1);
        const isContinued = /<w:vMerge(?: w:val="continue")?\/>/.test(cell);
        const begins = isContinued ? (above[column] ?? '') : `${index}:${column}`;
        const place = places.get(begins);
        if (isContinued && (!place || place.columns !== columns)) throw new Error(`nothing to continue at ${index}:${column}`);
        if (isContinued && place) place.rows += 1;
        else places.set(begins, { text: plain(all(/(?<=<w:t(?: [^>]*)?>)[^<]*/g, cell).join('')), rows: 1, columns });
        above.splice(column, columns, ...Array.from({ length: columns }, () => begins));
        column += columns;
      }
      if (column !== width) throw new Error(`row ${index} covers ${column} of ${width} columns`);
    });
    return places;
  });

export interface SheetCell {
  readonly text: string;
  readonly isNumber: boolean;
}

export interface SheetOnDisk {
  readonly name: string;
  /** By address: B3. */
  readonly cells: ReadonlyMap<string, SheetCell>;
  /** A1:C2. */
  readonly merged: readonly string[];
}

/** The sheets of an Excel file in their order. */
export const sheetsIn = (files: ReadonlyMap<string, string>): readonly SheetOnDisk[] => {
  const strings = all(/<si>[\s\S]*?<\/si>/g, files.get('xl/sharedStrings.xml') ?? '').map((si) =>
    plain(/<t[^>]*>([\s\S]*)<\/t>/.exec(si)?.[1] ?? ''),
  );
  return all(/<sheet [^>]*>/g, files.get('xl/workbook.xml') ?? '').map((tag, index) => {
    const xml = files.get(`xl/worksheets/sheet${index + 1}.xml`) ?? '';
    const cells = all(/<c r="[A-Z]+\d+"[^>]*>[\s\S]*?<\/c>/g, xml.replace(/<c [^>]*\/>/g, '')).map((c): [string, SheetCell] => {
      const value = /<v>([^<]*)<\/v>/.exec(c)?.[1] ?? '';
      const isText = c.includes(' t="s"');
      return [/r="([A-Z]+\d+)"/.exec(c)?.[1] ?? '', { text: isText ? (strings[Number(value)] ?? '') : value, isNumber: !isText }];
    });
    return {
      name: plain(/ name="([^"]*)"/.exec(tag)?.[1] ?? ''),
      cells: new Map(cells),
      merged: all(/(?<=<mergeCell ref=")[^"]*/g, xml),
    };
  });
};

/** How often each place of a grid is covered by its cells. */
export const coverOf = ({ rows, widths, cells }: Grid): readonly number[] => {
  const places = Array.from({ length: rows * widths.length }, () => 0);
  for (const { row, column, rows: high, columns: broad } of cells)
    for (let r = row; r < row + high; r += 1)
      for (let c = column; c < column + broad; c += 1) places[r * widths.length + c] = (places[r * widths.length + c] ?? 0) + 1;
  return places;
};
