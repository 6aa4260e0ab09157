import { Link } from '@tanstack/react-router';
import { address } from '#src/platform/ui/api.ts';
import { DataTable, type Column } from '#src/platform/ui/DataTable.tsx';
import { FilterLine, FilterWord } from '#src/platform/ui/FilterWord.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import type { Filters } from '#src/platform/ui/routing.ts';
import { EmptyState } from '#src/platform/ui/states.tsx';
import { PROCEDURE_KIND } from '../../text.ts';
import works from '../works/works.module.css';
import type { ListsAnswer } from './ListsPage.tsx';
import { text } from './text.ts';

type List = ListsAnswer['lists'][number];
type Entry = ListsAnswer['entries'][number];
type Filter = Filters<'year' | 'list' | 'municipality' | 'subject'>;

const NO_FILTER: Filter = { year: undefined, list: undefined, municipality: undefined, subject: undefined };

const words = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

interface PublishedListsProps {
  readonly answer: ListsAnswer;
  readonly query: Readonly<Record<string, string | number | undefined>>;
  readonly filters: Filter;
  readonly onFilter: (change: Filter) => void;
}

/** The lists that were uploaded, and the reader's own schools in them, by name. */
export function PublishedLists({ answer, query, filters, onFilter }: PublishedListsProps) {
  const t = useText(text);
  const { language } = useLanguage();
  const { lists, entries, total, municipalities, subjects } = answer;
  const listColumns: Column<List>[] = [
    { key: 'name', header: t.list, value: (row) => row.name, naming: true },
    { key: 'year', header: t.year, value: (row) => String(row.year), short: true },
    {
      key: 'procedure',
      header: t.procedure,
      value: (row) => (row.procedure === null ? null : PROCEDURE_KIND[row.procedure][language]),
    },
    { key: 'source', header: t.source, value: (row) => row.source || null },
    { key: 'schools', header: t.ownSchools, value: (row) => row.schools, figures: true },
  ];
  const columns: Column<Entry>[] = [
    {
      key: 'school',
      header: t.school,
      value: (row) => row.school,
      naming: true,
      cell: (row) => (
        <Link to="/schools/$id" params={{ id: String(row.schoolId) }}>
          {row.school}
        </Link>
      ),
    },
    ...(municipalities.length > 1
      ? [{ key: 'municipality', header: t.municipality, value: (row: Entry) => row.municipality }]
      : []),
    { key: 'year', header: t.year, value: (row) => String(row.year), short: true },
    ...(lists.length > 1 ? [{ key: 'list', header: t.list, value: (row: Entry) => row.list }] : []),
    { key: 'subject', header: t.subject, value: (row) => row.subject ?? t.whole },
    { key: 'grade', header: t.grade, value: (row) => row.grade, figures: true },
    { key: 'note', header: t.note, value: (row) => row.note || null },
  ];
  const years = [...new Set(lists.map(({ year }) => String(year)))];
  const names = [...new Set(lists.map(({ name }) => name))];
  const filtered = Object.values(filters).some(Boolean);
  return (
    <section className={works.section} aria-labelledby="published-lists">
      <h2 id="published-lists">{t.lists}</h2>
      {lists.length === 0 ? (
        <EmptyState title={t.listsEmpty}>
          <p>{t.listsEmptyHow}</p>
        </EmptyState>
      ) : (
        <>
          <p className={works.narrow}>{t.listsNote}</p>
          <DataTable
            caption={t.listCaption}
            columns={listColumns}
            rows={lists}
            rowKey={(row) => `${row.year} ${row.name}`}
          />
          {total === 0 ? (
            <p className={works.narrow}>
              {t.noneInLists} {t.noneHint}
            </p>
          ) : (
            <DataTable
              caption={t.entryCaption}
              captionShown
              columns={columns}
              rows={entries}
              rowKey={(row) => row.id}
              total={total}
              download={address('GET /api/official-lists.xlsx', { query })}
              filters={
                <FilterLine onClear={filtered ? () => onFilter(NO_FILTER) : undefined}>
                  <FilterWord
                    label={t.yearFilter}
                    all={t.any}
                    value={filters.year}
                    options={words(years)}
                    onChange={(year) => onFilter({ year })}
                  />
                  {names.length > 1 ? (
                    <FilterWord
                      label={t.listFilter}
                      all={t.anyList}
                      value={filters.list}
                      options={words(names)}
                      onChange={(list) => onFilter({ list })}
                    />
                  ) : null}
                  {municipalities.length > 1 ? (
                    <FilterWord
                      label={t.municipalityFilter}
                      all={t.any}
                      value={filters.municipality}
                      options={municipalities.map(({ id, name }) => ({ value: String(id), label: name }))}
                      onChange={(municipality) => onFilter({ municipality })}
                    />
                  ) : null}
                  <FilterWord
                    label={t.subjectFilter}
                    all={t.any}
                    value={filters.subject}
                    options={words(subjects)}
                    onChange={(subject) => onFilter({ subject })}
                  />
                </FilterLine>
              }
            />
          )}
        </>
      )}
    </section>
  );
}
