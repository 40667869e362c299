public import Model

/// What a repository wants of one environment.
public struct Desired: Sendable {
    /// The environment.
    public var environment: Environment
    /// Everything that may be applied, manifests and their parts, linked.
    public var resources: [ResourceID: Resource] = [:]
    /// Written but broken: never applied, and never to be thought absent.
    public var invalid: Set<ResourceID> = []
    /// Resources of `resources` that stand on broken ones, at whatever distance, with the broken ones that they name
    /// or that those name; they can not be applied where they need what is broken.
    public var standsOnInvalid: [ResourceID: Set<ResourceID>] = [:]
    /// What has to be looked up, under the names that references use.
    public var lookups: [ResourceID: Lookup] = [:]
    /// Files that may hold resources whose names could not be read; nothing may be deleted while there are any.
    public var unreadable: Set<String> = []
    /// Everything there is to say, sorted by place.
    public var diagnostics: [Diagnostic] = []

    /// Nothing yet.
    public init(environment: Environment) { self.environment = environment }

    /// True when some diagnostic is an error.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
    /// True when every manifest of the environment is known, so that what is missing is really meant to go.
    public var isComplete: Bool { !hasErrors && unreadable.isEmpty }
}
