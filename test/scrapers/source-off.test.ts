import { expect, test } from 'vitest';
import { SOURCES } from '../../scrapers/registry.ts';
import { initiallyOff, sourceOff } from '../../scrapers/source-off.ts';

const none = () => false;
const all = () => true;

test('a source without credential is read', () => {
  expect(sourceOff({ credential: null }, none)).toBeNull();
});

test('a source is off while its own credential is not set', () => {
  expect(sourceOff({ credential: 'SOME_TOKEN' }, none)).toBe('needs SOME_TOKEN');
  expect(sourceOff({ credential: 'SOME_TOKEN' }, (name) => name === 'OTHER_TOKEN')).toBe('needs SOME_TOKEN');
  expect(sourceOff({ credential: 'SOME_TOKEN' }, (name) => name === 'SOME_TOKEN')).toBeNull();
});

test('a retired source is off, whatever is set', () => {
  expect(sourceOff({ credential: null, retired: 'gone in 2013' }, all)).toBe('gone in 2013');
});

test('with no credential at all, the public sources remain', () => {
  const off = new Map(SOURCES.map(({ manifest }) => [manifest.sourceId, sourceOff(manifest, none)]));
  expect(off.get('linode')).toBeNull();
  expect(off.get('digitalocean')).toBe('needs DIGITALOCEAN_TOKEN');
  expect(off.get('hetzner-cloud')).toBe('needs HETZNER_TOKEN');
  expect(off.get('upcloud')).toBe('needs UPCLOUD_TOKEN');
  for (const id of ['ovhcloud-vps', 'ovhcloud-eco', 'ovhcloud-cloud', 'hetzner-auction', 'atlantic-cloud']) {
    expect([id, off.get(id)]).toEqual([id, null]);
  }
  expect(off.get('hostvirtual')).toContain('recordings');
  expect(off.get('vultr-v1')).toContain('recordings');
  expect(off.get('lightsail')).toContain('signed');
});

test('a source that nobody has verified begins switched off, and says how it comes on', () => {
  expect(initiallyOff({ verified: null })).toMatch(/^unverified: .*switch it on/);
  expect(initiallyOff({ verified: '2026-08-14' })).toBeNull();
});

test('of a source that is read from recordings only, the reason is that', () => {
  expect(initiallyOff({ verified: null, retired: 'gone in 2013' })).toBeNull();
});
