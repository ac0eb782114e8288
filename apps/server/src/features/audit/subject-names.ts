// What a row of the trail is about, as people call it: the row itself keeps only the kind and the id.

import type { Platform } from '../../platform/platform.ts';

interface Subject {
  readonly subjectKind: string;
  readonly subjectId: string | null;
}

const NAMES: Readonly<Record<string, string>> = {
  user: "SELECT 'user' AS kind, id, name, NULL AS number FROM user",
  member: "SELECT 'member' AS kind, id, name, number FROM member",
  membership_application:
    "SELECT 'membership_application' AS kind, id, name, NULL AS number FROM membership_application",
  deposit: "SELECT 'deposit' AS kind, id, number AS name, NULL AS number FROM deposit",
  till: "SELECT 'till' AS kind, id, code AS name, NULL AS number FROM till",
};

/** The name of each subject that has one, asked for in one question; of other kinds the id says it. */
export async function subjectNames(
  { database, dialect }: Platform,
  subjects: readonly Subject[],
): Promise<(subject: Subject) => string | null> {
  const asked = Object.entries(NAMES).flatMap(([kind, select]) => {
    const ids = new Set(
      subjects.flatMap(({ subjectKind, subjectId }) =>
        subjectKind === kind && subjectId !== null && ROW_ID.test(subjectId) ? [Number(subjectId)] : [],
      ),
    );
    return ids.size === 0
      ? []
      : [{ statement: `${select} WHERE id IN (${Array.from(ids, () => '?').join(', ')})`, ids }];
  });
  if (asked.length === 0) return () => null;
  const rows = await dialect.all<{ kind: string; id: number; name: string; number: string | null }>(
    database,
    asked.map(({ statement }) => statement).join(' UNION ALL '),
    asked.flatMap(({ ids }) => [...ids]),
  );
  const names = new Map(
    rows.map(({ kind, id, name, number }) => [`${kind} ${id}`, number === null ? name : `${name}, ${number}`]),
  );
  return ({ subjectKind, subjectId }) => names.get(`${subjectKind} ${subjectId}`) ?? null;
}

const ROW_ID = /^[1-9]\d{0,14}$/;
