import { type Part, type Parts, partsOfDocument } from '../parts';
import { provenanceLine, provenanceOf } from '../provenance';
import type { ReportDocument } from '../report-document';
import { escaped } from '../text';
import { chartFigures } from './charts';
import { htmlTable } from './html-table';
import { styleOf } from './style';

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const paragraph = (text: string, className?: string): string => `<p${className ? ` class="${className}"` : ''}>${escaped(text)}</p>`;
const list = (items: readonly string[], className: string): string =>
  items.length > 0 ? `<ul class="${className}">${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>` : '';

const opening = ({ title, subtitle, filledInBy, standing, notices }: Parts): string => `<header>
<h1>${escaped(title)}</h1>
${subtitle && paragraph(subtitle, 'subtitle')}
${list(notices, 'notices')}
<div class="filled"><span>${escaped(filledInBy)}</span><strong>${escaped(standing)}</strong></div>
</header>`;

/** What fits on one page, but hardly with anything before it, begins a new one; what is short stays together. */
const flowOf = ({ grid, paragraphs }: Part, isAlone: boolean): string => {
  if (isAlone) return '';
  if (grid && grid.rows > 20) return ' long';
  return grid && paragraphs.length === 0 ? ' short' : '';
};

const chapter = (part: Part, isAlone: boolean): string => {
  const { title, paragraphs, grid } = part;
  return `<section class="chapter${flowOf(part, isAlone)}${grid?.isWide ? ' wide' : ''}">
${isAlone ? '' : `<h2>${escaped(title)}</h2>`}
${paragraphs.map((text) => paragraph(text)).join('\n')}
${grid ? htmlTable(grid, grid.title) : ''}
${grid || paragraphs.length > 0 ? '' : paragraph('（未填写）', 'missing')}
</section>`;
};

const charts = ({ charts: figures }: ReportDocument): string => {
  const drawn = figures ? chartFigures(figures) : [];
  return drawn.length > 0 ? `<section class="chapter long">\n<h2>附图</h2>\n${drawn.join('\n')}\n</section>` : '';
};

const closing = ({ legend, signatures, broken }: Parts): string => `${legend ? paragraph(legend, 'legend') : ''}
${signatures.length > 0 ? `<div class="signatures">${signatures.map((each) => `<span>${escaped(each)}　　　　</span>`).join('')}</div>` : ''}
${broken.length > 0 ? `<section><h2>未成立的勾稽关系</h2>${list(broken, 'broken')}</section>` : ''}`;

const foot = (document: ReportDocument): string => `<footer>
<p class="legend">${escaped(document.form.authority.zh)} <small lang="en">${escaped(document.form.authority.en)}</small></p>
<dl>
${provenanceOf(document)
  .map(({ name, value }) => `<dt>${escaped(name.zh)} <small lang="en">${escaped(name.en)}</small></dt><dd>${escaped(value)}</dd>`)
  .join('\n')}
</dl>
</footer>`;

/** The report as one page without scripts that needs nothing from elsewhere, made for printing on A4. */
export const reportHtml = async (document: ReportDocument): Promise<string> => {
  const parts = partsOfDocument(document);
  const isAlone = parts.parts.length === 1;
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="${escaped(document.agency)}">
<meta name="description" content="${escaped(provenanceLine(document))}">
<title>${escaped(parts.title + parts.subtitle)}</title>
<style>${styleOf(provenanceLine(document))}</style>
</head>
<body>
${opening(parts)}
<main>
${parts.parts.map((part) => chapter(part, isAlone)).join('\n')}
${closing(parts)}
${charts(document)}
</main>
${foot(document)}
</body>
</html>
`;
};
