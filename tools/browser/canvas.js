'use strict';

/**
 * What a person does on the canvas and in the nodes panel.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} url of n8n
 */
function canvasActions(page, url) {
	const searchField = page.getByTestId('node-creator-search-bar');
	const names = page.getByTestId('node-creator-item-name');
	/** @param {string} name */
	const entry = (name) => names.getByText(name, { exact: true });

	/**
	 * Clicks an entry of the panel; by script, for entries slide in while the panel opens.
	 *
	 * @param {string} name
	 */
	const choose = async (name) => {
		await entry(name).waitFor();
		await entry(name).dispatchEvent('click');
	};

	const openPanel = async () => {
		if (await searchField.isVisible()) return;
		const first = page.getByTestId('canvas-plus-button');
		const further = page.getByTestId('node-creator-plus-button');
		await first.or(further).first().click();
		await searchField.waitFor();
	};

	return {
		/** An empty, unsaved workflow. */
		newWorkflow: async () => {
			await page.goto(`${url}/workflow/new`);
			await page.getByTestId('canvas-plus-button').waitFor();
		},

		/** @param {string} id of a saved workflow */
		openWorkflow: async (id) => {
			await page.goto(`${url}/workflow/${id}`);
			await page.getByTestId('canvas-node').first().waitFor();
		},

		/**
		 * Searches the nodes panel, and waits until it shows this package's entry.
		 *
		 * @param {string} words
		 */
		searchNodes: async (words) => {
			await openPanel();
			// Something that finds nothing, lest the entry of an earlier search counts.
			await searchField.fill('0 of these');
			await entry('Voice Call').waitFor({ state: 'hidden' });
			await searchField.fill(words);
			await entry('Voice Call').waitFor();
		},

		/** Opens this package's entry: what it offers. */
		openEntry: async () => {
			await choose('Voice Call');
			await page.getByTestId('node-creator-category-item').first().waitFor();
		},

		/** What an opened entry offers, e.g. `On Voxifi event`. */
		offered: async () => await names.allInnerTexts(),

		/**
		 * Shows what is folded up under `Triggers` or `Actions`.
		 *
		 * @param {string} category
		 * @param {string} name
		 */
		unfold: async (category, name) => {
			if (await entry(name).isVisible()) return;
			await page.getByTestId('node-creator-category-item').filter({ hasText: category }).click();
			await entry(name).waitFor();
		},

		/**
		 * Puts a node on the canvas, e.g. `Create call`. Its form opens.
		 *
		 * @param {string} name
		 */
		place: async (name) => {
			await choose(name);
			await page.getByTestId('node-parameters').waitFor();
		},

		/** Publishes the workflow and waits until the editor says that it is. */
		publish: async () => {
			await page.getByTestId('workflow-open-publish-modal-button').click();
			await page.getByTestId('workflow-publish-button').click();
			await page.getByTestId('workflow-publish-button').waitFor({ state: 'hidden' });
		},
	};
}

module.exports = { canvasActions };
