'use strict';

/** The tables of docs/matrix.md, and that of the README: what works with which provider. */

const { pageName } = require('./pageName');
const { proofBy, proofOf, provenBy } = require('./proof');

const YES = '✓';
const code = (text) => `\`${text}\``;

/**
 * @param {(file: string) => any} load a file of the package's compiled code
 * @returns {{ matrix: Record<string, import('./tables').Table>, readme: Record<string, import('./tables').Table> }}
 *   by the heading that they stand under
 */
function matrixTables(load) {
	const { providers } = load('nodes/providers');
	const { callingProviders } = load('nodes/VoiceCall/registry');
	const { offeredBy } = load('nodes/VoiceCall/offered');
	const { RESOURCES } = load('nodes/VoiceCall/operationOptions');
	const { waitingOperationOf } = load('nodes/VoiceCall/wait/form');

	const link = ({ name }, folder = 'providers') => `[${name}](${folder}/${pageName(name)}.md)`;
	const ways = ({ action }) => action?.connections ?? [];
	const shown = (scheme) => `${proofBy(scheme).how} in ${proofBy(scheme).place}`;
	const waits = (provider) => ways(provider).map(waitingOperationOf).filter(Boolean);

	/** `Create`, `Broadcast: Create` and the like. */
	const called = ({ resource, option }) =>
		resource === 'call' ? option.name : `${RESOURCES[resource].name}: ${option.name}`;
	/** With which connections a provider can do something, in one cell. */
	const cell = (provider, operation) => {
		const able = ways(provider).filter((way) =>
			offeredBy(provider, way).some((each) => called(each) === operation),
		);
		if (able.length === ways(provider).length) return YES;
		return able.map(({ name }) => name).join(', ');
	};
	const operations = [
		...new Set(
			callingProviders.flatMap((each) =>
				ways(each).flatMap((way) => offeredBy(each, way).map(called)),
			),
		),
	].sort((one, other) => one.localeCompare(other));

	const matrix = {
		'At a glance': {
			titles: ['Provider', 'Events', 'Live requests', 'Calls', 'Create and Wait', 'Signs in'],
			rows: providers.map((provider) => [
				link(provider),
				provider.trigger.events.length || 'any',
				provider.trigger.live?.requests.length ?? '',
				provider.action === undefined ? '' : YES,
				waits(provider).length > 0 ? YES : '',
				ways(provider)
					.map(({ name }) => name)
					.join(', '),
			]),
		},
		Operations: {
			titles: ['Operation', ...callingProviders.map(({ name }) => name)],
			rows: [
				...operations.map((operation) => [
					operation,
					...callingProviders.map((provider) => cell(provider, operation)),
				]),
				[
					'Live Request: Answer',
					...callingProviders.map(({ trigger }) => (trigger.live === undefined ? '' : YES)),
				],
			],
		},
		Events: {
			titles: ['Provider', 'Events'],
			rows: providers.map((provider) => [
				link(provider),
				provider.trigger.events.map(({ value }) => code(value)).join(', ') || 'whatever it sends',
			]),
		},
		'Live requests': {
			titles: ['Provider', 'Requests', 'Proved by'],
			rows: providers
				.filter(({ trigger }) => trigger.live !== undefined)
				.map((provider) => {
					const { live } = provider.trigger;
					return [
						link(provider),
						live.requests.map(({ value }) => code(value)).join(', '),
						live.proof === undefined ? 'the same as its events' : shown(live.proof.scheme),
					];
				}),
		},
		'What proves an event': {
			titles: ['Provider', 'Scheme', 'In', 'Signed', 'Time', 'Proves'],
			rows: providers.map((provider) => {
				const { how, place, signed, time } = proofOf(provider.trigger);
				return [link(provider), how, place, signed, time, provenBy(provider.trigger)];
			}),
		},
		'Create and Wait': {
			titles: ['Provider', 'Wait For'],
			rows: callingProviders
				.filter((provider) => waits(provider).length > 0)
				.map((provider) => [
					link(provider),
					waits(provider).some(({ wait }) => wait.isAnalyzed)
						? 'Analysis Ready, Call Ended'
						: 'Call Ended',
				]),
		},
	};
	const readme = {
		Providers: {
			titles: ['Provider', 'Calls', 'Create and Wait', 'Live requests', 'Proves'],
			rows: providers.map((provider) => [
				link(provider, 'docs/providers'),
				provider.action === undefined ? '' : YES,
				waits(provider).length > 0 ? YES : '',
				provider.trigger.live === undefined ? '' : YES,
				provenBy(provider.trigger),
			]),
		},
	};
	return { matrix, readme };
}

module.exports = { matrixTables };
