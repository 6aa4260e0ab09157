/** Fits words into the room that they have: bonds too long for it are loosened, and a word without end is broken. */
import { type Fonts, widthOf } from '../fonts.ts';
import { loosened } from '../room.ts';
import { boundTightly, ENDS_OF_LINES } from '../words.ts';

/** Letters between two places where a word without end may be broken. */
const PART = 8;
const ZERO_WIDTH_SPACE = '\u200b';

/** @param room points for one line, divided by the size of type. */
export function fitted(text: string, room: number, fonts: Pick<Fonts, 'advance'>): string {
  return loosened(boundTightly(text), room, fonts)
    .split(ENDS_OF_LINES)
    .map((word) => (widthOf(word, fonts) <= room ? word : breakable(word)))
    .join('');
}

function breakable(word: string): string {
  return word.replace(new RegExp(`.{${PART}}(?=.)`, 'gu'), `$&${ZERO_WIDTH_SPACE}`);
}
