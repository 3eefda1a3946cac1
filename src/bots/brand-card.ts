import type { Brand, BrandChange } from '../domain/system/brand.ts';
import { code, italic, lines, quoted, type Text } from './text.ts';

const links = [
  ['website', 'Website', 'websiteUrl'],
  ['logo', 'Logo', 'logoUrl'],
  ['instagram', 'Instagram', 'instagramUrl'],
  ['facebook', 'Facebook', 'facebookUrl'],
  ['twitter', 'Twitter', 'twitterUrl'],
  ['linkedin', 'LinkedIn', 'linkedinUrl'],
  ['youtube', 'YouTube', 'youtubeUrl'],
  ['tiktok', 'TikTok', 'tiktokUrl'],
] as const satisfies readonly (readonly [word: string, label: string, part: keyof Brand])[];

/** In characters. */
const longest = { brandName: 100, tagline: 255, link: 255 };

/** Where it is to be found, a line: "Website · Instagram". */
function brandLinks(brand: Brand): Text | null {
  const known = links.flatMap(([, label, part]) => {
    const link = brand[part];
    return link === null ? [] : [{ link, label }];
  });
  return known.length === 0 ? null : known.flatMap((one, i): Text[] => (i === 0 ? [one] : [' · ', one]));
}

/** What everybody sees of it when they begin. */
export const brandLines = (brand: Brand | null): (Text | null)[] =>
  brand === null
    ? []
    : [brand.tagline === null ? null : italic(quoted(brand.tagline, longest.tagline)), brandLinks(brand)];

/** How it presents itself now, and how to change that; for operators. */
export function brandCard(brand: Brand | null, { isWithHelp }: { isWithHelp: boolean }): Text {
  return lines(
    `Name: ${quoted(brand?.brandName ?? 'Spotter', longest.brandName)}`,
    ...brandLines(brand),
    ...(isWithHelp ? how : []),
  );
}

const how: readonly Text[] = [
  ['Change it like ', code('/admin brand tagline Strong at any age'), ' or ', code('/admin brand website https://…')],
  [
    `Words: name, tagline, ${links.map(([word]) => word).join(', ')}. `,
    code('/admin brand logo -'),
    ' takes one away.',
  ],
];

/** Reads "tagline Strong at any age", "website https://…", "logo -"; null for anything else. */
export function readBrandChange(words: string): BrandChange | null {
  const [, what = '', rest = ''] = /^(\S+):?\s+(\S[\s\S]*?)\s*$/.exec(words) ?? [];
  const value = rest === '-' ? null : rest;
  const name = what.toLowerCase().replace(/:$/, '');
  if (name === 'name') return { brandName: value && quoted(value, longest.brandName) };
  if (name === 'tagline') return { tagline: value && quoted(value, longest.tagline) };
  const part = links.find(([word]) => word === name)?.[2];
  const isLink = value === null || (/^https?:\/\/\S+$/i.test(value) && value.length <= longest.link);
  return part && isLink ? { [part]: value } : null;
}
