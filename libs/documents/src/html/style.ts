import { cssString } from '../text';

/** Fonts for Chinese of the systems that offices have, in single quotes: the charts put them into an attribute. */
export const fonts = "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC','SimSun',sans-serif";

/** How the page looks and prints, with this line at the foot of each printed page. */
export const styleOf = (foot: string): string => `
@page { size: A4; margin: 18mm 15mm 20mm;
  @bottom-left { content: ${cssString(foot)}; font: 6pt ${fonts}; color: #333; width: 88%; vertical-align: top; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt ${fonts}; vertical-align: top; } }
@page wide { size: A4 landscape; }
:root { color-scheme: light; }
body { font: 10.5pt/1.6 ${fonts}; color: #000; background: #fff; max-width: 180mm; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 18pt; text-align: center; margin: 0 0 .3em; }
h2 { font-size: 13pt; margin: 1.4em 0 .5em; break-after: avoid; }
.subtitle { text-align: center; margin: 0; }
.notices { border: 1px solid #000; padding: .4em .8em .4em 2em; margin: .8em 0; }
.filled { display: flex; justify-content: space-between; margin: .6em 0 .2em; }
p { text-indent: 2em; margin: .3em 0; }
.subtitle, .filled, .legend, .signatures, .missing { text-indent: 0; }
.missing { color: #444; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: 9.5pt; line-height: 1.35; }
table.small { font-size: 8pt; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { border: 1px solid #000; padding: .18em .3em; font-weight: normal; overflow-wrap: anywhere; }
th[scope^="row"] { text-align: left; }
th[scope^="col"] { font-weight: bold; text-align: center; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
td.none, td.text { text-align: center; }
sup { font-size: 65%; color: #444; line-height: 0; }
thead { display: table-header-group; }
tr, figure { break-inside: avoid; }
figure { margin: 1em 0; }
figcaption { font-weight: bold; text-align: center; break-after: avoid; }
svg { display: block; width: 100%; height: auto; }
.legend, .broken, footer { font-size: 8.5pt; color: #222; }
.signatures { display: flex; justify-content: space-between; margin-top: .6em; }
footer { border-top: 1px solid #000; margin-top: 2em; padding-top: .5em; overflow-wrap: anywhere; }
footer dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1em; margin: 0; }
footer dd { margin: 0; }
small { color: #444; }
@media print {
  body { max-width: none; margin: 0; padding: 0 1px; }
  section.long { break-before: page; }
  section.short { break-inside: avoid; }
  section.wide { page: wide; }
}
`;
