import { type BriefedClient, briefing, quietKey, wasToldAllWell } from '../../domain/coaching/briefing.ts';
import type { PersonContext } from '../../domain/context.ts';
import { draftFor, reasonText } from '../attention-words.ts';
import { draftRow } from '../client-actions.ts';
import { bold, italic, lines, quoted, type Text } from '../text.ts';
import type { Notice } from './notice.ts';

/**
 * The morning five: who needs their coach most, why, and a reply to send, edit or dismiss. That nobody does is said at
 * most once a week; null where there is nothing to say. `key` names the occurrence.
 */
export async function coachBriefingNotice(coach: PersonContext, key: string): Promise<Notice | null> {
  const { list, clients, more, snippets } = await briefing(coach);
  if (clients === 0) return null;
  if (list.length === 0) {
    if (await wasToldAllWell(coach)) return null;
    return { key: `${quietKey}${key}`, type: 'info', title: 'Nothing new this morning', text: allWell };
  }
  const units = coach.user.unitSystem;
  const drafted = list.map((one) => ({ ...one, draft: draftFor(one.reason, one.client.name, snippets) }));
  const rest = more > 0 ? `${more} more ${more === 1 ? 'has' : 'have'} a reason to be looked at: say clients.` : null;
  return {
    key,
    type: 'info',
    title: 'Who needs you today',
    text: lines(
      bold('Who needs you today'),
      ...drafted.flatMap((one, i) => ['', ...entry(one, i, units), italic(`“${one.draft}”`)]),
      ...(rest === null ? [] : ['', rest]),
    ),
    buttons: drafted.map(({ client, reason, draft }) => draftRow(client, reason.kind, draft)),
  };
}

const allWell = 'Nothing new with your clients this morning. I write again when somebody needs you.';
const longestReasons = 300;

function entry({ client, reason, others }: BriefedClient, index: number, units: 'metric' | 'us'): Text[] {
  const why = [reason, ...others.slice(0, 1)].map((one) => reasonText(one, units)).join('; ');
  return [[bold(`${index + 1}. ${quoted(client.name, 60)}`), `: ${quoted(why, longestReasons)}`]];
}
