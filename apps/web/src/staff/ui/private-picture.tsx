import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../staff-api.ts';

interface PrivatePictureProps {
  fileId: string;
  /** Who or what is on it. */
  words: string;
  className: string;
}

/** A picture of the private file service: fetched with the log-in, never by an address that a page could leak. */
export function PrivatePicture({ fileId, words, className }: PrivatePictureProps) {
  const { data } = useQuery({
    queryKey: ['file', fileId],
    queryFn: async () => (await api.download('/api/files/{id}', { path: { id: fileId } })).blob,
    // The file behind an id never changes.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (data === undefined) return;
    const made = URL.createObjectURL(data);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  return address === undefined ? (
    <span className={className} aria-hidden="true" />
  ) : (
    <img src={address} alt={words} className={className} />
  );
}
