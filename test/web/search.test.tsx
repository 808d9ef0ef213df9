import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { getPage, plainText, planNames } from './support.ts';

const database = useDatabase();
const get = (path: string) => getPage(database, path);

beforeAll(async () => {
  await seedAcme(database);
  await publishPlans(database, '2026-11-23T10:00:00.000Z', [
    { key: 'small', memoryMib: 1024, sold: { fsn: '4.00 EUR', dal: '4.00 EUR' }, stock: { fsn: 'sold-out' } },
    { key: 'medium', memoryMib: 2048, sold: { ams: '8.00 EUR' } },
    { key: 'large', memoryMib: 8192, vcpu: 4, sold: { fsn: '30.00 USD' } },
    { key: 'silent', memoryMib: null, technology: 'unknown', sold: { '-': '2.00 EUR' }, stock: { '-': 'unknown' } },
  ]);
});

describe('the search page', () => {
  it('shows every row with what is known of it, and how', async () => {
    const { $, status, headers } = await get('/?currency=EUR');
    expect([status, headers.get('Content-Type')]).toEqual([200, 'text/html; charset=UTF-8']);
    expect(planNames($)).toEqual(['Acme silent', 'Acme small', 'Acme medium', 'Acme large']);
    const cells = (index: number) =>
      $('table.offers tbody tr')
        .eq(index)
        .find('td')
        .toArray()
        .map((cell) => plainText($(cell).text()));
    expect(cells(0)).toEqual([
      'not known',
      '1 shared',
      'not known',
      '40 GB NVMe',
      '1 TB',
      'not known',
      '2.00 EUR',
      'live, seen 2 hours ago stock not known',
    ]);
    expect(cells(3).slice(0, 2)).toEqual(['KVM documented by the provider', '4 shared']);
    expect(cells(3)[6]).toBe('24.00 EUR 30.00 USD / month rates of 2026-11-20');
    expect($('table.offers tbody tr').eq(1).find('.stock').text()).toBe('in stock');
  });

  it('is a table that can be read aloud: caption, scopes, order in words', async () => {
    const { $ } = await get('/?sort=-memory');
    expect($('table caption').length).toBe(1);
    expect($('table.offers thead th:not([scope=col])').length).toBe(0);
    expect($('table.offers tbody th:not([scope=row])').length).toBe(0);
    expect(
      $('[aria-sort]')
        .map((_i, head) => [$(head).attr('aria-sort'), plainText($(head).text())])
        .get(),
    ).toEqual(['descending', 'Memory↓']);
    expect($('[aria-sort] a').attr('href')).toBe('/?sort=memory');
    expect(planNames($)[0]).toBe('Acme large');
  });

  it('keeps in the form what was asked, several values of one name too', async () => {
    const { $ } = await get('/?q=acme&technology=kvm,xen&minMemory=2GB&maxPrice=40&currency=EUR&country=NL&includeUnknown=true');
    const value = (name: string) => $(`[name=${name}]`).val();
    expect([value('q'), value('minMemory'), value('maxPrice'), value('currency'), value('country')]).toEqual([
      'acme',
      '2GB',
      '40.00',
      'EUR',
      'NL',
    ]);
    expect([value('technology'), $('[name=technology] option[selected]').text()]).toEqual(['kvm,xen', 'KVM, Xen']);
    expect($('[name=includeUnknown]').attr('checked')).toBeDefined();
    expect($('form.filters input:not([id]), form.filters select:not([id])').length).toBe(0);
    for (const field of $('form.filters [id]').toArray()) {
      const id = $(field).attr('id');
      if (!id?.endsWith('-error')) expect($(`label[for="${id}"]`).length, id).toBe(1);
    }
  });

  it('counts what it left out as unknown, and links to the answer with it', async () => {
    const { $ } = await get('/?minMemory=512MB');
    const link = $('.left-out a');
    expect(plainText($('.left-out').text())).toBe('1 more might match: something asked for is not known of them. Include them');
    expect(link.attr('href')).toBe('/?minMemory=512MB&includeUnknown=true');
    const included = await get(link.attr('href') ?? '');
    expect([planNames(included.$).length, included.$('.left-out').length]).toEqual([4, 0]);
  });

  it('takes each filter back by a link', async () => {
    const { $ } = await get('/?technology=kvm&country=DE&sort=-price');
    const chips = $('.chips a')
      .map((_i, chip) => [[plainText($(chip).text()), $(chip).attr('href')]])
      .get();
    expect(chips).toEqual([
      ['Remove filter Technology: KVM ×', '/?country=DE&sort=-price'],
      ['Remove filter Country: Germany ×', '/?technology=kvm&sort=-price'],
      ['Remove all filters', '/?sort=-price'],
    ]);
  });

  it('names the places first that were asked for', async () => {
    const { $ } = await get('/?country=US');
    expect(plainText($('td.places').first().text())).toBe('Dallas, US · Falkenstein, DE');
  });

  it('is paged by links that together show every row once', async () => {
    const seen: string[] = [];
    let path: string | undefined = '/?limit=1&currency=EUR';
    for (let pages = 0; path !== undefined && pages < 10; pages++) {
      const { $ } = await get(path);
      seen.push(...planNames($));
      path = $('a[rel=next]').attr('href');
    }
    expect(seen).toEqual(['Acme silent', 'Acme small', 'Acme medium', 'Acme large']);
  });

  it('says what to give up where nothing is found', async () => {
    const { $, status } = await get('/?minMemory=4GB&country=NL');
    expect([status, $('h2#found').text()]).toEqual([200, 'Nothing found']);
    const relaxed = $('.relax li')
      .map((_i, item) => [[plainText($(item).text()), $(item).find('a').attr('href')]])
      .get();
    expect(relaxed).toEqual([
      ['Without Memory: at least 4GB: 1 row', '/?country=NL'],
      ['Without Country: Netherlands: 1 row', '/?minMemory=4GB'],
    ]);
  });

  it('says beside the field what is wrong, and keeps what was typed', async () => {
    const { $, status } = await get('/?minMemory=4&maxPrice=cheap&technology=magic&minTransfer=lots');
    expect(status).toBe(400);
    expect($('[name=minMemory]').val()).toBe('4');
    expect($('[name=technology]').val()).toBe('magic');
    const fault = $('[name=minMemory]').attr('aria-describedby');
    expect($(`#${fault}`).text()).toBe('"4" is not a size such as 512MB or 2GB');
    expect($('[aria-invalid=true]').length).toBe(4);
    expect(
      $('.errors a')
        .map((_i, link) => $($(link).attr('href') ?? '').attr('name'))
        .get(),
    ).toEqual(['technology', 'minMemory', 'minTransfer', 'maxPrice']);
    expect([$('details').attr('open'), $('table').length]).toEqual(['open', 0]);
  });

  it('takes no cursor of another search, and offers the first page', async () => {
    const { $, status } = await get('/?country=DE&cursor=nonsense');
    expect([status, $('.errors a').attr('href')]).toEqual([400, '/?country=DE']);
  });

  it('ignores parameters that it does not know', async () => {
    const { $, status } = await get('/?utm_source=forum&country=NL');
    expect([status, planNames($)]).toEqual([200, ['Acme medium']]);
    expect($('body').html()).not.toContain('utm_source');
  });

  it('leaves fields that a form sent empty out of the address, and makes repeated ones a list', async () => {
    const { status, headers } = await get('/?q=&technology=kvm&technology=xen&minMemory=+2GB+&sort=&utm=1');
    expect([status, headers.get('Location')]).toEqual([302, '/?technology=kvm,xen&minMemory=2GB&utm=1']);
    expect((await get('/?q=')).headers.get('Location')).toBe('/');
    expect((await get(headers.get('Location') ?? '')).status).toBe(200);
  });

  it('links to the same search as data', async () => {
    const { $ } = await get('/?country=NL&sort=-price');
    const links = $('.data a')
      .map((_i, link) => $(link).attr('href'))
      .get();
    expect(links).toEqual(['/v1/offers?country=NL&sort=-price', '/v1/offers.csv?country=NL', '/v1/feeds/offers.atom?country=NL']);
    for (const link of links) expect((await get(link)).status, link).toBe(200);
  });
});

describe('old data', () => {
  const old = useDatabase();

  it('is shown as old, whatever it says', async () => {
    await seedAcme(old);
    await publishPlans(old, '2023-07-24T00:00:00.000Z', [{ key: 'old', sold: { fsn: '4.00 EUR' } }], 'recorded');
    await publishPlans(old, '2026-10-24T00:00:00.000Z', [{ key: 'new', sold: { fsn: '5.00 EUR' } }], 'recorded');
    const { $ } = await getPage(old, '/');
    const ages = $('td.seen time')
      .map((_i, time) => [[plainText($(time).text()), $(time).attr('datetime')]])
      .get();
    expect(ages).toEqual([
      ['recorded 3 years ago', '2023-07-24T00:00:00.000Z'],
      ['recorded 30 days ago', '2026-10-24T00:00:00.000Z'],
    ]);
  });
});
