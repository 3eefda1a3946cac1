import { expect, it } from 'vitest';
import { testDatabase } from '../../support/database.ts';
import { fewFoods } from '../../support/few-foods.ts';
import { openTalk } from '../../support/talk.ts';

const { db } = await testDatabase();
const { writer } = openTalk({ db, foods: await fewFoods(db) });

it('undo takes back the last ten things and no more, and redo brings them back', async () => {
  const ana = writer('Ana', 'telegram');
  const says = async (words: string) => {
    await ana.write(words);
    return ana.told().at(-1);
  };
  for (let i = 1; i <= 11; i++) await ana.write('100 ml water');
  for (let i = 1; i <= 10; i++) expect(await says('undo')).toMatch(/^Undone/);
  expect(await says('undo')).toBe('There is nothing to undo.');
  expect(await says('today')).toMatch(/ water 100 ml$/);
  for (let i = 1; i <= 10; i++) expect(await says('redo')).toMatch(/^Back again/);
  expect(await says('redo')).toBe('There is nothing to redo.');
  expect(await says('today')).toMatch(/ water 1,100 ml$/);
});
