/** `stealtime read-offers` as people and scripts use it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommand, startCommand } from '../support/command.ts';

const POST =
  '**Quay 1** (KVM)\n* 2 vCPU, fair share\n* 2 GB RAM\n* 40 GB NVMe\n* Amsterdam, Netherlands\n* €14/year\n\n**Quay 2**\n* 4 GB RAM\n* 80 GB NVMe';

describe('stealtime read-offers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stealtime-offers-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string, body: string) => {
    const path = join(folder, name);
    writeFileSync(path, body);
    return path;
  };
  const lines = (stdout: string) =>
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('reads a file into offers and rejections, each with its words', async () => {
    const { code, stdout } = await runCommand(['read-offers', file('post.txt', POST)]);
    expect(code).toBe(0);
    const [offer, rejection, ...more] = lines(stdout);
    expect(more).toEqual([]);
    expect(offer.offer).toMatchObject({
      name: 'Quay 1',
      planKey: null,
      technology: { value: 'kvm', how: 'stated', evidence: [{ url: null }] },
      cpu: { vcpu: 2, resourceModel: 'shared', said: '2 vCPU, fair share' },
      memory: { mib: 2048 },
      prices: [{ termMonths: 12, hourly: false, amount: '14.00', currency: 'EUR', phase: 'regular' }],
      locations: [{ name: 'Amsterdam, Netherlands', city: 'Amsterdam', country: 'NL' }],
      provenance: { 'memory.mib': { how: 'stated', said: '2 GB RAM' } },
    });
    expect(rejection).toMatchObject({ rejection: { code: 'no-price', listing: { name: 'Quay 2' } } });
  });

  it('reads what is piped in', async () => {
    const command = startCommand(['read-offers', '--json']);
    command.process.stdin.end(POST);
    const { code, stdout } = await command.ended;
    expect([code, lines(stdout).length]).toEqual([0, 2]);
  });

  it('reads a batch line by line, in order', async () => {
    const batch = file(
      'batch.jsonl',
      `${JSON.stringify({ id: 'b', text: POST })}\n\n${JSON.stringify({ id: 'a', text: 'Hello.' })}\n`,
    );
    const { code, stdout } = await runCommand(['read-offers', '--batch', batch]);
    expect(code).toBe(0);
    expect(lines(stdout).map(({ id, offers, rejections }) => [id, offers.length, rejections.length])).toEqual([
      ['b', 1, 1],
      ['a', 0, 0],
    ]);
  });

  it('says what is wrong with its input', async () => {
    const bad = await runCommand(['read-offers', '--batch', file('bad.jsonl', '{"id": 1}\n')]);
    expect([bad.code, bad.stdout]).toEqual([1, '']);
    expect(bad.stderr).toContain('line 1 is not {"id", "text"}');
    const missing = await runCommand(['read-offers', join(folder, 'none.txt')]);
    expect(missing.code).toBe(1);
    expect(missing.stderr).toContain('cannot be read');
  });
});
