import Kinds
import Manifest
import Model
import Planning

/// From manifests to what a pass aims at.
extension EnvironmentReconciler {
    /// What the manifests of a commit say of the environment.
    func read(_ snapshot: SourceSnapshot) throws -> Desired {
        if options.demandsCleanTree, !snapshot.uncommitted.isEmpty {
            throw SourceError.uncommitted(snapshot.uncommitted)
        }
        let reader = ManifestReader(kinds: kinds.map { $0.manifest })
        let desired = try reader.read(snapshot.files, environment: options.environment, cache: cache)
        if desired.environment.statusBranch == snapshot.commit.reference {
            throw SourceError.statusIsSource(desired.environment.statusBranch)
        }
        try checkStatusBranch(of: desired.environment)
        return desired
    }

    /// What was checked is remembered on the status branch: a commit that nobody has checked yet must not choose which.
    private func checkStatusBranch(of environment: Environment) throws(SourceError) {
        let usual = Environment(name: environment.name).statusBranch
        guard options.verification != nil, environment.statusBranch != usual else { return }
        throw .statusIsChosen(environment.statusBranch, usual: usual)
    }

    /// What is wanted in the connected account, beside what the status branch remembers of it.
    func makeTarget(
        _ desired: Desired, at commit: SourceCommit, over connection: Connection, _ loaded: StatusBranch.Loaded
    ) throws -> ReconcileTarget {
        let environment = desired.environment
        var target = ReconcileTarget(
            options.destroys ? Desired(environment: environment) : desired, of: environment, at: commit,
            memory: loaded.memory,
            ownership: Ownership(environment: environment.name, owner: environment.owner ?? commit.repository),
            region: connection.region, accountID: connection.accountID, drift: drift(environment),
            schemas: Dictionary(kinds.map { ($0.schema.kind, $0.schema) }) { first, _ in first })
        target.lastWords = try lastWords(desired, at: commit.id, loaded)
        target.departed = try departed(desired, at: target, loaded)
        target.replacedOnly = loaded.isForeign || loaded.isLost ? nil : Departed(replacedOnlyIn: desired)
        target.hasLostMemory = loaded.isLost
        target.own = options.own
        target.now = options.now()
        target.refreshesImages = options.refreshesImages
        return target
    }

    /// What is to be taken away: nil while deletion is off or the status branch is somebody else's. A person who destroys is
    /// believed all the same: what Git wants and AWS's tags are enough then.
    private func departed(
        _ desired: Desired, at target: ReconcileTarget, _ loaded: StatusBranch.Loaded
    ) throws -> Departed? {
        let memory = loaded.isForeign ? StatusMemory() : loaded.memory
        let inventory = Inventory(
            memory: memory, manifests: applied, now: options.now(), lastWords: target.lastWords,
            isPart: { [source] in try source.holds($0, in: target.source.id) })
        if options.destroys { return try inventory.everything(of: desired) }
        guard desired.environment.prune.enabled, !loaded.isForeign, !loaded.isLost else { return nil }
        return try inventory.departed(from: desired)
    }

    /// Which commits between the last look and this one spoke last of what is gone.
    private func lastWords(
        _ desired: Desired, at commit: String, _ loaded: StatusBranch.Loaded
    ) throws -> [ResourceID: String] {
        guard let history = source.history, !loaded.isForeign, !loaded.isLost else { return [:] }
        let words = UnseenWords(history: history, manifests: applied, memory: loaded.memory) { [source] in
            try source.holds($0, in: $1)
        }
        return try words.commits(at: commit, leaving: desired)
    }

    private func drift(_ environment: Environment) -> PlanInput.DriftHandling {
        if options.correctsDrift { return .correct }
        return .byPolicy(now: options.now(), correctAfter: Int(environment.correctAfter.components.seconds))
    }
}
