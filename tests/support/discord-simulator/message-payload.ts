import { ApiError } from './api-error.ts';
import { snowflake } from './snowflake.ts';
import type { Attachment, Button, Message, World } from './world.ts';

/** A request's body with the files that came along. */
export interface Payload {
  readonly json: Readonly<Record<string, unknown>>;
  readonly files: readonly { readonly name: string; readonly type: string; readonly bytes: Buffer }[];
}

/** Reads JSON or a form with `payload_json` and `files[n]`. */
export async function readPayload(body: Buffer, contentType: string | undefined): Promise<Payload> {
  if (body.length === 0) return { json: {}, files: [] };
  if (!contentType?.startsWith('multipart/form-data')) return { json: JSON.parse(body.toString()), files: [] };
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  const sent = [...form.values()].filter((value) => typeof value !== 'string');
  const files = await Promise.all(
    sent.map(async (file) => ({ name: file.name, type: file.type, bytes: Buffer.from(await file.arrayBuffer()) })),
  );
  return { json: JSON.parse(String(form.get('payload_json') ?? '{}')), files };
}

type Content = Pick<Message, 'content' | 'components' | 'attachments'>;

/** What a message is to hold, checked as Discord checks it. Notes whom it would ping. */
export function readContent(world: World, { json, files }: Payload): Content {
  const content = readText(json.content);
  const attachments = readAttachments(world, json.attachments, files);
  if (content === '' && attachments.length === 0) throw new ApiError(400, 50006, 'Cannot send an empty message');
  notePings(world, content, json.allowed_mentions);
  return { content, components: readComponents(json.components), attachments };
}

function readText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') throw invalid('content', 'must be a string');
  if (/\p{Surrogate}|\0/u.test(value)) throw invalid('content', 'is not well formed');
  if ([...value].length > 2000) throw invalid('content', 'Must be 2000 or fewer in length.');
  return value.trim();
}

function readComponents(value: unknown): Content['components'] {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length > 5) throw invalid('components', 'at most 5 rows');
  const ids = new Set<unknown>();
  for (const row of value) {
    const buttons = row.components as Button[];
    if (row.type !== 1 || buttons.length < 1 || buttons.length > 5) throw invalid('components', '1 to 5 in a row');
    for (const { type, label, custom_id } of buttons) {
      if (type !== 2 || label.length < 1 || label.length > 80) throw invalid('label', '1 to 80 characters');
      if (custom_id.length < 1 || custom_id.length > 100 || ids.has(custom_id)) throw invalid('custom_id', 'unique');
      ids.add(custom_id);
    }
  }
  return value;
}

function readAttachments(world: World, value: unknown, files: Payload['files']): Attachment[] {
  const told = (value ?? []) as { readonly id: number; readonly filename: string; readonly description?: string }[];
  if (told.length > 10 || told.some(({ id }) => files[id] === undefined)) throw invalid('attachments', 'no such file');
  return files.map(({ name, type, bytes }, i) => {
    const id = snowflake();
    world.files.set(id, bytes);
    return {
      ...{ id, filename: name, description: told.find((one) => one.id === i)?.description },
      ...{ content_type: type, size: bytes.length },
      url: `https://cdn.discordapp.example/${name}`,
      proxy_url: `https://media.discordapp.example/${name}`,
    };
  });
}

/** Backslashes keep nobody from being pinged, only `allowed_mentions` does. */
function notePings(world: World, content: string, allowed: unknown): void {
  const parse = (allowed as { parse?: string[] } | undefined)?.parse ?? ['everyone', 'users', 'roles'];
  const patterns = { everyone: /@(?:everyone|here)/g, users: /<@!?\d+>/g, roles: /<@&\d+>/g };
  for (const [kind, pattern] of Object.entries(patterns))
    if (parse.includes(kind)) world.pings.push(...(content.match(pattern) ?? []));
}

export const invalid = (field: string, why: string): ApiError =>
  new ApiError(
    400,
    50035,
    'Invalid Form Body',
    {},
    { errors: { [field]: { _errors: [{ code: 'INVALID', message: why }] } } },
  );
