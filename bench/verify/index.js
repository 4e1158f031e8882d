'use strict';

const path = require('node:path');
const { peerVersions } = require('../environment');
const { unpackPackage } = require('../install');
const { measureApart } = require('../measureApart');
const { readable } = require('../statistics');
const { aimForEach, cellsOf } = require('../tables');

const SIZES = [300, 2048, 65_536, 1_048_576];
const KINDS = { genuine: 'genuine', forged: 'forged signature', condemned: 'forged, header tells' };

/** Our schemes with an HMAC, and who does the same work: over the body alone, or over a timestamp that is checked too. */
const SIGNATURES = [
	{ id: 'huskyVoice', name: 'HuskyVoice AI', limit: 'bare', peers: ['octokit'] },
	{
		id: 'voxifi',
		name: 'Voxifi',
		limit: 'bareWithTimestamp',
		peers: ['standardwebhooks', 'svix', 'stripe', 'n8n'],
	},
	{ id: 'miraiMinds', name: 'Mirai Minds', limit: 'bare', peers: ['octokit'] },
];

/**
 * @typedef {object} Rate
 * @property {number} bytes
 * @property {string} id of a contender
 * @property {string} label
 * @property {boolean} ours
 * @property {string} kind see KINDS
 * @property {number} perSecond
 */

/**
 * Part 1: `verify` alone, side by side with what people would use instead.
 *
 * @param {import('../results').Options} options
 * @returns {Promise<import('../results').Found>}
 */
async function verify({ quick, n8n }) {
	const { dist } = await unpackPackage();
	const job = {
		dist,
		n8n: n8n.folder,
		sizes: SIZES,
		rounds: quick ? 1 : 9,
		seconds: quick ? 0.02 : 0.1,
	};
	const script = path.join(__dirname, 'measure.mjs');
	/** @type {Rate[]} */
	const rates = await measureApart(n8n.node, script, job, { flags: ['--expose-gc'] });
	return {
		title: 'Checking a delivery: side by side',
		method:
			'Checks per second on one core. All contenders in turn within each of 9 rounds; the fastest batch of all rounds counts (128 checks, or one where one takes more than 20 microseconds), which other work on the machine disturbs least, with its ratio to the bare limit at the same size in brackets. Everyone starts from the bytes of the body; those that work on text have to decode them.',
		versions: peerVersions(),
		tables: Object.keys(KINDS).map((kind) => tableOf(kind, rates)),
		aims: aimsOf(rates),
	};
}

/**
 * @param {Rate[]} rates
 * @param {number} bytes
 * @param {string} id
 * @param {string} [kind]
 * @returns {number | undefined}
 */
const rateOf = (rates, bytes, id, kind = 'genuine') =>
	rates.find((rate) => rate.bytes === bytes && rate.id === id && rate.kind === kind)?.perSecond;

/** @param {Rate[]} rates */
const sizesIn = (rates) => [...new Set(rates.map(({ bytes }) => bytes))];

function tableOf(kind, rates) {
	const sizes = sizesIn(rates);
	const columns = sizes.map((bytes) => ({ key: String(bytes), label: readableBytes(bytes) }));
	const contenders = rates.filter((rate) => rate.bytes === sizes[0] && rate.kind === kind);
	return {
		id: kind,
		title: `Checks per second: ${KINDS[kind]}`,
		columns: [{ key: 'contender', label: 'Contender' }, ...columns],
		rows: contenders.map(({ id, label, ours }) => {
			const perSecond = cellsOf(columns, (bytes) => rateOf(rates, Number(bytes), id, kind));
			const cells = cellsOf(columns, (bytes) => {
				const rate = perSecond[bytes];
				if (rate === undefined) return 'refused';
				return `${readable(rate)} (${(rate / rateOf(rates, Number(bytes), 'bare')).toFixed(2)})`;
			});
			return { contender: label, ours, ...cells, perSecond };
		}),
	};
}

function readableBytes(bytes) {
	if (bytes < 1000) return `${bytes} B`;
	return bytes < 1e6 ? `${Math.round(bytes / 1024)} KB` : `${Math.round(bytes / 1048576)} MB`;
}

function aimsOf(rates) {
	const sizes = sizesIn(rates);
	const [, twoKilobytes] = sizes;
	const to = (bytes, id, other) => rateOf(rates, bytes, id) / rateOf(rates, bytes, other);
	const plain = ['huskyVoice', 'miraiMinds'].map((id) => to(twoKilobytes, id, 'bare'));
	const toPrepared = Math.min(...sizes.map((bytes) => to(bytes, 'telnyx', 'bareEd25519')));
	const toLimit = Math.min(
		...sizes.slice(1).flatMap((bytes) => SIGNATURES.map(({ id, limit }) => to(bytes, id, limit))),
	);
	const condemned = Math.min(
		...sizes.flatMap((bytes) =>
			SIGNATURES.map(({ id }) => rateOf(rates, bytes, id, 'condemned') / rateOf(rates, bytes, id)),
		),
	);
	return [
		{
			aim: 'HuskyVoice AI and Mirai Minds at least 0.97 of the bare limit at 2 KB',
			measured: plain.map((ratio) => ratio.toFixed(2)).join(', '),
			met: Math.min(...plain) >= 0.97,
		},
		{
			aim: 'Ed25519 at least 0.9 of a bare crypto.verify with a prepared key',
			measured: `at least ${toPrepared.toFixed(2)}`,
			met: toPrepared >= 0.9,
		},
		{
			aim: 'Signature schemes at least 0.9 of the bare limit from 2 KB up',
			measured: `at least ${toLimit.toFixed(2)}`,
			met: toLimit >= 0.9,
		},
		...SIGNATURES.map(({ id, name, peers }) =>
			aimForEach(
				`${name} ahead of the fastest of ${peers.join(', ')} at every size`,
				sizes.map((bytes) => [
					readableBytes(bytes),
					Math.min(...peers.map((peer) => to(bytes, id, peer))),
				]),
				(ratio) => ratio > 1,
			),
		),
		{
			aim: 'Forged, header tells: at least 5 times the rate of genuine',
			measured: `at least ${condemned.toFixed(1)} times`,
			met: condemned >= 5,
		},
	];
}

module.exports = { verify };
