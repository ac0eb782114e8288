import { ChartFrame, type ChartTable } from './chart-frame.tsx';
import { type ChartPoint, type Follow, PointMark, useWalk } from './chart-points.tsx';
import { scaleFor } from './chart-scale.ts';
import { useWidth } from './use-width.ts';
import { axisWidth, heightAt, type Plot, ValueAxis } from './value-axis.tsx';

interface LineChartProps {
  title: string;
  points: readonly ChartPoint[];
  /** How the axis writes a value. */
  mark: (value: number) => string;
  tableWords: string;
  table: ChartTable;
  onFollow?: Follow;
  height?: number;
}

/** One line over time, its last point said in figures. */
export function LineChart({ title, points, mark, tableWords, table, onFollow, height = 132 }: LineChartProps) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const walk = useWalk(points.length);
  const scale = scaleFor(
    points.map(({ value }) => value),
    3,
    false,
  );
  const plot: Plot = { left: axisWidth(scale.ticks.map(mark)), right: width - 14, top: 10, bottom: height - 24 };
  const step = points.length > 1 ? (plot.right - plot.left) / (points.length - 1) : 0;
  const places = points.map((point, index) => ({
    point,
    x: plot.left + index * step,
    y: heightAt(plot, scale.at(point.value)),
  }));
  // As many months as there is room for, counted from the newest.
  const everyLabel = Math.ceil((points.length * 46) / (plot.right - plot.left));
  return (
    <ChartFrame
      title={title}
      readout={points[walk.at ?? points.length - 1]?.sentence ?? ''}
      tableWords={tableWords}
      table={table}
    >
      <div ref={ref} className="chart-room">
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: the figure around it is named; its points are what is read out. */}
        <svg viewBox={`0 0 ${width} ${height}`} className="chart-picture">
          <svg aria-hidden="true">
            <ValueAxis plot={plot} scale={scale} mark={mark} />
            {places.map(({ point, x }, index) =>
              (points.length - 1 - index) % everyLabel === 0 ? (
                <text
                  key={point.key}
                  className="chart-mark"
                  x={x}
                  y={height - 6}
                  textAnchor={index === points.length - 1 ? 'end' : 'middle'}
                  dx={index === points.length - 1 ? 12 : 0}
                >
                  {point.label}
                </text>
              ) : null,
            )}
            <polyline
              className="chart-line"
              points={places.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
            />
          </svg>
          {places.map(({ point, x, y }, index) => (
            <PointMark key={point.key} point={point} walk={walk.propsOf(index)} onFollow={onFollow}>
              <rect
                className="chart-reach"
                x={x - Math.max(step, 24) / 2}
                y={plot.top - 8}
                width={Math.max(step, 24)}
                height={plot.bottom - plot.top + 16}
              />
              <circle
                className={walk.at === index || index === points.length - 1 ? 'chart-dot chart-dot-shown' : 'chart-dot'}
                cx={x}
                cy={y}
                r={4}
              />
            </PointMark>
          ))}
        </svg>
      </div>
    </ChartFrame>
  );
}
