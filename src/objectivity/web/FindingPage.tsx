import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '#src/access/web/session.tsx';
import { address } from '#src/platform/ui/api.ts';
import { Button, ButtonHref } from '#src/platform/ui/Button.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { Skeleton } from '#src/platform/ui/states.tsx';
import { StrengthMark } from '#src/platform/ui/StrengthMark.tsx';
import { AnsweringMeasures } from '#src/roadmaps/web/effect/AnsweringMeasures.tsx';
import { headline } from '../text.ts';
import { caveats } from '../wording/caveats.ts';
import { ChangePassage } from './ChangePassage.tsx';
import { unitOf, type Detail } from './facts.ts';
import styles from './FindingPage.module.css';
import { findingText } from './finding-text.ts';
import { MarksPassage } from './MarksPassage.tsx';
import { NeighboursPassage } from './NeighboursPassage.tsx';
import { nextSteps } from './next-steps.ts';
import { OfficialPassage } from './OfficialPassage.tsx';
import { PageError } from './PageError.tsx';
import { PapersPassage } from './PapersPassage.tsx';
import { ParametersPassage } from './ParametersPassage.tsx';
import { ParticipationPassage } from './ParticipationPassage.tsx';
import { Passage } from './Passage.tsx';
import { ReasonsPassage } from './ReasonsPassage.tsx';
import { ReferencePassage } from './ReferencePassage.tsx';
import { ScoresPassage } from './ScoresPassage.tsx';
import { TasksPassage } from './TasksPassage.tsx';
import { text } from './text.ts';
import { tied } from './tied.ts';

/** One finding as a report: what is seen, how strong, how it can be wrong, what can be done. */
export default function FindingPage() {
  const { id } = useParams({ strict: false });
  const finding = useContractQuery('GET /api/findings/:id', { params: { id: Number(id) } });
  if (finding.error) return <PageError error={finding.error} onRetry={() => void finding.refetch()} />;
  if (!finding.data) return <Skeleton />;
  return <Finding key={finding.data.id} detail={finding.data} />;
}

function Finding({ detail }: { readonly detail: Detail }) {
  const t = useText(findingText);
  const { language } = useLanguage();
  const { role } = useSession();
  const unit = unitOf(detail);
  const steps = nextSteps(detail, role === 'teacher', language);
  return (
    <article>
      <PageHeading
        title={tied(headline(unit, language))}
        above={<Trail detail={detail} />}
        action={
          <span className={styles.actions}>
            <Button onClick={() => window.print()}>{t.print}</Button>
            <ButtonHref href={address('GET /api/findings/:id/table.xlsx', { params: { id: detail.id } })} download>
              {t.download}
            </ButtonHref>
          </span>
        }
      />
      <Summary detail={detail} />
      <ReasonsPassage detail={detail} />
      {detail.participants > 0 ? (
        <>
          <ScoresPassage detail={detail} />
          <PapersPassage detail={detail} />
          <TasksPassage detail={detail} />
          <MarksPassage detail={detail} />
        </>
      ) : null}
      {detail.localFdr === null ? null : (
        <Passage title={detail.signalled ? t.caveats : t.blind}>
          <Sentences items={detail.signalled ? caveats(unit, language) : [t.blindSameHelp, t.blindSmall]} />
        </Passage>
      )}
      <Passage title={t.steps}>
        <Sentences items={steps} ordered />
        <AnsweringMeasures findingId={detail.id} />
      </Passage>
      <ChangePassage detail={detail} />
      <ParticipationPassage detail={detail} />
      <NeighboursPassage detail={detail} />
      <OfficialPassage detail={detail} />
      <ReferencePassage detail={detail} />
      <ParametersPassage detail={detail} />
    </article>
  );
}

/** Where the unit belongs: list, municipality, school. */
function Trail({ detail }: { readonly detail: Detail }) {
  const f = useText(findingText);
  const t = useText(text);
  const { role } = useSession();
  const steps: ReactNode[] = [
    <Link key="list" to="/findings">
      {role === 'teacher' ? f.ownList : f.list}
    </Link>,
    tied(detail.municipality.name),
  ];
  if (detail.school) {
    steps.push(
      role === 'teacher' ? (
        tied(detail.school.name)
      ) : (
        <Link key="school" to="/schools/$id" params={{ id: String(detail.school.id) }}>
          {tied(detail.school.name)}
        </Link>
      ),
    );
  }
  if (detail.className) steps.push(detail.className);
  steps.push(t.work(detail.subject, detail.grade));
  return (
    <nav aria-label={f.place}>
      <ol className={styles.trail}>
        {steps.map((step, index) => (
          <li key={index}>{step}</li>
        ))}
      </ol>
    </nav>
  );
}

/** Strength, probability of error and sample in one quiet line. */
function Summary({ detail }: { readonly detail: Detail }) {
  const t = useText(text);
  const f = useText(findingText);
  const { localFdr, signalled, strength, mechanisms, participants, absent } = detail;
  return (
    <p className={styles.summary}>
      {localFdr === null ? null : (
        <>
          <StrengthMark strength={strength} mechanisms={mechanisms.length} />
          <span>{signalled ? t.falseSignal(localFdr) : f.noSignal}</span>
        </>
      )}
      <span>{t.sample(participants, absent)}</span>
    </p>
  );
}

function Sentences({ items, ordered = false }: { readonly items: readonly string[]; readonly ordered?: boolean }) {
  const List = ordered ? 'ol' : 'ul';
  return (
    <List className={styles.sentences}>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </List>
  );
}
