import { useFormat, useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'
import { Fact, Section } from './section.tsx'

const nameOf = (currency: string, locale: string): string => {
  const name = new Intl.DisplayNames([locale], { type: 'currency' }).of(currency)
  return name && name !== currency ? `${currency} – ${name}` : currency
}

/** Currency, time zone and days of the open workspace. */
export function FiguresPart() {
  const t = useText()
  const format = useFormat()
  const shop = useShop()
  const currency = () => {
    const known = shop.currency()
    return known ? nameOf(known, format().locale) : t('settings.undecided')
  }
  const span = () => {
    const { first, last } = shop.span()
    return first && last ? format().dayRange(first, last) : t('settings.noSpan')
  }
  return (
    <Section title={t('settings.figures')} hint={t('settings.figuresHint')}>
      <dl class="flex flex-col gap-2">
        <Fact name={t('settings.currency')}>{currency()}</Fact>
        <Fact name={t('settings.timeZone')}>{shop.timeZone() ?? t('settings.undecided')}</Fact>
        <Fact name={t('settings.span')}>{span()}</Fact>
      </dl>
    </Section>
  )
}
