import type { Output } from '#src/platform/ui/api.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import './api.ts';

export type Finding = Output<'GET /api/findings'>['findings'][number];

export interface WorkGroup {
  readonly workId: number;
  readonly subject: string;
  readonly grade: number;
  readonly findings: readonly Finding[];
}

export interface SchoolGroup {
  /** Null for the municipality's own rows. */
  readonly school: Finding['school'];
  readonly works: readonly WorkGroup[];
  readonly rows: number;
}

export interface MunicipalityGroup {
  readonly municipality: Finding['municipality'];
  readonly schools: readonly SchoolGroup[];
}

/**
 * Rows as a table sets them: municipality, school, work, unit, each in the order of names as people read them, so that № 3
 * stands before № 11.
 */
export function groupFindings(findings: readonly Finding[], language: Language): readonly MunicipalityGroup[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const sorted = [...findings].sort(
    (a, b) =>
      compare(a.municipality.name, b.municipality.name) ||
      compare(a.school?.name ?? '', b.school?.name ?? '') ||
      a.grade - b.grade ||
      compare(a.subject, b.subject) ||
      a.workId - b.workId ||
      compare(a.className ?? '', b.className ?? ''),
  );
  return parts(sorted, (finding) => finding.municipality.id).map((ofMunicipality) => ({
    municipality: ofMunicipality[0].municipality,
    schools: parts(ofMunicipality, (finding) => finding.school?.id ?? 0).map((ofSchool) => ({
      school: ofSchool[0].school,
      rows: ofSchool.length,
      works: parts(ofSchool, (finding) => finding.workId).map((ofWork) => ({
        workId: ofWork[0].workId,
        subject: ofWork[0].subject,
        grade: ofWork[0].grade,
        findings: ofWork,
      })),
    })),
  }));
}

/** Different units among the findings: one class with signs in two works counts once. */
export function countUnits(findings: readonly Finding[]): {
  readonly classes: number;
  readonly schools: number;
  readonly municipalities: number;
} {
  return {
    classes: new Set(findings.map((finding) => `${finding.school?.id} ${finding.className}`)).size,
    schools: new Set(findings.map((finding) => finding.school?.id)).size,
    municipalities: new Set(findings.map((finding) => finding.municipality.id)).size,
  };
}

/** Splits by key, keys in the order of their first appearance. */
function parts<Item>(items: readonly Item[], key: (item: Item) => number): Item[][] {
  const found = new Map<number, Item[]>();
  for (const item of items) {
    const at = key(item);
    const part = found.get(at);
    if (part) part.push(item);
    else found.set(at, [item]);
  }
  return [...found.values()];
}
