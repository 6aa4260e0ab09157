/** Stores the published lists of the demo region and the summaries of marks of its classes. */
import { ensureClasses } from '#src/organizations/store.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { ensureList, type StoredRow, storeRows } from '#src/results/imports/tables/stored.ts';
import { newImport, silent } from './committed.ts';
import { demoRegion } from './region.ts';
import { demoSummaries } from './summaries.ts';

/** Lists as a region would publish them; the schools are those of the plan whose results are lifted or helped throughout. */
const LISTS = [
  {
    year: 2025,
    name: 'Перечень школ с признаками необъективных результатов ВПР (вымышленный)',
    source: 'Заозёрский край (вымышленный), письмо без номера, 2025 год',
    entries: [
      ['edu990114', 'Русский язык', 4],
      ['edu990114', 'Математика', 4],
      ['edu990402', 'Математика', 4],
      ['edu990209', 'Русский язык', 5],
    ],
  },
  {
    year: 2026,
    name: 'Перечень школ с признаками необъективных результатов ВПР (вымышленный)',
    source: 'Заозёрский край (вымышленный), письмо без номера, 2026 год',
    entries: [
      ['edu990114', 'Математика', 4],
      ['edu990103', 'Математика', 6],
      ['edu990402', 'Математика', 4],
      ['edu990402', 'Русский язык', 4],
      ['edu990406', 'Математика', 6],
      ['edu990505', 'Математика', 8],
    ],
  },
  {
    year: 2026,
    name: 'Школы, чьи отметки за год выше результатов ОГЭ (вымышленный перечень)',
    source: 'Заозёрский край (вымышленный), справка без номера',
    entries: [
      ['edu990117', 'Русский язык', 9],
      ['edu990117', 'Математика', 9],
      ['edu990405', 'Математика', 9],
    ],
  },
] as const;

export async function loadLists(tx: Tx, region: number, schools: ReadonlyMap<string, number>): Promise<void> {
  for (const { year, name, source, entries } of LISTS) {
    const lines = ['school,subject,grade', ...entries.map((row) => row.join(','))];
    const importId = await newImport(tx, region, `${name.replace(/ \(.*/u, '')}, ${year}.csv`, 'mapper', lines, {
      rows: entries.length,
    });
    const listId = await ensureList(tx, { organizationId: region, importId, year, name, source });
    const rows = entries.map(([school, subject, grade]): StoredRow => {
      return { organization_id: schools.get(school)!, list_id: listId, year, name, subject, grade, note: '' };
    });
    await storeRows(tx, importId, 'officialList', rows, silent);
  }
}

/** One file for each municipality, as its office would send it. */
export async function loadSummaries(tx: Tx, region: number, schools: ReadonlyMap<string, number>): Promise<void> {
  for (const [code, summaries] of Map.groupBy(demoSummaries(), ({ municipality }) => municipality)) {
    const groups = await ensureClasses(
      tx,
      summaries.map(({ school, schoolYear, grade, letter }) => ({
        organizationId: schools.get(school)!,
        schoolYear,
        grade,
        letter,
      })),
      { create: true },
    );
    const rows = summaries.map(({ school, grade, letter, subject, schoolYear, term, pupils, counts }): StoredRow => {
      const organization = schools.get(school)!;
      return {
        organization_id: organization,
        class_group_id: groups.get(`${organization} ${grade} ${letter}`)!,
        subject,
        school_year: schoolYear,
        term,
        pupils,
        count2: counts[2],
        count3: counts[3],
        count4: counts[4],
        count5: counts[5],
      };
    });
    const lines = [
      'school,class,subject,school_year,term,pupils,5,4,3,2',
      ...summaries.map((row) =>
        [row.school, `${row.grade}${row.letter}`, row.subject, row.schoolYear, row.term, row.pupils]
          .concat([5, 4, 3, 2].map((mark) => row.counts[mark as 5]))
          .join(','),
      ),
    ];
    const { shortName } = demoRegion.municipalities.find((municipality) => municipality.code === code)!;
    const importId = await newImport(tx, region, `Сводка отметок по классам, ${shortName}.csv`, 'mapper', lines, {
      rows: rows.length,
    });
    await storeRows(tx, importId, 'termSummaries', rows, silent);
  }
}
