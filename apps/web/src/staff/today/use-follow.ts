import { useRouter } from '@tanstack/react-router';
import type { Follow } from '../../shared/ui/charts/chart-points.tsx';
import { writeSearch } from '../search-params.ts';

/** A page of these with its filter, as an address for a link inside a picture. */
export function hrefOf(to: string, search: Readonly<Record<string, string>> = {}): string {
  return `/staff${to}${writeSearch(search)}`;
}

/** Opens such an address without loading everything anew. */
export function useFollow(): Follow {
  const { history } = useRouter();
  return (href) => history.push(href);
}
