import { NotAvailable } from './missing.tsx'

/** `interval` is a share from 0 to 1 with its 95% limits, as `platform/statistics` gives them. */
export type NumberWithBaseProps = {
  count: number
  of: number
  interval?: { low: number; high: number } | null | undefined
}

const whole = new Intl.NumberFormat('en-GB')

/** 0.6 is "60%". No decimals: with the bases that we have, they would promise what is not known. */
export const percent = (share: number): string => `${Math.round(share * 100)}%`

/** "9 of 10 (60% to 98%)": a count with its base and, where it is a share, its 95% interval. */
export const NumberWithBase = ({ count, of, interval }: NumberWithBaseProps) => {
  if (of === 0) return <NotAvailable />
  return (
    <span class="tl-number">
      {whole.format(count)} of {whole.format(of)}
      {interval && (
        <span class="tl-number__interval">
          {' '}
          ({percent(interval.low)} to {percent(interval.high)})
        </span>
      )}
    </span>
  )
}
