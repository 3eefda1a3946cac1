import { Temporal } from 'temporal-polyfill';
import { ownName } from '../../domain/check-ins/partner.ts';
import { clientOf } from '../../domain/coaching/clients.ts';
import { remindClient } from '../../domain/reminders/remind-client.ts';
import type { ReminderInput } from '../../domain/reminders/set-reminder.ts';
import { zoneOf } from '../../domain/users/user.ts';
import type { Answer, CommandContext } from '../command.ts';
import { kindOfReminder } from '../language/kind-of-reminder.ts';
import type { Schedule } from '../language/schedule.ts';
import { remindAction, reminderTitle } from '../notices/reminder.ts';
import { reminderGivenNotice } from '../notices/reminder-given.ts';
import { ruleWords } from '../schedule-words.ts';
import { tellOther } from '../tell-other.ts';
import { bold, lines, quoted } from '../text.ts';
import { undoButton } from '../undo-button.ts';
import { whichClient } from '../which-client.ts';
import { builtInsOf } from './built-ins.ts';
import { reminderInput } from './reminder-input.ts';

/** What a coach said; `schedule` null: at the usual times. */
export interface ForClient {
  readonly who: string;
  readonly clientId?: number | undefined;
  readonly what: string;
  readonly schedule: Schedule | null;
  readonly onceAt?: string | undefined;
}

/** Has a client reminded, and tells them. */
export async function remindForClient(ctx: CommandContext, said: ForClient): Promise<Answer> {
  const chosen = said.clientId === undefined ? null : await clientOf(ctx, said.clientId);
  const found = chosen
    ? { client: chosen }
    : await whichClient(ctx, said.who, ({ user }) => remindAction({ kind: 'client', ...said, clientId: user.id }));
  if ('answer' in found) return found.answer;
  const { client } = found;
  const inputs = inputsOf(said);
  const set = await remindClient(ctx, client, inputs);
  const name = quoted(client.name, 60);
  const zone = zoneOf(client.user);
  const changed = set.filter(({ actionId }) => actionId !== null);
  const rows = set.map(
    ({ reminder }) =>
      `${reminderTitle(reminder)}, ${ruleWords(reminder, ctx.now, zone).replace('your quiet', 'their quiet')}`,
  );
  const [first] = changed;
  if (!first || first.actionId === null) return { text: lines(bold(`${name} has that already:`), ...rows) };
  const by = { id: ctx.user.id, name: await ownName(ctx) };
  const waits = set.some(({ reminder }) => reminder.everyMin === null) ? 'In their quiet hours it waits.' : null;
  const given = changed.map(({ reminder }) => reminder);
  return {
    text: lines(
      bold(`${name} is reminded, by their own clock:`),
      ...rows,
      'They are told, and may move or remove it.',
      waits,
    ),
    buttons: [[undoButton(first.actionId)]],
    notifies: await tellOther(ctx, client.user, reminderGivenNotice(given, by, ctx.now, zone)),
  };
}

/** What we know to remind of is called as we call it. */
function inputsOf({ what, schedule, onceAt }: ForClient): Omit<ReminderInput, 'isTimeNamed'>[] {
  const { kind, slot } = kindOfReminder(what);
  const known = kind === 'own' ? [] : builtInsOf(kind, slot);
  if (!schedule) return known.map(({ input }) => input);
  const { isTimeNamed: _, ...input } = reminderInput(what, schedule, onceAt ? Temporal.Instant.from(onceAt) : null);
  const [only, another] = known;
  return [only && !another ? { ...input, what: only.input.what } : input];
}
