'use strict';

const { canvasActions } = require('./canvas');
const { credentialActions } = require('./credentials');
const { nodeActions } = require('./node');

/**
 * How long the editor may take for one thing, in milliseconds: much, for it shares its machine with
 * n8n and other tests.
 */
const PATIENCE = 60_000;

/**
 * n8n's editor in a browser, and what a person does in it. Elements are found by n8n's own
 * `data-test-id`s and by the words that the person reads.
 *
 * @param {import('playwright-core').Browser} browser see launchChromium
 * @param {{ url: string, owner: { email: string, password: string } }} n8n
 */
async function openEditor(browser, { url, owner }) {
	const context = await browser.newContext({
		viewport: { width: 1200, height: 800 },
		colorScheme: 'light',
	});
	context.setDefaultTimeout(PATIENCE);
	await context.addInitScript("localStorage.setItem('N8N_THEME', 'light')");
	const { email, password } = owner;
	const answer = await context.request.post(`${url}/rest/login`, {
		data: { emailOrLdapLoginId: email, password },
	});
	if (!answer.ok()) throw new Error(`Signing in answered ${answer.status()}`);
	const page = await context.newPage();
	return {
		page,
		...canvasActions(page, url),
		...credentialActions(page),
		...nodeActions(page),
		close: async () => await context.close(),
	};
}

module.exports = { openEditor };
