import { api } from "/scripts/api.js";
import { app } from "/scripts/app.js";
// ../../work/main/node_modules/zod/v4/core/util.js
function getEnumValues(entries) {
	const numericValues = Object.values(entries).filter((v) => typeof v === "number");
	return Object.entries(entries).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
}
function joinValues(array, separator = "|") {
	return array.map((val) => stringifyPrimitive(val)).join(separator);
}
function jsonStringifyReplacer(_, value) {
	if (typeof value === "bigint") return value.toString();
	return value;
}
var Cached = class {
	constructor(getter) {
		this._getter = getter;
		this._value = void 0;
	}
	get value() {
		const getter = this._getter;
		if (getter !== void 0) {
			this._value = getter();
			this._getter = void 0;
		}
		return this._value;
	}
};
function cached(getter) {
	return new Cached(getter);
}
function nullish(input) {
	return input === null || input === void 0;
}
function cleanRegex(source) {
	const start = source.startsWith("^") ? 1 : 0;
	const end = source.endsWith("$") ? source.length - 1 : source.length;
	return source.slice(start, end);
}
function floatSafeRemainder(val, step) {
	const ratio = val / step;
	const roundedRatio = Math.round(ratio);
	const tolerance = 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
	if (Math.abs(ratio - roundedRatio) < tolerance) return 0;
	return ratio - roundedRatio;
}
function assignProp(target, prop, value) {
	Object.defineProperty(target, prop, {
		value,
		writable: true,
		enumerable: true,
		configurable: true
	});
}
/**
* Whichever object a def's `shape` currently answers from: the one the caller passed until the first read, the frozen copy after it.
*
* Its keys and descriptors read without invoking anything, which is what lets a discriminated union check its discriminator, and the cycle walk read a shape, without resolving a getter that references the schema being constructed. A def that answers `shape` from an accessor of its own has none.
*/
function rawShape(def) {
	const desc = Object.getOwnPropertyDescriptor(def, "shape");
	return desc?.get ? desc.get.raw : desc?.value;
}
function sourceShape(schema) {
	return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
function deferProp(target, key, getter) {
	Object.defineProperty(target, key, {
		get() {
			const value = getter();
			assignProp(this, key, value);
			return value;
		},
		enumerable: true,
		configurable: true
	});
}
function putProp(target, key, value) {
	if (key in target) assignProp(target, key, value);
	else target[key] = value;
}
/**
* Copies `keys` of `source`'s shape onto `target`, each value passed through `wrap`.
*
* A key the source has resolved is copied through now, so the derived shape states it outright and nothing has to resolve it to learn what it holds. A key the source still defers stays deferred, and reads back through the source's own `shape`, so it resolves once and both shapes get that one schema.
*/
function mirrorShape(target, source, keys, wrap) {
	const raw = sourceShape(source);
	for (const key of keys) {
		const desc = Object.getOwnPropertyDescriptor(raw, key);
		if (!desc.enumerable) continue;
		if (desc.get) deferProp(target, key, () => {
			const value = source._zod.def.shape[key];
			return wrap ? wrap(value, key) : value;
		});
		else putProp(target, key, wrap ? wrap(desc.value, key) : desc.value);
	}
}
function mirrorProps(target, source) {
	for (const key of Reflect.ownKeys(source)) {
		const desc = Object.getOwnPropertyDescriptor(source, key);
		if (!desc.enumerable) continue;
		if (desc.get) deferProp(target, key, () => source[key]);
		else putProp(target, key, desc.value);
	}
}
function mergeDefs(...defs) {
	const mergedDescriptors = {};
	for (const def of defs) {
		const descriptors = Object.getOwnPropertyDescriptors(def);
		Object.assign(mergedDescriptors, descriptors);
	}
	return Object.defineProperties({}, mergedDescriptors);
}
function esc(str) {
	return JSON.stringify(str);
}
function slugify(input) {
	return input.toLowerCase().trim().replace(/[^\w\s-]/g, "").replace(/[\s_-]+/g, "-").replace(/^-+|-+$/g, "");
}
var captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {};
function isObject$2(data) {
	return typeof data === "object" && data !== null && !Array.isArray(data);
}
var allowsEval = /* @__PURE__*/ cached(() => {
	if (globalConfig.jitless) return false;
	if (typeof navigator !== "undefined" && navigator?.userAgent?.includes("Cloudflare")) return false;
	try {
		new Function("");
		return true;
	} catch (_) {
		return false;
	}
});
function isPlainObject$2(o) {
	if (isObject$2(o) === false) return false;
	const ctor = o.constructor;
	if (ctor === void 0) return true;
	if (typeof ctor !== "function") return true;
	const prot = ctor.prototype;
	if (isObject$2(prot) === false) return false;
	if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) return false;
	return true;
}
function shallowClone(o) {
	if (isPlainObject$2(o)) return { ...o };
	if (Array.isArray(o)) return [...o];
	if (o instanceof Map) return new Map(o);
	if (o instanceof Set) return new Set(o);
	return o;
}
var propertyKeyTypes = /* @__PURE__*/ new Set([
	"string",
	"number",
	"symbol"
]);
function escapeRegex(str) {
	return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function clone(inst, def, params) {
	const cl = new inst._zod.constr(def ?? inst._zod.def);
	if (!def || params?.parent) cl._zod.parent = inst;
	return cl;
}
function normalizeParams(_params) {
	const params = _params;
	if (!params) return {};
	if (typeof params === "string") return { error: () => params };
	if (params?.message !== void 0) {
		if (params?.error !== void 0) throw new Error("Cannot specify both `message` and `error` params");
		params.error = params.message;
	}
	delete params.message;
	if (typeof params.error === "string") return {
		...params,
		error: () => params.error
	};
	return params;
}
function stringifyPrimitive(value) {
	if (typeof value === "bigint") return value.toString() + "n";
	if (typeof value === "string") return `"${value}"`;
	return `${value}`;
}
function optionalKeys(shape) {
	return Object.keys(shape).filter((k) => {
		return shape[k]._zod.optin !== void 0 && shape[k]._zod.optout === "optional";
	});
}
var NUMBER_FORMAT_RANGES = /*@__PURE__*/ (() => ({
	safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
	int32: [-2147483648, 2147483647],
	uint32: [0, 4294967295],
	float32: [-34028234663852886e22, 34028234663852886e22],
	float64: [-Number.MAX_VALUE, Number.MAX_VALUE]
}))();
var BIGINT_FORMAT_RANGES = {
	int64: [/* @__PURE__*/ BigInt("-9223372036854775808"), /* @__PURE__*/ BigInt("9223372036854775807")],
	uint64: [/* @__PURE__*/ BigInt(0), /* @__PURE__*/ BigInt("18446744073709551615")]
};
function pick(schema, mask) {
	const currDef = schema._zod.def;
	const checks = currDef.checks;
	if (checks && checks.length > 0) throw new Error(".pick() cannot be used on object schemas containing refinements");
	const newShape = {};
	mirrorShape(newShape, schema, maskedKeys(schema, mask));
	return clone(schema, mergeDefs(currDef, {
		shape: newShape,
		checks: []
	}));
}
function maskedKeys(schema, mask) {
	const raw = sourceShape(schema);
	const keys = [];
	for (const key of Reflect.ownKeys(mask)) {
		if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable) throw new Error(`Unrecognized key: "${String(key)}"`);
		if (mask[key]) keys.push(key);
	}
	return keys;
}
function omit(schema, mask) {
	const currDef = schema._zod.def;
	const checks = currDef.checks;
	if (checks && checks.length > 0) throw new Error(".omit() cannot be used on object schemas containing refinements");
	const omitted = new Set(maskedKeys(schema, mask));
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)).filter((key) => !omitted.has(key)));
	return clone(schema, mergeDefs(currDef, {
		shape: newShape,
		checks: []
	}));
}
function extend$1(schema, shape) {
	if (!isPlainObject$2(shape)) throw new Error("Invalid input to extend: expected a plain object");
	const checks = schema._zod.def.checks;
	if (checks && checks.length > 0) {
		const existingShape = sourceShape(schema);
		for (const key of Reflect.ownKeys(shape)) if (Object.getOwnPropertyDescriptor(existingShape, key) !== void 0) throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
	}
	return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function extended(schema, shape) {
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)));
	mirrorProps(newShape, shape);
	return newShape;
}
function safeExtend(schema, shape) {
	if (!isPlainObject$2(shape)) throw new Error("Invalid input to safeExtend: expected a plain object");
	return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function merge(a, b) {
	if (!b?._zod?.def) throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.extend()`.");
	if (a._zod.def.checks?.length) throw new Error(".merge() cannot be used on object schemas containing refinements. Use .safeExtend() instead.");
	const newShape = {};
	mirrorShape(newShape, a, Reflect.ownKeys(sourceShape(a)));
	mirrorShape(newShape, b, Reflect.ownKeys(sourceShape(b)));
	return clone(a, mergeDefs(a._zod.def, {
		shape: newShape,
		get catchall() {
			return b._zod.def.catchall;
		},
		checks: b._zod.def.checks ?? []
	}));
}
function partial(Class, schema, mask, name = "partial") {
	const checks = schema._zod.def.checks;
	if (checks && checks.length > 0) throw new Error(`.${name}() cannot be used on object schemas containing refinements`);
	const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), Class && ((value, key) => selected && !selected.has(key) ? value : new Class({
		type: "optional",
		innerType: value
	})));
	return clone(schema, mergeDefs(schema._zod.def, {
		shape: newShape,
		checks: []
	}));
}
function required(Class, schema, mask) {
	const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), (value, key) => selected && !selected.has(key) ? value : new Class({
		type: "nonoptional",
		innerType: value
	}));
	return clone(schema, mergeDefs(schema._zod.def, { shape: newShape }));
}
function aborted(x, startIndex = 0) {
	if (x.aborted === true) return true;
	for (let i = startIndex; i < x.issues.length; i++) if (x.issues[i]?.continue !== true) return true;
	return false;
}
function explicitlyAborted(x, startIndex = 0) {
	if (x.aborted === true) return true;
	for (let i = startIndex; i < x.issues.length; i++) if (x.issues[i]?.continue === false) return true;
	return false;
}
function prefixIssues(path, issues) {
	return issues.map((iss) => {
		var _a;
		(_a = iss).path ?? (_a.path = []);
		iss.path.unshift(path);
		return iss;
	});
}
function unwrapMessage(message) {
	return typeof message === "string" ? message : message?.message;
}
/** The leading size checks of `defChecks` that set an upper bound, each paired with it. */
function sizeCaps(defChecks) {
	const caps = [];
	for (const ch of defChecks ?? []) {
		const d = ch._zod.def;
		if (!/_(length|size)$|_equals$/.test(d.check)) break;
		const max = d.maximum ?? d.length ?? d.size;
		if (max >= 0) caps.push([max, ch]);
	}
	return caps;
}
function attachSchema(issues, start, inst) {
	var _a;
	for (let i = start; i < issues.length; i++) (_a = issues[i]).schema ?? (_a.schema = inst);
}
function finalizeIssue(iss, ctx, config) {
	var _a;
	const traits = iss.inst?._zod?.traits;
	if (traits?.has("$ZodType")) {
		if (traits.has("$ZodCheck")) (_a = iss).schema ?? (_a.schema = iss.inst);
		else iss.schema = iss.inst;
	}
	const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0;
	const message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config.customError?.(iss)) ?? unwrapMessage(config.localeError?.(iss)) ?? "Invalid input";
	const full = {};
	for (const k of Object.keys(iss)) {
		if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__") continue;
		full[k] = iss[k];
	}
	full.path ?? (full.path = []);
	full.message = message;
	if (ctx?.reportInput) full.input = iss.input;
	return full;
}
var highSurrogate = /[\uD800-\uDBFF]/;
function codePointLength(str) {
	const units = str.length;
	if (!highSurrogate.test(str)) return units;
	let count = units;
	for (let i = 0; i < units - 1; i++) if ((str.charCodeAt(i) & 64512) === 55296 && (str.charCodeAt(i + 1) & 64512) === 56320) {
		count--;
		i++;
	}
	return count;
}
function getLengthableOrigin(input) {
	if (Array.isArray(input)) return "array";
	if (typeof input === "string") return "string";
	return "unknown";
}
function parsedType(data) {
	const t = typeof data;
	switch (t) {
		case "number": return Number.isNaN(data) ? "nan" : "number";
		case "object": {
			if (data === null) return "null";
			if (Array.isArray(data)) return "array";
			const obj = data;
			if (obj && Object.getPrototypeOf(obj) !== Object.prototype && "constructor" in obj && obj.constructor) return obj.constructor.name;
		}
	}
	return t;
}
function issue(...args) {
	const [iss, input, inst] = args;
	if (typeof iss === "string") return {
		message: iss,
		code: "custom",
		input,
		inst
	};
	return { ...iss };
}
/**
* Installs a trait's members on its prototype. Each value builds that member for the instance on first read; the built value shadows the accessor as an own property, so a detached `const { parse } = schema` keeps working.
*
* Call this from a `proto` initializer, which runs once per prototype — never per instance.
*/
function members(proto, table) {
	for (const key in table) {
		const desc = Object.getOwnPropertyDescriptor(table, key);
		if (desc.get) Object.defineProperty(proto, key, {
			...desc,
			enumerable: false
		});
		else defineBound(proto, key, desc.value);
	}
}
/** Shadows a prototype member with an own value, so a getter that builds from the instance runs once. */
function own(inst, key, value, enumerable = true) {
	Object.defineProperty(inst, key, {
		configurable: true,
		writable: true,
		enumerable,
		value
	});
	return value;
}
/** Like {@link own}, for a member that was never an own data property and has to stay out of `Object.keys`. */
function hide$2(inst, key, value) {
	return own(inst, key, value, false);
}
/** Adds members a table derives from the instance: each builds on first read and shadows as own data, and assignment shadows the same way, as when these were own properties. */
/* @__NO_SIDE_EFFECTS__ */
function derived(computes, table) {
	for (const key in computes) {
		const compute = computes[key];
		Object.defineProperty(table, key, {
			configurable: true,
			enumerable: true,
			get() {
				return own(this, key, compute(this));
			},
			set(value) {
				own(this, key, value);
			}
		});
	}
	return table;
}
function defineBound(proto, key, fn) {
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			return this == null ? fn : own(this, key, fn.bind(this));
		},
		set(value) {
			own(this, key, value);
		}
	});
}
/** Returns the prototype to install on, or `undefined` if this group is already installed on it. */
function claim(inst, sentinel) {
	const proto = Object.getPrototypeOf(inst);
	return sentinel in proto ? void 0 : proto;
}
var installing;
var broke = false;
var breaker = {
	configurable: true,
	get() {
		broke = true;
	}
};
/**
* Installs a lazily-derived internal on the `_zod` prototype of `inst`'s
* constructor, computed from the internals object itself and cached there on
* first read. One accessor per constructor rather than one per instance.
*/
function defineLazyInternal(inst, key, compute) {
	const proto = Object.getPrototypeOf(inst._zod);
	if (key in proto && installing !== inst._zod) {
		installing = void 0;
		return;
	}
	installing = inst._zod;
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			Object.defineProperty(this, key, breaker);
			const outer = broke;
			broke = false;
			try {
				const value = compute(this);
				if (broke) delete this[key];
				else Object.defineProperty(this, key, {
					configurable: true,
					writable: true,
					value
				});
				broke = broke || outer;
				return value;
			} catch (err) {
				delete this[key];
				broke = broke || outer;
				throw err;
			}
		},
		set(value) {
			Object.defineProperty(this, key, {
				configurable: true,
				writable: true,
				value
			});
		}
	});
}
/**
* Installs `key` on `inst`'s prototype, computed by `make` on first read and cached there as an own
* data property. One accessor per constructor rather than one per instance, because an own accessor
* puts every instance after the first into v8 dictionary mode. The key doubles as the sentinel.
*/
function installLazyProp(inst, key, make, enumerable) {
	const proto = claim(inst, key);
	if (!proto) return;
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			const desc = {
				configurable: true,
				writable: true,
				enumerable,
				value: void 0
			};
			Object.defineProperty(this, key, desc);
			desc.value = make(this);
			Object.defineProperty(this, key, desc);
			return desc.value;
		},
		set(value) {
			Object.defineProperty(this, key, {
				configurable: true,
				writable: true,
				enumerable,
				value
			});
		}
	});
}
/** Marks the thunk `_catch` synthesises for a constant catch value. `Function.length` cannot tell that thunk from a user callback — rest and defaulted parameters both report arity 0 — and a user callback reads `ctx.error`, whose issues only finalize correctly against the caller's per-parse error map. Provenance can say what arity cannot. A plain string key rather than `Symbol.for`, whose call at module scope no bundler can prove pure — the same shape that anchored `urlCanParse` into every build. */
var CONSTANT_CATCH = "~constantCatch";
/** Wraps a constant catch value in a thunk tagged with {@link CONSTANT_CATCH}. */
function constantCatch(value) {
	const fn = () => value;
	fn[CONSTANT_CATCH] = true;
	return fn;
}
// ../../work/main/node_modules/zod/v4/core/core.js
var _a$1;
var _zodDesc = {
	value: void 0,
	enumerable: false
};
var _E = "captureStackTrace" in Error ? Error : null;
function newError(Definition) {
	const E = _E;
	if (E) {
		const saved = E.stackTraceLimit;
		if (typeof saved === "number") {
			try {
				E.stackTraceLimit = 0;
			} catch {
				_E = null;
				return new Definition();
			}
			try {
				return new Definition();
			} finally {
				E.stackTraceLimit = saved;
			}
		}
	}
	return new Definition();
}
/* @__NO_SIDE_EFFECTS__ */
function $constructor(name, initializer, proto, params) {
	const zodProto = {};
	function Internals(def) {
		this.def = def;
		this.constr = _;
		this.traits = /* @__PURE__ */ new Set();
	}
	Internals.prototype = zodProto;
	const protoMembers = proto;
	const initialized = protoMembers && /* @__PURE__ */ new WeakSet();
	function init(inst, def) {
		if (!inst._zod) {
			_zodDesc.value = new Internals(def);
			try {
				Object.defineProperty(inst, "_zod", _zodDesc);
			} finally {
				_zodDesc.value = void 0;
			}
		} else if (inst._zod.traits.has(name)) return;
		inst._zod.traits.add(name);
		initializer(inst, def);
		if (initialized) {
			const own = Object.getPrototypeOf(inst);
			const ctorProto = inst._zod.constr.prototype;
			let up = own;
			while (up && up !== ctorProto) up = Object.getPrototypeOf(up);
			const target = up ?? own;
			if (!initialized.has(target)) {
				initialized.add(target);
				members(target, protoMembers);
			}
		}
		const proto = _.prototype;
		for (const k in proto) {
			if (!Object.prototype.hasOwnProperty.call(proto, k)) continue;
			if (!(k in inst)) inst[k] = proto[k].bind(inst);
		}
	}
	const Parent = params?.Parent ?? Object;
	class Definition extends Parent {}
	Object.defineProperty(Definition, "name", { value: name });
	function _(def) {
		const inst = params?.Parent ? newError(Definition) : this;
		init(inst, def);
		const deferred = inst._zod.deferred;
		if (deferred) {
			for (const fn of deferred) fn();
			inst._zod.deferred = void 0;
		}
		const pp = globalThis.__zod_globalConfig?.postProcessor;
		if (pp) pp(inst);
		return inst;
	}
	Object.defineProperty(_, "init", { value: init });
	Object.defineProperty(_, Symbol.hasInstance, { value: (inst) => {
		if (params?.Parent && inst instanceof params.Parent) return true;
		return inst?._zod?.traits?.has(name);
	} });
	Object.defineProperty(_, "name", { value: name });
	return _;
}
var $ZodAsyncError = class extends Error {
	constructor() {
		super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
	}
};
var $ZodEncodeError = class extends Error {
	constructor(name) {
		super(`Encountered unidirectional transform during encode: ${name}`);
		this.name = "ZodEncodeError";
	}
};
(_a$1 = globalThis).__zod_globalConfig ?? (_a$1.__zod_globalConfig = {});
var globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
	if (newConfig) Object.assign(globalConfig, newConfig);
	return globalConfig;
}
// ../../work/main/node_modules/zod/v4/core/errors.js
function _getMessage() {
	const internals = this._zod;
	internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2));
	return internals.message;
}
function _setMessage(value) {
	this._zod.message = value;
}
var _messageDesc = {
	get: _getMessage,
	set: _setMessage,
	enumerable: true,
	configurable: true
};
var _issuesDesc = {
	value: void 0,
	enumerable: false
};
var _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
var initializer$1 = (inst, def) => {
	inst.name = "$ZodError";
	_issuesDesc.value = def;
	Object.defineProperty(inst, "issues", _issuesDesc);
	_issuesDesc.value = void 0;
	Object.defineProperty(inst, "message", _messageDesc);
	const proto = Object.getPrototypeOf(inst);
	if (!_installedToString.has(proto)) {
		_installedToString.add(proto);
		Object.defineProperty(proto, "toString", {
			configurable: true,
			enumerable: false,
			get() {
				const value = () => this.message;
				Object.defineProperty(this, "toString", {
					value,
					configurable: true,
					writable: true
				});
				return value;
			},
			set(value) {
				Object.defineProperty(this, "toString", {
					value,
					configurable: true,
					writable: true
				});
			}
		});
	}
};
var $ZodError = /* @__PURE__ */ $constructor("$ZodError", initializer$1);
/** Get-or-create `obj[key]` as an own data property. A path segment naming an inherited member
* ("toString", "constructor") would otherwise read through to the prototype, and assigning
* "__proto__" would hit the setter instead of creating a key. */
function node$1(obj, key, make) {
	if (!Object.prototype.hasOwnProperty.call(obj, key)) {
		if (key === "__proto__") Object.defineProperty(obj, key, {
			value: make(),
			writable: true,
			enumerable: true,
			configurable: true
		});
		else obj[key] = make();
	}
	return obj[key];
}
function flattenError(error, mapper = (issue) => issue.message) {
	const fieldErrors = {};
	const formErrors = [];
	for (const sub of error.issues) if (sub.path.length > 0) node$1(fieldErrors, sub.path[0], () => []).push(mapper(sub));
	else formErrors.push(mapper(sub));
	return {
		formErrors,
		fieldErrors
	};
}
function formatError(error, mapper = (issue) => issue.message) {
	const fieldErrors = { _errors: [] };
	const processError = (error, path = []) => {
		for (const issue of error.issues) if (issue.code === "invalid_union" && issue.errors.length) issue.errors.map((issues) => processError({ issues }, [...path, ...issue.path]));
		else if (issue.code === "invalid_key") processError({ issues: issue.issues }, [...path, ...issue.path]);
		else if (issue.code === "invalid_element") processError({ issues: issue.issues }, [...path, ...issue.path]);
		else {
			const fullpath = [...path, ...issue.path];
			if (fullpath.length === 0) fieldErrors._errors.push(mapper(issue));
			else {
				let curr = fieldErrors;
				let i = 0;
				while (i < fullpath.length) {
					const el = fullpath[i];
					const terminal = i === fullpath.length - 1;
					if (el === "_errors") {
						if (terminal) curr._errors.push(mapper(issue));
						i++;
						continue;
					}
					if (!Object.prototype.hasOwnProperty.call(curr, el)) Object.defineProperty(curr, el, {
						value: { _errors: [] },
						enumerable: true,
						writable: true,
						configurable: true
					});
					const node = curr[el];
					if (terminal) node._errors.push(mapper(issue));
					curr = node;
					i++;
				}
			}
		}
	};
	processError(error);
	return fieldErrors;
}
// ../../work/main/node_modules/zod/v4/core/parse.js
function finalizeParams(callee, params) {
	return {
		callee: params?.callee ?? callee,
		Err: params?.Err
	};
}
var _parse = (_Err) => {
	const fn = (schema, value, _ctx, _params) => {
		const ctx = _ctx ? {
			..._ctx,
			async: false
		} : { async: false };
		const result = schema._zod.run({
			value,
			issues: []
		}, ctx);
		if (result instanceof Promise) throw new $ZodAsyncError();
		if (result.issues.length) {
			const e = new ((_params?.Err) ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
			captureStackTrace(e, _params?.callee ?? fn);
			throw e;
		}
		return result.value;
	};
	return fn;
};
var _parseAsync = (_Err) => {
	const fn = async (schema, value, _ctx, params) => {
		const ctx = _ctx ? {
			..._ctx,
			async: true
		} : { async: true };
		let result = schema._zod.run({
			value,
			issues: []
		}, ctx);
		if (result instanceof Promise) result = await result;
		if (result.issues.length) {
			const e = new ((params?.Err) ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
			captureStackTrace(e, params?.callee ?? fn);
			throw e;
		}
		return result.value;
	};
	return fn;
};
var _safeParse = (_Err) => (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: false
	} : { async: false };
	const result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) throw new $ZodAsyncError();
	return result.issues.length ? failure(_Err, result.issues, ctx) : {
		success: true,
		data: result.value
	};
};
function failure(Err, issues, ctx) {
	let error;
	return {
		success: false,
		get error() {
			if (!error) {
				error = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config())));
				issues = void 0;
				ctx = void 0;
			}
			return error;
		},
		set error(e) {
			error = e;
			issues = void 0;
			ctx = void 0;
		}
	};
}
var _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: true
	} : { async: true };
	let result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) result = await result;
	return result.issues.length ? failure(_Err, result.issues, ctx) : {
		success: true,
		data: result.value
	};
};
var COMPILE_INVALID = /* @__PURE__ */ Symbol.for("zod.compile.invalid");
var COMPILE_FALLBACK = /* @__PURE__ */ Symbol.for("zod.compile.fallback");
var validate$1 = ((schema, value, _ctx) => {
	const validator = schema._zod.bag.validator;
	if (validator !== void 0) {
		if (validator(value) !== COMPILE_INVALID) return true;
		if (validator.definite === true && _ctx === void 0) return false;
	}
	return validateFallback(schema, value, _ctx);
});
function validateFallback(schema, value, _ctx) {
	const ctx = _ctx ? {
		..._ctx,
		async: false,
		abortEarly: true
	} : {
		async: false,
		abortEarly: true
	};
	const fallbackRun = schema._zod.bag.fallbackRun;
	let result;
	if (fallbackRun) {
		ctx[COMPILE_FALLBACK] = true;
		result = fallbackRun({
			value,
			issues: []
		}, ctx);
	} else result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) throw new $ZodAsyncError();
	return result.issues.length === 0;
}
var validateAsync$1 = async (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: true,
		abortEarly: true
	} : {
		async: true,
		abortEarly: true
	};
	let result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) result = await result;
	return result.issues.length === 0;
};
var _encode = (_Err) => {
	const parse = _parse(_Err);
	const fn = (schema, value, _ctx, _params) => {
		const ctx = _ctx ? {
			..._ctx,
			direction: "backward"
		} : { direction: "backward" };
		return parse(schema, value, ctx, finalizeParams(fn, _params));
	};
	return fn;
};
var _decode = (_Err) => {
	const parse = _parse(_Err);
	const fn = (schema, value, _ctx, _params) => {
		return parse(schema, value, _ctx, finalizeParams(fn, _params));
	};
	return fn;
};
var _encodeAsync = (_Err) => {
	const parseAsync = _parseAsync(_Err);
	const fn = async (schema, value, _ctx, _params) => {
		const ctx = _ctx ? {
			..._ctx,
			direction: "backward"
		} : { direction: "backward" };
		return await parseAsync(schema, value, ctx, finalizeParams(fn, _params));
	};
	return fn;
};
var _decodeAsync = (_Err) => {
	const parseAsync = _parseAsync(_Err);
	const fn = async (schema, value, _ctx, _params) => {
		return await parseAsync(schema, value, _ctx, finalizeParams(fn, _params));
	};
	return fn;
};
var _safeEncode = (_Err) => (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		direction: "backward"
	} : { direction: "backward" };
	return _safeParse(_Err)(schema, value, ctx);
};
var _safeDecode = (_Err) => (schema, value, _ctx) => {
	return _safeParse(_Err)(schema, value, _ctx);
};
var _safeEncodeAsync = (_Err) => async (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		direction: "backward"
	} : { direction: "backward" };
	return _safeParseAsync(_Err)(schema, value, ctx);
};
var _safeDecodeAsync = (_Err) => async (schema, value, _ctx) => {
	return _safeParseAsync(_Err)(schema, value, _ctx);
};
// ../../work/main/node_modules/zod/v4/core/regexes.js
/**
* @deprecated CUID v1 is deprecated by its authors due to information leakage
* (timestamps embedded in the id). Use {@link cuid2} instead.
* See https://github.com/paralleldrive/cuid.
*/
var cuid = /^[cC][0-9a-z]{6,}$/;
var cuid2 = /^[0-9a-z]+$/;
var ulid = /^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/;
var xid = /^[0-9a-vA-V]{20}$/;
var ksuid = /^[A-Za-z0-9]{27}$/;
var nanoid = /^[a-zA-Z0-9_-]{21}$/;
function nanoidOfLength(length) {
	return new RegExp(`^[a-zA-Z0-9_-]{${length}}$`);
}
/** ISO 8601-1 duration regex. Does not support the 8601-2 extensions like negative durations or fractional/negative components. */
var duration = /^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/;
/** A regex for any UUID-like identifier: 8-4-4-4-12 hex pattern */
var guid = /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/;
/** Returns a regex for validating an RFC 9562/4122 UUID.
*
* @param version Optionally specify a version 1-8. If no version is specified, all versions are supported. */
var uuid = (version) => {
	if (!version) return /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
	return new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${version}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`);
};
/** Practical email validation */
var email = /^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/;
var _emoji$1 = `^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$`;
function emoji() {
	return new RegExp(_emoji$1, "u");
}
var ipv4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/;
var ipv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/;
var cidrv4 = /^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/;
var cidrv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/;
var base64 = /^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$/;
var base64url = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/;
var httpProtocol = /^https?$/;
var e164 = /^\+[1-9]\d{6,14}$/;
var dateSource = `(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))`;
/** Anchors a pattern source. The interpolation lives here rather than at the call site because
* esbuild will not drop a `@__PURE__` call whose own argument interpolates a variable, but it
* will drop `anchor(dateSource)`. Keeping it inline pinned `date` into every bundle. */
function anchor(source) {
	return new RegExp(`^${source}$`);
}
var date = /*@__PURE__*/ anchor(dateSource);
function timeSource(args) {
	const hhmm = `(?:[01]\\d|2[0-3]):[0-5]\\d`;
	return typeof args.precision === "number" ? args.precision === -1 ? `${hhmm}` : args.precision === 0 ? `${hhmm}:[0-5]\\d` : `${hhmm}:[0-5]\\d\\.\\d{${args.precision}}` : args.seconds ? `${hhmm}:[0-5]\\d(?:\\.\\d+)?` : `${hhmm}(?::[0-5]\\d(?:\\.\\d+)?)?`;
}
function time(args) {
	return new RegExp(`^${timeSource(args)}$`);
}
function datetime(args) {
	const opts = ["Z"];
	if (args.offset) opts.push(`([+-](?:[01]\\d|2[0-3]):[0-5]\\d)`);
	const qualified = `${timeSource({
		precision: args.precision,
		seconds: true
	})}(?:${opts.join("|")})`;
	const timeRegex = args.local ? `${qualified}|${timeSource({ precision: args.precision })}` : qualified;
	return new RegExp(`^${dateSource}T(?:${timeRegex})$`);
}
var anyString = /^[\s\S]{0,}$/;
var integer = /^-?\d+$/;
var number$2 = /^-?\d+(?:\.\d+)?$/;
var boolean$1 = /^(?:true|false)$/i;
var _undefined$2 = /^undefined$/i;
var lowercase = /^[^A-Z]*$/;
var uppercase = /^[^a-z]*$/;
// ../../work/main/node_modules/zod/v4/core/checks.js
var $ZodCheck = /*@__PURE__*/ $constructor("$ZodCheck", (inst, def) => {
	var _a;
	inst._zod ?? (inst._zod = {});
	inst._zod.def = def;
	(_a = inst._zod).onattach ?? (_a.onattach = []);
});
/** Default `when` for length-based checks: run only on non-nullish values with a `length`. */
var _whenHasLength = (payload) => {
	const val = payload.value;
	return !nullish(val) && val.length !== void 0;
};
var numericOriginMap = {
	number: "number",
	bigint: "bigint",
	object: "date"
};
var $ZodCheckLessThan = /*@__PURE__*/ $constructor("$ZodCheckLessThan", (inst, def) => {
	$ZodCheck.init(inst, def);
	const origin = numericOriginMap[typeof def.value];
	inst._zod.check = (payload) => {
		if (def.inclusive ? payload.value <= def.value : payload.value < def.value) return;
		payload.issues.push({
			origin: numericOriginMap[typeof payload.value] ?? origin,
			code: "too_big",
			maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
			input: payload.value,
			inclusive: def.inclusive,
			inst,
			continue: !def.abort
		});
	};
});
var $ZodCheckGreaterThan = /*@__PURE__*/ $constructor("$ZodCheckGreaterThan", (inst, def) => {
	$ZodCheck.init(inst, def);
	const origin = numericOriginMap[typeof def.value];
	inst._zod.check = (payload) => {
		if (def.inclusive ? payload.value >= def.value : payload.value > def.value) return;
		payload.issues.push({
			origin: numericOriginMap[typeof payload.value] ?? origin,
			code: "too_small",
			minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
			input: payload.value,
			inclusive: def.inclusive,
			inst,
			continue: !def.abort
		});
	};
});
var $ZodCheckMultipleOf = /*@__PURE__*/ $constructor("$ZodCheckMultipleOf", (inst, def) => {
	$ZodCheck.init(inst, def);
	inst._zod.check = (payload) => {
		if (typeof payload.value !== typeof def.value) throw new Error("Cannot mix number and bigint in multiple_of check.");
		if (typeof payload.value === "bigint" ? def.value !== BigInt(0) && payload.value % def.value === BigInt(0) : floatSafeRemainder(payload.value, def.value) === 0) return;
		payload.issues.push({
			origin: typeof payload.value,
			code: "not_multiple_of",
			divisor: def.value,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
var $ZodCheckNumberFormat = /*@__PURE__*/ $constructor("$ZodCheckNumberFormat", (inst, def) => {
	$ZodCheck.init(inst, def);
	def.format = def.format || "float64";
	const isInt = def.format?.includes("int");
	const origin = isInt ? "int" : "number";
	const [minimum, maximum] = NUMBER_FORMAT_RANGES[def.format];
	inst._zod.check = (payload) => {
		const input = payload.value;
		if (isInt) {
			if (!Number.isInteger(input)) {
				payload.issues.push({
					expected: origin,
					format: def.format,
					code: "invalid_type",
					continue: false,
					input,
					inst
				});
				return;
			}
			if (!Number.isSafeInteger(input)) {
				if (input > 0) payload.issues.push({
					input,
					code: "too_big",
					maximum: Number.MAX_SAFE_INTEGER,
					note: "Integers must be within the safe integer range.",
					inst,
					origin,
					inclusive: true,
					continue: !def.abort
				});
				else payload.issues.push({
					input,
					code: "too_small",
					minimum: Number.MIN_SAFE_INTEGER,
					note: "Integers must be within the safe integer range.",
					inst,
					origin,
					inclusive: true,
					continue: !def.abort
				});
				return;
			}
		}
		if (input < minimum) payload.issues.push({
			origin: "number",
			input,
			code: "too_small",
			minimum,
			inclusive: true,
			inst,
			continue: !def.abort
		});
		if (input > maximum) payload.issues.push({
			origin: "number",
			input,
			code: "too_big",
			maximum,
			inclusive: true,
			inst,
			continue: !def.abort
		});
	};
});
var $ZodCheckMaxLength = /*@__PURE__*/ $constructor("$ZodCheckMaxLength", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const units = input.length;
		if ((typeof input === "string" && units > def.maximum ? codePointLength(input) : units) <= def.maximum) return;
		const origin = getLengthableOrigin(input);
		payload.issues.push({
			origin,
			code: "too_big",
			maximum: def.maximum,
			inclusive: true,
			input,
			inst,
			continue: !def.abort
		});
	};
});
var $ZodCheckMinLength = /*@__PURE__*/ $constructor("$ZodCheckMinLength", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const units = input.length;
		if ((typeof input === "string" && units >= def.minimum && units < def.minimum * 2 ? codePointLength(input) : units) >= def.minimum) return;
		const origin = getLengthableOrigin(input);
		payload.issues.push({
			origin,
			code: "too_small",
			minimum: def.minimum,
			inclusive: true,
			input,
			inst,
			continue: !def.abort
		});
	};
});
var $ZodCheckLengthEquals = /*@__PURE__*/ $constructor("$ZodCheckLengthEquals", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const units = input.length;
		const length = typeof input === "string" && units >= def.length && units <= def.length * 2 ? codePointLength(input) : units;
		if (length === def.length) return;
		const origin = getLengthableOrigin(input);
		const tooBig = length > def.length;
		payload.issues.push({
			origin,
			...tooBig ? {
				code: "too_big",
				maximum: def.length
			} : {
				code: "too_small",
				minimum: def.length
			},
			inclusive: true,
			exact: true,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
var $ZodCheckStringFormat = /*@__PURE__*/ $constructor("$ZodCheckStringFormat", (inst, def) => {
	var _a, _b;
	$ZodCheck.init(inst, def);
	if (def.pattern) (_a = inst._zod).check ?? (_a.check = (payload) => {
		def.pattern.lastIndex = 0;
		if (def.pattern.test(payload.value)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: def.format,
			input: payload.value,
			...def.pattern ? { pattern: def.pattern.toString() } : {},
			inst,
			continue: !def.abort
		});
	});
	else (_b = inst._zod).check ?? (_b.check = () => {});
});
var $ZodCheckRegex = /*@__PURE__*/ $constructor("$ZodCheckRegex", (inst, def) => {
	$ZodCheckStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		def.pattern.lastIndex = 0;
		if (def.pattern.test(payload.value)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "regex",
			input: payload.value,
			pattern: def.pattern.toString(),
			inst,
			continue: !def.abort
		});
	};
});
var $ZodCheckLowerCase = /*@__PURE__*/ $constructor("$ZodCheckLowerCase", (inst, def) => {
	def.pattern ?? (def.pattern = lowercase);
	$ZodCheckStringFormat.init(inst, def);
});
var $ZodCheckUpperCase = /*@__PURE__*/ $constructor("$ZodCheckUpperCase", (inst, def) => {
	def.pattern ?? (def.pattern = uppercase);
	$ZodCheckStringFormat.init(inst, def);
});
var $ZodCheckIncludes = /*@__PURE__*/ $constructor("$ZodCheckIncludes", (inst, def) => {
	$ZodCheck.init(inst, def);
	const escapedRegex = escapeRegex(def.includes);
	def.pattern = new RegExp(typeof def.position === "number" ? `^.{${def.position},}${escapedRegex}` : escapedRegex);
	inst._zod.check = (payload) => {
		if (payload.value.includes(def.includes, def.position)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "includes",
			includes: def.includes,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
var $ZodCheckStartsWith = /*@__PURE__*/ $constructor("$ZodCheckStartsWith", (inst, def) => {
	$ZodCheck.init(inst, def);
	const pattern = new RegExp(`^${escapeRegex(def.prefix)}.*`);
	def.pattern ?? (def.pattern = pattern);
	inst._zod.check = (payload) => {
		if (payload.value.startsWith(def.prefix)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "starts_with",
			prefix: def.prefix,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
var $ZodCheckEndsWith = /*@__PURE__*/ $constructor("$ZodCheckEndsWith", (inst, def) => {
	$ZodCheck.init(inst, def);
	const pattern = new RegExp(`.*${escapeRegex(def.suffix)}$`);
	def.pattern ?? (def.pattern = pattern);
	inst._zod.check = (payload) => {
		if (payload.value.endsWith(def.suffix)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "ends_with",
			suffix: def.suffix,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
var $ZodCheckOverwrite = /*@__PURE__*/ $constructor("$ZodCheckOverwrite", (inst, def) => {
	$ZodCheck.init(inst, def);
	inst._zod.check = (payload) => {
		payload.value = def.tx(payload.value);
	};
});
// ../../work/main/node_modules/zod/v4/core/doc.js
var Doc = class {
	constructor(args = [], closed = {}) {
		this.content = [];
		this.indent = 0;
		this.args = args;
		this.closed = closed;
	}
	indented(fn) {
		this.indent += 1;
		try {
			fn(this);
		} finally {
			this.indent -= 1;
		}
	}
	write(arg) {
		if (typeof arg === "function") {
			arg(this, { execution: "sync" });
			arg(this, { execution: "async" });
			return;
		}
		const lines = arg.split("\n").filter((x) => x);
		const minIndent = Math.min(...lines.map((x) => x.length - x.trimStart().length));
		const dedented = lines.map((x) => x.slice(minIndent)).map((x) => " ".repeat(this.indent * 2) + x);
		for (const line of dedented) this.content.push(line);
	}
	compile() {
		const F = Function;
		const content = this?.content ?? [``];
		return new F(...Object.keys(this.closed), `return function (${this.args.join(", ")}) {\n${content.join("\n")}\n};`)(...Object.values(this.closed));
	}
};
// ../../work/main/node_modules/zod/v4/core/versions.js
var version$1 = {
	major: 4,
	minor: 6,
	patch: 7
};
// ../../work/main/node_modules/zod/v4/core/schemas.js
var $ZodType = /*@__PURE__*/ $constructor("$ZodType", (inst, def) => {
	var _a;
	inst ?? (inst = {});
	inst._zod.def = def;
	inst._zod.bag = inst._zod.bag || {};
	inst._zod.version = version$1;
	const defChecks = inst._zod.def.checks;
	const checks = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
	for (const ch of checks) for (const fn of ch._zod.onattach) fn(inst);
	if (checks.length === 0) {
		(_a = inst._zod).deferred ?? (_a.deferred = []);
		inst._zod.deferred?.push(() => {
			inst._zod.run = inst._zod.parse;
		});
	} else {
		const runChecks = (payload, checks, ctx) => {
			if (payload.memo) return payload;
			let isAborted = aborted(payload);
			let asyncResult;
			for (const ch of checks) {
				if (ch._zod.def.when) {
					if (explicitlyAborted(payload)) continue;
					if (!ch._zod.def.when(payload)) continue;
				} else if (isAborted) continue;
				const currLen = payload.issues.length;
				const _ = ch._zod.check(payload);
				if (_ instanceof Promise && ctx?.async === false) throw new $ZodAsyncError();
				if (asyncResult || _ instanceof Promise) asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
					await _;
					if (payload.issues.length === currLen) return;
					attachSchema(payload.issues, currLen, inst);
					if (!isAborted) isAborted = aborted(payload, currLen);
				});
				else {
					if (payload.issues.length === currLen) continue;
					attachSchema(payload.issues, currLen, inst);
					if (!isAborted) isAborted = aborted(payload, currLen);
				}
			}
			if (asyncResult) return asyncResult.then(() => {
				return payload;
			});
			return payload;
		};
		const handleCanaryResult = (canary, payload, ctx) => {
			if (aborted(canary)) {
				canary.aborted = true;
				return canary;
			}
			const checkResult = runChecks(payload, checks, ctx);
			if (checkResult instanceof Promise) {
				if (ctx.async === false) throw new $ZodAsyncError();
				return checkResult.then((checkResult) => inst._zod.parse(checkResult, ctx));
			}
			return inst._zod.parse(checkResult, ctx);
		};
		inst._zod.run = (payload, ctx) => {
			if (ctx.skipChecks) return inst._zod.parse(payload, ctx);
			if (ctx.direction === "backward") {
				const canary = inst._zod.parse({
					value: payload.value,
					issues: []
				}, {
					...ctx,
					skipChecks: true
				});
				if (canary instanceof Promise) return canary.then((canary) => {
					return handleCanaryResult(canary, payload, ctx);
				});
				return handleCanaryResult(canary, payload, ctx);
			}
			const result = inst._zod.parse(payload, ctx);
			if (result instanceof Promise) {
				if (ctx.async === false) throw new $ZodAsyncError();
				return result.then((result) => runChecks(result, checks, ctx));
			}
			return runChecks(result, checks, ctx);
		};
	}
}, {
	get "~standard"() {
		return hide$2(this, "~standard", standardProps(this));
	},
	set "~standard"(value) {
		own(this, "~standard", value);
	}
});
/** The Standard Schema surface for `inst`. Shared so wrappers can extend it without forcing it. */
var toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
async function validateAsync(inst, value) {
	const ctx = { async: true };
	return toStandardResult(await inst._zod.run({
		value,
		issues: []
	}, ctx), ctx);
}
function standardProps(inst) {
	return {
		validate: (value) => {
			const ctx = { async: false };
			try {
				const r = inst._zod.run({
					value,
					issues: []
				}, ctx);
				if (!(r instanceof Promise)) return toStandardResult(r, ctx);
			} catch (_) {}
			return validateAsync(inst, value);
		},
		vendor: "zod",
		version: 1
	};
}
var $ZodString = /*@__PURE__*/ $constructor("$ZodString", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = def.pattern ?? anyString;
	inst._zod.parse = (payload, _) => {
		if (def.coerce) try {
			payload.value = String(payload.value);
		} catch (_) {}
		if (typeof payload.value === "string") return payload;
		payload.issues.push({
			expected: "string",
			code: "invalid_type",
			input: payload.value,
			inst
		});
		return payload;
	};
});
var $ZodStringFormat = /*@__PURE__*/ $constructor("$ZodStringFormat", (inst, def) => {
	$ZodCheckStringFormat.init(inst, def);
	$ZodString.init(inst, def);
});
var $ZodGUID = /*@__PURE__*/ $constructor("$ZodGUID", (inst, def) => {
	def.pattern ?? (def.pattern = guid);
	$ZodStringFormat.init(inst, def);
});
var $ZodUUID = /*@__PURE__*/ $constructor("$ZodUUID", (inst, def) => {
	if (def.version) {
		const v = {
			v1: 1,
			v2: 2,
			v3: 3,
			v4: 4,
			v5: 5,
			v6: 6,
			v7: 7,
			v8: 8
		}[def.version];
		if (v === void 0) throw new Error(`Invalid UUID version: "${def.version}"`);
		def.pattern ?? (def.pattern = uuid(v));
	} else def.pattern ?? (def.pattern = uuid());
	$ZodStringFormat.init(inst, def);
});
var $ZodEmail = /*@__PURE__*/ $constructor("$ZodEmail", (inst, def) => {
	def.pattern ?? (def.pattern = email);
	$ZodStringFormat.init(inst, def);
});
function canParseURL(input) {
	try {
		if (typeof URL !== "undefined" && typeof URL.canParse === "function") return URL.canParse(input);
		new URL(input);
		return true;
	} catch {
		return false;
	}
}
function validateURL(trimmed, def) {
	if (!("normalize" in def) && !("hostname" in def) && !("protocol" in def)) return canParseURL(trimmed) || 2;
	return parseURLObject(trimmed, def);
}
/** Parses a URL while preserving the non-normalizing HTTP guard. */
function parseURLObject(trimmed, def) {
	if (!def.normalize && def.protocol?.source === httpProtocol.source && !/^https?:\/\//i.test(trimmed)) return 1;
	try {
		if (typeof URL !== "undefined") {
			const URLStatic = URL;
			if (typeof URLStatic.parse === "function") return URLStatic.parse(trimmed) ?? 2;
		}
		return new URL(trimmed);
	} catch {
		return 2;
	}
}
var asciiTabOrNewline = /[\t\n\r]/g;
/** The URL parser deletes every ASCII tab, LF and CR from its input before it parses, so `new URL("https://exa\nmple.com")` reports on `example.com`. Applying the same deletion to the returned value closes the half of that divergence which can move the host; the parser's other rewrite, stripping C0 controls at the edges, cannot. */
function stripTabAndNewline(value) {
	return value.replace(asciiTabOrNewline, "");
}
function urlHostnameOk(url, hostname) {
	hostname.lastIndex = 0;
	return hostname.test(url.hostname);
}
function urlProtocolOk(url, protocol) {
	protocol.lastIndex = 0;
	return protocol.test(url.protocol.endsWith(":") ? url.protocol.slice(0, -1) : url.protocol);
}
var $ZodURL = /*@__PURE__*/ $constructor("$ZodURL", (inst, def) => {
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		try {
			const trimmed = payload.value.trim();
			const url = validateURL(trimmed, def);
			if (url === 1) {
				payload.issues.push({
					code: "invalid_format",
					format: "url",
					note: "Invalid URL format",
					input: payload.value,
					inst,
					continue: !def.abort
				});
				return;
			}
			if (url === 2) {
				payload.issues.push({
					code: "invalid_format",
					format: "url",
					input: payload.value,
					inst,
					continue: !def.abort
				});
				return;
			}
			if (url === true) {
				payload.value = stripTabAndNewline(trimmed);
				return;
			}
			if (def.hostname && !urlHostnameOk(url, def.hostname)) payload.issues.push({
				code: "invalid_format",
				format: "url",
				note: "Invalid hostname",
				pattern: def.hostname.source,
				input: payload.value,
				inst,
				continue: !def.abort
			});
			if (def.protocol && !urlProtocolOk(url, def.protocol)) payload.issues.push({
				code: "invalid_format",
				format: "url",
				note: "Invalid protocol",
				pattern: def.protocol.source,
				input: payload.value,
				inst,
				continue: !def.abort
			});
			payload.value = def.normalize ? url.href : stripTabAndNewline(trimmed);
			return;
		} catch (_) {
			payload.issues.push({
				code: "invalid_format",
				format: "url",
				input: payload.value,
				inst,
				continue: !def.abort
			});
		}
	};
});
var $ZodEmoji = /*@__PURE__*/ $constructor("$ZodEmoji", (inst, def) => {
	def.pattern ?? (def.pattern = emoji());
	$ZodStringFormat.init(inst, def);
});
var $ZodNanoID = /*@__PURE__*/ $constructor("$ZodNanoID", (inst, def) => {
	if (def.length !== void 0 && (!Number.isInteger(def.length) || def.length < 1)) throw new Error(`Invalid nanoid length: ${def.length}`);
	def.pattern ?? (def.pattern = def.length === void 0 ? nanoid : nanoidOfLength(def.length));
	$ZodStringFormat.init(inst, def);
});
/**
* @deprecated CUID v1 is deprecated by its authors due to information leakage
* (timestamps embedded in the id). Use {@link $ZodCUID2} instead.
* See https://github.com/paralleldrive/cuid.
*/
var $ZodCUID = /*@__PURE__*/ $constructor("$ZodCUID", (inst, def) => {
	def.pattern ?? (def.pattern = cuid);
	$ZodStringFormat.init(inst, def);
});
var $ZodCUID2 = /*@__PURE__*/ $constructor("$ZodCUID2", (inst, def) => {
	def.pattern ?? (def.pattern = cuid2);
	$ZodStringFormat.init(inst, def);
});
var $ZodULID = /*@__PURE__*/ $constructor("$ZodULID", (inst, def) => {
	def.pattern ?? (def.pattern = ulid);
	$ZodStringFormat.init(inst, def);
});
var $ZodXID = /*@__PURE__*/ $constructor("$ZodXID", (inst, def) => {
	def.pattern ?? (def.pattern = xid);
	$ZodStringFormat.init(inst, def);
});
var $ZodKSUID = /*@__PURE__*/ $constructor("$ZodKSUID", (inst, def) => {
	def.pattern ?? (def.pattern = ksuid);
	$ZodStringFormat.init(inst, def);
});
var $ZodISODateTime = /*@__PURE__*/ $constructor("$ZodISODateTime", (inst, def) => {
	def.pattern ?? (def.pattern = datetime(def));
	$ZodStringFormat.init(inst, def);
});
var $ZodISODate = /*@__PURE__*/ $constructor("$ZodISODate", (inst, def) => {
	def.pattern ?? (def.pattern = date);
	$ZodStringFormat.init(inst, def);
});
var $ZodISOTime = /*@__PURE__*/ $constructor("$ZodISOTime", (inst, def) => {
	def.pattern ?? (def.pattern = time(def));
	$ZodStringFormat.init(inst, def);
});
var $ZodISODuration = /*@__PURE__*/ $constructor("$ZodISODuration", (inst, def) => {
	def.pattern ?? (def.pattern = duration);
	$ZodStringFormat.init(inst, def);
});
var $ZodIPv4 = /*@__PURE__*/ $constructor("$ZodIPv4", (inst, def) => {
	def.pattern ?? (def.pattern = ipv4);
	$ZodStringFormat.init(inst, def);
});
/** An IPv6 address is written with hex digits, colons and dots, and nothing else. The guard is what makes the check below an IPv6 check: `new URL("http://[...]")` parses an authority, not an address, so `@` and `\` re-delimit it and `"::@1\\"` validates against the host `0.0.0.1`. The URL parser also deletes ASCII tab, LF and CR rather than failing, which is how `"::1\n"` validated as `::1`. */
var ipv6Alphabet = /^[0-9a-fA-F:.]+$/;
function isValidIPv6(value) {
	if (!ipv6Alphabet.test(value)) return false;
	return canParseURL(`http://[${value}]`);
}
var $ZodIPv6 = /*@__PURE__*/ $constructor("$ZodIPv6", (inst, def) => {
	def.pattern ?? (def.pattern = ipv6);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (!isValidIPv6(payload.value)) payload.issues.push({
			code: "invalid_format",
			format: "ipv6",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
var $ZodCIDRv4 = /*@__PURE__*/ $constructor("$ZodCIDRv4", (inst, def) => {
	def.pattern ?? (def.pattern = cidrv4);
	$ZodStringFormat.init(inst, def);
});
function isValidCIDRv6(value) {
	const parts = value.split("/");
	if (parts.length !== 2) return false;
	const [address, prefix] = parts;
	if (!prefix) return false;
	const prefixNum = Number(prefix);
	if (`${prefixNum}` !== prefix) return false;
	if (prefixNum < 0 || prefixNum > 128) return false;
	return isValidIPv6(address);
}
var $ZodCIDRv6 = /*@__PURE__*/ $constructor("$ZodCIDRv6", (inst, def) => {
	def.pattern ?? (def.pattern = cidrv6);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (!isValidCIDRv6(payload.value)) payload.issues.push({
			code: "invalid_format",
			format: "cidrv6",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
function isValidBase64(data) {
	if (data === "") return true;
	if (/\s/.test(data)) return false;
	if (data.length % 4 !== 0) return false;
	try {
		atob(data);
		return true;
	} catch {
		return false;
	}
}
var base64Charset = /^[0-9a-zA-Z+/]*={0,2}$/;
var $ZodBase64 = /*@__PURE__*/ $constructor("$ZodBase64", (inst, def) => {
	def.pattern ?? (def.pattern = base64Charset);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (isValidBase64(payload.value)) return;
		payload.issues.push({
			code: "invalid_format",
			format: "base64",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
var base64urlCharset = /^[A-Za-z0-9_-]*$/;
function isValidBase64URL(data) {
	if (!base64urlCharset.test(data)) return false;
	const base64 = data.replace(/[-_]/g, (c) => c === "-" ? "+" : "/");
	return isValidBase64(base64.padEnd(Math.ceil(base64.length / 4) * 4, "="));
}
var $ZodBase64URL = /*@__PURE__*/ $constructor("$ZodBase64URL", (inst, def) => {
	def.pattern ?? (def.pattern = base64urlCharset);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (isValidBase64URL(payload.value)) return;
		payload.issues.push({
			code: "invalid_format",
			format: "base64url",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
var $ZodE164 = /*@__PURE__*/ $constructor("$ZodE164", (inst, def) => {
	def.pattern ?? (def.pattern = e164);
	$ZodStringFormat.init(inst, def);
});
function isValidJWT(token, algorithm = null) {
	try {
		const tokensParts = token.split(".");
		if (tokensParts.length !== 3) return false;
		const [header] = tokensParts;
		if (!header) return false;
		const parsedHeader = JSON.parse(atob(header));
		if ("typ" in parsedHeader && parsedHeader?.typ !== "JWT") return false;
		if (!parsedHeader.alg) return false;
		if (algorithm && (!("alg" in parsedHeader) || parsedHeader.alg !== algorithm)) return false;
		return true;
	} catch {
		return false;
	}
}
var $ZodJWT = /*@__PURE__*/ $constructor("$ZodJWT", (inst, def) => {
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (isValidJWT(payload.value, def.alg)) return;
		payload.issues.push({
			code: "invalid_format",
			format: "jwt",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
var $ZodNumber = /*@__PURE__*/ $constructor("$ZodNumber", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = number$2;
	inst._zod.parse = (payload, _ctx) => {
		if (def.coerce) try {
			payload.value = Number(payload.value);
		} catch (_) {}
		const input = payload.value;
		if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) return payload;
		const received = typeof input === "number" ? Number.isNaN(input) ? "NaN" : !Number.isFinite(input) ? String(input) : void 0 : void 0;
		payload.issues.push({
			expected: "number",
			code: "invalid_type",
			input,
			inst,
			...received ? { received } : {}
		});
		return payload;
	};
});
var $ZodNumberFormat = /*@__PURE__*/ $constructor("$ZodNumberFormat", (inst, def) => {
	$ZodCheckNumberFormat.init(inst, def);
	$ZodNumber.init(inst, def);
});
var $ZodBoolean = /*@__PURE__*/ $constructor("$ZodBoolean", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = boolean$1;
	inst._zod.parse = (payload, _ctx) => {
		if (def.coerce) try {
			payload.value = Boolean(payload.value);
		} catch (_) {}
		const input = payload.value;
		if (typeof input === "boolean") return payload;
		payload.issues.push({
			expected: "boolean",
			code: "invalid_type",
			input,
			inst
		});
		return payload;
	};
});
var $ZodUndefined = /*@__PURE__*/ $constructor("$ZodUndefined", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = _undefined$2;
	inst._zod.values = /* @__PURE__ */ new Set([void 0]);
	inst._zod.parse = (payload, _ctx) => {
		const input = payload.value;
		if (typeof input === "undefined") return payload;
		payload.issues.push({
			expected: "undefined",
			code: "invalid_type",
			input,
			inst
		});
		return payload;
	};
});
var $ZodUnknown = /*@__PURE__*/ $constructor("$ZodUnknown", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload) => payload;
});
var $ZodNever = /*@__PURE__*/ $constructor("$ZodNever", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload, _ctx) => {
		payload.issues.push({
			expected: "never",
			code: "invalid_type",
			input: payload.value,
			inst
		});
		return payload;
	};
});
function capSize(inst, size) {
	const caps = sizeCaps(inst._zod.def.checks);
	if (!caps.length) return;
	const cap = Math.min(...caps.map((c) => c[0]));
	const parse = inst._zod.parse;
	inst._zod.parse = (payload, ctx) => {
		const n = size(payload.value);
		if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
			for (const [max, ch] of sizeCaps(inst._zod.def.checks)) if (n > max && ch._zod.def.when(payload)) {
				const start = payload.issues.length;
				ch._zod.check(payload);
				payload.issues[start].continue = false;
				attachSchema(payload.issues, start, inst);
				return payload;
			}
		}
		return parse(payload, ctx);
	};
}
var arraySize = (input) => Array.isArray(input) ? input.length : -1;
function handleArrayResult(result, final, index) {
	if (result.issues.length) final.issues.push(...prefixIssues(index, result.issues));
	final.value[index] = result.value;
}
var $ZodArray = /*@__PURE__*/ $constructor("$ZodArray", (inst, def) => {
	$ZodType.init(inst, def);
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!Array.isArray(input)) {
			payload.issues.push({
				expected: "array",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		payload.value = memo ? memo.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
		const proms = [];
		const abortEarly = ctx?.abortEarly;
		for (let i = 0; i < input.length; i++) {
			const item = input[i];
			const result = def.element._zod.run({
				value: item,
				issues: []
			}, ctx);
			if (result instanceof Promise) proms.push(result.then((result) => handleArrayResult(result, payload, i)));
			else {
				handleArrayResult(result, payload, i);
				if (abortEarly && result.issues.length !== 0 && aborted(result)) break;
			}
		}
		if (proms.length) return Promise.all(proms).then(() => payload);
		return payload;
	};
	capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
	const isPresent = key in input;
	const isOptionalOut = optout === "optional";
	if (!isPresent && isOptionalOut && optin === "optional") return;
	if (result.issues.length) {
		if (optin !== void 0 && isOptionalOut && !isPresent) return;
		final.issues.push(...prefixIssues(key, result.issues));
	}
	if (!isPresent && optin === void 0) {
		if (!result.issues.length) final.issues.push({
			code: "invalid_type",
			expected: "nonoptional",
			input: void 0,
			path: [key]
		});
		return;
	}
	if (result.value === void 0) {
		if (isPresent || optin === "defaulted" && !isOptionalOut) final.value[key] = void 0;
	} else final.value[key] = result.value;
}
var NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
	const keys = Object.keys(def.shape);
	const ownSymbols = Object.getOwnPropertySymbols(def.shape);
	const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
	const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
	for (const k of allKeys) if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
	const okeys = optionalKeys(def.shape);
	return {
		...def,
		allKeys,
		symbolKeys,
		keySet: new Set(keys),
		numKeys: keys.length,
		optionalKeys: new Set(okeys)
	};
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
	const unrecognized = [];
	const keySet = def.keySet;
	const _catchall = def.catchall._zod;
	const t = _catchall.def.type;
	const optin = _catchall.optin;
	const optout = _catchall.optout;
	let seen = 0;
	for (const key in input) {
		if (abortEarly && payload.issues.length !== seen) {
			if (aborted(payload, seen)) break;
			seen = payload.issues.length;
		}
		if (keySet.has(key)) continue;
		if (key === "__proto__") {
			if (t === "never") unrecognized.push(key);
			continue;
		}
		if (t === "never") {
			unrecognized.push(key);
			continue;
		}
		const r = _catchall.run({
			value: input[key],
			issues: []
		}, ctx);
		if (r instanceof Promise) proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
		else handlePropertyResult(r, payload, key, input, optin, optout);
	}
	if (unrecognized.length) payload.issues.push({
		code: "unrecognized_keys",
		keys: unrecognized,
		input,
		inst,
		continue: true
	});
	if (!proms.length) return payload;
	return Promise.all(proms).then(() => {
		return payload;
	});
}
var $ZodObject = /*@__PURE__*/ $constructor("$ZodObject", (inst, def) => {
	$ZodType.init(inst, def);
	const desc = Object.getOwnPropertyDescriptor(def, "shape");
	const sh = desc?.get ? desc.get.raw : def.shape ?? {};
	if (sh) {
		const get = () => {
			const newSh = { ...sh };
			Object.defineProperty(def, "shape", { value: newSh });
			get.raw = newSh;
			return newSh;
		};
		get.raw = sh;
		Object.defineProperty(def, "shape", { get });
	}
	const _normalized = cached(() => normalizeDef(def));
	defineLazyInternal(inst, "propValues", (zod) => {
		const shape = zod.def.shape;
		const propValues = {};
		for (const key in shape) {
			const field = shape[key]._zod;
			if (field.values) {
				if (!Object.prototype.hasOwnProperty.call(propValues, key)) assignProp(propValues, key, /* @__PURE__ */ new Set());
				for (const v of field.values) propValues[key].add(v);
				if (field.optin !== void 0) propValues[key].add(void 0);
			}
		}
		return propValues;
	});
	const isObject = isObject$2;
	const catchall = def.catchall;
	let value;
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		value ?? (value = _normalized.value);
		const input = payload.value;
		if (!isObject(input)) {
			payload.issues.push({
				expected: "object",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
		const proms = [];
		const shape = value.shape;
		const abortEarly = ctx?.abortEarly;
		let seen = payload.issues.length;
		for (const key of value.allKeys) {
			if (abortEarly && payload.issues.length !== seen) {
				if (aborted(payload, seen)) break;
				seen = payload.issues.length;
			}
			if (key === "__proto__") continue;
			const el = shape[key];
			const optin = el._zod.optin;
			const optout = el._zod.optout;
			const r = el._zod.run({
				value: input[key],
				issues: []
			}, ctx);
			if (r instanceof Promise) proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
			else handlePropertyResult(r, payload, key, input, optin, optout);
		}
		if (!catchall) return proms.length ? Promise.all(proms).then(() => payload) : payload;
		return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
	};
});
var $ZodObjectJIT = /*@__PURE__*/ $constructor("$ZodObjectJIT", (inst, def) => {
	$ZodObject.init(inst, def);
	const superParse = inst._zod.parse;
	const _normalized = cached(() => normalizeDef(def));
	const memo = globalConfig.memoizer;
	const generateFastpass = (shape) => {
		const normalized = _normalized.value;
		const syms = normalized.symbolKeys;
		const doc = new Doc(["payload", "ctx"], {
			shape,
			inst,
			memo,
			syms
		});
		const parseStr = (k) => `shape[${k}]._zod.run({ value: input[${k}], issues: [] }, ctx)`;
		const prefixStr = (id, k) => `
          let ${id}_ab = false;
          for (let i = 0; i < ${id}.issues.length; i++) {
            const iss = ${id}.issues[i];
            iss.path = iss.path ? [${k}, ...iss.path] : [${k}];
            payload.issues.push(iss);
            if (iss.continue !== true) ${id}_ab = true;
          }
          if (${id}_ab && ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }`;
		doc.write(`const input = payload.value;`);
		const ids = Object.create(null);
		let counter = 0;
		for (const key of normalized.allKeys) ids[key] = `key_${counter++}`;
		doc.write(memo ? `const newResult = memo.alloc(inst, payload, {}, ctx);` : `const newResult = {};`);
		for (const key of normalized.allKeys) {
			if (key === "__proto__") continue;
			const id = ids[key];
			const k = typeof key === "symbol" ? `syms[${syms.indexOf(key)}]` : esc(key);
			const isPresent = `${k} in input`;
			const schema = shape[key];
			const optin = schema?._zod?.optin;
			const isOptionalIn = optin !== void 0;
			const isOptionalOut = schema?._zod?.optout === "optional";
			doc.write(`const ${id} = ${parseStr(k)};`);
			if (isOptionalIn && isOptionalOut) {
				const assign = optin === "optional" ? `${id}_present` : `${id}.value !== undefined || ${id}_present`;
				doc.write(`
        const ${id}_present = ${isPresent};
        if (!${id}.issues.length || ${id}_present) {
          if (${id}.issues.length) {${prefixStr(id, k)}
          }

          if (${assign}) {
            newResult[${k}] = ${id}.value;
          }
        }

      `);
			} else if (!isOptionalIn) doc.write(`
        const ${id}_present = ${isPresent};
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
        if (!${id}_present && !${id}.issues.length) {
          payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: undefined,
            path: [${k}]
          });
          if (ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }
        }

        if (${id}_present) {
          newResult[${k}] = ${id}.value;
        }

      `);
			else {
				doc.write(`
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
      `);
				if (optin === "defaulted") doc.write(`newResult[${k}] = ${id}.value;`);
				else doc.write(`
        if (${id}.value !== undefined || ${isPresent}) {
          newResult[${k}] = ${id}.value;
        }
      `);
			}
		}
		doc.write(`payload.value = newResult;`);
		doc.write(`return payload;`);
		return doc.compile();
	};
	let fastpass;
	const isObject = isObject$2;
	const jit = !globalConfig.jitless;
	const fastEnabled = jit && allowsEval.value;
	const catchall = def.catchall;
	let value;
	inst._zod.parse = (payload, ctx) => {
		value ?? (value = _normalized.value);
		const input = payload.value;
		if (!isObject(input)) {
			payload.issues.push({
				expected: "object",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		if (jit && fastEnabled && ctx?.async === false && ctx.jitless !== true) {
			if (!fastpass) fastpass = generateFastpass(def.shape);
			payload = fastpass(payload, ctx);
			if (!catchall) return payload;
			return handleCatchall([], input, payload, ctx, value, inst, ctx?.abortEarly === true);
		}
		return superParse(payload, ctx);
	};
});
function handleUnionResults(results, final, inst, ctx) {
	for (const result of results) if (result.issues.length === 0) {
		final.value = result.value;
		return final;
	}
	const nonaborted = results.filter((r) => !aborted(r));
	if (nonaborted.length === 1) {
		final.value = nonaborted[0].value;
		return nonaborted[0];
	}
	final.issues.push({
		code: "invalid_union",
		input: final.value,
		inst,
		errors: results.map((result) => result.issues.map((iss) => finalizeIssue(iss, ctx, config())))
	});
	return final;
}
var $ZodUnion = /*@__PURE__*/ $constructor("$ZodUnion", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted") ? "defaulted" : zod.def.options.some((o) => o._zod.optin !== void 0) ? "optional" : void 0);
	defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : void 0);
	defineLazyInternal(inst, "values", (zod) => {
		if (zod.def.options.every((o) => o._zod.values)) return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
	});
	defineLazyInternal(inst, "pattern", (zod) => {
		if (zod.def.options.every((o) => o._zod.pattern)) {
			const patterns = zod.def.options.map((o) => o._zod.pattern);
			return new RegExp(`^(${patterns.map((p) => cleanRegex(p.source)).join("|")})$`);
		}
	});
	const first = def.options.length === 1 ? def.options[0]._zod.run : null;
	inst._zod.parse = (payload, ctx) => {
		if (first) return first(payload, ctx);
		let async = false;
		const results = [];
		for (const option of def.options) {
			const result = option._zod.run({
				value: payload.value,
				issues: []
			}, ctx);
			if (result instanceof Promise) {
				results.push(result);
				async = true;
			} else {
				if (result.issues.length === 0) return result;
				results.push(result);
			}
		}
		if (!async) return handleUnionResults(results, payload, inst, ctx);
		return Promise.all(results).then((results) => {
			return handleUnionResults(results, payload, inst, ctx);
		});
	};
});
var $ZodIntersection = /*@__PURE__*/ $constructor("$ZodIntersection", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		const left = def.left._zod.run({
			value: input,
			issues: []
		}, ctx);
		const right = def.right._zod.run({
			value: input,
			issues: []
		}, ctx);
		if (left instanceof Promise || right instanceof Promise) return Promise.all([left, right]).then(([left, right]) => {
			return handleIntersectionResults(payload, left, right);
		});
		return handleIntersectionResults(payload, left, right);
	};
});
function mergeValues(a, b) {
	if (a === b) return {
		valid: true,
		data: a
	};
	if (a instanceof Date && b instanceof Date && +a === +b) return {
		valid: true,
		data: a
	};
	if (isPlainObject$2(a) && isPlainObject$2(b)) {
		const bKeys = Object.keys(b);
		const sharedKeys = Object.keys(a).filter((key) => bKeys.indexOf(key) !== -1);
		const newObj = {
			...a,
			...b
		};
		if (Object.prototype.hasOwnProperty.call(newObj, "__proto__")) delete newObj.__proto__;
		for (const key of sharedKeys) {
			if (key === "__proto__") continue;
			const sharedValue = mergeValues(a[key], b[key]);
			if (!sharedValue.valid) return {
				valid: false,
				mergeErrorPath: [key, ...sharedValue.mergeErrorPath]
			};
			newObj[key] = sharedValue.data;
		}
		return {
			valid: true,
			data: newObj
		};
	}
	if (Array.isArray(a) && Array.isArray(b)) {
		if (a.length !== b.length) return {
			valid: false,
			mergeErrorPath: []
		};
		const newArray = [];
		for (let index = 0; index < a.length; index++) {
			const itemA = a[index];
			const itemB = b[index];
			const sharedValue = mergeValues(itemA, itemB);
			if (!sharedValue.valid) return {
				valid: false,
				mergeErrorPath: [index, ...sharedValue.mergeErrorPath]
			};
			newArray.push(sharedValue.data);
		}
		return {
			valid: true,
			data: newArray
		};
	}
	return {
		valid: false,
		mergeErrorPath: []
	};
}
function handleIntersectionResults(result, left, right) {
	const unrecKeys = /* @__PURE__ */ new Map();
	let unrecIssue;
	const keyIssues = /* @__PURE__ */ new Map();
	const collect = (iss, side) => {
		let keys;
		if (iss.code === "unrecognized_keys" && !iss.path?.length) {
			unrecIssue ?? (unrecIssue = iss);
			keys = iss.keys;
		} else if (iss.code === "invalid_key" && iss.origin === "record" && iss.path?.length === 1) {
			const k = String(iss.path[0]);
			if (!keyIssues.has(k)) keyIssues.set(k, iss);
			keys = [k];
		} else return false;
		for (const k of keys) {
			if (!unrecKeys.has(k)) unrecKeys.set(k, {});
			unrecKeys.get(k)[side] = true;
		}
		return true;
	};
	for (const iss of left.issues) if (!collect(iss, "l")) result.issues.push(iss);
	for (const iss of right.issues) if (!collect(iss, "r")) result.issues.push(iss);
	const bothKeys = [...unrecKeys].filter(([, f]) => f.l && f.r).map(([k]) => k);
	if (bothKeys.length) {
		const aggregated = unrecIssue ? bothKeys.filter((k) => unrecIssue.keys.includes(k)) : [];
		if (aggregated.length) result.issues.push({
			...unrecIssue,
			keys: aggregated
		});
		for (const k of bothKeys) if (!aggregated.includes(k) && keyIssues.has(k)) result.issues.push(keyIssues.get(k));
	}
	const merged = mergeValues(left.value, right.value);
	if (!merged.valid) {
		if (aborted(result)) return result;
		throw new Error(`Unmergable intersection. Error path: ${JSON.stringify(merged.mergeErrorPath)}`);
	}
	result.value = merged.data;
	return result;
}
var $ZodRecord = /*@__PURE__*/ $constructor("$ZodRecord", (inst, def) => {
	$ZodType.init(inst, def);
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!isPlainObject$2(input)) {
			payload.issues.push({
				expected: "record",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		const proms = [];
		const values = def.keyType._zod.values;
		if (values && !def.partial) {
			payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
			const recordKeys = /* @__PURE__ */ new Set();
			for (const key of values) if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
				recordKeys.add(typeof key === "number" ? key.toString() : key);
				if (key === "__proto__") continue;
				const keyResult = def.keyType._zod.run({
					value: key,
					issues: []
				}, ctx);
				if (keyResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
				if (keyResult.issues.length) {
					payload.issues.push({
						code: "invalid_key",
						origin: "record",
						issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
						input: key,
						path: [key],
						inst
					});
					continue;
				}
				const outKey = keyResult.value;
				if (outKey === "__proto__") continue;
				const result = def.valueType._zod.run({
					value: input[key],
					issues: []
				}, ctx);
				if (result instanceof Promise) proms.push(result.then((result) => {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}));
				else {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}
			}
			let unrecognized;
			for (const key in input) if (!recordKeys.has(key)) {
				if (def.mode === "loose") {
					if (key === "__proto__") continue;
					payload.value[key] = input[key];
				} else {
					unrecognized = unrecognized ?? [];
					unrecognized.push(key);
				}
			}
			if (unrecognized && unrecognized.length > 0) payload.issues.push({
				code: "unrecognized_keys",
				input,
				inst,
				keys: unrecognized,
				continue: true
			});
		} else {
			payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
			let unrecognized;
			for (const key of Reflect.ownKeys(input)) {
				if (key === "__proto__") continue;
				if (!Object.prototype.propertyIsEnumerable.call(input, key)) continue;
				let keyResult = def.keyType._zod.run({
					value: key,
					issues: []
				}, ctx);
				if (keyResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
				if (typeof key === "string" && number$2.test(key) && keyResult.issues.length) {
					const retryResult = def.keyType._zod.run({
						value: Number(key),
						issues: []
					}, ctx);
					if (retryResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
					if (retryResult.issues.length === 0) keyResult = retryResult;
				}
				if (keyResult.issues.length) {
					if (def.mode === "loose") payload.value[key] = input[key];
					else if (values) {
						unrecognized = unrecognized ?? [];
						unrecognized.push(key);
					} else payload.issues.push({
						code: "invalid_key",
						origin: "record",
						issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
						input: key,
						path: [key],
						inst
					});
					continue;
				}
				const outKey = keyResult.value;
				if (outKey === "__proto__") continue;
				const result = def.valueType._zod.run({
					value: input[key],
					issues: []
				}, ctx);
				if (result instanceof Promise) proms.push(result.then((result) => {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}));
				else {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}
			}
			if (unrecognized && unrecognized.length > 0) payload.issues.push({
				code: "unrecognized_keys",
				input,
				inst,
				keys: unrecognized,
				continue: true
			});
		}
		if (proms.length) return Promise.all(proms).then(() => payload);
		return payload;
	};
});
var $ZodEnum = /*@__PURE__*/ $constructor("$ZodEnum", (inst, def) => {
	$ZodType.init(inst, def);
	const values = getEnumValues(def.entries);
	const valuesSet = new Set(values);
	inst._zod.values = valuesSet;
	defineLazyInternal(inst, "pattern", (zod) => {
		const patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
		return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
	});
	inst._zod.parse = (payload, _ctx) => {
		const input = payload.value;
		if (valuesSet.has(input)) return payload;
		payload.issues.push({
			code: "invalid_value",
			values,
			input,
			inst
		});
		return payload;
	};
});
var $ZodLiteral = /*@__PURE__*/ $constructor("$ZodLiteral", (inst, def) => {
	$ZodType.init(inst, def);
	const values = new Set(def.values);
	inst._zod.values = values;
	defineLazyInternal(inst, "pattern", (zod) => {
		const vals = zod.def.values;
		return new RegExp(vals.length ? `^(${vals.map((o) => typeof o === "string" ? escapeRegex(o) : o ? escapeRegex(o.toString()) : String(o)).join("|")})$` : "^[^\\s\\S]$");
	});
	inst._zod.parse = (payload, _ctx) => {
		const input = payload.value;
		if (values.has(input)) return payload;
		payload.issues.push({
			code: "invalid_value",
			values: def.values,
			input,
			inst
		});
		return payload;
	};
});
var $ZodTransform = /*@__PURE__*/ $constructor("$ZodTransform", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.optin = "optional";
	globalConfig.memoizer?.guard(inst);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") throw new $ZodEncodeError(inst.constructor.name);
		const _out = def.transform(payload.value, payload);
		if (ctx.async) return (_out instanceof Promise ? _out : Promise.resolve(_out)).then((output) => {
			payload.value = output;
			return payload;
		});
		if (_out instanceof Promise) throw new $ZodAsyncError();
		payload.value = _out;
		return payload;
	};
});
function handleOptionalResult(payload, result) {
	payload.value = result.issues.length ? void 0 : result.value;
	return payload;
}
var $ZodOptional = /*@__PURE__*/ $constructor("$ZodOptional", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
	inst._zod.optout = "optional";
	defineLazyInternal(inst, "values", (zod) => {
		const values = zod.def.innerType._zod.values;
		return values ? /* @__PURE__ */ new Set([...values, void 0]) : void 0;
	});
	defineLazyInternal(inst, "pattern", (zod) => {
		const pattern = zod.def.innerType._zod.pattern;
		return pattern ? new RegExp(`^(${cleanRegex(pattern.source)})?$`) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		if (payload.value === void 0) {
			if (def.innerType._zod.optin !== "defaulted") return payload;
			const result = def.innerType._zod.run({
				value: payload.value,
				issues: []
			}, ctx);
			if (result instanceof Promise) return result.then((result) => handleOptionalResult(payload, result));
			return handleOptionalResult(payload, result);
		}
		return def.innerType._zod.run(payload, ctx);
	};
});
var $ZodExactOptional = /*@__PURE__*/ $constructor("$ZodExactOptional", (inst, def) => {
	$ZodOptional.init(inst, def);
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	defineLazyInternal(inst, "pattern", (zod) => zod.def.innerType._zod.pattern);
	inst._zod.parse = (payload, ctx) => {
		return def.innerType._zod.run(payload, ctx);
	};
});
var $ZodNullable = /*@__PURE__*/ $constructor("$ZodNullable", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
	defineLazyInternal(inst, "pattern", (zod) => {
		const pattern = zod.def.innerType._zod.pattern;
		return pattern ? new RegExp(`^(${cleanRegex(pattern.source)}|null)$`) : void 0;
	});
	defineLazyInternal(inst, "values", (zod) => {
		return zod.def.innerType._zod.values ? /* @__PURE__ */ new Set([...zod.def.innerType._zod.values, null]) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		if (payload.value === null) return payload;
		return def.innerType._zod.run(payload, ctx);
	};
});
var $ZodDefault = /*@__PURE__*/ $constructor("$ZodDefault", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.optin = "defaulted";
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		if (payload.value === void 0) {
			payload.value = def.defaultValue;
			/**
			* $ZodDefault returns the default value immediately in forward direction.
			* It doesn't pass the default value into the validator ("prefault"). There's no reason to pass the default value through validation. The validity of the default is enforced by TypeScript statically. Otherwise, it's the responsibility of the user to ensure the default is valid. In the case of pipes with divergent in/out types, you can specify the default on the `in` schema of your ZodPipe to set a "prefault" for the pipe.   */
			return payload;
		}
		const result = def.innerType._zod.run(payload, ctx);
		if (result instanceof Promise) return result.then((result) => handleDefaultResult(result, def));
		return handleDefaultResult(result, def);
	};
});
function handleDefaultResult(payload, def) {
	if (payload.value === void 0) payload.value = def.defaultValue;
	return payload;
}
var $ZodPrefault = /*@__PURE__*/ $constructor("$ZodPrefault", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.optin = "defaulted";
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		if (payload.value === void 0) payload.value = def.defaultValue;
		return def.innerType._zod.run(payload, ctx);
	};
});
var $ZodNonOptional = /*@__PURE__*/ $constructor("$ZodNonOptional", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "values", (zod) => {
		const v = zod.def.innerType._zod.values;
		return v ? new Set([...v].filter((x) => x !== void 0)) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		const result = def.innerType._zod.run(payload, ctx);
		if (result instanceof Promise) return result.then((result) => handleNonOptionalResult(result, inst));
		return handleNonOptionalResult(result, inst);
	};
});
function handleNonOptionalResult(payload, inst) {
	if (!payload.issues.length && payload.value === void 0) payload.issues.push({
		code: "invalid_type",
		expected: "nonoptional",
		input: payload.value,
		inst
	});
	return payload;
}
function handleCatchResult(payload, result, def, ctx) {
	if (!result.issues.length) {
		payload.value = result.value;
		if (result.memo) payload.memo = true;
		return payload;
	}
	payload.value = def.catchValue({
		...result,
		value: payload.value,
		error: { issues: result.issues.map((iss) => finalizeIssue(iss, ctx, config())) },
		input: payload.value
	});
	return payload;
}
var $ZodCatch = /*@__PURE__*/ $constructor("$ZodCatch", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		const result = def.innerType._zod.run({
			value: payload.value,
			issues: []
		}, ctx);
		if (result instanceof Promise) return result.then((result) => handleCatchResult(payload, result, def, ctx));
		return handleCatchResult(payload, result, def, ctx);
	};
});
var $ZodPipe = /*@__PURE__*/ $constructor("$ZodPipe", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
	defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
	defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") {
			const right = def.out._zod.run(payload, ctx);
			if (right instanceof Promise) return right.then((right) => handlePipeResult(right, def.in, ctx));
			return handlePipeResult(right, def.in, ctx);
		}
		const left = def.in._zod.run(payload, ctx);
		if (left instanceof Promise) return left.then((left) => handlePipeResult(left, def.out, ctx));
		return handlePipeResult(left, def.out, ctx);
	};
});
function handlePipeResult(left, next, ctx) {
	if (left.issues.some((iss) => iss.code !== "unrecognized_keys")) {
		left.aborted = true;
		return left;
	}
	return next._zod.run({
		value: left.value,
		issues: left.issues
	}, ctx);
}
var $ZodReadonly = /*@__PURE__*/ $constructor("$ZodReadonly", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "propValues", (zod) => zod.def.innerType._zod.propValues);
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType?._zod?.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType?._zod?.optout);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		const result = def.innerType._zod.run(payload, ctx);
		if (result instanceof Promise) return result.then(handleReadonlyResult);
		return handleReadonlyResult(result);
	};
});
function handleReadonlyResult(payload) {
	if (!payload.memo) payload.value = Object.freeze(payload.value);
	return payload;
}
var $ZodCustom = /*@__PURE__*/ $constructor("$ZodCustom", (inst, def) => {
	$ZodCheck.init(inst, def);
	$ZodType.init(inst, def);
	inst._zod.parse = (payload, _) => {
		return payload;
	};
	inst._zod.check = (payload) => {
		const input = payload.value;
		const r = def.fn(input);
		if (r instanceof Promise) return r.then((r) => handleRefineResult(r, payload, input, inst));
		handleRefineResult(r, payload, input, inst);
	};
});
function handleRefineResult(result, payload, input, inst) {
	if (!result) {
		const _iss = {
			code: "custom",
			input,
			inst,
			path: [...inst._zod.def.path ?? []],
			continue: !inst._zod.def.abort
		};
		if (inst._zod.def.params) _iss.params = inst._zod.def.params;
		payload.issues.push(issue(_iss));
	}
}
// ../../work/main/node_modules/zod/v4/core/memoizer.js
var $ZodCyclicError = class extends Error {
	constructor() {
		super(`Cannot parse a reference cycle that closes through a transform`);
		this.name = "ZodCyclicError";
	}
};
/** Keyed off the context object every schema in one parse call already shares. */
var STATE = "~memo";
var NO_ISSUES = [];
function isRef$2(value) {
	return value !== null && typeof value === "object";
}
function cloneIssues(issues) {
	return issues.map((iss) => iss.path ? {
		...iss,
		path: iss.path.slice()
	} : { ...iss });
}
var recursive = /*@__PURE__*/ new WeakMap();
/** What the walk established, in order of certainty: ordered so the strongest answer among children wins. */
var NONE = 0;
var ASSUMED = 1;
var PROVEN = 2;
/** Whether this schema's subtree contains a cycle, so one parse can re-enter it. */
function isRecursive(inst, stack, resolve) {
	const cached = recursive.get(inst);
	if (cached !== void 0) return cached ? PROVEN : NONE;
	if (stack.has(inst)) return PROVEN;
	stack.add(inst);
	let result = NONE;
	const check = (child) => {
		if (result !== PROVEN && child?._zod) {
			const answer = isRecursive(child, stack, resolve);
			if (answer > result) result = answer;
		}
	};
	const shape = (sh, spread) => {
		let answer = NONE;
		for (const key of Reflect.ownKeys(sh)) {
			const desc = Object.getOwnPropertyDescriptor(sh, key);
			if (spread && !desc.enumerable) continue;
			const child = desc.get ? ASSUMED : desc.value?._zod ? isRecursive(desc.value, stack, resolve) : NONE;
			if (child > answer) answer = child;
		}
		return answer;
	};
	const merge = (answer) => {
		if (answer > result) result = answer;
	};
	const def = inst._zod.def;
	switch (def.type) {
		case "object": {
			const raw = rawShape(def);
			merge(raw ? shape(raw, true) : ASSUMED);
			check(def.catchall);
			break;
		}
		case "array":
			check(def.element);
			break;
		case "tuple":
			for (const el of def.items) check(el);
			check(def.rest);
			break;
		case "record":
		case "map":
			check(def.keyType);
			check(def.valueType);
			break;
		case "set":
			check(def.valueType);
			break;
		case "union":
			for (const el of def.options) check(el);
			break;
		case "intersection":
			check(def.left);
			check(def.right);
			break;
		case "optional":
		case "nullable":
		case "default":
		case "prefault":
		case "catch":
		case "readonly":
		case "nonoptional":
		case "promise":
		case "success":
			check(def.innerType);
			break;
		case "pipe":
			check(def.in);
			check(def.out);
			break;
		case "function":
			check(def.input);
			check(def.output);
			break;
		case "lazy": {
			const inner = def._cachedInner ?? (resolve ? inst._zod.innerType : void 0);
			merge(inner ? isRecursive(inner, stack, false) : ASSUMED);
			break;
		}
		case "template_literal":
		case "string":
		case "number":
		case "int":
		case "boolean":
		case "bigint":
		case "symbol":
		case "undefined":
		case "null":
		case "void":
		case "never":
		case "any":
		case "unknown":
		case "date":
		case "nan":
		case "enum":
		case "literal":
		case "file":
		case "transform":
		case "custom": break;
		default: for (const key in def) {
			const desc = Object.getOwnPropertyDescriptor(def, key);
			if (!desc || desc.get) continue;
			const value = desc.value;
			if (!value || typeof value !== "object") continue;
			if (value._zod) check(value);
			else if (Array.isArray(value)) for (const el of value) check(el);
		}
	}
	stack.delete(inst);
	return settle(inst, result);
}
/** An assumed answer must not outlive the resolution that settles it, so only a certain one is cached. */
function settle(inst, answer) {
	if (answer !== ASSUMED) recursive.set(inst, answer === PROVEN);
	return answer;
}
function bucketFor(state, inst) {
	let bucket = state.buckets.get(inst);
	if (!bucket) {
		bucket = /* @__PURE__ */ new WeakMap();
		state.buckets.set(inst, bucket);
	}
	return bucket;
}
var handoff;
var open$1 = [];
var memo = {
	alloc(_inst, payload, empty) {
		const bucket = handoff;
		if (!bucket) return empty;
		handoff = void 0;
		const entry = {
			value: empty,
			issues: null
		};
		bucket.set(payload.value, entry);
		open$1.push(entry);
		return empty;
	},
	guard(inst) {
		var _a;
		(_a = inst._zod).deferred ?? (_a.deferred = []);
		inst._zod.deferred.push(() => {
			const base = inst._zod.parse;
			const wrapped = (payload, ctx) => {
				if (ctx.direction !== "backward" && isBackEdge(ctx, payload.value)) throw new $ZodCyclicError();
				return base(payload, ctx);
			};
			inst._zod.parse = wrapped;
			if (inst._zod.run === base) inst._zod.run = wrapped;
		});
	},
	attach(inst) {
		var _a;
		let isRecursiveInst;
		let rechecked = false;
		let lastCtx;
		let lastBucket;
		(_a = inst._zod).deferred ?? (_a.deferred = []);
		inst._zod.deferred.push(() => {
			const base = inst._zod.parse;
			const wrapped = (payload, ctx) => {
				if (isRecursiveInst === void 0) {
					const walked = isRecursive(inst, /* @__PURE__ */ new Set(), false);
					if (walked === NONE) {
						inst._zod.parse = base;
						if (inst._zod.run === wrapped) inst._zod.run = base;
						return base(payload, ctx);
					}
					if (walked === PROVEN || rechecked) isRecursiveInst = true;
					else rechecked = true;
				}
				const input = payload.value;
				if (!isRef$2(input)) return base(payload, ctx);
				let state = ctx[STATE];
				if (!state) {
					state = {
						buckets: /* @__PURE__ */ new WeakMap(),
						backEdges: void 0
					};
					ctx[STATE] = state;
				}
				let bucket;
				if (lastCtx === ctx) bucket = lastBucket;
				else {
					bucket = bucketFor(state, inst);
					lastCtx = ctx;
					lastBucket = bucket;
				}
				const hit = bucket.get(input);
				if (hit) {
					payload.value = hit.value;
					if (hit.issues) {
						if (hit.issues.length) payload.issues.push(...cloneIssues(hit.issues));
					} else {
						payload.memo = true;
						state.backEdges ?? (state.backEdges = /* @__PURE__ */ new WeakSet());
						state.backEdges.add(hit.value);
					}
					return payload;
				}
				handoff = bucket;
				const depth = open$1.length;
				const result = base(payload, ctx);
				handoff = void 0;
				const entry = open$1.length > depth ? open$1.pop() : void 0;
				if (result instanceof Promise) return result.then((r) => {
					if (entry) entry.issues = r.issues.length ? cloneIssues(r.issues) : NO_ISSUES;
					return r;
				});
				if (entry) entry.issues = result.issues.length ? cloneIssues(result.issues) : NO_ISSUES;
				return result;
			};
			inst._zod.parse = wrapped;
			if (inst._zod.run === base) inst._zod.run = wrapped;
		});
	}
};
/** The memoizer that gives containers cycle support. `zod` installs it by default; `zod/mini` opts in with `config({ memoizer: memoizer() })`. */
function memoizer() {
	return memo;
}
/** Whether this value is a node a back-edge resolved to before it finished. */
function isBackEdge(ctx, value) {
	const backEdges = ctx[STATE]?.backEdges;
	return backEdges !== void 0 && isRef$2(value) && backEdges.has(value);
}
// ../../work/main/node_modules/zod/v4/locales/en.js
var error = () => {
	const Sizable = {
		string: {
			unit: "characters",
			verb: "to have"
		},
		file: {
			unit: "bytes",
			verb: "to have"
		},
		array: {
			unit: "items",
			verb: "to have"
		},
		set: {
			unit: "items",
			verb: "to have"
		},
		map: {
			unit: "entries",
			verb: "to have"
		}
	};
	function getSizing(origin) {
		return Sizable[origin] ?? null;
	}
	const FormatDictionary = {
		regex: "input",
		email: "email address",
		url: "URL",
		emoji: "emoji",
		uuid: "UUID",
		uuidv4: "UUIDv4",
		uuidv6: "UUIDv6",
		nanoid: "nanoid",
		guid: "GUID",
		cuid: "cuid",
		cuid2: "cuid2",
		ulid: "ULID",
		xid: "XID",
		ksuid: "KSUID",
		datetime: "ISO datetime",
		date: "ISO date",
		time: "ISO time",
		duration: "ISO duration",
		ipv4: "IPv4 address",
		ipv6: "IPv6 address",
		mac: "MAC address",
		cidrv4: "IPv4 range",
		cidrv6: "IPv6 range",
		base64: "base64-encoded string",
		base64url: "base64url-encoded string",
		json_string: "JSON string",
		e164: "E.164 number",
		currency_code: "currency code",
		credit_card: "credit card number",
		iban: "IBAN",
		jwt: "JWT",
		template_literal: "input"
	};
	const TypeDictionary = { nan: "NaN" };
	function getTypeName(type, input) {
		if (type === "number" && typeof input === "number" && !Number.isFinite(input)) return String(input);
		return TypeDictionary[type] ?? type;
	}
	return (issue) => {
		switch (issue.code) {
			case "invalid_type": return `Invalid input: expected ${getTypeName(issue.expected)}, received ${getTypeName(parsedType(issue.input), issue.input)}`;
			case "invalid_value":
				if (issue.values.length === 1) return `Invalid input: expected ${stringifyPrimitive(issue.values[0])}`;
				return `Invalid option: expected one of ${joinValues(issue.values, "|")}`;
			case "too_big": {
				const adj = issue.exact ? "exactly " : issue.inclusive ? "<=" : "<";
				const sizing = getSizing(issue.origin);
				if (sizing) return `Too big: expected ${issue.origin ?? "value"} to have ${adj}${issue.maximum.toString()} ${sizing.unit ?? "elements"}`;
				return `Too big: expected ${issue.origin ?? "value"} to be ${adj}${issue.maximum.toString()}`;
			}
			case "too_small": {
				const adj = issue.exact ? "exactly " : issue.inclusive ? ">=" : ">";
				const sizing = getSizing(issue.origin);
				if (sizing) return `Too small: expected ${issue.origin} to have ${adj}${issue.minimum.toString()} ${sizing.unit}`;
				return `Too small: expected ${issue.origin} to be ${adj}${issue.minimum.toString()}`;
			}
			case "invalid_format": {
				const _issue = issue;
				if (_issue.format === "starts_with") return `Invalid string: must start with "${_issue.prefix}"`;
				if (_issue.format === "ends_with") return `Invalid string: must end with "${_issue.suffix}"`;
				if (_issue.format === "includes") return `Invalid string: must include "${_issue.includes}"`;
				if (_issue.format === "regex") return `Invalid string: must match pattern ${_issue.pattern}`;
				return `Invalid ${FormatDictionary[_issue.format] ?? issue.format}`;
			}
			case "not_multiple_of": return `Invalid number: must be a multiple of ${issue.divisor}`;
			case "unrecognized_keys": return `Unrecognized key${issue.keys.length > 1 ? "s" : ""}: ${joinValues(issue.keys, ", ")}`;
			case "invalid_key": return `Invalid key in ${issue.origin}`;
			case "invalid_union":
				if (issue.options && Array.isArray(issue.options) && issue.options.length > 0) return `Invalid discriminator value. Expected ${issue.options.map((o) => `'${o}'`).join(" | ")}`;
				if (issue.inclusive === false) return "Invalid input: more than one option matched";
				return "Invalid input";
			case "invalid_element": return `Invalid value in ${issue.origin}`;
			default: return `Invalid input`;
		}
	};
};
function en_default() {
	return { localeError: error() };
}
// ../../work/main/node_modules/zod/v4/core/registries.js
var _a;
var $ZodRegistry = class {
	constructor() {
		this._map = /* @__PURE__ */ new WeakMap();
		this._idmap = /* @__PURE__ */ new Map();
	}
	add(schema, ..._meta) {
		const meta = _meta[0];
		this._map.set(schema, meta);
		if (meta && typeof meta === "object" && "id" in meta) this._idmap.set(meta.id, schema);
		return this;
	}
	clear() {
		this._map = /* @__PURE__ */ new WeakMap();
		this._idmap = /* @__PURE__ */ new Map();
		return this;
	}
	remove(schema) {
		const meta = this._map.get(schema);
		if (meta && typeof meta === "object" && "id" in meta) this._idmap.delete(meta.id);
		this._map.delete(schema);
		return this;
	}
	get(schema) {
		const p = schema._zod.parent;
		if (p) {
			const pm = { ...this.get(p) ?? {} };
			delete pm.id;
			const f = {
				...pm,
				...this._map.get(schema)
			};
			return Object.keys(f).length ? f : void 0;
		}
		return this._map.get(schema);
	}
	has(schema) {
		return this._map.has(schema);
	}
};
function registry() {
	return new $ZodRegistry();
}
(_a = globalThis).__zod_globalRegistry ?? (_a.__zod_globalRegistry = registry());
var globalRegistry = globalThis.__zod_globalRegistry;
// ../../work/main/node_modules/zod/v4/core/api.js
function snapshotChecks(def) {
	if (def.checks) def.checks = [...def.checks];
	return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class, params) {
	return new Class(snapshotChecks({
		type: "string",
		...normalizeParams(params)
	}));
}
// @__NO_SIDE_EFFECTS__
function _email(Class, params) {
	return new Class({
		type: "string",
		format: "email",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _guid(Class, params) {
	return new Class({
		type: "string",
		format: "guid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuid(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuidv4(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		version: "v4",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuidv6(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		version: "v6",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuidv7(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		version: "v7",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _url(Class, params) {
	return new Class({
		type: "string",
		format: "url",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _emoji(Class, params) {
	return new Class({
		type: "string",
		format: "emoji",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _nanoid(Class, params) {
	return new Class({
		type: "string",
		format: "nanoid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
/**
* @deprecated CUID v1 is deprecated by its authors due to information leakage
* (timestamps embedded in the id). Use {@link _cuid2} instead.
* See https://github.com/paralleldrive/cuid.
*/
// @__NO_SIDE_EFFECTS__
function _cuid(Class, params) {
	return new Class({
		type: "string",
		format: "cuid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _cuid2(Class, params) {
	return new Class({
		type: "string",
		format: "cuid2",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ulid(Class, params) {
	return new Class({
		type: "string",
		format: "ulid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _xid(Class, params) {
	return new Class({
		type: "string",
		format: "xid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ksuid(Class, params) {
	return new Class({
		type: "string",
		format: "ksuid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ipv4(Class, params) {
	return new Class({
		type: "string",
		format: "ipv4",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ipv6(Class, params) {
	return new Class({
		type: "string",
		format: "ipv6",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _cidrv4(Class, params) {
	return new Class({
		type: "string",
		format: "cidrv4",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _cidrv6(Class, params) {
	return new Class({
		type: "string",
		format: "cidrv6",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _base64(Class, params) {
	return new Class({
		type: "string",
		format: "base64",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _base64url(Class, params) {
	return new Class({
		type: "string",
		format: "base64url",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _e164(Class, params) {
	return new Class({
		type: "string",
		format: "e164",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _jwt(Class, params) {
	return new Class({
		type: "string",
		format: "jwt",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoDateTime(Class, params) {
	return new Class({
		type: "string",
		format: "datetime",
		check: "string_format",
		offset: false,
		local: false,
		precision: null,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoDate(Class, params) {
	return new Class({
		type: "string",
		format: "date",
		check: "string_format",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoTime(Class, params) {
	return new Class({
		type: "string",
		format: "time",
		check: "string_format",
		precision: null,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoDuration(Class, params) {
	return new Class({
		type: "string",
		format: "duration",
		check: "string_format",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _number(Class, params) {
	return new Class(snapshotChecks({
		type: "number",
		checks: [],
		...normalizeParams(params)
	}));
}
// @__NO_SIDE_EFFECTS__
function _coercedNumber(Class, params) {
	return new Class(snapshotChecks({
		type: "number",
		coerce: true,
		checks: [],
		...normalizeParams(params)
	}));
}
// @__NO_SIDE_EFFECTS__
function _int(Class, params) {
	return new Class({
		type: "number",
		check: "number_format",
		abort: false,
		format: "safeint",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _boolean(Class, params) {
	return new Class({
		type: "boolean",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _undefined$1(Class, params) {
	return new Class({
		type: "undefined",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class) {
	return new Class({ type: "unknown" });
}
// @__NO_SIDE_EFFECTS__
function _never(Class, params) {
	return new Class({
		type: "never",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _lt(value, params) {
	return new $ZodCheckLessThan({
		check: "less_than",
		...normalizeParams(params),
		value,
		inclusive: false
	});
}
// @__NO_SIDE_EFFECTS__
function _lte(value, params) {
	return new $ZodCheckLessThan({
		check: "less_than",
		...normalizeParams(params),
		value,
		inclusive: true
	});
}
// @__NO_SIDE_EFFECTS__
function _gt(value, params) {
	return new $ZodCheckGreaterThan({
		check: "greater_than",
		...normalizeParams(params),
		value,
		inclusive: false
	});
}
// @__NO_SIDE_EFFECTS__
function _gte(value, params) {
	return new $ZodCheckGreaterThan({
		check: "greater_than",
		...normalizeParams(params),
		value,
		inclusive: true
	});
}
// @__NO_SIDE_EFFECTS__
function _multipleOf(value, params) {
	return new $ZodCheckMultipleOf({
		check: "multiple_of",
		...normalizeParams(params),
		value
	});
}
// @__NO_SIDE_EFFECTS__
function _maxLength(maximum, params) {
	return new $ZodCheckMaxLength({
		check: "max_length",
		...normalizeParams(params),
		maximum
	});
}
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params) {
	return new $ZodCheckMinLength({
		check: "min_length",
		...normalizeParams(params),
		minimum
	});
}
// @__NO_SIDE_EFFECTS__
function _length(length, params) {
	return new $ZodCheckLengthEquals({
		check: "length_equals",
		...normalizeParams(params),
		length
	});
}
// @__NO_SIDE_EFFECTS__
function _regex(pattern, params) {
	return new $ZodCheckRegex({
		check: "string_format",
		format: "regex",
		...normalizeParams(params),
		pattern
	});
}
// @__NO_SIDE_EFFECTS__
function _lowercase(params) {
	return new $ZodCheckLowerCase({
		check: "string_format",
		format: "lowercase",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uppercase(params) {
	return new $ZodCheckUpperCase({
		check: "string_format",
		format: "uppercase",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _includes(includes, params) {
	return new $ZodCheckIncludes({
		check: "string_format",
		format: "includes",
		...normalizeParams(params),
		includes
	});
}
// @__NO_SIDE_EFFECTS__
function _startsWith(prefix, params) {
	return new $ZodCheckStartsWith({
		check: "string_format",
		format: "starts_with",
		...normalizeParams(params),
		prefix
	});
}
// @__NO_SIDE_EFFECTS__
function _endsWith(suffix, params) {
	return new $ZodCheckEndsWith({
		check: "string_format",
		format: "ends_with",
		...normalizeParams(params),
		suffix
	});
}
// @__NO_SIDE_EFFECTS__
function _overwrite(tx) {
	return new $ZodCheckOverwrite({
		check: "overwrite",
		tx
	});
}
// @__NO_SIDE_EFFECTS__
function _normalize(form) {
	return /* @__PURE__ */ _overwrite((input) => input.normalize(form));
}
// @__NO_SIDE_EFFECTS__
function _trim() {
	return /* @__PURE__ */ _overwrite((input) => input.trim());
}
// @__NO_SIDE_EFFECTS__
function _toLowerCase() {
	return /* @__PURE__ */ _overwrite((input) => input.toLowerCase());
}
// @__NO_SIDE_EFFECTS__
function _toUpperCase() {
	return /* @__PURE__ */ _overwrite((input) => input.toUpperCase());
}
// @__NO_SIDE_EFFECTS__
function _slugify() {
	return /* @__PURE__ */ _overwrite((input) => slugify(input));
}
// @__NO_SIDE_EFFECTS__
function _array(Class, element, params) {
	return new Class({
		type: "array",
		element,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _custom(Class, fn, _params) {
	const norm = normalizeParams(_params);
	norm.abort ?? (norm.abort = true);
	return new Class({
		type: "custom",
		check: "custom",
		fn,
		...norm
	});
}
// @__NO_SIDE_EFFECTS__
function _refine(Class, fn, _params) {
	return new Class({
		type: "custom",
		check: "custom",
		fn,
		...normalizeParams(_params)
	});
}
// @__NO_SIDE_EFFECTS__
function _superRefine(fn, params) {
	const ch = /* @__PURE__ */ _check((payload) => {
		payload.addIssue = (issue$2) => {
			if (typeof issue$2 === "string") payload.issues.push(issue(issue$2, payload.value, ch._zod.def));
			else {
				const _issue = issue$2;
				if (_issue.fatal) _issue.continue = false;
				_issue.code ?? (_issue.code = "custom");
				if (!("input" in _issue)) _issue.input = payload.value;
				_issue.inst ?? (_issue.inst = ch);
				_issue.continue ?? (_issue.continue = !ch._zod.def.abort);
				payload.issues.push(issue(_issue));
			}
		};
		return fn(payload.value, payload);
	}, params);
	return ch;
}
// @__NO_SIDE_EFFECTS__
function _check(fn, params) {
	const ch = new $ZodCheck({
		check: "custom",
		...normalizeParams(params)
	});
	ch._zod.check = fn;
	return ch;
}
// ../../work/main/node_modules/zod/v4/core/to-json-schema.js
function assignProps(target, ...sources) {
	for (const source of sources) for (const key of Reflect.ownKeys(source)) if (Object.prototype.propertyIsEnumerable.call(source, key)) assignProp(target, key, source[key]);
	return target;
}
function initializeContext(params) {
	let target = params?.target ?? "draft-2020-12";
	if (target === "draft-4") target = "draft-04";
	if (target === "draft-7") target = "draft-07";
	return {
		processors: params.processors ?? {},
		metadataRegistry: params?.metadata ?? globalRegistry,
		target,
		unrepresentable: params?.unrepresentable ?? "throw",
		override: params?.override ?? (() => {}),
		io: params?.io ?? "output",
		counter: 0,
		seen: /* @__PURE__ */ new Map(),
		sharedDefsExtractedFor: void 0,
		sharedEmitDoneFor: void 0,
		cycles: params?.cycles ?? "ref",
		reused: params?.reused ?? "inline",
		intersections: [],
		deferred: [],
		external: params?.external ?? void 0
	};
}
/**
* Applies the `unrepresentable` setting at a site that has no JSON Schema equivalent. Throws
* `message` unless the setting (or the handler's return value) says otherwise. Returns `true` if a
* custom JSON Schema was written into `json`, in which case the caller must not write its own.
*/
function handleUnrepresentable(schema, ctx, json, params, message) {
	const result = typeof ctx.unrepresentable === "function" ? ctx.unrepresentable({
		zodSchema: schema,
		path: params.path,
		message
	}) : ctx.unrepresentable;
	if (result === "any") return false;
	if (result === void 0 || result === "throw") throw new Error(message);
	Object.assign(json, result);
	return true;
}
function processSchema(schema, ctx, _params = {
	path: [],
	schemaPath: []
}) {
	var _a;
	const def = schema._zod.def;
	const seen = ctx.seen.get(schema);
	if (seen) {
		seen.count++;
		if (_params.schemaPath.includes(schema)) seen.cycle = _params.path;
		return seen.schema;
	}
	const result = {
		schema: {},
		count: 1,
		cycle: void 0,
		path: _params.path
	};
	ctx.seen.set(schema, result);
	ctx.sharedDefsExtractedFor = void 0;
	ctx.sharedEmitDoneFor = void 0;
	const overrideSchema = schema._zod.toJSONSchema?.();
	if (overrideSchema) result.schema = overrideSchema;
	else {
		const params = {
			..._params,
			schemaPath: [..._params.schemaPath, schema],
			path: _params.path
		};
		if (schema._zod.processJSONSchema) schema._zod.processJSONSchema(ctx, result.schema, params);
		else {
			const _json = result.schema;
			const processor = ctx.processors[def.type];
			if (!processor) throw new Error(`[toJSONSchema]: Non-representable type encountered: ${def.type}`);
			processor(schema, ctx, _json, params);
		}
		const parent = schema._zod.parent;
		if (parent) {
			if (!result.ref) result.ref = parent;
			processSchema(parent, ctx, params);
			ctx.seen.get(parent).isParent = true;
		}
	}
	const meta = ctx.metadataRegistry.get(schema);
	if (meta) assignProps(result.schema, meta);
	if (ctx.io === "input" && isTransforming(schema)) {
		delete result.schema.examples;
		delete result.schema.default;
	}
	if (ctx.io === "input" && "_prefault" in result.schema) (_a = result.schema).default ?? (_a.default = result.schema._prefault);
	delete result.schema._prefault;
	return ctx.seen.get(schema).schema;
}
function encodeJSONPointerSegment(segment) {
	return segment.replace(/~/g, "~0").replace(/\//g, "~1");
}
function extractDefs(ctx, schema) {
	const root = ctx.seen.get(schema);
	if (!root) throw new Error("Unprocessed schema. This is a bug in Zod.");
	if (ctx.external && ctx.sharedDefsExtractedFor === ctx.external) return;
	const idToSchema = /* @__PURE__ */ new Map();
	for (const entry of ctx.seen.entries()) {
		const id = ctx.metadataRegistry.get(entry[0])?.id;
		if (id) {
			const existing = idToSchema.get(id);
			if (existing && existing !== entry[0]) throw new Error(`Duplicate schema id "${id}" detected during JSON Schema conversion. Two different schemas cannot share the same id when converted together.`);
			idToSchema.set(id, entry[0]);
		}
	}
	const makeURI = (entry) => {
		const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
		if (ctx.external) {
			const externalId = ctx.external.registry.get(entry[0])?.id;
			const uriGenerator = ctx.external.uri ?? ((id) => id);
			if (externalId) return { ref: uriGenerator(externalId) };
			const id = entry[1].defId ?? entry[1].schema.id ?? `schema${ctx.counter++}`;
			entry[1].defId = id;
			return {
				defId: id,
				ref: `${uriGenerator("__shared")}#/${defsSegment}/${encodeJSONPointerSegment(id)}`
			};
		}
		const uriPrefix = `#`;
		const defUriPrefix = `${uriPrefix}/${defsSegment}/`;
		if (entry[1] === root && !entry[1].schema.id) return { ref: uriPrefix };
		const defId = entry[1].schema.id ?? `__schema${ctx.counter++}`;
		return {
			defId,
			ref: defUriPrefix + encodeJSONPointerSegment(defId)
		};
	};
	const extractToDef = (entry) => {
		if (entry[1].schema.$ref) return;
		const seen = entry[1];
		const { ref, defId } = makeURI(entry);
		seen.def = { ...seen.schema };
		if (defId) seen.defId = defId;
		const schema = seen.schema;
		for (const key in schema) delete schema[key];
		schema.$ref = ref;
	};
	if (ctx.cycles === "throw") for (const entry of ctx.seen.entries()) {
		const seen = entry[1];
		if (seen.cycle) throw new Error(`Cycle detected: #/${seen.cycle?.join("/")}/<root>

Set the \`cycles\` parameter to \`"ref"\` to resolve cyclical schemas with defs.`);
	}
	for (const entry of ctx.seen.entries()) {
		const seen = entry[1];
		if (schema === entry[0]) {
			extractToDef(entry);
			continue;
		}
		if (ctx.external) {
			const ext = ctx.external.registry.get(entry[0])?.id;
			if (schema !== entry[0] && ext) {
				extractToDef(entry);
				continue;
			}
		}
		if (ctx.metadataRegistry.get(entry[0])?.id) {
			extractToDef(entry);
			continue;
		}
		if (seen.cycle) {
			extractToDef(entry);
			continue;
		}
		if (seen.count > 1) {
			if (ctx.reused === "ref") extractToDef(entry);
		}
	}
	if (ctx.external) ctx.sharedDefsExtractedFor = ctx.external;
}
/** Rewrites `anyOf: [{type: "a"}, {type: "b"}]` to `type: ["a", "b"]`, which every JSON Schema draft treats as equivalent and most consumers render far better for the nullable case. Only branches that are a bare type assertion qualify — anything carrying a constraint, `$ref`, `const` or metadata is left alone. Runs after `flattenRef`, so a branch an override decorated or `$defs` extraction turned into a `$ref` is no longer bare and correctly stays in `anyOf`. `oneOf` is excluded: `integer` and `number` overlap, so "exactly one" and "at least one" are not the same there. OpenAPI 3.0 is excluded: its `type` must be a single string. */
function compactTypeUnion(schema) {
	const options = schema.anyOf;
	if (!Array.isArray(options) || options.length === 0 || schema.type !== void 0) return;
	const types = [];
	for (const option of options) {
		if (!option || typeof option !== "object") return;
		compactTypeUnion(option);
		const keys = Object.keys(option);
		if (keys.length !== 1 || keys[0] !== "type") return;
		const type = option.type;
		for (const member of Array.isArray(type) ? type : [type]) {
			if (typeof member !== "string") return;
			if (!types.includes(member)) types.push(member);
		}
	}
	delete schema.anyOf;
	schema.type = types.length === 1 ? types[0] : types;
}
/** Keywords `foldIntersection` knows how to combine. Anything else — `$ref`, `patternProperties`,
* an annotation like `description` — makes a member unfoldable, so a constraint this does not
* understand leaves the `allOf` alone instead of being silently dropped or misattributed. */
var FOLDABLE_KEYS = /* @__PURE__ */ new Set([
	"type",
	"properties",
	"required",
	"additionalProperties"
]);
var UNION_KEYS = ["oneOf", "anyOf"];
/** A member's constraint on a key it does not declare itself. A `catchall` states one; `false`, an absent `additionalProperties`, and the empty schema a loose object emits state nothing. */
function undeclaredConstraint(member) {
	const extra = member.additionalProperties;
	if (extra === void 0 || extra === false || typeof extra !== "object" || extra === null) return null;
	return Object.keys(extra).length ? extra : null;
}
/** Combines object members into the single object they describe together, or returns `null` if any of them carries a keyword outside {@link FOLDABLE_KEYS}. */
function foldObjects(members) {
	const objects = [];
	for (const member of members) {
		if (typeof member !== "object" || member.type !== "object") return null;
		for (const key in member) if (!FOLDABLE_KEYS.has(key)) return null;
		objects.push(member);
	}
	const properties = {};
	const required = /* @__PURE__ */ new Set();
	for (const object of objects) {
		for (const key in object.properties) {
			if (Object.prototype.hasOwnProperty.call(properties, key)) continue;
			const parts = [];
			for (const other of objects) {
				const part = other.properties?.[key] ?? undeclaredConstraint(other);
				if (part === null || part === void 0) continue;
				if (!parts.some((seen) => JSON.stringify(seen) === JSON.stringify(part))) parts.push(part);
			}
			assignProp(properties, key, parts.length === 1 ? parts[0] : foldObjects(parts) ?? { allOf: parts });
		}
		for (const key of object.required ?? []) required.add(key);
	}
	const folded = {
		type: "object",
		properties
	};
	if (required.size) folded.required = [...required];
	if (objects.every((object) => object.additionalProperties === false)) folded.additionalProperties = false;
	else {
		const constraints = [];
		for (const object of objects) {
			const constraint = undeclaredConstraint(object);
			if (constraint && !constraints.some((seen) => JSON.stringify(seen) === JSON.stringify(constraint))) constraints.push(constraint);
		}
		if (constraints.length === 1) folded.additionalProperties = constraints[0];
		else if (constraints.length > 1) folded.additionalProperties = { allOf: constraints };
	}
	return folded;
}
/** `additionalProperties` in an `allOf` member sees only that member's own `properties`, so two
* closed object members reject each other's keys and the schema validates nothing. Zod's parser
* pools the key sets instead — `handleIntersectionResults` reports a key as unrecognized only when
* *every* side rejects it — so the emitted schema has to pool them too, and folding the members
* into one object is the encoding that says so on every target.
*
* This runs from `finalize`, after `extractDefs`, which is what keeps it clear of the `$ref`
* machinery: a member extracted into `$defs` is already a `$ref` by now and declines to fold, so it
* keeps its reference and its own closedness rather than being inlined as a stale copy. */
function foldIntersection(json) {
	const allOf = json.allOf;
	if (!Array.isArray(allOf) || allOf.length < 2) return;
	for (const key of FOLDABLE_KEYS) if (key in json) return;
	const unions = allOf.filter((m) => UNION_KEYS.some((k) => Array.isArray(m[k])));
	let folded = null;
	if (!unions.length) folded = foldObjects(allOf);
	else {
		const union = unions[0];
		const keyword = UNION_KEYS.find((k) => Array.isArray(union[k]));
		if (Object.keys(union).length !== 1) return;
		const rest = allOf.filter((m) => m !== union);
		const branches = union[keyword].map((branch) => foldObjects([...rest, branch]));
		if (branches.some((b) => !b)) return;
		folded = { [keyword]: branches };
	}
	if (!folded) return;
	delete json.allOf;
	assignProps(json, folded);
}
function finalize(ctx, schema) {
	const root = ctx.seen.get(schema);
	if (!root) throw new Error("Unprocessed schema. This is a bug in Zod.");
	const flattenRef = (zodSchema) => {
		const seen = ctx.seen.get(zodSchema);
		if (seen.ref === null) return;
		const schema = seen.def ?? seen.schema;
		const _cached = { ...schema };
		const ref = seen.ref;
		seen.ref = null;
		if (ref) {
			flattenRef(ref);
			const refSeen = ctx.seen.get(ref);
			const refSchema = refSeen.schema;
			if (refSchema.$ref && (ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0")) {
				schema.allOf = schema.allOf ?? [];
				schema.allOf.push(refSchema);
			} else assignProps(schema, refSchema);
			assignProps(schema, _cached);
			if (zodSchema._zod.parent === ref) for (const key in schema) {
				if (key === "$ref" || key === "allOf") continue;
				if (!(key in _cached)) delete schema[key];
			}
			if (refSchema.$ref && refSeen.def) for (const key in schema) {
				if (key === "$ref" || key === "allOf") continue;
				if (key in refSeen.def && JSON.stringify(schema[key]) === JSON.stringify(refSeen.def[key])) delete schema[key];
			}
		}
		const parent = zodSchema._zod.parent;
		if (parent && parent !== ref) {
			flattenRef(parent);
			const parentSeen = ctx.seen.get(parent);
			if (parentSeen?.schema.$ref) {
				schema.$ref = parentSeen.schema.$ref;
				if (parentSeen.def) for (const key in schema) {
					if (key === "$ref" || key === "allOf") continue;
					if (key in parentSeen.def && JSON.stringify(schema[key]) === JSON.stringify(parentSeen.def[key])) delete schema[key];
				}
			}
		}
		ctx.override({
			zodSchema,
			jsonSchema: schema,
			path: seen.path ?? []
		});
	};
	if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
		for (const entry of [...ctx.seen.entries()].reverse()) flattenRef(entry[0]);
		if (ctx.target !== "openapi-3.0") for (const entry of ctx.seen.entries()) compactTypeUnion(entry[1].def ?? entry[1].schema);
		for (const rewrite of ctx.deferred) rewrite();
		if (ctx.intersections.length) {
			const carriers = /* @__PURE__ */ new Map();
			for (const seen of ctx.seen.values()) for (const json of [seen.schema, seen.def]) {
				const allOf = json?.allOf;
				if (!Array.isArray(allOf)) continue;
				const existing = carriers.get(allOf);
				if (existing) existing.push(json);
				else carriers.set(allOf, [json]);
			}
			for (const allOf of ctx.intersections) for (const json of carriers.get(allOf) ?? []) foldIntersection(json);
		}
	}
	const result = {};
	if (ctx.target === "draft-2020-12") result.$schema = "https://json-schema.org/draft/2020-12/schema";
	else if (ctx.target === "draft-07") result.$schema = "http://json-schema.org/draft-07/schema#";
	else if (ctx.target === "draft-04") result.$schema = "http://json-schema.org/draft-04/schema#";
	else if (ctx.target === "openapi-3.0") {}
	if (ctx.external?.uri) {
		const id = ctx.external.registry.get(schema)?.id;
		if (!id) throw new Error("Schema is missing an `id` property");
		result.$id = ctx.external.uri(id);
	}
	assignProps(result, root.defId ? root.schema : root.def ?? root.schema);
	const rootMetaId = ctx.metadataRegistry.get(schema)?.id;
	if (rootMetaId !== void 0 && result.id === rootMetaId) delete result.id;
	const defs = ctx.external?.defs ?? {};
	if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) for (const entry of ctx.seen.entries()) {
		const seen = entry[1];
		if (seen.def && seen.defId) {
			if (seen.def.id === seen.defId) delete seen.def.id;
			assignProp(defs, seen.defId, seen.def);
		}
	}
	if (ctx.external) ctx.sharedEmitDoneFor = ctx.external;
	if (ctx.external) {} else if (Object.keys(defs).length > 0) {
		if (ctx.target === "draft-2020-12") result.$defs = defs;
		else result.definitions = defs;
	}
	try {
		const finalized = JSON.parse(JSON.stringify(result));
		Object.defineProperty(finalized, "~standard", {
			value: {
				...schema["~standard"],
				jsonSchema: {
					input: createStandardJSONSchemaMethod(schema, "input", ctx.processors),
					output: createStandardJSONSchemaMethod(schema, "output", ctx.processors)
				}
			},
			enumerable: false,
			writable: false
		});
		return finalized;
	} catch (_err) {
		throw new Error("Error converting schema to JSON.");
	}
}
function isTransforming(_schema, _ctx) {
	const ctx = _ctx ?? { seen: /* @__PURE__ */ new Set() };
	if (ctx.seen.has(_schema)) return false;
	ctx.seen.add(_schema);
	const def = _schema._zod.def;
	if (def.type === "transform") return true;
	if (def.type === "array") return isTransforming(def.element, ctx);
	if (def.type === "set") return isTransforming(def.valueType, ctx);
	if (def.type === "lazy") return isTransforming(def.getter(), ctx);
	if (def.type === "promise" || def.type === "optional" || def.type === "nonoptional" || def.type === "nullable" || def.type === "readonly" || def.type === "default" || def.type === "prefault" || def.type === "catch") return isTransforming(def.innerType, ctx);
	if (def.type === "intersection") return isTransforming(def.left, ctx) || isTransforming(def.right, ctx);
	if (def.type === "record" || def.type === "map") return isTransforming(def.keyType, ctx) || isTransforming(def.valueType, ctx);
	if (def.type === "pipe") {
		if (_schema._zod.traits.has("$ZodCodec")) return true;
		return isTransforming(def.in, ctx) || isTransforming(def.out, ctx);
	}
	if (def.type === "object") {
		for (const key in def.shape) if (isTransforming(def.shape[key], ctx)) return true;
		return false;
	}
	if (def.type === "union") {
		for (const option of def.options) if (isTransforming(option, ctx)) return true;
		return false;
	}
	if (def.type === "tuple") {
		for (const item of def.items) if (isTransforming(item, ctx)) return true;
		if (def.rest && isTransforming(def.rest, ctx)) return true;
		return false;
	}
	return false;
}
/**
* Creates a toJSONSchema method for a schema instance.
* This encapsulates the logic of initializing context, processing, extracting defs, and finalizing.
*/
var createToJSONSchemaMethod = (schema, processors = {}) => (params) => {
	const ctx = initializeContext({
		...params,
		processors
	});
	processSchema(schema, ctx);
	extractDefs(ctx, schema);
	return finalize(ctx, schema);
};
var createStandardJSONSchemaMethod = (schema, io, processors = {}) => (params) => {
	const { libraryOptions, target } = params ?? {};
	const ctx = initializeContext({
		...libraryOptions ?? {},
		target,
		io,
		processors
	});
	processSchema(schema, ctx);
	extractDefs(ctx, schema);
	return finalize(ctx, schema);
};
// ../../work/main/node_modules/zod/v4/core/json-schema-processors.js
var narrowMin = (agg, key, value) => {
	if (agg[key] === void 0 || value > agg[key]) agg[key] = value;
};
var narrowMax = (agg, key, value) => {
	if (agg[key] === void 0 || value < agg[key]) agg[key] = value;
};
var narrowBoth = (agg, value) => {
	narrowMin(agg, "minimum", value);
	narrowMax(agg, "maximum", value);
};
var addDivisor = (agg, value) => {
	agg.multipleOf ?? (agg.multipleOf = []);
	if (!agg.multipleOf.includes(value)) agg.multipleOf.push(value);
};
var addPattern = (agg, pattern) => {
	agg.patterns ?? (agg.patterns = /* @__PURE__ */ new Set());
	agg.patterns.add(pattern);
};
var intersectMime = (agg, mime) => {
	agg.mime = agg.mime ? agg.mime.filter((m) => mime.includes(m)) : [...mime];
};
var setFormat = (agg, format) => {
	agg.format = format;
	if (format.includes("int")) agg.isInt = true;
};
var minContributor = (agg, def) => narrowMin(agg, "minimum", def.minimum);
var maxContributor = (agg, def) => narrowMax(agg, "maximum", def.maximum);
var formatContributor = (ranges) => (agg, def) => {
	setFormat(agg, def.format);
	const [minimum, maximum] = ranges[def.format];
	narrowMin(agg, "minimum", minimum);
	narrowMax(agg, "maximum", maximum);
};
var contributors = {
	greater_than: (agg, def) => narrowMin(agg, def.inclusive ? "minimum" : "exclusiveMinimum", def.value),
	less_than: (agg, def) => narrowMax(agg, def.inclusive ? "maximum" : "exclusiveMaximum", def.value),
	multiple_of: (agg, def) => addDivisor(agg, def.value),
	number_format: formatContributor(NUMBER_FORMAT_RANGES),
	bigint_format: formatContributor(BIGINT_FORMAT_RANGES),
	min_length: minContributor,
	max_length: maxContributor,
	length_equals: (agg, def) => narrowBoth(agg, def.length),
	min_size: minContributor,
	max_size: maxContributor,
	size_equals: (agg, def) => narrowBoth(agg, def.size),
	string_format: (agg, def) => {
		setFormat(agg, def.format);
		if (def.pattern) addPattern(agg, def.pattern);
		if (def.format === "base64" || def.format === "base64url") agg.contentEncoding = def.format;
		if (def.local || def.precision === -1) agg.laxFormat = true;
	},
	mime_type: (agg, def) => intersectMime(agg, def.mime)
};
function aggregateChecks(schema) {
	const agg = {};
	const def = schema._zod.def;
	const list = schema._zod.traits.has("$ZodCheck") ? [schema, ...def.checks ?? []] : def.checks ?? [];
	for (const ch of list) contributors[ch._zod.def.check]?.(agg, ch._zod.def);
	const bag = schema._zod.bag;
	if (bag.minimum !== void 0) narrowMin(agg, "minimum", bag.minimum);
	if (bag.exclusiveMinimum !== void 0) narrowMin(agg, "exclusiveMinimum", bag.exclusiveMinimum);
	if (bag.maximum !== void 0) narrowMax(agg, "maximum", bag.maximum);
	if (bag.exclusiveMaximum !== void 0) narrowMax(agg, "exclusiveMaximum", bag.exclusiveMaximum);
	if (bag.multipleOf !== void 0) addDivisor(agg, bag.multipleOf);
	if (bag.format !== void 0) {
		agg.format ?? (agg.format = bag.format);
		if (bag.format.includes("int")) agg.isInt = true;
	}
	if (bag.mime) intersectMime(agg, bag.mime);
	for (const pattern of bag.patterns ?? []) addPattern(agg, pattern);
	return agg;
}
var formatMap = {
	guid: "uuid",
	url: "uri",
	datetime: "date-time",
	json_string: "json-string",
	regex: ""
};
var exactPatterns = /* @__PURE__ */ new Map([[base64Charset, base64], [base64urlCharset, base64url]]);
var exactPattern = (p) => exactPatterns.get(p) ?? p;
var stringProcessor = (schema, ctx, _json, _params) => {
	const json = _json;
	json.type = "string";
	const { minimum, maximum, format, patterns, contentEncoding, laxFormat } = aggregateChecks(schema);
	if (typeof minimum === "number") json.minLength = minimum;
	if (typeof maximum === "number") json.maxLength = maximum;
	if (format) {
		json.format = formatMap[format] ?? format;
		if (json.format === "") delete json.format;
		if (format === "time" || laxFormat) delete json.format;
	}
	if (contentEncoding) json.contentEncoding = contentEncoding;
	if (patterns && patterns.size > 0) {
		const patternList = [...patterns].map(exactPattern);
		if (patternList.length === 1) json.pattern = patternList[0].source;
		else if (patternList.length > 1) json.allOf = [...patternList.map((regex) => ({
			...ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0" ? { type: "string" } : {},
			pattern: regex.source
		}))];
	}
};
var numberProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const { minimum, maximum, multipleOf, exclusiveMaximum, exclusiveMinimum, isInt } = aggregateChecks(schema);
	json.type = isInt ? "integer" : "number";
	const exMin = typeof exclusiveMinimum === "number" && exclusiveMinimum >= (minimum ?? Number.NEGATIVE_INFINITY);
	const exMax = typeof exclusiveMaximum === "number" && exclusiveMaximum <= (maximum ?? Number.POSITIVE_INFINITY);
	const legacy = ctx.target === "draft-04" || ctx.target === "openapi-3.0";
	if (exMin) {
		if (legacy) {
			json.minimum = exclusiveMinimum;
			json.exclusiveMinimum = true;
		} else json.exclusiveMinimum = exclusiveMinimum;
	} else if (typeof minimum === "number") json.minimum = minimum;
	if (exMax) {
		if (legacy) {
			json.maximum = exclusiveMaximum;
			json.exclusiveMaximum = true;
		} else json.exclusiveMaximum = exclusiveMaximum;
	} else if (typeof maximum === "number") json.maximum = maximum;
	if (multipleOf) {
		const divisors = /* @__PURE__ */ new Set();
		for (const divisor of multipleOf) if (Number.isFinite(divisor) && divisor !== 0) divisors.add(Math.abs(divisor));
		else handleUnrepresentable(schema, ctx, json, params, `A multipleOf divisor of ${divisor} cannot be represented in JSON Schema`);
		const [first, ...rest] = divisors;
		if (first !== void 0) json.multipleOf = first;
		if (rest.length) json.allOf = [...json.allOf ?? [], ...rest.map((m) => ({ multipleOf: m }))];
	}
};
var booleanProcessor = (_schema, _ctx, json, _params) => {
	json.type = "boolean";
};
var undefinedProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Undefined cannot be represented in JSON Schema");
};
var neverProcessor = (_schema, _ctx, json, _params) => {
	json.not = {};
};
var enumProcessor = (schema, _ctx, json, _params) => {
	const def = schema._zod.def;
	const values = getEnumValues(def.entries);
	if (values.length === 0) {
		json.not = {};
		return;
	}
	if (values.every((v) => typeof v === "number")) json.type = "number";
	if (values.every((v) => typeof v === "string")) json.type = "string";
	json.enum = values;
};
var literalProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	if (def.values.length === 0) {
		json.not = {};
		return;
	}
	const vals = [];
	for (const val of def.values) if (val === void 0) {
		if (handleUnrepresentable(schema, ctx, json, params, "Literal `undefined` cannot be represented in JSON Schema")) return;
	} else if (typeof val === "bigint") {
		if (handleUnrepresentable(schema, ctx, json, params, "BigInt literals cannot be represented in JSON Schema")) return;
		vals.push(Number(val));
	} else vals.push(val);
	if (vals.length === 0) {} else if (vals.length === 1) {
		const val = vals[0];
		json.type = val === null ? "null" : typeof val;
		if (ctx.target === "draft-04" || ctx.target === "openapi-3.0") json.enum = [val];
		else json.const = val;
	} else {
		if (vals.every((v) => typeof v === "number")) json.type = "number";
		if (vals.every((v) => typeof v === "string")) json.type = "string";
		if (vals.every((v) => typeof v === "boolean")) json.type = "boolean";
		if (vals.every((v) => v === null)) json.type = "null";
		json.enum = vals;
	}
};
var customProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Custom types cannot be represented in JSON Schema");
};
var transformProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Transforms cannot be represented in JSON Schema");
};
var arrayProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const def = schema._zod.def;
	const { minimum, maximum } = aggregateChecks(schema);
	if (typeof minimum === "number") json.minItems = minimum;
	if (typeof maximum === "number") json.maxItems = maximum;
	json.type = "array";
	json.items = processSchema(def.element, ctx, {
		...params,
		path: [...params.path, "items"]
	});
};
function inputOptin(schema) {
	const def = schema._zod.def;
	if (def.type === "pipe" && def.in._zod.traits.has("$ZodTransform")) return inputOptin(def.out);
	if (def.type === "catch") return inputOptin(def.innerType);
	return schema._zod.optin;
}
var objectProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const def = schema._zod.def;
	const shape = def.shape;
	if (Object.getOwnPropertySymbols(shape).length && handleUnrepresentable(schema, ctx, json, params, "Symbol keys cannot be represented in JSON Schema")) return;
	json.type = "object";
	json.properties = {};
	for (const key in shape) assignProp(json.properties, key, processSchema(shape[key], ctx, {
		...params,
		path: [
			...params.path,
			"properties",
			key
		]
	}));
	const requiredKeys = [];
	for (const key of Object.keys(shape)) {
		const field = def.shape[key];
		if (ctx.io === "input" ? inputOptin(field) === void 0 : field._zod.optout === void 0) requiredKeys.push(key);
	}
	if (requiredKeys.length > 0) json.required = requiredKeys;
	if (def.catchall?._zod.def.type === "never") json.additionalProperties = false;
	else if (!def.catchall) {
		if (ctx.io === "output") json.additionalProperties = false;
	} else if (def.catchall) json.additionalProperties = processSchema(def.catchall, ctx, {
		...params,
		path: [...params.path, "additionalProperties"]
	});
};
var unionProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	const isExclusive = def.inclusive === false;
	const options = def.options.map((x, i) => processSchema(x, ctx, {
		...params,
		path: [
			...params.path,
			isExclusive ? "oneOf" : "anyOf",
			i
		]
	}));
	if (isExclusive) json.oneOf = options;
	else json.anyOf = options;
};
var intersectionProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	const a = processSchema(def.left, ctx, {
		...params,
		path: [
			...params.path,
			"allOf",
			0
		]
	});
	const b = processSchema(def.right, ctx, {
		...params,
		path: [
			...params.path,
			"allOf",
			1
		]
	});
	const isSimpleIntersection = (val) => "allOf" in val && Object.keys(val).length === 1;
	const allOf = [...isSimpleIntersection(a) ? a.allOf : [a], ...isSimpleIntersection(b) ? b.allOf : [b]];
	json.allOf = allOf;
	ctx.intersections.push(allOf);
};
/** JSON object keys are always strings, so a numeric record key schema is re-expressed over the
* numeric-string form the record parser matches. Deferred to `finalize`, after the flatten: a key
* behind a wrapper only carries its own `type` before then, and a union key only has its branches.
*
* A numeric bound cannot apply to a property name, so `minimum` and its siblings are dropped rather
* than carried over: keeping them beside `type: "string"` reproduces the match-nothing schema this
* exists to fix. A key that carries one therefore emits wider than the record parses — `z.record(z.number().min(5), V)`
* accepts `"3"` — which is the deliberate trade, since throwing on it would reject an ordinary schema
* outright. */
function stringifyKeyNames(bySchema, json, visited) {
	if (json.$ref) {
		if (visited.has(json)) return json;
		visited.add(json);
		const def = bySchema.get(json)?.def;
		if (!def) return json;
		const inlined = stringifyKeyNames(bySchema, def, visited);
		return inlined === def ? json : inlined;
	}
	for (const keyword of ["anyOf", "oneOf"]) {
		const branches = json[keyword];
		if (!Array.isArray(branches)) continue;
		const mapped = branches.map((branch) => stringifyKeyNames(bySchema, branch, visited));
		if (mapped.some((branch, i) => branch !== branches[i])) json = {
			...json,
			[keyword]: mapped
		};
	}
	const types = Array.isArray(json.type) ? json.type : [json.type];
	const numericType = !types.includes("string") && types.some((t) => t === "number" || t === "integer");
	const values = json.enum ?? (json.const !== void 0 ? [json.const] : void 0);
	if (!numericType && !values?.some((v) => typeof v === "number")) return json;
	const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format, id, ...rest } = json;
	if (rest.enum) rest.enum = rest.enum.map((v) => typeof v === "number" ? String(v) : v);
	else if (typeof rest.const === "number") rest.const = String(rest.const);
	if (!numericType) return rest;
	rest.type = "string";
	if (!values) rest.pattern = (types.includes("number") ? number$2 : integer).source;
	return rest;
}
/** Every record of one conversion, so the carriers are found in a single pass rather than once per record. */
var pendingRecords = /* @__PURE__ */ new WeakMap();
function rewriteKeyNames(ctx) {
	const bySchema = /* @__PURE__ */ new Map();
	for (const entry of ctx.seen.values()) if (entry.def && !bySchema.has(entry.schema)) bySchema.set(entry.schema, entry);
	const rewrites = /* @__PURE__ */ new Map();
	for (const record of pendingRecords.get(ctx) ?? []) {
		const seen = ctx.seen.get(record);
		const names = (seen?.def ?? seen?.schema)?.propertyNames;
		if (!names || names === true || rewrites.has(names)) continue;
		const rewritten = stringifyKeyNames(bySchema, names, /* @__PURE__ */ new Set());
		if (rewritten !== names) rewrites.set(names, rewritten);
	}
	if (!rewrites.size) return;
	for (const entry of ctx.seen.values()) for (const carrier of [entry.schema, entry.def]) {
		const rewritten = carrier && rewrites.get(carrier.propertyNames);
		if (rewritten) carrier.propertyNames = rewritten;
	}
}
var recordProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const def = schema._zod.def;
	json.type = "object";
	const keyType = def.keyType;
	const patterns = aggregateChecks(keyType).patterns;
	if (def.mode === "loose" && patterns && patterns.size > 0) {
		const valueSchema = processSchema(def.valueType, ctx, {
			...params,
			path: [
				...params.path,
				"patternProperties",
				"*"
			]
		});
		json.patternProperties = {};
		for (const pattern of patterns) assignProp(json.patternProperties, exactPattern(pattern).source, valueSchema);
	} else {
		if (ctx.target === "draft-07" || ctx.target === "draft-2020-12") {
			json.propertyNames = processSchema(def.keyType, ctx, {
				...params,
				path: [...params.path, "propertyNames"]
			});
			let pending = pendingRecords.get(ctx);
			if (!pending) {
				pending = [];
				pendingRecords.set(ctx, pending);
				ctx.deferred.push(() => rewriteKeyNames(ctx));
			}
			pending.push(schema);
		}
		json.additionalProperties = processSchema(def.valueType, ctx, {
			...params,
			path: [...params.path, "additionalProperties"]
		});
	}
	const keyValues = keyType._zod.values;
	const omittableOnInput = ctx.io === "input" && inputOptin(def.valueType) !== void 0;
	if (keyValues && !def.partial && !omittableOnInput) {
		const validKeyValues = [...keyValues].filter((v) => typeof v === "string" || typeof v === "number");
		if (validKeyValues.length > 0) json.required = validKeyValues.map(String);
	}
};
var nullableProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	const inner = processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	if (ctx.target === "openapi-3.0") {
		seen.ref = def.innerType;
		json.nullable = true;
	} else json.anyOf = [inner, { type: "null" }];
};
var nonoptionalProcessor = (schema, ctx, _json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
};
/** Round-trips a default value through JSON so the emitted schema is guaranteed to be valid JSON.
* A BigInt has no reliable encoding, so it goes through `unrepresentable` like any other
* unrepresentable value. Returns a sentinel when the caller must not write a default of its own. */
var UNREPRESENTABLE_DEFAULT = Symbol();
function serializeDefaultValue(value, schema, ctx, json, params) {
	let unrepresentable = false;
	const serialized = JSON.stringify(value, (_, val) => {
		if (typeof val !== "bigint") return val;
		unrepresentable = true;
		return null;
	});
	if (!unrepresentable) return JSON.parse(serialized);
	handleUnrepresentable(schema, ctx, json, params, "BigInt defaults cannot be represented in JSON Schema");
	return UNREPRESENTABLE_DEFAULT;
}
var defaultProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
	if (value !== UNREPRESENTABLE_DEFAULT) json.default = value;
};
var prefaultProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	if (ctx.io !== "input") return;
	const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
	if (value !== UNREPRESENTABLE_DEFAULT) json._prefault = value;
};
var catchProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	let catchValue;
	try {
		catchValue = def.catchValue(void 0);
	} catch {
		handleUnrepresentable(schema, ctx, json, params, "Dynamic catch values are not supported in JSON Schema");
		return;
	}
	json.default = catchValue;
};
var pipeProcessor = (schema, ctx, _json, params) => {
	const def = schema._zod.def;
	const inIsTransform = def.in._zod.traits.has("$ZodTransform");
	const innerType = ctx.io === "input" ? inIsTransform ? def.out : def.in : def.out;
	processSchema(innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = innerType;
};
var readonlyProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	json.readOnly = true;
};
var optionalProcessor = (schema, ctx, _json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
};
// ../../work/main/node_modules/zod/v4/classic/errors.js
var _installedErrorProtos = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
function _lazyMethod(proto, key, make) {
	Object.defineProperty(proto, key, {
		configurable: true,
		enumerable: false,
		get() {
			const value = make(this);
			Object.defineProperty(this, key, {
				value,
				configurable: true,
				writable: true
			});
			return value;
		},
		set(value) {
			Object.defineProperty(this, key, {
				value,
				configurable: true,
				writable: true
			});
		}
	});
}
var initializer = (inst, issues) => {
	$ZodError.init(inst, issues);
	inst.name = "ZodError";
	const proto = Object.getPrototypeOf(inst);
	if (_installedErrorProtos.has(proto)) return;
	_installedErrorProtos.add(proto);
	_lazyMethod(proto, "format", (self) => (mapper) => formatError(self, mapper));
	_lazyMethod(proto, "flatten", (self) => (mapper) => flattenError(self, mapper));
	_lazyMethod(proto, "addIssue", (self) => (issue) => {
		self.issues.push(issue);
		self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
	});
	_lazyMethod(proto, "addIssues", (self) => (issues) => {
		self.issues.push(...issues);
		self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
	});
	Object.defineProperty(proto, "isEmpty", {
		configurable: true,
		enumerable: false,
		get() {
			return this.issues.length === 0;
		}
	});
};
var ZodRealError = /*@__PURE__*/ $constructor("ZodError", initializer, void 0, { Parent: Error });
// ../../work/main/node_modules/zod/v4/classic/parse.js
var parse = /* @__PURE__ */ _parse(ZodRealError);
var parseAsync = /* @__PURE__ */ _parseAsync(ZodRealError);
var safeParse = /* @__PURE__ */ _safeParse(ZodRealError);
var safeParseAsync = /* @__PURE__ */ _safeParseAsync(ZodRealError);
var encode = /* @__PURE__ */ _encode(ZodRealError);
var decode = /* @__PURE__ */ _decode(ZodRealError);
var encodeAsync = /* @__PURE__ */ _encodeAsync(ZodRealError);
var decodeAsync = /* @__PURE__ */ _decodeAsync(ZodRealError);
var safeEncode = /* @__PURE__ */ _safeEncode(ZodRealError);
var safeDecode = /* @__PURE__ */ _safeDecode(ZodRealError);
var safeEncodeAsync = /* @__PURE__ */ _safeEncodeAsync(ZodRealError);
var safeDecodeAsync = /* @__PURE__ */ _safeDecodeAsync(ZodRealError);
// ../../work/main/node_modules/zod/v4/classic/schemas.js
function _ensureDefaultLocale() {
	if (!globalConfig.localeError) config(en_default());
}
function _ensureDefaultMemoizer() {
	if (!globalConfig.memoizer) config({ memoizer: memoizer() });
}
var ZodType = /*@__PURE__*/ $constructor("ZodType", (inst, def) => {
	_ensureDefaultLocale();
	$ZodType.init(inst, def);
	inst.def = def;
	inst.type = def.type;
	return inst;
}, {
	check(...chks) {
		const def = this.def;
		return this.clone(mergeDefs(def, { checks: [...def.checks ?? [], ...chks.map((ch) => typeof ch === "function" ? { _zod: {
			check: ch,
			def: { check: "custom" },
			onattach: []
		} } : ch)] }), { parent: true });
	},
	with(...chks) {
		return this.check(...chks);
	},
	clone(def, params) {
		return clone(this, def, params);
	},
	brand() {
		return this;
	},
	register(reg, meta) {
		reg.add(this, meta);
		return this;
	},
	refine(check, params) {
		return this.check(refine(check, params));
	},
	superRefine(refinement, params) {
		return this.check(superRefine(refinement, params));
	},
	overwrite(fn) {
		return this.check(/* @__PURE__ */ _overwrite(fn));
	},
	optional() {
		return optional(this);
	},
	exactOptional() {
		return exactOptional(this);
	},
	nullable() {
		return nullable(this);
	},
	nullish() {
		return optional(nullable(this));
	},
	nonoptional(params) {
		return nonoptional(this, params);
	},
	array() {
		return array(this);
	},
	or(arg) {
		return union([this, arg]);
	},
	and(arg) {
		return intersection(this, arg);
	},
	transform(tx) {
		return pipe(this, transform(tx));
	},
	default(d) {
		return _default(this, d);
	},
	prefault(d) {
		return prefault(this, d);
	},
	catch(params) {
		return _catch(this, params);
	},
	pipe(target) {
		return pipe(this, target);
	},
	readonly() {
		return readonly$1(this);
	},
	describe(description) {
		const cl = this.clone();
		globalRegistry.add(cl, { description });
		return cl;
	},
	meta(...args) {
		if (args.length === 0) return globalRegistry.get(this);
		const cl = this.clone();
		globalRegistry.add(cl, args[0]);
		return cl;
	},
	isOptional() {
		return this.safeParse(void 0).success;
	},
	isNullable() {
		return this.safeParse(null).success;
	},
	apply(fn, ...args) {
		return args.length === 0 ? fn(this) : fn(this, ...args);
	},
	get "~standard"() {
		return hide$2(this, "~standard", {
			...standardProps(this),
			jsonSchema: {
				input: createStandardJSONSchemaMethod(this, "input"),
				output: createStandardJSONSchemaMethod(this, "output")
			}
		});
	},
	set "~standard"(value) {
		own(this, "~standard", value);
	},
	parse: function _parse(data, params) {
		return parse(this, data, params, { callee: _parse });
	},
	parseAsync: async function _parseAsync(data, params) {
		return await parseAsync(this, data, params, { callee: _parseAsync });
	},
	safeParse(data, params) {
		return safeParse(this, data, params);
	},
	async safeParseAsync(data, params) {
		return safeParseAsync(this, data, params);
	},
	get spa() {
		return this?.safeParseAsync;
	},
	set spa(value) {
		own(this, "spa", value);
	},
	validate(data, params) {
		return validate$1(this, data, params);
	},
	validateAsync(data, params) {
		return validateAsync$1(this, data, params);
	},
	encode: function _encode(data, params) {
		return encode(this, data, params, { callee: _encode });
	},
	decode: function _decode(data, params) {
		return decode(this, data, params, { callee: _decode });
	},
	encodeAsync: async function _encodeAsync(data, params) {
		return await encodeAsync(this, data, params, { callee: _encodeAsync });
	},
	decodeAsync: async function _decodeAsync(data, params) {
		return await decodeAsync(this, data, params, { callee: _decodeAsync });
	},
	safeEncode(data, params) {
		return safeEncode(this, data, params);
	},
	safeDecode(data, params) {
		return safeDecode(this, data, params);
	},
	async safeEncodeAsync(data, params) {
		return safeEncodeAsync(this, data, params);
	},
	async safeDecodeAsync(data, params) {
		return safeDecodeAsync(this, data, params);
	},
	toJSONSchema(params) {
		return createToJSONSchemaMethod(this, {})(params);
	},
	get description() {
		return globalRegistry.get(this)?.description;
	},
	get _def() {
		return this._zod.def;
	}
});
/** @internal */
var _ZodString = /*@__PURE__*/ $constructor("_ZodString", (inst, def) => {
	$ZodString.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => stringProcessor(inst, ctx, json, params);
}, /*@__PURE__*/ derived({
	format: (inst) => aggregateChecks(inst).format ?? null,
	minLength: (inst) => aggregateChecks(inst).minimum ?? null,
	maxLength: (inst) => aggregateChecks(inst).maximum ?? null
}, {
	regex(...args) {
		return this.check(/* @__PURE__ */ _regex(...args));
	},
	includes(...args) {
		return this.check(/* @__PURE__ */ _includes(...args));
	},
	startsWith(...args) {
		return this.check(/* @__PURE__ */ _startsWith(...args));
	},
	endsWith(...args) {
		return this.check(/* @__PURE__ */ _endsWith(...args));
	},
	min(...args) {
		return this.check(/* @__PURE__ */ _minLength(...args));
	},
	max(...args) {
		return this.check(/* @__PURE__ */ _maxLength(...args));
	},
	length(...args) {
		return this.check(/* @__PURE__ */ _length(...args));
	},
	nonempty(...args) {
		return this.check(/* @__PURE__ */ _minLength(1, ...args));
	},
	lowercase(params) {
		return this.check(/* @__PURE__ */ _lowercase(params));
	},
	uppercase(params) {
		return this.check(/* @__PURE__ */ _uppercase(params));
	},
	trim() {
		return this.check(/* @__PURE__ */ _trim());
	},
	normalize(...args) {
		return this.check(/* @__PURE__ */ _normalize(...args));
	},
	toLowerCase() {
		return this.check(/* @__PURE__ */ _toLowerCase());
	},
	toUpperCase() {
		return this.check(/* @__PURE__ */ _toUpperCase());
	},
	slugify() {
		return this.check(/* @__PURE__ */ _slugify());
	}
}));
var ZodString = /*@__PURE__*/ $constructor("ZodString", (inst, def) => {
	$ZodString.init(inst, def);
	_ZodString.init(inst, def);
}, {
	email(params) {
		return this.check(/* @__PURE__ */ _email(ZodEmail, params));
	},
	url(params) {
		return this.check(/* @__PURE__ */ _url(ZodURL, params));
	},
	jwt(params) {
		return this.check(/* @__PURE__ */ _jwt(ZodJWT, params));
	},
	emoji(params) {
		return this.check(/* @__PURE__ */ _emoji(ZodEmoji, params));
	},
	guid(params) {
		return this.check(/* @__PURE__ */ _guid(ZodGUID, params));
	},
	uuid(params) {
		return this.check(/* @__PURE__ */ _uuid(ZodUUID, params));
	},
	uuidv4(params) {
		return this.check(/* @__PURE__ */ _uuidv4(ZodUUID, params));
	},
	uuidv6(params) {
		return this.check(/* @__PURE__ */ _uuidv6(ZodUUID, params));
	},
	uuidv7(params) {
		return this.check(/* @__PURE__ */ _uuidv7(ZodUUID, params));
	},
	nanoid(params) {
		return this.check(/* @__PURE__ */ _nanoid(ZodNanoID, params));
	},
	cuid(params) {
		return this.check(/* @__PURE__ */ _cuid(ZodCUID, params));
	},
	cuid2(params) {
		return this.check(/* @__PURE__ */ _cuid2(ZodCUID2, params));
	},
	ulid(params) {
		return this.check(/* @__PURE__ */ _ulid(ZodULID, params));
	},
	base64(params) {
		return this.check(/* @__PURE__ */ _base64(ZodBase64, params));
	},
	base64url(params) {
		return this.check(/* @__PURE__ */ _base64url(ZodBase64URL, params));
	},
	xid(params) {
		return this.check(/* @__PURE__ */ _xid(ZodXID, params));
	},
	ksuid(params) {
		return this.check(/* @__PURE__ */ _ksuid(ZodKSUID, params));
	},
	ipv4(params) {
		return this.check(/* @__PURE__ */ _ipv4(ZodIPv4, params));
	},
	ipv6(params) {
		return this.check(/* @__PURE__ */ _ipv6(ZodIPv6, params));
	},
	cidrv4(params) {
		return this.check(/* @__PURE__ */ _cidrv4(ZodCIDRv4, params));
	},
	cidrv6(params) {
		return this.check(/* @__PURE__ */ _cidrv6(ZodCIDRv6, params));
	},
	e164(params) {
		return this.check(/* @__PURE__ */ _e164(ZodE164, params));
	},
	datetime(params) {
		return this.check(/* @__PURE__ */ _isoDateTime(ZodISODateTime, params));
	},
	date(params) {
		return this.check(/* @__PURE__ */ _isoDate(ZodISODate, params));
	},
	time(params) {
		return this.check(/* @__PURE__ */ _isoTime(ZodISOTime, params));
	},
	duration(params) {
		return this.check(/* @__PURE__ */ _isoDuration(ZodISODuration, params));
	}
});
function string(params) {
	return /* @__PURE__ */ _string(ZodString, params);
}
var ZodStringFormat = /*@__PURE__*/ $constructor("ZodStringFormat", (inst, def) => {
	$ZodStringFormat.init(inst, def);
	_ZodString.init(inst, def);
});
var ZodISODateTime = /*@__PURE__*/ $constructor("ZodISODateTime", (inst, def) => {
	$ZodISODateTime.init(inst, def);
	ZodStringFormat.init(inst, def);
});
var ZodISODate = /*@__PURE__*/ $constructor("ZodISODate", (inst, def) => {
	$ZodISODate.init(inst, def);
	ZodStringFormat.init(inst, def);
});
var ZodISOTime = /*@__PURE__*/ $constructor("ZodISOTime", (inst, def) => {
	$ZodISOTime.init(inst, def);
	ZodStringFormat.init(inst, def);
});
var ZodISODuration = /*@__PURE__*/ $constructor("ZodISODuration", (inst, def) => {
	$ZodISODuration.init(inst, def);
	ZodStringFormat.init(inst, def);
});
var ZodEmail = /*@__PURE__*/ $constructor("ZodEmail", (inst, def) => {
	$ZodEmail.init(inst, def);
	ZodStringFormat.init(inst, def);
});
var ZodGUID = /*@__PURE__*/ $constructor("ZodGUID", (inst, def) => {
	$ZodGUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
var ZodUUID = /*@__PURE__*/ $constructor("ZodUUID", (inst, def) => {
	$ZodUUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
var ZodURL = /*@__PURE__*/ $constructor("ZodURL", (inst, def) => {
	$ZodURL.init(inst, def);
	ZodStringFormat.init(inst, def);
});
function url(params) {
	return /* @__PURE__ */ _url(ZodURL, params);
}
var ZodEmoji = /*@__PURE__*/ $constructor("ZodEmoji", (inst, def) => {
	$ZodEmoji.init(inst, def);
	ZodStringFormat.init(inst, def);
});
var ZodNanoID = /*@__PURE__*/ $constructor("ZodNanoID", (inst, def) => {
	$ZodNanoID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
/**
* @deprecated CUID v1 is deprecated by its authors due to information leakage
* (timestamps embedded in the id). Use {@link ZodCUID2} instead.
* See https://github.com/paralleldrive/cuid.
*/
var ZodCUID = /*@__PURE__*/ $constructor("ZodCUID", (inst, def) => {
	$ZodCUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
var ZodCUID2 = /*@__PURE__*/ $constructor("ZodCUID2", (inst, def) => {
	$ZodCUID2.init(inst, def);
	ZodStringFormat.init(inst, def);
});
var ZodULID = /*@__PURE__*/ $constructor("ZodULID", (inst, def) => {
	$ZodULID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
var ZodXID = /*@__PURE__*/ $constructor("ZodXID", (inst, def) => {
	$ZodXID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
var ZodKSUID = /*@__PURE__*/ $constructor("ZodKSUID", (inst, def) => {
	$ZodKSUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
var ZodIPv4 = /*@__PURE__*/ $constructor("ZodIPv4", (inst, def) => {
	$ZodIPv4.init(inst, def);
	ZodStringFormat.init(inst, def);
});
var ZodIPv6 = /*@__PURE__*/ $constructor("ZodIPv6", (inst, def) => {
	$ZodIPv6.init(inst, def);
	ZodStringFormat.init(inst, def);
});
var ZodCIDRv4 = /*@__PURE__*/ $constructor("ZodCIDRv4", (inst, def) => {
	$ZodCIDRv4.init(inst, def);
	ZodStringFormat.init(inst, def);
});
var ZodCIDRv6 = /*@__PURE__*/ $constructor("ZodCIDRv6", (inst, def) => {
	$ZodCIDRv6.init(inst, def);
	ZodStringFormat.init(inst, def);
});
var ZodBase64 = /*@__PURE__*/ $constructor("ZodBase64", (inst, def) => {
	$ZodBase64.init(inst, def);
	ZodStringFormat.init(inst, def);
});
var ZodBase64URL = /*@__PURE__*/ $constructor("ZodBase64URL", (inst, def) => {
	$ZodBase64URL.init(inst, def);
	ZodStringFormat.init(inst, def);
});
var ZodE164 = /*@__PURE__*/ $constructor("ZodE164", (inst, def) => {
	$ZodE164.init(inst, def);
	ZodStringFormat.init(inst, def);
});
var ZodJWT = /*@__PURE__*/ $constructor("ZodJWT", (inst, def) => {
	$ZodJWT.init(inst, def);
	ZodStringFormat.init(inst, def);
});
var ZodNumber = /*@__PURE__*/ $constructor("ZodNumber", (inst, def) => {
	$ZodNumber.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => numberProcessor(inst, ctx, json, params);
	inst.isFinite = true;
}, /*@__PURE__*/ derived({
	minValue: (inst) => {
		const { minimum, exclusiveMinimum } = aggregateChecks(inst);
		return Math.max(minimum ?? Number.NEGATIVE_INFINITY, exclusiveMinimum ?? Number.NEGATIVE_INFINITY);
	},
	maxValue: (inst) => {
		const { maximum, exclusiveMaximum } = aggregateChecks(inst);
		return Math.min(maximum ?? Number.POSITIVE_INFINITY, exclusiveMaximum ?? Number.POSITIVE_INFINITY);
	},
	isInt: (inst) => {
		const { isInt, multipleOf } = aggregateChecks(inst);
		return !!isInt || !!multipleOf?.some(Number.isSafeInteger);
	},
	format: (inst) => aggregateChecks(inst).format ?? null
}, {
	gt(value, params) {
		return this.check(/* @__PURE__ */ _gt(value, params));
	},
	gte(value, params) {
		return this.check(/* @__PURE__ */ _gte(value, params));
	},
	min(value, params) {
		return this.check(/* @__PURE__ */ _gte(value, params));
	},
	lt(value, params) {
		return this.check(/* @__PURE__ */ _lt(value, params));
	},
	lte(value, params) {
		return this.check(/* @__PURE__ */ _lte(value, params));
	},
	max(value, params) {
		return this.check(/* @__PURE__ */ _lte(value, params));
	},
	int(params) {
		return this.check(int(params));
	},
	safe(params) {
		return this.check(int(params));
	},
	positive(params) {
		return this.check(/* @__PURE__ */ _gt(0, params));
	},
	nonnegative(params) {
		return this.check(/* @__PURE__ */ _gte(0, params));
	},
	negative(params) {
		return this.check(/* @__PURE__ */ _lt(0, params));
	},
	nonpositive(params) {
		return this.check(/* @__PURE__ */ _lte(0, params));
	},
	multipleOf(value, params) {
		return this.check(/* @__PURE__ */ _multipleOf(value, params));
	},
	step(value, params) {
		return this.check(/* @__PURE__ */ _multipleOf(value, params));
	},
	finite() {
		return this;
	}
}));
function number$1(params) {
	return /* @__PURE__ */ _number(ZodNumber, params);
}
var ZodNumberFormat = /*@__PURE__*/ $constructor("ZodNumberFormat", (inst, def) => {
	$ZodNumberFormat.init(inst, def);
	ZodNumber.init(inst, def);
});
function int(params) {
	return /* @__PURE__ */ _int(ZodNumberFormat, params);
}
var ZodBoolean = /*@__PURE__*/ $constructor("ZodBoolean", (inst, def) => {
	$ZodBoolean.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => booleanProcessor(inst, ctx, json, params);
});
function boolean(params) {
	return /* @__PURE__ */ _boolean(ZodBoolean, params);
}
var ZodUndefined = /*@__PURE__*/ $constructor("ZodUndefined", (inst, def) => {
	$ZodUndefined.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => undefinedProcessor(inst, ctx, json, params);
});
function _undefined(params) {
	return /* @__PURE__ */ _undefined$1(ZodUndefined, params);
}
var ZodUnknown = /*@__PURE__*/ $constructor("ZodUnknown", (inst, def) => {
	$ZodUnknown.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => void 0;
});
function unknown() {
	return /* @__PURE__ */ _unknown(ZodUnknown);
}
var ZodNever = /*@__PURE__*/ $constructor("ZodNever", (inst, def) => {
	$ZodNever.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => neverProcessor(inst, ctx, json, params);
});
function never(params) {
	return /* @__PURE__ */ _never(ZodNever, params);
}
var ZodArray = /*@__PURE__*/ $constructor("ZodArray", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodArray.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => arrayProcessor(inst, ctx, json, params);
	inst.element = def.element;
}, {
	min(n, params) {
		return this.check(/* @__PURE__ */ _minLength(n, params));
	},
	nonempty(params) {
		return this.check(/* @__PURE__ */ _minLength(1, params));
	},
	max(n, params) {
		return this.check(/* @__PURE__ */ _maxLength(n, params));
	},
	length(n, params) {
		return this.check(/* @__PURE__ */ _length(n, params));
	},
	unwrap() {
		return this.element;
	}
});
function array(element, params) {
	return /* @__PURE__ */ _array(ZodArray, element, params);
}
var ZodObject = /*@__PURE__*/ $constructor("ZodObject", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodObjectJIT.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => objectProcessor(inst, ctx, json, params);
	installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
}, {
	keyof() {
		return _enum(Object.keys(this._zod.def.shape));
	},
	catchall(catchall) {
		return this.clone(mergeDefs(this._zod.def, { catchall }));
	},
	passthrough() {
		return this.clone(mergeDefs(this._zod.def, { catchall: unknown() }));
	},
	loose() {
		return this.clone(mergeDefs(this._zod.def, { catchall: unknown() }));
	},
	strict() {
		return this.clone(mergeDefs(this._zod.def, { catchall: never() }));
	},
	strip() {
		return this.clone(mergeDefs(this._zod.def, { catchall: void 0 }));
	},
	extend(incoming) {
		return extend$1(this, incoming);
	},
	safeExtend(incoming) {
		return safeExtend(this, incoming);
	},
	merge(other) {
		return merge(this, other);
	},
	pick(mask) {
		return pick(this, mask);
	},
	omit(mask) {
		return omit(this, mask);
	},
	partial(...args) {
		return partial(ZodOptional, this, args[0]);
	},
	exactPartial(...args) {
		return partial(ZodExactOptional, this, args[0], "exactPartial");
	},
	required(...args) {
		return required(ZodNonOptional, this, args[0]);
	}
});
function object(shape, params) {
	return new ZodObject({
		type: "object",
		shape: shape ?? {},
		...normalizeParams(params)
	});
}
var ZodUnion = /*@__PURE__*/ $constructor("ZodUnion", (inst, def) => {
	$ZodUnion.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => unionProcessor(inst, ctx, json, params);
	inst.options = def.options;
});
function union(options, params) {
	return new ZodUnion({
		type: "union",
		options,
		...normalizeParams(params)
	});
}
var ZodIntersection = /*@__PURE__*/ $constructor("ZodIntersection", (inst, def) => {
	$ZodIntersection.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => intersectionProcessor(inst, ctx, json, params);
});
function intersection(left, right) {
	return new ZodIntersection({
		type: "intersection",
		left,
		right
	});
}
var ZodRecord = /*@__PURE__*/ $constructor("ZodRecord", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodRecord.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => recordProcessor(inst, ctx, json, params);
	inst.keyType = def.keyType;
	inst.valueType = def.valueType;
});
function record(keyType, valueType, params) {
	if (!valueType || !valueType._zod) return new ZodRecord({
		type: "record",
		keyType: string(),
		valueType: keyType,
		...normalizeParams(valueType)
	});
	return new ZodRecord({
		type: "record",
		keyType,
		valueType,
		...normalizeParams(params)
	});
}
var ZodEnum = /*@__PURE__*/ $constructor("ZodEnum", (inst, def) => {
	$ZodEnum.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => enumProcessor(inst, ctx, json, params);
	inst.enum = def.entries;
	inst.options = [...inst._zod.values];
	const keys = new Set(Object.keys(def.entries));
	inst.extract = (values, params) => {
		const newEntries = {};
		for (const value of values) if (keys.has(value)) newEntries[value] = def.entries[value];
		else throw new Error(`Key ${value} not found in enum`);
		return new ZodEnum({
			...def,
			checks: [],
			...normalizeParams(params),
			entries: newEntries
		});
	};
	inst.exclude = (values, params) => {
		const newEntries = { ...def.entries };
		for (const value of values) if (keys.has(value)) delete newEntries[value];
		else throw new Error(`Key ${value} not found in enum`);
		return new ZodEnum({
			...def,
			checks: [],
			...normalizeParams(params),
			entries: newEntries
		});
	};
});
function _enum(values, params) {
	return new ZodEnum({
		type: "enum",
		entries: Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values,
		...normalizeParams(params)
	});
}
var ZodLiteral = /*@__PURE__*/ $constructor("ZodLiteral", (inst, def) => {
	$ZodLiteral.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => literalProcessor(inst, ctx, json, params);
	inst.values = new Set(def.values);
	Object.defineProperty(inst, "value", { get() {
		if (def.values.length > 1) throw new Error("This schema contains multiple valid literal values. Use `.values` instead.");
		return def.values[0];
	} });
});
function literal(value, params) {
	return new ZodLiteral({
		type: "literal",
		values: Array.isArray(value) ? value : [value],
		...normalizeParams(params)
	});
}
var ZodTransform = /*@__PURE__*/ $constructor("ZodTransform", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodTransform.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => transformProcessor(inst, ctx, json, params);
	inst._zod.parse = (payload, _ctx) => {
		if (_ctx.direction === "backward") throw new $ZodEncodeError(inst.constructor.name);
		payload.addIssue = (issue$1) => {
			if (typeof issue$1 === "string") payload.issues.push(issue(issue$1, payload.value, def));
			else {
				const _issue = issue$1;
				if (_issue.fatal) _issue.continue = false;
				_issue.code ?? (_issue.code = "custom");
				if (!("input" in _issue)) _issue.input = payload.value;
				_issue.inst ?? (_issue.inst = inst);
				payload.issues.push(issue(_issue));
			}
		};
		const output = def.transform(payload.value, payload);
		if (output instanceof Promise) return output.then((output) => {
			payload.value = output;
			return payload;
		});
		payload.value = output;
		return payload;
	};
});
function transform(fn) {
	return new ZodTransform({
		type: "transform",
		transform: fn
	});
}
var ZodOptional = /*@__PURE__*/ $constructor("ZodOptional", (inst, def) => {
	$ZodOptional.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function optional(innerType) {
	return new ZodOptional({
		type: "optional",
		innerType
	});
}
var ZodExactOptional = /*@__PURE__*/ $constructor("ZodExactOptional", (inst, def) => {
	$ZodExactOptional.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function exactOptional(innerType) {
	return new ZodExactOptional({
		type: "optional",
		innerType
	});
}
var ZodNullable = /*@__PURE__*/ $constructor("ZodNullable", (inst, def) => {
	$ZodNullable.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => nullableProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function nullable(innerType) {
	return new ZodNullable({
		type: "nullable",
		innerType
	});
}
var ZodDefault = /*@__PURE__*/ $constructor("ZodDefault", (inst, def) => {
	$ZodDefault.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => defaultProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
	inst.removeDefault = inst.unwrap;
});
function _default(innerType, defaultValue) {
	return new ZodDefault({
		type: "default",
		innerType,
		get defaultValue() {
			return typeof defaultValue === "function" ? defaultValue() : shallowClone(defaultValue);
		}
	});
}
var ZodPrefault = /*@__PURE__*/ $constructor("ZodPrefault", (inst, def) => {
	$ZodPrefault.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => prefaultProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function prefault(innerType, defaultValue) {
	return new ZodPrefault({
		type: "prefault",
		innerType,
		get defaultValue() {
			return typeof defaultValue === "function" ? defaultValue() : shallowClone(defaultValue);
		}
	});
}
var ZodNonOptional = /*@__PURE__*/ $constructor("ZodNonOptional", (inst, def) => {
	$ZodNonOptional.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => nonoptionalProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function nonoptional(innerType, params) {
	return new ZodNonOptional({
		type: "nonoptional",
		innerType,
		...normalizeParams(params)
	});
}
var ZodCatch = /*@__PURE__*/ $constructor("ZodCatch", (inst, def) => {
	$ZodCatch.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => catchProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
	inst.removeCatch = inst.unwrap;
});
function _catch(innerType, catchValue) {
	return new ZodCatch({
		type: "catch",
		innerType,
		catchValue: typeof catchValue === "function" ? catchValue : constantCatch(catchValue)
	});
}
var ZodPipe = /*@__PURE__*/ $constructor("ZodPipe", (inst, def) => {
	$ZodPipe.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => pipeProcessor(inst, ctx, json, params);
	inst.in = def.in;
	inst.out = def.out;
});
function pipe(in_, out) {
	return new ZodPipe({
		type: "pipe",
		in: in_,
		out
	});
}
var ZodReadonly = /*@__PURE__*/ $constructor("ZodReadonly", (inst, def) => {
	$ZodReadonly.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => readonlyProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function readonly$1(innerType) {
	return new ZodReadonly({
		type: "readonly",
		innerType
	});
}
var ZodCustom = /*@__PURE__*/ $constructor("ZodCustom", (inst, def) => {
	$ZodCustom.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => customProcessor(inst, ctx, json, params);
});
function custom(fn, _params) {
	return /* @__PURE__ */ _custom(ZodCustom, fn ?? (() => true), _params);
}
function refine(fn, _params = {}) {
	return /* @__PURE__ */ _refine(ZodCustom, fn, _params);
}
function superRefine(fn, params) {
	return /* @__PURE__ */ _superRefine(fn, params);
}
// ../../work/main/node_modules/zod/v4/classic/coerce.js
function number(params) {
	return /* @__PURE__ */ _coercedNumber(ZodNumber, params);
}
// packages/studio/src/app/zod-without-eval.ts
config({ jitless: true });
// ../../work/main/packages/core/src/result.ts
var ok = (value) => ({
	ok: true,
	value
});
var fail = (error) => ({
	ok: false,
	error
});
/** The value, or the failure thrown: for edges where the caller's error handling takes over. */
function unwrap(result) {
	if (result.ok) return result.value;
	throw result.error;
}
// ../../work/main/node_modules/@vue/shared/dist/shared.esm-bundler.js
/**
* @vue/shared v3.5.45
* (c) 2018-present Yuxi (Evan) You and Vue contributors
* @license MIT
**/
// @__NO_SIDE_EFFECTS__
function makeMap(str) {
	const map = /* @__PURE__ */ Object.create(null);
	for (const key of str.split(",")) map[key] = 1;
	return (val) => val in map;
}
var EMPTY_OBJ = {};
var EMPTY_ARR = [];
var NOOP = () => {};
var NO = () => false;
var isOn = (key) => key.charCodeAt(0) === 111 && key.charCodeAt(1) === 110 && (key.charCodeAt(2) > 122 || key.charCodeAt(2) < 97);
var isModelListener = (key) => key.startsWith("onUpdate:");
var extend = Object.assign;
var remove = (arr, el) => {
	const i = arr.indexOf(el);
	if (i > -1) arr.splice(i, 1);
};
var hasOwnProperty$1 = Object.prototype.hasOwnProperty;
var hasOwn = (val, key) => hasOwnProperty$1.call(val, key);
var isArray = Array.isArray;
var isMap = (val) => toTypeString(val) === "[object Map]";
var isSet = (val) => toTypeString(val) === "[object Set]";
var isDate = (val) => toTypeString(val) === "[object Date]";
var isFunction = (val) => typeof val === "function";
var isString = (val) => typeof val === "string";
var isSymbol = (val) => typeof val === "symbol";
var isObject$1 = (val) => val !== null && typeof val === "object";
var isPromise = (val) => {
	return (isObject$1(val) || isFunction(val)) && isFunction(val.then) && isFunction(val.catch);
};
var objectToString = Object.prototype.toString;
var toTypeString = (value) => objectToString.call(value);
var toRawType = (value) => {
	return toTypeString(value).slice(8, -1);
};
var isPlainObject$1 = (val) => toTypeString(val) === "[object Object]";
var isIntegerKey = (key) => isString(key) && key !== "NaN" && key[0] !== "-" && "" + parseInt(key, 10) === key;
var isReservedProp = /* @__PURE__ */ makeMap(",key,ref,ref_for,ref_key,onVnodeBeforeMount,onVnodeMounted,onVnodeBeforeUpdate,onVnodeUpdated,onVnodeBeforeUnmount,onVnodeUnmounted");
var cacheStringFunction$1 = (fn) => {
	const cache = /* @__PURE__ */ Object.create(null);
	return ((str) => {
		return cache[str] || (cache[str] = fn(str));
	});
};
var camelizeRE$1 = /-\w/g;
var camelize$1 = /* @__PURE__ */ cacheStringFunction$1((str) => {
	return str.replace(camelizeRE$1, (c) => c.slice(1).toUpperCase());
});
var hyphenateRE$1 = /\B([A-Z])/g;
var hyphenate$1 = /* @__PURE__ */ cacheStringFunction$1((str) => str.replace(hyphenateRE$1, "-$1").toLowerCase());
var capitalize = /* @__PURE__ */ cacheStringFunction$1((str) => {
	return str.charAt(0).toUpperCase() + str.slice(1);
});
var toHandlerKey = /* @__PURE__ */ cacheStringFunction$1((str) => {
	return str ? `on${capitalize(str)}` : ``;
});
var hasChanged = (value, oldValue) => !Object.is(value, oldValue);
var invokeArrayFns = (fns, ...arg) => {
	for (let i = 0; i < fns.length; i++) fns[i](...arg);
};
var def = (obj, key, value, writable = false) => {
	Object.defineProperty(obj, key, {
		configurable: true,
		enumerable: false,
		writable,
		value
	});
};
var looseToNumber = (val) => {
	const n = parseFloat(val);
	return isNaN(n) ? val : n;
};
var _globalThis;
var getGlobalThis = () => {
	return _globalThis || (_globalThis = typeof globalThis !== "undefined" ? globalThis : typeof self !== "undefined" ? self : typeof window !== "undefined" ? window : typeof global !== "undefined" ? global : {});
};
function normalizeStyle(value) {
	if (isArray(value)) {
		const res = {};
		for (let i = 0; i < value.length; i++) {
			const item = value[i];
			const normalized = isString(item) ? parseStringStyle(item) : normalizeStyle(item);
			if (normalized) for (const key in normalized) res[key] = normalized[key];
		}
		return res;
	} else if (isString(value) || isObject$1(value)) return value;
}
var listDelimiterRE = /;(?![^(]*\))/g;
var propertyDelimiterRE = /:([^]+)/;
var styleCommentRE = /"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\\[^]|\/\*[^]*?\*\//g;
function parseStringStyle(cssText) {
	const ret = {};
	cssText.replace(styleCommentRE, (match) => match.startsWith("/*") ? "" : match).split(listDelimiterRE).forEach((item) => {
		if (item) {
			const tmp = item.split(propertyDelimiterRE);
			tmp.length > 1 && (ret[tmp[0].trim()] = tmp[1].trim());
		}
	});
	return ret;
}
function normalizeClass(value) {
	let res = "";
	if (isString(value)) res = value;
	else if (isArray(value)) for (let i = 0; i < value.length; i++) {
		const normalized = normalizeClass(value[i]);
		if (normalized) res += normalized + " ";
	}
	else if (isObject$1(value)) {
		for (const name in value) if (value[name]) res += name + " ";
	}
	return res.trim();
}
function normalizeProps(props) {
	if (!props) return null;
	let { class: klass, style } = props;
	if (klass && !isString(klass)) props.class = normalizeClass(klass);
	if (style) props.style = normalizeStyle(style);
	return props;
}
var isSpecialBooleanAttr = /* @__PURE__ */ makeMap(`itemscope,allowfullscreen,disablepictureinpicture,disableremoteplayback,formnovalidate,ismap,nomodule,novalidate,playsinline,readonly`);
function includeBooleanAttr(value) {
	return !!value || value === "";
}
function looseCompareArrays(a, b, seen) {
	if (a.length !== b.length) return false;
	let equal = true;
	for (let i = 0; equal && i < a.length; i++) equal = looseEqual(a[i], b[i], seen);
	return equal;
}
function looseCompareCollections(a, b, seen) {
	if (a.size !== b.size) return false;
	const candidates = Array.from(b);
	const matched = new Uint8Array(candidates.length);
	for (const item of a) {
		let index = -1;
		for (let i = 0; i < candidates.length; i++) if (!matched[i] && looseEqual(item, candidates[i], seen)) {
			index = i;
			break;
		}
		if (index < 0) return false;
		matched[index] = 1;
	}
	return true;
}
function looseCompareObjects(a, b, seen) {
	let aValidType = isMap(a);
	let bValidType = isMap(b);
	if (aValidType || bValidType) return aValidType && bValidType ? looseCompareCollections(a, b, seen) : false;
	aValidType = isSet(a);
	bValidType = isSet(b);
	if (aValidType || bValidType) return aValidType && bValidType ? looseCompareCollections(a, b, seen) : false;
	if (Object.keys(a).length !== Object.keys(b).length) return false;
	for (const key in a) {
		const aHasKey = a.hasOwnProperty(key);
		const bHasKey = b.hasOwnProperty(key);
		if (aHasKey && !bHasKey || !aHasKey && bHasKey || !looseEqual(a[key], b[key], seen)) return false;
	}
	return String(a) === String(b);
}
function looseCompareNested(a, b, seen, compare) {
	if (!seen) seen = [/* @__PURE__ */ new Map(), /* @__PURE__ */ new Map()];
	const [seenA, seenB] = seen;
	if (seenA.has(a) || seenB.has(b)) return seenA.get(a) === b && seenB.get(b) === a;
	seenA.set(a, b);
	seenB.set(b, a);
	const equal = compare(a, b, seen);
	seenA.delete(a);
	seenB.delete(b);
	return equal;
}
function looseEqual(a, b, seen) {
	if (a === b) return true;
	let aValidType = isDate(a);
	let bValidType = isDate(b);
	if (aValidType || bValidType) return aValidType && bValidType ? a.getTime() === b.getTime() : false;
	aValidType = isSymbol(a);
	bValidType = isSymbol(b);
	if (aValidType || bValidType) return a === b;
	aValidType = isArray(a);
	bValidType = isArray(b);
	if (aValidType || bValidType) return aValidType && bValidType ? looseCompareNested(a, b, seen, looseCompareArrays) : false;
	aValidType = isObject$1(a);
	bValidType = isObject$1(b);
	if (aValidType || bValidType) {
		if (!aValidType || !bValidType) return false;
		return looseCompareNested(a, b, seen, looseCompareObjects);
	}
	return String(a) === String(b);
}
function looseIndexOf(arr, val) {
	return arr.findIndex((item) => looseEqual(item, val));
}
var isRef$1 = (val) => {
	return !!(val && val["__v_isRef"] === true);
};
var toDisplayString = (val) => {
	return isString(val) ? val : val == null ? "" : isArray(val) || isObject$1(val) && (val.toString === objectToString || !isFunction(val.toString)) ? isRef$1(val) ? toDisplayString(val.value) : JSON.stringify(val, replacer, 2) : String(val);
};
var replacer = (_key, val) => {
	if (isRef$1(val)) return replacer(_key, val.value);
	else if (isMap(val)) return { [`Map(${val.size})`]: [...val.entries()].reduce((entries, [key, val2], i) => {
		entries[stringifySymbol(key, i) + " =>"] = val2;
		return entries;
	}, {}) };
	else if (isSet(val)) return { [`Set(${val.size})`]: [...val.values()].map((v) => stringifySymbol(v)) };
	else if (isSymbol(val)) return stringifySymbol(val);
	else if (isObject$1(val) && !isArray(val) && !isPlainObject$1(val)) return String(val);
	return val;
};
var stringifySymbol = (v, i = "") => {
	var _a;
	return isSymbol(v) ? `Symbol(${(_a = v.description) != null ? _a : i})` : v;
};
// ../../work/main/node_modules/@vue/reactivity/dist/reactivity.esm-bundler.js
/**
* @vue/reactivity v3.5.45
* (c) 2018-present Yuxi (Evan) You and Vue contributors
* @license MIT
**/
var activeEffectScope;
var EffectScope = class {
	constructor(detached = false) {
		this.detached = detached;
		/**
		* @internal
		*/
		this._active = true;
		/**
		* @internal track `on` calls, allow `on` call multiple times
		*/
		this._on = 0;
		/**
		* @internal
		*/
		this.effects = [];
		/**
		* @internal
		*/
		this.cleanups = [];
		this._isPaused = false;
		this._warnOnRun = true;
		this.__v_skip = true;
		if (!detached && activeEffectScope) {
			if (activeEffectScope.active) {
				this.parent = activeEffectScope;
				this.index = (activeEffectScope.scopes || (activeEffectScope.scopes = [])).push(this) - 1;
			} else {
				this._active = false;
				this._warnOnRun = false;
			}
		}
	}
	get active() {
		return this._active;
	}
	pause() {
		if (this._active) {
			this._isPaused = true;
			let i, l;
			if (this.scopes) {
				const scopes = this.scopes.slice();
				for (i = 0, l = scopes.length; i < l; i++) scopes[i].pause();
			}
			for (i = 0, l = this.effects.length; i < l; i++) this.effects[i].pause();
		}
	}
	/**
	* Resumes the effect scope, including all child scopes and effects.
	*/
	resume() {
		if (this._active) {
			if (this._isPaused) {
				this._isPaused = false;
				let i, l;
				if (this.scopes) {
					const scopes = this.scopes.slice();
					for (i = 0, l = scopes.length; i < l; i++) scopes[i].resume();
				}
				const effects = this.effects.slice();
				for (i = 0, l = effects.length; i < l; i++) effects[i].resume();
			}
		}
	}
	run(fn) {
		if (this._active) {
			const currentEffectScope = activeEffectScope;
			try {
				activeEffectScope = this;
				return fn();
			} finally {
				activeEffectScope = currentEffectScope;
			}
		}
	}
	/**
	* This should only be called on non-detached scopes
	* @internal
	*/
	on() {
		if (++this._on === 1) {
			this.prevScope = activeEffectScope;
			activeEffectScope = this;
		}
	}
	/**
	* This should only be called on non-detached scopes
	* @internal
	*/
	off() {
		if (this._on > 0 && --this._on === 0) {
			if (activeEffectScope === this) activeEffectScope = this.prevScope;
			else {
				let current = activeEffectScope;
				while (current) {
					if (current.prevScope === this) {
						current.prevScope = this.prevScope;
						break;
					}
					current = current.prevScope;
				}
			}
			this.prevScope = void 0;
		}
	}
	stop(fromParent) {
		if (this._active) {
			this._active = false;
			let i, l;
			for (i = 0, l = this.effects.length; i < l; i++) this.effects[i].stop();
			this.effects.length = 0;
			for (i = 0, l = this.cleanups.length; i < l; i++) this.cleanups[i]();
			this.cleanups.length = 0;
			if (this.scopes) {
				const scopes = this.scopes.slice();
				for (i = 0, l = scopes.length; i < l; i++) scopes[i].stop(true);
				this.scopes.length = 0;
			}
			if (!this.detached && this.parent && !fromParent) {
				const last = this.parent.scopes.pop();
				if (last && last !== this) {
					this.parent.scopes[this.index] = last;
					last.index = this.index;
				}
			}
			this.parent = void 0;
		}
	}
};
function effectScope(detached) {
	return new EffectScope(detached);
}
function getCurrentScope() {
	return activeEffectScope;
}
function onScopeDispose(fn, failSilently = false) {
	if (activeEffectScope) {
		if (activeEffectScope.active) activeEffectScope.cleanups.push(fn);
		else fn();
	}
}
var activeSub;
var pausedQueueEffects = /* @__PURE__ */ new WeakSet();
var ReactiveEffect = class {
	constructor(fn) {
		this.fn = fn;
		/**
		* @internal
		*/
		this.deps = void 0;
		/**
		* @internal
		*/
		this.depsTail = void 0;
		/**
		* @internal
		*/
		this.flags = 5;
		/**
		* @internal
		*/
		this.next = void 0;
		/**
		* @internal
		*/
		this.cleanup = void 0;
		this.scheduler = void 0;
		if (activeEffectScope) {
			if (activeEffectScope.active) activeEffectScope.effects.push(this);
			else this.flags &= -2;
		}
	}
	pause() {
		this.flags |= 64;
	}
	resume() {
		if (this.flags & 64) {
			this.flags &= -65;
			if (pausedQueueEffects.has(this)) {
				pausedQueueEffects.delete(this);
				this.trigger();
			}
		}
	}
	/**
	* @internal
	*/
	notify() {
		if (this.flags & 2 && !(this.flags & 32)) return;
		if (!(this.flags & 8)) batch(this);
	}
	run() {
		if (!(this.flags & 1)) return this.fn();
		this.flags |= 2;
		cleanupEffect(this);
		prepareDeps(this);
		const prevEffect = activeSub;
		const prevShouldTrack = shouldTrack;
		activeSub = this;
		shouldTrack = true;
		try {
			return this.fn();
		} finally {
			cleanupDeps(this);
			activeSub = prevEffect;
			shouldTrack = prevShouldTrack;
			this.flags &= -3;
		}
	}
	stop() {
		if (this.flags & 1) {
			for (let link = this.deps; link; link = link.nextDep) removeSub(link);
			this.deps = this.depsTail = void 0;
			cleanupEffect(this);
			this.onStop && this.onStop();
			this.flags &= -2;
		}
	}
	trigger() {
		if (this.flags & 64) pausedQueueEffects.add(this);
		else if (this.scheduler) this.scheduler();
		else this.runIfDirty();
	}
	/**
	* @internal
	*/
	runIfDirty() {
		if (isDirty(this)) this.run();
	}
	get dirty() {
		return isDirty(this);
	}
};
var batchDepth = 0;
var batchedSub;
var batchedComputed;
function batch(sub, isComputed = false) {
	sub.flags |= 8;
	if (isComputed) {
		sub.next = batchedComputed;
		batchedComputed = sub;
		return;
	}
	sub.next = batchedSub;
	batchedSub = sub;
}
function startBatch() {
	batchDepth++;
}
function endBatch() {
	if (--batchDepth > 0) return;
	if (batchedComputed) {
		let e = batchedComputed;
		batchedComputed = void 0;
		while (e) {
			const next = e.next;
			e.next = void 0;
			e.flags &= -9;
			e = next;
		}
	}
	let error;
	while (batchedSub) {
		let e = batchedSub;
		batchedSub = void 0;
		while (e) {
			const next = e.next;
			e.next = void 0;
			e.flags &= -9;
			if (e.flags & 1) try {
				e.trigger();
			} catch (err) {
				if (!error) error = err;
			}
			e = next;
		}
	}
	if (error) throw error;
}
function prepareDeps(sub) {
	for (let link = sub.deps; link; link = link.nextDep) {
		link.version = -1;
		link.prevActiveLink = link.dep.activeLink;
		link.dep.activeLink = link;
	}
}
function cleanupDeps(sub) {
	let head;
	let tail = sub.depsTail;
	let link = tail;
	while (link) {
		const prev = link.prevDep;
		if (link.version === -1) {
			if (link === tail) tail = prev;
			removeSub(link);
			removeDep(link);
		} else head = link;
		link.dep.activeLink = link.prevActiveLink;
		link.prevActiveLink = void 0;
		link = prev;
	}
	sub.deps = head;
	sub.depsTail = tail;
}
function isDirty(sub) {
	for (let link = sub.deps; link; link = link.nextDep) if (link.dep.version !== link.version || link.dep.computed && (refreshComputed(link.dep.computed) || link.dep.version !== link.version)) return true;
	if (sub._dirty) return true;
	return false;
}
function refreshComputed(computed) {
	if (computed.flags & 4 && !(computed.flags & 16)) return;
	computed.flags &= -17;
	if (computed.globalVersion === globalVersion) return;
	computed.globalVersion = globalVersion;
	if (!computed.isSSR && computed.flags & 128 && (!computed.deps && !computed._dirty || !isDirty(computed))) return;
	computed.flags |= 2;
	const dep = computed.dep;
	const prevSub = activeSub;
	const prevShouldTrack = shouldTrack;
	activeSub = computed;
	shouldTrack = true;
	try {
		prepareDeps(computed);
		const value = computed.fn(computed._value);
		if (dep.version === 0 || hasChanged(value, computed._value)) {
			computed.flags |= 128;
			computed._value = value;
			dep.version++;
		}
	} catch (err) {
		dep.version++;
		throw err;
	} finally {
		activeSub = prevSub;
		shouldTrack = prevShouldTrack;
		cleanupDeps(computed);
		computed.flags &= -3;
	}
}
function removeSub(link, soft = false) {
	const { dep, prevSub, nextSub } = link;
	if (prevSub) {
		prevSub.nextSub = nextSub;
		link.prevSub = void 0;
	}
	if (nextSub) {
		nextSub.prevSub = prevSub;
		link.nextSub = void 0;
	}
	if (dep.subs === link) {
		dep.subs = prevSub;
		if (!prevSub && dep.computed) {
			dep.computed.flags &= -5;
			for (let l = dep.computed.deps; l; l = l.nextDep) removeSub(l, true);
		}
	}
	if (!soft && !--dep.sc && dep.map) dep.map.delete(dep.key);
}
function removeDep(link) {
	const { prevDep, nextDep } = link;
	if (prevDep) {
		prevDep.nextDep = nextDep;
		link.prevDep = void 0;
	}
	if (nextDep) {
		nextDep.prevDep = prevDep;
		link.nextDep = void 0;
	}
}
var shouldTrack = true;
var trackStack = [];
function pauseTracking() {
	trackStack.push(shouldTrack);
	shouldTrack = false;
}
function resetTracking() {
	const last = trackStack.pop();
	shouldTrack = last === void 0 ? true : last;
}
function cleanupEffect(e) {
	const { cleanup } = e;
	e.cleanup = void 0;
	if (cleanup) {
		const prevSub = activeSub;
		activeSub = void 0;
		try {
			cleanup();
		} finally {
			activeSub = prevSub;
		}
	}
}
var globalVersion = 0;
var Link = class {
	constructor(sub, dep) {
		this.sub = sub;
		this.dep = dep;
		this.version = dep.version;
		this.nextDep = this.prevDep = this.nextSub = this.prevSub = this.prevActiveLink = void 0;
	}
};
var Dep = class {
	constructor(computed) {
		this.computed = computed;
		this.version = 0;
		/**
		* Link between this dep and the current active effect
		*/
		this.activeLink = void 0;
		/**
		* Doubly linked list representing the subscribing effects (tail)
		*/
		this.subs = void 0;
		/**
		* For object property deps cleanup
		*/
		this.map = void 0;
		this.key = void 0;
		/**
		* Subscriber counter
		*/
		this.sc = 0;
		/**
		* @internal
		*/
		this.__v_skip = true;
	}
	track(debugInfo) {
		if (!activeSub || !shouldTrack || activeSub === this.computed) return;
		let link = this.activeLink;
		if (link === void 0 || link.sub !== activeSub) {
			link = this.activeLink = new Link(activeSub, this);
			if (!activeSub.deps) activeSub.deps = activeSub.depsTail = link;
			else {
				link.prevDep = activeSub.depsTail;
				activeSub.depsTail.nextDep = link;
				activeSub.depsTail = link;
			}
			addSub(link);
		} else if (link.version === -1) {
			link.version = this.version;
			if (link.nextDep) {
				const next = link.nextDep;
				next.prevDep = link.prevDep;
				if (link.prevDep) link.prevDep.nextDep = next;
				link.prevDep = activeSub.depsTail;
				link.nextDep = void 0;
				activeSub.depsTail.nextDep = link;
				activeSub.depsTail = link;
				if (activeSub.deps === link) activeSub.deps = next;
			}
		}
		return link;
	}
	trigger(debugInfo) {
		this.version++;
		globalVersion++;
		this.notify(debugInfo);
	}
	notify(debugInfo) {
		startBatch();
		try {
			for (let link = this.subs; link; link = link.prevSub) if (link.sub.notify()) link.sub.dep.notify();
		} finally {
			endBatch();
		}
	}
};
function addSub(link) {
	link.dep.sc++;
	if (link.sub.flags & 4) {
		const computed = link.dep.computed;
		if (computed && !link.dep.subs) {
			computed.flags |= 20;
			for (let l = computed.deps; l; l = l.nextDep) addSub(l);
		}
		const currentTail = link.dep.subs;
		if (currentTail !== link) {
			link.prevSub = currentTail;
			if (currentTail) currentTail.nextSub = link;
		}
		link.dep.subs = link;
	}
}
var targetMap = /* @__PURE__ */ new WeakMap();
var ITERATE_KEY = /* @__PURE__ */ Symbol("");
var MAP_KEY_ITERATE_KEY = /* @__PURE__ */ Symbol("");
var ARRAY_ITERATE_KEY = /* @__PURE__ */ Symbol("");
function track(target, type, key) {
	if (shouldTrack && activeSub) {
		let depsMap = targetMap.get(target);
		if (!depsMap) targetMap.set(target, depsMap = /* @__PURE__ */ new Map());
		let dep = depsMap.get(key);
		if (!dep) {
			depsMap.set(key, dep = new Dep());
			dep.map = depsMap;
			dep.key = key;
		}
		dep.track();
	}
}
function trigger(target, type, key, newValue, oldValue, oldTarget) {
	const depsMap = targetMap.get(target);
	if (!depsMap) {
		globalVersion++;
		return;
	}
	const run = (dep) => {
		if (dep) dep.trigger();
	};
	startBatch();
	if (type === "clear") depsMap.forEach(run);
	else {
		const targetIsArray = isArray(target);
		const isArrayIndex = targetIsArray && isIntegerKey(key);
		if (targetIsArray && key === "length") {
			const newLength = Number(newValue);
			depsMap.forEach((dep, key2) => {
				if (key2 === "length" || key2 === ARRAY_ITERATE_KEY || !isSymbol(key2) && key2 >= newLength) run(dep);
			});
		} else {
			if (key !== void 0 || depsMap.has(void 0)) run(depsMap.get(key));
			if (isArrayIndex) run(depsMap.get(ARRAY_ITERATE_KEY));
			switch (type) {
				case "add":
					if (!targetIsArray) {
						run(depsMap.get(ITERATE_KEY));
						if (isMap(target)) run(depsMap.get(MAP_KEY_ITERATE_KEY));
					} else if (isArrayIndex) run(depsMap.get("length"));
					break;
				case "delete":
					if (!targetIsArray) {
						run(depsMap.get(ITERATE_KEY));
						if (isMap(target)) run(depsMap.get(MAP_KEY_ITERATE_KEY));
					}
					break;
				case "set": if (isMap(target)) run(depsMap.get(ITERATE_KEY));
			}
		}
	}
	endBatch();
}
function getDepFromReactive(object, key) {
	const depMap = targetMap.get(object);
	return depMap && depMap.get(key);
}
function reactiveReadArray(array) {
	const raw = /* @__PURE__ */ toRaw(array);
	if (raw === array) return raw;
	track(raw, "iterate", ARRAY_ITERATE_KEY);
	if (/* @__PURE__ */ isShallow(array)) return raw;
	if (!/* @__PURE__ */ isReadonly(array)) return raw.map(toReactive$1);
	return /* @__PURE__ */ isReactive(array) ? raw.map((item) => toReadonly(toReactive$1(item))) : raw.map(toReadonly);
}
function shallowReadArray(arr) {
	track(arr = /* @__PURE__ */ toRaw(arr), "iterate", ARRAY_ITERATE_KEY);
	return arr;
}
function toWrapped(target, item) {
	if (/* @__PURE__ */ isReadonly(target)) return /* @__PURE__ */ isReactive(target) ? toReadonly(toReactive$1(item)) : toReadonly(item);
	return toReactive$1(item);
}
var arrayInstrumentations = {
	__proto__: null,
	[Symbol.iterator]() {
		return iterator(this, Symbol.iterator, (item) => toWrapped(this, item));
	},
	concat(...args) {
		return reactiveReadArray(this).concat(...args.map((x) => isArray(x) ? reactiveReadArray(x) : x));
	},
	entries() {
		return iterator(this, "entries", (value) => {
			value[1] = toWrapped(this, value[1]);
			return value;
		});
	},
	every(fn, thisArg) {
		return apply(this, "every", fn, thisArg, void 0, arguments);
	},
	filter(fn, thisArg) {
		return apply(this, "filter", fn, thisArg, (v) => v.map((item) => toWrapped(this, item)), arguments);
	},
	find(fn, thisArg) {
		return apply(this, "find", fn, thisArg, (item) => toWrapped(this, item), arguments);
	},
	findIndex(fn, thisArg) {
		return apply(this, "findIndex", fn, thisArg, void 0, arguments);
	},
	findLast(fn, thisArg) {
		return apply(this, "findLast", fn, thisArg, (item) => toWrapped(this, item), arguments);
	},
	findLastIndex(fn, thisArg) {
		return apply(this, "findLastIndex", fn, thisArg, void 0, arguments);
	},
	forEach(fn, thisArg) {
		return apply(this, "forEach", fn, thisArg, void 0, arguments);
	},
	includes(...args) {
		return searchProxy(this, "includes", args);
	},
	indexOf(...args) {
		return searchProxy(this, "indexOf", args);
	},
	join(separator) {
		return reactiveReadArray(this).join(separator);
	},
	lastIndexOf(...args) {
		return searchProxy(this, "lastIndexOf", args);
	},
	map(fn, thisArg) {
		return apply(this, "map", fn, thisArg, void 0, arguments);
	},
	pop() {
		return noTracking(this, "pop");
	},
	push(...args) {
		return noTracking(this, "push", args);
	},
	reduce(fn, ...args) {
		return reduce(this, "reduce", fn, args);
	},
	reduceRight(fn, ...args) {
		return reduce(this, "reduceRight", fn, args);
	},
	shift() {
		return noTracking(this, "shift");
	},
	some(fn, thisArg) {
		return apply(this, "some", fn, thisArg, void 0, arguments);
	},
	splice(...args) {
		return noTracking(this, "splice", args);
	},
	toReversed() {
		return reactiveReadArray(this).toReversed();
	},
	toSorted(comparer) {
		return reactiveReadArray(this).toSorted(comparer);
	},
	toSpliced(...args) {
		return reactiveReadArray(this).toSpliced(...args);
	},
	unshift(...args) {
		return noTracking(this, "unshift", args);
	},
	values() {
		return iterator(this, "values", (item) => toWrapped(this, item));
	}
};
function iterator(self, method, wrapValue) {
	const arr = shallowReadArray(self);
	const methodFn = arr[method];
	const iter = methodFn.call(arr);
	if (arr !== self && !/* @__PURE__ */ isShallow(self)) {
		if (iter[Symbol.toStringTag] === "Array Iterator") {
			const wrapped = Object.create(Object.getPrototypeOf(iter));
			wrapped.next = () => wrapResult(iter.next(), wrapValue);
			if (methodFn !== arrayProto[method]) Object.defineProperties(wrapped, {
				return: { get() {
					const fn = iter.return;
					return typeof fn === "function" ? fn.bind(iter) : fn;
				} },
				throw: { get() {
					const fn = iter.throw;
					return typeof fn === "function" ? fn.bind(iter) : fn;
				} }
			});
			return wrapped;
		}
		iter._next = iter.next;
		iter.next = () => wrapResult(iter._next(), wrapValue);
	}
	return iter;
}
function wrapResult(result, wrapValue) {
	if (!result.done) result.value = wrapValue(result.value);
	return result;
}
var arrayProto = Array.prototype;
function apply(self, method, fn, thisArg, wrappedRetFn, args) {
	const arr = shallowReadArray(self);
	const needsWrap = arr !== self && !/* @__PURE__ */ isShallow(self);
	const methodFn = arr[method];
	if (methodFn !== arrayProto[method]) {
		const result2 = methodFn.apply(self, args);
		return needsWrap ? toReactive$1(result2) : result2;
	}
	let wrappedFn = fn;
	if (arr !== self) {
		if (needsWrap) wrappedFn = function(item, index) {
			return fn.call(this, toWrapped(self, item), index, self);
		};
		else if (fn.length > 2) wrappedFn = function(item, index) {
			return fn.call(this, item, index, self);
		};
	}
	const result = methodFn.call(arr, wrappedFn, thisArg);
	return needsWrap && wrappedRetFn ? wrappedRetFn(result) : result;
}
function reduce(self, method, fn, args) {
	const arr = shallowReadArray(self);
	const needsWrap = arr !== self && !/* @__PURE__ */ isShallow(self);
	let wrappedFn = fn;
	let wrapInitialAccumulator = false;
	if (arr !== self) {
		if (needsWrap) {
			wrapInitialAccumulator = args.length === 0;
			wrappedFn = function(acc, item, index) {
				if (wrapInitialAccumulator) {
					wrapInitialAccumulator = false;
					acc = toWrapped(self, acc);
				}
				return fn.call(this, acc, toWrapped(self, item), index, self);
			};
		} else if (fn.length > 3) wrappedFn = function(acc, item, index) {
			return fn.call(this, acc, item, index, self);
		};
	}
	const result = arr[method](wrappedFn, ...args);
	return wrapInitialAccumulator ? toWrapped(self, result) : result;
}
function searchProxy(self, method, args) {
	const arr = /* @__PURE__ */ toRaw(self);
	track(arr, "iterate", ARRAY_ITERATE_KEY);
	const res = arr[method](...args);
	if ((res === -1 || res === false) && /* @__PURE__ */ isProxy(args[0])) {
		args[0] = /* @__PURE__ */ toRaw(args[0]);
		return arr[method](...args);
	}
	return res;
}
function noTracking(self, method, args = []) {
	pauseTracking();
	startBatch();
	const res = (/* @__PURE__ */ toRaw(self))[method].apply(self, args);
	endBatch();
	resetTracking();
	return res;
}
var isNonTrackableKeys = /* @__PURE__ */ makeMap(`__proto__,__v_isRef,__isVue`);
var builtInSymbols = /* @__PURE__ */ new Set(/* @__PURE__ */ Object.getOwnPropertyNames(Symbol).filter((key) => key !== "arguments" && key !== "caller").map((key) => Symbol[key]).filter(isSymbol));
function hasOwnProperty(key) {
	if (!isSymbol(key)) key = String(key);
	const obj = /* @__PURE__ */ toRaw(this);
	track(obj, "has", key);
	return obj.hasOwnProperty(key);
}
var BaseReactiveHandler = class {
	constructor(_isReadonly = false, _isShallow = false) {
		this._isReadonly = _isReadonly;
		this._isShallow = _isShallow;
	}
	get(target, key, receiver) {
		if (key === "__v_skip") return target["__v_skip"];
		const isReadonly2 = this._isReadonly, isShallow2 = this._isShallow;
		if (key === "__v_isReactive") return !isReadonly2;
		else if (key === "__v_isReadonly") return isReadonly2;
		else if (key === "__v_isShallow") return isShallow2;
		else if (key === "__v_raw") {
			if (receiver === (isReadonly2 ? isShallow2 ? shallowReadonlyMap : readonlyMap : isShallow2 ? shallowReactiveMap : reactiveMap).get(target) || Object.getPrototypeOf(target) === Object.getPrototypeOf(receiver)) return target;
			return;
		}
		const targetIsArray = isArray(target);
		if (!isReadonly2) {
			let fn;
			if (targetIsArray && (fn = arrayInstrumentations[key])) return fn;
			if (key === "hasOwnProperty") return hasOwnProperty;
		}
		const res = Reflect.get(target, key, /* @__PURE__ */ isRef(target) ? target : receiver);
		if (isSymbol(key) ? builtInSymbols.has(key) : isNonTrackableKeys(key)) return res;
		if (!isReadonly2) track(target, "get", key);
		if (isShallow2) return res;
		if (/* @__PURE__ */ isRef(res)) {
			const value = targetIsArray && isIntegerKey(key) ? res : res.value;
			return isReadonly2 && isObject$1(value) ? /* @__PURE__ */ readonly(value) : value;
		}
		if (isObject$1(res)) return isReadonly2 ? /* @__PURE__ */ readonly(res) : /* @__PURE__ */ reactive(res);
		return res;
	}
};
var MutableReactiveHandler = class extends BaseReactiveHandler {
	constructor(isShallow2 = false) {
		super(false, isShallow2);
	}
	set(target, key, value, receiver) {
		let oldValue = target[key];
		const isArrayWithIntegerKey = isArray(target) && isIntegerKey(key);
		if (!this._isShallow) {
			const isOldValueReadonly = /* @__PURE__ */ isReadonly(oldValue);
			if (!/* @__PURE__ */ isShallow(value) && !/* @__PURE__ */ isReadonly(value)) {
				oldValue = /* @__PURE__ */ toRaw(oldValue);
				value = /* @__PURE__ */ toRaw(value);
			}
			if (!isArrayWithIntegerKey && /* @__PURE__ */ isRef(oldValue) && !/* @__PURE__ */ isRef(value)) {
				if (isOldValueReadonly) return true;
				else {
					oldValue.value = value;
					return true;
				}
			}
		}
		const hadKey = isArrayWithIntegerKey ? Number(key) < target.length : hasOwn(target, key);
		const result = Reflect.set(target, key, value, /* @__PURE__ */ isRef(target) ? target : receiver);
		if (target === /* @__PURE__ */ toRaw(receiver) && result) {
			if (!hadKey) trigger(target, "add", key, value);
			else if (hasChanged(value, oldValue)) trigger(target, "set", key, value, oldValue);
		}
		return result;
	}
	deleteProperty(target, key) {
		const hadKey = hasOwn(target, key);
		const oldValue = target[key];
		const result = Reflect.deleteProperty(target, key);
		if (result && hadKey) trigger(target, "delete", key, void 0, oldValue);
		return result;
	}
	has(target, key) {
		const result = Reflect.has(target, key);
		if (!isSymbol(key) || !builtInSymbols.has(key)) track(target, "has", key);
		return result;
	}
	ownKeys(target) {
		track(target, "iterate", isArray(target) ? "length" : ITERATE_KEY);
		return Reflect.ownKeys(target);
	}
};
var ReadonlyReactiveHandler = class extends BaseReactiveHandler {
	constructor(isShallow2 = false) {
		super(true, isShallow2);
	}
	set(target, key) {
		return true;
	}
	deleteProperty(target, key) {
		return true;
	}
};
var mutableHandlers = /* @__PURE__ */ new MutableReactiveHandler();
var readonlyHandlers = /* @__PURE__ */ new ReadonlyReactiveHandler();
var shallowReactiveHandlers = /* @__PURE__ */ new MutableReactiveHandler(true);
var shallowReadonlyHandlers = /* @__PURE__ */ new ReadonlyReactiveHandler(true);
var toShallow = (value) => value;
var getProto = (v) => Reflect.getPrototypeOf(v);
function createIterableMethod(method, isReadonly2, isShallow2) {
	return function(...args) {
		const target = this["__v_raw"];
		const rawTarget = /* @__PURE__ */ toRaw(target);
		const targetIsMap = isMap(rawTarget);
		const isPair = method === "entries" || method === Symbol.iterator && targetIsMap;
		const isKeyOnly = method === "keys" && targetIsMap;
		const innerIterator = target[method](...args);
		const wrap = isShallow2 ? toShallow : isReadonly2 ? toReadonly : toReactive$1;
		!isReadonly2 && track(rawTarget, "iterate", isKeyOnly ? MAP_KEY_ITERATE_KEY : ITERATE_KEY);
		return extend(Object.create(innerIterator), { next() {
			const { value, done } = innerIterator.next();
			return done ? {
				value,
				done
			} : {
				value: isPair ? [wrap(value[0]), wrap(value[1])] : wrap(value),
				done
			};
		} });
	};
}
function createReadonlyMethod(type) {
	return function(...args) {
		return type === "delete" ? false : type === "clear" ? void 0 : this;
	};
}
function createInstrumentations(readonly, shallow) {
	const instrumentations = {
		get(key) {
			const target = this["__v_raw"];
			const rawTarget = /* @__PURE__ */ toRaw(target);
			const rawKey = /* @__PURE__ */ toRaw(key);
			if (!readonly) {
				if (hasChanged(key, rawKey)) track(rawTarget, "get", key);
				track(rawTarget, "get", rawKey);
			}
			const { has } = getProto(rawTarget);
			const wrap = shallow ? toShallow : readonly ? toReadonly : toReactive$1;
			if (has.call(rawTarget, key)) return wrap(target.get(key));
			else if (has.call(rawTarget, rawKey)) return wrap(target.get(rawKey));
			else if (target !== rawTarget) target.get(key);
		},
		get size() {
			const target = this["__v_raw"];
			!readonly && track(/* @__PURE__ */ toRaw(target), "iterate", ITERATE_KEY);
			return target.size;
		},
		has(key) {
			const target = this["__v_raw"];
			const rawTarget = /* @__PURE__ */ toRaw(target);
			const rawKey = /* @__PURE__ */ toRaw(key);
			if (!readonly) {
				if (hasChanged(key, rawKey)) track(rawTarget, "has", key);
				track(rawTarget, "has", rawKey);
			}
			return key === rawKey ? target.has(key) : target.has(key) || target.has(rawKey);
		},
		forEach(callback, thisArg) {
			const observed = this;
			const target = observed["__v_raw"];
			const rawTarget = /* @__PURE__ */ toRaw(target);
			const wrap = shallow ? toShallow : readonly ? toReadonly : toReactive$1;
			!readonly && track(rawTarget, "iterate", ITERATE_KEY);
			return target.forEach((value, key) => {
				return callback.call(thisArg, wrap(value), wrap(key), observed);
			});
		}
	};
	extend(instrumentations, readonly ? {
		add: createReadonlyMethod("add"),
		set: createReadonlyMethod("set"),
		delete: createReadonlyMethod("delete"),
		clear: createReadonlyMethod("clear")
	} : {
		add(value) {
			const target = /* @__PURE__ */ toRaw(this);
			const proto = getProto(target);
			const rawValue = /* @__PURE__ */ toRaw(value);
			const valueToAdd = !shallow && !/* @__PURE__ */ isShallow(value) && !/* @__PURE__ */ isReadonly(value) ? rawValue : value;
			if (!(proto.has.call(target, valueToAdd) || hasChanged(value, valueToAdd) && proto.has.call(target, value) || hasChanged(rawValue, valueToAdd) && proto.has.call(target, rawValue))) {
				target.add(valueToAdd);
				trigger(target, "add", valueToAdd, valueToAdd);
			}
			return this;
		},
		set(key, value) {
			if (!shallow && !/* @__PURE__ */ isShallow(value) && !/* @__PURE__ */ isReadonly(value)) value = /* @__PURE__ */ toRaw(value);
			const target = /* @__PURE__ */ toRaw(this);
			const { has, get } = getProto(target);
			let hadKey = has.call(target, key);
			if (!hadKey) {
				key = /* @__PURE__ */ toRaw(key);
				hadKey = has.call(target, key);
			}
			const oldValue = get.call(target, key);
			target.set(key, value);
			if (!hadKey) trigger(target, "add", key, value);
			else if (hasChanged(value, oldValue)) trigger(target, "set", key, value, oldValue);
			return this;
		},
		delete(key) {
			const target = /* @__PURE__ */ toRaw(this);
			const { has, get } = getProto(target);
			let hadKey = has.call(target, key);
			if (!hadKey) {
				key = /* @__PURE__ */ toRaw(key);
				hadKey = has.call(target, key);
			}
			const oldValue = get ? get.call(target, key) : void 0;
			const result = target.delete(key);
			if (hadKey) trigger(target, "delete", key, void 0, oldValue);
			return result;
		},
		clear() {
			const target = /* @__PURE__ */ toRaw(this);
			const hadItems = target.size !== 0;
			const oldTarget = void 0;
			const result = target.clear();
			if (hadItems) trigger(target, "clear", void 0, void 0, oldTarget);
			return result;
		}
	});
	[
		"keys",
		"values",
		"entries",
		Symbol.iterator
	].forEach((method) => {
		instrumentations[method] = createIterableMethod(method, readonly, shallow);
	});
	return instrumentations;
}
function createInstrumentationGetter(isReadonly2, shallow) {
	const instrumentations = createInstrumentations(isReadonly2, shallow);
	return (target, key, receiver) => {
		if (key === "__v_isReactive") return !isReadonly2;
		else if (key === "__v_isReadonly") return isReadonly2;
		else if (key === "__v_isShallow") return shallow;
		else if (key === "__v_raw") return target;
		return Reflect.get(hasOwn(instrumentations, key) && key in target ? instrumentations : target, key, receiver);
	};
}
var mutableCollectionHandlers = { get: /* @__PURE__ */ createInstrumentationGetter(false, false) };
var shallowCollectionHandlers = { get: /* @__PURE__ */ createInstrumentationGetter(false, true) };
var readonlyCollectionHandlers = { get: /* @__PURE__ */ createInstrumentationGetter(true, false) };
var shallowReadonlyCollectionHandlers = { get: /* @__PURE__ */ createInstrumentationGetter(true, true) };
var reactiveMap = /* @__PURE__ */ new WeakMap();
var shallowReactiveMap = /* @__PURE__ */ new WeakMap();
var readonlyMap = /* @__PURE__ */ new WeakMap();
var shallowReadonlyMap = /* @__PURE__ */ new WeakMap();
function targetTypeMap(rawType) {
	switch (rawType) {
		case "Object":
		case "Array": return 1;
		case "Map":
		case "Set":
		case "WeakMap":
		case "WeakSet": return 2;
		default: return 0;
	}
}
// @__NO_SIDE_EFFECTS__
function reactive(target) {
	if (/* @__PURE__ */ isReadonly(target)) return target;
	return createReactiveObject(target, false, mutableHandlers, mutableCollectionHandlers, reactiveMap);
}
// @__NO_SIDE_EFFECTS__
function shallowReactive(target) {
	return createReactiveObject(target, false, shallowReactiveHandlers, shallowCollectionHandlers, shallowReactiveMap);
}
// @__NO_SIDE_EFFECTS__
function readonly(target) {
	return createReactiveObject(target, true, readonlyHandlers, readonlyCollectionHandlers, readonlyMap);
}
// @__NO_SIDE_EFFECTS__
function shallowReadonly(target) {
	return createReactiveObject(target, true, shallowReadonlyHandlers, shallowReadonlyCollectionHandlers, shallowReadonlyMap);
}
function createReactiveObject(target, isReadonly2, baseHandlers, collectionHandlers, proxyMap) {
	if (!isObject$1(target)) return target;
	if (target["__v_raw"] && !(isReadonly2 && target["__v_isReactive"])) return target;
	if (target["__v_skip"] || !Object.isExtensible(target)) return target;
	const existingProxy = proxyMap.get(target);
	if (existingProxy) return existingProxy;
	const targetType = targetTypeMap(toRawType(target));
	if (targetType === 0) return target;
	const proxy = new Proxy(target, targetType === 2 ? collectionHandlers : baseHandlers);
	proxyMap.set(target, proxy);
	return proxy;
}
// @__NO_SIDE_EFFECTS__
function isReactive(value) {
	if (/* @__PURE__ */ isReadonly(value)) return /* @__PURE__ */ isReactive(value["__v_raw"]);
	return !!(value && value["__v_isReactive"]);
}
// @__NO_SIDE_EFFECTS__
function isReadonly(value) {
	return !!(value && value["__v_isReadonly"]);
}
// @__NO_SIDE_EFFECTS__
function isShallow(value) {
	return !!(value && value["__v_isShallow"]);
}
// @__NO_SIDE_EFFECTS__
function isProxy(value) {
	return value ? !!value["__v_raw"] : false;
}
// @__NO_SIDE_EFFECTS__
function toRaw(observed) {
	const raw = observed && observed["__v_raw"];
	return raw ? /* @__PURE__ */ toRaw(raw) : observed;
}
function markRaw(value) {
	if (!hasOwn(value, "__v_skip") && Object.isExtensible(value)) def(value, "__v_skip", true);
	return value;
}
var toReactive$1 = (value) => isObject$1(value) ? /* @__PURE__ */ reactive(value) : value;
var toReadonly = (value) => isObject$1(value) ? /* @__PURE__ */ readonly(value) : value;
// @__NO_SIDE_EFFECTS__
function isRef(r) {
	return r ? r["__v_isRef"] === true : false;
}
// @__NO_SIDE_EFFECTS__
function ref(value) {
	return createRef(value, false);
}
// @__NO_SIDE_EFFECTS__
function shallowRef(value) {
	return createRef(value, true);
}
function createRef(rawValue, shallow) {
	if (/* @__PURE__ */ isRef(rawValue)) return rawValue;
	return new RefImpl(rawValue, shallow);
}
var RefImpl = class {
	constructor(value, isShallow2) {
		this.dep = new Dep();
		this["__v_isRef"] = true;
		this["__v_isShallow"] = false;
		this._rawValue = isShallow2 ? value : /* @__PURE__ */ toRaw(value);
		this._value = isShallow2 ? value : toReactive$1(value);
		this["__v_isShallow"] = isShallow2;
	}
	get value() {
		this.dep.track();
		return this._value;
	}
	set value(newValue) {
		const oldValue = this._rawValue;
		const useDirectValue = this["__v_isShallow"] || /* @__PURE__ */ isShallow(newValue) || /* @__PURE__ */ isReadonly(newValue);
		newValue = useDirectValue ? newValue : /* @__PURE__ */ toRaw(newValue);
		if (hasChanged(newValue, oldValue)) {
			this._rawValue = newValue;
			this._value = useDirectValue ? newValue : toReactive$1(newValue);
			this.dep.trigger();
		}
	}
};
function triggerRef(ref2) {
	if (ref2.dep) ref2.dep.trigger();
}
function unref(ref2) {
	return /* @__PURE__ */ isRef(ref2) ? ref2.value : ref2;
}
function toValue(source) {
	return isFunction(source) ? source() : unref(source);
}
var shallowUnwrapHandlers = {
	get: (target, key, receiver) => key === "__v_raw" ? target : unref(Reflect.get(target, key, receiver)),
	set: (target, key, value, receiver) => {
		const oldValue = target[key];
		if (/* @__PURE__ */ isRef(oldValue) && !/* @__PURE__ */ isRef(value)) {
			oldValue.value = value;
			return true;
		} else return Reflect.set(target, key, value, receiver);
	}
};
function proxyRefs(objectWithRefs) {
	return /* @__PURE__ */ isReactive(objectWithRefs) ? objectWithRefs : new Proxy(objectWithRefs, shallowUnwrapHandlers);
}
var CustomRefImpl = class {
	constructor(factory) {
		this["__v_isRef"] = true;
		this._value = void 0;
		const dep = this.dep = new Dep();
		const { get, set } = factory(dep.track.bind(dep), dep.trigger.bind(dep));
		this._get = get;
		this._set = set;
	}
	get value() {
		return this._value = this._get();
	}
	set value(newVal) {
		this._set(newVal);
	}
};
function customRef(factory) {
	return new CustomRefImpl(factory);
}
// @__NO_SIDE_EFFECTS__
function toRefs(object) {
	const ret = isArray(object) ? new Array(object.length) : {};
	for (const key in object) ret[key] = propertyToRef(object, key);
	return ret;
}
var ObjectRefImpl = class {
	constructor(_object, key, _defaultValue) {
		this._object = _object;
		this._defaultValue = _defaultValue;
		this["__v_isRef"] = true;
		this._value = void 0;
		this._key = isSymbol(key) ? key : String(key);
		this._raw = /* @__PURE__ */ toRaw(_object);
		let shallow = true;
		let obj = _object;
		if (!isArray(_object) || isSymbol(this._key) || !isIntegerKey(this._key)) do
			shallow = !/* @__PURE__ */ isProxy(obj) || /* @__PURE__ */ isShallow(obj);
		while (shallow && (obj = obj["__v_raw"]));
		this._shallow = shallow;
	}
	get value() {
		let val = this._object[this._key];
		if (this._shallow) val = unref(val);
		return this._value = val === void 0 ? this._defaultValue : val;
	}
	set value(newVal) {
		if (this._shallow && /* @__PURE__ */ isRef(this._raw[this._key])) {
			const nestedRef = this._object[this._key];
			if (/* @__PURE__ */ isRef(nestedRef)) {
				nestedRef.value = newVal;
				return;
			}
		}
		this._object[this._key] = newVal;
	}
	get dep() {
		return getDepFromReactive(this._raw, this._key);
	}
};
var GetterRefImpl = class {
	constructor(_getter) {
		this._getter = _getter;
		this["__v_isRef"] = true;
		this["__v_isReadonly"] = true;
		this._value = void 0;
	}
	get value() {
		return this._value = this._getter();
	}
};
// @__NO_SIDE_EFFECTS__
function toRef$1(source, key, defaultValue) {
	if (/* @__PURE__ */ isRef(source)) return source;
	else if (isFunction(source)) return new GetterRefImpl(source);
	else if (isObject$1(source) && arguments.length > 1) return propertyToRef(source, key, defaultValue);
	else return /* @__PURE__ */ ref(source);
}
function propertyToRef(source, key, defaultValue) {
	return new ObjectRefImpl(source, key, defaultValue);
}
var ComputedRefImpl = class {
	constructor(fn, setter, isSSR) {
		this.fn = fn;
		this.setter = setter;
		/**
		* @internal
		*/
		this._value = void 0;
		/**
		* @internal
		*/
		this.dep = new Dep(this);
		/**
		* @internal
		*/
		this.__v_isRef = true;
		/**
		* @internal
		*/
		this.deps = void 0;
		/**
		* @internal
		*/
		this.depsTail = void 0;
		/**
		* @internal
		*/
		this.flags = 16;
		/**
		* @internal
		*/
		this.globalVersion = globalVersion - 1;
		/**
		* @internal
		*/
		this.next = void 0;
		this.effect = this;
		this["__v_isReadonly"] = !setter;
		this.isSSR = isSSR;
	}
	/**
	* @internal
	*/
	notify() {
		this.flags |= 16;
		if (!(this.flags & 8) && activeSub !== this) {
			batch(this, true);
			return true;
		}
	}
	get value() {
		const link = this.dep.track();
		refreshComputed(this);
		if (link) link.version = this.dep.version;
		return this._value;
	}
	set value(newValue) {
		if (this.setter) this.setter(newValue);
	}
};
// @__NO_SIDE_EFFECTS__
function computed$1(getterOrOptions, debugOptions, isSSR = false) {
	let getter;
	let setter;
	if (isFunction(getterOrOptions)) getter = getterOrOptions;
	else {
		getter = getterOrOptions.get;
		setter = getterOrOptions.set;
	}
	return new ComputedRefImpl(getter, setter, isSSR);
}
var INITIAL_WATCHER_VALUE = {};
var cleanupMap = /* @__PURE__ */ new WeakMap();
var activeWatcher = void 0;
function onWatcherCleanup(cleanupFn, failSilently = false, owner = activeWatcher) {
	if (owner) {
		let cleanups = cleanupMap.get(owner);
		if (!cleanups) cleanupMap.set(owner, cleanups = []);
		cleanups.push(cleanupFn);
	}
}
function watch$1(source, cb, options = EMPTY_OBJ) {
	const { immediate, deep, once, scheduler, augmentJob, call } = options;
	const reactiveGetter = (source2) => {
		if (deep) return source2;
		if (/* @__PURE__ */ isShallow(source2) || deep === false || deep === 0) return traverse(source2, 1);
		return traverse(source2);
	};
	let effect;
	let getter;
	let cleanup;
	let boundCleanup;
	let forceTrigger = false;
	let isMultiSource = false;
	if (/* @__PURE__ */ isRef(source)) {
		getter = () => source.value;
		forceTrigger = /* @__PURE__ */ isShallow(source);
	} else if (/* @__PURE__ */ isReactive(source)) {
		getter = () => reactiveGetter(source);
		forceTrigger = true;
	} else if (isArray(source)) {
		isMultiSource = true;
		forceTrigger = source.some((s) => /* @__PURE__ */ isReactive(s) || /* @__PURE__ */ isShallow(s));
		getter = () => source.map((s) => {
			if (/* @__PURE__ */ isRef(s)) return s.value;
			else if (/* @__PURE__ */ isReactive(s)) return reactiveGetter(s);
			else if (isFunction(s)) return call ? call(s, 2) : s();
		});
	} else if (isFunction(source)) {
		if (cb) getter = call ? () => call(source, 2) : source;
		else getter = () => {
			if (cleanup) {
				pauseTracking();
				try {
					cleanup();
				} finally {
					resetTracking();
				}
			}
			const currentEffect = activeWatcher;
			activeWatcher = effect;
			try {
				return call ? call(source, 3, [boundCleanup]) : source(boundCleanup);
			} finally {
				activeWatcher = currentEffect;
			}
		};
	} else getter = NOOP;
	if (cb && deep) {
		const baseGetter = getter;
		const depth = deep === true ? Infinity : deep;
		getter = () => traverse(baseGetter(), depth);
	}
	const scope = getCurrentScope();
	const watchHandle = () => {
		effect.stop();
		if (scope && scope.active) remove(scope.effects, effect);
	};
	if (once && cb) {
		const _cb = cb;
		cb = (...args) => {
			try {
				return _cb(...args);
			} finally {
				watchHandle();
			}
		};
	}
	let oldValue = isMultiSource ? new Array(source.length).fill(INITIAL_WATCHER_VALUE) : INITIAL_WATCHER_VALUE;
	const job = (immediateFirstRun) => {
		if (!(effect.flags & 1) || !effect.dirty && !immediateFirstRun) return;
		if (cb) {
			const newValue = effect.run();
			if (immediateFirstRun || deep || forceTrigger || (isMultiSource ? newValue.some((v, i) => hasChanged(v, oldValue[i])) : hasChanged(newValue, oldValue))) {
				const currentWatcher = activeWatcher;
				pauseTracking();
				try {
					if (cleanup) cleanup();
					activeWatcher = effect;
					const args = [
						newValue,
						oldValue === INITIAL_WATCHER_VALUE ? void 0 : isMultiSource && oldValue[0] === INITIAL_WATCHER_VALUE ? [] : oldValue,
						boundCleanup
					];
					oldValue = newValue;
					call ? call(cb, 3, args) : cb(...args);
				} finally {
					activeWatcher = currentWatcher;
					resetTracking();
				}
			}
		} else effect.run();
	};
	if (augmentJob) augmentJob(job);
	effect = new ReactiveEffect(getter);
	effect.scheduler = scheduler ? () => scheduler(job, false) : job;
	boundCleanup = (fn) => onWatcherCleanup(fn, false, effect);
	cleanup = effect.onStop = () => {
		const cleanups = cleanupMap.get(effect);
		if (cleanups) {
			if (call) call(cleanups, 4);
			else for (const cleanup2 of cleanups) cleanup2();
			cleanupMap.delete(effect);
		}
	};
	if (cb) {
		if (immediate) job(true);
		else oldValue = effect.run();
	} else if (scheduler) scheduler(job.bind(null, true), true);
	else effect.run();
	watchHandle.pause = effect.pause.bind(effect);
	watchHandle.resume = effect.resume.bind(effect);
	watchHandle.stop = watchHandle;
	return watchHandle;
}
function traverse(value, depth = Infinity, seen) {
	if (depth <= 0 || !isObject$1(value) || value["__v_skip"]) return value;
	seen = seen || /* @__PURE__ */ new Map();
	if ((seen.get(value) || 0) >= depth) return value;
	seen.set(value, depth);
	depth--;
	if (/* @__PURE__ */ isRef(value)) traverse(value.value, depth, seen);
	else if (isArray(value)) for (let i = 0; i < value.length; i++) traverse(value[i], depth, seen);
	else if (isSet(value) || isMap(value)) value.forEach((v) => {
		traverse(v, depth, seen);
	});
	else if (isPlainObject$1(value)) {
		for (const key in value) traverse(value[key], depth, seen);
		for (const key of Object.getOwnPropertySymbols(value)) if (Object.prototype.propertyIsEnumerable.call(value, key)) traverse(value[key], depth, seen);
	}
	return value;
}
// ../../work/main/node_modules/@vue/runtime-core/dist/runtime-core.esm-bundler.js
/**
* @vue/runtime-core v3.5.45
* (c) 2018-present Yuxi (Evan) You and Vue contributors
* @license MIT
**/
function callWithErrorHandling(fn, instance, type, args) {
	try {
		return args ? fn(...args) : fn();
	} catch (err) {
		handleError(err, instance, type);
	}
}
function callWithAsyncErrorHandling(fn, instance, type, args) {
	if (isFunction(fn)) {
		const res = callWithErrorHandling(fn, instance, type, args);
		if (res && isPromise(res)) res.catch((err) => {
			handleError(err, instance, type, void 0, true);
		});
		return res;
	}
	if (isArray(fn)) {
		const values = [];
		for (let i = 0; i < fn.length; i++) values.push(callWithAsyncErrorHandling(fn[i], instance, type, args));
		return values;
	}
}
function handleError(err, instance, type, throwInDev = true, isAsyncError = false) {
	const contextVNode = instance ? instance.vnode : null;
	const { errorHandler, throwUnhandledErrorInProduction } = instance && instance.appContext.config || EMPTY_OBJ;
	if (instance) {
		let cur = instance.parent;
		const exposedInstance = instance.proxy;
		const errorInfo = `https://vuejs.org/error-reference/#runtime-${type}`;
		while (cur) {
			const errorCapturedHooks = cur.ec;
			if (errorCapturedHooks && !cur.isUnmounted && (!isAsyncError || cur.scope.active)) {
				for (let i = 0; i < errorCapturedHooks.length; i++) if (errorCapturedHooks[i](err, exposedInstance, errorInfo) === false) return;
			}
			cur = cur.parent;
		}
		if (errorHandler) {
			pauseTracking();
			callWithErrorHandling(errorHandler, null, 10, [
				err,
				exposedInstance,
				errorInfo
			]);
			resetTracking();
			return;
		}
	}
	logError(err, type, contextVNode, throwInDev, throwUnhandledErrorInProduction);
}
function logError(err, type, contextVNode, throwInDev = true, throwInProd = false) {
	if (throwInProd) throw err;
	else console.error(err);
}
var queue$1 = [];
var flushIndex = -1;
var pendingPostFlushCbs = [];
var activePostFlushCbs = null;
var postFlushIndex = 0;
var resolvedPromise = /* @__PURE__ */ Promise.resolve();
var currentFlushPromise = null;
function nextTick(fn) {
	const p = currentFlushPromise || resolvedPromise;
	return fn ? p.then(this ? fn.bind(this) : fn) : p;
}
function findInsertionIndex(id) {
	let start = flushIndex + 1;
	let end = queue$1.length;
	while (start < end) {
		const middle = start + end >>> 1;
		const middleJob = queue$1[middle];
		const middleJobId = getId(middleJob);
		if (middleJobId < id || middleJobId === id && middleJob.flags & 2) start = middle + 1;
		else end = middle;
	}
	return start;
}
function queueJob(job) {
	if (!(job.flags & 1)) {
		const jobId = getId(job);
		const lastJob = queue$1[queue$1.length - 1];
		if (!lastJob || !(job.flags & 2) && jobId >= getId(lastJob)) queue$1.push(job);
		else queue$1.splice(findInsertionIndex(jobId), 0, job);
		job.flags |= 1;
		queueFlush();
	}
}
function queueFlush() {
	if (!currentFlushPromise) currentFlushPromise = resolvedPromise.then(flushJobs);
}
function queuePostFlushCb(cb) {
	if (!isArray(cb)) {
		if (activePostFlushCbs && cb.id === -1) activePostFlushCbs.splice(postFlushIndex + 1, 0, cb);
		else if (!(cb.flags & 1)) {
			pendingPostFlushCbs.push(cb);
			cb.flags |= 1;
		}
	} else for (let i = 0; i < cb.length; i++) pendingPostFlushCbs.push(cb[i]);
	queueFlush();
}
function flushPreFlushCbs(instance, minUid, seen, i = flushIndex + 1) {
	for (; i < queue$1.length; i++) {
		const cb = queue$1[i];
		if (cb && cb.flags & 2) {
			if (instance && cb.id !== instance.uid || minUid !== void 0 && !(cb.id >= minUid)) continue;
			queue$1.splice(i, 1);
			i = instance ? i - 1 : flushIndex;
			if (cb.flags & 4) cb.flags &= -2;
			cb();
			if (!(cb.flags & 4)) cb.flags &= -2;
		}
	}
}
function flushPostFlushCbs(seen, skip, minUid = 0) {
	if (pendingPostFlushCbs.length) {
		let cbs = pendingPostFlushCbs;
		let kept = 0;
		if (skip) {
			cbs = [];
			for (let i = 0; i < pendingPostFlushCbs.length; i++) {
				const cb = pendingPostFlushCbs[i];
				if (cb.i !== void 0 ? !cb.i || cb.i.uid < minUid : skip.has(cb)) pendingPostFlushCbs[kept++] = cb;
				else cbs.push(cb);
			}
		}
		const deduped = [...new Set(cbs)].sort((a, b) => getId(a) - getId(b));
		pendingPostFlushCbs.length = kept;
		if (activePostFlushCbs) {
			for (let i = 0; i < deduped.length; i++) activePostFlushCbs.push(deduped[i]);
			return;
		}
		activePostFlushCbs = deduped;
		for (postFlushIndex = 0; postFlushIndex < activePostFlushCbs.length; postFlushIndex++) {
			const cb = activePostFlushCbs[postFlushIndex];
			if (cb.flags & 4) cb.flags &= -2;
			if (!(cb.flags & 8)) cb();
			cb.flags &= -2;
		}
		activePostFlushCbs = null;
		postFlushIndex = 0;
	}
}
var isFlushing = false;
function flushOnAppMount(fn, minUid) {
	if (isFlushing) {
		fn();
		return;
	}
	const queued = minUid === void 0 ? void 0 : new Set(pendingPostFlushCbs);
	fn();
	isFlushing = true;
	try {
		flushPreFlushCbs(void 0, minUid);
		flushPostFlushCbs(void 0, queued, minUid);
	} finally {
		isFlushing = false;
	}
}
var getId = (job) => job.id == null ? job.flags & 2 ? -1 : Infinity : job.id;
function flushJobs(seen) {
	try {
		for (flushIndex = 0; flushIndex < queue$1.length; flushIndex++) {
			const job = queue$1[flushIndex];
			if (job && !(job.flags & 8)) {
				if (job.flags & 4) job.flags &= -2;
				callWithErrorHandling(job, job.i, job.i ? 15 : 14);
				if (!(job.flags & 4)) job.flags &= -2;
			}
		}
	} finally {
		for (; flushIndex < queue$1.length; flushIndex++) {
			const job = queue$1[flushIndex];
			if (job) job.flags &= -2;
		}
		flushIndex = -1;
		queue$1.length = 0;
		flushPostFlushCbs(seen);
		currentFlushPromise = null;
		if (queue$1.length || pendingPostFlushCbs.length) flushJobs(seen);
	}
}
var currentRenderingInstance = null;
var currentScopeId = null;
function setCurrentRenderingInstance(instance) {
	const prev = currentRenderingInstance;
	currentRenderingInstance = instance;
	currentScopeId = instance && instance.type.__scopeId || null;
	return prev;
}
function withCtx(fn, ctx = currentRenderingInstance, isNonScopedSlot) {
	if (!ctx) return fn;
	if (fn._n) return fn;
	const renderFnWithContext = (...args) => {
		if (renderFnWithContext._d) setBlockTracking(-1);
		const prevInstance = setCurrentRenderingInstance(ctx);
		const prevStackSize = blockStack.length;
		let res;
		try {
			res = fn(...args);
		} finally {
			for (let i = blockStack.length; i > prevStackSize; i--) closeBlock();
			setCurrentRenderingInstance(prevInstance);
			if (renderFnWithContext._d) setBlockTracking(1);
		}
		return res;
	};
	renderFnWithContext._n = true;
	renderFnWithContext._c = true;
	renderFnWithContext._d = true;
	return renderFnWithContext;
}
function withDirectives(vnode, directives) {
	if (currentRenderingInstance === null) return vnode;
	const instance = getComponentPublicInstance(currentRenderingInstance);
	const bindings = vnode.dirs || (vnode.dirs = []);
	for (let i = 0; i < directives.length; i++) {
		let [dir, value, arg, modifiers = EMPTY_OBJ] = directives[i];
		if (dir) {
			if (isFunction(dir)) dir = {
				mounted: dir,
				updated: dir
			};
			if (dir.deep) traverse(value);
			bindings.push({
				dir,
				instance,
				value,
				oldValue: void 0,
				arg,
				modifiers
			});
		}
	}
	return vnode;
}
function invokeDirectiveHook(vnode, prevVNode, instance, name) {
	let hookVNode = vnode;
	if (name === "beforeMount") vnode._mount = vnode;
	else if (name === "beforeUpdate") {
		const mount = prevVNode && prevVNode._mount;
		if (mount) {
			mount._latest = vnode;
			vnode._mount = mount;
		}
	} else if (name === "mounted") {
		const latest = vnode._latest;
		vnode._mount = vnode._latest = void 0;
		if (latest) {
			hookVNode = latest;
			latest._mount = void 0;
		}
	}
	const bindings = hookVNode.dirs;
	const oldBindings = prevVNode && prevVNode.dirs;
	for (let i = 0; i < bindings.length; i++) {
		let binding = bindings[i];
		if (oldBindings) binding.oldValue = oldBindings[i].value;
		else if (name === "mounted" && binding.oldValue !== void 0) binding = extend({}, binding, { oldValue: void 0 });
		let hook = binding.dir[name];
		if (hook) {
			pauseTracking();
			callWithAsyncErrorHandling(hook, instance, 8, [
				vnode.el,
				binding,
				hookVNode,
				prevVNode
			]);
			resetTracking();
		}
	}
}
function provide(key, value) {
	if (currentInstance) {
		let provides = currentInstance.provides;
		const parentProvides = currentInstance.parent && currentInstance.parent.provides;
		if (parentProvides === provides) provides = currentInstance.provides = Object.create(parentProvides);
		provides[key] = value;
	}
}
function inject$1(key, defaultValue, treatDefaultAsFactory = false) {
	const instance = getCurrentInstance();
	if (instance || currentApp) {
		let provides = currentApp ? currentApp._context.provides : instance ? instance.parent == null || instance.ce ? instance.vnode.appContext && instance.vnode.appContext.provides : instance.parent.provides : void 0;
		if (provides && key in provides) return provides[key];
		else if (arguments.length > 1) return treatDefaultAsFactory && isFunction(defaultValue) ? defaultValue.call(instance && instance.proxy) : defaultValue;
	}
}
function hasInjectionContext() {
	return !!(getCurrentInstance() || currentApp);
}
var ssrContextKey = /* @__PURE__ */ Symbol.for("v-scx");
var useSSRContext = () => {
	{
		const ctx = inject$1(ssrContextKey);
		if (!ctx) {}
		return ctx;
	}
};
function watchEffect(effect, options) {
	return doWatch(effect, null, options);
}
function watchPostEffect(effect, options) {
	return doWatch(effect, null, { flush: "post" });
}
function watch(source, cb, options) {
	return doWatch(source, cb, options);
}
function doWatch(source, cb, options = EMPTY_OBJ) {
	const { immediate, deep, flush, once } = options;
	const baseWatchOptions = extend({}, options);
	const runsImmediately = cb && immediate || !cb && flush !== "post";
	let ssrCleanup;
	if (isInSSRComponentSetup) {
		if (flush === "sync") {
			const ctx = useSSRContext();
			ssrCleanup = ctx.__watcherHandles || (ctx.__watcherHandles = []);
		} else if (!runsImmediately) {
			const watchStopHandle = () => {};
			watchStopHandle.stop = NOOP;
			watchStopHandle.resume = NOOP;
			watchStopHandle.pause = NOOP;
			return watchStopHandle;
		}
	}
	const instance = currentInstance;
	baseWatchOptions.call = (fn, type, args) => callWithAsyncErrorHandling(fn, instance, type, args);
	let isPre = false;
	if (flush === "post") baseWatchOptions.scheduler = (job) => {
		job.i = instance;
		queuePostRenderEffect(job, instance && instance.suspense);
	};
	else if (flush !== "sync") {
		isPre = true;
		baseWatchOptions.scheduler = (job, isFirstRun) => {
			if (isFirstRun) job();
			else queueJob(job);
		};
	}
	baseWatchOptions.augmentJob = (job) => {
		if (cb) job.flags |= 4;
		if (isPre) {
			job.flags |= 2;
			if (instance) {
				job.id = instance.uid;
				job.i = instance;
			}
		}
	};
	const watchHandle = watch$1(source, cb, baseWatchOptions);
	if (isInSSRComponentSetup) {
		if (ssrCleanup) ssrCleanup.push(watchHandle);
		else if (runsImmediately) watchHandle();
	}
	return watchHandle;
}
function instanceWatch(source, value, options) {
	const publicThis = this.proxy;
	const getter = isString(source) ? source.includes(".") ? createPathGetter(publicThis, source) : () => publicThis[source] : source.bind(publicThis, publicThis);
	let cb;
	if (isFunction(value)) cb = value;
	else {
		cb = value.handler;
		options = value;
	}
	const reset = setCurrentInstance(this);
	const res = doWatch(getter, cb.bind(publicThis), options);
	reset();
	return res;
}
function createPathGetter(ctx, path) {
	const segments = path.split(".");
	return () => {
		let cur = ctx;
		for (let i = 0; i < segments.length && cur; i++) cur = cur[segments[i]];
		return cur;
	};
}
var pendingMounts = /* @__PURE__ */ new WeakMap();
var TeleportEndKey = /* @__PURE__ */ Symbol("_vte");
var isTeleport = (type) => type.__isTeleport;
var isTeleportDisabled = (props) => props && (props.disabled || props.disabled === "");
var isTeleportDeferred = (props) => props && (props.defer || props.defer === "");
var isTargetSVG = (target) => typeof SVGElement !== "undefined" && target instanceof SVGElement;
var isTargetMathML = (target) => typeof MathMLElement === "function" && target instanceof MathMLElement;
var resolveTarget = (props, select) => {
	const targetSelector = props && props.to;
	if (isString(targetSelector)) {
		if (!select) return null;
		else return select(targetSelector);
	} else return targetSelector;
};
var TeleportImpl = {
	name: "Teleport",
	__isTeleport: true,
	process(n1, n2, container, anchor, parentComponent, parentSuspense, namespace, slotScopeIds, optimized, internals) {
		const { mc: mountChildren, pc: patchChildren, pbc: patchBlockChildren, o: { insert, querySelector, createText, createComment, parentNode } } = internals;
		const disabled = isTeleportDisabled(n2.props);
		let { dynamicChildren } = n2;
		const mount = (vnode, container2, anchor2) => {
			if (vnode.shapeFlag & 16) mountChildren(vnode.children, container2, anchor2, parentComponent, parentSuspense, namespace, slotScopeIds, optimized);
		};
		const mountToTarget = (vnode = n2) => {
			const disabled2 = isTeleportDisabled(vnode.props);
			const target = vnode.target = resolveTarget(vnode.props, querySelector);
			const targetAnchor = prepareAnchor(target, vnode, createText, insert);
			if (target) {
				if (namespace !== "svg" && isTargetSVG(target)) namespace = "svg";
				else if (namespace !== "mathml" && isTargetMathML(target)) namespace = "mathml";
				if (parentComponent && parentComponent.isCE) (parentComponent.ce._teleportTargets || (parentComponent.ce._teleportTargets = /* @__PURE__ */ new Set())).add(target);
				if (!disabled2) {
					mount(vnode, target, targetAnchor);
					updateCssVars(vnode, false);
				}
			}
		};
		const queuePendingMount = (vnode) => {
			const mountJob = () => {
				if (pendingMounts.get(vnode) !== mountJob) return;
				pendingMounts.delete(vnode);
				if (isTeleportDisabled(vnode.props)) {
					const mountContainer = parentNode(vnode.el) || container;
					mount(vnode, mountContainer, vnode.anchor);
					updateCssVars(vnode, true);
				}
				mountToTarget(vnode);
			};
			pendingMounts.set(vnode, mountJob);
			queuePostRenderEffect(mountJob, parentSuspense);
		};
		if (n1 == null) {
			const placeholder = n2.el = createText("");
			const mainAnchor = n2.anchor = createText("");
			insert(placeholder, container, anchor);
			insert(mainAnchor, container, anchor);
			if (isTeleportDeferred(n2.props) || parentSuspense && parentSuspense.pendingBranch) {
				queuePendingMount(n2);
				return;
			}
			if (disabled) {
				mount(n2, container, mainAnchor);
				updateCssVars(n2, true);
			}
			mountToTarget();
		} else {
			n2.el = n1.el;
			const mainAnchor = n2.anchor = n1.anchor;
			const pendingMount = pendingMounts.get(n1);
			if (pendingMount) {
				pendingMount.flags |= 8;
				pendingMounts.delete(n1);
				queuePendingMount(n2);
				return;
			}
			n2.targetStart = n1.targetStart;
			const target = n2.target = n1.target;
			const targetAnchor = n2.targetAnchor = n1.targetAnchor;
			const wasDisabled = isTeleportDisabled(n1.props);
			const currentContainer = wasDisabled ? container : target;
			const currentAnchor = wasDisabled ? mainAnchor : targetAnchor;
			if (namespace === "svg" || isTargetSVG(target)) namespace = "svg";
			else if (namespace === "mathml" || isTargetMathML(target)) namespace = "mathml";
			if (dynamicChildren) {
				patchBlockChildren(n1.dynamicChildren, dynamicChildren, currentContainer, parentComponent, parentSuspense, namespace, slotScopeIds);
				traverseStaticChildren(n1, n2, true);
			} else if (!optimized) patchChildren(n1, n2, currentContainer, currentAnchor, parentComponent, parentSuspense, namespace, slotScopeIds, false);
			if (disabled) {
				if (!wasDisabled) moveTeleport(n2, container, mainAnchor, internals, 1);
				else if (n2.props && n1.props && n2.props.to !== n1.props.to) n2.props.to = n1.props.to;
			} else if ((n2.props && n2.props.to) !== (n1.props && n1.props.to)) {
				const nextTarget = resolveTarget(n2.props, querySelector);
				if (nextTarget) {
					n2.target = nextTarget;
					moveTeleport(n2, nextTarget, null, internals, 0);
				}
			} else if (wasDisabled) moveTeleport(n2, target, targetAnchor, internals, 1);
			updateCssVars(n2, disabled);
		}
	},
	remove(vnode, parentComponent, parentSuspense, { um: unmount, o: { remove: hostRemove } }, doRemove) {
		const { shapeFlag, children, anchor, targetStart, targetAnchor, target, props } = vnode;
		const disabled = isTeleportDisabled(props);
		const shouldRemove = doRemove || !disabled;
		const pendingMount = pendingMounts.get(vnode);
		if (pendingMount) {
			pendingMount.flags |= 8;
			pendingMounts.delete(vnode);
		}
		if (target) {
			hostRemove(targetStart);
			hostRemove(targetAnchor);
		}
		doRemove && hostRemove(anchor);
		if (!pendingMount && (disabled || target) && shapeFlag & 16) for (let i = 0; i < children.length; i++) {
			const child = children[i];
			unmount(child, parentComponent, parentSuspense, shouldRemove, !!child.dynamicChildren);
		}
	},
	move: moveTeleport,
	hydrate: hydrateTeleport
};
function moveTeleport(vnode, container, parentAnchor, { o: { insert }, m: move }, moveType = 2) {
	if (moveType === 0) {
		if (vnode.targetStart) insert(vnode.targetStart, container, parentAnchor);
		insert(vnode.targetAnchor, container, parentAnchor);
		parentAnchor = vnode.targetAnchor;
	}
	const { el, anchor, shapeFlag, children, props } = vnode;
	const isReorder = moveType === 2;
	if (isReorder) insert(el, container, parentAnchor);
	if (!pendingMounts.has(vnode) && (!isReorder || isTeleportDisabled(props))) {
		if (shapeFlag & 16) for (let i = 0; i < children.length; i++) move(children[i], container, parentAnchor, 2);
	}
	if (isReorder) insert(anchor, container, parentAnchor);
}
function hydrateTeleport(node, vnode, parentComponent, parentSuspense, slotScopeIds, optimized, { o: { nextSibling, parentNode, querySelector, insert, createText } }, hydrateChildren) {
	function hydrateAnchor(target2, targetNode) {
		let targetAnchor = targetNode;
		while (targetAnchor) {
			if (targetAnchor && targetAnchor.nodeType === 8) {
				if (targetAnchor.data === "teleport start anchor") vnode.targetStart = targetAnchor;
				else if (targetAnchor.data === "teleport anchor") {
					vnode.targetAnchor = targetAnchor;
					target2._lpa = vnode.targetAnchor && nextSibling(vnode.targetAnchor);
					break;
				}
			}
			targetAnchor = nextSibling(targetAnchor);
		}
	}
	function hydrateDisabledTeleport(node2, vnode2) {
		vnode2.anchor = hydrateChildren(nextSibling(node2), vnode2, parentNode(node2), parentComponent, parentSuspense, slotScopeIds, optimized);
	}
	const target = vnode.target = resolveTarget(vnode.props, querySelector);
	const disabled = isTeleportDisabled(vnode.props);
	if (target) {
		const targetNode = target._lpa || target.firstChild;
		if (vnode.shapeFlag & 16) {
			if (disabled) {
				hydrateDisabledTeleport(node, vnode);
				hydrateAnchor(target, targetNode);
				if (!vnode.targetAnchor) prepareAnchor(target, vnode, createText, insert, parentNode(node) === target ? node : null);
			} else {
				vnode.anchor = nextSibling(node);
				hydrateAnchor(target, targetNode);
				if (!vnode.targetAnchor) prepareAnchor(target, vnode, createText, insert);
				hydrateChildren(targetNode && nextSibling(targetNode), vnode, target, parentComponent, parentSuspense, slotScopeIds, optimized);
			}
		}
		updateCssVars(vnode, disabled);
	} else if (disabled) {
		if (vnode.shapeFlag & 16) {
			hydrateDisabledTeleport(node, vnode);
			vnode.targetStart = node;
			vnode.targetAnchor = nextSibling(node);
		}
	}
	return vnode.anchor && nextSibling(vnode.anchor);
}
var Teleport = TeleportImpl;
function updateCssVars(vnode, isDisabled) {
	const ctx = vnode.ctx;
	if (ctx && ctx.ut) {
		let node, anchor;
		if (isDisabled) {
			node = vnode.el;
			anchor = vnode.anchor;
		} else {
			node = vnode.targetStart;
			anchor = vnode.targetAnchor;
		}
		while (node && node !== anchor) {
			if (node.nodeType === 1) node.setAttribute("data-v-owner", ctx.uid);
			node = node.nextSibling;
		}
		ctx.ut();
	}
}
function prepareAnchor(target, vnode, createText, insert, anchor = null) {
	const targetStart = vnode.targetStart = createText("");
	const targetAnchor = vnode.targetAnchor = createText("");
	targetStart[TeleportEndKey] = targetAnchor;
	if (target) {
		insert(targetStart, target, anchor);
		insert(targetAnchor, target, anchor);
	}
	return targetAnchor;
}
var leaveCbKey = /* @__PURE__ */ Symbol("_leaveCb");
function findNonCommentChild(children) {
	let child = children[0];
	if (children.length > 1) {
		for (const c of children) if (c.type !== Comment) {
			child = c;
			break;
		}
	}
	return child;
}
function getInnerChild$1(vnode) {
	if (!isKeepAlive(vnode)) {
		if (isTeleport(vnode.type) && vnode.children) return findNonCommentChild(vnode.children);
		return vnode;
	}
	if (vnode.component) return vnode.component.subTree;
	const { shapeFlag, children } = vnode;
	if (children) {
		if (shapeFlag & 16) return children[0];
		if (shapeFlag & 32 && isFunction(children.default)) return children.default();
	}
}
function setTransitionHooks(vnode, hooks) {
	if (vnode.shapeFlag & 6 && vnode.component) {
		vnode.transition = hooks;
		const subTree = vnode.component.subTree;
		setTransitionHooks(isTeleport(subTree.type) ? getInnerChild$1(subTree) || subTree : subTree, hooks);
	} else if (vnode.shapeFlag & 128) {
		const suspense = vnode.suspense;
		if (suspense) {
			const branch = suspense.isHydrating ? suspense.pendingBranch : suspense.activeBranch;
			if (branch) setTransitionHooks(branch, hooks.clone(branch));
		} else {
			vnode.ssContent.transition = hooks.clone(vnode.ssContent);
			vnode.ssFallback.transition = hooks.clone(vnode.ssFallback);
		}
	} else {
		vnode.transition = hooks;
		if (vnode.type === Fragment && isArray(vnode.children)) {
			const child = filterSingleRoot(vnode.children, false);
			if (child) setTransitionHooks(child, hooks);
		}
	}
}
function getTransitionRoot(vnode) {
	if (vnode.component) return getTransitionRoot(vnode.component.subTree);
	if (vnode.type === Fragment) {
		const child = isArray(vnode.children) && filterSingleRoot(vnode.children, false);
		return child ? getTransitionRoot(child) : void 0;
	}
	if (vnode.type !== Comment) return vnode;
}
// @__NO_SIDE_EFFECTS__
function defineComponent(options, extraOptions) {
	return isFunction(options) ? /* @__PURE__ */ (() => extend({ name: options.name }, extraOptions, { setup: options }))() : options;
}
function useId$1() {
	const i = getCurrentInstance();
	if (i) return (i.appContext.config.idPrefix || "v") + "-" + i.ids[0] + i.ids[1]++;
	return "";
}
function markAsyncBoundary(instance) {
	instance.ids = [
		instance.ids[0] + instance.ids[2]++ + "-",
		0,
		0
	];
}
function useTemplateRef(key) {
	const i = getCurrentInstance();
	const r = /* @__PURE__ */ shallowRef(null);
	if (i) {
		const refs = i.refs === EMPTY_OBJ ? i.refs = {} : i.refs;
		Object.defineProperty(refs, key, {
			enumerable: true,
			get: () => r.value,
			set: (val) => r.value = val
		});
	}
	return r;
}
function isTemplateRefKey(refs, key) {
	let desc;
	return !!((desc = Object.getOwnPropertyDescriptor(refs, key)) && !desc.configurable);
}
var pendingSetRefMap = /* @__PURE__ */ new WeakMap();
function setRef(rawRef, oldRawRef, parentSuspense, vnode, isUnmount = false) {
	if (isArray(rawRef)) {
		rawRef.forEach((r, i) => setRef(r, oldRawRef && (isArray(oldRawRef) ? oldRawRef[i] : oldRawRef), parentSuspense, vnode, isUnmount));
		return;
	}
	if (isAsyncWrapper(vnode) && !isUnmount) {
		if (vnode.shapeFlag & 512 && vnode.type.__asyncResolved && vnode.component.subTree.component) setRef(rawRef, oldRawRef, parentSuspense, vnode.component.subTree);
		return;
	}
	const refValue = vnode.shapeFlag & 4 ? getComponentPublicInstance(vnode.component) : vnode.el;
	const value = isUnmount ? null : refValue;
	const { i: owner, r: ref } = rawRef;
	const oldRef = oldRawRef && oldRawRef.r;
	const refs = owner.refs === EMPTY_OBJ ? owner.refs = {} : owner.refs;
	const setupState = owner.setupState;
	const rawSetupState = /* @__PURE__ */ toRaw(setupState);
	const canSetSetupRef = setupState === EMPTY_OBJ ? NO : (key) => {
		if (isTemplateRefKey(refs, key)) return false;
		return hasOwn(rawSetupState, key);
	};
	const canSetRef = (ref2, key) => {
		if (key && isTemplateRefKey(refs, key)) return false;
		return true;
	};
	if (oldRef != null && oldRef !== ref) {
		invalidatePendingSetRef(oldRawRef);
		if (isString(oldRef)) {
			refs[oldRef] = null;
			if (canSetSetupRef(oldRef)) setupState[oldRef] = null;
		} else if (/* @__PURE__ */ isRef(oldRef)) {
			const oldRawRefAtom = oldRawRef;
			if (canSetRef(oldRef, oldRawRefAtom.k)) oldRef.value = null;
			if (oldRawRefAtom.k) refs[oldRawRefAtom.k] = null;
		}
	}
	if (isFunction(ref)) callWithErrorHandling(ref, owner, 12, [value, refs]);
	else {
		const _isString = isString(ref);
		const _isRef = /* @__PURE__ */ isRef(ref);
		if (_isString || _isRef) {
			const doSet = () => {
				if (rawRef.f) {
					const existing = _isString ? canSetSetupRef(ref) ? setupState[ref] : refs[ref] : canSetRef(ref) || !rawRef.k ? ref.value : refs[rawRef.k];
					if (isUnmount) isArray(existing) && remove(existing, refValue);
					else if (!isArray(existing)) {
						if (_isString) {
							refs[ref] = [refValue];
							if (canSetSetupRef(ref)) setupState[ref] = refs[ref];
						} else {
							const newVal = [refValue];
							if (canSetRef(ref, rawRef.k)) ref.value = newVal;
							if (rawRef.k) refs[rawRef.k] = newVal;
						}
					} else if (!existing.includes(refValue)) existing.push(refValue);
				} else if (_isString) {
					refs[ref] = value;
					if (canSetSetupRef(ref)) setupState[ref] = value;
				} else if (_isRef) {
					if (canSetRef(ref, rawRef.k)) ref.value = value;
					if (rawRef.k) refs[rawRef.k] = value;
				}
			};
			if (value) {
				const job = () => {
					doSet();
					pendingSetRefMap.delete(rawRef);
				};
				job.id = -1;
				pendingSetRefMap.set(rawRef, job);
				queuePostRenderEffect(job, parentSuspense);
			} else {
				invalidatePendingSetRef(rawRef);
				doSet();
			}
		}
	}
}
function invalidatePendingSetRef(rawRef) {
	const pendingSetRef = pendingSetRefMap.get(rawRef);
	if (pendingSetRef) {
		pendingSetRef.flags |= 8;
		pendingSetRefMap.delete(rawRef);
	}
}
getGlobalThis().requestIdleCallback;
getGlobalThis().cancelIdleCallback;
var isAsyncWrapper = (i) => !!i.type.__asyncLoader;
var isKeepAlive = (vnode) => vnode.type.__isKeepAlive;
function onActivated(hook, target) {
	registerKeepAliveHook(hook, "a", target);
}
function onDeactivated(hook, target) {
	registerKeepAliveHook(hook, "da", target);
}
function registerKeepAliveHook(hook, type, target = currentInstance) {
	const wrappedHook = hook.__wdc || (hook.__wdc = () => {
		let current = target;
		while (current) {
			if (current.isDeactivated) return;
			current = current.parent;
		}
		return hook();
	});
	injectHook(type, wrappedHook, target);
	if (target) {
		let current = target.parent;
		while (current && current.parent) {
			if (isKeepAlive(current.parent.vnode)) injectToKeepAliveRoot(wrappedHook, type, target, current);
			current = current.parent;
		}
	}
}
function injectToKeepAliveRoot(hook, type, target, keepAliveRoot) {
	const injected = injectHook(type, hook, keepAliveRoot, true);
	const removal = injectHook("um", () => remove(keepAliveRoot[type], injected), target);
	removal.flags = 16;
}
function injectHook(type, hook, target = currentInstance, prepend = false) {
	if (target) {
		const hooks = target[type] || (target[type] = []);
		const wrappedHook = hook.__weh || (hook.__weh = (...args) => {
			pauseTracking();
			const reset = setCurrentInstance(target);
			const res = callWithAsyncErrorHandling(hook, target, type, args);
			reset();
			resetTracking();
			return res;
		});
		if (prepend) hooks.unshift(wrappedHook);
		else hooks.push(wrappedHook);
		return wrappedHook;
	}
}
var createHook = (lifecycle) => (hook, target = currentInstance) => {
	if (!isInSSRComponentSetup || lifecycle === "sp") injectHook(lifecycle, (...args) => hook(...args), target);
};
var onBeforeMount = createHook("bm");
var onMounted = createHook("m");
var onBeforeUpdate = createHook("bu");
var onUpdated = createHook("u");
var onBeforeUnmount = createHook("bum");
var onUnmounted = createHook("um");
var onServerPrefetch = createHook("sp");
var onRenderTriggered = createHook("rtg");
var onRenderTracked = createHook("rtc");
function onErrorCaptured(hook, target = currentInstance) {
	injectHook("ec", hook, target);
}
var COMPONENTS = "components";
var NULL_DYNAMIC_COMPONENT = /* @__PURE__ */ Symbol.for("v-ndc");
function resolveDynamicComponent(component) {
	if (isString(component)) return resolveAsset(COMPONENTS, component, false) || component;
	else return component || NULL_DYNAMIC_COMPONENT;
}
function resolveAsset(type, name, warnMissing = true, maybeSelfReference = false) {
	const instance = currentRenderingInstance || currentInstance;
	if (instance) {
		const Component = instance.type;
		if (type === COMPONENTS) {
			const selfName = getComponentName(Component, false);
			if (selfName && (selfName === name || selfName === camelize$1(name) || selfName === capitalize(camelize$1(name)))) return Component;
		}
		const res = resolve(instance[type] || Component[type], name) || resolve(instance.appContext[type], name);
		if (!res && maybeSelfReference) return Component;
		return res;
	}
}
function resolve(registry, name) {
	return registry && (registry[name] || registry[camelize$1(name)] || registry[capitalize(camelize$1(name))]);
}
function renderList(source, renderItem, cache, index) {
	let ret;
	const cached = cache && cache[index];
	const sourceIsArray = isArray(source);
	if (sourceIsArray || isString(source)) {
		const sourceIsReactiveArray = sourceIsArray && /* @__PURE__ */ isReactive(source);
		let needsWrap = false;
		let isReadonlySource = false;
		if (sourceIsReactiveArray) {
			needsWrap = !/* @__PURE__ */ isShallow(source);
			isReadonlySource = /* @__PURE__ */ isReadonly(source);
			source = shallowReadArray(source);
		}
		ret = new Array(source.length);
		for (let i = 0, l = source.length; i < l; i++) ret[i] = renderItem(needsWrap ? isReadonlySource ? toReadonly(toReactive$1(source[i])) : toReactive$1(source[i]) : source[i], i, void 0, cached && cached[i]);
	} else if (typeof source === "number") {
		if (!Number.isInteger(source) || source < 0) ret = [];
		else {
			ret = new Array(source);
			for (let i = 0; i < source; i++) ret[i] = renderItem(i + 1, i, void 0, cached && cached[i]);
		}
	} else if (isObject$1(source)) {
		if (source[Symbol.iterator]) ret = Array.from(source, (item, i) => renderItem(item, i, void 0, cached && cached[i]));
		else {
			const keys = Object.keys(source);
			ret = new Array(keys.length);
			for (let i = 0, l = keys.length; i < l; i++) {
				const key = keys[i];
				ret[i] = renderItem(source[key], key, i, cached && cached[i]);
			}
		}
	} else ret = [];
	if (cache) cache[index] = ret;
	return ret;
}
function renderSlot(slots, name, props, fallback, noSlotted, branchKey) {
	if (props == null) props = {};
	if (currentRenderingInstance.ce || currentRenderingInstance.parent && isAsyncWrapper(currentRenderingInstance.parent) && currentRenderingInstance.parent.ce) {
		const slotProps = branchKey != null && props.key == null ? extend({}, props, { key: branchKey }) : props;
		const hasProps = Object.keys(slotProps).length > 0;
		if (name !== "default") slotProps.name = name;
		return openBlock(), createBlock(Fragment, null, [createVNode("slot", slotProps, fallback && fallback())], hasProps ? -2 : 64);
	}
	let slot = slots[name];
	if (slot && slot._c) slot._d = false;
	const prevStackSize = blockStack.length;
	openBlock();
	let rendered;
	try {
		const validSlotContent = slot && ensureValidVNode(slot(props));
		const slotKey = props.key || branchKey || validSlotContent && validSlotContent.key;
		rendered = createBlock(Fragment, { key: (slotKey && !isSymbol(slotKey) ? slotKey : `_${name}`) + (!validSlotContent && fallback ? "_fb" : "") }, validSlotContent || (fallback ? fallback() : []), validSlotContent && slots._ === 1 ? 64 : -2);
	} catch (err) {
		for (let i = blockStack.length; i > prevStackSize; i--) closeBlock();
		throw err;
	} finally {
		if (slot && slot._c) slot._d = true;
	}
	if (!noSlotted && rendered.scopeId) rendered.slotScopeIds = [rendered.scopeId + "-s"];
	return rendered;
}
function ensureValidVNode(vnodes) {
	return vnodes.some((child) => {
		if (!isVNode(child)) return true;
		if (child.type === Comment) return false;
		if (child.type === Fragment && !ensureValidVNode(child.children)) return false;
		return true;
	}) ? vnodes : null;
}
function toHandlers(obj, preserveCaseIfNecessary) {
	const ret = {};
	for (const key in obj) ret[preserveCaseIfNecessary && /[A-Z]/.test(key) ? `on:${key}` : toHandlerKey(key)] = obj[key];
	return ret;
}
var getPublicInstance = (i) => {
	if (!i) return null;
	if (isStatefulComponent(i)) return getComponentPublicInstance(i);
	return getPublicInstance(i.parent);
};
var publicPropertiesMap = /* @__PURE__ */ extend(/* @__PURE__ */ Object.create(null), {
	$: (i) => i,
	$el: (i) => i.vnode.el,
	$data: (i) => i.data,
	$props: (i) => i.props,
	$attrs: (i) => i.attrs,
	$slots: (i) => i.slots,
	$refs: (i) => i.refs,
	$parent: (i) => getPublicInstance(i.parent),
	$root: (i) => getPublicInstance(i.root),
	$host: (i) => i.ce,
	$emit: (i) => i.emit,
	$options: (i) => resolveMergedOptions(i),
	$forceUpdate: (i) => i.f || (i.f = () => {
		queueJob(i.update);
	}),
	$nextTick: (i) => i.n || (i.n = nextTick.bind(i.proxy)),
	$watch: (i) => instanceWatch.bind(i)
});
var hasSetupBinding = (state, key) => state !== EMPTY_OBJ && !state.__isScriptSetup && hasOwn(state, key);
var PublicInstanceProxyHandlers = {
	get({ _: instance }, key) {
		if (key === "__v_skip") return true;
		const { ctx, setupState, data, props, accessCache, type, appContext } = instance;
		if (key[0] !== "$") {
			const n = accessCache[key];
			if (n !== void 0) switch (n) {
				case 1: return setupState[key];
				case 2: return data[key];
				case 4: return ctx[key];
				case 3: return props[key];
			}
			else if (hasSetupBinding(setupState, key)) {
				accessCache[key] = 1;
				return setupState[key];
			} else if (data !== EMPTY_OBJ && hasOwn(data, key)) {
				accessCache[key] = 2;
				return data[key];
			} else if (hasOwn(props, key)) {
				accessCache[key] = 3;
				return props[key];
			} else if (ctx !== EMPTY_OBJ && hasOwn(ctx, key)) {
				accessCache[key] = 4;
				return ctx[key];
			} else if (shouldCacheAccess) accessCache[key] = 0;
		}
		const publicGetter = publicPropertiesMap[key];
		let cssModule, globalProperties;
		if (publicGetter) {
			if (key === "$attrs") track(instance.attrs, "get", "");
			return publicGetter(instance);
		} else if ((cssModule = type.__cssModules) && (cssModule = cssModule[key])) return cssModule;
		else if (ctx !== EMPTY_OBJ && hasOwn(ctx, key)) {
			accessCache[key] = 4;
			return ctx[key];
		} else if (globalProperties = appContext.config.globalProperties, hasOwn(globalProperties, key)) return globalProperties[key];
	},
	set({ _: instance }, key, value) {
		const { data, setupState, ctx } = instance;
		if (hasSetupBinding(setupState, key)) {
			setupState[key] = value;
			return true;
		} else if (data !== EMPTY_OBJ && hasOwn(data, key)) {
			data[key] = value;
			return true;
		} else if (hasOwn(instance.props, key)) return false;
		if (key[0] === "$" && key.slice(1) in instance) return false;
		else ctx[key] = value;
		return true;
	},
	has({ _: { data, setupState, accessCache, ctx, appContext, props, type } }, key) {
		let cssModules;
		return !!(accessCache[key] || data !== EMPTY_OBJ && key[0] !== "$" && hasOwn(data, key) || hasSetupBinding(setupState, key) || hasOwn(props, key) || hasOwn(ctx, key) || hasOwn(publicPropertiesMap, key) || hasOwn(appContext.config.globalProperties, key) || (cssModules = type.__cssModules) && cssModules[key]);
	},
	defineProperty(target, key, descriptor) {
		if (descriptor.get != null) target._.accessCache[key] = 0;
		else if (hasOwn(descriptor, "value")) this.set(target, key, descriptor.value, null);
		return Reflect.defineProperty(target, key, descriptor);
	}
};
function normalizePropsOrEmits(props) {
	return isArray(props) ? props.reduce((normalized, p) => (normalized[p] = null, normalized), {}) : props;
}
function mergeDefaults(raw, defaults) {
	const props = normalizePropsOrEmits(raw);
	for (const key in defaults) {
		if (key.startsWith("__skip")) continue;
		let opt = props[key];
		if (opt) {
			if (isArray(opt) || isFunction(opt)) opt = props[key] = {
				type: opt,
				default: defaults[key]
			};
			else opt.default = defaults[key];
		} else if (opt === null) opt = props[key] = { default: defaults[key] };
		if (opt && defaults[`__skip_${key}`]) opt.skipFactory = true;
	}
	return props;
}
var shouldCacheAccess = true;
function applyOptions(instance) {
	const options = resolveMergedOptions(instance);
	const publicThis = instance.proxy;
	const ctx = instance.ctx;
	shouldCacheAccess = false;
	if (options.beforeCreate) callHook(options.beforeCreate, instance, "bc");
	const { data: dataOptions, computed: computedOptions, methods, watch: watchOptions, provide: provideOptions, inject: injectOptions, created, beforeMount, mounted, beforeUpdate, updated, activated, deactivated, beforeDestroy, beforeUnmount, destroyed, unmounted, render, renderTracked, renderTriggered, errorCaptured, serverPrefetch, expose, inheritAttrs, components, directives, filters } = options;
	const checkDuplicateProperties = null;
	if (injectOptions) resolveInjections(injectOptions, ctx, checkDuplicateProperties);
	if (methods) for (const key in methods) {
		const methodHandler = methods[key];
		if (isFunction(methodHandler)) ctx[key] = methodHandler.bind(publicThis);
	}
	if (dataOptions) {
		const data = dataOptions.call(publicThis, publicThis);
		if (!isObject$1(data)) {} else instance.data = /* @__PURE__ */ reactive(data);
	}
	shouldCacheAccess = true;
	if (computedOptions) for (const key in computedOptions) {
		const opt = computedOptions[key];
		const c = computed({
			get: isFunction(opt) ? opt.bind(publicThis, publicThis) : isFunction(opt.get) ? opt.get.bind(publicThis, publicThis) : NOOP,
			set: !isFunction(opt) && isFunction(opt.set) ? opt.set.bind(publicThis) : NOOP
		});
		Object.defineProperty(ctx, key, {
			enumerable: true,
			configurable: true,
			get: () => c.value,
			set: (v) => c.value = v
		});
	}
	if (watchOptions) for (const key in watchOptions) createWatcher(watchOptions[key], ctx, publicThis, key);
	if (provideOptions) {
		const provides = isFunction(provideOptions) ? provideOptions.call(publicThis) : provideOptions;
		Reflect.ownKeys(provides).forEach((key) => {
			provide(key, provides[key]);
		});
	}
	if (created) callHook(created, instance, "c");
	function registerLifecycleHook(register, hook) {
		if (isArray(hook)) hook.forEach((_hook) => register(_hook.bind(publicThis)));
		else if (hook) register(hook.bind(publicThis));
	}
	registerLifecycleHook(onBeforeMount, beforeMount);
	registerLifecycleHook(onMounted, mounted);
	registerLifecycleHook(onBeforeUpdate, beforeUpdate);
	registerLifecycleHook(onUpdated, updated);
	registerLifecycleHook(onActivated, activated);
	registerLifecycleHook(onDeactivated, deactivated);
	registerLifecycleHook(onErrorCaptured, errorCaptured);
	registerLifecycleHook(onRenderTracked, renderTracked);
	registerLifecycleHook(onRenderTriggered, renderTriggered);
	registerLifecycleHook(onBeforeUnmount, beforeUnmount);
	registerLifecycleHook(onUnmounted, unmounted);
	registerLifecycleHook(onServerPrefetch, serverPrefetch);
	if (isArray(expose)) {
		if (expose.length) {
			const exposed = instance.exposed || (instance.exposed = {});
			expose.forEach((key) => {
				Object.defineProperty(exposed, key, {
					get: () => publicThis[key],
					set: (val) => publicThis[key] = val,
					enumerable: true
				});
			});
		} else if (!instance.exposed) instance.exposed = {};
	}
	if (render && instance.render === NOOP) instance.render = render;
	if (inheritAttrs != null) instance.inheritAttrs = inheritAttrs;
	if (components) instance.components = components;
	if (directives) instance.directives = directives;
	if (serverPrefetch) markAsyncBoundary(instance);
}
function resolveInjections(injectOptions, ctx, checkDuplicateProperties = NOOP) {
	if (isArray(injectOptions)) injectOptions = normalizeInject(injectOptions);
	for (const key in injectOptions) {
		const opt = injectOptions[key];
		let injected;
		if (isObject$1(opt)) {
			if ("default" in opt) injected = inject$1(opt.from || key, opt.default, true);
			else injected = inject$1(opt.from || key);
		} else injected = inject$1(opt);
		if (/* @__PURE__ */ isRef(injected)) Object.defineProperty(ctx, key, {
			enumerable: true,
			configurable: true,
			get: () => injected.value,
			set: (v) => injected.value = v
		});
		else ctx[key] = injected;
	}
}
function callHook(hook, instance, type) {
	callWithAsyncErrorHandling(isArray(hook) ? hook.map((h) => h.bind(instance.proxy)) : hook.bind(instance.proxy), instance, type);
}
function createWatcher(raw, ctx, publicThis, key) {
	let getter = key.includes(".") ? createPathGetter(publicThis, key) : () => publicThis[key];
	if (isString(raw)) {
		const handler = ctx[raw];
		if (isFunction(handler)) watch(getter, handler);
	} else if (isFunction(raw)) watch(getter, raw.bind(publicThis));
	else if (isObject$1(raw)) {
		if (isArray(raw)) raw.forEach((r) => createWatcher(r, ctx, publicThis, key));
		else {
			const handler = isFunction(raw.handler) ? raw.handler.bind(publicThis) : ctx[raw.handler];
			if (isFunction(handler)) watch(getter, handler, raw);
		}
	}
}
function resolveMergedOptions(instance) {
	const base = instance.type;
	const { mixins, extends: extendsOptions } = base;
	const { mixins: globalMixins, optionsCache: cache, config: { optionMergeStrategies } } = instance.appContext;
	const cached = cache.get(base);
	let resolved;
	if (cached) resolved = cached;
	else if (!globalMixins.length && !mixins && !extendsOptions) resolved = base;
	else {
		resolved = {};
		if (globalMixins.length) globalMixins.forEach((m) => mergeOptions(resolved, m, optionMergeStrategies, true));
		mergeOptions(resolved, base, optionMergeStrategies);
	}
	if (isObject$1(base)) cache.set(base, resolved);
	return resolved;
}
function mergeOptions(to, from, strats, asMixin = false) {
	const { mixins, extends: extendsOptions } = from;
	if (extendsOptions) mergeOptions(to, extendsOptions, strats, true);
	if (mixins) mixins.forEach((m) => mergeOptions(to, m, strats, true));
	for (const key in from) if (asMixin && key === "expose") {} else {
		const strat = internalOptionMergeStrats[key] || strats && strats[key];
		to[key] = strat ? strat(to[key], from[key]) : from[key];
	}
	return to;
}
var internalOptionMergeStrats = {
	data: mergeDataFn,
	props: mergeEmitsOrPropsOptions,
	emits: mergeEmitsOrPropsOptions,
	methods: mergeObjectOptions,
	computed: mergeObjectOptions,
	beforeCreate: mergeAsArray,
	created: mergeAsArray,
	beforeMount: mergeAsArray,
	mounted: mergeAsArray,
	beforeUpdate: mergeAsArray,
	updated: mergeAsArray,
	beforeDestroy: mergeAsArray,
	beforeUnmount: mergeAsArray,
	destroyed: mergeAsArray,
	unmounted: mergeAsArray,
	activated: mergeAsArray,
	deactivated: mergeAsArray,
	errorCaptured: mergeAsArray,
	serverPrefetch: mergeAsArray,
	components: mergeObjectOptions,
	directives: mergeObjectOptions,
	watch: mergeWatchOptions,
	provide: mergeDataFn,
	inject: mergeInject
};
function mergeDataFn(to, from) {
	if (!from) return to;
	if (!to) return from;
	return function mergedDataFn() {
		return extend(isFunction(to) ? to.call(this, this) : to, isFunction(from) ? from.call(this, this) : from);
	};
}
function mergeInject(to, from) {
	return mergeObjectOptions(normalizeInject(to), normalizeInject(from));
}
function normalizeInject(raw) {
	if (isArray(raw)) {
		const res = {};
		for (let i = 0; i < raw.length; i++) res[raw[i]] = raw[i];
		return res;
	}
	return raw;
}
function mergeAsArray(to, from) {
	return to ? [...new Set([].concat(to, from))] : from;
}
function mergeObjectOptions(to, from) {
	return to ? extend(/* @__PURE__ */ Object.create(null), to, from) : from;
}
function mergeEmitsOrPropsOptions(to, from) {
	if (to) {
		if (isArray(to) && isArray(from)) return [.../* @__PURE__ */ new Set([...to, ...from])];
		return extend(/* @__PURE__ */ Object.create(null), normalizePropsOrEmits(to), normalizePropsOrEmits(from != null ? from : {}));
	} else return from;
}
function mergeWatchOptions(to, from) {
	if (!to) return from;
	if (!from) return to;
	const merged = extend(/* @__PURE__ */ Object.create(null), to);
	for (const key in from) merged[key] = mergeAsArray(to[key], from[key]);
	return merged;
}
function createAppContext() {
	return {
		app: null,
		config: {
			isNativeTag: NO,
			performance: false,
			globalProperties: {},
			optionMergeStrategies: {},
			errorHandler: void 0,
			warnHandler: void 0,
			compilerOptions: {}
		},
		mixins: [],
		components: {},
		directives: {},
		provides: /* @__PURE__ */ Object.create(null),
		optionsCache: /* @__PURE__ */ new WeakMap(),
		propsCache: /* @__PURE__ */ new WeakMap(),
		emitsCache: /* @__PURE__ */ new WeakMap()
	};
}
var uid$1 = 0;
function createAppAPI(render, hydrate) {
	return function createApp(rootComponent, rootProps = null) {
		if (!isFunction(rootComponent)) rootComponent = extend({}, rootComponent);
		if (rootProps != null && !isObject$1(rootProps)) rootProps = null;
		const context = createAppContext();
		const installedPlugins = /* @__PURE__ */ new WeakSet();
		const pluginCleanupFns = [];
		let isMounted = false;
		const app = context.app = {
			_uid: uid$1++,
			_component: rootComponent,
			_props: rootProps,
			_container: null,
			_context: context,
			_instance: null,
			version,
			get config() {
				return context.config;
			},
			set config(v) {},
			use(plugin, ...options) {
				if (installedPlugins.has(plugin)) {} else if (plugin && isFunction(plugin.install)) {
					installedPlugins.add(plugin);
					plugin.install(app, ...options);
				} else if (isFunction(plugin)) {
					installedPlugins.add(plugin);
					plugin(app, ...options);
				}
				return app;
			},
			mixin(mixin) {
				if (!context.mixins.includes(mixin)) context.mixins.push(mixin);
				return app;
			},
			component(name, component) {
				if (!component) return context.components[name];
				context.components[name] = component;
				return app;
			},
			directive(name, directive) {
				if (!directive) return context.directives[name];
				context.directives[name] = directive;
				return app;
			},
			mount(rootContainer, isHydrate, namespace) {
				if (!isMounted) {
					const vnode = app._ceVNode || createVNode(rootComponent, rootProps);
					vnode.appContext = context;
					if (namespace === true) namespace = "svg";
					else if (namespace === false) namespace = void 0;
					if (isHydrate && hydrate) hydrate(vnode, rootContainer);
					else render(vnode, rootContainer, namespace);
					isMounted = true;
					app._container = rootContainer;
					rootContainer.__vue_app__ = app;
					return getComponentPublicInstance(vnode.component);
				}
			},
			onUnmount(cleanupFn) {
				pluginCleanupFns.push(cleanupFn);
			},
			unmount() {
				if (isMounted) {
					callWithAsyncErrorHandling(pluginCleanupFns, app._instance, 16);
					render(null, app._container);
					delete app._container.__vue_app__;
				}
			},
			provide(key, value) {
				context.provides[key] = value;
				return app;
			},
			runWithContext(fn) {
				const lastApp = currentApp;
				currentApp = app;
				try {
					return fn();
				} finally {
					currentApp = lastApp;
				}
			}
		};
		return app;
	};
}
var currentApp = null;
var getModelModifiers = (props, modelName) => {
	return modelName === "modelValue" || modelName === "model-value" ? props.modelModifiers : props[`${modelName}Modifiers`] || props[`${camelize$1(modelName)}Modifiers`] || props[`${hyphenate$1(modelName)}Modifiers`];
};
function emit(instance, event, ...rawArgs) {
	if (instance.isUnmounted) return;
	const props = instance.vnode.props || EMPTY_OBJ;
	let args = rawArgs;
	const isModelListener = event.startsWith("update:");
	const modifiers = isModelListener && getModelModifiers(props, event.slice(7));
	if (modifiers) {
		if (modifiers.trim) args = rawArgs.map((a) => isString(a) ? a.trim() : a);
		if (modifiers.number) args = args.map(looseToNumber);
	}
	let handlerName;
	let handler = props[handlerName = toHandlerKey(event)] || props[handlerName = toHandlerKey(camelize$1(event))];
	if (!handler && isModelListener) handler = props[handlerName = toHandlerKey(hyphenate$1(event))];
	if (handler) callWithAsyncErrorHandling(handler, instance, 6, args);
	const onceHandler = props[handlerName + `Once`];
	if (onceHandler) {
		if (!instance.emitted) instance.emitted = {};
		else if (instance.emitted[handlerName]) return;
		instance.emitted[handlerName] = true;
		callWithAsyncErrorHandling(onceHandler, instance, 6, args);
	}
}
var mixinEmitsCache = /* @__PURE__ */ new WeakMap();
function normalizeEmitsOptions(comp, appContext, asMixin = false) {
	const cache = asMixin ? mixinEmitsCache : appContext.emitsCache;
	const cached = cache.get(comp);
	if (cached !== void 0) return cached;
	const raw = comp.emits;
	let normalized = {};
	let hasExtends = false;
	if (!isFunction(comp)) {
		const extendEmits = (raw2) => {
			const normalizedFromExtend = normalizeEmitsOptions(raw2, appContext, true);
			if (normalizedFromExtend) {
				hasExtends = true;
				extend(normalized, normalizedFromExtend);
			}
		};
		if (!asMixin && appContext.mixins.length) appContext.mixins.forEach(extendEmits);
		if (comp.extends) extendEmits(comp.extends);
		if (comp.mixins) comp.mixins.forEach(extendEmits);
	}
	if (!raw && !hasExtends) {
		if (isObject$1(comp)) cache.set(comp, null);
		return null;
	}
	if (isArray(raw)) raw.forEach((key) => normalized[key] = null);
	else extend(normalized, raw);
	if (isObject$1(comp)) cache.set(comp, normalized);
	return normalized;
}
function isEmitListener(options, key) {
	if (!options || !isOn(key)) return false;
	key = key.slice(2);
	key = key === "Once" ? key : key.replace(/Once$/, "");
	return hasOwn(options, key[0].toLowerCase() + key.slice(1)) || hasOwn(options, hyphenate$1(key)) || hasOwn(options, key);
}
function renderComponentRoot(instance) {
	const { type: Component, vnode, proxy, withProxy, propsOptions: [propsOptions], slots, attrs, emit, render, renderCache, props, data, setupState, ctx, inheritAttrs } = instance;
	const prev = setCurrentRenderingInstance(instance);
	let result;
	let fallthroughAttrs;
	try {
		if (vnode.shapeFlag & 4) {
			const proxyToUse = withProxy || proxy;
			const thisProxy = proxyToUse;
			result = normalizeVNode(render.call(thisProxy, proxyToUse, renderCache, props, setupState, data, ctx));
			fallthroughAttrs = attrs;
		} else {
			const render2 = Component;
			result = normalizeVNode(render2.length > 1 ? render2(props, {
				attrs,
				slots,
				emit
			}) : render2(props, null));
			fallthroughAttrs = Component.props ? attrs : getFunctionalFallthrough(attrs);
		}
	} catch (err) {
		blockStack.length = 0;
		handleError(err, instance, 1);
		result = createVNode(Comment);
	}
	let root = result;
	if (fallthroughAttrs && inheritAttrs !== false) {
		const keys = Object.keys(fallthroughAttrs);
		const { shapeFlag } = root;
		if (keys.length) {
			if (shapeFlag & 7) {
				if (propsOptions && keys.some(isModelListener)) fallthroughAttrs = filterModelListeners(fallthroughAttrs, propsOptions);
				root = cloneVNode(root, fallthroughAttrs, false, true);
			}
		}
	}
	if (vnode.dirs) {
		root = cloneVNode(root, null, false, true);
		root.dirs = root.dirs ? root.dirs.concat(vnode.dirs) : vnode.dirs;
	}
	if (vnode.transition) setTransitionHooks(isTeleport(root.type) ? getInnerChild$1(root) || root : root, vnode.transition);
	result = root;
	setCurrentRenderingInstance(prev);
	return result;
}
function filterSingleRoot(children, recurse = true) {
	let singleRoot;
	for (let i = 0; i < children.length; i++) {
		const child = children[i];
		if (isVNode(child)) {
			if (child.type !== Comment || child.children === "v-if") {
				if (singleRoot) return;
				else singleRoot = child;
			}
		} else return;
	}
	return singleRoot;
}
var getFunctionalFallthrough = (attrs) => {
	let res;
	for (const key in attrs) if (key === "class" || key === "style" || isOn(key)) (res || (res = {}))[key] = attrs[key];
	return res;
};
var filterModelListeners = (attrs, props) => {
	const res = {};
	for (const key in attrs) if (!isModelListener(key) || !(key.slice(9) in props)) res[key] = attrs[key];
	return res;
};
function shouldUpdateComponent(prevVNode, nextVNode, optimized) {
	const { props: prevProps, children: prevChildren, component } = prevVNode;
	const { props: nextProps, children: nextChildren, patchFlag } = nextVNode;
	const emits = component.emitsOptions;
	if (nextVNode.dirs || nextVNode.transition) return true;
	if (optimized && patchFlag >= 0) {
		if (patchFlag & 1024) return true;
		if (patchFlag & 16) {
			if (!prevProps) return !!nextProps;
			return hasPropsChanged(prevProps, nextProps, emits);
		} else if (patchFlag & 8) {
			const dynamicProps = nextVNode.dynamicProps;
			for (let i = 0; i < dynamicProps.length; i++) {
				const key = dynamicProps[i];
				if (hasPropValueChanged(nextProps, prevProps, key) && !isEmitListener(emits, key)) return true;
			}
		}
	} else {
		if (prevChildren || nextChildren) {
			if (!nextChildren || !nextChildren.$stable) return true;
		}
		if (prevProps === nextProps) return false;
		if (!prevProps) return !!nextProps;
		if (!nextProps) return true;
		return hasPropsChanged(prevProps, nextProps, emits);
	}
	return false;
}
function hasPropsChanged(prevProps, nextProps, emitsOptions) {
	const nextKeys = Object.keys(nextProps);
	if (nextKeys.length !== Object.keys(prevProps).length) return true;
	for (let i = 0; i < nextKeys.length; i++) {
		const key = nextKeys[i];
		if (!hasOwn(prevProps, key) || hasPropValueChanged(nextProps, prevProps, key) && !isEmitListener(emitsOptions, key)) return true;
	}
	return false;
}
function hasPropValueChanged(nextProps, prevProps, key) {
	const nextProp = nextProps[key];
	const prevProp = prevProps[key];
	if (key === "style" && isObject$1(nextProp) && isObject$1(prevProp)) return !looseEqual(nextProp, prevProp);
	return nextProp !== prevProp;
}
function updateHOCHostEl({ vnode, parent, suspense }, el) {
	while (parent) {
		const root = parent.subTree;
		if (root.suspense && root.suspense.activeBranch === vnode) {
			root.suspense.vnode.el = root.el = el;
			vnode = root;
		}
		if (root === vnode) {
			(vnode = parent.vnode).el = el;
			parent = parent.parent;
		} else break;
	}
	if (suspense && suspense.activeBranch === vnode) suspense.vnode.el = el;
}
var internalObjectProto = {};
var createInternalObject = () => Object.create(internalObjectProto);
var isInternalObject = (obj) => Object.getPrototypeOf(obj) === internalObjectProto;
function initProps(instance, rawProps, isStateful, isSSR = false) {
	const props = {};
	const attrs = createInternalObject();
	instance.propsDefaults = /* @__PURE__ */ Object.create(null);
	setFullProps(instance, rawProps, props, attrs);
	for (const key in instance.propsOptions[0]) if (!(key in props)) props[key] = void 0;
	if (isStateful) instance.props = isSSR ? props : /* @__PURE__ */ shallowReactive(props);
	else if (!instance.type.props) instance.props = attrs;
	else instance.props = props;
	instance.attrs = attrs;
}
function updateProps(instance, rawProps, rawPrevProps, optimized) {
	const { props, attrs, vnode: { patchFlag } } = instance;
	const rawCurrentProps = /* @__PURE__ */ toRaw(props);
	const [options] = instance.propsOptions;
	let hasAttrsChanged = false;
	if ((optimized || patchFlag > 0) && !(patchFlag & 16)) {
		if (patchFlag & 8) {
			const propsToUpdate = instance.vnode.dynamicProps;
			for (let i = 0; i < propsToUpdate.length; i++) {
				let key = propsToUpdate[i];
				if (isEmitListener(instance.emitsOptions, key)) continue;
				const value = rawProps[key];
				if (options) {
					if (hasOwn(attrs, key)) {
						if (value !== attrs[key]) {
							attrs[key] = value;
							hasAttrsChanged = true;
						}
					} else {
						const camelizedKey = camelize$1(key);
						props[camelizedKey] = resolvePropValue(options, rawCurrentProps, camelizedKey, value, instance, false);
					}
				} else if (value !== attrs[key]) {
					attrs[key] = value;
					hasAttrsChanged = true;
				}
			}
		}
	} else {
		if (setFullProps(instance, rawProps, props, attrs)) hasAttrsChanged = true;
		let kebabKey;
		for (const key in rawCurrentProps) if (!rawProps || !hasOwn(rawProps, key) && ((kebabKey = hyphenate$1(key)) === key || !hasOwn(rawProps, kebabKey))) {
			if (options) {
				if (rawPrevProps && (rawPrevProps[key] !== void 0 || rawPrevProps[kebabKey] !== void 0)) props[key] = resolvePropValue(options, rawCurrentProps, key, void 0, instance, true);
			} else delete props[key];
		}
		if (attrs !== rawCurrentProps) {
			for (const key in attrs) if (!rawProps || !hasOwn(rawProps, key) && true) {
				delete attrs[key];
				hasAttrsChanged = true;
			}
		}
	}
	if (hasAttrsChanged) trigger(instance.attrs, "set", "");
}
function setFullProps(instance, rawProps, props, attrs) {
	const [options, needCastKeys] = instance.propsOptions;
	let hasAttrsChanged = false;
	let rawCastValues;
	if (rawProps) for (let key in rawProps) {
		if (isReservedProp(key)) continue;
		const value = rawProps[key];
		let camelKey;
		if (options && hasOwn(options, camelKey = camelize$1(key))) {
			if (!needCastKeys || !needCastKeys.includes(camelKey)) props[camelKey] = value;
			else (rawCastValues || (rawCastValues = {}))[camelKey] = value;
		} else if (!isEmitListener(instance.emitsOptions, key)) {
			if (!(key in attrs) || value !== attrs[key]) {
				attrs[key] = value;
				hasAttrsChanged = true;
			}
		}
	}
	if (needCastKeys) {
		const rawCurrentProps = /* @__PURE__ */ toRaw(props);
		const castValues = rawCastValues || EMPTY_OBJ;
		for (let i = 0; i < needCastKeys.length; i++) {
			const key = needCastKeys[i];
			props[key] = resolvePropValue(options, rawCurrentProps, key, castValues[key], instance, !hasOwn(castValues, key));
		}
	}
	return hasAttrsChanged;
}
function resolvePropValue(options, props, key, value, instance, isAbsent) {
	const opt = options[key];
	if (opt != null) {
		const hasDefault = hasOwn(opt, "default");
		if (hasDefault && value === void 0) {
			const defaultValue = opt.default;
			if (opt.type !== Function && !opt.skipFactory && isFunction(defaultValue)) {
				const { propsDefaults } = instance;
				if (key in propsDefaults) value = propsDefaults[key];
				else {
					const reset = setCurrentInstance(instance);
					value = propsDefaults[key] = defaultValue.call(null, props);
					reset();
				}
			} else value = defaultValue;
			if (instance.ce) instance.ce._setProp(key, value);
		}
		if (opt[0]) {
			if (isAbsent && !hasDefault) value = false;
			else if (opt[1] && (value === "" || value === hyphenate$1(key))) value = true;
		}
	}
	return value;
}
var mixinPropsCache = /* @__PURE__ */ new WeakMap();
function normalizePropsOptions(comp, appContext, asMixin = false) {
	const cache = asMixin ? mixinPropsCache : appContext.propsCache;
	const cached = cache.get(comp);
	if (cached) return cached;
	const raw = comp.props;
	const normalized = {};
	const needCastKeys = [];
	let hasExtends = false;
	if (!isFunction(comp)) {
		const extendProps = (raw2) => {
			hasExtends = true;
			const [props, keys] = normalizePropsOptions(raw2, appContext, true);
			extend(normalized, props);
			if (keys) needCastKeys.push(...keys);
		};
		if (!asMixin && appContext.mixins.length) appContext.mixins.forEach(extendProps);
		if (comp.extends) extendProps(comp.extends);
		if (comp.mixins) comp.mixins.forEach(extendProps);
	}
	if (!raw && !hasExtends) {
		if (isObject$1(comp)) cache.set(comp, EMPTY_ARR);
		return EMPTY_ARR;
	}
	if (isArray(raw)) for (let i = 0; i < raw.length; i++) {
		const normalizedKey = camelize$1(raw[i]);
		if (validatePropName(normalizedKey)) normalized[normalizedKey] = EMPTY_OBJ;
	}
	else if (raw) for (const key in raw) {
		const normalizedKey = camelize$1(key);
		if (validatePropName(normalizedKey)) {
			const opt = raw[key];
			const prop = normalized[normalizedKey] = isArray(opt) || isFunction(opt) ? { type: opt } : extend({}, opt);
			const propType = prop.type;
			let shouldCast = false;
			let shouldCastTrue = true;
			if (isArray(propType)) for (let index = 0; index < propType.length; ++index) {
				const type = propType[index];
				const typeName = isFunction(type) && type.name;
				if (typeName === "Boolean") {
					shouldCast = true;
					break;
				} else if (typeName === "String") shouldCastTrue = false;
			}
			else shouldCast = isFunction(propType) && propType.name === "Boolean";
			prop[0] = shouldCast;
			prop[1] = shouldCastTrue;
			if (shouldCast || hasOwn(prop, "default")) needCastKeys.push(normalizedKey);
		}
	}
	const res = [normalized, needCastKeys];
	if (isObject$1(comp)) cache.set(comp, res);
	return res;
}
function validatePropName(key) {
	if (key[0] !== "$" && !isReservedProp(key)) return true;
	return false;
}
var isInternalKey = (key) => key === "_" || key === "_ctx" || key === "$stable";
var normalizeSlotValue = (value) => isArray(value) ? value.map(normalizeVNode) : [normalizeVNode(value)];
var normalizeSlot = (key, rawSlot, ctx) => {
	if (rawSlot._n) return rawSlot;
	const normalized = withCtx((...args) => {
		return normalizeSlotValue(rawSlot(...args));
	}, ctx);
	normalized._c = false;
	return normalized;
};
var normalizeObjectSlots = (rawSlots, slots, instance) => {
	const ctx = rawSlots._ctx;
	for (const key in rawSlots) {
		if (isInternalKey(key)) continue;
		const value = rawSlots[key];
		if (isFunction(value)) slots[key] = normalizeSlot(key, value, ctx);
		else if (value != null) {
			const normalized = normalizeSlotValue(value);
			slots[key] = () => normalized;
		}
	}
};
var normalizeVNodeSlots = (instance, children) => {
	const normalized = normalizeSlotValue(children);
	instance.slots.default = () => normalized;
};
var assignSlots = (slots, children, optimized) => {
	for (const key in children) if (optimized || !isInternalKey(key)) slots[key] = children[key];
};
var initSlots = (instance, children, optimized) => {
	const slots = instance.slots = createInternalObject();
	if (instance.vnode.shapeFlag & 32) {
		const type = children._;
		if (type) {
			assignSlots(slots, children, optimized);
			if (optimized) def(slots, "_", type, true);
		} else normalizeObjectSlots(children, slots);
	} else if (children) normalizeVNodeSlots(instance, children);
};
var updateSlots = (instance, children, optimized) => {
	const { vnode, slots } = instance;
	let needDeletionCheck = true;
	let deletionComparisonTarget = EMPTY_OBJ;
	if (vnode.shapeFlag & 32) {
		const type = children._;
		if (type) {
			if (optimized && type === 1) needDeletionCheck = false;
			else assignSlots(slots, children, optimized);
		} else {
			needDeletionCheck = !children.$stable;
			normalizeObjectSlots(children, slots);
		}
		deletionComparisonTarget = children;
	} else if (children) {
		normalizeVNodeSlots(instance, children);
		deletionComparisonTarget = { default: 1 };
	}
	if (needDeletionCheck) {
		for (const key in slots) if (!isInternalKey(key) && deletionComparisonTarget[key] == null) delete slots[key];
	}
};
var queuePostRenderEffect = queueEffectWithSuspense;
function createRenderer(options) {
	return baseCreateRenderer(options);
}
function baseCreateRenderer(options, createHydrationFns) {
	const target = getGlobalThis();
	target.__VUE__ = true;
	const { insert: hostInsert, remove: hostRemove, patchProp: hostPatchProp, createElement: hostCreateElement, createText: hostCreateText, createComment: hostCreateComment, setText: hostSetText, setElementText: hostSetElementText, parentNode: hostParentNode, nextSibling: hostNextSibling, setScopeId: hostSetScopeId = NOOP, insertStaticContent: hostInsertStaticContent } = options;
	const patch = (n1, n2, container, anchor = null, parentComponent = null, parentSuspense = null, namespace = void 0, slotScopeIds = null, optimized = !!n2.dynamicChildren) => {
		if (n1 === n2) return;
		if (n1 && !isSameVNodeType(n1, n2)) {
			anchor = getNextHostNode(n1);
			unmount(n1, parentComponent, parentSuspense, true);
			n1 = null;
		}
		if (n2.patchFlag === -2) {
			optimized = false;
			n2.dynamicChildren = null;
		}
		if (n2.dynamicChildren && n1 && n1.dynamicChildren && n1.dynamicChildren.hasOnce) {
			if (n2.dynamicChildren === EMPTY_ARR) n2.dynamicChildren = [];
			n2.dynamicChildren.hasOnce = true;
		}
		const { type, ref, shapeFlag } = n2;
		switch (type) {
			case Text:
				processText(n1, n2, container, anchor);
				break;
			case Comment:
				processCommentNode(n1, n2, container, anchor);
				break;
			case Static:
				if (n1 == null) mountStaticNode(n2, container, anchor, namespace);
				break;
			case Fragment:
				processFragment(n1, n2, container, anchor, parentComponent, parentSuspense, namespace, slotScopeIds, optimized);
				break;
			default: if (shapeFlag & 1) processElement(n1, n2, container, anchor, parentComponent, parentSuspense, namespace, slotScopeIds, optimized);
			else if (shapeFlag & 6) processComponent(n1, n2, container, anchor, parentComponent, parentSuspense, namespace, slotScopeIds, optimized);
			else if (shapeFlag & 64) type.process(n1, n2, container, anchor, parentComponent, parentSuspense, namespace, slotScopeIds, optimized, internals);
			else if (shapeFlag & 128) type.process(n1, n2, container, anchor, parentComponent, parentSuspense, namespace, slotScopeIds, optimized, internals);
		}
		if (ref != null && parentComponent) setRef(ref, n1 && n1.ref, parentSuspense, n2 || n1, !n2);
		else if (ref == null && n1 && n1.ref != null) setRef(n1.ref, null, parentSuspense, n1, true);
	};
	const processText = (n1, n2, container, anchor) => {
		if (n1 == null) hostInsert(n2.el = hostCreateText(n2.children), container, anchor);
		else {
			const el = n2.el = n1.el;
			if (n2.children !== n1.children) hostSetText(el, n2.children);
		}
	};
	const processCommentNode = (n1, n2, container, anchor) => {
		if (n1 == null) hostInsert(n2.el = hostCreateComment(n2.children || ""), container, anchor);
		else n2.el = n1.el;
	};
	const mountStaticNode = (n2, container, anchor, namespace) => {
		[n2.el, n2.anchor] = hostInsertStaticContent(n2.children, container, anchor, namespace, n2.el, n2.anchor);
	};
	const moveStaticNode = ({ el, anchor }, container, nextSibling) => {
		let next;
		while (el && el !== anchor) {
			next = hostNextSibling(el);
			hostInsert(el, container, nextSibling);
			el = next;
		}
		hostInsert(anchor, container, nextSibling);
	};
	const removeStaticNode = ({ el, anchor }) => {
		let next;
		while (el && el !== anchor) {
			next = hostNextSibling(el);
			hostRemove(el);
			el = next;
		}
		hostRemove(anchor);
	};
	const processElement = (n1, n2, container, anchor, parentComponent, parentSuspense, namespace, slotScopeIds, optimized) => {
		if (n2.type === "svg") namespace = "svg";
		else if (n2.type === "math") namespace = "mathml";
		if (n1 == null) mountElement(n2, container, anchor, parentComponent, parentSuspense, namespace, slotScopeIds, optimized);
		else {
			const customElement = n1.el && n1.el._isVueCE ? n1.el : null;
			try {
				if (customElement) customElement._beginPatch();
				patchElement(n1, n2, parentComponent, parentSuspense, namespace, slotScopeIds, optimized);
			} finally {
				if (customElement) customElement._endPatch();
			}
		}
	};
	const mountElement = (vnode, container, anchor, parentComponent, parentSuspense, namespace, slotScopeIds, optimized) => {
		let el;
		let vnodeHook;
		const { props, shapeFlag, transition, dirs } = vnode;
		el = vnode.el = hostCreateElement(vnode.type, namespace, props && props.is, props);
		if (shapeFlag & 8) hostSetElementText(el, vnode.children);
		else if (shapeFlag & 16) mountChildren(vnode.children, el, null, parentComponent, parentSuspense, resolveChildrenNamespace(vnode, namespace), slotScopeIds, optimized);
		if (dirs) invokeDirectiveHook(vnode, null, parentComponent, "created");
		setScopeId(el, vnode, vnode.scopeId, slotScopeIds, parentComponent);
		if (props) {
			for (const key in props) if (key !== "value" && !isReservedProp(key)) hostPatchProp(el, key, null, props[key], namespace, parentComponent);
			if ("value" in props) hostPatchProp(el, "value", null, props.value, namespace);
			if (vnodeHook = props.onVnodeBeforeMount) invokeVNodeHook(vnodeHook, parentComponent, vnode);
		}
		if (dirs) invokeDirectiveHook(vnode, null, parentComponent, "beforeMount");
		const needCallTransitionHooks = needTransition(parentSuspense, transition);
		if (needCallTransitionHooks) transition.beforeEnter(el);
		else if (transition && !transition.persisted) el[deferredEnterKey] = true;
		hostInsert(el, container, anchor);
		if ((vnodeHook = props && props.onVnodeMounted) || needCallTransitionHooks || dirs) queuePostRenderEffect(() => {
			try {
				vnodeHook && invokeVNodeHook(vnodeHook, parentComponent, vnode);
				needCallTransitionHooks && transition.enter(el);
				dirs && invokeDirectiveHook(vnode, null, parentComponent, "mounted");
			} finally {}
		}, parentSuspense);
	};
	const setScopeId = (el, vnode, scopeId, slotScopeIds, parentComponent) => {
		if (scopeId) hostSetScopeId(el, scopeId);
		if (slotScopeIds) for (let i = 0; i < slotScopeIds.length; i++) hostSetScopeId(el, slotScopeIds[i]);
		if (parentComponent) {
			let subTree = parentComponent.subTree;
			if (vnode === subTree || isSuspense(subTree.type) && (subTree.ssContent === vnode || subTree.ssFallback === vnode)) {
				const parentVNode = parentComponent.vnode;
				setScopeId(el, parentVNode, parentVNode.scopeId, parentVNode.slotScopeIds, parentComponent.parent);
			}
		}
	};
	const mountChildren = (children, container, anchor, parentComponent, parentSuspense, namespace, slotScopeIds, optimized, start = 0) => {
		for (let i = start; i < children.length; i++) {
			const child = children[i] = optimized ? cloneIfMounted(children[i]) : normalizeVNode(children[i]);
			patch(null, child, container, anchor, parentComponent, parentSuspense, namespace, slotScopeIds, optimized);
		}
	};
	const patchElement = (n1, n2, parentComponent, parentSuspense, namespace, slotScopeIds, optimized) => {
		const el = n2.el = n1.el;
		let { patchFlag, dynamicChildren, dirs } = n2;
		patchFlag |= n1.patchFlag & 16;
		const oldProps = n1.props || EMPTY_OBJ;
		const newProps = n2.props || EMPTY_OBJ;
		let vnodeHook;
		parentComponent && toggleRecurse(parentComponent, false);
		if (vnodeHook = newProps.onVnodeBeforeUpdate) invokeVNodeHook(vnodeHook, parentComponent, n2, n1);
		if (dirs) invokeDirectiveHook(n2, n1, parentComponent, "beforeUpdate");
		parentComponent && toggleRecurse(parentComponent, true);
		if (dynamicChildren && (!n1.dynamicChildren || n1.dynamicChildren.length !== dynamicChildren.length)) {
			patchFlag = 0;
			optimized = false;
			dynamicChildren = null;
		}
		if (oldProps.innerHTML && newProps.innerHTML == null || oldProps.textContent && newProps.textContent == null) hostSetElementText(el, "");
		if (dynamicChildren) patchBlockChildren(n1.dynamicChildren, dynamicChildren, el, parentComponent, parentSuspense, resolveChildrenNamespace(n2, namespace), slotScopeIds);
		else if (!optimized) patchChildren(n1, n2, el, null, parentComponent, parentSuspense, resolveChildrenNamespace(n2, namespace), slotScopeIds, false);
		if (patchFlag > 0) {
			if (patchFlag & 16) patchProps(el, oldProps, newProps, parentComponent, namespace);
			else {
				if (patchFlag & 2) {
					if (oldProps.class !== newProps.class) hostPatchProp(el, "class", null, newProps.class, namespace);
				}
				if (patchFlag & 4) hostPatchProp(el, "style", oldProps.style, newProps.style, namespace);
				if (patchFlag & 8) {
					const propsToUpdate = n2.dynamicProps;
					for (let i = 0; i < propsToUpdate.length; i++) {
						const key = propsToUpdate[i];
						const prev = oldProps[key];
						const next = newProps[key];
						if (next !== prev || key === "value") hostPatchProp(el, key, prev, next, namespace, parentComponent);
					}
				}
			}
			if (patchFlag & 1) {
				if (n1.children !== n2.children) hostSetElementText(el, n2.children);
			}
		} else if (!optimized && dynamicChildren == null) patchProps(el, oldProps, newProps, parentComponent, namespace);
		if ((vnodeHook = newProps.onVnodeUpdated) || dirs) queuePostRenderEffect(() => {
			vnodeHook && invokeVNodeHook(vnodeHook, parentComponent, n2, n1);
			dirs && invokeDirectiveHook(n2, n1, parentComponent, "updated");
		}, parentSuspense);
	};
	const patchBlockChildren = (oldChildren, newChildren, fallbackContainer, parentComponent, parentSuspense, namespace, slotScopeIds) => {
		for (let i = 0; i < newChildren.length; i++) {
			const oldVNode = oldChildren[i];
			const newVNode = newChildren[i];
			const oldEl = oldVNode.el || resolveAsyncComponentPlaceholder(oldVNode);
			const container = oldEl && (oldVNode.type === Fragment || !isSameVNodeType(oldVNode, newVNode) || oldVNode.shapeFlag & 198) ? hostParentNode(oldEl) : fallbackContainer;
			patch(oldVNode, newVNode, container, null, parentComponent, parentSuspense, namespace, slotScopeIds, true);
		}
	};
	const patchProps = (el, oldProps, newProps, parentComponent, namespace) => {
		if (oldProps !== newProps) {
			if (oldProps !== EMPTY_OBJ) {
				for (const key in oldProps) if (!isReservedProp(key) && !(key in newProps)) hostPatchProp(el, key, oldProps[key], null, namespace, parentComponent);
			}
			for (const key in newProps) {
				if (isReservedProp(key)) continue;
				const next = newProps[key];
				const prev = oldProps[key];
				if (next !== prev && key !== "value") hostPatchProp(el, key, prev, next, namespace, parentComponent);
			}
			if ("value" in newProps) hostPatchProp(el, "value", oldProps.value, newProps.value, namespace);
		}
	};
	const processFragment = (n1, n2, container, anchor, parentComponent, parentSuspense, namespace, slotScopeIds, optimized) => {
		const fragmentStartAnchor = n2.el = n1 ? n1.el : hostCreateText("");
		const fragmentEndAnchor = n2.anchor = n1 ? n1.anchor : hostCreateText("");
		let { patchFlag, dynamicChildren, slotScopeIds: fragmentSlotScopeIds } = n2;
		if (fragmentSlotScopeIds) slotScopeIds = slotScopeIds ? slotScopeIds.concat(fragmentSlotScopeIds) : fragmentSlotScopeIds;
		if (n1 == null) {
			hostInsert(fragmentStartAnchor, container, anchor);
			hostInsert(fragmentEndAnchor, container, anchor);
			mountChildren(n2.children || [], container, fragmentEndAnchor, parentComponent, parentSuspense, namespace, slotScopeIds, optimized);
		} else if (patchFlag > 0 && patchFlag & 64 && dynamicChildren && n1.dynamicChildren && n1.dynamicChildren.length === dynamicChildren.length) {
			patchBlockChildren(n1.dynamicChildren, dynamicChildren, container, parentComponent, parentSuspense, namespace, slotScopeIds);
			if (n2.key != null || parentComponent && n2 === parentComponent.subTree) traverseStaticChildren(n1, n2, true);
		} else patchChildren(n1, n2, container, fragmentEndAnchor, parentComponent, parentSuspense, namespace, slotScopeIds, optimized);
	};
	const processComponent = (n1, n2, container, anchor, parentComponent, parentSuspense, namespace, slotScopeIds, optimized) => {
		n2.slotScopeIds = slotScopeIds;
		if (n1 == null) {
			if (n2.shapeFlag & 512) parentComponent.ctx.activate(n2, container, anchor, namespace, optimized);
			else mountComponent(n2, container, anchor, parentComponent, parentSuspense, namespace, optimized);
		} else updateComponent(n1, n2, optimized);
	};
	const mountComponent = (initialVNode, container, anchor, parentComponent, parentSuspense, namespace, optimized) => {
		const instance = initialVNode.component = createComponentInstance(initialVNode, parentComponent, parentSuspense);
		if (isKeepAlive(initialVNode)) instance.ctx.renderer = internals;
		setupComponent(instance, false, optimized);
		if (instance.asyncDep) {
			parentSuspense && parentSuspense.registerDep(instance, setupRenderEffect, optimized, namespace);
			if (!initialVNode.el) {
				const placeholder = instance.subTree = createVNode(Comment);
				processCommentNode(null, placeholder, container, anchor);
				initialVNode.placeholder = placeholder.el;
			}
		} else setupRenderEffect(instance, initialVNode, container, anchor, parentSuspense, namespace, optimized);
	};
	const updateComponent = (n1, n2, optimized) => {
		const instance = n2.component = n1.component;
		if (shouldUpdateComponent(n1, n2, optimized)) {
			if (instance.asyncDep && !instance.asyncResolved) {
				n2.el = n1.el;
				n2.placeholder = n1.placeholder;
				updateComponentPreRender(instance, n2, optimized);
				return;
			} else {
				instance.next = n2;
				instance.update();
			}
		} else {
			n2.el = n1.el;
			n2.placeholder = n1.placeholder;
			instance.vnode = n2;
		}
	};
	const setupRenderEffect = (instance, initialVNode, container, anchor, parentSuspense, namespace, optimized) => {
		const componentUpdateFn = () => {
			if (!instance.isMounted) {
				let vnodeHook;
				const { el, props } = initialVNode;
				const { bm, m, parent, root, type } = instance;
				const isAsyncWrapperVNode = isAsyncWrapper(initialVNode);
				toggleRecurse(instance, false);
				if (bm) invokeArrayFns(bm);
				if (!isAsyncWrapperVNode && (vnodeHook = props && props.onVnodeBeforeMount)) invokeVNodeHook(vnodeHook, parent, initialVNode);
				toggleRecurse(instance, true);
				if (el && hydrateNode) {
					const hydrateSubTree = () => {
						instance.subTree = renderComponentRoot(instance);
						hydrateNode(el, instance.subTree, instance, parentSuspense, null);
					};
					if (isAsyncWrapperVNode && type.__asyncHydrate) type.__asyncHydrate(el, instance, hydrateSubTree);
					else hydrateSubTree();
				} else {
					if (root.ce && root.ce._hasShadowRoot()) root.ce._injectChildStyle(type, instance.parent ? instance.parent.type : void 0);
					const subTree = instance.subTree = renderComponentRoot(instance);
					patch(null, subTree, container, anchor, instance, parentSuspense, namespace);
					initialVNode.el = subTree.el;
				}
				if (m) queuePostRenderEffect(m, parentSuspense);
				if (!isAsyncWrapperVNode && (vnodeHook = props && props.onVnodeMounted)) {
					const scopedInitialVNode = initialVNode;
					queuePostRenderEffect(() => invokeVNodeHook(vnodeHook, parent, scopedInitialVNode), parentSuspense);
				}
				if (initialVNode.shapeFlag & 256 || parent && isAsyncWrapper(parent.vnode) && parent.vnode.shapeFlag & 256) instance.a && queuePostRenderEffect(instance.a, parentSuspense);
				instance.isMounted = true;
				initialVNode = container = anchor = null;
			} else {
				let { next, bu, u, parent, vnode } = instance;
				{
					const unresolvedAsyncRoot = locateUnresolvedAsyncRoot(instance);
					if (unresolvedAsyncRoot) {
						if (next) {
							next.el = vnode.el;
							updateComponentPreRender(instance, next, optimized);
						}
						unresolvedAsyncRoot.asyncDep.then(() => {
							const retry = () => {
								if (instance.job.flags & 8) return;
								if (parentSuspense && parentSuspense.pendingBranch) queuePostRenderEffect(retry, parentSuspense);
								else update();
							};
							retry.flags = 48;
							queuePostRenderEffect(retry, parentSuspense);
						});
						return;
					}
				}
				let originNext = next;
				let vnodeHook;
				toggleRecurse(instance, false);
				if (next) {
					next.el = vnode.el;
					updateComponentPreRender(instance, next, optimized);
				} else next = vnode;
				if (bu) invokeArrayFns(bu);
				if (vnodeHook = next.props && next.props.onVnodeBeforeUpdate) invokeVNodeHook(vnodeHook, parent, next, vnode);
				toggleRecurse(instance, true);
				const nextTree = renderComponentRoot(instance);
				const prevTree = instance.subTree;
				instance.subTree = nextTree;
				patch(prevTree, nextTree, hostParentNode(prevTree.el || resolveAsyncComponentPlaceholder(prevTree)), getNextHostNode(prevTree), instance, parentSuspense, namespace);
				next.el = nextTree.el;
				if (originNext === null) updateHOCHostEl(instance, nextTree.el);
				if (u) queuePostRenderEffect(u, parentSuspense);
				if (vnodeHook = next.props && next.props.onVnodeUpdated) queuePostRenderEffect(() => invokeVNodeHook(vnodeHook, parent, next, vnode), parentSuspense);
			}
		};
		instance.scope.on();
		const effect = instance.effect = new ReactiveEffect(componentUpdateFn);
		instance.scope.off();
		const update = instance.update = effect.run.bind(effect);
		const job = instance.job = effect.runIfDirty.bind(effect);
		job.i = instance;
		job.id = instance.uid;
		effect.scheduler = () => queueJob(job);
		toggleRecurse(instance, true);
		update();
	};
	const updateComponentPreRender = (instance, nextVNode, optimized) => {
		nextVNode.component = instance;
		const prevProps = instance.vnode.props;
		instance.vnode = nextVNode;
		instance.next = null;
		updateProps(instance, nextVNode.props, prevProps, optimized);
		updateSlots(instance, nextVNode.children, optimized);
		pauseTracking();
		flushPreFlushCbs(instance);
		resetTracking();
	};
	const patchChildren = (n1, n2, container, anchor, parentComponent, parentSuspense, namespace, slotScopeIds, optimized = false) => {
		const c1 = n1 && n1.children;
		const prevShapeFlag = n1 ? n1.shapeFlag : 0;
		const c2 = n2.children;
		const { patchFlag, shapeFlag } = n2;
		if (patchFlag > 0) {
			if (patchFlag & 128) {
				patchKeyedChildren(c1, c2, container, anchor, parentComponent, parentSuspense, namespace, slotScopeIds, optimized);
				return;
			} else if (patchFlag & 256) {
				patchUnkeyedChildren(c1, c2, container, anchor, parentComponent, parentSuspense, namespace, slotScopeIds, optimized);
				return;
			}
		}
		if (shapeFlag & 8) {
			if (prevShapeFlag & 16) unmountChildren(c1, parentComponent, parentSuspense);
			if (c2 !== c1) hostSetElementText(container, c2);
		} else if (prevShapeFlag & 16) {
			if (shapeFlag & 16) patchKeyedChildren(c1, c2, container, anchor, parentComponent, parentSuspense, namespace, slotScopeIds, optimized);
			else unmountChildren(c1, parentComponent, parentSuspense, true);
		} else {
			if (prevShapeFlag & 8) hostSetElementText(container, "");
			if (shapeFlag & 16) mountChildren(c2, container, anchor, parentComponent, parentSuspense, namespace, slotScopeIds, optimized);
		}
	};
	const patchUnkeyedChildren = (c1, c2, container, anchor, parentComponent, parentSuspense, namespace, slotScopeIds, optimized) => {
		c1 = c1 || EMPTY_ARR;
		c2 = c2 || EMPTY_ARR;
		const oldLength = c1.length;
		const newLength = c2.length;
		const commonLength = Math.min(oldLength, newLength);
		let i = 0;
		for (; i < commonLength; i++) {
			const nextChild = c2[i] = optimized ? cloneIfMounted(c2[i]) : normalizeVNode(c2[i]);
			patch(c1[i], nextChild, container, null, parentComponent, parentSuspense, namespace, slotScopeIds, optimized);
		}
		if (oldLength > newLength) unmountChildren(c1, parentComponent, parentSuspense, true, false, commonLength);
		else mountChildren(c2, container, anchor, parentComponent, parentSuspense, namespace, slotScopeIds, optimized, commonLength);
	};
	const patchKeyedChildren = (c1, c2, container, parentAnchor, parentComponent, parentSuspense, namespace, slotScopeIds, optimized) => {
		let i = 0;
		const l2 = c2.length;
		let e1 = c1.length - 1;
		let e2 = l2 - 1;
		while (i <= e1 && i <= e2) {
			const n1 = c1[i];
			const n2 = c2[i] = optimized ? cloneIfMounted(c2[i]) : normalizeVNode(c2[i]);
			if (isSameVNodeType(n1, n2)) patch(n1, n2, container, null, parentComponent, parentSuspense, namespace, slotScopeIds, optimized);
			else break;
			i++;
		}
		while (i <= e1 && i <= e2) {
			const n1 = c1[e1];
			const n2 = c2[e2] = optimized ? cloneIfMounted(c2[e2]) : normalizeVNode(c2[e2]);
			if (isSameVNodeType(n1, n2)) patch(n1, n2, container, null, parentComponent, parentSuspense, namespace, slotScopeIds, optimized);
			else break;
			e1--;
			e2--;
		}
		if (i > e1) {
			if (i <= e2) {
				const nextPos = e2 + 1;
				const anchor = nextPos < l2 ? c2[nextPos].el : parentAnchor;
				while (i <= e2) {
					patch(null, c2[i] = optimized ? cloneIfMounted(c2[i]) : normalizeVNode(c2[i]), container, anchor, parentComponent, parentSuspense, namespace, slotScopeIds, optimized);
					i++;
				}
			}
		} else if (i > e2) while (i <= e1) {
			unmount(c1[i], parentComponent, parentSuspense, true);
			i++;
		}
		else {
			const s1 = i;
			const s2 = i;
			const keyToNewIndexMap = /* @__PURE__ */ new Map();
			for (i = s2; i <= e2; i++) {
				const nextChild = c2[i] = optimized ? cloneIfMounted(c2[i]) : normalizeVNode(c2[i]);
				if (nextChild.key != null) keyToNewIndexMap.set(nextChild.key, i);
			}
			let j;
			let patched = 0;
			const toBePatched = e2 - s2 + 1;
			let moved = false;
			let maxNewIndexSoFar = 0;
			const newIndexToOldIndexMap = new Array(toBePatched);
			for (i = 0; i < toBePatched; i++) newIndexToOldIndexMap[i] = 0;
			for (i = s1; i <= e1; i++) {
				const prevChild = c1[i];
				if (patched >= toBePatched) {
					unmount(prevChild, parentComponent, parentSuspense, true);
					continue;
				}
				let newIndex;
				if (prevChild.key != null) newIndex = keyToNewIndexMap.get(prevChild.key);
				else for (j = s2; j <= e2; j++) if (newIndexToOldIndexMap[j - s2] === 0 && isSameVNodeType(prevChild, c2[j])) {
					newIndex = j;
					break;
				}
				if (newIndex === void 0) unmount(prevChild, parentComponent, parentSuspense, true);
				else {
					newIndexToOldIndexMap[newIndex - s2] = i + 1;
					if (newIndex >= maxNewIndexSoFar) maxNewIndexSoFar = newIndex;
					else moved = true;
					patch(prevChild, c2[newIndex], container, null, parentComponent, parentSuspense, namespace, slotScopeIds, optimized);
					patched++;
				}
			}
			const increasingNewIndexSequence = moved ? getSequence(newIndexToOldIndexMap) : EMPTY_ARR;
			j = increasingNewIndexSequence.length - 1;
			for (i = toBePatched - 1; i >= 0; i--) {
				const nextIndex = s2 + i;
				const nextChild = c2[nextIndex];
				const anchorVNode = c2[nextIndex + 1];
				const anchor = nextIndex + 1 < l2 ? anchorVNode.el || resolveAsyncComponentPlaceholder(anchorVNode) : parentAnchor;
				if (newIndexToOldIndexMap[i] === 0) patch(null, nextChild, container, anchor, parentComponent, parentSuspense, namespace, slotScopeIds, optimized);
				else if (moved) {
					if (j < 0 || i !== increasingNewIndexSequence[j]) move(nextChild, container, anchor, 2);
					else j--;
				}
			}
		}
	};
	const move = (vnode, container, anchor, moveType, parentSuspense = null) => {
		const { el, type, transition, children, shapeFlag } = vnode;
		if (shapeFlag & 6) {
			move(vnode.component.subTree, container, anchor, moveType);
			return;
		}
		if (shapeFlag & 128) {
			vnode.suspense.move(container, anchor, moveType);
			return;
		}
		if (shapeFlag & 64) {
			type.move(vnode, container, anchor, internals);
			return;
		}
		if (type === Fragment) {
			hostInsert(el, container, anchor);
			for (let i = 0; i < children.length; i++) move(children[i], container, anchor, moveType);
			hostInsert(vnode.anchor, container, anchor);
			return;
		}
		if (type === Static) {
			moveStaticNode(vnode, container, anchor);
			return;
		}
		if (moveType !== 2 && shapeFlag & 1 && transition) {
			if (moveType === 0) {
				if (transition.persisted && !el[leaveCbKey]) hostInsert(el, container, anchor);
				else {
					transition.beforeEnter(el);
					hostInsert(el, container, anchor);
					queuePostRenderEffect(() => transition.enter(el), parentSuspense);
				}
			} else {
				const { leave, delayLeave, afterLeave } = transition;
				const remove2 = () => {
					if (vnode.ctx.isUnmounted) hostRemove(el);
					else hostInsert(el, container, anchor);
				};
				const performLeave = () => {
					const wasLeaving = el._isLeaving || !!el[leaveCbKey];
					if (el._isLeaving) el[leaveCbKey](true);
					if (transition.persisted && !wasLeaving) remove2();
					else leave(el, () => {
						remove2();
						afterLeave && afterLeave();
					});
				};
				if (delayLeave) delayLeave(el, remove2, performLeave);
				else performLeave();
			}
		} else hostInsert(el, container, anchor);
	};
	const unmount = (vnode, parentComponent, parentSuspense, doRemove = false, optimized = false) => {
		const { type, props, ref, children, dynamicChildren, shapeFlag, patchFlag, dirs, cacheIndex, memo } = vnode;
		if (patchFlag === -2 || dynamicChildren && dynamicChildren.hasOnce) optimized = false;
		if (ref != null) {
			pauseTracking();
			setRef(ref, null, parentSuspense, vnode, true);
			resetTracking();
		}
		if (cacheIndex != null && (!vnode.ctx || vnode.ctx === parentComponent)) parentComponent.renderCache[cacheIndex] = void 0;
		if (shapeFlag & 256 && parentComponent.ctx.deactivate(vnode)) return;
		const shouldInvokeDirs = shapeFlag & 1 && dirs;
		const shouldInvokeVnodeHook = !isAsyncWrapper(vnode);
		let vnodeHook;
		if (shouldInvokeVnodeHook && (vnodeHook = props && props.onVnodeBeforeUnmount)) invokeVNodeHook(vnodeHook, parentComponent, vnode);
		if (shapeFlag & 6) unmountComponent(vnode.component, parentSuspense, doRemove);
		else {
			if (shapeFlag & 128) {
				vnode.suspense.unmount(parentSuspense, doRemove);
				return;
			}
			if (shouldInvokeDirs) invokeDirectiveHook(vnode, null, parentComponent, "beforeUnmount");
			if (shapeFlag & 64) vnode.type.remove(vnode, parentComponent, parentSuspense, internals, doRemove);
			else if (dynamicChildren && !dynamicChildren.hasOnce && (type !== Fragment || patchFlag > 0 && patchFlag & 64)) unmountChildren(dynamicChildren, parentComponent, parentSuspense, false, true);
			else if (type === Fragment && patchFlag & 384 || !optimized && shapeFlag & 16) unmountChildren(children, parentComponent, parentSuspense);
			if (doRemove) remove(vnode);
		}
		const shouldInvalidateMemo = memo != null && cacheIndex == null;
		if (shouldInvokeVnodeHook && (vnodeHook = props && props.onVnodeUnmounted) || shouldInvokeDirs || shouldInvalidateMemo) queuePostRenderEffect(() => {
			vnodeHook && invokeVNodeHook(vnodeHook, parentComponent, vnode);
			shouldInvokeDirs && invokeDirectiveHook(vnode, null, parentComponent, "unmounted");
			if (shouldInvalidateMemo) vnode.el = null;
		}, parentSuspense);
	};
	const remove = (vnode) => {
		const { type, el, anchor, transition } = vnode;
		const isFragment = type === Fragment;
		if (isFragment && !transition) {
			removeFragment(el, anchor);
			return;
		}
		if (type === Static) {
			removeStaticNode(vnode);
			if (transition && !transition.persisted && transition.afterLeave) transition.afterLeave();
			return;
		}
		const leavingNode = isFragment ? getTransitionRoot(vnode) : vnode;
		const performRemove = () => {
			if (isFragment) {
				if (hostParentNode(el)) removeFragment(el, anchor);
			} else hostRemove(el);
			if (transition && !transition.persisted && transition.afterLeave) transition.afterLeave();
		};
		if (leavingNode && leavingNode.shapeFlag & 1 && transition && !transition.persisted) {
			const { leave, delayLeave } = transition;
			const leavingEl = leavingNode.el;
			const performLeave = () => leave(leavingEl, performRemove);
			if (delayLeave) delayLeave(leavingEl, performRemove, performLeave);
			else performLeave();
		} else performRemove();
	};
	const removeFragment = (cur, end) => {
		let next;
		while (cur !== end) {
			next = hostNextSibling(cur);
			hostRemove(cur);
			cur = next;
		}
		hostRemove(end);
	};
	const unmountComponent = (instance, parentSuspense, doRemove) => {
		const { bum, scope, job, subTree, um, m, a } = instance;
		invalidateMount(m);
		invalidateMount(a);
		if (bum) invokeArrayFns(bum);
		scope.stop();
		if (job) {
			job.flags |= 8;
			unmount(subTree, instance, parentSuspense, doRemove);
		} else if (subTree) {
			subTree.transition = instance.vnode.transition;
			unmount(subTree, instance, parentSuspense, doRemove);
		}
		if (um) queuePostRenderEffect(um, parentSuspense);
		const markUnmounted = () => {
			instance.isUnmounted = true;
		};
		markUnmounted.flags = 16;
		queuePostRenderEffect(markUnmounted, parentSuspense);
	};
	const unmountChildren = (children, parentComponent, parentSuspense, doRemove = false, optimized = false, start = 0) => {
		for (let i = start; i < children.length; i++) unmount(children[i], parentComponent, parentSuspense, doRemove, optimized);
	};
	const getNextHostNode = (vnode) => {
		if (vnode.shapeFlag & 6) return getNextHostNode(vnode.component.subTree);
		if (vnode.shapeFlag & 128) return vnode.suspense.next();
		const el = hostNextSibling(vnode.anchor || vnode.el);
		const teleportEnd = el && el[TeleportEndKey];
		return teleportEnd ? hostNextSibling(teleportEnd) : el;
	};
	const render = (vnode, container, namespace) => {
		flushOnAppMount(() => {
			if (vnode == null) {
				if (container._vnode) unmount(container._vnode, null, null, true);
			} else patch(container._vnode || null, vnode, container, null, null, null, namespace);
			container._vnode = vnode;
		}, vnode && container._vnode ? void 0 : vnode && vnode.component ? vnode.component.uid : getNextUid());
	};
	const internals = {
		p: patch,
		um: unmount,
		m: move,
		r: remove,
		mt: mountComponent,
		mc: mountChildren,
		pc: patchChildren,
		pbc: patchBlockChildren,
		n: getNextHostNode,
		o: options
	};
	let hydrate;
	let hydrateNode;
	if (createHydrationFns) [hydrate, hydrateNode] = createHydrationFns(internals);
	return {
		render,
		hydrate,
		createApp: createAppAPI(render, hydrate)
	};
}
function resolveChildrenNamespace({ type, props }, currentNamespace) {
	return currentNamespace === "svg" && type === "foreignObject" || currentNamespace === "mathml" && type === "annotation-xml" && props && props.encoding && props.encoding.includes("html") ? void 0 : currentNamespace;
}
function toggleRecurse({ effect, job }, allowed) {
	if (allowed) {
		effect.flags |= 32;
		job.flags |= 4;
	} else {
		effect.flags &= -33;
		job.flags &= -5;
	}
}
function needTransition(parentSuspense, transition) {
	return (!parentSuspense || parentSuspense && !parentSuspense.pendingBranch) && transition && !transition.persisted;
}
function traverseStaticChildren(n1, n2, shallow = false) {
	const ch1 = n1.children;
	const ch2 = n2.children;
	if (isArray(ch1) && isArray(ch2)) for (let i = 0; i < ch1.length; i++) {
		const c1 = ch1[i];
		let c2 = ch2[i];
		if (c2.shapeFlag & 1 && !c2.dynamicChildren) {
			if (c2.patchFlag <= 0 || c2.patchFlag === 32) {
				c2 = ch2[i] = cloneIfMounted(ch2[i]);
				c2.el = c1.el;
			}
			if (!shallow && c2.patchFlag !== -2) traverseStaticChildren(c1, c2);
		}
		if (c2.type === Text) {
			if (c2.patchFlag === -1) c2 = ch2[i] = cloneIfMounted(c2);
			c2.el = c1.el;
		}
		if (c2.type === Comment && !c2.el) c2.el = c1.el;
	}
}
function getSequence(arr) {
	const p = arr.slice();
	const result = [0];
	let i, j, u, v, c;
	const len = arr.length;
	for (i = 0; i < len; i++) {
		const arrI = arr[i];
		if (arrI !== 0) {
			j = result[result.length - 1];
			if (arr[j] < arrI) {
				p[i] = j;
				result.push(i);
				continue;
			}
			u = 0;
			v = result.length - 1;
			while (u < v) {
				c = u + v >> 1;
				if (arr[result[c]] < arrI) u = c + 1;
				else v = c;
			}
			if (arrI < arr[result[u]]) {
				if (u > 0) p[i] = result[u - 1];
				result[u] = i;
			}
		}
	}
	u = result.length;
	v = result[u - 1];
	while (u-- > 0) {
		result[u] = v;
		v = p[v];
	}
	return result;
}
function locateUnresolvedAsyncRoot(instance) {
	const subComponent = instance.subTree.component;
	if (subComponent) {
		if (subComponent.asyncDep && !subComponent.asyncResolved) return subComponent;
		else return locateUnresolvedAsyncRoot(subComponent);
	}
}
function invalidateMount(hooks) {
	if (hooks) for (let i = 0; i < hooks.length; i++) hooks[i].flags |= 8;
}
function resolveAsyncComponentPlaceholder(anchorVnode) {
	if (anchorVnode.placeholder) return anchorVnode.placeholder;
	const instance = anchorVnode.component;
	if (instance) return resolveAsyncComponentPlaceholder(instance.subTree);
	const suspense = anchorVnode.suspense;
	if (suspense && suspense.activeBranch) return resolveAsyncComponentPlaceholder(suspense.activeBranch);
	return null;
}
var isSuspense = (type) => type.__isSuspense;
var deferredEnterKey = /* @__PURE__ */ Symbol("_deferredEnter");
function queueEffectWithSuspense(fn, suspense) {
	if (suspense && suspense.pendingBranch) {
		if (isArray(fn)) suspense.effects.push(...fn);
		else suspense.effects.push(fn);
	} else queuePostFlushCb(fn);
}
var Fragment = /* @__PURE__ */ Symbol.for("v-fgt");
var Text = /* @__PURE__ */ Symbol.for("v-txt");
var Comment = /* @__PURE__ */ Symbol.for("v-cmt");
var Static = /* @__PURE__ */ Symbol.for("v-stc");
var blockStack = [];
var currentBlock = null;
function openBlock(disableTracking = false) {
	blockStack.push(currentBlock = disableTracking ? null : []);
}
function closeBlock() {
	blockStack.pop();
	currentBlock = blockStack[blockStack.length - 1] || null;
}
var isBlockTreeEnabled = 1;
function setBlockTracking(value, inVOnce = false) {
	isBlockTreeEnabled += value;
	if (value < 0 && currentBlock && inVOnce) currentBlock.hasOnce = true;
}
function setupBlock(vnode) {
	vnode.dynamicChildren = isBlockTreeEnabled > 0 ? currentBlock || EMPTY_ARR : null;
	closeBlock();
	if (isBlockTreeEnabled > 0 && currentBlock) currentBlock.push(vnode);
	return vnode;
}
function createElementBlock(type, props, children, patchFlag, dynamicProps, shapeFlag) {
	return setupBlock(createBaseVNode(type, props, children, patchFlag, dynamicProps, shapeFlag, true));
}
function createBlock(type, props, children, patchFlag, dynamicProps) {
	return setupBlock(createVNode(type, props, children, patchFlag, dynamicProps, true));
}
function isVNode(value) {
	return value ? value.__v_isVNode === true : false;
}
function isSameVNodeType(n1, n2) {
	return n1.type === n2.type && n1.key === n2.key;
}
var normalizeKey = ({ key }) => key != null ? key : null;
var normalizeRef = ({ ref, ref_key, ref_for }) => {
	if (typeof ref === "number") ref = "" + ref;
	return ref != null ? isString(ref) || /* @__PURE__ */ isRef(ref) || isFunction(ref) ? {
		i: currentRenderingInstance,
		r: ref,
		k: ref_key,
		f: !!ref_for
	} : ref : null;
};
function createBaseVNode(type, props = null, children = null, patchFlag = 0, dynamicProps = null, shapeFlag = type === Fragment ? 0 : 1, isBlockNode = false, needFullChildrenNormalization = false) {
	const vnode = {
		__v_isVNode: true,
		__v_skip: true,
		type,
		props,
		key: props && normalizeKey(props),
		ref: props && normalizeRef(props),
		scopeId: currentScopeId,
		slotScopeIds: null,
		children,
		component: null,
		suspense: null,
		ssContent: null,
		ssFallback: null,
		dirs: null,
		transition: null,
		el: null,
		anchor: null,
		target: null,
		targetStart: null,
		targetAnchor: null,
		staticCount: 0,
		shapeFlag,
		patchFlag,
		dynamicProps,
		dynamicChildren: null,
		appContext: null,
		ctx: currentRenderingInstance
	};
	if (needFullChildrenNormalization) {
		normalizeChildren(vnode, children);
		if (shapeFlag & 128) type.normalize(vnode);
	} else if (children) vnode.shapeFlag |= isString(children) ? 8 : 16;
	if (isBlockTreeEnabled > 0 && !isBlockNode && currentBlock && (vnode.patchFlag > 0 || shapeFlag & 6) && vnode.patchFlag !== 32) currentBlock.push(vnode);
	return vnode;
}
var createVNode = _createVNode;
function _createVNode(type, props = null, children = null, patchFlag = 0, dynamicProps = null, isBlockNode = false) {
	if (!type || type === NULL_DYNAMIC_COMPONENT) type = Comment;
	if (isVNode(type)) {
		const cloned = cloneVNode(type, props, true);
		if (children) normalizeChildren(cloned, children);
		if (isBlockTreeEnabled > 0 && !isBlockNode && currentBlock) {
			if (cloned.shapeFlag & 6) currentBlock[currentBlock.indexOf(type)] = cloned;
			else currentBlock.push(cloned);
		}
		cloned.patchFlag = -2;
		return cloned;
	}
	if (isClassComponent(type)) type = type.__vccOpts;
	if (props) {
		props = guardReactiveProps(props);
		let { class: klass, style } = props;
		if (klass && !isString(klass)) props.class = normalizeClass(klass);
		if (isObject$1(style)) {
			if (/* @__PURE__ */ isProxy(style) && !isArray(style)) style = extend({}, style);
			props.style = normalizeStyle(style);
		}
	}
	const shapeFlag = isString(type) ? 1 : isSuspense(type) ? 128 : isTeleport(type) ? 64 : isObject$1(type) ? 4 : isFunction(type) ? 2 : 0;
	return createBaseVNode(type, props, children, patchFlag, dynamicProps, shapeFlag, isBlockNode, true);
}
function guardReactiveProps(props) {
	if (!props) return null;
	if (/* @__PURE__ */ isProxy(props)) return extend({}, props);
	return isInternalObject(props) ? extend({}, props[rawAttrsKey] || props) : props;
}
function cloneVNode(vnode, extraProps, mergeRef = false, cloneTransition = false) {
	const { props, ref, patchFlag, children, transition } = vnode;
	const mergedProps = extraProps ? mergeProps(props || {}, extraProps) : props;
	const cloned = {
		__v_isVNode: true,
		__v_skip: true,
		type: vnode.type,
		props: mergedProps,
		key: mergedProps && normalizeKey(mergedProps),
		ref: extraProps && extraProps.ref ? mergeRef && ref ? isArray(ref) ? ref.concat(normalizeRef(extraProps)) : [ref, normalizeRef(extraProps)] : normalizeRef(extraProps) : ref,
		scopeId: vnode.scopeId,
		slotScopeIds: vnode.slotScopeIds,
		children,
		target: vnode.target,
		targetStart: vnode.targetStart,
		targetAnchor: vnode.targetAnchor,
		staticCount: vnode.staticCount,
		shapeFlag: vnode.shapeFlag,
		patchFlag: extraProps && vnode.type !== Fragment ? patchFlag === -1 ? 16 : patchFlag | 16 : patchFlag,
		dynamicProps: vnode.dynamicProps,
		dynamicChildren: vnode.dynamicChildren,
		appContext: vnode.appContext,
		dirs: vnode.dirs,
		transition,
		component: vnode.component,
		suspense: vnode.suspense,
		ssContent: vnode.ssContent && cloneVNode(vnode.ssContent),
		ssFallback: vnode.ssFallback && cloneVNode(vnode.ssFallback),
		placeholder: vnode.placeholder,
		el: vnode.el,
		anchor: vnode.anchor,
		ctx: vnode.ctx,
		ce: vnode.ce,
		cacheIndex: vnode.cacheIndex
	};
	if (transition && cloneTransition) setTransitionHooks(cloned, transition.clone(cloned));
	return cloned;
}
function createTextVNode(text = " ", flag = 0) {
	return createVNode(Text, null, text, flag);
}
function createCommentVNode(text = "", asBlock = false) {
	return asBlock ? (openBlock(), createBlock(Comment, null, text)) : createVNode(Comment, null, text);
}
function normalizeVNode(child) {
	if (child == null || typeof child === "boolean") return createVNode(Comment);
	else if (isArray(child)) return createVNode(Fragment, null, child.slice());
	else if (isVNode(child)) return cloneIfMounted(child);
	else return createVNode(Text, null, String(child));
}
function cloneIfMounted(child) {
	return child.el === null && child.patchFlag !== -1 || child.memo ? child : cloneVNode(child);
}
function normalizeChildren(vnode, children) {
	let type = 0;
	const { shapeFlag } = vnode;
	if (children == null) children = null;
	else if (isArray(children)) type = 16;
	else if (typeof children === "object") {
		if (shapeFlag & 65) {
			const slot = children.default;
			if (slot) {
				slot._c && (slot._d = false);
				normalizeChildren(vnode, slot());
				slot._c && (slot._d = true);
			}
			return;
		} else {
			type = 32;
			const slotFlag = children._;
			if (!slotFlag && !isInternalObject(children)) children._ctx = currentRenderingInstance;
			else if (slotFlag === 3 && currentRenderingInstance) {
				if (currentRenderingInstance.slots._ === 1) children._ = 1;
				else {
					children._ = 2;
					vnode.patchFlag |= 1024;
				}
			}
		}
	} else if (isFunction(children)) {
		if (shapeFlag & 65) {
			normalizeChildren(vnode, { default: children });
			return;
		}
		children = {
			default: children,
			_ctx: currentRenderingInstance
		};
		type = 32;
	} else {
		children = String(children);
		if (shapeFlag & 64) {
			type = 16;
			children = [createTextVNode(children)];
		} else type = 8;
	}
	vnode.children = children;
	vnode.shapeFlag |= type;
}
function mergeProps(...args) {
	const ret = {};
	for (let i = 0; i < args.length; i++) {
		const toMerge = args[i];
		for (const key in toMerge) if (key === "class") {
			if (ret.class !== toMerge.class) ret.class = normalizeClass([ret.class, toMerge.class]);
		} else if (key === "style") ret.style = normalizeStyle([ret.style, toMerge.style]);
		else if (isOn(key)) {
			const existing = ret[key];
			const incoming = toMerge[key];
			if (incoming && existing !== incoming && !(isArray(existing) && existing.includes(incoming))) ret[key] = existing ? [].concat(existing, incoming) : incoming;
			else if (incoming == null && existing == null && !isModelListener(key)) ret[key] = incoming;
		} else if (key !== "") ret[key] = toMerge[key];
	}
	return ret;
}
function invokeVNodeHook(hook, instance, vnode, prevVNode = null) {
	callWithAsyncErrorHandling(hook, instance, 7, [vnode, prevVNode]);
}
var emptyAppContext = /* @__PURE__ */ createAppContext();
var uid = 0;
function getNextUid() {
	return uid;
}
function createComponentInstance(vnode, parent, suspense) {
	const type = vnode.type;
	const appContext = (parent ? parent.appContext : vnode.appContext) || emptyAppContext;
	const instance = {
		uid: uid++,
		vnode,
		type,
		parent,
		appContext,
		root: null,
		next: null,
		subTree: null,
		effect: null,
		update: null,
		job: null,
		scope: new EffectScope(true),
		render: null,
		proxy: null,
		exposed: null,
		exposeProxy: null,
		withProxy: null,
		provides: parent ? parent.provides : Object.create(appContext.provides),
		ids: parent ? parent.ids : [
			"",
			0,
			0
		],
		accessCache: null,
		renderCache: [],
		components: null,
		directives: null,
		propsOptions: normalizePropsOptions(type, appContext),
		emitsOptions: normalizeEmitsOptions(type, appContext),
		emit: null,
		emitted: null,
		propsDefaults: EMPTY_OBJ,
		inheritAttrs: type.inheritAttrs,
		ctx: EMPTY_OBJ,
		data: EMPTY_OBJ,
		props: EMPTY_OBJ,
		attrs: EMPTY_OBJ,
		slots: EMPTY_OBJ,
		refs: EMPTY_OBJ,
		setupState: EMPTY_OBJ,
		setupContext: null,
		suspense,
		suspenseId: suspense ? suspense.pendingId : 0,
		asyncDep: null,
		asyncResolved: false,
		isMounted: false,
		isUnmounted: false,
		isDeactivated: false,
		bc: null,
		c: null,
		bm: null,
		m: null,
		bu: null,
		u: null,
		um: null,
		bum: null,
		da: null,
		a: null,
		rtg: null,
		rtc: null,
		ec: null,
		sp: null
	};
	instance.ctx = { _: instance };
	instance.root = parent ? parent.root : instance;
	instance.emit = emit.bind(null, instance);
	if (vnode.ce) vnode.ce(instance);
	return instance;
}
var currentInstance = null;
var getCurrentInstance = () => currentInstance || currentRenderingInstance;
var internalSetCurrentInstance;
var setInSSRSetupState;
{
	const g = getGlobalThis();
	const registerGlobalSetter = (key, setter) => {
		let setters;
		if (!(setters = g[key])) setters = g[key] = [];
		setters.push(setter);
		return (v) => {
			if (setters.length > 1) setters.forEach((set) => set(v));
			else setters[0](v);
		};
	};
	internalSetCurrentInstance = registerGlobalSetter(`__VUE_INSTANCE_SETTERS__`, (v) => currentInstance = v);
	setInSSRSetupState = registerGlobalSetter(`__VUE_SSR_SETTERS__`, (v) => isInSSRComponentSetup = v);
}
var setCurrentInstance = (instance) => {
	const prev = currentInstance;
	internalSetCurrentInstance(instance);
	instance.scope.on();
	return () => {
		instance.scope.off();
		internalSetCurrentInstance(prev);
	};
};
var unsetCurrentInstance = () => {
	currentInstance && currentInstance.scope.off();
	internalSetCurrentInstance(null);
};
function isStatefulComponent(instance) {
	return instance.vnode.shapeFlag & 4;
}
var isInSSRComponentSetup = false;
function setupComponent(instance, isSSR = false, optimized = false) {
	isSSR && setInSSRSetupState(isSSR);
	const { props, children } = instance.vnode;
	const isStateful = isStatefulComponent(instance);
	initProps(instance, props, isStateful, isSSR);
	initSlots(instance, children, optimized || isSSR);
	const setupResult = isStateful ? setupStatefulComponent(instance, isSSR) : void 0;
	isSSR && setInSSRSetupState(false);
	return setupResult;
}
function setupStatefulComponent(instance, isSSR) {
	const Component = instance.type;
	instance.accessCache = /* @__PURE__ */ Object.create(null);
	instance.proxy = new Proxy(instance.ctx, PublicInstanceProxyHandlers);
	const { setup } = Component;
	if (setup) {
		pauseTracking();
		const setupContext = instance.setupContext = setup.length > 1 ? createSetupContext(instance) : null;
		const reset = setCurrentInstance(instance);
		const setupResult = callWithErrorHandling(setup, instance, 0, [instance.props, setupContext]);
		const isAsyncSetup = isPromise(setupResult);
		resetTracking();
		reset();
		if ((isAsyncSetup || instance.sp) && !isAsyncWrapper(instance)) markAsyncBoundary(instance);
		if (isAsyncSetup) {
			setupResult.then(unsetCurrentInstance, unsetCurrentInstance);
			if (isSSR) return setupResult.then((resolvedResult) => {
				setInSSRSetupState(true);
				try {
					handleSetupResult(instance, resolvedResult, isSSR);
				} finally {
					setInSSRSetupState(false);
				}
			}).catch((e) => {
				handleError(e, instance, 0, void 0, true);
				instance.ssrRender = (_, push) => push("<!---->");
			});
			else instance.asyncDep = setupResult;
		} else handleSetupResult(instance, setupResult, isSSR);
	} else finishComponentSetup(instance, isSSR);
}
function handleSetupResult(instance, setupResult, isSSR) {
	if (isFunction(setupResult)) {
		if (instance.type.__ssrInlineRender) instance.ssrRender = setupResult;
		else instance.render = setupResult;
	} else if (isObject$1(setupResult)) instance.setupState = proxyRefs(setupResult);
	finishComponentSetup(instance, isSSR);
}
function finishComponentSetup(instance, isSSR, skipOptions) {
	const Component = instance.type;
	if (!instance.render) instance.render = Component.render || NOOP;
	{
		const reset = setCurrentInstance(instance);
		pauseTracking();
		try {
			applyOptions(instance);
		} finally {
			resetTracking();
			reset();
		}
	}
}
var rawAttrsKey = /* @__PURE__ */ Symbol();
var attrsProxyHandlers = { get(target, key) {
	track(target, "get", "");
	return key === rawAttrsKey ? target : target[key];
} };
function createSetupContext(instance) {
	const expose = (exposed) => {
		instance.exposed = exposed || {};
	};
	return {
		attrs: new Proxy(instance.attrs, attrsProxyHandlers),
		slots: instance.slots,
		emit: instance.emit,
		expose
	};
}
function getComponentPublicInstance(instance) {
	if (instance.exposed) return instance.exposeProxy || (instance.exposeProxy = new Proxy(proxyRefs(markRaw(instance.exposed)), {
		get(target, key) {
			if (key in target) return target[key];
			else if (key in publicPropertiesMap) return publicPropertiesMap[key](instance);
		},
		has(target, key) {
			return key in target || key in publicPropertiesMap;
		}
	}));
	else return instance.proxy;
}
function getComponentName(Component, includeInferred = true) {
	return isFunction(Component) ? Component.displayName || Component.name : Component.name || includeInferred && Component.__name;
}
function isClassComponent(value) {
	return isFunction(value) && "__vccOpts" in value;
}
var computed = (getterOrOptions, debugOptions) => {
	return /* @__PURE__ */ computed$1(getterOrOptions, debugOptions, isInSSRComponentSetup);
};
function h(type, propsOrChildren, children) {
	try {
		setBlockTracking(-1);
		const l = arguments.length;
		if (l === 2) {
			if (isObject$1(propsOrChildren) && !isArray(propsOrChildren)) {
				if (isVNode(propsOrChildren)) return createVNode(type, null, [propsOrChildren]);
				return createVNode(type, propsOrChildren);
			} else return createVNode(type, null, propsOrChildren);
		} else {
			if (l > 3) children = Array.prototype.slice.call(arguments, 2);
			else if (l === 3 && isVNode(children)) children = [children];
			return createVNode(type, propsOrChildren, children);
		}
	} finally {
		setBlockTracking(1);
	}
}
function withMemo(memo, render, cache, index) {
	const cached = cache[index];
	if (cached && isMemoSame(cached, memo)) return cached;
	const ret = render();
	ret.memo = memo.slice();
	ret.cacheIndex = index;
	return cache[index] = ret;
}
function isMemoSame(cached, memo) {
	const prev = cached.memo;
	if (prev.length != memo.length) return false;
	for (let i = 0; i < prev.length; i++) if (hasChanged(prev[i], memo[i])) return false;
	if (isBlockTreeEnabled > 0 && currentBlock) currentBlock.push(cached);
	return true;
}
var version = "3.5.45";
// ../../work/main/node_modules/@vue/runtime-dom/dist/runtime-dom.esm-bundler.js
/**
* @vue/runtime-dom v3.5.45
* (c) 2018-present Yuxi (Evan) You and Vue contributors
* @license MIT
**/
var policy = void 0;
var tt = typeof window !== "undefined" && window.trustedTypes;
if (tt) try {
	policy = /* @__PURE__ */ tt.createPolicy("vue", { createHTML: (val) => val });
} catch (e) {}
var unsafeToTrustedHTML = policy ? (val) => policy.createHTML(val) : (val) => val;
var svgNS = "http://www.w3.org/2000/svg";
var mathmlNS = "http://www.w3.org/1998/Math/MathML";
var doc = typeof document !== "undefined" ? document : null;
var templateContainer = doc && /* @__PURE__ */ doc.createElement("template");
var nodeOps = {
	insert: (child, parent, anchor) => {
		parent.insertBefore(child, anchor || null);
	},
	remove: (child) => {
		const parent = child.parentNode;
		if (parent) parent.removeChild(child);
	},
	createElement: (tag, namespace, is, props) => {
		const el = namespace === "svg" ? doc.createElementNS(svgNS, tag) : namespace === "mathml" ? doc.createElementNS(mathmlNS, tag) : is ? doc.createElement(tag, { is }) : doc.createElement(tag);
		if (tag === "select" && props && props.multiple != null) el.setAttribute("multiple", props.multiple);
		return el;
	},
	createText: (text) => doc.createTextNode(text),
	createComment: (text) => doc.createComment(text),
	setText: (node, text) => {
		node.nodeValue = text;
	},
	setElementText: (el, text) => {
		el.textContent = text;
	},
	parentNode: (node) => node.parentNode,
	nextSibling: (node) => node.nextSibling,
	querySelector: (selector) => doc.querySelector(selector),
	setScopeId(el, id) {
		el.setAttribute(id, "");
	},
	insertStaticContent(content, parent, anchor, namespace, start, end) {
		const before = anchor ? anchor.previousSibling : parent.lastChild;
		if (start && (start === end || start.nextSibling)) while (true) {
			parent.insertBefore(start.cloneNode(true), anchor);
			if (start === end || !(start = start.nextSibling)) break;
		}
		else {
			templateContainer.innerHTML = unsafeToTrustedHTML(namespace === "svg" ? `<svg>${content}</svg>` : namespace === "mathml" ? `<math>${content}</math>` : content);
			const template = templateContainer.content;
			if (namespace === "svg" || namespace === "mathml") {
				const wrapper = template.firstChild;
				while (wrapper.firstChild) template.appendChild(wrapper.firstChild);
				template.removeChild(wrapper);
			}
			parent.insertBefore(template, anchor);
		}
		return [before ? before.nextSibling : parent.firstChild, anchor ? anchor.previousSibling : parent.lastChild];
	}
};
var vtcKey = /* @__PURE__ */ Symbol("_vtc");
function patchClass(el, value, isSVG) {
	const transitionClasses = el[vtcKey];
	if (transitionClasses) value = (value ? [value, ...transitionClasses] : [...transitionClasses]).join(" ");
	if (value == null) el.removeAttribute("class");
	else if (isSVG) el.setAttribute("class", value);
	else el.className = value;
}
var vShowOriginalDisplay = /* @__PURE__ */ Symbol("_vod");
var vShowHidden = /* @__PURE__ */ Symbol("_vsh");
var CSS_VAR_TEXT = /* @__PURE__ */ Symbol("");
var displayRE = /(?:^|;)\s*display\s*:/;
function patchStyle(el, prev, next) {
	const style = el.style;
	const isCssString = isString(next);
	let hasControlledDisplay = false;
	if (next && !isCssString) {
		if (prev) {
			if (!isString(prev)) {
				for (const key in prev) if (next[key] == null) setStyle(style, key, "");
			} else for (const prevStyle of prev.split(";")) {
				const key = prevStyle.slice(0, prevStyle.indexOf(":")).trim();
				if (next[key] == null) setStyle(style, key, "");
			}
		}
		for (const key in next) {
			if (key === "display") hasControlledDisplay = true;
			const value = next[key];
			if (value != null) {
				if (!shouldPreserveTextareaResizeStyle(el, key, !isString(prev) && prev ? prev[key] : void 0, value)) setStyle(style, key, value);
			} else setStyle(style, key, "");
		}
	} else if (isCssString) {
		if (prev !== next) {
			const cssVarText = style[CSS_VAR_TEXT];
			if (cssVarText) next += ";" + cssVarText;
			style.cssText = next;
			hasControlledDisplay = displayRE.test(next);
		}
	} else if (prev) el.removeAttribute("style");
	if (vShowOriginalDisplay in el) {
		if (!isCssString || prev !== next) el[vShowOriginalDisplay] = hasControlledDisplay ? style.display : "";
		if (el[vShowHidden]) style.display = "none";
	}
}
var importantRE = /\s*!important$/;
function setStyle(style, name, val) {
	if (isArray(val)) val.forEach((v) => setStyle(style, name, v));
	else {
		if (val == null) val = "";
		if (name.startsWith("--")) {
			if (importantRE.test(val)) style.setProperty(name, val.replace(importantRE, ""), "important");
			else style.setProperty(name, val);
		} else {
			const prefixed = autoPrefix(style, name);
			if (importantRE.test(val)) style.setProperty(hyphenate$1(prefixed), val.replace(importantRE, ""), "important");
			else style[prefixed] = val;
		}
	}
}
var prefixes = [
	"Webkit",
	"Moz",
	"ms"
];
var prefixCache = {};
function autoPrefix(style, rawName) {
	const cached = prefixCache[rawName];
	if (cached) return cached;
	let name = camelize$1(rawName);
	if (name !== "filter" && name in style) return prefixCache[rawName] = name;
	name = capitalize(name);
	for (let i = 0; i < prefixes.length; i++) {
		const prefixed = prefixes[i] + name;
		if (prefixed in style) return prefixCache[rawName] = prefixed;
	}
	return rawName;
}
function shouldPreserveTextareaResizeStyle(el, key, prev, next) {
	return el.tagName === "TEXTAREA" && (key === "width" || key === "height") && isString(next) && prev === next;
}
var xlinkNS = "http://www.w3.org/1999/xlink";
function patchAttr(el, key, value, isSVG, instance, isBoolean = isSpecialBooleanAttr(key)) {
	if (isSVG && key.startsWith("xlink:")) {
		if (value == null) el.removeAttributeNS(xlinkNS, key.slice(6, key.length));
		else el.setAttributeNS(xlinkNS, key, value);
	} else if (value == null || isBoolean && !includeBooleanAttr(value)) el.removeAttribute(key);
	else el.setAttribute(key, isBoolean ? "" : isSymbol(value) ? String(value) : value);
}
function patchDOMProp(el, key, value, parentComponent, attrName) {
	if (key === "innerHTML" || key === "textContent") {
		if (value != null) el[key] = key === "innerHTML" ? unsafeToTrustedHTML(value) : value;
		return;
	}
	const tag = el.tagName;
	if (key === "value" && tag !== "PROGRESS" && !tag.includes("-")) {
		const oldValue = tag === "OPTION" ? el.getAttribute("value") || "" : el.value;
		const newValue = value == null ? el.type === "checkbox" ? "on" : "" : String(value);
		if (oldValue !== newValue || !("_value" in el)) el.value = newValue;
		if (value == null) el.removeAttribute(key);
		el._value = value;
		return;
	}
	let needRemove = false;
	if (value === "" || value == null) {
		const type = typeof el[key];
		if (type === "boolean") value = includeBooleanAttr(value);
		else if (value == null && type === "string") {
			value = "";
			needRemove = true;
		} else if (type === "number") {
			value = 0;
			needRemove = true;
		}
	}
	try {
		el[key] = value;
	} catch (e) {}
	needRemove && el.removeAttribute(attrName || key);
}
function addEventListener(el, event, handler, options) {
	el.addEventListener(event, handler, options);
}
function removeEventListener(el, event, handler, options) {
	el.removeEventListener(event, handler, options);
}
var veiKey = /* @__PURE__ */ Symbol("_vei");
function patchEvent(el, rawName, prevValue, nextValue, instance = null) {
	const invokers = el[veiKey] || (el[veiKey] = {});
	const existingInvoker = invokers[rawName];
	if (nextValue && existingInvoker) existingInvoker.value = nextValue;
	else {
		const [name, options] = parseName(rawName);
		if (nextValue) addEventListener(el, name, invokers[rawName] = createInvoker(nextValue, instance), options);
		else if (existingInvoker) {
			removeEventListener(el, name, existingInvoker, options);
			invokers[rawName] = void 0;
		}
	}
}
var optionsModifierRE = /(Once|Passive|Capture)$/;
var optionsModifierEventRE = /^on:?(?:Once|Passive|Capture)$/;
function parseName(name) {
	let options;
	let m;
	while ((m = name.match(optionsModifierRE)) && !optionsModifierEventRE.test(name)) {
		if (!options) options = {};
		name = name.slice(0, name.length - m[1].length);
		options[m[1].toLowerCase()] = true;
	}
	return [name[2] === ":" ? name.slice(3) : hyphenate$1(name.slice(2)), options];
}
var cachedNow = 0;
var p = /* @__PURE__ */ Promise.resolve();
var getNow = () => cachedNow || (p.then(() => cachedNow = 0), cachedNow = Date.now());
function createInvoker(initialValue, instance) {
	const invoker = (e) => {
		if (!e._vts) e._vts = Date.now();
		else if (e._vts <= invoker.attached) return;
		const value = invoker.value;
		if (isArray(value)) {
			const originalStop = e.stopImmediatePropagation;
			e.stopImmediatePropagation = () => {
				originalStop.call(e);
				e._stopped = true;
			};
			const handlers = value.slice();
			const args = [e];
			for (let i = 0; i < handlers.length; i++) {
				if (e._stopped) break;
				const handler = handlers[i];
				if (handler) callWithAsyncErrorHandling(handler, instance, 5, args);
			}
		} else callWithAsyncErrorHandling(value, instance, 5, [e]);
	};
	invoker.value = initialValue;
	invoker.attached = getNow();
	return invoker;
}
var isNativeOn = (key) => key.charCodeAt(0) === 111 && key.charCodeAt(1) === 110 && key.charCodeAt(2) > 96 && key.charCodeAt(2) < 123;
var patchProp = (el, key, prevValue, nextValue, namespace, parentComponent) => {
	const isSVG = namespace === "svg";
	if (key === "class") patchClass(el, nextValue, isSVG);
	else if (key === "style") patchStyle(el, prevValue, nextValue);
	else if (isOn(key)) {
		if (!isModelListener(key)) patchEvent(el, key, prevValue, nextValue, parentComponent);
	} else if (key[0] === "." ? (key = key.slice(1), true) : key[0] === "^" ? (key = key.slice(1), false) : shouldSetAsProp(el, key, nextValue, isSVG)) {
		patchDOMProp(el, key, nextValue);
		if (!el.tagName.includes("-") && (key === "value" || key === "checked" || key === "selected")) patchAttr(el, key, nextValue, isSVG, parentComponent, key !== "value");
	} else if (el._isVueCE && (shouldSetAsPropForVueCE(el, key) || el._def.__asyncLoader && (/[A-Z]/.test(key) || !isString(nextValue)))) patchDOMProp(el, camelize$1(key), nextValue, parentComponent, key);
	else {
		if (key === "true-value") el._trueValue = nextValue;
		else if (key === "false-value") el._falseValue = nextValue;
		patchAttr(el, key, nextValue, isSVG);
	}
};
function shouldSetAsProp(el, key, value, isSVG) {
	if (isSVG) {
		if (key === "innerHTML" || key === "textContent") return true;
		if (key in el && isNativeOn(key) && isFunction(value)) return true;
		return false;
	}
	if (key === "spellcheck" || key === "draggable" || key === "translate" || key === "autocorrect") return false;
	if (key === "sandbox" && el.tagName === "IFRAME") return false;
	if (key === "form") return false;
	if (key === "list" && el.tagName === "INPUT") return false;
	if (key === "type" && el.tagName === "TEXTAREA") return false;
	if (key === "width" || key === "height") {
		const tag = el.tagName;
		if (tag === "IMG" || tag === "VIDEO" || tag === "CANVAS" || tag === "SOURCE") return false;
	}
	if (isNativeOn(key) && isString(value)) return false;
	return key in el;
}
function shouldSetAsPropForVueCE(el, key) {
	const props = el._def.props;
	if (!props) return false;
	const camelKey = camelize$1(key);
	return Array.isArray(props) ? props.some((prop) => camelize$1(prop) === camelKey) : Object.keys(props).some((prop) => camelize$1(prop) === camelKey);
}
var getModelAssigner = (vnode) => {
	const fn = vnode.props["onUpdate:modelValue"] || false;
	return isArray(fn) ? (value) => invokeArrayFns(fn, value) : fn;
};
function onCompositionStart(e) {
	e.target.composing = true;
}
function onCompositionEnd(e) {
	const target = e.target;
	if (target.composing) {
		target.composing = false;
		target.dispatchEvent(new Event("input"));
	}
}
var assignKey = /* @__PURE__ */ Symbol("_assign");
var initialValueKey = /* @__PURE__ */ Symbol("_initialValue");
function castValue(value, trim, number) {
	if (trim) value = value.trim();
	if (number) value = looseToNumber(value);
	return value;
}
var vModelText = {
	created(el, { modifiers: { lazy, trim, number } }, vnode) {
		if (el.parentNode) {
			if (el.type === "text") el[initialValueKey] = el.defaultValue.replace(/[\r\n]/g, "");
			else if (el.type === "textarea") el[initialValueKey] = el.defaultValue.replace(/\r\n?/g, "\n");
		}
		el[assignKey] = getModelAssigner(vnode);
		const castToNumber = number || vnode.props && vnode.props.type === "number";
		addEventListener(el, lazy ? "change" : "input", (e) => {
			if (e.target.composing) return;
			el[assignKey](castValue(el.value, trim, castToNumber));
		});
		if (trim || castToNumber) addEventListener(el, "change", () => {
			el.value = castValue(el.value, trim, castToNumber);
		});
		if (!lazy) {
			addEventListener(el, "compositionstart", onCompositionStart);
			addEventListener(el, "compositionend", onCompositionEnd);
			addEventListener(el, "change", onCompositionEnd);
		}
	},
	mounted(el, { value, modifiers: { trim, number } }) {
		const newValue = value == null ? "" : value;
		const initialValue = el[initialValueKey];
		delete el[initialValueKey];
		if (initialValue !== void 0 && (el.type === "text" || el.type === "textarea") && el.value !== initialValue) el[assignKey](castValue(el.value, trim, number));
		else el.value = newValue;
	},
	beforeUpdate(el, { value, oldValue, modifiers: { lazy, trim, number } }, vnode) {
		el[assignKey] = getModelAssigner(vnode);
		if (el.composing) return;
		const elValue = (number || el.type === "number") && !/^0\d/.test(el.value) ? looseToNumber(el.value) : el.value;
		const newValue = value == null ? "" : value;
		if (elValue === newValue) return;
		const rootNode = el.getRootNode();
		if ((rootNode instanceof Document || rootNode instanceof ShadowRoot) && rootNode.activeElement === el && el.type !== "range") {
			if (lazy && value === oldValue) return;
			if (trim && el.value.trim() === newValue) return;
		}
		el.value = newValue;
	}
};
var vModelSelect = {
	deep: true,
	created(el, { value, modifiers: { number } }, vnode) {
		el._modelValue = value;
		addEventListener(el, "change", () => {
			const selectedVal = Array.prototype.filter.call(el.options, (o) => o.selected).map((o) => number ? looseToNumber(getValue(o)) : getValue(o));
			const multiple = el.multiple;
			const assignedValue = multiple ? isSet(el._modelValue) ? new Set(selectedVal) : selectedVal : selectedVal[0];
			const pending = el._pendingValue = [multiple, multiple ? isArray(assignedValue) ? selectedVal.slice() : selectedVal : assignedValue];
			try {
				el[assignKey](assignedValue);
			} finally {
				nextTick(() => {
					if (el._pendingValue === pending) el._pendingValue = void 0;
				});
			}
		});
		el[assignKey] = getModelAssigner(vnode);
	},
	mounted(el, { value, modifiers: { number } }) {
		setSelected(el, value, number);
	},
	beforeUpdate(el, { value }, vnode) {
		el._modelValue = value;
		el[assignKey] = getModelAssigner(vnode);
	},
	updated(el, { value, modifiers: { number } }) {
		const pending = el._pendingValue;
		el._pendingValue = void 0;
		if (!pending || pending[0] !== el.multiple || !isSameSelectValue(value, pending[1], pending[0])) setSelected(el, value, number);
	}
};
function isSameSelectValue(value, assignedValue, multiple) {
	if (!multiple) return looseEqual(value, assignedValue);
	if (isArray(value)) return looseEqual(value, assignedValue);
	if (isSet(value)) {
		if (value.size !== assignedValue.length) return false;
		for (const item of assignedValue) if (!value.has(item)) return false;
		return true;
	}
	return false;
}
function setSelected(el, value, number = false) {
	const isMultiple = el.multiple;
	const isArrayValue = isArray(value);
	if (isMultiple && !isArrayValue && !isSet(value)) return;
	for (let i = 0, l = el.options.length; i < l; i++) {
		const option = el.options[i];
		const optionValue = getValue(option);
		if (isMultiple) {
			if (isArrayValue) {
				const optionType = typeof optionValue;
				if (optionType === "string" || optionType === "number") option.selected = value.some((v) => String(v) === String(optionValue));
				else option.selected = looseIndexOf(value, optionValue) > -1;
			} else option.selected = value.has(optionValue) || number && typeof optionValue === "string" && value.has(looseToNumber(optionValue));
		} else if (looseEqual(getValue(option), value)) {
			if (el.selectedIndex !== i) el.selectedIndex = i;
			return;
		}
	}
	if (!isMultiple && el.selectedIndex !== -1) el.selectedIndex = -1;
}
function getValue(el) {
	return "_value" in el ? el._value : el.value;
}
var systemModifiers = [
	"ctrl",
	"shift",
	"alt",
	"meta"
];
var modifierGuards = {
	stop: (e) => e.stopPropagation(),
	prevent: (e) => e.preventDefault(),
	self: (e) => e.target !== e.currentTarget,
	ctrl: (e) => !e.ctrlKey,
	shift: (e) => !e.shiftKey,
	alt: (e) => !e.altKey,
	meta: (e) => !e.metaKey,
	left: (e) => "button" in e && e.button !== 0,
	middle: (e) => "button" in e && e.button !== 1,
	right: (e) => "button" in e && e.button !== 2,
	exact: (e, modifiers) => systemModifiers.some((m) => e[`${m}Key`] && !modifiers.includes(m))
};
var withModifiers = (fn, modifiers) => {
	if (!fn) return fn;
	const cache = fn._withMods || (fn._withMods = {});
	const cacheKey = modifiers.join(".");
	return cache[cacheKey] || (cache[cacheKey] = ((event, ...args) => {
		for (let i = 0; i < modifiers.length; i++) {
			const guard = modifierGuards[modifiers[i]];
			if (guard && guard(event, modifiers)) return;
		}
		return fn(event, ...args);
	}));
};
var keyNames = {
	esc: "escape",
	space: " ",
	up: "arrow-up",
	left: "arrow-left",
	right: "arrow-right",
	down: "arrow-down",
	delete: "backspace"
};
var withKeys = (fn, modifiers) => {
	const cache = fn._withKeys || (fn._withKeys = {});
	const cacheKey = modifiers.join(".");
	return cache[cacheKey] || (cache[cacheKey] = ((event) => {
		if (!("key" in event)) return;
		const eventKey = hyphenate$1(event.key);
		if (modifiers.some((k) => k === eventKey || keyNames[k] === eventKey)) return fn(event);
	}));
};
var rendererOptions = /* @__PURE__ */ extend({ patchProp }, nodeOps);
var renderer;
function ensureRenderer() {
	return renderer || (renderer = createRenderer(rendererOptions));
}
var createApp = ((...args) => {
	const app = ensureRenderer().createApp(...args);
	const { mount } = app;
	app.mount = (containerOrSelector) => {
		const container = normalizeContainer(containerOrSelector);
		if (!container) return;
		const component = app._component;
		if (!isFunction(component) && !component.render && !component.template) component.template = container.innerHTML;
		if (container.nodeType === 1) container.textContent = "";
		const proxy = mount(container, false, resolveRootNamespace(container));
		if (container instanceof Element) {
			container.removeAttribute("v-cloak");
			container.setAttribute("data-v-app", "");
		}
		return proxy;
	};
	return app;
});
function resolveRootNamespace(container) {
	if (container instanceof SVGElement) return "svg";
	if (typeof MathMLElement === "function" && container instanceof MathMLElement) return "mathml";
}
function normalizeContainer(container) {
	if (isString(container)) return document.querySelector(container);
	return container;
}
// ../../work/main/packages/core/src/error.ts
/** Every expected failure of the program, and the HTTP status it answers with. */
var ERROR_STATUS = {
	json_malformed: 400,
	json_too_deep: 400,
	json_too_large: 413,
	request_invalid: 400,
	unsupported_content_type: 415,
	workflow_malformed: 400,
	prompt_malformed: 400,
	object_info_malformed: 502,
	selector_invalid: 400,
	loop_map_invalid: 422,
	payload_path_invalid: 422,
	payload_invalid: 422,
	pipeline_invalid: 422,
	pipeline_not_found: 404,
	pipeline_running: 409,
	pipeline_step_not_found: 404,
	pipeline_step_refused: 409,
	upload_too_large: 413,
	media_unsupported: 415,
	loop_not_found: 404,
	loop_exists: 409,
	loop_has_no_workflow: 409,
	loop_exited: 409,
	workflow_not_found: 404,
	workflow_without_loop_return: 422,
	preflight_failed: 422,
	mapping_failed: 422,
	saver_missing: 422,
	output_node_invalid: 422,
	payload_too_short: 422,
	attempt_not_found: 404,
	attempt_not_returned: 409,
	attempt_failed: 409,
	attempt_in_flight: 409,
	retry_not_dense: 409,
	cycle_out_of_range: 422,
	decision_stale: 409,
	nothing_to_undo: 409,
	nothing_approved: 409,
	media_not_found: 404,
	route_not_found: 404,
	origin_refused: 403,
	host_refused: 403,
	path_refused: 403,
	token_required: 401,
	address_needs_token: 400,
	address_in_use: 409,
	data_in_use: 409,
	data_unusable: 500,
	disk_full: 507,
	engine_unavailable: 503,
	engine_refused: 502,
	engine_answer_invalid: 502,
	attempt_lost: 502,
	output_vanished: 502,
	server_not_found: 404,
	ffmpeg_missing: 503,
	usage: 400,
	internal: 500
};
/**
* An expected failure: a code for programs, a sentence for people that says what happened and what to do.
* `details` carries structured facts (findings, the newer state) and never secrets or paths of the machine.
*/
var AppError = class extends Error {
	code;
	details;
	constructor(code, message, options = {}) {
		super(message, options.cause === void 0 ? void 0 : { cause: options.cause });
		this.name = "AppError";
		this.code = code;
		this.details = options.details;
	}
	get status() {
		return ERROR_STATUS[this.code];
	}
};
// ../../work/main/packages/core/src/json-fault.ts
/** The text is cut this often to find a fault, each time at the cost of parsing it; beyond this length the place is not looked for. */
var SEARCHED_LENGTH = 1e6;
/**
* What `JSON.parse` has against a text, in one line and with its line and column, counted from one.
* V8 tells the place of most faults; it quotes the text around an unexpected token instead, and that place is looked for here.
*/
function describeFault(text, cause) {
	const said = messageOf(cause);
	const place = placeSaid(said) ?? placeAt(text, position(text, said));
	const reason = said.replace(/ in JSON at position [\s\S]*$/, "").replace(/^(Unexpected token '[\s\S]+?'), [\s\S]*$/, "$1").replaceAll(/\s+/g, " ");
	return place === void 0 ? reason : `${reason} (${place})`;
}
var messageOf = (cause) => cause instanceof Error ? cause.message : String(cause);
/** The place as V8 and Firefox write it. */
function placeSaid(said) {
	const [, line, column] = /\bline (\d+) column (\d+)/.exec(said) ?? [];
	return line === void 0 || column === void 0 ? void 0 : `line ${line}, column ${column}`;
}
function placeAt(text, at) {
	if (at === void 0) return void 0;
	const before = text.slice(0, at);
	return `line ${before.split("\n").length}, column ${at - before.lastIndexOf("\n")}`;
}
var END = "Unexpected end of JSON input";
function position(text, said) {
	if (said === END) return text.length;
	return said.endsWith("is not valid JSON") && text.length <= SEARCHED_LENGTH ? firstFault(text) : void 0;
}
/** Index of the first character that no JSON could have there: the shortest beginning with a fault ends with it. */
function firstFault(text) {
	let sound = 0;
	let faulty = text.length;
	while (faulty - sound > 1) {
		const middle = Math.floor((sound + faulty) / 2);
		if (hasFault(text.slice(0, middle))) faulty = middle;
		else sound = middle;
	}
	return faulty - 1;
}
/** Whether something is wrong with a beginning besides that it ends too early. */
function hasFault(beginning) {
	try {
		JSON.parse(beginning);
		return false;
	} catch (cause) {
		const said = messageOf(cause);
		const at = /at position (\d+)/.exec(said)?.[1];
		return said !== END && (at === void 0 || Number(at) < beginning.length);
	}
}
// ../../work/main/packages/core/src/json.ts
var DEFAULT_JSON_LIMITS = {
	maxDepth: 64,
	maxLength: 10485760
};
/**
* Parses JSON text and keeps integers up to any size exact.
* Errors: `json_malformed`, `json_too_deep`, `json_too_large`.
* Uses the source text access of `JSON.parse` (TC39 proposal-json-parse-with-source, in Node 24 and current browsers).
*/
function parseJson(text, limits = DEFAULT_JSON_LIMITS) {
	if (text.length > limits.maxLength) return fail(new AppError("json_too_large", `The JSON has ${text.length} characters; at most ${limits.maxLength} are read. Send less at once.`));
	if (nestingDepth(text) > limits.maxDepth) return fail(new AppError("json_too_deep", `The JSON is nested more than ${limits.maxDepth} levels deep. Flatten it.`));
	try {
		return ok(parseWithSource(text, reviveInteger));
	} catch (cause) {
		return fail(new AppError("json_malformed", `This is not valid JSON: ${describeFault(text, cause)}. Check the text near that place.`, { cause }));
	}
}
/** Prints what {@link parseJson} reads; bigints are printed as plain integers. */
function stringifyJson(value, indent) {
	return JSON.stringify(value, (_key, item) => typeof item === "bigint" ? rawJson(item.toString()) : item, indent);
}
var parseWithSource = JSON.parse;
var rawJson = (text) => JSON.rawJSON(text);
var INTEGER = /^-?\d+$/;
function reviveInteger(_key, value, context) {
	if (typeof value !== "number" || Number.isSafeInteger(value)) return value;
	return context.source !== void 0 && INTEGER.test(context.source) ? BigInt(context.source) : value;
}
/** Depth of brackets outside strings; malformed text is left to the parser. */
function nestingDepth(text) {
	let depth = 0;
	let deepest = 0;
	let inString = false;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (inString) {
			if (code === 92) i++;
			else if (code === 34) inString = false;
		} else if (code === 34) inString = true;
		else if (code === 91 || code === 123) deepest = Math.max(deepest, ++depth);
		else if (code === 93 || code === 125) depth--;
	}
	return deepest;
}
// ../../work/main/packages/core/src/protocol/json.ts
/** Any JSON. The reader at the edge has already bounded its depth and size and kept its integers exact. */
var jsonSchema = custom((value) => value !== void 0).meta({ description: "Any JSON; integers up to 2^64−1 are exact." });
/** Changed inputs by `NodeID.Param`. */
var assignmentsSchema = record(string().regex(/^[^.]+\..+$/, "Name it NodeID.Param, such as 12.seed"), jsonSchema);
/** A loop's id: what file names and addresses can hold. */
var loopIdSchema = string().regex(/^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$/, "Use 1 to 64 letters, digits, - and _").refine((id) => id !== "list", "This name is taken by the list of loops");
/** Zero-based, as everywhere in the protocol; people are shown one-based cycles. */
var indexSchema = int().min(0).max(1e6);
// ../../work/main/packages/core/src/protocol/error.ts
/** What every refused request answers: a code for programs, a sentence for people. */
var errorBodySchema = object({ error: object({
	code: string(),
	message: string(),
	details: jsonSchema.optional()
}) });
// ../../work/main/packages/core/src/loop/attempt.ts
/** In the order in which news of an attempt wins over older or later news: see {@link supersedes}. */
var ATTEMPT_STATUSES = [
	"queued",
	"running",
	"cancelled",
	"failed",
	"returned"
];
var DECISIONS = [
	"approve",
	"reject",
	"replay",
	"discard"
];
// ../../work/main/packages/core/src/workflow/mapping.ts
/** Splits `12.seed` at its last dot; `undefined` when a half is missing. */
function parseInputName(key) {
	const dot = key.lastIndexOf(".");
	return dot < 1 || dot === key.length - 1 ? void 0 : {
		nodeId: key.slice(0, dot),
		input: key.slice(dot + 1)
	};
}
// ../../work/main/packages/core/src/protocol/manifest.ts
/** Seeds go up to 2^64−1. */
var seedSchema = custom((value) => typeof value === "number" || typeof value === "bigint").meta({ description: "An integer from 0 to 2^64−1, exact." });
var mediaViewSchema = object({
	/** Opaque id in the media store. */
	media: string(),
	kind: _enum([
		"image",
		"audio",
		"video",
		"model",
		"file"
	]),
	/** Addresses on this server; `thumb` takes `?w=` in pixels, images only. */
	url: string(),
	thumb: string().optional(),
	mime: string(),
	bytes: int(),
	width: int().optional(),
	height: int().optional(),
	filename: string(),
	subfolder: string(),
	type: _enum([
		"output",
		"input",
		"temp"
	])
});
/** What an attempt returned, by kind. */
var outputsSchema = object({
	images: array(mediaViewSchema),
	audio: array(mediaViewSchema),
	video: array(mediaViewSchema),
	files: array(mediaViewSchema),
	text: array(string()),
	json: array(jsonSchema)
});
/** One attempt of a cycle. Times are milliseconds since 1970. */
var manifestEntrySchema = object({
	cycle_index: indexSchema,
	retry_index: indexSchema,
	status: _enum(ATTEMPT_STATUSES),
	prompt_id: string(),
	decision: _enum(DECISIONS).nullable(),
	/** Counts decisions and undos; send it with a decision that changes an earlier one. */
	revision: int(),
	decided_by: string().nullable(),
	decided_at: int().nullable(),
	reason: string().nullable(),
	outputs: outputsSchema,
	error: object({
		code: string(),
		message: string(),
		node: object({
			id: string(),
			type: string()
		}).optional()
	}).nullable(),
	/** What the loop gave the workflow's seed input; null when it gave none. */
	seed: seedSchema.nullable(),
	/** Resolved inputs, by `NodeID.Param`. */
	inputs: assignmentsSchema,
	edits: assignmentsSchema,
	worker: string().nullable(),
	workflow_hash: string(),
	created_at: int(),
	started_at: int().nullable(),
	ended_at: int().nullable(),
	updated_at: int()
});
var LOOP_STATUSES = [
	"empty",
	"ready",
	"running",
	"waiting",
	"failed",
	"complete",
	"exited"
];
var loopSummarySchema = object({
	loop_id: loopIdSchema,
	status: _enum(LOOP_STATUSES),
	mode: _enum(["auto", "manual"]),
	total_cycles: int(),
	current_cycle: int(),
	current_retry: int(),
	approved: int(),
	workflow_name: string().nullable(),
	seq: int(),
	created_at: int(),
	updated_at: int()
});
var loopViewSchema = loopSummarySchema.extend({
	approve: _enum(["ask", "all"]),
	lookahead: int(),
	overrides: assignmentsSchema,
	loop_map: jsonSchema.nullable(),
	loop_map_error: string().nullable(),
	payload: jsonSchema.nullable(),
	payload_error: string().nullable(),
	workflow_source: string().nullable(),
	manifest: array(manifestEntrySchema),
	last_error: string().nullable(),
	runtime_state: jsonSchema.nullable()
});
/** A row of a loop's history. */
var historyEntrySchema = object({
	seq: int(),
	at: int(),
	by: string(),
	type: string(),
	data: jsonSchema
});
// ../../work/main/packages/core/src/pipeline/state.ts
var STEP_STATUSES = [
	"waiting",
	"running",
	"review",
	"done",
	"failed",
	"cancelled"
];
var PIPELINE_STATUSES = [
	"running",
	"review",
	"done",
	"failed",
	"cancelled"
];
// ../../work/main/packages/core/src/protocol/workflow.ts
var findingSchema = object({
	severity: _enum([
		"error",
		"warning",
		"info"
	]),
	code: string(),
	message: string(),
	node: object({
		id: string(),
		title: string(),
		classType: string()
	}).optional(),
	input: string().optional(),
	remedy: string()
});
var mappingViewSchema = object({
	path: string(),
	selector: string(),
	targets: array(object({
		nodeId: string(),
		title: string(),
		input: string(),
		type: string()
	})),
	firstValue: jsonSchema.optional()
});
var workflowProfileSchema = object({
	profile_id: string(),
	profile_version: string(),
	ui_contract_version: string(),
	workflow_kind: _enum(["master", "branch"])
});
/** A node that the result of a cycle could be taken from, and what it saves or makes. */
var outputCandidateSchema = object({
	node: string(),
	title: string(),
	class_type: string(),
	type: string()
});
/** A workflow to look at or to run: by its file's name, as UI workflow JSON, or as an API prompt (with its graph beside it). */
var workflowChoiceSchema = object({
	name: string().max(400).optional(),
	workflow: jsonSchema.optional(),
	prompt: jsonSchema.optional(),
	/** Where a workflow without Loop Return takes its result from: a node id of the prompt, such as `9` or `5:12`. */
	output_node: string().min(1).max(400).optional()
});
var settingsShape = {
	total_cycles: int().min(1).max(1e6).optional(),
	mode: _enum(["auto", "manual"]).optional(),
	approve: _enum(["ask", "all"]).optional(),
	lookahead: int().min(0).max(100).optional()
};
var loopSettingsSchema = object(settingsShape);
var validateRequestSchema = workflowChoiceSchema.extend({
	payload: jsonSchema.optional(),
	overrides: assignmentsSchema.optional(),
	total_cycles: settingsShape.total_cycles
});
var validateResponseSchema = object({
	ok: boolean(),
	findings: array(findingSchema),
	mappings: array(mappingViewSchema),
	/** For a workflow without Loop Return, also when one of them was chosen; the likeliest first. */
	output_candidates: array(outputCandidateSchema),
	total_cycles: indexSchema,
	payload: jsonSchema.nullable(),
	workflow_profile: workflowProfileSchema.nullable()
});
var startRequestSchema = validateRequestSchema.extend({
	...settingsShape,
	loop_id: loopIdSchema.optional()
});
var startResponseSchema = object({
	loop_id: string(),
	prompt_id: string(),
	findings: array(findingSchema)
});
var workflowListSchema = object({
	workflows: array(string()),
	master_workflows: array(string()),
	/** Those that are pipelines: they are run step by step and not as a loop. */
	pipelines: array(string()),
	workflow_profiles: record(string(), workflowProfileSchema),
	/** Model files that a workflow says it needs, such as `checkpoints/sd_xl_base_1.0.safetensors`; those that name none are left out. */
	workflow_models: record(string(), array(string())),
	/** Files that could not be read as workflows, with the reason. */
	unreadable: array(object({
		name: string(),
		message: string()
	})),
	folder: string(),
	exists: boolean(),
	count: int()
});
// ../../work/main/packages/core/src/protocol/pipeline.ts
/** A pipeline's id. The loops of its steps are named after it, so it is shorter than theirs and has no `_`. */
var pipelineIdSchema = string().regex(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,39}$/, "Use 1 to 40 letters, digits and -").refine((id) => id !== "list", "This name is taken by the list of pipelines");
var plannedStepSchema = object({
	node_id: string(),
	title: string(),
	role: _enum([
		"generate",
		"execute",
		"composition"
	]),
	/** Its workflow's name in the library. */
	workflow: string().nullable(),
	/** The steps that it waits for. */
	after: array(string())
});
/** Times are milliseconds since 1970. */
var stepSchema = plannedStepSchema.extend({
	/** `review`: a person is needed at its loop. */
	status: _enum(STEP_STATUSES),
	/** The loop that it runs, once it was begun; a composition has none. */
	loop_id: loopIdSchema.nullable(),
	started_at: int().nullable(),
	ended_at: int().nullable(),
	error: object({
		code: string(),
		message: string()
	}).nullable(),
	can_retry: boolean(),
	/** How many resources a composition holds. */
	resources: int().nullable(),
	/** How it went in the run before. */
	last: object({
		status: _enum(STEP_STATUSES),
		started_at: int(),
		ended_at: int().nullable()
	}).nullable()
});
var pipelineSchema = object({
	pipeline_id: pipelineIdSchema,
	/** The workflow file that it was started with. */
	name: string().nullable(),
	run: int(),
	status: _enum(PIPELINE_STATUSES),
	started_at: int(),
	ended_at: int().nullable(),
	updated_at: int(),
	seq: int(),
	steps: array(stepSchema)
});
object({
	pipeline: pipelineSchema,
	/** What happened, in order. */
	events: array(object({
		seq: int(),
		type: string(),
		at: int(),
		by: string()
	}))
});
/** Something that a composition is made of. */
var resourceSchema = object({
	/** The same for the same thing however often it is collected. */
	id: string(),
	kind: _enum([
		"image",
		"audio",
		"video",
		"model",
		"file",
		"text",
		"json"
	]),
	/** A file's name, or a label. */
	name: string(),
	/** Opaque id in the media store; null for what lies elsewhere. */
	media: string().nullable(),
	/** Where it can be opened; null for texts, data, and what only its own machine can open. `thumb` takes `?w=` in pixels. */
	url: string().nullable(),
	thumb: string().nullable(),
	mime: string().nullable(),
	bytes: number$1().nullable(),
	width: number$1().nullable(),
	height: number$1().nullable(),
	seconds: number$1().nullable(),
	text: string().nullable(),
	value: jsonSchema.nullable(),
	/** The approved attempt that made it; null for what the step was given. */
	from: object({
		node_id: string(),
		loop_id: loopIdSchema,
		cycle_index: indexSchema,
		retry_index: indexSchema,
		output_index: indexSchema
	}).nullable()
});
/** By the file's name, or as UI workflow JSON. */
var pipelineChoiceSchema = object({
	name: string().max(400).optional(),
	workflow: jsonSchema.optional()
});
var startPipelineSchema = pipelineChoiceSchema.extend({
	/** Named after the workflow unless said. */
	pipeline_id: pipelineIdSchema.optional(),
	/** Who approves the cycles of execute steps. */
	approve: _enum(["ask", "all"]).default("ask"),
	/** Cycles that their loops make ahead. */
	lookahead: int().min(0).max(100).default(0)
});
/** Findings name the step that they are about. */
var validatePipelineSchema = object({
	ok: boolean(),
	/** The pipeline that a start would run, unless another is said; its last run can be asked for under this id. */
	pipeline_id: pipelineIdSchema,
	findings: array(findingSchema.extend({ step: object({
		node_id: string(),
		title: string()
	}).optional() })),
	steps: array(plannedStepSchema),
	workflow_profile: workflowProfileSchema
});
// ../../work/main/packages/core/src/protocol/system.ts
/** A program or machine that generates: the embedded engine or a ComfyUI. */
var workerViewSchema = object({
	name: string(),
	url: string(),
	kind: _enum(["embedded", "comfyui"]),
	state: _enum([
		"starting",
		"online",
		"resting",
		"offline"
	]),
	version: string().nullable(),
	/** Why it is offline or rests, and what to do. */
	problem: string().nullable(),
	in_flight: int(),
	/** Whether it was added while the program ran, so that it can be removed. */
	removable: boolean(),
	/** Milliseconds since the start in which it worked, and in which it stood idle while a loop with cycles left waited for a person. */
	busy_ms: int(),
	idle_ms: int()
});
/** The address of a ComfyUI, without a slash at its end. */
var serverUrlSchema = url({
	protocol: /^https?$/,
	error: "give an address such as http://127.0.0.1:8188"
}).max(400).transform((given) => given.replace(/\/+$/, ""));
var serversSchema = object({ workers: array(workerViewSchema) });
var systemSchema = object({
	version: string(),
	node: string(),
	sqlite: string(),
	ffmpeg: string().nullable(),
	started_at: int(),
	/** Bytes free where the data live. */
	disk_free: int(),
	memory_rss: int(),
	workers: array(workerViewSchema)
});
// ../../work/main/packages/core/src/protocol/routes.ts
var none = _undefined();
var okSchema = object({ ok: literal(true) });
var loopParams = object({ loop_id: loopIdSchema });
var onLoop = object({ loop_id: loopIdSchema });
var onAttempt = onLoop.extend({
	cycle_index: indexSchema,
	retry_index: indexSchema
});
function get(path, summary, parts) {
	return {
		method: "GET",
		path,
		summary,
		body: none,
		...parts
	};
}
function post(path, summary, body, response) {
	return {
		method: "POST",
		path,
		summary,
		params: none,
		query: none,
		body,
		response
	};
}
var decisionResponse = object({
	ok: literal(true),
	decision: _enum(DECISIONS).nullable(),
	revision: int(),
	current_cycle: int(),
	current_retry: int(),
	status: _enum(LOOP_STATUSES),
	next_cycle_index: int(),
	next_retry_index: int(),
	/** The next attempt waits for a step (loops in `manual` mode). */
	needs_generation: boolean()
});
/** The JSON routes of the server, by name. Media, uploads and the event stream are not JSON and stand beside them. */
var routes = {
	listLoops: get("/lemouf/loop/list", "All loops, the last changed first", {
		params: none,
		query: none,
		response: object({ loops: array(loopSummarySchema) })
	}),
	getLoop: get("/lemouf/loop/:loop_id", "One loop with its manifest", {
		params: loopParams,
		query: object({ manifest: _enum(["all", "none"]).default("all") }),
		response: loopViewSchema
	}),
	getManifest: get("/lemouf/loop/:loop_id/manifest", "A page of the manifest, in order of cycle and retry", {
		params: loopParams,
		query: object({
			from_cycle: number().int().min(0).default(0),
			limit: number().int().min(1).max(1e3).default(200)
		}),
		response: object({
			entries: array(manifestEntrySchema),
			next_cycle: int().nullable()
		})
	}),
	getHistory: get("/lemouf/loop/:loop_id/history", "What happened to a loop: who, when, what", {
		params: loopParams,
		query: object({
			after_seq: number().int().min(0).default(0),
			limit: number().int().min(1).max(1e3).default(200)
		}),
		response: object({
			events: array(historyEntrySchema),
			next_seq: int().nullable()
		})
	}),
	createLoop: post("/lemouf/loop/create", "A new, empty loop", object({ loop_id: loopIdSchema.optional() }), object({ loop_id: string() })),
	startLoop: post("/lemouf/loop/start", "Validate a workflow and start a loop with it", startRequestSchema, startResponseSchema),
	setWorkflow: post("/lemouf/loop/set_workflow", "Give a loop its workflow, in API form, UI form or both", onLoop.extend(workflowChoiceSchema.shape), okSchema),
	setPayload: post("/lemouf/loop/payload", "Give a loop its payload: as JSON, or what another loop returned", onLoop.extend({
		payload: jsonSchema.optional(),
		from: object({
			loop_id: loopIdSchema,
			cycle_index: indexSchema.default(0),
			retry_index: indexSchema.optional()
		}).optional()
	}), object({
		ok: literal(true),
		total_cycles: int()
	})),
	configure: post("/lemouf/loop/config", "Total cycles, mode, approval, lookahead", onLoop.extend(loopSettingsSchema.shape), object({
		ok: literal(true),
		total_cycles: int()
	})),
	setOverrides: post("/lemouf/loop/overrides", "Inputs set before the map, by NodeID.Param", onLoop.extend({ overrides: assignmentsSchema }), okSchema),
	step: post("/lemouf/loop/step", "Queue the next attempt, or one by its place", onLoop.extend({
		cycle_index: indexSchema.optional(),
		retry_index: indexSchema.optional()
	}), object({
		ok: literal(true),
		prompt_id: string()
	})),
	decide: post("/lemouf/loop/decision", "Approve, reject, replay or discard an attempt", onAttempt.extend({
		decision: _enum(DECISIONS),
		revision: int().min(0).optional(),
		reason: string().max(4e3).optional(),
		edits: assignmentsSchema.optional()
	}), decisionResponse),
	undo: post("/lemouf/loop/undo", "Take back the decision in force on an attempt", onAttempt.extend({ revision: int().min(0).optional() }), decisionResponse),
	cancel: post("/lemouf/loop/cancel", "Stop an attempt that is queued or running", onAttempt, okSchema),
	reset: post("/lemouf/loop/reset", "Begin a loop anew; its history stays", onLoop.extend({ keep_workflow: boolean().default(true) }), okSchema),
	exit: post("/lemouf/loop/exit", "Leave a loop: what is under way is cancelled", onLoop, object({
		ok: literal(true),
		complete: boolean()
	})),
	exportApproved: post("/lemouf/loop/export_approved", "Copy what was approved, with a manifest beside it", onLoop, object({
		ok: literal(true),
		count: int(),
		folder: string(),
		path: string(),
		files: array(string())
	})),
	setRuntimeState: post("/lemouf/loop/runtime_state", "What a client keeps beside a loop to find its place again", onLoop.extend({
		runtime_state: jsonSchema.optional(),
		clear: boolean().optional()
	}), okSchema),
	listWorkflows: get("/lemouf/workflows/list", "The workflow files, by feature folder", {
		params: none,
		query: none,
		response: workflowListSchema
	}),
	loadWorkflow: post("/lemouf/workflows/load", "One workflow file", object({ name: string().max(400) }), object({
		ok: literal(true),
		name: string(),
		workflow: jsonSchema,
		workflow_profile: workflowProfileSchema
	})),
	validateWorkflow: post("/lemouf/workflows/validate", "Preflight: would this run, and what goes where", validateRequestSchema, validateResponseSchema),
	listPipelines: get("/lemouf/pipeline/list", "All pipelines that were run, the last changed first", {
		params: none,
		query: none,
		response: object({ pipelines: array(pipelineSchema) })
	}),
	getPipeline: get("/lemouf/pipeline/:pipeline_id", "One pipeline with its steps", {
		params: object({ pipeline_id: pipelineIdSchema }),
		query: none,
		response: pipelineSchema
	}),
	getResources: get("/lemouf/pipeline/:pipeline_id/resources", "What a composition step is made of", {
		params: object({ pipeline_id: pipelineIdSchema }),
		query: object({ node_id: string().max(400).optional() }),
		response: object({
			node_id: string(),
			resources: array(resourceSchema)
		})
	}),
	validatePipeline: post("/lemouf/pipeline/validate", "Preflight of every step of a pipeline workflow", pipelineChoiceSchema, validatePipelineSchema),
	startPipeline: post("/lemouf/pipeline/start", "Validate a pipeline workflow and run it from its first step", startPipelineSchema, pipelineSchema),
	cancelPipeline: post("/lemouf/pipeline/cancel", "Stop a pipeline; what was approved stays", object({ pipeline_id: pipelineIdSchema }), pipelineSchema),
	retryStep: post("/lemouf/pipeline/retry", "Begin a step again that failed, or collect a composition anew", object({
		pipeline_id: pipelineIdSchema,
		node_id: string().max(400)
	}), pipelineSchema),
	addServer: post("/lemouf/servers/add", "Take a ComfyUI into use", object({ url: serverUrlSchema }), serversSchema),
	removeServer: post("/lemouf/servers/remove", "Take an added ComfyUI out of use", object({ url: serverUrlSchema }), serversSchema),
	getSystem: get("/lemouf/system", "Versions, workers, disk", {
		params: none,
		query: none,
		response: systemSchema
	})
};
// ../../work/main/packages/core/src/protocol/client.ts
/** A client of the server's JSON routes, for the studio, the command line and tests. */
function createClient(options) {
	return async (name, input) => {
		const route = routes[name];
		const { body, ...place } = input;
		const response = await send(options, route.method, addressOf(route.path, place), body);
		const parsed = parseJson(await response.text(), {
			maxDepth: 128,
			maxLength: 536870912
		});
		if (!response.ok) throw refusal(response, parsed.ok ? parsed.value : void 0);
		if (!parsed.ok) throw parsed.error;
		return route.response.parse(parsed.value);
	};
}
async function send({ base, token, actor, fetch }, method, address, body) {
	const headers = {};
	if (token !== void 0) headers["authorization"] = `Bearer ${token}`;
	if (actor !== void 0) headers["x-lemouf-actor"] = actor;
	if (body !== void 0) headers["content-type"] = "application/json";
	try {
		return await fetch(base + address, {
			method,
			headers,
			...body === void 0 ? {} : { body: stringifyJson(body) }
		});
	} catch (cause) {
		throw new AppError("engine_unavailable", "The leMouf server does not answer. Is it still running? Start it with: npm start", { cause });
	}
}
function addressOf(path, { params, query }) {
	const filled = path.replaceAll(/:(\w+)/g, (_whole, key) => encodeURIComponent(params?.[key] ?? ""));
	const pairs = Object.entries(query ?? {}).flatMap(([key, value]) => value === void 0 ? [] : [`${key}=${encodeURIComponent(String(value))}`]);
	return pairs.length === 0 ? filled : `${filled}?${pairs.join("&")}`;
}
function refusal(response, body) {
	const parsed = errorBodySchema.safeParse(body);
	if (!parsed.success) return new AppError("internal", `The server answered ${response.status} without a reason. Look at its log.`);
	const { code, message, details } = parsed.data.error;
	return new AppError(Object.hasOwn(ERROR_STATUS, code) ? code : "internal", message, details === void 0 ? {} : { details });
}
// ../../work/main/packages/core/src/protocol/live.ts
/**
* Messages of `/lemouf/events` (server-sent events). `change` carries an id: a client that comes back with
* `Last-Event-ID` gets what changed since; so does `pipeline` (`pipelineChangeSchema`), on the feed of all loops. `progress` and `preview` are momentary and are not replayed.
*/
var changeSchema = object({
	loop: loopSummarySchema,
	/** What happened, in order. */
	events: array(object({
		seq: int(),
		type: string(),
		at: int(),
		by: string()
	})),
	/** The attempts touched, as they are now. */
	entries: array(manifestEntrySchema),
	/** The loop began anew: entries known before are gone. */
	reset: boolean()
});
var progressSchema = object({
	loop_id: string(),
	cycle_index: indexSchema,
	retry_index: indexSchema,
	/** Share of the prompt that is done, 0..1. */
	done: number$1().min(0).max(1)
});
var previewSchema = object({
	loop_id: string(),
	cycle_index: indexSchema,
	retry_index: indexSchema,
	/** Address of the frame; changes with every frame. */
	url: string()
});
/** The stream begins with it: which client this is, and the id that its knowledge starts from. */
var helloSchema = object({
	last_event_id: int(),
	server_started_at: int()
});
// packages/studio/src/server/client.ts
var place = {
	base: "",
	token: void 0
};
/** Says where the server is, for everything asked from now on. Without it, it is the one that delivered the page. */
function reachServerAt(there) {
	place = there;
}
var server = (name, input) => {
	const { base, token } = place;
	return createClient({
		base,
		...token === void 0 ? {} : { token },
		fetch: (address, init) => fetch(address, init)
	})(name, input);
};
/** The whole address of a path on the server, for pictures, films, links and the feed. They cannot send a header, so the token stands in it. */
function fromServer(path) {
	const { base, token } = place;
	if (token === void 0) return base + path;
	return `${base}${path}${path.includes("?") ? "&" : "?"}token=${encodeURIComponent(token)}`;
}
/** The sentence for a person. What is not an expected failure is a fault of this page, and also goes to the console. */
function sentenceOf(error) {
	if (error instanceof AppError) return error.message;
	console.error(error);
	return "The server answered something that this page does not understand. Reload the page; if it stays, restart the server.";
}
// packages/studio/src/comfy-page/nodes.ts
/** The whole graph, also while one of its subgraphs is open. */
var rootOf = (app) => app.rootGraph ?? app.graph;
/** The node of a prompt's id and what it is within, outermost first: `1:12` is node 12 in the subgraph that node 1 stands for. Empty when it is gone. */
function pathTo(root, promptId) {
	const path = [];
	let level = root;
	for (const id of promptId.split(":")) {
		const node = level === void 0 ? void 0 : nodeIn(level, id);
		if (node === void 0) return [];
		path.push(node);
		level = node.subgraph;
	}
	return path;
}
/** Graphs of ComfyUI count their nodes; those of other tools may name them. */
function nodeIn(graph, id) {
	return (/^-?\d+$/.test(id) ? graph.getNodeById(Number(id)) : void 0) ?? graph.getNodeById(id) ?? void 0;
}
/** Every node, those in subgraphs too. */
function allNodes(root) {
	return [root, ...root.subgraphs?.values() ?? []].flatMap(({ nodes }) => nodes);
}
// packages/studio/src/comfy-page/text.ts
/** What is said only within ComfyUI's page, in English. */
var text$1 = {
	title: "leMouf Studio",
	tooltip: "leMouf Studio: loops under review",
	commands: {
		togglePanel: "Show/Hide leMouf Studio panel",
		validateAndStart: "Validate & Start current workflow",
		injectLoopId: "Inject loop_id",
		openStudio: "Open leMouf Studio in a tab of its own"
	},
	settings: {
		address: "Address of the leMouf server",
		addressMeans: "Where leMouf listens; it prints the address at its start.",
		token: "Token of the leMouf server",
		tokenMeans: "Only for a server that was started with --token. It is kept with ComfyUI’s settings, readable to whoever may open this ComfyUI."
	},
	unnamed: "Unsaved workflow",
	graphUnreadable: "ComfyUI gave no readable graph of its canvas. Save the workflow, reload the page and try again.",
	nodeGone: (id) => `Node ${id} is no longer on the canvas.`,
	cannotRun: (title) => `${title} cannot run yet`,
	started: (loopId) => `Loop ${loopId} has started`,
	failed: "leMouf could not do that",
	noLoop: "No loop is under review",
	openOne: "Open a loop in the panel first; its id is then written into Loop Return.",
	noLoopReturn: "This workflow has no Loop Return to write the loop’s id into.",
	injected: (loopId, count) => count === 1 ? `Loop Return now belongs to ${loopId}` : `${count} Loop Returns now belong to ${loopId}`,
	waits: (loopId) => `${loopId} waits for you`,
	waitsFor: (cycle) => `Cycle ${cycle + 1} has a result to decide on.`,
	complete: (loopId) => `${loopId} is complete`,
	hasFailed: (loopId) => `${loopId} has failed`,
	seePanel: "The panel says why.",
	reaching: "Looking for the leMouf server …",
	addressUnclear: (typed) => `"${typed}" is no address of a server. Give one such as http://127.0.0.1:8190 in the settings.`,
	settingsButton: "Settings",
	away: (base) => `No leMouf server answers at ${base}. Start it there (npm start), or give its address in the settings.`,
	refused: (base, origin) => `The leMouf server at ${base} does not know this ComfyUI. Start it with --comfy ${origin}, or add ${origin} under its machines.`,
	blocked: (base) => `This ComfyUI lets its page talk to nobody else, so it cannot reach ${base}. Start ComfyUI without --disable-api-nodes, or use leMouf Studio in a tab of its own.`,
	noReview: "No loop under review. Open one in the panel, and it is shown here in full width.",
	openPanel: "Open the panel"
};
// packages/studio/src/comfy-page/canvas.ts
var graphSchema = object({
	workflow: record(string(), unknown()),
	output: record(string(), unknown())
});
var fileNameSchema = string().min(1).catch(text$1.unnamed);
var RING = "#5b96f5";
var RING_PX = 3;
var RING_GAP_PX = 6;
var RING_RADIUS_PX = 10;
/** ComfyUI's canvas as the studio needs it. */
function createCanvas(app, api) {
	return {
		read: async () => {
			const graph = graphSchema.safeParse(await app.graphToPrompt());
			if (!graph.success) throw new AppError("workflow_malformed", text$1.graphUnreadable, { cause: graph.error });
			return {
				title: fileNameSchema.parse(app.extensionManager.workflow?.activeWorkflow?.filename),
				workflow: plain(graph.data.workflow),
				prompt: plain(graph.data.output)
			};
		},
		onChange: (heard) => {
			api.addEventListener("graphChanged", heard);
			return () => api.removeEventListener("graphChanged", heard);
		},
		highlight: createRings(app),
		reveal: (promptId) => reveal(app, promptId)
	};
}
/**
* Writes a loop's id into the `loop_id` of every Loop Return, as one step of ComfyUI's undo.
* Gives how many there are.
*/
function injectLoopId(app, loopId) {
	const widgets = allNodes(rootOf(app)).filter(({ type }) => type === "LoopReturn").flatMap((node) => node.widgets?.filter(({ name }) => name === "loop_id") ?? []);
	app.canvas.emitBeforeChange?.();
	for (const widget of widgets) {
		widget.value = loopId;
		widget.callback?.(loopId);
	}
	app.canvas.emitAfterChange?.();
	app.canvas.setDirty(true, true);
	return widgets.length;
}
/** As it would be sent: what the page keeps beside the plain values is left out. */
var plain = (value) => unwrap(parseJson(JSON.stringify(value)));
function reveal(app, promptId) {
	const { canvas } = app;
	const node = pathTo(rootOf(app), promptId).at(-1);
	if (node === void 0) {
		app.extensionManager.toast.add({
			severity: "warn",
			summary: text$1.nodeGone(promptId),
			life: 4e3
		});
		return;
	}
	if (node.graph && node.graph !== canvas.graph) canvas.setGraph?.(node.graph);
	canvas.selectNode(node);
	canvas.centerOnNode(node);
	canvas.setDirty(true, true);
}
/** Draws rings around the nodes given last; of a node within a closed subgraph around the node that stands for it. */
function createRings(app) {
	let ringed = [];
	let isHooked = false;
	function draw(brush) {
		const root = rootOf(app);
		const shown = ringed.flatMap((id) => pathTo(root, id).find(({ graph }) => (graph ?? root) === app.canvas.graph) ?? []);
		for (const node of new Set(shown)) ring(brush, node);
	}
	function hook() {
		const { canvas } = app;
		const before = canvas.onDrawForeground;
		canvas.onDrawForeground = (brush, area) => {
			before?.call(canvas, brush, area);
			draw(brush);
		};
		isHooked = true;
	}
	return (nodes) => {
		if (nodes.length === 0 && ringed.length === 0) return;
		if (!isHooked) hook();
		ringed = nodes;
		app.canvas.setDirty(true);
	};
}
/** Outside the node's edge, so that it shows whatever draws the node. */
function ring(brush, node) {
	const [x = 0, y = 0, width = 0, height = 0] = Array.from(node.getBounding());
	brush.save();
	brush.strokeStyle = RING;
	brush.lineWidth = RING_PX;
	brush.beginPath();
	brush.roundRect(x - RING_GAP_PX, y - RING_GAP_PX, width + 12, height + 12, RING_RADIUS_PX);
	brush.stroke();
	brush.restore();
}
// ../../work/main/node_modules/reka-ui/dist/shared/createContext.js
/**
* @param providerComponentName - The name(s) of the component(s) providing the context.
*
* There are situations where context can come from multiple components. In such cases, you might need to give an array of component names to provide your context, instead of just a single string.
*
* @param contextName The description for injection key symbol.
*/
function createContext(providerComponentName, contextName) {
	const symbolDescription = typeof providerComponentName === "string" && !contextName ? `${providerComponentName}Context` : contextName;
	const injectionKey = Symbol(symbolDescription);
	/**
	* @param fallback The context value to return if the injection fails.
	*
	* @throws When context injection failed and no fallback is specified.
	* This happens when the component injecting the context is not a child of the root component providing the context.
	*/
	const injectContext = (fallback) => {
		const context = inject$1(injectionKey, fallback);
		if (context) return context;
		if (context === null) return context;
		throw new Error(`Injection \`${injectionKey.toString()}\` not found. Component must be used within ${Array.isArray(providerComponentName) ? `one of the following components: ${providerComponentName.join(", ")}` : `\`${providerComponentName}\``}`);
	};
	const provideContext = (contextValue) => {
		provide(injectionKey, contextValue);
		return contextValue;
	};
	return [injectContext, provideContext];
}
// ../../work/main/node_modules/reka-ui/dist/shared/getActiveElement.js
function getActiveElement() {
	let activeElement = document.activeElement;
	if (activeElement == null) return null;
	while (activeElement != null && activeElement.shadowRoot != null && activeElement.shadowRoot.activeElement != null) activeElement = activeElement.shadowRoot.activeElement;
	return activeElement;
}
// ../../work/main/node_modules/reka-ui/dist/shared/handleAndDispatchCustomEvent.js
function handleAndDispatchCustomEvent(name, handler, detail) {
	const target = detail.originalEvent.target;
	const event = new CustomEvent(name, {
		bubbles: false,
		cancelable: true,
		detail
	});
	if (handler) target.addEventListener(name, handler, { once: true });
	target.dispatchEvent(event);
}
// ../../work/main/node_modules/@vueuse/shared/dist/index.js
/**
* Call onScopeDispose() if it's inside an effect scope lifecycle, if not, do nothing
*
* @param fn
*/
function tryOnScopeDispose(fn, failSilently) {
	if (getCurrentScope()) {
		onScopeDispose(fn, failSilently);
		return true;
	}
	return false;
}
/**
* Utility for creating event hooks
*
* @see https://vueuse.org/createEventHook
*
* @__NO_SIDE_EFFECTS__
*/
function createEventHook() {
	const fns = /* @__PURE__ */ new Set();
	const off = (fn) => {
		fns.delete(fn);
	};
	const clear = () => {
		fns.clear();
	};
	const on = (fn) => {
		fns.add(fn);
		const offFn = () => off(fn);
		tryOnScopeDispose(offFn);
		return { off: offFn };
	};
	const trigger = (...args) => {
		return Promise.all(Array.from(fns).map((fn) => fn(...args)));
	};
	return {
		on,
		off,
		trigger,
		clear
	};
}
/**
* Keep states in the global scope to be reusable across Vue instances.
*
* @see https://vueuse.org/createGlobalState
* @param stateFactory A factory function to create the state
*
* @__NO_SIDE_EFFECTS__
*/
function createGlobalState(stateFactory) {
	let initialized = false;
	let state;
	const scope = effectScope(true);
	return ((...args) => {
		if (!initialized) {
			state = scope.run(() => stateFactory(...args));
			initialized = true;
		}
		return state;
	});
}
var localProvidedStateMap = /* @__PURE__ */ new WeakMap();
/**
* On the basis of `inject`, it is allowed to directly call inject to obtain the value after call provide in the same component.
*
* @example
* ```ts
* injectLocal('MyInjectionKey', 1)
* const injectedValue = injectLocal('MyInjectionKey') // injectedValue === 1
* ```
*
* @__NO_SIDE_EFFECTS__
*/
var injectLocal = (...args) => {
	var _getCurrentInstance;
	const key = args[0];
	const instance = (_getCurrentInstance = getCurrentInstance()) === null || _getCurrentInstance === void 0 ? void 0 : _getCurrentInstance.proxy;
	const owner = instance !== null && instance !== void 0 ? instance : getCurrentScope();
	if (owner == null && !hasInjectionContext()) throw new Error("injectLocal must be called in setup");
	if (owner && localProvidedStateMap.has(owner) && key in localProvidedStateMap.get(owner)) return localProvidedStateMap.get(owner)[key];
	return inject$1(...args);
};
var isClient = typeof window !== "undefined" && typeof document !== "undefined";
typeof WorkerGlobalScope !== "undefined" && globalThis instanceof WorkerGlobalScope;
var isDef = (val) => typeof val !== "undefined";
var notNullish = (val) => val != null;
var toString = Object.prototype.toString;
var isObject = (val) => toString.call(val) === "[object Object]";
var noop = () => {};
var isIOS = /* #__PURE__ */ getIsIOS();
function getIsIOS() {
	var _window, _window2, _window3;
	return isClient && !!((_window = window) === null || _window === void 0 || (_window = _window.navigator) === null || _window === void 0 ? void 0 : _window.userAgent) && (/iP(?:ad|hone|od)/.test(window.navigator.userAgent) || ((_window2 = window) === null || _window2 === void 0 || (_window2 = _window2.navigator) === null || _window2 === void 0 ? void 0 : _window2.maxTouchPoints) > 2 && /iPad|Macintosh/.test((_window3 = window) === null || _window3 === void 0 ? void 0 : _window3.navigator.userAgent));
}
function toRef(...args) {
	if (args.length !== 1) return /* @__PURE__ */ toRef$1(...args);
	const r = args[0];
	return typeof r === "function" ? /* @__PURE__ */ readonly(customRef(() => ({
		get: r,
		set: noop
	}))) : /* @__PURE__ */ ref(r);
}
function createFilterWrapper(filter, fn) {
	function wrapper(...args) {
		return new Promise((resolve, reject) => {
			Promise.resolve(filter(() => fn.apply(this, args), {
				fn,
				thisArg: this,
				args
			})).then(resolve).catch(reject);
		});
	}
	if ("cancel" in filter) Object.assign(wrapper, {
		cancel: filter.cancel,
		flush: filter.flush,
		isPending: filter.isPending
	});
	return wrapper;
}
var bypassFilter = (invoke) => {
	return invoke();
};
/**
* Create an EventFilter that debounce the events
*/
function debounceFilter(ms, options = {}) {
	let timer;
	let maxTimer;
	let lastRejector = noop;
	let lastResolve = noop;
	const _pending = /* @__PURE__ */ shallowRef(false);
	const _clearTimeout = (timer) => {
		clearTimeout(timer);
		lastRejector();
		lastRejector = noop;
	};
	let lastInvoker;
	const handler = (invoke) => {
		const duration = toValue(ms);
		const maxDuration = toValue(options.maxWait);
		if (timer) _clearTimeout(timer);
		if (duration <= 0 || maxDuration !== void 0 && maxDuration <= 0) {
			if (maxTimer) {
				_clearTimeout(maxTimer);
				maxTimer = void 0;
			}
			_pending.value = false;
			return Promise.resolve(invoke());
		}
		_pending.value = true;
		return new Promise((resolve, reject) => {
			lastRejector = options.rejectOnCancel ? reject : resolve;
			lastResolve = resolve;
			lastInvoker = invoke;
			if (maxDuration && !maxTimer) maxTimer = setTimeout(() => {
				if (timer) _clearTimeout(timer);
				maxTimer = void 0;
				_pending.value = false;
				resolve(lastInvoker());
			}, maxDuration);
			timer = setTimeout(() => {
				if (maxTimer) _clearTimeout(maxTimer);
				maxTimer = void 0;
				_pending.value = false;
				resolve(invoke());
			}, duration);
		});
	};
	return Object.assign(handler, {
		cancel: () => {
			if (timer) {
				_clearTimeout(timer);
				timer = void 0;
			}
			if (maxTimer) {
				_clearTimeout(maxTimer);
				maxTimer = void 0;
			}
			_pending.value = false;
			lastResolve = noop;
		},
		flush: () => {
			if (_pending.value) {
				if (timer) {
					clearTimeout(timer);
					timer = void 0;
				}
				if (maxTimer) {
					clearTimeout(maxTimer);
					maxTimer = void 0;
				}
				_pending.value = false;
				const resolve = lastResolve;
				lastRejector = noop;
				lastResolve = noop;
				resolve(lastInvoker());
			}
		},
		isPending: /* @__PURE__ */ shallowReadonly(_pending)
	});
}
/**
* Create singleton promise function
*
* @example
* ```
* const promise = createSingletonPromise(async () => { ... })
*
* await promise()
* await promise() // all of them will be bind to a single promise instance
* await promise() // and be resolved together
* ```
*/
function createSingletonPromise(fn) {
	let _promise;
	function wrapper() {
		if (!_promise) _promise = fn();
		return _promise;
	}
	wrapper.reset = async () => {
		const _prev = _promise;
		_promise = void 0;
		if (_prev) await _prev;
	};
	return wrapper;
}
/**
* Get a px value for SSR use, do not rely on this method outside of SSR as REM unit is assumed at 16px, which might not be the case on the client
*/
function pxValue(px) {
	return px.endsWith("rem") ? Number.parseFloat(px) * 16 : Number.parseFloat(px);
}
function toArray(value) {
	return Array.isArray(value) ? value : [value];
}
function getLifeCycleTarget(target) {
	return target || getCurrentInstance();
}
/**
* Make a composable function usable with multiple Vue instances.
*
* @see https://vueuse.org/createSharedComposable
*
* @__NO_SIDE_EFFECTS__
*/
function createSharedComposable(composable) {
	if (!isClient) return composable;
	let subscribers = 0;
	let state;
	let scope;
	const dispose = () => {
		subscribers -= 1;
		if (scope && subscribers <= 0) {
			scope.stop();
			state = void 0;
			scope = void 0;
		}
	};
	return ((...args) => {
		subscribers += 1;
		if (!scope) {
			scope = effectScope(true);
			state = scope.run(() => composable(...args));
		}
		tryOnScopeDispose(dispose);
		return state;
	});
}
/**
* Converts ref to reactive.
*
* @see https://vueuse.org/toReactive
* @param objectRef A ref of object
*/
function toReactive(objectRef) {
	if (!/* @__PURE__ */ isRef(objectRef)) return /* @__PURE__ */ reactive(objectRef);
	return /* @__PURE__ */ reactive(new Proxy({}, {
		get(_, p, receiver) {
			return unref(Reflect.get(objectRef.value, p, receiver));
		},
		set(_, p, value) {
			if (/* @__PURE__ */ isRef(objectRef.value[p]) && !/* @__PURE__ */ isRef(value)) objectRef.value[p].value = value;
			else objectRef.value[p] = value;
			return true;
		},
		deleteProperty(_, p) {
			return Reflect.deleteProperty(objectRef.value, p);
		},
		has(_, p) {
			return Reflect.has(objectRef.value, p);
		},
		ownKeys() {
			return Object.keys(objectRef.value);
		},
		getOwnPropertyDescriptor() {
			return {
				enumerable: true,
				configurable: true
			};
		}
	}));
}
/**
* Computed reactive object.
*/
function reactiveComputed(fn) {
	return toReactive(computed(fn));
}
/**
* Reactively omit fields from a reactive object
*
* @see https://vueuse.org/reactiveOmit
*/
function reactiveOmit(obj, ...keys) {
	const flatKeys = keys.flat();
	const predicate = flatKeys[0];
	return reactiveComputed(() => typeof predicate === "function" ? Object.fromEntries(Object.entries(/* @__PURE__ */ toRefs(obj)).filter(([k, v]) => !predicate(toValue(v), k))) : Object.fromEntries(Object.entries(/* @__PURE__ */ toRefs(obj)).filter((e) => !flatKeys.includes(e[0]))));
}
/**
* Create a ref which will be reset to the default value after some time.
*
* @see https://vueuse.org/refAutoReset
* @param defaultValue The value which will be set.
* @param afterMs      A zero-or-greater delay in milliseconds.
*/
function refAutoReset(defaultValue, afterMs = 1e4) {
	return customRef((track, trigger) => {
		let value = toValue(defaultValue);
		let timer;
		const resetAfter = () => setTimeout(() => {
			value = toValue(defaultValue);
			trigger();
		}, toValue(afterMs));
		tryOnScopeDispose(() => {
			clearTimeout(timer);
		});
		return {
			get() {
				track();
				return value;
			},
			set(newValue) {
				value = newValue;
				trigger();
				clearTimeout(timer);
				timer = resetAfter();
			}
		};
	});
}
/**
* Debounce execution of a function.
*
* @see https://vueuse.org/useDebounceFn
* @param  fn          A function to be executed after delay milliseconds debounced.
* @param  ms          A zero-or-greater delay in milliseconds. For event callbacks, values around 100 or 250 (or even higher) are most useful.
* @param  options     Options
*
* @return A new, debounced, function with isPending, cancel, and flush properties.
*/
function useDebounceFn(fn, ms = 200, options = {}) {
	return createFilterWrapper(debounceFilter(ms, options), fn);
}
function watchWithFilter(source, cb, options = {}) {
	const { eventFilter = bypassFilter, ...watchOptions } = options;
	return watch(source, createFilterWrapper(eventFilter, cb), watchOptions);
}
/**
* Call onBeforeUnmount() if it's inside a component lifecycle, if not, do nothing
*
* @param fn
* @param target
*/
function tryOnBeforeUnmount(fn, target) {
	if (getLifeCycleTarget(target)) onBeforeUnmount(fn, target);
}
/**
* Call onMounted() if it's inside a component lifecycle, if not, just call the function
*
* @param fn
* @param sync if set to false, it will run in the nextTick() of Vue
* @param target
*/
function tryOnMounted(fn, sync = true, target) {
	if (getLifeCycleTarget(target)) onMounted(fn, target);
	else if (sync) fn();
	else nextTick(fn);
}
/**
* Wrapper for `setInterval` with controls
*
* @see https://vueuse.org/useIntervalFn
* @param cb
* @param interval
* @param options
*/
function useIntervalFn(cb, interval = 1e3, options = {}) {
	const { immediate = true, immediateCallback = false } = options;
	let timer = null;
	const isActive = /* @__PURE__ */ shallowRef(false);
	function clean() {
		if (timer) {
			clearInterval(timer);
			timer = null;
		}
	}
	function pause() {
		isActive.value = false;
		clean();
	}
	function resume() {
		const intervalValue = toValue(interval);
		if (intervalValue <= 0) return;
		isActive.value = true;
		if (immediateCallback) cb();
		clean();
		if (isActive.value) timer = setInterval(cb, intervalValue);
	}
	if (immediate && isClient) resume();
	if (/* @__PURE__ */ isRef(interval) || typeof interval === "function") tryOnScopeDispose(watch(interval, () => {
		if (isActive.value && isClient) resume();
	}));
	tryOnScopeDispose(pause);
	return {
		isActive: /* @__PURE__ */ shallowReadonly(isActive),
		pause,
		resume
	};
}
/**
* Wrapper for `setTimeout` with controls.
*
* @param cb
* @param interval
* @param options
*/
function useTimeoutFn(cb, interval, options = {}) {
	const { immediate = true, immediateCallback = false } = options;
	const isPending = /* @__PURE__ */ shallowRef(false);
	let timer;
	function clear() {
		if (timer) {
			clearTimeout(timer);
			timer = void 0;
		}
	}
	function stop() {
		isPending.value = false;
		clear();
	}
	function start(...args) {
		if (immediateCallback) cb();
		clear();
		isPending.value = true;
		timer = setTimeout(() => {
			isPending.value = false;
			timer = void 0;
			cb(...args);
		}, toValue(interval));
	}
	if (immediate) {
		isPending.value = true;
		if (isClient) start();
	}
	tryOnScopeDispose(stop);
	return {
		isPending: /* @__PURE__ */ shallowReadonly(isPending),
		start,
		stop
	};
}
function watchDebounced(source, cb, options = {}) {
	const { debounce = 0, maxWait = void 0, ...watchOptions } = options;
	return watchWithFilter(source, cb, {
		...watchOptions,
		eventFilter: debounceFilter(debounce, { maxWait })
	});
}
/**
* Shorthand for watching value with {immediate: true}
*
* @see https://vueuse.org/watchImmediate
*/
function watchImmediate(source, cb, options) {
	return watch(source, cb, {
		...options,
		immediate: true
	});
}
// ../../work/main/node_modules/@vueuse/core/dist/index.js
var defaultWindow = isClient ? window : void 0;
var defaultDocument = isClient ? window.document : void 0;
var defaultNavigator = isClient ? window.navigator : void 0;
isClient && window.location;
/**
* Get the dom element of a ref of element or Vue component instance
*
* @param elRef
*/
function unrefElement(elRef) {
	var _$el;
	const plain = toValue(elRef);
	return (_$el = plain === null || plain === void 0 ? void 0 : plain.$el) !== null && _$el !== void 0 ? _$el : plain;
}
function useEventListener(...args) {
	const register = (el, event, listener, options) => {
		el.addEventListener(event, listener, options);
		return () => el.removeEventListener(event, listener, options);
	};
	const firstParamTargets = computed(() => {
		const test = toArray(toValue(args[0])).filter((e) => e != null);
		return test.every((e) => typeof e !== "string") ? test : void 0;
	});
	return watchImmediate(() => {
		var _firstParamTargets$va, _firstParamTargets$va2;
		return [
			(_firstParamTargets$va = (_firstParamTargets$va2 = firstParamTargets.value) === null || _firstParamTargets$va2 === void 0 ? void 0 : _firstParamTargets$va2.map((e) => unrefElement(e))) !== null && _firstParamTargets$va !== void 0 ? _firstParamTargets$va : [defaultWindow].filter((e) => e != null),
			toArray(toValue(firstParamTargets.value ? args[1] : args[0])),
			toArray(unref(firstParamTargets.value ? args[2] : args[1])),
			toValue(firstParamTargets.value ? args[3] : args[2])
		];
	}, ([raw_targets, raw_events, raw_listeners, raw_options], _, onCleanup) => {
		if (!(raw_targets === null || raw_targets === void 0 ? void 0 : raw_targets.length) || !(raw_events === null || raw_events === void 0 ? void 0 : raw_events.length) || !(raw_listeners === null || raw_listeners === void 0 ? void 0 : raw_listeners.length)) return;
		const optionsClone = isObject(raw_options) ? { ...raw_options } : raw_options;
		const cleanups = raw_targets.flatMap((el) => raw_events.flatMap((event) => raw_listeners.map((listener) => register(el, event, listener, optionsClone))));
		onCleanup(() => {
			cleanups.forEach((fn) => fn());
		});
	}, { flush: "post" });
}
/**
* Mounted state in ref.
*
* @see https://vueuse.org/useMounted
*
* @__NO_SIDE_EFFECTS__
*/
function useMounted() {
	const isMounted = /* @__PURE__ */ shallowRef(false);
	const instance = getCurrentInstance();
	if (instance) onMounted(() => {
		isMounted.value = true;
	}, instance);
	return isMounted;
}
/* @__NO_SIDE_EFFECTS__ */
function useSupported(callback) {
	const isMounted = useMounted();
	return computed(() => {
		isMounted.value;
		return Boolean(callback());
	});
}
/**
* Watch for changes being made to the DOM tree.
*
* @see https://vueuse.org/useMutationObserver
* @see https://developer.mozilla.org/en-US/docs/Web/API/MutationObserver MutationObserver MDN
* @param target
* @param callback
* @param options
*/
function useMutationObserver(target, callback, options = {}) {
	const { window = defaultWindow, ...mutationOptions } = options;
	let observer;
	const isSupported = /* @__PURE__ */ useSupported(() => window && "MutationObserver" in window);
	const cleanup = () => {
		if (observer) {
			observer.disconnect();
			observer = void 0;
		}
	};
	const stopWatch = watch(computed(() => {
		const items = toArray(toValue(target)).map(unrefElement).filter(notNullish);
		return new Set(items);
	}), (newTargets) => {
		cleanup();
		if (isSupported.value && newTargets.size) {
			observer = new MutationObserver(callback);
			newTargets.forEach((el) => observer.observe(el, mutationOptions));
		}
	}, {
		immediate: true,
		flush: "post"
	});
	const takeRecords = () => {
		return observer === null || observer === void 0 ? void 0 : observer.takeRecords();
	};
	const stop = () => {
		stopWatch();
		cleanup();
	};
	tryOnScopeDispose(stop);
	return {
		isSupported,
		stop,
		takeRecords
	};
}
function createKeyPredicate(keyFilter) {
	if (typeof keyFilter === "function") return keyFilter;
	else if (typeof keyFilter === "string") return (event) => event.key === keyFilter;
	else if (Array.isArray(keyFilter)) return (event) => keyFilter.includes(event.key);
	return () => true;
}
function onKeyStroke(...args) {
	let key;
	let handler;
	let options = {};
	if (args.length === 3) {
		key = args[0];
		handler = args[1];
		options = args[2];
	} else if (args.length === 2) if (typeof args[1] === "object") {
		key = true;
		handler = args[0];
		options = args[1];
	} else {
		key = args[0];
		handler = args[1];
	}
	else {
		key = true;
		handler = args[0];
	}
	const { target = defaultWindow, eventName = "keydown", passive = false, dedupe = false } = options;
	const predicate = createKeyPredicate(key);
	const listener = (e) => {
		if (e.repeat && toValue(dedupe)) return;
		if (predicate(e)) handler(e);
	};
	return useEventListener(target, eventName, listener, passive);
}
/**
* Call function on every `requestAnimationFrame`. With controls of pausing and resuming.
*
* @see https://vueuse.org/useRafFn
* @param fn
* @param options
*/
function useRafFn(fn, options = {}) {
	const { immediate = true, fpsLimit = null, window = defaultWindow, once = false } = options;
	const isActive = /* @__PURE__ */ shallowRef(false);
	const intervalLimit = computed(() => {
		const limit = toValue(fpsLimit);
		return limit ? 1e3 / limit : null;
	});
	let previousFrameTimestamp = 0;
	let rafId = null;
	function loop(timestamp) {
		if (!isActive.value || !window) return;
		if (!previousFrameTimestamp) previousFrameTimestamp = timestamp;
		const delta = timestamp - previousFrameTimestamp;
		if (intervalLimit.value && delta < intervalLimit.value) {
			rafId = window.requestAnimationFrame(loop);
			return;
		}
		previousFrameTimestamp = timestamp;
		fn({
			delta,
			timestamp
		});
		if (once) {
			isActive.value = false;
			rafId = null;
			return;
		}
		rafId = window.requestAnimationFrame(loop);
	}
	function resume() {
		if (!isActive.value && window) {
			isActive.value = true;
			previousFrameTimestamp = 0;
			rafId = window.requestAnimationFrame(loop);
		}
	}
	function pause() {
		isActive.value = false;
		if (rafId != null && window) {
			window.cancelAnimationFrame(rafId);
			rafId = null;
		}
	}
	if (immediate) resume();
	tryOnScopeDispose(pause);
	return {
		isActive: /* @__PURE__ */ shallowReadonly(isActive),
		pause,
		resume
	};
}
var ssrWidthSymbol = Symbol("vueuse-ssr-width");
/* @__NO_SIDE_EFFECTS__ */
function useSSRWidth() {
	const ssrWidth = hasInjectionContext() ? injectLocal(ssrWidthSymbol, null) : null;
	return typeof ssrWidth === "number" ? ssrWidth : void 0;
}
/**
* Reactive Media Query.
*
* @see https://vueuse.org/useMediaQuery
* @param query
* @param options
*/
function useMediaQuery(query, options = {}) {
	const { window = defaultWindow, ssrWidth = /* @__PURE__ */ useSSRWidth() } = options;
	const isSupported = /* @__PURE__ */ useSupported(() => window && "matchMedia" in window && typeof window.matchMedia === "function");
	const ssrSupport = /* @__PURE__ */ shallowRef(typeof ssrWidth === "number");
	const mediaQuery = /* @__PURE__ */ shallowRef();
	const matches = /* @__PURE__ */ shallowRef(false);
	const handler = (event) => {
		matches.value = event.matches;
	};
	watchEffect(() => {
		if (ssrSupport.value) {
			ssrSupport.value = !isSupported.value;
			const queryStrings = toValue(query).split(",");
			matches.value = queryStrings.some((queryString) => {
				const not = queryString.includes("not all");
				const minWidth = queryString.match(/\(\s*min-width:\s*(-?\d+(?:\.\d*)?[a-z]+\s*)\)/);
				const maxWidth = queryString.match(/\(\s*max-width:\s*(-?\d+(?:\.\d*)?[a-z]+\s*)\)/);
				let res = Boolean(minWidth || maxWidth);
				if (minWidth && res) res = ssrWidth >= pxValue(minWidth[1]);
				if (maxWidth && res) res = ssrWidth <= pxValue(maxWidth[1]);
				return not ? !res : res;
			});
			return;
		}
		if (!isSupported.value) return;
		mediaQuery.value = window.matchMedia(toValue(query));
		matches.value = mediaQuery.value.matches;
	});
	useEventListener(mediaQuery, "change", handler, { passive: true });
	return computed(() => matches.value);
}
/**
* Reactive Permissions API.
*
* @see https://vueuse.org/usePermission
*
* @__NO_SIDE_EFFECTS__
*/
function usePermission(permissionDesc, options = {}) {
	const { controls = false, navigator = defaultNavigator } = options;
	const isSupported = /* @__PURE__ */ useSupported(() => navigator && "permissions" in navigator);
	const permissionStatus = /* @__PURE__ */ shallowRef();
	const desc = typeof permissionDesc === "string" ? { name: permissionDesc } : permissionDesc;
	const state = /* @__PURE__ */ shallowRef();
	const update = () => {
		var _permissionStatus$val, _permissionStatus$val2;
		state.value = (_permissionStatus$val = (_permissionStatus$val2 = permissionStatus.value) === null || _permissionStatus$val2 === void 0 ? void 0 : _permissionStatus$val2.state) !== null && _permissionStatus$val !== void 0 ? _permissionStatus$val : "prompt";
	};
	useEventListener(permissionStatus, "change", update, { passive: true });
	const query = createSingletonPromise(async () => {
		if (!isSupported.value) return;
		if (!permissionStatus.value) try {
			permissionStatus.value = await navigator.permissions.query(desc);
		} catch (_unused) {
			permissionStatus.value = void 0;
		} finally {
			update();
		}
		if (controls) return /* @__PURE__ */ toRaw(permissionStatus.value);
	});
	query();
	if (controls) return {
		state,
		isSupported,
		query
	};
	else return state;
}
function useClipboard(options = {}) {
	const { navigator = defaultNavigator, read = false, source, copiedDuring = 1500, legacy = false } = options;
	const isClipboardApiSupported = /* @__PURE__ */ useSupported(() => navigator && "clipboard" in navigator);
	const permissionRead = usePermission("clipboard-read");
	const permissionWrite = usePermission("clipboard-write");
	const isSupported = computed(() => isClipboardApiSupported.value || legacy);
	const text = /* @__PURE__ */ shallowRef("");
	const copied = /* @__PURE__ */ shallowRef(false);
	const copyPending = /* @__PURE__ */ shallowRef(false);
	const timeout = useTimeoutFn(() => copied.value = false, copiedDuring, { immediate: false });
	let lastLegacyId = 0;
	async function updateText() {
		let useLegacy = !(isClipboardApiSupported.value && isAllowed(permissionRead.value));
		if (!useLegacy) try {
			text.value = await navigator.clipboard.readText();
		} catch (_unused) {
			useLegacy = true;
		}
		if (useLegacy) text.value = legacyRead();
	}
	if (isSupported.value && read) useEventListener(["copy", "cut"], updateText, { passive: true });
	async function copy(value) {
		const resolvedValue = value !== null && value !== void 0 ? value : toValue(source);
		if (isSupported.value && resolvedValue != null) {
			copyPending.value = true;
			let useLegacy = !(isClipboardApiSupported.value && isAllowed(permissionWrite.value));
			if (!useLegacy) try {
				const clipboardItem = createClipboardItem(resolvedValue);
				await navigator.clipboard.write([clipboardItem]);
			} catch (_unused2) {
				useLegacy = true;
			}
			if (useLegacy) if (typeof resolvedValue === "string") {
				text.value = resolvedValue;
				legacyCopy(resolvedValue);
			} else {
				const currentId = ++lastLegacyId;
				const resolvedText = await resolvedValue();
				if (resolvedText != null && currentId === lastLegacyId) {
					text.value = resolvedText;
					legacyCopy(resolvedText);
				}
			}
			copied.value = true;
			timeout.start();
			copyPending.value = false;
		}
	}
	function createClipboardItem(value) {
		if (typeof value === "string") {
			text.value = value;
			return new ClipboardItem({ "text/plain": value });
		} else return new ClipboardItem({ "text/plain": value().then((resolvedText = "") => {
			text.value = resolvedText;
			return new Blob([resolvedText], { type: "text/plain" });
		}) });
	}
	function legacyCopy(value) {
		const ta = document.createElement("textarea");
		ta.value = value;
		ta.style.position = "absolute";
		ta.style.opacity = "0";
		ta.setAttribute("readonly", "");
		document.body.appendChild(ta);
		ta.select();
		document.execCommand("copy");
		ta.remove();
	}
	function legacyRead() {
		var _document$getSelectio, _document, _document$getSelectio2;
		return (_document$getSelectio = (_document = document) === null || _document === void 0 || (_document$getSelectio2 = _document.getSelection) === null || _document$getSelectio2 === void 0 || (_document$getSelectio2 = _document$getSelectio2.call(_document)) === null || _document$getSelectio2 === void 0 ? void 0 : _document$getSelectio2.toString()) !== null && _document$getSelectio !== void 0 ? _document$getSelectio : "";
	}
	function isAllowed(status) {
		return status === "granted" || status === "prompt";
	}
	return {
		copyPending: /* @__PURE__ */ shallowReadonly(copyPending),
		isSupported,
		text: /* @__PURE__ */ shallowReadonly(text),
		copied: /* @__PURE__ */ shallowReadonly(copied),
		copy
	};
}
function cloneFnJSON(source) {
	return JSON.parse(JSON.stringify(source));
}
/**
* Reports changes to the dimensions of an Element's content or the border-box
*
* @see https://vueuse.org/useResizeObserver
* @param target
* @param callback
* @param options
*/
function useResizeObserver(target, callback, options = {}) {
	const { window = defaultWindow, ...observerOptions } = options;
	let observer;
	const isSupported = /* @__PURE__ */ useSupported(() => window && "ResizeObserver" in window);
	const cleanup = () => {
		if (observer) {
			observer.disconnect();
			observer = void 0;
		}
	};
	const stopWatch = watch(computed(() => {
		const _targets = toValue(target);
		return Array.isArray(_targets) ? _targets.map((el) => unrefElement(el)) : [unrefElement(_targets)];
	}), (els) => {
		cleanup();
		if (isSupported.value && window) {
			observer = new ResizeObserver(callback);
			for (const _el of els) if (_el) observer.observe(_el, observerOptions);
		}
	}, {
		immediate: true,
		flush: "post"
	});
	const stop = () => {
		cleanup();
		stopWatch();
	};
	tryOnScopeDispose(stop);
	return {
		isSupported,
		stop
	};
}
/**
* Reactive size of an HTML element.
*
* @see https://vueuse.org/useElementSize
*/
function useElementSize(target, initialSize = {
	width: 0,
	height: 0
}, options = {}) {
	const { window = defaultWindow, box = "content-box" } = options;
	const isSVG = computed(() => {
		var _unrefElement;
		return (_unrefElement = unrefElement(target)) === null || _unrefElement === void 0 || (_unrefElement = _unrefElement.namespaceURI) === null || _unrefElement === void 0 ? void 0 : _unrefElement.includes("svg");
	});
	const width = /* @__PURE__ */ shallowRef(initialSize.width);
	const height = /* @__PURE__ */ shallowRef(initialSize.height);
	const { stop: stop1 } = useResizeObserver(target, ([entry]) => {
		const boxSize = box === "border-box" ? entry.borderBoxSize : box === "content-box" ? entry.contentBoxSize : entry.devicePixelContentBoxSize;
		if (window && isSVG.value) {
			const $elem = unrefElement(target);
			if ($elem) {
				const rect = $elem.getBoundingClientRect();
				width.value = rect.width;
				height.value = rect.height;
			}
		} else if (boxSize) {
			const formatBoxSize = toArray(boxSize);
			width.value = formatBoxSize.reduce((acc, { inlineSize }) => acc + inlineSize, 0);
			height.value = formatBoxSize.reduce((acc, { blockSize }) => acc + blockSize, 0);
		} else {
			width.value = entry.contentRect.width;
			height.value = entry.contentRect.height;
		}
	}, options);
	tryOnMounted(() => {
		const ele = unrefElement(target);
		if (ele && "offsetWidth" in ele) if (box === "content-box" && window) {
			const cs = window.getComputedStyle(ele);
			const padX = Number.parseFloat(cs.paddingLeft) + Number.parseFloat(cs.paddingRight);
			const padY = Number.parseFloat(cs.paddingTop) + Number.parseFloat(cs.paddingBottom);
			const bdX = Number.parseFloat(cs.borderLeftWidth) + Number.parseFloat(cs.borderRightWidth);
			const bdY = Number.parseFloat(cs.borderTopWidth) + Number.parseFloat(cs.borderBottomWidth);
			width.value = ele.offsetWidth - padX - bdX;
			height.value = ele.offsetHeight - padY - bdY;
		} else {
			width.value = ele.offsetWidth;
			height.value = ele.offsetHeight;
		}
		else if (ele) {
			width.value = initialSize.width;
			height.value = initialSize.height;
		}
	});
	const stop2 = watch(() => unrefElement(target), (ele) => {
		width.value = ele ? initialSize.width : 0;
		height.value = ele ? initialSize.height : 0;
	});
	function stop() {
		stop1();
		stop2();
	}
	return {
		width,
		height,
		stop
	};
}
function getDefaultScheduler$5(options) {
	if ("interval" in options || "immediate" in options) {
		const { interval = "requestAnimationFrame", immediate = true } = options;
		return interval === "requestAnimationFrame" ? (fn) => useRafFn(fn, { immediate }) : (fn) => useIntervalFn(fn, interval, options);
	}
	return useRafFn;
}
/**
* Reactive current Date instance.
*
* @see https://vueuse.org/useNow
* @param options
*
* @__NO_SIDE_EFFECTS__
*/
function useNow(options = {}) {
	const { controls: exposeControls = false, scheduler = getDefaultScheduler$5(options) } = options;
	const now = /* @__PURE__ */ shallowRef(/* @__PURE__ */ new Date());
	const update = () => now.value = /* @__PURE__ */ new Date();
	const controls = scheduler(update);
	if (exposeControls) return {
		now,
		...controls
	};
	else return now;
}
/**
* Reactive prefers-reduced-motion media query.
*
* @see https://vueuse.org/usePreferredReducedMotion
* @param [options]
*
* @__NO_SIDE_EFFECTS__
*/
function usePreferredReducedMotion(options) {
	const isReduced = useMediaQuery("(prefers-reduced-motion: reduce)", options);
	return computed(() => {
		if (isReduced.value) return "reduce";
		return "no-preference";
	});
}
function useTitle(newTitle = null, options = {}) {
	var _document$title, _ref;
	const { document = defaultDocument, restoreOnUnmount = (t) => t } = options;
	const originalTitle = (_document$title = document === null || document === void 0 ? void 0 : document.title) !== null && _document$title !== void 0 ? _document$title : "";
	const title = toRef((_ref = newTitle !== null && newTitle !== void 0 ? newTitle : document === null || document === void 0 ? void 0 : document.title) !== null && _ref !== void 0 ? _ref : null);
	const isReadonly = !!(newTitle && typeof newTitle === "function");
	function format(t) {
		if (!("titleTemplate" in options)) return t;
		const template = options.titleTemplate || "%s";
		return typeof template === "function" ? template(t) : toValue(template).replace(/%s/g, t);
	}
	watch(title, (newValue, oldValue) => {
		if (newValue !== oldValue && document) document.title = format(newValue !== null && newValue !== void 0 ? newValue : "");
	}, { immediate: true });
	if (options.observe && !options.titleTemplate && document && !isReadonly) {
		var _document$head;
		useMutationObserver((_document$head = document.head) === null || _document$head === void 0 ? void 0 : _document$head.querySelector("title"), () => {
			if (document && document.title !== title.value) title.value = format(document.title);
		}, { childList: true });
	}
	tryOnScopeDispose(() => {
		if (restoreOnUnmount) {
			const restoredTitle = restoreOnUnmount(originalTitle, title.value || "");
			if (restoredTitle != null && document) document.title = restoredTitle;
		}
	});
	return title;
}
/**
* Shorthand for v-model binding, props + emit -> ref
*
* @see https://vueuse.org/useVModel
* @param props
* @param key (default 'modelValue')
* @param emit
* @param options
*
* @__NO_SIDE_EFFECTS__
*/
function useVModel(props, key, emit, options = {}) {
	var _vm$$emit, _vm$proxy;
	const { clone = false, passive = false, eventName, deep = false, defaultValue, shouldEmit } = options;
	const vm = getCurrentInstance();
	const _emit = emit || (vm === null || vm === void 0 ? void 0 : vm.emit) || (vm === null || vm === void 0 || (_vm$$emit = vm.$emit) === null || _vm$$emit === void 0 ? void 0 : _vm$$emit.bind(vm)) || (vm === null || vm === void 0 || (_vm$proxy = vm.proxy) === null || _vm$proxy === void 0 || (_vm$proxy = _vm$proxy.$emit) === null || _vm$proxy === void 0 ? void 0 : _vm$proxy.bind(vm === null || vm === void 0 ? void 0 : vm.proxy));
	let event = eventName;
	if (!key) key = "modelValue";
	event = event || `update:${key.toString()}`;
	const cloneFn = (val) => !clone ? val : typeof clone === "function" ? clone(val) : cloneFnJSON(val);
	const getValue = () => isDef(props[key]) ? cloneFn(props[key]) : defaultValue;
	const triggerEmit = (value) => {
		if (shouldEmit) {
			if (shouldEmit(value)) _emit(event, value);
		} else _emit(event, value);
	};
	if (passive) {
		const proxy = /* @__PURE__ */ ref(getValue());
		let isUpdating = false;
		watch(() => props[key], (v) => {
			if (!isUpdating) {
				isUpdating = true;
				proxy.value = cloneFn(v);
				nextTick(() => isUpdating = false);
			}
		});
		watch(proxy, (v) => {
			if (!isUpdating && (v !== props[key] || deep)) triggerEmit(v);
		}, { deep });
		return proxy;
	} else return computed({
		get() {
			return getValue();
		},
		set(value) {
			triggerEmit(value);
		}
	});
}
// ../../work/main/node_modules/reka-ui/dist/shared/renderSlotFragments.js
function renderSlotFragments(children) {
	if (!children) return [];
	return children.flatMap((child) => {
		if (child.type === Fragment) return renderSlotFragments(child.children);
		return [child];
	});
}
// ../../work/main/node_modules/reka-ui/dist/shared/useArrowNavigation.js
var ignoredElement = ["INPUT", "TEXTAREA"];
/**
* Allow arrow navigation for every html element with data-reka-collection-item tag
*
* @param e               Keyboard event
* @param currentElement  Event initiator element or any element that wants to handle the navigation
* @param parentElement   Parent element where contains all the collection items, this will collect every item to be used when nav
* @param options         further options
* @returns               the navigated html element or null if none
*/
function useArrowNavigation(e, currentElement, parentElement, options = {}) {
	if (!currentElement || options.enableIgnoredElement && ignoredElement.includes(currentElement.nodeName)) return null;
	const { arrowKeyOptions = "both", attributeName = "[data-reka-collection-item]", itemsArray = [], loop = true, dir = "ltr", preventScroll = true, focus = false } = options;
	const [right, left, up, down, home, end] = [
		e.key === "ArrowRight",
		e.key === "ArrowLeft",
		e.key === "ArrowUp",
		e.key === "ArrowDown",
		e.key === "Home",
		e.key === "End"
	];
	const goingVertical = up || down;
	const goingHorizontal = right || left;
	if (!home && !end && (!goingVertical && !goingHorizontal || arrowKeyOptions === "vertical" && goingHorizontal || arrowKeyOptions === "horizontal" && goingVertical)) return null;
	const allCollectionItems = parentElement ? Array.from(parentElement.querySelectorAll(attributeName)) : itemsArray;
	if (!allCollectionItems.length) return null;
	if (preventScroll) e.preventDefault();
	let item = null;
	if (goingHorizontal || goingVertical) item = findNextFocusableElement(allCollectionItems, currentElement, {
		goForward: goingVertical ? down : dir === "ltr" ? right : left,
		loop
	});
	else if (home) item = allCollectionItems.at(0) || null;
	else if (end) item = allCollectionItems.at(-1) || null;
	if (focus) item?.focus();
	return item;
}
/**
* Recursive function to find the next focusable element to avoid disabled elements
*
* @param elements Elements to navigate
* @param currentElement Current active element
* @param options
* @returns next focusable element
*/
function findNextFocusableElement(elements, currentElement, options, iterations = !elements.includes(currentElement) ? elements.length + 1 : elements.length) {
	if (--iterations === 0) return null;
	const index = elements.indexOf(currentElement);
	let newIndex;
	if (index === -1) newIndex = options.goForward ? 0 : elements.length - 1;
	else newIndex = options.goForward ? index + 1 : index - 1;
	if (!options.loop && (newIndex < 0 || newIndex >= elements.length)) return null;
	const candidate = elements[(newIndex + elements.length) % elements.length];
	if (!candidate) return null;
	if (candidate.hasAttribute("disabled") && candidate.getAttribute("disabled") !== "false") return findNextFocusableElement(elements, candidate, options, iterations);
	return candidate;
}
// ../../work/main/node_modules/reka-ui/dist/ConfigProvider/ConfigProvider.js
var [injectConfigProviderContext, provideConfigProviderContext] = /*#__PURE__*/ createContext("ConfigProvider");
var ConfigProvider_default = /* @__PURE__ */ defineComponent({
	inheritAttrs: false,
	__name: "ConfigProvider",
	props: {
		dir: {
			type: String,
			required: false,
			default: "ltr"
		},
		locale: {
			type: String,
			required: false,
			default: "en"
		},
		scrollBody: {
			type: [Boolean, Object],
			required: false,
			default: true
		},
		nonce: {
			type: String,
			required: false,
			default: void 0
		},
		teleportTo: {
			type: null,
			required: false,
			default: void 0
		},
		useId: {
			type: Function,
			required: false,
			default: void 0
		}
	},
	setup(__props) {
		const props = __props;
		const { dir, locale, scrollBody, nonce, teleportTo } = /* @__PURE__ */ toRefs(props);
		provideConfigProviderContext({
			dir,
			locale,
			scrollBody,
			nonce,
			teleportTo,
			useId: props.useId
		});
		return (_ctx, _cache) => {
			return renderSlot(_ctx.$slots, "default");
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/shared/bodyPointerEvents.js
var locks = /* @__PURE__ */ new WeakMap();
/**
* Adds `owner` to the body `pointer-events` lock of `doc` and sets it to `none`.
* The first owner saves the body's current inline value.
*/
function acquireBodyPointerEvents(doc, owner) {
	let lock = locks.get(doc);
	if (!lock) {
		lock = {
			owners: /* @__PURE__ */ new Set(),
			original: doc.body.style.pointerEvents
		};
		locks.set(doc, lock);
	}
	lock.owners.add(owner);
	doc.body.style.pointerEvents = "none";
}
/**
* Removes `owner` from the lock of `doc`; the last owner out restores the saved
* value. Releasing an owner that never acquired is a no-op.
*/
function releaseBodyPointerEvents(doc, owner) {
	const lock = locks.get(doc);
	if (!lock?.owners.delete(owner)) return;
	if (lock.owners.size === 0) {
		locks.delete(doc);
		doc.body.style.pointerEvents = lock.original;
	}
}
// ../../work/main/node_modules/defu/dist/defu.mjs
function isPlainObject(value) {
	if (value === null || typeof value !== "object") return false;
	const prototype = Object.getPrototypeOf(value);
	if (prototype !== null && prototype !== Object.prototype && Object.getPrototypeOf(prototype) !== null) return false;
	if (Symbol.iterator in value) return false;
	if (Symbol.toStringTag in value) return Object.prototype.toString.call(value) === "[object Module]";
	return true;
}
function _defu(baseObject, defaults, namespace = ".", merger) {
	if (!isPlainObject(defaults)) return _defu(baseObject, {}, namespace, merger);
	const object = { ...defaults };
	for (const key of Object.keys(baseObject)) {
		if (key === "__proto__" || key === "constructor") continue;
		const value = baseObject[key];
		if (value === null || value === void 0) continue;
		if (merger && merger(object, key, value, namespace)) continue;
		if (Array.isArray(value) && Array.isArray(object[key])) object[key] = [...value, ...object[key]];
		else if (isPlainObject(value) && isPlainObject(object[key])) object[key] = _defu(value, object[key], (namespace ? `${namespace}.` : "") + key.toString(), merger);
		else object[key] = value;
	}
	return object;
}
function createDefu(merger) {
	return (...arguments_) => arguments_.reduce((p, c) => _defu(p, c, "", merger), {});
}
var defu = createDefu();
// ../../work/main/node_modules/reka-ui/dist/shared/useBodyScrollLock.js
var pointerEventsOwner = Symbol("useBodyScrollLock");
var useBodyLockStackCount = createSharedComposable(() => {
	const map = /* @__PURE__ */ ref(/* @__PURE__ */ new Map());
	const initialOverflow = /* @__PURE__ */ ref();
	const locked = computed(() => {
		for (const value of map.value.values()) if (value) return true;
		return false;
	});
	const context = injectConfigProviderContext({ scrollBody: /* @__PURE__ */ ref(true) });
	let stopTouchMoveListener = null;
	const resetBodyStyle = () => {
		document.body.style.paddingRight = "";
		document.body.style.marginRight = "";
		releaseBodyPointerEvents(document, pointerEventsOwner);
		document.documentElement.style.removeProperty("--scrollbar-width");
		document.body.style.overflow = initialOverflow.value ?? "";
		isIOS && stopTouchMoveListener?.();
		initialOverflow.value = void 0;
	};
	watch(locked, (val, oldVal) => {
		if (!isClient) return;
		if (!val) {
			if (oldVal) resetBodyStyle();
			return;
		}
		if (initialOverflow.value === void 0) initialOverflow.value = document.body.style.overflow;
		const verticalScrollbarWidth = window.innerWidth - document.documentElement.clientWidth;
		const defaultConfig = {
			padding: verticalScrollbarWidth,
			margin: 0
		};
		const config = context.scrollBody?.value ? typeof context.scrollBody.value === "object" ? defu({
			padding: context.scrollBody.value.padding === true ? verticalScrollbarWidth : context.scrollBody.value.padding,
			margin: context.scrollBody.value.margin === true ? verticalScrollbarWidth : context.scrollBody.value.margin
		}, defaultConfig) : defaultConfig : {
			padding: 0,
			margin: 0
		};
		if (verticalScrollbarWidth > 0) {
			document.body.style.paddingRight = typeof config.padding === "number" ? `${config.padding}px` : String(config.padding);
			document.body.style.marginRight = typeof config.margin === "number" ? `${config.margin}px` : String(config.margin);
			document.documentElement.style.setProperty("--scrollbar-width", `${verticalScrollbarWidth}px`);
			document.body.style.overflow = "hidden";
		}
		if (isIOS) stopTouchMoveListener = useEventListener(document, "touchmove", (e) => preventDefault(e), { passive: false });
		nextTick(() => {
			if (!locked.value) return;
			acquireBodyPointerEvents(document, pointerEventsOwner);
			document.body.style.overflow = "hidden";
		});
	}, {
		immediate: true,
		flush: "sync"
	});
	return map;
});
function useBodyScrollLock(initialState) {
	const id = Math.random().toString(36).substring(2, 7);
	const map = useBodyLockStackCount();
	map.value.set(id, initialState ?? false);
	const locked = computed({
		get: () => map.value.get(id) ?? false,
		set: (value) => map.value.set(id, value)
	});
	tryOnBeforeUnmount(() => {
		map.value.delete(id);
	});
	return locked;
}
function checkOverflowScroll(ele) {
	const style = window.getComputedStyle(ele);
	if (style.overflowX === "scroll" || style.overflowY === "scroll" || style.overflowX === "auto" && ele.clientWidth < ele.scrollWidth || style.overflowY === "auto" && ele.clientHeight < ele.scrollHeight) return true;
	else {
		const parent = ele.parentNode;
		if (!(parent instanceof Element) || parent.tagName === "BODY") return false;
		return checkOverflowScroll(parent);
	}
}
function preventDefault(rawEvent) {
	const e = rawEvent || window.event;
	const _target = e.target;
	if (_target instanceof Element && checkOverflowScroll(_target)) return false;
	if (e.touches.length > 1) return true;
	if (e.preventDefault && e.cancelable) e.preventDefault();
	return false;
}
// ../../work/main/node_modules/reka-ui/dist/shared/useDirection.js
/**
* The `useDirection` function provides a way to access the current direction in your application.
* @param {Ref<Direction | undefined>} [dir] - An optional ref containing the direction (ltr or rtl).
* @returns  computed value that combines with the resolved direction.
*/
function useDirection(dir) {
	const context = injectConfigProviderContext({ dir: /* @__PURE__ */ ref("ltr") });
	return computed(() => dir?.value || context.dir?.value || "ltr");
}
// ../../work/main/node_modules/reka-ui/dist/shared/useEmitAsProps.js
/**
* The `useEmitAsProps` function is a TypeScript utility that converts emitted events into props for a
* Vue component.
*
* @template Name - The event name string union type.
* @template Fn - The emit function type.
*
* @param emit - The `emit` parameter is a function that is used to emit events from a component. It
*
* takes two parameters: `name` which is the name of the event to be emitted, and `...args` which are
* the arguments to be passed along with the event.
* @returns The function `useEmitAsProps` returns an object that maps event names to functions that
* call the `emit` function with the corresponding event name and arguments.
*/
function useEmitAsProps(emit) {
	const vm = getCurrentInstance();
	const events = vm?.type.emits;
	const result = {};
	if (!events?.length) console.warn(`No emitted event found. Please check component: ${vm?.type.__name}`);
	events?.forEach((ev) => {
		result[toHandlerKey(camelize$1(ev))] = (...arg) => emit(ev, ...arg);
	});
	return result;
}
// ../../work/main/node_modules/reka-ui/dist/shared/useFocusGuards.js
/** Number of components which have requested interest to have focus guards */
var count$2 = 0;
/**
* Injects a pair of focus guards at the edges of the whole DOM tree
* to ensure `focusin` & `focusout` events can be caught consistently.
*/
function useFocusGuards() {
	watchEffect((cleanupFn) => {
		if (!isClient) return;
		const edgeGuards = document.querySelectorAll("[data-reka-focus-guard]");
		document.body.insertAdjacentElement("afterbegin", edgeGuards[0] ?? createFocusGuard());
		document.body.insertAdjacentElement("beforeend", edgeGuards[1] ?? createFocusGuard());
		count$2++;
		cleanupFn(() => {
			if (count$2 === 1) document.querySelectorAll("[data-reka-focus-guard]").forEach((node) => node.remove());
			count$2--;
		});
	});
}
function createFocusGuard() {
	const element = document.createElement("span");
	element.setAttribute("data-reka-focus-guard", "");
	element.tabIndex = 0;
	element.style.outline = "none";
	element.style.opacity = "0";
	element.style.position = "fixed";
	element.style.pointerEvents = "none";
	return element;
}
// ../../work/main/node_modules/reka-ui/dist/shared/useForwardExpose.js
function useForwardExpose() {
	const instance = getCurrentInstance();
	const currentRef = /* @__PURE__ */ ref();
	const currentElement = computed(() => resolveCurrentElement());
	onUpdated(() => {
		if (currentElement.value !== resolveCurrentElement()) triggerRef(currentRef);
	});
	function resolveCurrentElement() {
		return currentRef.value && "$el" in currentRef.value && ["#text", "#comment"].includes(currentRef.value.$el.nodeName) ? currentRef.value.$el.nextElementSibling : unrefElement(currentRef);
	}
	const localExpose = Object.assign({}, instance.exposed);
	const ret = {};
	for (const key in instance.props) Object.defineProperty(ret, key, {
		enumerable: true,
		configurable: true,
		get: () => instance.props[key]
	});
	if (Object.keys(localExpose).length > 0) for (const key in localExpose) Object.defineProperty(ret, key, {
		enumerable: true,
		configurable: true,
		get: () => localExpose[key]
	});
	Object.defineProperty(ret, "$el", {
		enumerable: true,
		configurable: true,
		get: () => instance.vnode.el
	});
	instance.exposed = ret;
	function forwardRef(ref$1) {
		currentRef.value = ref$1;
		if (!ref$1) return;
		Object.defineProperty(ret, "$el", {
			enumerable: true,
			configurable: true,
			get: () => ref$1 instanceof Element ? ref$1 : ref$1.$el
		});
		if (!(ref$1 instanceof Element) && !Object.hasOwn(ref$1, "$el")) {
			const childExposed = ref$1.$.exposed;
			const merged = Object.assign({}, ret);
			for (const key in childExposed) Object.defineProperty(merged, key, {
				enumerable: true,
				configurable: true,
				get: () => childExposed[key]
			});
			instance.exposed = merged;
		}
	}
	return {
		forwardRef,
		currentRef,
		currentElement
	};
}
// ../../work/main/node_modules/reka-ui/dist/shared/useForwardProps.js
/**
* The `useForwardProps` function in TypeScript takes in a set of props and returns a computed value
* that combines default props with assigned props from the current instance.
* @param {T} props - The `props` parameter is an object that represents the props passed to a
* component.
* @returns computed value that combines the default props, preserved props, and assigned props.
*/
function useForwardProps(props) {
	const vm = getCurrentInstance();
	const defaultProps = Object.keys(vm?.type.props ?? {}).reduce((prev, curr) => {
		const defaultValue = (vm?.type.props[curr]).default;
		if (defaultValue !== void 0) prev[curr] = defaultValue;
		return prev;
	}, {});
	const refProps = /* @__PURE__ */ toRef$1(props);
	return computed(() => {
		const preservedProps = {};
		const assignedProps = vm?.vnode.props ?? {};
		Object.keys(assignedProps).forEach((key) => {
			preservedProps[camelize$1(key)] = assignedProps[key];
		});
		return Object.keys({
			...defaultProps,
			...preservedProps
		}).reduce((prev, curr) => {
			if (refProps.value[curr] !== void 0) prev[curr] = refProps.value[curr];
			return prev;
		}, {});
	});
}
// ../../work/main/node_modules/reka-ui/dist/shared/useForwardPropsEmits.js
function useForwardPropsEmits(props, emit) {
	const parsedProps = useForwardProps(props);
	const emitsAsProps = emit ? useEmitAsProps(emit) : {};
	return computed(() => ({
		...parsedProps.value,
		...emitsAsProps
	}));
}
// ../../work/main/node_modules/reka-ui/dist/shared/useGraceArea.js
function useGraceArea(triggerElement, containerElement) {
	const isPointerInTransit = refAutoReset(false, 300);
	tryOnScopeDispose(() => {
		isPointerInTransit.value = false;
	});
	const pointerGraceArea = /* @__PURE__ */ ref(null);
	const pointerExit = createEventHook();
	function handleRemoveGraceArea() {
		pointerGraceArea.value = null;
		isPointerInTransit.value = false;
	}
	function handleCreateGraceArea(event, hoverTarget) {
		if (!hoverTarget) return;
		const currentTarget = event.currentTarget;
		const exitPoint = {
			x: event.clientX,
			y: event.clientY
		};
		const paddedExitPoints = getPaddedExitPoints(exitPoint, getExitSideFromRect(exitPoint, currentTarget.getBoundingClientRect()), 1);
		const hoverTargetPoints = getPointsFromRect(hoverTarget.getBoundingClientRect());
		const graceArea = getHull([...paddedExitPoints, ...hoverTargetPoints]);
		pointerGraceArea.value = graceArea;
		isPointerInTransit.value = true;
	}
	watchEffect((cleanupFn) => {
		if (triggerElement.value && containerElement.value) {
			const trigger = triggerElement.value;
			const container = containerElement.value;
			const handleTriggerLeave = (event) => handleCreateGraceArea(event, container);
			const handleContentLeave = (event) => handleCreateGraceArea(event, trigger);
			trigger.addEventListener("pointerleave", handleTriggerLeave);
			container.addEventListener("pointerleave", handleContentLeave);
			cleanupFn(() => {
				trigger.removeEventListener("pointerleave", handleTriggerLeave);
				container.removeEventListener("pointerleave", handleContentLeave);
			});
		}
	});
	watchEffect((cleanupFn) => {
		if (pointerGraceArea.value) {
			const handleTrackPointerGrace = (event) => {
				if (!pointerGraceArea.value || !(event.target instanceof Element)) return;
				const target = event.target;
				const pointerPosition = {
					x: event.clientX,
					y: event.clientY
				};
				const hasEnteredTarget = triggerElement.value?.contains(target) || containerElement.value?.contains(target);
				const isPointerOutsideGraceArea = !isPointInPolygon$1(pointerPosition, pointerGraceArea.value);
				const isAnotherGraceAreaTrigger = !!target.closest("[data-grace-area-trigger]");
				if (hasEnteredTarget) handleRemoveGraceArea();
				else if (isPointerOutsideGraceArea || isAnotherGraceAreaTrigger) {
					handleRemoveGraceArea();
					pointerExit.trigger();
				}
			};
			const ownerDocument = triggerElement.value?.ownerDocument;
			ownerDocument?.addEventListener("pointermove", handleTrackPointerGrace);
			cleanupFn(() => ownerDocument?.removeEventListener("pointermove", handleTrackPointerGrace));
		}
	});
	return {
		isPointerInTransit,
		onPointerExit: pointerExit.on
	};
}
function getExitSideFromRect(point, rect) {
	const top = Math.abs(rect.top - point.y);
	const bottom = Math.abs(rect.bottom - point.y);
	const right = Math.abs(rect.right - point.x);
	const left = Math.abs(rect.left - point.x);
	switch (Math.min(top, bottom, right, left)) {
		case left: return "left";
		case right: return "right";
		case top: return "top";
		case bottom: return "bottom";
		default: throw new Error("unreachable");
	}
}
function getPaddedExitPoints(exitPoint, exitSide, padding = 5) {
	const paddedExitPoints = [];
	switch (exitSide) {
		case "top":
			paddedExitPoints.push({
				x: exitPoint.x - padding,
				y: exitPoint.y + padding
			}, {
				x: exitPoint.x + padding,
				y: exitPoint.y + padding
			});
			break;
		case "bottom":
			paddedExitPoints.push({
				x: exitPoint.x - padding,
				y: exitPoint.y - padding
			}, {
				x: exitPoint.x + padding,
				y: exitPoint.y - padding
			});
			break;
		case "left":
			paddedExitPoints.push({
				x: exitPoint.x + padding,
				y: exitPoint.y - padding
			}, {
				x: exitPoint.x + padding,
				y: exitPoint.y + padding
			});
			break;
		case "right": paddedExitPoints.push({
			x: exitPoint.x - padding,
			y: exitPoint.y - padding
		}, {
			x: exitPoint.x - padding,
			y: exitPoint.y + padding
		});
	}
	return paddedExitPoints;
}
function getPointsFromRect(rect) {
	const { top, right, bottom, left } = rect;
	return [
		{
			x: left,
			y: top
		},
		{
			x: right,
			y: top
		},
		{
			x: right,
			y: bottom
		},
		{
			x: left,
			y: bottom
		}
	];
}
function isPointInPolygon$1(point, polygon) {
	const { x, y } = point;
	let inside = false;
	for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
		const xi = polygon[i].x;
		const yi = polygon[i].y;
		const xj = polygon[j].x;
		const yj = polygon[j].y;
		if (yi > y !== yj > y && x < (xj - xi) * (y - yi) / (yj - yi) + xi) inside = !inside;
	}
	return inside;
}
function getHull(points) {
	const newPoints = points.slice();
	newPoints.sort((a, b) => {
		if (a.x < b.x) return -1;
		else if (a.x > b.x) return 1;
		else if (a.y < b.y) return -1;
		else if (a.y > b.y) return 1;
		else return 0;
	});
	return getHullPresorted(newPoints);
}
function getHullPresorted(points) {
	if (points.length <= 1) return points.slice();
	const upperHull = [];
	for (let i = 0; i < points.length; i++) {
		const p = points[i];
		while (upperHull.length >= 2) {
			const q = upperHull.at(-1);
			const r = upperHull[upperHull.length - 2];
			if ((q.x - r.x) * (p.y - r.y) >= (q.y - r.y) * (p.x - r.x)) upperHull.pop();
			else break;
		}
		upperHull.push(p);
	}
	upperHull.pop();
	const lowerHull = [];
	for (let i = points.length - 1; i >= 0; i--) {
		const p = points[i];
		while (lowerHull.length >= 2) {
			const q = lowerHull.at(-1);
			const r = lowerHull[lowerHull.length - 2];
			if ((q.x - r.x) * (p.y - r.y) >= (q.y - r.y) * (p.x - r.x)) lowerHull.pop();
			else break;
		}
		lowerHull.push(p);
	}
	lowerHull.pop();
	if (upperHull.length === 1 && lowerHull.length === 1 && upperHull[0].x === lowerHull[0].x && upperHull[0].y === lowerHull[0].y) return upperHull;
	else return upperHull.concat(lowerHull);
}
// ../../work/main/node_modules/aria-hidden/dist/es2015/index.js
var getDefaultParent = function(originalTarget) {
	if (typeof document === "undefined") return null;
	return (Array.isArray(originalTarget) ? originalTarget[0] : originalTarget).ownerDocument.body;
};
var counterMap = /* @__PURE__ */ new WeakMap();
var uncontrolledNodes = /* @__PURE__ */ new WeakMap();
var markerMap = {};
var lockCount = 0;
var unwrapHost = function(node) {
	return node && (node.host || unwrapHost(node.parentNode));
};
var correctTargets = function(parent, targets) {
	return targets.map(function(target) {
		if (parent.contains(target)) return target;
		var correctedTarget = unwrapHost(target);
		if (correctedTarget && parent.contains(correctedTarget)) return correctedTarget;
		console.error("aria-hidden", target, "in not contained inside", parent, ". Doing nothing");
		return null;
	}).filter(function(x) {
		return Boolean(x);
	});
};
/**
* Marks everything except given node(or nodes) as aria-hidden
* @param {Element | Element[]} originalTarget - elements to keep on the page
* @param [parentNode] - top element, defaults to document.body
* @param {String} [markerName] - a special attribute to mark every node
* @param {String} [controlAttribute] - html Attribute to control
* @return {Undo} undo command
*/
var applyAttributeToOthers = function(originalTarget, parentNode, markerName, controlAttribute) {
	var targets = correctTargets(parentNode, Array.isArray(originalTarget) ? originalTarget : [originalTarget]);
	if (!markerMap[markerName]) markerMap[markerName] = /* @__PURE__ */ new WeakMap();
	var markerCounter = markerMap[markerName];
	var hiddenNodes = [];
	var elementsToKeep = /* @__PURE__ */ new Set();
	var elementsToStop = new Set(targets);
	var keep = function(el) {
		if (!el || elementsToKeep.has(el)) return;
		elementsToKeep.add(el);
		keep(el.parentNode);
	};
	targets.forEach(keep);
	var deep = function(parent) {
		if (!parent || elementsToStop.has(parent)) return;
		Array.prototype.forEach.call(parent.children, function(node) {
			if (elementsToKeep.has(node)) deep(node);
			else try {
				var attr = node.getAttribute(controlAttribute);
				var alreadyHidden = attr !== null && attr !== "false";
				var counterValue = (counterMap.get(node) || 0) + 1;
				var markerValue = (markerCounter.get(node) || 0) + 1;
				counterMap.set(node, counterValue);
				markerCounter.set(node, markerValue);
				hiddenNodes.push(node);
				if (counterValue === 1 && alreadyHidden) uncontrolledNodes.set(node, true);
				if (markerValue === 1) node.setAttribute(markerName, "true");
				if (!alreadyHidden) node.setAttribute(controlAttribute, "true");
			} catch (e) {
				console.error("aria-hidden: cannot operate on ", node, e);
			}
		});
	};
	deep(parentNode);
	elementsToKeep.clear();
	lockCount++;
	return function() {
		hiddenNodes.forEach(function(node) {
			var counterValue = counterMap.get(node) - 1;
			var markerValue = markerCounter.get(node) - 1;
			counterMap.set(node, counterValue);
			markerCounter.set(node, markerValue);
			if (!counterValue) {
				if (!uncontrolledNodes.has(node)) node.removeAttribute(controlAttribute);
				uncontrolledNodes.delete(node);
			}
			if (!markerValue) node.removeAttribute(markerName);
		});
		lockCount--;
		if (!lockCount) {
			counterMap = /* @__PURE__ */ new WeakMap();
			counterMap = /* @__PURE__ */ new WeakMap();
			uncontrolledNodes = /* @__PURE__ */ new WeakMap();
			markerMap = {};
		}
	};
};
/**
* Marks everything except given node(or nodes) as aria-hidden
* @param {Element | Element[]} originalTarget - elements to keep on the page
* @param [parentNode] - top element, defaults to document.body
* @param {String} [markerName] - a special attribute to mark every node
* @return {Undo} undo command
*/
var hideOthers = function(originalTarget, parentNode, markerName) {
	if (markerName === void 0) markerName = "data-aria-hidden";
	var targets = Array.from(Array.isArray(originalTarget) ? originalTarget : [originalTarget]);
	var activeParentNode = parentNode || getDefaultParent(originalTarget);
	if (!activeParentNode) return function() {
		return null;
	};
	targets.push.apply(targets, Array.from(activeParentNode.querySelectorAll("[aria-live], script")));
	return applyAttributeToOthers(targets, activeParentNode, markerName, "aria-hidden");
};
// ../../work/main/node_modules/reka-ui/dist/shared/useHideOthers.js
/**
* The `useHideOthers` function is a TypeScript function that takes a target element reference and
* hides all other elements in ARIA when the target element is present, and restores the visibility of the
* hidden elements when the target element is removed.
* @param {MaybeElementRef} target - The `target` parameter is a reference to the element that you want
* to hide other elements when it is clicked or focused.
*/
function useHideOthers(target) {
	let undo;
	watch(() => unrefElement(target), (el) => {
		let isInsideClosedPopover = false;
		try {
			isInsideClosedPopover = !!el?.closest("[popover]:not(:popover-open)");
		} catch {}
		if (el && !isInsideClosedPopover) undo = hideOthers(el);
		else if (undo) undo();
	});
	onUnmounted(() => {
		if (undo) undo();
	});
}
/**
* The `useId` function generates a unique identifier using a provided deterministic ID,
* a configured `<ConfigProvider>` ID source, Vue's native `useId`, or a fallback counter.
* @param {string | null | undefined} [deterministicId] - The `useId` function you provided takes an
* optional parameter `deterministicId`, which can be a string, null, or undefined. If
* `deterministicId` is provided, the function will return it. Otherwise, it will generate an id using
* the configured ID source.
*/
function useId(deterministicId, prefix = "reka") {
	if (deterministicId) return deterministicId;
	let id;
	const configProviderContext = injectConfigProviderContext({ useId: void 0 });
	if (configProviderContext.useId) id = configProviderContext.useId();
	else id = useId$1?.();
	return prefix ? `${prefix}-${id}` : id;
}
// ../../work/main/node_modules/reka-ui/dist/shared/useSize.js
function useSize(element) {
	const size = /* @__PURE__ */ ref();
	const width = computed(() => size.value?.width ?? 0);
	const height = computed(() => size.value?.height ?? 0);
	let resizeObserver;
	onMounted(() => {
		const el = unrefElement(element);
		if (el) {
			size.value = {
				width: el.offsetWidth,
				height: el.offsetHeight
			};
			resizeObserver = new ResizeObserver((entries) => {
				if (!Array.isArray(entries)) return;
				if (!entries.length) return;
				const entry = entries[0];
				let width$1;
				let height$1;
				if ("borderBoxSize" in entry) {
					const borderSizeEntry = entry.borderBoxSize;
					const borderSize = Array.isArray(borderSizeEntry) ? borderSizeEntry[0] : borderSizeEntry;
					width$1 = borderSize.inlineSize;
					height$1 = borderSize.blockSize;
				} else {
					width$1 = el.offsetWidth;
					height$1 = el.offsetHeight;
				}
				size.value = {
					width: width$1,
					height: height$1
				};
			});
			resizeObserver.observe(el, { box: "border-box" });
		} else size.value = void 0;
	});
	onUnmounted(() => {
		resizeObserver?.disconnect();
		resizeObserver = void 0;
	});
	return {
		width,
		height
	};
}
// ../../work/main/node_modules/reka-ui/dist/shared/useStateMachine.js
/**
* The `useStateMachine` function is a TypeScript function that creates a state machine and returns the
* current state and a dispatch function to update the state based on events.
* @param initialState - The `initialState` parameter is the initial state of the state machine. It
* represents the starting point of the state machine's state.
* @param machine - The `machine` parameter is an object that represents a state machine. It should
* have keys that correspond to the possible states of the machine, and the values should be objects
* that represent the possible events and their corresponding next states.
* @returns The `useStateMachine` function returns an object with two properties: `state` and
* `dispatch`.
*/
function useStateMachine(initialState, machine) {
	const state = /* @__PURE__ */ ref(initialState);
	function reducer(event) {
		return machine[state.value][event] ?? state.value;
	}
	const dispatch = (event) => {
		state.value = reducer(event);
	};
	return {
		state,
		dispatch
	};
}
// ../../work/main/node_modules/reka-ui/dist/shared/useTypeahead.js
function useTypeahead(callback) {
	const search = refAutoReset("", 1e3);
	const handleTypeaheadSearch = (key, items) => {
		search.value = search.value + key;
		if (callback) callback(key);
		else {
			const currentItem = getActiveElement();
			const itemsWithTextValue = items.map((item) => ({
				...item,
				textValue: item.value?.textValue ?? item.ref.textContent?.trim() ?? ""
			}));
			const currentMatch = itemsWithTextValue.find((item) => item.ref === currentItem);
			const nextMatch = getNextMatch(itemsWithTextValue.map((item) => item.textValue), search.value, currentMatch?.textValue);
			const newItem = itemsWithTextValue.find((item) => item.textValue === nextMatch);
			if (newItem) newItem.ref.focus();
			return newItem?.ref;
		}
	};
	const resetTypeahead = () => {
		search.value = "";
	};
	return {
		search,
		handleTypeaheadSearch,
		resetTypeahead
	};
}
/**
* Wraps an array around itself at a given start index
* Example: `wrapArray(['a', 'b', 'c', 'd'], 2) === ['c', 'd', 'a', 'b']`
*/
function wrapArray(array, startIndex) {
	return array.map((_, index) => array[(startIndex + index) % array.length]);
}
/**
* This is the "meat" of the typeahead matching logic. It takes in all the values,
* the search and the current match, and returns the next match (or `undefined`).
*
* We normalize the search because if a user has repeatedly pressed a character,
* we want the exact same behavior as if we only had that one character
* (ie. cycle through options starting with that character)
*
* We also reorder the values by wrapping the array around the current match.
* This is so we always look forward from the current match, and picking the first
* match will always be the correct one.
*
* Finally, if the normalized search is exactly one character, we exclude the
* current match from the values because otherwise it would be the first to match always
* and focus would never move. This is as opposed to the regular case, where we
* don't want focus to move if the current match still matches.
*/
function getNextMatch(values, search, currentMatch) {
	const normalizedSearch = search.length > 1 && Array.from(search).every((char) => char === search[0]) ? search[0] : search;
	const currentMatchIndex = currentMatch ? values.indexOf(currentMatch) : -1;
	let wrappedValues = wrapArray(values, Math.max(currentMatchIndex, 0));
	if (normalizedSearch.length === 1) wrappedValues = wrappedValues.filter((v) => v !== currentMatch);
	const nextMatch = wrappedValues.find((value) => value.toLowerCase().startsWith(normalizedSearch.toLowerCase()));
	return nextMatch !== currentMatch ? nextMatch : void 0;
}
// ../../work/main/node_modules/reka-ui/dist/Presence/usePresence.js
function usePresence(present, node) {
	const stylesRef = /* @__PURE__ */ ref({});
	const prevAnimationNameRef = /* @__PURE__ */ ref("none");
	const prevPresentRef = /* @__PURE__ */ ref(present);
	const initialState = present.value ? "mounted" : "unmounted";
	let timeoutId;
	const ownerWindow = node.value?.ownerDocument.defaultView ?? defaultWindow;
	const { state, dispatch } = useStateMachine(initialState, {
		mounted: {
			UNMOUNT: "unmounted",
			ANIMATION_OUT: "unmountSuspended"
		},
		unmountSuspended: {
			MOUNT: "mounted",
			ANIMATION_END: "unmounted"
		},
		unmounted: { MOUNT: "mounted" }
	});
	const dispatchCustomEvent = (name) => {
		if (isClient) {
			const customEvent = new CustomEvent(name, {
				bubbles: false,
				cancelable: false
			});
			node.value?.dispatchEvent(customEvent);
		}
	};
	watch(present, async (currentPresent, prevPresent) => {
		const hasPresentChanged = prevPresent !== currentPresent;
		await nextTick();
		if (hasPresentChanged) {
			const prevAnimationName = prevAnimationNameRef.value;
			const currentAnimationName = getAnimationName(node.value);
			if (currentPresent) {
				dispatch("MOUNT");
				dispatchCustomEvent("enter");
				if (currentAnimationName === "none") dispatchCustomEvent("after-enter");
			} else if (currentAnimationName === "none" || currentAnimationName === "undefined" || stylesRef.value?.display === "none") {
				dispatch("UNMOUNT");
				dispatchCustomEvent("leave");
				dispatchCustomEvent("after-leave");
			} else if (prevPresent && prevAnimationName !== currentAnimationName) {
				dispatch("ANIMATION_OUT");
				dispatchCustomEvent("leave");
			} else {
				dispatch("UNMOUNT");
				dispatchCustomEvent("after-leave");
			}
		}
	}, { immediate: true });
	/**
	* Triggering an ANIMATION_OUT during an ANIMATION_IN will fire an `animationcancel`
	* event for ANIMATION_IN after we have entered `unmountSuspended` state. So, we
	* make sure we only trigger ANIMATION_END for the currently active animation.
	*/
	const handleAnimationEnd = (event) => {
		if (event.target !== node.value) return;
		const currentAnimationName = getAnimationName(node.value);
		const isCurrentAnimation = currentAnimationName.includes(CSS.escape(event.animationName));
		const directionName = state.value === "mounted" ? "enter" : "leave";
		if (isCurrentAnimation) {
			dispatchCustomEvent(`after-${directionName}`);
			dispatch("ANIMATION_END");
			if (!prevPresentRef.value) {
				const currentFillMode = node.value.style.animationFillMode;
				node.value.style.animationFillMode = "forwards";
				timeoutId = ownerWindow?.setTimeout(() => {
					if (node.value?.style.animationFillMode === "forwards") node.value.style.animationFillMode = currentFillMode;
				});
			}
		}
		if (currentAnimationName === "none") dispatch("ANIMATION_END");
	};
	const handleAnimationStart = (event) => {
		if (event.target === node.value) prevAnimationNameRef.value = getAnimationName(node.value);
	};
	const watcher = watch(node, (newNode, oldNode) => {
		if (newNode) {
			stylesRef.value = getComputedStyle(newNode);
			newNode.addEventListener("animationstart", handleAnimationStart);
			newNode.addEventListener("animationcancel", handleAnimationEnd);
			newNode.addEventListener("animationend", handleAnimationEnd);
		} else {
			dispatch("ANIMATION_END");
			if (timeoutId !== void 0) ownerWindow?.clearTimeout(timeoutId);
			oldNode?.removeEventListener("animationstart", handleAnimationStart);
			oldNode?.removeEventListener("animationcancel", handleAnimationEnd);
			oldNode?.removeEventListener("animationend", handleAnimationEnd);
		}
	}, { immediate: true });
	const stateWatcher = watch(state, () => {
		const currentAnimationName = getAnimationName(node.value);
		prevAnimationNameRef.value = state.value === "mounted" ? currentAnimationName : "none";
	});
	onUnmounted(() => {
		watcher();
		stateWatcher();
		if (node.value) {
			node.value.removeEventListener("animationstart", handleAnimationStart);
			node.value.removeEventListener("animationcancel", handleAnimationEnd);
			node.value.removeEventListener("animationend", handleAnimationEnd);
		}
		if (timeoutId !== void 0) ownerWindow?.clearTimeout(timeoutId);
	});
	return { isPresent: computed(() => ["mounted", "unmountSuspended"].includes(state.value)) };
}
function getAnimationName(node) {
	return node ? getComputedStyle(node).animationName || "none" : "none";
}
// ../../work/main/node_modules/reka-ui/dist/Presence/Presence.js
var Presence_default = /*#__PURE__*/ defineComponent({
	name: "Presence",
	props: {
		present: {
			type: Boolean,
			required: true
		},
		forceMount: { type: Boolean }
	},
	slots: {},
	setup(props, { slots, expose }) {
		const { present, forceMount } = /* @__PURE__ */ toRefs(props);
		const node = /* @__PURE__ */ ref();
		const { isPresent } = usePresence(present, node);
		expose({ present: isPresent });
		let children = slots.default({ present: isPresent.value });
		children = renderSlotFragments(children || []);
		const instance = getCurrentInstance();
		if (children && children?.length > 1) {
			const componentName = instance?.parent?.type.name ? `<${instance.parent.type.name} />` : "component";
			throw new Error([
				`Detected an invalid children for \`${componentName}\` for  \`Presence\` component.`,
				"",
				"Note: Presence works similarly to `v-if` directly, but it waits for animation/transition to finished before unmounting. So it expect only one direct child of valid VNode type.",
				"You can apply a few solutions:",
				["Provide a single child element so that `presence` directive attach correctly.", "Ensure the first child is an actual element instead of a raw text node or comment node."].map((line) => `  - ${line}`).join("\n")
			].join("\n"));
		}
		return () => {
			if (forceMount.value || present.value || isPresent.value) return h(slots.default({ present: isPresent.value })[0], { ref: (v) => {
				const el = unrefElement(v);
				if (typeof el?.hasAttribute === "undefined") return el;
				if (el?.hasAttribute("data-reka-popper-content-wrapper")) node.value = el.firstElementChild;
				else node.value = el;
				return el;
			} });
			else return null;
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/Primitive/Slot.js
var Slot = /*#__PURE__*/ defineComponent({
	name: "PrimitiveSlot",
	inheritAttrs: false,
	setup(_, { attrs, slots }) {
		return () => {
			if (!slots.default) return null;
			const children = renderSlotFragments(slots.default());
			const firstNonCommentChildrenIndex = children.findIndex((child) => child.type !== Comment);
			if (firstNonCommentChildrenIndex === -1) return children;
			const firstNonCommentChildren = children[firstNonCommentChildrenIndex];
			delete firstNonCommentChildren.props?.ref;
			const mergedProps = firstNonCommentChildren.props ? mergeProps(attrs, firstNonCommentChildren.props) : attrs;
			const cloned = cloneVNode({
				...firstNonCommentChildren,
				props: {}
			}, mergedProps);
			if (children.length === 1) return cloned;
			children[firstNonCommentChildrenIndex] = cloned;
			return children;
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/Primitive/Primitive.js
var SELF_CLOSING_TAGS = [
	"area",
	"img",
	"input"
];
var Primitive = /*#__PURE__*/ defineComponent({
	name: "Primitive",
	inheritAttrs: false,
	props: {
		asChild: {
			type: Boolean,
			default: false
		},
		as: {
			type: [String, Object],
			default: "div"
		}
	},
	setup(props, { attrs, slots }) {
		const asTag = props.asChild ? "template" : props.as;
		if (typeof asTag === "string" && SELF_CLOSING_TAGS.includes(asTag)) return () => h(asTag, attrs);
		if (asTag !== "template") return () => h(props.as, attrs, { default: slots.default });
		return () => h(Slot, attrs, { default: slots.default });
	}
});
// ../../work/main/node_modules/reka-ui/dist/Primitive/usePrimitiveElement.js
function usePrimitiveElement() {
	const primitiveElement = /* @__PURE__ */ ref();
	return {
		primitiveElement,
		currentElement: computed(() => ["#text", "#comment"].includes(primitiveElement.value?.$el.nodeName) ? primitiveElement.value?.$el.nextElementSibling : unrefElement(primitiveElement))
	};
}
// ../../work/main/node_modules/reka-ui/dist/DismissableLayer/utils.js
var POINTER_DOWN_OUTSIDE = "dismissableLayer.pointerDownOutside";
var FOCUS_OUTSIDE = "dismissableLayer.focusOutside";
function isElement$1(node) {
	if (typeof node !== "object" || node === null) return false;
	const ownerWindow = node.ownerDocument?.defaultView;
	return typeof Element !== "undefined" && node instanceof Element || !!ownerWindow && node instanceof ownerWindow.Element;
}
function isLayerExist(layerElement, targetElement) {
	if (!isElement$1(targetElement)) return false;
	if (layerElement.contains(targetElement)) return true;
	const targetLayer = targetElement.closest("[data-dismissable-layer]");
	const mainLayer = layerElement.dataset.dismissableLayer === "" ? layerElement : layerElement.querySelector("[data-dismissable-layer]");
	const nodeList = Array.from(layerElement.ownerDocument.querySelectorAll("[data-dismissable-layer]"));
	if (targetLayer && (mainLayer === targetLayer || nodeList.indexOf(mainLayer) < nodeList.indexOf(targetLayer))) return true;
	else return false;
}
/**
* Listens for `pointerdown` outside a DOM subtree. We use `pointerdown` rather than `pointerup`
* to mimic layer dismissing behaviour present in OS.
* Returns props to pass to the node we want to check for outside events.
*/
function usePointerDownOutside(onPointerDownOutside, element, enabled = true) {
	const isPointerInsideDOMTree = /* @__PURE__ */ ref(false);
	const handleClickRef = /* @__PURE__ */ ref(() => {});
	watchEffect((cleanupFn) => {
		if (!isClient || !toValue(enabled)) return;
		const ownerDocument = element?.value?.ownerDocument ?? globalThis.document;
		const handlePointerDown = async (event) => {
			const target = event.target;
			if (!element?.value || !target) return;
			if (isLayerExist(element.value, target)) {
				ownerDocument.removeEventListener("click", handleClickRef.value);
				isPointerInsideDOMTree.value = false;
				return;
			}
			if (event.target && !isPointerInsideDOMTree.value) {
				const eventDetail = { originalEvent: event };
				function handleAndDispatchPointerDownOutsideEvent() {
					handleAndDispatchCustomEvent(POINTER_DOWN_OUTSIDE, onPointerDownOutside, eventDetail);
				}
				/**
				* On touch devices, we need to wait for a click event because browsers implement
				* a ~350ms delay between the time the user stops touching the display and when the
				* browser executes events. We need to ensure we don't reactivate pointer-events within
				* this timeframe otherwise the browser may execute events that should have been prevented.
				*
				* Additionally, this also lets us deal automatically with cancellations when a click event
				* isn't raised because the page was considered scrolled/drag-scrolled, long-pressed, etc.
				*
				* This is why we also continuously remove the previous listener, because we cannot be
				* certain that it was raised, and therefore cleaned-up.
				*/
				if (event.pointerType === "touch") {
					ownerDocument.removeEventListener("click", handleClickRef.value);
					handleClickRef.value = handleAndDispatchPointerDownOutsideEvent;
					ownerDocument.addEventListener("click", handleClickRef.value, { once: true });
				} else handleAndDispatchPointerDownOutsideEvent();
			} else ownerDocument.removeEventListener("click", handleClickRef.value);
			isPointerInsideDOMTree.value = false;
		};
		/**
		* if this hook executes in a component that mounts via a `pointerdown` event, the event
		* would bubble up to the document and trigger a `pointerDownOutside` event. We avoid
		* this by delaying the event listener registration on the document.
		* This is how the DOM works, ie:
		* ```
		* button.addEventListener('pointerdown', () => {
		*   console.log('I will log');
		*   document.addEventListener('pointerdown', () => {
		*     console.log('I will also log');
		*   })
		* });
		*/
		const timerId = window.setTimeout(() => {
			ownerDocument.addEventListener("pointerdown", handlePointerDown);
		}, 0);
		cleanupFn(() => {
			window.clearTimeout(timerId);
			ownerDocument.removeEventListener("pointerdown", handlePointerDown);
			ownerDocument.removeEventListener("click", handleClickRef.value);
		});
	});
	return { onPointerDownCapture: () => {
		if (!toValue(enabled)) return;
		isPointerInsideDOMTree.value = true;
	} };
}
/**
* Listens for when focus happens outside a DOM subtree.
* Returns props to pass to the root (node) of the subtree we want to check.
*/
function useFocusOutside(onFocusOutside, element, enabled = true) {
	const isFocusInsideDOMTree = /* @__PURE__ */ ref(false);
	watchEffect((cleanupFn) => {
		if (!isClient || !toValue(enabled)) return;
		const ownerDocument = element?.value?.ownerDocument ?? globalThis.document;
		const handleFocus = async (event) => {
			if (!element?.value) return;
			await nextTick();
			await nextTick();
			const target = event.target;
			if (!element.value || !target || isLayerExist(element.value, target)) return;
			if (event.target && !isFocusInsideDOMTree.value) handleAndDispatchCustomEvent(FOCUS_OUTSIDE, onFocusOutside, { originalEvent: event });
		};
		ownerDocument.addEventListener("focusin", handleFocus);
		cleanupFn(() => ownerDocument.removeEventListener("focusin", handleFocus));
	});
	return {
		onFocusCapture: () => {
			if (!toValue(enabled)) return;
			isFocusInsideDOMTree.value = true;
		},
		onBlurCapture: () => {
			if (!toValue(enabled)) return;
			isFocusInsideDOMTree.value = false;
		}
	};
}
// ../../work/main/node_modules/reka-ui/dist/DismissableLayer/context.js
var context = /*#__PURE__*/ reactive({
	layersRoot: /* @__PURE__ */ new Set(),
	layersWithOutsidePointerEventsDisabled: /* @__PURE__ */ new Set(),
	branches: /* @__PURE__ */ new Set()
});
// ../../work/main/node_modules/reka-ui/dist/DismissableLayer/DismissableLayer.js
var DismissableLayer_default = /* @__PURE__ */ defineComponent({
	__name: "DismissableLayer",
	props: {
		disableOutsidePointerEvents: {
			type: Boolean,
			required: false,
			default: false
		},
		asChild: {
			type: Boolean,
			required: false
		},
		as: {
			type: null,
			required: false
		},
		present: {
			type: Boolean,
			required: false,
			default: true
		}
	},
	emits: [
		"escapeKeyDown",
		"pointerDownOutside",
		"focusOutside",
		"interactOutside",
		"dismiss"
	],
	setup(__props, { emit: __emit }) {
		const props = __props;
		const emits = __emit;
		const { forwardRef, currentElement: layerElement } = useForwardExpose();
		const ownerDocument = computed(() => layerElement.value?.ownerDocument ?? globalThis.document);
		const layers = computed(() => context.layersRoot);
		const index = computed(() => {
			return layerElement.value ? Array.from(layers.value).indexOf(layerElement.value) : -1;
		});
		const isBodyPointerEventsDisabled = computed(() => {
			return context.layersWithOutsidePointerEventsDisabled.size > 0;
		});
		const isPointerEventsEnabled = computed(() => {
			const localLayers = Array.from(layers.value);
			const [highestLayerWithOutsidePointerEventsDisabled] = [...context.layersWithOutsidePointerEventsDisabled].slice(-1);
			const highestLayerWithOutsidePointerEventsDisabledIndex = localLayers.indexOf(highestLayerWithOutsidePointerEventsDisabled);
			return index.value >= highestLayerWithOutsidePointerEventsDisabledIndex;
		});
		const pointerDownOutside = usePointerDownOutside(async (event) => {
			const isPointerDownOnBranch = [...context.branches].some((branch) => branch?.contains(event.target));
			if (!props.present || !isPointerEventsEnabled.value || isPointerDownOnBranch) return;
			emits("pointerDownOutside", event);
			emits("interactOutside", event);
			await nextTick();
			if (!event.defaultPrevented) emits("dismiss");
		}, layerElement, () => props.present);
		const focusOutside = useFocusOutside((event) => {
			const isFocusInBranch = [...context.branches].some((branch) => branch?.contains(event.target));
			if (!props.present || isFocusInBranch) return;
			emits("focusOutside", event);
			emits("interactOutside", event);
			if (!event.defaultPrevented) emits("dismiss");
		}, layerElement);
		onKeyStroke("Escape", (event) => {
			if (!props.present) return;
			if (!(index.value === layers.value.size - 1)) return;
			emits("escapeKeyDown", event);
			if (!event.defaultPrevented) emits("dismiss");
		}, { target: () => ownerDocument.value?.defaultView ?? globalThis.window });
		watch([
			layerElement,
			() => props.disableOutsidePointerEvents,
			() => props.present
		], ([element, disableOutsidePointerEvents, present], _, onCleanup) => {
			if (!element || !present) return;
			if (disableOutsidePointerEvents) {
				const doc = element.ownerDocument;
				acquireBodyPointerEvents(doc, element);
				context.layersWithOutsidePointerEventsDisabled.add(element);
				onCleanup(() => {
					context.layersWithOutsidePointerEventsDisabled.delete(element);
					releaseBodyPointerEvents(doc, element);
				});
			}
		}, { immediate: true });
		watch([layerElement, () => props.present], ([element, present], _, onCleanup) => {
			if (!element || !present) return;
			layers.value.add(element);
			onCleanup(() => {
				layers.value.delete(element);
			});
		}, { immediate: true });
		watchEffect((cleanupFn) => {
			cleanupFn(() => {
				if (!layerElement.value) return;
				layers.value.delete(layerElement.value);
				context.layersWithOutsidePointerEventsDisabled.delete(layerElement.value);
			});
		});
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(Primitive), {
				ref: unref(forwardRef),
				"as-child": __props.asChild,
				as: __props.as,
				"data-dismissable-layer": "",
				style: normalizeStyle({ pointerEvents: isBodyPointerEventsDisabled.value ? isPointerEventsEnabled.value ? "auto" : "none" : void 0 }),
				onFocusCapture: unref(focusOutside).onFocusCapture,
				onBlurCapture: unref(focusOutside).onBlurCapture,
				onPointerdownCapture: unref(pointerDownOutside).onPointerDownCapture
			}, {
				default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
				_: 3
			}, 8, [
				"as-child",
				"as",
				"style",
				"onFocusCapture",
				"onBlurCapture",
				"onPointerdownCapture"
			]);
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/FocusScope/stack.js
var useFocusStackState = createGlobalState(() => {
	return /* @__PURE__ */ ref([]);
});
function createFocusScopesStack() {
	/** A stack of focus scopes, with the active one at the top */
	const stack = useFocusStackState();
	return {
		add(focusScope) {
			const activeFocusScope = stack.value[0];
			if (focusScope !== activeFocusScope) activeFocusScope?.pause();
			stack.value = arrayRemove(stack.value, focusScope);
			stack.value.unshift(focusScope);
		},
		remove(focusScope) {
			stack.value = arrayRemove(stack.value, focusScope);
			stack.value[0]?.resume();
		}
	};
}
function arrayRemove(array, item) {
	const updatedArray = [...array];
	const index = updatedArray.indexOf(item);
	if (index !== -1) updatedArray.splice(index, 1);
	return updatedArray;
}
// ../../work/main/node_modules/reka-ui/dist/FocusScope/utils.js
var AUTOFOCUS_ON_MOUNT = "focusScope.autoFocusOnMount";
var AUTOFOCUS_ON_UNMOUNT = "focusScope.autoFocusOnUnmount";
var EVENT_OPTIONS$1 = {
	bubbles: false,
	cancelable: true
};
/** Like `Node.contains`, but crosses shadow boundaries by walking up through host elements. */
function containsComposed(container, node) {
	let current = node;
	while (current) {
		if (container.contains(current)) return true;
		current = current.getRootNode().host ?? null;
	}
	return false;
}
/**
* Attempts focusing the first element in a list of candidates.
* Stops when focus has actually moved.
*/
function focusFirst$2(candidates, { select = false } = {}) {
	const previouslyFocusedElement = getActiveElement();
	for (const candidate of candidates) {
		focus(candidate, { select });
		if (getActiveElement() !== previouslyFocusedElement) return true;
	}
}
/**
* Returns the first and last tabbable elements inside a container.
*/
function getTabbableEdges(container) {
	const candidates = getTabbableCandidates(container);
	return [findVisible(candidates, container), findVisible(candidates.reverse(), container)];
}
/**
* Returns a list of potential tabbable candidates.
*
* NOTE: This is only a close approximation. For example it doesn't take into account cases like when
* elements are not visible. This cannot be worked out easily by just reading a property, but rather
* necessitate runtime knowledge (computed styles, etc). We deal with these cases separately.
*
* See: https://developer.mozilla.org/en-US/docs/Web/API/TreeWalker
* Credit: https://github.com/discord/focus-layers/blob/master/src/util/wrapFocus.tsx#L1
*/
function getTabbableCandidates(container) {
	const nodes = [];
	const walker = document.createTreeWalker(container, NodeFilter.SHOW_ELEMENT, { acceptNode: (node) => {
		const isHiddenInput = node.tagName === "INPUT" && node.type === "hidden";
		if (node.disabled || node.hidden || isHiddenInput) return NodeFilter.FILTER_SKIP;
		return node.tabIndex >= 0 ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
	} });
	while (walker.nextNode()) nodes.push(walker.currentNode);
	return nodes.sort((a, b) => {
		if (a.tabIndex === b.tabIndex) return 0;
		if (a.tabIndex === 0) return 1;
		if (b.tabIndex === 0) return -1;
		return a.tabIndex - b.tabIndex;
	});
}
/**
* Returns the first visible element in a list.
* NOTE: Only checks visibility up to the `container`.
*/
function findVisible(elements, container) {
	for (const element of elements) if (!isHidden(element, { upTo: container })) return element;
}
function isHidden(node, { upTo }) {
	if (getComputedStyle(node).visibility === "hidden") return true;
	while (node) {
		if (upTo !== void 0 && node === upTo) return false;
		if (getComputedStyle(node).display === "none") return true;
		node = node.parentElement;
	}
	return false;
}
function isSelectableInput(element) {
	return element instanceof HTMLInputElement && "select" in element;
}
function focus(element, { select = false } = {}) {
	if (element && element.focus) {
		const previouslyFocusedElement = getActiveElement();
		element.focus({ preventScroll: true });
		if (element !== previouslyFocusedElement && isSelectableInput(element) && select) element.select();
	}
}
// ../../work/main/node_modules/reka-ui/dist/FocusScope/FocusScope.js
var FocusScope_default = /* @__PURE__ */ defineComponent({
	__name: "FocusScope",
	props: {
		loop: {
			type: Boolean,
			required: false,
			default: false
		},
		trapped: {
			type: Boolean,
			required: false,
			default: false
		},
		present: {
			type: Boolean,
			required: false,
			default: true
		},
		asChild: {
			type: Boolean,
			required: false
		},
		as: {
			type: null,
			required: false
		}
	},
	emits: ["mountAutoFocus", "unmountAutoFocus"],
	setup(__props, { emit: __emit }) {
		const props = __props;
		const emits = __emit;
		const { currentRef, currentElement } = useForwardExpose();
		const lastFocusedElementRef = /* @__PURE__ */ ref(null);
		const focusScopesStack = createFocusScopesStack();
		const focusScope = /*#__PURE__*/ reactive({
			paused: false,
			pause() {
				this.paused = true;
			},
			resume() {
				this.paused = false;
			}
		});
		watchEffect((cleanupFn) => {
			if (!isClient) return;
			const container = currentElement.value;
			if (!props.trapped) return;
			const ownerDocument = container?.ownerDocument ?? document;
			const root = container ? container.getRootNode() : ownerDocument;
			function handleFocusIn(event) {
				if (focusScope.paused || !container) return;
				const target = event.target;
				if (container.contains(target)) lastFocusedElementRef.value = target;
				else focus(lastFocusedElementRef.value, { select: true });
			}
			function handleFocusOut(event) {
				if (focusScope.paused || !container) return;
				const relatedTarget = event.relatedTarget;
				if (relatedTarget === null) return;
				if (!container.contains(relatedTarget)) focus(lastFocusedElementRef.value, { select: true });
			}
			function handleMutations(mutations) {
				const lastFocusedElement = lastFocusedElementRef.value;
				if (lastFocusedElement === null) return;
				if (!mutations.some((m) => m.removedNodes.length > 0)) return;
				const activeElement = getActiveElement();
				if (activeElement && container.contains(activeElement)) return;
				if (!container.contains(lastFocusedElement)) focus(container);
			}
			function handleDocumentFocusIn(event) {
				if (focusScope.paused || !container) return;
				const target = event.composedPath()[0];
				if (!containsComposed(container, target)) focus(lastFocusedElementRef.value, { select: true });
			}
			root.addEventListener("focusin", handleFocusIn);
			root.addEventListener("focusout", handleFocusOut);
			if (root !== ownerDocument) ownerDocument.addEventListener("focusin", handleDocumentFocusIn);
			const mutationObserver = new MutationObserver(handleMutations);
			if (container) mutationObserver.observe(container, {
				childList: true,
				subtree: true
			});
			cleanupFn(() => {
				root.removeEventListener("focusin", handleFocusIn);
				root.removeEventListener("focusout", handleFocusOut);
				if (root !== ownerDocument) ownerDocument.removeEventListener("focusin", handleDocumentFocusIn);
				mutationObserver.disconnect();
			});
		});
		function dispatchMountAutoFocus(container, previouslyFocusedElement) {
			const mountEvent = new CustomEvent(AUTOFOCUS_ON_MOUNT, EVENT_OPTIONS$1);
			const handleMountAutoFocus = (ev) => emits("mountAutoFocus", ev);
			container.addEventListener(AUTOFOCUS_ON_MOUNT, handleMountAutoFocus);
			container.dispatchEvent(mountEvent);
			container.removeEventListener(AUTOFOCUS_ON_MOUNT, handleMountAutoFocus);
			if (!mountEvent.defaultPrevented) {
				focusFirst$2(getTabbableCandidates(container), { select: true });
				if (getActiveElement() === previouslyFocusedElement) focus(container);
			}
		}
		watchEffect(async (cleanupFn) => {
			const container = currentElement.value;
			await nextTick();
			if (!container) return;
			if (props.present !== false) focusScopesStack.add(focusScope);
			const previouslyFocusedElement = getActiveElement();
			if (!container.contains(previouslyFocusedElement) && props.present !== false) dispatchMountAutoFocus(container, previouslyFocusedElement);
			cleanupFn(() => {
				const unmountEvent = new CustomEvent(AUTOFOCUS_ON_UNMOUNT, EVENT_OPTIONS$1);
				const unmountEventHandler = (ev) => {
					emits("unmountAutoFocus", ev);
				};
				container.addEventListener(AUTOFOCUS_ON_UNMOUNT, unmountEventHandler);
				container.dispatchEvent(unmountEvent);
				container.setAttribute("data-focus-scope-unmounting", "");
				setTimeout(() => {
					if (!unmountEvent.defaultPrevented) focus(previouslyFocusedElement ?? document.body, { select: true });
					container.removeEventListener(AUTOFOCUS_ON_UNMOUNT, unmountEventHandler);
					focusScopesStack.remove(focusScope);
					container.removeAttribute("data-focus-scope-unmounting");
				}, 0);
			});
		});
		watch(() => props.present, async (present, prevPresent) => {
			if (!isClient) return;
			if (present === false && prevPresent === true) {
				focusScopesStack.remove(focusScope);
				return;
			}
			if (present !== true || prevPresent !== false) return;
			focusScopesStack.add(focusScope);
			await nextTick();
			const container = currentElement.value;
			if (!container) return;
			const previouslyFocusedElement = getActiveElement();
			if (!container.contains(previouslyFocusedElement)) dispatchMountAutoFocus(container, previouslyFocusedElement);
		});
		function handleKeyDown(event) {
			if (!props.loop && !props.trapped) return;
			if (focusScope.paused) return;
			const isTabKey = event.key === "Tab" && !event.altKey && !event.ctrlKey && !event.metaKey;
			const focusedElement = getActiveElement();
			if (isTabKey && focusedElement) {
				const container = event.currentTarget;
				const [first, last] = getTabbableEdges(container);
				if (!(first && last)) {
					if (focusedElement === container) event.preventDefault();
				} else if (!event.shiftKey && focusedElement === last) {
					event.preventDefault();
					if (props.loop) focus(first, { select: true });
				} else if (event.shiftKey && focusedElement === first) {
					event.preventDefault();
					if (props.loop) focus(last, { select: true });
				}
			}
		}
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(Primitive), {
				ref_key: "currentRef",
				ref: currentRef,
				tabindex: "-1",
				"as-child": __props.asChild,
				as: __props.as,
				onKeydown: handleKeyDown
			}, {
				default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
				_: 3
			}, 8, ["as-child", "as"]);
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/Menu/utils.js
var ITEM_SELECT = "menu.itemSelect";
var SELECTION_KEYS = ["Enter", " "];
var FIRST_KEYS = [
	"ArrowDown",
	"PageUp",
	"Home"
];
var LAST_KEYS = [
	"ArrowUp",
	"PageDown",
	"End"
];
var FIRST_LAST_KEYS = [...FIRST_KEYS, ...LAST_KEYS];
[...SELECTION_KEYS], [...SELECTION_KEYS];
function getOpenState(open) {
	return open ? "open" : "closed";
}
/**
* `entryFocus` is internal to the menu content wrappers (DropdownMenu, ContextMenu, Menubar),
* so drop a consumer's `@entry-focus` listener instead of letting it fall through to `MenuContent`.
*/
function omitEntryFocusListener(attrs) {
	const { onEntryFocus: _, onEntryFocusOnce: __, ...rest } = attrs;
	return rest;
}
function focusFirst$1(candidates) {
	const PREVIOUSLY_FOCUSED_ELEMENT = getActiveElement();
	for (const candidate of candidates) {
		if (candidate === PREVIOUSLY_FOCUSED_ELEMENT) return;
		candidate.focus();
		if (getActiveElement() !== PREVIOUSLY_FOCUSED_ELEMENT) return;
	}
}
function isPointInPolygon(point, polygon) {
	const { x, y } = point;
	let inside = false;
	for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
		const xi = polygon[i].x;
		const yi = polygon[i].y;
		const xj = polygon[j].x;
		const yj = polygon[j].y;
		if (yi > y !== yj > y && x < (xj - xi) * (y - yi) / (yj - yi) + xi) inside = !inside;
	}
	return inside;
}
function isPointerInGraceArea(event, area) {
	if (!area) return false;
	return isPointInPolygon({
		x: event.clientX,
		y: event.clientY
	}, area);
}
function isMouseEvent(event) {
	return event.pointerType === "mouse";
}
// ../../work/main/node_modules/reka-ui/dist/Teleport/Teleport.js
var Teleport_default = /* @__PURE__ */ defineComponent({
	__name: "Teleport",
	props: {
		to: {
			type: null,
			required: false
		},
		disabled: {
			type: Boolean,
			required: false
		},
		defer: {
			type: Boolean,
			required: false
		},
		forceMount: {
			type: Boolean,
			required: false
		}
	},
	setup(__props) {
		const props = __props;
		const configContext = injectConfigProviderContext({});
		const target = computed(() => props.to ?? configContext.teleportTo?.value ?? "body");
		const isMounted = useMounted();
		return (_ctx, _cache) => {
			return unref(isMounted) || __props.forceMount ? (openBlock(), createBlock(Teleport, {
				key: 0,
				to: target.value,
				disabled: __props.disabled,
				defer: __props.defer
			}, [renderSlot(_ctx.$slots, "default")], 8, [
				"to",
				"disabled",
				"defer"
			])) : createCommentVNode("v-if", true);
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/Collection/Collection.js
var ITEM_DATA_ATTR = "data-reka-collection-item";
function useCollection(options = {}) {
	const { key = "", isProvider = false } = options;
	const injectionKey = `${key}CollectionProvider`;
	let context;
	if (isProvider) {
		context = {
			collectionRef: /* @__PURE__ */ ref(),
			itemMap: /* @__PURE__ */ ref(/* @__PURE__ */ new Map())
		};
		provide(injectionKey, context);
	} else context = inject$1(injectionKey);
	const getItem = (element, includeDisabledItem = false) => {
		if (!context.collectionRef.value) return void 0;
		const item = context.itemMap.value.get(element);
		return item && (includeDisabledItem || item.ref.dataset.disabled !== "") ? item : void 0;
	};
	const getItems = (includeDisabledItem = false) => {
		const collectionNode = context.collectionRef.value;
		if (!collectionNode) return [];
		const orderedNodes = Array.from(collectionNode.querySelectorAll(`[${ITEM_DATA_ATTR}]`));
		const orderMap = new Map(orderedNodes.map((node, index) => [node, index]));
		const orderedItems = Array.from(context.itemMap.value.values()).sort((a, b) => (orderMap.get(a.ref) ?? -1) - (orderMap.get(b.ref) ?? -1));
		if (includeDisabledItem) return orderedItems;
		else return orderedItems.filter((i) => i.ref.dataset.disabled !== "");
	};
	const CollectionSlot = /*#__PURE__*/ defineComponent({
		name: "CollectionSlot",
		inheritAttrs: false,
		setup(_, { slots, attrs }) {
			const { primitiveElement, currentElement } = usePrimitiveElement();
			watch(currentElement, () => {
				context.collectionRef.value = currentElement.value;
			});
			return () => h(Slot, {
				ref: primitiveElement,
				...attrs
			}, slots);
		}
	});
	const CollectionItem = /*#__PURE__*/ defineComponent({
		name: "CollectionItem",
		inheritAttrs: false,
		props: { value: { validator: () => true } },
		setup(props, { slots, attrs }) {
			const { primitiveElement, currentElement } = usePrimitiveElement();
			watchEffect((cleanupFn) => {
				if (currentElement.value) {
					const key$1 = markRaw(currentElement.value);
					context.itemMap.value.set(key$1, {
						ref: currentElement.value,
						value: props.value
					});
					cleanupFn(() => context.itemMap.value.delete(key$1));
				}
			});
			return () => h(Slot, {
				...attrs,
				[ITEM_DATA_ATTR]: "",
				ref: primitiveElement
			}, slots);
		}
	});
	return {
		getItems,
		getItem,
		reactiveItems: computed(() => Array.from(context.itemMap.value.values())),
		itemMapSize: computed(() => context.itemMap.value.size),
		CollectionSlot,
		CollectionItem
	};
}
// ../../work/main/node_modules/reka-ui/dist/VisuallyHidden/VisuallyHidden.js
var VisuallyHidden_default = /* @__PURE__ */ defineComponent({
	__name: "VisuallyHidden",
	props: {
		feature: {
			type: String,
			required: false,
			default: "focusable"
		},
		asChild: {
			type: Boolean,
			required: false
		},
		as: {
			type: null,
			required: false,
			default: "span"
		}
	},
	setup(__props) {
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(Primitive), {
				as: __props.as,
				"as-child": __props.asChild,
				"aria-hidden": __props.feature === "fully-hidden" ? "true" : void 0,
				"data-hidden": __props.feature === "fully-hidden" ? "" : void 0,
				tabindex: __props.feature === "fully-hidden" ? "-1" : void 0,
				style: {
					position: "absolute",
					border: 0,
					width: "1px",
					height: "1px",
					padding: 0,
					margin: "-1px",
					overflow: "hidden",
					clip: "rect(0, 0, 0, 0)",
					clipPath: "inset(50%)",
					whiteSpace: "nowrap",
					wordWrap: "normal",
					top: "-1px",
					left: "-1px"
				}
			}, {
				default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
				_: 3
			}, 8, [
				"as",
				"as-child",
				"aria-hidden",
				"data-hidden",
				"tabindex"
			]);
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/RovingFocus/utils.js
var ENTRY_FOCUS = "rovingFocusGroup.onEntryFocus";
var EVENT_OPTIONS = {
	bubbles: false,
	cancelable: true
};
function focusFirst(candidates, preventScroll = false) {
	const PREVIOUSLY_FOCUSED_ELEMENT = getActiveElement();
	for (const candidate of candidates) {
		if (candidate === PREVIOUSLY_FOCUSED_ELEMENT) return;
		candidate.focus({ preventScroll });
		if (getActiveElement() !== PREVIOUSLY_FOCUSED_ELEMENT) return;
	}
}
// ../../work/main/node_modules/reka-ui/dist/Popper/PopperRoot.js
var [injectPopperRootContext, providePopperRootContext] = /*#__PURE__*/ createContext("PopperRoot");
var PopperRoot_default = /* @__PURE__ */ defineComponent({
	inheritAttrs: false,
	__name: "PopperRoot",
	setup(__props) {
		const anchor = /* @__PURE__ */ ref();
		providePopperRootContext({
			anchor,
			onAnchorChange: (element) => anchor.value = element
		});
		return (_ctx, _cache) => {
			return renderSlot(_ctx.$slots, "default");
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/Popper/PopperAnchor.js
var PopperAnchor_default = /* @__PURE__ */ defineComponent({
	__name: "PopperAnchor",
	props: {
		reference: {
			type: null,
			required: false
		},
		asChild: {
			type: Boolean,
			required: false
		},
		as: {
			type: null,
			required: false
		}
	},
	setup(__props) {
		const props = __props;
		const { forwardRef, currentElement } = useForwardExpose();
		const rootContext = injectPopperRootContext();
		watchPostEffect(() => {
			rootContext.onAnchorChange(props.reference ?? currentElement.value);
		});
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(Primitive), {
				ref: unref(forwardRef),
				as: __props.as,
				"as-child": __props.asChild
			}, {
				default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
				_: 3
			}, 8, ["as", "as-child"]);
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/Popper/utils.js
function isNotNull(value) {
	return value !== null;
}
function transformOrigin(options) {
	return {
		name: "transformOrigin",
		options,
		fn(data) {
			const { placement, rects, middlewareData } = data;
			const isArrowHidden = middlewareData.arrow?.centerOffset !== 0;
			const arrowWidth = isArrowHidden ? 0 : options.arrowWidth;
			const arrowHeight = isArrowHidden ? 0 : options.arrowHeight;
			const [placedSide, placedAlign] = getSideAndAlignFromPlacement(placement);
			const noArrowAlignX = {
				start: options.dir === "rtl" ? "100%" : "0%",
				center: "50%",
				end: options.dir === "rtl" ? "0%" : "100%"
			}[placedAlign];
			const noArrowAlignY = {
				start: "0%",
				center: "50%",
				end: "100%"
			}[placedAlign];
			const arrowXCenter = (middlewareData.arrow?.x ?? 0) + arrowWidth / 2;
			const arrowYCenter = (middlewareData.arrow?.y ?? 0) + arrowHeight / 2;
			let x = "";
			let y = "";
			if (placedSide === "bottom") {
				x = isArrowHidden ? noArrowAlignX : `${arrowXCenter}px`;
				y = `${-arrowHeight}px`;
			} else if (placedSide === "top") {
				x = isArrowHidden ? noArrowAlignX : `${arrowXCenter}px`;
				y = `${rects.floating.height + arrowHeight}px`;
			} else if (placedSide === "right") {
				x = `${-arrowHeight}px`;
				y = isArrowHidden ? noArrowAlignY : `${arrowYCenter}px`;
			} else if (placedSide === "left") {
				x = `${rects.floating.width + arrowHeight}px`;
				y = isArrowHidden ? noArrowAlignY : `${arrowYCenter}px`;
			}
			return { data: {
				x,
				y
			} };
		}
	};
}
function getSideAndAlignFromPlacement(placement) {
	const [side, align = "center"] = placement.split("-");
	return [side, align];
}
// ../../work/main/node_modules/@floating-ui/utils/dist/floating-ui.utils.mjs
/**
* Custom positioning reference element.
* @see https://floating-ui.com/docs/virtual-elements
*/
var sides = [
	"top",
	"right",
	"bottom",
	"left"
];
var min = Math.min;
var max = Math.max;
var round = Math.round;
var floor = Math.floor;
var createCoords = (v) => ({
	x: v,
	y: v
});
var oppositeSideMap = {
	left: "right",
	right: "left",
	bottom: "top",
	top: "bottom"
};
function clamp$1(start, value, end) {
	return max(start, min(value, end));
}
function evaluate(value, param) {
	return typeof value === "function" ? value(param) : value;
}
function getSide(placement) {
	return placement.split("-")[0];
}
function getAlignment(placement) {
	return placement.split("-")[1];
}
function getOppositeAxis(axis) {
	return axis === "x" ? "y" : "x";
}
function getAxisLength(axis) {
	return axis === "y" ? "height" : "width";
}
function getSideAxis(placement) {
	const firstChar = placement[0];
	return firstChar === "t" || firstChar === "b" ? "y" : "x";
}
function getAlignmentAxis(placement) {
	return getOppositeAxis(getSideAxis(placement));
}
function getAlignmentSides(placement, rects, rtl) {
	if (rtl === void 0) rtl = false;
	const alignment = getAlignment(placement);
	const alignmentAxis = getAlignmentAxis(placement);
	const length = getAxisLength(alignmentAxis);
	let mainAlignmentSide = alignmentAxis === "x" ? alignment === (rtl ? "end" : "start") ? "right" : "left" : alignment === "start" ? "bottom" : "top";
	if (rects.reference[length] > rects.floating[length]) mainAlignmentSide = getOppositePlacement(mainAlignmentSide);
	return [mainAlignmentSide, getOppositePlacement(mainAlignmentSide)];
}
function getExpandedPlacements(placement) {
	const oppositePlacement = getOppositePlacement(placement);
	return [
		getOppositeAlignmentPlacement(placement),
		oppositePlacement,
		getOppositeAlignmentPlacement(oppositePlacement)
	];
}
function getOppositeAlignmentPlacement(placement) {
	return placement.includes("start") ? placement.replace("start", "end") : placement.replace("end", "start");
}
var lrPlacement = ["left", "right"];
var rlPlacement = ["right", "left"];
var tbPlacement = ["top", "bottom"];
var btPlacement = ["bottom", "top"];
function getSideList(side, isStart, rtl) {
	switch (side) {
		case "top":
		case "bottom":
			if (rtl) return isStart ? rlPlacement : lrPlacement;
			return isStart ? lrPlacement : rlPlacement;
		case "left":
		case "right": return isStart ? tbPlacement : btPlacement;
		default: return [];
	}
}
function getOppositeAxisPlacements(placement, flipAlignment, direction, rtl) {
	const alignment = getAlignment(placement);
	let list = getSideList(getSide(placement), direction === "start", rtl);
	if (alignment) {
		list = list.map((side) => side + "-" + alignment);
		if (flipAlignment) list = list.concat(list.map(getOppositeAlignmentPlacement));
	}
	return list;
}
function getOppositePlacement(placement) {
	const side = getSide(placement);
	return oppositeSideMap[side] + placement.slice(side.length);
}
function expandPaddingObject(padding) {
	var _padding$top, _padding$right, _padding$bottom, _padding$left;
	return {
		top: (_padding$top = padding.top) != null ? _padding$top : 0,
		right: (_padding$right = padding.right) != null ? _padding$right : 0,
		bottom: (_padding$bottom = padding.bottom) != null ? _padding$bottom : 0,
		left: (_padding$left = padding.left) != null ? _padding$left : 0
	};
}
function getPaddingObject(padding) {
	return typeof padding !== "number" ? expandPaddingObject(padding) : {
		top: padding,
		right: padding,
		bottom: padding,
		left: padding
	};
}
function rectToClientRect(rect) {
	const { x, y, width, height } = rect;
	return {
		width,
		height,
		top: y,
		left: x,
		right: x + width,
		bottom: y + height,
		x,
		y
	};
}
// ../../work/main/node_modules/@floating-ui/core/dist/floating-ui.core.mjs
function computeCoordsFromPlacement(_ref, placement, rtl) {
	let { reference, floating } = _ref;
	const sideAxis = getSideAxis(placement);
	const alignmentAxis = getAlignmentAxis(placement);
	const alignLength = getAxisLength(alignmentAxis);
	const side = getSide(placement);
	const isVertical = sideAxis === "y";
	const commonX = reference.x + reference.width / 2 - floating.width / 2;
	const commonY = reference.y + reference.height / 2 - floating.height / 2;
	const commonAlign = reference[alignLength] / 2 - floating[alignLength] / 2;
	let coords;
	switch (side) {
		case "top":
			coords = {
				x: commonX,
				y: reference.y - floating.height
			};
			break;
		case "bottom":
			coords = {
				x: commonX,
				y: reference.y + reference.height
			};
			break;
		case "right":
			coords = {
				x: reference.x + reference.width,
				y: commonY
			};
			break;
		case "left":
			coords = {
				x: reference.x - floating.width,
				y: commonY
			};
			break;
		default: coords = {
			x: reference.x,
			y: reference.y
		};
	}
	const alignment = getAlignment(placement);
	if (alignment) coords[alignmentAxis] += commonAlign * (alignment === "end" ? 1 : -1) * (rtl && isVertical ? -1 : 1);
	return coords;
}
/**
* Resolves with an object of overflow side offsets that determine how much the
* element is overflowing a given clipping boundary on each side.
* - positive = overflowing the boundary by that number of pixels
* - negative = how many pixels left before it will overflow
* - 0 = lies flush with the boundary
* @see https://floating-ui.com/docs/detectOverflow
*/
async function detectOverflow(state, options) {
	var _await$platform$isEle;
	if (options === void 0) options = {};
	const { x, y, platform, rects, elements, strategy } = state;
	const { boundary = "clippingAncestors", rootBoundary = "viewport", elementContext = "floating", altBoundary = false, padding = 0 } = evaluate(options, state);
	const paddingObject = getPaddingObject(padding);
	const element = elements[altBoundary ? elementContext === "floating" ? "reference" : "floating" : elementContext];
	const clippingClientRect = rectToClientRect(await platform.getClippingRect({
		element: ((_await$platform$isEle = await (platform.isElement == null ? void 0 : platform.isElement(element))) != null ? _await$platform$isEle : true) ? element : element.contextElement || await (platform.getDocumentElement == null ? void 0 : platform.getDocumentElement(elements.floating)),
		boundary,
		rootBoundary,
		strategy
	}));
	const rect = elementContext === "floating" ? {
		x,
		y,
		width: rects.floating.width,
		height: rects.floating.height
	} : rects.reference;
	const offsetParent = await (platform.getOffsetParent == null ? void 0 : platform.getOffsetParent(elements.floating));
	const offsetScale = await (platform.isElement == null ? void 0 : platform.isElement(offsetParent)) && await (platform.getScale == null ? void 0 : platform.getScale(offsetParent)) || {
		x: 1,
		y: 1
	};
	const elementClientRect = rectToClientRect(platform.convertOffsetParentRelativeRectToViewportRelativeRect ? await platform.convertOffsetParentRelativeRectToViewportRelativeRect({
		elements,
		rect,
		offsetParent,
		strategy
	}) : rect);
	return {
		top: (clippingClientRect.top - elementClientRect.top + paddingObject.top) / offsetScale.y,
		bottom: (elementClientRect.bottom - clippingClientRect.bottom + paddingObject.bottom) / offsetScale.y,
		left: (clippingClientRect.left - elementClientRect.left + paddingObject.left) / offsetScale.x,
		right: (elementClientRect.right - clippingClientRect.right + paddingObject.right) / offsetScale.x
	};
}
var MAX_RESET_COUNT = 50;
/**
* Computes the `x` and `y` coordinates that will place the floating element
* next to a given reference element.
*
* This export does not have any `platform` interface logic. You will need to
* write one for the platform you are using Floating UI with.
*/
var computePosition$1 = async (reference, floating, config) => {
	const { placement = "bottom", strategy = "absolute", middleware = [], platform } = config;
	const platformWithDetectOverflow = platform.detectOverflow ? platform : {
		...platform,
		detectOverflow
	};
	const rtl = await (platform.isRTL == null ? void 0 : platform.isRTL(floating));
	let rects = await platform.getElementRects({
		reference,
		floating,
		strategy
	});
	let { x, y } = computeCoordsFromPlacement(rects, placement, rtl);
	let statefulPlacement = placement;
	let resetCount = 0;
	const middlewareData = {};
	for (let i = 0; i < middleware.length; i++) {
		const currentMiddleware = middleware[i];
		if (!currentMiddleware) continue;
		const { name, fn } = currentMiddleware;
		const { x: nextX, y: nextY, data, reset } = await fn({
			x,
			y,
			initialPlacement: placement,
			placement: statefulPlacement,
			strategy,
			middlewareData,
			rects,
			platform: platformWithDetectOverflow,
			elements: {
				reference,
				floating
			}
		});
		x = nextX != null ? nextX : x;
		y = nextY != null ? nextY : y;
		middlewareData[name] = {
			...middlewareData[name],
			...data
		};
		if (reset && resetCount < MAX_RESET_COUNT) {
			resetCount++;
			if (typeof reset === "object") {
				if (reset.placement) statefulPlacement = reset.placement;
				if (reset.rects) rects = reset.rects === true ? await platform.getElementRects({
					reference,
					floating,
					strategy
				}) : reset.rects;
				({x, y} = computeCoordsFromPlacement(rects, statefulPlacement, rtl));
			}
			i = -1;
		}
	}
	return {
		x,
		y,
		placement: statefulPlacement,
		strategy,
		middlewareData
	};
};
/**
* Provides data to position an inner element of the floating element so that it
* appears centered to the reference element.
* @see https://floating-ui.com/docs/arrow
*/
var arrow$1 = (options) => ({
	name: "arrow",
	options,
	async fn(state) {
		const { x, y, placement, rects, platform, elements, middlewareData } = state;
		const { element, padding = 0 } = evaluate(options, state) || {};
		if (element == null) return {};
		const paddingObject = getPaddingObject(padding);
		const coords = {
			x,
			y
		};
		const axis = getAlignmentAxis(placement);
		const length = getAxisLength(axis);
		const arrowDimensions = await platform.getDimensions(element);
		const isYAxis = axis === "y";
		const minProp = isYAxis ? "top" : "left";
		const maxProp = isYAxis ? "bottom" : "right";
		const clientProp = isYAxis ? "clientHeight" : "clientWidth";
		const endDiff = rects.reference[length] + rects.reference[axis] - coords[axis] - rects.floating[length];
		const startDiff = coords[axis] - rects.reference[axis];
		const arrowOffsetParent = await (platform.getOffsetParent == null ? void 0 : platform.getOffsetParent(element));
		let clientSize = arrowOffsetParent ? arrowOffsetParent[clientProp] : 0;
		if (!clientSize || !await (platform.isElement == null ? void 0 : platform.isElement(arrowOffsetParent))) clientSize = elements.floating[clientProp] || rects.floating[length];
		const centerToReference = endDiff / 2 - startDiff / 2;
		const largestPossiblePadding = clientSize / 2 - arrowDimensions[length] / 2 - 1;
		const minPadding = min(paddingObject[minProp], largestPossiblePadding);
		const maxPadding = min(paddingObject[maxProp], largestPossiblePadding);
		const max = clientSize - arrowDimensions[length] - maxPadding;
		const center = clientSize / 2 - arrowDimensions[length] / 2 + centerToReference;
		const offset = clamp$1(minPadding, center, max);
		const shouldAddOffset = !middlewareData.arrow && getAlignment(placement) != null && center !== offset && rects.reference[length] / 2 - (center < minPadding ? minPadding : maxPadding) - arrowDimensions[length] / 2 < 0;
		const alignmentOffset = shouldAddOffset ? center < minPadding ? center - minPadding : center - max : 0;
		return {
			[axis]: coords[axis] + alignmentOffset,
			data: {
				[axis]: offset,
				centerOffset: center - offset - alignmentOffset,
				...shouldAddOffset && { alignmentOffset }
			},
			reset: shouldAddOffset
		};
	}
});
/**
* Optimizes the visibility of the floating element by flipping the `placement`
* in order to keep it in view when the preferred placement(s) will overflow the
* clipping boundary. Alternative to `autoPlacement`.
* @see https://floating-ui.com/docs/flip
*/
var flip$1 = function(options) {
	if (options === void 0) options = {};
	return {
		name: "flip",
		options,
		async fn(state) {
			var _middlewareData$arrow, _middlewareData$flip;
			const { placement, middlewareData, rects, initialPlacement, platform, elements } = state;
			const { mainAxis: checkMainAxis = true, crossAxis: checkCrossAxis = true, fallbackPlacements: specifiedFallbackPlacements, fallbackStrategy = "bestFit", fallbackAxisSideDirection = "none", flipAlignment = true, ...detectOverflowOptions } = evaluate(options, state);
			if ((_middlewareData$arrow = middlewareData.arrow) != null && _middlewareData$arrow.alignmentOffset) return {};
			const side = getSide(placement);
			const initialSideAxis = getSideAxis(initialPlacement);
			const isBasePlacement = getSide(initialPlacement) === initialPlacement;
			const rtl = await (platform.isRTL == null ? void 0 : platform.isRTL(elements.floating));
			const fallbackPlacements = specifiedFallbackPlacements || (isBasePlacement || !flipAlignment ? [getOppositePlacement(initialPlacement)] : getExpandedPlacements(initialPlacement));
			const hasFallbackAxisSideDirection = fallbackAxisSideDirection !== "none";
			if (!specifiedFallbackPlacements && hasFallbackAxisSideDirection) fallbackPlacements.push(...getOppositeAxisPlacements(initialPlacement, flipAlignment, fallbackAxisSideDirection, rtl));
			const placements = [initialPlacement, ...fallbackPlacements];
			const overflow = await platform.detectOverflow(state, detectOverflowOptions);
			const overflows = [];
			let overflowsData = ((_middlewareData$flip = middlewareData.flip) == null ? void 0 : _middlewareData$flip.overflows) || [];
			if (checkMainAxis) overflows.push(overflow[side]);
			if (checkCrossAxis) {
				const sides = getAlignmentSides(placement, rects, rtl);
				overflows.push(overflow[sides[0]], overflow[sides[1]]);
			}
			overflowsData = [...overflowsData, {
				placement,
				overflows
			}];
			if (!overflows.every((side) => side <= 0)) {
				var _middlewareData$flip2, _overflowsData$filter;
				const nextIndex = (((_middlewareData$flip2 = middlewareData.flip) == null ? void 0 : _middlewareData$flip2.index) || 0) + 1;
				const nextPlacement = placements[nextIndex];
				if (nextPlacement) {
					if (!(checkCrossAxis === "alignment" ? initialSideAxis !== getSideAxis(nextPlacement) : false) || overflowsData.every((d) => getSideAxis(d.placement) === initialSideAxis ? d.overflows[0] > 0 : true)) return {
						data: {
							index: nextIndex,
							overflows: overflowsData
						},
						reset: { placement: nextPlacement }
					};
				}
				let resetPlacement = (_overflowsData$filter = overflowsData.filter((d) => d.overflows[0] <= 0).sort((a, b) => a.overflows[1] - b.overflows[1])[0]) == null ? void 0 : _overflowsData$filter.placement;
				if (!resetPlacement) switch (fallbackStrategy) {
					case "bestFit": {
						var _overflowsData$filter2;
						const placement = (_overflowsData$filter2 = overflowsData.filter((d) => {
							if (hasFallbackAxisSideDirection) {
								const currentSideAxis = getSideAxis(d.placement);
								return currentSideAxis === initialSideAxis || currentSideAxis === "y";
							}
							return true;
						}).map((d) => [d.placement, d.overflows.filter((overflow) => overflow > 0).reduce((acc, overflow) => acc + overflow, 0)]).sort((a, b) => a[1] - b[1])[0]) == null ? void 0 : _overflowsData$filter2[0];
						if (placement) resetPlacement = placement;
						break;
					}
					case "initialPlacement": resetPlacement = initialPlacement;
				}
				if (placement !== resetPlacement) return { reset: { placement: resetPlacement } };
			}
			return {};
		}
	};
};
function getSideOffsets(overflow, rect) {
	return {
		top: overflow.top - rect.height,
		right: overflow.right - rect.width,
		bottom: overflow.bottom - rect.height,
		left: overflow.left - rect.width
	};
}
function isAnySideFullyClipped(overflow) {
	return sides.some((side) => overflow[side] >= 0);
}
/**
* Provides data to hide the floating element in applicable situations, such as
* when it is not in the same clipping context as the reference element.
* @see https://floating-ui.com/docs/hide
*/
var hide$1 = function(options) {
	if (options === void 0) options = {};
	return {
		name: "hide",
		options,
		async fn(state) {
			const { rects, platform } = state;
			const { strategy = "referenceHidden", ...detectOverflowOptions } = evaluate(options, state);
			switch (strategy) {
				case "referenceHidden": {
					const offsets = getSideOffsets(await platform.detectOverflow(state, {
						...detectOverflowOptions,
						elementContext: "reference"
					}), rects.reference);
					return { data: {
						referenceHiddenOffsets: offsets,
						referenceHidden: isAnySideFullyClipped(offsets)
					} };
				}
				case "escaped": {
					const offsets = getSideOffsets(await platform.detectOverflow(state, {
						...detectOverflowOptions,
						altBoundary: true
					}), rects.floating);
					return { data: {
						escapedOffsets: offsets,
						escaped: isAnySideFullyClipped(offsets)
					} };
				}
				default: return {};
			}
		}
	};
};
var originSides = /*#__PURE__*/ new Set(["left", "top"]);
async function convertValueToCoords(state, options) {
	const { placement, platform, elements } = state;
	const rtl = await (platform.isRTL == null ? void 0 : platform.isRTL(elements.floating));
	const side = getSide(placement);
	const alignment = getAlignment(placement);
	const isVertical = getSideAxis(placement) === "y";
	const mainAxisMulti = originSides.has(side) ? -1 : 1;
	const crossAxisMulti = rtl && isVertical ? -1 : 1;
	const rawValue = evaluate(options, state);
	let { mainAxis, crossAxis, alignmentAxis } = typeof rawValue === "number" ? {
		mainAxis: rawValue,
		crossAxis: 0,
		alignmentAxis: null
	} : {
		mainAxis: rawValue.mainAxis || 0,
		crossAxis: rawValue.crossAxis || 0,
		alignmentAxis: rawValue.alignmentAxis
	};
	if (alignment && typeof alignmentAxis === "number") crossAxis = alignment === "end" ? alignmentAxis * -1 : alignmentAxis;
	return isVertical ? {
		x: crossAxis * crossAxisMulti,
		y: mainAxis * mainAxisMulti
	} : {
		x: mainAxis * mainAxisMulti,
		y: crossAxis * crossAxisMulti
	};
}
/**
* Modifies the placement by translating the floating element along the
* specified axes.
* A number (shorthand for `mainAxis` or distance), or an axes configuration
* object may be passed.
* @see https://floating-ui.com/docs/offset
*/
var offset$1 = function(options) {
	if (options === void 0) options = 0;
	return {
		name: "offset",
		options,
		async fn(state) {
			var _middlewareData$offse, _middlewareData$arrow;
			const { x, y, placement, middlewareData } = state;
			const diffCoords = await convertValueToCoords(state, options);
			if (placement === ((_middlewareData$offse = middlewareData.offset) == null ? void 0 : _middlewareData$offse.placement) && (_middlewareData$arrow = middlewareData.arrow) != null && _middlewareData$arrow.alignmentOffset) return {};
			return {
				x: x + diffCoords.x,
				y: y + diffCoords.y,
				data: {
					...diffCoords,
					placement
				}
			};
		}
	};
};
/**
* Optimizes the visibility of the floating element by shifting it in order to
* keep it in view when it will overflow the clipping boundary.
* @see https://floating-ui.com/docs/shift
*/
var shift$1 = function(options) {
	if (options === void 0) options = {};
	return {
		name: "shift",
		options,
		async fn(state) {
			const { x, y, placement, platform } = state;
			const { mainAxis: checkMainAxis = true, crossAxis: checkCrossAxis = false, limiter = { fn: (_ref) => {
				let { x, y } = _ref;
				return {
					x,
					y
				};
			} }, ...detectOverflowOptions } = evaluate(options, state);
			const coords = {
				x,
				y
			};
			const overflow = await platform.detectOverflow(state, detectOverflowOptions);
			const crossAxis = getSideAxis(placement);
			const mainAxis = getOppositeAxis(crossAxis);
			let mainAxisCoord = coords[mainAxis];
			let crossAxisCoord = coords[crossAxis];
			const clampCoord = (axis, coord) => clamp$1(coord + overflow[axis === "y" ? "top" : "left"], coord, coord - overflow[axis === "y" ? "bottom" : "right"]);
			if (checkMainAxis) mainAxisCoord = clampCoord(mainAxis, mainAxisCoord);
			if (checkCrossAxis) crossAxisCoord = clampCoord(crossAxis, crossAxisCoord);
			const limitedCoords = limiter.fn({
				...state,
				[mainAxis]: mainAxisCoord,
				[crossAxis]: crossAxisCoord
			});
			return {
				...limitedCoords,
				data: {
					x: limitedCoords.x - x,
					y: limitedCoords.y - y,
					enabled: {
						[mainAxis]: checkMainAxis,
						[crossAxis]: checkCrossAxis
					}
				}
			};
		}
	};
};
/**
* Built-in `limiter` that will stop `shift()` at a certain point.
*/
var limitShift$1 = function(options) {
	if (options === void 0) options = {};
	return {
		options,
		fn(state) {
			var _rawOffset$mainAxis, _rawOffset$crossAxis;
			const { x, y, placement, rects, middlewareData } = state;
			const { offset = 0, mainAxis: checkMainAxis = true, crossAxis: checkCrossAxis = true } = evaluate(options, state);
			const coords = {
				x,
				y
			};
			const crossAxis = getSideAxis(placement);
			const mainAxis = getOppositeAxis(crossAxis);
			let mainAxisCoord = coords[mainAxis];
			let crossAxisCoord = coords[crossAxis];
			const rawOffset = evaluate(offset, state);
			const computedOffset = typeof rawOffset === "number" ? {
				mainAxis: rawOffset,
				crossAxis: 0
			} : {
				mainAxis: (_rawOffset$mainAxis = rawOffset.mainAxis) != null ? _rawOffset$mainAxis : 0,
				crossAxis: (_rawOffset$crossAxis = rawOffset.crossAxis) != null ? _rawOffset$crossAxis : 0
			};
			if (checkMainAxis) {
				const len = mainAxis === "y" ? "height" : "width";
				const limitMin = rects.reference[mainAxis] - rects.floating[len] + computedOffset.mainAxis;
				const limitMax = rects.reference[mainAxis] + rects.reference[len] - computedOffset.mainAxis;
				if (mainAxisCoord < limitMin) mainAxisCoord = limitMin;
				else if (mainAxisCoord > limitMax) mainAxisCoord = limitMax;
			}
			if (checkCrossAxis) {
				var _middlewareData$offse, _middlewareData$offse2;
				const len = mainAxis === "y" ? "width" : "height";
				const isOriginSide = originSides.has(getSide(placement));
				const limitMin = rects.reference[crossAxis] - rects.floating[len] + (isOriginSide ? ((_middlewareData$offse = middlewareData.offset) == null ? void 0 : _middlewareData$offse[crossAxis]) || 0 : 0) + (isOriginSide ? 0 : computedOffset.crossAxis);
				const limitMax = rects.reference[crossAxis] + rects.reference[len] + (isOriginSide ? 0 : ((_middlewareData$offse2 = middlewareData.offset) == null ? void 0 : _middlewareData$offse2[crossAxis]) || 0) - (isOriginSide ? computedOffset.crossAxis : 0);
				if (crossAxisCoord < limitMin) crossAxisCoord = limitMin;
				else if (crossAxisCoord > limitMax) crossAxisCoord = limitMax;
			}
			return {
				[mainAxis]: mainAxisCoord,
				[crossAxis]: crossAxisCoord
			};
		}
	};
};
/**
* Provides data that allows you to change the size of the floating element —
* for instance, prevent it from overflowing the clipping boundary or match the
* width of the reference element.
* @see https://floating-ui.com/docs/size
*/
var size$1 = function(options) {
	if (options === void 0) options = {};
	return {
		name: "size",
		options,
		async fn(state) {
			const { placement, rects, platform, elements } = state;
			const { apply = () => {}, ...detectOverflowOptions } = evaluate(options, state);
			const overflow = await platform.detectOverflow(state, detectOverflowOptions);
			const side = getSide(placement);
			const alignment = getAlignment(placement);
			const isYAxis = getSideAxis(placement) === "y";
			const { width, height } = rects.floating;
			let heightSide;
			let widthSide;
			if (side === "top" || side === "bottom") {
				heightSide = side;
				widthSide = alignment === (await (platform.isRTL == null ? void 0 : platform.isRTL(elements.floating)) ? "start" : "end") ? "left" : "right";
			} else {
				widthSide = side;
				heightSide = alignment === "end" ? "top" : "bottom";
			}
			const maximumClippingHeight = height - overflow.top - overflow.bottom;
			const maximumClippingWidth = width - overflow.left - overflow.right;
			const overflowAvailableHeight = min(height - overflow[heightSide], maximumClippingHeight);
			const overflowAvailableWidth = min(width - overflow[widthSide], maximumClippingWidth);
			const shiftData = state.middlewareData.shift;
			const noShift = !shiftData;
			let availableHeight = overflowAvailableHeight;
			let availableWidth = overflowAvailableWidth;
			if (shiftData != null && shiftData.enabled.x) availableWidth = maximumClippingWidth;
			if (shiftData != null && shiftData.enabled.y) availableHeight = maximumClippingHeight;
			if (noShift && !alignment) {
				if (isYAxis) availableWidth = width - 2 * max(overflow.left, overflow.right);
				else availableHeight = height - 2 * max(overflow.top, overflow.bottom);
			}
			await apply({
				...state,
				availableWidth,
				availableHeight
			});
			const nextDimensions = await platform.getDimensions(elements.floating);
			if (width !== nextDimensions.width || height !== nextDimensions.height) return { reset: { rects: true } };
			return {};
		}
	};
};
// ../../work/main/node_modules/@floating-ui/utils/dist/floating-ui.utils.dom.mjs
function hasWindow() {
	return typeof window !== "undefined";
}
function getNodeName(node) {
	if (isNode(node)) return (node.nodeName || "").toLowerCase();
	return "#document";
}
function getWindow(node) {
	var _node$ownerDocument;
	return (node == null || (_node$ownerDocument = node.ownerDocument) == null ? void 0 : _node$ownerDocument.defaultView) || window;
}
function getDocumentElement(node) {
	var _ref;
	return (_ref = (isNode(node) ? node.ownerDocument : node.document) || window.document) == null ? void 0 : _ref.documentElement;
}
function isNode(value) {
	if (!hasWindow()) return false;
	return value instanceof Node || value instanceof getWindow(value).Node;
}
function isElement(value) {
	if (!hasWindow()) return false;
	return value instanceof Element || value instanceof getWindow(value).Element;
}
function isHTMLElement(value) {
	if (!hasWindow()) return false;
	return value instanceof HTMLElement || value instanceof getWindow(value).HTMLElement;
}
function isShadowRoot(value) {
	if (!hasWindow() || typeof ShadowRoot === "undefined") return false;
	return value instanceof ShadowRoot || value instanceof getWindow(value).ShadowRoot;
}
function isOverflowElement(element) {
	const { overflow, overflowX, overflowY, display } = getComputedStyle$1(element);
	return /auto|scroll|overlay|hidden|clip/.test(overflow + overflowY + overflowX) && display !== "inline" && display !== "contents";
}
function isTableElement(element) {
	return /^(table|td|th)$/.test(getNodeName(element));
}
function isTopLayer(element) {
	try {
		if (element.matches(":popover-open")) return true;
	} catch (_e) {}
	try {
		return element.matches(":modal");
	} catch (_e) {
		return false;
	}
}
var willChangeRe = /transform|translate|scale|rotate|perspective|filter/;
var containRe = /paint|layout|strict|content/;
var isNotNone = (value) => !!value && value !== "none";
var isWebKitValue;
function isContainingBlock(elementOrCss) {
	const css = isElement(elementOrCss) ? getComputedStyle$1(elementOrCss) : elementOrCss;
	return isNotNone(css.transform) || isNotNone(css.translate) || isNotNone(css.scale) || isNotNone(css.rotate) || isNotNone(css.perspective) || !isWebKit() && (isNotNone(css.backdropFilter) || isNotNone(css.filter)) || willChangeRe.test(css.willChange || "") || containRe.test(css.contain || "");
}
function getContainingBlock(element) {
	let currentNode = getParentNode(element);
	while (isHTMLElement(currentNode) && !isLastTraversableNode(currentNode)) {
		if (isContainingBlock(currentNode)) return currentNode;
		else if (isTopLayer(currentNode)) return null;
		currentNode = getParentNode(currentNode);
	}
	return null;
}
function isWebKit() {
	if (isWebKitValue == null) isWebKitValue = typeof CSS !== "undefined" && CSS.supports && CSS.supports("-webkit-backdrop-filter", "none");
	return isWebKitValue;
}
function isLastTraversableNode(node) {
	return /^(html|body|#document)$/.test(getNodeName(node));
}
function getComputedStyle$1(element) {
	return getWindow(element).getComputedStyle(element);
}
function getNodeScroll(element) {
	if (isElement(element)) return {
		scrollLeft: element.scrollLeft,
		scrollTop: element.scrollTop
	};
	return {
		scrollLeft: element.scrollX,
		scrollTop: element.scrollY
	};
}
function getParentNode(node) {
	if (getNodeName(node) === "html") return node;
	const result = node.assignedSlot || node.parentNode || isShadowRoot(node) && node.host || getDocumentElement(node);
	return isShadowRoot(result) ? result.host : result;
}
function getNearestOverflowAncestor(node) {
	const parentNode = getParentNode(node);
	if (isLastTraversableNode(parentNode)) return (node.ownerDocument || node).body;
	if (isHTMLElement(parentNode) && isOverflowElement(parentNode)) return parentNode;
	return getNearestOverflowAncestor(parentNode);
}
function getOverflowAncestors(node, list, traverseIframes) {
	var _node$ownerDocument2;
	if (list === void 0) list = [];
	if (traverseIframes === void 0) traverseIframes = true;
	const scrollableAncestor = getNearestOverflowAncestor(node);
	const isBody = scrollableAncestor === ((_node$ownerDocument2 = node.ownerDocument) == null ? void 0 : _node$ownerDocument2.body);
	const win = getWindow(scrollableAncestor);
	if (isBody) {
		const frameElement = getFrameElement(win);
		return list.concat(win, win.visualViewport || [], isOverflowElement(scrollableAncestor) ? scrollableAncestor : [], frameElement && traverseIframes ? getOverflowAncestors(frameElement) : []);
	} else return list.concat(scrollableAncestor, getOverflowAncestors(scrollableAncestor, [], traverseIframes));
}
function getFrameElement(win) {
	return win.parent && Object.getPrototypeOf(win.parent) ? win.frameElement : null;
}
// ../../work/main/node_modules/@floating-ui/dom/dist/floating-ui.dom.mjs
function getCssDimensions(element) {
	const css = getComputedStyle$1(element);
	let width = parseFloat(css.width) || 0;
	let height = parseFloat(css.height) || 0;
	const hasOffset = isHTMLElement(element);
	const offsetWidth = hasOffset ? element.offsetWidth : width;
	const offsetHeight = hasOffset ? element.offsetHeight : height;
	const shouldFallback = round(width) !== offsetWidth || round(height) !== offsetHeight;
	if (shouldFallback) {
		width = offsetWidth;
		height = offsetHeight;
	}
	return {
		width,
		height,
		$: shouldFallback
	};
}
function unwrapElement$1(element) {
	return !isElement(element) ? element.contextElement : element;
}
function getScale(element) {
	const domElement = unwrapElement$1(element);
	if (!isHTMLElement(domElement)) return createCoords(1);
	const rect = domElement.getBoundingClientRect();
	const { width, height, $ } = getCssDimensions(domElement);
	let x = ($ ? round(rect.width) : rect.width) / width;
	let y = ($ ? round(rect.height) : rect.height) / height;
	if (!x || !Number.isFinite(x)) x = 1;
	if (!y || !Number.isFinite(y)) y = 1;
	return {
		x,
		y
	};
}
var noOffsets = /*#__PURE__*/ createCoords(0);
function getVisualOffsets(element) {
	const win = getWindow(element);
	if (!isWebKit() || !win.visualViewport) return noOffsets;
	return {
		x: win.visualViewport.offsetLeft,
		y: win.visualViewport.offsetTop
	};
}
function shouldAddVisualOffsets(element, isFixed, floatingOffsetParent) {
	if (isFixed === void 0) isFixed = false;
	return !!floatingOffsetParent && isFixed && floatingOffsetParent === getWindow(element);
}
function getBoundingClientRect(element, includeScale, isFixedStrategy, offsetParent) {
	if (includeScale === void 0) includeScale = false;
	if (isFixedStrategy === void 0) isFixedStrategy = false;
	const clientRect = element.getBoundingClientRect();
	const domElement = unwrapElement$1(element);
	let scale = createCoords(1);
	if (includeScale) {
		if (offsetParent) {
			if (isElement(offsetParent)) scale = getScale(offsetParent);
		} else scale = getScale(element);
	}
	const visualOffsets = shouldAddVisualOffsets(domElement, isFixedStrategy, offsetParent) ? getVisualOffsets(domElement) : createCoords(0);
	let x = (clientRect.left + visualOffsets.x) / scale.x;
	let y = (clientRect.top + visualOffsets.y) / scale.y;
	let width = clientRect.width / scale.x;
	let height = clientRect.height / scale.y;
	if (domElement && offsetParent) {
		const win = getWindow(domElement);
		const offsetWin = isElement(offsetParent) ? getWindow(offsetParent) : offsetParent;
		let currentWin = win;
		let currentIFrame = getFrameElement(currentWin);
		while (currentIFrame && offsetWin !== currentWin) {
			const iframeScale = getScale(currentIFrame);
			const iframeRect = currentIFrame.getBoundingClientRect();
			const css = getComputedStyle$1(currentIFrame);
			const left = iframeRect.left + (currentIFrame.clientLeft + parseFloat(css.paddingLeft)) * iframeScale.x;
			const top = iframeRect.top + (currentIFrame.clientTop + parseFloat(css.paddingTop)) * iframeScale.y;
			x *= iframeScale.x;
			y *= iframeScale.y;
			width *= iframeScale.x;
			height *= iframeScale.y;
			x += left;
			y += top;
			currentWin = getWindow(currentIFrame);
			currentIFrame = getFrameElement(currentWin);
		}
	}
	return rectToClientRect({
		width,
		height,
		x,
		y
	});
}
function getWindowScrollBarX(element, rect) {
	const leftScroll = getNodeScroll(element).scrollLeft;
	if (!rect) return getBoundingClientRect(getDocumentElement(element)).left + leftScroll;
	return rect.left + leftScroll;
}
function getHTMLOffset(documentElement, scroll) {
	const htmlRect = documentElement.getBoundingClientRect();
	return {
		x: htmlRect.left + scroll.scrollLeft - getWindowScrollBarX(documentElement, htmlRect),
		y: htmlRect.top + scroll.scrollTop
	};
}
function convertOffsetParentRelativeRectToViewportRelativeRect(_ref) {
	let { elements, rect, offsetParent, strategy } = _ref;
	const isFixed = strategy === "fixed";
	const documentElement = getDocumentElement(offsetParent);
	const topLayer = elements ? isTopLayer(elements.floating) : false;
	if (offsetParent === documentElement || topLayer && isFixed) return rect;
	let scroll = {
		scrollLeft: 0,
		scrollTop: 0
	};
	let scale = createCoords(1);
	const offsets = createCoords(0);
	const isOffsetParentAnElement = isHTMLElement(offsetParent);
	if (isOffsetParentAnElement || !isFixed) {
		if (getNodeName(offsetParent) !== "body" || isOverflowElement(documentElement)) scroll = getNodeScroll(offsetParent);
		if (isOffsetParentAnElement) {
			const offsetRect = getBoundingClientRect(offsetParent);
			scale = getScale(offsetParent);
			offsets.x = offsetRect.x + offsetParent.clientLeft;
			offsets.y = offsetRect.y + offsetParent.clientTop;
		}
	}
	const htmlOffset = documentElement && !isOffsetParentAnElement && !isFixed ? getHTMLOffset(documentElement, scroll) : createCoords(0);
	return {
		width: rect.width * scale.x,
		height: rect.height * scale.y,
		x: rect.x * scale.x - scroll.scrollLeft * scale.x + offsets.x + htmlOffset.x,
		y: rect.y * scale.y - scroll.scrollTop * scale.y + offsets.y + htmlOffset.y
	};
}
function getClientRects(element) {
	return element.getClientRects ? Array.from(element.getClientRects()) : [];
}
function getDocumentRect(html) {
	const scroll = getNodeScroll(html);
	const body = html.ownerDocument.body;
	const width = max(html.scrollWidth, html.clientWidth, body.scrollWidth, body.clientWidth);
	const height = max(html.scrollHeight, html.clientHeight, body.scrollHeight, body.clientHeight);
	let x = -scroll.scrollLeft + getWindowScrollBarX(html);
	const y = -scroll.scrollTop;
	if (getComputedStyle$1(body).direction === "rtl") x += max(html.clientWidth, body.clientWidth) - width;
	return {
		width,
		height,
		x,
		y
	};
}
var SCROLLBAR_MAX = 25;
function getViewportRect(element, strategy, rootBoundary) {
	if (rootBoundary === void 0) rootBoundary = "viewport";
	const isLayoutViewport = rootBoundary === "layoutViewport";
	const win = getWindow(element);
	const html = getDocumentElement(element);
	const visualViewport = win.visualViewport;
	let width = html.clientWidth;
	let height = html.clientHeight;
	let x = 0;
	let y = 0;
	if (visualViewport) {
		const layoutRelativeClientCoords = !isWebKit() || strategy === "fixed";
		if (isLayoutViewport) {
			if (!layoutRelativeClientCoords) {
				x = -visualViewport.offsetLeft;
				y = -visualViewport.offsetTop;
			}
		} else {
			width = visualViewport.width;
			height = visualViewport.height;
			if (layoutRelativeClientCoords) {
				x = visualViewport.offsetLeft;
				y = visualViewport.offsetTop;
			}
		}
	}
	if (getWindowScrollBarX(html) <= 0) {
		const doc = html.ownerDocument;
		const body = doc.body;
		const bodyStyles = getComputedStyle(body);
		const bodyMarginInline = doc.compatMode === "CSS1Compat" ? parseFloat(bodyStyles.marginLeft) + parseFloat(bodyStyles.marginRight) || 0 : 0;
		const reservedWidth = Math.abs(html.clientWidth - body.clientWidth - bodyMarginInline);
		const gutter = getComputedStyle(html).scrollbarGutter === "stable both-edges" ? reservedWidth / 2 : reservedWidth;
		if (gutter <= SCROLLBAR_MAX) width -= gutter;
	}
	return {
		width,
		height,
		x,
		y
	};
}
function getInnerBoundingClientRect(element, strategy) {
	const clientRect = getBoundingClientRect(element, true, strategy === "fixed");
	const top = clientRect.top + element.clientTop;
	const left = clientRect.left + element.clientLeft;
	const scale = getScale(element);
	return {
		width: element.clientWidth * scale.x,
		height: element.clientHeight * scale.y,
		x: left * scale.x,
		y: top * scale.y
	};
}
function getClientRectFromClippingAncestor(element, clippingAncestor, strategy) {
	let rect;
	if (clippingAncestor === "viewport" || clippingAncestor === "layoutViewport") rect = getViewportRect(element, strategy, clippingAncestor);
	else if (clippingAncestor === "document") rect = getDocumentRect(getDocumentElement(element));
	else if (isElement(clippingAncestor)) rect = getInnerBoundingClientRect(clippingAncestor, strategy);
	else {
		const visualOffsets = getVisualOffsets(element);
		rect = {
			x: clippingAncestor.x - visualOffsets.x,
			y: clippingAncestor.y - visualOffsets.y,
			width: clippingAncestor.width,
			height: clippingAncestor.height
		};
	}
	return rectToClientRect(rect);
}
function getClippingElementAncestors(element, cache) {
	const cachedResult = cache.get(element);
	if (cachedResult) return cachedResult;
	let result = getOverflowAncestors(element, [], false).filter((el) => isElement(el) && getNodeName(el) !== "body");
	let lastKeptComputedStyle = null;
	const elementIsFixed = getComputedStyle$1(element).position === "fixed";
	let currentNode = elementIsFixed ? getParentNode(element) : element;
	while (isElement(currentNode) && !isLastTraversableNode(currentNode)) {
		const computedStyle = getComputedStyle$1(currentNode);
		const currentNodeIsContaining = isContainingBlock(currentNode);
		const lastPosition = lastKeptComputedStyle ? lastKeptComputedStyle.position : elementIsFixed ? "fixed" : "";
		if (!currentNodeIsContaining && (lastPosition === "fixed" || lastPosition === "absolute" && computedStyle.position === "static")) result = result.filter((ancestor) => ancestor !== currentNode);
		else lastKeptComputedStyle = computedStyle;
		currentNode = getParentNode(currentNode);
	}
	cache.set(element, result);
	return result;
}
function getClippingRect(_ref) {
	let { element, boundary, rootBoundary, strategy } = _ref;
	const clippingAncestors = [...boundary === "clippingAncestors" ? isTopLayer(element) ? [] : getClippingElementAncestors(element, this._c) : [].concat(boundary), rootBoundary];
	const firstRect = getClientRectFromClippingAncestor(element, clippingAncestors[0], strategy);
	let top = firstRect.top;
	let right = firstRect.right;
	let bottom = firstRect.bottom;
	let left = firstRect.left;
	for (let i = 1; i < clippingAncestors.length; i++) {
		const rect = getClientRectFromClippingAncestor(element, clippingAncestors[i], strategy);
		top = max(rect.top, top);
		right = min(rect.right, right);
		bottom = min(rect.bottom, bottom);
		left = max(rect.left, left);
	}
	return {
		width: right - left,
		height: bottom - top,
		x: left,
		y: top
	};
}
function getDimensions(element) {
	const { width, height } = getCssDimensions(element);
	return {
		width,
		height
	};
}
function getRectRelativeToOffsetParent(element, offsetParent, strategy) {
	const isOffsetParentAnElement = isHTMLElement(offsetParent);
	const documentElement = getDocumentElement(offsetParent);
	const isFixed = strategy === "fixed";
	const rect = getBoundingClientRect(element, true, isFixed, offsetParent);
	let scroll = {
		scrollLeft: 0,
		scrollTop: 0
	};
	const offsets = createCoords(0);
	if (isOffsetParentAnElement || !isFixed) {
		if (getNodeName(offsetParent) !== "body" || isOverflowElement(documentElement)) scroll = getNodeScroll(offsetParent);
		if (isOffsetParentAnElement) {
			const offsetRect = getBoundingClientRect(offsetParent, true, isFixed, offsetParent);
			offsets.x = offsetRect.x + offsetParent.clientLeft;
			offsets.y = offsetRect.y + offsetParent.clientTop;
		}
	}
	if (!isOffsetParentAnElement && documentElement) offsets.x = getWindowScrollBarX(documentElement);
	const htmlOffset = documentElement && !isOffsetParentAnElement && !isFixed ? getHTMLOffset(documentElement, scroll) : createCoords(0);
	return {
		x: rect.left + scroll.scrollLeft - offsets.x - htmlOffset.x,
		y: rect.top + scroll.scrollTop - offsets.y - htmlOffset.y,
		width: rect.width,
		height: rect.height
	};
}
function isStaticPositioned(element) {
	return getComputedStyle$1(element).position === "static";
}
function getTrueOffsetParent(element, polyfill) {
	if (!isHTMLElement(element) || getComputedStyle$1(element).position === "fixed") return null;
	if (polyfill) return polyfill(element);
	let rawOffsetParent = element.offsetParent;
	if (getDocumentElement(element) === rawOffsetParent) rawOffsetParent = rawOffsetParent.ownerDocument.body;
	return rawOffsetParent;
}
function getOffsetParent(element, polyfill) {
	const win = getWindow(element);
	if (isTopLayer(element)) return win;
	if (!isHTMLElement(element)) {
		let svgOffsetParent = getParentNode(element);
		while (svgOffsetParent && !isLastTraversableNode(svgOffsetParent)) {
			if (isElement(svgOffsetParent) && !isStaticPositioned(svgOffsetParent)) return svgOffsetParent;
			svgOffsetParent = getParentNode(svgOffsetParent);
		}
		return win;
	}
	let offsetParent = getTrueOffsetParent(element, polyfill);
	while (offsetParent && isTableElement(offsetParent) && isStaticPositioned(offsetParent)) offsetParent = getTrueOffsetParent(offsetParent, polyfill);
	if (offsetParent && isLastTraversableNode(offsetParent) && isStaticPositioned(offsetParent) && !isContainingBlock(offsetParent)) return win;
	return offsetParent || getContainingBlock(element) || win;
}
var getElementRects = async function(data) {
	const getOffsetParentFn = this.getOffsetParent || getOffsetParent;
	const getDimensionsFn = this.getDimensions;
	const floatingDimensions = await getDimensionsFn(data.floating);
	return {
		reference: getRectRelativeToOffsetParent(data.reference, await getOffsetParentFn(data.floating), data.strategy),
		floating: {
			x: 0,
			y: 0,
			width: floatingDimensions.width,
			height: floatingDimensions.height
		}
	};
};
function isRTL(element) {
	return getComputedStyle$1(element).direction === "rtl";
}
var platform = {
	convertOffsetParentRelativeRectToViewportRelativeRect,
	getDocumentElement,
	getClippingRect,
	getOffsetParent,
	getElementRects,
	getClientRects,
	getDimensions,
	getScale,
	isElement,
	isRTL
};
function rectsAreEqual(a, b) {
	return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
function observeMove(element, onMove, ancestorResize) {
	let io = null;
	let timeoutId;
	const root = getDocumentElement(element);
	function cleanup() {
		var _io;
		clearTimeout(timeoutId);
		(_io = io) == null || _io.disconnect();
		io = null;
	}
	function refresh(skip, threshold) {
		if (skip === void 0) skip = false;
		if (threshold === void 0) threshold = 1;
		cleanup();
		const elementRectForRootMargin = element.getBoundingClientRect();
		const { left, top, width, height } = elementRectForRootMargin;
		if (!skip) onMove();
		if (!width || !height) return;
		const insetTop = floor(top);
		const insetRight = floor(root.clientWidth - (left + width));
		const insetBottom = floor(root.clientHeight - (top + height));
		const insetLeft = floor(left);
		const options = {
			rootMargin: -insetTop + "px " + -insetRight + "px " + -insetBottom + "px " + -insetLeft + "px",
			threshold: max(0, min(1, threshold)) || 1
		};
		let isFirstUpdate = true;
		function handleObserve(entries) {
			const ratio = entries[0].intersectionRatio;
			if (!rectsAreEqual(elementRectForRootMargin, element.getBoundingClientRect())) return refresh();
			if (ratio !== threshold) {
				if (!isFirstUpdate) return refresh();
				if (!ratio) timeoutId = setTimeout(() => {
					refresh(false, 1e-7);
				}, 1e3);
				else refresh(false, ratio);
			}
			isFirstUpdate = false;
		}
		try {
			io = new IntersectionObserver(handleObserve, {
				...options,
				root: root.ownerDocument
			});
		} catch (_e) {
			io = new IntersectionObserver(handleObserve, options);
		}
		io.observe(element);
	}
	const win = getWindow(element);
	const handleResize = () => refresh(ancestorResize);
	win.addEventListener("resize", handleResize);
	refresh(true);
	return () => {
		win.removeEventListener("resize", handleResize);
		cleanup();
	};
}
/**
* Automatically updates the position of the floating element when necessary.
* Should only be called when the floating element is mounted on the DOM or
* visible on the screen.
* @returns cleanup function that should be invoked when the floating element is
* removed from the DOM or hidden from the screen.
* @see https://floating-ui.com/docs/autoUpdate
*/
function autoUpdate(reference, floating, update, options) {
	if (options === void 0) options = {};
	const { ancestorScroll = true, ancestorResize = true, elementResize = typeof ResizeObserver === "function", layoutShift = typeof IntersectionObserver === "function", animationFrame = false } = options;
	const referenceEl = unwrapElement$1(reference);
	const ancestors = ancestorScroll || ancestorResize ? [...referenceEl ? getOverflowAncestors(referenceEl) : [], ...floating ? getOverflowAncestors(floating) : []] : [];
	ancestors.forEach((ancestor) => {
		ancestorScroll && ancestor.addEventListener("scroll", update);
		ancestorResize && ancestor.addEventListener("resize", update);
	});
	const cleanupIo = referenceEl && layoutShift ? observeMove(referenceEl, update, ancestorResize) : null;
	let reobserveFrame = -1;
	let resizeObserver = null;
	if (elementResize) {
		resizeObserver = new ResizeObserver((_ref) => {
			let [firstEntry] = _ref;
			if (firstEntry && firstEntry.target === referenceEl && resizeObserver && floating) {
				resizeObserver.unobserve(floating);
				cancelAnimationFrame(reobserveFrame);
				reobserveFrame = requestAnimationFrame(() => {
					var _resizeObserver;
					(_resizeObserver = resizeObserver) == null || _resizeObserver.observe(floating);
				});
			}
			update();
		});
		if (referenceEl && !animationFrame) resizeObserver.observe(referenceEl);
		if (floating) resizeObserver.observe(floating);
	}
	let frameId;
	let prevRefRect = animationFrame ? getBoundingClientRect(reference) : null;
	if (animationFrame) frameLoop();
	function frameLoop() {
		const nextRefRect = getBoundingClientRect(reference);
		if (prevRefRect && !rectsAreEqual(prevRefRect, nextRefRect)) update();
		prevRefRect = nextRefRect;
		frameId = requestAnimationFrame(frameLoop);
	}
	update();
	return () => {
		var _resizeObserver2;
		ancestors.forEach((ancestor) => {
			ancestorScroll && ancestor.removeEventListener("scroll", update);
			ancestorResize && ancestor.removeEventListener("resize", update);
		});
		cleanupIo?.();
		(_resizeObserver2 = resizeObserver) == null || _resizeObserver2.disconnect();
		resizeObserver = null;
		if (animationFrame) cancelAnimationFrame(frameId);
	};
}
/**
* Modifies the placement by translating the floating element along the
* specified axes.
* A number (shorthand for `mainAxis` or distance), or an axes configuration
* object may be passed.
* @see https://floating-ui.com/docs/offset
*/
var offset = offset$1;
/**
* Optimizes the visibility of the floating element by shifting it in order to
* keep it in view when it will overflow the clipping boundary.
* @see https://floating-ui.com/docs/shift
*/
var shift = shift$1;
/**
* Optimizes the visibility of the floating element by flipping the `placement`
* in order to keep it in view when the preferred placement(s) will overflow the
* clipping boundary. Alternative to `autoPlacement`.
* @see https://floating-ui.com/docs/flip
*/
var flip = flip$1;
/**
* Provides data that allows you to change the size of the floating element —
* for instance, prevent it from overflowing the clipping boundary or match the
* width of the reference element.
* @see https://floating-ui.com/docs/size
*/
var size = size$1;
/**
* Provides data to hide the floating element in applicable situations, such as
* when it is not in the same clipping context as the reference element.
* @see https://floating-ui.com/docs/hide
*/
var hide = hide$1;
/**
* Provides data to position an inner element of the floating element so that it
* appears centered to the reference element.
* @see https://floating-ui.com/docs/arrow
*/
var arrow$2 = arrow$1;
/**
* Built-in `limiter` that will stop `shift()` at a certain point.
*/
var limitShift = limitShift$1;
/**
* Computes the `x` and `y` coordinates that will place the floating element
* next to a given reference element.
*/
var computePosition = (reference, floating, options) => {
	const cache = /* @__PURE__ */ new Map();
	const mergedOptions = options != null ? options : {};
	const platformWithCache = {
		...platform,
		...mergedOptions.platform,
		_c: cache
	};
	return computePosition$1(reference, floating, {
		...mergedOptions,
		platform: platformWithCache
	});
};
// ../../work/main/node_modules/@floating-ui/vue/dist/floating-ui.vue.mjs
function isComponentPublicInstance(target) {
	return target != null && typeof target === "object" && "$el" in target;
}
function unwrapElement(target) {
	if (isComponentPublicInstance(target)) {
		const element = target.$el;
		return isNode(element) && getNodeName(element) === "#comment" ? null : element;
	}
	return target;
}
/**
* Positions an inner element of the floating element such that it is centered to the reference element.
* @param options The arrow options.
* @see https://floating-ui.com/docs/arrow
*/
function arrow(options) {
	return {
		name: "arrow",
		options,
		fn(args) {
			const element = unwrapElement(toValue(options.element));
			if (element == null) return {};
			return arrow$2({
				element,
				padding: options.padding
			}).fn(args);
		}
	};
}
function getDPR(element) {
	if (typeof window === "undefined") return 1;
	return (element.ownerDocument.defaultView || window).devicePixelRatio || 1;
}
function roundByDPR(element, value) {
	const dpr = getDPR(element);
	return Math.round(value * dpr) / dpr;
}
/**
* Computes the `x` and `y` coordinates that will place the floating element next to a reference element when it is given a certain CSS positioning strategy.
* @param reference The reference template ref.
* @param floating The floating template ref.
* @param options The floating options.
* @see https://floating-ui.com/docs/vue
*/
function useFloating(reference, floating, options) {
	if (options === void 0) options = {};
	const whileElementsMountedOption = options.whileElementsMounted;
	const openOption = computed(() => {
		var _toValue;
		return (_toValue = toValue(options.open)) != null ? _toValue : true;
	});
	const middlewareOption = computed(() => toValue(options.middleware));
	const placementOption = computed(() => {
		var _toValue2;
		return (_toValue2 = toValue(options.placement)) != null ? _toValue2 : "bottom";
	});
	const strategyOption = computed(() => {
		var _toValue3;
		return (_toValue3 = toValue(options.strategy)) != null ? _toValue3 : "absolute";
	});
	const transformOption = computed(() => {
		var _toValue4;
		return (_toValue4 = toValue(options.transform)) != null ? _toValue4 : true;
	});
	const referenceElement = computed(() => unwrapElement(reference.value));
	const floatingElement = computed(() => unwrapElement(floating.value));
	const x = /* @__PURE__ */ ref(0);
	const y = /* @__PURE__ */ ref(0);
	const strategy = /* @__PURE__ */ ref(strategyOption.value);
	const placement = /* @__PURE__ */ ref(placementOption.value);
	const middlewareData = /* @__PURE__ */ shallowRef({});
	const isPositioned = /* @__PURE__ */ ref(false);
	const floatingStyles = computed(() => {
		const initialStyles = {
			position: strategy.value,
			left: "0",
			top: "0"
		};
		if (!floatingElement.value) return initialStyles;
		const xVal = roundByDPR(floatingElement.value, x.value);
		const yVal = roundByDPR(floatingElement.value, y.value);
		if (transformOption.value) return {
			...initialStyles,
			transform: "translate(" + xVal + "px, " + yVal + "px)",
			...getDPR(floatingElement.value) >= 1.5 && { willChange: "transform" }
		};
		return {
			position: strategy.value,
			left: xVal + "px",
			top: yVal + "px"
		};
	});
	let whileElementsMountedCleanup;
	function update() {
		if (referenceElement.value == null || floatingElement.value == null) return;
		const open = openOption.value;
		computePosition(referenceElement.value, floatingElement.value, {
			middleware: middlewareOption.value,
			placement: placementOption.value,
			strategy: strategyOption.value
		}).then((position) => {
			x.value = position.x;
			y.value = position.y;
			strategy.value = position.strategy;
			placement.value = position.placement;
			middlewareData.value = position.middlewareData;
			/**
			* The floating element's position may be recomputed while it's closed
			* but still mounted (such as when transitioning out). To ensure
			* `isPositioned` will be `false` initially on the next open, avoid
			* setting it to `true` when `open === false` (must be specified).
			*/
			isPositioned.value = open !== false;
		});
	}
	function cleanup() {
		if (typeof whileElementsMountedCleanup === "function") {
			whileElementsMountedCleanup();
			whileElementsMountedCleanup = void 0;
		}
	}
	function attach() {
		cleanup();
		if (whileElementsMountedOption === void 0) {
			update();
			return;
		}
		if (referenceElement.value != null && floatingElement.value != null) {
			whileElementsMountedCleanup = whileElementsMountedOption(referenceElement.value, floatingElement.value, update);
			return;
		}
	}
	function reset() {
		if (!openOption.value) isPositioned.value = false;
	}
	watch([
		middlewareOption,
		placementOption,
		strategyOption,
		openOption
	], update, { flush: "sync" });
	watch([referenceElement, floatingElement], attach, { flush: "sync" });
	watch(openOption, reset, { flush: "sync" });
	if (getCurrentScope()) onScopeDispose(cleanup);
	return {
		x: /* @__PURE__ */ shallowReadonly(x),
		y: /* @__PURE__ */ shallowReadonly(y),
		strategy: /* @__PURE__ */ shallowReadonly(strategy),
		placement: /* @__PURE__ */ shallowReadonly(placement),
		middlewareData: /* @__PURE__ */ shallowReadonly(middlewareData),
		isPositioned: /* @__PURE__ */ shallowReadonly(isPositioned),
		floatingStyles,
		update
	};
}
// ../../work/main/node_modules/reka-ui/dist/Popper/PopperContent.js
var _hoisted_1$33 = ["dir"];
var PopperContentPropsDefaultValue = {
	side: "bottom",
	sideOffset: 0,
	sideFlip: true,
	align: "center",
	alignOffset: 0,
	alignFlip: true,
	arrowPadding: 0,
	hideShiftedArrow: true,
	avoidCollisions: true,
	collisionBoundary: () => [],
	collisionPadding: 0,
	sticky: "partial",
	hideWhenDetached: false,
	positionStrategy: "fixed",
	updatePositionStrategy: "optimized",
	prioritizePosition: false
};
var [injectPopperContentContext, providePopperContentContext] = /*#__PURE__*/ createContext("PopperContent");
var PopperContent_default = /* @__PURE__ */ defineComponent({
	inheritAttrs: false,
	__name: "PopperContent",
	props: /* @__PURE__ */ mergeDefaults({
		memoDependencies: {
			type: Array,
			required: false
		},
		side: {
			type: null,
			required: false
		},
		sideOffset: {
			type: Number,
			required: false
		},
		sideFlip: {
			type: Boolean,
			required: false
		},
		align: {
			type: null,
			required: false
		},
		alignOffset: {
			type: Number,
			required: false
		},
		alignFlip: {
			type: Boolean,
			required: false
		},
		avoidCollisions: {
			type: Boolean,
			required: false
		},
		collisionBoundary: {
			type: null,
			required: false
		},
		collisionPadding: {
			type: [Number, Object],
			required: false
		},
		arrowPadding: {
			type: Number,
			required: false
		},
		hideShiftedArrow: {
			type: Boolean,
			required: false
		},
		sticky: {
			type: String,
			required: false
		},
		hideWhenDetached: {
			type: Boolean,
			required: false
		},
		positionStrategy: {
			type: String,
			required: false
		},
		updatePositionStrategy: {
			type: String,
			required: false
		},
		disableUpdateOnLayoutShift: {
			type: Boolean,
			required: false
		},
		prioritizePosition: {
			type: Boolean,
			required: false
		},
		reference: {
			type: null,
			required: false
		},
		dir: {
			type: String,
			required: false
		},
		asChild: {
			type: Boolean,
			required: false
		},
		as: {
			type: null,
			required: false
		}
	}, { ...PopperContentPropsDefaultValue }),
	emits: ["placed"],
	setup(__props, { emit: __emit }) {
		const props = __props;
		const emits = __emit;
		const rootContext = injectPopperRootContext();
		const { forwardRef, currentElement: contentElement } = useForwardExpose();
		const dir = useDirection(computed(() => props.dir));
		const floatingRef = /* @__PURE__ */ ref();
		const arrow$1 = /* @__PURE__ */ ref();
		const { width: arrowWidth, height: arrowHeight } = useSize(arrow$1);
		const desiredPlacement = computed(() => props.side + (props.align !== "center" ? `-${props.align}` : ""));
		const collisionPadding = computed(() => {
			return typeof props.collisionPadding === "number" ? props.collisionPadding : {
				top: 0,
				right: 0,
				bottom: 0,
				left: 0,
				...props.collisionPadding
			};
		});
		const boundary = computed(() => {
			return Array.isArray(props.collisionBoundary) ? props.collisionBoundary : [props.collisionBoundary];
		});
		const detectOverflowOptions = computed(() => {
			return {
				padding: collisionPadding.value,
				boundary: boundary.value.filter(isNotNull),
				altBoundary: boundary.value.length > 0
			};
		});
		const flipOptions = computed(() => {
			return {
				mainAxis: props.sideFlip,
				crossAxis: props.alignFlip
			};
		});
		const computedMiddleware = computed(() => {
			return [
				offset({
					mainAxis: props.sideOffset + arrowHeight.value,
					alignmentAxis: props.alignOffset
				}),
				props.prioritizePosition && props.avoidCollisions && flip({
					...detectOverflowOptions.value,
					...flipOptions.value
				}),
				props.avoidCollisions && shift({
					mainAxis: true,
					crossAxis: !!props.prioritizePosition,
					limiter: props.sticky === "partial" ? limitShift() : void 0,
					...detectOverflowOptions.value
				}),
				!props.prioritizePosition && props.avoidCollisions && flip({
					...detectOverflowOptions.value,
					...flipOptions.value
				}),
				size({
					...detectOverflowOptions.value,
					apply: ({ elements, rects, availableWidth, availableHeight }) => {
						const { width: anchorWidth, height: anchorHeight } = rects.reference;
						const contentStyle = elements.floating.style;
						contentStyle.setProperty("--reka-popper-available-width", `${availableWidth}px`);
						contentStyle.setProperty("--reka-popper-available-height", `${availableHeight}px`);
						contentStyle.setProperty("--reka-popper-anchor-width", `${anchorWidth}px`);
						contentStyle.setProperty("--reka-popper-anchor-height", `${anchorHeight}px`);
					}
				}),
				arrow$1.value && arrow({
					element: arrow$1.value,
					padding: props.arrowPadding
				}),
				transformOrigin({
					arrowWidth: arrowWidth.value,
					arrowHeight: arrowHeight.value,
					dir: dir.value
				}),
				props.hideWhenDetached && hide({
					strategy: "referenceHidden",
					...detectOverflowOptions.value
				})
			];
		});
		const { floatingStyles, placement, isPositioned, middlewareData, update } = useFloating(computed(() => props.reference ?? rootContext.anchor.value), floatingRef, {
			strategy: props.positionStrategy,
			placement: desiredPlacement,
			whileElementsMounted: (...args) => {
				return autoUpdate(...args, {
					layoutShift: !props.disableUpdateOnLayoutShift,
					animationFrame: props.updatePositionStrategy === "always"
				});
			},
			middleware: computedMiddleware
		});
		const placedSide = computed(() => getSideAndAlignFromPlacement(placement.value)[0]);
		const placedAlign = computed(() => getSideAndAlignFromPlacement(placement.value)[1]);
		watchPostEffect(() => {
			if (isPositioned.value) emits("placed");
		});
		const shouldHideArrow = computed(() => {
			const cannotCenterArrow = middlewareData.value.arrow?.centerOffset !== 0;
			return props.hideShiftedArrow && cannotCenterArrow;
		});
		const contentZIndex = /* @__PURE__ */ ref("");
		watchEffect(() => {
			if (contentElement.value) contentZIndex.value = window.getComputedStyle(contentElement.value).zIndex;
		});
		providePopperContentContext({
			placedSide,
			onArrowChange: (element) => arrow$1.value = element,
			arrowX: computed(() => middlewareData.value.arrow?.x ?? 0),
			arrowY: computed(() => middlewareData.value.arrow?.y ?? 0),
			shouldHideArrow
		});
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", {
				ref_key: "floatingRef",
				ref: floatingRef,
				"data-reka-popper-content-wrapper": "",
				dir: unref(dir),
				style: normalizeStyle({
					...unref(floatingStyles),
					transform: unref(isPositioned) ? unref(floatingStyles).transform : "translate(0, -200%)",
					minWidth: "max-content",
					zIndex: contentZIndex.value,
					["--reka-popper-transform-origin"]: [unref(middlewareData).transformOrigin?.x, unref(middlewareData).transformOrigin?.y].join(" "),
					...unref(middlewareData).hide?.referenceHidden && {
						visibility: "hidden",
						pointerEvents: "none"
					}
				})
			}, [props.memoDependencies ? withMemo([
				props.asChild,
				props.as,
				placedSide.value,
				placedAlign.value,
				unref(isPositioned),
				...Object.values(_ctx.$attrs),
				...props.memoDependencies
			], () => (openBlock(), createBlock(unref(Primitive), mergeProps({
				key: 0,
				ref: unref(forwardRef)
			}, _ctx.$attrs, {
				"as-child": props.asChild,
				as: props.as,
				"data-side": placedSide.value,
				"data-align": placedAlign.value,
				style: { animation: !unref(isPositioned) ? "none" : void 0 }
			}), {
				default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
				_: 3
			}, 16, [
				"as-child",
				"as",
				"data-side",
				"data-align",
				"style"
			])), _cache, 0) : (openBlock(), createBlock(unref(Primitive), mergeProps({
				key: 1,
				ref: unref(forwardRef)
			}, _ctx.$attrs, {
				"as-child": props.asChild,
				as: props.as,
				"data-side": placedSide.value,
				"data-align": placedAlign.value,
				dir: unref(dir),
				style: { animation: !unref(isPositioned) ? "none" : void 0 }
			}), {
				default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
				_: 3
			}, 16, [
				"as-child",
				"as",
				"data-side",
				"data-align",
				"dir",
				"style"
			]))], 12, _hoisted_1$33);
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/RovingFocus/RovingFocusGroup.js
var [injectRovingFocusGroupContext, provideRovingFocusGroupContext] = /*#__PURE__*/ createContext("RovingFocusGroup");
var RovingFocusGroup_default = /* @__PURE__ */ defineComponent({
	__name: "RovingFocusGroup",
	props: {
		orientation: {
			type: String,
			required: false,
			default: void 0
		},
		dir: {
			type: String,
			required: false
		},
		loop: {
			type: Boolean,
			required: false,
			default: false
		},
		currentTabStopId: {
			type: [String, null],
			required: false
		},
		defaultCurrentTabStopId: {
			type: String,
			required: false
		},
		preventScrollOnEntryFocus: {
			type: Boolean,
			required: false,
			default: false
		},
		asChild: {
			type: Boolean,
			required: false
		},
		as: {
			type: null,
			required: false
		}
	},
	emits: ["entryFocus", "update:currentTabStopId"],
	setup(__props, { expose: __expose, emit: __emit }) {
		const props = __props;
		const emits = __emit;
		const { loop, orientation, dir: propDir } = /* @__PURE__ */ toRefs(props);
		const dir = useDirection(propDir);
		const currentTabStopId = useVModel(props, "currentTabStopId", emits, {
			defaultValue: props.defaultCurrentTabStopId,
			passive: props.currentTabStopId === void 0
		});
		const isTabbingBackOut = /* @__PURE__ */ ref(false);
		const isClickFocus = /* @__PURE__ */ ref(false);
		const focusableItemsCount = /* @__PURE__ */ ref(0);
		const { getItems, CollectionSlot } = useCollection({ isProvider: true });
		function handleFocus(event) {
			const isKeyboardFocus = !isClickFocus.value;
			if (event.currentTarget && event.target === event.currentTarget && isKeyboardFocus && !isTabbingBackOut.value) {
				const entryFocusEvent = new CustomEvent(ENTRY_FOCUS, EVENT_OPTIONS);
				event.currentTarget.dispatchEvent(entryFocusEvent);
				emits("entryFocus", entryFocusEvent);
				if (!entryFocusEvent.defaultPrevented) {
					const items = getItems().map((i) => i.ref).filter((i) => i.dataset.disabled !== "");
					focusFirst([
						items.find((item) => item.getAttribute("data-active") === ""),
						items.find((item) => item.getAttribute("data-highlighted") === ""),
						items.find((item) => item.id === currentTabStopId.value),
						...items
					].filter(Boolean), props.preventScrollOnEntryFocus);
				}
			}
			isClickFocus.value = false;
		}
		function handleMouseUp() {
			setTimeout(() => {
				isClickFocus.value = false;
			}, 1);
		}
		__expose({ getItems });
		provideRovingFocusGroupContext({
			loop,
			dir,
			orientation,
			currentTabStopId,
			onItemFocus: (tabStopId) => {
				currentTabStopId.value = tabStopId;
			},
			onItemShiftTab: () => {
				isTabbingBackOut.value = true;
			},
			onFocusableItemAdd: () => {
				focusableItemsCount.value++;
			},
			onFocusableItemRemove: () => {
				focusableItemsCount.value--;
			}
		});
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(CollectionSlot), null, {
				default: withCtx(() => [createVNode(unref(Primitive), {
					tabindex: isTabbingBackOut.value || focusableItemsCount.value === 0 ? -1 : 0,
					"data-orientation": unref(orientation),
					as: __props.as,
					"as-child": __props.asChild,
					dir: unref(dir),
					style: { "outline": "none" },
					onMousedown: _cache[0] || (_cache[0] = ($event) => isClickFocus.value = true),
					onMouseup: handleMouseUp,
					onFocus: handleFocus,
					onBlur: _cache[1] || (_cache[1] = ($event) => isTabbingBackOut.value = false)
				}, {
					default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
					_: 3
				}, 8, [
					"tabindex",
					"data-orientation",
					"as",
					"as-child",
					"dir"
				])]),
				_: 3
			});
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/Menu/MenuAnchor.js
var MenuAnchor_default = /* @__PURE__ */ defineComponent({
	__name: "MenuAnchor",
	props: {
		reference: {
			type: null,
			required: false
		},
		asChild: {
			type: Boolean,
			required: false
		},
		as: {
			type: null,
			required: false
		}
	},
	setup(__props) {
		const props = __props;
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(PopperAnchor_default), normalizeProps(guardReactiveProps(props)), {
				default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
				_: 3
			}, 16);
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/shared/useIsUsingKeyboard.js
function useIsUsingKeyboardImpl() {
	const isUsingKeyboard = /* @__PURE__ */ ref(false);
	onMounted(() => {
		useEventListener("keydown", () => {
			isUsingKeyboard.value = true;
		}, {
			capture: true,
			passive: true
		});
		useEventListener(["pointerdown", "pointermove"], () => {
			isUsingKeyboard.value = false;
		}, {
			capture: true,
			passive: true
		});
	});
	return isUsingKeyboard;
}
var useIsUsingKeyboard = createSharedComposable(useIsUsingKeyboardImpl);
// ../../work/main/node_modules/reka-ui/dist/Menu/MenuRoot.js
var [injectMenuContext, provideMenuContext] = /*#__PURE__*/ createContext(["MenuRoot", "MenuSub"], "MenuContext");
var [injectMenuRootContext, provideMenuRootContext] = /*#__PURE__*/ createContext("MenuRoot");
var MenuRoot_default = /* @__PURE__ */ defineComponent({
	__name: "MenuRoot",
	props: {
		open: {
			type: Boolean,
			required: false,
			default: false
		},
		dir: {
			type: String,
			required: false
		},
		modal: {
			type: Boolean,
			required: false,
			default: true
		}
	},
	emits: ["update:open"],
	setup(__props, { emit: __emit }) {
		const props = __props;
		const emits = __emit;
		const { modal, dir: propDir } = /* @__PURE__ */ toRefs(props);
		const dir = useDirection(propDir);
		const open = useVModel(props, "open", emits);
		const content = /* @__PURE__ */ ref();
		const isUsingKeyboardRef = useIsUsingKeyboard();
		provideMenuContext({
			open,
			onOpenChange: (value) => {
				open.value = value;
			},
			content,
			onContentChange: (element) => {
				content.value = element;
			}
		});
		provideMenuRootContext({
			onClose: () => {
				open.value = false;
			},
			isUsingKeyboardRef,
			dir,
			modal
		});
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(PopperRoot_default), null, {
				default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
				_: 3
			});
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/Menu/MenuContentImpl.js
var [injectMenuContentContext, provideMenuContentContext] = /*#__PURE__*/ createContext("MenuContent");
var MenuContentImpl_default = /* @__PURE__ */ defineComponent({
	__name: "MenuContentImpl",
	props: /* @__PURE__ */ mergeDefaults({
		loop: {
			type: Boolean,
			required: false
		},
		disableOutsidePointerEvents: {
			type: Boolean,
			required: false
		},
		disableOutsideScroll: {
			type: Boolean,
			required: false
		},
		trapFocus: {
			type: Boolean,
			required: false
		},
		memoDependencies: {
			type: Array,
			required: false
		},
		side: {
			type: null,
			required: false
		},
		sideOffset: {
			type: Number,
			required: false
		},
		sideFlip: {
			type: Boolean,
			required: false
		},
		align: {
			type: null,
			required: false
		},
		alignOffset: {
			type: Number,
			required: false
		},
		alignFlip: {
			type: Boolean,
			required: false
		},
		avoidCollisions: {
			type: Boolean,
			required: false
		},
		collisionBoundary: {
			type: null,
			required: false
		},
		collisionPadding: {
			type: [Number, Object],
			required: false
		},
		arrowPadding: {
			type: Number,
			required: false
		},
		hideShiftedArrow: {
			type: Boolean,
			required: false
		},
		sticky: {
			type: String,
			required: false
		},
		hideWhenDetached: {
			type: Boolean,
			required: false
		},
		positionStrategy: {
			type: String,
			required: false
		},
		updatePositionStrategy: {
			type: String,
			required: false
		},
		disableUpdateOnLayoutShift: {
			type: Boolean,
			required: false
		},
		prioritizePosition: {
			type: Boolean,
			required: false
		},
		reference: {
			type: null,
			required: false
		},
		asChild: {
			type: Boolean,
			required: false
		},
		as: {
			type: null,
			required: false
		}
	}, { ...PopperContentPropsDefaultValue }),
	emits: [
		"escapeKeyDown",
		"pointerDownOutside",
		"focusOutside",
		"interactOutside",
		"entryFocus",
		"openAutoFocus",
		"closeAutoFocus",
		"dismiss"
	],
	setup(__props, { emit: __emit }) {
		const props = __props;
		const emits = __emit;
		const menuContext = injectMenuContext();
		const rootContext = injectMenuRootContext();
		const { trapFocus, disableOutsidePointerEvents, loop } = /* @__PURE__ */ toRefs(props);
		useFocusGuards();
		useBodyScrollLock(disableOutsidePointerEvents.value);
		const searchRef = /* @__PURE__ */ ref("");
		const timerRef = /* @__PURE__ */ ref(0);
		const pointerGraceTimerRef = /* @__PURE__ */ ref(0);
		const pointerGraceIntentRef = /* @__PURE__ */ ref(null);
		const pointerDirRef = /* @__PURE__ */ ref("right");
		const lastPointerXRef = /* @__PURE__ */ ref(0);
		const currentItemId = /* @__PURE__ */ ref(null);
		const rovingFocusGroupRef = /* @__PURE__ */ ref();
		const { forwardRef, currentElement: contentElement } = useForwardExpose();
		const { handleTypeaheadSearch } = useTypeahead();
		const highlightedElement = /* @__PURE__ */ ref();
		function onKeydownNavigation(event) {
			const el = useArrowNavigation(event, highlightedElement.value || getActiveElement(), contentElement.value, {
				loop: loop.value,
				arrowKeyOptions: "vertical",
				dir: rootContext?.dir.value,
				focus: false,
				attributeName: "[data-reka-collection-item]:not([data-disabled])"
			});
			if (el) {
				highlightedElement.value = el;
				el.scrollIntoView({ block: "nearest" });
			}
		}
		function onKeydownEnter() {
			if (highlightedElement.value) highlightedElement.value.click();
		}
		const filterElement = /* @__PURE__ */ ref();
		const activeSubmenuContext = /* @__PURE__ */ ref();
		watch(highlightedElement, (el) => {
			if (activeSubmenuContext.value && (el === void 0 || el !== activeSubmenuContext.value.trigger.value)) {
				if (el === void 0) return;
				activeSubmenuContext.value.onOpenChange(false);
				activeSubmenuContext.value = void 0;
			}
		});
		watch(contentElement, (el) => {
			menuContext.onContentChange(el);
		});
		onUnmounted(() => {
			window.clearTimeout(timerRef.value);
		});
		function isPointerMovingToSubmenu(event) {
			return pointerDirRef.value === pointerGraceIntentRef.value?.side && isPointerInGraceArea(event, pointerGraceIntentRef.value?.area);
		}
		async function handleMountAutoFocus(event) {
			emits("openAutoFocus", event);
			if (event.defaultPrevented) return;
			event.preventDefault();
			contentElement.value?.focus({ preventScroll: true });
		}
		function handleKeyDown(event) {
			if (event.defaultPrevented) return;
			const target = event.target;
			const isKeyDownInside = target.closest("[data-reka-menu-content]") === event.currentTarget;
			const isKeyDownInTextField = ["input", "textarea"].includes(target.tagName.toLowerCase());
			const isModifierKey = event.ctrlKey || event.altKey || event.metaKey;
			const isCharacterKey = event.key.length === 1;
			const el = useArrowNavigation(event, getActiveElement(), contentElement.value, {
				loop: loop.value,
				arrowKeyOptions: "vertical",
				dir: rootContext?.dir.value,
				focus: true,
				attributeName: "[data-reka-collection-item]:not([data-disabled])"
			});
			if (el) return el?.focus();
			if (event.code === "Space") return;
			const collectionItems = rovingFocusGroupRef.value?.getItems() ?? [];
			if (isKeyDownInside) {
				if (event.key === "Tab" && rootContext.modal.value) event.preventDefault();
				if (!isModifierKey && isCharacterKey && !isKeyDownInTextField) handleTypeaheadSearch(event.key, collectionItems);
			}
			if (event.target !== contentElement.value) return;
			if (!FIRST_LAST_KEYS.includes(event.key)) return;
			event.preventDefault();
			const candidateNodes = [...collectionItems.map((item) => item.ref)];
			if (LAST_KEYS.includes(event.key)) candidateNodes.reverse();
			focusFirst$1(candidateNodes);
		}
		function handleBlur(event) {
			if (!event?.currentTarget?.contains?.(event.target)) {
				window.clearTimeout(timerRef.value);
				searchRef.value = "";
			}
		}
		function handlePointerMove(event) {
			if (!isMouseEvent(event)) return;
			const target = event.target;
			const pointerXHasChanged = lastPointerXRef.value !== event.clientX;
			if ((event?.currentTarget)?.contains(target) && pointerXHasChanged) {
				const newDir = event.clientX > lastPointerXRef.value ? "right" : "left";
				pointerDirRef.value = newDir;
				lastPointerXRef.value = event.clientX;
			}
		}
		function handlePointerEnter(event) {
			if (!isMouseEvent(event)) return;
			if (filterElement.value) filterElement.value.focus();
		}
		provideMenuContentContext({
			onItemEnter: (event) => {
				if (isPointerMovingToSubmenu(event)) return true;
				else return false;
			},
			onItemLeave: (event) => {
				if (isPointerMovingToSubmenu(event)) return true;
				if (!["INPUT", "TEXTAREA"].includes(getActiveElement()?.tagName || "")) contentElement.value?.focus();
				currentItemId.value = null;
				return false;
			},
			onTriggerLeave: (event) => {
				if (isPointerMovingToSubmenu(event)) return true;
				else return false;
			},
			searchRef,
			highlightedElement,
			onKeydownNavigation,
			onKeydownEnter,
			filterElement,
			onFilterElementChange: (el) => {
				filterElement.value = el;
			},
			activeSubmenuContext,
			pointerGraceTimerRef,
			onPointerGraceIntentChange: (intent) => {
				pointerGraceIntentRef.value = intent;
			}
		});
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(FocusScope_default), {
				"as-child": "",
				trapped: unref(trapFocus),
				onMountAutoFocus: handleMountAutoFocus,
				onUnmountAutoFocus: _cache[7] || (_cache[7] = ($event) => emits("closeAutoFocus", $event))
			}, {
				default: withCtx(() => [createVNode(unref(DismissableLayer_default), {
					"as-child": "",
					"disable-outside-pointer-events": unref(disableOutsidePointerEvents),
					onEscapeKeyDown: _cache[2] || (_cache[2] = ($event) => emits("escapeKeyDown", $event)),
					onPointerDownOutside: _cache[3] || (_cache[3] = ($event) => emits("pointerDownOutside", $event)),
					onFocusOutside: _cache[4] || (_cache[4] = ($event) => emits("focusOutside", $event)),
					onInteractOutside: _cache[5] || (_cache[5] = ($event) => emits("interactOutside", $event)),
					onDismiss: _cache[6] || (_cache[6] = ($event) => emits("dismiss"))
				}, {
					default: withCtx(() => [createVNode(unref(RovingFocusGroup_default), {
						ref_key: "rovingFocusGroupRef",
						ref: rovingFocusGroupRef,
						"current-tab-stop-id": currentItemId.value,
						"onUpdate:currentTabStopId": _cache[0] || (_cache[0] = ($event) => currentItemId.value = $event),
						"as-child": "",
						orientation: "vertical",
						dir: unref(rootContext).dir.value,
						loop: unref(loop),
						onEntryFocus: _cache[1] || (_cache[1] = (event) => {
							emits("entryFocus", event);
							if (!unref(rootContext).isUsingKeyboardRef.value) event.preventDefault();
						})
					}, {
						default: withCtx(() => [createVNode(unref(PopperContent_default), {
							ref: unref(forwardRef),
							role: "menu",
							as: __props.as,
							"as-child": __props.asChild,
							"aria-orientation": "vertical",
							"data-reka-menu-content": "",
							"data-state": unref(getOpenState)(unref(menuContext).open.value),
							dir: unref(rootContext).dir.value,
							side: __props.side,
							"side-offset": __props.sideOffset,
							align: __props.align,
							"align-offset": __props.alignOffset,
							"avoid-collisions": __props.avoidCollisions,
							"collision-boundary": __props.collisionBoundary,
							"collision-padding": __props.collisionPadding,
							"arrow-padding": __props.arrowPadding,
							"prioritize-position": __props.prioritizePosition,
							"position-strategy": __props.positionStrategy,
							"update-position-strategy": __props.updatePositionStrategy,
							sticky: __props.sticky,
							"hide-when-detached": __props.hideWhenDetached,
							reference: __props.reference,
							onKeydown: handleKeyDown,
							onBlur: handleBlur,
							onPointermove: handlePointerMove,
							onPointerenter: handlePointerEnter
						}, {
							default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
							_: 3
						}, 8, [
							"as",
							"as-child",
							"data-state",
							"dir",
							"side",
							"side-offset",
							"align",
							"align-offset",
							"avoid-collisions",
							"collision-boundary",
							"collision-padding",
							"arrow-padding",
							"prioritize-position",
							"position-strategy",
							"update-position-strategy",
							"sticky",
							"hide-when-detached",
							"reference"
						])]),
						_: 3
					}, 8, [
						"current-tab-stop-id",
						"dir",
						"loop"
					])]),
					_: 3
				}, 8, ["disable-outside-pointer-events"])]),
				_: 3
			}, 8, ["trapped"]);
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/Menu/MenuItemImpl.js
var MenuItemImpl_default = /* @__PURE__ */ defineComponent({
	inheritAttrs: false,
	__name: "MenuItemImpl",
	props: {
		disabled: {
			type: Boolean,
			required: false
		},
		textValue: {
			type: String,
			required: false
		},
		asChild: {
			type: Boolean,
			required: false
		},
		as: {
			type: null,
			required: false
		}
	},
	setup(__props) {
		const props = __props;
		const contentContext = injectMenuContentContext();
		const { forwardRef, currentElement } = useForwardExpose();
		const { CollectionItem } = useCollection();
		const isFocused = /* @__PURE__ */ ref(false);
		const isHighlighted = computed(() => isFocused.value || currentElement.value != null && contentContext.highlightedElement.value === currentElement.value);
		async function handlePointerMove(event) {
			if (event.defaultPrevented || !isMouseEvent(event)) return;
			if (props.disabled) contentContext.onItemLeave(event);
			else if (!contentContext.onItemEnter(event)) {
				const item = event.currentTarget;
				contentContext.highlightedElement.value = item;
				if (!["INPUT", "TEXTAREA"].includes(getActiveElement()?.tagName || "")) item.focus({ preventScroll: true });
			}
		}
		async function handlePointerLeave(event) {
			await nextTick();
			if (event.defaultPrevented) return;
			if (!isMouseEvent(event)) return;
			if (contentContext.highlightedElement.value !== currentElement.value) return;
			if (!contentContext.onItemLeave(event) && contentContext.highlightedElement.value === currentElement.value) contentContext.highlightedElement.value = void 0;
		}
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(CollectionItem), { value: { textValue: __props.textValue } }, {
				default: withCtx(() => [createVNode(unref(Primitive), mergeProps({
					ref: unref(forwardRef),
					role: "menuitem",
					tabindex: "-1"
				}, _ctx.$attrs, {
					as: __props.as,
					"as-child": __props.asChild,
					"aria-disabled": __props.disabled || void 0,
					"data-disabled": __props.disabled ? "" : void 0,
					"data-highlighted": isHighlighted.value ? "" : void 0,
					onPointermove: handlePointerMove,
					onPointerleave: handlePointerLeave,
					onFocus: _cache[0] || (_cache[0] = async (event) => {
						const item = event.currentTarget;
						await nextTick();
						if (event.defaultPrevented || __props.disabled) return;
						isFocused.value = true;
						unref(contentContext).highlightedElement.value = item;
					}),
					onBlur: _cache[1] || (_cache[1] = async (event) => {
						await nextTick();
						if (event.defaultPrevented) return;
						isFocused.value = false;
					})
				}), {
					default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
					_: 3
				}, 16, [
					"as",
					"as-child",
					"aria-disabled",
					"data-disabled",
					"data-highlighted"
				])]),
				_: 3
			}, 8, ["value"]);
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/Menu/MenuItem.js
var MenuItem_default = /* @__PURE__ */ defineComponent({
	__name: "MenuItem",
	props: {
		disabled: {
			type: Boolean,
			required: false
		},
		textValue: {
			type: String,
			required: false
		},
		asChild: {
			type: Boolean,
			required: false
		},
		as: {
			type: null,
			required: false
		}
	},
	emits: ["select"],
	setup(__props, { emit: __emit }) {
		const props = __props;
		const emits = __emit;
		const { forwardRef, currentElement } = useForwardExpose();
		const rootContext = injectMenuRootContext();
		const contentContext = injectMenuContentContext();
		const isPointerDownRef = /* @__PURE__ */ ref(false);
		async function handleSelect() {
			const menuItem = currentElement.value;
			if (!props.disabled && menuItem) {
				const itemSelectEvent = new CustomEvent(ITEM_SELECT, {
					bubbles: true,
					cancelable: true
				});
				emits("select", itemSelectEvent);
				await nextTick();
				if (itemSelectEvent.defaultPrevented) isPointerDownRef.value = false;
				else rootContext.onClose();
			}
		}
		return (_ctx, _cache) => {
			return openBlock(), createBlock(MenuItemImpl_default, mergeProps(props, {
				ref: unref(forwardRef),
				onClick: handleSelect,
				onPointerdown: _cache[0] || (_cache[0] = () => {
					isPointerDownRef.value = true;
				}),
				onPointerup: _cache[1] || (_cache[1] = async (event) => {
					await nextTick();
					if (event.defaultPrevented) return;
					if (!isPointerDownRef.value) event.currentTarget?.click();
				}),
				onKeydown: _cache[2] || (_cache[2] = async (event) => {
					const isTypingAhead = unref(contentContext).searchRef.value !== "";
					if (__props.disabled || isTypingAhead && event.key === " ") return;
					if (unref(SELECTION_KEYS).includes(event.key)) {
						event.currentTarget?.click();
						/**
						* We prevent default browser behaviour for selection keys as they should trigger
						* a selection only:
						* - prevents space from scrolling the page.
						* - if keydown causes focus to move, prevents keydown from firing on the new target.
						*/
						event.preventDefault();
					}
				})
			}), {
				default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
				_: 3
			}, 16);
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/Menu/MenuRootContentModal.js
var MenuRootContentModal_default = /* @__PURE__ */ defineComponent({
	__name: "MenuRootContentModal",
	props: {
		loop: {
			type: Boolean,
			required: false
		},
		memoDependencies: {
			type: Array,
			required: false
		},
		side: {
			type: null,
			required: false
		},
		sideOffset: {
			type: Number,
			required: false
		},
		sideFlip: {
			type: Boolean,
			required: false
		},
		align: {
			type: null,
			required: false
		},
		alignOffset: {
			type: Number,
			required: false
		},
		alignFlip: {
			type: Boolean,
			required: false
		},
		avoidCollisions: {
			type: Boolean,
			required: false
		},
		collisionBoundary: {
			type: null,
			required: false
		},
		collisionPadding: {
			type: [Number, Object],
			required: false
		},
		arrowPadding: {
			type: Number,
			required: false
		},
		hideShiftedArrow: {
			type: Boolean,
			required: false
		},
		sticky: {
			type: String,
			required: false
		},
		hideWhenDetached: {
			type: Boolean,
			required: false
		},
		positionStrategy: {
			type: String,
			required: false
		},
		updatePositionStrategy: {
			type: String,
			required: false
		},
		disableUpdateOnLayoutShift: {
			type: Boolean,
			required: false
		},
		prioritizePosition: {
			type: Boolean,
			required: false
		},
		reference: {
			type: null,
			required: false
		},
		asChild: {
			type: Boolean,
			required: false
		},
		as: {
			type: null,
			required: false
		}
	},
	emits: [
		"escapeKeyDown",
		"pointerDownOutside",
		"focusOutside",
		"interactOutside",
		"entryFocus",
		"openAutoFocus",
		"closeAutoFocus"
	],
	setup(__props, { emit: __emit }) {
		const props = __props;
		const emits = __emit;
		const forwarded = useForwardPropsEmits(props, emits);
		const menuContext = injectMenuContext();
		const { forwardRef, currentElement } = useForwardExpose();
		useHideOthers(currentElement);
		return (_ctx, _cache) => {
			return openBlock(), createBlock(MenuContentImpl_default, mergeProps(unref(forwarded), {
				ref: unref(forwardRef),
				"trap-focus": unref(menuContext).open.value,
				"disable-outside-pointer-events": unref(menuContext).open.value,
				"disable-outside-scroll": true,
				onDismiss: _cache[0] || (_cache[0] = ($event) => unref(menuContext).onOpenChange(false)),
				onFocusOutside: _cache[1] || (_cache[1] = withModifiers(($event) => emits("focusOutside", $event), ["prevent"]))
			}), {
				default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
				_: 3
			}, 16, ["trap-focus", "disable-outside-pointer-events"]);
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/Menu/MenuRootContentNonModal.js
var MenuRootContentNonModal_default = /* @__PURE__ */ defineComponent({
	__name: "MenuRootContentNonModal",
	props: {
		loop: {
			type: Boolean,
			required: false
		},
		memoDependencies: {
			type: Array,
			required: false
		},
		side: {
			type: null,
			required: false
		},
		sideOffset: {
			type: Number,
			required: false
		},
		sideFlip: {
			type: Boolean,
			required: false
		},
		align: {
			type: null,
			required: false
		},
		alignOffset: {
			type: Number,
			required: false
		},
		alignFlip: {
			type: Boolean,
			required: false
		},
		avoidCollisions: {
			type: Boolean,
			required: false
		},
		collisionBoundary: {
			type: null,
			required: false
		},
		collisionPadding: {
			type: [Number, Object],
			required: false
		},
		arrowPadding: {
			type: Number,
			required: false
		},
		hideShiftedArrow: {
			type: Boolean,
			required: false
		},
		sticky: {
			type: String,
			required: false
		},
		hideWhenDetached: {
			type: Boolean,
			required: false
		},
		positionStrategy: {
			type: String,
			required: false
		},
		updatePositionStrategy: {
			type: String,
			required: false
		},
		disableUpdateOnLayoutShift: {
			type: Boolean,
			required: false
		},
		prioritizePosition: {
			type: Boolean,
			required: false
		},
		reference: {
			type: null,
			required: false
		},
		asChild: {
			type: Boolean,
			required: false
		},
		as: {
			type: null,
			required: false
		}
	},
	emits: [
		"escapeKeyDown",
		"pointerDownOutside",
		"focusOutside",
		"interactOutside",
		"entryFocus",
		"openAutoFocus",
		"closeAutoFocus"
	],
	setup(__props, { emit: __emit }) {
		const forwarded = useForwardPropsEmits(__props, __emit);
		const menuContext = injectMenuContext();
		return (_ctx, _cache) => {
			return openBlock(), createBlock(MenuContentImpl_default, mergeProps(unref(forwarded), {
				"trap-focus": false,
				"disable-outside-pointer-events": false,
				"disable-outside-scroll": false,
				onDismiss: _cache[0] || (_cache[0] = ($event) => unref(menuContext).onOpenChange(false))
			}), {
				default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
				_: 3
			}, 16);
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/Menu/MenuContent.js
var MenuContent_default = /* @__PURE__ */ defineComponent({
	__name: "MenuContent",
	props: {
		forceMount: {
			type: Boolean,
			required: false
		},
		loop: {
			type: Boolean,
			required: false
		},
		memoDependencies: {
			type: Array,
			required: false
		},
		side: {
			type: null,
			required: false
		},
		sideOffset: {
			type: Number,
			required: false
		},
		sideFlip: {
			type: Boolean,
			required: false
		},
		align: {
			type: null,
			required: false
		},
		alignOffset: {
			type: Number,
			required: false
		},
		alignFlip: {
			type: Boolean,
			required: false
		},
		avoidCollisions: {
			type: Boolean,
			required: false
		},
		collisionBoundary: {
			type: null,
			required: false
		},
		collisionPadding: {
			type: [Number, Object],
			required: false
		},
		arrowPadding: {
			type: Number,
			required: false
		},
		hideShiftedArrow: {
			type: Boolean,
			required: false
		},
		sticky: {
			type: String,
			required: false
		},
		hideWhenDetached: {
			type: Boolean,
			required: false
		},
		positionStrategy: {
			type: String,
			required: false
		},
		updatePositionStrategy: {
			type: String,
			required: false
		},
		disableUpdateOnLayoutShift: {
			type: Boolean,
			required: false
		},
		prioritizePosition: {
			type: Boolean,
			required: false
		},
		reference: {
			type: null,
			required: false
		},
		asChild: {
			type: Boolean,
			required: false
		},
		as: {
			type: null,
			required: false
		}
	},
	emits: [
		"escapeKeyDown",
		"pointerDownOutside",
		"focusOutside",
		"interactOutside",
		"entryFocus",
		"openAutoFocus",
		"closeAutoFocus"
	],
	setup(__props, { emit: __emit }) {
		const forwarded = useForwardPropsEmits(__props, __emit);
		const menuContext = injectMenuContext();
		const rootContext = injectMenuRootContext();
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(Presence_default), { present: __props.forceMount || unref(menuContext).open.value }, {
				default: withCtx(() => [unref(rootContext).modal.value ? (openBlock(), createBlock(MenuRootContentModal_default, normalizeProps(mergeProps({ key: 0 }, {
					..._ctx.$attrs,
					...unref(forwarded)
				})), {
					default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
					_: 3
				}, 16)) : (openBlock(), createBlock(MenuRootContentNonModal_default, normalizeProps(mergeProps({ key: 1 }, {
					..._ctx.$attrs,
					...unref(forwarded)
				})), {
					default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
					_: 3
				}, 16))]),
				_: 3
			}, 8, ["present"]);
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/Menu/MenuPortal.js
var MenuPortal_default = /* @__PURE__ */ defineComponent({
	__name: "MenuPortal",
	props: {
		to: {
			type: null,
			required: false
		},
		disabled: {
			type: Boolean,
			required: false
		},
		defer: {
			type: Boolean,
			required: false
		},
		forceMount: {
			type: Boolean,
			required: false
		}
	},
	setup(__props) {
		const props = __props;
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(Teleport_default), normalizeProps(guardReactiveProps(props)), {
				default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
				_: 3
			}, 16);
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/Popover/PopoverRoot.js
var [injectPopoverRootContext, providePopoverRootContext] = /*#__PURE__*/ createContext("PopoverRoot");
var PopoverRoot_default = /* @__PURE__ */ defineComponent({
	__name: "PopoverRoot",
	props: {
		defaultOpen: {
			type: Boolean,
			required: false,
			default: false
		},
		open: {
			type: Boolean,
			required: false,
			default: void 0
		},
		modal: {
			type: Boolean,
			required: false,
			default: false
		}
	},
	emits: ["update:open"],
	setup(__props, { emit: __emit }) {
		const props = __props;
		const emit = __emit;
		const { modal } = /* @__PURE__ */ toRefs(props);
		const open = useVModel(props, "open", emit, {
			defaultValue: props.defaultOpen,
			passive: props.open === void 0
		});
		providePopoverRootContext({
			contentId: "",
			triggerId: "",
			modal,
			open,
			onOpenChange: (value) => {
				open.value = value;
			},
			onOpenToggle: () => {
				open.value = !open.value;
			},
			triggerElement: /* @__PURE__ */ ref(),
			hasCustomAnchor: /* @__PURE__ */ ref(false)
		});
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(PopperRoot_default), null, {
				default: withCtx(() => [renderSlot(_ctx.$slots, "default", {
					open: unref(open),
					close: () => open.value = false
				})]),
				_: 3
			});
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/Popover/PopoverContentImpl.js
var PopoverContentImpl_default = /* @__PURE__ */ defineComponent({
	__name: "PopoverContentImpl",
	props: {
		trapFocus: {
			type: Boolean,
			required: false
		},
		memoDependencies: {
			type: Array,
			required: false
		},
		side: {
			type: null,
			required: false
		},
		sideOffset: {
			type: Number,
			required: false
		},
		sideFlip: {
			type: Boolean,
			required: false
		},
		align: {
			type: null,
			required: false
		},
		alignOffset: {
			type: Number,
			required: false
		},
		alignFlip: {
			type: Boolean,
			required: false
		},
		avoidCollisions: {
			type: Boolean,
			required: false
		},
		collisionBoundary: {
			type: null,
			required: false
		},
		collisionPadding: {
			type: [Number, Object],
			required: false
		},
		arrowPadding: {
			type: Number,
			required: false
		},
		hideShiftedArrow: {
			type: Boolean,
			required: false
		},
		sticky: {
			type: String,
			required: false
		},
		hideWhenDetached: {
			type: Boolean,
			required: false
		},
		positionStrategy: {
			type: String,
			required: false
		},
		updatePositionStrategy: {
			type: String,
			required: false
		},
		disableUpdateOnLayoutShift: {
			type: Boolean,
			required: false
		},
		prioritizePosition: {
			type: Boolean,
			required: false
		},
		reference: {
			type: null,
			required: false
		},
		dir: {
			type: String,
			required: false
		},
		asChild: {
			type: Boolean,
			required: false
		},
		as: {
			type: null,
			required: false
		},
		disableOutsidePointerEvents: {
			type: Boolean,
			required: false
		}
	},
	emits: [
		"escapeKeyDown",
		"pointerDownOutside",
		"focusOutside",
		"interactOutside",
		"openAutoFocus",
		"closeAutoFocus"
	],
	setup(__props, { emit: __emit }) {
		const props = __props;
		const emits = __emit;
		const forwarded = useForwardProps(reactiveOmit(props, "trapFocus", "disableOutsidePointerEvents"));
		const { forwardRef } = useForwardExpose();
		const rootContext = injectPopoverRootContext();
		useFocusGuards();
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(FocusScope_default), {
				"as-child": "",
				loop: "",
				trapped: __props.trapFocus,
				onMountAutoFocus: _cache[5] || (_cache[5] = ($event) => emits("openAutoFocus", $event)),
				onUnmountAutoFocus: _cache[6] || (_cache[6] = ($event) => emits("closeAutoFocus", $event))
			}, {
				default: withCtx(() => [createVNode(unref(DismissableLayer_default), {
					"as-child": "",
					"disable-outside-pointer-events": __props.disableOutsidePointerEvents,
					onPointerDownOutside: _cache[0] || (_cache[0] = ($event) => emits("pointerDownOutside", $event)),
					onInteractOutside: _cache[1] || (_cache[1] = ($event) => emits("interactOutside", $event)),
					onEscapeKeyDown: _cache[2] || (_cache[2] = ($event) => emits("escapeKeyDown", $event)),
					onFocusOutside: _cache[3] || (_cache[3] = ($event) => emits("focusOutside", $event)),
					onDismiss: _cache[4] || (_cache[4] = ($event) => unref(rootContext).onOpenChange(false))
				}, {
					default: withCtx(() => [createVNode(unref(PopperContent_default), mergeProps(unref(forwarded), {
						id: unref(rootContext).contentId,
						ref: unref(forwardRef),
						"data-state": unref(rootContext).open.value ? "open" : "closed",
						"aria-labelledby": unref(rootContext).triggerId,
						style: {
							"--reka-popover-content-transform-origin": "var(--reka-popper-transform-origin)",
							"--reka-popover-content-available-width": "var(--reka-popper-available-width)",
							"--reka-popover-content-available-height": "var(--reka-popper-available-height)",
							"--reka-popover-trigger-width": "var(--reka-popper-anchor-width)",
							"--reka-popover-trigger-height": "var(--reka-popper-anchor-height)"
						},
						role: "dialog"
					}), {
						default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
						_: 3
					}, 16, [
						"id",
						"data-state",
						"aria-labelledby"
					])]),
					_: 3
				}, 8, ["disable-outside-pointer-events"])]),
				_: 3
			}, 8, ["trapped"]);
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/Popover/PopoverContentModal.js
var PopoverContentModal_default = /* @__PURE__ */ defineComponent({
	__name: "PopoverContentModal",
	props: {
		memoDependencies: {
			type: Array,
			required: false
		},
		side: {
			type: null,
			required: false
		},
		sideOffset: {
			type: Number,
			required: false
		},
		sideFlip: {
			type: Boolean,
			required: false
		},
		align: {
			type: null,
			required: false
		},
		alignOffset: {
			type: Number,
			required: false
		},
		alignFlip: {
			type: Boolean,
			required: false
		},
		avoidCollisions: {
			type: Boolean,
			required: false
		},
		collisionBoundary: {
			type: null,
			required: false
		},
		collisionPadding: {
			type: [Number, Object],
			required: false
		},
		arrowPadding: {
			type: Number,
			required: false
		},
		hideShiftedArrow: {
			type: Boolean,
			required: false
		},
		sticky: {
			type: String,
			required: false
		},
		hideWhenDetached: {
			type: Boolean,
			required: false
		},
		positionStrategy: {
			type: String,
			required: false
		},
		updatePositionStrategy: {
			type: String,
			required: false
		},
		disableUpdateOnLayoutShift: {
			type: Boolean,
			required: false
		},
		prioritizePosition: {
			type: Boolean,
			required: false
		},
		reference: {
			type: null,
			required: false
		},
		dir: {
			type: String,
			required: false
		},
		asChild: {
			type: Boolean,
			required: false
		},
		as: {
			type: null,
			required: false
		},
		disableOutsidePointerEvents: {
			type: Boolean,
			required: false
		}
	},
	emits: [
		"escapeKeyDown",
		"pointerDownOutside",
		"focusOutside",
		"interactOutside",
		"openAutoFocus",
		"closeAutoFocus"
	],
	setup(__props, { emit: __emit }) {
		const props = __props;
		const emits = __emit;
		const rootContext = injectPopoverRootContext();
		const isRightClickOutsideRef = /* @__PURE__ */ ref(false);
		useBodyScrollLock(true);
		const forwarded = useForwardPropsEmits(props, emits);
		const { forwardRef, currentElement } = useForwardExpose();
		useHideOthers(currentElement);
		return (_ctx, _cache) => {
			return openBlock(), createBlock(PopoverContentImpl_default, mergeProps(unref(forwarded), {
				ref: unref(forwardRef),
				"trap-focus": unref(rootContext).open.value,
				"disable-outside-pointer-events": "",
				onCloseAutoFocus: _cache[0] || (_cache[0] = withModifiers((event) => {
					emits("closeAutoFocus", event);
					if (!isRightClickOutsideRef.value) unref(rootContext).triggerElement.value?.focus();
				}, ["prevent"])),
				onPointerDownOutside: _cache[1] || (_cache[1] = (event) => {
					emits("pointerDownOutside", event);
					const originalEvent = event.detail.originalEvent;
					const ctrlLeftClick = originalEvent.button === 0 && originalEvent.ctrlKey === true;
					const isRightClick = originalEvent.button === 2 || ctrlLeftClick;
					isRightClickOutsideRef.value = isRightClick;
				}),
				onFocusOutside: _cache[2] || (_cache[2] = withModifiers(() => {}, ["prevent"]))
			}), {
				default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
				_: 3
			}, 16, ["trap-focus"]);
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/Popover/PopoverContentNonModal.js
var PopoverContentNonModal_default = /* @__PURE__ */ defineComponent({
	__name: "PopoverContentNonModal",
	props: {
		memoDependencies: {
			type: Array,
			required: false
		},
		side: {
			type: null,
			required: false
		},
		sideOffset: {
			type: Number,
			required: false
		},
		sideFlip: {
			type: Boolean,
			required: false
		},
		align: {
			type: null,
			required: false
		},
		alignOffset: {
			type: Number,
			required: false
		},
		alignFlip: {
			type: Boolean,
			required: false
		},
		avoidCollisions: {
			type: Boolean,
			required: false
		},
		collisionBoundary: {
			type: null,
			required: false
		},
		collisionPadding: {
			type: [Number, Object],
			required: false
		},
		arrowPadding: {
			type: Number,
			required: false
		},
		hideShiftedArrow: {
			type: Boolean,
			required: false
		},
		sticky: {
			type: String,
			required: false
		},
		hideWhenDetached: {
			type: Boolean,
			required: false
		},
		positionStrategy: {
			type: String,
			required: false
		},
		updatePositionStrategy: {
			type: String,
			required: false
		},
		disableUpdateOnLayoutShift: {
			type: Boolean,
			required: false
		},
		prioritizePosition: {
			type: Boolean,
			required: false
		},
		reference: {
			type: null,
			required: false
		},
		dir: {
			type: String,
			required: false
		},
		asChild: {
			type: Boolean,
			required: false
		},
		as: {
			type: null,
			required: false
		},
		disableOutsidePointerEvents: {
			type: Boolean,
			required: false
		}
	},
	emits: [
		"escapeKeyDown",
		"pointerDownOutside",
		"focusOutside",
		"interactOutside",
		"openAutoFocus",
		"closeAutoFocus"
	],
	setup(__props, { emit: __emit }) {
		const props = __props;
		const emits = __emit;
		const rootContext = injectPopoverRootContext();
		const hasInteractedOutsideRef = /* @__PURE__ */ ref(false);
		const hasPointerDownOutsideRef = /* @__PURE__ */ ref(false);
		const forwarded = useForwardPropsEmits(props, emits);
		return (_ctx, _cache) => {
			return openBlock(), createBlock(PopoverContentImpl_default, mergeProps(unref(forwarded), {
				"trap-focus": false,
				"disable-outside-pointer-events": false,
				onCloseAutoFocus: _cache[0] || (_cache[0] = (event) => {
					emits("closeAutoFocus", event);
					if (!event.defaultPrevented) {
						if (!hasInteractedOutsideRef.value) unref(rootContext).triggerElement.value?.focus();
						event.preventDefault();
					}
					hasInteractedOutsideRef.value = false;
					hasPointerDownOutsideRef.value = false;
				}),
				onInteractOutside: _cache[1] || (_cache[1] = async (event) => {
					emits("interactOutside", event);
					if (!event.defaultPrevented) {
						hasInteractedOutsideRef.value = true;
						if (event.detail.originalEvent.type === "pointerdown") hasPointerDownOutsideRef.value = true;
					}
					const target = event.target;
					if (unref(rootContext).triggerElement.value?.contains(target)) event.preventDefault();
					if (event.detail.originalEvent.type === "focusin" && hasPointerDownOutsideRef.value) event.preventDefault();
				})
			}), {
				default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
				_: 3
			}, 16);
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/Popover/PopoverContent.js
var PopoverContent_default = /* @__PURE__ */ defineComponent({
	__name: "PopoverContent",
	props: {
		forceMount: {
			type: Boolean,
			required: false
		},
		memoDependencies: {
			type: Array,
			required: false
		},
		side: {
			type: null,
			required: false
		},
		sideOffset: {
			type: Number,
			required: false
		},
		sideFlip: {
			type: Boolean,
			required: false
		},
		align: {
			type: null,
			required: false
		},
		alignOffset: {
			type: Number,
			required: false
		},
		alignFlip: {
			type: Boolean,
			required: false
		},
		avoidCollisions: {
			type: Boolean,
			required: false
		},
		collisionBoundary: {
			type: null,
			required: false
		},
		collisionPadding: {
			type: [Number, Object],
			required: false
		},
		arrowPadding: {
			type: Number,
			required: false
		},
		hideShiftedArrow: {
			type: Boolean,
			required: false
		},
		sticky: {
			type: String,
			required: false
		},
		hideWhenDetached: {
			type: Boolean,
			required: false
		},
		positionStrategy: {
			type: String,
			required: false
		},
		updatePositionStrategy: {
			type: String,
			required: false
		},
		disableUpdateOnLayoutShift: {
			type: Boolean,
			required: false
		},
		prioritizePosition: {
			type: Boolean,
			required: false
		},
		reference: {
			type: null,
			required: false
		},
		dir: {
			type: String,
			required: false
		},
		asChild: {
			type: Boolean,
			required: false
		},
		as: {
			type: null,
			required: false
		},
		disableOutsidePointerEvents: {
			type: Boolean,
			required: false
		}
	},
	emits: [
		"escapeKeyDown",
		"pointerDownOutside",
		"focusOutside",
		"interactOutside",
		"openAutoFocus",
		"closeAutoFocus"
	],
	setup(__props, { emit: __emit }) {
		const props = __props;
		const emits = __emit;
		const rootContext = injectPopoverRootContext();
		const forwarded = useForwardPropsEmits(props, emits);
		const { forwardRef } = useForwardExpose();
		rootContext.contentId ||= useId(void 0, "reka-popover-content");
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(Presence_default), { present: __props.forceMount || unref(rootContext).open.value }, {
				default: withCtx(() => [unref(rootContext).modal.value ? (openBlock(), createBlock(PopoverContentModal_default, mergeProps({ key: 0 }, unref(forwarded), { ref: unref(forwardRef) }), {
					default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
					_: 3
				}, 16)) : (openBlock(), createBlock(PopoverContentNonModal_default, mergeProps({ key: 1 }, unref(forwarded), { ref: unref(forwardRef) }), {
					default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
					_: 3
				}, 16))]),
				_: 3
			}, 8, ["present"]);
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/Popover/PopoverPortal.js
var PopoverPortal_default = /* @__PURE__ */ defineComponent({
	__name: "PopoverPortal",
	props: {
		to: {
			type: null,
			required: false
		},
		disabled: {
			type: Boolean,
			required: false
		},
		defer: {
			type: Boolean,
			required: false
		},
		forceMount: {
			type: Boolean,
			required: false
		}
	},
	setup(__props) {
		const props = __props;
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(Teleport_default), normalizeProps(guardReactiveProps(props)), {
				default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
				_: 3
			}, 16);
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/Popover/PopoverTrigger.js
var PopoverTrigger_default = /* @__PURE__ */ defineComponent({
	__name: "PopoverTrigger",
	props: {
		asChild: {
			type: Boolean,
			required: false
		},
		as: {
			type: null,
			required: false,
			default: "button"
		}
	},
	setup(__props) {
		const props = __props;
		const rootContext = injectPopoverRootContext();
		const { forwardRef, currentElement: triggerElement } = useForwardExpose();
		rootContext.triggerId ||= useId(void 0, "reka-popover-trigger");
		rootContext.contentId ||= useId(void 0, "reka-popover-content");
		onMounted(() => {
			rootContext.triggerElement.value = triggerElement.value;
		});
		return (_ctx, _cache) => {
			return openBlock(), createBlock(resolveDynamicComponent(unref(rootContext).hasCustomAnchor.value ? unref(Primitive) : unref(PopperAnchor_default)), { "as-child": "" }, {
				default: withCtx(() => [createVNode(unref(Primitive), {
					id: unref(rootContext).triggerId,
					ref: unref(forwardRef),
					type: __props.as === "button" ? "button" : void 0,
					"aria-haspopup": "dialog",
					"aria-expanded": unref(rootContext).open.value,
					"aria-controls": unref(rootContext).open.value ? unref(rootContext).contentId : void 0,
					"data-state": unref(rootContext).open.value ? "open" : "closed",
					as: __props.as,
					"as-child": props.asChild,
					onClick: unref(rootContext).onOpenToggle
				}, {
					default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
					_: 3
				}, 8, [
					"id",
					"type",
					"aria-expanded",
					"aria-controls",
					"data-state",
					"as",
					"as-child",
					"onClick"
				])]),
				_: 3
			});
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/DropdownMenu/DropdownMenuRoot.js
var [injectDropdownMenuRootContext, provideDropdownMenuRootContext] = /*#__PURE__*/ createContext("DropdownMenuRoot");
var DropdownMenuRoot_default = /* @__PURE__ */ defineComponent({
	__name: "DropdownMenuRoot",
	props: {
		defaultOpen: {
			type: Boolean,
			required: false
		},
		open: {
			type: Boolean,
			required: false,
			default: void 0
		},
		dir: {
			type: String,
			required: false
		},
		modal: {
			type: Boolean,
			required: false,
			default: true
		}
	},
	emits: ["update:open"],
	setup(__props, { emit: __emit }) {
		const props = __props;
		const emit = __emit;
		useForwardExpose();
		const open = useVModel(props, "open", emit, {
			defaultValue: props.defaultOpen,
			passive: props.open === void 0
		});
		const triggerElement = /* @__PURE__ */ ref();
		const { modal, dir: propDir } = /* @__PURE__ */ toRefs(props);
		const dir = useDirection(propDir);
		provideDropdownMenuRootContext({
			open,
			onOpenChange: (value) => {
				open.value = value;
			},
			onOpenToggle: () => {
				open.value = !open.value;
			},
			triggerId: "",
			triggerElement,
			contentId: "",
			modal,
			dir
		});
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(MenuRoot_default), {
				open: unref(open),
				"onUpdate:open": _cache[0] || (_cache[0] = ($event) => /* @__PURE__ */ isRef(open) ? open.value = $event : null),
				dir: unref(dir),
				modal: unref(modal)
			}, {
				default: withCtx(() => [renderSlot(_ctx.$slots, "default", { open: unref(open) })]),
				_: 3
			}, 8, [
				"open",
				"dir",
				"modal"
			]);
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/DropdownMenu/DropdownMenuContent.js
var DropdownMenuContent_default = /* @__PURE__ */ defineComponent({
	inheritAttrs: false,
	__name: "DropdownMenuContent",
	props: {
		forceMount: {
			type: Boolean,
			required: false
		},
		loop: {
			type: Boolean,
			required: false
		},
		memoDependencies: {
			type: Array,
			required: false
		},
		side: {
			type: null,
			required: false
		},
		sideOffset: {
			type: Number,
			required: false
		},
		sideFlip: {
			type: Boolean,
			required: false
		},
		align: {
			type: null,
			required: false
		},
		alignOffset: {
			type: Number,
			required: false
		},
		alignFlip: {
			type: Boolean,
			required: false
		},
		avoidCollisions: {
			type: Boolean,
			required: false
		},
		collisionBoundary: {
			type: null,
			required: false
		},
		collisionPadding: {
			type: [Number, Object],
			required: false
		},
		arrowPadding: {
			type: Number,
			required: false
		},
		hideShiftedArrow: {
			type: Boolean,
			required: false
		},
		sticky: {
			type: String,
			required: false
		},
		hideWhenDetached: {
			type: Boolean,
			required: false
		},
		positionStrategy: {
			type: String,
			required: false
		},
		updatePositionStrategy: {
			type: String,
			required: false
		},
		disableUpdateOnLayoutShift: {
			type: Boolean,
			required: false
		},
		prioritizePosition: {
			type: Boolean,
			required: false
		},
		reference: {
			type: null,
			required: false
		},
		asChild: {
			type: Boolean,
			required: false
		},
		as: {
			type: null,
			required: false
		}
	},
	emits: [
		"escapeKeyDown",
		"pointerDownOutside",
		"focusOutside",
		"interactOutside",
		"openAutoFocus",
		"closeAutoFocus"
	],
	setup(__props, { emit: __emit }) {
		const forwarded = useForwardPropsEmits(__props, __emit);
		useForwardExpose();
		const rootContext = injectDropdownMenuRootContext();
		const hasInteractedOutsideRef = /* @__PURE__ */ ref(false);
		function handleCloseAutoFocus(event) {
			if (event.defaultPrevented) return;
			if (!hasInteractedOutsideRef.value) setTimeout(() => {
				rootContext.triggerElement.value?.focus();
			}, 0);
			hasInteractedOutsideRef.value = false;
			event.preventDefault();
		}
		rootContext.contentId ||= useId(void 0, "reka-dropdown-menu-content");
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(MenuContent_default), mergeProps({
				id: unref(rootContext).contentId,
				"aria-labelledby": unref(rootContext)?.triggerId,
				style: {
					"--reka-dropdown-menu-content-transform-origin": "var(--reka-popper-transform-origin)",
					"--reka-dropdown-menu-content-available-width": "var(--reka-popper-available-width)",
					"--reka-dropdown-menu-content-available-height": "var(--reka-popper-available-height)",
					"--reka-dropdown-menu-trigger-width": "var(--reka-popper-anchor-width)",
					"--reka-dropdown-menu-trigger-height": "var(--reka-popper-anchor-height)"
				}
			}, {
				...unref(forwarded),
				...unref(omitEntryFocusListener)(_ctx.$attrs)
			}, {
				onCloseAutoFocus: handleCloseAutoFocus,
				onInteractOutside: _cache[0] || (_cache[0] = (event) => {
					if (event.defaultPrevented) return;
					const originalEvent = event.detail.originalEvent;
					const ctrlLeftClick = originalEvent.button === 0 && originalEvent.ctrlKey === true;
					const isRightClick = originalEvent.button === 2 || ctrlLeftClick;
					if (!unref(rootContext).modal.value || isRightClick) hasInteractedOutsideRef.value = true;
					if (unref(rootContext).triggerElement.value?.contains(event.target)) event.preventDefault();
				})
			}), {
				default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
				_: 3
			}, 16, ["id", "aria-labelledby"]);
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/DropdownMenu/DropdownMenuItem.js
var DropdownMenuItem_default = /* @__PURE__ */ defineComponent({
	__name: "DropdownMenuItem",
	props: {
		disabled: {
			type: Boolean,
			required: false
		},
		textValue: {
			type: String,
			required: false
		},
		asChild: {
			type: Boolean,
			required: false
		},
		as: {
			type: null,
			required: false
		}
	},
	emits: ["select"],
	setup(__props, { emit: __emit }) {
		const props = __props;
		const emitsAsProps = useEmitAsProps(__emit);
		useForwardExpose();
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(MenuItem_default), normalizeProps(guardReactiveProps({
				...props,
				...unref(emitsAsProps)
			})), {
				default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
				_: 3
			}, 16);
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/DropdownMenu/DropdownMenuPortal.js
var DropdownMenuPortal_default = /* @__PURE__ */ defineComponent({
	__name: "DropdownMenuPortal",
	props: {
		to: {
			type: null,
			required: false
		},
		disabled: {
			type: Boolean,
			required: false
		},
		defer: {
			type: Boolean,
			required: false
		},
		forceMount: {
			type: Boolean,
			required: false
		}
	},
	setup(__props) {
		const props = __props;
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(MenuPortal_default), normalizeProps(guardReactiveProps(props)), {
				default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
				_: 3
			}, 16);
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/DropdownMenu/DropdownMenuTrigger.js
var DropdownMenuTrigger_default = /* @__PURE__ */ defineComponent({
	__name: "DropdownMenuTrigger",
	props: {
		disabled: {
			type: Boolean,
			required: false
		},
		asChild: {
			type: Boolean,
			required: false
		},
		as: {
			type: null,
			required: false,
			default: "button"
		}
	},
	setup(__props) {
		const props = __props;
		const rootContext = injectDropdownMenuRootContext();
		const { forwardRef, currentElement: triggerElement } = useForwardExpose();
		onMounted(() => {
			rootContext.triggerElement = triggerElement;
		});
		rootContext.triggerId ||= useId(void 0, "reka-dropdown-menu-trigger");
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(MenuAnchor_default), { "as-child": "" }, {
				default: withCtx(() => [createVNode(unref(Primitive), {
					id: unref(rootContext).triggerId,
					ref: unref(forwardRef),
					type: __props.as === "button" ? "button" : void 0,
					"as-child": props.asChild,
					as: __props.as,
					"aria-haspopup": "menu",
					"aria-expanded": unref(rootContext).open.value,
					"aria-controls": unref(rootContext).open.value ? unref(rootContext).contentId : void 0,
					"data-disabled": __props.disabled ? "" : void 0,
					disabled: __props.disabled,
					"data-state": unref(rootContext).open.value ? "open" : "closed",
					onClick: _cache[0] || (_cache[0] = async (event) => {
						if (event.defaultPrevented) return;
						if (!__props.disabled && event.button === 0 && event.ctrlKey === false) {
							unref(rootContext)?.onOpenToggle();
							await nextTick();
							if (unref(rootContext).open.value) event.preventDefault();
						}
					}),
					onKeydown: _cache[1] || (_cache[1] = withKeys((event) => {
						if (__props.disabled || event.defaultPrevented) return;
						if (["Enter", " "].includes(event.key)) unref(rootContext).onOpenToggle();
						if (event.key === "ArrowDown") unref(rootContext).onOpenChange(true);
						if ([
							"Enter",
							" ",
							"ArrowDown"
						].includes(event.key)) event.preventDefault();
					}, [
						"enter",
						"space",
						"arrow-down"
					]))
				}, {
					default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
					_: 3
				}, 8, [
					"id",
					"type",
					"as-child",
					"as",
					"aria-expanded",
					"aria-controls",
					"data-disabled",
					"disabled",
					"data-state"
				])]),
				_: 3
			});
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/Tooltip/TooltipProvider.js
var [injectTooltipProviderContext, provideTooltipProviderContext] = /*#__PURE__*/ createContext("TooltipProvider");
var TooltipProvider_default = /* @__PURE__ */ defineComponent({
	inheritAttrs: false,
	__name: "TooltipProvider",
	props: {
		delayDuration: {
			type: Number,
			required: false,
			default: 700
		},
		skipDelayDuration: {
			type: Number,
			required: false,
			default: 300
		},
		disableHoverableContent: {
			type: Boolean,
			required: false,
			default: false
		},
		disableClosingTrigger: {
			type: Boolean,
			required: false
		},
		disabled: {
			type: Boolean,
			required: false
		},
		ignoreNonKeyboardFocus: {
			type: Boolean,
			required: false,
			default: false
		},
		content: {
			type: Object,
			required: false
		}
	},
	setup(__props) {
		const { delayDuration, skipDelayDuration, disableHoverableContent, disableClosingTrigger, ignoreNonKeyboardFocus, disabled, content } = /* @__PURE__ */ toRefs(__props);
		useForwardExpose();
		const isOpenDelayed = /* @__PURE__ */ ref(true);
		const isPointerInTransitRef = /* @__PURE__ */ ref(false);
		const { start: startTimer, stop: clearTimer } = useTimeoutFn(() => {
			isOpenDelayed.value = true;
		}, skipDelayDuration, { immediate: false });
		provideTooltipProviderContext({
			isOpenDelayed,
			delayDuration,
			onOpen() {
				clearTimer();
				isOpenDelayed.value = false;
			},
			onClose() {
				startTimer();
			},
			isPointerInTransitRef,
			disableHoverableContent,
			disableClosingTrigger,
			disabled,
			ignoreNonKeyboardFocus,
			content
		});
		return (_ctx, _cache) => {
			return renderSlot(_ctx.$slots, "default");
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/Tooltip/utils.js
var TOOLTIP_OPEN = "tooltip.open";
// ../../work/main/node_modules/reka-ui/dist/Tooltip/TooltipRoot.js
var [injectTooltipRootContext, provideTooltipRootContext] = /*#__PURE__*/ createContext("TooltipRoot");
var TooltipRoot_default = /* @__PURE__ */ defineComponent({
	__name: "TooltipRoot",
	props: {
		defaultOpen: {
			type: Boolean,
			required: false,
			default: false
		},
		open: {
			type: Boolean,
			required: false,
			default: void 0
		},
		delayDuration: {
			type: Number,
			required: false,
			default: void 0
		},
		disableHoverableContent: {
			type: Boolean,
			required: false,
			default: void 0
		},
		disableClosingTrigger: {
			type: Boolean,
			required: false,
			default: void 0
		},
		disabled: {
			type: Boolean,
			required: false,
			default: void 0
		},
		ignoreNonKeyboardFocus: {
			type: Boolean,
			required: false,
			default: void 0
		}
	},
	emits: ["update:open"],
	setup(__props, { emit: __emit }) {
		const props = __props;
		const emit = __emit;
		useForwardExpose();
		const providerContext = injectTooltipProviderContext();
		const disableHoverableContent = computed(() => props.disableHoverableContent ?? providerContext.disableHoverableContent.value);
		const disableClosingTrigger = computed(() => props.disableClosingTrigger ?? providerContext.disableClosingTrigger.value);
		const disableTooltip = computed(() => props.disabled ?? providerContext.disabled.value);
		const delayDuration = computed(() => props.delayDuration ?? providerContext.delayDuration.value);
		const ignoreNonKeyboardFocus = computed(() => props.ignoreNonKeyboardFocus ?? providerContext.ignoreNonKeyboardFocus.value);
		const open = useVModel(props, "open", emit, {
			defaultValue: props.defaultOpen,
			passive: props.open === void 0
		});
		watch(open, (isOpen) => {
			if (!providerContext.onClose) return;
			if (isOpen) {
				providerContext.onOpen();
				document.dispatchEvent(new CustomEvent(TOOLTIP_OPEN));
			} else providerContext.onClose();
		});
		const wasOpenDelayedRef = /* @__PURE__ */ ref(false);
		const trigger = /* @__PURE__ */ ref();
		const stateAttribute = computed(() => {
			if (!open.value) return "closed";
			return wasOpenDelayedRef.value ? "delayed-open" : "instant-open";
		});
		const { start: startTimer, stop: clearTimer } = useTimeoutFn(() => {
			wasOpenDelayedRef.value = true;
			open.value = true;
		}, delayDuration, { immediate: false });
		function handleOpen() {
			clearTimer();
			wasOpenDelayedRef.value = false;
			open.value = true;
		}
		function handleClose() {
			clearTimer();
			open.value = false;
		}
		function handleDelayedOpen() {
			startTimer();
		}
		provideTooltipRootContext({
			contentId: "",
			open,
			stateAttribute,
			trigger,
			onTriggerChange(el) {
				trigger.value = el;
			},
			onTriggerEnter() {
				if (providerContext.isOpenDelayed.value) handleDelayedOpen();
				else handleOpen();
			},
			onTriggerLeave() {
				if (disableHoverableContent.value) handleClose();
				else clearTimer();
			},
			onOpen: handleOpen,
			onClose: handleClose,
			disableHoverableContent,
			disableClosingTrigger,
			disabled: disableTooltip,
			ignoreNonKeyboardFocus
		});
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(PopperRoot_default), null, {
				default: withCtx(() => [renderSlot(_ctx.$slots, "default", { open: unref(open) })]),
				_: 3
			});
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/Tooltip/TooltipContentImpl.js
var TooltipContentImpl_default = /* @__PURE__ */ defineComponent({
	__name: "TooltipContentImpl",
	props: {
		ariaLabel: {
			type: String,
			required: false
		},
		asChild: {
			type: Boolean,
			required: false,
			default: void 0
		},
		as: {
			type: null,
			required: false
		},
		side: {
			type: null,
			required: false
		},
		sideOffset: {
			type: Number,
			required: false
		},
		align: {
			type: null,
			required: false
		},
		alignOffset: {
			type: Number,
			required: false
		},
		avoidCollisions: {
			type: Boolean,
			required: false,
			default: void 0
		},
		collisionBoundary: {
			type: null,
			required: false
		},
		collisionPadding: {
			type: [Number, Object],
			required: false
		},
		arrowPadding: {
			type: Number,
			required: false
		},
		sticky: {
			type: String,
			required: false
		},
		hideWhenDetached: {
			type: Boolean,
			required: false,
			default: void 0
		},
		positionStrategy: {
			type: String,
			required: false
		},
		updatePositionStrategy: {
			type: String,
			required: false
		}
	},
	emits: ["escapeKeyDown", "pointerDownOutside"],
	setup(__props, { emit: __emit }) {
		const props = __props;
		const emits = __emit;
		const rootContext = injectTooltipRootContext();
		const providerContext = injectTooltipProviderContext();
		const { forwardRef, currentElement } = useForwardExpose();
		const ariaLabel = computed(() => props.ariaLabel || currentElement.value?.textContent);
		const popperContentProps = computed(() => {
			const { ariaLabel: _, ...restProps } = props;
			return defu(restProps, providerContext.content.value ?? {}, {
				side: "top",
				sideOffset: 0,
				align: "center",
				avoidCollisions: true,
				collisionBoundary: [],
				collisionPadding: 0,
				arrowPadding: 0,
				sticky: "partial",
				hideWhenDetached: false
			});
		});
		onMounted(() => {
			useEventListener(window, "scroll", (event) => {
				if (event.target?.contains(rootContext.trigger.value)) rootContext.onClose();
			}, { capture: true });
			useEventListener(document, TOOLTIP_OPEN, rootContext.onClose);
		});
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(DismissableLayer_default), {
				"as-child": "",
				"disable-outside-pointer-events": false,
				onEscapeKeyDown: _cache[0] || (_cache[0] = ($event) => emits("escapeKeyDown", $event)),
				onPointerDownOutside: _cache[1] || (_cache[1] = (event) => {
					if (unref(rootContext).disableClosingTrigger.value && unref(rootContext).trigger.value?.contains(event.target)) event.preventDefault();
					emits("pointerDownOutside", event);
				}),
				onFocusOutside: _cache[2] || (_cache[2] = withModifiers(() => {}, ["prevent"])),
				onDismiss: _cache[3] || (_cache[3] = ($event) => unref(rootContext).onClose())
			}, {
				default: withCtx(() => [createVNode(unref(PopperContent_default), mergeProps({
					ref: unref(forwardRef),
					"data-state": unref(rootContext).stateAttribute.value
				}, {
					..._ctx.$attrs,
					...popperContentProps.value
				}, { style: {
					"--reka-tooltip-content-transform-origin": "var(--reka-popper-transform-origin)",
					"--reka-tooltip-content-available-width": "var(--reka-popper-available-width)",
					"--reka-tooltip-content-available-height": "var(--reka-popper-available-height)",
					"--reka-tooltip-trigger-width": "var(--reka-popper-anchor-width)",
					"--reka-tooltip-trigger-height": "var(--reka-popper-anchor-height)"
				} }), {
					default: withCtx(() => [renderSlot(_ctx.$slots, "default"), createVNode(unref(VisuallyHidden_default), {
						id: unref(rootContext).contentId,
						role: "tooltip"
					}, {
						default: withCtx(() => [createTextVNode(toDisplayString(ariaLabel.value), 1)]),
						_: 1
					}, 8, ["id"])]),
					_: 3
				}, 16, ["data-state"])]),
				_: 3
			});
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/Tooltip/TooltipContentHoverable.js
var TooltipContentHoverable_default = /* @__PURE__ */ defineComponent({
	__name: "TooltipContentHoverable",
	props: {
		ariaLabel: {
			type: String,
			required: false
		},
		asChild: {
			type: Boolean,
			required: false
		},
		as: {
			type: null,
			required: false
		},
		side: {
			type: null,
			required: false
		},
		sideOffset: {
			type: Number,
			required: false
		},
		align: {
			type: null,
			required: false
		},
		alignOffset: {
			type: Number,
			required: false
		},
		avoidCollisions: {
			type: Boolean,
			required: false
		},
		collisionBoundary: {
			type: null,
			required: false
		},
		collisionPadding: {
			type: [Number, Object],
			required: false
		},
		arrowPadding: {
			type: Number,
			required: false
		},
		sticky: {
			type: String,
			required: false
		},
		hideWhenDetached: {
			type: Boolean,
			required: false
		},
		positionStrategy: {
			type: String,
			required: false
		},
		updatePositionStrategy: {
			type: String,
			required: false
		}
	},
	setup(__props) {
		const forwardedProps = useForwardProps(__props);
		const { forwardRef, currentElement } = useForwardExpose();
		const { trigger, onClose } = injectTooltipRootContext();
		const providerContext = injectTooltipProviderContext();
		const { isPointerInTransit, onPointerExit } = useGraceArea(trigger, currentElement);
		providerContext.isPointerInTransitRef = isPointerInTransit;
		onPointerExit(() => {
			onClose();
		});
		useEventListener(currentElement, "pointermove", (event) => {
			const content = currentElement.value;
			if (!content || event.pointerType === "touch") return;
			if (content.ownerDocument.elementsFromPoint?.(event.clientX, event.clientY).some((el) => {
				if (content.contains(el)) return false;
				const coveredTrigger = el.closest("[data-grace-area-trigger]");
				return !!coveredTrigger && coveredTrigger !== trigger.value;
			})) onClose();
		});
		return (_ctx, _cache) => {
			return openBlock(), createBlock(TooltipContentImpl_default, mergeProps({ ref: unref(forwardRef) }, unref(forwardedProps)), {
				default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
				_: 3
			}, 16);
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/Tooltip/TooltipContent.js
var TooltipContent_default = /* @__PURE__ */ defineComponent({
	__name: "TooltipContent",
	props: {
		forceMount: {
			type: Boolean,
			required: false
		},
		ariaLabel: {
			type: String,
			required: false
		},
		asChild: {
			type: Boolean,
			required: false
		},
		as: {
			type: null,
			required: false
		},
		side: {
			type: null,
			required: false
		},
		sideOffset: {
			type: Number,
			required: false
		},
		align: {
			type: null,
			required: false
		},
		alignOffset: {
			type: Number,
			required: false
		},
		avoidCollisions: {
			type: Boolean,
			required: false
		},
		collisionBoundary: {
			type: null,
			required: false
		},
		collisionPadding: {
			type: [Number, Object],
			required: false
		},
		arrowPadding: {
			type: Number,
			required: false
		},
		sticky: {
			type: String,
			required: false
		},
		hideWhenDetached: {
			type: Boolean,
			required: false
		},
		positionStrategy: {
			type: String,
			required: false
		},
		updatePositionStrategy: {
			type: String,
			required: false
		}
	},
	emits: ["escapeKeyDown", "pointerDownOutside"],
	setup(__props, { emit: __emit }) {
		const props = __props;
		const emits = __emit;
		const rootContext = injectTooltipRootContext();
		const forwarded = useForwardPropsEmits(props, emits);
		const { forwardRef } = useForwardExpose();
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(Presence_default), { present: __props.forceMount || unref(rootContext).open.value }, {
				default: withCtx(() => [(openBlock(), createBlock(resolveDynamicComponent(unref(rootContext).disableHoverableContent.value ? TooltipContentImpl_default : TooltipContentHoverable_default), mergeProps({ ref: unref(forwardRef) }, unref(forwarded)), {
					default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
					_: 3
				}, 16))]),
				_: 3
			}, 8, ["present"]);
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/Tooltip/TooltipPortal.js
var TooltipPortal_default = /* @__PURE__ */ defineComponent({
	__name: "TooltipPortal",
	props: {
		to: {
			type: null,
			required: false
		},
		disabled: {
			type: Boolean,
			required: false
		},
		defer: {
			type: Boolean,
			required: false
		},
		forceMount: {
			type: Boolean,
			required: false
		}
	},
	setup(__props) {
		const props = __props;
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(Teleport_default), normalizeProps(guardReactiveProps(props)), {
				default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
				_: 3
			}, 16);
		};
	}
});
// ../../work/main/node_modules/reka-ui/dist/Tooltip/TooltipTrigger.js
var TooltipTrigger_default = /* @__PURE__ */ defineComponent({
	__name: "TooltipTrigger",
	props: {
		reference: {
			type: null,
			required: false
		},
		asChild: {
			type: Boolean,
			required: false
		},
		as: {
			type: null,
			required: false,
			default: "button"
		}
	},
	setup(__props) {
		const props = __props;
		const rootContext = injectTooltipRootContext();
		const providerContext = injectTooltipProviderContext();
		rootContext.contentId ||= useId(void 0, "reka-tooltip-content");
		const { forwardRef, currentElement: triggerElement } = useForwardExpose();
		const isPointerDown = /* @__PURE__ */ ref(false);
		const hasPointerMoveOpened = /* @__PURE__ */ ref(false);
		const tooltipListeners = computed(() => {
			if (rootContext.disabled.value) return {};
			return {
				click: handleClick,
				focus: handleFocus,
				pointermove: handlePointerMove,
				pointerleave: handlePointerLeave,
				pointerdown: handlePointerDown,
				blur: handleBlur
			};
		});
		watch(triggerElement, (el) => {
			rootContext.onTriggerChange(el);
		}, { immediate: true });
		function handlePointerUp() {
			setTimeout(() => {
				isPointerDown.value = false;
			}, 1);
		}
		function handlePointerDown() {
			if (rootContext.open && !rootContext.disableClosingTrigger.value) rootContext.onClose();
			isPointerDown.value = true;
			document.addEventListener("pointerup", handlePointerUp, { once: true });
		}
		function handlePointerMove(event) {
			if (event.pointerType === "touch") return;
			if (!hasPointerMoveOpened.value && !providerContext.isPointerInTransitRef.value) {
				rootContext.onTriggerEnter();
				hasPointerMoveOpened.value = true;
			}
		}
		function handlePointerLeave() {
			rootContext.onTriggerLeave();
			hasPointerMoveOpened.value = false;
		}
		function handleFocus(event) {
			if (isPointerDown.value) return;
			if (rootContext.ignoreNonKeyboardFocus.value && !event.target.matches?.(":focus-visible")) return;
			rootContext.onOpen();
		}
		function handleBlur() {
			rootContext.onClose();
		}
		function handleClick() {
			if (!rootContext.disableClosingTrigger.value) rootContext.onClose();
		}
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(PopperAnchor_default), {
				"as-child": "",
				reference: __props.reference ?? unref(triggerElement)
			}, {
				default: withCtx(() => [createVNode(unref(Primitive), mergeProps({
					ref: unref(forwardRef),
					"aria-describedby": unref(rootContext).open.value ? unref(rootContext).contentId : void 0,
					"data-state": unref(rootContext).stateAttribute.value,
					as: __props.as,
					"as-child": props.asChild,
					"data-grace-area-trigger": ""
				}, toHandlers(tooltipListeners.value)), {
					default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
					_: 3
				}, 16, [
					"aria-describedby",
					"data-state",
					"as",
					"as-child"
				])]),
				_: 3
			}, 8, ["reference"]);
		};
	}
});
// packages/studio/src/app/embedding.ts
var EMBEDDING = Symbol("embedding");
/** Undefined in the studio's own page. */
var useEmbedding = () => inject$1(EMBEDDING, void 0);
// packages/studio/src/app/StudioFrame.vue
var StudioFrame_default = /* @__PURE__ */ defineComponent({
	__name: "StudioFrame",
	setup(__props) {
		const root = useEmbedding()?.root;
		const floating = root === void 0 ? {} : { teleportTo: root };
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(ConfigProvider_default), normalizeProps(guardReactiveProps(unref(floating))), {
				default: withCtx(() => [createVNode(unref(TooltipProvider_default), { "delay-duration": 500 }, {
					default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
					_: 3
				})]),
				_: 3
			}, 16);
		};
	}
});
// packages/studio/src/text/en.ts
var count = (number, one, many) => `${number} ${number === 1 ? one : many}`;
/** Everything the studio says, in English. Sentences of refusals come from the server. Cycles are counted from one for people. */
var text = {
	product: "leMouf Studio",
	home: "Home",
	loops: "Loops",
	allLoops: "All loops",
	workflows: "Workflows",
	refresh: "Refresh",
	currentWorkflow: "Current workflow",
	useCurrentWorkflow: "Use current workflow",
	showNode: "Show this node on the canvas",
	tryAgain: "Try again",
	cancel: "Cancel",
	dismiss: "Dismiss",
	show: "Show",
	copied: "Copied",
	folder: "Folder",
	copy: (name) => `Copy ${name.toLowerCase()}`,
	searchWorkflows: "Search workflows",
	nothingFound: (search) => `No workflow matches "${search.trim()}".`,
	clearSearch: "Clear search",
	noWorkflows: (folder) => `No master workflow yet. Save one from ComfyUI into a folder below ${folder || "workflows"}, then refresh.`,
	needsModel: "model",
	needsModels: (files) => `It needs a ComfyUI that has ${files.map((file) => `models/${file}`).join(" and ")}.`,
	noFolder: "without a folder",
	unreadable: "Not readable",
	startWith: (title) => `Start with ${title}, or choose another workflow to see what it needs.`,
	chooseIt: "Choose it",
	chooseWorkflow: "Choose a workflow",
	noLoops: "No loop yet. Start one from a workflow.",
	profiles: {
		generic_loop: "loop",
		song2daw: "song",
		tool: "tool",
		custom: "custom"
	},
	loopStatus: {
		empty: "without a workflow",
		ready: "ready to run",
		running: "running",
		waiting: "waiting for you",
		failed: "failed",
		complete: "complete",
		exited: "exited"
	},
	approvedOf: (approved, total) => `${approved}/${total} approved`,
	setup: {
		of: (title) => `Settings of ${title}`,
		cycles: "Total cycles",
		cyclesFromPayload: "as many as the payload has entries",
		cyclesInvalid: "Give a whole number from 1 to 1,000,000, or leave it empty.",
		loopId: "Loop name",
		loopIdByItself: "chosen by itself",
		loopIdInvalid: "Use 1 to 64 letters, digits, - and _.",
		output: "Take the result from",
		outputChoose: "choose a node …",
		outputMeans: "The workflow has no Loop Return.",
		outputOption: ({ node, title, class_type, type }) => `${title}${title === class_type ? "" : ` · ${class_type}`} · ${type === "*" ? "any type" : type.toLowerCase()} · node ${node}`,
		outputGone: (node) => `node ${node}, which is not there`,
		payload: "Payload",
		payloadEmpty: "[{\"prompt\": \"…\"}, {\"prompt\": \"…\"}]",
		payloadNone: "The workflow has no payload. Paste JSON here to give one.",
		payloadFromNode: "From the workflow’s Loop Payload node.",
		payloadEdit: "Change",
		payloadGiven: "Used instead of the workflow’s own.",
		payloadFromWorkflow: "Use the workflow’s",
		payloadFile: "Open a file",
		advanced: "Advanced",
		mode: "Next cycle",
		modes: {
			auto: "starts by itself",
			manual: "waits for a step"
		},
		approve: "Approval",
		approvals: {
			ask: "by a person",
			all: "everything that returns"
		},
		lookahead: "Lookahead",
		lookaheadMeans: "cycles made ahead while you look",
		lookaheadInvalid: "Give a whole number from 0 to 100.",
		start: "Validate & Start",
		startingNow: "Starting …",
		checking: "Checking …",
		verdict: (findings) => {
			const of = (severity) => findings.filter((finding) => finding.severity === severity).length;
			if (of("error") > 0) return `${count(of("error"), "error", "errors")} to fix before it can run`;
			return of("warning") > 0 ? `It can run, with ${count(of("warning"), "warning", "warnings")}` : "It can run";
		},
		findings: "Findings",
		mappings: "Mappings",
		fixAbove: "Fix the field above; what it would do is shown again then.",
		noMappings: "Nothing of the payload goes into this workflow: it has no Loop Map, or an empty one.",
		path: "Payload path",
		target: "Node and input",
		firstValue: "Value of cycle 1",
		noValue: "(nothing)",
		noTarget: (selector) => `no node matches ${selector}`
	},
	severities: {
		error: "Error",
		warning: "Warning",
		info: "Note"
	},
	system: {
		name: "Machines",
		workers: (online, all) => online === all ? count(all, "worker", "workers") : `${online} of ${count(all, "worker", "workers")}`,
		serverAway: "server away",
		states: {
			online: "online",
			resting: "rests",
			offline: "offline",
			starting: "starting"
		},
		kinds: {
			embedded: "embedded engine",
			comfyui: "ComfyUI"
		},
		inFlight: (number) => `${number} under way`,
		used: (busy, idle) => `worked ${busy}, stood idle ${idle} while cycles waited for a person`,
		add: "Add",
		addLabel: "Add a ComfyUI by its address",
		addressUnclear: "This is not an address. Give one such as http://192.168.1.20:8188.",
		remove: (name) => `Do not use ${name} any more`,
		free: (size) => `${size} free`
	},
	cycle: (cycle) => `Cycle ${cycle + 1}`,
	retry: (retry) => retry === 0 ? "first try" : `retry ${retry}`,
	placeName: (cycle, retry) => `Cycle ${cycle + 1}, ${retry === 0 ? "first try" : `retry ${retry}`}`,
	cycles: "Cycles",
	result: "Result",
	details: "Details",
	marks: {
		approved: "approved",
		rejected: "rejected",
		replayed: "replayed",
		discarded: "discarded",
		waiting: "undecided",
		queued: "queued",
		running: "running",
		failed: "failed",
		cancelled: "cancelled"
	},
	decide: "Decide",
	approve: "Approve",
	reject: "Reject",
	replay: "Replay",
	decisionMeans: {
		approve: "Approve and go on to the next",
		reject: "Reject; the cycle is tried again",
		replay: "Try again without a judgement",
		discard: "Discard"
	},
	rejectWithReason: "Reject with a reason",
	rejectAndRetry: "Reject and retry",
	breakLine: "Enter rejects; Shift+Enter breaks the line.",
	reason: "Reason",
	reasonExample: "what is wrong with it",
	nextInput: (name) => `Next ${name}`,
	asBefore: (value) => `by itself (was ${value})`,
	mustBe: {
		text: "This must be text.",
		number: "This must be a number.",
		switch: "This must be true or false."
	},
	undo: "Undo",
	undoMeans: "Take the decision back, or the last one",
	export: "Export",
	exportMeans: "Copy everything approved into the output folder",
	exportApproved: "Export approved",
	nothingToUndo: "There is no decision to take back.",
	stillBeingMade: "This attempt is still being made. Wait for its result, or stop it.",
	nothingToApprove: "This attempt has no result to approve. Replay it.",
	exported: (files, path) => `${count(files, "file", "files")} copied to ${path}`,
	stop: "Stop",
	stopMeans: "Stop the attempt under way",
	loopProgress: "Approved cycles",
	making: (cycle, retry, queued) => `${queued ? "queued" : "making"} cycle ${cycle + 1}${retry === 0 ? "" : `, retry ${retry}`}`,
	remaining: (duration) => `about ${duration} left`,
	queuedNow: "Queued. It starts when a worker is free.",
	runningNow: "Running",
	runningUnheard: "It was under way when the server was last heard.",
	zoomed: (share, closer) => `${share} · ${closer ? "click to fit, drag to move" : "click to look closer"}, wheel to zoom`,
	preview: "Preview of the result being made",
	notMade: (cycle) => `Cycle ${cycle + 1} has not been made yet.`,
	make: (cycle) => `Make cycle ${cycle + 1}`,
	wasCancelled: "This attempt was stopped. Replay it to make it again.",
	wasCancelledForGood: "This attempt was stopped, and its loop was exited. \"Start anew\" in the menu ⋯ begins the loop again.",
	failedForGood: "Its loop was exited. \"Start anew\" in the menu ⋯ begins the loop again.",
	notMadeForGood: (cycle) => `Cycle ${cycle + 1} was not made before the loop was exited. "Start anew" in the menu ⋯ begins the loop again.`,
	atNode: "at node",
	returnedNothing: "The workflow returned nothing to Loop Return.",
	pictureMissing: (file) => `${file} cannot be shown. It may have been removed from the store.`,
	outputs: "Outputs",
	output: (index) => `Output ${index + 1}`,
	kinds: {
		audio: "audio",
		video: "video",
		json: "data",
		file: "file"
	},
	facts: {
		name: "Facts",
		attempts: "Attempts of this cycle",
		decided: "Decided",
		reason: "Reason",
		seed: "Seed",
		worker: "Worker",
		queued: "Queued",
		took: "Took",
		size: "Size",
		prompt: "Prompt id",
		workflow: "Workflow",
		edited: "Changed by a reviewer"
	},
	loopMenu: "More for this loop",
	finish: "Finish",
	exitEarly: "Exit early",
	stay: "Stay",
	restart: "Start anew",
	exitQuestion: (open) => open === 0 ? "Finish this loop? What was approved stays and can be exported." : `Exit now? ${count(open, "cycle is", "cycles are")} not approved; what is under way is stopped. What was approved stays.`,
	restartQuestion: "Start anew with the same workflow? Its results leave this view; its history stays.",
	isComplete: (total) => `${total === 1 ? "The one cycle is" : `All ${total} cycles are`} approved.`,
	isExited: "This loop was exited. What was approved can still be exported.",
	exitedComplete: "The loop is finished. What was approved stays here and can be exported.",
	exitedEarly: "The loop was left early. What was approved stays here and can be exported.",
	serverAway: "The server does not answer. This page comes back by itself when it does; check that it still runs.",
	keys: "Keys",
	keyTable: [
		[["A"], "approve"],
		[["X"], "reject"],
		[["⇧X"], "reject with a reason"],
		[["R"], "replay"],
		[["U", "Ctrl Z"], "undo"],
		[["Space"], "play or pause"],
		[["0", "Z"], "fit the picture"],
		[["←", "→"], "cycle before, after"],
		[["↑", "↓"], "retry before, after"],
		[["E"], "export what is approved"],
		[["Esc"], "back"]
	]
};
// packages/studio/src/ui/format.ts
var LOCALE = "en";
var relative = new Intl.RelativeTimeFormat(LOCALE, {
	numeric: "auto",
	style: "short"
});
var exact = new Intl.DateTimeFormat(LOCALE, {
	dateStyle: "medium",
	timeStyle: "medium"
});
var SECOND = 1e3;
var MINUTE = 60 * SECOND;
var HOUR = 60 * MINUTE;
var DAY = 24 * HOUR;
/** `3 min. ago`; both times in milliseconds since 1970. */
function formatAgo(time, now) {
	const passed = Math.max(0, now - time);
	if (passed < MINUTE) return "just now";
	if (passed < HOUR) return relative.format(-Math.floor(passed / MINUTE), "minute");
	if (passed < DAY) return relative.format(-Math.floor(passed / HOUR), "hour");
	return relative.format(-Math.floor(passed / DAY), "day");
}
/** Date and time to the second. */
var formatTime = (time) => exact.format(time);
/** `0.8 s`, `42 s`, `3 min 05 s`, `2 h 10 min`; milliseconds in. */
function formatDuration(milliseconds) {
	if (milliseconds < 10 * SECOND) return `${(Math.max(0, milliseconds) / SECOND).toFixed(1)} s`;
	const seconds = Math.round(milliseconds / SECOND);
	if (seconds < 60) return `${seconds} s`;
	const minutes = Math.floor(seconds / 60);
	if (minutes < 60) return `${minutes} min ${pad(seconds % 60)} s`;
	return `${Math.floor(minutes / 60)} h ${pad(minutes % 60)} min`;
}
/** `61 %` of a share 0..1; rounded down, so that 100 % means done. */
var formatShare = (share) => `${Math.floor(share * 100)} %`;
/** `831 B`, `1.4 MB`, in powers of 1000 as files are sold. */
function formatBytes(bytes) {
	if (bytes < 1e3) return `${bytes} B`;
	const power = Math.min(4, Math.floor(Math.log10(bytes) / 3));
	return `${(bytes / 1e3 ** power).toFixed(1)} ${[
		"",
		"kB",
		"MB",
		"GB",
		"TB"
	][power]}`;
}
var pad = (count) => String(count).padStart(2, "0");
// ../../work/main/node_modules/@lucide/vue/dist/esm/shared/src/build/defaultAttributes.mjs
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var defaultAttributes = {
	xmlns: "http://www.w3.org/2000/svg",
	width: 24,
	height: 24,
	viewBox: "0 0 24 24",
	fill: "none",
	stroke: "currentColor",
	"stroke-width": 2,
	"stroke-linecap": "round",
	"stroke-linejoin": "round"
};
// ../../work/main/node_modules/@lucide/vue/dist/esm/shared/src/utils/mergeClasses.mjs
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var mergeClasses = (...classes) => classes.filter((className, index, array) => {
	return Boolean(className) && className.trim() !== "" && array.indexOf(className) === index;
}).join(" ").trim();
// ../../work/main/node_modules/@lucide/vue/dist/esm/shared/src/build/buildLucideIconNode.mjs
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
function isDefined(value) {
	return value !== null && value !== void 0;
}
function buildLucideIconNode(icon, params = {}) {
	const attributeNames = params.attributeNames ?? {};
	const getAttributeName = (attributeName) => attributeNames[attributeName] ?? attributeName;
	const viewBoxWidth = icon.size ?? icon.width ?? defaultAttributes["width"];
	const viewBoxHeight = icon.size ?? icon.height ?? defaultAttributes["height"];
	const aliasClassNames = icon.aliases?.filter((alias) => typeof alias === "string" && alias.trim() !== "").map((alias) => `lucide-${alias}`) ?? [];
	const iconClassNames = [...icon.name ? [`lucide-${icon.name}`] : [], ...aliasClassNames];
	const classNamesFromClassName = params.className?.split(" ").filter(Boolean) ?? [];
	const className = params.includeDefaultClasses === false ? mergeClasses(...classNamesFromClassName) : mergeClasses("lucide", ...iconClassNames, ...classNamesFromClassName);
	const calculatedStrokeWidth = params.absoluteStrokeWidth ? Number(params.strokeWidth ?? defaultAttributes["stroke-width"]) * Number(icon.size ?? icon.width ?? defaultAttributes["width"]) / Number(params.size ?? params.width ?? defaultAttributes["width"]) : params.strokeWidth ?? defaultAttributes["stroke-width"];
	return [
		"svg",
		{
			...Object.entries(defaultAttributes).reduce((attrs, [attrName, value]) => {
				attrs[getAttributeName(attrName)] = value;
				return attrs;
			}, {}),
			..."color" in params && params.color && { [getAttributeName("stroke")]: params.color },
			..."size" in params && isDefined(params.size) && {
				[getAttributeName("width")]: params.size,
				[getAttributeName("height")]: params.size
			},
			..."width" in params && isDefined(params.width) && { [getAttributeName("width")]: params.width },
			..."height" in params && isDefined(params.height) && { [getAttributeName("height")]: params.height },
			[getAttributeName("stroke-width")]: calculatedStrokeWidth,
			...className && { [getAttributeName("class")]: className },
			[getAttributeName("viewBox")]: `0 0 ${viewBoxWidth} ${viewBoxHeight}`,
			...params.hasA11yProp === false ? { [getAttributeName("aria-hidden")]: "true" } : {},
			..."attributes" in params && params.attributes
		},
		icon.node.map((child) => {
			const [name, attrs, children] = child;
			const nextAttrs = params.nonScalingStroke ? {
				[getAttributeName("vector-effect")]: "non-scaling-stroke",
				...attrs
			} : attrs;
			return children ? [
				name,
				nextAttrs,
				children
			] : [name, nextAttrs];
		})
	];
}
// ../../work/main/node_modules/@lucide/vue/dist/esm/shared/src/utils/hasA11yProp.mjs
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var hasA11yProp = (props) => {
	for (const prop in props) if (prop.startsWith("aria-") || prop === "role" || prop === "title") return true;
	return false;
};
// ../../work/main/node_modules/@lucide/vue/dist/esm/shared/src/utils/isEmptyString.mjs
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var isEmptyString = (value) => value === "";
// ../../work/main/node_modules/@lucide/vue/dist/esm/shared/src/utils/toKebabCase.mjs
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var toKebabCase = (string) => string?.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
// ../../work/main/node_modules/@lucide/vue/dist/esm/context.mjs
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var LUCIDE_CONTEXT = /* @__PURE__ */ Symbol("lucide-icons");
function useLucideProps() {
	return inject$1(LUCIDE_CONTEXT, {});
}
// ../../work/main/node_modules/@lucide/vue/dist/esm/Icon.mjs
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var Icon = ({ name, iconNode, "icon-node": iconNodeKebabCase, icon = {
	name: name && toKebabCase(name),
	node: iconNode ?? iconNodeKebabCase ?? [],
	size: 24,
	aliases: []
}, absoluteStrokeWidth, "absolute-stroke-width": absoluteStrokeWidthKebabCase, nonScalingStroke, "non-scaling-stroke": nonScalingStrokeKebabCase, strokeWidth, "stroke-width": strokeWidthKebabCase, size, width = size, height = size, color, ...props }, { slots }) => {
	const { size: contextSize, color: contextColor, strokeWidth: contextStrokeWidth = 2, absoluteStrokeWidth: contextAbsoluteStrokeWidth = false, nonScalingStroke: contextNonScalingStroke = false, class: contextClass = "" } = useLucideProps();
	const isAbsoluteStrokeWidth = isEmptyString(absoluteStrokeWidth) || isEmptyString(absoluteStrokeWidthKebabCase) || absoluteStrokeWidth === true || absoluteStrokeWidthKebabCase === true || contextAbsoluteStrokeWidth === true;
	const isNonScalingStroke = isEmptyString(nonScalingStroke) || isEmptyString(nonScalingStrokeKebabCase) || nonScalingStroke === true || nonScalingStrokeKebabCase === true || contextNonScalingStroke === true;
	delete props.class;
	const defaultSlot = slots.default?.();
	const [, svgAttributes, builtIconNode = []] = buildLucideIconNode(icon, {
		color: color ?? contextColor,
		width: width ?? size ?? contextSize,
		height: height ?? size ?? contextSize,
		strokeWidth: strokeWidth ?? strokeWidthKebabCase ?? contextStrokeWidth,
		absoluteStrokeWidth: isAbsoluteStrokeWidth,
		nonScalingStroke: isNonScalingStroke,
		className: contextClass,
		hasA11yProp: defaultSlot != null && defaultSlot.length > 0 || hasA11yProp(props),
		attributes: props
	});
	return h("svg", svgAttributes, [...builtIconNode.map(([tag, attrs]) => h(tag, attrs)), ...defaultSlot ?? []]);
};
// ../../work/main/node_modules/@lucide/vue/dist/esm/createLucideIcon.mjs
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
function createLucideIcon(iconDataOrName, iconNode = []) {
	const icon = typeof iconDataOrName === "string" ? {
		name: iconDataOrName,
		node: iconNode
	} : iconDataOrName;
	return (props, { slots }) => h(Icon, {
		...props,
		icon
	}, slots.default ? { default: slots.default } : void 0);
}
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var Check = createLucideIcon({
	name: "check",
	size: 24,
	node: [["path", {
		d: "M20 6 9 17l-5-5",
		key: "1gmf2c"
	}]]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var ChevronLeft = createLucideIcon({
	name: "chevron-left",
	size: 24,
	node: [["path", {
		d: "m15 18-6-6 6-6",
		key: "1wnfg3"
	}]]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var CircleAlert = createLucideIcon({
	name: "circle-alert",
	size: 24,
	node: [
		["circle", {
			cx: "12",
			cy: "12",
			r: "10",
			key: "1mglay"
		}],
		["line", {
			x1: "12",
			x2: "12",
			y1: "8",
			y2: "12",
			key: "1pkeuh"
		}],
		["line", {
			x1: "12",
			x2: "12.01",
			y1: "16",
			y2: "16",
			key: "4dfq90"
		}]
	],
	aliases: ["alert-circle"]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var CircleCheck = createLucideIcon({
	name: "circle-check",
	size: 24,
	node: [["circle", {
		cx: "12",
		cy: "12",
		r: "10",
		key: "1mglay"
	}], ["path", {
		d: "m16 9-5.5 5.5L8 12",
		key: "xofnsj"
	}]],
	aliases: ["check-circle-2"]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var CircleDashed = createLucideIcon({
	name: "circle-dashed",
	size: 24,
	node: [
		["path", {
			d: "M10.1 2.182a10 10 0 0 1 3.8 0",
			key: "5ilxe3"
		}],
		["path", {
			d: "M13.9 21.818a10 10 0 0 1-3.8 0",
			key: "11zvb9"
		}],
		["path", {
			d: "M17.609 3.721a10 10 0 0 1 2.69 2.7",
			key: "1iw5b2"
		}],
		["path", {
			d: "M2.182 13.9a10 10 0 0 1 0-3.8",
			key: "c0bmvh"
		}],
		["path", {
			d: "M20.279 17.609a10 10 0 0 1-2.7 2.69",
			key: "1ruxm7"
		}],
		["path", {
			d: "M21.818 10.1a10 10 0 0 1 0 3.8",
			key: "qkgqxc"
		}],
		["path", {
			d: "M3.721 6.391a10 10 0 0 1 2.7-2.69",
			key: "1mcia2"
		}],
		["path", {
			d: "M6.391 20.279a10 10 0 0 1-2.69-2.7",
			key: "1fvljs"
		}]
	]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var CircleDot = createLucideIcon({
	name: "circle-dot",
	size: 24,
	node: [["circle", {
		cx: "12",
		cy: "12",
		r: "1",
		key: "41hilf"
	}], ["circle", {
		cx: "12",
		cy: "12",
		r: "10",
		key: "1mglay"
	}]]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var CirclePause = createLucideIcon({
	name: "circle-pause",
	size: 24,
	node: [
		["circle", {
			cx: "12",
			cy: "12",
			r: "10",
			key: "1mglay"
		}],
		["line", {
			x1: "10",
			x2: "10",
			y1: "15",
			y2: "9",
			key: "c1nkhi"
		}],
		["line", {
			x1: "14",
			x2: "14",
			y1: "15",
			y2: "9",
			key: "h65svq"
		}]
	],
	aliases: ["pause-circle"]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var Circle = createLucideIcon({
	name: "circle",
	size: 24,
	node: [["circle", {
		cx: "12",
		cy: "12",
		r: "10",
		key: "1mglay"
	}]]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var CircleX = createLucideIcon({
	name: "circle-x",
	size: 24,
	node: [
		["circle", {
			cx: "12",
			cy: "12",
			r: "10",
			key: "1mglay"
		}],
		["path", {
			d: "m15 9-6 6",
			key: "1uzhvr"
		}],
		["path", {
			d: "m9 9 6 6",
			key: "z0biqf"
		}]
	],
	aliases: ["x-circle"]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var Clock = createLucideIcon({
	name: "clock",
	size: 24,
	node: [["circle", {
		cx: "12",
		cy: "12",
		r: "10",
		key: "1mglay"
	}], ["path", {
		d: "M12 6v6l4 2",
		key: "mmk7yg"
	}]]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var Copy = createLucideIcon({
	name: "copy",
	size: 24,
	node: [["rect", {
		width: "14",
		height: "14",
		x: "8",
		y: "8",
		rx: "2",
		ry: "2",
		key: "17jyea"
	}], ["path", {
		d: "M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2",
		key: "zix9uf"
	}]]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var Download = createLucideIcon({
	name: "download",
	size: 24,
	node: [
		["path", {
			d: "M12 15V3",
			key: "m9g1x1"
		}],
		["path", {
			d: "M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4",
			key: "ih7n3h"
		}],
		["path", {
			d: "m7 10 5 5 5-5",
			key: "brsn70"
		}]
	]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var Ellipsis = createLucideIcon({
	name: "ellipsis",
	size: 24,
	node: [
		["circle", {
			cx: "12",
			cy: "12",
			r: "1",
			key: "41hilf"
		}],
		["circle", {
			cx: "19",
			cy: "12",
			r: "1",
			key: "1wjl8i"
		}],
		["circle", {
			cx: "5",
			cy: "12",
			r: "1",
			key: "1pcz8c"
		}]
	],
	aliases: ["more-horizontal"]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var FileUp = createLucideIcon({
	name: "file-up",
	size: 24,
	node: [
		["path", {
			d: "M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z",
			key: "1oefj6"
		}],
		["path", {
			d: "M14 2v5a1 1 0 0 0 1 1h5",
			key: "wfsgrz"
		}],
		["path", {
			d: "M12 12v6",
			key: "3ahymv"
		}],
		["path", {
			d: "m15 15-3-3-3 3",
			key: "15xj92"
		}]
	]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var Info = createLucideIcon({
	name: "info",
	size: 24,
	node: [
		["circle", {
			cx: "12",
			cy: "12",
			r: "10",
			key: "1mglay"
		}],
		["path", {
			d: "M12 16v-4",
			key: "1dtifu"
		}],
		["path", {
			d: "M12 8h.01",
			key: "e9boi3"
		}]
	]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var Keyboard = createLucideIcon({
	name: "keyboard",
	size: 24,
	node: [
		["path", {
			d: "M10 8h.01",
			key: "1r9ogq"
		}],
		["path", {
			d: "M12 12h.01",
			key: "1mp3jc"
		}],
		["path", {
			d: "M14 8h.01",
			key: "1primd"
		}],
		["path", {
			d: "M16 12h.01",
			key: "1l6xoz"
		}],
		["path", {
			d: "M18 8h.01",
			key: "emo2bl"
		}],
		["path", {
			d: "M6 8h.01",
			key: "x9i8wu"
		}],
		["path", {
			d: "M7 16h10",
			key: "wp8him"
		}],
		["path", {
			d: "M8 12h.01",
			key: "czm47f"
		}],
		["rect", {
			width: "20",
			height: "16",
			x: "2",
			y: "4",
			rx: "2",
			key: "18n3k1"
		}]
	]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var LoaderCircle = createLucideIcon({
	name: "loader-circle",
	size: 24,
	node: [["path", {
		d: "M21 12a9 9 0 1 1-6.219-8.56",
		key: "13zald"
	}]],
	aliases: ["loader-2"]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var LogOut = createLucideIcon({
	name: "log-out",
	size: 24,
	node: [
		["path", {
			d: "m16 17 5-5-5-5",
			key: "1bji2h"
		}],
		["path", {
			d: "M21 12H9",
			key: "dn1m92"
		}],
		["path", {
			d: "M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4",
			key: "1uf3rs"
		}]
	]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var MessageSquareX = createLucideIcon({
	name: "message-square-x",
	size: 24,
	node: [
		["path", {
			d: "M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z",
			key: "18887p"
		}],
		["path", {
			d: "m14.5 8.5-5 5",
			key: "19tnj2"
		}],
		["path", {
			d: "m9.5 8.5 5 5",
			key: "1oa8ql"
		}]
	]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var Minus = createLucideIcon({
	name: "minus",
	size: 24,
	node: [["path", {
		d: "M5 12h14",
		key: "1ays0h"
	}]]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var OctagonX = createLucideIcon({
	name: "octagon-x",
	size: 24,
	node: [
		["path", {
			d: "m15 9-6 6",
			key: "1uzhvr"
		}],
		["path", {
			d: "M2.586 16.726A2 2 0 0 1 2 15.312V8.688a2 2 0 0 1 .586-1.414l4.688-4.688A2 2 0 0 1 8.688 2h6.624a2 2 0 0 1 1.414.586l4.688 4.688A2 2 0 0 1 22 8.688v6.624a2 2 0 0 1-.586 1.414l-4.688 4.688a2 2 0 0 1-1.414.586H8.688a2 2 0 0 1-1.414-.586z",
			key: "2d38gg"
		}],
		["path", {
			d: "m9 9 6 6",
			key: "z0biqf"
		}]
	],
	aliases: ["x-octagon"]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var Pencil = createLucideIcon({
	name: "pencil",
	size: 24,
	node: [["path", {
		d: "M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z",
		key: "1a8usu"
	}], ["path", {
		d: "m15 5 4 4",
		key: "1mk7zo"
	}]]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var Play = createLucideIcon({
	name: "play",
	size: 24,
	node: [["path", {
		d: "M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z",
		key: "10ikf1"
	}]]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var Plus = createLucideIcon({
	name: "plus",
	size: 24,
	node: [["path", {
		d: "M5 12h14",
		key: "1ays0h"
	}], ["path", {
		d: "M12 5v14",
		key: "s699le"
	}]]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var RefreshCw = createLucideIcon({
	name: "refresh-cw",
	size: 24,
	node: [
		["path", {
			d: "M3 12a9 9 0 0 1 9-9 9.75 9.75 0 0 1 6.74 2.74L21 8",
			key: "v9h5vc"
		}],
		["path", {
			d: "M21 3v5h-5",
			key: "1q7to0"
		}],
		["path", {
			d: "M21 12a9 9 0 0 1-9 9 9.75 9.75 0 0 1-6.74-2.74L3 16",
			key: "3uifl3"
		}],
		["path", {
			d: "M8 16H3v5",
			key: "1cv678"
		}]
	]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var RotateCw = createLucideIcon({
	name: "rotate-cw",
	size: 24,
	node: [["path", {
		d: "M21 12a9 9 0 1 1-9-9c2.52 0 4.93 1 6.74 2.74L21 8",
		key: "1p45f6"
	}], ["path", {
		d: "M21 3v5h-5",
		key: "1q7to0"
	}]]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var Search = createLucideIcon({
	name: "search",
	size: 24,
	node: [["path", {
		d: "m21 21-4.34-4.34",
		key: "14j7rj"
	}], ["circle", {
		cx: "11",
		cy: "11",
		r: "8",
		key: "4ej97u"
	}]]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var Square = createLucideIcon({
	name: "square",
	size: 24,
	node: [["rect", {
		width: "18",
		height: "18",
		x: "3",
		y: "3",
		rx: "2",
		key: "afitv7"
	}]]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var TriangleAlert = createLucideIcon({
	name: "triangle-alert",
	size: 24,
	node: [
		["path", {
			d: "m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3",
			key: "wmoenq"
		}],
		["path", {
			d: "M12 9v4",
			key: "juzpu7"
		}],
		["path", {
			d: "M12 17h.01",
			key: "p32p05"
		}]
	],
	aliases: ["alert-triangle"]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var Undo2 = createLucideIcon({
	name: "undo-2",
	size: 24,
	node: [["path", {
		d: "M9 14 4 9l5-5",
		key: "102s5s"
	}], ["path", {
		d: "M4 9h10.5a5.5 5.5 0 0 1 5.5 5.5a5.5 5.5 0 0 1-5.5 5.5H11",
		key: "f3b9sd"
	}]]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var Workflow = createLucideIcon({
	name: "workflow",
	size: 24,
	node: [
		["rect", {
			width: "8",
			height: "8",
			x: "3",
			y: "3",
			rx: "2",
			key: "by2w9f"
		}],
		["path", {
			d: "M7 11v4a2 2 0 0 0 2 2h4",
			key: "xkn7yn"
		}],
		["rect", {
			width: "8",
			height: "8",
			x: "13",
			y: "13",
			rx: "2",
			key: "1cgmvn"
		}]
	]
});
/**
* @license @lucide/vue v1.48.0 - ISC
*
* This source code is licensed under the ISC license.
* See the LICENSE file in the root directory of this source tree.
*/
var X = createLucideIcon({
	name: "x",
	size: 24,
	node: [["path", {
		d: "M18 6 6 18",
		key: "1bl5f8"
	}], ["path", {
		d: "m6 6 12 12",
		key: "d8bk6v"
	}]]
});
// packages/studio/src/app/server-marks.ts
/** How the state of a generating server looks. */
var SERVER_MARKS = {
	online: CircleCheck,
	resting: CirclePause,
	offline: CircleX,
	starting: LoaderCircle
};
// packages/studio/src/ui/KeyCap.vue?vue&type=script&setup=true&lang.ts
var KeyCap_vue_vue_type_script_setup_true_lang_default = /*@__PURE__*/ defineComponent({
	__name: "KeyCap",
	props: { label: {} },
	setup(__props) {
		/** A key of the keyboard, as a hint. */
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("kbd", null, toDisplayString(__props.label), 1);
		};
	}
});
// \0plugin-vue:export-helper
var _plugin_vue_export_helper_default = (sfc, props) => {
	const target = sfc.__vccOpts || sfc;
	for (const [key, val] of props) target[key] = val;
	return target;
};
// packages/studio/src/ui/KeyCap.vue
var KeyCap_default = /*#__PURE__*/ _plugin_vue_export_helper_default(KeyCap_vue_vue_type_script_setup_true_lang_default, [["__scopeId", "data-v-b68bd1ec"]]);
// packages/studio/src/ui/Hint.vue
var Hint_default = /* @__PURE__ */ defineComponent({
	__name: "Hint",
	props: {
		label: {},
		shortcut: {}
	},
	setup(__props) {
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(TooltipRoot_default), { disabled: __props.label === void 0 }, {
				default: withCtx(() => [createVNode(unref(TooltipTrigger_default), { "as-child": "" }, {
					default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
					_: 3
				}), createVNode(unref(TooltipPortal_default), null, {
					default: withCtx(() => [createVNode(unref(TooltipContent_default), {
						class: "hint",
						"side-offset": 6,
						"collision-padding": 8
					}, {
						default: withCtx(() => [createTextVNode(toDisplayString(__props.label) + " ", 1), __props.shortcut ? (openBlock(), createBlock(KeyCap_default, {
							key: 0,
							label: __props.shortcut
						}, null, 8, ["label"])) : createCommentVNode("", true)]),
						_: 1
					})]),
					_: 1
				})]),
				_: 3
			}, 8, ["disabled"]);
		};
	}
});
// packages/studio/src/ui/ActionButton.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$32 = [
	"aria-label",
	"aria-disabled",
	"aria-pressed",
	"aria-keyshortcuts"
];
var _hoisted_2$22 = {
	key: 1,
	class: "label"
};
// packages/studio/src/ui/ActionButton.vue
var ActionButton_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	inheritAttrs: false,
	__name: "ActionButton",
	props: {
		label: {},
		icon: {},
		shortcut: {},
		hint: {},
		tone: { default: "plain" },
		bare: { type: Boolean },
		disabled: { type: Boolean },
		pressed: {
			type: Boolean,
			default: void 0
		}
	},
	emits: ["press"],
	setup(__props) {
		/** A button for an action. `bare` shows the icon alone; the label stays its name and its tooltip. */
		const props = __props;
		const tooltip = computed(() => props.hint ?? (props.bare ? props.label : void 0));
		return (_ctx, _cache) => {
			return openBlock(), createBlock(Hint_default, {
				label: tooltip.value,
				shortcut: __props.shortcut
			}, {
				default: withCtx(() => [createBaseVNode("button", mergeProps(_ctx.$attrs, {
					type: "button",
					class: [
						"button",
						__props.tone,
						{ bare: __props.bare }
					],
					"aria-label": __props.label,
					"aria-disabled": __props.disabled,
					"aria-pressed": __props.pressed,
					"aria-keyshortcuts": __props.shortcut,
					onClick: _cache[0] || (_cache[0] = (event) => {
						if (!__props.disabled) _ctx.$emit("press", event);
					})
				}), [
					__props.icon ? (openBlock(), createBlock(resolveDynamicComponent(__props.icon), {
						key: 0,
						"aria-hidden": "true"
					})) : createCommentVNode("", true),
					!__props.bare ? (openBlock(), createElementBlock("span", _hoisted_2$22, toDisplayString(__props.label), 1)) : createCommentVNode("", true),
					__props.shortcut && !__props.bare ? (openBlock(), createBlock(KeyCap_default, {
						key: 2,
						class: "key",
						label: __props.shortcut,
						"aria-hidden": "true"
					}, null, 8, ["label"])) : createCommentVNode("", true)
				], 16, _hoisted_1$32)]),
				_: 1
			}, 8, ["label", "shortcut"]);
		};
	}
}), [["__scopeId", "data-v-1ea6adbd"]]);
// packages/studio/src/app/ServerList.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$31 = { class: "servers" };
var _hoisted_2$21 = { class: "caption" };
var _hoisted_3$15 = {
	key: 0,
	class: "caption"
};
var _hoisted_4$13 = { key: 1 };
var _hoisted_5$11 = { for: "server-address" };
var _hoisted_6$11 = {
	key: 0,
	role: "alert"
};
// packages/studio/src/app/ServerList.vue
var ServerList_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "ServerList",
	props: { workers: {} },
	emits: ["changed"],
	setup(__props, { emit: __emit }) {
		const emit = __emit;
		const address = /* @__PURE__ */ ref("");
		const problem = /* @__PURE__ */ ref();
		const busy = /* @__PURE__ */ ref(false);
		async function change(work) {
			if (busy.value) return;
			busy.value = true;
			problem.value = void 0;
			try {
				await work();
				emit("changed");
			} catch (error) {
				problem.value = sentenceOf(error);
			} finally {
				busy.value = false;
			}
		}
		function add() {
			const typed = address.value.trim();
			const url = serverUrlSchema.safeParse(/^https?:/.test(typed) ? typed : `http://${typed}`);
			if (url.success) return change(async () => {
				await server("addServer", { body: { url: url.data } });
				address.value = "";
			});
			problem.value = text.system.addressUnclear;
			return Promise.resolve();
		}
		const remove = (url) => change(() => server("removeServer", { body: { url } }));
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock(Fragment, null, [createBaseVNode("ul", _hoisted_1$31, [(openBlock(true), createElementBlock(Fragment, null, renderList(__props.workers, (worker) => {
				return openBlock(), createElementBlock("li", {
					key: worker.name,
					class: normalizeClass(worker.state)
				}, [
					(openBlock(), createBlock(resolveDynamicComponent(unref(SERVER_MARKS)[worker.state]), { "aria-hidden": "true" })),
					createBaseVNode("div", null, [
						createBaseVNode("p", null, [
							createBaseVNode("b", null, toDisplayString(worker.name), 1),
							createTextVNode(" " + toDisplayString(unref(text).system.states[worker.state]), 1),
							worker.in_flight ? (openBlock(), createElementBlock(Fragment, { key: 0 }, [createTextVNode(" · " + toDisplayString(unref(text).system.inFlight(worker.in_flight)), 1)], 64)) : createCommentVNode("", true)
						]),
						createBaseVNode("p", _hoisted_2$21, [createTextVNode(toDisplayString(unref(text).system.kinds[worker.kind]) + " " + toDisplayString(worker.version ?? ""), 1), worker.url !== worker.name ? (openBlock(), createElementBlock(Fragment, { key: 0 }, [createTextVNode(" · " + toDisplayString(worker.url), 1)], 64)) : createCommentVNode("", true)]),
						worker.busy_ms + worker.idle_ms > 0 ? (openBlock(), createElementBlock("p", _hoisted_3$15, toDisplayString(unref(text).system.used(unref(formatDuration)(worker.busy_ms), unref(formatDuration)(worker.idle_ms))), 1)) : createCommentVNode("", true),
						worker.problem ? (openBlock(), createElementBlock("p", _hoisted_4$13, toDisplayString(worker.problem), 1)) : createCommentVNode("", true)
					]),
					worker.removable ? (openBlock(), createBlock(ActionButton_default, {
						key: 0,
						bare: "",
						tone: "quiet",
						icon: unref(X),
						label: unref(text).system.remove(worker.name),
						disabled: busy.value,
						onPress: ($event) => remove(worker.name)
					}, null, 8, [
						"icon",
						"label",
						"disabled",
						"onPress"
					])) : createCommentVNode("", true)
				], 2);
			}), 128))]), createBaseVNode("form", {
				class: "add",
				onSubmit: withModifiers(add, ["prevent"])
			}, [
				createBaseVNode("label", _hoisted_5$11, toDisplayString(unref(text).system.addLabel), 1),
				withDirectives(createBaseVNode("input", {
					id: "server-address",
					"onUpdate:modelValue": _cache[0] || (_cache[0] = ($event) => address.value = $event),
					placeholder: "http://192.168.1.20:8188",
					autocomplete: "off",
					spellcheck: "false"
				}, null, 512), [[vModelText, address.value]]),
				createVNode(ActionButton_default, {
					icon: unref(Plus),
					label: unref(text).system.add,
					disabled: busy.value || address.value.trim() === "",
					onPress: add
				}, null, 8, [
					"icon",
					"label",
					"disabled"
				]),
				problem.value ? (openBlock(), createElementBlock("p", _hoisted_6$11, toDisplayString(problem.value), 1)) : createCommentVNode("", true)
			], 32)], 64);
		};
	}
}), [["__scopeId", "data-v-f512a51e"]]);
// packages/studio/src/app/SystemStatus.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$30 = { class: "word" };
var _hoisted_2$20 = {
	key: 0,
	role: "alert"
};
var _hoisted_3$14 = { class: "caption" };
/** How the machines are. That the server is away, its feed tells at once; the rest is asked for now and then. */
var EVERY_MS = 1e4;
// packages/studio/src/app/SystemStatus.vue
var SystemStatus_default = /* @__PURE__ */ defineComponent({
	__name: "SystemStatus",
	props: { connection: {} },
	setup(__props) {
		const isOpen = /* @__PURE__ */ ref(false);
		const system = /* @__PURE__ */ shallowRef();
		const problem = /* @__PURE__ */ ref();
		async function read() {
			try {
				system.value = await server("getSystem", {});
				problem.value = void 0;
			} catch (error) {
				problem.value = sentenceOf(error);
			}
		}
		useIntervalFn(read, EVERY_MS, { immediateCallback: true });
		watch(() => __props.connection, (now, before) => {
			if (before === "lost" || now === "lost") read();
		});
		const isAway = computed(() => __props.connection === "lost" || problem.value !== void 0);
		const online = computed(() => system.value?.workers.filter(({ state }) => state === "online" || state === "resting").length ?? 0);
		const state = computed(() => {
			if (isAway.value) return "offline";
			if (system.value === void 0) return "starting";
			return online.value > 0 ? "online" : system.value.workers.find((worker) => worker.state === "starting")?.state ?? "offline";
		});
		const summary = computed(() => isAway.value ? text.system.serverAway : text.system.workers(online.value, system.value?.workers.length ?? 0));
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(PopoverRoot_default), {
				open: isOpen.value,
				"onUpdate:open": _cache[1] || (_cache[1] = ($event) => isOpen.value = $event)
			}, {
				default: withCtx(() => [createVNode(unref(PopoverTrigger_default), {
					class: normalizeClass(["trigger", state.value]),
					"aria-label": `${unref(text).system.name}: ${summary.value}`
				}, {
					default: withCtx(() => [(openBlock(), createBlock(resolveDynamicComponent(unref(SERVER_MARKS)[state.value]), { "aria-hidden": "true" })), createBaseVNode("span", _hoisted_1$30, toDisplayString(summary.value), 1)]),
					_: 1
				}, 8, ["class", "aria-label"]), createVNode(unref(PopoverPortal_default), null, {
					default: withCtx(() => [createVNode(unref(PopoverContent_default), {
						class: "system-panel",
						align: "end",
						"side-offset": 6,
						"collision-padding": 8,
						"aria-label": unref(text).system.name,
						onKeydown: _cache[0] || (_cache[0] = withKeys(($event) => isOpen.value = false, ["esc"]))
					}, {
						default: withCtx(() => [isAway.value ? (openBlock(), createElementBlock("p", _hoisted_2$20, toDisplayString(problem.value ?? unref(text).serverAway), 1)) : createCommentVNode("", true), system.value && !isAway.value ? (openBlock(), createElementBlock(Fragment, { key: 1 }, [createVNode(ServerList_default, {
							workers: system.value.workers,
							onChanged: read
						}, null, 8, ["workers"]), createBaseVNode("p", _hoisted_3$14, toDisplayString(unref(text).product) + " " + toDisplayString(system.value.version) + " · " + toDisplayString(unref(text).system.free(unref(formatBytes)(system.value.disk_free))), 1)], 64)) : createCommentVNode("", true)]),
						_: 1
					}, 8, ["aria-label"])]),
					_: 1
				})]),
				_: 1
			}, 8, ["open"]);
		};
	}
});
// packages/studio/src/app/ScreenHeader.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$29 = { class: "header" };
var _hoisted_2$19 = { class: "where clip" };
// packages/studio/src/app/ScreenHeader.vue
var ScreenHeader_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "ScreenHeader",
	props: { connection: {} },
	setup(__props) {
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("header", _hoisted_1$29, [
				createBaseVNode("div", _hoisted_2$19, [renderSlot(_ctx.$slots, "default", {}, void 0, true)]),
				renderSlot(_ctx.$slots, "actions", {}, void 0, true),
				createVNode(SystemStatus_default, { connection: __props.connection }, null, 8, ["connection"])
			]);
		};
	}
}), [["__scopeId", "data-v-43ce48fd"]]);
// packages/studio/src/ui/EmptyState.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$28 = { class: "empty" };
// packages/studio/src/ui/EmptyState.vue
var EmptyState_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "EmptyState",
	props: { message: {} },
	setup(__props) {
		/** Nothing here: one sentence that says what to do next, and one button in the slot. */
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", _hoisted_1$28, [createBaseVNode("p", null, toDisplayString(__props.message), 1), renderSlot(_ctx.$slots, "default", {}, void 0, true)]);
		};
	}
}), [["__scopeId", "data-v-8200929a"]]);
// packages/studio/src/app/address.ts
/** Reads an address such as `#/loop/portraits-07?c=13&r=1`; whatever it does not know is Home. */
function parseAddress(hash) {
	const [, path = "", query = ""] = /^#?([^?]*)\??(.*)$/s.exec(hash) ?? [];
	const searchParams = new URLSearchParams(query);
	const loopId = /^\/loop\/([a-zA-Z0-9_-]{1,64})$/.exec(path)?.[1];
	if (loopId !== void 0) {
		const cycle = indexIn(searchParams.get("c"));
		return cycle === void 0 ? {
			name: "loop",
			loopId
		} : {
			name: "loop",
			loopId,
			place: {
				cycle,
				retry: indexIn(searchParams.get("r")) ?? 0
			}
		};
	}
	if (path === "/canvas") return { name: "canvas" };
	const workflow = searchParams.get("workflow");
	return workflow === null ? { name: "home" } : {
		name: "home",
		workflow
	};
}
function formatAddress(screen) {
	if (screen.name === "canvas") return "#/canvas";
	if (screen.name === "home") return screen.workflow === void 0 ? "#/" : `#/?workflow=${encodeURIComponent(screen.workflow)}`;
	const { loopId, place } = screen;
	return place === void 0 ? `#/loop/${loopId}` : `#/loop/${loopId}?c=${place.cycle}&r=${place.retry}`;
}
var indexIn = (digits) => digits !== null && /^\d{1,7}$/.test(digits) ? Number(digits) : void 0;
// packages/studio/src/app/ScreenLink.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$27 = ["href"];
// packages/studio/src/app/ScreenLink.vue
var ScreenLink_default = /* @__PURE__ */ defineComponent({
	__name: "ScreenLink",
	props: { to: {} },
	setup(__props) {
		const embedding = useEmbedding();
		const href = computed(() => embedding === void 0 ? formatAddress(__props.to) : fromServer("/") + formatAddress(__props.to));
		function follow(event) {
			if (embedding === void 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
			event.preventDefault();
			embedding.address.go(__props.to);
		}
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("a", {
				href: href.value,
				onClick: follow
			}, [renderSlot(_ctx.$slots, "default")], 8, _hoisted_1$27);
		};
	}
});
// packages/studio/src/ui/NoticeLine.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$26 = ["role"];
// packages/studio/src/ui/NoticeLine.vue
var NoticeLine_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "NoticeLine",
	props: {
		tone: {},
		message: {},
		closable: { type: Boolean }
	},
	emits: ["close"],
	setup(__props) {
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", {
				class: normalizeClass(["notice", __props.tone]),
				role: __props.tone === "error" ? "alert" : "status"
			}, [
				(openBlock(), createBlock(resolveDynamicComponent(__props.tone === "error" ? unref(CircleAlert) : unref(Info)), {
					class: "sign",
					"aria-hidden": "true"
				})),
				createBaseVNode("p", null, toDisplayString(__props.message), 1),
				renderSlot(_ctx.$slots, "default", {}, void 0, true),
				__props.closable ? (openBlock(), createBlock(ActionButton_default, {
					key: 0,
					tone: "quiet",
					bare: "",
					icon: unref(X),
					label: unref(text).dismiss,
					onPress: _cache[0] || (_cache[0] = ($event) => _ctx.$emit("close"))
				}, null, 8, ["icon", "label"])) : createCommentVNode("", true)
			], 10, _hoisted_1$26);
		};
	}
}), [["__scopeId", "data-v-399e8ddd"]]);
// packages/studio/src/ui/ProgressBar.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$25 = ["aria-label", "aria-valuenow"];
// packages/studio/src/ui/ProgressBar.vue
var ProgressBar_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "ProgressBar",
	props: {
		label: {},
		share: {}
	},
	setup(__props) {
		/** A bar with a share 0..1; without one it only says that work goes on. */
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", {
				class: "bar",
				role: "progressbar",
				"aria-label": __props.label,
				"aria-valuemin": "0",
				"aria-valuemax": "100",
				"aria-valuenow": __props.share === void 0 ? void 0 : Math.floor(__props.share * 100)
			}, [createBaseVNode("div", {
				class: "done",
				style: normalizeStyle({ width: `${(__props.share ?? 0) * 100}%` })
			}, null, 4)], 8, _hoisted_1$25);
		};
	}
}), [["__scopeId", "data-v-b80e8200"]]);
// packages/studio/src/home/LoopMark.vue
var LoopMark_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "LoopMark",
	props: { status: {} },
	setup(__props) {
		const SHAPES = {
			empty: Circle,
			ready: Play,
			running: CircleDashed,
			waiting: CircleDot,
			failed: TriangleAlert,
			complete: Check,
			exited: LogOut
		};
		return (_ctx, _cache) => {
			return openBlock(), createBlock(resolveDynamicComponent(SHAPES[__props.status]), {
				class: normalizeClass(__props.status),
				"aria-hidden": "true"
			}, null, 8, ["class"]);
		};
	}
}), [["__scopeId", "data-v-e046c0bb"]]);
// packages/studio/src/home/loops.ts
/** What a person is needed for comes first. */
var URGENCY = {
	waiting: 0,
	failed: 1,
	running: 2,
	ready: 3,
	empty: 4,
	complete: 5,
	exited: 5
};
/** Waiting for a person first, then failed, running, the rest; among equals the last changed first. */
function inOrder(loops) {
	return loops.toSorted((a, b) => URGENCY[a.status] - URGENCY[b.status] || b.updated_at - a.updated_at);
}
/** The loops with one as it is now; news that is older than what is known changes nothing. */
function withLoop(loops, loop) {
	const index = loops.findIndex((known) => known.loop_id === loop.loop_id);
	const known = loops[index];
	if (known === void 0) return [...loops, loop];
	return known.seq >= loop.seq ? loops : loops.with(index, loop);
}
// packages/studio/src/home/LoopList.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$24 = ["aria-label", "aria-busy"];
var _hoisted_2$18 = { class: "scroll" };
var _hoisted_3$13 = ["title"];
var _hoisted_4$12 = { class: "part number" };
var _hoisted_5$10 = { class: "workflow caption clip" };
var _hoisted_6$10 = ["datetime", "title"];
// packages/studio/src/home/LoopList.vue
var LoopList_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "LoopList",
	props: {
		list: {},
		progress: {}
	},
	emits: ["refresh", "begin"],
	setup(__props) {
		const loops = computed(() => inOrder(__props.list.value ?? []));
		const now = useNow({ interval: 2e4 });
		function partOf({ approved, total_cycles, loop_id, status }) {
			const share = status === "running" ? __props.progress[loop_id] : void 0;
			return share ? `${approved}/${total_cycles} · ${formatShare(share)}` : `${approved}/${total_cycles}`;
		}
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("section", {
				class: "list",
				"aria-label": unref(text).loops,
				"aria-busy": __props.list.loading
			}, [
				createBaseVNode("header", null, [createBaseVNode("h2", null, toDisplayString(unref(text).loops), 1)]),
				__props.list.error ? (openBlock(), createBlock(NoticeLine_default, {
					key: 0,
					class: "inset",
					tone: "error",
					message: __props.list.error
				}, {
					default: withCtx(() => [createVNode(ActionButton_default, {
						label: unref(text).tryAgain,
						onPress: _cache[0] || (_cache[0] = ($event) => _ctx.$emit("refresh"))
					}, null, 8, ["label"])]),
					_: 1
				}, 8, ["message"])) : createCommentVNode("", true),
				__props.list.value && loops.value.length === 0 ? (openBlock(), createBlock(EmptyState_default, {
					key: 1,
					message: unref(text).noLoops
				}, {
					default: withCtx(() => [createVNode(ActionButton_default, {
						label: unref(text).chooseWorkflow,
						onPress: _cache[1] || (_cache[1] = ($event) => _ctx.$emit("begin"))
					}, null, 8, ["label"])]),
					_: 1
				}, 8, ["message"])) : createCommentVNode("", true),
				createBaseVNode("ul", _hoisted_2$18, [(openBlock(true), createElementBlock(Fragment, null, renderList(loops.value, (loop) => {
					return openBlock(), createElementBlock("li", { key: loop.loop_id }, [createVNode(ScreenLink_default, {
						class: "row",
						to: {
							name: "loop",
							loopId: loop.loop_id
						}
					}, {
						default: withCtx(() => [
							createVNode(LoopMark_default, {
								class: "mark",
								status: loop.status
							}, null, 8, ["status"]),
							createBaseVNode("span", {
								class: "name clip",
								title: loop.loop_id
							}, toDisplayString(loop.loop_id), 9, _hoisted_3$13),
							createBaseVNode("span", _hoisted_4$12, toDisplayString(partOf(loop)), 1),
							createBaseVNode("span", _hoisted_5$10, toDisplayString(unref(text).loopStatus[loop.status]) + toDisplayString(loop.workflow_name ? ` · ${loop.workflow_name}` : ""), 1),
							createBaseVNode("time", {
								class: "when caption number",
								datetime: new Date(loop.updated_at).toISOString(),
								title: unref(formatTime)(loop.updated_at)
							}, toDisplayString(unref(formatAgo)(loop.updated_at, unref(now).getTime())), 9, _hoisted_6$10),
							createVNode(ProgressBar_default, {
								class: "bar",
								label: unref(text).approvedOf(loop.approved, loop.total_cycles),
								share: loop.total_cycles === 0 ? 0 : loop.approved / loop.total_cycles
							}, null, 8, ["label", "share"])
						]),
						_: 2
					}, 1032, ["to"])]);
				}), 128))])
			], 8, _hoisted_1$24);
		};
	}
}), [["__scopeId", "data-v-d6a9fd59"]]);
// packages/studio/src/server/feed.ts
var REOPEN_AFTER_MS = 3e3;
/**
* Listens to `/lemouf/events`, of one loop or of all, until the returned function is called.
* The browser reconnects and asks for what it missed (Last-Event-ID); where the server cannot tell, `began` is called.
*/
function openFeed(loopId, listener) {
	const address = loopId === void 0 ? "/lemouf/events" : `/lemouf/events?loop_id=${encodeURIComponent(loopId)}`;
	let reopening;
	let stream = connect();
	let server;
	let heard = 0;
	function connect() {
		listener.connection("connecting");
		const source = new EventSource(fromServer(address));
		on(source, "hello", helloSchema, (hello) => {
			listener.connection("live");
			const missed = server !== hello.server_started_at || hello.last_event_id !== heard;
			server = hello.server_started_at;
			heard = hello.last_event_id;
			if (missed) listener.began();
		});
		on(source, "change", changeSchema, (change, id) => {
			heard = Number(id);
			listener.changed(change);
		});
		on(source, "progress", progressSchema, (progress) => listener.progressed?.(progress));
		on(source, "preview", previewSchema, (preview) => listener.previewed?.(preview));
		source.addEventListener("error", () => {
			listener.connection("lost");
			if (source.readyState === EventSource.CLOSED) reopening = setTimeout(() => {
				stream = connect();
			}, REOPEN_AFTER_MS);
		});
		return source;
	}
	return () => {
		clearTimeout(reopening);
		stream.close();
	};
}
function on(source, name, schema, hear) {
	source.addEventListener(name, (event) => hear(schema.parse(unwrap(parseJson(event.data))), event.lastEventId));
}
// packages/studio/src/home/use-catalog.ts
/** The workflows and loops that the server has; the loops follow by themselves. */
function useCatalog() {
	const workflows = /* @__PURE__ */ shallowRef({
		value: void 0,
		error: void 0,
		loading: true
	});
	const loops = /* @__PURE__ */ shallowRef({
		value: void 0,
		error: void 0,
		loading: true
	});
	const progress = /* @__PURE__ */ shallowRef({});
	const connection = /* @__PURE__ */ shallowRef("connecting");
	const readWorkflows = () => load(workflows, () => server("listWorkflows", {}));
	const readLoops = () => load(loops, async (known) => (await server("listLoops", {})).loops.map((loop) => newest(loop, known())));
	onScopeDispose(openFeed(void 0, {
		began: () => void readLoops(),
		changed: ({ loop }) => {
			loops.value = {
				...loops.value,
				value: withLoop(loops.value.value ?? [], loop)
			};
			if (loop.status !== "running") progress.value = {
				...progress.value,
				[loop.loop_id]: 0
			};
		},
		progressed: ({ loop_id, done }) => {
			progress.value = {
				...progress.value,
				[loop_id]: done
			};
		},
		connection: (now) => {
			connection.value = now;
			if (now === "lost") progress.value = {};
		}
	}));
	readWorkflows();
	return {
		workflows,
		loops,
		progress,
		connection,
		refresh: async () => void await Promise.all([readWorkflows(), readLoops()])
	};
}
function newest(loop, known) {
	return known?.find(({ loop_id, seq }) => loop_id === loop.loop_id && seq > loop.seq) ?? loop;
}
async function load(into, read) {
	into.value = {
		...into.value,
		loading: true
	};
	try {
		into.value = {
			value: await read(() => into.value.value),
			error: void 0,
			loading: false
		};
	} catch (error) {
		into.value = {
			...into.value,
			error: sentenceOf(error),
			loading: false
		};
	}
}
// packages/studio/src/home/ProfileBadge.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$23 = ["title"];
// packages/studio/src/home/ProfileBadge.vue
var ProfileBadge_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "ProfileBadge",
	props: { profileId: {} },
	setup(__props) {
		const names = text.profiles;
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("span", {
				class: "badge",
				title: __props.profileId
			}, toDisplayString(unref(names)[__props.profileId] ?? __props.profileId), 9, _hoisted_1$23);
		};
	}
}), [["__scopeId", "data-v-d846a9fa"]]);
// packages/studio/src/home/workflows.ts
/** The master workflows by feature folder, those whose path or type holds every word of the search. */
function foldersOf(list, search) {
	const words = search.toLowerCase().split(/\s+/).filter(Boolean);
	const found = list.master_workflows.map((name) => itemOf(name, list.pipelines.includes(name) ? "pipeline" : list.workflow_profiles[name]?.profile_id ?? "generic_loop", list.workflow_models[name] ?? [])).filter(({ name, profileId }) => words.every((word) => `${name} ${profileId}`.toLowerCase().includes(word)));
	return [...Map.groupBy(found, ({ name }) => name.slice(0, Math.max(0, name.lastIndexOf("/"))))].map(([folder, inFolder]) => ({
		folder,
		items: inFolder
	})).sort((a, b) => a.folder.localeCompare(b.folder));
}
var EASIEST = "loop_basic_image";
/** The workflow to begin with: the simplest example, else the first there is. */
function firstToTry(list) {
	const items = foldersOf(list, "").flatMap((folder) => folder.items);
	return items.find(({ title }) => title === EASIEST) ?? items[0];
}
function itemOf(name, profileId, models) {
	return {
		name,
		title: name.slice(name.lastIndexOf("/") + 1).replace(/\.json$/i, ""),
		profileId,
		models
	};
}
// packages/studio/src/home/WorkflowList.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$22 = ["aria-label", "aria-busy"];
var _hoisted_2$17 = {
	key: 1,
	class: "search"
};
var _hoisted_3$12 = ["placeholder", "aria-label"];
var _hoisted_4$11 = { class: "scroll" };
var _hoisted_5$9 = { class: "caption" };
var _hoisted_6$9 = ["aria-current", "onClick"];
var _hoisted_7$7 = ["title"];
var _hoisted_8$7 = { key: 0 };
var _hoisted_9$5 = { class: "caption" };
var _hoisted_10$4 = { class: "clip" };
var _hoisted_11$2 = { class: "caption" };
// packages/studio/src/home/WorkflowList.vue
var WorkflowList_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "WorkflowList",
	props: {
		list: {},
		selected: {},
		canvas: {}
	},
	emits: [
		"select",
		"current",
		"refresh"
	],
	setup(__props, { expose: __expose }) {
		const root = useTemplateRef("root");
		const search = /* @__PURE__ */ ref("");
		const folders = computed(() => __props.list.value === void 0 ? [] : foldersOf(__props.list.value, search.value));
		const isBare = computed(() => __props.list.value?.master_workflows.length === 0);
		/** To the first workflow, else to the search. */
		function focus() {
			const target = root.value?.querySelector("button.row") ?? root.value?.querySelector("input");
			target?.scrollIntoView({ block: "nearest" });
			target?.focus();
		}
		__expose({ focus });
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("section", {
				ref_key: "root",
				ref: root,
				class: "list",
				"aria-label": unref(text).workflows,
				"aria-busy": __props.list.loading
			}, [
				createBaseVNode("header", null, [createBaseVNode("h2", null, toDisplayString(unref(text).workflows), 1), createVNode(ActionButton_default, {
					tone: "quiet",
					bare: "",
					icon: unref(RefreshCw),
					label: unref(text).refresh,
					disabled: __props.list.loading,
					onPress: _cache[0] || (_cache[0] = ($event) => _ctx.$emit("refresh"))
				}, null, 8, [
					"icon",
					"label",
					"disabled"
				])]),
				__props.canvas ? (openBlock(), createBlock(ActionButton_default, {
					key: 0,
					class: "current",
					icon: unref(Workflow),
					label: unref(text).useCurrentWorkflow,
					pressed: __props.selected === __props.canvas,
					onPress: _cache[1] || (_cache[1] = ($event) => _ctx.$emit("current"))
				}, null, 8, [
					"icon",
					"label",
					"pressed"
				])) : createCommentVNode("", true),
				!isBare.value ? (openBlock(), createElementBlock("div", _hoisted_2$17, [createVNode(unref(Search), { "aria-hidden": "true" }), withDirectives(createBaseVNode("input", {
					"onUpdate:modelValue": _cache[2] || (_cache[2] = ($event) => search.value = $event),
					class: "field",
					type: "search",
					placeholder: unref(text).searchWorkflows,
					"aria-label": unref(text).searchWorkflows
				}, null, 8, _hoisted_3$12), [[vModelText, search.value]])])) : createCommentVNode("", true),
				__props.list.error ? (openBlock(), createBlock(NoticeLine_default, {
					key: 2,
					class: "inset",
					tone: "error",
					message: __props.list.error
				}, {
					default: withCtx(() => [createVNode(ActionButton_default, {
						label: unref(text).tryAgain,
						onPress: _cache[3] || (_cache[3] = ($event) => _ctx.$emit("refresh"))
					}, null, 8, ["label"])]),
					_: 1
				}, 8, ["message"])) : createCommentVNode("", true),
				isBare.value ? (openBlock(), createBlock(EmptyState_default, {
					key: 3,
					message: unref(text).noWorkflows(__props.list.value?.folder ?? "")
				}, {
					default: withCtx(() => [createVNode(ActionButton_default, {
						icon: unref(RefreshCw),
						label: unref(text).refresh,
						onPress: _cache[4] || (_cache[4] = ($event) => _ctx.$emit("refresh"))
					}, null, 8, ["icon", "label"])]),
					_: 1
				}, 8, ["message"])) : __props.list.value && folders.value.length === 0 ? (openBlock(), createBlock(EmptyState_default, {
					key: 4,
					message: unref(text).nothingFound(search.value)
				}, {
					default: withCtx(() => [createVNode(ActionButton_default, {
						label: unref(text).clearSearch,
						onPress: _cache[5] || (_cache[5] = ($event) => search.value = "")
					}, null, 8, ["label"])]),
					_: 1
				}, 8, ["message"])) : createCommentVNode("", true),
				createBaseVNode("div", _hoisted_4$11, [(openBlock(true), createElementBlock(Fragment, null, renderList(folders.value, ({ folder, items }) => {
					return openBlock(), createElementBlock("section", { key: folder }, [createBaseVNode("h3", _hoisted_5$9, toDisplayString(folder || unref(text).noFolder), 1), createBaseVNode("ul", null, [(openBlock(true), createElementBlock(Fragment, null, renderList(items, (item) => {
						return openBlock(), createElementBlock("li", { key: item.name }, [createBaseVNode("button", {
							type: "button",
							class: "row",
							"aria-current": item.name === __props.selected,
							onClick: ($event) => _ctx.$emit("select", item.name)
						}, [createBaseVNode("span", {
							class: "clip",
							title: item.name
						}, toDisplayString(item.title), 9, _hoisted_7$7), createVNode(ProfileBadge_default, { "profile-id": item.profileId }, null, 8, ["profile-id"])], 8, _hoisted_6$9)]);
					}), 128))])]);
				}), 128)), __props.list.value?.unreadable.length ? (openBlock(), createElementBlock("section", _hoisted_8$7, [createBaseVNode("h3", _hoisted_9$5, toDisplayString(unref(text).unreadable), 1), createBaseVNode("ul", null, [(openBlock(true), createElementBlock(Fragment, null, renderList(__props.list.value.unreadable, ({ name, message }) => {
					return openBlock(), createElementBlock("li", {
						key: name,
						class: "unreadable"
					}, [createBaseVNode("span", _hoisted_10$4, toDisplayString(name), 1), createBaseVNode("span", _hoisted_11$2, toDisplayString(message), 1)]);
				}), 128))])])) : createCommentVNode("", true)])
			], 8, _hoisted_1$22);
		};
	}
}), [["__scopeId", "data-v-5c0a9f7b"]]);
// packages/studio/src/home/NodeName.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$21 = ["title"];
var _hoisted_2$16 = { key: 1 };
// packages/studio/src/home/NodeName.vue
var NodeName_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "NodeName",
	props: {
		id: {},
		canvas: {}
	},
	setup(__props) {
		return (_ctx, _cache) => {
			return __props.canvas ? (openBlock(), createElementBlock("button", {
				key: 0,
				type: "button",
				class: "to-node",
				title: unref(text).showNode,
				onClick: _cache[0] || (_cache[0] = ($event) => __props.canvas.reveal(__props.id))
			}, [renderSlot(_ctx.$slots, "default", {}, void 0, true)], 8, _hoisted_1$21)) : (openBlock(), createElementBlock("span", _hoisted_2$16, [renderSlot(_ctx.$slots, "default", {}, void 0, true)]));
		};
	}
}), [["__scopeId", "data-v-b56b73c4"]]);
// packages/studio/src/home/FindingList.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$20 = { class: "findings" };
var _hoisted_2$15 = { class: "word" };
var _hoisted_3$11 = { class: "said" };
var _hoisted_4$10 = { class: "caption" };
var _hoisted_5$8 = {
	key: 0,
	class: "caption"
};
var _hoisted_6$8 = { class: "mono" };
// packages/studio/src/home/FindingList.vue
var FindingList_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "FindingList",
	props: {
		findings: {},
		canvas: {}
	},
	setup(__props) {
		const ORDER = [
			"error",
			"warning",
			"info"
		];
		const SHAPES = {
			error: OctagonX,
			warning: TriangleAlert,
			info: Info
		};
		const sorted = computed(() => __props.findings.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity)));
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("ul", _hoisted_1$20, [(openBlock(true), createElementBlock(Fragment, null, renderList(sorted.value, (finding, index) => {
				return openBlock(), createElementBlock("li", {
					key: index,
					class: normalizeClass(finding.severity)
				}, [
					(openBlock(), createBlock(resolveDynamicComponent(SHAPES[finding.severity]), { "aria-hidden": "true" })),
					createBaseVNode("span", _hoisted_2$15, toDisplayString(unref(text).severities[finding.severity]), 1),
					createBaseVNode("div", _hoisted_3$11, [
						createBaseVNode("p", null, toDisplayString(finding.message), 1),
						createBaseVNode("p", _hoisted_4$10, toDisplayString(finding.remedy), 1),
						finding.node ? (openBlock(), createElementBlock("p", _hoisted_5$8, [
							createVNode(NodeName_default, {
								id: finding.node.id,
								canvas: __props.canvas
							}, {
								default: withCtx(() => [createBaseVNode("span", _hoisted_6$8, toDisplayString(finding.node.id), 1), createTextVNode(" " + toDisplayString(finding.node.title), 1)]),
								_: 2
							}, 1032, ["id", "canvas"]),
							createTextVNode(" · " + toDisplayString(finding.node.classType), 1),
							finding.input ? (openBlock(), createElementBlock(Fragment, { key: 0 }, [createTextVNode(" · " + toDisplayString(finding.input), 1)], 64)) : createCommentVNode("", true)
						])) : createCommentVNode("", true)
					])
				], 2);
			}), 128))]);
		};
	}
}), [["__scopeId", "data-v-cc90abe7"]]);
// packages/studio/src/home/MappingTable.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$19 = { class: "table" };
var _hoisted_2$14 = { class: "caption" };
var _hoisted_3$10 = { scope: "col" };
var _hoisted_4$9 = { scope: "col" };
var _hoisted_5$7 = { scope: "col" };
var _hoisted_6$7 = ["onPointerenter", "onFocusin"];
var _hoisted_7$6 = { class: "mono" };
var _hoisted_8$6 = { class: "caption mono" };
var _hoisted_9$4 = {
	key: 0,
	class: "lost"
};
var _hoisted_10$3 = ["title"];
// packages/studio/src/home/MappingTable.vue
var MappingTable_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "MappingTable",
	props: {
		mappings: {},
		canvas: {}
	},
	setup(__props) {
		const ring = ({ targets }) => __props.canvas?.highlight(targets.map(({ nodeId }) => nodeId));
		const unring = () => __props.canvas?.highlight([]);
		onScopeDispose(unring);
		const show = (value) => value === void 0 ? text.setup.noValue : typeof value === "string" ? value : stringifyJson(value);
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", _hoisted_1$19, [createBaseVNode("table", null, [createBaseVNode("thead", null, [createBaseVNode("tr", _hoisted_2$14, [
				createBaseVNode("th", _hoisted_3$10, toDisplayString(unref(text).setup.path), 1),
				createBaseVNode("th", _hoisted_4$9, toDisplayString(unref(text).setup.target), 1),
				createBaseVNode("th", _hoisted_5$7, toDisplayString(unref(text).setup.firstValue), 1)
			])]), createBaseVNode("tbody", null, [(openBlock(true), createElementBlock(Fragment, null, renderList(__props.mappings, (mapping, index) => {
				return openBlock(), createElementBlock("tr", {
					key: index,
					onPointerenter: ($event) => ring(mapping),
					onPointerleave: unring,
					onFocusin: ($event) => ring(mapping),
					onFocusout: unring
				}, [
					createBaseVNode("td", _hoisted_7$6, toDisplayString(mapping.path), 1),
					createBaseVNode("td", null, [(openBlock(true), createElementBlock(Fragment, null, renderList(mapping.targets, (target) => {
						return openBlock(), createElementBlock("div", { key: `${target.nodeId}.${target.input}` }, [
							createVNode(NodeName_default, {
								id: target.nodeId,
								canvas: __props.canvas
							}, {
								default: withCtx(() => [createTextVNode(toDisplayString(target.title), 1)]),
								_: 2
							}, 1032, ["id", "canvas"]),
							_cache[0] || (_cache[0] = createTextVNode()),
							createBaseVNode("span", _hoisted_8$6, toDisplayString(target.nodeId) + "." + toDisplayString(target.input) + " " + toDisplayString(target.type), 1)
						]);
					}), 128)), mapping.targets.length === 0 ? (openBlock(), createElementBlock("div", _hoisted_9$4, toDisplayString(unref(text).setup.noTarget(mapping.selector)), 1)) : createCommentVNode("", true)]),
					createBaseVNode("td", {
						class: "value",
						title: show(mapping.firstValue)
					}, toDisplayString(show(mapping.firstValue)), 9, _hoisted_10$3)
				], 40, _hoisted_6$7);
			}), 128))])])]);
		};
	}
}), [["__scopeId", "data-v-4e4b670c"]]);
// packages/studio/src/home/SetupField.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$18 = { class: "row" };
var _hoisted_2$13 = ["for"];
var _hoisted_3$9 = { class: "control" };
var _hoisted_4$8 = {
	key: 0,
	class: "error",
	role: "alert"
};
// packages/studio/src/home/SetupField.vue
var SetupField_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "SetupField",
	props: {
		for: {},
		label: {},
		error: {}
	},
	setup(__props) {
		/** A label, its field, and what is wrong with what was typed. */
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", _hoisted_1$18, [createBaseVNode("label", { for: _ctx.$props.for }, toDisplayString(__props.label), 9, _hoisted_2$13), createBaseVNode("div", _hoisted_3$9, [renderSlot(_ctx.$slots, "default", {}, void 0, true), __props.error ? (openBlock(), createElementBlock("p", _hoisted_4$8, toDisplayString(__props.error), 1)) : createCommentVNode("", true)])]);
		};
	}
}), [["__scopeId", "data-v-61883fc3"]]);
// packages/studio/src/home/setup-form.ts
var EMPTY_FORM = {
	cycles: "",
	payload: "",
	loopId: "",
	outputNode: "",
	mode: "auto",
	approve: "ask",
	lookahead: "0"
};
var MOST_CYCLES = 1e6;
var MOST_AHEAD = 100;
/** The form as the server takes it, or a sentence beside each field that it would refuse. */
function readForm(form) {
	const errors = {};
	const cycles = integerIn(form.cycles, 1, MOST_CYCLES);
	if (cycles === null) errors.cycles = text.setup.cyclesInvalid;
	const lookahead = integerIn(form.lookahead, 0, MOST_AHEAD);
	if (lookahead === null) errors.lookahead = text.setup.lookaheadInvalid;
	const loopId = form.loopId.trim();
	const id = loopId === "" ? void 0 : loopIdSchema.safeParse(loopId);
	if (id?.success === false) errors.loopId = id.error.issues[0]?.message ?? text.setup.loopIdInvalid;
	const payload = payloadIn(form.payload);
	if (!payload.ok) errors.payload = payload.error;
	if (Object.keys(errors).length > 0 || cycles === null || lookahead === null || !payload.ok) return fail(errors);
	return ok({
		mode: form.mode,
		approve: form.approve,
		...lookahead === void 0 ? {} : { lookahead },
		...cycles === void 0 ? {} : { total_cycles: cycles },
		...loopId === "" ? {} : { loop_id: loopId },
		...form.outputNode === "" ? {} : { output_node: form.outputNode },
		...payload.value === void 0 ? {} : { payload: payload.value }
	});
}
/** A whole number; undefined when nothing is typed, null when something else is. */
function integerIn(typed, least, most) {
	const digits = typed.trim();
	if (digits === "") return void 0;
	if (!/^\d{1,9}$/.test(digits)) return null;
	const value = Number(digits);
	return value < least || value > most ? null : value;
}
function payloadIn(typed) {
	if (typed.trim() === "") return ok(void 0);
	const parsed = parseJson(typed);
	return parsed.ok ? parsed : fail(parsed.error.message);
}
// packages/studio/src/home/use-setup.ts
var TYPING_PAUSE_MS = 300;
/** The settings of one workflow, checked by the server as they are typed, and its start. What it is now, `choose` says each time. */
function useSetup(choose, started) {
	const form = /* @__PURE__ */ ref({ ...EMPTY_FORM });
	const setup = computed(() => readForm(form.value));
	const errors = computed(() => setup.value.ok ? {} : setup.value.error);
	const found = /* @__PURE__ */ shallowRef({
		of: void 0,
		preflight: {
			state: "checking",
			last: void 0
		}
	});
	const preflight = computed(() => {
		const { of, preflight: { last } } = found.value;
		if (!setup.value.ok) return {
			state: "unreadable",
			last
		};
		return of === setup.value ? found.value.preflight : {
			state: "checking",
			last
		};
	});
	const starting = /* @__PURE__ */ ref(false);
	let newest = 0;
	/** Checks what would be started now, and gives it when it would run. Of two checks under way only the later one counts. */
	async function checked() {
		if (!setup.value.ok) return void 0;
		const of = setup.value;
		const turn = ++newest;
		const { last } = found.value.preflight;
		found.value = {
			of,
			preflight: {
				state: "checking",
				last
			}
		};
		const { request, result } = await validate(choose, of.value, last);
		if (turn === newest) found.value = {
			of,
			preflight: result
		};
		return result.state === "checked" && result.last.ok ? request : void 0;
	}
	const check = async () => await checked() !== void 0;
	async function start() {
		if (starting.value) return;
		starting.value = true;
		try {
			const request = await checked();
			if (request !== void 0) started((await server("startLoop", { body: request })).loop_id);
		} catch (error) {
			found.value = {
				of: setup.value,
				preflight: {
					state: "impossible",
					last: preflight.value.last,
					message: sentenceOf(error)
				}
			};
		} finally {
			starting.value = false;
		}
	}
	watchDebounced(setup, check, { debounce: TYPING_PAUSE_MS });
	check();
	return {
		form,
		errors,
		preflight,
		starting,
		check,
		start
	};
}
async function validate(choose, setup, last) {
	try {
		const choice = await choose();
		const { payload, total_cycles, output_node } = setup;
		const body = {
			...choice,
			...output_node === void 0 ? {} : { output_node },
			...payload === void 0 ? {} : { payload },
			...total_cycles === void 0 ? {} : { total_cycles }
		};
		return {
			request: {
				...choice,
				...setup
			},
			result: {
				state: "checked",
				last: await server("validateWorkflow", { body })
			}
		};
	} catch (error) {
		return { result: {
			state: "impossible",
			last,
			message: sentenceOf(error)
		} };
	}
}
// packages/studio/src/home/WorkflowSetup.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$17 = ["aria-label"];
var _hoisted_2$12 = ["title"];
var _hoisted_3$8 = { class: "caption clip folder" };
var _hoisted_4$7 = { class: "scroll" };
var _hoisted_5$6 = [
	"id",
	"placeholder",
	"aria-invalid"
];
var _hoisted_6$6 = { class: "caption" };
var _hoisted_7$5 = [
	"id",
	"placeholder",
	"aria-invalid"
];
var _hoisted_8$5 = ["id"];
var _hoisted_9$3 = { value: "" };
var _hoisted_10$2 = ["value"];
var _hoisted_11$1 = { class: "caption" };
var _hoisted_12$1 = ["id", "aria-label"];
var _hoisted_13$1 = [
	"id",
	"placeholder",
	"aria-invalid"
];
var _hoisted_14 = { class: "line" };
var _hoisted_15 = { class: "caption" };
var _hoisted_16 = { class: "caption" };
var _hoisted_17 = ["id"];
var _hoisted_18 = { value: "auto" };
var _hoisted_19 = { value: "manual" };
var _hoisted_20 = ["id"];
var _hoisted_21 = { value: "ask" };
var _hoisted_22 = { value: "all" };
var _hoisted_23 = ["id", "aria-invalid"];
var _hoisted_24 = { class: "caption" };
var _hoisted_25 = { class: "start" };
var _hoisted_26 = {
	class: "caption",
	role: "status"
};
var _hoisted_27 = ["aria-busy"];
var _hoisted_28 = {
	key: 1,
	class: "caption"
};
/** The settings of a workflow file, or of what is on ComfyUI's canvas. */
var SETTLED_MS = 600;
// packages/studio/src/home/WorkflowSetup.vue
var WorkflowSetup_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "WorkflowSetup",
	props: { workflow: {} },
	emits: ["close", "started"],
	setup(__props, { emit: __emit }) {
		const emit = __emit;
		const canvas = typeof __props.workflow === "string" ? void 0 : __props.workflow;
		const name = /* @__PURE__ */ ref(typeof __props.workflow === "string" ? __props.workflow : text.currentWorkflow);
		async function choose() {
			if (typeof __props.workflow === "string") return { name: __props.workflow };
			const { title: now, ...choice } = await __props.workflow.read();
			name.value = now;
			return choice;
		}
		const { form, errors, preflight, starting, check, start } = useSetup(choose, (loopId) => emit("started", loopId));
		if (canvas !== void 0) onScopeDispose(canvas.onChange(useDebounceFn(check, SETTLED_MS)));
		const t = text.setup;
		const id = useId$1();
		const file = /* @__PURE__ */ ref();
		const checked = computed(() => preflight.value.last);
		const title = computed(() => name.value.slice(name.value.lastIndexOf("/") + 1).replace(/\.json$/i, ""));
		const ownPayload = computed(() => {
			const payload = checked.value?.payload ?? void 0;
			return payload === void 0 ? void 0 : stringifyJson(payload, 2);
		});
		/** What the result could be taken from, with the chosen node also when it is no longer among them. */
		const outputs = computed(() => {
			const options = (checked.value?.output_candidates ?? []).map((candidate) => ({
				node: candidate.node,
				label: t.outputOption(candidate)
			}));
			const { outputNode } = form.value;
			return outputNode === "" || options.some(({ node }) => node === outputNode) ? options : [...options, {
				node: outputNode,
				label: t.outputGone(outputNode)
			}];
		});
		/** What is shown below belongs to settings that are no more. */
		const isOld = computed(() => preflight.value.state === "unreadable" || preflight.value.state === "impossible");
		const verdict = computed(() => {
			if (preflight.value.state === "checking") return t.checking;
			if (preflight.value.state === "unreadable") return t.fixAbove;
			return preflight.value.state === "checked" ? t.verdict(preflight.value.last.findings) : "";
		});
		async function readFile() {
			const chosen = file.value?.files?.[0];
			if (chosen !== void 0) form.value = {
				...form.value,
				payload: await chosen.text()
			};
		}
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("section", {
				class: "setup",
				"aria-label": unref(t).of(title.value)
			}, [createBaseVNode("header", null, [
				createVNode(ActionButton_default, {
					class: "back",
					tone: "quiet",
					bare: "",
					icon: unref(ChevronLeft),
					label: unref(text).workflows,
					onPress: _cache[0] || (_cache[0] = ($event) => emit("close"))
				}, null, 8, ["icon", "label"]),
				createBaseVNode("h1", {
					class: "clip",
					title: name.value
				}, toDisplayString(title.value), 9, _hoisted_2$12),
				checked.value?.workflow_profile ? (openBlock(), createBlock(ProfileBadge_default, {
					key: 0,
					"profile-id": checked.value.workflow_profile.profile_id
				}, null, 8, ["profile-id"])) : createCommentVNode("", true),
				createBaseVNode("span", _hoisted_3$8, toDisplayString(unref(canvas) ? unref(text).currentWorkflow : name.value), 1)
			]), createBaseVNode("div", _hoisted_4$7, [
				createBaseVNode("form", {
					class: "fields",
					onSubmit: _cache[11] || (_cache[11] = withModifiers((...args) => unref(start) && unref(start)(...args), ["prevent"]))
				}, [
					createVNode(SetupField_default, {
						for: `${unref(id)}-cycles`,
						label: unref(t).cycles,
						error: unref(errors).cycles
					}, {
						default: withCtx(() => [withDirectives(createBaseVNode("input", {
							id: `${unref(id)}-cycles`,
							"onUpdate:modelValue": _cache[1] || (_cache[1] = ($event) => unref(form).cycles = $event),
							class: "field number short",
							inputmode: "numeric",
							placeholder: checked.value ? String(checked.value.total_cycles) : "",
							"aria-invalid": unref(errors).cycles !== void 0
						}, null, 8, _hoisted_5$6), [[vModelText, unref(form).cycles]]), createBaseVNode("span", _hoisted_6$6, toDisplayString(unref(form).cycles === "" ? unref(t).cyclesFromPayload : ""), 1)]),
						_: 1
					}, 8, [
						"for",
						"label",
						"error"
					]),
					createVNode(SetupField_default, {
						for: `${unref(id)}-name`,
						label: unref(t).loopId,
						error: unref(errors).loopId
					}, {
						default: withCtx(() => [withDirectives(createBaseVNode("input", {
							id: `${unref(id)}-name`,
							"onUpdate:modelValue": _cache[2] || (_cache[2] = ($event) => unref(form).loopId = $event),
							class: "field wide",
							placeholder: unref(t).loopIdByItself,
							spellcheck: "false",
							"aria-invalid": unref(errors).loopId !== void 0
						}, null, 8, _hoisted_7$5), [[vModelText, unref(form).loopId]])]),
						_: 1
					}, 8, [
						"for",
						"label",
						"error"
					]),
					outputs.value.length ? (openBlock(), createBlock(SetupField_default, {
						key: 0,
						for: `${unref(id)}-output`,
						label: unref(t).output
					}, {
						default: withCtx(() => [withDirectives(createBaseVNode("select", {
							id: `${unref(id)}-output`,
							"onUpdate:modelValue": _cache[3] || (_cache[3] = ($event) => unref(form).outputNode = $event),
							class: "field wide"
						}, [createBaseVNode("option", _hoisted_9$3, toDisplayString(unref(t).outputChoose), 1), (openBlock(true), createElementBlock(Fragment, null, renderList(outputs.value, ({ node, label }) => {
							return openBlock(), createElementBlock("option", {
								key: node,
								value: node
							}, toDisplayString(label), 9, _hoisted_10$2);
						}), 128))], 8, _hoisted_8$5), [[vModelSelect, unref(form).outputNode]]), createBaseVNode("span", _hoisted_11$1, toDisplayString(unref(t).outputMeans), 1)]),
						_: 1
					}, 8, ["for", "label"])) : createCommentVNode("", true),
					createVNode(SetupField_default, {
						for: `${unref(id)}-payload`,
						label: unref(t).payload,
						error: unref(errors).payload
					}, {
						default: withCtx(() => [unref(form).payload === "" && ownPayload.value !== void 0 ? (openBlock(), createElementBlock("pre", {
							key: 0,
							id: `${unref(id)}-payload`,
							class: "field mono own",
							tabindex: "0",
							role: "textbox",
							"aria-readonly": "true",
							"aria-multiline": "true",
							"aria-label": unref(t).payload
						}, toDisplayString(ownPayload.value), 9, _hoisted_12$1)) : withDirectives((openBlock(), createElementBlock("textarea", {
							key: 1,
							id: `${unref(id)}-payload`,
							"onUpdate:modelValue": _cache[4] || (_cache[4] = ($event) => unref(form).payload = $event),
							class: "field mono payload",
							rows: "6",
							spellcheck: "false",
							placeholder: unref(t).payloadEmpty,
							"aria-invalid": unref(errors).payload !== void 0
						}, null, 8, _hoisted_13$1)), [[vModelText, unref(form).payload]]), createBaseVNode("div", _hoisted_14, [
							createBaseVNode("span", _hoisted_15, toDisplayString(unref(form).payload === "" ? ownPayload.value === void 0 ? unref(t).payloadNone : unref(t).payloadFromNode : unref(t).payloadGiven), 1),
							unref(form).payload === "" && ownPayload.value !== void 0 ? (openBlock(), createBlock(ActionButton_default, {
								key: 0,
								tone: "quiet",
								icon: unref(Pencil),
								label: unref(t).payloadEdit,
								onPress: _cache[5] || (_cache[5] = ($event) => unref(form).payload = ownPayload.value)
							}, null, 8, ["icon", "label"])) : createCommentVNode("", true),
							unref(form).payload !== "" ? (openBlock(), createBlock(ActionButton_default, {
								key: 1,
								tone: "quiet",
								label: unref(t).payloadFromWorkflow,
								onPress: _cache[6] || (_cache[6] = ($event) => unref(form).payload = "")
							}, null, 8, ["label"])) : createCommentVNode("", true),
							createVNode(ActionButton_default, {
								tone: "quiet",
								icon: unref(FileUp),
								label: unref(t).payloadFile,
								onPress: _cache[7] || (_cache[7] = ($event) => file.value?.click())
							}, null, 8, ["icon", "label"]),
							createBaseVNode("input", {
								ref_key: "file",
								ref: file,
								class: "unseen",
								type: "file",
								accept: ".json,application/json",
								tabindex: "-1",
								"aria-hidden": "true",
								onChange: readFile
							}, null, 544)
						])]),
						_: 1
					}, 8, [
						"for",
						"label",
						"error"
					]),
					createBaseVNode("details", null, [
						createBaseVNode("summary", _hoisted_16, toDisplayString(unref(t).advanced), 1),
						createVNode(SetupField_default, {
							for: `${unref(id)}-mode`,
							label: unref(t).mode
						}, {
							default: withCtx(() => [withDirectives(createBaseVNode("select", {
								id: `${unref(id)}-mode`,
								"onUpdate:modelValue": _cache[8] || (_cache[8] = ($event) => unref(form).mode = $event),
								class: "field"
							}, [createBaseVNode("option", _hoisted_18, toDisplayString(unref(t).modes.auto), 1), createBaseVNode("option", _hoisted_19, toDisplayString(unref(t).modes.manual), 1)], 8, _hoisted_17), [[vModelSelect, unref(form).mode]])]),
							_: 1
						}, 8, ["for", "label"]),
						createVNode(SetupField_default, {
							for: `${unref(id)}-approve`,
							label: unref(t).approve
						}, {
							default: withCtx(() => [withDirectives(createBaseVNode("select", {
								id: `${unref(id)}-approve`,
								"onUpdate:modelValue": _cache[9] || (_cache[9] = ($event) => unref(form).approve = $event),
								class: "field"
							}, [createBaseVNode("option", _hoisted_21, toDisplayString(unref(t).approvals.ask), 1), createBaseVNode("option", _hoisted_22, toDisplayString(unref(t).approvals.all), 1)], 8, _hoisted_20), [[vModelSelect, unref(form).approve]])]),
							_: 1
						}, 8, ["for", "label"]),
						createVNode(SetupField_default, {
							for: `${unref(id)}-ahead`,
							label: unref(t).lookahead,
							error: unref(errors).lookahead
						}, {
							default: withCtx(() => [withDirectives(createBaseVNode("input", {
								id: `${unref(id)}-ahead`,
								"onUpdate:modelValue": _cache[10] || (_cache[10] = ($event) => unref(form).lookahead = $event),
								class: "field number short",
								inputmode: "numeric",
								"aria-invalid": unref(errors).lookahead !== void 0
							}, null, 8, _hoisted_23), [[vModelText, unref(form).lookahead]]), createBaseVNode("span", _hoisted_24, toDisplayString(unref(t).lookaheadMeans), 1)]),
							_: 1
						}, 8, [
							"for",
							"label",
							"error"
						])
					]),
					createBaseVNode("div", _hoisted_25, [createVNode(ActionButton_default, {
						tone: "primary",
						icon: unref(Play),
						label: unref(t).start,
						disabled: unref(starting) || Object.keys(unref(errors)).length > 0,
						onPress: unref(start)
					}, null, 8, [
						"icon",
						"label",
						"disabled",
						"onPress"
					]), createBaseVNode("span", _hoisted_26, toDisplayString(unref(starting) ? unref(t).startingNow : verdict.value), 1)])
				], 32),
				unref(preflight).state === "impossible" ? (openBlock(), createBlock(NoticeLine_default, {
					key: 0,
					tone: "error",
					message: unref(preflight).message
				}, {
					default: withCtx(() => [createVNode(ActionButton_default, {
						label: unref(text).tryAgain,
						onPress: unref(check)
					}, null, 8, ["label", "onPress"])]),
					_: 1
				}, 8, ["message"])) : createCommentVNode("", true),
				checked.value?.findings.length ? (openBlock(), createElementBlock("section", {
					key: 1,
					class: normalizeClass(["part", { old: isOld.value }])
				}, [createBaseVNode("h2", null, toDisplayString(unref(t).findings), 1), createVNode(FindingList_default, {
					findings: checked.value.findings,
					canvas: unref(canvas)
				}, null, 8, ["findings", "canvas"])], 2)) : createCommentVNode("", true),
				checked.value ? (openBlock(), createElementBlock("section", {
					key: 2,
					class: normalizeClass(["part", { old: isOld.value }]),
					"aria-busy": isOld.value
				}, [createBaseVNode("h2", null, toDisplayString(unref(t).mappings), 1), checked.value.mappings.length ? (openBlock(), createBlock(MappingTable_default, {
					key: 0,
					mappings: checked.value.mappings,
					canvas: unref(canvas)
				}, null, 8, ["mappings", "canvas"])) : (openBlock(), createElementBlock("p", _hoisted_28, toDisplayString(unref(t).noMappings), 1))], 10, _hoisted_27)) : createCommentVNode("", true)
			])], 8, _hoisted_1$17);
		};
	}
}), [["__scopeId", "data-v-37fcafc8"]]);
// packages/studio/src/home/HomeScreen.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$16 = { class: "screen" };
var _hoisted_2$11 = {
	key: 1,
	class: "setup blank"
};
// packages/studio/src/home/HomeScreen.vue
var HomeScreen_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "HomeScreen",
	props: { screen: {} },
	emits: ["go"],
	setup(__props, { emit: __emit }) {
		const emit = __emit;
		const { workflows, loops, progress, connection, refresh } = useCatalog();
		const list = useTemplateRef("list");
		const first = computed(() => workflows.value.value && firstToTry(workflows.value.value));
		const canvas = useEmbedding()?.canvas;
		const chosen = computed(() => __props.screen.name === "canvas" ? canvas : __props.screen.workflow);
		const open = (workflow) => emit("go", workflow === void 0 ? { name: "home" } : {
			name: "home",
			workflow
		});
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", _hoisted_1$16, [createVNode(ScreenHeader_default, { connection: unref(connection) }, {
				default: withCtx(() => [createTextVNode(toDisplayString(unref(text).product), 1)]),
				_: 1
			}, 8, ["connection"]), createBaseVNode("main", { class: normalizeClass(["home", { chosen: chosen.value !== void 0 }]) }, [
				createVNode(WorkflowList_default, {
					ref_key: "list",
					ref: list,
					class: "workflows",
					list: unref(workflows),
					selected: chosen.value,
					canvas: unref(canvas),
					onSelect: open,
					onCurrent: _cache[0] || (_cache[0] = ($event) => emit("go", { name: "canvas" })),
					onRefresh: unref(refresh)
				}, null, 8, [
					"list",
					"selected",
					"canvas",
					"onRefresh"
				]),
				createVNode(LoopList_default, {
					class: "loops",
					list: unref(loops),
					progress: unref(progress),
					onRefresh: unref(refresh),
					onBegin: _cache[1] || (_cache[1] = ($event) => list.value?.focus())
				}, null, 8, [
					"list",
					"progress",
					"onRefresh"
				]),
				chosen.value !== void 0 ? (openBlock(), createBlock(WorkflowSetup_default, {
					key: typeof chosen.value === "string" ? chosen.value : "",
					class: "setup",
					workflow: chosen.value,
					onClose: _cache[2] || (_cache[2] = ($event) => open(void 0)),
					onStarted: _cache[3] || (_cache[3] = (loopId) => emit("go", {
						name: "loop",
						loopId
					}))
				}, null, 8, ["workflow"])) : (openBlock(), createElementBlock("section", _hoisted_2$11, [first.value ? (openBlock(), createBlock(EmptyState_default, {
					key: 0,
					message: unref(text).startWith(first.value.title)
				}, {
					default: withCtx(() => [createVNode(ActionButton_default, {
						tone: "primary",
						label: unref(text).chooseIt,
						onPress: _cache[4] || (_cache[4] = ($event) => open(first.value.name))
					}, null, 8, ["label"])]),
					_: 1
				}, 8, ["message"])) : createCommentVNode("", true)]))
			], 2)]);
		};
	}
}), [["__scopeId", "data-v-5497fbd5"]]);
// packages/studio/src/loop-view/place.ts
var samePlace = (a, b) => a?.cycle === b?.cycle && a?.retry === b?.retry;
var keyOf = ({ cycle, retry }) => `${cycle}.${retry}`;
var placeOf$1 = (at) => ({
	cycle: at.cycle_index,
	retry: at.retry_index
});
// packages/studio/src/loop-view/shown.ts
/** The attempts of a cycle as the person means them to be: with their decisions in place before the server has confirmed them. */
function shownCycle(state, cycle) {
	const entries = state.cycles[cycle] ?? [];
	const pending = state.pending.filter(({ place }) => place.cycle === cycle);
	return pending.length === 0 ? entries : pending.reduce(overlay, entries);
}
function shownEntry(state, place) {
	return place === void 0 ? void 0 : shownCycle(state, place.cycle).find((entry) => entry.retry_index === place.retry);
}
var isInFlight = (entry) => entry.status === "queued" || entry.status === "running";
/** Returned, and waiting for a person. */
var isUndecided = (entry) => entry.status === "returned" && entry.decision === null;
var isApproved = (entries) => entries.some((entry) => entry.decision === "approve");
/** The card on top of a cycle's hand: what was approved, else the newest that waits, else the newest. */
function frontOf(entries) {
	return entries.find((entry) => entry.decision === "approve") ?? entries.findLast(isUndecided) ?? entries.at(-1);
}
function overlay(entries, pending) {
	const target = entries.find((entry) => samePlace(placeOf$1(entry), pending.place));
	if (target === void 0 || target.revision > pending.revision) return entries;
	return entries.map((entry) => {
		if (entry === target) return {
			...entry,
			decision: pending.decision,
			revision: entry.revision + 1
		};
		return pending.decision === "approve" && entry.decision === "approve" ? {
			...entry,
			decision: "discard",
			revision: entry.revision + 1
		} : entry;
	});
}
// packages/studio/src/loop-view/state.ts
/** A view of a loop of which nothing is known yet; `cursor` as the page's address gives it. */
function initialView(cursor) {
	return {
		loop: void 0,
		cycles: [],
		known: [],
		base: 0,
		epoch: 0,
		live: {},
		pending: [],
		decided: [],
		cursor,
		notice: void 0,
		connection: "connecting",
		unread: void 0,
		following: false
	};
}
/** How many cycles there are to show. */
var cycleCount = (state) => Math.max(state.loop?.total_cycles ?? 0, state.cycles.length);
// packages/studio/src/loop-view/cursor.ts
/** One step: left and right between cycles, up and down between the retries of one. At an end it stays. */
function neighbour(state, from, direction) {
	if (direction === "left" || direction === "right") return placeIn(state, from.cycle + (direction === "right" ? 1 : -1)) ?? from;
	const entries = shownCycle(state, from.cycle);
	const index = entries.findIndex((entry) => entry.retry_index === from.retry);
	const next = entries[index + (direction === "down" ? 1 : -1)];
	return index < 0 || next === void 0 ? from : placeOf$1(next);
}
/** Where to stand in a cycle: on the card on top, or on its empty place. Undefined beyond the loop. */
function placeIn(state, cycle) {
	if (cycle < 0 || cycle >= cycleCount(state)) return void 0;
	const front = frontOf(shownCycle(state, cycle));
	return front === void 0 ? {
		cycle,
		retry: 0
	} : placeOf$1(front);
}
/**
* What to look at after a decision: the nearest attempt that waits for one, ahead before behind,
* else the nearest under way. Never the first of all, unless that is the nearest.
*/
function nextToJudge(state, from) {
	return nearest(state, from, isUndecided) ?? nearest(state, from, isInFlight);
}
function nearest(state, from, wanted) {
	for (let cycle = from.cycle; cycle < state.cycles.length; cycle++) {
		const found = open(state, cycle).find((entry) => wanted(entry) && (cycle > from.cycle || entry.retry_index > from.retry));
		if (found !== void 0) return placeOf$1(found);
	}
	for (let cycle = from.cycle; cycle >= 0; cycle--) {
		const found = open(state, cycle).findLast((entry) => wanted(entry) && (cycle < from.cycle || entry.retry_index < from.retry));
		if (found !== void 0) return placeOf$1(found);
	}
}
/** The attempts of a cycle that is still to be judged: one approved attempt settles it. */
function open(state, cycle) {
	const entries = shownCycle(state, cycle);
	return isApproved(entries) ? [] : entries;
}
/** The attempts that will be looked at next, for fetching their media ahead. */
function upcoming(state, from, count) {
	const found = [];
	for (let cycle = from.cycle; cycle < state.cycles.length && found.length < count; cycle++) {
		const ahead = open(state, cycle).filter((entry) => isUndecided(entry) && (cycle > from.cycle || entry.retry_index > from.retry));
		found.push(...ahead.slice(0, count - found.length));
	}
	return found;
}
// packages/studio/src/loop-view/undo.ts
/**
* Which decision an undo takes back: the one on the attempt looked at, else this person's last one,
* else the last one that a person is known to have made: after a reload nobody here has decided yet.
*/
function placeToUndo(state) {
	const { cursor, decided } = state;
	const here = shownEntry(state, cursor);
	if (here !== void 0 && here.decision !== null) return cursor;
	return decided.at(-1) ?? lastDecided(state);
}
function lastDecided({ cycles, pending }) {
	const onTheWay = new Set(pending.map(({ place }) => keyOf(place)));
	let last;
	for (const entry of cycles.flat()) {
		if (!isByAPerson(entry) || onTheWay.has(keyOf(placeOf$1(entry)))) continue;
		if (last === void 0 || timeOf(entry) > timeOf(last) || timeOf(entry) === timeOf(last) && last.decision === "discard") last = entry;
	}
	return last === void 0 ? void 0 : placeOf$1(last);
}
/** What a loop approves by itself is decided by the worker that brought the result. */
var isByAPerson = (entry) => entry.decision !== null && entry.decided_at !== null && entry.decided_by !== entry.worker;
var timeOf = (entry) => entry.decided_at ?? 0;
// packages/studio/src/ui/mark.ts
var DECIDED = {
	approve: "approved",
	reject: "rejected",
	replay: "replayed",
	discard: "discarded"
};
var MADE = {
	queued: "queued",
	running: "running",
	returned: "waiting",
	failed: "failed",
	cancelled: "cancelled"
};
var markOf = (entry) => entry.decision === null ? MADE[entry.status] : DECIDED[entry.decision];
// packages/studio/src/run/deciding.ts
/** Decisions: shown at once, sent one after the other in the order in which they were made, taken back when refused. */
function createDeciding(server, loopId, { state, dispatch }, attempt, readPage) {
	let sent = Promise.resolve();
	let made = 0;
	function judge(place, { revision }, decision, request) {
		const id = ++made;
		dispatch({
			type: "judged",
			pending: {
				id,
				place,
				decision,
				revision
			}
		});
		const at = {
			loop_id: loopId,
			cycle_index: place.cycle,
			retry_index: place.retry,
			revision
		};
		sent = sent.then(async () => {
			try {
				dispatch({
					type: "answered",
					id,
					response: await request(at)
				});
			} catch (error) {
				if (error instanceof AppError && error.status === 409) await attempt(() => readPage(place.cycle));
				dispatch({
					type: "refused",
					id,
					message: sentenceOf(error)
				});
			}
		});
	}
	return {
		decide: (decision, extra = {}, elsewhere) => {
			const place = elsewhere ?? state().cursor;
			const entry = shownEntry(state(), place);
			if (place === void 0 || entry === void 0) return;
			const obstacle = obstacleTo(decision, entry);
			if (obstacle !== void 0 && state().connection === "lost") dispatch({
				type: "noticed",
				notice: {
					tone: "error",
					message: text.serverAway
				}
			});
			else if (obstacle !== void 0) dispatch({
				type: "noticed",
				notice: {
					tone: "error",
					message: obstacle,
					place
				}
			});
			else judge(place, entry, decision, (at) => server("decide", { body: {
				...at,
				decision,
				...extra
			} }));
		},
		undo: () => {
			const place = placeToUndo(state());
			const entry = shownEntry(state(), place);
			if (place === void 0 || entry === void 0) dispatch({
				type: "noticed",
				notice: {
					tone: "info",
					message: text.nothingToUndo
				}
			});
			else judge(place, entry, null, (at) => server("undo", { body: at }));
		}
	};
}
/** Why a decision cannot be made; undefined when it can. */
function obstacleTo(decision, entry) {
	if (isInFlight(entry)) return text.stillBeingMade;
	if (decision === "approve" && entry.status !== "returned") return text.nothingToApprove;
}
// packages/studio/src/run/DecisionBar.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$15 = ["aria-label"];
// packages/studio/src/run/DecisionBar.vue
var DecisionBar_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "DecisionBar",
	props: {
		entry: {},
		locked: { type: Boolean },
		canUndo: { type: Boolean },
		canExport: { type: Boolean }
	},
	emits: [
		"decide",
		"reason",
		"undo",
		"export",
		"help"
	],
	setup(__props) {
		const off = (decision) => __props.locked || __props.entry === void 0 || obstacleTo(decision, __props.entry) !== void 0;
		const why = (decision) => (__props.entry === void 0 ? void 0 : obstacleTo(decision, __props.entry)) ?? text.decisionMeans[decision];
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", {
				class: "bar",
				role: "toolbar",
				"aria-label": unref(text).decide
			}, [
				createVNode(ActionButton_default, {
					class: "decision",
					tone: "approve",
					icon: unref(Check),
					label: unref(text).approve,
					hint: why("approve"),
					shortcut: "A",
					disabled: off("approve"),
					pressed: __props.entry?.decision === "approve",
					onPress: _cache[0] || (_cache[0] = ($event) => _ctx.$emit("decide", "approve"))
				}, null, 8, [
					"icon",
					"label",
					"hint",
					"disabled",
					"pressed"
				]),
				createVNode(ActionButton_default, {
					class: "decision",
					tone: "reject",
					icon: unref(X),
					label: unref(text).reject,
					hint: why("reject"),
					shortcut: "X",
					disabled: off("reject"),
					pressed: __props.entry?.decision === "reject",
					onPress: _cache[1] || (_cache[1] = ($event) => _ctx.$emit("decide", "reject"))
				}, null, 8, [
					"icon",
					"label",
					"hint",
					"disabled",
					"pressed"
				]),
				createVNode(ActionButton_default, {
					class: "decision",
					tone: "replay",
					icon: unref(RotateCw),
					label: unref(text).replay,
					hint: why("replay"),
					shortcut: "R",
					disabled: off("replay"),
					pressed: __props.entry?.decision === "replay",
					onPress: _cache[2] || (_cache[2] = ($event) => _ctx.$emit("decide", "replay"))
				}, null, 8, [
					"icon",
					"label",
					"hint",
					"disabled",
					"pressed"
				]),
				createVNode(ActionButton_default, {
					class: "extra",
					tone: "quiet",
					bare: "",
					icon: unref(MessageSquareX),
					label: unref(text).rejectWithReason,
					shortcut: "⇧X",
					disabled: off("reject"),
					onPress: _cache[3] || (_cache[3] = ($event) => _ctx.$emit("reason"))
				}, null, 8, [
					"icon",
					"label",
					"disabled"
				]),
				createVNode(ActionButton_default, {
					tone: "quiet",
					icon: unref(Undo2),
					label: unref(text).undo,
					hint: unref(text).undoMeans,
					shortcut: "U",
					disabled: __props.locked || !__props.canUndo,
					onPress: _cache[4] || (_cache[4] = ($event) => _ctx.$emit("undo"))
				}, null, 8, [
					"icon",
					"label",
					"hint",
					"disabled"
				]),
				_cache[7] || (_cache[7] = createBaseVNode("span", { class: "gap" }, null, -1)),
				createVNode(ActionButton_default, {
					class: "exporting",
					tone: "quiet",
					icon: unref(Download),
					label: unref(text).export,
					hint: unref(text).exportMeans,
					shortcut: "E",
					disabled: !__props.canExport,
					onPress: _cache[5] || (_cache[5] = ($event) => _ctx.$emit("export"))
				}, null, 8, [
					"icon",
					"label",
					"hint",
					"disabled"
				]),
				createVNode(ActionButton_default, {
					class: "extra",
					tone: "quiet",
					bare: "",
					icon: unref(Keyboard),
					label: unref(text).keys,
					shortcut: "?",
					onPress: _cache[6] || (_cache[6] = ($event) => _ctx.$emit("help"))
				}, null, 8, ["icon", "label"])
			], 8, _hoisted_1$15);
		};
	}
}), [["__scopeId", "data-v-a90b9acd"]]);
// packages/studio/src/run/facts.ts
var BLACK = 0;
var WHITE = 16777215;
/** `#rrggbb` of a number that an input named after a colour takes, such as ComfyUI's EmptyImage; undefined for all else. */
function colourOf(input, value) {
	if (!/colou?r/i.test(input) || typeof value !== "number" || !Number.isInteger(value) || value < BLACK || value > WHITE) return void 0;
	return `#${value.toString(16).padStart(6, "0")}`;
}
// packages/studio/src/ui/CopyButton.vue
var CopyButton_default = /* @__PURE__ */ defineComponent({
	__name: "CopyButton",
	props: {
		value: {},
		name: {},
		bare: { type: Boolean }
	},
	setup(__props) {
		const { copy, copied } = useClipboard({ legacy: true });
		return (_ctx, _cache) => {
			return openBlock(), createBlock(ActionButton_default, {
				tone: "quiet",
				bare: __props.bare,
				icon: unref(copied) ? unref(Check) : unref(Copy),
				label: unref(copied) ? unref(text).copied : unref(text).copy(__props.name),
				onPress: _cache[0] || (_cache[0] = ($event) => unref(copy)(__props.value))
			}, null, 8, [
				"bare",
				"icon",
				"label"
			]);
		};
	}
});
// packages/studio/src/ui/CopyText.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$14 = { class: "copy" };
var _hoisted_2$10 = ["title"];
// packages/studio/src/ui/CopyText.vue
var CopyText_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "CopyText",
	props: {
		value: {},
		short: {},
		name: {}
	},
	setup(__props) {
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("span", _hoisted_1$14, [createBaseVNode("span", {
				class: "mono clip",
				title: __props.value
			}, toDisplayString(__props.short ?? __props.value), 9, _hoisted_2$10), createVNode(CopyButton_default, {
				bare: "",
				value: __props.value,
				name: __props.name
			}, null, 8, ["value", "name"])]);
		};
	}
}), [["__scopeId", "data-v-82205f46"]]);
// packages/studio/src/ui/StateMark.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$13 = ["role", "aria-label"];
var _hoisted_2$9 = { key: 0 };
// packages/studio/src/ui/StateMark.vue
var StateMark_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "StateMark",
	props: {
		mark: {},
		word: { type: Boolean }
	},
	setup(__props) {
		const SHAPES = {
			approved: Check,
			rejected: X,
			replayed: RotateCw,
			discarded: Minus,
			waiting: Ellipsis,
			queued: Clock,
			running: CircleDashed,
			failed: TriangleAlert,
			cancelled: Square
		};
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("span", { class: normalizeClass(["mark", __props.mark]) }, [createBaseVNode("span", {
				class: "shape",
				role: __props.word ? void 0 : "img",
				"aria-label": __props.word ? void 0 : unref(text).marks[__props.mark]
			}, [(openBlock(), createBlock(resolveDynamicComponent(SHAPES[__props.mark]), { "aria-hidden": "true" }))], 8, _hoisted_1$13), __props.word ? (openBlock(), createElementBlock("span", _hoisted_2$9, toDisplayString(unref(text).marks[__props.mark]), 1)) : createCommentVNode("", true)], 2);
		};
	}
}), [["__scopeId", "data-v-dc1e5d19"]]);
// packages/studio/src/run/FactsPanel.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$12 = ["aria-label"];
var _hoisted_2$8 = { key: 0 };
var _hoisted_3$7 = { class: "caption" };
var _hoisted_4$6 = ["aria-label"];
var _hoisted_5$5 = ["aria-current", "onClick"];
var _hoisted_6$5 = { class: "caption clip" };
var _hoisted_7$4 = { key: 2 };
var _hoisted_8$4 = ["title"];
var _hoisted_9$2 = ["title"];
var _hoisted_10$1 = { class: "caption clip node" };
var _hoisted_11 = ["title"];
var _hoisted_12 = ["title"];
var _hoisted_13 = ["title"];
// packages/studio/src/run/FactsPanel.vue
var FactsPanel_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "FactsPanel",
	props: {
		entry: {},
		place: {},
		siblings: {},
		titles: {},
		measured: {}
	},
	emits: ["move"],
	setup(__props) {
		const t = text.facts;
		const now = useNow({ interval: 5e3 });
		const SEEDS = /* @__PURE__ */ new Set(["seed", "noise_seed"]);
		const inputs = computed(() => Object.entries(__props.entry?.inputs ?? {}).map(([key, value]) => {
			const name = parseInputName(key);
			return {
				key,
				name,
				value,
				node: [__props.titles[name?.nodeId ?? ""], name?.nodeId].filter((part) => part !== void 0).join(" "),
				colour: colourOf(name?.input ?? "", value)
			};
		}));
		/** The seed that went into the workflow; null where none did. */
		const seed = computed(() => inputs.value.find(({ name }) => name !== void 0 && SEEDS.has(name.input))?.value ?? __props.entry?.seed ?? null);
		const others = computed(() => inputs.value.filter(({ name }) => name === void 0 || !SEEDS.has(name.input)));
		const picture = computed(() => __props.entry?.outputs.images[0] ?? __props.entry?.outputs.video[0] ?? __props.entry?.outputs.audio[0]);
		const size = computed(() => {
			if (picture.value === void 0) return void 0;
			const { url, width, height, bytes } = picture.value;
			const told = __props.measured?.url === fromServer(url) ? __props.measured : void 0;
			const [wide, high] = [width ?? told?.width, height ?? told?.height];
			return [
				wide === void 0 || high === void 0 ? void 0 : `${wide} × ${high}`,
				told?.seconds === void 0 ? void 0 : formatDuration(told.seconds * 1e3),
				formatBytes(bytes)
			].filter((part) => part !== void 0).join(" · ");
		});
		const show = (value) => typeof value === "string" ? value : stringifyJson(value);
		const took = computed(() => {
			const { started_at: from = null, ended_at: to = null } = __props.entry ?? {};
			return from === null || to === null ? void 0 : formatDuration(to - from);
		});
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("aside", {
				class: "facts",
				"aria-label": unref(t).name
			}, [
				__props.place ? (openBlock(), createElementBlock("header", _hoisted_2$8, [
					createBaseVNode("h2", null, toDisplayString(unref(text).cycle(__props.place.cycle)), 1),
					createBaseVNode("span", _hoisted_3$7, toDisplayString(unref(text).retry(__props.place.retry)), 1),
					__props.entry ? (openBlock(), createBlock(StateMark_default, {
						key: 0,
						class: "state",
						mark: unref(markOf)(__props.entry),
						word: ""
					}, null, 8, ["mark"])) : createCommentVNode("", true)
				])) : createCommentVNode("", true),
				__props.siblings.length > 1 ? (openBlock(), createElementBlock("ul", {
					key: 1,
					class: "siblings",
					"aria-label": unref(t).attempts
				}, [(openBlock(true), createElementBlock(Fragment, null, renderList(__props.siblings, (sibling) => {
					return openBlock(), createElementBlock("li", { key: sibling.retry_index }, [createBaseVNode("button", {
						type: "button",
						"aria-current": sibling.retry_index === __props.place?.retry,
						onClick: ($event) => _ctx.$emit("move", unref(placeOf$1)(sibling))
					}, [
						createVNode(StateMark_default, { mark: unref(markOf)(sibling) }, null, 8, ["mark"]),
						createTextVNode(" " + toDisplayString(unref(text).retry(sibling.retry_index)) + " ", 1),
						createBaseVNode("span", _hoisted_6$5, toDisplayString(sibling.reason ?? ""), 1)
					], 8, _hoisted_5$5)]);
				}), 128))], 8, _hoisted_4$6)) : createCommentVNode("", true),
				__props.entry ? (openBlock(), createElementBlock("dl", _hoisted_7$4, [
					__props.entry.decided_at !== null ? (openBlock(), createElementBlock(Fragment, { key: 0 }, [createBaseVNode("dt", null, toDisplayString(unref(t).decided), 1), createBaseVNode("dd", null, [createBaseVNode("time", { title: unref(formatTime)(__props.entry.decided_at) }, toDisplayString(unref(formatAgo)(__props.entry.decided_at, unref(now).getTime())), 9, _hoisted_8$4), __props.entry.decided_by ? (openBlock(), createElementBlock(Fragment, { key: 0 }, [createTextVNode(" · " + toDisplayString(__props.entry.decided_by), 1)], 64)) : createCommentVNode("", true)])], 64)) : createCommentVNode("", true),
					__props.entry.reason ? (openBlock(), createElementBlock(Fragment, { key: 1 }, [createBaseVNode("dt", null, toDisplayString(unref(t).reason), 1), createBaseVNode("dd", null, toDisplayString(__props.entry.reason), 1)], 64)) : createCommentVNode("", true),
					seed.value !== null ? (openBlock(), createElementBlock(Fragment, { key: 2 }, [createBaseVNode("dt", null, toDisplayString(unref(t).seed), 1), createBaseVNode("dd", null, [createVNode(CopyText_default, {
						value: show(seed.value),
						name: unref(t).seed
					}, null, 8, ["value", "name"])])], 64)) : createCommentVNode("", true),
					(openBlock(true), createElementBlock(Fragment, null, renderList(others.value, ({ key, name, value, node, colour }) => {
						return openBlock(), createElementBlock(Fragment, { key }, [createBaseVNode("dt", { title: `${node} · ${key}` }, [createTextVNode(toDisplayString(name?.input ?? key) + " ", 1), createBaseVNode("span", _hoisted_10$1, toDisplayString(node), 1)], 8, _hoisted_9$2), colour ? (openBlock(), createElementBlock("dd", {
							key: 0,
							class: normalizeClass({ edited: key in __props.entry.edits })
						}, [
							createBaseVNode("span", {
								class: "swatch",
								style: normalizeStyle({ background: colour })
							}, null, 4),
							_cache[0] || (_cache[0] = createTextVNode()),
							createBaseVNode("span", {
								class: "mono",
								title: show(value)
							}, toDisplayString(colour), 9, _hoisted_11)
						], 2)) : (openBlock(), createElementBlock("dd", {
							key: 1,
							class: normalizeClass(["value", { edited: key in __props.entry.edits }]),
							title: key in __props.entry.edits ? unref(t).edited : void 0
						}, toDisplayString(show(value)), 11, _hoisted_12))], 64);
					}), 128)),
					__props.entry.worker ? (openBlock(), createElementBlock(Fragment, { key: 3 }, [createBaseVNode("dt", null, toDisplayString(unref(t).worker), 1), createBaseVNode("dd", null, toDisplayString(__props.entry.worker), 1)], 64)) : createCommentVNode("", true),
					createBaseVNode("dt", null, toDisplayString(unref(t).queued), 1),
					createBaseVNode("dd", null, [createBaseVNode("time", { title: unref(formatTime)(__props.entry.created_at) }, toDisplayString(unref(formatAgo)(__props.entry.created_at, unref(now).getTime())), 9, _hoisted_13)]),
					took.value ? (openBlock(), createElementBlock(Fragment, { key: 4 }, [createBaseVNode("dt", null, toDisplayString(unref(t).took), 1), createBaseVNode("dd", null, toDisplayString(took.value), 1)], 64)) : createCommentVNode("", true),
					size.value ? (openBlock(), createElementBlock(Fragment, { key: 5 }, [createBaseVNode("dt", null, toDisplayString(unref(t).size), 1), createBaseVNode("dd", null, toDisplayString(size.value), 1)], 64)) : createCommentVNode("", true),
					createBaseVNode("dt", null, toDisplayString(unref(t).prompt), 1),
					createBaseVNode("dd", null, [createVNode(CopyText_default, {
						value: __props.entry.prompt_id,
						short: __props.entry.prompt_id.slice(0, 8),
						name: unref(t).prompt
					}, null, 8, [
						"value",
						"short",
						"name"
					])]),
					createBaseVNode("dt", null, toDisplayString(unref(t).workflow), 1),
					createBaseVNode("dd", null, [createVNode(CopyText_default, {
						value: __props.entry.workflow_hash,
						short: __props.entry.workflow_hash.slice(0, 8),
						name: unref(t).workflow
					}, null, 8, [
						"value",
						"short",
						"name"
					])])
				])) : createCommentVNode("", true)
			], 8, _hoisted_1$12);
		};
	}
}), [["__scopeId", "data-v-1f96eadf"]]);
// packages/studio/src/run/KeyHelp.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$11 = ["aria-label"];
// packages/studio/src/run/KeyHelp.vue
var KeyHelp_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "KeyHelp",
	setup(__props) {
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("section", {
				class: "help",
				role: "dialog",
				"aria-label": unref(text).keys
			}, [createBaseVNode("h2", null, toDisplayString(unref(text).keys), 1), createBaseVNode("dl", null, [(openBlock(true), createElementBlock(Fragment, null, renderList(unref(text).keyTable, ([keys, meaning]) => {
				return openBlock(), createElementBlock(Fragment, { key: meaning }, [createBaseVNode("dt", null, [(openBlock(true), createElementBlock(Fragment, null, renderList(keys, (key) => {
					return openBlock(), createBlock(KeyCap_default, {
						key,
						label: key
					}, null, 8, ["label"]);
				}), 128))]), createBaseVNode("dd", null, toDisplayString(meaning), 1)], 64);
			}), 128))])], 8, _hoisted_1$11);
		};
	}
}), [["__scopeId", "data-v-2e55f757"]]);
// packages/studio/src/run/LoopMenu.vue
var LoopMenu_default = /* @__PURE__ */ defineComponent({
	__name: "LoopMenu",
	props: {
		exited: { type: Boolean },
		complete: { type: Boolean },
		canExport: { type: Boolean }
	},
	emits: [
		"export",
		"exit",
		"restart"
	],
	setup(__props) {
		const isOpen = /* @__PURE__ */ ref(false);
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(DropdownMenuRoot_default), {
				open: isOpen.value,
				"onUpdate:open": _cache[4] || (_cache[4] = ($event) => isOpen.value = $event),
				modal: false
			}, {
				default: withCtx(() => [createVNode(unref(DropdownMenuTrigger_default), {
					class: "menu-trigger",
					"aria-label": unref(text).loopMenu,
					title: unref(text).loopMenu
				}, {
					default: withCtx(() => [createVNode(unref(Ellipsis), { "aria-hidden": "true" })]),
					_: 1
				}, 8, ["aria-label", "title"]), createVNode(unref(DropdownMenuPortal_default), null, {
					default: withCtx(() => [createVNode(unref(DropdownMenuContent_default), {
						class: "menu",
						align: "end",
						"side-offset": 4,
						"collision-padding": 8,
						onKeydown: _cache[3] || (_cache[3] = withKeys(($event) => isOpen.value = false, ["esc"]))
					}, {
						default: withCtx(() => [
							createVNode(unref(DropdownMenuItem_default), {
								class: "item",
								disabled: !__props.canExport,
								onSelect: _cache[0] || (_cache[0] = ($event) => _ctx.$emit("export"))
							}, {
								default: withCtx(() => [createTextVNode(toDisplayString(unref(text).exportApproved), 1)]),
								_: 1
							}, 8, ["disabled"]),
							createVNode(unref(DropdownMenuItem_default), {
								class: "item",
								onSelect: _cache[1] || (_cache[1] = ($event) => _ctx.$emit("restart"))
							}, {
								default: withCtx(() => [createTextVNode(toDisplayString(unref(text).restart), 1)]),
								_: 1
							}),
							createVNode(unref(DropdownMenuItem_default), {
								class: "item",
								disabled: __props.exited,
								onSelect: _cache[2] || (_cache[2] = ($event) => _ctx.$emit("exit"))
							}, {
								default: withCtx(() => [createTextVNode(toDisplayString(__props.complete ? unref(text).finish : unref(text).exitEarly), 1)]),
								_: 1
							}, 8, ["disabled"])
						]),
						_: 1
					})]),
					_: 1
				})]),
				_: 1
			}, 8, ["open"]);
		};
	}
});
// packages/studio/src/run/film-frames.ts
var LOOKED_AT_S = .1;
var GIVE_UP_MS = 15e3;
/** CSS pixels a card has, twice for dense screens. */
var FRAME_PX = 128;
var frames = /* @__PURE__ */ new Map();
var queue = Promise.resolve();
/**
* A picture of a film's beginning, as a `data:` address; undefined when the browser cannot show the film, or nobody wants it any more.
* One film at a time, and it is let go at once: a `<video>` in every card would hold the few connections
* that a browser has to a server, and the decisions would wait behind them.
*/
function frameOf(url, wanted) {
	const frame = queue.then(async () => {
		if (!frames.has(url) && wanted()) frames.set(url, await drawFrame(url));
		return frames.get(url);
	});
	queue = frame;
	return frame;
}
function drawFrame(url) {
	return new Promise((resolve) => {
		const video = document.createElement("video");
		const done = (frame) => {
			clearTimeout(late);
			video.removeAttribute("src");
			video.load();
			resolve(frame);
		};
		const late = setTimeout(() => done(void 0), GIVE_UP_MS);
		video.crossOrigin = "anonymous";
		video.muted = true;
		video.preload = "auto";
		video.addEventListener("seeked", () => done(paint(video)), { once: true });
		video.addEventListener("error", () => done(void 0), { once: true });
		video.addEventListener("loadedmetadata", () => {
			video.currentTime = Math.min(LOOKED_AT_S, video.duration / 2);
		}, { once: true });
		video.src = url;
	});
}
/** The middle square of what the film shows now. */
function paint(video) {
	const side = Math.min(video.videoWidth, video.videoHeight);
	const canvas = Object.assign(document.createElement("canvas"), {
		width: FRAME_PX,
		height: FRAME_PX
	});
	const brush = canvas.getContext("2d");
	if (brush === null || side === 0) return void 0;
	brush.drawImage(video, (video.videoWidth - side) / 2, (video.videoHeight - side) / 2, side, side, 0, 0, FRAME_PX, FRAME_PX);
	return canvas.toDataURL("image/jpeg", .8);
}
// packages/studio/src/run/CardPicture.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$10 = ["src"];
var _hoisted_2$7 = {
	key: 1,
	class: "kind"
};
/** What a card shows of its attempt: its first picture, a frame of its film, or a word or two. */
var THUMB_PX$1 = 128;
// packages/studio/src/run/CardPicture.vue
var CardPicture_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "CardPicture",
	props: { entry: {} },
	setup(__props) {
		const frame = /* @__PURE__ */ ref();
		let isDrawn = true;
		onScopeDispose(() => {
			isDrawn = false;
		});
		const media = computed(() => __props.entry.outputs.images[0] ?? __props.entry.outputs.video[0]);
		const thumb = computed(() => media.value?.thumb === void 0 ? frame.value : fromServer(`${media.value.thumb}?w=${THUMB_PX$1}`));
		watch(computed(() => media.value?.kind === "video" && media.value.thumb === void 0 ? fromServer(media.value.url) : void 0), async (url) => {
			frame.value = url === void 0 ? void 0 : await frameOf(url, () => isDrawn);
		}, { immediate: true });
		const words = computed(() => {
			const { outputs, status } = __props.entry;
			if (status !== "returned") return "";
			if (outputs.audio.length > 0) return text.kinds.audio;
			if (outputs.video.length > 0) return text.kinds.video;
			return outputs.text[0]?.slice(0, 60) ?? (outputs.json.length > 0 ? text.kinds.json : text.kinds.file);
		});
		return (_ctx, _cache) => {
			return thumb.value ? (openBlock(), createElementBlock("img", {
				key: 0,
				src: thumb.value,
				crossorigin: "anonymous",
				alt: "",
				decoding: "async"
			}, null, 8, _hoisted_1$10)) : (openBlock(), createElementBlock("span", _hoisted_2$7, toDisplayString(words.value), 1));
		};
	}
}), [["__scopeId", "data-v-56d837e9"]]);
// packages/studio/src/run/hand.ts
var MOST_BEHIND = 3;
/** The cards of a cycle as they lie: the one looked at or chosen in front, the newest others behind it, front first. */
function handOf(entries, cursor) {
	const front = entries.find((entry) => entry.retry_index === cursor?.retry) ?? frontOf(entries);
	if (front === void 0) return [];
	return [front, ...entries.filter((entry) => entry !== front).toReversed().slice(0, MOST_BEHIND)];
}
// packages/studio/src/run/CycleHand.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$9 = { class: "caption" };
var _hoisted_2$6 = { key: 0 };
var _hoisted_3$6 = { class: "hand" };
var _hoisted_4$5 = ["aria-label", "aria-current"];
var _hoisted_5$4 = [
	"tabindex",
	"aria-label",
	"aria-current",
	"onClick"
];
var _hoisted_6$4 = {
	key: 1,
	class: "quick"
};
var _hoisted_7$3 = ["aria-label", "title"];
var _hoisted_8$3 = ["aria-label", "title"];
/** One cycle: its attempts like a hand of cards, the one that counts in front. */
var STEP_PX = 7;
// packages/studio/src/run/CycleHand.vue
var CycleHand_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "CycleHand",
	props: {
		cycle: {},
		entries: {},
		known: { type: Boolean },
		locked: { type: Boolean },
		cursor: {},
		live: {}
	},
	emits: ["move", "decide"],
	setup(__props) {
		const front = computed(() => cards.value.find(({ depth, mark }) => depth === 0 && mark === "waiting"));
		const cards = computed(() => handOf(__props.entries, __props.cursor).map((entry, depth) => ({
			entry,
			depth,
			place: placeOf$1(entry),
			mark: markOf(entry)
		})));
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", { class: normalizeClass(["cycle", { here: __props.cursor }]) }, [createBaseVNode("p", _hoisted_1$9, [createBaseVNode("b", null, toDisplayString(__props.cycle + 1), 1), __props.entries.length > 1 ? (openBlock(), createElementBlock("span", _hoisted_2$6, "×" + toDisplayString(__props.entries.length), 1)) : createCommentVNode("", true)]), createBaseVNode("div", _hoisted_3$6, [
				cards.value.length === 0 ? (openBlock(), createElementBlock("button", {
					key: 0,
					type: "button",
					tabindex: "-1",
					class: normalizeClass([
						"card",
						"blank",
						{
							known: __props.known,
							current: __props.cursor
						}
					]),
					"aria-label": unref(text).cycle(__props.cycle),
					"aria-current": __props.cursor !== void 0,
					onClick: _cache[0] || (_cache[0] = ($event) => _ctx.$emit("move", {
						cycle: __props.cycle,
						retry: 0
					}))
				}, null, 10, _hoisted_4$5)) : createCommentVNode("", true),
				(openBlock(true), createElementBlock(Fragment, null, renderList(cards.value, ({ entry, depth, place, mark }) => {
					return openBlock(), createElementBlock("button", {
						key: entry.retry_index,
						type: "button",
						tabindex: __props.cursor && depth === 0 ? 0 : -1,
						class: normalizeClass([
							"card",
							mark,
							{
								current: __props.cursor && depth === 0,
								behind: depth > 0
							}
						]),
						style: normalizeStyle({
							transform: `translateX(${depth * STEP_PX}px) scale(${1 - depth * .06})`,
							zIndex: 4 - depth
						}),
						"aria-label": `${unref(text).placeName(place.cycle, place.retry)}, ${unref(text).marks[mark]}`,
						"aria-current": __props.cursor !== void 0 && depth === 0,
						onClick: ($event) => _ctx.$emit("move", place)
					}, [
						createVNode(CardPicture_default, {
							class: "face",
							entry
						}, null, 8, ["entry"]),
						depth === 0 ? (openBlock(), createBlock(StateMark_default, {
							key: 0,
							class: "sign",
							mark
						}, null, 8, ["mark"])) : createCommentVNode("", true),
						depth === 0 && entry.status === "running" ? (openBlock(), createBlock(ProgressBar_default, {
							key: 1,
							class: "bar",
							label: unref(text).runningNow,
							share: __props.live[unref(keyOf)(place)]?.done
						}, null, 8, ["label", "share"])) : createCommentVNode("", true)
					], 14, _hoisted_5$4);
				}), 128)),
				front.value && !__props.locked ? (openBlock(), createElementBlock("div", _hoisted_6$4, [createBaseVNode("button", {
					type: "button",
					tabindex: "-1",
					class: "yes",
					"aria-label": `${unref(text).approve}: ${unref(text).placeName(front.value.place.cycle, front.value.place.retry)}`,
					title: unref(text).approve,
					onClick: _cache[1] || (_cache[1] = ($event) => _ctx.$emit("decide", "approve", front.value.place))
				}, [createVNode(unref(Check), { "aria-hidden": "true" })], 8, _hoisted_7$3), createBaseVNode("button", {
					type: "button",
					tabindex: "-1",
					class: "no",
					"aria-label": `${unref(text).reject}: ${unref(text).placeName(front.value.place.cycle, front.value.place.retry)}`,
					title: unref(text).reject,
					onClick: _cache[2] || (_cache[2] = ($event) => _ctx.$emit("decide", "reject", front.value.place))
				}, [createVNode(unref(X), { "aria-hidden": "true" })], 8, _hoisted_8$3)])) : createCommentVNode("", true)
			])], 2);
		};
	}
}), [["__scopeId", "data-v-67f21ea9"]]);
/** Cells drawn beyond each edge, so that a flick of the wheel shows no blanks. */
var BEYOND = 4;
/** The cycles to draw for what is scrolled into view; pixels in. */
function visibleCycles(scrolled, width, count) {
	const from = Math.max(0, Math.floor(scrolled / 96) - BEYOND);
	return {
		from: Math.min(from, count),
		to: Math.min(count, Math.ceil((scrolled + width) / 96) + BEYOND)
	};
}
/** Where to scroll so that a cycle is in view with a neighbour on each side; unmoved when it is already. */
function scrollTo(cycle, scrolled, width) {
	const start = cycle * 96;
	const margin = Math.min(96, Math.max(0, (width - 96) / 2));
	if (start - margin < scrolled) return Math.max(0, start - margin);
	return start + 96 + margin > scrolled + width ? start + 96 + margin - width : scrolled;
}
// packages/studio/src/run/LoopStrip.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$8 = ["aria-label"];
// packages/studio/src/run/LoopStrip.vue
var LoopStrip_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "LoopStrip",
	props: {
		state: {},
		locked: { type: Boolean }
	},
	emits: [
		"move",
		"decide",
		"reveal"
	],
	setup(__props, { emit: __emit }) {
		const emit = __emit;
		const scroller = useTemplateRef("scroller");
		const { width } = useElementSize(scroller);
		const scrolled = /* @__PURE__ */ ref(0);
		const count = computed(() => cycleCount(__props.state));
		const visible = computed(() => visibleCycles(scrolled.value, width.value, count.value));
		const cycles = computed(() => Array.from({ length: visible.value.to - visible.value.from }, (_, index) => visible.value.from + index));
		const isKnown = (cycle) => __props.state.known.some(({ from, to }) => from <= cycle && cycle < to);
		watch(visible, (now, before) => {
			if (now.from !== before?.from || now.to !== before.to) emit("reveal", now);
		}, { immediate: true });
		watch([
			() => __props.state.cursor?.cycle,
			width,
			count
		], async ([cycle]) => {
			await nextTick();
			if (cycle !== void 0 && width.value > 0) scroller.value?.scrollTo({ left: scrollTo(cycle, scroller.value.scrollLeft, width.value) });
		}, { immediate: true });
		/** A plain mouse wheel turns the strip. */
		function turn(event) {
			if (event.deltaX === 0) scroller.value?.scrollBy({ left: event.deltaY });
		}
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("nav", {
				ref_key: "scroller",
				ref: scroller,
				class: "strip",
				"aria-label": unref(text).cycles,
				onScrollPassive: _cache[2] || (_cache[2] = ($event) => scrolled.value = $event.target.scrollLeft),
				onWheelPassive: turn
			}, [createBaseVNode("div", {
				class: "track",
				style: normalizeStyle({ width: `${count.value * unref(96)}px` })
			}, [(openBlock(true), createElementBlock(Fragment, null, renderList(cycles.value, (cycle) => {
				return openBlock(), createBlock(CycleHand_default, {
					key: cycle,
					style: normalizeStyle({
						left: `${cycle * unref(96)}px`,
						width: `${unref(96)}px`
					}),
					cycle,
					entries: unref(shownCycle)(__props.state, cycle),
					known: isKnown(cycle),
					cursor: __props.state.cursor?.cycle === cycle ? __props.state.cursor : void 0,
					live: __props.state.live,
					locked: __props.locked,
					onMove: _cache[0] || (_cache[0] = (to) => _ctx.$emit("move", to)),
					onDecide: _cache[1] || (_cache[1] = (decision, place) => _ctx.$emit("decide", decision, place))
				}, null, 8, [
					"style",
					"cycle",
					"entries",
					"known",
					"cursor",
					"live",
					"locked"
				]);
			}), 128))], 4)], 40, _hoisted_1$8);
		};
	}
}), [["__scopeId", "data-v-c065d546"]]);
// packages/studio/src/run/ProgressLine.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$7 = { class: "line" };
var _hoisted_2$5 = { class: "figure" };
var _hoisted_3$5 = ["role", "title"];
// packages/studio/src/run/ProgressLine.vue
var ProgressLine_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "ProgressLine",
	props: {
		progress: {},
		status: {},
		away: { type: Boolean }
	},
	emits: ["cancel"],
	setup(__props) {
		const figure = computed(() => {
			const { approved, total, running } = __props.progress;
			return [text.approvedOf(approved, total), running?.done === void 0 ? void 0 : formatShare(running.done)].filter((part) => part !== void 0).join(" · ");
		});
		const work = computed(() => {
			const { running } = __props.progress;
			if (__props.away) return text.system.serverAway;
			if (running === void 0) return __props.status;
			const where = text.making(running.entry.cycle_index, running.entry.retry_index, running.entry.status === "queued");
			return running.remainingMs === void 0 ? where : `${where} · ${text.remaining(formatDuration(running.remainingMs))}`;
		});
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", _hoisted_1$7, [
				createVNode(ProgressBar_default, {
					class: "bar",
					label: __props.progress.running ? work.value : unref(text).loopProgress,
					share: __props.progress.share
				}, null, 8, ["label", "share"]),
				createBaseVNode("span", _hoisted_2$5, toDisplayString(figure.value), 1),
				createBaseVNode("span", {
					class: normalizeClass([
						"work",
						"clip",
						{ away: __props.away }
					]),
					role: __props.away ? "alert" : void 0,
					title: __props.away ? unref(text).serverAway : work.value
				}, [__props.away ? (openBlock(), createBlock(unref(CircleX), {
					key: 0,
					"aria-hidden": "true"
				})) : createCommentVNode("", true), createTextVNode(toDisplayString(work.value), 1)], 10, _hoisted_3$5),
				renderSlot(_ctx.$slots, "default", {}, void 0, true),
				__props.progress.running ? (openBlock(), createBlock(ActionButton_default, {
					key: 0,
					tone: "quiet",
					icon: unref(Square),
					label: unref(text).stop,
					hint: unref(text).stopMeans,
					disabled: __props.away,
					onPress: _cache[0] || (_cache[0] = ($event) => _ctx.$emit("cancel"))
				}, null, 8, [
					"icon",
					"label",
					"hint",
					"disabled"
				])) : createCommentVNode("", true)
			]);
		};
	}
}), [["__scopeId", "data-v-c796cfa8"]]);
// packages/studio/src/run/progress.ts
/** How far a loop is; `now` on the clock that `progressed` actions carry. */
function progressOf(state, now) {
	const { approved, total } = {
		approved: state.loop?.approved ?? 0,
		total: state.loop?.total_cycles ?? 0
	};
	const entry = underWay(state);
	const live = entry === void 0 ? void 0 : state.live[keyOf(placeOf$1(entry))];
	const running = entry === void 0 ? void 0 : {
		entry,
		done: live?.done,
		remainingMs: live === void 0 ? void 0 : remaining(live, now)
	};
	return {
		approved,
		total,
		running,
		share: running?.done ?? (total === 0 ? 0 : approved / total)
	};
}
function underWay(state) {
	const inFlight = state.cycles.flatMap((entries) => entries.filter(isInFlight));
	return inFlight.find((entry) => samePlace(placeOf$1(entry), state.cursor)) ?? inFlight.find((entry) => entry.cycle_index === state.loop?.current_cycle) ?? inFlight.find((entry) => entry.status === "running") ?? inFlight[0];
}
var ENOUGH_TO_ESTIMATE = .05;
/** As long again for the rest as for the part seen so far. */
function remaining({ since, done }, now) {
	if (since === void 0 || done - since.done < ENOUGH_TO_ESTIMATE) return void 0;
	return (now - since.at) * (1 - done) / (done - since.done);
}
// packages/studio/src/run/edits.ts
/** The resolved inputs that can be typed anew: texts, numbers and switches, the texts first. */
function editableInputs(inputs) {
	return Object.entries(inputs).flatMap(([key, value]) => {
		const name = parseInputName(key);
		if (name === void 0 || value === null || typeof value === "object") return [];
		return [{
			key,
			label: name.input,
			node: name.nodeId,
			value,
			initial: typeof value === "string" ? value : "",
			shown: typeof value === "string" ? value : stringifyJson(value)
		}];
	}).sort((a, b) => Number(typeof b.value === "string") - Number(typeof a.value === "string"));
}
/** Those inputs that were changed, each of the kind it was; else which one is not, and what it must be. */
function readEdits(inputs, typed) {
	const edits = {};
	for (const { key, value, initial } of inputs) {
		const words = typed[key] ?? initial;
		if (words === initial) continue;
		const kind = kindOf(value);
		const read = kind === "text" ? ok(words) : parseJson(words);
		if (!read.ok || read.value === null || typeof read.value === "object" || kindOf(read.value) !== kind) return fail({
			key,
			message: text.mustBe[kind]
		});
		edits[key] = read.value;
	}
	return ok(edits);
}
function kindOf(value) {
	if (typeof value === "string") return "text";
	return typeof value === "boolean" ? "switch" : "number";
}
// packages/studio/src/run/RejectForm.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$6 = ["aria-label"];
var _hoisted_2$4 = { class: "caption" };
var _hoisted_3$4 = ["placeholder"];
var _hoisted_4$4 = { class: "caption" };
var _hoisted_5$3 = [
	"onUpdate:modelValue",
	"rows",
	"placeholder",
	"aria-invalid"
];
var _hoisted_6$3 = {
	key: 0,
	class: "wrong",
	role: "alert"
};
var _hoisted_7$2 = { class: "line" };
var _hoisted_8$2 = { class: "caption lines" };
// packages/studio/src/run/RejectForm.vue
var RejectForm_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "RejectForm",
	props: {
		entry: {},
		titles: {}
	},
	emits: ["reject", "close"],
	setup(__props, { emit: __emit }) {
		const emit = __emit;
		const inputs = editableInputs(__props.entry.inputs);
		const typed = /* @__PURE__ */ ref(Object.fromEntries(inputs.map(({ key, initial }) => [key, initial])));
		const reason = /* @__PURE__ */ ref("");
		const edits = computed(() => readEdits(inputs, typed.value));
		const field = useTemplateRef("field");
		onMounted(() => field.value?.focus());
		function reject() {
			if (!edits.value.ok) return;
			const words = reason.value.trim();
			const changed = edits.value.value;
			emit("reject", {
				...words === "" ? {} : { reason: words },
				...Object.keys(changed).length === 0 ? {} : { edits: changed }
			});
		}
		/** In both kinds of field: Enter rejects, with Shift it breaks the line. Enter also ends the composing of a word, which is neither. */
		function enter(event) {
			if (event.shiftKey || event.isComposing) return;
			event.preventDefault();
			reject();
		}
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("form", {
				class: "reject",
				"aria-label": unref(text).rejectWithReason,
				onSubmit: withModifiers(reject, ["prevent"]),
				onKeydown: _cache[2] || (_cache[2] = withKeys(withModifiers(($event) => _ctx.$emit("close"), ["stop"]), ["esc"]))
			}, [
				createBaseVNode("label", null, [createBaseVNode("span", _hoisted_2$4, toDisplayString(unref(text).reason), 1), withDirectives(createBaseVNode("textarea", {
					ref_key: "field",
					ref: field,
					"onUpdate:modelValue": _cache[0] || (_cache[0] = ($event) => reason.value = $event),
					class: "field",
					rows: "1",
					maxlength: "4000",
					placeholder: unref(text).reasonExample,
					onKeydown: withKeys(enter, ["enter"])
				}, null, 40, _hoisted_3$4), [[vModelText, reason.value]])]),
				(openBlock(true), createElementBlock(Fragment, null, renderList(unref(inputs), ({ key, label, node, initial, shown }) => {
					return openBlock(), createElementBlock("label", { key }, [
						createBaseVNode("span", _hoisted_4$4, toDisplayString(unref(text).nextInput(label)) + " · " + toDisplayString(__props.titles[node]) + " " + toDisplayString(node), 1),
						withDirectives(createBaseVNode("textarea", {
							"onUpdate:modelValue": ($event) => typed.value[key] = $event,
							class: "field",
							rows: initial === "" ? 1 : 2,
							placeholder: initial === "" ? unref(text).asBefore(shown) : "",
							"aria-invalid": !edits.value.ok && edits.value.error.key === key,
							onKeydown: withKeys(enter, ["enter"])
						}, null, 40, _hoisted_5$3), [[vModelText, typed.value[key]]]),
						!edits.value.ok && edits.value.error.key === key ? (openBlock(), createElementBlock("span", _hoisted_6$3, toDisplayString(edits.value.error.message), 1)) : createCommentVNode("", true)
					]);
				}), 128)),
				createBaseVNode("div", _hoisted_7$2, [
					createVNode(ActionButton_default, {
						tone: "reject",
						label: unref(text).rejectAndRetry,
						shortcut: "⏎",
						disabled: !edits.value.ok,
						onPress: reject
					}, null, 8, ["label", "disabled"]),
					createVNode(ActionButton_default, {
						tone: "quiet",
						label: unref(text).cancel,
						shortcut: "Esc",
						onPress: _cache[1] || (_cache[1] = ($event) => _ctx.$emit("close"))
					}, null, 8, ["label"]),
					createBaseVNode("span", _hoisted_8$2, toDisplayString(unref(text).breakLine), 1)
				])
			], 40, _hoisted_1$6);
		};
	}
}), [["__scopeId", "data-v-8eab6db9"]]);
// packages/studio/src/run/FilmStage.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$5 = [
	"src",
	"aria-label",
	"muted",
	"autoplay"
];
/** Films start silent until a person wants sound; the next ones then have it too. */
var silent = /* @__PURE__ */ ref(true);
// packages/studio/src/run/FilmStage.vue
var FilmStage_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "FilmStage",
	props: {
		media: {},
		name: {}
	},
	setup(__props) {
		const motion = usePreferredReducedMotion();
		const hear = (event) => {
			silent.value = event.target.muted;
		};
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("video", {
				class: "film",
				src: unref(fromServer)(__props.media.url),
				crossorigin: "anonymous",
				"aria-label": __props.name,
				muted: silent.value,
				autoplay: unref(motion) !== "reduce",
				controls: "",
				loop: "",
				playsinline: "",
				preload: "auto",
				onVolumechange: hear
			}, null, 40, _hoisted_1$5);
		};
	}
}), [["__scopeId", "data-v-4c886601"]]);
// packages/studio/src/run/keys.ts
var LETTERS = {
	a: {
		type: "decide",
		decision: "approve"
	},
	x: {
		type: "decide",
		decision: "reject"
	},
	r: {
		type: "decide",
		decision: "replay"
	},
	u: { type: "undo" },
	e: { type: "export" },
	z: { type: "fit" },
	0: { type: "fit" }
};
var MOVES = {
	ArrowLeft: "left",
	ArrowRight: "right",
	ArrowUp: "up",
	ArrowDown: "down"
};
/**
* The action of a key, or undefined when the key is the browser's. Only arrows repeat while held:
* a key leant on must not decide twice.
*/
function actionOfKey(press) {
	if (press.altKey) return void 0;
	const letter = letterOf(press);
	if (press.ctrlKey || press.metaKey) return letter === "z" && !press.shiftKey && !press.repeat ? { type: "undo" } : void 0;
	const direction = MOVES[press.key];
	if (direction !== void 0) return press.shiftKey ? void 0 : {
		type: "move",
		direction
	};
	if (press.repeat) return void 0;
	if (press.key === "?") return { type: "help" };
	if (press.key === "Escape") return { type: "back" };
	if (press.key === " ") return press.shiftKey ? void 0 : { type: "play" };
	if (press.shiftKey) return letter === "x" ? { type: "rejectWithReason" } : void 0;
	return LETTERS[letter];
}
/** The letter typed; on a keyboard without Latin letters the one at that place. */
function letterOf({ key, code }) {
	const typed = key.toLowerCase();
	return /^[\u0021-\u024f]$/.test(typed) ? typed : (/^Key([A-Z])$/.exec(code)?.[1] ?? "").toLowerCase();
}
var TYPING = "input, textarea, select, [contenteditable]:not([contenteditable=\"false\"])";
var FLOATING = "[role=\"menu\"], [role=\"dialog\"]";
var PLAYER = "audio, video";
var PLAYER_KEYS = /* @__PURE__ */ new Set([
	" ",
	"Enter",
	"ArrowLeft",
	"ArrowRight",
	"ArrowUp",
	"ArrowDown"
]);
/** A button that the keyboard has come to; one that the mouse has left behind does not take the space bar. */
var PRESSED_BY_SPACE = "button:focus-visible, summary:focus-visible, [role=\"button\"]:focus-visible";
/** Whether a key pressed there belongs to the thing itself: text fields and menus take all, players and buttons theirs. */
function ownsKey(target, key) {
	const isIn = (selector) => target.closest(selector) !== null;
	return isIn(`${TYPING}, ${FLOATING}`) || PLAYER_KEYS.has(key) && isIn(PLAYER) || key === " " && isIn(PRESSED_BY_SPACE);
}
// packages/studio/src/run/use-keys.ts
/** Listens to the keys while the component lives: to the page's, within ComfyUI's page to those pressed in the studio. Each key belongs to one component. */
function useKeys(handlers) {
	const embedding = useEmbedding();
	const hear = (event) => {
		if (event.defaultPrevented || event.target instanceof Element && ownsKey(event.target, event.key)) return;
		const action = actionOfKey(event);
		const handle = action && handlers[action.type];
		if (action === void 0 || handle === void 0) return;
		event.preventDefault();
		handle(action);
	};
	if (embedding === void 0) useEventListener(window, "keydown", hear);
	else useEventListener(embedding.root, "keydown", hear);
}
// packages/studio/src/run/zoom.ts
var MOST = 16;
var LEAST = .02;
/** The whole picture, as large as the room allows. */
function fitted(picture, room) {
	return {
		scale: Math.min(room.width / picture.width, room.height / picture.height),
		x: 0,
		y: 0
	};
}
/** A click's step in: a picture's own pixels, or at least twice that where fitting shows as many already. */
function closer(picture, room, at) {
	const fit = fitted(picture, room);
	return zoomedTo(fit, fit.scale < 1 ? 1 : Math.max(2, fit.scale * 1.5), at, picture, room);
}
/** Zoomed by a factor, with what is at `at` staying there as far as the picture reaches; never smaller than fitted, or than its own pixels. */
function zoomedBy(zoom, factor, at, picture, room) {
	const least = Math.max(LEAST, Math.min(1, fitted(picture, room).scale));
	return zoomedTo(zoom, Math.min(MOST, Math.max(least, zoom.scale * factor)), at, picture, room);
}
/** Moved by a drag. */
function panned(zoom, by, picture, room) {
	return within({
		...zoom,
		x: zoom.x + by.x,
		y: zoom.y + by.y
	}, picture, room);
}
function zoomedTo(zoom, scale, at, picture, room) {
	const ratio = scale / zoom.scale;
	return within({
		scale,
		x: at.x - (at.x - zoom.x) * ratio,
		y: at.y - (at.y - zoom.y) * ratio
	}, picture, room);
}
/** No room is left empty that the picture could fill; where it is smaller than the room, it is in the middle. */
function within({ scale, x, y }, picture, room) {
	const spareX = Math.max(0, (picture.width * scale - room.width) / 2);
	const spareY = Math.max(0, (picture.height * scale - room.height) / 2);
	return {
		scale,
		x: clamp(x, spareX),
		y: clamp(y, spareY)
	};
}
var clamp = (value, most) => Math.min(most, Math.max(-most, value));
// packages/studio/src/run/ImageStage.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$4 = {
	key: 0,
	class: "failed",
	role: "alert"
};
var _hoisted_2$3 = ["title"];
var _hoisted_3$3 = ["src"];
var _hoisted_4$3 = ["src", "alt"];
/** A picture fitted into the room there is; click, wheel and drag look at it closer. Its thumbnail stands in while it loads. */
var STAND_IN_PX = 256;
/** A wheel's notch is 100 to 120 of its units. */
var NOTCHES = .0018;
/** A hand that shakes this much still clicks. */
var DRAG_PX = 4;
// packages/studio/src/run/ImageStage.vue
var ImageStage_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "ImageStage",
	props: {
		media: {},
		name: {}
	},
	setup(__props) {
		const loaded = /* @__PURE__ */ ref(false);
		const failed = /* @__PURE__ */ ref(false);
		const natural = /* @__PURE__ */ shallowRef({
			width: __props.media.width ?? 0,
			height: __props.media.height ?? 0
		});
		/** Undefined while fitted, however the room changes. */
		const zoom = /* @__PURE__ */ shallowRef();
		const frame = useTemplateRef("frame");
		const { width, height } = useElementSize(frame);
		const room = computed(() => ({
			width: width.value,
			height: height.value
		}));
		const isMeasured = computed(() => natural.value.width > 0 && width.value > 0);
		const now = computed(() => zoom.value ?? fitted(natural.value, room.value));
		const title = computed(() => isMeasured.value ? text.zoomed(formatShare(now.value.scale), zoom.value !== void 0) : void 0);
		const lie = computed(() => {
			if (zoom.value === void 0) return {};
			const { scale, x, y } = zoom.value;
			return {
				width: `${natural.value.width * scale}px`,
				height: `${natural.value.height * scale}px`,
				transform: `translate(-50%, -50%) translate(${x}px, ${y}px)`
			};
		});
		function shown(event) {
			const { naturalWidth, naturalHeight } = event.target;
			natural.value = {
				width: naturalWidth,
				height: naturalHeight
			};
			loaded.value = true;
		}
		const fit = () => {
			zoom.value = void 0;
		};
		/** From the middle of the room. */
		function pointOf({ clientX, clientY }) {
			const box = frame.value?.getBoundingClientRect() ?? new DOMRect();
			return {
				x: clientX - box.x - box.width / 2,
				y: clientY - box.y - box.height / 2
			};
		}
		let from;
		let dragged = false;
		function press(event) {
			if (event.button !== 0) return;
			from = {
				x: event.clientX,
				y: event.clientY
			};
			dragged = false;
		}
		function drag(event) {
			if (from === void 0) return;
			const by = {
				x: event.clientX - from.x,
				y: event.clientY - from.y
			};
			if (!dragged && Math.hypot(by.x, by.y) < DRAG_PX) return;
			if (!dragged) frame.value?.setPointerCapture(event.pointerId);
			dragged = true;
			from = {
				x: event.clientX,
				y: event.clientY
			};
			if (zoom.value !== void 0) zoom.value = panned(zoom.value, by, natural.value, room.value);
		}
		const release = () => {
			from = void 0;
		};
		function click(event) {
			if (dragged || !isMeasured.value) return;
			zoom.value = zoom.value === void 0 && event.detail < 2 ? closer(natural.value, room.value, pointOf(event)) : void 0;
		}
		function turn(event) {
			if (!isMeasured.value) return;
			zoom.value = zoomedBy(now.value, Math.exp(-event.deltaY * NOTCHES), pointOf(event), natural.value, room.value);
		}
		useKeys({ fit });
		return (_ctx, _cache) => {
			return failed.value ? (openBlock(), createElementBlock("p", _hoisted_1$4, toDisplayString(unref(text).pictureMissing(__props.media.filename)), 1)) : (openBlock(), createElementBlock("div", {
				key: 1,
				ref_key: "frame",
				ref: frame,
				class: normalizeClass(["frame", {
					zoomed: zoom.value,
					sharp: now.value.scale >= 4
				}]),
				title: title.value,
				onClick: click,
				onWheel: withModifiers(turn, ["prevent"]),
				onPointerdown: press,
				onPointermove: drag,
				onPointerup: release,
				onPointercancel: release
			}, [!loaded.value && __props.media.thumb ? (openBlock(), createElementBlock("img", {
				key: 0,
				class: "stand-in",
				src: unref(fromServer)(`${__props.media.thumb}?w=${STAND_IN_PX}`),
				crossorigin: "anonymous",
				alt: ""
			}, null, 8, _hoisted_3$3)) : createCommentVNode("", true), createBaseVNode("img", {
				class: normalizeClass(["picture", { loaded: loaded.value }]),
				style: normalizeStyle(lie.value),
				src: unref(fromServer)(__props.media.url),
				crossorigin: "anonymous",
				alt: __props.name,
				decoding: "async",
				draggable: "false",
				onLoad: shown,
				onError: _cache[0] || (_cache[0] = ($event) => failed.value = true)
			}, null, 46, _hoisted_4$3)], 42, _hoisted_2$3));
		};
	}
}), [["__scopeId", "data-v-6a91c87e"]]);
// packages/studio/src/run/OutputView.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$3 = {
	key: 0,
	class: "stage"
};
var _hoisted_2$2 = ["aria-label"];
var _hoisted_3$2 = [
	"aria-pressed",
	"aria-label",
	"onClick"
];
var _hoisted_4$2 = ["src"];
var _hoisted_5$2 = { key: 1 };
var _hoisted_6$2 = {
	key: 2,
	class: "rest"
};
var _hoisted_7$1 = ["src", "aria-label"];
var _hoisted_8$1 = ["href", "download"];
var _hoisted_9$1 = { class: "caption" };
var _hoisted_10 = {
	key: 0,
	class: "caption"
};
/** One attempt's outputs: the pictures and films large, one at a time; sounds, texts and data below or alone. Two outputs can be the same file. */
var THUMB_PX = 96;
// packages/studio/src/run/OutputView.vue
var OutputView_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "OutputView",
	props: {
		outputs: {},
		name: {}
	},
	emits: ["measured"],
	setup(__props, { emit: __emit }) {
		const emit = __emit;
		const large = computed(() => [...__props.outputs.images, ...__props.outputs.video]);
		const chosen = /* @__PURE__ */ ref(0);
		const shown = computed(() => large.value[chosen.value]);
		const root = useTemplateRef("root");
		const isEmpty = computed(() => Object.values(__props.outputs).every((list) => list.length === 0));
		/** The film, else the first sound. */
		function play() {
			const player = root.value?.querySelector("video") ?? root.value?.querySelector("audio");
			if (player?.paused === false) player.pause();
			else player?.play().catch((error) => console.warn("The player does not play.", error));
		}
		useKeys({ play });
		/** `loadedmetadata` does not bubble; it is caught on its way down. */
		function measure({ target }) {
			if (!(target instanceof HTMLMediaElement)) return;
			const { videoWidth: width, videoHeight: height } = target instanceof HTMLVideoElement ? target : {
				videoWidth: 0,
				videoHeight: 0
			};
			const url = target.getAttribute("src") ?? "";
			emit("measured", {
				url,
				seconds: Number.isFinite(target.duration) ? target.duration : void 0,
				...width > 0 ? {
					width,
					height
				} : {}
			});
		}
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", {
				ref_key: "root",
				ref: root,
				class: normalizeClass(["output", { lone: !shown.value }]),
				onLoadedmetadataCapture: measure
			}, [
				shown.value ? (openBlock(), createElementBlock("div", _hoisted_1$3, [shown.value.kind === "video" ? (openBlock(), createBlock(FilmStage_default, {
					key: shown.value.media,
					media: shown.value,
					name: __props.name
				}, null, 8, ["media", "name"])) : (openBlock(), createBlock(ImageStage_default, {
					key: shown.value.media,
					media: shown.value,
					name: __props.name
				}, null, 8, ["media", "name"]))])) : createCommentVNode("", true),
				large.value.length > 1 ? (openBlock(), createElementBlock("div", {
					key: 1,
					class: "siblings",
					role: "group",
					"aria-label": unref(text).outputs
				}, [(openBlock(true), createElementBlock(Fragment, null, renderList(large.value, (media, index) => {
					return openBlock(), createElementBlock("button", {
						key: index,
						type: "button",
						"aria-pressed": index === chosen.value,
						"aria-label": unref(text).output(index),
						onClick: ($event) => chosen.value = index
					}, [media.thumb ? (openBlock(), createElementBlock("img", {
						key: 0,
						src: unref(fromServer)(`${media.thumb}?w=${THUMB_PX}`),
						crossorigin: "anonymous",
						alt: "",
						loading: "lazy"
					}, null, 8, _hoisted_4$2)) : (openBlock(), createElementBlock("span", _hoisted_5$2, toDisplayString(index + 1), 1))], 8, _hoisted_3$2);
				}), 128))], 8, _hoisted_2$2)) : createCommentVNode("", true),
				!shown.value || __props.outputs.audio.length || __props.outputs.text.length || __props.outputs.json.length || __props.outputs.files.length ? (openBlock(), createElementBlock("div", _hoisted_6$2, [
					(openBlock(true), createElementBlock(Fragment, null, renderList(__props.outputs.audio, (media, index) => {
						return openBlock(), createElementBlock("audio", {
							key: index,
							src: unref(fromServer)(media.url),
							crossorigin: "anonymous",
							"aria-label": media.filename,
							controls: "",
							preload: "metadata"
						}, null, 8, _hoisted_7$1);
					}), 128)),
					(openBlock(true), createElementBlock(Fragment, null, renderList(__props.outputs.text, (words, index) => {
						return openBlock(), createElementBlock("p", {
							key: index,
							class: "words"
						}, toDisplayString(words), 1);
					}), 128)),
					(openBlock(true), createElementBlock(Fragment, null, renderList(__props.outputs.json, (value, index) => {
						return openBlock(), createElementBlock("pre", {
							key: index,
							class: "mono",
							tabindex: "0"
						}, toDisplayString(unref(stringifyJson)(value, 2)), 1);
					}), 128)),
					(openBlock(true), createElementBlock(Fragment, null, renderList(__props.outputs.files, (media, index) => {
						return openBlock(), createElementBlock("a", {
							key: index,
							class: "file",
							href: unref(fromServer)(media.url),
							download: media.filename
						}, [createTextVNode(toDisplayString(media.filename) + " ", 1), createBaseVNode("span", _hoisted_9$1, toDisplayString(unref(formatBytes)(media.bytes)), 1)], 8, _hoisted_8$1);
					}), 128)),
					isEmpty.value ? (openBlock(), createElementBlock("p", _hoisted_10, toDisplayString(unref(text).returnedNothing), 1)) : createCommentVNode("", true)
				])) : createCommentVNode("", true)
			], 34);
		};
	}
}), [["__scopeId", "data-v-d2936fe8"]]);
// packages/studio/src/run/ResultView.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$2 = ["aria-label", "aria-busy"];
var _hoisted_2$1 = {
	key: 2,
	class: "making"
};
var _hoisted_3$1 = ["src", "alt"];
var _hoisted_4$1 = {
	key: 3,
	class: "middle"
};
var _hoisted_5$1 = {
	key: 0,
	class: "caption"
};
var _hoisted_6$1 = { class: "mono" };
// packages/studio/src/run/ResultView.vue
var ResultView_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "ResultView",
	props: {
		entry: {},
		live: {},
		place: {},
		canMake: { type: Boolean },
		loading: { type: Boolean },
		exited: { type: Boolean },
		away: { type: Boolean }
	},
	emits: ["make", "measured"],
	setup(__props) {
		const gone = computed(() => {
			if (__props.exited) return __props.entry?.error ? `${__props.entry.error.message} ${text.failedForGood}` : text.wasCancelledForGood;
			return __props.entry?.error?.message ?? text.wasCancelled;
		});
		const inFlight = computed(() => __props.entry?.status === "queued" || __props.entry?.status === "running");
		const waiting = computed(() => {
			if (__props.away) return text.runningUnheard;
			if (__props.entry?.status === "queued") return text.queuedNow;
			return __props.live === void 0 || __props.live.done === 0 ? text.runningNow : `${text.runningNow} ${formatShare(__props.live.done)}`;
		});
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("section", {
				class: "result",
				tabindex: "-1",
				"aria-label": unref(text).result,
				"aria-busy": inFlight.value || __props.loading
			}, [__props.entry === void 0 ? (openBlock(), createElementBlock(Fragment, { key: 0 }, [!__props.loading && __props.place ? (openBlock(), createBlock(EmptyState_default, {
				key: 0,
				class: "middle",
				message: __props.exited ? unref(text).notMadeForGood(__props.place.cycle) : unref(text).notMade(__props.place.cycle)
			}, {
				default: withCtx(() => [__props.canMake ? (openBlock(), createBlock(ActionButton_default, {
					key: 0,
					tone: "primary",
					icon: unref(Play),
					label: unref(text).make(__props.place.cycle),
					onPress: _cache[0] || (_cache[0] = ($event) => _ctx.$emit("make"))
				}, null, 8, ["icon", "label"])) : createCommentVNode("", true)]),
				_: 1
			}, 8, ["message"])) : createCommentVNode("", true)], 64)) : __props.entry.status === "returned" ? (openBlock(), createBlock(OutputView_default, {
				key: __props.entry.prompt_id,
				outputs: __props.entry.outputs,
				name: unref(text).placeName(__props.entry.cycle_index, __props.entry.retry_index),
				onMeasured: _cache[1] || (_cache[1] = (of) => _ctx.$emit("measured", of))
			}, null, 8, ["outputs", "name"])) : inFlight.value ? (openBlock(), createElementBlock("div", _hoisted_2$1, [__props.live?.preview ? (openBlock(), createElementBlock("img", {
				key: 0,
				class: "preview",
				src: unref(fromServer)(__props.live.preview),
				crossorigin: "anonymous",
				alt: unref(text).preview
			}, null, 8, _hoisted_3$1)) : createCommentVNode("", true), createBaseVNode("p", {
				class: normalizeClass(["status", { over: __props.live?.preview }]),
				role: "status"
			}, toDisplayString(waiting.value), 3)])) : (openBlock(), createElementBlock("div", _hoisted_4$1, [createVNode(NoticeLine_default, {
				tone: __props.entry.status === "failed" ? "error" : "info",
				message: gone.value
			}, {
				default: withCtx(() => [__props.entry.error?.node ? (openBlock(), createElementBlock("span", _hoisted_5$1, [
					createTextVNode(toDisplayString(unref(text).atNode) + " ", 1),
					createBaseVNode("span", _hoisted_6$1, toDisplayString(__props.entry.error.node.id), 1),
					createTextVNode(" " + toDisplayString(__props.entry.error.node.type), 1)
				])) : createCommentVNode("", true)]),
				_: 1
			}, 8, ["tone", "message"])]))], 8, _hoisted_1$2);
		};
	}
}), [["__scopeId", "data-v-b2ddfe09"]]);
// packages/studio/src/run/RunNotices.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$1 = { class: "notices" };
// packages/studio/src/run/RunNotices.vue
var RunNotices_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "RunNotices",
	props: {
		state: {},
		asking: {}
	},
	emits: [
		"close",
		"dismiss",
		"show",
		"exit",
		"restart"
	],
	setup(__props) {
		const open = computed(() => Math.max(0, (__props.state.loop?.total_cycles ?? 0) - (__props.state.loop?.approved ?? 0)));
		const elsewhere = computed(() => samePlace(__props.state.notice?.place, __props.state.cursor) ? void 0 : __props.state.notice?.place);
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", _hoisted_1$1, [__props.state.notice ? (openBlock(), createBlock(NoticeLine_default, {
				key: 0,
				tone: __props.state.notice.tone,
				message: __props.state.notice.message,
				closable: "",
				onClose: _cache[1] || (_cache[1] = ($event) => _ctx.$emit("dismiss"))
			}, {
				default: withCtx(() => [__props.state.notice.path ? (openBlock(), createBlock(CopyButton_default, {
					key: 0,
					value: __props.state.notice.path,
					name: unref(text).folder
				}, null, 8, ["value", "name"])) : createCommentVNode("", true), elsewhere.value ? (openBlock(), createBlock(ActionButton_default, {
					key: 1,
					label: unref(text).show,
					onPress: _cache[0] || (_cache[0] = ($event) => _ctx.$emit("show", elsewhere.value))
				}, null, 8, ["label"])) : createCommentVNode("", true)]),
				_: 1
			}, 8, ["tone", "message"])) : createCommentVNode("", true), __props.asking === "exit" ? (openBlock(), createBlock(NoticeLine_default, {
				key: 1,
				tone: "info",
				message: unref(text).exitQuestion(open.value)
			}, {
				default: withCtx(() => [createVNode(ActionButton_default, {
					tone: open.value > 0 ? "reject" : "primary",
					label: open.value > 0 ? unref(text).exitEarly : unref(text).finish,
					onPress: _cache[2] || (_cache[2] = ($event) => _ctx.$emit("exit"))
				}, null, 8, ["tone", "label"]), createVNode(ActionButton_default, {
					tone: "quiet",
					label: unref(text).stay,
					shortcut: "Esc",
					onPress: _cache[3] || (_cache[3] = ($event) => _ctx.$emit("close"))
				}, null, 8, ["label"])]),
				_: 1
			}, 8, ["message"])) : __props.asking === "restart" ? (openBlock(), createBlock(NoticeLine_default, {
				key: 2,
				tone: "info",
				message: unref(text).restartQuestion
			}, {
				default: withCtx(() => [createVNode(ActionButton_default, {
					tone: "reject",
					label: unref(text).restart,
					onPress: _cache[4] || (_cache[4] = ($event) => _ctx.$emit("restart"))
				}, null, 8, ["label"]), createVNode(ActionButton_default, {
					tone: "quiet",
					label: unref(text).cancel,
					shortcut: "Esc",
					onPress: _cache[5] || (_cache[5] = ($event) => _ctx.$emit("close"))
				}, null, 8, ["label"])]),
				_: 1
			}, 8, ["message"])) : createCommentVNode("", true)]);
		};
	}
}), [["__scopeId", "data-v-fb513f8b"]]);
// packages/studio/src/run/title.ts
/** The page's title: it carries the progress while work runs, `61 % · portraits-07 · leMouf Studio`. */
function titleOf(loopId, { running }) {
	return [
		running?.done === void 0 ? void 0 : formatShare(running.done),
		loopId,
		text.product
	].filter((part) => part !== void 0).join(" · ");
}
// packages/studio/src/loop-view/span.ts
/** The spans with one more, sorted and without overlaps. */
function addSpan(spans, added) {
	const apart = spans.filter((span) => span.to < added.from || span.from > added.to);
	const touching = spans.filter((span) => !apart.includes(span));
	const joined = {
		from: Math.min(added.from, ...touching.map((span) => span.from)),
		to: Math.max(added.to, ...touching.map((span) => span.to))
	};
	return [...apart, joined].sort((a, b) => a.from - b.from);
}
/** The first cycle of `wanted` that no span covers. */
function firstGap(spans, wanted) {
	let cycle = wanted.from;
	for (const span of spans) if (span.from <= cycle && cycle < span.to) cycle = span.to;
	return cycle < wanted.to ? cycle : void 0;
}
// packages/studio/src/loop-view/reduce.ts
/** The view after an action. Pure; news may come twice or in any order. */
function reduceView(state, action) {
	const next = reduced(state, action);
	return next.notice === state.notice && isOutdated(state, next) ? {
		...next,
		notice: void 0
	} : next;
}
/** What was said of an attempt no longer holds when that attempt has gone on. */
function isOutdated(before, after) {
	const [was, is] = [entryAt(before, before.notice?.place), entryAt(after, before.notice?.place)];
	return was !== void 0 && (was.status !== is?.status || was.revision !== is.revision);
}
/** The attempt as the server knows it. */
function entryAt({ cycles }, place) {
	return place === void 0 ? void 0 : cycles[place.cycle]?.find((known) => known.retry_index === place.retry);
}
function reduced(state, action) {
	switch (action.type) {
		case "forgotten": return {
			...lasting(state),
			cursor: state.cursor,
			epoch: state.epoch + 1,
			decided: state.decided
		};
		case "opened": return opened(state, action);
		case "unread": return {
			...state,
			unread: action.unread
		};
		case "connected": return connected(state, action.connection);
		case "paged": return action.epoch === state.epoch ? withPage(state, action) : state;
		case "changed": return withChange(state, action.change);
		case "progressed": return withLive(state, placeOf$1(action.progress), (live) => {
			const { done } = action.progress;
			return {
				...live,
				done,
				since: live?.since !== void 0 && live.since.done <= done ? live.since : {
					at: action.at,
					done
				}
			};
		});
		case "previewed": return withLive(state, placeOf$1(action.preview), (live) => ({
			done: 0,
			...live,
			preview: action.preview.url
		}));
		case "moved": return {
			...state,
			cursor: action.to,
			notice: void 0,
			following: false
		};
		case "judged": return judged(state, action.pending);
		case "answered": return answered(state, action);
		case "refused": return refused(state, action);
		case "noticed": return {
			...state,
			notice: action.notice
		};
	}
}
var newer = (known, incoming) => known !== void 0 && known.seq > incoming.seq ? known : incoming;
/** An empty view that keeps what does not come from the loop. */
var lasting = ({ connection, following }) => ({
	...initialView(),
	connection,
	following
});
function opened(state, { loop, approve }) {
	const atHead = state.cursor === void 0 || state.cursor.cycle >= loop.current_cycle - 1;
	const following = state.following || state.loop === void 0 && approve === "all" && atHead;
	return placed({
		...state,
		loop: newer(state.loop, loop),
		base: Math.max(state.base, loop.seq),
		unread: void 0,
		following
	});
}
/** Away, nothing under way tells how far it is; back, what was refused because of it no longer is. */
function connected(state, connection) {
	if (connection === "lost") return {
		...state,
		connection,
		live: {}
	};
	const wasAway = connection === "live" && state.connection !== "live" && state.notice?.tone === "error";
	return {
		...state,
		connection,
		notice: wasAway ? void 0 : state.notice
	};
}
/** The cursor within the loop; where the loop itself stands, when nobody has said otherwise. */
function placed(state) {
	const { loop, cursor } = state;
	if (loop === void 0) return state;
	if (cursor === void 0) return {
		...state,
		cursor: {
			cycle: loop.current_cycle,
			retry: loop.current_retry
		}
	};
	const last = Math.max(0, cycleCount(state) - 1);
	return cursor.cycle <= last ? state : {
		...state,
		cursor: {
			cycle: last,
			retry: 0
		}
	};
}
function withPage(state, { from, entries, next }) {
	const to = next === null ? Infinity : Math.max(next, from + 1);
	return {
		...state,
		cycles: withEntries(state.cycles, entries),
		known: addSpan(state.known, {
			from,
			to
		})
	};
}
function withChange(state, change) {
	if (change.loop.seq <= state.base) return state;
	if (change.reset) return resetView(state, change);
	const settled = new Set(change.entries.filter((entry) => !isInFlight(entry)).map((entry) => keyOf(placeOf$1(entry))));
	const live = Object.fromEntries(Object.entries(state.live).filter(([key]) => !settled.has(key)));
	const cycles = withEntries(state.cycles, change.entries);
	return placed({
		...state,
		loop: newer(state.loop, change.loop),
		cycles,
		live,
		cursor: state.following ? followed(state, change.entries) : state.cursor
	});
}
/** The newest result among the news, where there is one further on than the cursor. */
function followed({ cursor }, entries) {
	const newest = entries.findLast((entry) => entry.status === "returned");
	if (newest === void 0) return cursor;
	return cursor !== void 0 && (newest.cycle_index < cursor.cycle || newest.cycle_index === cursor.cycle && newest.retry_index < cursor.retry) ? cursor : placeOf$1(newest);
}
function resetView(state, { loop, entries }) {
	return {
		...lasting(state),
		cursor: {
			cycle: loop.current_cycle,
			retry: loop.current_retry
		},
		loop,
		cycles: withEntries([], entries),
		known: [{
			from: 0,
			to: Infinity
		}],
		base: loop.seq,
		epoch: state.epoch + 1
	};
}
function withEntries(cycles, entries) {
	const next = cycles.slice();
	for (const entry of entries) {
		while (next.length <= entry.cycle_index) next.push([]);
		next[entry.cycle_index] = withEntry(next[entry.cycle_index] ?? [], entry);
	}
	return next;
}
function withEntry(entries, entry) {
	const index = entries.findIndex((known) => known.retry_index >= entry.retry_index);
	const known = entries[index];
	if (known === void 0) return [...entries, entry];
	if (known.retry_index > entry.retry_index) return entries.toSpliced(index, 0, entry);
	return isOlder(entry, known) ? entries : entries.with(index, entry);
}
/** Revisions and statuses of an attempt only ever go forward. */
function isOlder(entry, known) {
	if (entry.revision !== known.revision) return entry.revision < known.revision;
	return ATTEMPT_STATUSES.indexOf(entry.status) < ATTEMPT_STATUSES.indexOf(known.status);
}
function withLive(state, place, change) {
	const entry = entryAt(state, place);
	if (entry !== void 0 && !isInFlight(entry)) return state;
	const key = keyOf(place);
	return {
		...state,
		live: {
			...state.live,
			[key]: change(state.live[key])
		}
	};
}
function judged(state, pending) {
	const { place, decision } = pending;
	const before = state.decided.filter((known) => !samePlace(known, place));
	const decided = decision === null ? before : [...before, place].slice(-1e3);
	const marked = (landed) => ({
		...state,
		decided,
		notice: void 0,
		following: false,
		pending: [...state.pending, {
			...pending,
			landed
		}]
	});
	if (decision === null) return {
		...marked(place),
		cursor: place
	};
	if (!samePlace(state.cursor, place)) return marked(void 0);
	const landed = nextToJudge(marked(place), place) ?? place;
	return {
		...marked(landed),
		cursor: landed
	};
}
function answered(state, { id, response }) {
	const pending = state.pending.find((known) => known.id === id);
	if (pending === void 0) return state;
	const { place } = pending;
	const entry = entryAt(state, place);
	const confirmed = entry === void 0 || entry.revision >= response.revision ? [] : [{
		...entry,
		decision: response.decision,
		revision: response.revision
	}];
	const next = {
		...state,
		pending: state.pending.filter((known) => known.id !== id),
		cycles: withEntries(state.cycles, confirmed)
	};
	const onward = {
		cycle: response.next_cycle_index,
		retry: response.next_retry_index
	};
	const waited = pending.decision !== null && samePlace(pending.landed, place) && samePlace(state.cursor, place);
	const settled = response.status === "complete" || (shownEntry(next, onward)?.decision ?? null) !== null;
	return waited && !settled ? {
		...next,
		cursor: onward
	} : next;
}
function refused(state, { id, message }) {
	const pending = state.pending.find((known) => known.id === id);
	if (pending === void 0) return state;
	const { place, landed } = pending;
	return {
		...state,
		pending: state.pending.filter((known) => known.id !== id),
		decided: state.decided.filter((known) => !samePlace(known, place)),
		cursor: landed !== void 0 && samePlace(state.cursor, landed) ? place : state.cursor,
		notice: {
			tone: "error",
			message,
			place
		}
	};
}
// packages/studio/src/run/reading.ts
/** Entries a page. */
var PAGE = 200;
/** What a view reads of its loop: only what is near what is shown. */
function createReading(server, loopId, { state, dispatch }, attempt) {
	const params = { loop_id: loopId };
	let wanted = {
		from: 0,
		to: 1
	};
	let paging = false;
	const nextGap = () => firstGap(state().known, {
		from: wanted.from,
		to: Math.min(wanted.to, cycleCount(state()))
	});
	async function readPage(from) {
		const { epoch } = state();
		const page = await server("getManifest", {
			params,
			query: {
				from_cycle: from,
				limit: PAGE
			}
		});
		dispatch({
			type: "paged",
			epoch,
			from,
			entries: page.entries,
			next: page.next_cycle
		});
	}
	async function reveal(cycles) {
		wanted = cycles;
		if (paging) return;
		paging = true;
		await attempt(async () => {
			for (let gap = nextGap(); gap !== void 0; gap = nextGap()) await readPage(gap);
		});
		paging = false;
	}
	async function open() {
		try {
			const loop = await server("getLoop", {
				params,
				query: { manifest: "none" }
			});
			dispatch({
				type: "opened",
				loop,
				approve: loop.approve
			});
		} catch (error) {
			const missing = error instanceof AppError && error.code === "loop_not_found";
			return dispatch({
				type: "unread",
				unread: {
					message: sentenceOf(error),
					missing
				}
			});
		}
		const cycle = state().cursor?.cycle ?? 0;
		await reveal({
			from: Math.min(wanted.from, cycle),
			to: Math.max(wanted.to, cycle + 1)
		});
	}
	return {
		open,
		reveal,
		readPage
	};
}
// packages/studio/src/run/commands.ts
function createCommands$1(server, loopId, store) {
	const { dispatch } = store;
	const loop = { loop_id: loopId };
	const inform = (message) => dispatch({
		type: "noticed",
		notice: {
			tone: "info",
			message
		}
	});
	const attempt = async (work) => {
		try {
			await work();
		} catch (error) {
			dispatch({
				type: "noticed",
				notice: {
					tone: "error",
					message: sentenceOf(error)
				}
			});
		}
	};
	const reading = createReading(server, loopId, store, attempt);
	return {
		open: reading.open,
		reveal: reading.reveal,
		...createDeciding(server, loopId, store, attempt, reading.readPage),
		move: (to) => dispatch({
			type: "moved",
			to
		}),
		dismiss: () => dispatch({
			type: "noticed",
			notice: void 0
		}),
		cancel: ({ cycle, retry }) => attempt(() => server("cancel", { body: {
			...loop,
			cycle_index: cycle,
			retry_index: retry
		} })),
		/** Makes the next attempt of a cycle. */
		step: (cycle) => attempt(() => server("step", { body: {
			...loop,
			cycle_index: cycle
		} })),
		exportApproved: () => attempt(async () => {
			const { count, path } = await server("exportApproved", { body: loop });
			dispatch({
				type: "noticed",
				notice: {
					tone: "info",
					message: text.exported(count, path),
					path
				}
			});
		}),
		exit: () => attempt(async () => {
			const { complete } = await server("exit", { body: loop });
			inform(complete ? text.exitedComplete : text.exitedEarly);
		}),
		/** Begins anew with the same workflow, and makes the first attempt. */
		restart: () => attempt(async () => {
			await server("reset", { body: {
				...loop,
				keep_workflow: true
			} });
			await server("step", { body: loop });
		})
	};
}
// packages/studio/src/run/use-loop.ts
/** A loop kept in view: its state, fed by the server, and the commands on it. Lives as long as the component that calls it. */
function useLoop(loopId, place) {
	const state = /* @__PURE__ */ shallowRef(initialView(place));
	const dispatch = (action) => {
		state.value = reduceView(state.value, action);
	};
	const commands = createCommands$1(server, loopId, {
		state: () => state.value,
		dispatch
	});
	let first = true;
	onScopeDispose(openFeed(loopId, {
		began: () => {
			if (!first) dispatch({ type: "forgotten" });
			first = false;
			commands.open();
		},
		changed: (change) => dispatch({
			type: "changed",
			change
		}),
		progressed: (progress) => dispatch({
			type: "progressed",
			progress,
			at: performance.now()
		}),
		previewed: (preview) => dispatch({
			type: "previewed",
			preview
		}),
		connection: (connection) => dispatch({
			type: "connected",
			connection
		})
	}));
	return {
		state,
		commands
	};
}
// packages/studio/src/run/node-titles.ts
var node = object({
	id: union([string(), int()]).transform(String),
	type: string(),
	title: string().optional()
});
var editorSchema = object({
	nodes: array(node),
	definitions: object({ subgraphs: array(object({
		id: string(),
		nodes: array(node)
	})).default([]) }).optional()
});
var promptSchema = record(string(), object({ _meta: object({ title: string().optional() }).optional() }));
/** How deep subgraphs are followed: deeper than people nest them, and an end to one that holds itself. */
var MAX_DEPTH = 8;
/** The titles in a workflow, as the editor saves it or in API form. What is neither has none. */
function titlesOf(workflow) {
	const editor = editorSchema.safeParse(workflow);
	if (editor.success) return titlesOfGraph(editor.data);
	const prompt = promptSchema.safeParse(workflow);
	return prompt.success ? Object.fromEntries(Object.entries(prompt.data).flatMap(([id, { _meta }]) => entryOf(id, _meta?.title))) : {};
}
function titlesOfGraph({ nodes, definitions }) {
	const inside = new Map((definitions?.subgraphs ?? []).map((subgraph) => [subgraph.id, subgraph.nodes]));
	const walk = (level, prefix, depth) => level.flatMap(({ id, type, title }) => [...entryOf(prefix + id, title), ...depth < MAX_DEPTH ? walk(inside.get(type) ?? [], `${prefix}${id}:`, depth + 1) : []]);
	return Object.fromEntries(walk(nodes, "", 0));
}
/** Tags such as `@loop.seed` are for the loop map, not for people. */
function entryOf(id, title) {
	const words = title?.replaceAll(/@\S+/g, "").replaceAll(/\s+/g, " ").trim() ?? "";
	return words === "" ? [] : [[id, words]];
}
// packages/studio/src/run/use-node-titles.ts
/** The titles of the nodes of a workflow file, once they are read; none where the file is gone or the loop came without one. */
function useNodeTitles(workflow) {
	const titles = /* @__PURE__ */ ref({});
	watch(workflow, async (name) => {
		titles.value = {};
		if (name === null || name === void 0) return;
		const found = await readTitles(name);
		if (name === workflow()) titles.value = found;
	}, { immediate: true });
	return /* @__PURE__ */ readonly(titles);
}
async function readTitles(name) {
	try {
		return titlesOf((await server("loadWorkflow", { body: { name } })).workflow);
	} catch (error) {
		if (error instanceof AppError) return {};
		throw error;
	}
}
// packages/studio/src/run/RunScreen.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1 = { class: "screen" };
var _hoisted_2 = { class: "layout" };
var _hoisted_3 = { class: "crumb" };
var _hoisted_4 = ["title"];
var _hoisted_5 = {
	key: 0,
	class: "caption clip workflow"
};
var _hoisted_6 = {
	key: 0,
	class: "nothing"
};
var _hoisted_7 = { class: "run" };
var _hoisted_8 = {
	class: "unseen",
	role: "status"
};
var _hoisted_9 = { class: "more" };
/** One loop under review: its current result, what to do with it, and all its cycles. */
var AHEAD = 3;
// packages/studio/src/run/RunScreen.vue
var RunScreen_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "RunScreen",
	props: {
		loopId: {},
		place: {}
	},
	emits: ["go", "settle"],
	setup(__props, { emit: __emit }) {
		const emit = __emit;
		const { state, commands } = useLoop(__props.loopId, __props.place);
		const clock = useNow({ interval: 1e3 });
		const asking = /* @__PURE__ */ ref("nothing");
		const loop = computed(() => state.value.loop);
		const cursor = computed(() => state.value.cursor);
		const entry = computed(() => shownEntry(state.value, cursor.value));
		const siblings = computed(() => cursor.value === void 0 ? [] : shownCycle(state.value, cursor.value.cycle));
		const live = computed(() => cursor.value === void 0 ? void 0 : state.value.live[keyOf(cursor.value)]);
		const progress = computed(() => progressOf(state.value, clock.value.getTime() - performance.timeOrigin));
		const exited = computed(() => loop.value?.status === "exited");
		const ended = computed(() => loop.value?.status === "complete" || exited.value ? loop.value?.status : void 0);
		const away = computed(() => state.value.connection === "lost");
		const canUndo = computed(() => placeToUndo(state.value) !== void 0);
		const canExport = computed(() => (loop.value?.approved ?? 0) > 0);
		const status = computed(() => {
			if (loop.value === void 0) return "";
			if (loop.value.status === "complete") return text.isComplete(loop.value.total_cycles);
			return exited.value ? text.isExited : text.loopStatus[loop.value.status];
		});
		const titles = useNodeTitles(() => loop.value?.workflow_name);
		const measured = /* @__PURE__ */ shallowRef();
		const hero = useTemplateRef("hero");
		/** Nothing is under way by itself for the place looked at. */
		const canMake = computed(() => loop.value !== void 0 && !exited.value && (loop.value.mode === "manual" || loop.value.status === "ready"));
		const loading = computed(() => cursor.value === void 0 || !state.value.known.some(({ from, to }) => from <= (cursor.value?.cycle ?? 0) && (cursor.value?.cycle ?? 0) < to));
		/** For those who listen: where the cursor is, and what it found. */
		const spoken = computed(() => entry.value === void 0 ? "" : `${text.placeName(entry.value.cycle_index, entry.value.retry_index)}, ${text.marks[markOf(entry.value)]}`);
		if (useEmbedding() === void 0) useTitle(computed(() => titleOf(__props.loopId, progress.value)));
		watch(cursor, (to) => {
			if (to !== void 0) emit("settle", {
				name: "loop",
				loopId: __props.loopId,
				place: to
			});
		});
		watch(asking, async (_now, before) => {
			await nextTick();
			if (before === "reason") (hero.value?.$el)?.focus({ preventScroll: true });
		});
		watch([cursor, () => entry.value?.status], () => {
			if (asking.value === "reason") asking.value = "nothing";
		});
		const ahead = computed(() => cursor.value === void 0 ? [] : upcoming(state.value, cursor.value, AHEAD).flatMap(({ outputs }) => outputs.images.map(({ url }) => url)));
		watch(() => ahead.value.join(" "), () => {
			for (const url of ahead.value) Object.assign(new Image(), {
				crossOrigin: "anonymous",
				src: fromServer(url)
			});
		}, { immediate: true });
		function judge(decision, extra) {
			asking.value = "nothing";
			commands.decide(decision, extra);
		}
		function back() {
			if (asking.value === "nothing") emit("go", { name: "home" });
			else asking.value = "nothing";
		}
		const askReason = () => {
			if (entry.value !== void 0 && !exited.value) asking.value = "reason";
		};
		const toggleHelp = () => {
			asking.value = asking.value === "keys" ? "nothing" : "keys";
		};
		function leave(how) {
			asking.value = "nothing";
			commands[how]();
		}
		useKeys({
			decide: ({ decision }) => {
				if (!exited.value) judge(decision);
			},
			move: ({ direction }) => {
				if (cursor.value !== void 0) commands.move(neighbour(state.value, cursor.value, direction));
			},
			undo: commands.undo,
			export: commands.exportApproved,
			rejectWithReason: askReason,
			help: toggleHelp,
			back
		});
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", _hoisted_1, [createBaseVNode("div", _hoisted_2, [createVNode(ScreenHeader_default, {
				class: "head",
				connection: unref(state).connection
			}, {
				actions: withCtx(() => [!unref(state).unread ? (openBlock(), createBlock(LoopMenu_default, {
					key: 0,
					exited: exited.value,
					complete: loop.value?.status === "complete",
					"can-export": canExport.value,
					onExport: unref(commands).exportApproved,
					onExit: _cache[0] || (_cache[0] = ($event) => asking.value = "exit"),
					onRestart: _cache[1] || (_cache[1] = ($event) => asking.value = "restart")
				}, null, 8, [
					"exited",
					"complete",
					"can-export",
					"onExport"
				])) : createCommentVNode("", true)]),
				default: withCtx(() => [
					createVNode(ScreenLink_default, {
						class: "back",
						to: { name: "home" },
						"aria-label": unref(text).home
					}, {
						default: withCtx(() => [createVNode(unref(ChevronLeft), { "aria-hidden": "true" }), createBaseVNode("span", _hoisted_3, toDisplayString(unref(text).loops), 1)]),
						_: 1
					}, 8, ["aria-label"]),
					createBaseVNode("h1", {
						class: "clip",
						title: __props.loopId
					}, toDisplayString(__props.loopId), 9, _hoisted_4),
					loop.value?.workflow_name ? (openBlock(), createElementBlock("span", _hoisted_5, toDisplayString(loop.value.workflow_name), 1)) : createCommentVNode("", true)
				]),
				_: 1
			}, 8, ["connection"]), unref(state).unread ? (openBlock(), createElementBlock("main", _hoisted_6, [createVNode(EmptyState_default, { message: unref(state).unread.message }, {
				default: withCtx(() => [unref(state).unread.missing ? (openBlock(), createBlock(ActionButton_default, {
					key: 0,
					tone: "primary",
					label: unref(text).allLoops,
					onPress: _cache[2] || (_cache[2] = ($event) => emit("go", { name: "home" }))
				}, null, 8, ["label"])) : (openBlock(), createBlock(ActionButton_default, {
					key: 1,
					tone: "primary",
					label: unref(text).tryAgain,
					onPress: unref(commands).open
				}, null, 8, ["label", "onPress"]))]),
				_: 1
			}, 8, ["message"])])) : (openBlock(), createElementBlock(Fragment, { key: 1 }, [
				loop.value ? (openBlock(), createBlock(ProgressLine_default, {
					key: 0,
					class: "line",
					progress: progress.value,
					status: status.value,
					away: away.value,
					onCancel: _cache[5] || (_cache[5] = ($event) => progress.value.running && unref(commands).cancel(unref(placeOf$1)(progress.value.running.entry)))
				}, {
					default: withCtx(() => [ended.value === "complete" ? (openBlock(), createElementBlock(Fragment, { key: 0 }, [createVNode(ActionButton_default, {
						class: "roomy",
						label: unref(text).exportApproved,
						onPress: unref(commands).exportApproved
					}, null, 8, ["label", "onPress"]), createVNode(ActionButton_default, {
						tone: "primary",
						label: unref(text).finish,
						onPress: _cache[3] || (_cache[3] = ($event) => asking.value = "exit")
					}, null, 8, ["label"])], 64)) : ended.value === "exited" ? (openBlock(), createBlock(ActionButton_default, {
						key: 1,
						label: unref(text).restart,
						onPress: _cache[4] || (_cache[4] = ($event) => asking.value = "restart")
					}, null, 8, ["label"])) : createCommentVNode("", true)]),
					_: 1
				}, 8, [
					"progress",
					"status",
					"away"
				])) : createCommentVNode("", true),
				createBaseVNode("main", _hoisted_7, [
					createVNode(ResultView_default, {
						ref_key: "hero",
						ref: hero,
						class: "hero",
						entry: entry.value,
						live: live.value,
						place: cursor.value,
						"can-make": canMake.value,
						loading: loading.value,
						exited: exited.value,
						away: away.value,
						onMake: _cache[6] || (_cache[6] = ($event) => cursor.value && unref(commands).step(cursor.value.cycle)),
						onMeasured: _cache[7] || (_cache[7] = (of) => {
							measured.value = of;
						})
					}, null, 8, [
						"entry",
						"live",
						"place",
						"can-make",
						"loading",
						"exited",
						"away"
					]),
					createVNode(RunNotices_default, {
						class: "notices",
						state: unref(state),
						asking: asking.value,
						onClose: _cache[8] || (_cache[8] = ($event) => asking.value = "nothing"),
						onDismiss: unref(commands).dismiss,
						onShow: unref(commands).move,
						onExit: _cache[9] || (_cache[9] = ($event) => leave("exit")),
						onRestart: _cache[10] || (_cache[10] = ($event) => leave("restart"))
					}, null, 8, [
						"state",
						"asking",
						"onDismiss",
						"onShow"
					]),
					createVNode(FactsPanel_default, {
						class: "side",
						entry: entry.value,
						place: cursor.value,
						siblings: siblings.value,
						titles: unref(titles),
						measured: measured.value,
						onMove: unref(commands).move
					}, null, 8, [
						"entry",
						"place",
						"siblings",
						"titles",
						"measured",
						"onMove"
					]),
					asking.value === "keys" ? (openBlock(), createBlock(KeyHelp_default, { key: 0 })) : createCommentVNode("", true)
				]),
				asking.value === "reason" && entry.value ? (openBlock(), createBlock(RejectForm_default, {
					class: "form",
					key: entry.value.prompt_id,
					entry: entry.value,
					titles: unref(titles),
					onReject: _cache[11] || (_cache[11] = (extra) => judge("reject", extra)),
					onClose: _cache[12] || (_cache[12] = ($event) => asking.value = "nothing")
				}, null, 8, ["entry", "titles"])) : createCommentVNode("", true),
				createVNode(DecisionBar_default, {
					class: "bar",
					entry: entry.value,
					locked: exited.value,
					"can-undo": canUndo.value,
					"can-export": canExport.value,
					onDecide: judge,
					onReason: askReason,
					onUndo: unref(commands).undo,
					onExport: unref(commands).exportApproved,
					onHelp: toggleHelp
				}, null, 8, [
					"entry",
					"locked",
					"can-undo",
					"can-export",
					"onUndo",
					"onExport"
				]),
				createBaseVNode("p", _hoisted_8, toDisplayString(spoken.value), 1),
				createVNode(LoopStrip_default, {
					class: "strip",
					state: unref(state),
					locked: exited.value,
					onMove: unref(commands).move,
					onDecide: _cache[13] || (_cache[13] = (decision, at) => unref(commands).decide(decision, {}, at)),
					onReveal: unref(commands).reveal
				}, null, 8, [
					"state",
					"locked",
					"onMove",
					"onReveal"
				]),
				createBaseVNode("details", _hoisted_9, [createBaseVNode("summary", null, toDisplayString(unref(text).details), 1), createVNode(FactsPanel_default, {
					entry: entry.value,
					place: cursor.value,
					siblings: siblings.value,
					titles: unref(titles),
					measured: measured.value,
					onMove: unref(commands).move
				}, null, 8, [
					"entry",
					"place",
					"siblings",
					"titles",
					"measured",
					"onMove"
				])])
			], 64))])]);
		};
	}
}), [["__scopeId", "data-v-a3be3462"]]);
// packages/studio/src/app/use-address.ts
/** The page's address as the screen shown. */
function usePageAddress() {
	const screen = /* @__PURE__ */ shallowRef(parseAddress(location.hash));
	useEventListener(window, "hashchange", () => {
		screen.value = parseAddress(location.hash);
	});
	const settle = (to) => history.replaceState(null, "", formatAddress(to));
	return {
		screen: /* @__PURE__ */ readonly(screen),
		go: (to) => {
			location.hash = formatAddress(to);
		},
		settle
	};
}
// packages/studio/src/app/StudioScreens.vue
var StudioScreens_default = /* @__PURE__ */ defineComponent({
	__name: "StudioScreens",
	setup(__props) {
		const { screen, go, settle } = useEmbedding()?.address ?? usePageAddress();
		return (_ctx, _cache) => {
			return unref(screen).name === "loop" ? (openBlock(), createBlock(RunScreen_default, {
				key: unref(screen).loopId,
				"loop-id": unref(screen).loopId,
				place: unref(screen).place,
				onGo: unref(go),
				onSettle: unref(settle)
			}, null, 8, [
				"loop-id",
				"place",
				"onGo",
				"onSettle"
			])) : (openBlock(), createBlock(HomeScreen_default, {
				key: 1,
				screen: unref(screen),
				onGo: unref(go)
			}, null, 8, ["screen", "onGo"]));
		};
	}
});
// packages/studio/src/comfy-page/DockScreen.vue
var DockScreen_default = /* @__PURE__ */ defineComponent({
	__name: "DockScreen",
	props: {
		review: {},
		openPanel: { type: Function }
	},
	setup(__props) {
		const { loop, address } = __props.review;
		function go(to) {
			address.go(to);
			if (to.name !== "loop") __props.openPanel();
		}
		return (_ctx, _cache) => {
			return unref(loop) ? (openBlock(), createBlock(RunScreen_default, {
				key: unref(loop).loopId,
				"loop-id": unref(loop).loopId,
				place: unref(loop).place,
				onGo: go
			}, null, 8, ["loop-id", "place"])) : (openBlock(), createBlock(EmptyState_default, {
				key: 1,
				message: unref(text$1).noReview
			}, {
				default: withCtx(() => [createVNode(ActionButton_default, {
					label: unref(text$1).openPanel,
					onPress: __props.openPanel
				}, null, 8, ["label", "onPress"])]),
				_: 1
			}, 8, ["message"]));
		};
	}
});
// packages/studio/src/comfy-page/reach.ts
/**
* The sentence for a failed call of the server. A browser does not tell a page why a server of another origin could not be asked,
* so that is found out here: the page's own policy forbids it, the server refuses this origin, or nobody is there.
*/
async function whyNot(error, base) {
	if (!(error instanceof AppError && error.code === "engine_unavailable" && error.cause !== void 0)) return sentenceOf(error);
	const isBlocked = watchPolicy(base);
	try {
		await fetch(base, {
			mode: "no-cors",
			cache: "no-store"
		});
		return text$1.refused(base, location.origin);
	} catch {
		return await isBlocked() ? text$1.blocked(base) : text$1.away(base);
	}
}
/** Listens for the page's policy forbidding this address, from now until it is asked. */
function watchPolicy(base) {
	let blocked = false;
	const hear = ({ effectiveDirective, blockedURI }) => {
		if (effectiveDirective === "connect-src" && blockedURI.startsWith(base)) blocked = true;
	};
	document.addEventListener("securitypolicyviolation", hear);
	return async () => {
		await new Promise((resolve) => setTimeout(resolve));
		document.removeEventListener("securitypolicyviolation", hear);
		return blocked;
	};
}
// packages/studio/src/comfy-page/ServerGate.vue?vue&type=script&setup=true&lang.ts
/** Shows what is within once the server has answered; until then why it does not, and what to do. Once passed it stays open: the screens say themselves when a server goes away. */
var AGAIN_MS = 5e3;
// packages/studio/src/comfy-page/ServerGate.vue
var ServerGate_default = /* @__PURE__ */ defineComponent({
	__name: "ServerGate",
	props: { place: {} },
	emits: ["settings"],
	setup(__props, { emit: __emit }) {
		const emit = __emit;
		const state = /* @__PURE__ */ ref("asking");
		const reason = /* @__PURE__ */ ref("");
		let asking = false;
		async function ask() {
			if (asking || state.value === "there") return;
			asking = true;
			try {
				await server("getSystem", {});
				state.value = "there";
			} catch (error) {
				reason.value = await whyNot(error, __props.place.base);
				state.value = "away";
			}
			asking = false;
		}
		useIntervalFn(ask, AGAIN_MS, { immediateCallback: true });
		return (_ctx, _cache) => {
			return state.value === "there" ? renderSlot(_ctx.$slots, "default", {}, void 0, void 0, 0) : state.value === "asking" ? (openBlock(), createBlock(EmptyState_default, {
				key: 1,
				message: unref(text$1).reaching
			}, null, 8, ["message"])) : (openBlock(), createBlock(EmptyState_default, {
				key: 2,
				role: "alert",
				message: reason.value
			}, {
				default: withCtx(() => [createVNode(ActionButton_default, {
					label: unref(text$1).settingsButton,
					onPress: _cache[0] || (_cache[0] = ($event) => emit("settings"))
				}, null, 8, ["label"]), createVNode(ActionButton_default, {
					tone: "quiet",
					label: unref(text).tryAgain,
					onPress: ask
				}, null, 8, ["label"])]),
				_: 1
			}, 8, ["message"]));
		};
	}
});
// packages/studio/src/comfy-page/ComfyPanel.vue
var ComfyPanel_default = /* @__PURE__ */ defineComponent({
	__name: "ComfyPanel",
	props: {
		kind: {},
		place: {},
		review: {},
		openSettings: { type: Function },
		openPanel: { type: Function }
	},
	setup(__props) {
		return (_ctx, _cache) => {
			return openBlock(), createBlock(StudioFrame_default, null, {
				default: withCtx(() => [!__props.place.ok ? (openBlock(), createBlock(EmptyState_default, {
					key: 0,
					role: "alert",
					message: __props.place.error.message
				}, {
					default: withCtx(() => [createVNode(ActionButton_default, {
						label: unref(text$1).settingsButton,
						onPress: __props.openSettings
					}, null, 8, ["label", "onPress"])]),
					_: 1
				}, 8, ["message"])) : (openBlock(), createBlock(ServerGate_default, {
					key: `${__props.place.value.base} ${__props.place.value.token}`,
					place: __props.place.value,
					onSettings: __props.openSettings
				}, {
					default: withCtx(() => [__props.kind === "sidebar" ? (openBlock(), createBlock(StudioScreens_default, { key: 0 })) : (openBlock(), createBlock(DockScreen_default, {
						key: 1,
						review: __props.review,
						"open-panel": __props.openPanel
					}, null, 8, ["review", "open-panel"]))]),
					_: 1
				}, 8, ["place", "onSettings"]))]),
				_: 1
			});
		};
	}
});
// packages/studio/src/comfy-page/commands.ts
var LIFE_MS$1 = 5e3;
var TOGGLE_PANEL = "lemouf.togglePanel";
/** What ComfyUI's menus, keys and palette can make the studio do. */
function createCommands(context) {
	const { app, review, togglePanel } = context;
	const say = (toast) => app.extensionManager.toast.add(toast);
	const attempt = (work) => async () => {
		let base = "";
		try {
			base = context.connect();
			await work();
		} catch (error) {
			say({
				severity: "error",
				summary: text$1.failed,
				detail: await whyNot(error, base)
			});
		}
	};
	return [
		{
			id: TOGGLE_PANEL,
			label: text$1.commands.togglePanel,
			icon: "pi pi-sync",
			function: togglePanel
		},
		{
			id: "lemouf.validateAndStart",
			label: text$1.commands.validateAndStart,
			icon: "pi pi-play",
			function: attempt(() => validateAndStart(context, say))
		},
		{
			id: "lemouf.injectLoopId",
			label: text$1.commands.injectLoopId,
			icon: "pi pi-tag",
			function: () => say(inject(app, review))
		},
		{
			id: "lemouf.openStudio",
			label: text$1.commands.openStudio,
			icon: "pi pi-external-link",
			function: attempt(() => void window.open(fromServer("/"), "_blank", "noopener"))
		}
	];
}
/** Starts what is on the canvas and goes to its loop; what does not run yet is shown in the panel with its findings. */
async function validateAndStart({ canvas, review, openPanel }, say) {
	const { title, ...choice } = await canvas.read();
	const { ok, findings } = await server("validateWorkflow", { body: choice });
	if (!ok) {
		review.address.go({ name: "canvas" });
		openPanel();
		return say({
			severity: "error",
			summary: text$1.cannotRun(title),
			detail: firstError(findings),
			life: LIFE_MS$1
		});
	}
	const { loop_id: loopId } = await server("startLoop", { body: choice });
	review.address.go({
		name: "loop",
		loopId
	});
	openPanel();
	say({
		severity: "success",
		summary: text$1.started(loopId),
		detail: title,
		life: LIFE_MS$1
	});
}
var firstError = (findings) => findings.find(({ severity }) => severity === "error")?.message ?? text$1.seePanel;
function inject(app, { loop }) {
	if (loop.value === void 0) return {
		severity: "warn",
		summary: text$1.noLoop,
		detail: text$1.openOne,
		life: LIFE_MS$1
	};
	const { loopId } = loop.value;
	const count = injectLoopId(app, loopId);
	if (count === 0) return {
		severity: "warn",
		summary: text$1.noLoopReturn,
		life: LIFE_MS$1
	};
	return {
		severity: "success",
		summary: text$1.injected(loopId, count),
		life: LIFE_MS$1
	};
}
// packages/studio/src/comfy-page/mount.ts
/** Keys with Ctrl or ⌘ that edit text: within the studio they are not ComfyUI's, which would edit its graph. */
var EDITING = /* @__PURE__ */ new Set([
	"z",
	"y",
	"x",
	"c",
	"v",
	"a"
]);
var styles = new CSSStyleSheet();
styles.replaceSync("/* light-dark() follows the system; data-theme on the root decides otherwise. The host is the root within ComfyUI's page. */\n:root,\n:host {\n  color-scheme: dark light;\n\n  --ground: light-dark(#e4e4e4, #121212);\n  --panel: light-dark(#f1f1f1, #1a1a1a);\n  --raised: light-dark(#fbfbfb, #252525);\n  --field: var(--ground);\n  --line: light-dark(#cfcfcf, #323232);\n  --dim: light-dark(#5c5c5c, #989898);\n  --ink: light-dark(#1a1a1a, #e2e2e2);\n\n  --accent: light-dark(#1c5fd0, #5b96f5);\n  --approved: light-dark(#1b7a41, #4bb573);\n  --rejected: light-dark(#b9332c, #ea6a62);\n  --replay: light-dark(#8a5a00, #dda63f);\n  --on-mark: light-dark(#ffffff, #121212);\n\n  --space-1: 4px;\n  --space-2: 8px;\n  --space-3: 12px;\n  --space-4: 16px;\n  --space-6: 24px;\n  --control: 24px;\n  --row: 26px;\n  --radius: 4px;\n  --hairline: 1px solid var(--line);\n  --float: 0 4px 16px rgb(0 0 0 / 35%);\n  --quick: 120ms ease-out;\n\n  --font: system-ui, sans-serif;\n  --font-mono: ui-monospace, monospace;\n  --size-caption: 11px;\n  --size: 12px;\n  --size-title: 13px;\n  --size-screen: 16px;\n}\n\n:root[data-theme='dark'],\n:host([data-theme='dark']) {\n  color-scheme: dark;\n}\n\n:root[data-theme='light'],\n:host([data-theme='light']) {\n  color-scheme: light;\n}\n\n@media (pointer: coarse) {\n  :root,\n  :host {\n    --control: 28px;\n    --row: 28px;\n  }\n}\n\n@media (prefers-reduced-motion: reduce) {\n  :root,\n  :host {\n    --quick: 0ms;\n  }\n}\n*,\n*::before,\n*::after {\n  box-sizing: border-box;\n}\n\nhtml,\nbody,\n#app {\n  height: 100%;\n  margin: 0;\n}\n\nbody,\n#studio {\n  background: var(--ground);\n  color: var(--ink);\n  font: var(--size) / 16px var(--font);\n  font-variant-numeric: tabular-nums;\n  -webkit-font-smoothing: antialiased;\n  overflow: hidden;\n}\n\nbutton,\ninput,\nselect,\ntextarea {\n  font: inherit;\n  font-variant-numeric: inherit;\n  color: inherit;\n}\n\nh1,\nh2,\nh3,\np,\nul,\nol,\ndl,\ndd,\nfigure {\n  margin: 0;\n  padding: 0;\n}\n\nul,\nol {\n  list-style: none;\n}\n\nh2,\nh3 {\n  font-size: var(--size-title);\n  line-height: 16px;\n  font-weight: 600;\n}\n\na {\n  color: inherit;\n  text-decoration: none;\n}\n\n:focus-visible {\n  outline: 2px solid var(--accent);\n  outline-offset: 1px;\n}\n\n.lucide {\n  width: 16px;\n  height: 16px;\n  stroke-width: 1.5;\n  flex: none;\n}\n\n.caption {\n  font-size: var(--size-caption);\n  color: var(--dim);\n}\n\n.mono {\n  font-family: var(--font-mono);\n  font-size: var(--size-caption);\n}\n\n.clip {\n  overflow: hidden;\n  text-overflow: ellipsis;\n  white-space: nowrap;\n}\n\n.number {\n  text-align: right;\n}\n\n.unseen {\n  position: absolute;\n  width: 1px;\n  height: 1px;\n  overflow: hidden;\n  clip-path: inset(50%);\n  white-space: nowrap;\n}\n\n.field {\n  height: var(--control);\n  padding: 0 var(--space-2);\n  background: var(--field);\n  border: var(--hairline);\n  border-radius: var(--radius);\n  min-width: 0;\n}\n\ntextarea.field {\n  height: auto;\n  padding: var(--space-1) var(--space-2);\n  resize: vertical;\n}\n\n.field::placeholder {\n  color: var(--dim);\n}\n\n.field[aria-invalid='true'] {\n  border-color: var(--rejected);\n}\n\n* {\n  scrollbar-width: thin;\n  scrollbar-color: var(--line) transparent;\n}\n/* Within ComfyUI's page: nothing is inherited but its theme, each colour with one of our own where a theme lacks it. */\n:host {\n  all: initial;\n  display: block;\n  position: relative;\n  height: 100%;\n  /* Where what is around gives no height to be all of. */\n  min-height: 240px;\n\n  --ground: var(--bg-color, light-dark(#e4e4e4, #121212));\n  --panel: var(--comfy-menu-bg, light-dark(#f1f1f1, #1a1a1a));\n  --raised: color-mix(in oklab, var(--comfy-menu-bg, light-dark(#fbfbfb, #252525)) 88%, var(--ink));\n  --field: var(--comfy-input-bg, var(--ground));\n  --line: color-mix(in oklab, var(--border-color, light-dark(#cfcfcf, #323232)) 50%, transparent);\n  --dim: var(--descrip-text, light-dark(#5c5c5c, #989898));\n  --ink: var(--input-text, var(--fg-color, light-dark(#1a1a1a, #e2e2e2)));\n  --rejected: var(--error-text, light-dark(#b9332c, #ea6a62));\n}\n\n#app {\n  height: 100%;\n}\n\n#studio {\n  position: absolute;\n  inset: 0;\n  background: var(--panel);\n  outline: none;\n}\n\nkbd[data-v-b68bd1ec] {\n  display: inline-block;\n  min-width: 16px;\n  padding: 0 4px;\n  border: var(--hairline);\n  border-radius: 3px;\n  color: var(--dim);\n  font: var(--size-caption) / 14px var(--font);\n  text-align: center;\n}\n\n.hint {\n  z-index: 20;\n  max-width: 280px;\n  padding: var(--space-1) var(--space-2);\n  background: var(--raised);\n  border: var(--hairline);\n  border-radius: var(--radius);\n  box-shadow: var(--float);\n  font-size: var(--size);\n}\n\n.button[data-v-1ea6adbd] {\n  display: inline-flex;\n  align-items: center;\n  justify-content: center;\n  gap: 6px;\n  height: var(--control);\n  padding: 0 var(--space-2);\n  background: var(--raised);\n  border: var(--hairline);\n  border-radius: var(--radius);\n  white-space: nowrap;\n  cursor: default;\n  transition: background var(--quick), border-color var(--quick);\n}\n.button[data-v-1ea6adbd]:hover:not([aria-disabled='true']) {\n  border-color: var(--dim);\n}\n.button[data-v-1ea6adbd]:active:not([aria-disabled='true']) {\n  background: var(--line);\n}\n.button[aria-disabled='true'][data-v-1ea6adbd] {\n  opacity: 0.4;\n}\n.button[aria-pressed='true'][data-v-1ea6adbd] {\n  border-color: currentcolor;\n  background: var(--line);\n}\n.bare[data-v-1ea6adbd] {\n  width: var(--control);\n  padding: 0;\n}\n@media (pointer: coarse) {\n.key[data-v-1ea6adbd] {\n    display: none;\n}\n}\n.quiet[data-v-1ea6adbd] {\n  background: none;\n  border-color: transparent;\n  color: var(--dim);\n}\n.quiet[data-v-1ea6adbd]:hover:not([aria-disabled='true']) {\n  color: var(--ink);\n  border-color: transparent;\n  background: var(--raised);\n}\n.primary[data-v-1ea6adbd] {\n  background: var(--accent);\n  border-color: var(--accent);\n  color: var(--on-mark);\n  font-weight: 600;\n}\n.primary[data-v-1ea6adbd] kbd {\n  color: inherit;\n  border-color: currentcolor;\n}\n.approve[data-v-1ea6adbd] {\n  color: var(--approved);\n}\n.reject[data-v-1ea6adbd] {\n  color: var(--rejected);\n}\n.replay[data-v-1ea6adbd] {\n  color: var(--replay);\n}\n\n.servers[data-v-f512a51e] {\n  display: grid;\n  gap: var(--space-2);\n}\n.servers li[data-v-f512a51e] {\n  display: grid;\n  grid-template-columns: 14px 1fr auto;\n  gap: var(--space-2);\n}\n.online > .lucide[data-v-f512a51e] {\n  color: var(--approved);\n}\n.resting > .lucide[data-v-f512a51e] {\n  color: var(--replay);\n}\n.offline > .lucide[data-v-f512a51e] {\n  color: var(--rejected);\n}\n.add[data-v-f512a51e] {\n  display: grid;\n  grid-template-columns: 1fr auto;\n  gap: var(--space-1) var(--space-2);\n  padding-top: var(--space-2);\n  border-top: var(--hairline);\n}\n.add label[data-v-f512a51e],\n.add p[data-v-f512a51e] {\n  grid-column: 1 / -1;\n}\n.add label[data-v-f512a51e] {\n  color: var(--dim);\n}\n.add p[data-v-f512a51e] {\n  color: var(--rejected);\n}\n.add input[data-v-f512a51e] {\n  min-width: 0;\n}\n\n.trigger {\n  display: inline-flex;\n  align-items: center;\n  gap: 6px;\n  flex: none;\n  height: var(--control);\n  padding: 0 6px;\n  background: none;\n  border: 0;\n  border-radius: var(--radius);\n  color: var(--dim);\n}\n.trigger:hover {\n  background: var(--raised);\n  color: var(--ink);\n}\n.trigger .lucide,\n.system-panel .lucide {\n  width: 14px;\n  height: 14px;\n}\n.trigger.online .lucide {\n  color: var(--approved);\n}\n.trigger.offline .lucide {\n  color: var(--rejected);\n}\n@container screen (max-width: 480px) {\n.trigger .word {\n    display: none;\n}\n}\n.system-panel {\n  z-index: 10;\n  display: grid;\n  gap: var(--space-2);\n  width: min(380px, var(--reka-popover-content-available-width));\n  padding: var(--space-3);\n  background: var(--raised);\n  border: var(--hairline);\n  border-radius: var(--radius);\n  box-shadow: var(--float);\n  overflow-wrap: anywhere;\n}\n\n.header[data-v-43ce48fd] {\n  display: flex;\n  align-items: center;\n  gap: var(--space-1);\n  height: 36px;\n  padding: 0 var(--space-2) 0 var(--space-3);\n  background: var(--panel);\n  border-bottom: var(--hairline);\n  flex: none;\n}\n.where[data-v-43ce48fd] {\n  display: flex;\n  align-items: center;\n  gap: var(--space-2);\n  flex: 1;\n  min-width: 0;\n  font-size: var(--size-title);\n  font-weight: 600;\n}\n\n.empty[data-v-8200929a] {\n  display: flex;\n  flex-direction: column;\n  align-items: flex-start;\n  gap: var(--space-2);\n  padding: var(--space-3);\n  color: var(--dim);\n  max-width: 48ch;\n}\n\n.notice[data-v-399e8ddd] {\n  display: flex;\n  align-items: center;\n  flex-wrap: wrap;\n  gap: var(--space-1) var(--space-2);\n  padding: 3px var(--space-1) 3px var(--space-2);\n  border: var(--hairline);\n  border-left: 2px solid var(--accent);\n  border-radius: var(--radius);\n  background: var(--panel);\n}\n.error[data-v-399e8ddd] {\n  border-left-color: var(--rejected);\n}\n.error .sign[data-v-399e8ddd] {\n  color: var(--rejected);\n}\np[data-v-399e8ddd] {\n  flex: 1 1 160px;\n  min-width: 0;\n  padding: 4px 0;\n  overflow-wrap: anywhere;\n}\n\n.bar[data-v-b80e8200] {\n  height: 4px;\n  background: var(--line);\n  border-radius: 2px;\n  overflow: hidden;\n}\n.done[data-v-b80e8200] {\n  height: 100%;\n  background: var(--accent);\n  transition: width var(--quick);\n}\n\n.lucide[data-v-e046c0bb] {\n  color: var(--dim);\n}\n.waiting[data-v-e046c0bb] {\n  color: var(--accent);\n}\n.failed[data-v-e046c0bb] {\n  color: var(--rejected);\n}\n.complete[data-v-e046c0bb] {\n  color: var(--approved);\n}\n\n.list[data-v-d6a9fd59] {\n  display: flex;\n  flex-direction: column;\n  min-height: 0;\n}\nheader[data-v-d6a9fd59] {\n  display: flex;\n  align-items: center;\n  min-height: 36px;\n  padding: var(--space-2) var(--space-3) var(--space-1);\n}\n.inset[data-v-d6a9fd59] {\n  margin: 0 var(--space-3) var(--space-2);\n}\n.scroll[data-v-d6a9fd59] {\n  flex: 1;\n  min-height: 0;\n  overflow-y: auto;\n}\n.row[data-v-d6a9fd59] {\n  display: grid;\n  grid-template: 'mark name part' 18px 'mark workflow when' 16px 'mark bar bar' 8px / 16px 1fr auto;\n  gap: 0 var(--space-2);\n  align-items: center;\n  padding: 6px var(--space-3) 4px;\n}\n.row[data-v-d6a9fd59]:hover {\n  background: var(--raised);\n}\n.row[data-v-d6a9fd59]:focus-visible {\n  outline-offset: -2px;\n}\n.mark[data-v-d6a9fd59] {\n  grid-area: mark;\n  align-self: start;\n}\n.name[data-v-d6a9fd59] {\n  grid-area: name;\n  font-weight: 600;\n}\n.part[data-v-d6a9fd59] {\n  grid-area: part;\n}\n.workflow[data-v-d6a9fd59] {\n  grid-area: workflow;\n}\n.when[data-v-d6a9fd59] {\n  grid-area: when;\n}\n.bar[data-v-d6a9fd59] {\n  grid-area: bar;\n  height: 2px;\n}\n\n.badge[data-v-d846a9fa] {\n  flex: none;\n  padding: 0 5px;\n  border: var(--hairline);\n  border-radius: 3px;\n  color: var(--dim);\n  font-size: var(--size-caption);\n  line-height: 15px;\n}\n\n.list[data-v-5c0a9f7b] {\n  display: flex;\n  flex-direction: column;\n  min-height: 0;\n}\nheader[data-v-5c0a9f7b] {\n  display: flex;\n  align-items: center;\n  justify-content: space-between;\n  padding: var(--space-2) var(--space-2) var(--space-1) var(--space-3);\n}\n.current[data-v-5c0a9f7b] {\n  margin: 0 var(--space-3) var(--space-2);\n}\n.search[data-v-5c0a9f7b] {\n  position: relative;\n  padding: 0 var(--space-3) var(--space-2);\n}\n.search .lucide[data-v-5c0a9f7b] {\n  position: absolute;\n  left: 18px;\n  top: calc(var(--control) / 2 - 7px);\n  width: 14px;\n  color: var(--dim);\n}\n.search .field[data-v-5c0a9f7b] {\n  width: 100%;\n  padding-left: 26px;\n}\n.inset[data-v-5c0a9f7b] {\n  margin: 0 var(--space-3) var(--space-2);\n}\n.scroll[data-v-5c0a9f7b] {\n  flex: 1;\n  min-height: 0;\n  overflow-y: auto;\n  padding-bottom: var(--space-3);\n}\nh3[data-v-5c0a9f7b] {\n  padding: var(--space-2) var(--space-3) 2px;\n  font-weight: 400;\n}\n.row[data-v-5c0a9f7b] {\n  display: flex;\n  align-items: center;\n  justify-content: space-between;\n  gap: var(--space-2);\n  width: 100%;\n  height: var(--row);\n  padding: 0 var(--space-3);\n  background: none;\n  border: 0;\n  text-align: left;\n}\n.row[data-v-5c0a9f7b]:hover {\n  background: var(--raised);\n}\n.row[aria-current='true'][data-v-5c0a9f7b] {\n  background: var(--raised);\n  box-shadow: inset 2px 0 var(--accent);\n}\n\n/* Also where the focus was brought here by a click on \"Choose a workflow\". */\n.row[data-v-5c0a9f7b]:focus {\n  outline: 2px solid var(--accent);\n  outline-offset: -2px;\n}\n.unreadable[data-v-5c0a9f7b] {\n  display: grid;\n  padding: 2px var(--space-3);\n}\n\n.to-node[data-v-b56b73c4] {\n  padding: 0;\n  background: none;\n  border: 0;\n  border-bottom: 1px dotted currentcolor;\n  text-align: left;\n}\n.to-node[data-v-b56b73c4]:hover {\n  border-bottom-style: solid;\n}\n\nli[data-v-cc90abe7] {\n  display: grid;\n  grid-template-columns: 16px 52px 1fr;\n  gap: 0 6px;\n  padding: 6px 0;\n  border-top: var(--hairline);\n}\nli[data-v-cc90abe7]:first-child {\n  border-top: 0;\n}\n.said[data-v-cc90abe7] {\n  min-width: 0;\n  overflow-wrap: anywhere;\n}\n.error > .lucide[data-v-cc90abe7],\n.error > .word[data-v-cc90abe7] {\n  color: var(--rejected);\n}\n.warning > .lucide[data-v-cc90abe7],\n.warning > .word[data-v-cc90abe7] {\n  color: var(--replay);\n}\n.info > .lucide[data-v-cc90abe7],\n.info > .word[data-v-cc90abe7] {\n  color: var(--dim);\n}\n\n.table[data-v-4e4b670c] {\n  overflow-x: auto;\n}\ntable[data-v-4e4b670c] {\n  width: 100%;\n  border-collapse: collapse;\n}\nth[data-v-4e4b670c] {\n  font-weight: 400;\n  text-align: left;\n}\nth[data-v-4e4b670c],\ntd[data-v-4e4b670c] {\n  padding: 4px var(--space-3) 4px 0;\n  border-bottom: var(--hairline);\n  vertical-align: top;\n}\n.value[data-v-4e4b670c] {\n  max-width: 320px;\n  overflow: hidden;\n  text-overflow: ellipsis;\n  white-space: nowrap;\n}\n.lost[data-v-4e4b670c] {\n  color: var(--rejected);\n}\n\n.row[data-v-61883fc3] {\n  display: grid;\n  grid-template-columns: 120px 1fr;\n  gap: var(--space-2);\n}\nlabel[data-v-61883fc3] {\n  padding-top: calc((var(--control) - 16px) / 2);\n  color: var(--dim);\n}\n.control[data-v-61883fc3] {\n  display: flex;\n  flex-wrap: wrap;\n  align-items: center;\n  gap: var(--space-1) var(--space-2);\n  min-width: 0;\n}\n.error[data-v-61883fc3] {\n  width: 100%;\n  color: var(--rejected);\n}\n@container (max-width: 480px) {\n.row[data-v-61883fc3] {\n    grid-template-columns: 1fr;\n    gap: 2px;\n}\n}\n\n.setup[data-v-37fcafc8] {\n  container-type: inline-size;\n  display: flex;\n  flex-direction: column;\n  min-height: 0;\n}\nheader[data-v-37fcafc8] {\n  display: flex;\n  align-items: center;\n  gap: var(--space-2);\n  padding: var(--space-2) var(--space-4);\n  min-height: 40px;\n}\nh1[data-v-37fcafc8] {\n  margin: 0;\n  font-size: var(--size-screen);\n  line-height: 20px;\n  font-weight: 600;\n}\n.folder[data-v-37fcafc8] {\n  margin-left: auto;\n}\n.scroll[data-v-37fcafc8] {\n  flex: 1;\n  min-height: 0;\n  overflow-y: auto;\n  padding: var(--space-1) var(--space-4) var(--space-6);\n}\n.fields[data-v-37fcafc8],\n.part[data-v-37fcafc8] {\n  max-width: 880px;\n}\n.fields[data-v-37fcafc8],\ndetails[data-v-37fcafc8] {\n  display: grid;\n  gap: var(--space-2);\n}\ndetails[open][data-v-37fcafc8] > :not(summary) {\n  margin-top: var(--space-2);\n}\nsummary[data-v-37fcafc8] {\n  width: max-content;\n  padding: 2px 0;\n}\n.short[data-v-37fcafc8] {\n  width: 88px;\n}\n.wide[data-v-37fcafc8] {\n  width: min(320px, 100%);\n}\n.payload[data-v-37fcafc8] {\n  width: 100%;\n  line-height: 15px;\n}\n.own[data-v-37fcafc8] {\n  width: 100%;\n  height: auto;\n  max-height: 132px;\n  margin: 0;\n  padding: var(--space-1) var(--space-2);\n  overflow: auto;\n  color: var(--dim);\n  line-height: 15px;\n}\n.line[data-v-37fcafc8] {\n  display: flex;\n  flex-wrap: wrap;\n  align-items: center;\n  gap: 0 var(--space-2);\n  width: 100%;\n}\n.line > .caption[data-v-37fcafc8] {\n  margin-right: auto;\n}\n.start[data-v-37fcafc8] {\n  display: flex;\n  align-items: center;\n  gap: var(--space-3);\n  padding: var(--space-2) 0 var(--space-4) 128px;\n}\n.part[data-v-37fcafc8] {\n  display: grid;\n  gap: var(--space-1);\n  padding-top: var(--space-4);\n}\n.old[data-v-37fcafc8] {\n  opacity: 0.4;\n}\n@container (max-width: 480px) {\n.start[data-v-37fcafc8] {\n    padding-left: 0;\n}\n.folder[data-v-37fcafc8] {\n    display: none;\n}\n}\n\n.screen[data-v-5497fbd5] {\n  container: screen / inline-size;\n  display: flex;\n  flex-direction: column;\n  height: 100%;\n}\n.home[data-v-5497fbd5] {\n  flex: 1;\n  min-height: 0;\n  display: grid;\n  grid-template: 'workflows setup loops' minmax(0, 1fr) / 300px minmax(0, 1fr) 340px;\n}\n.workflows[data-v-5497fbd5] {\n  grid-area: workflows;\n  background: var(--panel);\n  border-right: var(--hairline);\n}\n.setup[data-v-5497fbd5] {\n  grid-area: setup;\n}\n.blank[data-v-5497fbd5] {\n  padding: var(--space-2) var(--space-1);\n}\n.loops[data-v-5497fbd5] {\n  grid-area: loops;\n  background: var(--panel);\n  border-left: var(--hairline);\n}\n@container screen (max-width: 1199px) {\n.home[data-v-5497fbd5] {\n    grid-template: 'workflows setup' minmax(0, 3fr) 'loops setup' minmax(0, 2fr) / 300px minmax(0, 1fr);\n}\n.loops[data-v-5497fbd5] {\n    border: 0;\n    border-right: var(--hairline);\n    border-top: var(--hairline);\n}\n}\n@container screen (max-width: 719px) {\n  /* One list under the other, and the page scrolls: none is cut in the middle of a row. */\n.home[data-v-5497fbd5] {\n    grid-template: 'workflows' max-content 'loops' max-content / minmax(0, 1fr);\n    overflow-y: auto;\n}\n.home.chosen[data-v-5497fbd5] {\n    grid-template: 'setup' minmax(0, 1fr) / minmax(0, 1fr);\n    overflow: hidden;\n}\n.loops[data-v-5497fbd5],\n  .workflows[data-v-5497fbd5] {\n    border-right: 0;\n}\n.chosen > .loops[data-v-5497fbd5],\n  .chosen > .workflows[data-v-5497fbd5],\n  .blank[data-v-5497fbd5] {\n    display: none;\n}\n}\n@container screen (min-width: 720px) {\n.setup[data-v-5497fbd5] .back {\n    display: none;\n}\n}\n\n.bar[data-v-a90b9acd] {\n  display: flex;\n  align-items: center;\n  gap: var(--space-2);\n  padding: var(--space-2) var(--space-3);\n  flex: none;\n}\n.bar[data-v-a90b9acd] .decision {\n  min-width: 112px;\n  justify-content: flex-start;\n}\n.bar[data-v-a90b9acd] .decision .key {\n  margin-left: auto;\n}\n.gap[data-v-a90b9acd] {\n  flex: 1;\n}\n@container screen (max-width: 719px) {\n.bar[data-v-a90b9acd] {\n    gap: var(--space-1);\n    padding-inline: var(--space-2);\n}\n.bar[data-v-a90b9acd] .decision {\n    min-width: 0;\n}\n.bar[data-v-a90b9acd] .key {\n    display: none;\n}\n}\n\n/* Two lines: the words stay, and so does every button. */\n@container screen (max-width: 519px) {\n.bar[data-v-a90b9acd] {\n    flex-wrap: wrap;\n}\n.bar[data-v-a90b9acd] .decision {\n    flex: 1 1 28%;\n    justify-content: center;\n}\n}\n\n.copy[data-v-82205f46] {\n  display: inline-flex;\n  align-items: center;\n  gap: 2px;\n  min-width: 0;\n  max-width: 100%;\n  margin: -4px 0;\n}\n.copy[data-v-82205f46] .lucide {\n  width: 12px;\n  height: 12px;\n}\n\n.mark[data-v-dc1e5d19] {\n  --tone: var(--dim);\n  display: inline-flex;\n  align-items: center;\n  gap: 6px;\n  color: var(--tone);\n  white-space: nowrap;\n}\n.shape[data-v-dc1e5d19] {\n  display: grid;\n  place-items: center;\n  width: 16px;\n  height: 16px;\n}\n.shape[data-v-dc1e5d19] .lucide {\n  width: 14px;\n  height: 14px;\n  stroke-width: 2;\n}\n.approved[data-v-dc1e5d19] {\n  --tone: var(--approved);\n}\n.rejected[data-v-dc1e5d19],\n.failed[data-v-dc1e5d19] {\n  --tone: var(--rejected);\n}\n.replayed[data-v-dc1e5d19] {\n  --tone: var(--replay);\n}\n.waiting[data-v-dc1e5d19] {\n  --tone: var(--ink);\n}\n@media (prefers-reduced-motion: no-preference) {\n.running .shape[data-v-dc1e5d19] {\n    animation: pulse-dc1e5d19 1.2s ease-in-out infinite alternate;\n}\n}\n@keyframes pulse-dc1e5d19 {\nto {\n    opacity: 0.35;\n}\n}\n\n.facts[data-v-1f96eadf] {\n  overflow-y: auto;\n  padding-bottom: var(--space-3);\n  background: var(--panel);\n}\nheader[data-v-1f96eadf] {\n  display: flex;\n  align-items: center;\n  gap: var(--space-2);\n  padding: var(--space-2) var(--space-3);\n}\n.state[data-v-1f96eadf] {\n  margin-left: auto;\n}\n.siblings[data-v-1f96eadf] {\n  margin-bottom: var(--space-2);\n  padding-bottom: var(--space-2);\n  border-bottom: var(--hairline);\n}\n.siblings button[data-v-1f96eadf] {\n  display: flex;\n  align-items: center;\n  gap: var(--space-2);\n  width: 100%;\n  height: var(--row);\n  padding: 0 var(--space-3);\n  background: none;\n  border: 0;\n  text-align: left;\n}\n.siblings button[data-v-1f96eadf]:hover,\n.siblings button[aria-current='true'][data-v-1f96eadf] {\n  background: var(--raised);\n}\n.siblings button[data-v-1f96eadf]:focus-visible {\n  outline-offset: -2px;\n}\ndl[data-v-1f96eadf] {\n  display: grid;\n  grid-template-columns: fit-content(104px) minmax(0, 1fr);\n  gap: 6px var(--space-3);\n  padding: 0 var(--space-3);\n}\ndt[data-v-1f96eadf] {\n  color: var(--dim);\n}\n.node[data-v-1f96eadf] {\n  display: block;\n  line-height: 14px;\n}\n.swatch[data-v-1f96eadf] {\n  display: inline-block;\n  width: 12px;\n  height: 12px;\n  border: var(--hairline);\n  border-radius: 2px;\n  vertical-align: -2px;\n}\ndd[data-v-1f96eadf] {\n  min-width: 0;\n  overflow-wrap: anywhere;\n}\n.value[data-v-1f96eadf] {\n  max-height: 128px;\n  overflow-y: auto;\n  white-space: pre-wrap;\n}\n.edited[data-v-1f96eadf] {\n  color: var(--replay);\n}\n\n.help[data-v-2e55f757] {\n  position: absolute;\n  right: var(--space-3);\n  bottom: var(--space-3);\n  z-index: 5;\n  max-width: calc(100% - 24px);\n  padding: var(--space-3);\n  background: var(--raised);\n  border: var(--hairline);\n  border-radius: var(--radius);\n  box-shadow: var(--float);\n}\ndl[data-v-2e55f757] {\n  display: grid;\n  grid-template-columns: auto 1fr;\n  gap: var(--space-1) var(--space-4);\n  margin-top: var(--space-2);\n}\ndt[data-v-2e55f757] {\n  display: flex;\n  gap: 3px;\n}\n\n.menu-trigger {\n  display: grid;\n  place-items: center;\n  flex: none;\n  width: var(--control);\n  height: var(--control);\n  padding: 0;\n  background: none;\n  border: 0;\n  border-radius: var(--radius);\n  color: var(--dim);\n}\n.menu-trigger:hover,\n.menu-trigger[data-state='open'] {\n  background: var(--raised);\n  color: var(--ink);\n}\n.menu {\n  z-index: 10;\n  min-width: 180px;\n  padding: var(--space-1);\n  background: var(--raised);\n  border: var(--hairline);\n  border-radius: var(--radius);\n  box-shadow: var(--float);\n}\n.menu .item {\n  display: flex;\n  align-items: center;\n  height: var(--row);\n  padding: 0 var(--space-2);\n  border-radius: 3px;\n  outline: none;\n}\n.menu .item[data-highlighted] {\n  background: var(--line);\n}\n.menu .item[data-disabled] {\n  color: var(--dim);\n}\n\nimg[data-v-56d837e9] {\n  width: 100%;\n  height: 100%;\n  object-fit: cover;\n  display: block;\n}\n.kind[data-v-56d837e9] {\n  display: block;\n  padding: 4px;\n  color: var(--dim);\n  font-size: var(--size-caption);\n  line-height: 13px;\n  overflow-wrap: anywhere;\n  text-align: left;\n}\n\n.cycle[data-v-67f21ea9] {\n  position: absolute;\n  top: 0;\n  padding: 6px var(--space-1) 0;\n}\np[data-v-67f21ea9] {\n  display: flex;\n  gap: 6px;\n  padding-left: 1px;\n}\nb[data-v-67f21ea9] {\n  font-weight: 400;\n}\n.here p[data-v-67f21ea9] {\n  color: var(--ink);\n}\n.here b[data-v-67f21ea9] {\n  font-weight: 600;\n}\n.hand[data-v-67f21ea9] {\n  position: relative;\n  height: 66px;\n  margin-top: 2px;\n}\n.card[data-v-67f21ea9] {\n  position: absolute;\n  left: 0;\n  top: 0;\n  width: 64px;\n  height: 64px;\n  padding: 0;\n  overflow: hidden;\n  background: var(--raised);\n  border: 1px solid var(--line);\n  border-radius: var(--radius);\n  transform-origin: right center;\n  transition: transform var(--quick);\n}\n.card[data-v-67f21ea9]:hover {\n  border-color: var(--dim);\n}\n.blank[data-v-67f21ea9] {\n  background: none;\n  border-style: dashed;\n}\n.blank[data-v-67f21ea9]:not(.known) {\n  border-style: solid;\n  border-color: transparent;\n  background: var(--raised);\n}\n.current[data-v-67f21ea9] {\n  outline: 2px solid var(--accent);\n  outline-offset: 1px;\n}\n.behind .face[data-v-67f21ea9],\n.rejected .face[data-v-67f21ea9],\n.replayed .face[data-v-67f21ea9],\n.discarded .face[data-v-67f21ea9] {\n  opacity: 0.4;\n}\n.sign[data-v-67f21ea9] {\n  position: absolute;\n  right: 2px;\n  bottom: 2px;\n  border-radius: 3px;\n  background: var(--panel);\n}\n.queued .sign[data-v-67f21ea9],\n.running .sign[data-v-67f21ea9] {\n  inset: 0;\n  background: none;\n  justify-content: center;\n}\n.quick[data-v-67f21ea9] {\n  position: absolute;\n  left: 2px;\n  top: 2px;\n  z-index: 5;\n  display: flex;\n  gap: 2px;\n  visibility: hidden;\n}\n.quick[data-v-67f21ea9]:focus-within {\n  visibility: visible;\n}\n@media (hover: hover) {\n.hand:hover .quick[data-v-67f21ea9] {\n    visibility: visible;\n}\n}\n.quick button[data-v-67f21ea9] {\n  display: grid;\n  place-items: center;\n  width: 20px;\n  height: 20px;\n  padding: 0;\n  background: var(--panel);\n  border: var(--hairline);\n  border-radius: 3px;\n}\n.quick button[data-v-67f21ea9]:hover {\n  border-color: currentcolor;\n}\n.quick .lucide[data-v-67f21ea9] {\n  width: 14px;\n  height: 14px;\n  stroke-width: 2;\n}\n\n/* Nothing hovers on a touch screen: the card looked at has them, large enough for a finger. */\n@media (pointer: coarse) {\n.here .quick[data-v-67f21ea9] {\n    visibility: visible;\n}\n.quick button[data-v-67f21ea9] {\n    width: 29px;\n    height: 28px;\n}\n}\n.yes[data-v-67f21ea9] {\n  color: var(--approved);\n}\n.no[data-v-67f21ea9] {\n  color: var(--rejected);\n}\n.bar[data-v-67f21ea9] {\n  position: absolute;\n  inset: auto 4px 4px;\n  height: 3px;\n}\n\n.strip[data-v-c065d546] {\n  height: 112px;\n  flex: none;\n  overflow: auto hidden;\n  background: var(--panel);\n  border-top: var(--hairline);\n}\n.track[data-v-c065d546] {\n  position: relative;\n  height: 100%;\n  margin: 0 var(--space-2);\n}\n\n.line[data-v-c796cfa8] {\n  display: flex;\n  align-items: center;\n  gap: var(--space-3);\n  position: relative;\n  height: calc(var(--control) + 8px);\n  flex: none;\n  padding: 0 var(--space-2) 0 var(--space-3);\n}\n.bar[data-v-c796cfa8] {\n  flex: 1 1 120px;\n  max-width: 420px;\n}\n.figure[data-v-c796cfa8] {\n  white-space: nowrap;\n}\n.work[data-v-c796cfa8] {\n  flex: 1 1 0;\n  min-width: 0;\n  color: var(--dim);\n}\n.away[data-v-c796cfa8] {\n  color: var(--rejected);\n}\n.away .lucide[data-v-c796cfa8] {\n  width: 14px;\n  height: 14px;\n  margin-right: 4px;\n  vertical-align: -3px;\n}\n@container screen (max-width: 479px) {\n.line[data-v-c796cfa8] {\n    height: calc(var(--control) + 15px);\n    padding-top: 3px;\n}\n.bar[data-v-c796cfa8] {\n    position: absolute;\n    inset: 0 0 auto;\n    max-width: none;\n    height: 3px;\n    border-radius: 0;\n}\n}\n\n.reject[data-v-8eab6db9] {\n  display: grid;\n  gap: var(--space-2);\n  max-height: 40cqh;\n  padding: var(--space-2) var(--space-3);\n  background: var(--panel);\n  border-top: var(--hairline);\n  overflow-y: auto;\n  flex: none;\n}\nlabel[data-v-8eab6db9] {\n  display: grid;\n  grid-template-columns: 160px minmax(0, 1fr);\n  align-items: center;\n  gap: 0 var(--space-2);\n}\n.field[data-v-8eab6db9] {\n  field-sizing: content;\n  min-height: var(--control);\n  max-height: 120px;\n  resize: none;\n}\n.field[rows='2'][data-v-8eab6db9] {\n  min-height: 42px;\n}\n.wrong[data-v-8eab6db9] {\n  grid-column: 2;\n  color: var(--rejected);\n}\n.line[data-v-8eab6db9] {\n  display: flex;\n  align-items: center;\n  flex-wrap: wrap;\n  gap: var(--space-1) var(--space-2);\n}\n@media (pointer: coarse) {\n.lines[data-v-8eab6db9] {\n    display: none;\n}\n}\n@container screen (max-width: 719px) {\nlabel[data-v-8eab6db9] {\n    grid-template-columns: minmax(0, 1fr);\n}\n.wrong[data-v-8eab6db9] {\n    grid-column: 1;\n}\n}\n\n.film[data-v-4c886601] {\n  position: absolute;\n  inset: 0;\n  width: 100%;\n  height: 100%;\n  object-fit: contain;\n}\n\n.frame[data-v-6a91c87e] {\n  position: absolute;\n  inset: 0;\n  overflow: hidden;\n  cursor: zoom-in;\n}\n.frame img[data-v-6a91c87e] {\n  position: absolute;\n  inset: 0;\n  width: 100%;\n  height: 100%;\n  object-fit: contain;\n}\n.frame .picture[data-v-6a91c87e]:not(.loaded) {\n  opacity: 0;\n}\n.zoomed[data-v-6a91c87e] {\n  cursor: grab;\n  touch-action: none;\n}\n.zoomed[data-v-6a91c87e]:active {\n  cursor: grabbing;\n}\n.zoomed .picture[data-v-6a91c87e] {\n  inset: 50% auto auto 50%;\n  max-width: none;\n}\n.sharp .picture[data-v-6a91c87e] {\n  image-rendering: pixelated;\n}\n.failed[data-v-6a91c87e] {\n  display: grid;\n  place-items: center;\n  height: 100%;\n  color: var(--dim);\n}\n\n.output[data-v-d2936fe8] {\n  display: flex;\n  flex-direction: column;\n  min-height: 0;\n}\n.stage[data-v-d2936fe8] {\n  position: relative;\n  flex: 1 1 0;\n  min-height: 0;\n}\n.siblings[data-v-d2936fe8] {\n  display: flex;\n  justify-content: center;\n  gap: var(--space-1);\n  padding: var(--space-1);\n  overflow-x: auto;\n  flex: none;\n}\n.siblings button[data-v-d2936fe8] {\n  width: 44px;\n  height: 44px;\n  padding: 0;\n  border: 2px solid transparent;\n  border-radius: var(--radius);\n  background: var(--raised);\n  overflow: hidden;\n}\n.siblings button[aria-pressed='true'][data-v-d2936fe8] {\n  border-color: var(--accent);\n}\n.siblings img[data-v-d2936fe8] {\n  width: 100%;\n  height: 100%;\n  object-fit: cover;\n}\n.rest[data-v-d2936fe8] {\n  display: grid;\n  gap: var(--space-2);\n  align-content: start;\n  flex: 0 1 auto;\n  max-height: 30%;\n  padding: var(--space-2) var(--space-3);\n  overflow-y: auto;\n}\n.lone .rest[data-v-d2936fe8] {\n  flex: 1;\n  max-height: none;\n  justify-items: center;\n  align-content: safe center;\n}\n.words[data-v-d2936fe8],\npre[data-v-d2936fe8] {\n  max-width: 80ch;\n  margin: 0;\n  white-space: pre-wrap;\n  overflow-wrap: anywhere;\n}\n.lone .words[data-v-d2936fe8] {\n  font-size: var(--size-screen);\n  line-height: 24px;\n}\naudio[data-v-d2936fe8] {\n  width: min(520px, 100%);\n  height: 36px;\n}\n.file[data-v-d2936fe8] {\n  text-decoration: underline;\n}\n\n.result[data-v-b2ddfe09] {\n  position: relative;\n  display: grid;\n  grid-template: minmax(0, 1fr) / minmax(0, 1fr);\n  min-height: 0;\n  background: var(--ground);\n  overflow: hidden;\n  /* It takes the focus back from forms, so that keys go on; it is no stop of its own. */\n  outline: none;\n}\n.middle[data-v-b2ddfe09] {\n  align-self: center;\n  justify-self: center;\n  max-width: min(560px, 100%);\n  padding: var(--space-3);\n}\n.making[data-v-b2ddfe09] {\n  position: relative;\n  display: grid;\n  grid-template: minmax(0, 1fr) / minmax(0, 1fr);\n  place-items: center;\n  min-height: 0;\n}\n.preview[data-v-b2ddfe09] {\n  width: 100%;\n  height: 100%;\n  object-fit: contain;\n}\n.status[data-v-b2ddfe09] {\n  color: var(--dim);\n}\n.over[data-v-b2ddfe09] {\n  position: absolute;\n  bottom: var(--space-2);\n  padding: 2px var(--space-2);\n  border-radius: var(--radius);\n  background: var(--panel);\n  color: var(--ink);\n}\n\n.notices[data-v-fb513f8b] {\n  z-index: 4;\n  display: grid;\n  justify-items: start;\n  gap: var(--space-1);\n  padding: var(--space-2);\n  pointer-events: none;\n}\n.notices[data-v-fb513f8b] > * {\n  pointer-events: auto;\n  box-shadow: var(--float);\n}\n\n.screen[data-v-a3be3462] {\n  container: screen / size;\n  height: 100%;\n}\n.layout[data-v-a3be3462] {\n  display: flex;\n  flex-direction: column;\n  height: 100%;\n}\n.back[data-v-a3be3462] {\n  display: flex;\n  align-items: center;\n  gap: 2px;\n  margin-left: -6px;\n  padding: 4px 4px 4px 2px;\n  border-radius: var(--radius);\n  color: var(--dim);\n  font-weight: 400;\n}\n.back[data-v-a3be3462]:hover {\n  color: var(--ink);\n}\nh1[data-v-a3be3462] {\n  margin: 0;\n  font-size: var(--size-title);\n  line-height: 20px;\n}\n.workflow[data-v-a3be3462] {\n  font-weight: 400;\n}\n.run[data-v-a3be3462] {\n  position: relative;\n  flex: 1 1 0;\n  min-height: 200px;\n  display: grid;\n  grid-template: minmax(0, 1fr) / minmax(0, 1fr) 280px;\n  border-block: var(--hairline);\n}\n\n/* What is said floats over the result, so that nothing moves when it comes and goes. */\n.hero[data-v-a3be3462],\n.notices[data-v-a3be3462] {\n  grid-area: 1 / 1;\n}\n.notices[data-v-a3be3462] {\n  align-self: end;\n}\n\n/* The controls of a film stay in reach. */\n.run:has(video) .notices[data-v-a3be3462] {\n  margin-bottom: 64px;\n}\n.nothing[data-v-a3be3462] {\n  flex: 1;\n  display: grid;\n  place-items: center;\n}\n.side[data-v-a3be3462] {\n  border-left: var(--hairline);\n}\n.more[data-v-a3be3462] {\n  display: none;\n}\n@container screen (max-width: 719px) {\n.run[data-v-a3be3462] {\n    grid-template-columns: minmax(0, 1fr);\n}\n.side[data-v-a3be3462],\n  .crumb[data-v-a3be3462],\n  .workflow[data-v-a3be3462],\n  .screen[data-v-a3be3462] .roomy {\n    display: none;\n}\n.more[data-v-a3be3462] {\n    display: block;\n    flex: none;\n    border-top: var(--hairline);\n    background: var(--panel);\n}\n.more[open] .facts[data-v-a3be3462] {\n    max-height: 40cqh;\n}\nsummary[data-v-a3be3462] {\n    padding: var(--space-1) var(--space-3);\n    color: var(--dim);\n}\n}\n\n/* Wide and low, as at the foot of ComfyUI: the result takes the height, everything else stands beside it. */\n@container screen (min-width: 720px) and (max-height: 559px) {\n.layout[data-v-a3be3462] {\n    display: grid;\n    grid-template: 'run head' auto 'run line' auto 'run bar' auto 'run form' auto 'run strip' auto 'run more' minmax(0, 1fr) / minmax(0, 1fr) minmax(400px, 36%);\n}\n.head[data-v-a3be3462] {\n    grid-area: head;\n}\n.line[data-v-a3be3462] {\n    grid-area: line;\n}\n.bar[data-v-a3be3462] {\n    grid-area: bar;\n    flex-wrap: wrap;\n}\n.form[data-v-a3be3462] {\n    grid-area: form;\n}\n.strip[data-v-a3be3462] {\n    grid-area: strip;\n}\n.nothing[data-v-a3be3462] {\n    grid-row: 2 / -1;\n    grid-column: 1 / -1;\n}\n.run[data-v-a3be3462] {\n    grid-area: run;\n    grid-template-columns: minmax(0, 1fr);\n    min-height: 0;\n    border-block: 0;\n    border-right: var(--hairline);\n}\n.side[data-v-a3be3462],\n  .crumb[data-v-a3be3462],\n  .layout[data-v-a3be3462] .roomy,\n  .bar[data-v-a3be3462] .key {\n    display: none;\n}\n.bar[data-v-a3be3462] .decision {\n    flex: 1 1 28%;\n    min-width: 0;\n    justify-content: center;\n}\n.more[data-v-a3be3462] {\n    display: block;\n    grid-area: more;\n    overflow-y: auto;\n    border-top: var(--hairline);\n}\n.more > summary[data-v-a3be3462] {\n    padding: var(--space-1) var(--space-3);\n    color: var(--dim);\n}\n}\n/*$vite$:1*/");
var room = new CSSStyleSheet();
room.replaceSync(".side-bar-panel:has(.lemouf-studio) { min-width: min(340px, 60vw) !important; }");
document.adoptedStyleSheets.push(room);
/** Draws a part of the studio into an element of ComfyUI's page, apart from the page's styles and keys, until the returned function is called. */
function mountStudio(element, component, embedding) {
	const host = document.createElement("div");
	host.className = "lemouf-studio";
	Object.assign(host, { type: "textarea" });
	const shadow = host.attachShadow({ mode: "open" });
	shadow.adoptedStyleSheets = [styles];
	const root = document.createElement("div");
	root.id = "studio";
	root.tabIndex = -1;
	const view = document.createElement("div");
	view.id = "app";
	root.append(view);
	shadow.append(root);
	keepEventsIn(host);
	const stops = [followTheme(host), keepFocus(root)];
	element.style.height = "100%";
	element.append(host);
	const app = createApp(component).provide(EMBEDDING, {
		...embedding,
		root
	});
	app.mount(view);
	root.focus({ preventScroll: true });
	return () => {
		app.unmount();
		for (const stop of stops) stop();
		host.remove();
	};
}
/** What is typed, copied and pasted within the studio goes no further (also Escape: what floats hears it itself); keys with Alt, and with Ctrl or ⌘ but for editing, are ComfyUI's. */
function keepEventsIn(host) {
	const stop = (event) => event.stopPropagation();
	for (const type of [
		"copy",
		"cut",
		"paste"
	]) host.addEventListener(type, stop);
	const stopKey = (event) => {
		const isCommand = event.ctrlKey || event.metaKey;
		if (event.defaultPrevented || !event.altKey && (!isCommand || EDITING.has(event.key.toLowerCase()))) event.stopPropagation();
	};
	host.addEventListener("keydown", stopKey);
	host.addEventListener("keyup", stopKey);
}
/** When what had the focus goes away, as a button does with its screen, the studio keeps it, and with it the keys. */
function keepFocus(root) {
	let focused = null;
	root.addEventListener("focusin", ({ target }) => {
		focused = target;
	});
	root.addEventListener("focusout", ({ target, relatedTarget }) => queueMicrotask(() => {
		if (relatedTarget === null && target instanceof Node && target.isConnected) focused = null;
	}));
	const observer = new MutationObserver(() => {
		if (focused instanceof Node && !focused.isConnected && document.activeElement === document.body) root.focus({ preventScroll: true });
	});
	observer.observe(root, {
		childList: true,
		subtree: true
	});
	return () => observer.disconnect();
}
/** ComfyUI says on its body whether its theme is a dark one. */
function followTheme(host) {
	const follow = () => {
		host.dataset["theme"] = document.body.classList.contains("dark-theme") ? "dark" : "light";
	};
	const observer = new MutationObserver(follow);
	observer.observe(document.body, {
		attributes: true,
		attributeFilter: ["class"]
	});
	follow();
	return () => observer.disconnect();
}
// packages/studio/src/comfy-page/news.ts
var LIFE_MS = 8e3;
/** While no part of the studio is open, says in ComfyUI's toasts when the loop under review needs a person or ends. */
function tellNews({ review, place, isOpen, toast }) {
	watch([
		() => review.loop.value?.loopId,
		isOpen,
		place
	], ([loopId, open], _before, onCleanup) => {
		if (loopId === void 0 || open) return;
		let before;
		onCleanup(openFeed(loopId, {
			began: () => void 0,
			connection: () => void 0,
			changed: (change) => {
				const news = newsOf(change, before);
				before = change.loop.status;
				if (news !== void 0) toast.add({
					...news,
					life: LIFE_MS
				});
			}
		}));
	}, { immediate: true });
}
/** What there is to say of a change; nothing while the loop stands as before. */
function newsOf({ loop, entries }, before) {
	const { loop_id: loopId, status } = loop;
	if (status === before) return void 0;
	if (status === "waiting") return {
		severity: "info",
		summary: text$1.waits(loopId),
		detail: text$1.waitsFor(loop.current_cycle)
	};
	if (status === "complete") return {
		severity: "success",
		summary: text$1.complete(loopId)
	};
	const reason = entries.find((entry) => entry.status === "failed")?.error?.message;
	return status === "failed" ? {
		severity: "error",
		summary: text$1.hasFailed(loopId),
		detail: reason ?? text$1.seePanel
	} : void 0;
}
// packages/studio/src/comfy-page/place.ts
var ADDRESS_SETTING = "lemouf.serverUrl";
var TOKEN_SETTING = "lemouf.token";
var DEFAULT_ADDRESS = "http://127.0.0.1:8190";
var typedSchema = string().trim().catch("");
/** Where two settings of ComfyUI say that the server is; an empty address is the default. Error: `request_invalid`. */
function placeOf({ address, token }) {
	const typed = typedSchema.parse(address) || "http://127.0.0.1:8190";
	const given = typedSchema.parse(token);
	const base = serverUrlSchema.safeParse(typed);
	return base.success ? ok({
		base: base.data,
		token: given === "" ? void 0 : given
	}) : fail(new AppError("request_invalid", text$1.addressUnclear(typed)));
}
// packages/studio/src/comfy-page/review.ts
var SCREEN_KEY = "lemouf.screen";
var LOOP_KEY = "lemouf.loop";
/** Kept in the given storage, as addresses. */
function createReview(storage) {
	const screen = /* @__PURE__ */ shallowRef(parseAddress(storage.getItem(SCREEN_KEY) ?? ""));
	const kept = parseAddress(storage.getItem(LOOP_KEY) ?? "");
	const loop = /* @__PURE__ */ shallowRef(kept.name === "loop" ? kept : void 0);
	const go = (to) => {
		screen.value = to;
		storage.setItem(SCREEN_KEY, formatAddress(to));
		if (to.name !== "loop") return;
		loop.value = to;
		storage.setItem(LOOP_KEY, formatAddress(to));
	};
	return {
		address: {
			screen: /* @__PURE__ */ readonly(screen),
			go,
			settle: go
		},
		loop: /* @__PURE__ */ readonly(loop)
	};
}
// packages/studio/src/comfy-page/tab.ts
/** A tab of ComfyUI that mounts when it is shown. ComfyUI asks to render whenever it redraws what is around; the same element is mounted once. */
function createTab(mount) {
	const isOpen = /* @__PURE__ */ shallowRef(false);
	let mounted;
	const destroy = () => {
		mounted?.unmount();
		mounted = void 0;
		isOpen.value = false;
	};
	return {
		render: (element) => {
			if (mounted?.element === element) return;
			destroy();
			mounted = {
				element,
				unmount: mount(element)
			};
			isOpen.value = true;
		},
		destroy,
		isOpen: /* @__PURE__ */ readonly(isOpen)
	};
}
// packages/studio/src/comfy-page/extension.ts
var SIDEBAR = "lemouf-studio";
var DOCK = "lemouf-dock";
/** leMouf as an extension of ComfyUI's page: two tabs, the commands with their keys and menu, and the settings. */
function createExtension(app, api) {
	const place = /* @__PURE__ */ shallowRef();
	const canvas = createCanvas(app, api);
	const review = createReview(sessionStorage);
	const execute = (id) => void app.extensionManager.command.execute(id);
	const togglePanel = () => execute(`Workspace.ToggleSidebarTab.${SIDEBAR}`);
	const openPanel = () => {
		if (!sidebar.isOpen.value) togglePanel();
	};
	const openSettings = () => execute("Comfy.ShowSettingsDialog");
	const readPlace = (changed = {}) => {
		const { setting } = app.extensionManager;
		const found = placeOf({
			address: setting.get(ADDRESS_SETTING),
			token: setting.get(TOKEN_SETTING),
			...changed
		});
		if (found.ok) reachServerAt(found.value);
		place.value = found;
		return found;
	};
	const tabOf = (kind) => createTab((element) => {
		const found = place.value ?? readPlace();
		const panel = () => h(ComfyPanel_default, {
			kind,
			place: place.value ?? found,
			review,
			openSettings,
			openPanel
		});
		return mountStudio(element, panel, {
			address: review.address,
			canvas
		});
	});
	const sidebar = tabOf("sidebar");
	const dock = tabOf("dock");
	return {
		name: "leMouf.Studio",
		commands: createCommands({
			app,
			canvas,
			review,
			togglePanel,
			openPanel,
			connect: () => unwrap(readPlace()).base
		}),
		keybindings: ["l", "¬"].map((key) => ({
			commandId: TOGGLE_PANEL,
			combo: {
				key,
				alt: true
			}
		})),
		menuCommands: [{
			path: ["Extensions", "leMouf"],
			commands: [
				TOGGLE_PANEL,
				"lemouf.validateAndStart",
				"lemouf.injectLoopId",
				"lemouf.openStudio"
			]
		}],
		settings: settingsOf((changed) => {
			if (place.value !== void 0) readPlace(changed);
		}),
		bottomPanelTabs: [{
			id: DOCK,
			title: text$1.title,
			type: "custom",
			render: dock.render,
			destroy: dock.destroy
		}],
		setup: () => {
			app.extensionManager.registerSidebarTab({
				id: SIDEBAR,
				title: text$1.title,
				tooltip: text$1.tooltip,
				icon: "pi pi-sync",
				type: "custom",
				render: sidebar.render,
				destroy: sidebar.destroy
			});
			readPlace();
			tellNews({
				review,
				place,
				isOpen: computed(() => sidebar.isOpen.value || dock.isOpen.value),
				toast: app.extensionManager.toast
			});
		}
	};
}
function settingsOf(heard) {
	const { address, addressMeans, token, tokenMeans } = text$1.settings;
	return [{
		id: ADDRESS_SETTING,
		name: address,
		category: [
			"leMouf",
			"Server",
			"Address"
		],
		tooltip: addressMeans,
		type: "text",
		defaultValue: DEFAULT_ADDRESS,
		onChange: (value) => heard({ address: value })
	}, {
		id: TOKEN_SETTING,
		name: token,
		category: [
			"leMouf",
			"Server",
			"Token"
		],
		tooltip: tokenMeans,
		type: "text",
		defaultValue: "",
		attrs: {
			type: "password",
			autocomplete: "off"
		},
		onChange: (value) => heard({ token: value })
	}];
}
// packages/studio/src/comfy-page/main.ts
var comfy = app;
comfy.registerExtension(createExtension(comfy, api));
