import { DASH } from '#src/platform/ui/format.ts';
import { useText } from '#src/platform/ui/language.tsx';
import styles from './cascade.module.css';
import { text } from './text.ts';

interface Words {
  readonly text: string;
  readonly deadline: string;
}

export interface OriginWordsProps {
  /** The district's words as last taken over or answered. */
  readonly origin: Words & { readonly number: string | null };
  readonly own: Words;
}

/** The district's measure that a school carries out: its number, and its words where they differ from the school's own. */
export function OriginWords({ origin, own }: OriginWordsProps) {
  const t = useText(text);
  const differing = (['text', 'deadline'] as const).filter((field) => origin[field] !== own[field]);
  return (
    <div className={styles.origin}>
      <p>{differing.length === 0 ? t.originSame(origin.number) : t.originOther(origin.number)}</p>
      {differing.map((field) => (
        <p key={field}>
          <span className="soft">{field === 'text' ? t.measure : t.deadline}: </span>
          {origin[field] || DASH}
        </p>
      ))}
    </div>
  );
}
