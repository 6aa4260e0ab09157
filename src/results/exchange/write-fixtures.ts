/**
 * Writes the input files of the tests of this folder: `node src/results/exchange/write-fixtures.ts`. Schools, districts,
 * codes and people are invented. What each case must read as stands beside it in expected.json, written by a run with
 * WRITE_EXPECTED=yes and checked by hand.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { windows1251 } from '../readers/fixture-writing.ts';

const SPEC = {
  procedure: 'ВПР 2026',
  works: [
    {
      subject: 'Математика',
      grade: 5,
      tasks: [
        { id: '1', max: 1, response: 'short' },
        { id: '2', max: 2, response: 'short' },
        { id: '3К1', max: 3, response: 'extended' },
      ],
      mark_thresholds: { 3: 2, 4: 4, 5: 6 },
    },
    {
      subject: 'Русский язык',
      grade: 5,
      tasks: [
        { id: '1', max: 2, response: 'short' },
        { id: '2', max: 2, response: 'extended' },
      ],
      mark_thresholds: null,
    },
  ],
};

const HEADER =
  'procedure,date,municipality,school,grade,class,subject,teacher,participant,variant,journal_mark,mark,total,t1,t2,t3';
const SOUND = [
  HEADER,
  'ВПР 2026,2026-04-21,Озёрный район,edu990101,5,5А,Математика,У-1,50001,1,4,5,6,1,2,3',
  'ВПР 2026,2026-04-21,Озёрный район,edu990101,5,5А,Математика,У-1,50002,2,3,3,2,0,X,2',
  'ВПР 2026,2026-04-21,Озёрный район,edu990101,5,5А,Математика,У-1,50003,,4,,,,,',
  'ВПР 2026,2026-04-23,Озёрный район,edu990101,5,5А,Русский язык,У-2,50001,1,5,,4,2,2,',
  'ВПР 2026,2026-04-23,Лесной район,edu990201,5,5-1,Русский язык,У-3,50001,1,нет отметки,,1,1,0,',
];

async function put(name: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  const folder = join(import.meta.dirname, 'fixtures', name);
  await mkdir(folder, { recursive: true });
  const spec = `${JSON.stringify(SPEC, null, 1)}\n`;
  for (const [file, content] of Object.entries({ 'spec.json': spec, ...files })) {
    await writeFile(join(folder, file), content);
  }
}

function lines(rows: readonly string[], end = '\n'): string {
  return rows.map((row) => `${row}${end}`).join('');
}

await put('sound-utf8', { 'papers.csv': lines(SOUND) });
await put('sound-utf8-mark-crlf', { 'papers.csv': `\uFEFF${lines(SOUND, '\r\n')}` });
await put('sound-1251-semicolon', { 'papers.csv': windows1251(lines(SOUND, '\r\n').replaceAll(',', ';')) });
await put('sound-tab-utf16', { 'papers.csv': Buffer.from(`\uFEFF${lines(SOUND).replaceAll(',', '\t')}`, 'utf16le') });

await put('header-in-any-case-and-order', {
  'papers.csv': lines([
    ' T1 ,t 2,T03,Total,MARK,Journal Mark,Variant,Participant,Teacher,Subject,Class,Grade,School,Municipality,Date,Procedure,note',
    '1,2,3,6,5,4,1,50001,У-1,Математика,5А,5,edu990101,Озёрный район,2026-04-21,ВПР 2026,любая',
  ]),
});

await put('only-required-columns', {
  'papers.csv': lines([
    'procedure,municipality,school,grade,class,subject,t1,t2,t3',
    'ВПР 2026,Озёрный район,edu990101,5,5А,Математика,1,2,3',
    'ВПР 2026,Озёрный район,edu990101,5,5А,Математика,1,2,3',
    'ВПР 2026,Озёрный район,edu990101,5,5А,Математика,,,',
  ]),
});

await put('quotes-and-empty-lines', {
  'papers.csv': lines([
    '',
    HEADER,
    'ВПР 2026,2026-04-21,Озёрный район,"МБОУ ""СОШ № 1, имени Примерова""",5,"5А",Математика,У-1,50001,"1",4,5,6,"1","2",3',
    '',
    ',,,,,,,,,,,,,,,',
    'ВПР 2026,2026-04-21,Озёрный район,"МБОУ ""СОШ № 1, имени Примерова""",5,5А,Математика,У-1,50002,1,4,5,6,1,2,?',
    'ВПР 2026,2026-04-21,Озёрный район,"МБОУ ""СОШ № 1, имени Примерова""",5,5А,Математика,У-1,50003,1,4,5,6,1,2',
    'ВПР 2026,2026-04-21,Озёрный район,"МБОУ',
    '""СОШ № 2""",5,5А,Математика,У-1,50004,1,4,5,6,1,2,3',
  ]),
});

const PLACE = 'ВПР 2026,2026-04-21,Озёрный район,edu990101,5,5А,Математика,У-1';
await put('dirty-values', {
  'papers.csv': lines([
    HEADER,
    `${PLACE},50001,1,4,,,x,Х,х`,
    `${PLACE},50002,1,4,,, X ,не приступал,N`,
    `${PLACE},50003,1,4,,,1,?,3`,
    `${PLACE},50004,1,4,,,1,3,3`,
    `${PLACE},50005,1,4,,,1,"1,5",3`,
    `${PLACE},50006,1,4,,,1,-1,3`,
    `${PLACE},50007,1,4,,,1,2.0,3`,
    `${PLACE},50008,1,4,,,1,,3`,
    `${PLACE},50009,1,6,,,1,2,3`,
    `${PLACE},50010,1,4,1,,1,2,3`,
    `${PLACE},50011,1,4,,шесть,1,2,3`,
    `${PLACE},50012,1,4,,7,1,2,3`,
    `${PLACE},50013,1,4,,5,1,2,3`,
    `${PLACE},50014,1,4,4,6,1,2,3`,
    `${PLACE},50015,отсутствовал,4,,,,,`,
    `${PLACE},50016,отсутствовал,4,,,1,2,3`,
    `${PLACE},50017,1,4,5,6,,,`,
    `${PLACE},50018,1,4,5,6,1,2,3,лишнее`,
    `${PLACE},Выдумкина Проба Примеровна,1,4,5,6,1,2,3`,
    `${PLACE},,1,4,5,6,1,2,3`,
    `${PLACE},50019,1,4,5,6,Н,2,3`,
    'ВПР 2026,2026-04-21,Озёрный район,edu990101,5,5А,Русский язык,У-2,50001,1,5,,4,2,2,1',
    'ВПР 2026,2026-04-21,Озёрный район,edu990101,12,5А,Математика,У-1,50020,1,4,5,6,1,2,3',
    'ВПР 2026,2026-04-21,Озёрный район,,5,5А,Математика,У-1,50021,1,4,5,6,1,2,3',
    'ВПР 2026,2026-04-21,Озёрный район,edu990101,5,5А,Труд,У-1,50022,1,4,5,6,1,2,3',
    'ВПР 2026,2026-04-21,Озёрный район,edu990101,5,5А,Труд,У-1,50023,1,4,5,6,1,2,3',
    'ВПР 2026,2026-04-21,Озёрный район,edu990101,5,,Математика,У-1,50024,1,4,5,6,1,2,3',
  ]),
});

await put('same-names-in-different-places', {
  'papers.csv': lines([
    'procedure,municipality,school,grade,class,subject,participant,t1,t2,t3',
    'ВПР 2026,Озёрный район,Школа № 1,5,А,МА,1,1,2,3',
    'ВПР 2026,Озёрный район,Школа № 1,5,5А,Математика,2,1,2,2',
    'ВПР 2026,Озёрный район,Школа № 1,5,5 "а",математике,3,1,2,1',
    'ВПР 2026,Озёрный район,Школа № 2,5,5А,Математика,1,1,2,0',
    'ВПР 2026,Лесной район,Школа № 1,5,5А,Математика,1,1,1,3',
    'ВПР 2026,Лесной район,Школа  № 1,5,5A,Математика,2,1,1,2',
    'впр  2026,Лесной район,Школа № 1,5,5Б,Математика,1,1,1,1',
  ]),
});

await put('two-files-with-repetitions', {
  'papers-1.csv': lines(SOUND),
  'papers-2.csv': lines([
    HEADER,
    'ВПР 2026,2026-04-21,Озёрный район,edu990101,5,5А,Математика,У-1,50001,1,4,5,6,1,2,3',
    'ВПР 2026,2026-04-21,Озёрный район,edu990101,5,5А,Математика,У-1,50002,2,3,4,4,0,1,3',
    'ВПР 2026,2026-04-21,Озёрный район,edu990101,5,5Б,Математика,У-1,50001,1,4,5,6,1,2,3',
  ]),
});

await put('another-procedure', {
  'papers.csv': lines([HEADER, `${SOUND[1]!.replace('ВПР 2026', 'ВПР 2025')}`, SOUND[1]!]),
});

await put('missing-columns', {
  'papers.csv': lines(['procedure,municipality,grade,class,participant,t1', 'ВПР 2026,Озёрный район,5,5А,1,1']),
});
await put('missing-task-column', {
  'papers.csv': lines([
    'procedure,municipality,school,grade,class,subject,participant,t1,t3',
    'ВПР 2026,Озёрный район,edu990101,5,5А,Математика,1,1,2',
    'ВПР 2026,Озёрный район,edu990101,5,5А,Математика,2,1,2',
  ]),
});
await put('repeated-column', { 'papers.csv': lines([`${HEADER},T1,School`, `${SOUND[1]!},1,edu990101`]) });
await put('empty-file', { 'papers.csv': '' });
await put('only-a-header', { 'papers.csv': lines([HEADER]) });
await put('no-table-at-all', { 'papers.csv': '%PDF-1.7 не таблица\n' });
await put('quote-never-closed', { 'papers.csv': lines([HEADER, SOUND[1]!, SOUND[2]!.replace('edu', '"edu')]) });

await put('description-is-no-json', {
  'papers.csv': lines(SOUND),
  'spec.json': '{\n "procedure": "ВПР 2026",\n "works": [}\n',
});
await put('description-with-defects', {
  'papers.csv': lines(SOUND),
  'spec.json': `${JSON.stringify({
    works: [
      { subject: '', grade: 12, tasks: [], mark_thresholds: { 3: 2, 4: 4 } },
      { subject: 'Математика', grade: 5, tasks: [{ id: '1', max: 0, response: 'длинный' }] },
    ],
  })}\n`,
});
await put('description-with-impossible-scale', {
  'papers.csv': lines(SOUND),
  'spec.json': `${JSON.stringify({
    ...SPEC,
    works: [
      { ...SPEC.works[0], mark_thresholds: { 3: 2, 4: 2, 5: 7 } },
      { ...SPEC.works[0], subject: 'МА', tasks: [...SPEC.works[0]!.tasks, { id: '3K1', max: 1, response: 'short' }] },
    ],
  })}\n`,
});
