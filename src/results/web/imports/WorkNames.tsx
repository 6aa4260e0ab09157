import styles from './WorkNames.module.css';

/** Works of one file, one a line: a file of the exchange format has several. */
export function WorkNames({ names }: { readonly names: readonly string[] }) {
  if (names.length === 1) return <>{names[0]}</>;
  return (
    <ul className={styles.names}>
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}
