import { type AnyFileKind, PICTURE_KINDS } from '@kafal/contract';
import type { Settings } from '../society/index.ts';

/** How large a file of this kind may be. */
export interface FileCaps {
  readonly kind: AnyFileKind;
  readonly bytes: number;
  readonly megapixels: number;
  /** All files of one person together. */
  readonly personBytes: number;
}

export const isPicture = (kind: string): boolean => PICTURE_KINDS.some((known) => known === kind);

export function fileCaps(settings: Settings, kind: AnyFileKind): FileCaps {
  const kilobytes = isPicture(kind) ? settings['files.photoKilobytes'] : settings['files.paperKilobytes'];
  return {
    kind,
    bytes: kilobytes * 1_024,
    megapixels: settings['files.megapixels'],
    personBytes: settings['files.personMegabytes'] * 1_048_576,
  };
}
