import { Link } from '@tanstack/react-router';
import type { Method } from '#src/objectivity/methods/model.ts';
import type { Output } from '#src/platform/ui/api.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import type { UnitResult } from '../../model.ts';
import { headline, markerName } from '../../text.ts';
import { explain } from '../../wording/explain.ts';
import { Passage } from '../Passage.tsx';
import { lowered } from '../lowered.ts';
import { tied } from '../tied.ts';
import { methodsText } from './methods-text.ts';
import styles from './MethodPage.module.css';

type Figures = Output<'GET /api/methods/:id'>;
type Example = NonNullable<Figures['example']>;

/** The method at work on what this person may see: a finding with its figures in the sentence, or the counts of the decision. */
export function ExamplePassage({ method, figures }: { readonly method: Method; readonly figures: Figures }) {
  const t = useText(methodsText);
  const { example, classes } = figures;
  if (method.id === 'decision' || method.id === 'reference')
    return (
      <Passage title={t.example}>
        <p>
          {t.looked(classes.looked, classes.signalled)}{' '}
          {method.id === 'decision' ? t.expectedFalse(classes.expectedFalse, classes.signalled) : null}
        </p>
      </Passage>
    );
  // Findings hold neither calibrations nor second scorings.
  if (method.id === 'calibration' || method.id === 'r') return null;
  return (
    <Passage title={t.example}>
      {example === null ? <p>{t.exampleNone}</p> : <Finding method={method} example={example} />}
    </Passage>
  );
}

function Finding({ method, example }: { readonly method: Method; readonly example: Example }) {
  const t = useText(methodsText);
  const { language } = useLanguage();
  const { finding, markers } = example;
  const unit: UnitResult = {
    ...finding,
    municipality: finding.municipality.name,
    school: finding.school?.name ?? null,
    index: 0,
    markers,
  };
  const own = markers.find((marker) => marker.id === method.marker);
  const carrying = markers.filter((marker) => marker.kind === 'computed' && marker.p < 0.05);
  return (
    <div className={styles.example}>
      <p>{tied(headline(unit, language))}.</p>
      {own ? <p>{explain(own, unit, language)}</p> : null}
      {own ? null : (
        <>
          <p>{t.exampleTogether(finding.mechanisms.length)}</p>
          <ul className={styles.sentences}>
            {carrying.map((marker) => (
              <li key={marker.id}>
                {markerName(marker.id, language)}: {lowered(explain(marker, unit, language))}
              </li>
            ))}
          </ul>
        </>
      )}
      {finding.signalled ? null : <p>{t.exampleQuiet}</p>}
      <p>
        <Link to="/findings/$id" params={{ id: String(finding.id) }}>
          {finding.signalled ? t.exampleOpen : t.exampleOpenUnit}
        </Link>
      </p>
    </div>
  );
}
