public import AWSClient
public import Logging
public import Manifest
public import Reconciler
public import ServiceLifecycle

/// What a controller is put together from.
public struct ControllerParts: Sendable {
    /// Opens AWS for an environment at a commit, behind the term's fence, and makes sure that it is the right account.
    public typealias Connect =
        @Sendable (WriteFence?, Manifest.Environment, SourceCommit) async throws -> EnvironmentReconciler.Connection

    /// What every environment's reconciler is told; the environment's name is put in.
    public var options: EnvironmentReconciler.Options
    public var connect: Connect
    /// Where the progress of an environment goes, by its name in logs; nil for what is about the process, of which a note's
    /// subject is an environment's name.
    public var progress: @Sendable (_ environment: String?) -> any Progress
    public var logger: Logger
    public var metrics: ControllerMetrics
    public var health: ControllerHealth
    public var leadership: any Leadership = SoleLeadership()
    /// Errors after which the only environment that was asked for ends the process: asking again is no use.
    public var isFinal: @Sendable (any Error) -> Bool = { _ in false }
    /// Where health and metrics are served; nil for nowhere.
    public var listen: ListenAddress?
    /// Other services that run beside; they are asked to end after the reconcilers.
    public var services: [any Service] = []

    /// A controller that serves nothing and shares with nobody.
    public init(
        options: EnvironmentReconciler.Options, connect: @escaping Connect,
        progress: @escaping @Sendable (_ environment: String?) -> any Progress, logger: Logger,
        metrics: ControllerMetrics, health: ControllerHealth
    ) {
        self.options = options
        self.connect = connect
        self.progress = progress
        self.logger = logger
        self.metrics = metrics
        self.health = health
    }
}

/// A repository that a controller watches: the branch, its clone, and the environments that were asked for.
public struct WatchedRepository: Sendable {
    let clone: RemoteClone
    /// For people; without user information.
    public let url: String
    /// A full ref name.
    public let reference: String
    /// Empty for all that the branch has.
    let environments: [String]
    /// As the configuration calls it; empty where it has no name.
    let name: String
    /// The environments of the branch `reference` of `clone`, which the configuration calls `name`.
    public init(
        _ clone: RemoteClone, url: String, reference: String, environments: [String], name: String = ""
    ) {
        self.clone = clone
        self.url = url
        self.reference = reference
        self.environments = environments
        self.name = name
    }

    /// Put before the names of its environments, whether or not others are watched beside it: leases go by these names, and
    /// have to keep them when another repository is added.
    var prefix: String { name.isEmpty ? "" : name + "/" }
    var id: RepositoryID { RepositoryID(name: name, url: url, reference: reference) }
}
