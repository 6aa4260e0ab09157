/** Every component on invented data. Built only by `vite build --mode design`. */
export default function DesignPage() {
  return <p>…</p>;
}
