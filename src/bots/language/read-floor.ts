/** What is said of the floor of energy targets: one's own, or a client's where `who` is named. */
export interface FloorReading {
  readonly who: string | null;
  /** A figure in kcal a day, `off` to take it back, null to see it. */
  readonly kcal: number | 'off' | null;
}

/** In characters. */
const longest = 120;

/**
 * Reads "/floor", "/floor off", "/floor anna 1100", "/client anna floor 1100", "calorie floor for anna 1100", "my energy
 * floor". `unclear` after `/floor` and anything else; null for other words.
 */
export function readFloor(text: string): FloorReading | 'unclear' | null {
  if (text.length > longest) return null;
  const said = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.!?]+$/, '');
  const [, slash] = /^\/floor\b:? ?(.*)$/is.exec(said) ?? [];
  if (slash !== undefined) return readRest(slash) ?? 'unclear';
  const [, who = '', after = ''] = /^\/client (.{1,60}?) floor\b:? ?(.*)$/is.exec(said) ?? [];
  if (who !== '') return readRest(`${who} ${after}`) ?? 'unclear';
  const [all, lead = '', rest = ''] = named.exec(said) ?? [];
  return all === undefined ? null : readRest(`${/^my/i.test(lead) ? '' : lead} ${rest}`);
}

/** "my calorie floor off", "anna's energy floor 1100", "set the energy floor for anna to 1100" */
const named = /^(?:set )?(?:(my|the|an?|.{1,40}?['’]s) )?(?:energy|calorie|kcal) floor\b(?: for)? ?(.*)$/is;

function readRest(text: string): FloorReading | null {
  const rest = text.trim().replace(/^(?:(?:the|an?|for|of) )+/i, '');
  const [, name = '', figure] =
    /^(.*?)(?:^| )(?:(?:to|at|of|is|=) )?(\d{1,2}[.,]?\d{3}|\d{1,4}|off|none|remove|clear|delete)(?: ?(?:kcal|calories|cals?))?(?: (?:a|per) day)?$/i.exec(
      rest,
    ) ?? [];
  const who = (figure === undefined ? rest : name).replace(/(?:['’]s|:)$/, '').trim();
  if (/\d/.test(who)) return null;
  const kcal = figure === undefined ? null : /^\d/.test(figure) ? Number(figure.replace(/[.,]/, '')) : 'off';
  return { who: who === '' || /^(?:me|my)$/i.test(who) ? null : who, kcal };
}
