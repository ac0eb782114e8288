// The desk: papers that wait for a second person, the oldest first, each beside what is written down of its owner.

import type { PapersToCheck, PapersToCheckQuery, PaperToCheck, PaperView } from '@kafal/contract';
import { invariant } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { allFilesOf, currentPictures } from '../files/index.ts';
import { getMember, maskAadhaar, readCursor, writeCursor } from '../members/index.ts';
import { membersTyped } from '../search/index.ts';
import { hasExpiry } from './kyc-rules.ts';
import { mayNotCheck } from './may-check.ts';
import { say } from './say.ts';

const USUAL_LIMIT = 50;
const SORT = 'oldest';

export interface WaitingPaper {
  readonly id: string;
  readonly memberId: number;
  readonly kind: string;
  readonly status: string;
  readonly checkState: 'pending' | 'verified' | 'rejected' | null;
  readonly addedByUserId: number | null;
  readonly replacesFileId: string | null;
  readonly numberMasked: string | null;
  readonly expiresOn: string | null;
}

export const noSuchPaper = () => new Refusal('missing', 'FILE_NOT_FOUND');

function papers(reader: Reader) {
  return reader.selectFrom('person_file as f').where('f.loanId', 'is', null).where('f.memberId', 'is not', null);
}

export async function countPapersToCheck(reader: Reader): Promise<number> {
  const { waiting } = await papers(reader)
    .select(({ fn }) => fn.countAll().as('waiting'))
    .where('f.checkState', '=', 'pending')
    .where('f.status', 'in', ['current', 'waiting'])
    .executeTakeFirstOrThrow();
  return Number(waiting);
}

export async function listPapersToCheck(
  platform: Platform,
  actor: Actor,
  query: z.output<typeof PapersToCheckQuery>,
): Promise<z.input<typeof PapersToCheck>> {
  const { database } = platform;
  const { kind, limit = USUAL_LIMIT } = query;
  const after = readCursor(SORT, query.cursor, (value) => typeof value === 'string' && /^[\w-]{22}$/.test(value));
  const members = await membersTyped(platform, query.q);
  const rows = await papers(database)
    .innerJoin('member as m', 'm.id', 'f.memberId')
    .select(['f.id', 'f.memberId', 'f.statusAt', 'f.addedByUserId', 'm.name', 'm.number'])
    .where('f.checkState', '=', 'pending')
    .where('f.status', 'in', ['current', 'waiting'])
    .$if(kind !== undefined, (select) => select.where('f.kind', '=', kind ?? ''))
    .$if(members !== undefined, (select) => select.where('f.memberId', 'in', members ?? []))
    .$if(after !== undefined, (select) =>
      select.where((where) =>
        where.or([
          where('f.statusAt', '>', after?.id ?? 0),
          where.and([where('f.statusAt', '=', after?.id ?? 0), where('f.id', '>', String(after?.value))]),
        ]),
      ),
    )
    .orderBy('f.statusAt')
    .orderBy('f.id')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const items: z.input<typeof PaperToCheck>[] = [];
  for (const { id, memberId, addedByUserId, name, number } of shown) {
    invariant(memberId, 'papers() chose only those of members');
    const paper = { id, memberId, addedByUserId };
    items.push(await paperToCheck(platform, actor, { ...paper, name, number }));
  }
  return {
    items,
    nextCursor:
      rows.length > limit && last !== undefined ? writeCursor(SORT, { value: last.id, id: last.statusAt }) : null,
    waiting: await countPapersToCheck(database),
  };
}

async function paperToCheck(
  { database }: Platform,
  actor: Actor,
  paper: { id: string; memberId: number; addedByUserId: number | null; name: string; number: string },
): Promise<z.input<typeof PaperToCheck>> {
  const { id, memberId, name, number } = paper;
  const file = (await allFilesOf(database, { memberId })).find((one) => one.id === id);
  if (file === undefined) throw noSuchPaper();
  const why = await mayNotCheck(database, actor, paper);
  return {
    ...{ file, memberId: String(memberId), memberName: name, memberNumber: number },
    mayNotCheckBecause: why === undefined ? null : say(actor.language, why),
  };
}

/** A paper of a member, whatever became of it. */
export async function getPaper(reader: Reader, id: string): Promise<WaitingPaper> {
  const row = await papers(reader)
    .select(['f.id', 'f.memberId', 'f.kind', 'f.status', 'f.checkState', 'f.addedByUserId', 'f.replacesFileId'])
    .select(['f.numberMasked', 'f.expiresOn'])
    .where('f.id', '=', id)
    .where('f.status', '<>', 'removed')
    .executeTakeFirst();
  if (row === undefined || row.memberId === null) throw noSuchPaper();
  return { ...row, memberId: row.memberId };
}

export async function paperView(platform: Platform, actor: Actor, id: string): Promise<z.input<typeof PaperView>> {
  const { database } = platform;
  const paper = await getPaper(database, id);
  const member = await getMember(database, paper.memberId);
  const nominees = await database
    .selectFrom('nominee')
    .select(['name', 'relation'])
    .where('memberId', '=', member.id)
    .orderBy('id')
    .execute();
  const { photoFileId, signatureFileId } = await currentPictures(database, member.id);
  const aadhaarMasked = maskAadhaar(member.aadhaarLastFour);
  return {
    ...(await paperToCheck(platform, actor, { ...paper, name: member.name, number: member.number })),
    record: {
      ...{ name: member.name, nameLocal: member.nameLocal, dateOfBirth: member.dateOfBirth, phone: member.phone },
      ...{ parentOrSpouseName: member.parentOrSpouseName, panMasked: member.panMasked, aadhaarMasked },
      address: `${member.addressLine}, ${member.locality}, ${member.district}, ${member.state} ${member.postalCode}`,
      // What is looked at is not compared with itself.
      photoFileId: photoFileId === id ? null : photoFileId,
      signatureFileId: signatureFileId === id ? null : signatureFileId,
      nominees: nominees.map(({ name, relation }) => `${name}, ${relation}`),
    },
    numberAgrees: agrees(paper, { pan_card: member.panMasked, aadhaar: aadhaarMasked }),
    wantsExpiry: hasExpiry(paper.kind) && paper.expiresOn === null,
    state: paper.checkState ?? 'pending',
  };
}

function agrees(
  { kind, numberMasked }: WaitingPaper,
  record: { readonly [Kind in 'pan_card' | 'aadhaar']: string | null },
): boolean | null {
  const known = kind === 'pan_card' || kind === 'aadhaar' ? record[kind] : null;
  return known === null || numberMasked === null ? null : known === numberMasked;
}
