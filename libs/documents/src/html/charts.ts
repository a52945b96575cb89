import type { ReportCharts } from '@app/reports';
import { type Grid, headAt, labelAt, type GridCell } from '../grid';
import { escaped, printable } from '../text';
import { type ChartOption, drawChart } from './chart-package';
import { htmlTable } from './html-table';

const channels: Readonly<Record<string, string>> = {
  phone: '电话',
  online: '网络',
  wechat: '微信',
  app: '移动应用',
  'upper-platform': '上级平台转办',
  'in-person': '当面',
  letter: '信函',
  fax: '传真',
  sms: '短信',
  system: '系统转入',
};

const months = Array.from({ length: 12 }, (_, index) => `${index + 1}月`);

/** A chart, and the figures it shows as a table for who cannot see it or wants them exactly. */
interface Chart {
  readonly name: string;
  readonly title: string;
  readonly option: ChartOption;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly label: string; readonly figures: readonly string[] }[];
}

const bars = (series: readonly { readonly name: string; readonly data: readonly number[] }[]) =>
  series.map(({ name, data }) => ({
    name,
    data: [...data],
    type: 'bar' as const,
    stack: 'all',
    silent: true,
    barMaxWidth: 36,
    itemStyle: { borderColor: '#000', borderWidth: 0.5 },
  }));

const receivedChart = ({ received }: ReportCharts): Chart => {
  const series = received.map(({ channel, months: data }) => ({ name: channels[channel] ?? printable(channel), data }));
  return {
    name: 'received',
    title: '各月收到的办件（按渠道）',
    option: { xAxis: { type: 'category', data: months }, yAxis: { type: 'value', minInterval: 1 }, series: bars(series) },
    heads: months,
    rows: series.map(({ name, data }) => ({ label: name, figures: data.map(String) })),
  };
};

const satisfactionChart = ({ satisfaction }: ReportCharts): Chart => ({
  name: 'satisfaction',
  title: `各月满意率（${satisfaction[0]?.rate.title.zh ?? ''}）`,
  option: {
    legend: { show: false },
    xAxis: { type: 'category', data: months },
    yAxis: { type: 'value', min: 0, max: 100, axisLabel: { formatter: '{value}%' } },
    series: [
      {
        name: '满意率',
        type: 'line',
        silent: true,
        symbol: 'circle',
        symbolSize: 7,
        // A month without ratings is a gap in the line and not a point at nought.
        data: satisfaction.map(({ rate }) => (rate.value === undefined ? '-' : Number(rate.value))),
        connectNulls: false,
        lineStyle: { color: '#000', width: 2 },
        itemStyle: { color: '#000' },
      },
    ],
  },
  heads: months,
  rows: [
    { label: '满意率', figures: satisfaction.map(({ rate }) => rate.text) },
    { label: '分子／分母', figures: satisfaction.map(({ rate }) => `${rate.numerator}／${rate.denominator}`) },
  ],
});

/** More units than this do not fit into a chart; the table has them all. */
const mostUnits = 15;

const timingsChart = ({ timings }: ReportCharts): Chart => {
  const shown = timings.slice(0, mostUnits);
  const name = (unit: string): string => printable(unit) || '（未记载）';
  return {
    name: 'timings',
    title: timings.length > mostUnits ? `各单位答复是否按时（办件最多的${mostUnits}个单位）` : '各单位答复是否按时',
    option: {
      grid: { left: 150, right: 24, top: 12, bottom: 64 },
      xAxis: { type: 'value', minInterval: 1 },
      yAxis: {
        type: 'category',
        inverse: true,
        data: shown.map(({ unit }) => name(unit)),
        axisLabel: { width: 138, overflow: 'truncate', interval: 0 },
      },
      series: bars([
        { name: '按时', data: shown.map(({ onTime }) => onTime) },
        { name: '延期内', data: shown.map(({ extended }) => extended) },
        { name: '逾期', data: shown.map(({ late }) => late) },
      ]),
    },
    heads: ['按时', '延期内', '逾期'],
    rows: timings.map(({ unit, onTime, extended, late }) => ({ label: name(unit), figures: [onTime, extended, late].map(String) })),
  };
};

const figureCell = (row: number, column: number, value: string): GridCell => ({
  row,
  column,
  rows: 1,
  columns: 1,
  kind: 'figure',
  text: value,
});

const gridOf = ({ name, title, heads, rows }: Chart): Grid => ({
  code: name,
  title,
  widths: [14, ...heads.map(() => 8)],
  rows: rows.length + 1,
  headRows: 1,
  isWide: false,
  cells: [
    headAt([0, 0], ''),
    ...heads.map((head, index) => headAt([0, index + 1], head)),
    ...rows.flatMap(({ label, figures }, row) => [
      labelAt([row + 1, 0], label),
      ...figures.map((figure, index) => figureCell(row + 1, index + 1, figure)),
    ]),
  ],
});

/** The charts for which there is anything to draw, each with its figures. */
export const chartFigures = (charts: ReportCharts): readonly string[] =>
  [
    ...(charts.received.length > 0 ? [receivedChart(charts)] : []),
    ...(charts.satisfaction.length > 0 ? [satisfactionChart(charts)] : []),
    ...(charts.timings.length > 0 ? [timingsChart(charts)] : []),
  ].map(
    (chart) => `<figure>
<figcaption>${escaped(chart.title)}</figcaption>
${drawChart(chart.name, chart.option)}
${htmlTable(gridOf(chart), chart.title)}
</figure>`,
  );
