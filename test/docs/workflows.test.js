'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { PROJECT, readPage } = require('./page');

const files = fs
	.readdirSync(path.join(PROJECT, 'workflows'))
	.filter((file) => file.endsWith('.json'));
const read = (file) => fs.readFileSync(path.join(PROJECT, 'workflows', file), 'utf8');

/** Hosts that an example may name: documented ones, and the one that stands for yours. */
const HOSTS = ['example.com', 'api.huskyvoice.ai'];

test('there are examples', () => {
	expect(files.length).toBeGreaterThanOrEqual(13);
});

describe.each(files)('%s', (file) => {
	const text = read(file);
	const workflow = JSON.parse(text);

	it('explains itself in a note', () => {
		const notes = workflow.nodes.filter(({ type }) => type.endsWith('.stickyNote'));
		expect(notes.length).toBeGreaterThan(0);
		for (const { parameters } of notes) expect(parameters.content).toMatch(/^## .{5,}\n.{20,}/);
		expect(notes.some(({ parameters }) => /\n1\. /.test(parameters.content))).toBe(true);
	});

	it('names credentials, without the id of a machine', () => {
		const credentials = workflow.nodes.flatMap((node) => Object.values(node.credentials ?? {}));
		expect(credentials.filter(({ id, name }) => id !== '' || !name)).toEqual([]);
	});

	it('carries nothing of a machine or an account', () => {
		const members = ['connections', 'name', 'nodes', 'settings'];
		expect(Object.keys(workflow).filter((member) => !members.includes(member))).toEqual([]);
		const hosts = [...text.matchAll(/https?:\/\/([^/\s"`)]+)/g)].map(([, host]) => host);
		expect(hosts.filter((host) => !HOSTS.includes(host))).toEqual([]);
		expect(text).not.toMatch(/\b(?:[sp]k_|whsec_)\w{8,}|[0-9a-f]{40,}/i);
	});

	it('connects nodes that are there, and every node but notes', () => {
		const names = workflow.nodes.map(({ name }) => name);
		const links = Object.entries(workflow.connections).flatMap(([from, outputs]) =>
			Object.values(outputs)
				.flat(2)
				.map(({ node }) => [from, node]),
		);
		const joined = new Set(links.flat());
		expect([...joined].filter((name) => !names.includes(name))).toEqual([]);
		const alone = workflow.nodes.filter(({ name }) => !joined.has(name));
		expect(alone.filter(({ type }) => !type.endsWith('.stickyNote'))).toEqual([]);
		expect(new Set(names).size).toBe(names.length);
	});

	it('has ids of its own', () => {
		const others = files.filter((other) => other !== file).map(read);
		const ids = workflow.nodes.flatMap(({ id, webhookId }) => [id, webhookId ?? id]);
		expect(ids.filter((id) => others.some((other) => other.includes(id)))).toEqual([]);
	});

	it.each(['README.md', 'workflows/README.md'])('is listed in %s', (page) => {
		const link = page === 'README.md' ? `workflows/${file}` : file;
		expect(readPage(page).links).toContain(link);
	});
});
