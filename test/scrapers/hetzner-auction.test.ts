import { describe, expect, test } from 'vitest';
import { readPages } from '../../scrapers/read-pages.ts';
import { hetznerAuction } from '../../scrapers/sources/hetzner-auction.ts';
import { page } from './support.ts';

describe('hetzner-auction', () => {
  const server = { id: 1, price: 33, hourly_price: 0.0529, datacenter: 'FSN1-DC3' };
  const read = (...servers: object[]) => readPages(hetznerAuction, [page('servers', servers)], null);

  test('is whole by its own count, where it counts', () => {
    const counted = (serverCount: number) =>
      readPages(hetznerAuction, [page('servers', { server: [server], serverCount })], null);
    expect(counted(1).complete).toBe(true);
    expect(counted(2)).toMatchObject({ complete: false, findings: [{ code: 'incomplete', message: 'servers: 1 of 2 entries' }] });
  });

  test('no disk is 0 GB, no word of disks is unknown', () => {
    const none = { nvme: [], sata: [], hdd: [] };
    const gb = read({ ...server, serverDiskData: none }, { ...server, id: 2 }).plans.map((plan) => plan.spec.storage.gb);
    expect(gb).toEqual([0, null]);
  });

  test('limited traffic is not unmetered, a site that nobody knows stays a place', () => {
    const [plan] = read(server, { ...server, id: 2, datacenter: 'ASH1-DC1', traffic: '20 TB' }).plans.slice(1);
    expect(plan?.spec.network).toMatchObject({ unmetered: null, transferGb: null });
    expect(plan?.places[0]?.location).toEqual({ id: 'hetzner/ASH1-DC1', name: null, city: null, country: null });
  });

  test('cards stand among the words', () => {
    const gpu = (description: string[]) => read({ ...server, description }).plans[0]?.spec.gpu;
    expect(gpu(['Intel Core i7', 'GPU - GeForce GTX 1080'])).toEqual({ name: 'GeForce GTX 1080', count: 1, memoryMib: null });
    expect(gpu(['Intel Core i7'])).toBeNull();
  });
});
