// Takes one file out of a form, piece by piece onto the disk, so that a hundred at once do not fill the memory.

import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { askVirusChecker } from './ask-virus-checker.ts';
import { type Blackout, readBlackout } from './blackout.ts';
import { makeHarmless } from './check-content.ts';
import type { FileCaps } from './file-caps.ts';
import { checkFileName } from './file-name.ts';
import { type Draft, forget, writeDraft } from './file-store.ts';
import { type InspectedFile, inspectFile } from './inspect-file.ts';

/** A file that arrived whole and is what it says; nobody knows of it yet. */
export interface Upload extends Draft, InspectedFile {
  readonly name: string;
}

/** What stood in the form before the file. */
export type FormFields = Readonly<Record<string, string>>;

/** Room for the boundaries and the fields around the file. */
const FORM_BYTES = 16 * 1_024;
const MOST_FIELDS = 8;

/** For a route that looks at what the file is for before it takes it. */
export function requireForm(request: FastifyRequest): void {
  if (!request.isMultipart()) throw missing();
}

export async function receiveUpload(
  platform: Platform,
  request: FastifyRequest,
  caps: FileCaps,
  /** Looks at the fields before a byte of the file is taken; a refusal ends it there. */
  admit: (fields: FormFields) => Promise<void> = async () => {},
): Promise<Upload> {
  requireForm(request);
  // Whoever says beforehand that it is too much need not send it.
  if (Number(request.headers['content-length'] ?? 0) > caps.bytes + FORM_BYTES) throw tooLarge(caps);

  const part = await firstFile(request, caps.bytes);
  if (part === undefined) throw missing();
  try {
    if (part.fieldname !== 'file') throw missing();
    const { name, promised } = checkFileName(part.filename);
    const fields = textsOf(part.fields);
    await admit(fields);
    return await store(platform, part, { name, promised, caps, blackout: readBlackout(caps.kind, fields) });
  } catch (error) {
    // What is still coming is let through and thrown away, so that the sender gets to read the answer.
    part.file.resume();
    throw error;
  }
}

type Part = NonNullable<Awaited<ReturnType<FastifyRequest['file']>>>;

async function firstFile(request: FastifyRequest, bytes: number): Promise<Part | undefined> {
  try {
    return await request.file({
      throwFileSizeLimit: false,
      limits: { files: 1, fields: MOST_FIELDS, parts: MOST_FIELDS + 1, fieldSize: 1_024, fileSize: bytes },
    });
  } catch {
    // No boundary, broken off, too many parts: to the sender it is one thing.
    throw broken();
  }
}

async function store(
  platform: Platform,
  part: Part,
  {
    name,
    promised,
    caps,
    blackout,
  }: ReturnType<typeof checkFileName> & { caps: FileCaps; blackout: Blackout | undefined },
): Promise<Upload> {
  const draft = await writeDraft(platform, part.file).catch((error: unknown) => {
    throw isFull(error) ? new Refusal('unavailable', 'FILE_NO_ROOM') : isOurs(error) ? error : broken();
  });
  try {
    if (part.file.truncated) throw tooLarge(caps);
    const inspected = await inspectFile(draft.path, draft.bytes, promised, caps);
    await askVirusChecker(platform, draft.path);
    if (blackout !== undefined && inspected.mediaType === 'application/pdf') {
      throw new Refusal('rule', 'FILE_BLACKOUT_PDF', undefined, 'file');
    }
    return { name, ...(await makeHarmless(platform, draft, inspected, caps, blackout)) };
  } catch (error) {
    await forget(draft.path);
    throw error;
  }
}

function textsOf(fields: Part['fields']): FormFields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      field !== undefined && 'value' in field && typeof field.value === 'string' ? [[name, field.value]] : [],
    ),
  );
}

const systemCode = (error: unknown): string =>
  error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : '';
const isFull = (error: unknown) => ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(systemCode(error));
/** The disk said no; a connection that breaks comes without a path. */
const isOurs = (error: unknown) => systemCode(error) !== '' && error instanceof Error && 'path' in error;

const missing = () => new Refusal('malformed', 'FILE_MISSING', undefined, 'file');
const broken = () => new Refusal('malformed', 'FILE_BROKEN_OFF', undefined, 'file');
const tooLarge = ({ bytes }: FileCaps) =>
  new Refusal('too_large', 'FILE_TOO_LARGE', { kilobytes: Math.floor(bytes / 1_024) }, 'file');
