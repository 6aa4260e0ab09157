import { Link } from '@tanstack/react-router';
import { useCallback, useEffect, useRef } from 'react';
import { useCan } from '#src/access/web/session.tsx';
import { Button } from '#src/platform/ui/Button.tsx';
import { FileDrop } from '#src/platform/ui/FileDrop.tsx';
import { percent } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useFilters } from '#src/platform/ui/routing.ts';
import { Forbidden } from '#src/platform/ui/states.tsx';
import { Steps } from '#src/platform/ui/Steps.tsx';
import '../api.ts';
import { ReceivedFiles } from './ReceivedFiles.tsx';
import { useSending } from './sending.ts';
import { statusOf } from './status.ts';
import { saveTemplate } from './template.ts';
import { text } from './text.ts';
import styles from './UploadPage.module.css';
import { useImports } from './useImports.ts';
import { STEPS } from '../wizard/steps.ts';

/** First step of the wizard: files are dropped here and read at once. Their numbers stand in the address, so a reload loses none. */
export default function UploadPage() {
  const t = useText(text);
  const { language } = useLanguage();
  const mayImport = useCan('importResults');
  const [{ files = '', known = '' }, setFilters] = useFilters(['files', 'known']);
  const ids = idsOf(files);
  const latest = useRef({ files, known });
  useEffect(() => {
    latest.current = { files, known };
  }, [files, known]);
  const onReceived = useCallback(
    (id: number, again: boolean) => {
      const add = (list: string) => [...new Set([...idsOf(list), id])].join(',');
      const { current } = latest;
      latest.current = { files: add(current.files), known: again ? add(current.known) : current.known };
      setFilters(latest.current);
    },
    [setFilters],
  );
  const sending = useSending(onReceived, t.offline);
  const imports = useImports();
  const rows = (imports.data?.imports ?? [])
    .filter((row) => ids.includes(row.id))
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  const read = rows.filter((row) => statusOf(row) !== 'received').length;

  if (!mayImport) return <Forbidden />;
  const title =
    rows.length === 0
      ? t.uploadTitle
      : read === rows.length
        ? t.allReadTitle(rows.length)
        : t.partReadTitle(read, rows.length);
  const step = rows.length === 0 ? 'files' : read < rows.length ? 'reading' : 'questions';
  return (
    <>
      <p className={styles.above}>
        <Link to="/results">{t.toList}</Link>
      </p>
      <Steps label={t.steps.label} steps={STEPS.map((key) => t.steps[key])} current={STEPS.indexOf(step)} />
      <PageHeading title={title} lead={rows.length === 0 ? t.uploadLead : read < rows.length ? t.leave : undefined} />
      <div className={styles.page}>
        {sending.notSent.length ? (
          <Notice kind="problem" title={t.notSent(sending.notSent.length)} live>
            <ul className={styles.list}>
              {sending.notSent.map(({ file, message }) => (
                <li key={file.name}>
                  {file.name}: {message}
                </li>
              ))}
            </ul>
            <Button kind="quiet" onClick={() => void sending.send(sending.notSent.map(({ file }) => file))}>
              {t.sendAgain}
            </Button>
          </Notice>
        ) : null}
        {rows.length ? <ReceivedFiles rows={rows} known={idsOf(known)} /> : null}
        <section aria-labelledby={rows.length ? 'more' : undefined} className={styles.drop}>
          {rows.length ? <h2 id="more">{t.more}</h2> : null}
          <FileDrop
            label={t.dropLabel}
            hint={t.dropHint}
            accept=".xlsx,.csv,.txt,.tsv,.parquet"
            disabled={sending.going !== null}
            onFiles={(chosen) => void sending.send(chosen)}
          />
          {sending.going ? (
            <p className={styles.going}>
              {t.sending(sending.going.files)}{' '}
              <progress aria-label={t.sending(sending.going.files)} max={1} value={sending.going.share} />{' '}
              <span className="figures soft">{t.sendingPart(percent(sending.going.share, language))}</span>
            </p>
          ) : null}
          <p className="soft small">{t.personal}</p>
        </section>
        {rows.length === 0 ? (
          <section aria-labelledby="no-file" className={styles.template}>
            <h2 id="no-file">{t.noFileTitle}</h2>
            <p>{t.noFile}</p>
            <Button onClick={() => saveTemplate(t.templateName)}>{t.template}</Button>
          </section>
        ) : null}
      </div>
    </>
  );
}

/** Numbers of imports as the address carries them: «12,13». */
function idsOf(files: string): number[] {
  return files.split(',').map(Number).filter(Number.isInteger).filter(Boolean);
}
