import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useCan } from '#src/access/web/session.tsx';
import { address, type Output } from '#src/platform/ui/api.ts';
import { Button, ButtonLink } from '#src/platform/ui/Button.tsx';
import { DASH, date } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { ScrollBox } from '#src/platform/ui/ScrollBox.tsx';
import { dayOf } from '#src/platform/clock.ts';
import { daysBetween, WEEK_GROUPS, type WeekGroup } from '../../carrying/rules.ts';
import { carryingText, partyInWords, shortName } from '../../carrying/text.ts';
import { weekText } from './week-text.ts';
import styles from './week.module.css';

type Week = Output<'GET /api/week'>;
export type WeekRow = Week['rows'][number];

/** Groups that ask for something this week; the others can wait and are folded when there is much else. */
const PRESSING: ReadonlySet<WeekGroup> = new Set(['overdue', 'today', 'returned', 'review', 'thisWeek']);

export function isPressing({ group }: Pick<WeekRow, 'group'>): boolean {
  return PRESSING.has(group);
}

/** So many rows fit without folding what can wait. */
const UNFOLDED = 8;

/** One table, a body for each group, so that it prints as a list and reads out group by group. */
export function WeekTable({ week }: { readonly week: Week }) {
  const t = useText(weekText);
  const groups = WEEK_GROUPS.map((group) => ({ group, rows: week.rows.filter((row) => row.group === group) })).filter(
    ({ rows }) => rows.length > 0,
  );
  if (groups.length === 0) return null;
  const folds = week.rows.length > UNFOLDED;
  const query = { organization: week.organization.id, whose: week.whose };
  return (
    <>
      <ScrollBox label={t.caption} className={styles.scroll}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.due}</th>
              <th scope="col">{t.measure}</th>
              <th scope="col">{t.who}</th>
              <th scope="col" className={styles.action}>
                <span className="visually-hidden">{t.action}</span>
              </th>
            </tr>
          </thead>
          {groups.map(({ group, rows }) => (
            <Group key={group} group={group} rows={rows} week={week} folded={folds && !PRESSING.has(group)} />
          ))}
        </table>
      </ScrollBox>
      <p className={styles.below}>
        <output>{t.rows(week.rows.length)}</output>
        <a href={address('GET /api/week.xlsx', { query })} download className="no-print">
          {t.download}
        </a>
      </p>
    </>
  );
}

interface GroupProps {
  readonly group: WeekGroup;
  readonly rows: readonly WeekRow[];
  readonly week: Week;
  readonly folded: boolean;
}

function Group({ group, rows, week, folded }: GroupProps) {
  const t = useText(weekText);
  const names = useText(carryingText).group;
  const [open, setOpen] = useState(!folded);
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={4} className={styles.group}>
          <span className={styles.groupLine}>
            <span className={styles.groupName}>{names[group]}</span>
            <span className={`${styles.groupCount} figures`}>{rows.length}</span>
            {folded ? (
              <Button kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
                {open ? t.hide : t.show}
              </Button>
            ) : null}
          </span>
        </th>
      </tr>
      {rows.map((row) => (
        <Row key={`${row.group} ${row.occurrenceId}`} row={row} week={week} folded={!open} />
      ))}
    </tbody>
  );
}

interface RowProps {
  readonly row: WeekRow;
  readonly week: Week;
  /** Not on the screen now; the printed list holds it all the same. */
  readonly folded: boolean;
}

function Row({ row, week, folded }: RowProps) {
  const t = useText(weekText);
  const { language } = useLanguage();
  const params = { id: String(row.planId), measureId: String(row.measureId) };
  const handed =
    row.group === 'review' && row.submittedAt
      ? t.handed(row.submittedBy ? shortName(row.submittedBy) : DASH, date(row.submittedAt, language))
      : null;
  return (
    <tr className={folded ? styles.folded : undefined}>
      <td className={styles.day}>
        <span className="figures">{row.dueOn === null ? DASH : date(row.dueOn, language)}</span>
        <When row={row} today={week.today} />
      </td>
      <td>
        <Link to="/plans/$id/measures/$measureId" params={params} className={styles.words}>
          {row.number === null ? row.text : `${row.number}. ${row.text}`}
        </Link>
        {row.result ? <span className={styles.extra}>{t.result(row.result)}</span> : null}
        {handed === null ? null : <span className={styles.extra}>{handed}</span>}
        {row.remark && row.group === 'returned' ? (
          <span className={styles.remark}>
            {t.remark}: {row.remark}
          </span>
        ) : null}
      </td>
      <td className={styles.who}>
        <Who row={row} />
      </td>
      <td className={styles.action}>
        <Action row={row} own={week.organization.own} />
      </td>
    </tr>
  );
}

/** How late or how soon, in words. */
function When({ row, today }: { readonly row: WeekRow; readonly today: string }) {
  const t = useText(weekText);
  const { language } = useLanguage();
  if (row.group === 'review' && row.submittedAt !== null) {
    const days = daysBetween(dayOf(new Date(row.submittedAt)), today);
    return <span className={styles.when}>{t.waits(Math.max(0, days))}</span>;
  }
  if (row.dueOn === null) {
    return (
      <span className={styles.when}>{row.opensOn === null ? t.unresolved : t.since(date(row.opensOn, language))}</span>
    );
  }
  const days = daysBetween(today, row.dueOn);
  if (days < 0) return <span className={`${styles.when} ${styles.late}`}>{t.late(-days)}</span>;
  return <span className={styles.when}>{days === 0 ? t.today : days === 1 ? t.tomorrow : t.inDays(days)}</span>;
}

/** So many are named; the rest stand on the measure's page. */
const NAMED = 2;

function Who({ row }: { readonly row: WeekRow }) {
  const t = useText(weekText);
  const responsible = row.parties.filter(({ part }) => part === 'responsible');
  const named = (responsible.length > 0 ? responsible : row.parties).slice(0, NAMED);
  if (named.length === 0) return <span className="soft">{t.nobody}</span>;
  return (
    <>
      {named.map((party) => {
        const words = partyInWords(party);
        return <span key={words}>{words}</span>;
      })}
      {row.mine === 'coExecutor' ? <span className={styles.mine}>{t.coExecutor}</span> : null}
      {row.insteadOf === null ? null : <span className={styles.mine}>{t.insteadOf(shortName(row.insteadOf))}</span>}
    </>
  );
}

function Action({ row, own }: { readonly row: WeekRow; readonly own: boolean }) {
  const t = useText(weekText);
  const maySubmit = useCan('submitEvidence');
  const params = { id: String(row.planId), measureId: String(row.measureId) };
  const name = row.text;
  if (row.group === 'review') {
    return (
      <ButtonLink
        to="/plans/$id/measures/$measureId"
        params={params}
        className={styles.go}
        aria-label={t.reviewFor(name)}
      >
        {t.review}
      </ButtonLink>
    );
  }
  if (!own || !maySubmit) return null;
  const mend = row.group === 'returned';
  return (
    <ButtonLink
      to="/plans/$id/measures/$measureId/submit"
      params={params}
      search={{ occurrence: row.occurrenceId } as never}
      className={styles.go}
      aria-label={mend ? t.mendFor(name) : t.submitFor(name)}
    >
      {mend ? t.mend : t.submit}
    </ButtonLink>
  );
}
