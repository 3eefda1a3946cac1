import { sql } from 'drizzle-orm';
import { capital, volume } from '../../../src/bots/format.ts';
import { metricLine, type ShownMetric } from '../../../src/bots/format-metric.ts';
import { itemLine } from '../../../src/bots/meal-card.ts';
import { plainText, quoted } from '../../../src/bots/text.ts';
import { setsText } from '../../../src/bots/training-notation.ts';
import type { Database } from '../../../src/domain/context.ts';
import type { DoneSet } from '../../../src/domain/training/workout-overview.ts';

type Units = 'metric' | 'us';

interface Item {
  foodName: string;
  defaultForm: string | null;
  quantity: number | null;
  unit: string | null;
  grams: number | null;
  isAmountAssumed: boolean;
  energyKcal: number;
}

interface Exercise {
  name: string;
  equipment: string[] | null;
  share: number | null;
  superset: number | null;
  sets: DoneSet[];
}

type Row = {
  id: string;
  figures: (ShownMetric & { day: string })[];
  exercises: Exercise[];
  meals: { waterMl: number | null; items: Item[] }[];
};

/** Figures of a day that are more than this share a line. */
const mostLines = 3;

/**
 * What the cards of written messages have to show of what these record now, by their rows: a line each for figures,
 * exercises, items and water, in order. Read from the tables alone; a message without a record has no lines.
 */
export async function recordedLines(
  db: Database,
  messageIds: readonly number[],
  units: Units,
): Promise<Map<number, string[]>> {
  if (messageIds.length === 0) return new Map();
  const { rows } = await db.execute<Row>(sql`
    select m.id,
      (select coalesce(json_agg(json_build_object('metric', s.metric, 'value', s.value, 'value2', s.value2,
          'typed', s.typed, 'day', s.day) order by s.id), '[]') from measurements s where s.inbound_message_id = m.id) as figures,
      (select coalesce(json_agg(json_build_object('name', l.exercise_name, 'equipment', e.equipment,
          'share', e.bodyweight_share, 'superset', l.superset, 'sets', (
            select coalesce(json_agg(json_build_object('kind', x.kind, 'reps', x.reps, 'weightKg', x.weight_kg,
              'loadValue', x.load_value, 'loadUnit', x.load_unit, 'rpe', x.rpe, 'rir', x.rir,
              'durationS', x.duration_s, 'distanceM', x.distance_m, 'restS', x.rest_s) order by x.order_index, x.id), '[]')
            from exercise_sets x where x.exercise_log_id = l.id)) order by w.id, l.order_index, l.id), '[]')
        from workout_sessions w join exercise_logs l on l.workout_session_id = w.id
          left join exercises e on e.id = l.exercise_id
        where w.inbound_message_id = m.id) as exercises,
      (select coalesce(json_agg(json_build_object('waterMl', o.water_ml, 'items', (
            select coalesce(json_agg(json_build_object('foodName', i.food_name, 'defaultForm', f.default_form,
              'quantity', i.quantity, 'unit', i.unit, 'grams', i.grams, 'isAmountAssumed', i.is_amount_assumed,
              'energyKcal', i.energy_kcal) order by i.order_index, i.id), '[]')
            from meal_items i left join foods f on f.id = i.food_id where i.meal_log_id = o.id)) order by o.id), '[]')
        from meal_logs o where o.inbound_message_id = m.id) as meals
    from inbound_messages m where m.id in (${sql.join(
      messageIds.map((id) => sql`${id}`),
      sql`, `,
    )})`);
  return new Map(rows.map((row) => [Number(row.id), linesOf(row, units)]));
}

function linesOf({ figures, exercises, meals }: Row, units: Units): string[] {
  const days = [...new Set(figures.map(({ day }) => day))];
  return [
    ...days.flatMap((day) => {
      const said = figures
        .filter((one) => one.day === day)
        .map((one) => metricLine(one, { unitSystem: units, isGentle: false }));
      return said.length > mostLines ? [said.join(' · ')] : said;
    }),
    ...exercises.map(({ name, equipment, share, superset, sets }) => {
      const done = setsText(sets, { units, equipment: equipment ?? [], isAdded: share !== null });
      return `${capital(quoted(name))}: ${done}${superset === null ? '' : `, in superset ${superset}`}`;
    }),
    ...meals.flatMap(({ waterMl, items }) => [
      ...items.map((item) => plainText(itemLine(item, { unitSystem: units, isGentle: false }))),
      ...(waterMl === null ? [] : [`Water: ${volume(waterMl, units)}`]),
    ]),
  ];
}

/** Words that open a line about a training that is none of what was done in it. */
const asides =
  /^(?:From now on|Last time|As last time|As earlier|Earlier today|New best|Least help|Most reps|Most volume|Longest|Fastest|Best estimated|Volume|About [\d,]+ kcal|Trend|I do not know)/;
/** A day's sums, or its water, or a heading, or a choice. */
const others = /^[^:]+: [\d,]+ kcal · protein |^Water [^:]+: | now: [\d,]+ kcal$|[.:?]$|^\d+\. |\(of 10\)$/;

/**
 * The lines of a card that show what is recorded; none where it is no card of a record. What we ask stands below a line
 * that is empty.
 */
export function shownLines(text: string): string[] {
  const [card = ''] = text.split('\n\n');
  if (!/^(?:Logged|Undone|Back again)/.test(card)) return [];
  return card.split('\n').filter((line) => !asides.test(line) && !others.test(line));
}
