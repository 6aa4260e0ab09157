/** Which member of staff a printed party may be: several are proposed to a person, one who alone fits answers when the plan is approved. */
import { mayBeSame } from '../intake/organisation.ts';
import { holdersOf, isGroup } from '../linter/posts.ts';

export interface StaffMember {
  readonly id: number;
  readonly fullName: string;
  readonly post: string;
  /** Last day in the post; null: still in it. */
  readonly toDate: string | null;
}

interface Printed {
  readonly post: string | null;
  readonly person: string | null;
}

/** Somebody of that name; without a name, those in the post, when they are few enough to choose from. */
export function staffFor(party: Printed, staff: readonly StaffMember[]): readonly StaffMember[] {
  const present = staff.filter(({ toDate }) => toDate === null);
  if (party.person !== null) {
    const wanted = surname(party.person);
    return present.filter(({ fullName }) => wanted !== '' && surname(fullName) === wanted);
  }
  if (party.post === null) return [];
  const post = plain(party.post);
  const held = present.filter((member) => plain(member.post) === post);
  const similar = held.length ? held : holdersOf(party.post, present);
  return similar.length <= MOST ? similar : [];
}

/**
 * The one member of staff that a party can only be; null where several fit, where it is a group, or of another organisation.
 * @param own names of the organisation whose staff it is
 */
export function soleHolder(
  party: Printed & { readonly organisation: string | null },
  staff: readonly StaffMember[],
  own: readonly string[],
): StaffMember | null {
  if (party.organisation !== null && !isOwn(party.organisation, own)) return null;
  if (party.person === null && (party.post === null || isGroup(party.post))) return null;
  const present = staff.filter(({ toDate }) => toDate === null);
  const found =
    party.person === null
      ? holdersOf(party.post ?? '', present, own)
      : staffFor(party, present).filter(({ fullName }) => initialsAgree(party.person ?? '', fullName));
  return found.length === 1 ? found[0]! : null;
}

/** Named by what tells it apart, or only as «школа», «ОО»; a name that tells nothing («ИРО») is somebody else's. */
function isOwn(organisation: string, own: readonly string[]): boolean {
  const tellsNothing = mayBeSame(organisation, []);
  return tellsNothing
    ? /^(?:оо|оу|мбоу|моу|маоу|сош|школ|образовательн|общеобразовательн)/u.test(plain(organisation))
    : mayBeSame(organisation, own);
}

/** «А. Выдумкина» may be Анна and not Зоя; without initials nothing speaks against. */
function initialsAgree(person: string, fullName: string): boolean {
  const given = initials(person);
  const known = initials(fullName);
  return given.every((letter, at) => known[at] === undefined || known[at] === letter);
}

function initials(name: string): readonly string[] {
  const words = name.split(/[\s.]+/u).filter(Boolean);
  const family = words.findIndex((word) => word.length > 1);
  return words.filter((_, at) => at !== family).map((word) => plain(word).slice(0, 1));
}

const MOST = 3;

/** «А. А. Выдумкина», «Выдумкина Анна Андреевна» and «Выдумкина А.А.» have one surname. */
function surname(name: string): string {
  const words = name.split(/[\s.]+/u).filter((word) => word.length > 1);
  return plain(words[0] ?? '');
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/ё/gu, 'е')
    .replace(/[^\p{L}\p{N} ]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
