import { fonts } from './style';

export type ChartPackage = typeof import('echarts');
export type ChartOption = Parameters<ReturnType<ChartPackage['init']>['setOption']>[0];

/** Required and not imported: as one file the package loads four times as fast as the modules that import() would give. */
const chartPackage = (): ChartPackage => require('echarts') as ChartPackage;

const size = { width: 680, height: 300 };

/** Dark beside light, so that neighbours differ in grey as well. */
const colours = ['#2b4c7e', '#c6dbef', '#c0504d', '#f3e3a1', '#4f6d3a', '#d9c3e0', '#7f6000', '#bfe3d0', '#595959', '#f7c9a9'];

/** Fit for a still page: without rules for a pointer, and with ids that depend on the chart alone and not on what was drawn before. */
const still = (svg: string, name: string): string =>
  svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ class="zr\d+-cls-\d+"/g, '')
    .replace(/ pointer-events="visible"| ecmeta_\w+="[^"]*"/g, '')
    .replace(/zr\d+-/g, `${name}-`);

/** Draws a chart as SVG. Patterns tell the series apart where there is no colour. */
export const drawChart = (name: string, option: ChartOption): string => {
  const chart = chartPackage().init(null, null, { renderer: 'svg', ssr: true, ...size });
  chart.setOption({
    animation: false,
    color: colours,
    textStyle: { fontFamily: fonts },
    aria: { enabled: true, decal: { show: true } },
    grid: { left: 48, right: 24, top: 24, bottom: 64 },
    legend: { bottom: 0, itemGap: 14 },
    ...option,
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return still(svg, name).replace('<svg ', '<svg aria-hidden="true" ');
};
