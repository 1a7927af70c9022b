import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { adjustedRand, silhouette } from './agreement.ts'
import { kMeans, type Points } from './k-means.ts'

/** Fisher's irises (1936): four lengths in tenths of a millimetre, two digits each, as published (rows 35 and 38 of the common copy mended). */
const IRIS = `
  51351402 49301402 47321302 46311502 50361402 54391704 46341403 50341502 44291402 49311501 54371502
  48341602 48301401 43301101 58401202 57441504 54391304 51351403 57381703 51381503 54341702 51371504
  46361002 51331705 48341902 50301602 50341604 52351502 52341402 47321602 48311602 54341504 52411501
  55421402 49311502 50321202 55351302 49361401 44301302 51341502 50351303 45231303 44321302 50351606
  51381904 48301403 51381602 46321402 53371502 50331402 70324714 64324515 69314915 55234013 65284615
  57284513 63334716 49243310 66294613 52273914 50203510 59304215 60224010 61294714 56293613 67314414
  56304515 58274110 62224515 56253911 59324818 61284013 63254915 61284712 64294313 66304414 68284814
  67305017 60294515 57263510 55243811 55243710 58273912 60275116 54304515 60344516 67314715 63234413
  56304113 55254013 55264412 61304614 58264012 50233310 56274213 57304212 57294213 62294313 51253011
  57284113 63336025 58275119 71305921 63295618 65305822 76306621 49254517 73296318 67255818 72366125
  65325120 64275319 68305521 57255020 58285124 64325323 65305518 77386722 77266923 60225015 69325723
  56284920 77286720 63274918 67335721 72326018 62284818 61304918 64285621 72305816 74286119 79386420
  64285622 63285115 61265614 77306123 63345624 64315518 60304818 69315421 67315624 69315123 58275119
  68325923 67335725 67305223 63255019 65305220 62345423 59305118 `

const irises = (): Points => {
  const values = Float64Array.from(
    IRIS.replaceAll(/\s/g, '').match(/../g) ?? [],
    (digits) => Number(digits) / 10,
  )
  return { values, count: 150, width: 4 }
}

const standardised = ({ values, count, width }: Points): Points => {
  const columns = Array.from({ length: width }, (_, c) => values.filter((_value, at) => at % width === c))
  const mean = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / count)
  const sd = columns.map((column, c) =>
    Math.sqrt(column.reduce((sum, value) => sum + (value - mean[c]!) ** 2, 0) / count),
  )
  return { values: values.map((value, at) => (value - mean[at % width]!) / sd[at % width]!), count, width }
}

interface Published {
  readonly inertia: number
  readonly silhouette: number
  readonly ARI: number
  readonly sizes: number[]
}

const FILE = '../shared/fixtures/kmeans_silhouette.json'
const species = Array.from({ length: 150 }, (_, row) => Math.floor(row / 50))

describe.skipIf(!existsSync(FILE))('K-Means on irises, as scikit-learn gives it', () => {
  const published = (
    JSON.parse(existsSync(FILE) ? readFileSync(FILE, 'utf8') : '{}') as { values: Record<string, Published> }
  ).values
  for (const scale of ['raw', 'z'])
    it.each([2, 3, 4, 6])(`${scale}, k = %i`, (k) => {
      const points = scale === 'raw' ? irises() : standardised(irises())
      const wanted = published[`iris ${scale} k=${k}`]!
      expect(kMeans(points, k, 42, 50).inertia).toBeLessThan(wanted.inertia + 0.001)
      // Some optima of scikit-learn are not the best there are: the same one is looked for among single starts.
      const found = Array.from({ length: 400 }, (_, seed) => kMeans(points, k, seed, 1)).find(
        ({ inertia }) => Math.abs(inertia - wanted.inertia) < 1e-5,
      )!
      expect(silhouette(points, found.label)).toBeCloseTo(wanted.silhouette, 3)
      expect(adjustedRand(found.label, species)).toBeCloseTo(wanted.ARI, 3)
      const sizes = new Int32Array(k)
      for (const label of found.label) sizes[label]! += 1
      expect([...sizes].toSorted((a, b) => a - b)).toEqual(wanted.sizes)
    })
})

it('repeats with the same seed, and moving all points moves the centres only', () => {
  const points = irises()
  const found = kMeans(points, 3, 7)
  expect(kMeans(points, 3, 7).label).toEqual(found.label)
  const moved = kMeans({ ...points, values: points.values.map((value) => value * 2 + 5) }, 3, 7)
  expect(moved.inertia / 4).toBeCloseTo(found.inertia, 6)
  expect(adjustedRand(moved.label, found.label)).toBe(1)
})

it('keeps k clusters when points coincide', () => {
  const values = Float64Array.from([0, 0, 0, 0, 5, 5, 9])
  const found = kMeans({ values, count: 7, width: 1 }, 3, 1)
  expect(found.inertia).toBe(0)
  expect(new Set(found.label).size).toBe(3)
})

it('gives the adjusted Rand index and the silhouette of cases done by hand', () => {
  expect(adjustedRand([0, 0, 1, 1], ['b', 'b', 'a', 'a'])).toBe(1)
  expect(adjustedRand([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(-0.5, 12)
  const line = { values: Float64Array.from([0, 1, 10, 11]), count: 4, width: 1 }
  const wanted = (1 - 1 / 10.5 + (1 - 1 / 9.5)) / 2
  expect(silhouette(line, [0, 0, 1, 1])).toBeCloseTo(wanted, 12)
  expect(silhouette(line, [0, 0, 0, 0])).toBeNaN()
})
