'use strict';

/**
 * What a person does in the form of a credential.
 *
 * @param {import('playwright-core').Page} page
 */
function credentialActions(page) {
	const form = page.getByTestId('editCredential-modal');
	/** @param {string} name */
	const field = (name) => form.getByTestId(`parameter-input-${name}`).locator('input');

	return {
		/** The form of a new credential, also where the node has taken one that was there. */
		newCredential: async () => {
			const connect = page.getByTestId('node-credentials-empty-state').getByRole('button');
			const choice = page.getByTestId('node-credentials-select');
			const another = page.getByTestId('node-credentials-select-item-new');
			// The list closes again where n8n reads the credentials anew in that moment.
			for (let attempt = 0; attempt < 6; attempt += 1) {
				await connect.or(choice).first().click();
				const opening = [form, another].map((each) => each.waitFor({ timeout: 5000 }));
				const isOpen = await Promise.any(opening).then(
					() => true,
					() => false,
				);
				if (isOpen) break;
			}
			if (await another.isVisible()) await another.click();
			await form.waitFor();
		},

		/** The form of the node's credential. n8n tests it at once. */
		editCredential: async () => {
			await page.getByTestId('credential-edit-button').click();
			await form.waitFor();
		},

		/** @param {Record<string, string>} values by the names of the fields */
		fillCredential: async (values) => {
			for (const [name, value] of Object.entries(values)) await field(name).fill(value);
		},

		/** Saves what n8n tests and finds wrong. @returns {Promise<string>} what it says then */
		saveFailing: async () => {
			await form.getByTestId('credential-save-button').click();
			await form.getByText('More details').click();
			return await form.getByTestId('credential-edit-dialog').innerText();
		},

		/** Saves what n8n tests and finds right: the form then closes by itself. */
		savePassing: async () => {
			await form.getByTestId('credential-save-button').click();
			await form.waitFor({ state: 'hidden' });
		},

		/** Waits for the green line in an opened form. */
		credentialPassed: async () => await form.getByText('Connection tested successfully').waitFor(),

		closeCredential: async () => {
			if (!(await form.isVisible())) return;
			await form.getByRole('button', { name: /close/i }).first().click();
			await form.waitFor({ state: 'hidden' });
		},
	};
}

module.exports = { credentialActions };
