import { Link } from '@tanstack/react-router';
import { METHODS } from '#src/objectivity/methods/list.ts';
import type { Method } from '#src/objectivity/methods/model.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { referencesText } from '../../references/text.ts';
import { Passage } from '../Passage.tsx';
import { pageText } from '../validation/page-text.ts';
import { methodsText } from './methods-text.ts';
import styles from './MethodPage.module.css';

/** All methods with the question that each answers. */
export default function MethodsPage() {
  const t = useText(methodsText);
  const v = useText(pageText);
  const r = useText(referencesText);
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} />
      <Passage title={t.markers}>
        <p className="soft">{t.markersNote}</p>
        <Questions methods={METHODS.filter(({ group }) => group === 'marker')} />
      </Passage>
      <Passage title={t.shared}>
        <p className="soft">{t.sharedNote}</p>
        <Questions methods={METHODS.filter(({ group }) => group === 'shared')} />
        <p>
          <Link to="/methods/validation">{t.validation}</Link>
        </p>
        <p>
          <Link to="/methods/references">{r.title}</Link>
        </p>
      </Passage>
      <Passage title={v.title}>
        <p>
          {v.linkBefore} <Link to="/methods/validation">{v.link}</Link>.
        </p>
      </Passage>
    </>
  );
}

function Questions({ methods }: { readonly methods: readonly Method[] }) {
  const { language } = useLanguage();
  return (
    <dl className={styles.questions}>
      {methods.map(({ id, words }) => (
        <div key={id}>
          <dt>
            <Link to="/methods/$id" params={{ id }}>
              {words[language].title}
            </Link>
          </dt>
          <dd>{words[language].answers}</dd>
        </div>
      ))}
    </dl>
  );
}
