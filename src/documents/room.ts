/** Words in the room that they have: what was kept together and is too long for a line is let go. */
import { type Fonts, widthOf } from './fonts.ts';
import { unbound } from './words.ts';

/** @param text with its bonds. @param room points for one line, divided by the size of type. */
export function loosened(text: string, room: number, fonts: Pick<Fonts, 'advance'>): string {
  return text
    .split(/( +)/u)
    .map((token) => (widthOf(token, fonts) <= room ? token : unbound(token)))
    .join('');
}
