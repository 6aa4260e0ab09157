import { Button } from '#src/platform/ui/Button.tsx';
import { CheckField } from '#src/platform/ui/Field.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import styles from './cascade.module.css';
import { text } from './text.ts';

interface ChoosingProps {
  readonly title: string;
  readonly hint?: string;
  readonly items: readonly {
    readonly id: number;
    readonly group: string;
    readonly label: string;
    readonly hint?: string;
  }[];
  readonly chosen: ReadonlySet<number>;
  readonly onChange: (chosen: Set<number>) => void;
}

/** Ticks in groups, with all and none of everything and of each group. */
export function Choosing({ title, hint, items, chosen, onChange }: ChoosingProps) {
  const t = useText(text);
  const set = (ids: readonly number[], on: boolean): void => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    onChange(next);
  };
  const groups = [...new Set(items.map(({ group }) => group))];
  return (
    <section className={styles.choosing} aria-label={title}>
      <h2>{title}</h2>
      {hint ? <p className="soft">{hint}</p> : null}
      <div className={styles.actions}>
        <Button kind="quiet" onClick={() => onChange(new Set(items.map(({ id }) => id)))}>
          {t.all}
        </Button>
        <Button kind="quiet" onClick={() => onChange(new Set())}>
          {t.none}
        </Button>
        <span className="soft">{t.ticked(chosen.size, items.length)}</span>
      </div>
      {groups.map((group) => {
        const inside = items.filter((item) => item.group === group);
        const ids = inside.map(({ id }) => id);
        const whole = ids.every((id) => chosen.has(id));
        return (
          <fieldset key={group} className={styles.group}>
            {groups.length > 1 || group !== '' ? <legend>{group}</legend> : null}
            {groups.length > 1 ? (
              <div className={styles.whole}>
                <Button kind="quiet" aria-label={t.groupNamed(group, whole)} onClick={() => set(ids, !whole)}>
                  {whole ? t.groupNone : t.groupAll}
                </Button>
              </div>
            ) : null}
            {inside.map((item) => (
              <CheckField
                key={item.id}
                label={item.label}
                hint={item.hint}
                checked={chosen.has(item.id)}
                onChange={(on) => set([item.id], on)}
              />
            ))}
          </fieldset>
        );
      })}
    </section>
  );
}
