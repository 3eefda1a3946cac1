import { DomainError } from '../../domain/domain-error.ts';
import { named } from '../../domain/routines/find-routines.ts';
import { type CurrentTemplate, listTemplates } from '../../domain/routines/templates.ts';
import type { Answer, CommandContext } from '../command.ts';
import { lines, quoted } from '../text.ts';
import { finish, proposeEnd } from './end-template.ts';
import { give, move, proposal } from './give-template.ts';
import { howToPaste } from './template-card.ts';
import type { TemplateInput } from './template-input.ts';
import { card, diffCard, editCard, forget, listCard, preview, save, templateButtons } from './template-library.ts';
import { dietInstead } from './training-or-diet.ts';
import { unsaved } from './unsaved-template.ts';

/** Does what a coach said of training templates. */
export async function doWithTemplate(ctx: CommandContext, said: TemplateInput): Promise<Answer> {
  if (ctx.user.role === 'client') throw new DomainError('not-allowed', 'Templates are for coaches.');
  switch (said.kind) {
    case 'list':
      return listCard(ctx);
    case 'preview':
      return preview(ctx, said);
    case 'save':
      return save(ctx, said);
    case 'show':
      return withTemplate(ctx, said.name, (one) => card(ctx, one));
    case 'open':
      return withTemplateId(ctx, said.id, (one) => card(ctx, one));
    case 'edit':
      return withTemplate(ctx, said.name, async (one) => editCard(one));
    case 'diff':
      return withTemplate(ctx, said.name, (one) => diffCard(ctx, one, said));
    case 'forget':
      return withTemplate(ctx, said.name, (one) => forget(ctx, one));
    case 'assign':
      return (
        (await dietInstead(ctx, said)) ??
        withTemplate(
          ctx,
          said.name,
          (one) => proposal(ctx, one, said),
          () => unsaved(ctx, said),
        )
      );
    case 'give':
      return withTemplateId(ctx, said.templateId, (one) => give(ctx, one, said));
    case 'end':
      return (await dietInstead(ctx, said)) ?? withTemplate(ctx, said.name, (one) => proposeEnd(ctx, one, said.to));
    case 'finish':
      return withTemplateId(ctx, said.templateId, (one) => finish(ctx, one, said.clientIds));
    case 'move':
      return withTemplateId(ctx, said.templateId, (one) => move(ctx, one, said));
    case 'leave':
      return { text: 'Left as it is.' };
  }
}

async function withTemplate(
  ctx: CommandContext,
  name: string,
  act: (one: CurrentTemplate) => Promise<Answer>,
  instead: () => Promise<Answer | null> = async () => null,
): Promise<Answer> {
  const all = await listTemplates(ctx);
  const fits = named(all, name, ({ template }) => template.name);
  const [only, another] = fits;
  if (only && !another) return act(only);
  const other = only ? null : await instead();
  if (other) return other;
  if (all.length === 0) return { text: lines('You have no template yet.', howToPaste) };
  return {
    text: only ? 'Which one?' : `I find no template called “${quoted(name, 60)}”. You have these:`,
    buttons: templateButtons(only ? fits : all),
  };
}

async function withTemplateId(
  ctx: CommandContext,
  id: number,
  act: (one: CurrentTemplate) => Promise<Answer>,
): Promise<Answer> {
  const one = (await listTemplates(ctx)).find(({ template }) => template.id === id);
  return one ? act(one) : { text: 'That template is no longer there.' };
}
