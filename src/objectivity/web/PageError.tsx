import { Link } from '@tanstack/react-router';
import { ApiError } from '#src/platform/ui/api.ts';
import { useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { ErrorState } from '#src/platform/ui/states.tsx';
import { text } from './text.ts';

/** Why a page of signs cannot be shown; what is not there, or not open to this person, leads back to the list. */
export function PageError({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const t = useText(text);
  if (error instanceof ApiError && error.status === 404)
    return (
      <PageHeading
        title={t.missingTitle}
        lead={
          <>
            {t.missing} <Link to="/findings">{t.toList}</Link>
          </>
        }
      />
    );
  return <ErrorState error={error} onRetry={onRetry} />;
}
