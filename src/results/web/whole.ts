/** A whole number as typed, or null: «12», not «12,5» or «». */
export function whole(typed: string): number | null {
  return /^\d{1,6}$/.test(typed.trim()) ? Number(typed.trim()) : null;
}
