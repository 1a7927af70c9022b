import { call, openBuiltApp, ready } from '../built-app.ts'
import { expect, test } from './story.ts'

const PASSPHRASE = 'mesa lluvia tren verde'

test('a passkey opens a locked workspace beside its passphrase, and is never the only way', async ({
  locale,
}) => {
  const app = await openBuiltApp({ locale })
  const { page } = app
  // A passkey belongs to a name; an address of numbers has none.
  await page.goto(`${app.url.replace('127.0.0.1', 'localhost')}/settings`)
  await ready(page)
  const devices = await page.context().newCDPSession(page)
  await devices.send('WebAuthn.enable')
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      hasPrf: true,
      automaticPresenceSimulation: true,
    },
  })
  const { current } = (await call(page, 'GET', '/api/v1/workspaces')).body as { current: string }
  const lock = `/api/v1/workspaces/${current}`
  const set = await call(page, 'PUT', `${lock}/passphrase`, { body: { passphrase: PASSPHRASE } })
  expect(set.status).toBe(200)
  await page.reload()
  await ready(page)
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()

  await page.getByRole('button', { name: 'Add a passkey…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Present passphrase or recovery key').fill(PASSPHRASE)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The passkey opens this workspace now')).toBeVisible()
  await page.getByRole('button', { name: 'Lock now' }).click()
  await page.getByRole('button', { name: 'Use the passkey' }).click()
  await expect(page.getByRole('button', { name: 'Lock now' })).toBeVisible()

  const state = (await call(page, 'GET', `${lock}/lock`)).body as { passkeys: { credential: string }[] }
  const forged = { ...state.passkeys[0], secret: btoa('x'.repeat(32)) }
  await call(page, 'POST', `${lock}/lock`)
  expect((await call(page, 'POST', `${lock}/unlock`, { body: { passkey: forged } })).body).toMatchObject({
    code: 'WRONG_PASSWORD',
  })
  const opened = await call(page, 'POST', `${lock}/unlock`, { body: { passphrase: PASSPHRASE } })
  expect(opened.status).toBe(200)
  await app.close()
})
