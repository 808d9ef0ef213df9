import { describe, expect, it } from 'vitest';
import { codeOf, openDoor } from './support/door.ts';
import { answer, redirect, serveSite } from './support/site.ts';

describe('redirects', () => {
  it('are followed five times, not six, and only to URLs', async () => {
    const steps = Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map((n) => [`/${n}`, redirect(`/${n - 1}`, [301, 302, 303, 307, 308][n % 5])]),
    );
    const site = await serveSite({ ...steps, '/0': answer(200), '/bad': redirect('https://['), '/nowhere': answer(302) });
    const net = openDoor();
    const at = (path: string) => net.fetchPage({ url: site.origin + path, allowedHosts: [site.host] });
    expect(codeOf(await at('/5'))).toBe('ok');
    expect(codeOf(await at('/6'))).toBe('unreadable-page');
    expect(codeOf(await at('/bad'))).toBe('unreadable-page');
    expect(codeOf(await at('/nowhere'))).toBe('unreadable-page');
  });

  it('do not lead to private addresses, other hosts, ports or schemes', async () => {
    const other = await serveSite({ '/': answer(200) });
    const site = await serveSite({
      '/private': redirect('https://10.0.0.1/'),
      '/metadata': redirect('http://169.254.169.254/'),
      '/other': redirect(`${other.origin}/`),
      '/file': redirect('file:///etc/passwd'),
    });
    const net = openDoor();
    const at = (path: string) => net.fetchPage({ url: site.origin + path, allowedHosts: [site.host, '10.0.0.1'] });
    expect(codeOf(await at('/private'))).toBe('private-address');
    expect(codeOf(await at('/metadata'))).toBe('private-address');
    expect(codeOf(await at('/other'))).toBe('host-not-allowed');
    expect(codeOf(await at('/file'))).toBe('host-not-allowed');
    expect(other.connections()).toBe(0);
  });

  it('take no secrets to another origin, nor back again', async () => {
    const other = await serveSite({ '/': (request, response) => redirect(`${site.origin}/back`)(request, response) });
    const site = await serveSite({ '/here': redirect('/there'), '/there': redirect(`${other.origin}/`), '/back': answer(200) });
    const headers = { Authorization: 'Bearer s3cret', 'X-Api-Key': 's3cret', Cookie: 'a=s3cret', Accept: 'application/json' };
    const result = await openDoor().fetchPage({ url: `${site.origin}/here`, allowedHosts: [site.host, other.host], headers });
    expect(codeOf(result)).toBe('ok');
    const seen = (path: string) => site.requests.find((request) => request.path === path)?.headers;
    expect(seen('/there')).toMatchObject({ authorization: 'Bearer s3cret', 'x-api-key': 's3cret' });
    const strangers = [...other.requests.map((request) => request.headers), seen('/back')];
    expect(JSON.stringify(strangers)).not.toContain('s3cret');
    expect(seen('/back')).toMatchObject({ accept: 'application/json' });
  });
});
