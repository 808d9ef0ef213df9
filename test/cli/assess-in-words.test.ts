/** `stealtime assess --text`: the answer as a person reads it. */
import { expect, it } from 'vitest';
import { startCommand } from '../support/command.ts';

const POST = `**Quay-512** (OpenVZ 7, Oslo)
1 vCore (fair share)
512 MB RAM + 512 MB vSwap
10 GB SSD
$15/yr

**Quay-1G**
1 vCore
1 GB RAM
$25/yr`;

function assess(...options: string[]) {
  const { process: child, ended } = startCommand(['assess', ...options]);
  child.stdin.end(POST);
  return ended;
}

it('says what was read, whose it is, what it cannot do, what to ask, and what it did not read', async () => {
  const { code, stdout } = await assess('--text');
  expect(code).toBe(0);
  expect(stdout).toContain('Quay-512\n  OpenVZ 7, from "');
  expect(stdout).toContain('1 vCPU, 512MB memory, 512MB vSwap, 10GB ssd');
  expect(stdout).toContain('15.00 USD for 12 months');
  expect(stdout).toContain('CPU: shared, from "1 vCore (fair share)"');
  expect(stdout).toMatch(/Risk of getting less than you expect: (?:guarded|elevated|unknown) \(confidence: \w+\)/);
  expect(stdout).toMatch(/Cannot work: .*own-kernel/);
  expect(stdout).toMatch(/Ask the seller\n {2}- .+\?/);
  expect(stdout).toContain('Another plan of the text was not assessed: Quay-1G.');
});

it('stays JSON in a pipe', async () => {
  const { code, stdout } = await assess();
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ offer: { name: 'Quay-512' }, risk: {}, questions: expect.any(Array) });
});
