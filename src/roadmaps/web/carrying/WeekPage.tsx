import { Link } from '@tanstack/react-router';
import { useCan } from '#src/access/web/session.tsx';
import type { Output } from '#src/platform/ui/api.ts';
import { ButtonLink } from '#src/platform/ui/Button.tsx';
import { FilterWord } from '#src/platform/ui/FilterWord.tsx';
import { date } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { useFilters } from '#src/platform/ui/routing.ts';
import { EmptyState, ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { weekdayOfDay } from '../../deadline/days.ts';
import { PlansSections } from '../PlanNav.tsx';
import './api.ts';
import { BelowTable } from './BelowTable.tsx';
import { weekdayNames } from './month.ts';
import { type WeekCounts, weekText } from './week-text.ts';
import styles from './week.module.css';
import { isPressing, type WeekRow, WeekTable } from './WeekTable.tsx';

type Week = Output<'GET /api/week'>;

function countsOf(rows: readonly WeekRow[]): WeekCounts {
  const mend = rows.filter(({ group }) => group === 'returned').length;
  const review = rows.filter(({ group }) => group === 'review').length;
  return { submit: rows.length - mend - review, mend, review };
}

/** The page that a deputy head opens in the morning: what asks for something now, the most pressing first. */
export default function WeekPage() {
  const [filters] = useFilters(['organization', 'whose']);
  const query = {
    ...(filters.organization === undefined ? {} : { organization: Number(filters.organization) }),
    ...(filters.whose === 'mine' || filters.whose === 'all' ? { whose: filters.whose as 'mine' | 'all' } : {}),
  };
  const week = useContractQuery('GET /api/week', { query }, { keepPrevious: true });
  if (!week.data && week.error) return <ErrorState error={week.error} onRetry={() => void week.refetch()} />;
  if (!week.data) return <Skeleton />;
  return <Loaded week={week.data} />;
}

function Loaded({ week }: { readonly week: Week }) {
  const t = useText(weekText);
  const { language } = useLanguage();
  const pressing = week.rows.filter(isPressing);
  const late = week.rows.filter(({ group }) => group === 'overdue').length;
  const { own, name } = week.organization;
  const none = week.plans === 0 && week.rows.length === 0;
  return (
    <>
      <PlansSections />
      <PageHeading
        above={own ? undefined : <Link to="/week">{t.back}</Link>}
        title={
          none
            ? t.noneYet(own ? null : name, week.below.length > 0)
            : own
              ? t.title(countsOf(pressing))
              : t.titleOf(name, pressing.length, late)
        }
        lead={t.lead(
          weekdayNames(language, 'long')[weekdayOfDay(week.today) - 1]!,
          date(week.today, language),
          date(week.weekEnds, language),
          late,
        )}
      />
      {none ? (
        week.below.length === 0 ? (
          <NoPlans />
        ) : null
      ) : (
        <>
          <Line week={week} />
          {own && !week.linked && week.whose === 'mine' ? <NotLinked /> : null}
          {pressing.length === 0 ? <p className="soft">{week.whose === 'mine' ? t.calmMine : t.calm}</p> : null}
          <WeekTable week={week} />
        </>
      )}
      {week.below.length > 0 ? <BelowTable rows={week.below} /> : null}
    </>
  );
}

function Line({ week }: { readonly week: Week }) {
  const t = useText(weekText);
  const [, setFilters] = useFilters(['organization', 'whose']);
  return (
    <div className={`${styles.line} no-print`}>
      {week.organization.own ? (
        <FilterWord
          label={t.whose}
          value={week.whose}
          required
          all={t.whoseAll}
          options={[
            { value: 'mine', label: t.whoseMine(week.mine) },
            { value: 'all', label: t.whoseAll },
          ]}
          onChange={(whose) => setFilters({ whose })}
        />
      ) : null}
      <span className={styles.aside}>
        <button type="button" className={styles.link} onClick={() => window.print()}>
          {t.print}
        </button>
      </span>
    </div>
  );
}

function NotLinked() {
  const t = useText(weekText);
  return (
    <Notice kind="attention">
      <p>
        {t.notLinked} <Link to="/plans/substitutions">{t.substitutions}</Link>
      </p>
    </Notice>
  );
}

function NoPlans() {
  const t = useText(weekText);
  const mayEdit = useCan('editPlans');
  return (
    <EmptyState
      title={t.emptyTitle}
      action={
        <ButtonLink to="/plans" kind={mayEdit ? 'main' : 'plain'}>
          {t.emptyAction}
        </ButtonLink>
      }
    >
      <p>{t.empty}</p>
    </EmptyState>
  );
}
