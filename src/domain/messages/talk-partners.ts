import { sql } from 'drizzle-orm';
import { runsAt } from '../coaching/runs-at.ts';
import type { Context } from '../context.ts';
import type { OfficeHours } from './office-hours.ts';

/** Somebody a person can write to: their coach, or a client of theirs. */
export interface Partner {
  readonly id: number;
  /** As the platform or they themselves named them. */
  readonly name: string;
  /** What they are to the person who asks. */
  readonly side: 'coach' | 'client';
  /** Whether the client has agreed to messages: without that their coach does not write to them. */
  readonly hasAgreed: boolean;
  readonly timeZone: string | null;
  readonly officeHours: OfficeHours | null;
}

/** Everybody the person who asks is coaching or coached by now, by name. */
export async function talkPartners(ctx: Pick<Context, 'db' | 'now' | 'user'>): Promise<Partner[]> {
  const { id } = ctx.user;
  const { rows } = await ctx.db.execute<{ partner: Partner }>(sql`
    select json_build_object('id', k.id, 'name', coalesce(nullif(trim(k.full_name), ''), 'Somebody'),
      'side', case when c.client_id = ${id} then 'coach' else 'client' end,
      'hasAgreed', 'messages' = any (c.can_read), 'timeZone', k.time_zone, 'officeHours', k.office_hours) as partner
    from coachings c
    join known_people k on k.id = case when c.client_id = ${id} then c.coach_id else c.client_id end
    where (c.client_id = ${id} or c.coach_id = ${id}) and ${runsAt(ctx.now)}
    order by k.full_name, k.id`);
  return rows.map(({ partner }) => partner);
}

/** The word a person is called by. */
export const firstName = (name: string): string => name.trim().split(/\s+/u)[0] ?? name;
