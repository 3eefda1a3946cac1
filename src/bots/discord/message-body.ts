import { ButtonStyle, ComponentType, MessageFlags, type RawFile } from 'discord.js';
import type { OutgoingPicture, OutgoingReply } from '../reply.ts';
import { renderMarkdown } from './render.ts';

/** A reply as Discord's REST API takes it. */
export interface MessageBody {
  readonly body: {
    readonly content: string;
    readonly allowed_mentions: { readonly parse: readonly [] };
    readonly components: readonly unknown[];
    readonly attachments: readonly { readonly id: number; readonly filename: string; readonly description: string }[];
    readonly flags: number;
  };
  readonly files: RawFile[];
}

const maxAltLength = 1024;

/** The request for a reply: nobody is pinged, links unfold nothing. Ephemeral only where it answers an interaction. */
export function toMessageBody(reply: OutgoingReply, isEphemeral: boolean): MessageBody {
  const { image, file } = reply;
  return {
    body: {
      content: renderMarkdown(reply.text).trim(),
      allowed_mentions: { parse: [] },
      components: reply.buttons
        .filter((row) => row.length > 0)
        .map((row) => ({ type: ComponentType.ActionRow, components: row.map(toButton) })),
      // On an edit, a list without the old picture takes it away.
      attachments: [
        ...(image ? [{ id: 0, filename: nameOf(image), description: image.alt.slice(0, maxAltLength) }] : []),
        ...(file ? [{ id: 0, filename: file.name, description: file.name }] : []),
      ],
      flags:
        MessageFlags.SuppressEmbeds |
        (isEphemeral ? MessageFlags.Ephemeral : 0) |
        (reply.isSilent ? MessageFlags.SuppressNotifications : 0),
    },
    files: [
      ...(image ? [{ name: nameOf(image), data: image.bytes, contentType: image.mime }] : []),
      ...(file ? [{ name: file.name, data: file.bytes, contentType: file.mime }] : []),
    ],
  };
}

const nameOf = ({ mime }: OutgoingPicture) => (mime === 'image/png' ? 'picture.png' : 'picture.jpg');

const toButton = ({ label, id }: { readonly label: string; readonly id: string }) => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  label,
  custom_id: id,
});
