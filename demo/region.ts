/**
 * The demo region, «Заозёрский край (вымышленный)»: municipalities, schools, classes, their history and staff. Everything
 * follows from the numbers of the schools, nothing from a clock: the same region on every machine.
 */
import { Random } from '#src/objectivity/engine/random.ts';
import { inventPerson } from './people.ts';
import { MUNICIPALITIES, type SchoolRow, type SchoolSize, SIZES } from './schools.ts';

/** A class of the school year 2025/26. */
export interface DemoClass {
  readonly grade: number;
  /** «А»; with the grade it is printed as «4А». */
  readonly letter: string;
}

/** Something that happened to a school; columns as in the table organization_event. */
export interface DemoEvent {
  readonly kind: 'renamed' | 'merged' | 'closed';
  /** ISO date. */
  readonly happenedOn: string;
  readonly oldName: string | null;
  readonly newName: string | null;
  /** Code of the other school of a merger. */
  readonly otherCode: string | null;
}

/** A person on a post; nobody of them exists. */
export interface DemoStaff {
  readonly fullName: string;
  readonly post: string;
  /** ISO dates; `to` is null while the person holds the post. */
  readonly from: string;
  readonly to: string | null;
}

export interface DemoSchool {
  /** Login of the school in the official system and the organisation's code: «edu990103». Unique. */
  readonly code: string;
  /** Full name as official files print it. */
  readonly name: string;
  readonly shortName: string;
  readonly size: SchoolSize;
  readonly specialised: boolean;
  /** Classes of the grades that write checking works; empty for a closed school. */
  readonly classes: readonly DemoClass[];
  readonly staff: readonly DemoStaff[];
  readonly history: readonly DemoEvent[];
  /** ISO date; null for a school that works. */
  readonly closedOn: string | null;
  /** Code of the school that took over; null where there is none. */
  readonly successorCode: string | null;
}

export interface DemoMunicipality {
  /** Login of the municipality in the official system: «reg99_m001». */
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly staff: readonly DemoStaff[];
  /** Working schools and, last, a closed one where the history has it. */
  readonly schools: readonly DemoSchool[];
}

export interface DemoRegion {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  /** The year in which the school year begins: 2025 is 2025/26. */
  readonly schoolYear: number;
  readonly staff: readonly DemoStaff[];
  readonly municipalities: readonly DemoMunicipality[];
}

const GRADES = [4, 5, 6, 7, 8] as const;
const LETTERS = 'АБВГДЕЖЗИКЛМ';
/** The region's number among the subjects of the federation: none has it. */
const REGION_NUMBER = 99;

const RENAMED = 'edu990302';
const SUCCESSOR = 'edu990301';
const CLOSED = 'edu990310';
const CLOSED_ON = '2025-08-29';

/** Posts that every school fills. */
export const SCHOOL_POSTS = {
  head: 'директор',
  deputy: 'заместитель директора по УВР',
  coordinator: 'школьный координатор ВПР',
} as const;

function schoolCode(municipality: number, school: number): string {
  return `edu${REGION_NUMBER}${two(municipality)}${two(school)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** Numbers of invented things depend on the organisation's code alone, so a new school changes nothing of the others. */
export function randomOf(code: string, purpose: number): Random {
  return new Random(Number(code.replaceAll(/\D/gu, '')) * 31 + purpose);
}

function post(random: Random, title: string, from: string, to: string | null = null): DemoStaff {
  return { fullName: inventPerson(random), post: title, from, to };
}

function classesOf(code: string, size: SchoolSize): DemoClass[] {
  const random = randomOf(code, 1);
  const [fewest, most] = SIZES[size].parallels;
  const usual = random.integer(fewest, most);
  return GRADES.flatMap((grade) => {
    const parallels = Math.min(most, Math.max(fewest, usual + random.integer(-1, 1)));
    return Array.from({ length: parallels }, (_, index) => ({ grade, letter: LETTERS[index]! }));
  });
}

function staffOf(code: string, size: SchoolSize): DemoStaff[] {
  const random = randomOf(code, 2);
  const head = post(random, SCHOOL_POSTS.head, '2019-08-26');
  const deputy = post(random, SCHOOL_POSTS.deputy, '2021-08-30');
  // In a village school the deputy head is the coordinator as well.
  const coordinator =
    size === 'village'
      ? { ...deputy, post: SCHOOL_POSTS.coordinator, from: '2025-09-01' }
      : post(random, SCHOOL_POSTS.coordinator, '2025-09-01');
  return [head, deputy, coordinator];
}

function buildSchool(code: string, row: SchoolRow): DemoSchool {
  const common = {
    code,
    name: row.name,
    shortName: row.shortName,
    size: row.size,
    specialised: row.specialised === true,
    classes: classesOf(code, row.size),
    closedOn: null,
    successorCode: null,
  };
  const staff = staffOf(code, row.size);
  if (code === RENAMED) {
    const former = post(randomOf(code, 3), SCHOOL_POSTS.head, '2012-08-27', '2019-08-25');
    const oldName = 'МБОУ «Журавлинская СОШ № 2»';
    const renamed = { kind: 'renamed', happenedOn: '2024-09-01', oldName, newName: row.name, otherCode: null } as const;
    return { ...common, staff: [...staff, former], history: [renamed] };
  }
  if (code === SUCCESSOR) {
    const merged = { kind: 'merged', happenedOn: CLOSED_ON, oldName: null, newName: null, otherCode: CLOSED } as const;
    return { ...common, staff, history: [merged] };
  }
  return { ...common, staff, history: [] };
}

/** A school that was joined to another before this school year; its pupils are counted there. */
function closedSchool(): DemoSchool {
  const name = 'МКОУ «Каравайковская ООШ»';
  return {
    code: CLOSED,
    name,
    shortName: 'Каравайковская ООШ',
    size: 'village',
    specialised: false,
    classes: [],
    staff: [post(randomOf(CLOSED, 2), SCHOOL_POSTS.head, '2008-08-25', CLOSED_ON)],
    history: [{ kind: 'closed', happenedOn: CLOSED_ON, oldName: name, newName: null, otherCode: SUCCESSOR }],
    closedOn: CLOSED_ON,
    successorCode: SUCCESSOR,
  };
}

function buildMunicipality(number: number): DemoMunicipality {
  const row = MUNICIPALITIES[number - 1]!;
  const code = `reg${REGION_NUMBER}_m0${two(number)}`;
  const random = randomOf(code, 2);
  const schools = row.schools.map((school, index) => buildSchool(schoolCode(number, index + 1), school));
  if (schools.some((school) => school.code === SUCCESSOR)) schools.push(closedSchool());
  return {
    code,
    name: row.name,
    shortName: row.shortName,
    staff: [
      post(random, 'начальник управления образования', '2018-03-12'),
      post(random, 'муниципальный координатор ВПР', '2022-09-01'),
      post(random, 'методист информационно-методического центра', '2020-08-24'),
    ],
    schools,
  };
}

function buildRegion(): DemoRegion {
  const random = new Random(REGION_NUMBER);
  return {
    code: 'reg99',
    name: 'Заозёрский край (вымышленный)',
    shortName: 'Заозёрский край',
    schoolYear: 2025,
    staff: [
      post(random, 'начальник отдела оценки качества образования', '2017-02-06'),
      post(random, 'аналитик регионального центра оценки качества образования', '2021-09-01'),
    ],
    municipalities: MUNICIPALITIES.map((_, index) => buildMunicipality(index + 1)),
  };
}

/** 6 municipalities, 60 working schools and one closed. */
export const demoRegion: DemoRegion = buildRegion();

/** Schools that write works, in the order of their codes. */
export const workingSchools: readonly DemoSchool[] = demoRegion.municipalities.flatMap((municipality) =>
  municipality.schools.filter((school) => school.closedOn === null),
);
