/** Which member of staff a printed party may be: proposed to a person, never linked silently. */

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
  const similar = held.length ? held : present.filter(({ post: other }) => isPart(post, plain(other)));
  return similar.length <= MOST ? similar : [];
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

/** «директор» is no part of «заместитель директора»: the first words have to agree. */
function isPart(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short !== '' && long.startsWith(short);
}
