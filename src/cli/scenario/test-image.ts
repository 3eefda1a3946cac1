import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

const widthPx = 60;
const heightPx = 80;

/** A small PNG of one colour, which depends on the name: what a scenario's people send. */
export function testImage(name: string): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  // Eight bits a colour, three colours a point.
  header.set([8, 2, 0, 0, 0], 8);
  const colour = createHash('sha256').update(name).digest().subarray(0, 3);
  const row = Buffer.concat([Buffer.from([0]), ...Array.from({ length: widthPx }, () => colour)]);
  const points = deflateSync(Buffer.concat(Array.from({ length: heightPx }, () => row)));
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', points), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
