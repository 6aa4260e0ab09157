/** The sign of the product: an aperture, because a lens shows what is there. Drawn in the colour of the text around it. */
export function Sign({ size = 24 }: { readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      <circle cx="12" cy="12" r="11.25" />
      <path
        d="M14.6 16.5L21.05 5.32M9.4 16.5L22.31 16.5M6.8 12L13.25 23.18M9.4 7.5L2.95 18.68M14.6 7.5L1.69 7.5M17.2 12L10.75 0.82"
        strokeLinejoin="round"
      />
    </svg>
  );
}
