import { useState } from 'react';
import { CheckField } from '#src/platform/ui/Field.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import type { ImportPart, TablePart } from './steps.ts';
import { text } from './text.ts';
import type { Answering } from './useAnswer.ts';

interface SkipFlawedProps {
  readonly part: ImportPart | TablePart;
  /** Of which table of the file; null when it has only one. */
  readonly name: string | null;
  readonly answering: Answering;
}

/** Stores a table without its rows that carry errors: allowed, but said to be second best. */
export function SkipFlawed({ part, name, answering }: SkipFlawedProps) {
  const t = useText(text);
  // What was just pressed is shown at once; the server's word replaces it when the answer comes.
  const [pressed, setPressed] = useState<boolean | null>(null);
  const label = t.problems.skip(part.flawedRows);
  return (
    <CheckField
      label={name === null ? label : `${name}: ${label}`}
      hint={'questions' in part ? t.problems.skipRowsHint : t.problems.skipHint}
      checked={(answering.busy ? pressed : null) ?? part.skipFlawed}
      onChange={(skipFlawed) => {
        if (answering.busy) return;
        setPressed(skipFlawed);
        const said = { id: part.id, skipFlawed };
        answering.answer('questions' in part ? { table: said } : { part: said });
      }}
    />
  );
}
