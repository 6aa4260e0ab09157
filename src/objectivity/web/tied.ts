/** A name as a line may break it: «№ 3» and «г. Заозёрск» stay together. Only for showing, never for comparing. */
export function tied(name: string): string {
  return name.replace(/(№|(?:^|(?<= ))[гсп]\.) /gu, '$1\u00a0');
}
