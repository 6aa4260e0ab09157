import { Link } from '@tanstack/react-router';
import { useSession } from '#src/access/web/session.tsx';
import { address, type Output } from '#src/platform/ui/api.ts';
import { date } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { text as kit } from '#src/platform/ui/text.ts';
import { NoFindings } from './NoFindings.tsx';
import { FindingFilterLine } from './FindingFilterLine.tsx';
import { FindingsTable } from './FindingsTable.tsx';
import { findingQuery, isNarrowed, useFindingFilters, type FindingFilters } from './filters.ts';
import { countUnits } from './grouping.ts';
import styles from './FindingsPage.module.css';
import { text } from './text.ts';
import { YieldLines } from './YieldLines.tsx';

type List = Output<'GET /api/findings'>;

/** Units with signs by municipality, school and class: an order of names, never a ranking. */
export default function FindingsPage() {
  const t = useText(text);
  const { organization } = useSession();
  const [filters, change] = useFindingFilters();
  const query = findingQuery(filters);
  const list = useContractQuery('GET /api/findings', { query }, { keepPrevious: true });
  const title = useTitle(filters, list.data);
  if (list.error) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data || title === null) return <Skeleton />;
  const { findings, total, levels, analysedAt } = list.data;
  if (analysedAt === null)
    return (
      <>
        <PageHeading title={t.notAnalysedTitle} />
        <NoFindings filters={filters} analysed={false} onChange={change} />
      </>
    );
  return (
    <>
      <PageHeading title={title} lead={filters.show === 'insufficient' ? t.leadInsufficient : t.lead} />
      <div className={styles.filters}>
        <FindingFilterLine filters={filters} onChange={change} levels={levels} />
      </div>
      {findings.length === 0 ? (
        <NoFindings filters={filters} analysed onChange={change} />
      ) : (
        <div className={styles.rows} aria-busy={list.isPlaceholderData}>
          <FindingsTable
            findings={findings}
            level={filters.level}
            sampleOnly={filters.show === 'insufficient'}
            oneSchool={organization.kind === 'school'}
            oneMunicipality={organization.kind !== 'region' || filters.municipalityId !== undefined}
          />
          {filters.show === 'insufficient' ? null : <YieldLines yields={list.data.yields} />}
          <Below
            shown={findings.length}
            total={total}
            analysedAt={analysedAt}
            download={address('GET /api/findings.xlsx', { query })}
          />
        </div>
      )}
    </>
  );
}

/** The count, the download and where the rows come from. */
function Below({
  shown,
  total,
  analysedAt,
  download,
}: {
  readonly shown: number;
  readonly total: number;
  readonly analysedAt: string;
  readonly download: string;
}) {
  const t = useText(text);
  const k = useText(kit);
  const { language } = useLanguage();
  return (
    <p className={styles.below}>
      <output>{k.rows(total)}</output>
      <a href={download} download className="no-print">
        {k.download}
      </a>
      <span>{t.analysedAt(date(analysedAt, language))}</span>
      <Link to="/methods" className="no-print">
        {t.methods}
      </Link>
      {shown < total ? <span>{t.firstShown(shown)}</span> : null}
    </p>
  );
}

/** One sentence of fact about what is listed; null while a figure of it is still on its way. */
function useTitle(filters: FindingFilters, list: List | undefined): string | null {
  const t = useText(text);
  const { organization, role } = useSession();
  const all = filters.show === 'all';
  const signalled = useContractQuery(
    'GET /api/findings',
    { query: findingQuery({ ...filters, show: 'signalled' }) },
    { enabled: all, keepPrevious: true },
  );
  if (!list) return null;
  const { level } = filters;
  const { findings, total } = list;
  if (total === 0 && isNarrowed(filters)) return t.noMatchTitle;
  if (filters.show === 'insufficient') return total ? t.insufficient(total, level) : t.nothingSmallTitle;
  const own = role === 'teacher';
  if (all) {
    if (!signalled.data) return null;
    return own ? t.ownAmongAll(signalled.data.total, total) : t.amongAll(signalled.data.total, total, level);
  }
  if (total === 0) return own ? t.ownNothing : t.nothingTitle;
  if (total > findings.length) return t.many(total);
  const units = countUnits(findings);
  if (level === 'municipality') return t.inMunicipalities(units.municipalities);
  if (level === 'school')
    return organization.kind === 'school' ? t.inOwnSchool(total) : t.inSchools(units.schools, units.municipalities);
  if (own) return t.inOwnClasses(units.classes);
  if (organization.kind === 'school') return t.inClassesOfSchool(units.classes);
  return t.inClasses(units.classes, units.schools);
}
