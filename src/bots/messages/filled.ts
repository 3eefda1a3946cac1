/** Words with whoever they are for in the place of `{name}`. */
export const filled = (text: string, name: string): string => text.replace(/\{\s*(?:first ?)?name\s*\}/giu, () => name);
