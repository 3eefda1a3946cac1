import { clientsOf, type KnownClient } from '../domain/coaching/clients.ts';
import { findClients } from '../domain/coaching/find-clients.ts';
import type { Answer, CommandContext } from './command.ts';
import type { Action } from './reply.ts';
import { code, quoted, type Text } from './text.ts';

/** The one client that is meant, or what to say where nobody or several may be. */
export type WhichClient = { readonly client: KnownClient } | { readonly answer: Answer };

const mostChoices = 5;
const mostNamed = 20;

/**
 * Whom a coach means by a name among those they coach now. Several of that name are asked about, with `act` for each;
 * a name that nobody has is answered with those there are.
 */
export async function whichClient(
  ctx: CommandContext,
  name: string,
  act: (client: KnownClient) => Action,
): Promise<WhichClient> {
  const found = await findClients(ctx, name);
  const [client] = found;
  if (!client) return { answer: { text: await nobodyCalled(ctx, name) } };
  if (found.length === 1) return { client };
  const choices = found.slice(0, mostChoices).map((one) => ({ label: quoted(one.name, 60), action: act(one) }));
  return { answer: { text: `Which ${quoted(name, 40)}?`, question: { about: 'client', choices } } };
}

/** That nobody is called so, with those there are. */
async function nobodyCalled(ctx: CommandContext, name: string): Promise<Text> {
  const clients = await clientsOf(ctx);
  if (clients.length === 0)
    return ctx.user.role === 'client' ? `I know nobody called ${quoted(name, 40)} whose log you may see.` : noClients;
  const nobody = `None of your clients is called ${quoted(name, 40)}.`;
  const names = clients.slice(0, mostNamed).map((one) => quoted(one.name, 40));
  const more = clients.length > mostNamed ? ` and ${clients.length - mostNamed} more` : '';
  return `${nobody} Your clients: ${names.join(', ')}${more}.`;
}

/** For whoever coaches nobody. */
export const noClients: Text = ['You have no clients at the moment. ', code('/invite anna'), ' invites somebody.'];
/** For whoever is no coach at all. */
export const noCoach: Text =
  'That is for coaches, about those they coach. Of your own log you can ask in the same words.';
