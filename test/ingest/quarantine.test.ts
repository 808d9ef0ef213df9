import { describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { LINODE_PLANS, linodePages, linodeWith } from './support/pages.ts';
import { day, useShop } from './support/shop.ts';

const database = useDatabase();
const shop = useShop(database);

const times = (factor: number) => linodePages(LINODE_PLANS.map((plan) => ({ ...plan, monthly: plan.monthly * factor })));

/** What searches of the state of a run show. */
async function recordOf(runId: string) {
  const [found] = await database.sql<{ state: string; message: string; findings: { code: string; severity: string }[] }[]>`
    select state, message, findings from scrape_runs where run_id = ${runId}`;
  return found;
}

describe('an implausible batch', () => {
  it.each([
    ['a hundredfold list', () => times(100), 'hard'],
    ['a thousandth of a list', () => times(0.001), 'hard'],
    ['a twelvefold list', () => times(12), 'hard'],
    ['a uniform rise of a fifth', () => times(1.2), 'soft'],
    ['two plans of twelve gone', () => linodePages(LINODE_PLANS.slice(2)), 'hard'],
  ])('is held and leaves everything published as it was: %s', async (_what, pages, severity) => {
    await shop.replay('linode', linodePages(), day(1));
    const before = await shop.fingerprint();
    const report = await shop.replay('linode', pages(), day(2));
    expect(report).toMatchObject({ state: 'quarantined', failure: null });
    expect(report.findings[0]).toMatchObject({ severity });
    expect(await shop.fingerprint()).toBe(before);
    const record = await recordOf(report.runId);
    expect(record).toMatchObject({ state: 'quarantined', message: report.findings[0]?.message });
  });

  it('held for a soft reason is published once a second observation says the same', async () => {
    await shop.replay('linode', linodePages(), day(1));
    expect(await shop.replay('linode', times(1.2), day(2))).toMatchObject({ state: 'quarantined' });
    const confirmed = await shop.replay('linode', times(1.2), day(3));
    expect(confirmed.state).toBe('published');
    expect(confirmed.findings.map(({ code }) => code)).toContain('confirmed');
    expect(await shop.periods('linode:g6-standard-1@us-east')).toEqual(['01–01 5.00', '03–03 6.00 …']);
  });

  it('is not confirmed by reading the same recording again, nor by another rise, nor across a run that says the old', async () => {
    await shop.replay('linode', linodePages(), day(1));
    for (const _ of [1, 2, 3]) expect((await shop.replay('linode', times(1.2), day(2))).state).toBe('quarantined');
    expect((await shop.replay('linode', times(1.3), day(3))).state).toBe('quarantined');
    expect((await shop.replay('linode', times(1.2), day(4))).state).toBe('quarantined');
    expect((await shop.replay('linode', linodePages(), day(5))).state).toBe('unchanged');
    expect((await shop.replay('linode', times(1.2), day(6))).state).toBe('quarantined');
    expect((await shop.replay('linode', times(1.2), day(7))).state).toBe('published');
  });

  it('held for a hard reason is never published by repetition', async () => {
    await shop.replay('linode', linodePages(), day(1));
    for (const at of [2, 3, 4, 5]) expect((await shop.replay('linode', times(100), day(at))).state).toBe('quarantined');
    expect(await shop.row('linode:g6-standard-1')).toMatchObject({ price: '5.00', observedAt: day(1) });
  });

  it('is passed by what plausibly comes after it', async () => {
    await shop.replay('linode', linodePages(), day(1));
    await shop.replay('linode', times(100), day(2));
    expect(await shop.replay('linode', linodeWith({ 'g6-standard-1': 5.5 }), day(3))).toMatchObject({ state: 'published' });
  });
});

describe('a release', () => {
  it('publishes the held pages as of their time, and keeps on record why they were held', async () => {
    await shop.replay('linode', linodePages(), day(1));
    const held = await shop.live('linode', times(2), day(2));
    const findings = held.findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
    expect(findings).not.toEqual([]);
    expect(await shop.release('linode', held.runId)).toEqual({ ok: true, plans: 12, changed: 36 });
    expect(await shop.periods('linode:g6-standard-1@us-east')).toEqual(['01–01 5.00', '02–02 10.00 …']);
    expect(await shop.row('linode:g6-standard-1')).toMatchObject({ price: '10.00', observation: 'live', observedAt: day(2) });
    const record = await recordOf(held.runId);
    expect(record).toMatchObject({ state: 'published', message: 'released by a person' });
    expect(record?.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(findings));
    expect((await shop.row('linode:g6-standard-1'))?.snapshots).toHaveProperty('types');
  });

  it('is what later runs are compared with: the same pages are unchanged, the old ones are held', async () => {
    await shop.replay('linode', linodePages(), day(1));
    await shop.release('linode', (await shop.replay('linode', times(2), day(2))).runId);
    expect((await shop.replay('linode', times(2), day(3))).state).toBe('unchanged');
    expect((await shop.replay('linode', linodePages(), day(4))).state).toBe('quarantined');
  });

  it('of a lost tenth does not count as missed what a person let pass only once', async () => {
    await shop.replay('linode', linodePages(), day(1));
    const held = await shop.replay('linode', linodePages(LINODE_PLANS.slice(2)), day(2));
    expect(await shop.release('linode', held.runId)).toMatchObject({ ok: true, plans: 10 });
    expect(await shop.offer('linode:g6-standard-1@us-east')).toMatchObject({ missedRuns: 1, withdrawn: false });
    expect((await shop.replay('linode', linodePages(LINODE_PLANS.slice(2)), day(3))).counts.withdrawn).toBe(6);
  });

  it('is refused for what is no held run, or older than what is published, and changes nothing then', async () => {
    const first = await shop.replay('linode', linodePages(), day(1));
    const held = await shop.replay('linode', times(2), day(2));
    await shop.replay('linode', linodeWith({ 'g6-standard-1': 5.5 }), day(3));
    const before = await shop.fingerprint();
    expect(await shop.release('linode', 'nobody')).toMatchObject({ ok: false, code: 'unknown-run' });
    expect(await shop.release('linode', first.runId)).toMatchObject({ ok: false, code: 'not-quarantined' });
    expect(await shop.release('linode', held.runId)).toMatchObject({ ok: false, code: 'older-than-published' });
    expect(await shop.fingerprint()).toBe(before);
  });

  it('happens once, however many ask for it', async () => {
    await shop.replay('linode', linodePages(), day(1));
    const held = await shop.replay('linode', times(2), day(2));
    const answers = await Promise.all([1, 2, 3].map(() => shop.release('linode', held.runId)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await shop.periods('linode:g6-standard-1@us-east')).toEqual(['01–01 5.00', '02–02 10.00 …']);
  });
});
