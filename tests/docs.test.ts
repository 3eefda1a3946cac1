import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readScenario } from '../src/cli/scenario/line.ts';
import { runScenario } from '../src/cli/scenario/run.ts';
import { plausible } from '../src/domain/body/plausible.ts';
import { testDatabase } from './support/database.ts';
import { contractFields, contractSubjects } from './support/parse-contract.ts';
import { silentLog } from './support/silent-log.ts';

const root = resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const filesIn = (folder: string, ending: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => join(folder, file));

const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...filesIn('docs', '.md')];
const operating = read('docs/operating.md');

/** The rows of the table under a heading, by cell, without the row of headings. */
function tableUnder(heading: string, page: string): string[][] {
  const [, rest = ''] = page.split(`\n## ${heading}\n`);
  const [section = ''] = rest.split('\n## ');
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const inCode = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);

describe.each(pages)('%s', (page) => {
  const text = read(page);

  it('names no file or folder that is not there', () => {
    const linked = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^(?:https?:|#)/.test(target))
      .map((target) => relative(root, resolve(root, dirname(page), target.replace(/#.*/, ''))));
    const named = inCode(text).filter((code) => /^(?:\.ci|bench|db|docs|drizzle|src|tests)\/[\w./-]*$/.test(code));
    // A name in capitals stands for one of the reader's own.
    const missing = [...linked, ...named].filter((path) => !/NAME|WHAT/.test(path) && !existsSync(join(root, path)));
    expect(missing).toEqual([]);
  });

  it('names no npm script that is not there', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const named = [...text.matchAll(/\bnpm (?:run (?:--silent )?([\w:-]+)|(start|test)\b)/g)].map(
      ([, run, own]) => run ?? own,
    );
    expect(named.filter((name) => !name || !(name in scripts))).toEqual([]);
  });
});

describe('docs/operating.md', () => {
  it('has exactly the settings of .env.example', () => {
    const settings = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    const listed = tableUnder('Settings', operating).flatMap(([name = '']) => inCode(name));
    expect(listed.toSorted()).toEqual(settings.toSorted());
  });

  it('explains errors that can come', () => {
    const program = ['start.mjs', ...filesIn('db', '.ts'), ...filesIn('src', '.ts')].map(read).join('\n');
    const lines = tableUnder('What the one-line errors mean', operating).flatMap(([line = '']) => inCode(line));
    expect(lines.length).toBeGreaterThan(10);
    const fragments = lines.flatMap((line) => line.split('…').map((part) => part.trim()));
    expect(fragments.filter((part) => part !== '' && !program.includes(part))).toEqual([]);
  });
});

describe('docs/parse.md', () => {
  const page = read('docs/parse.md');

  it('names every command of the parse door with its fields, and no other', () => {
    const rows = tableUnder('Commands', page).filter(([name = '']) =>
      inCode(name).some((one) => one in contractFields),
    );
    expect(rows.flatMap(([name = '']) => inCode(name)).toSorted()).toEqual(Object.keys(contractFields).toSorted());
    for (const [name = '', fields = ''] of rows)
      for (const one of inCode(name))
        expect(inCode(fields), one).toEqual(expect.arrayContaining([...(contractFields[one] ?? [])]));
  });

  it('names all that can be asked about, and every metric', () => {
    const [, subjects = ''] = /`about` of `ask` is one of ([\s\S]*?)\n\n/.exec(page) ?? [];
    expect(inCode(subjects)).toEqual(contractSubjects);
    const [, metricsAndUnits = ''] = /`metric` and its `unit` are ([\s\S]*?)\n\n/.exec(page) ?? [];
    const units = Object.values(plausible).flatMap(({ unit }) => unit ?? []);
    expect(new Set(inCode(metricsAndUnits))).toEqual(new Set([...Object.keys(plausible), ...units]));
  });
});

it.each(filesIn('docs/decisions', '.md'))('%s says context, decision and consequence', (file) => {
  const text = read(file);
  expect([...text.matchAll(/^\*\*(\w+)\.\*\*/gm)].map(([, part]) => part)).toEqual([
    'Context',
    'Decision',
    'Consequence',
  ]);
  const number = Number(/(\d{4})-/.exec(file)?.[1]);
  expect(text).toMatch(new RegExp(`^# ${number}\\. `));
});

describe('README.md', async () => {
  const store = await testDatabase();

  it('shows a conversation as it is', async () => {
    const [, block = ''] = /^```\n(> [\s\S]*?)^```$/m.exec(read('README.md')) ?? [];
    const turns = block
      .split(/^> /m)
      .slice(1)
      .map((turn) => {
        const [said = '', ...shown] = turn.trimEnd().split('\n');
        const rows = shown.filter((line) => /^\[\d\] /.test(line));
        const labels = rows.flatMap((row) => row.split('  ').map((button) => button.slice('[1] '.length)));
        return { said, labels, text: shown.filter((line) => !/^\[\d\] /.test(line)).join('\n') };
      });
    expect(turns.length).toBeGreaterThan(2);
    // A terminal knows the time zone; elsewhere it is told first.
    const zone = JSON.stringify({ at: '2026-03-02T12:29:00Z', from: 'ana', on: 'telegram', text: 'my city is London' });
    // In a breath: what is earned by it is said a little later.
    const lines = turns.map(({ said }, i) => {
      const by = { at: `2026-03-02T12:30:0${i}Z`, from: 'ana', on: 'telegram' };
      const [, button] = /^\[(\d)\]$/.exec(said) ?? [];
      return JSON.stringify(
        button ? { ...by, press: turns[i - 1]?.labels[Number(button) - 1] } : { ...by, text: said },
      );
    });
    const printed: { text: string; buttons: string[][] }[] = [];
    await runScenario(readScenario([zone, ...lines].join('\n')), {
      store,
      log: silentLog,
      print: (line) => printed.push(line as (typeof printed)[number]),
    });
    const said = printed.slice(1).map(({ text, buttons }) => ({ labels: buttons.flat(), text }));
    expect(said).toEqual(turns.map(({ labels, text }) => ({ labels, text })));
  });
});
