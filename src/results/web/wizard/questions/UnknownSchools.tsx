import { Link } from '@tanstack/react-router';
import { Button } from '#src/platform/ui/Button.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import type { ImportPart } from '../steps.ts';
import type { Answering } from '../useAnswer.ts';
import styles from '../wizard.module.css';
import { text } from './text.ts';

interface UnknownSchoolsProps {
  readonly part: ImportPart;
  readonly answering: Answering;
}

/** Schools that the file names and the tree lacks: add them with the load, or mend the file or the tree. */
export function UnknownSchools({ part, answering }: UnknownSchoolsProps) {
  const t = useText(text);
  const n = part.unknownSchools.length;
  const answer = (addSchools: boolean) => answering.answer({ part: { id: part.id, addSchools } });
  return (
    <div className={styles.question}>
      <div>
        <h3>{part.addSchools ? t.willAdd(n) : t.unknownTitle(n)}</h3>
        {part.addSchools ? null : <p className="soft">{t.unknownHint}</p>}
      </div>
      <ul className={n > 6 ? styles.options : styles.list}>
        {part.unknownSchools.map((school) => (
          <li key={school}>{school}</li>
        ))}
      </ul>
      {part.canAddSchools ? null : <p>{t.cannotAdd}</p>}
      <div className={styles.actions}>
        {part.canAddSchools && !part.addSchools ? (
          <Button kind="main" busy={answering.busy} onClick={() => answer(true)}>
            {t.add(n)}
          </Button>
        ) : null}
        {part.addSchools ? (
          <Button kind="quiet" busy={answering.busy} onClick={() => answer(false)}>
            {t.doNotAdd}
          </Button>
        ) : (
          <Link to="/organization">{t.toOrganization}</Link>
        )}
      </div>
    </div>
  );
}
