/** Requisites of approval, top right: УТВЕРЖДАЮ with post, place of the signature, name and order; the mark of an annex. */
import type { CornerLine } from '#src/documents/model.ts';
import type { PrintedApproval } from './model.ts';
import { printed } from './text.ts';
import { dayInPrint, initialsFirst } from './words.ts';

/** Points between the post and the line for the signature. */
export const SIGNATURE_ROOM = 12;

/** What is not known is left blank to be written by hand. */
export function approvalLines({ post, person, order, date }: PrintedApproval): readonly CornerLine[] {
  const signed = person === null ? printed.signaturePlace : `${printed.signaturePlace} ${initialsFirst(person)}`;
  return [
    { words: printed.approve },
    ...(post === null ? [] : [{ words: post }]),
    { words: signed, above: SIGNATURE_ROOM },
    { words: orderLine(order, date), above: 3 },
  ];
}

function orderLine(order: string | null, date: string | null): string {
  if (order === null && date !== null) return printed.approvedOn(dayInPrint(date));
  // With its day the number comes last, as the standard has it; a blank day is easier to fill at the end of the line.
  if (order !== null && date === null) return printed.approvedByNumber(order, printed.blankDay);
  return printed.approvedByOrder(date === null ? printed.blankDay : dayInPrint(date), order ?? printed.blankNumber);
}

export function annexLines(order: string | null, date: string | null): readonly CornerLine[] {
  return [
    { words: printed.annexTo },
    {
      words: printed.orderOf(date === null ? printed.blankDay : dayInPrint(date), order ?? printed.blankNumber),
    },
  ];
}
