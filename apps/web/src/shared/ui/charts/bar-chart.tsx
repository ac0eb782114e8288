import { useId } from 'react';
import { ChartFrame, type ChartTable } from './chart-frame.tsx';
import { type ChartPoint, type Follow, PointMark, useWalk } from './chart-points.tsx';
import { scaleFor } from './chart-scale.ts';
import { useWidth } from './use-width.ts';
import { axisWidth, heightAt, type Plot, ValueAxis } from './value-axis.tsx';

export interface BarGroup {
  key: string;
  label: string;
  /** One for each name, in the same order. */
  bars: readonly Omit<ChartPoint, 'key' | 'label'>[];
}

interface BarChartProps {
  title: string;
  /** What the bars of a group are; the first is drawn full, the second hatched, so that grey paper tells them apart. */
  names: readonly [string] | readonly [string, string];
  groups: readonly BarGroup[];
  mark: (value: number) => string;
  tableWords: string;
  table: ChartTable;
  onFollow?: Follow;
  height?: number;
}

/** Bars over time, side by side, from nothing. */
export function BarChart({ title, names, groups, mark, tableWords, table, onFollow, height = 180 }: BarChartProps) {
  const hatch = useId();
  const { ref, width } = useWidth<HTMLDivElement>();
  const bars = groups.flatMap((group) => group.bars);
  const walk = useWalk(bars.length);
  const scale = scaleFor(
    bars.map(({ value }) => value),
    4,
    true,
  );
  const plot: Plot = { left: axisWidth(scale.ticks.map(mark)), right: width - 4, top: 10, bottom: height - 24 };
  const room = (plot.right - plot.left) / groups.length;
  const thickness = Math.max(1, (room * 0.8) / names.length);
  const everyLabel = Math.ceil(52 / room);
  return (
    <ChartFrame title={title} readout={bars[walk.at ?? -1]?.sentence ?? ''} tableWords={tableWords} table={table}>
      <p className="chart-names" aria-hidden="true">
        {names.map((name, index) => (
          <span key={name}>
            <svg className="chart-sample" viewBox="0 0 12 12" aria-hidden="true">
              <rect {...look(index, hatch)} x={0.5} y={0.5} width={11} height={11} />
            </svg>{' '}
            {name}
          </span>
        ))}
      </p>
      <div ref={ref} className="chart-room">
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: the figure around it is named; its bars are what is read out. */}
        <svg viewBox={`0 0 ${width} ${height}`} className="chart-picture">
          <defs>
            <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect className="chart-hatch-ground" width="4" height="4" />
              <line className="chart-hatch-line" x1="0" y1="0" x2="0" y2="4" />
            </pattern>
          </defs>
          <svg aria-hidden="true">
            <ValueAxis plot={plot} scale={scale} mark={mark} />
            <line className="chart-base" x1={plot.left} x2={plot.right} y1={plot.bottom} y2={plot.bottom} />
            {groups.map(({ key, label }, index) =>
              (groups.length - 1 - index) % everyLabel === 0 ? (
                <text
                  key={key}
                  className="chart-mark"
                  x={plot.left + (index + 0.5) * room}
                  y={height - 6}
                  textAnchor={index === groups.length - 1 ? 'end' : 'middle'}
                  dx={index === groups.length - 1 ? room / 2 : 0}
                >
                  {label}
                </text>
              ) : null,
            )}
          </svg>
          {groups.flatMap(({ key, bars: own }, index) =>
            own.map((bar, which) => {
              const x = plot.left + (index + 0.1) * room + which * thickness;
              const top = heightAt(plot, scale.at(bar.value));
              const number = index * names.length + which;
              return (
                <PointMark key={`${key} ${names[which]}`} point={bar} walk={walk.propsOf(number)} onFollow={onFollow}>
                  <rect
                    className="chart-reach"
                    x={x}
                    y={plot.top}
                    width={thickness}
                    height={plot.bottom - plot.top + 8}
                  />
                  <rect
                    {...look(which, hatch)}
                    x={x + 0.5}
                    y={top}
                    width={Math.max(0.5, thickness - 1)}
                    height={plot.bottom - top}
                    data-shown={walk.at === number || undefined}
                  />
                </PointMark>
              );
            }),
          )}
        </svg>
      </div>
    </ChartFrame>
  );
}

/** The hatching is a paint of the picture it is used in. */
const look = (which: number, hatch: string) =>
  which === 0 ? { className: 'chart-bar' } : { className: 'chart-bar chart-bar-hatched', fill: `url(#${hatch})` };
