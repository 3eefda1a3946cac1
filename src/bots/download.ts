import { maxFileBytes } from '../domain/media/picture.ts';
import { FetchError } from './adapter.ts';

/**
 * Loads a file from an address that the caller has checked: redirections are not followed, so it leads nowhere else.
 * Throws FetchError, whose words never hold the address.
 */
export async function download(url: URL, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(url, { redirect: 'error', signal }).catch((error: unknown) => {
    throw new FetchError('unknown', error instanceof Error ? error.name : typeof error);
  });
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    const isGone = [400, 403, 404, 410].includes(response.status);
    throw new FetchError(isGone ? 'gone' : 'unknown', `answered ${response.status}`);
  }
  return readAll(response.body);
}

/** What a header says of the length is not believed. */
async function readAll(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > maxFileBytes) throw new FetchError('too-large', `more than ${maxFileBytes} bytes`);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof FetchError) throw error;
    throw new FetchError('unknown', error instanceof Error ? error.name : typeof error);
  }
  return Buffer.concat(chunks, size);
}
