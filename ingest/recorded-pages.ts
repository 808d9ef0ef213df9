/** Recorded pages on disk: `DIR/<source>/<time>/<role>[@PLACE][.n].json|html|xml[.gz]`. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, gunzip } from 'node:zlib';
import { z } from 'zod';
import { addressOf, type Page, type SourceAdapter } from '../scrapers/contract.ts';

const unzip = promisify(gunzip);

/** Largest file that is read, unpacked: no page of a source comes near it. */
const MAX_BYTES = 64 * 1024 * 1024;

/** One recorded run of one source. */
export interface Recording {
  readonly sourceId: string;
  /** ISO time of the recording. */
  readonly observedAt: string;
  readonly files: readonly RecordedFile[];
}

/** One recorded page, not read yet. */
export interface RecordedFile {
  readonly path: string;
  readonly role: string;
  readonly place: string | null;
  readonly number: number;
}

/** Trouble with the folder that a person has to mend. */
export class RecordingError extends Error {}

/** Every recording below a folder, oldest first; `only` narrows it to some sources. Files of unknown shape are named. */
export async function findRecordings(
  dir: string,
  only: readonly string[],
): Promise<{ recordings: Recording[]; skipped: string[] }> {
  const recordings: Recording[] = [];
  const skipped: string[] = [];
  for (const sourceId of await folders(dir)) {
    if (only.length > 0 && !only.includes(sourceId)) continue;
    for (const time of await folders(join(dir, sourceId))) {
      const folder = join(dir, sourceId, time);
      const observedAt = recordingTime(time);
      if (observedAt === null)
        throw new RecordingError(`${folder}: "${time}" is not a time; name the folder like 2026-08-13T06:00:00Z`);
      const names = (await readdir(folder)).toSorted();
      const files = names.map((name) => recordedFile(folder, name)).filter((file) => file !== null);
      skipped.push(...names.filter((name) => recordedFile(folder, name) === null).map((name) => join(folder, name)));
      if (files.length > 0) recordings.push({ sourceId, observedAt, files });
    }
  }
  return {
    recordings: recordings.toSorted((a, b) => (a.observedAt < b.observedAt ? -1 : a.observedAt > b.observedAt ? 1 : 0)),
    skipped,
  };
}

async function folders(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw new RecordingError(`cannot read ${dir}: ${error.message}`);
  });
  const names: string[] = [];
  for (const entry of entries) {
    const isFolder = entry.isSymbolicLink() ? (await stat(join(dir, entry.name))).isDirectory() : entry.isDirectory();
    if (isFolder) names.push(entry.name);
  }
  return names.toSorted();
}

const TIME = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T_ -]?(\d\d)[:-]?(\d\d)(?:[:-]?(\d\d)(?:[.,](\d{1,9}))?)?)?(Z|[+-]\d\d:?\d\d)?$/;

/** A folder's name as a time: ISO dates and times, `:` or `-` or nothing between the parts, or epoch seconds or milliseconds. */
export function recordingTime(name: string): string | null {
  const digits = /^(\d{10}|\d{13})$/.exec(name);
  if (digits) return new Date(Number(name) * (name.length === 10 ? 1000 : 1)).toISOString();
  const match = TIME.exec(name);
  if (!match) return null;
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '0', zone = 'Z'] = match;
  const [date, clock] = [`${year}-${month}-${day}`, `${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}`];
  // JavaScript reads the 30th of February as the 2nd of March.
  if (!z.iso.date().safeParse(date).success) return null;
  const time = new Date(`${date}T${clock}${zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

function recordedFile(folder: string, name: string): RecordedFile | null {
  const match = /^(?!recording\.json$)([A-Za-z0-9_-]+)(?:@([^@]+?))?(?:\.(\d+))?\.(?:json|html|xml)(?:\.gz)?$/.exec(name);
  if (!match) return null;
  const [, role = '', place, number] = match;
  return { path: join(folder, name), role, place: place ?? null, number: number === undefined ? 1 : Number(number) };
}

/** Text of a file, unpacked where it ends in `.gz`; of a packed file that was cut off, what there is. */
export async function readPageFile(path: string): Promise<string> {
  const bytes = await readBounded(path).catch((error: NodeJS.ErrnoException) => {
    throw new RecordingError(`cannot read ${path}: ${error.message}`);
  });
  if (!path.endsWith('.gz')) return bytes.toString('utf8');
  try {
    return (await unzip(bytes, { maxOutputLength: MAX_BYTES, finishFlush: constants.Z_SYNC_FLUSH })).toString('utf8');
  } catch (error) {
    throw new RecordingError(`cannot unpack ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function readBounded(path: string): Promise<Buffer> {
  const { size } = await stat(path);
  if (size > MAX_BYTES) throw new Error(`${size} bytes are more than any page of a source has`);
  return readFile(path);
}

/** The recorded pages as a reader gets them, with the address that the adapter would have asked. */
export async function recordedPages(files: readonly RecordedFile[], adapter: SourceAdapter): Promise<Page[]> {
  return Promise.all(
    files.map(async (file) => ({
      role: file.role,
      place: file.place,
      number: file.number,
      url: addressOf(adapter, file.role, file.place),
      headers: {},
      body: await readPageFile(file.path),
    })),
  );
}
