import type { INodeProperties } from 'n8n-workflow';
import { eventsUrlField, WITHOUT_URL } from '../../common/eventsUrl';

export const autoRecord: INodeProperties = {
	displayName: 'Auto Record',
	name: 'autoRecord',
	type: 'boolean',
	default: false,
	description:
		'Whether to record the call from the start (auto_record). Somebody who uses EnableX found that it is ignored; use the operation Record instead.',
};

const EVENT_URL = { displayName: 'Event URL', name: 'eventUrl' };

export const eventUrl = eventsUrlField(EVENT_URL, 'EnableX', WITHOUT_URL);

/** A broadcast cannot be waited for. */
export const broadcastEventUrl = eventsUrlField(EVENT_URL, 'EnableX');

export const name: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	description: 'A label for the service or application that calls',
};

export const ownerRef: INodeProperties = {
	displayName: 'Owner Reference',
	name: 'ownerRef',
	type: 'string',
	default: '',
	description: 'A text that EnableX gives back with the events of the call (owner_ref)',
};
