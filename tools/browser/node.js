'use strict';

/**
 * What a person does in the form of a node.
 *
 * @param {import('playwright-core').Page} page
 */
function nodeActions(page) {
	const form = page.getByTestId('node-parameters');
	const output = page.getByTestId('output-panel');
	/** @param {string} name */
	const field = (name) => page.getByTestId(`parameter-input-${name}`);

	return {
		formText: async () => await form.innerText(),

		/**
		 * Chooses in a list, e.g. `provider`, by the words that it shows.
		 *
		 * @param {string} name
		 * @param {string} option
		 */
		select: async (name, option) => {
			await field(name).click();
			await page.getByRole('option', { name: option, exact: true }).click();
		},

		/**
		 * The words that a list shows.
		 *
		 * @param {string} name
		 */
		selected: async (name) => await field(name).locator('input').first().inputValue(),

		/** @param {Record<string, string>} values by the names of the fields */
		fill: async (values) => {
			for (const [name, value] of Object.entries(values)) {
				await field(name).locator('input').fill(value);
			}
		},

		/** Unfolds the webhook URLs and reads the first one of a kind. */
		webhookUrl: async (kind = 'Test URL') => {
			const tabs = page.getByText('Test URL', { exact: true });
			if (!(await tabs.isVisible())) await page.getByText('Webhook URLs').click();
			await page.getByText(kind, { exact: true }).click();
			const path = kind === 'Test URL' ? 'webhook-test' : 'webhook';
			const pattern = new RegExp(`http\\S+/${path}/\\S+`);
			const shown = page.getByText(pattern).first();
			await shown.waitFor();
			const [address] = (await shown.innerText()).replaceAll(/\s/g, '').match(pattern) ?? [];
			if (address === undefined) throw new Error(`The panel shows no ${kind}`);
			return address;
		},

		/** Starts a test run of a trigger, and waits until it listens. */
		listen: async () => {
			await page.getByTestId('node-execute-button').click();
			await page.getByTestId('trigger-listening').waitFor();
		},

		/** Runs the node and those before it. */
		execute: async () => await page.getByTestId('node-execute-button').click(),

		/** What a run gave out, as JSON with one blank wherever there are any. */
		itemText: async () => {
			await output.getByTestId('node-run-status-success').waitFor();
			await output.getByTestId('radio-button-json').click();
			// It comes a few lines at a time.
			let text = '';
			for (let before; before !== text || text === '';) {
				before = text;
				await page.waitForTimeout(500);
				text = await output.locator('.json-data').innerText();
			}
			return text.replaceAll(/\s+/g, ' ');
		},

		/** What the output says when a run failed. */
		failure: async () => {
			await output.getByTestId('node-error-message').waitFor();
			return {
				message: await output.getByTestId('node-error-message').innerText(),
				description: await output.getByTestId('node-error-description').innerText(),
			};
		},

		closeNode: async () => {
			await page.getByTestId('ndv-close-button').click();
			await form.waitFor({ state: 'hidden' });
		},

		/**
		 * Opens a node on the canvas.
		 *
		 * @param {string} name
		 */
		openNode: async (name) => {
			await page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
			await form.waitFor();
		},
	};
}

module.exports = { nodeActions };
