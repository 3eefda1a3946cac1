import { expect, test } from 'vitest';
import { createLog, type LogOptions } from '../src/log.ts';

function capture(options: Partial<LogOptions> = {}) {
  const lines: string[] = [];
  const log = createLog({ level: 'info', ...options, output: { write: (line) => lines.push(line) } });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') };
}

test('lines are JSON with a level, a time, and the fields given', () => {
  const { log, lines, last } = capture();
  log.debug('not shown');
  log.child({ platform: 'telegram' }).info({ inboundId: 5 }, 'Answered');
  expect(lines).toHaveLength(1);
  expect(last()).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    platform: 'telegram',
    inboundId: 5,
    msg: 'Answered',
  });
});

test('what people wrote is not shown above debug, however deep it lies', () => {
  const { log, lines, last } = capture({ level: 'debug' });
  const message = { id: 1, text: 'ate my feelings', on: [{ payload: { chat: 'ate my feelings' } }] };
  for (const level of ['info', 'warn', 'error'] as const) log[level]({ message }, 'A message');
  expect(lines.join('')).not.toContain('feelings');
  log.debug({ message }, 'A message');
  expect(last().message.text).toBe('ate my feelings');
});

test('the parameters of a failed query are not shown, its reason and place are', () => {
  const { log, lines, last } = capture();
  const cause = Object.assign(new Error('duplicate key value'), { code: '23505', detail: 'Key (x)=(ate my feelings)' });
  const error = Object.assign(new Error('Failed query: insert\nparams: ate my feelings', { cause }), {
    query: 'insert into "meal_logs" values ($1)',
    params: ['ate my feelings'],
  });
  log.error({ err: error }, 'Could not answer');
  expect(lines.join('')).not.toContain('feelings');
  expect(last().err).toMatchObject({
    message: 'Failed query: insert into "meal_logs" values ($1)',
    cause: { message: 'duplicate key value', code: '23505' },
  });
  expect(last().err.at[0]).toContain('log.test.ts');
});

test('tokens and passwords are hidden wherever they turn up, at every level', () => {
  const token = '123456789:AAEhBOweik9ai2o01';
  const { log, lines } = capture({ level: 'debug', secrets: [token, 'p@ss word', null] });
  log.info({ botToken: token, headers: { authorization: 'Bot abc.def' } }, 'Starting');
  log.warn(`POST https://api.telegram.org/bot${token}/getMe failed`);
  log.error({ err: new Error(`404: https://api.telegram.org/bot987654321:BBEhBOweik9ai2o01_-xyz/getMe`) }, 'Refused');
  log.error({ err: new Error('connect postgres://me:hunter2@db/spotter, then p%40ss%20word') }, 'Down');
  log.debug({ where: 'redis://:hunter2@cache' }, 'p@ss word');
  expect(lines.join('')).not.toMatch(/AAEhB|BBEhB|abc\.def|hunter2|p@ss|p%40ss/);
  expect(lines).toHaveLength(5);
});
