import { Link } from '@tanstack/react-router';
import { DataTable, type Column } from '#src/platform/ui/DataTable.tsx';
import { DASH } from '#src/platform/ui/format.ts';
import { useText } from '#src/platform/ui/language.tsx';
import { StrengthMark } from '#src/platform/ui/StrengthMark.tsx';
import type { Detail } from './facts.ts';
import { findingText } from './finding-text.ts';
import type { Finding } from './grouping.ts';
import { MechanismWords } from './MechanismWords.tsx';
import { Passage } from './Passage.tsx';
import { text } from './text.ts';

type Wording = (typeof findingText)['ru'];
type ListWording = (typeof text)['ru'];

/** Other results of the same school: a sign that stands alone reads otherwise than one among many. */
export function NeighboursPassage({ detail }: { readonly detail: Detail }) {
  const f = useText(findingText);
  const t = useText(text);
  if (detail.level === 'municipality' && detail.neighbours.length === 0) return null;
  return (
    <Passage title={f.neighbours}>
      {detail.neighbours.length ? (
        <DataTable
          caption={f.neighboursCaption}
          columns={columnsOf(f, t)}
          rows={detail.neighbours}
          rowKey={(finding) => String(finding.id)}
        />
      ) : (
        <p>{f.noNeighbours}</p>
      )}
    </Passage>
  );
}

/** No column sorts: an order by strength would be a ranking. */
function columnsOf(f: Wording, t: ListWording): readonly Column<Finding>[] {
  const name = (finding: Finding): string =>
    finding.className ?? (finding.level === 'school' ? f.wholeSchool : f.wholeMunicipality);
  return [
    {
      key: 'unit',
      header: f.unit,
      naming: true,
      short: true,
      sortable: false,
      value: name,
      cell: (finding) => (
        <Link
          to="/findings/$id"
          params={{ id: String(finding.id) }}
          aria-label={`${name(finding)}, ${t.work(finding.subject, finding.grade)}`}
        >
          {name(finding)}
        </Link>
      ),
    },
    { key: 'work', header: f.work, sortable: false, value: (finding) => t.work(finding.subject, finding.grade) },
    {
      key: 'sign',
      header: t.columns.sign,
      sortable: false,
      value: (finding) => finding.mechanisms.join(' '),
      cell: (finding) => <MechanismWords finding={finding} />,
    },
    {
      key: 'strength',
      header: t.columns.strength,
      sortable: false,
      value: (finding) => finding.strength,
      cell: (finding) =>
        finding.localFdr === null ? (
          DASH
        ) : (
          <StrengthMark strength={finding.strength} mechanisms={finding.mechanisms.length} />
        ),
    },
    {
      key: 'written',
      header: f.sample,
      figures: true,
      sortable: false,
      value: (finding) => finding.participants,
    },
  ];
}
