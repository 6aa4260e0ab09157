/**
 * Compiles the sources *.as as one module: `node src/objectivity/kernel/compile.ts` writes module.ts anew. The compiled module is kept in the
 * repository, so that the program runs without a compiler; a test compiles the source again and compares the bytes.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { main as compile } from 'assemblyscript/asc';

const SOURCES = ['kernel.as', 'likeness.as', 'simulation.as', 'scatter.as'];

const OPTIONS = [
  '--optimizeLevel',
  '3',
  '--noAssert',
  '--runtime',
  'stub',
  '--enable',
  'simd',
  '--enable',
  'threads',
  '--importMemory',
  '--sharedMemory',
  '--initialMemory',
  '1',
  '--maximumMemory',
  '65536',
];

/** @throws Error with the compiler's words. */
export async function compileKernel(): Promise<Uint8Array> {
  const texts = await Promise.all(SOURCES.map((name) => readFile(new URL(name, import.meta.url), 'utf8')));
  const source = texts.join('\n');
  let module: Uint8Array | null = null;
  const { error, stderr } = await compile(['kernel.ts', '--outFile', 'kernel.wasm', ...OPTIONS], {
    readFile: (name) => (name === 'kernel.ts' ? source : null),
    writeFile: (name, contents) => {
      if (name === 'kernel.wasm' && typeof contents !== 'string') module = contents;
    },
    listFiles: () => [],
  });
  if (error !== null || module === null) throw new Error(`${error?.message ?? 'no module'}\n${stderr.toString()}`);
  return module;
}

/** The file that holds a compiled module. */
export function moduleText(module: Uint8Array): string {
  const lines =
    Buffer.from(module)
      .toString('base64')
      .match(/.{1,112}/gu) ?? [];
  return `/** The sources *.as, compiled by compile.ts. */\nexport const KERNEL_MODULE = [\n${lines
    .map((line) => `  '${line}',\n`)
    .join('')}].join('');\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(new URL('module.ts', import.meta.url), moduleText(await compileKernel()));
}
