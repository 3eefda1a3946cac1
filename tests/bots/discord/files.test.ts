import { afterEach, beforeEach, expect, it } from 'vitest';
import { type OpenDiscord, openDiscord } from './open-discord.ts';

let open: OpenDiscord;
beforeEach(async () => {
  open = await openDiscord();
  await open.start();
});
afterEach(() => open.close());

/** What becomes of an attachment whose link is changed so. */
async function fetchWith(change: (url: string) => string) {
  const { discord, adapter } = open;
  const anna = discord.person('Anna');
  const attachment = discord.keeps(Buffer.from('bytes'), 'front.png', 'image/png');
  anna.writes('front', { attachments: [{ ...attachment, url: change(attachment.url) }] });
  const message = await open.next('text');
  const [media] = message.media;
  if (!media) throw new Error('there is no attachment');
  return adapter.fetch(media, AbortSignal.timeout(5000)).then(
    (bytes) => Buffer.from(bytes).toString(),
    (error: unknown) => error,
  );
}

it('loads an attachment from where the API is', async () => {
  expect(await fetchWith((url) => url)).toBe('bytes');
});

it.each([
  ['another host', (url: string) => url.replace('127.0.0.1', 'localhost')],
  ['another port', (url: string) => url.replace(/:\d+/, ':1')],
  ['the host without https', () => 'http://cdn.discordapp.com/attachments/1/2/x.png'],
  ['a host that only looks like it', () => 'https://cdn.discordapp.com.example.org/x.png'],
  ['a name before the host', () => 'https://cdn.discordapp.com@127.0.0.1/x.png'],
  ['the machine itself', () => 'http://169.254.169.254/latest/meta-data'],
  ['a file', () => 'file:///etc/passwd'],
  ['no address', () => 'x.png'],
])('loads nothing from %s', async (_name, change) => {
  expect(await fetchWith(change)).toMatchObject({ failure: 'gone' });
});

it('does not take a handle of another shape for an attachment', async () => {
  const media = { kind: 'photo' as const, handle: '1/2/../../users/@me', fileName: null };
  await expect(open.adapter.fetch(media, AbortSignal.timeout(5000))).rejects.toMatchObject({ failure: 'gone' });
  expect(open.discord.requests.filter(({ path }) => path.startsWith('/channels'))).toEqual([]);
});
