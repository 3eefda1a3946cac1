import { expect, test } from 'vitest';
import { changesOf } from '../../db/catalogue/curated-digest.ts';

const head = 'slug\tname\tform\tkcal\tprotein\tcarbs\tfat\tserving\tdensity\tportions';
const rice = 'rice\trice\tcooked\t130\t2.69\t28.17\t0.28\t140\t\tcup=158';

test('nothing has changed between two builds of the same', () => {
  expect(changesOf(`${head}\n${rice}\n`, `${head}\n${rice}\n`)).toEqual([]);
});

test('what is new, gone and changed is told, with both values', () => {
  const before = `${head}\n${rice}\nkale\tkale\t\t35\t3\t4\t1\t85\t\t\n`;
  const after = `${head}\n${rice.replace('130', '365').replace('cup=158', '')}\noats\toats\tdry\t379\t13\t68\t7\t40\t\t\n`;
  expect(changesOf(before, after)).toEqual(['- kale', '~ rice: kcal 130 → 365, portions cup=158 → none', '+ oats']);
});

test('everything is new in the first build', () => {
  expect(changesOf('', `${head}\n${rice}\n`)).toEqual(['+ rice']);
});
