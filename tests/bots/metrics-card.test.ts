import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readMetrics } from '../../src/bots/language/read-metrics.ts';
import { metricsCard } from '../../src/bots/metrics-card.ts';
import { askDoubtfulWeight, askMetrics } from '../../src/bots/metrics-question.ts';
import { plainText } from '../../src/bots/text.ts';
import type { LoggedMeasurements, MeasurementInput } from '../../src/domain/body/log-measurements.ts';
import type { User } from '../../src/domain/users/user.ts';
import { somebody } from '../support/somebody.ts';

const now = Temporal.Instant.from('2026-03-02T19:30:00Z');
const today = Temporal.PlainDate.from('2026-03-02');
const given = { now, timeZone: 'Europe/Madrid', dayStartHour: 3 };

type Units = 'metric' | 'us';

const user = (unitSystem: Units): User => ({ ...somebody, unitSystem });

/** What the figures of a text are. */
function figures(text: string, units: Units = 'metric'): readonly MeasurementInput[] {
  const reading = readMetrics(text, { ...given, units });
  return reading?.kind === 'metrics' ? reading.metrics : [];
}

/** The card of a text that records figures. */
function card(text: string, more: Partial<LoggedMeasurements> = {}, units: Units = 'metric'): string[] {
  const logged = { actionId: 7, measurements: figures(text, units), water: [], trend: null, ...more };
  return plainText(metricsCard({ now, user: user(units) }, logged).text).split('\n');
}

describe('the card of figures', () => {
  it.each<[string, string[]]>([
    ['weight 82.4', ['Logged:', 'Weight 82.4 kg']],
    ['12st 7lb', ['Logged:', 'Weight 79.4 kg (12.5 st)']],
    ['180 lbs', ['Logged:', 'Weight 81.6 kg (180 lb)']],
    ['waist 34 in', ['Logged:', 'Waist 86.4 cm (34 in)']],
    ['bf 18,2', ['Logged:', 'Body fat 18.2 %']],
    ['bp 121/79 rhr 58', ['Logged:', 'Blood pressure 121/79 mmHg', 'Resting heart rate 58 bpm']],
    ['slept 7h20', ['Logged:', 'Sleep 7 h 20 min']],
    ['slept 8h', ['Logged:', 'Sleep 8 h']],
    ['mood 4/5', ['Logged:', 'Mood 8 of 10 (4/5)']],
    ['12345 steps', ['Logged:', 'Steps 12,345']],
    ['chest 104 arm 37,5 thigh 59 calf 38', ['Logged:', 'Chest 104 cm · Arm 37.5 cm · Thigh 59 cm · Calf 38 cm']],
    ['weight yesterday 82.2', ['Logged for yesterday:', 'Weight 82.2 kg']],
    ['weight friday 82.2, today 81.9', ['Logged for Friday:', 'Weight 82.2 kg', 'Logged:', 'Weight 81.9 kg']],
  ])('%j', (text, lines) => expect(card(text)).toEqual(lines));

  it('reads in pounds, inches and ounces to whoever uses them', () => {
    expect(card('weight 180.4', {}, 'us')).toContain('Weight 180.4 lb');
    expect(card('82 kg', {}, 'us')).toContain('Weight 180.8 lb (82 kg)');
    expect(card('waist 34', {}, 'us')).toContain('Waist 34 in');
    expect(card('500ml water', {}, 'us')).toContain('Water 16.9 fl oz');
  });

  it('says where the trend stands once there is one, and its week once there is that', () => {
    const lastLine = (trendKg: number, weekChangeKg: number | null, units: Units = 'metric') =>
      card('82.4 kg', { trend: { trendKg, weekChangeKg } }, units).at(-1);
    expect(lastLine(82.13, null)).toBe('Trend 82.1 kg.');
    expect(lastLine(82.13, -0.31)).toBe('Trend 82.1 kg, down 0.3 kg in a week.');
    expect(lastLine(82.13, 0.26)).toBe('Trend 82.1 kg, up 0.3 kg in a week.');
    expect(lastLine(82.13, 0.02)).toBe('Trend 82.1 kg, steady for a week.');
    expect(lastLine(82.13, -0.31, 'us')).toBe('Trend 181.1 lb, down 0.7 lb in a week.');
  });

  it('says how much a glass is taken for, and where the day’s water stands', () => {
    const water = [{ day: today, waterMl: 1500, targetMl: 2500 }];
    expect(card('2 glasses of water', { water })).toEqual([
      'Logged:',
      'Water 500 ml (2 glasses)',
      'Water today: 1,500 ml of 2,500 ml',
    ]);
    expect(card('500ml water', { water: [{ day: today, waterMl: 500, targetMl: null }] }).at(-1)).toBe(
      'Water today: 500 ml',
    );
  });

  it('can be undone', () => {
    const logged = { actionId: 7, measurements: figures('mood 8'), water: [], trend: null };
    expect(metricsCard({ now, user: user('metric') }, logged).buttons).toEqual([
      [{ label: 'Undo', action: { command: 'undo', input: { actionId: 7 } } }],
    ]);
  });
});

describe('questions about figures', () => {
  const shown = { unitSystem: 'metric', isGentle: false } as const;
  const gentle = { ...shown, isGentle: true };
  const ask = (text: string, reader: Parameters<typeof askMetrics>[1] = shown) => {
    const reading = readMetrics(text, { ...given, units: reader.unitSystem });
    if (reading?.kind !== 'question') throw new Error('No question');
    const asked = askMetrics(reading, reader);
    return [asked.text, ...asked.choices.map(({ label }) => label)];
  };

  it.each<[string, string[]]>([
    ['81.7', ['Is that your weight?', 'Weight 81.7 kg']],
    ['121/79', ['Is that your blood pressure?', 'Blood pressure 121/79 mmHg']],
    ['500ml', ['Was that water?', 'Water 500 ml']],
    ['feeling 7/10', ['What was that about?', 'Mood 7 of 10', 'Energy 7 of 10']],
    ['waist 34', ['In which unit is that waist?', '34 cm', '34 in']],
    ['weight 180', ['In which unit is that weight?', '180 kg', '180 lb']],
    ['water 3', ['Glasses or litres?', '750 ml (3 glasses)', '3,000 ml']],
    ['weight 820 kg', ['I read weight 820 kg, which cannot be right. Did you mean 82 kg?', '82 kg']],
    ['bp 12/8', ['I read blood pressure 12/8 mmHg, which cannot be right. Did you mean 120/80 mmHg?', '120/80 mmHg']],
    ['mood 7.5', ['Mood is a whole number from 1 to 10. 7 or 8?', '7', '8']],
    ['5 steps', ['I read steps 5. Is that right?', '5', '5,000']],
    ['mood 14', ['Mood goes from 1 to 10, so I kept nothing. Which is it?']],
    ['slept 25h', ['Sleep 25 h cannot be right, so I kept nothing. Write it again with the figure you meant.']],
  ])('%j', (text, lines) => expect(ask(text)).toEqual(lines));

  it.each<[string, string[]]>([
    ['81.7', ['Is that your weight?', 'Weight']],
    ['weight 180', ['In which unit is that weight?', 'kg', 'lb']],
    ['weight 820 kg', ['That weight cannot be right, so I kept nothing. Write it again.']],
    ['mood 14', ['Mood goes from 1 to 10, so I kept nothing. Which is it?']],
    ['5 steps', ['I read steps 5. Is that right?', '5', '5,000']],
  ])('in gentle mode %j', (text, lines) => expect(ask(text, gentle)).toEqual(lines));

  it('records all the message told with the answer', () => {
    const reading = readMetrics('weight 820, mood 7', { ...given, units: 'metric' });
    const asked = reading?.kind === 'question' ? askMetrics(reading, shown) : null;
    expect(asked?.choices[0]?.metrics.map(({ metric, value }) => [metric, value])).toEqual([
      ['weight', 82],
      ['mood', 7],
    ]);
  });

  it('asks about a weight far from the last one, with what was probably meant first', () => {
    const inputs = figures('weight 92.4');
    const [said] = inputs;
    if (!said) throw new Error('Nothing was read');
    const last = { kg: 82.1, day: today.subtract({ days: 3 }) };
    const likely = { ...said, value: 82.4, typed: { value: 82.4, unit: 'kg' } };
    const asked = askDoubtfulWeight({ index: 0, last, likely }, inputs, shown);
    expect(asked.text).toBe('92.4 kg is 10.3 kg more than your last weight. Did you mean 82.4 kg?');
    expect(asked.choices.map(({ label, metrics }) => [label, metrics[0]?.value])).toEqual([
      ['82.4 kg', 82.4],
      ['Yes, 92.4 kg', 92.4],
    ]);
    expect(askDoubtfulWeight({ index: 0, last, likely: null }, inputs, shown).text).toBe(
      '92.4 kg is 10.3 kg more than your last weight. Is it right?',
    );
  });
});
