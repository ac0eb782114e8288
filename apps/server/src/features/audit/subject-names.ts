// What a row of the trail is about, as people call it: the row itself keeps only the kind and the id.

import type { Platform } from '../../platform/platform.ts';

interface Subject {
  readonly subjectKind: string;
  readonly subjectId: string | null;
}

/** One statement for each kind, with as many marks as there are ids. */
const NAMES: Readonly<Record<string, string>> = {
  user: 'SELECT id, name FROM user WHERE id IN',
  member: 'SELECT id, name, number FROM member WHERE id IN',
  membership_application: 'SELECT id, name FROM membership_application WHERE id IN',
  deposit: 'SELECT id, number AS name FROM deposit WHERE id IN',
  till: 'SELECT id, code AS name FROM till WHERE id IN',
};

/** The name of each subject that has one; of other kinds the id says it. */
export async function subjectNames(
  platform: Platform,
  subjects: readonly Subject[],
): Promise<(subject: Subject) => string | null> {
  const names = new Map<string, string>();
  for (const [kind, statement] of Object.entries(NAMES)) {
    const ids = new Set(
      subjects.flatMap(({ subjectKind, subjectId }) =>
        subjectKind === kind && subjectId !== null && ROW_ID.test(subjectId) ? [Number(subjectId)] : [],
      ),
    );
    if (ids.size === 0) continue;
    const rows = await platform.dialect.all<{ id: number; name: string; number?: string }>(
      platform.database,
      `${statement} (${Array.from(ids, () => '?').join(', ')})`,
      [...ids],
    );
    for (const { id, name, number } of rows) {
      names.set(`${kind} ${id}`, number === undefined ? name : `${name}, ${number}`);
    }
  }
  return ({ subjectKind, subjectId }) => names.get(`${subjectKind} ${subjectId}`) ?? null;
}

const ROW_ID = /^[1-9]\d{0,14}$/;
