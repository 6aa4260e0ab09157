/** One line on the terminal that says what is being done; nothing at all where the messages go to a file or a program. */
export function showProgress(stage: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${stage}`);
}

/** Clears the line. */
export function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K');
}
