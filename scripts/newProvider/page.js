'use strict';

const { described } = require('./scheme');

/** The provider's page in the documentation. */
function page(answers) {
	const { id, name, docs, events, type, eventId, callId, isTimed } = answers;
	const rows = events.map(
		({ value, name: what, status }) =>
			`| \`${value}\` | ${what} | ${status === undefined ? '`unknown`' : `\`${status}\``} |`,
	);
	const text = `# ${name}

Provider value: \`${id}\`. Trigger only: calls are placed with an HTTP Request node. Facts are from [its page on webhooks](${docs}).

## Receive events

1. In n8n: add **Voice Call Trigger**, **Trigger On** set to **${name}**. Copy the **production URL**.
2. In ${name}: make a webhook with that URL, and copy its secret.
3. In n8n: new credential **${name} API**, paste it into **Signing Secret**.
4. Publish (activate) the workflow, and make a test call.

### Events

| Event | What it means | \`call.status\` |
| --- | --- | --- |
${rows.join('\n')}

### Fields

| Item | From |
| --- | --- |
| \`event.type\` | \`${type}\` |
${eventId === undefined ? '' : `| \`event.id\` | \`${eventId}\` |\n`}| \`call.id\` | \`${callId}\` |

### How an event is proved

\`${answers.signature}\` holds an ${answers.algorithm.toUpperCase()} over ${described(answers)}. ${
		isTimed
			? `The time may be ${answers.tolerance} seconds away from now; **Timestamp Tolerance** changes that.`
			: 'It says nothing about when: somebody who recorded an event can send it again.'
	} A repeat is told by ${eventId === undefined ? 'equal bytes, for ten minutes' : 'event type and ID'}.

## What ${name} does when n8n answers

| Answer | ${name} |
| --- | --- |
| any | not documented |

## Oddities that are handled

- None is known.

## Not documented

- What ${name} does when n8n answers other than 2xx.
- Sender addresses.

The page that the node links to: [${name} docs](${docs}).
`;
	return { [`docs/providers/${answers.page}`]: text };
}

module.exports = { page };
