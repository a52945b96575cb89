import { escaped } from './text';

export interface CoreProperties {
  readonly title: string;
  readonly subject: string;
  readonly creator: string;
  readonly description: string;
  /** When it was made, and last changed: the moment the report stands for. */
  readonly at: string;
}

const namespaces = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ');

const toTheSecond = (instant: string): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;

/** The part docProps/core.xml of an Office file (ECMA-376 part 2, 11). */
export const corePropertiesXml = ({ title, subject, creator, description, at }: CoreProperties): string => {
  const date = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${toTheSecond(at)}</dcterms:${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<cp:coreProperties ${namespaces}>`,
    `<dc:title>${escaped(title)}</dc:title><dc:subject>${escaped(subject)}</dc:subject><dc:creator>${escaped(creator)}</dc:creator>`,
    `<dc:description>${escaped(description)}</dc:description><dc:language>zh-CN</dc:language>`,
    date('created'),
    date('modified'),
    '</cp:coreProperties>',
  ].join('');
};
