/**
 * Writes the input files of the readers' tests: `node src/results/readers/write-fixtures.ts`. The shapes are those of the
 * official forms; schools, districts, codes and people are invented. What each file must read as stands beside it in
 * expected.json, written by a run with WRITE_EXPECTED=yes and checked by hand.
 */
import { egeFixtures } from './ege/write-fixtures.ts';
import { exchangeFixtures } from './exchange/write-fixtures.ts';
import { fisokoF1Fixtures } from './fisoko-f1/write-fixtures.ts';
import { fisokoF3Fixtures } from './fisoko-f3/write-fixtures.ts';
import { form2021Fixtures } from './form-2021/write-fixtures.ts';
import { form2022Fixtures } from './form-2022/write-fixtures.ts';
import { form2026Fixtures } from './form-2026/write-fixtures.ts';
import { journalHtmlFixtures } from './journal-html/write-fixtures.ts';
import { unknownTablesFixtures } from './mapper/write-fixtures.ts';
import { marksTableFixtures } from './marks-table/write-fixtures.ts';
import { ogeFixtures } from './oge/write-fixtures.ts';
import { othersFixtures } from './other-fixtures.ts';
import { roleTablesFixtures } from './tables/write-fixtures.ts';

await form2026Fixtures();
await form2022Fixtures();
await form2021Fixtures();
await fisokoF1Fixtures();
await fisokoF3Fixtures();
await exchangeFixtures();
await ogeFixtures();
await egeFixtures();
await journalHtmlFixtures();
await marksTableFixtures();
await roleTablesFixtures();
await unknownTablesFixtures();
await othersFixtures();
