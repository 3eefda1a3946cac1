import { Temporal } from 'temporal-polyfill';
import { asOwner } from '../../domain/as-owner.ts';
import { changeConsent, myCoaching } from '../../domain/coaching/coaching-consent.ts';
import type { Coaching } from '../../domain/coaching/coachings-of.ts';
import {
  type Consent,
  type ConsentLevel,
  isSameConsent,
  levelOf,
  type Scope,
  withLevel,
  writableScopes,
} from '../../domain/coaching/scopes.ts';
import { findUser } from '../../domain/users/find-user.ts';
import { zoneOf } from '../../domain/users/user.ts';
import { coachingCard, lastDayOf, nobodyCoaches } from '../coaching-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import { coachingChangedNotice } from '../notices/coaching-changed.ts';
import { coachingOverNotice } from '../notices/coaching-over.ts';
import { longDay } from '../schedule-words.ts';
import { changedConsentLines, nameOr } from '../scope-words.ts';
import { owe } from '../speak.ts';
import { tellOther } from '../tell-other.ts';
import { bold, code, lines } from '../text.ts';

/** Lets their coach see and change this and no more. */
export async function allowOnly(ctx: CommandContext, chosen: Consent): Promise<Answer> {
  const before = await myCoaching(ctx);
  if (!before) return { text: nobodyCoaches };
  if (isSameConsent(before, chosen)) return coachingCard(ctx, before, 'Nothing was to change.');
  const coaching = await changeConsent(ctx, { consent: chosen });
  return changed(ctx, coaching, before);
}

/** Lets their coach see or change more or less of some scopes; the others stay. A level of null: as it was, at least seen. `who`: their name, where it was said. */
export async function setScopes(
  ctx: CommandContext,
  said: readonly { readonly scope: Scope; readonly level: ConsentLevel | null }[],
  who: string | null = null,
): Promise<Answer> {
  const before = await myCoaching(ctx);
  if (!before) return { text: nobodyCoaches };
  const coachName = nameOr(before.coachName, 'Your coach');
  const isThem = who === null || coachName.toLowerCase().split(/\s+/).includes(who.toLowerCase());
  if (!isThem && who.toLowerCase() !== coachName.toLowerCase())
    return { text: `Nobody called ${who} sees anything of yours; ${coachName} is your coach. Nothing has changed.` };
  // A scope without more is to be seen; what may be changed already stays so.
  const chosen = said.reduce<Consent>((sum, { scope, level }) => {
    const wanted = level ?? (levelOf(sum, scope) === 'write' ? 'write' : 'read');
    return withLevel(sum, scope, wanted === 'write' && !writableScopes.includes(scope) ? 'read' : wanted);
  }, before);
  return allowOnly(ctx, chosen);
}

/** Says until which day, an ISO date, they agree to be coached; null: until somebody ends it. */
export async function agreeUntil(ctx: CommandContext, day: string | null): Promise<Answer> {
  const zone = zoneOf(ctx.user);
  const lastDay = day === null ? null : Temporal.PlainDate.from(day);
  const end = lastDay?.add({ days: 1 }).toZonedDateTime(zone).toInstant() ?? null;
  if (!(await myCoaching(ctx))) return { text: nobodyCoaches };
  const coaching = await changeConsent(ctx, { until: end });
  if (end && lastDay) await oweItsEnd(ctx, coaching, end, lastDay);
  return changed(ctx, coaching, null);
}

/** Both hear of the end when it comes, unless another is agreed by then. */
async function oweItsEnd(
  { db, now, user }: CommandContext,
  coaching: Coaching,
  until: Temporal.Instant,
  lastDay: Temporal.PlainDate,
): Promise<void> {
  await asOwner(db, async () => {
    const theirs = await findUser(db, coaching.coachId);
    await owe({ db, now, user }, coachingOverNotice(coaching, until, lastDay, 'client'), until);
    if (theirs) await owe({ db, now, user: theirs }, coachingOverNotice(coaching, until, lastDay, 'coach'), until);
  });
}

/** What is otherwise than before, in a line or two; `before` null: for how long. */
async function changed(ctx: CommandContext, coaching: Coaching, before: Consent | null): Promise<Answer> {
  const lastDay = coaching.until && lastDayOf(coaching.until, zoneOf(ctx.user));
  const theirs = await asOwner(ctx.db, () => findUser(ctx.db, coaching.coachId));
  const notice = coachingChangedNotice(coaching, ctx.now, lastDay, before);
  const notifies = theirs ? await tellOther(ctx, theirs, notice) : [];
  const coachName = nameOr(coaching.coachName, 'Your coach');
  return {
    text: before
      ? lines(bold(`Changed. What ${coachName} sees from now on:`), ...changedConsentLines(before, coaching), [
          'The rest stays as it was. ',
          code('/coach'),
          ' shows all of it.',
        ])
      : lastDay
        ? `Noted: ${longDay(lastDay.toString())} is the last day with ${coachName}, who is told now. When it has passed, I will tell you both.`
        : `Noted: the coaching with ${coachName} goes on, with no end set.`,
    buttons: coachingCard(ctx, coaching).buttons ?? [],
    notifies,
  };
}
