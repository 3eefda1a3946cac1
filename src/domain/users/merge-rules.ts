/** Rows of both accounts that are the same thing: of two alike one stays, and what pointed at the other points at it. */
export interface TwinRule {
  readonly table: string;
  /** The unique index that allows a person one of them. */
  readonly index: string;
  /** The column that names the person. */
  readonly owner: string;
  /** What two rows that are the same agree in: columns, or `lower(column)`. */
  readonly same: readonly string[];
  /** Where the younger account's row may be the one that stays: when this column says more. */
  readonly furthest?: string;
}

/** Of what is named alike, or is for the same day or week, the older account's stays. */
export const twinRules: readonly TwinRule[] = [
  { table: 'foods', index: 'foods_own_name', owner: 'owner_id', same: ['lower(name)'] },
  { table: 'exercises', index: 'exercises_own_name', owner: 'created_by_id', same: ['lower(name)'] },
  { table: 'meal_slots', index: 'meal_slots_name', owner: 'user_id', same: ['name'] },
  { table: 'user_words', index: 'user_words_word', owner: 'user_id', same: ['kind', 'word'] },
  { table: 'daily_logs', index: 'daily_logs_user_day', owner: 'user_id', same: ['day'] },
  { table: 'health_metrics', index: 'health_metrics_user_day', owner: 'user_id', same: ['day'] },
  {
    ...{ table: 'user_achievements', index: 'user_achievements_once', owner: 'user_id' },
    same: ['achievement_id', 'occurrence'],
  },
  { table: 'check_ins', index: 'check_ins_week', owner: 'client_id', same: ['week_of'], furthest: 'state' },
  {
    ...{ table: 'client_diet_assignments', index: 'client_diet_assignments_once', owner: 'client_id' },
    same: ['template_id', 'assigned_day'],
  },
  {
    ...{ table: 'client_routine_assignments', index: 'client_routine_assignments_once', owner: 'client_id' },
    same: ['template_id', 'assigned_day'],
  },
  {
    ...{ table: 'user_daily_meal_plans', index: 'user_daily_meal_plans_slot', owner: 'user_id' },
    same: ['weekday', 'slot'],
  },
  { table: 'nutrition_targets', index: 'nutrition_targets_from', owner: 'user_id', same: ['from_day'] },
  {
    ...{ table: 'client_group_members', index: 'client_group_members_group_id_client_id_pk', owner: 'client_id' },
    same: ['group_id'],
  },
  { table: 'coach_threads', index: 'coach_threads_one', owner: 'coach_id', same: ['platform', 'client_id'] },
  { table: 'coach_threads', index: 'coach_threads_one', owner: 'client_id', same: ['platform', 'coach_id'] },
  {
    ...{ table: 'attention_dismissals', index: 'attention_dismissals_reason', owner: 'coach_id' },
    same: ['client_id', 'reason'],
  },
  {
    ...{ table: 'attention_dismissals', index: 'attention_dismissals_reason', owner: 'client_id' },
    same: ['coach_id', 'reason'],
  },
  { table: 'user_credentials', index: 'user_credentials_pkey', owner: 'user_id', same: [] },
];

/** Things of a coach's with a name of their own, which are not the same for being named alike: the younger's gets a number. */
export const renamed: readonly {
  readonly table: string;
  readonly index: string;
  readonly owner: string;
  readonly column: string;
}[] = [
  { table: 'diet_templates', index: 'diet_templates_name', owner: 'coach_id', column: 'name' },
  { table: 'routine_templates', index: 'routine_templates_name', owner: 'coach_id', column: 'name' },
  { table: 'check_in_forms', index: 'check_in_forms_name', owner: 'coach_id', column: 'name' },
  { table: 'snippets', index: 'snippets_name', owner: 'coach_id', column: 'name' },
  { table: 'client_groups', index: 'client_groups_name', owner: 'coach_id', column: 'name' },
  { table: 'notifications', index: 'notifications_key', owner: 'user_id', column: 'key' },
];

/** Derived anew from everything else: the younger's falls. */
export const derived: readonly { readonly table: string; readonly index: string }[] = [
  { table: 'user_statistics', index: 'user_statistics_pkey' },
  { table: 'streaks', index: 'streaks_kind' },
];

/** Unique indexes that the merging itself keeps: the one coaching and the one weight goal of a person. */
export const keptByHand: readonly string[] = ['coachings_one_active', 'user_goals_one_weight'];

/** Unique by something that only one of the two can have. */
export const neverAlike: readonly string[] = ['scheduled_routines_once', 'chat_accounts_account'];
