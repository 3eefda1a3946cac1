import { type Guide, guideLeads, guides } from './vocabulary/en/guides.ts';

const longestQuestion = 120;

/**
 * Reads a question how something is done here: "how do i add a client", "how can i message everyone". Returns what does
 * it, by the names of commands. Null for everything else: "how do i lose fat".
 */
export function readGuide(text: string): Pick<Guide, 'coach' | 'others'> | null {
  const said = text.trim().replace(/\s+/g, ' ');
  if (said.length > longestQuestion) return null;
  const what = guideLeads.exec(said)?.[1];
  return what === undefined ? null : (guides.find(({ asked }) => asked.test(what)) ?? null);
}
