import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { date } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { ageOf, changeText } from './change-text.ts';
import type { Detail } from './facts.ts';
import styles from './ParametersPassage.module.css';
import { Passage } from './Passage.tsx';

/** The honest reference that the unit was judged by: its name, where it is from, how old it is. */
export function ReferencePassage({ detail }: { readonly detail: Detail }) {
  const t = useText(changeText);
  const { language } = useLanguage();
  const [now] = useState(() => new Date());
  const { kind, name, madeAt, units } = detail.reference;
  const rows: readonly (readonly [string, string])[] = [
    [t.name, name ?? t.ownAdministration],
    [t.kind, t[kind]],
    [t.made, t.madeAt(date(madeAt, language), ageOf(madeAt, now, language))],
    ...(units === null ? [] : [[t.units, t.unitsOf[detail.level](units)] as const]),
    [t.engine, detail.engineVersion],
  ];
  return (
    <Passage title={t.reference}>
      <dl className={styles.parameters}>
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {kind === 'frozen' ? null : (
        <Notice>
          <p>{t.noFrozen}</p>
        </Notice>
      )}
      <p className="small">
        <Link to="/methods/$id" params={{ id: 'reference' }}>
          {t.aboutReference}
        </Link>
      </p>
    </Passage>
  );
}
