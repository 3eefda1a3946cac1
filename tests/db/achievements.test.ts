import { describe, expect, test } from 'vitest';
import { figures, readAchievements } from '../../db/catalogue/achievements.ts';
import { achievementCategory, rarity } from '../../db/schema/index.ts';

const achievements = readAchievements();
const sentences = Object.entries(figures);

/** Words that praise eating less, shrinking or speed, or that speak of bodies, of guilt, or of good and bad food. */
const unkind = [
  /\b(los[et]s?|losing|loss(es)?|fast(s|ed|er|ing)?|deficits?|skip\w*|less|fewer|reduc\w*|restrict\w*|cut(s|ting)?)\b/i,
  /\b(under|below|only|within|at most|up to|no more than|down to|without eating)\b/i,
  /\b(hungry|hunger|starv\w*|empty|appetite|crav\w*|resist\w*|abst\w*|detox\w*|cleans\w*|purg\w*|kcal|calories?|diet\w*|carbs?|fats?|sugar\w*)\b/i,
  /\b(thin(ner|nest)?|slim\w*|skinny|lean\w*|light(er|est)|small(er|est)|shrink\w*|shrunk|shred\w*|dropp\w*|shed\w*|melt\w*|burn\w*|rapid\w*|quick\w*|speed\w*)\b/i,
  /\b(body|bodies|belly|waist\w*|thigh\w*|hips?|abs|tone[ds]?|shape\w*|figure|mirror|beach|bikini|jeans|attractive|sexy|pounds?|kilos?)\b/i,
  /\b(guilt\w*|sorry|shame\w*|cheat\w*|naughty|sin(s|ful)?|bad|junk|clean|lazy|fail\w*|excuses?|finally|you (should|must)|willpower|discipline)\b/i,
];

describe('every achievement', () => {
  test('there are enough of them, each with a key, a name and a line of its own', () => {
    expect(achievements.length).toBeGreaterThanOrEqual(45);
    for (const field of ['key', 'name', 'description'] as const) {
      const seen = achievements.map((achievement) => achievement[field].toLowerCase());
      expect(
        seen.filter((words, i) => seen.indexOf(words) !== i),
        field,
      ).toEqual([]);
    }
  });

  test('there are some of every category and rarity, some hidden, some repeatable, and fewest of the rarest', () => {
    for (const category of achievementCategory.enumValues) {
      expect(achievements.filter((row) => row.category === category).length, category).toBeGreaterThanOrEqual(4);
    }
    const counts = rarity.enumValues.map((kind) => achievements.filter((row) => row.rarity === kind).length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(5);
    expect(counts.at(-1)).toBe(Math.min(...counts));
    expect(achievements.filter((row) => row.hidden).length).toBeGreaterThanOrEqual(8);
    expect(achievements.filter((row) => row.repeatable).length).toBeGreaterThanOrEqual(8);
    // A person who has just begun sees where to go.
    expect(achievements.filter((row) => row.hidden && row.rarity === 'common')).toEqual([]);
  });

  test('is harder to earn than every more common one of the same condition', () => {
    const order = rarity.enumValues;
    for (const one of achievements) {
      for (const other of achievements) {
        if (one === other || one.condition !== other.condition) continue;
        expect(one.value, `${one.key}, ${other.key}`).not.toBe(other.value);
        if (order.indexOf(one.rarity) > order.indexOf(other.rarity)) {
          expect(one.value, `${one.key}, ${other.key}`).toBeGreaterThan(other.value);
        }
      }
    }
  });

  test('repeats at whole multiples, which no rounding moves', () => {
    for (const { key, value } of achievements.filter((row) => row.repeatable)) {
      expect(Number.isInteger(value), key).toBe(true);
    }
  });

  test('looks at a figure that is described, and every figure described is looked at', () => {
    expect(new Set(achievements.map((row) => row.condition))).toEqual(new Set(Object.keys(figures)));
  });

  test('rewards doing, in kind words: never eating less, a body, or speed', () => {
    for (const { key, name, description } of achievements) {
      const said = `${key.replaceAll('-', ' ')}. ${name}. ${description}`;
      expect(unkind.map((words) => words.exec(said)?.[0]).filter(Boolean), said).toEqual([]);
      expect(description.length, key).toBeLessThanOrEqual(110);
      expect(description, key).toMatch(/[.!?]$/);
    }
  });
});

describe('every figure', () => {
  test('is described by one sentence that begins with its unit', () => {
    for (const [name, sentence] of sentences) {
      expect(sentence, name).toMatch(/^[A-Z][a-z-]+: .+\.$/);
      expect(sentence, name).not.toMatch(/\.\s+[A-Z]/);
    }
    const units = [
      [/-(days|together)$/, 'Days'],
      [/-weeks$/, 'Weeks'],
      [/-kg$/, 'Kilograms'],
      [/-m$/, 'Metres'],
      [/-min$/, 'Minutes'],
    ] as const;
    for (const [name, sentence] of sentences) {
      for (const [ending, unit] of units) if (ending.test(name)) expect(sentence, name).toMatch(`${unit}: `);
    }
  });

  test('has a name and a sentence that count what was done, never what was left out', () => {
    for (const [name, sentence] of sentences) {
      expect(`${name} ${sentence}`).not.toMatch(
        /\b(under|less|fewer|at most|no more than|down|deficit|fast(ing)?|loss|lost|skipped|remaining|energy_kcal|kcal|calories|carbs?|fat|sugar|sodium|adherence|hunger)\b/i,
      );
    }
  });

  test('takes what was eaten or drunk as a minimum, on days with food on record', () => {
    const ofIntake = sentences.filter(([name]) => /target|meal|breakfast|logged$|water|fiber|protein/.test(name));
    expect(ofIntake.length).toBeGreaterThanOrEqual(7);
    for (const [name, sentence] of ofIntake.filter(([name]) => name.endsWith('-days'))) {
      expect(sentence, name).toMatch(/^Days: .*logged days?\b/);
      if (name.includes('target') || name.includes('meal')) expect(sentence, name).toContain('at least');
    }
  });

  test('of weight and wellbeing counts that it was said, not what was said', () => {
    const ofWeight = sentences.filter(([name]) => /weigh|trend/.test(name));
    expect(achievements.filter((row) => row.category === 'weight').map((row) => row.condition)).toSatisfy(
      (conditions: string[]) => conditions.every((condition) => ofWeight.some(([name]) => name === condition)),
    );
    for (const [name, sentence] of ofWeight) expect(sentence, name).toMatch(/^(Days|Weeks): .*weigh-in days?/);
    for (const name of ['wellbeing-days', 'nights-logged'] as const)
      expect(figures[name]).toContain('whatever it says');
  });

  test('of goals leaves out those of weight, body and intake', () => {
    expect(figures['goals-reached']).toContain('goals of weight, body and intake do not count');
    expect(figures['goal-steps-reached']).toContain('types that count for goals reached');
  });
});
