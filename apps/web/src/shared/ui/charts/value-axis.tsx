import type { Scale } from './chart-scale.ts';

export interface Plot {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Wide enough for the longest mark in digits of one width. */
export function axisWidth(marks: readonly string[]): number {
  return 12 + 7 * Math.max(...marks.map((mark) => mark.length));
}

export const heightAt = ({ top, bottom }: Plot, part: number): number => bottom - part * (bottom - top);

interface ValueAxisProps {
  plot: Plot;
  scale: Scale;
  mark: (value: number) => string;
}

export function ValueAxis({ plot, scale, mark }: ValueAxisProps) {
  return (
    <g>
      {scale.ticks.map((tick) => {
        const y = heightAt(plot, scale.at(tick));
        return (
          <g key={tick}>
            <line className="chart-rule" x1={plot.left} x2={plot.right} y1={y} y2={y} />
            <text className="chart-mark" x={plot.left - 8} y={y + 4} textAnchor="end">
              {mark(tick)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
