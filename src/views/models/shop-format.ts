import type { Formats } from '../../ui/text/format.ts'
import { useFormat } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'

/** The format in force, whose instants are told by the shop's clock, as on the forecast page. */
export function useShopFormat(): () => Formats {
  const format = useFormat()
  const shop = useShop()
  return () => {
    const inForce = format()
    return { ...inForce, instant: (at) => inForce.instant(at, shop.timeZone() ?? undefined) }
  }
}
