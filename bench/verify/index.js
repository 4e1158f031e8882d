'use strict';

const path = require('node:path');
const { HostFailure, installN8n, run } = require('../../tools/n8n-host');
const { environment, peerVersions } = require('../environment');
const { unpackPackage } = require('../install');
const { nodeVersion } = require('../nodeVersion');
const { median, readable } = require('../statistics');

const SIZES = [300, 2048, 65_536, 1_048_576];
const KINDS = { genuine: 'genuine', forged: 'forged signature', condemned: 'forged, header tells' };

/**
 * Part 1: `verify` alone, side by side with what people would use instead.
 *
 * @param {{ quick: boolean }} options
 * @returns {Promise<import('../results').Result>}
 */
async function verify({ quick }) {
	const n8n = await installN8n();
	const { dist } = await unpackPackage();
	const about = environment({
		node: await nodeVersion(n8n.node),
		n8n: n8n.version,
		...peerVersions(),
	});
	const job = {
		dist,
		n8n: n8n.folder,
		sizes: SIZES,
		rounds: quick ? 1 : 3,
		seconds: quick ? 0.02 : 0.1,
	};
	const script = path.join(__dirname, 'measure.mjs');
	const { code, output } = await run(n8n.node, ['--expose-gc', script, JSON.stringify(job)]);
	if (code !== 0) throw new HostFailure(`Measuring verify failed:\n${output}`);
	const samples = JSON.parse(output);
	const rates = summarize(samples);
	return {
		part: 'verify',
		title: 'Checking a delivery: side by side',
		method:
			'Checks per second on one core. All contenders in turn within each of 3 rounds; of each round the fastest batch counts (128 checks, or one where one takes more than 20 microseconds), which other work on the machine disturbs least; the median of the rounds is shown, with its ratio to the bare limit at the same size in brackets. Everyone starts from the bytes of the body; those that work on text have to decode them.',
		environment: about,
		tables: tablesOf(rates),
		aims: aimsOf(rates),
	};
}

/**
 * @returns {{ bytes: number, id: string, label: string, ours: boolean, kind: string, perSecond: number }[]}
 */
function summarize(samples) {
	const groups = Map.groupBy
		? Map.groupBy(samples, ({ bytes, id, kind }) => `${bytes} ${id} ${kind}`)
		: groupBy(samples);
	return [...groups.values()].map((group) => {
		const { bytes, id, label, ours, kind } = group[0];
		const perSecond = 1e9 / median(group.map(({ nanoseconds }) => nanoseconds));
		return { bytes, id, label, ours, kind, perSecond };
	});
}

/** Node 20 has no Map.groupBy. */
function groupBy(samples) {
	const groups = new Map();
	for (const sample of samples) {
		const key = `${sample.bytes} ${sample.id} ${sample.kind}`;
		groups.set(key, [...(groups.get(key) ?? []), sample]);
	}
	return groups;
}

function rateOf(rates, bytes, id, kind) {
	return rates.find((rate) => rate.bytes === bytes && rate.id === id && rate.kind === kind)
		?.perSecond;
}

const sizesIn = (rates) => [...new Set(rates.map(({ bytes }) => bytes))];

function tablesOf(rates) {
	const sizes = sizesIn(rates);
	const contenders = [...new Map(rates.map((rate) => [rate.id, rate])).values()];
	return Object.entries(KINDS).map(([kind, name]) => ({
		id: kind,
		title: `Checks per second: ${name}`,
		columns: [
			{ key: 'contender', label: 'Contender' },
			...sizes.map((bytes) => ({ key: String(bytes), label: `${readableBytes(bytes)}` })),
		],
		rows: contenders
			.filter(({ id }) => rateOf(rates, sizes[0], id, kind) !== undefined)
			.map(({ id, label, ours }) => {
				const perSecond = Object.fromEntries(
					sizes.map((bytes) => [bytes, rateOf(rates, bytes, id, kind)]),
				);
				const cells = sizes.map((bytes) => {
					const limit = rateOf(rates, bytes, 'bare', 'genuine');
					const rate = perSecond[bytes];
					if (rate === undefined) return [bytes, 'refused'];
					return [bytes, `${readable(rate)} (${(rate / limit).toFixed(2)})`];
				});
				return { contender: label, ours, ...Object.fromEntries(cells), perSecond };
			}),
	}));
}

function readableBytes(bytes) {
	if (bytes < 1000) return `${bytes} B`;
	return bytes < 1e6 ? `${Math.round(bytes / 1024)} KB` : `${Math.round(bytes / 1048576)} MB`;
}

function aimsOf(rates) {
	const sizes = sizesIn(rates);
	const signatures = ['huskyVoice', 'voxifi', 'miraiMinds'];
	/** Who does the same work: an HMAC over the body alone, or over a timestamp that is checked too. */
	const peersOf = (id) =>
		id === 'voxifi' ? ['standardwebhooks', 'svix', 'stripe', 'n8n'] : ['octokit'];
	const large = sizes.filter((bytes) => bytes > 1500);
	const limitOf = (id) => (id === 'voxifi' ? 'bareWithTimestamp' : 'bare');
	const toLimit = large.flatMap((bytes) =>
		signatures.map(
			(id) => rateOf(rates, bytes, id, 'genuine') / rateOf(rates, bytes, limitOf(id), 'genuine'),
		),
	);
	const toBestPeer = (id) =>
		sizes.map((bytes) => {
			const best = Math.max(...peersOf(id).map((peer) => rateOf(rates, bytes, peer, 'genuine')));
			return rateOf(rates, bytes, id, 'genuine') / best;
		});
	const condemned = sizes.flatMap((bytes) =>
		signatures.map(
			(id) => rateOf(rates, bytes, id, 'condemned') / rateOf(rates, bytes, id, 'genuine'),
		),
	);
	const lowest = (ratios) => Math.min(...ratios);
	const twoKilobytes = sizes.find((bytes) => bytes > 1500 && bytes < 4000);
	const plain = ['huskyVoice', 'miraiMinds'].map(
		(id) =>
			rateOf(rates, twoKilobytes, id, 'genuine') / rateOf(rates, twoKilobytes, 'bare', 'genuine'),
	);
	const ed25519 = sizes.map(
		(bytes) =>
			rateOf(rates, bytes, 'telnyx', 'genuine') / rateOf(rates, bytes, 'bareEd25519', 'genuine'),
	);
	return [
		{
			aim: 'HuskyVoice AI and Mirai Minds at least 0.97 of the bare limit at 2 KB',
			measured: plain.map((ratio) => ratio.toFixed(2)).join(', '),
			met: lowest(plain) >= 0.97,
		},
		{
			aim: 'Ed25519 at least 0.9 of a bare crypto.verify with a prepared key',
			measured: `at least ${lowest(ed25519).toFixed(2)}`,
			met: lowest(ed25519) >= 0.9,
		},
		{
			aim: 'Signature schemes at least 0.9 of the bare limit from 2 KB up',
			measured: `at least ${lowest(toLimit).toFixed(2)}`,
			met: lowest(toLimit) >= 0.9,
		},
		...signatures.map((id) => {
			const ratios = toBestPeer(id);
			const { label } = rates.find((rate) => rate.id === id);
			return {
				aim: `${label.replace('this package: ', '')} ahead of the fastest of ${peersOf(id).join(', ')} at every size`,
				measured: sizes
					.map((bytes, at) => `${readableBytes(bytes)}: ${ratios[at].toFixed(2)}`)
					.join(', '),
				met: lowest(ratios) > 1,
			};
		}),
		{
			aim: 'Forged, header tells: at least 5 times the rate of genuine',
			measured: `at least ${lowest(condemned).toFixed(1)} times`,
			met: lowest(condemned) >= 5,
		},
	];
}

module.exports = { verify };
