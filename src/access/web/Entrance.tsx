import type { ReactNode } from 'react';
import { useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { Preferences } from '#src/platform/ui/Shell.tsx';
import { Sign } from '#src/platform/ui/Sign.tsx';
import { text as kit } from '#src/platform/ui/text.ts';
import styles from './Entrance.module.css';

interface EntranceProps {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

/** The page before the site: one column, one thing to do. */
export function Entrance({ title, lead, children }: EntranceProps) {
  const t = useText(kit);
  return (
    <div className={styles.page}>
      <header className={styles.brand}>
        <Sign size={28} />
        {t.product}
      </header>
      <main className={styles.main}>
        <PageHeading title={title} lead={lead} />
        {children}
      </main>
      <footer className={styles.foot}>
        <Preferences />
      </footer>
    </div>
  );
}
