'use strict';

const { providers } = require('../../nodes/providers');
const { findRequest } = require('../../nodes/providers/common/liveRequest');
const { liveDelivery, liveRequests } = require('../../tools/simulator/live');

const asked = providers.flatMap(({ id, trigger }) =>
	liveRequests(id).map((name) => /** @type {const} */ ([id, name, trigger.live])),
);
const facts = {
	query: () => null,
	settings: { timestampTolerance: 300, acceptPlaintext: false, read: () => undefined },
};

test.each(asked)('what %s asks as %s is read as that', (id, name, live) => {
	const secrets = {
		apiKey: 'a key',
		signingSecret: 'a secret',
		liveRequestSecret: 'another',
		appId: 'an id',
	};
	const found = findRequest(live, liveDelivery(id, name, secrets).asked, facts);
	expect(found?.request.value).toBe(name);
	expect(found?.questions.length).toBeGreaterThan(0);
});
