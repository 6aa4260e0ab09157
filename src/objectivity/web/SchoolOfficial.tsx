import { useEffect, useRef } from 'react';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { officialText } from '../official/text.ts';
import { OfficialTable } from './OfficialTable.tsx';
import { officialWords } from './official-text.ts';
import type { SchoolDetail } from './SchoolPage.tsx';
import styles from './SchoolOfficial.module.css';
import { text } from './text.ts';

/** Official readings of a school, work by work, in a section of their own below the signs. */
export function SchoolOfficial({ detail }: { readonly detail: SchoolDetail }) {
  const t = useText(officialWords);
  const words = useText(text);
  const { language } = useLanguage();
  const section = useOpenedForPrint();
  const works = detail.works.flatMap((work) => {
    const readings = detail.official.filter((each) => each.workId === work.workId).map((each) => each.reading);
    return readings.length ? [{ work, readings }] : [];
  });
  if (works.length === 0) return null;
  return (
    <section ref={section} aria-labelledby="official" className={styles.section}>
      <h2 id="official">{t.heading}</h2>
      <p className={styles.lead}>
        {t.ofSchool} {officialText.disclaimer[language]}
      </p>
      {works.map(({ work, readings }) => {
        const name = words.work(work.subject, work.grade);
        return (
          <details key={work.workId} className={styles.work}>
            <summary>{name}</summary>
            <OfficialTable work={name} readings={readings} />
          </details>
        );
      })}
    </section>
  );
}

/** Paper cannot be unfolded: before printing everything is opened, afterwards it is as it was. */
function useOpenedForPrint() {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    let folded: HTMLDetailsElement[] = [];
    const open = (): void => {
      folded = [...(section.current?.querySelectorAll('details') ?? [])].filter((each) => !each.open);
      for (const each of folded) each.open = true;
    };
    const fold = (): void => {
      for (const each of folded) each.open = false;
    };
    window.addEventListener('beforeprint', open);
    window.addEventListener('afterprint', fold);
    return () => {
      window.removeEventListener('beforeprint', open);
      window.removeEventListener('afterprint', fold);
    };
  }, []);
  return section;
}
