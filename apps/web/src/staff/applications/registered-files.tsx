import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FileList } from '../members/file-list.tsx';
import { useMay } from '../session.ts';
import { client } from '../staff-api.ts';
import { useWords } from '../words.ts';
import { useApplication } from './application-queries.ts';

/** The person still stands at the counter: the photo and the papers are taken now. */
export function RegisteredFiles({ trackingNumber }: { trackingNumber: string }) {
  const may = useMay();
  const found = useQuery({
    queryKey: ['application-of', trackingNumber],
    queryFn: () => client.get('/api/admin/member-requests', { query: { q: trackingNumber, status: 'all' } }),
    enabled: may('application.read'),
  });
  const id = found.data?.items[0]?.id;
  return id === undefined ? null : <FilesOf id={id} />;
}

function FilesOf({ id }: { id: string }) {
  const t = useWords();
  const application = useApplication(id);
  if (application.data === undefined) return null;
  const missing = application.data.checks.find(({ code }) => code === 'papers')?.missing ?? [];
  return (
    <>
      {missing.length > 0 && (
        <p>{t('file.missing', { papers: missing.map((kind) => t(`file.kind.${kind}`)).join(', ') })}</p>
      )}
      <FileList of="application" id={id} name={application.data.name} mayChange missing={missing} />
      <p>
        <Link to="/applications/$id" params={{ id }}>
          {t('register.toApplication')}
        </Link>
      </p>
    </>
  );
}
