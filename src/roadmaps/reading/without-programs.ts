/** For the tests: a machine that has neither LibreOffice nor Tesseract, whatever this one has. */
export async function withoutPrograms<T>(work: () => Promise<T>): Promise<T> {
  const { PATH } = process.env;
  process.env.PATH = '';
  try {
    return await work();
  } finally {
    process.env.PATH = PATH;
  }
}
