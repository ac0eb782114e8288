import { Link } from '@tanstack/react-router';
import { Glow } from '../ui/glow.tsx';

interface FigureProps {
  label: string;
  value: string;
  more?: string;
  /** Every number opens: where its parts are. */
  to?: string | undefined;
  search?: Record<string, string>;
}

export function Figure({ label, value, more, to, search = {} }: FigureProps) {
  const shown = (
    <Glow value={value}>
      <span className="figure-value">{value}</span>
    </Glow>
  );
  return (
    <div className="figure-block">
      <p className="figure-label">{label}</p>
      <p className="figure-line">
        {to === undefined ? (
          shown
        ) : (
          <Link to={to} search={search} className="figure-link">
            {shown}
          </Link>
        )}
      </p>
      {more !== undefined && <p className="figure-more">{more}</p>}
    </div>
  );
}
