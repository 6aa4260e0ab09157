import { Link } from '@tanstack/react-router';
import { Fragment, useMemo, type KeyboardEvent } from 'react';
import { DASH, formatNumber } from '#src/platform/ui/format.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { StrengthMark } from '#src/platform/ui/StrengthMark.tsx';
import type { UnitLevel } from '../model.ts';
import styles from './FindingsTable.module.css';
import { groupFindings, type Finding, type SchoolGroup } from './grouping.ts';
import { MechanismWords } from './MechanismWords.tsx';
import { text } from './text.ts';
import { tied } from './tied.ts';

export interface FindingsTableProps {
  readonly findings: readonly Finding[];
  readonly level: UnitLevel;
  /** Rows of too small samples have nothing but the sample to show. */
  readonly sampleOnly: boolean;
  /** One school's people need neither its name nor its municipality in every row. */
  readonly oneSchool: boolean;
  /** A municipality is named once above its rows, unless all rows are of one. */
  readonly oneMunicipality: boolean;
}

/**
 * Units by municipality, school and work. There is no sorting: an order by strength would be a ranking.
 * Names that repeat stand once and span their rows.
 */
export function FindingsTable({ findings, level, sampleOnly, oneSchool, oneMunicipality }: FindingsTableProps) {
  const t = useText(text);
  const { language } = useLanguage();
  const groups = useMemo(() => groupFindings(findings, language), [findings, language]);
  const withSchool = level !== 'municipality' && !oneSchool;
  const columns =
    (withSchool || level === 'municipality' ? 1 : 0) + (level === 'class' ? 2 : 1) + 2 + (sampleOnly ? 0 : 3);
  const withHeads = level !== 'municipality' && !oneSchool && !oneMunicipality;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t.caption[level]}</caption>
        <thead>
          <tr>
            {level === 'municipality' ? <th scope="col">{t.columns.municipality}</th> : null}
            {withSchool ? <th scope="col">{t.columns.school}</th> : null}
            <th scope="col">{t.columns.work}</th>
            {level === 'class' ? <th scope="col">{t.columns.class}</th> : null}
            {sampleOnly ? null : (
              <>
                <th scope="col" className={styles.sign}>
                  {t.columns.sign}
                </th>
                <th scope="col">{t.columns.strength}</th>
              </>
            )}
            <th scope="col" className={`${styles.figures} ${styles.narrow}`}>
              {t.columns.written}
            </th>
            <th scope="col" className={`${styles.figures} ${styles.narrow}`}>
              {t.columns.absent}
            </th>
            {sampleOnly ? null : (
              <th scope="col" className={`${styles.figures} ${styles.wide}`}>
                {t.columns.falseSignal}
              </th>
            )}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.municipality.id}>
            {withHeads ? (
              <tr className={styles.head}>
                <th scope="rowgroup" colSpan={columns}>
                  {tied(group.municipality.name)}
                </th>
              </tr>
            ) : null}
            {group.schools.map((school) => (
              <SchoolRows
                key={school.school?.id ?? 0}
                group={school}
                municipality={group.municipality.name}
                level={level}
                withSchool={withSchool}
                sampleOnly={sampleOnly}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface SchoolRowsProps {
  readonly group: SchoolGroup;
  readonly municipality: string;
  readonly level: UnitLevel;
  readonly withSchool: boolean;
  readonly sampleOnly: boolean;
}

function SchoolRows({ group, municipality, level, withSchool, sampleOnly }: SchoolRowsProps) {
  const t = useText(text);
  const { school, works } = group;
  return works.map((work, workIndex) => (
    <Fragment key={work.workId}>
      {work.findings.map((finding, index) => {
        const first = workIndex === 0 && index === 0;
        const name = t.work(work.subject, work.grade);
        return (
          <tr key={finding.id} className={first ? styles.first : undefined}>
            {first && level === 'municipality' ? (
              <th scope="rowgroup" rowSpan={group.rows}>
                {municipality}
              </th>
            ) : null}
            {first && withSchool && school ? (
              <th scope="rowgroup" rowSpan={group.rows}>
                <Link to="/schools/$id" params={{ id: String(school.id) }} className={styles.quiet}>
                  {tied(school.name)}
                </Link>
              </th>
            ) : null}
            {level === 'class' ? (
              <>
                {index === 0 ? (
                  <td rowSpan={work.findings.length} className={styles.work}>
                    {name}
                  </td>
                ) : null}
                <th scope="row">
                  <FindingLink finding={finding} shown={finding.className ?? DASH} said={name} />
                </th>
              </>
            ) : (
              <th scope="row">
                <FindingLink finding={finding} shown={name} said={school?.name ?? municipality} />
              </th>
            )}
            <Figures finding={finding} sampleOnly={sampleOnly} />
          </tr>
        );
      })}
    </Fragment>
  ));
}

/** The row's link: what is shown, and for those who hear links out of their table, what it belongs to. */
function FindingLink({
  finding,
  shown,
  said,
}: {
  readonly finding: Finding;
  readonly shown: string;
  readonly said: string;
}) {
  return (
    <Link
      to="/findings/$id"
      params={{ id: String(finding.id) }}
      className={styles.link}
      aria-label={`${shown}, ${said}`}
      data-row
      onKeyDown={moveBetweenRows}
    >
      {shown}
    </Link>
  );
}

/** Whole per cent, as the header says; below one per cent it says just that. */
function falsePercent(share: number | null, language: Language): string {
  if (share === null) return DASH;
  return share < 0.01 ? `<\u202f${formatNumber(1, language)}` : formatNumber(share * 100, language);
}

function Figures({ finding, sampleOnly }: { readonly finding: Finding; readonly sampleOnly: boolean }) {
  const t = useText(text);
  const { language } = useLanguage();
  const { signalled, localFdr, strength, mechanisms, participants, absent } = finding;
  return (
    <>
      {sampleOnly ? null : (
        <>
          <td>{signalled ? <MechanismWords finding={finding} /> : DASH}</td>
          <td>
            {localFdr === null ? (
              <span className="soft">{t.tooFew}</span>
            ) : (
              <StrengthMark strength={strength} mechanisms={mechanisms.length} />
            )}
          </td>
        </>
      )}
      <td className={styles.figures}>{formatNumber(participants, language)}</td>
      <td className={styles.figures}>{absent === 0 ? DASH : formatNumber(absent, language)}</td>
      {sampleOnly ? null : <td className={styles.figures}>{falsePercent(signalled ? localFdr : null, language)}</td>}
    </>
  );
}

/** Up and down arrows go to the link of the next row. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const table = event.currentTarget.closest('table');
  const links = [...(table?.querySelectorAll<HTMLElement>('a[data-row]') ?? [])];
  const next = links[links.indexOf(event.currentTarget) + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
