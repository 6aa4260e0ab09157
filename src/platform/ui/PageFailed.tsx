import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useText } from './language.tsx';
import { PageHeading } from './PageHeading.tsx';
import { ErrorState } from './states.tsx';
import { text } from './text.ts';

/** No page stands at this address. */
export function NotFound() {
  const t = useText(text);
  return (
    <PageHeading
      title={t.notFoundTitle}
      lead={
        <>
          {t.notFound} <Link to="/">{t.toStart}</Link>
        </>
      }
    />
  );
}

/** A page broke while it was drawn; the frame around it stays usable. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const again = (): void => {
    reset();
    void router.invalidate();
  };
  return <ErrorState error={error instanceof Error ? error : new Error(String(error))} onRetry={again} />;
}
