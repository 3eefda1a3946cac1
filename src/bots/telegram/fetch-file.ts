import { type Telegram, TelegramError } from 'telegraf';
import { maxFileBytes } from '../../domain/media/picture.ts';
import { FetchError } from '../adapter.ts';
import { download } from '../download.ts';
import { withDeadline } from './deadline.ts';
import { reasonOf } from './send-failure.ts';

const timeoutMs = 10_000;

/** Brings a file by its `file_id`: Telegram is asked where it lies, and it is loaded from the same server. */
export async function fetchFile(
  telegram: Telegram,
  redact: (text: string) => string,
  fileId: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const file = await withDeadline(timeoutMs, signal, (either) =>
    telegram.callApi('getFile', { file_id: fileId }, { signal: either }),
  ).catch((error: unknown) => {
    throw toFetchError(error, redact);
  });
  if ((file.file_size ?? 0) > maxFileBytes) throw new FetchError('too-large', `${file.file_size} bytes`);
  return download(addressOf(telegram, file.file_path), signal);
}

/** Below the server's own address, whatever the path says. */
function addressOf(telegram: Telegram, path: string | undefined): URL {
  const steps = path?.split('/') ?? [''];
  if (steps.some((step) => step === '' || step === '.' || step === '..'))
    throw new FetchError('gone', 'Telegram named no file below its own address');
  const { apiRoot } = telegram.options;
  const below = steps.map(encodeURIComponent).join('/');
  return new URL(`${apiRoot.replace(/\/+$/, '')}/file/bot${telegram.token}/${below}`);
}

function toFetchError(error: unknown, redact: (text: string) => string): FetchError {
  const reason = reasonOf(error, redact);
  if (!(error instanceof TelegramError) || error.code !== 400) return new FetchError('unknown', reason);
  return new FetchError(/too big/i.test(error.description) ? 'too-large' : 'gone', reason);
}
