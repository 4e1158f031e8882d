'use strict';

module.exports = async function stopSharedN8n() {
	const host = globalThis.sharedN8n;
	if (!host) return;
	if (!host.isRunning()) {
		process.stderr.write(
			`n8n ended during the tests. Its last lines say why:\n${host.lastLines()}\n`,
		);
	}
	await host.stop();
};
