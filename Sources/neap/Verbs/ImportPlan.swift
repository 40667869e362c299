import Importing
import Kinds
import Manifest
import Planning
import Reconciler

/// The plan of what was just imported, as the next `neap plan` will make it.
struct ImportPlan {
    let folder: String
    let environment: String
    let connection: EnvironmentReconciler.Connection

    /// What stands in for a commit: nothing is committed yet.
    static let commit = SourceCommit(
        id: String(repeating: "0", count: 40), subject: "imported", author: "", time: 0, reference: nil,
        repository: "", hasCommitPages: false)

    /// Says whether everything is in sync, or what is not, and what to do next.
    func print() async throws -> ExitStatus {
        let desired = try ReadBack.desired(in: folder, environment: environment)
        let target = ReconcileTarget(
            desired, of: desired.environment, at: Self.commit, memory: StatusMemory(),
            ownership: Ownership(environment: environment, owner: desired.environment.owner ?? ""),
            region: connection.region, accountID: connection.accountID, drift: .correct,
            schemas: kindsByName.mapValues { $0.schema })
        let pass = ReconcilePass(
            target, aws: connection.aws, cache: ObservationCache(), gate: WriteGate { "an import only looks" },
            foresight: .none)
        let plan = await pass.plan(.everything).plan
        guard plan.resources.allSatisfy({ $0.action == .none }) else {
            let header = PlanHeader(
                environment: environment, accountID: connection.accountID, region: connection.region, commit: nil,
                subject: "imported", readAt: Wall.timeOfDay)
            Terminal.out(PlanText(plan, header, usesColour: Terminal.usesColour).text)
            Terminal.error("next: see to what differs above, commit the files, and look at `neap plan`")
            return .done
        }
        Terminal.out("Plan: in sync, \(plan.resources.count) resources\n")
        Terminal.error("next: commit the files, push them, and let `neap run` watch the repository")
        return .done
    }
}
