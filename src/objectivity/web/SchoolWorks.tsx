import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { Picture } from '#src/platform/ui/charts/Picture.tsx';
import { screenPalette } from '#src/platform/ui/charts/palette.ts';
import { DASH } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { StrengthMark } from '#src/platform/ui/StrengthMark.tsx';
import type { Finding } from './grouping.ts';
import { drawMeanStrip } from './mean-strip.ts';
import styles from './SchoolWorks.module.css';
import type { SchoolDetail } from './SchoolPage.tsx';
import { schoolText } from './school-text.ts';
import { text } from './text.ts';

type Work = SchoolDetail['works'][number];

/** The school's works one under another on one scale: mean beside the region, participation, signs. */
export function SchoolWorks({ works }: { readonly works: readonly Work[] }) {
  const t = useText(schoolText);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t.worksCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.work}</th>
            <th scope="col" className={styles.strip}>
              {t.mean}
              <span className={styles.key}>{t.meanKey}</span>
            </th>
            <th scope="col" className={styles.figures}>
              {t.took}
            </th>
            <th scope="col">{t.wholeSchool}</th>
            <th scope="col" className={styles.of}>
              {t.classes}
            </th>
          </tr>
        </thead>
        <tbody>
          {works.map((work) => (
            <WorkRow key={work.workId} work={work} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function WorkRow({ work }: { readonly work: Work }) {
  const s = useText(schoolText);
  const t = useText(text);
  const { language } = useLanguage();
  const all = work.participants + work.absent;
  return (
    <tr>
      <th scope="row">
        {t.work(work.subject, work.grade)}
        <span className={styles.note}>{work.procedure}</span>
      </th>
      <td className={styles.mean}>
        {work.meanPercent === null ? (
          DASH
        ) : (
          <>
            <span className="visually-hidden">{s.meanSaid(work.meanPercent, work.regionMeanPercent)}</span>
            <Picture node={drawMeanStrip(work.meanPercent, work.regionMeanPercent, screenPalette, language)} />
          </>
        )}
      </td>
      <td className={styles.figures}>
        {s.tookOf(work.participants, all)}
        {work.absent > 0 ? <span className={styles.note}>{s.absent(work.absent, work.absent / all)}</span> : null}
      </td>
      <td>{work.school ? <Sign finding={work.school} name={s.wholeSchool} /> : s.notAnalysed}</td>
      <td>
        <Classes findings={work.classes} />
      </td>
    </tr>
  );
}

/** Strength and kinds of one unit's sign; the words lead to it. */
function Sign({ finding, name }: { readonly finding: Finding; readonly name: string }) {
  const t = useText(text);
  return (
    <Link to="/findings/$id" params={{ id: String(finding.id) }} className={styles.sign}>
      <span className="visually-hidden">
        {name}, {t.work(finding.subject, finding.grade)}:{' '}
      </span>
      {finding.signalled ? (
        <StrengthMark strength={finding.strength} mechanisms={finding.mechanisms.length} />
      ) : finding.localFdr === null ? (
        t.tooFew
      ) : (
        t.noSign
      )}
    </Link>
  );
}

/** Classes with signs one a line; the others together, because there is nothing to tell apart. */
function Classes({ findings }: { readonly findings: readonly Finding[] }) {
  const s = useText(schoolText);
  const signalled = findings.filter((finding) => finding.signalled);
  const tooFew = findings.filter((finding) => finding.localFdr === null);
  const others = findings.filter((finding) => !finding.signalled && finding.localFdr !== null);
  return (
    <ul className={styles.classes}>
      {signalled.map((finding) => (
        <li key={finding.id} className={styles.signalled}>
          <Link to="/findings/$id" params={{ id: String(finding.id) }}>
            {finding.className}
          </Link>
          <StrengthMark strength={finding.strength} mechanisms={finding.mechanisms.length} />
        </li>
      ))}
      {others.length ? <Together findings={others} said={s.noSignIn} /> : null}
      {tooFew.length ? <Together findings={tooFew} said={s.tooFewIn} /> : null}
    </ul>
  );
}

function Together({
  findings,
  said,
}: {
  readonly findings: readonly Finding[];
  readonly said: (classes: string) => string;
}) {
  const [before, after] = said('\n').split('\n');
  return (
    <li className="soft">
      {before}
      {findings.map((finding, index) => (
        <Fragment key={finding.id}>
          {index ? ', ' : null}
          <Link to="/findings/$id" params={{ id: String(finding.id) }}>
            {finding.className}
          </Link>
        </Fragment>
      ))}
      {after}
    </li>
  );
}
