'use strict';

// Loaded into n8n before all else (`--require`): counts the isolates that it builds, in `globalThis.isolatesBuilt`.
// What isolated-vm exports is frozen, so everybody who asks for it gets a copy with another constructor.
const Module = require('node:module');

/** @type {any} What `require` calls, which types do not know. */
const internals = Module;
const load = internals._load;
/** @type {any} */
let counting;

globalThis.isolatesBuilt = 0;
internals._load = function (request, ...others) {
	const loaded = load.call(this, request, ...others);
	if (request !== 'isolated-vm') return loaded;
	counting ??= { ...loaded, Isolate: counted(loaded.Isolate) };
	return counting;
};

function counted(Isolate) {
	return new Proxy(Isolate, {
		construct(target, given) {
			globalThis.isolatesBuilt += 1;
			return new target(...given);
		},
	});
}
