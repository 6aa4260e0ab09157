import { Link } from '@tanstack/react-router';
import { Button } from '#src/platform/ui/Button.tsx';
import { dateTime } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import type { Intake } from './api.ts';
import styles from './new-plan.module.css';
import { text } from './text.ts';

/** Files that were taken in and are no plans yet; one that is not wanted leaves the list by a press, and comes back by another. */
export function Begun({ intakes }: { readonly intakes: readonly Intake[] }) {
  const t = useText(text);
  const { language } = useLanguage();
  const discard = useContractMutation('POST /api/plan-intakes/:id/discard');
  const restore = useContractMutation('POST /api/plan-intakes/:id/restore');
  const error = discard.error ?? restore.error;
  const gone = discard.isSuccess && !restore.isSuccess ? discard.variables : null;
  if (intakes.length === 0 && gone === null && error === null) return null;
  return (
    <section className={styles.begun} aria-labelledby="begun">
      <h2 id="begun">{t.unfinished}</h2>
      {error ? <Notice kind="problem" title={error.message || t.offline} live /> : null}
      {gone ? (
        <Notice title={t.putAside} live>
          <Button
            kind="quiet"
            busy={restore.isPending}
            onClick={() => restore.mutate({ params: gone.params, body: { revision: gone.body.revision + 1 } })}
          >
            {t.bringBack}
          </Button>
        </Notice>
      ) : null}
      {intakes.length === 0 ? null : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t.file}</th>
              <th scope="col">{t.state}</th>
              <th scope="col">{t.who}</th>
              <th scope="col">{t.received}</th>
              <th scope="col">
                <span className="visually-hidden">{t.takeOut}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {intakes.map((intake) => (
              <tr key={intake.id}>
                <th scope="row">
                  <Link to="/plans/intake/$id" params={{ id: String(intake.id) }}>
                    {intake.fileName}
                  </Link>
                  {intake.title ? <span className={styles.title}>{intake.title}</span> : null}
                </th>
                <td>
                  {intake.state === 'read' && intake.measures === 0 ? t.noMeasures : t.states[intake.state]}
                  {intake.measures ? <span className={styles.title}>{t.sharedCount(intake.measures)}</span> : null}
                </td>
                <td>{intake.account}</td>
                <td className="figures">{dateTime(intake.createdAt, language)}</td>
                <td>
                  <Button
                    kind="quiet"
                    aria-label={t.takeOutOf(intake.fileName)}
                    busy={discard.isPending}
                    onClick={() => {
                      restore.reset();
                      discard.mutate({ params: { id: intake.id }, body: { revision: intake.revision } });
                    }}
                  >
                    {t.takeOut}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
