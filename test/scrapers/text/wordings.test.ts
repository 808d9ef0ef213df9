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

  it('parts labels by leading dots', () => {
    expect(
      planOf(
        'CPU......: 1 vCPU',
        'RAM......: 1024 MB',
        'Disk.....: 20 GB SSD',
        'Traffic..: 1000 GB',
        'Price....: EUR 2.50/month',
      ),
    ).toMatchObject({
      memory: '1024 MiB',
      transfer: '1000 GB',
      prices: ['2.50 EUR/1 mo'],
    });
  });

  it('is named by a letter behind a dash', () => {
    const plans = plansOf(
      [
        'Winter deal (VMware, Singapore)',
        '',
        'SGP-A',
        ...BASE.map((line) => ` - ${line}`),
        '',
        'SGP-B',
        ...BASE.map((line) => ` - ${line}`),
      ].join('\n'),
    );
    expect(plans).toMatchObject([
      { name: 'SGP-A', technology: 'vmware', places: 'Singapore' },
      { name: 'SGP-B', technology: 'vmware' },
    ]);
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

describe('prices of a plan', () => {
  const pricesOf = (words: string) => {
    const plan = planOf('1 vCPU', '1 GB RAM', '20 GB SSD', words);
    return plan && 'prices' in plan ? plan.prices : plan;
  };

  it('that bind for a year are those of the year, beside one that binds to nothing', () => {
    expect(pricesOf('$3.50/mo (billed annually) or $5/mo monthly')).toEqual(['42.00 USD/12 mo', '5 USD/1 mo']);
    expect(pricesOf('4,49 € mtl. (12 Monate) / 4,99 € monatlich')).toEqual(['53.88 EUR/12 mo', '4.99 EUR/1 mo']);
    expect(pricesOf('2,49 € mtl. bei 12 Monaten Laufzeit, 2,99 € bei monatlicher Zahlung')).toEqual([
      '29.88 EUR/12 mo',
      '2.99 EUR/1 mo',
    ]);
  });

  it('come to so much a month, and are paid by the year', () => {
    expect(pricesOf('$1.85/mo (billed $22.20 annually)')).toEqual(['22.20 USD/12 mo']);
  });

  it('have a first term where the words behind them name its own amount', () => {
    expect(pricesOf('$14.99/month (30% OFF first month: $10.49)')).toEqual([
      '14.99 USD/1 mo',
      '10.49 USD/1 mo, first, then 14.99',
    ]);
    expect(pricesOf('$20/yr (first year, $30 after)')).toEqual(['20 USD/12 mo, first, then 30', '30 USD/12 mo']);
    expect(pricesOf('$5 first month then $8/mo')).toEqual(['5 USD/1 mo, first, then 8', '8 USD/1 mo']);
  });
});

describe('a table that is aligned with spaces', () => {
  it('is read by its heads, prices by their terms', () => {
    const plans = plansOf(
      [
        'Dedicated cores in Falkenstein:',
        '',
        'Name      Cores            RAM     Storage        Transfer   Monthly   Yearly',
        '--------  ---------------  ------  -------------  ---------  --------  ------',
        'Quay-2    2 dedicated      8 GB    80 GB NVMe     20 TB      $14.90    $149',
        'Quay-4    4 dedicated      16 GB   160 GB NVMe    20 TB      $27.90    $279',
      ].join('\n'),
    );
    expect(plans).toMatchObject([
      { name: 'Quay-2', vcpu: 2, cpu: 'dedicated', memory: '8 GiB', prices: ['14.90 USD/1 mo', '149 USD/12 mo'] },
      { name: 'Quay-4', vcpu: 4, memory: '16 GiB', disks: '160 GB nvme', prices: ['27.90 USD/1 mo', '279 USD/12 mo'] },
    ]);
  });
});

describe('sizes without a label', () => {
  it('are memory in megabytes as in gigabytes', () => {
    expect(planOf('2 Core / 2048MB / 40GB SSD / 1000GB @ 200Mbps / 1 v4', '$9.99/m')).toMatchObject({ memory: '2048 MiB' });
  });

  it('are the disk where a plan of storage begins with it', () => {
    expect(
      plansOf('Storage VPS, KVM\n\n500GB – 1 vCPU – 512MB RAM – $15 / year\n2TB – 2 vCPU – 2GB RAM – $45 / year'),
    ).toMatchObject([
      { memory: '512 MiB', disks: '500 GB unknown' },
      { memory: '2 GiB', disks: '2 TB unknown' },
    ]);
  });
});

describe('words around', () => {
  it('share cores behind a clock, and in French', () => {
    expect(planOf(...BASE, 'CPU: 2 cores @ 3.2 GHz (fair use)')).toMatchObject({ cpu: 'shared' });
    expect(planOf('Processeur : 2 coeurs partagés', '1 Go RAM', '20 Go SSD', '3 €/mois')).toMatchObject({ cpu: 'shared' });
  });

  it('give the block of IPv6 behind its word as well, and no block where addresses are counted', () => {
    expect(planOf(...BASE, 'IPv4 x1, IPv6 /64')).toMatchObject({ ipv4: 1, ipv6: '/64' });
    expect(planOf(...BASE, 'Comes with 1 IPv4, and one /64.')).toMatchObject({ ipv4: 1, ipv6: '/64' });
    expect(planOf(...BASE, '1 IPv4 / 16 IPv6')).not.toHaveProperty('ipv6');
  });

  it('give places to choose from, those of test addresses only as places, and none for an answer', () => {
    expect(planOf(...BASE, '', 'Choose Nuremberg or Prague at checkout.')).toMatchObject({ places: 'Nuremberg; Prague' });
    const [plan] = plansOf(
      ['RE: Cheap KVM', '', '**Quay 1 VPS**', ...BASE, '', 'Test IPs: 203.0.113.10 (Ashburn), 198.51.100.5 (Oslo)'].join('\n'),
    );
    expect(plan).not.toMatchObject({ places: expect.stringMatching(/RE|203/) });
  });

  it('about other goods below are about those alone', () => {
    const [plan] = plansOf(
      [
        'Birthday VPS',
        ...BASE.map((line) => `- ${line}`),
        '- Choice of: Miami, FL; Atlanta, GA; Denver, CO',
        '',
        'Birthday Dedicated',
        '- E3-1240v6, 32GB, 2x480GB SSD, 20TB',
        '- $55.55/month',
      ].join('\n'),
    );
    expect(plan).toMatchObject({ memory: '1 GiB', places: 'Miami, FL; Atlanta, GA; Denver, CO', prices: ['3 USD/1 mo'] });
    expect(
      read('Birthday VPS\n- 1 vCPU\n- 1 GB RAM\n- $3/month\n\nBirthday Dedicated\n- E3-1240v6, 32GB\n- $55/month').plans[0]
        ?.listing?.cpuModel,
    ).toBeUndefined();
  });

  it('give each plan the place right above its facts', () => {
    const box = (place: string, memory: string, price: string) => [
      `Location: ${place}`,
      `Memory: ${memory}`,
      'HDD: 20GB',
      'CPU: equal share of 4 cores',
      `Price: ${price}`,
      '',
    ];
    expect(
      plansOf(
        ['OpenVZ specials', '', ...box('Tampa, FL', '256MB', '$5.99/yr'), ...box('Seattle, WA', '512MB', '$9.99/yr')].join('\n'),
      ),
    ).toMatchObject([
      { memory: '256 MiB', cpu: 'shared', places: 'Tampa, FL' },
      { memory: '512 MiB', places: 'Seattle, WA' },
    ]);
  });

  it('double a plan, and are no price of it', () => {
    const [plan] = plansOf(
      'Manchester VPS\n\n£6.00 per month buys you:\n1 Xeon core\n1GB RAM\n30GB disk\n\nDouble the RAM and disk for £10.00 per month.',
    );
    expect(plan).toMatchObject({ prices: ['6.00 GBP/1 mo'] });
  });

  it('write Canadian dollars behind the amount', () => {
    expect(planOf('1 vCPU', '2 GB RAM', '40 GB SSD', '4,50 $ CA/mois')).toMatchObject({ prices: ['4.50 CAD/1 mo'] });
  });

  it('put a country into brackets, a place behind @, a mark before a name', () => {
    expect(planOf(...BASE, '', 'OpenVZ 6, Bucharest (RO). Order below.')).toMatchObject({ places: 'Bucharest (RO)' });
    expect(plansOf(`Offer: [KVM] Budget boxes @ Sofia, BG\n\n◆ **Quay-1**\n${BASE.join('\n')}`)[0]).toMatchObject({
      name: 'Quay-1',
      places: 'Sofia, BG',
    });
    expect(planOf(...BASE, '(OOS)')).toMatchObject({ stock: 'sold-out' });
  });

  it('name a plan by its size and a word that sells it, and by no question', () => {
    expect(plansOf(`[b]512MB Special[/b]\n${BASE.join('\n')}`)[0]).toMatchObject({ name: '512MB Special' });
    const [asked] = plansOf(
      ['What: 2GB KVM VPS', 'Where: Strasbourg, France', 'How much: EUR 18/year', '1 core, 2048MB RAM, 20GB SSD'].join('\n'),
    );
    expect(asked).toMatchObject({ name: '2GB KVM VPS', places: 'Strasbourg, France', prices: ['18 EUR/12 mo'] });
  });

  it('tell the kind of every disk in one of their phrases', () => {
    const [plan] = plansOf(
      'Every VPS has 2 cores, NVMe storage in RAID1, one IPv4.\n\n* 1 GB memory + 15 GB disk + 2 TB traffic = €12.00 / year\n* 2 GB memory + 30 GB disk + 4 TB traffic = €20.00 / year',
    );
    expect(plan).toMatchObject({ memory: '1 GiB' });
    expect(
      read('Every VPS has 2 cores, NVMe storage in RAID1, one IPv4.\n\n* 1 GB memory + 15 GB disk + 2 TB traffic = €12.00 / year')
        .plans[0]?.listing?.storageType?.is,
    ).toBe('nvme');
  });
});
