/** Wordings of posts that are easily read wrong; texts are ours. */
import { describe, expect, it } from 'vitest';
import { plansOf, read } from './read.ts';

/** The one plan of a few lines. */
const planOf = (...lines: string[]) => plansOf(['**Quay 1 VPS**', ...lines].join('\n'))[0];
const BASE = ['1 vCPU', '1 GB RAM', '20 GB SSD', '$3/month'] as const;

describe('a plan', () => {
  it('counts in brackets', () => {
    expect(planOf('(2) vCPU', '1 GB RAM', '20 GB SSD', '(1) IPv4 + IPv6', '$3/month')).toMatchObject({ vcpu: 2, ipv4: 1 });
  });

  it('writes its port as GbE, and the speed behind the limit is none', () => {
    expect(planOf(...BASE, 'Port: 10 GbE')).toMatchObject({ port: '10 Gbit/s' });
    expect(planOf(...BASE, 'Port speed: 2.5 Gbps', 'Bandwidth: 4 TB, once reached 10 Mbps')).toMatchObject({
      port: '2.5 Gbit/s',
      transfer: '4 TB',
    });
    expect(planOf(...BASE, 'Bandwidth: 4 TB, once reached 10 Mbps')).not.toHaveProperty('port');
  });

  it('has one address where it has a /32, and as many as stand right before the word', () => {
    expect(planOf(...BASE, '1x /32 IPv4 address')).toMatchObject({ ipv4: 1 });
    expect(planOf(...BASE, 'IP: 2IPv4 + 1IPv6')).toMatchObject({ ipv4: 2 });
  });

  it('states its disk behind the version of its bus', () => {
    expect(planOf('1 vCPU', '1 GB RAM', '120 GB PCIe 5.0 NVMe space', '$3/month')).toMatchObject({ disks: '120 GB nvme' });
  });

  it('does not grow by what comes with one of its prices', () => {
    expect(planOf('1 vCPU', '1 GB RAM', '20 GB SSD', '1 Year: £20', '2 Years: £38 - FREE 10GB SSD + 1vCPU')).toMatchObject({
      vcpu: 1,
      disks: '20 GB ssd',
      prices: ['20 GBP/12 mo', '38 GBP/24 mo'],
    });
  });

  it('parts labels by semicolons', () => {
    expect(planOf('-RAM; 2 GB', '-CPU cores; 2', '-Storage; 50 GB NVMe', '€30,00 annually')).toMatchObject({
      vcpu: 2,
      memory: '2 GiB',
      disks: '50 GB nvme',
    });
  });

  it('is named beside its label, its button and its facts', () => {
    const named = (title: string) => plansOf(`${title}\n${BASE.join('\n')}`)[0]?.name;
    expect(named('Name: QUAY-1')).toBe('QUAY-1');
    expect(named('**Quay VPS S** ⚡ [Order](https://example.com/order)')).toBe('Quay VPS S');
    expect(named('**Quay VPS Rapid 10Gbps**\n• Hosted on: Xeon Gold 6248')).toBe('Quay VPS Rapid 10Gbps');
    expect(named('## Quay K11 VPS (Virtual Type: KVM)')).toBe('Quay K11 VPS');
    const [row] = plansOf(
      '| Plan | RAM | Storage | Price |\n|---|---|---|---|\n| Quay 2 vCPU LOCAL | 8 GB | 75 GB SSD | $5/mo |',
    );
    expect(row).toMatchObject({ name: 'Quay 2 vCPU LOCAL', vcpu: 2, memory: '8 GiB' });
  });
});

describe('prices', () => {
  it('in parts count as their total', () => {
    expect(planOf(...BASE.slice(0, 3), 'Instance: $0.004/hour', 'Total: $0.005/hour')).toMatchObject({
      prices: ['0.005 USD/hour'],
    });
  });

  it('whose label contradicts the words behind them give way to clear ones', () => {
    const table = '| Billing Cycle | Price |\n|---|---|\n| Monthly | $5/mo |\n| Quarterly | $14/mo |\n| Annually | $50/mo |';
    expect(planOf(...BASE.slice(0, 3), '', table)).toMatchObject({ prices: ['5 USD/1 mo'] });
  });

  it('stand beside credits', () => {
    expect(planOf(...BASE.slice(0, 3), '**$3/mo** (+$3 credits) or **$8/quarter** (+$8 credits)')).toMatchObject({
      prices: ['3 USD/1 mo', '8 USD/3 mo'],
    });
  });

  it('with the initials of a forum carry no code', () => {
    expect(planOf(...BASE, 'Traffic beyond that at $2/TB with LET promo')).toMatchObject({ prices: ['3 USD/1 mo'] });
  });
});

describe('places', () => {
  it('are parted by dashes, and stand behind the name of the house', () => {
    expect(planOf(...BASE, 'Available in: Dallas-TX / Haarlem-Netherlands / Seattle-WA')).toMatchObject({
      places: 'Dallas-TX; Haarlem-Netherlands; Seattle-WA',
    });
    expect(planOf(...BASE, 'Location: BlueHouse Datacenter, Rotterdam, Netherlands')).toMatchObject({
      places: 'Rotterdam, Netherlands',
    });
    expect(planOf(...BASE, 'Location: Multiple')).not.toHaveProperty('places');
  });

  it('that are yet to come are none', () => {
    const text = `Locations ready for orders:
-Chicago, IL
-Miami, FL

The following locations are coming soon:
-Paris
-Tokyo

**Quay 1 VPS**
${BASE.join('\n')}`;
    expect(plansOf(text)[0]).toMatchObject({ places: 'Chicago, IL; Miami, FL' });
  });
});

describe('what holds for all plans', () => {
  it('says the kind of storage once', () => {
    const text = `## All plans include
* NVMe SSD (RAID 1)
* 10 Gbps port

| Plan | Cores | RAM | Storage | Monthly |
|---|---|---|---|---|
| Quay 4G | 2 | 4 GB | 50 GB | €3.74 |`;
    expect(read(text).plans[0]?.listing).toMatchObject({ storageType: { is: 'nvme', said: 'NVMe SSD (RAID 1)' } });
  });

  it('is the heading of rows', () => {
    const text = `## Quay NVMe KVM VPS

* 2GB RAM / 2vCPU / 40GB NVMe / 3TB BW – **$5/month**
* 4GB RAM / 2vCPU / 80GB NVMe / 6TB BW – **$9/month**`;
    expect(plansOf(text)).toMatchObject([{ technology: 'kvm' }, { technology: 'kvm' }]);
  });
});

describe('no plan is', () => {
  it('web hosting, a machine named by its chip, or what stands under such a title', () => {
    const vps = `**Quay 1 VPS**\n${BASE.join('\n')}`;
    const hosting = '**Basic**\n10 GB space\n10 databases\n10 email accounts\n5 websites\n1 CPU / 1 GB RAM\n$12/year';
    const machine = '**Intel Xeon E3-1240v5**\n4 cores\n32 GB DDR4 RAM\n480 GB SSD\n$25/month';
    const kept = (text: string) => plansOf(text).filter((plan) => !('rejected' in plan));
    expect(kept(`${vps}\n\n${hosting}`)).toHaveLength(1);
    expect(kept(`${vps}\n\n${machine}`)).toHaveLength(1);
    const untitled = `Ryzen Dedicated Servers

Ryzen 9 5950X — $175/month

16 Cores
64 GB DDR4
1 TB SSD

Intel VPS

1 vCPU / 1 GB RAM / 10 GB SSD — $2.55/month`;
    expect(kept(untitled)).toMatchObject([{ memory: '1 GiB', prices: ['2.55 USD/1 mo'] }]);
  });

  it('an offer to configure more', () => {
    const text = `| Plan | vCPU | RAM | Storage | Price |
|---|---|---|---|---|
| HR-1 | 1 vCPU | 2 GB | 50 GB NVMe | €4.93/mo |

> More configurations (up to 16 vCPU / 64 GB RAM / 1 TB NVMe) available at our website

**All plans include:**
* 1x IPv4 address`;
    expect(plansOf(text)).toMatchObject([{ name: 'HR-1', ipv4: 1 }]);
  });
});
