import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { client } from '../staff-api.ts';
import { useWords } from '../words.ts';
import { inSentence } from './sentence.tsx';

interface StoredPictureProps {
  /** Null: there is none, and the frame says so. */
  fileId: string | null;
  alt: string;
  look?: 'photo' | 'signature' | 'paper' | 'beside';
}

/** A photo or signature of the private store. A plain `img` could not carry the log-in, so its bytes are fetched. */
export function StoredPicture({ fileId, alt, look = 'photo' }: StoredPictureProps) {
  const t = useWords();
  const picture = useQuery({
    queryKey: ['file', fileId],
    queryFn: () => client.download('/api/files/{id}', { path: { id: fileId ?? '' } }),
    enabled: fileId !== null,
    // A stored file never changes.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const url = useObjectUrl(picture.data?.blob);
  return (
    <span className={`stored-picture stored-${look}`}>
      {url === undefined ? (
        <span className="stored-none">{fileId === null ? t('file.noneOf', { kind: inSentence(alt) }) : ''}</span>
      ) : (
        <img src={url} alt={alt} />
      )}
    </span>
  );
}

/** Where the page can show a blob from; given back when it is no longer shown. */
export function useObjectUrl(blob: Blob | undefined): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (blob === undefined) return setUrl(undefined);
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
}
