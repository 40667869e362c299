import Reconciler

/// What every verb about one service begins with: the commit, AWS, and the service that was named.
struct ServiceAccess {
    let reconciler: EnvironmentReconciler
    let prepared: EnvironmentReconciler.Prepared
    let look: ServiceLook

    /// Reads the newest commit, opens AWS and finds the service called `name`; nothing is written to Git.
    ///
    /// Throws what preparing throws, and `OperatingError.unknown`.
    init(_ name: String, _ source: SourceOptions) async throws {
        reconciler = try EnvironmentReconciler.forLooking(
            at: source.access(writes: false), environment: source.environment)
        prepared = try await reconciler.prepareToLook()
        let service = try ResourceNames(prepared).service(name)
        look = ServiceLook(service, of: prepared, by: reconciler)
    }
}

extension EnvironmentReconciler {
    /// A reconciler that reads `source` and AWS and writes neither.
    static func forLooking(at source: any SourceAccess, environment: String?) -> EnvironmentReconciler {
        var options = EnvironmentReconciler.Options(version: Neap.version) { Wall.now }
        options.environment = environment
        options.correctsDrift = true
        options.looksOnly = true
        return EnvironmentReconciler(source, options: options, connect: AWSAccess(verbose: false).connect)
    }

    /// As `prepare()`; says where nobody would apply the commit.
    func prepareToLook() async throws -> Prepared {
        let prepared = try await prepare()
        if let setAside = prepared.setAside { Terminal.error("note: \(setAside)") }
        return prepared
    }
}
