import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { documentText } from '#src/objectivity/validation/document-text.ts';
import { drawValidation, FIGURE_LEAST } from '#src/objectivity/validation/figure.ts';
import type { ValidationCell } from '#src/objectivity/validation/report.ts';
import {
  absenceWords,
  aucTable,
  decisionTable,
  honestTable,
  kindWords,
  ruleTable,
} from '#src/objectivity/validation/tables.ts';
import { shareWords, validationText } from '#src/objectivity/validation/text.ts';
import { ChartFigure } from '#src/platform/ui/charts/ChartFigure.tsx';
import { screenPalette } from '#src/platform/ui/charts/palette.ts';
import { Picture } from '#src/platform/ui/charts/Picture.tsx';
import { date } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { EmptyState } from '#src/platform/ui/states.tsx';
import { Passage } from '../Passage.tsx';
import { lastRun } from './last-run.ts';
import { pageText } from './page-text.ts';
import styles from './Validation.module.css';
import { WordsTable } from './WordsTable.tsx';

/** «Проверка движка»: the last run of the validation, its figure and its tables. */
export default function ValidationPage() {
  const t = useText(validationText);
  const p = useText(pageText);
  const d = useText(documentText);
  const { language } = useLanguage();
  const [shown, setShown] = useState(0);
  const cell = lastRun.cells[shown];
  return (
    <article>
      <PageHeading
        title={t.title}
        lead={p.lead}
        above={
          <nav aria-label={p.place}>
            <Link to="/methods">{p.methods}</Link>
          </nav>
        }
      />
      {cell === undefined ? (
        <EmptyState title={p.noRun}>{p.noRunHint}</EmptyState>
      ) : (
        <>
          <Passage title={p.results}>
            <p className="soft">
              {t.run(lastRun.seeds, lastRun.engineVersion, date(lastRun.date, language))}{' '}
              {t.region(lastRun.schools, lastRun.units, lastRun.targets)} {t.interval}
            </p>
            <Choice shown={shown} onChoose={setShown} />
            <Summary cell={cell} />
            <WordsTable caption={kindWords(cell, language)} table={decisionTable(cell, language)} />
            <p>{absenceWords(cell, language)}</p>
            <ChartFigure
              level={3}
              title={t.figureTitle(kindWords(cell, language))}
              table={aucTable(cell, language)}
              least={FIGURE_LEAST}
            >
              {(width) => <Picture node={drawValidation(cell, { width, language, palette: screenPalette })} />}
            </ChartFigure>
          </Passage>
          <Passage title={p.honest}>
            <WordsTable caption={t.honestHeading} table={honestTable(lastRun, language)} />
          </Passage>
          <Passage title={p.rules}>
            <WordsTable caption={t.singleHeading} table={ruleTable(cell, language)} />
            <Paragraphs lines={d.rules} />
          </Passage>
          <Passage title={p.data}>
            <Paragraphs lines={[...d.what, ...d.doses, p.again]} />
          </Passage>
        </>
      )}
    </article>
  );
}

function Choice({ shown, onChoose }: { readonly shown: number; readonly onChoose: (index: number) => void }) {
  const p = useText(pageText);
  const { language } = useLanguage();
  return (
    <fieldset className={styles.choice}>
      <legend className="visually-hidden">{p.which}</legend>
      {lastRun.cells.map((cell, index) => (
        <label key={kindWords(cell, language)}>
          <input type="radio" name="regions" checked={index === shown} onChange={() => onChoose(index)} />
          {kindWords(cell, language)}
        </label>
      ))}
    </fieldset>
  );
}

function Summary({ cell }: { readonly cell: ValidationCell }) {
  const p = useText(pageText);
  const { language } = useLanguage();
  const { engine, rules } = cell.methods;
  return (
    <p>
      {p.found(shareWords(engine?.power, language), shareWords(rules?.power, language))}{' '}
      {p.falseSignals(shareWords(engine?.falseShare, language), shareWords(rules?.falseShare, language))}
    </p>
  );
}

function Paragraphs({ lines }: { readonly lines: readonly string[] }) {
  return (
    <div className={styles.words}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
