'use strict';

const path = require('node:path');
const { HostFailure, PROJECT, installN8n, run } = require('../../tools/n8n-host');
const { environment, peerVersions } = require('../environment');
const { unpackPackage } = require('../install');
const { nodeVersion } = require('../nodeVersion');
const { median, readable } = require('../statistics');
const { measureInHost } = require('./inHost');
const { ANSWER_TIME, SIDE_BY_SIDE, againstItems } = require('./items');

/**
 * Part 4: what a delivery costs when there is more of something.
 *
 * @param {{ quick: boolean }} options
 * @returns {Promise<import('../results').Result>}
 */
async function growth(options) {
	const { version, node } = await installN8n();
	const { mitata } = peerVersions();
	const about = environment({ n8n: version, node: await nodeVersion(node), mitata });
	const own = await measureOwnCode(node, options);
	const inHost = await measureInHost(options);
	const items = await againstItems(options);
	return {
		part: 'growth',
		title: 'What a delivery costs when there is more of something',
		method: `Own code: microseconds of the trigger alone for a genuine delivery, from request to answer, with n8n replaced by a few functions (medians). In n8n: deliveries per second with lazy acquisition of isolates, eight senders, medians of 3 alternating rounds. Items: n8n as it comes, against a stand-in of HuskyVoice's API that answers after ${ANSWER_TIME} milliseconds.`,
		environment: about,
		tables: [
			ownTable(own, 'keys', 'Deliveries remembered (200 of them in the database)', 'Remembered'),
			ownTable(own, 'bytes', 'Size of the body, duplicates not ignored', 'Bytes'),
			ownTable(own, 'secrets', 'Candidate secrets, verify alone, body of 1 KB', 'Secrets'),
			ownTable(own, 'providers', 'Provider, each with its own sample of an event', 'Provider'),
			{
				id: 'n8n-keys',
				title: 'In n8n: a new trigger, the deliveries before',
				columns: [
					{ key: 'deliveriesBefore', label: 'Deliveries before' },
					{ key: 'perSecond', label: 'Per second' },
				],
				rows: inHost.keys,
			},
			hostTable(inHost.bytes, 'bytes', 'Size of the body', 'Bytes'),
			hostTable(
				inHost.providers,
				'provider',
				'Provider, with its own sample of an event',
				'Provider',
			),
			hostTable(
				inHost.secrets,
				'secrets',
				'Secrets, each in a credential of its own, over 100 active workflows in turn; 100 with the Webhook node',
				'Secrets',
			),
			hostTable(
				inHost.workflows,
				'workflows',
				'Active workflows with the trigger, in turn; as many with the Webhook node',
				'Workflows',
			),
			{
				id: 'n8n-items',
				title: `In n8n: items of one execution; Voice Call with ${SIDE_BY_SIDE} requests in parallel, HTTP Request with all at once`,
				columns: [
					{ key: 'node', label: 'Node' },
					{ key: 'limit', label: "The provider's limit" },
					{ key: 'items', label: 'Items' },
					{ key: 'perSecond', label: 'Items per second' },
					{ key: 'megabytes', label: 'Memory of n8n at its highest, MB' },
					{ key: 'sideBySide', label: 'Requests side by side, at most' },
					{ key: 'refused', label: 'Refused by the limit' },
					{ key: 'outOfOrder', label: 'Items out of order' },
				],
				rows: items,
			},
		],
		aims: aimsOf(own, inHost, items),
	};
}

async function measureOwnCode(node, { quick }) {
	const { dist } = await unpackPackage();
	const job = { dist, rounds: quick ? 1 : 5, seconds: quick ? 0.02 : 0.15 };
	const script = path.join(__dirname, 'measure.mjs');
	// The compiled code asks for n8n-workflow, which n8n provides and here the project.
	const env = { ...process.env, NODE_PATH: path.join(PROJECT, 'node_modules') };
	const { code, output } = await run(node, [script, JSON.stringify(job)], { env });
	if (code !== 0) throw new HostFailure(`Measuring growth failed:\n${output}`);
	const samples = JSON.parse(output);
	const found = {};
	for (const { series, x } of samples) {
		const same = samples.filter((sample) => sample.series === series && sample.x === x);
		found[series] ??= new Map();
		found[series].set(x, median(same.map(({ microseconds }) => microseconds)));
	}
	return found;
}

function ownTable(own, series, title, label) {
	return {
		id: `own-${series}`,
		title: `Own code: ${title}`,
		columns: [
			{ key: 'x', label },
			{ key: 'microseconds', label: 'Microseconds per delivery' },
		],
		rows: [...own[series]].map(([x, microseconds]) => ({ x, microseconds })),
	};
}

function hostTable(rows, key, title, label) {
	return {
		id: `n8n-${key}`,
		title: `In n8n: ${title}`,
		columns: [
			{ key, label },
			{ key: 'trigger', label: 'Voice Call Trigger, per second' },
			{ key: 'bare', label: 'Webhook node, per second' },
			{ key: 'ratio', label: 'Ratio' },
		],
		rows: rows.map((row) => ({ ...row, ratio: row.trigger / row.bare })),
	};
}

function aimsOf(own, inHost, items) {
	const full = own.keys.get(10_000) / own.keys.get(200);
	const [first, last] = [inHost.workflows[0], inHost.workflows.at(-1)];
	const ratio = ({ trigger, bare }) => trigger / bare;
	const workflows = ratio(last) / ratio(first);
	const perSecret = (own.secrets.get(100) - own.secrets.get(1)) / 99 / own.secrets.get(1);
	const ours = items.filter(({ node }) => node === 'Voice Call');
	const unlimited = ours.filter(({ limit }) => limit === 'none');
	const [few, many] = [unlimited[0], unlimited.at(-1)];
	const [firstSecret, ...moreSecrets] = inHost.secrets;
	const secrets = ratio(moreSecrets.at(-1) ?? firstSecret) / ratio(firstSecret);
	const most = Math.max(...ours.map(({ sideBySide }) => sideBySide));
	const outOfOrder = items.reduce((sum, row) => sum + row.outOfOrder, 0);
	const pace = many.perSecond / few.perSecond;
	return [
		{
			aim: `Voice Call: ${readable(many.items)} items as fast as ${few.items}, each (at least 0.8)`,
			measured: pace.toFixed(2),
			met: pace >= 0.8,
		},
		{
			aim: `Voice Call: every item in its place, and at most ${SIDE_BY_SIDE} requests side by side`,
			measured: `${outOfOrder} out of order, ${most} side by side`,
			met: outOfOrder === 0 && most <= SIDE_BY_SIDE,
		},
		{
			aim: 'Own code: flat from 200 to 10,000 remembered keys (at most 1.5 times)',
			measured: `${full.toFixed(2)} times`,
			met: full <= 1.5,
		},
		{
			aim: 'Each further secret costs at most one more check',
			measured: `${perSecret.toFixed(2)} checks`,
			met: perSecret <= 1,
		},
		{
			aim: `${(moreSecrets.at(-1) ?? firstSecret).secrets} secrets as fast as one, against the Webhook node (at least 0.8)`,
			measured: secrets.toFixed(2),
			met: secrets >= 0.8,
		},
		{
			aim: `${last.workflows} active workflows as fast as one, against the Webhook node (at least 0.8)`,
			measured: workflows.toFixed(2),
			met: workflows >= 0.8,
		},
	];
}

module.exports = { growth };
