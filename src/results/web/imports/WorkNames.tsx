import styles from './WorkNames.module.css';

/** Works of one file, one a line: a file of the exchange format has several. */
export function WorkNames({ names }: { readonly names: readonly string[] }) {
  if (names.length === 1) return <>{unbroken(names[0])}</>;
  return (
    <ul className={styles.names}>
      {names.map((name) => (
        <li key={name}>{unbroken(name)}</li>
      ))}
    </ul>
  );
}

/** «8 класс» stays on one line. */
function unbroken(name: string): string {
  return name.replace(/(\d+) класс/u, '$1\u00a0класс');
}
