import { type ChartOption, drawPng } from './draw.ts';

/** What the picture of a week shows; kept as JSON with the message it belongs to. */
export interface WeekFigures {
  /** Names of the seven days, Monday first. */
  readonly days: readonly string[];
  /** Null on days without a meal. */
  readonly energyKcal: readonly (number | null)[];
  readonly targetKcal: number | null;
  /** Weigh-ins and the trend through them, four weeks, in the unit people read. */
  readonly weight: readonly { readonly day: string; readonly scale: number; readonly trend: number }[];
  readonly weightUnit: 'kg' | 'lb';
  /** Sets without warm-ups on each of the seven days. */
  readonly sets: readonly number[];
}

/** Told apart without red and green: the colours of Okabe and Ito, and never by colour alone. */
const ink = '#1f2933';
const faint = '#9aa5b1';
const blue = '#0072B2';
const orange = '#D55E00';
const width = 900;
const panelHeight = 270;

/** The week as a picture: intake against target, the weight trend, training. What nothing is known of is left out. */
export function drawWeek(figures: WeekFigures): Buffer {
  const panels = [
    ...(figures.energyKcal.some((value) => value !== null) ? [energyPanel(figures)] : []),
    ...(figures.weight.length > 1 ? [weightPanel(figures)] : []),
    ...(figures.sets.some((count) => count > 0) ? [trainingPanel(figures)] : []),
  ];
  return drawPng(stacked(panels), { width, height: Math.max(1, panels.length) * panelHeight });
}

interface Panel {
  readonly title: string;
  readonly names: readonly string[];
  /** Whether the scale begins at nought. */
  readonly fromZero: boolean;
  readonly series: readonly object[];
}

function energyPanel({ days, energyKcal, targetKcal }: WeekFigures): Panel {
  const line = { silent: true, symbol: 'none', lineStyle: { color: orange, width: 3, type: 'dashed' as const } };
  const label = { formatter: 'target', color: orange, fontSize: 18, position: 'insideEndTop' as const };
  return {
    title: 'Energy, kcal a day',
    names: days,
    fromZero: true,
    series: [
      {
        type: 'bar',
        data: energyKcal,
        itemStyle: { color: blue },
        barWidth: '62%',
        // Within the bars, where the target's line does not cross them.
        label: { show: true, position: 'insideBottom', fontSize: 20, color: '#ffffff' },
        ...(targetKcal === null ? {} : { markLine: { ...line, label, data: [{ yAxis: targetKcal }] } }),
      },
    ],
  };
}

function weightPanel({ weight, weightUnit }: WeekFigures): Panel {
  return {
    title: `Weight, ${weightUnit}: dots as weighed, line the trend`,
    names: weight.map(({ day }) => day),
    fromZero: false,
    series: [
      { type: 'scatter', data: weight.map(({ scale }) => scale), symbolSize: 10, itemStyle: { color: faint } },
      {
        type: 'line',
        data: weight.map(({ trend }) => Math.round(trend * 100) / 100),
        showSymbol: false,
        lineStyle: { color: blue, width: 4 },
      },
    ],
  };
}

function trainingPanel({ days, sets }: WeekFigures): Panel {
  return {
    title: 'Training, sets a day',
    names: days,
    fromZero: true,
    series: [
      {
        type: 'bar',
        data: sets.map((count) => (count === 0 ? null : count)),
        itemStyle: { color: blue },
        barWidth: '62%',
        label: { show: true, position: 'insideBottom', fontSize: 20, color: '#ffffff' },
      },
    ],
  };
}

/** Panels one below the other, each with scales of its own. */
function stacked(panels: readonly Panel[]): ChartOption {
  const top = (index: number) => index * panelHeight;
  const option = {
    backgroundColor: '#ffffff',
    title: panels.map(({ title }, i) => ({
      text: title,
      left: 24,
      top: top(i) + 14,
      textStyle: { fontSize: 22, color: ink, fontFamily: 'DejaVu Sans' },
    })),
    grid: panels.map((_, i) => ({ left: 84, right: 40, top: top(i) + 70, height: panelHeight - 120 })),
    xAxis: panels.map(({ names }, i) => ({
      type: 'category',
      gridIndex: i,
      data: names,
      axisLabel: { fontSize: 18, color: ink, hideOverlap: true },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: faint } },
    })),
    yAxis: panels.map(({ fromZero }, i) => ({
      type: 'value',
      gridIndex: i,
      scale: !fromZero,
      splitNumber: 3,
      axisLabel: { fontSize: 16, color: ink },
      splitLine: { lineStyle: { color: '#e4e7eb' } },
    })),
    series: panels.flatMap(({ series }, i) => series.map((one) => ({ ...one, xAxisIndex: i, yAxisIndex: i }))),
  };
  // ECharts' own types want every series to be of a kind they know by name.
  return option as ChartOption;
}
