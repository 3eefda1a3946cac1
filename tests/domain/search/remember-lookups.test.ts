import { describe, expect, it } from 'vitest';
import { remembering } from '../../../src/domain/search/remember-lookups.ts';

describe('a lookup that remembers', () => {
  const counted = () => {
    const asked: string[] = [];
    const lookup = remembering((words) => {
      asked.push(words);
      return words.startsWith('no') ? null : words.length;
    });
    return { asked, lookup };
  };

  it('finds each name once, also that there is none', () => {
    const { asked, lookup } = counted();
    expect(['rice', 'nothing', 'rice', 'nothing'].map(lookup)).toEqual([4, null, 4, null]);
    expect(asked).toEqual(['rice', 'nothing']);
  });

  it('keeps what was said lately, and no more than that', () => {
    const { asked, lookup } = counted();
    for (let n = 0; n < 20_000; n++) {
      lookup('rice');
      lookup(`food ${n}`);
    }
    expect(asked.filter((words) => words === 'rice')).toHaveLength(1);
    lookup('food 0');
    expect(asked.filter((words) => words === 'food 0')).toHaveLength(2);
  });
});
