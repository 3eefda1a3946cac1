import { describe, expect, it } from 'vitest';
import { recogniseBareMeasure, recogniseVessel } from '../../../src/bots/language/recognise-bare-measure.ts';
import { recogniseBrackets } from '../../../src/bots/language/recognise-brackets.ts';
import { recogniseCompound } from '../../../src/bots/language/recognise-compound.ts';
import { recogniseFigures } from '../../../src/bots/language/recognise-figures.ts';
import { recogniseInterlude } from '../../../src/bots/language/recognise-interlude.ts';
import { recogniseRemark } from '../../../src/bots/language/recognise-remark.ts';
import { foods, lineOf, taken } from './given.ts';

const length = (text: string): number => lineOf(text).tokens.length;

describe('a remark', () => {
  it.each<[string, string]>([
    [', peeled and cut into chunks', ', peeled and cut into chunks'],
    [', very finely chopped, 2 eggs', ', very finely chopped'],
    [', skin removed', ', skin removed'],
    [', white parts only, sliced', ', white parts only, sliced'],
    ['for serving', 'for serving'],
    ['for the baking sheet', 'for the baking sheet'],
    ['to taste', 'to taste'],
    ['plus extra for drizzling, 1 egg', 'plus extra for drizzling'],
    [', in 1/2-inch slices', ', in 1/2-inch slices'],
    [', chopped and 2 eggs', ', chopped'],
    [', soaked in 200 ml milk', ', soaked'],
  ])('%j', (text, span) => {
    expect(taken(text, recogniseRemark(lineOf(text), 0, length(text)))).toBe(span);
  });
  it.each([', toast', ', cut my finger', 'for lunch', 'rice', ', sliced bread', 'to work'])('%j is none', (text) => {
    expect(recogniseRemark(lineOf(text), 0, length(text))).toBeNull();
  });
});

describe('brackets', () => {
  it.each<[string, string]>([
    ['(30g whey, 250ml milk)', 'parts'],
    ['(lettuce, tomato, cucumber)', 'parts'],
    ['(with milk)', 'parts'],
    ['(8 oz)', 'aside'],
    ['(about 5 meatballs)', 'remark'],
    ['(cooked)', 'aside'],
    ['(not that hard stuff for people who need fiber)', 'remark'],
    ['(optional)', 'remark'],
    ['(see note)', 'remark'],
  ])('%j are %s', (text, kind) => {
    expect(recogniseBrackets(lineOf(text), 0, length(text), foods)?.kind).toBe(kind);
  });
  it.each(['(open', 'rice', '((x)'])('%j are none', (text) => {
    expect(recogniseBrackets(lineOf(text), 0, length(text), foods)).toBeNull();
  });
});

describe('a measure without a number', () => {
  it.each<[string, string]>([
    ['splash milk', 'splash'],
    ['small handful nuts', 'handful'],
    ['bowl cereal', 'bowl'],
    ['heaping tbsp peanut butter', 'tbsp'],
  ])('%j', (text, unit) => {
    expect(recogniseBareMeasure(lineOf(text), 0, foods)).toMatchObject({ quantity: 1, unit: { id: unit } });
  });
  it.each(['cup noodles', 'pot roast', 'can you help', 'order pizza', 'head ache', 'rice'])('%j is none', (text) => {
    expect(recogniseBareMeasure(lineOf(text), 0, foods)).toBeNull();
  });

  it('is the vessel of what was weighed, unless the words are a name', () => {
    expect(recogniseVessel(lineOf('can tomatoes'), 0, foods)?.unit?.id).toBe('can');
    expect(recogniseVessel(lineOf('fillet steak'), 0, foods)).toBeNull();
  });
});

describe('a number that is part of a name', () => {
  it.each<[string, string]>([
    ['5-spice powder', '5-spice'],
    ['80/20 ground beef', '80/20'],
    ['93/7 turkey', '93/7'],
    ['00 flour', '00'],
    ['3 egg omelette', '3 egg omelette'],
  ])('%j', (text, span) => {
    expect(taken(text, recogniseCompound(lineOf(text), 0, length(text), foods))).toBe(span);
  });
  it.each(['3 egg omelettes', '2-inch piece', '200 g rice', '50/20', '4-5 eggs'])('%j is none', (text) => {
    expect(recogniseCompound(lineOf(text), 0, length(text), foods)).toBeNull();
  });
});

describe('a number that counts nothing', () => {
  it.each(['2 hours ago', 'half an hour ago', '100°F', '1) eggs'])('%j', (text) => {
    expect(recogniseInterlude(lineOf(text), 0, length(text))).not.toBeNull();
  });
  it.each(['2 eggs', '2 hours', 'half an apple', '100 g'])('%j does count', (text) => {
    expect(recogniseInterlude(lineOf(text), 0, length(text))).toBeNull();
  });
});

describe('figures', () => {
  it.each<[string, [string, number][]]>([
    ['450 kcal', [['kcal', 450]]],
    ['~1.200 cal', [['kcal', 1200]]],
    ['kcal: 450', [['kcal', 450]]],
    ['2000kj', [['kJ', 2000]]],
    ['30g of protein', [['proteinG', 30]]],
    ['carbs 40 g', [['carbsG', 40]]],
    ['30p40c', [['proteinG', 30], ['carbsG', 40]]], // biome-ignore format: a row
    ['p30f10', [['proteinG', 30], ['fatG', 10]]], // biome-ignore format: a row
  ])('%j', (text, figures) => {
    expect(recogniseFigures(lineOf(text), 0)?.figures).toEqual(figures);
  });
  it.each(['450', 'protein bar', '20g protein bar', '2 eggs', 'kcal', 'p'])('%j are none', (text) => {
    expect(recogniseFigures(lineOf(text), 0)).toBeNull();
  });
});
