import type { QuestionInput } from '../../domain/check-ins/check-in-form.ts';

/** What a coach says of the questions they ask. */
export type FormReading =
  | { readonly do: 'show' }
  | { readonly do: 'add'; readonly questions: readonly QuestionInput[] }
  | { readonly do: 'reword'; readonly place: number; readonly question: QuestionInput }
  | { readonly do: 'remove'; readonly place: number }
  | { readonly do: 'use'; readonly name: string }
  | { readonly do: 'off' }
  | { readonly problem: string };

const kinds: readonly (readonly [QuestionInput['kind'], RegExp])[] = [
  ['yes_no', /^(?:yes ?\/ ?no|y\/n|yes or no)$/i],
  ['scale', /^(?:scale|rating|1 ?(?:-|–|to) ?10)$/i],
  ['number', /^(?:number|figure|amount|how many)$/i],
  ['text', /^(?:text|words|free text|open)$/i],
  ['photo', /^(?:photo|picture|image)$/i],
];

/** Reads `/form …`: what follows the name. A question a line; its kind stands behind it, or is told by its words. */
export function readForm(rest: string): FormReading {
  const said = rest.trim();
  if (said === '') return { do: 'show' };
  if (/^(?:off|stop|none|end)[.!]?$/i.test(said)) return { do: 'off' };
  const [, name] = /^(?:use|new|switch to|name)\s+(.{1,60})$/i.exec(said) ?? [];
  if (name) return { do: 'use', name };
  const [, gone] = /^(?:remove|delete|drop)\s+(?:question\s+)?(\d{1,2})$/i.exec(said) ?? [];
  if (gone) return { do: 'remove', place: Number(gone) };
  const [, place, wording] = /^(\d{1,2})[.:)]?\s+(\S.*)$/s.exec(said) ?? [];
  const lines = said
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*•]\s*)?/, '').trim())
    .filter((line) => line !== '');
  const questions = (place && wording ? [wording] : lines).map(readQuestion);
  const wrong = questions.find((question) => typeof question === 'string');
  if (typeof wrong === 'string') return { problem: wrong };
  const asked = questions.filter((question) => typeof question !== 'string');
  const [first] = asked;
  return place && first ? { do: 'reword', place: Number(place), question: first } : { do: 'add', questions: asked };
}

/** "How was sleep? scale", "“Stress?” low / medium / high", "Hours of sleep number required". A sentence on what is wrong. */
function readQuestion(line: string): QuestionInput | string {
  const isRequired = /\s\(?(?:required|must)\)?\s*$/i.test(line);
  const text = line.replace(/\s\(?(?:required|must|optional)\)?\s*$/i, '').trim();
  const [, quotedLabel, behind] = /^["“'](.+?)["”']\s*(.*)$/s.exec(text) ?? /^(.+?\?)\s*(.*)$/s.exec(text) ?? [];
  if (quotedLabel !== undefined && behind !== undefined) return withKind(quotedLabel.trim(), behind.trim(), isRequired);
  for (const [kind, pattern] of kinds) {
    const words = text.split(/\s+/);
    const last = words.at(-1) ?? '';
    if (words.length > 1 && pattern.test(last)) return { kind, label: words.slice(0, -1).join(' '), isRequired };
  }
  const [label = '', choices] = text.split(/:\s*(?=[^:]*\/)/);
  return withKind(label.trim(), choices?.trim() ?? '', isRequired);
}

function withKind(label: string, behind: string, isRequired: boolean): QuestionInput | string {
  if (label.length < 3) return 'Write the question in words, like: How was sleep? scale';
  if (behind === '') return { kind: guessed(label), label, isRequired };
  for (const [kind, pattern] of kinds) if (pattern.test(behind)) return { kind, label, isRequired };
  const choices = behind
    .replace(/^choices?:?\s*/i, '')
    .split(/\s*[/|;,]\s*/)
    .map((choice) => choice.trim())
    .filter((choice) => choice !== '');
  if (choices.length >= 2) return { kind: 'choice', label, choices, isRequired };
  return `I do not know “${behind}”. Behind a question stands scale, number, text, yes/no, photo, or its answers: low / medium / high.`;
}

/** "Did you …?" is answered by yes or no, "how many" by a number; anything else by words. */
function guessed(label: string): QuestionInput['kind'] {
  if (/^(?:did|do|does|have|has|are|is|was|were|will|can|could)\b/i.test(label)) return 'yes_no';
  return /^how (?:many|much|often)\b/i.test(label) ? 'number' : 'text';
}
