import AWSWire
import Model
import Reconciler

/// What `/readyz` answers, `neap/ready/v1`: the state of each environment, with the error where its last round had one.
struct ReadyReport {
    let health: ControllerHealth
    /// More problems of an environment are only counted.
    private static let longest = 20

    init(_ health: ControllerHealth) { self.health = health }

    var json: String {
        let value: Value = [
            "schema": "neap/ready/v1", "ready": .bool(health.isReady), "stopping": .bool(health.isStopping),
            "repositories": .list(health.repositories.map(repository)),
            "environments": .list(health.environments.map(environment)),
        ]
        return String(decoding: JSON.write(value), as: UTF8.self) + "\n"
    }

    private func repository(_ repository: RepositoryHealth) -> Value {
        var value: Value = [
            "url": .string(repository.id.url), "ref": .string(repository.id.reference),
            "listed": .bool(repository.isListed),
        ]
        value["name"] = repository.id.name.isEmpty ? nil : .string(repository.id.name)
        value["problem"] = (repository.problem ?? repository.contact.problem).map { .string($0) }
        value["silentForSeconds"] = repository.contact.silence(at: health.now()).map { .integer($0) }
        return value
    }

    private func environment(_ environment: EnvironmentHealth) -> Value {
        var value: Value = [
            "name": .string(environment.environment), "repository": .string(environment.repository),
            "leading": .bool(environment.isLeading), "open": .integer(environment.open),
        ]
        value["commit"] = environment.commit.map { .string($0) }
        value["lastRoundSecondsAgo"] = environment.roundEndedAt.map { .integer(max(0, health.now() - $0)) }
        value["problem"] = environment.problem.map { .string($0) }
        let lines = [environment.leaseProblem].compactMap { $0 } + environment.problems
        value["problems"] = lines.isEmpty ? nil : .list(lines.prefix(Self.longest).map { .string($0) })
        return value
    }
}
