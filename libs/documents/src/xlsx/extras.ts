import { type CoreProperties, corePropertiesXml } from '../core-properties';
import { escaped } from '../text';
import type { XlsxFeature } from './xlsx-package';

const contentType = 'application/vnd.openxmlformats-package.core-properties+xml';
const relationship = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';

/** Excel takes 255 characters, in which an ampersand is a command. */
const footOf = (line: string): string => `&L&6${line.slice(0, 220).replaceAll('&', '&&')}&R&P/&N`;

/** What the library leaves to its users: the properties, and how a sheet is printed: on one page's width, with this line at its foot. */
export const extras = (properties: CoreProperties, foot: string): XlsxFeature => ({
  files: {
    transform: {
      '[Content_Types].xml': { insert: () => `<Override PartName="/docProps/core.xml" ContentType="${contentType}"/>` },
      '_rels/.rels': { insert: () => `<Relationship Id="rId-core-1" Type="${relationship}" Target="docProps/core.xml"/>` },
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) =>
          xml
            .replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            .replace(
              /<drawing [^>]*\/>|<\/worksheet>/,
              (end) =>
                `<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>${escaped(footOf(foot))}</oddFooter></headerFooter>${end}`,
            ),
      },
    },
    write: { files: () => ({ 'docProps/core.xml': corePropertiesXml(properties) }) },
  },
});
