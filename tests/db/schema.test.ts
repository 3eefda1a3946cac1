import { describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { documentedPlaces, schemaPage } from '../support/documented-places.ts';
import { type Cast, minimalRows, type Row } from '../support/minimal-rows.ts';

const { pool } = await testDatabase();
const rows = minimalRows(pool);

/** Every field of the two schema documents the project implements, by table. */
const seeds: Record<string, string> = {
  'A: users':
    'id username email password_hash role is_active full_name profile_photo_url bio created_at updated_at last_login failed_login_attempts locked_until',
  'A: health_metrics':
    'id user_id recorded_date weight_lbs body_fat_% muscle_mass_lbs bmi waist_inches chest_inches arms legs … resting_hr blood_pressure energy_level mood sleep_quality stress_level notes',
  'A: workout_sessions':
    'id user_id session_date session_type duration_minutes program_phase week_number day_number intensity fatigue soreness notes coach_notes',
  'A: exercise_definitions':
    'id name category muscle_groups equipment difficulty_level description instructions tips video_url image_url is_active created_by',
  'A: exercise_logs':
    'id workout_session exercise_def_id exercise_name sets reps weight_lbs rest_seconds duration_seconds distance_miles form_quality rpe order_index notes',
  'A: coaching_sessions':
    'id user_id coach_id session_date duration_minutes topics discussion_notes coach_feedback action_items next_session_date completed completion_notes user_rating',
  'A: user_goals':
    'id user_id goal_type title description target_value target_unit current_value progress_% start_date target_date completed_date status notes milestones',
  'A: progress_photos': 'id user_id photo_date photo_url photo_type weight_lbs body_fat_% notes is_public',
  'A: meal_logs':
    'id user_id meal_date meal_time meal_type calories protein_g carbs_g fat_g fiber_g sugar_g sodium_mg water_oz description foods recipe_name adherence_to_plan planned_meal satisfaction hunger_before hunger_after notes',
  'A: user_sessions':
    'session_id user_id created_at expires_at last_activity ip_address user_agent is_active revoked_at revocation_reason device_type browser os remember_me',
  'A: app_config': 'key value description created_at updated_at',
  'A: audit_log': 'id user_id action table_name record_id old_values new_values ip_address user_agent created_at',
  'B: users':
    'user_id email password_hash reset_password_token reset_password_expires onboarding_completed onboarding_step gender age height role coach_id created_at updated_at',
  'B: daily_logs': 'log_id user_id date weight consumed_calories burned_calories created_at updated_at',
  'B: foods': 'food_id name calories_base protein_g carbs_g fat_g created_at',
  'B: meal_items': 'meal_item_id log_id food_id quantity_grams meal_type consumed_calories created_at',
  'B: exercises':
    'exercise_id name category default_calories_per_minute gif_url video_url wger_id is_public created_at',
  'B: routines': 'routine_id user_id name description is_active created_at updated_at',
  'B: routine_exercises':
    'routine_exercise_id routine_id exercise_id sets reps duration_minutes weight_kg order_index day_of_week',
  'B: daily_exercises':
    'daily_exercise_id log_id exercise_id sets_done reps_done duration_minutes weight_kg burned_calories created_at',
  'B: user_goals':
    'goal_id user_id target_weight current_weight daily_calorie_goal weekly_weight_change_goal goal_type is_active created_at updated_at',
  'B: scheduled_routines':
    'scheduled_id user_id routine_id scheduled_date is_completed completed_at created_at updated_at',
  'B: user_daily_meal_plans': 'plan_id user_id day_of_week breakfast lunch dinner snacks',
  'B: notifications': 'notification_id user_id title message type is_read link_url created_at',
  'B: achievements': 'achievement_id name description icon category condition_type condition_value rarity created_at',
  'B: user_achievements': 'user_achievement_id user_id achievement_id unlocked_at',
  'B: brand_settings':
    'setting_id brand_name tagline logo_url instagram_url facebook_url twitter_url linkedin_url youtube_url tiktok_url website_url created_at updated_at',
  'B: invite_tokens': 'id coach_id email token expires_at used created_at',
  'B: routine_templates': 'template_id coach_id name description exercises created_at updated_at',
  'B: diet_templates': 'template_id coach_id name description meals target_macros created_at updated_at',
  'B: client_routine_assignments':
    'assignment_id client_id template_id assigned_date is_recurring recurring_day created_at',
  'B: check_ins':
    'check_in_id client_id week_of weight feeling notes photo_front photo_side photo_back created_at updated_at',
  'B: messages': 'message_id sender_id receiver_id content is_read created_at',
};

async function people(): Promise<Cast> {
  const make = async () => Number((await rows.insert('users', { person: 0, coach: 0 })).id);
  return { person: await make(), coach: await make() };
}

const list = async (query: string): Promise<string[]> => (await pool.query(query)).rows.map((row) => row.name);

describe('docs/schema.md', () => {
  const places = documentedPlaces();

  it.each(Object.entries(seeds))('gives every field of %s its place', (table, fields) => {
    expect([...(places.get(table)?.keys() ?? [])]).toEqual(fields.split(' '));
  });

  it('names only columns that exist', async () => {
    const columns = await list(
      `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
    );
    const named = [...places.values()].flatMap((fields) => [...fields.values()].flat());
    expect(named.length).toBeGreaterThan(300);
    expect(named.filter((place) => !columns.includes(place))).toEqual([]);
  });

  it('names only tables that exist', async () => {
    const known = await list(`select table_name as name from information_schema.tables where table_schema = 'public'`);
    const rules = schemaPage.slice(schemaPage.indexOf('| scope |'), schemaPage.indexOf('## What is kept')).split('\n');
    const named = rules.filter((line) => line.startsWith('|')).flatMap((line) => line.match(/`\w+`/g) ?? []);
    expect(named.length).toBeGreaterThan(20);
    expect(named.map((name) => name.slice(1, -1)).filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('the schema', () => {
  it('has an index for every foreign key', async () => {
    const without = await list(
      `select conrelid::regclass || '.' || conname as name from pg_constraint c
       where contype = 'f' and connamespace = 'public'::regnamespace and not exists (
         select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1]
           and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = '')
       )`,
    );
    expect(without).toEqual([]);
  });

  it('has an index by person and day wherever there are both', async () => {
    const without = await list(
      `select p.attrelid::regclass::text as name from pg_attribute p join pg_attribute d using (attrelid)
       join pg_class c on c.oid = p.attrelid
       where relnamespace = 'public'::regnamespace and relkind = 'r' and p.attname in ('user_id', 'client_id')
         and d.attname in ('day', 'from_day', 'start_day', 'assigned_day', 'week_of')
         and p.attrelid::regclass::text not in ('reminders', 'routines')
         and not exists (
           select from pg_index i where i.indrelid = p.attrelid and i.indkey[0] = p.attnum
             and d.attnum = any (i.indkey::smallint[])
         )`,
    );
    expect(without).toEqual([]);
  });

  it('lets everything that is a person’s go with them', async () => {
    const kept = await list(
      `select conrelid::regclass || '.' || attname as name
       from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
       where confrelid = 'users'::regclass and contype = 'f' and confdeltype <> 'c'
         and (attnotnull or confdeltype <> 'n' or attname in ('user_id', 'client_id', 'owner_id', 'created_by_id'))`,
    );
    expect(kept).toEqual([]);
  });

  it('keeps what was logged of an exercise or a food when that goes', async () => {
    const cast = await people();
    const log = await rows.insert('exercise_logs', cast, { exercise_id: (await rows.insert('exercises', cast)).id });
    const item = await rows.insert('meal_items', cast, { food_id: (await rows.insert('foods', cast)).id });
    await pool.query('delete from exercises where id = $1', [log.exercise_id]);
    await pool.query('delete from foods where id = $1', [item.food_id]);
    const { rows: kept } = await pool.query(
      `select l.exercise_id, l.exercise_name, i.food_id, i.food_name from exercise_logs l, meal_items i
       where l.id = $1 and i.id = $2`,
      [log.id, item.id],
    );
    expect(kept).toEqual([
      { exercise_id: null, exercise_name: log.exercise_name, food_id: null, food_name: item.food_name },
    ]);
  });

  it('takes no moment from its own clock but in the audit log', async () => {
    const clocks = await list(
      `select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = 'public' and column_default ~* 'now|current|clock'`,
    );
    expect(clocks).toEqual(['audit_log.created_at']);
  });

  it('holds every weekday to 1 to 7', async () => {
    const loose = await list(
      `select attrelid::regclass || '.' || attname as name from pg_attribute join pg_class c on c.oid = attrelid
       where relnamespace = 'public'::regnamespace and relkind = 'r' and attname ~ 'weekday' and not exists (
         select from pg_constraint k where k.conrelid = attrelid and contype = 'c' and attnum = any (conkey)
       )`,
    );
    expect(loose).toEqual([]);
  });

  it('computes how far a goal has come', async () => {
    const far = async (startValue: number | null, currentValue: number, targetValue: number) =>
      (
        await rows.insert('user_goals', await people(), {
          start_value: startValue,
          current_value: currentValue,
          target_value: targetValue,
        })
      ).progress_pct;
    expect(await far(90, 85, 80)).toBe('50.0');
    expect(await far(90, 95, 80)).toBe('0.0');
    expect(await far(60, 72, 70)).toBe('100.0');
    expect(await far(null, 72, 70)).toBeNull();
  });
});

const rating = { good: [1, 10], bad: [0, 11] };
const ranges: Record<string, { good: unknown[]; bad: unknown[] }> = {
  'meal_logs.adherence': rating,
  'meal_logs.satisfaction': rating,
  'meal_logs.hunger_before': rating,
  'meal_logs.hunger_after': rating,
  'workout_sessions.intensity': rating,
  'workout_sessions.fatigue': rating,
  'workout_sessions.soreness': rating,
  'exercise_logs.form_quality': rating,
  'exercise_logs.rpe': { good: [1, 8.5, 10], bad: [0.5, 10.5] },
  'exercise_sets.rpe': { good: [1, 8.5, 10], bad: [0.5, 10.5] },
  'exercise_sets.reps': { good: [0, 500], bad: [-1] },
  'exercise_sets.kind': { good: ['working', 'warmup', 'drop', 'failure'], bad: ['cooldown'] },
  'health_metrics.energy': rating,
  'health_metrics.mood': rating,
  'health_metrics.stress': rating,
  'health_metrics.sleep_quality': rating,
  'health_metrics.weight_kg': { good: [20, 500], bad: [19, 501] },
  'health_metrics.body_fat_pct': { good: [3, 60], bad: [0, 80] },
  'health_metrics.resting_hr_bpm': { good: [40, 120], bad: [10, 300] },
  'health_metrics.systolic_mmhg': { good: [120], bad: [20, 400] },
  'health_metrics.waist_cm': { good: [80], bad: [10, 400] },
  'health_metrics.sleep_h': { good: [0, 24], bad: [-1, 25] },
  'coaching_sessions.rating': rating,
  'check_ins.feeling': { good: [1, 5], bad: [0, 6] },
  'check_ins.week_of': { good: ['2027-01-04'], bad: ['2027-01-05'] },
  'user_daily_meal_plans.weekday': { good: [1, 7], bad: [0, 8] },
  'routine_exercises.weekday': { good: [1, 7, null], bad: [0, 8] },
  'routines.weekdays': { good: ['{1,7}', null], bad: ['{0}', '{8}'] },
  'users.role': { good: ['client', 'coach', 'admin'], bad: ['owner'] },
  'users.gender': { good: ['male', 'female', 'other', null], bad: ['x'] },
  'users.onboarding_step': { good: [0, 4], bad: [-1, 5] },
  'users.day_start_hour': { good: [0, 6], bad: [-1, 7] },
  'users.height_cm': { good: [150, 210], bad: [30, 300] },
  'user_goals.status': { good: ['completed', 'paused', 'abandoned'], bad: ['lost'] },
  'user_goals.weekly_weight_change_kg': { good: [-0.5, 0.25], bad: [-3] },
  'foods.energy_kcal': { good: [0, 902], bad: [-1, 903] },
  'meal_items.grams': { good: [1], bad: [0] },
  'achievements.rarity': { good: ['common', 'rare', 'epic', 'legendary'], bad: ['mythic'] },
  'notifications.type': { good: ['info', 'success', 'warning', 'achievement', 'reminder'], bad: ['shout'] },
  'progress_photos.pose': { good: ['front', 'side', 'back'], bad: ['above'] },
  'streaks.freezes': { good: [0, 3], bad: [4] },
};

describe('a value out of range is refused', () => {
  it.each(Object.entries(ranges))('%s', async (place, { good, bad }) => {
    const [table = '', column = ''] = place.split('.');
    const insert = async (value: unknown) => rows.insert(table, await people(), { [column]: value });
    for (const value of good) await expect(insert(value)).resolves.toHaveProperty(column);
    for (const value of bad)
      await expect(insert(value)).rejects.toMatchObject({ code: expect.stringMatching(/^(23514|22P02)$/) });
  });

  it.each([
    ['weight', 80, null, 8],
    ['mood', 7, null, 11],
    ['steps', 12_000, null, -1],
    ['blood-pressure', 120, 80, 20],
  ])('measurements of %s', async (metric, good, second, bad) => {
    const cast = await people();
    const insert = (value: number) => rows.insert('measurements', cast, { metric, value, value2: second });
    await expect(insert(good)).resolves.toMatchObject({ metric });
    await expect(insert(bad)).rejects.toMatchObject({ code: '23514' });
  });

  it('a blood pressure of one figure', async () => {
    const pressure = { metric: 'blood-pressure', value: 120 };
    await expect(rows.insert('measurements', await people(), pressure)).rejects.toMatchObject({ code: '23514' });
  });
});

describe('there is only one', () => {
  const once: Record<string, [table: string, key: string[]]> = {
    'daily log a day': ['daily_logs', ['day']],
    'row of health metrics a day': ['health_metrics', ['day']],
    'check-in a week': ['check_ins', ['week_of']],
    'plan a weekday and meal': ['user_daily_meal_plans', ['weekday', 'slot']],
    'unlocking of an achievement': ['user_achievements', ['achievement_id', 'occurrence']],
    'target from a day on': ['nutrition_targets', ['from_day']],
    'assignment of a template on a day': ['client_routine_assignments', ['template_id', 'assigned_day']],
    'scheduling of a routine on a day': ['scheduled_routines', ['routine_id', 'day']],
    'firing of a reminder at a time of a day': ['reminder_occurrences', ['reminder_id', 'day', 'slot']],
    'notification of a key': ['notifications', ['key']],
    'streak of a kind': ['streaks', ['kind']],
    'active coach': ['coachings', []],
  };

  it.each(Object.entries(once))('%s', async (_, [table, key]) => {
    const cast = await people();
    const first = await rows.insert(table, cast);
    const same: Row = Object.fromEntries(key.map((column) => [column, first[column]]));
    await expect(rows.insert(table, cast, same)).rejects.toMatchObject({ code: '23505' });
  });

  it('active coach, but any number of former ones', async () => {
    const cast = await people();
    const ended = { ended_at: '2026-03-03T00:00:00Z' };
    await rows.insert('coachings', cast, ended);
    await rows.insert('coachings', cast, ended);
    await expect(rows.insert('coachings', cast)).resolves.toHaveProperty('id');
  });
});
