import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { type EChartsOption, init } from 'echarts';

const { resolve } = createRequire(import.meta.url);
/** What a chart shows, as ECharts takes it. */
export type ChartOption = EChartsOption;

/** A font that ships with us, so that a picture is the same wherever it is drawn. */
const font = {
  fontFiles: ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((file) => resolve(`dejavu-fonts-ttf/ttf/${file}`)),
  loadSystemFonts: false,
  defaultFontFamily: 'DejaVu Sans',
};

/** Draws a chart as PNG, `width` × `height` pixels. The same option gives the same bytes. */
export function drawPng(option: ChartOption, { width, height }: { width: number; height: number }): Buffer {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ ...option, animation: false, textStyle: { fontFamily: 'DejaVu Sans' } });
    return new Resvg(chart.renderToSVGString(), { font }).render().asPng();
  } finally {
    chart.dispose();
  }
}
