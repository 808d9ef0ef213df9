import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findRecordings, RecordingError, readPageFile, recordedPages, recordingTime } from '../../ingest/recorded-pages.ts';
import { linode } from '../../scrapers/sources/linode.ts';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'stealtime-recordings-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function write(path: string, content: string | Buffer = '{}'): Promise<string> {
  const full = join(dir, path);
  await mkdir(dirname(full), { recursive: true });
  await writeFile(full, content);
  return full;
}

describe('the time of a recording', () => {
  it.each([
    ['2026-08-13T06:00:00Z', '2026-08-13T06:00:00.000Z'],
    ['2026-08-13T06-00-00Z', '2026-08-13T06:00:00.000Z'],
    ['2026-08-13T06:00:00.123456Z', '2026-08-13T06:00:00.123Z'],
    ['2026-08-13T08:00:00+02:00', '2026-08-13T06:00:00.000Z'],
    ['2026-08-13T08:00:00+0200', '2026-08-13T06:00:00.000Z'],
    ['2026-08-13_06-00', '2026-08-13T06:00:00.000Z'],
    ['2026-08-13 06:00', '2026-08-13T06:00:00.000Z'],
    ['20260813T060000Z', '2026-08-13T06:00:00.000Z'],
    ['20260813060000', '2026-08-13T06:00:00.000Z'],
    ['2026-08-13', '2026-08-13T00:00:00.000Z'],
    ['20260813', '2026-08-13T00:00:00.000Z'],
    ['1786600800', '2026-08-13T06:00:00.000Z'],
    ['1786600800000', '2026-08-13T06:00:00.000Z'],
  ])('%s', (name, time) => expect(recordingTime(name)).toBe(time));

  it.each([
    '',
    'latest',
    '2026',
    '2026-13-01',
    '2026-02-30',
    '2026-08-13T25:00:00Z',
    '2026-08-13T06:61',
    'v2026-08-13',
    '2026-08-13T06:00:00Z.json',
  ])('"%s" is none', (name) => expect(recordingTime(name)).toBeNull());
});

describe('recordings of a folder', () => {
  it('come oldest first across sources, with role, place and number of each page', async () => {
    await write('scaleway/2026-08-13T06:00:00Z/servers@fr-par-1.json');
    await write('scaleway/2026-08-13T06:00:00Z/servers@fr-par-1.2.json.gz', gzipSync('{}'));
    await write('linode/2026-08-14/types.json');
    await write('linode/20260812/types.html');
    await write('linode/20260812/recording.json');
    const { recordings, skipped } = await findRecordings(dir, []);
    expect(skipped).toEqual([join(dir, 'linode/20260812/recording.json')]);
    expect(recordings.map(({ sourceId, observedAt }) => `${sourceId} ${observedAt.slice(0, 10)}`)).toEqual([
      'linode 2026-08-12',
      'scaleway 2026-08-13',
      'linode 2026-08-14',
    ]);
    expect(recordings[1]?.files.map(({ path: _, ...page }) => page)).toEqual([
      { role: 'servers', place: 'fr-par-1', number: 2 },
      { role: 'servers', place: 'fr-par-1', number: 1 },
    ]);
    expect((await findRecordings(dir, ['scaleway'])).recordings).toHaveLength(1);
  });

  it('may be links, and are refused with a reason where the time cannot be read or the folder not opened', async () => {
    await write('elsewhere/types.json');
    await mkdir(join(dir, 'all/linode'), { recursive: true });
    await symlink(join(dir, 'elsewhere'), join(dir, 'all/linode/2026-08-13'));
    expect((await findRecordings(join(dir, 'all'), [])).recordings).toHaveLength(1);
    await write('bad/linode/yesterday/types.json');
    await expect(findRecordings(join(dir, 'bad'), [])).rejects.toThrow(/"yesterday" is not a time/);
    await expect(findRecordings(join(dir, 'none'), [])).rejects.toThrow(RecordingError);
  });

  it('are read with the address that the source would have been asked at', async () => {
    const path = await write('linode/2026-08-13/types.json', '{"data":[]}');
    const [page] = await recordedPages([{ path, role: 'types', place: null, number: 1 }], linode);
    expect(page).toMatchObject({ url: linode.start()[0]?.url, body: '{"data":[]}', headers: {} });
  });
});

describe('a file', () => {
  it('is unpacked; of one that was cut off there is what there is', async () => {
    const text = JSON.stringify(Array.from({ length: 5000 }, (_, index) => ({ index, square: index * index })));
    const packed = gzipSync(text);
    expect(await readPageFile(await write('a.json.gz', packed))).toBe(text);
    const half = await readPageFile(await write('b.json.gz', packed.subarray(0, packed.length / 2)));
    expect(half.length).toBeGreaterThan(1000);
    expect(text.startsWith(half)).toBe(true);
  });

  it('that is damaged, missing, a folder, or larger than any page is refused with its name', async () => {
    const bomb = gzipSync(Buffer.alloc(65 * 1024 * 1024));
    for (const path of [
      await write('no.json.gz', 'not packed'),
      await write('bomb.json.gz', bomb),
      await write('large.json', Buffer.alloc(65 * 1024 * 1024)),
      join(dir, 'missing.json'),
      dir,
    ]) {
      await expect(readPageFile(path)).rejects.toThrow(RecordingError);
      await expect(readPageFile(path)).rejects.toThrow(path);
    }
  });
});
