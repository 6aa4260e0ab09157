/** Makes the bytes of a DOCX or XLSX depend on its content alone: fixed times in the container and in the properties. */
import { unzipSync, type Zippable, zipSync } from 'fflate';

/** ZIP knows local time without a zone; noon of 1 January 1980 is in its range everywhere. */
const FIXED_TIME = new Date(1980, 0, 1, 12);
const CORE = 'docProps/core.xml';

/** @param day ISO day for the properties «created» and «modified». */
export function settled(bytes: Uint8Array, day: string): Uint8Array {
  const parts = unzipSync(bytes);
  const sorted: Zippable = {};
  for (const name of Object.keys(parts).sort(byContentTypesFirst)) {
    if (name.endsWith('/')) continue;
    sorted[name] = [name === CORE ? dated(parts[name], day) : parts[name], { mtime: FIXED_TIME, os: 0 }];
  }
  return zipSync(sorted, { level: 6, mtime: FIXED_TIME });
}

function dated(core: Uint8Array, day: string): Uint8Array {
  const xml = new TextDecoder().decode(core);
  return new TextEncoder().encode(
    xml.replace(
      /(<dcterms:(?:created|modified)\b[^>]*>)[^<]*(<)/gu,
      (_, open: string, close: string) => `${open}${day}T00:00:00Z${close}`,
    ),
  );
}

/** Programs that look at the beginning of the container expect the list of its types there. */
function byContentTypesFirst(a: string, b: string): number {
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function rank(name: string): number {
  if (name === '[Content_Types].xml') return 0;
  return name.startsWith('_rels/') ? 1 : 2;
}
