import { firstName, type Partner, talkPartners } from '../../domain/messages/talk-partners.ts';
import type { Answer, CommandContext } from '../command.ts';
import type { Action } from '../reply.ts';
import { code, lines, quoted } from '../text.ts';

/** Whom words mean, with the words that are left for them; or what is to be said instead. */
export type Named = { readonly partner: Partner; readonly rest: string } | { readonly answer: Answer };

export interface NameSaid {
  /** A name or a part of it as typed; null: one's own coach. */
  readonly to: string | null;
  /** Somebody chosen by a button. */
  readonly toId?: number | undefined;
  /** What follows the name. */
  readonly rest: string;
}

const mostButtons = 5;

/** Finds whom a person means among those they can write to. `chosen` is what a button does that says which one. */
export async function namePartner(
  ctx: CommandContext,
  { to, toId, rest }: NameSaid,
  chosen: (partner: Partner, rest: string) => Action,
): Promise<Named> {
  const partners = await talkPartners(ctx);
  if (toId !== undefined) {
    const partner = partners.find(({ id }) => id === toId);
    return partner ? { partner, rest } : { answer: { text: noLonger } };
  }
  if (to === null) {
    const coach = partners.find(({ side }) => side === 'coach');
    return coach ? { partner: coach, rest } : { answer: noCoach(partners) };
  }
  const found = matching(partners, to, rest);
  const [only] = found;
  if (only && found.length === 1) return { partner: only.partner, rest: only.rest };
  if (found.length === 0) return { answer: unknown(partners, to) };
  const choices = found.slice(0, mostButtons).map(({ partner }) => ({
    label: quoted(partner.name, 80),
    action: chosen(partner, rest),
  }));
  return { answer: { text: `Which ${quoted(to, 40)}?`, question: { about: 'person', choices } } };
}

export const noLonger = 'You two do not work together here any more, so nothing was sent.';

interface Match {
  readonly partner: Partner;
  readonly rest: string;
}

/** Those of that whole name, else of that first or last name; of several the one whose other name follows. */
function matching(partners: readonly Partner[], to: string, rest: string): Match[] {
  const wanted = plain(to);
  const exact = partners.filter(({ name }) => plain(name) === wanted);
  if (exact.length > 0) return exact.map((partner) => ({ partner, rest }));
  const near = partners.filter(({ name }) => plain(name).split(/\s+/u).includes(wanted));
  const fuller = near.flatMap((partner) => {
    const tail = plain(partner.name).split(/\s+/u).slice(1).join(' ');
    const isNamed = tail !== '' && firstName(plain(partner.name)) === wanted && plain(rest).startsWith(tail);
    const left = rest.trim().slice(tail.length);
    return isNamed && /^(?:[\s:,]|$)/u.test(left) ? [{ partner, rest: left.replace(/^[\s:,]+/u, '') }] : [];
  });
  if (fuller.length > 0) return fuller;
  return near.map((partner) => ({ partner, rest }));
}

const plain = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/^@/u, '').trim();

function noCoach(partners: readonly Partner[]): Answer {
  if (partners.length > 0)
    return { text: lines('You have no coach of your own here, so nothing was sent.', clientsLine(partners)) };
  return {
    text: 'You have no coach here at the moment, so nothing was sent. When a coach invites you, open the link or send me the code they give you.',
  };
}

function unknown(partners: readonly Partner[], to: string): Answer {
  if (partners.length === 0)
    return {
      text: 'You can write to your coach and your clients through me, and have neither at the moment. Nothing was sent.',
    };
  const head = `I find no “${quoted(to, 40)}” among the people you work with, so nothing was sent.`;
  return { text: lines(head, clientsLine(partners)) };
}

function clientsLine(partners: readonly Partner[]) {
  const clients = partners.filter(({ side }) => side === 'client');
  const coach = partners.find(({ side }) => side === 'coach');
  const names = clients.slice(0, 20).map(({ name }) => quoted(name, 40));
  const more = clients.length > names.length ? ` and ${clients.length - names.length} more` : '';
  return lines(
    names.length > 0 ? `Your clients: ${names.join(', ')}${more}.` : null,
    coach ? [`Your coach: ${quoted(coach.name, 40)}. Write `, code('tell my coach …'), '.'] : null,
  );
}
