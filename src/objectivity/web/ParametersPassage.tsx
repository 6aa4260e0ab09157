import { address } from '#src/platform/ui/api.ts';
import { dateTime } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { changeText } from './change-text.ts';
import type { Detail } from './facts.ts';
import { findingText } from './finding-text.ts';
import styles from './ParametersPassage.module.css';
import { Passage } from './Passage.tsx';
import { text } from './text.ts';

/** What an official paper has to cite: procedure, sample, engine version, when, against what. */
export function ParametersPassage({ detail }: { readonly detail: Detail }) {
  const f = useText(findingText);
  const t = useText(text);
  const c = useText(changeText);
  const { language } = useLanguage();
  const rows: readonly (readonly [string, string])[] = [
    [f.procedure, detail.procedure],
    [f.work, t.work(detail.subject, detail.grade)],
    [f.participants, t.sample(detail.participants, detail.absent)],
    [f.region, f.regionValue(detail.region.name, detail.region.papers)],
    [f.engine, detail.engineVersion],
    [f.analysedAt, dateTime(detail.analysedAt, language)],
  ];
  return (
    <Passage title={f.parameters}>
      <dl className={styles.parameters}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {detail.canReadPapers ? (
        <p className="small no-print">
          <a href={address('GET /api/findings/:id/package.zip', { params: { id: detail.id } })} download>
            {c.package}
          </a>{' '}
          <span className="soft">{c.packageNote}</span>
        </p>
      ) : null}
    </Passage>
  );
}
