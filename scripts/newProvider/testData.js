'use strict';

const { same, text } = require('./scheme');

/** What the tests and the simulator have to know. */
function testData(answers) {
	const folder = `tools/simulator/providers/${answers.id}`;
	return {
		[`${folder}/index.js`]: `'use strict';

const { sign } = require('./sign');

module.exports = { events: require('./events'), sign };
`,
		[`${folder}/events.js`]: eventsSource(answers),
		[`${folder}/sign.js`]: signSource(answers),
		[`test/subjects/${answers.id}.js`]: subjectSource(answers),
	};
}

function eventsSource({ docs, events, type, eventId, callId }) {
	return `'use strict';

/** Events of ${docs} */

const event = (type) => (facts) => (${sample(type, eventId, callId)});

module.exports = {
${events.map(({ value }) => `	${text(value)}: event(${text(value)}),`).join('\n')}
};
`;
}

/** An event as an object of the sources, with its members where the paths say. */
function sample(type, eventId, callId) {
	const tree = {};
	const put = (path, value) => {
		const members = path.split('.');
		const last = members.pop();
		const holder = members.reduce((held, name) => (held[name] ??= {}), tree);
		holder[last] = value;
	};
	put(type, 'type');
	if (eventId !== undefined) put(eventId, "facts.eventId ?? 'event_1'");
	put(callId, "facts.callId ?? 'call_1'");
	// What tells two events apart where the provider gives them no ID.
	tree.at ??= "(facts.at ?? new Date('2026-01-01T00:00:00Z')).toISOString()";
	const written = (value) =>
		typeof value === 'string'
			? value
			: `{ ${Object.entries(value)
					.map(([name, held]) => `${name}: ${written(held)}`)
					.join(', ')} }`;
	return written(tree);
}

function signSource(answers) {
	const { algorithm, encoding, key, isTimed, list, parts } = answers;
	const hash = algorithm.replace('hmac-', '');
	const moment = {
		s: 'String(Math.floor(Number(now) / 1000))',
		ms: 'String(Number(now))',
		iso8601: 'new Date(Number(now)).toISOString()',
	}[answers.unit];
	const updates = parts.map((part) => {
		if (part === '{body}') return '.update(body)';
		return part === '{timestamp}' ? '.update(moment)' : `.update(${text(part)})`;
	});
	const signature = `\`${answers.prefix}\${digest}\``;
	const time = isTimed ? `\`${answers['timestamp-prefix']}\${moment}\`` : undefined;
	const isOneHeader = isTimed && same(answers.timestamp, answers.signature);
	const headers = isOneHeader
		? [`${text(answers.signature)}: [${time}, ${signature}].join(${text(list ?? '')})`]
		: [
				`${text(answers.signature)}: ${signature}`,
				...(isTimed ? [`${text(answers.timestamp)}: ${time}`] : []),
			];
	const bytes = key === 'text' ? 'utf8' : key;
	return `'use strict';

const { createHmac } = require('node:crypto');

/** What the page says is signed: ${answers.docs} */
function sign(body, { signingSecret }${isTimed ? ', { now = Date.now(), timestamp } = {}' : ''}) {
${isTimed ? `\tconst moment = timestamp ?? ${moment};\n` : ''}	const hmac = createHmac(${text(hash)}, Buffer.from(signingSecret, ${text(bytes)}));
	const digest = hmac${updates.join('')}.digest(${text(encoding)});
	return { headers: { ${headers.join(', ')} }, body };
}

module.exports = { sign };
`;
}

function subjectSource(answers) {
	const { credentialType, events, key, isTimed, list, tolerance } = answers;
	const secret = key === 'base64' ? "Buffer.from(randomText()).toString('base64')" : 'randomText()';
	const silent = events.filter(({ status }) => status === undefined).map(({ value }) => value);
	return `'use strict';

const { randomText } = require('./random');

/** @type {import('../VoiceCallTrigger/subjects').Subject} */
module.exports = {
	credentialType: ${text(credentialType)},
	credential: { signingSecret: ${secret}, previousSigningSecret: ${secret} },
	eventType: ${text(events[0].value)},
	otherType: ${text(events[1].value)},
	acknowledgement: { received: true },
	signatureHeader: ${text(answers.signature)},
${isTimed ? '\tsignsTime: true,\n' : ''}${list === undefined ? '' : '\tisList: true,\n'}${answers.algorithm === 'hmac-sha256' ? '' : `\tscheme: ${text(answers.algorithm)},\n`}${tolerance === 300 ? '' : `\ttolerance: ${tolerance},\n`}${silent.length === 0 ? '' : `\twithoutStatus: [${silent.map(text).join(', ')}],\n`}${key === 'text' ? '' : `\tforeign: () => ({ signingSecret: ${secret} }),\n`}};
`;
}

module.exports = { testData };
