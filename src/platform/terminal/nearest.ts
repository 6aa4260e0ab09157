/** Finds the word that was probably meant: a slip of the finger costs 1, so does exchanging two neighbouring letters. */
export function nearest(typed: string, words: readonly string[]): string {
  const distances = words.map((word) => distance(typed.toLowerCase(), word.toLowerCase()));
  return words[distances.indexOf(Math.min(...distances))]!;
}

/** Optimal string alignment distance (Levenshtein with exchanges of neighbours). */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(previous[column]! + 1, current[column - 1]! + 1, previous[column - 1]! + (same ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, before[column - 2]! + 1);
      }
      current.push(cost);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length]!;
}
