import type { Client } from '../../api/client.ts'

const keyOf = (prediction: string) => `forecast ${prediction}`

/** Notes that a forecast was made from the data in force. */
export const noteCurrent = (client: Client, prediction: string): Promise<void> =>
  client.session.current().lastKnown.write(keyOf(prediction), true)

/** Whether the data are still those that a forecast was made from. */
export const isCurrent = async (client: Client, prediction: string): Promise<boolean> =>
  (await client.session.current().lastKnown.read<true>(keyOf(prediction))) === true
