import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { ScrollBox } from '#src/platform/ui/ScrollBox.tsx';
import type { OfficialReading } from '../official/model.ts';
import { officialText, readingName, readingText } from '../official/text.ts';
import { byDocument, toldItems } from './official-order.ts';
import { officialWords } from './official-text.ts';
import styles from './OfficialTable.module.css';

export interface OfficialTableProps {
  /** Of what the readings are: «Математика, 6 класс». */
  readonly work: string;
  readonly readings: readonly OfficialReading[];
}

/** Readings of one school in one work, document by document: rule as printed, what came out, where in the document. */
export function OfficialTable({ work, readings }: OfficialTableProps) {
  const t = useText(officialWords);
  const { language } = useLanguage();
  return (
    <ScrollBox label={t.caption(work)} className={styles.scroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t.caption(work)}</caption>
        <thead>
          <tr>
            <th scope="col">{t.reading}</th>
            <th scope="col">{t.result}</th>
            <th scope="col">{t.place}</th>
          </tr>
        </thead>
        {byDocument(readings).map(({ document, readings: ofDocument }) => (
          <tbody key={document}>
            <tr className={styles.document}>
              <th scope="rowgroup" colSpan={3}>
                {officialText.documents[document][language]}
              </th>
            </tr>
            {ofDocument.map((reading) => (
              <ReadingRow key={reading.id} reading={reading} />
            ))}
          </tbody>
        ))}
      </table>
    </ScrollBox>
  );
}

function ReadingRow({ reading }: { readonly reading: OfficialReading }) {
  const t = useText(officialWords);
  const { language } = useLanguage();
  const { place } = reading.source;
  return (
    <tr>
      <th scope="row">
        {readingName(reading, language)}
        <span className={styles.note}>{officialText.rules[reading.rule].rule[language]}</span>
        {reading.standing === 'sameRule' ? (
          <span className={styles.note}>{officialText.standings.sameRule[language]}</span>
        ) : null}
      </th>
      <td className={reading.applicable ? undefined : styles.inapplicable}>
        {readingText(reading, language)}
        <Items reading={reading} />
        {reading.notes.map((note) => (
          <span key={note} className={styles.note}>
            {officialText.notes[note][language]}
          </span>
        ))}
      </td>
      <td className={styles.place}>{place.startsWith('(') ? t.formula(place) : t.page(place)}</td>
    </tr>
  );
}

/** Tasks and boundaries that the reading names, by what is said of them. */
function Items({ reading }: { readonly reading: OfficialReading }) {
  const t = useText(officialWords);
  const { language } = useLanguage();
  return toldItems(reading).map(({ status, items }) => (
    <span key={status} className={styles.items}>
      {capital(officialText.statuses[status][language])}:{' '}
      {items
        .map((item) =>
          status === 'peak'
            ? t.boundary(item.id, item.figures.percent, item.figures.regionPercent)
            : t.task(item.id, item.value),
        )
        .join(', ')}
    </span>
  ));
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
