/** Posts in the shapes that sellers write; texts are ours, figures are of real plans' size. */
import { describe, expect, it } from 'vitest';
import { plansOf, read } from './read.ts';

describe('a post', () => {
  it('lists plans under headings, with a footer for all of them', () => {
    const text = `## Spring KVM specials
### **Alder 1** – €14/year
* 1 vCPU
* 1 GB RAM
* 20 GB NVMe

### **Alder 2** – €26/year (sold out)
* 2 vCPU
* 2.5 GB RAM
* 40 GB NVMe

All plans: 2 TB transfer @ 1 Gbps, 1x IPv4 + /64 IPv6, no setup fee. Location: Oslo, Norway`;
    const around = { technology: 'kvm', transfer: '2 TB', port: '1 Gbit/s', ipv4: 1, ipv6: '/64', places: 'Oslo, Norway' };
    expect(plansOf(text)).toEqual([
      { name: 'Alder 1', vcpu: 1, memory: '1 GiB', disks: '20 GB nvme', ...around, prices: ['14 EUR/12 mo, setup 0'] },
      {
        name: 'Alder 2',
        vcpu: 2,
        memory: '2.5 GiB',
        disks: '40 GB nvme',
        ...around,
        stock: 'sold-out',
        prices: ['26 EUR/12 mo, setup 0'],
      },
    ]);
  });

  it('lists plans a line each', () => {
    const text = `OpenVZ 7 VPS in Warsaw, Poland
BOX-256 - 256MB RAM / 512MB burst | 1 vCPU | 10 GB SSD | 500 GB @ 100 Mbps | NAT IPv4 (20 ports) | $6/yr
BOX-512 - 512MB RAM / 1GB burst | 1 vCPU | 15 GB SSD | 1 TB @ 100 Mbps | NAT IPv4 (20 ports) | $9/yr or $1/mo`;
    expect(plansOf(text)).toEqual([
      {
        name: 'BOX-256',
        technology: 'openvz7',
        vcpu: 1,
        memory: '256 MiB',
        burst: '512 MiB',
        disks: '10 GB ssd',
        transfer: '500 GB',
        port: '100 Mbit/s',
        ipv4: 0,
        nat: true,
        places: 'Warsaw, Poland',
        prices: ['6 USD/12 mo'],
      },
      {
        name: 'BOX-512',
        technology: 'openvz7',
        vcpu: 1,
        memory: '512 MiB',
        burst: '1 GiB',
        disks: '15 GB ssd',
        transfer: '1 TB',
        port: '100 Mbit/s',
        ipv4: 0,
        nat: true,
        places: 'Warsaw, Poland',
        prices: ['9 USD/12 mo', '1 USD/1 mo'],
      },
    ]);
  });

  it('holds a table with plans in rows, and one with plans in columns', () => {
    const rows = `| Plan | vCPU | RAM | NVMe | Price (EUR/month) |
| --- | --- | --- | --- | --- |
| **Tern S** | 1 | 2 GB | 25 GB | 3,49 |
| **Tern M** | 2 | 4 GB | 50 GB | 5,99 |`;
    const columns = `| | Tern S | Tern M |
|---|---|---|
| vCPU | 1 | 2 |
| RAM | 2 GB | 4 GB |
| NVMe | 25 GB | 50 GB |
| Monthly | 3,49 € | 5,99 € |`;
    const plans = [
      { name: 'Tern S', vcpu: 1, memory: '2 GiB', disks: '25 GB nvme', prices: ['3.49 EUR/1 mo'] },
      { name: 'Tern M', vcpu: 2, memory: '4 GiB', disks: '50 GB nvme', prices: ['5.99 EUR/1 mo'] },
    ];
    expect(plansOf(rows)).toEqual(plans);
    expect(plansOf(columns)).toEqual(plans);
  });

  it('is written in German, French or Spanish', () => {
    expect(
      plansOf(
        '**Root S** – 2 dedizierte vCores, 4 GB Arbeitsspeicher, 80 GB NVMe, 1x IPv4: 4,99 € im Monat, Einrichtung kostenlos',
      ),
    ).toEqual([
      {
        name: 'Root S',
        vcpu: 2,
        cpu: 'dedicated',
        memory: '4 GiB',
        disks: '80 GB nvme',
        ipv4: 1,
        prices: ['4.99 EUR/1 mo, setup 0'],
      },
    ]);
    expect(
      plansOf(
        '**Mistral 1** : 1 vCore partagé, 2 Go de RAM, 20 Go SSD, trafic illimité : 3,60 € TTC par mois, frais de mise en service 3 €',
      ),
    ).toEqual([
      {
        name: 'Mistral 1',
        vcpu: 1,
        cpu: 'shared',
        memory: '2 GiB',
        disks: '20 GB ssd',
        transfer: 'unmetered',
        prices: ['3.60 EUR/1 mo, setup 3'],
      },
    ]);
    expect(plansOf('VPS Uno: 1 vCPU, 1 GB de RAM, 20 GB NVMe, 1 TB de transferencia, 1 IPv4 — 2,99 €/mes o 29,90 €/año')).toEqual(
      [
        {
          name: 'VPS Uno',
          vcpu: 1,
          memory: '1 GiB',
          disks: '20 GB nvme',
          transfer: '1 TB',
          ipv4: 1,
          prices: ['2.99 EUR/1 mo', '29.90 EUR/12 mo'],
        },
      ],
    );
  });

  it.each([
    ['$15/yr', ['15 USD/12 mo']],
    ['4,99 €/Mo.', ['4.99 EUR/1 mo']],
    ['USD 7 quarterly', ['7 USD/3 mo']],
    ['€5/yr, renews €6', ['5 EUR/12 mo, first, then 6', '6 EUR/12 mo']],
    ['$2/month or $20/year', ['2 USD/1 mo', '20 USD/12 mo']],
    ['£6 £3/month', ['3 GBP/1 mo']],
    ['$50/year ($4.17/mo)', ['50 USD/12 mo']],
    ['A$ 6.60 for the first quarter → then A$ 33/quarter', ['6.60 AUD/3 mo, first, then 33', '33 AUD/3 mo']],
    ['Price: $7.50', ['7.50 USD/?']],
  ])('states a price as %s', (price, prices) => {
    expect(plansOf(`**Quay 1**\n* 1 vCPU\n* 1 GB RAM\n* 20 GB SSD\n* ${price}`)).toMatchObject([{ name: 'Quay 1', prices }]);
  });

  it('is no plan where it lists dedicated servers, hosting or add-ons', () => {
    const text = `## Dedicated servers
**Rack 1**
4 cores, 32 GB RAM, 2x 1TB NVMe
$60/month

## KVM VPS
**Quay 1**
1 vCPU, 1 GB RAM, 20 GB SSD
$3/month

Add-ons: extra IPv4 $1/month, extra 10 GB SSD $1/month`;
    expect(plansOf(text)).toEqual([
      { rejected: 'not-a-plan', name: 'Rack 1' },
      { name: 'Quay 1', technology: 'kvm', vcpu: 1, memory: '1 GiB', disks: '20 GB ssd', prices: ['3 USD/1 mo'] },
    ]);
  });

  it('that offers two prices for one term says which is meant, or is rejected', () => {
    const plan = (words: string) => `**Quay 1**\n1 vCPU, 1 GB RAM, 20 GB SSD\n${words}`;
    expect(plansOf(plan('$3/month\n$4/month'))).toEqual([{ rejected: 'ambiguous-price', name: 'Quay 1' }]);
    expect(plansOf(plan('Regular price: $4/month\nNow only $3/month'))).toMatchObject([{ prices: ['3 USD/1 mo'] }]);
  });

  it('without a price is a rejection that quotes it', () => {
    const [plan] = read('**Quay 1**\n1 vCPU\n1 GB RAM\n20 GB SSD').plans;
    expect(plan?.rejection).toMatchObject({ code: 'no-price', said: expect.stringContaining('1 GB RAM') });
  });

  it('says nothing of plans where it is talk', () => {
    expect(read('Has anyone tried their support lately? Mine took two days.\n\nThanks!')).toEqual({ plans: [], findings: [] });
    expect(read('')).toEqual({ plans: [], findings: [] });
  });

  it('keeps the words of every value', () => {
    const [plan] = read('**Quay 1**\n1 vCPU (fair share)\n1 GB RAM\n20 GB SSD\n$3/month').plans;
    expect(plan?.listing?.memory).toEqual({ is: { amount: 1, unit: 'GiB' }, said: '1 GB RAM', how: 'stated', page: 'text' });
    expect(plan?.listing?.cpuResourceModel).toMatchObject({ is: 'shared', said: '1 vCPU (fair share)' });
  });
});
