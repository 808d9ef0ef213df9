/** Words around plans that belong to one of them, to all, or to none; texts are ours. */
import { describe, expect, it } from 'vitest';
import { plansOf } from './read.ts';

describe('a plan', () => {
  it('is named by its own line, not by the heading of its line of plans or by a button', () => {
    const text = `### Harbour KVM VPS (EPYC)

**2GB Harbour KVM VPS Special — $5.00/mo → $1.50 first month with \`DOCK70\`**

* 2 shared cores
* 25 GB SSD
* 2 GB RAM`;
    expect(plansOf(text)).toMatchObject([{ name: '2GB Harbour KVM VPS Special', memory: '2 GiB' }]);
    const buttons = `**Oslo**

[Checkout](https://shop.example/1) | QY-1 | 20GB SSD | 1GB RAM | 1vCPU | 1TB Data - $12 USD/yearly
[Checkout](https://shop.example/2) | QY-2 | 40GB SSD | 2GB RAM | 2vCPU | 2TB Data - $24 USD/yearly

**Vienna, Austria**

[Checkout](https://shop.example/3) | QY-3 | 60GB SSD | 4GB RAM | 2vCPU | 2TB Data - $36 USD/yearly`;
    expect(plansOf(buttons)).toMatchObject([
      { name: 'QY-1', places: 'Oslo' },
      { name: 'QY-2', places: 'Oslo' },
      { name: 'QY-3', places: 'Vienna, Austria' },
    ]);
  });

  it('has the cores that stand before its chip', () => {
    expect(plansOf('**Quay 1**\n2 x AMD EPYC 7551P\nRam: 1 GB\nDisk: 15 GB NVMe\n€2.50/mo')).toMatchObject([{ vcpu: 2 }]);
    expect(plansOf('**Quay 1**\n2 AMD Ryzen/Core i9 3.0 GHz+\n2 GB RAM\n15 GB NVMe\n€2.50/mo')).toMatchObject([{ vcpu: 2 }]);
  });

  it('is sold out where that stands right behind it', () => {
    const text = `OpenVZ 7 in Warsaw

Quay-1
1 vCPU
512 MB RAM
10 GB SSD
$15/yr

Quay-2
2 vCPU
2 GB RAM
40 GB SSD
$4.50/mo or $45 per year
Sold out`;
    const [one, two] = plansOf(text);
    expect(one).not.toHaveProperty('stock');
    expect(two).toMatchObject({ name: 'Quay-2', stock: 'sold-out' });
  });

  it('takes what brackets add to its addresses, and no "IPv6 only in" from elsewhere', () => {
    const plan = (words: string) => `**Quay 1**\n1 vCPU, 1 GB RAM, 20 GB SSD\n${words}\n$3/month`;
    expect(plansOf(plan('1 dedicated IPv4 (free /48 IPv6)'))).toMatchObject([{ ipv4: 1, ipv6: '/48' }]);
    expect(plansOf(`${plan('')}\n\nIPv6 only available in Singapore`)[0]).not.toHaveProperty('ipv4');
  });

  it('has no dedicated cores because they can be had as an upgrade', () => {
    const text = `**Quay 1**\n4x AMD EPYC cores\n8 GB RAM\n40 GB NVMe\n$6/month\n\n**Upgrades:**\n- Additional IPv4 - $2/IP\n- Dedicated CPU cores - $5/core`;
    expect(plansOf(text)[0]).not.toHaveProperty('cpu');
  });

  it('is in the place that stands among other words of its section', () => {
    const text = `## Plans\n\nAMD EPYC 9275F │ DDR5 RAM │ NVMe │ Frankfurt, Germany\n\n| Plan | vCores | RAM | Storage | Price |\n| --- | --- | --- | --- | --- |\n| Quay 1 | 2 | 4 GB | 40 GB | €9.99/mo |\n| Quay 2 | 3 | 8 GB | 80 GB | €12.99/mo |`;
    expect(plansOf(text)).toMatchObject([{ places: 'Frankfurt' }, { places: 'Frankfurt' }]);
  });
});

describe('a price', () => {
  const plan = (words: string) => plansOf(`**Quay 1**\n1 vCPU, 1 GB RAM, 20 GB SSD\n${words}`);
  it('in two currencies is one price', () => {
    expect(plan('Only €2.13 ($2.23) (15% OFF with DOCK15 coupon)')).toMatchObject([{ prices: ['2.13 EUR/?, code DOCK15'] }]);
  });

  it('of the first month says that it is paid by the month', () => {
    expect(plan('Only €1.99 / €0.99 (50% OFF for the first month)')).toMatchObject([
      { prices: ['1.99 EUR/1 mo', '0.99 EUR/1 mo, first, then 1.99'] },
    ]);
  });

  it('with a coupon for some months is followed by the other', () => {
    const text = `Promo code DOCK25: 25% off for 3 months

| Plan | vCPU | RAM | Storage | Price | With coupon |
| --- | --- | --- | --- | --- | --- |
| Quay 1 | 1 | 2 GB | 30 GB | $4/mo | $3/mo |
| Quay 2 | 2 | 4 GB | 60 GB | $8/mo | $6/mo |`;
    expect(plansOf(text)).toMatchObject([
      { name: 'Quay 1', prices: ['4 USD/1 mo, code DOCK25', '3 USD/1 mo, first, then 4, code DOCK25'] },
      { name: 'Quay 2', prices: ['8 USD/1 mo, code DOCK25', '6 USD/1 mo, first, then 8, code DOCK25'] },
    ]);
  });
});
