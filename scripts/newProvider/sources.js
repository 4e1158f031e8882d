'use strict';

const { schemeSource, text } = require('./scheme');

/** The provider's folder, and its credential. */
function sources(answers) {
	const folder = `nodes/providers/${answers.id}`;
	return {
		[`${folder}/scheme.ts`]: schemeSource(answers),
		[`${folder}/events.ts`]: eventsSource(answers),
		[`${folder}/index.ts`]: indexSource(answers),
		[`${folder}/${answers.id}.svg`]: icon(answers, '#3B5BA9'),
		[`${folder}/${answers.id}.dark.svg`]: icon(answers, '#9DB6F2'),
		[`credentials/${answers.pascal}Api.credentials.ts`]: credentialSource(answers),
	};
}

function eventsSource({ docs, events, type, eventId, callId }) {
	const entries = events.map(
		({ name, value, status }) => `	{
		name: ${text(name)},
		value: ${text(value)},
		description: ${text(`${name.toLowerCase().replace(/^./, (first) => first.toUpperCase())} (${value})`)},
${status === undefined ? '' : `\t\tstatus: ${text(status)},\n`}	},`,
	);
	const readers = [type, eventId, callId].some((path) => path?.includes('.'))
		? 'objectAt, textAt'
		: 'textAt';
	return `import type { IDataObject } from 'n8n-workflow';
import { callEvent, type CallEvent } from '../common/event';
import type { EventType } from '../common/provider';
import { ${readers} } from '../common/reading';

/** @see ${docs} */
export const events: readonly EventType[] = [
${entries.join('\n')}
];

/** Reads an event. */
export function readEvent(payload: IDataObject): CallEvent {
	const type = ${reading(type)} ?? 'unknown';
	return callEvent(
		{ id: ${eventId === undefined ? 'null' : reading(eventId)}, type, occurredAt: null },
		{
			id: ${reading(callId)},
			status: events.find(({ value }) => value === type)?.status ?? 'unknown',
		},
	);
}
`;
}

/** The text at a path: `call.id` as `textAt(objectAt(payload, 'call'), 'id')`. */
function reading(path) {
	const members = path.split('.');
	const last = members.pop();
	const holder = members.reduce((held, name) => `objectAt(${held}, ${text(name)})`, 'payload');
	return `textAt(${holder}, ${text(last)})`;
}

function indexSource({ id, name, docs, credentialType, isTimed }) {
	return `import type { Provider } from '../common/provider';
import { byEventId } from '../common/repeat';
import { signingSecretProblem, signingSecrets } from '../common/signingSecret';
import { events, readEvent } from './events';
import { ${isTimed ? 'DEFAULT_TOLERANCE_SECONDS, ' : ''}scheme } from './scheme';

export const ${id}: Provider = {
	id: ${text(id)},
	name: ${text(name)},
	trigger: {
		credentialType: ${text(credentialType)},
		events,
		notice:
			${text(`In ${name}, make a webhook with the production URL of this node, and copy its secret into the credential. Then publish the workflow. <a href="${docs}" target="_blank">${name} docs</a>`)},
		options: [],
${isTimed ? '\t\tdefaultTolerance: DEFAULT_TOLERANCE_SECONDS,\n' : ''}		acknowledgement: { received: true },
		afterRefusal: ${text(`What ${name} does after a 401 is not documented.`)},
		scheme: ${isTimed ? '({ timestampTolerance }) => scheme(timestampTolerance)' : '() => scheme'},
		secrets: signingSecrets,
		credentialProblem: signingSecretProblem,
		readEvent,
		repeatOf: byEventId,
	},
};
`;
}

function credentialSource({ id, name, docs, pascal, credentialType }) {
	return `import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/** The secret that ${name} signs its webhooks with. Used by the Voice Call Trigger. */
export class ${pascal}Api implements ICredentialType {
	name = ${text(credentialType)};

	displayName = ${text(`${name} API`)};

	icon = {
		light: 'file:../nodes/providers/${id}/${id}.svg',
		dark: 'file:../nodes/providers/${id}/${id}.dark.svg',
	} as const;

	documentationUrl = ${text(docs)};

	properties: INodeProperties[] = [
		{
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'Only a test event shows whether it is right',
			description: ${text(`The secret that ${name} shows for the webhook`)},
		},
		{
			displayName: 'Previous Signing Secret',
			name: 'previousSigningSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'Leave it empty, except while you change secrets',
			description:
				'Only while you change secrets: the old one, so that events signed before the change are still accepted. Empty it afterwards.',
		},
	];
}
`;
}

/** A ring with the first letter. */
function icon({ name }, color) {
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">
	<rect x="4" y="4" width="56" height="56" rx="14" fill="none" stroke="${color}" stroke-width="4"/>
	<text x="32" y="44" font-family="sans-serif" font-size="34" font-weight="700" text-anchor="middle" fill="${color}">${name[0].toUpperCase()}</text>
</svg>
`;
}

module.exports = { sources };
