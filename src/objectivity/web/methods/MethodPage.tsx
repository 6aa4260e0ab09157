import { Link, useParams } from '@tanstack/react-router';
import { methodOf } from '#src/objectivity/methods/list.ts';
import type { Method, MethodWords } from '#src/objectivity/methods/model.ts';
import type { Output } from '#src/platform/ui/api.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { NotFound } from '#src/platform/ui/PageFailed.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { CAVEATS } from '../../wording/caveats.ts';
import '../api.ts';
import { Passage } from '../Passage.tsx';
import { pageText } from '../validation/page-text.ts';
import { ExamplePassage } from './ExamplePassage.tsx';
import { Formula } from './Formula.tsx';
import { methodsText } from './methods-text.ts';
import styles from './MethodPage.module.css';

/** One method: what it asks, why it works, its formula, where it comes from and where it ends. */
export default function MethodPage() {
  const { id = '' } = useParams({ strict: false });
  const method = methodOf(id);
  return method === null ? <NotFound /> : <Page key={method.id} method={method} />;
}

function Page({ method }: { readonly method: Method }) {
  const t = useText(methodsText);
  const v = useText(pageText);
  const { language } = useLanguage();
  const figures = useContractQuery('GET /api/methods/:id', { params: { id: method.id } });
  const words = method.words[language];
  const again = () => void figures.refetch();
  return (
    <article>
      <PageHeading
        title={words.title}
        lead={words.answers}
        above={
          <nav aria-label={t.place}>
            <Link to="/methods">{t.list}</Link>
          </nav>
        }
      />
      <Passage title={t.why}>
        {words.why.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Passage>
      <Passage title={t.formula}>
        {method.group === 'marker' ? <p className="soft">{t.indices}</p> : null}
        {figures.data ? (
          <Formulas method={method} figures={figures.data} />
        ) : figures.error ? (
          <ErrorState level={3} error={figures.error} onRetry={again} />
        ) : (
          <Skeleton shape="text" rows={4} />
        )}
      </Passage>
      {figures.data ? <ExamplePassage method={method} figures={figures.data} /> : null}
      <Passage title={t.assumptions}>
        <Sentences items={words.assumptions} />
      </Passage>
      <Passage title={t.minimum}>
        <p>{words.minimum}</p>
      </Passage>
      <Passage title={t.wrong}>
        <Sentences items={wrongOf(method, words, language)} />
      </Passage>
      <Passage title={t.limits}>
        <Sentences items={words.limits} />
        {method.id === 'decision' ? (
          <p>
            {v.linkBefore} <Link to="/methods/validation">{v.link}</Link>.
          </p>
        ) : null}
      </Passage>
      <Passage title={t.sources}>
        <ul className={styles.sources}>
          {method.sources.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
      </Passage>
    </article>
  );
}

/** The caveats that stand on a finding's page, then what only the method's page says. */
function wrongOf({ marker }: Method, words: MethodWords, language: 'ru' | 'en'): readonly string[] {
  return marker === null ? words.wrong : [...CAVEATS[marker][language], ...words.wrong];
}

function Formulas({ method, figures }: { readonly method: Method; readonly figures: Output<'GET /api/methods/:id'> }) {
  const t = useText(methodsText);
  const { language } = useLanguage();
  return (
    <>
      <div className={styles.formulas}>
        {figures.formulas.map((mathml) => (
          <Formula key={mathml} mathml={mathml} />
        ))}
      </div>
      <dl className={styles.symbols} aria-label={t.where}>
        {method.symbols.map(({ tex, words }, index) => (
          <div key={tex}>
            <dt>
              <Formula mathml={figures.symbols[index]!} />
            </dt>
            <dd>{words[language]}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Sentences({ items }: { readonly items: readonly string[] }) {
  return (
    <ul className={styles.sentences}>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
