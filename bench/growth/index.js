'use strict';

const path = require('node:path');
const { PROJECT } = require('../../tools/n8n-host');
const { peerVersions } = require('../environment');
const { unpackPackage } = require('../install');
const { measureApart } = require('../measureApart');
const { readable } = require('../statistics');
const { aimFor, plainTable } = require('../tables');
const { measureInHost } = require('./inHost');
const { ANSWER_TIME, SIDE_BY_SIDE, againstItems } = require('./items');

/**
 * Part 4: what a delivery costs when there is more of something.
 *
 * @param {import('../results').Options} options
 * @returns {Promise<import('../results').Found>}
 */
async function growth({ quick, n8n }) {
	const own = await measureOwnCode(n8n.node, quick);
	const inHost = await measureInHost({ quick });
	const items = await againstItems({ quick });
	const { mitata } = peerVersions();
	return {
		title: 'What a delivery costs when there is more of something',
		method: `Own code: microseconds of the trigger alone for a genuine delivery, from request to answer, with n8n replaced by a few functions (medians). In n8n: deliveries per second with lazy acquisition of isolates, eight senders, medians of 3 alternating rounds. Items: n8n as it comes, against a stand-in of HuskyVoice's API that answers after ${ANSWER_TIME} milliseconds.`,
		versions: { mitata },
		tables: [
			ownTable(own, 'keys', 'Deliveries remembered (200 of them in the database)', 'Remembered'),
			ownTable(own, 'bytes', 'Size of the body, duplicates not ignored', 'Bytes'),
			ownTable(own, 'secrets', 'Candidate secrets, verify alone, body of 1 KB', 'Secrets'),
			ownTable(own, 'providers', 'Provider, each with its own sample of an event', 'Provider'),
			plainTable(
				'n8n-keys',
				'In n8n: a new trigger, the deliveries before',
				{ deliveriesBefore: 'Deliveries before', perSecond: 'Per second' },
				inHost.keys,
			),
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
			plainTable(
				'n8n-items',
				`In n8n: items of one execution; Voice Call with ${SIDE_BY_SIDE} requests in parallel, HTTP Request with all at once`,
				{
					node: 'Node',
					limit: "The provider's limit",
					items: 'Items',
					perSecond: 'Items per second',
					megabytes: 'Memory of n8n at its highest, MB',
					sideBySide: 'Requests side by side, at most',
					refused: 'Refused by the limit',
					outOfOrder: 'Items out of order',
				},
				items,
			),
		],
		aims: aimsOf(own, inHost, items),
	};
}

/** @returns {Promise<{ series: string, x: number | string, microseconds: number }[]>} for one delivery */
async function measureOwnCode(node, quick) {
	const { dist } = await unpackPackage();
	const job = { dist, rounds: quick ? 1 : 5, seconds: quick ? 0.02 : 0.15 };
	// The compiled code asks for n8n-workflow, which n8n provides and here the project.
	const env = { NODE_PATH: path.join(PROJECT, 'node_modules') };
	return await measureApart(node, path.join(__dirname, 'measure.mjs'), job, { env });
}

const ownTable = (own, series, title, label) =>
	plainTable(
		`own-${series}`,
		`Own code: ${title}`,
		{ x: label, microseconds: 'Microseconds per delivery' },
		own.filter((one) => one.series === series).map(({ x, microseconds }) => ({ x, microseconds })),
	);

const hostTable = (rows, key, title, label) =>
	plainTable(
		`n8n-${key}`,
		`In n8n: ${title}`,
		{
			[key]: label,
			trigger: 'Voice Call Trigger, per second',
			bare: 'Webhook node, per second',
			ratio: 'Ratio',
		},
		rows.map((row) => ({ ...row, ratio: row.trigger / row.bare })),
	);

function aimsOf(own, inHost, items) {
	const cost = (series, wanted) =>
		own.find((one) => one.series === series && one.x === wanted).microseconds;
	const full = cost('keys', 10_000) / cost('keys', 200);
	const perSecret = (cost('secrets', 100) - cost('secrets', 1)) / 99 / cost('secrets', 1);
	const ratio = ({ trigger, bare }) => trigger / bare;
	const lastToFirst = (rows) => ratio(rows.at(-1)) / ratio(rows[0]);
	const secrets = lastToFirst(inHost.secrets);
	const workflows = lastToFirst(inHost.workflows);
	const ours = items.filter(({ node }) => node === 'Voice Call');
	const unlimited = ours.filter(({ limit }) => limit === 'none');
	const [few, many] = [unlimited[0], unlimited.at(-1)];
	const pace = many.perSecond / few.perSecond;
	const most = Math.max(...ours.map(({ sideBySide }) => sideBySide));
	const outOfOrder = items.reduce((sum, row) => sum + row.outOfOrder, 0);
	return [
		aimFor(
			`Voice Call: ${readable(many.items)} items as fast as ${few.items}, each (at least 0.8)`,
			pace,
			pace >= 0.8,
		),
		{
			aim: `Voice Call: every item in its place, and at most ${SIDE_BY_SIDE} requests side by side`,
			measured: `${outOfOrder} out of order, ${most} side by side`,
			met: outOfOrder === 0 && most <= SIDE_BY_SIDE,
		},
		aimFor(
			'Own code: flat from 200 to 10,000 remembered keys (at most 1.5 times)',
			full,
			full <= 1.5,
			' times',
		),
		aimFor(
			'Each further secret costs at most one more check',
			perSecret,
			perSecret <= 1,
			' checks',
		),
		aimFor(
			`${inHost.secrets.at(-1).secrets} secrets as fast as one, against the Webhook node (at least 0.8)`,
			secrets,
			secrets >= 0.8,
		),
		aimFor(
			`${inHost.workflows.at(-1).workflows} active workflows as fast as one, against the Webhook node (at least 0.8)`,
			workflows,
			workflows >= 0.8,
		),
	];
}

module.exports = { growth };
