import { round } from '../statistics/index.ts'

/**
 * The Excel format that prints a number as the document does: `5.8%` of 0.058 or of 5.8, `1,234`, `0.10`.
 * @returns null where the printed text is not this number rounded (`9 of 10`, or a published figure that was cut off);
 * then Excel shows the number itself.
 */
export const numberFormat = (value: number, text: string): string | null => {
  const parts = /^([-−]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?( ?%)?$/.exec(text.trim())
  if (!parts) return null
  const [, sign = '', whole = '', decimals = '', percent = ''] = parts
  const size = Math.abs(value)
  const printed = Number(`${whole.replaceAll(',', '')}.${decimals || '0'}`)
  if (printed !== 0 && (sign !== '') !== value < 0) return null
  const format = `${whole.includes(',') ? '#,##0' : '0'}${decimals === '' ? '' : `.${'0'.repeat(decimals.length)}`}`
  const prints = (number: number): boolean => round(number, decimals.length) === printed
  if (percent !== '' && prints(size * 100)) return `${format}${percent}`
  if (!prints(size)) return null
  return percent === '' ? format : `${format}"${percent}"`
}
