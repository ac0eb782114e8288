import { Link } from '@tanstack/react-router';

interface MemberLinkProps {
  id: string;
  name: string | null;
  number: string | null;
}

/** A member by name and number, opening their page. */
export function MemberLink({ id, name, number }: MemberLinkProps) {
  return (
    <Link to="/members/$id" params={{ id }}>
      {name} · <span className="nowrap">{number}</span>
    </Link>
  );
}
