import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { address } from '#src/platform/ui/api.ts';
import { ButtonHref } from '#src/platform/ui/Button.tsx';
import { FilterLine, FilterWord } from '#src/platform/ui/FilterWord.tsx';
import { DASH } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { EmptyState, ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { givesPartsOnly } from '#src/results/rules.ts';
import { text as results } from '#src/results/web/text.ts';
import { calibrationText } from '../../calibration/text.ts';
import { variantNotes } from '../../calibration/notes.ts';
import styles from '../FindingPage.module.css';
import { Passage } from '../Passage.tsx';
import type { CalibratedVariant, CalibrationDetail, ShownVariant } from './api.ts';
import './api.ts';
import { headingOf } from './heading.ts';
import { TasksTable } from './TasksTable.tsx';
import { text } from './text.ts';
import { TotalsPassage } from './TotalsPassage.tsx';
import { VariantsTable } from './VariantsTable.tsx';
import { WrightMap } from './WrightMap.tsx';

/** «Задания» of a work: how difficult each is over the region, by variant, on one scale with the pupils. */
export default function CalibrationPage() {
  const id = Number((useParams({ strict: false }) as { id: string }).id);
  const query = useContractQuery('GET /api/works/:id/calibration', { params: { id } });
  if (!query.data && query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton />;
  return <Detail key={id} detail={query.data} />;
}

const isCalibrated = (variant: ShownVariant | undefined): variant is CalibratedVariant =>
  variant?.kind === 'calibrated';

function Detail({ detail }: { readonly detail: CalibrationDetail }) {
  const t = useText(text);
  const words = useText(results);
  const { work, variants } = detail;
  const calibrated = variants.filter(isCalibrated);
  const largest = calibrated.reduce<CalibratedVariant | undefined>(
    (most, each) => (most === undefined || each.papers > most.papers ? each : most),
    undefined,
  );
  const [chosen, setChosen] = useState(() => Math.max(0, largest ? variants.indexOf(largest) : 0));
  const variant = variants[chosen];
  const name = words.workName(work.subject, work.grade, work.advanced);
  const title = isCalibrated(variant) ? headingOf(name, variant, variants.length > 1, t) : t.plainTitle(name);
  const linked = calibrated.filter((each) => each.linked);
  return (
    <>
      <PageHeading
        title={title}
        above={<Trail id={work.id} name={name} />}
        lead={<Lead detail={detail} shown={variant} />}
        action={<Download detail={detail} />}
      />
      {variants.length > 1 ? (
        <FilterLine>
          <FilterWord
            label={t.variantFilter}
            required
            all=""
            value={String(chosen)}
            options={variants.map(({ name: own }, index) => ({ value: String(index), label: own ?? '—' }))}
            onChange={(value) => setChosen(Number(value ?? chosen))}
          />
        </FilterLine>
      ) : null}
      {variant === undefined ? <EmptyState title={t.emptyTitle}>{t.empty}</EmptyState> : null}
      {isCalibrated(variant) ? (
        <>
          <Passage title={t.map}>
            <WrightMap variant={variant} />
          </Passage>
          <Passage title={t.table}>
            <TasksTable detail={detail} variant={variant} />
            <About variant={variant} several={variants.length > 1} />
          </Passage>
          {linked.length > 1 ? (
            <Passage title={t.compare}>
              <VariantsTable detail={detail} variants={linked} />
            </Passage>
          ) : null}
          <TotalsPassage variant={variant} thresholds={detail.thresholds} />
        </>
      ) : (
        <WithoutFigures variant={variant} partsOnly={givesPartsOnly(detail.tasks)} />
      )}
    </>
  );
}

function Trail({ id, name }: { readonly id: number; readonly name: string }) {
  const t = useText(text);
  return (
    <nav aria-label={t.place}>
      <ol className={styles.trail}>
        <li>
          <Link to="/results/works">{t.works}</Link>
        </li>
        <li>
          <Link to="/results/works/$id" params={{ id: String(id) } as never}>
            {name}
          </Link>
        </li>
      </ol>
    </nav>
  );
}

/** How many papers the figures below are of; with several variants also how many there are in all. */
function Lead({ detail, shown }: { readonly detail: CalibrationDetail; readonly shown: ShownVariant | undefined }) {
  const t = useText(text);
  const words = useText(results);
  const scale = useText(calibrationText);
  const papers = detail.variants.reduce((sum, variant) => sum + (variant.kind === 'withheld' ? 0 : variant.papers), 0);
  if (papers === 0) return <>{detail.work.procedure}</>;
  return (
    <>
      {isCalibrated(shown) && detail.variants.length > 1
        ? t.variantLead(detail.work.procedure, shown.name ?? DASH, words.papers(shown.papers), words.papers(papers))
        : t.lead(detail.work.procedure, words.papers(papers))}
      {scale.scaleNote}
    </>
  );
}

function Download({ detail }: { readonly detail: CalibrationDetail }) {
  const t = useText(text);
  if (!detail.variants.some(isCalibrated)) return null;
  return (
    <ButtonHref href={address('GET /api/works/:id/calibration.xlsx', { params: { id: detail.work.id } })} download>
      {t.download}
    </ButtonHref>
  );
}

/** What is to be known of the variant as a whole, sentence by sentence. */
function About({ variant, several }: { readonly variant: CalibratedVariant; readonly several: boolean }) {
  const t = useText(text);
  const { language } = useLanguage();
  return (
    <section aria-label={t.aboutVariant}>
      <ul className={styles.sentences}>
        {variantNotes(variant, several, language).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

/** Too few papers, no order to be found, or few schools: an answer, not a failure. */
function WithoutFigures({
  variant,
  partsOnly,
}: {
  readonly variant: ShownVariant | undefined;
  readonly partsOnly: boolean;
}) {
  const t = useText(text);
  const words = useText(calibrationText);
  if (variant !== undefined && partsOnly) return <Notice title={t.undeterminedTitle}>{t.partsOnly}</Notice>;
  switch (variant?.kind) {
    case 'insufficient':
      return <Notice title={t.insufficientTitle}>{words.insufficient(variant.given, variant.required)}</Notice>;
    case 'undetermined':
      return <Notice title={t.undeterminedTitle}>{words.undetermined}</Notice>;
    case 'withheld':
      return <Notice title={t.withheldTitle}>{words.withheld(variant.required)}</Notice>;
    default:
      return null;
  }
}
