import { Link } from '@tanstack/react-router';
import { address } from '#src/platform/ui/api.ts';
import { DataTable, type Column } from '#src/platform/ui/DataTable.tsx';
import { FilterLine, FilterWord } from '#src/platform/ui/FilterWord.tsx';
import { DASH, percent } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import type { Filters } from '#src/platform/ui/routing.ts';
import { EmptyState } from '#src/platform/ui/states.tsx';
import { CONCLUSION_FROM, SHOWN_FROM } from '../../lists/rules.ts';
import { TERM } from '../../text.ts';
import works from '../works/works.module.css';
import type { SummariesAnswer } from './ListsPage.tsx';
import { text } from './text.ts';

type Summary = SummariesAnswer['summaries'][number];
type Filter = Filters<'schoolYear' | 'term' | 'marksSubject' | 'marksMunicipality' | 'school'>;

const NO_FILTER: Filter = {
  schoolYear: undefined,
  term: undefined,
  marksSubject: undefined,
  marksMunicipality: undefined,
  school: undefined,
};

const schoolYearName = (year: number): string => `${year}/${String(year + 1).slice(2)}`;

interface MarkSummariesProps {
  readonly answer: SummariesAnswer;
  readonly query: Readonly<Record<string, string | number | undefined>>;
  readonly filters: Filter;
  readonly onFilter: (change: Filter) => void;
}

/** Counts of marks by class, subject and term with two shares and what they are shares of; figures offer no sorting. */
export function MarkSummaries({ answer, query, filters, onFilter }: MarkSummariesProps) {
  const t = useText(text);
  const { language } = useLanguage();
  const { summaries, schoolYear, years, terms, subjects, schools, total, all } = answer;
  if (schoolYear === null) {
    return (
      <section className={works.section} aria-labelledby="mark-summaries">
        <h2 id="mark-summaries">{t.summaries}</h2>
        <EmptyState title={t.summariesEmpty}>
          <p>{t.summariesEmptyHow}</p>
        </EmptyState>
      </section>
    );
  }
  const places = [...new Map(schools.map(({ municipalityId, municipality }) => [municipalityId, municipality]))];
  const shownSchools = schools.filter(
    ({ municipalityId }) => !filters.marksMunicipality || String(municipalityId) === filters.marksMunicipality,
  );
  const figure = (key: string, header: string, value: (row: Summary) => number | null): Column<Summary> => {
    return { key, header, value, figures: true, sortable: false };
  };
  const share = (key: 'quality' | 'progress'): Column<Summary> => ({
    key,
    header: t[key],
    value: () => null,
    cell: (row) => {
      const of = row[key];
      if (of === null) return DASH;
      return t.share(percent(of.numerator / of.denominator, language, 1), of.numerator, of.denominator);
    },
    figures: true,
    sortable: false,
  });
  const columns: Column<Summary>[] = [
    ...(schools.length > 1
      ? [
          {
            key: 'school',
            header: t.school,
            value: (row: Summary) => row.school,
            naming: true,
            cell: (row: Summary) => (
              <Link to="/schools/$id" params={{ id: String(row.schoolId) }}>
                {row.school}
              </Link>
            ),
          },
        ]
      : []),
    { key: 'className', header: t.className, value: (row) => row.className, short: true, naming: schools.length <= 1 },
    { key: 'subject', header: t.subject, value: (row) => row.subject },
    { key: 'term', header: t.term, value: (row) => TERM[row.term][language], sortable: false },
    figure('pupils', t.pupils, (row) => row.pupils),
    ...([5, 4, 3, 2] as const).map((mark) => figure(`count${mark}`, `«${mark}»`, (row) => row.counts?.[mark] ?? null)),
    figure('unmarked', t.unmarked, (row) => row.unmarked),
    share('quality'),
    share('progress'),
    ...(summaries.some(({ data }) => data !== 'enough')
      ? [
          {
            key: 'data',
            header: t.data,
            value: (row: Summary) =>
              row.data === 'suppressed' ? t.suppressed(SHOWN_FROM) : row.data === 'little' ? t.little : null,
            sortable: false,
          },
        ]
      : []),
  ];
  const filtered = Object.values(filters).some(Boolean);
  return (
    <section className={works.section} aria-labelledby="mark-summaries">
      <h2 id="mark-summaries">{t.summaries}</h2>
      <p className={works.narrow}>{t.summariesNote(SHOWN_FROM, CONCLUSION_FROM)}</p>
      <DataTable
        caption={t.summaryCaption(schoolYearName(schoolYear))}
        columns={columns}
        rows={summaries}
        rowKey={(row) => row.id}
        total={all.rows}
        download={address('GET /api/mark-summaries.xlsx', { query: { ...query, schoolYear } })}
        note={total.rows > summaries.length ? t.cut(summaries.length) : undefined}
        filters={
          <FilterLine onClear={filtered ? () => onFilter(NO_FILTER) : undefined}>
            <FilterWord
              label={t.schoolYearFilter}
              all={t.any}
              required
              value={String(schoolYear)}
              options={years.map((value) => ({ value: String(value), label: schoolYearName(value) }))}
              onChange={(value) => onFilter({ ...NO_FILTER, schoolYear: value })}
            />
            <FilterWord
              label={t.termFilter}
              all={t.any}
              value={filters.term}
              options={terms.map((value) => ({ value, label: TERM[value][language] }))}
              onChange={(term) => onFilter({ term })}
            />
            <FilterWord
              label={t.subjectFilter}
              all={t.any}
              value={filters.marksSubject}
              options={subjects.map((value) => ({ value, label: value }))}
              onChange={(marksSubject) => onFilter({ marksSubject })}
            />
            {places.length > 1 ? (
              <FilterWord
                label={t.municipalityFilter}
                all={t.any}
                value={filters.marksMunicipality}
                options={places.map(([id, name]) => ({ value: String(id), label: name }))}
                onChange={(marksMunicipality) => onFilter({ marksMunicipality, school: undefined })}
              />
            ) : null}
            {schools.length > 1 ? (
              <FilterWord
                label={t.schoolFilter}
                all={t.anySchool}
                value={filters.school}
                options={shownSchools.map(({ id, name }) => ({ value: String(id), label: name }))}
                onChange={(school) => onFilter({ school })}
              />
            ) : null}
          </FilterLine>
        }
      />
    </section>
  );
}
