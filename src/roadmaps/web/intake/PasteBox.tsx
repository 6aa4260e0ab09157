import { useState, type ClipboardEvent } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { TextAreaField } from '#src/platform/ui/Field.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import styles from './new-plan.module.css';
import { text } from './text.ts';

interface PasteBoxProps {
  readonly busy: boolean;
  /** Hears what was pasted as a file: the page's form where the clipboard has one, since it keeps the cells. */
  readonly onPasted: (file: File) => void;
}

/** A field for a table copied elsewhere. What is shown can be edited as long as no table is kept behind it. */
export function PasteBox({ busy, onPasted }: PasteBoxProps) {
  const t = useText(text);
  const [words, setWords] = useState('');
  const [html, setHtml] = useState<string | null>(null);
  const paste = (event: ClipboardEvent): void => {
    const page = event.clipboardData.getData('text/html');
    if (!/<table\b/i.test(page)) return;
    event.preventDefault();
    setHtml(page);
    setWords(event.clipboardData.getData('text/plain'));
  };
  const rows = html === null ? 0 : (html.match(/<tr\b/gi)?.length ?? 0);
  const read = (): void =>
    onPasted(
      html === null
        ? new File([words], 'paste.txt', { type: 'text/plain' })
        : new File([html], 'paste.html', { type: 'text/html' }),
    );
  return (
    <details className={styles.paste}>
      <summary>{t.pasteTitle}</summary>
      <div onPaste={paste}>
        <TextAreaField
          label={t.pasteLabel}
          hint={t.pasteHint}
          rows={6}
          value={words}
          onChange={(value) => {
            setWords(value);
            setHtml(null);
          }}
        />
        {html === null ? null : <output className="soft small">{t.pasteTable(rows)}</output>}
        <Button busy={busy} disabled={words.trim() === ''} onClick={read}>
          {t.pasteRead}
        </Button>
      </div>
    </details>
  );
}
