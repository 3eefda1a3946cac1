import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testImage } from '../../src/cli/scenario/test-image.ts';
import { loadFoodIndex } from '../../src/domain/foods/load-food-index.ts';
import { testDatabase } from '../support/database.ts';
import { type DiscordBot, openDiscordBot } from './discord-bot.ts';
import { openTelegramBot, type TelegramBot } from './telegram-bot.ts';

const { db } = await testDatabase();
const foods = await loadFoodIndex(db);
let onTelegram: TelegramBot;
let onDiscord: DiscordBot;
beforeAll(async () => {
  onTelegram = await openTelegramBot({ db, foods });
  onDiscord = await openDiscordBot({ db, foods });
  await onDiscord.start();
});
afterAll(async () => {
  await onTelegram.close();
  await onDiscord.close();
});

const camera = (name: string) =>
  sharp(testImage(name))
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '40/1 25/1 0/1' } })
    .jpeg()
    .toBuffer();

it('on Telegram an album becomes photos, which come back as one picture without a place', async () => {
  const { telegram, settled } = onTelegram;
  const ana = telegram.person();
  for (const [i, name] of ['1', '2', '3'].entries()) {
    const photo = [{ file_id: telegram.keeps(await camera(name)), file_unique_id: 'u', width: 60, height: 80 }];
    const caption = i === 0 ? { caption: 'progress photos' } : {};
    ana.writes('', { text: undefined, photo, media_group_id: 'album', ...caption });
  }
  await settled();
  expect(onTelegram.said(ana)).toEqual([expect.stringMatching(/^3 progress photos kept for .*: front, side, back\./)]);
  ana.writes('my photos');
  await settled();
  const shown = telegram.said(ana.chatId).at(-1);
  expect(shown?.text).toMatch(/Progress photos, from left to right: front, side, back/);
  const { width, height, exif } = await sharp(shown?.photo ?? undefined).metadata();
  expect([width, height, exif]).toEqual([3 * 720 + 2 * 12, 960, undefined]);
});

it('on Discord several attachments become photos, described for whoever cannot see them', async () => {
  const { discord, settled, last } = onDiscord;
  const ben = discord.person('Ben');
  const attachments = [
    discord.keeps(await camera('4'), 'a.jpg', 'image/jpeg'),
    discord.keeps(await camera('5'), 'b.jpg', 'image/jpeg'),
  ];
  const message = ben.writes('front and back', { attachments });
  await settled(1);
  expect(last(ben.channel).content).toMatch(/2 progress photos kept for today.*front, back\./s);
  ben.writes('photos');
  await settled(1);
  expect(last(ben.channel).attachments).toMatchObject([
    {
      filename: 'picture.jpg',
      content_type: 'image/jpeg',
      description: expect.stringMatching(/^Progress photos, from left to right: front, back, /),
    },
  ]);
  ben.removes(message);
  await settled(1);
  expect(discord.ours(ben.channel)[0]?.content).toMatch(/^Removed with your message: progress photo/);
});

it('on a server a photo is answered in private', async () => {
  const { discord, settled, last } = onDiscord;
  const eve = discord.person('Eve');
  eve.writesOnServer('profile photo');
  await settled(1);
  expect(last(eve.channel).content).toMatch(/no profile photo yet/);
  expect(discord.ours(discord.server)).toEqual([]);
});
