/** Makes pages ready for the recogniser on a thread of its own: counting pixels takes a second a page. */
import { parentPort } from 'node:worker_threads';
import { type Sheet, sheetOf } from './sheet.ts';

export interface SheetRequest {
  readonly picture: Uint8Array;
  readonly turn: 0 | 1 | 2 | 3;
}

/** Null where the picture cannot be opened or is too large. */
export type SheetAnswer = Sheet | null;

/** An A3 page at 300 dots an inch has 17 million. */
const MOST_PIXELS = 40_000_000;

async function answer({ picture, turn }: SheetRequest): Promise<SheetAnswer> {
  // The library is large and few servers recognise pictures.
  const library = await import('@napi-rs/canvas');
  const image = await library.loadImage(picture).catch(() => null);
  if (image === null || image.width * image.height > MOST_PIXELS || image.width * image.height === 0) return null;
  return sheetOf(library, image, turn);
}

parentPort!.on('message', (request: SheetRequest) => {
  void answer(request).then(
    (made) => parentPort!.postMessage(made, []),
    () => parentPort!.postMessage(null, []),
  );
});
