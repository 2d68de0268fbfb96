// SPDX-License-Identifier: GPL-3.0-or-later
import { LLMock } from '@copilotkit/aimock';

/// A model's server on a free port of loopback. `fixtures`: as aimock's files have them.
export async function startModel(fixtures) {
  const mock = new LLMock({ port: 0 });
  mock.addFixturesFromJSON(JSON.stringify(fixtures));
  await mock.start();
  return {
    url: `${mock.url}/v1`,
    /// Bodies of all that was asked.
    async asked() {
      const entries = await (await fetch(`${mock.url}/__aimock/journal`)).json();
      return entries.map(({ body }) => body);
    },
    stop: () => mock.stop(),
  };
}
