/** Russian quotation marks: «outer», and „inner“ within them. Pure. */

/** A name put into quotation marks: «МБОУ „Школа № 2“». */
export function quoted(name: string): string {
  return `«${name.replaceAll('«', '„').replaceAll('»', '“')}»`;
}

/** A sentence into which names have been put: quotation marks within quotation marks become inner ones. */
export function nested(sentence: string): string {
  let depth = 0;
  return sentence.replace(/[«»]/g, (mark) => {
    if (mark === '«') return ++depth > 1 ? '„' : mark;
    return depth-- > 1 ? '“' : mark;
  });
}
