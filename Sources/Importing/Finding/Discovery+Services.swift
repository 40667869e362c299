import Kinds
import Model

/// Services, what their tasks are made of, and where those write their logs.
extension Discovery {
    mutating func findServices() async throws {
        let names = try await serviceNames()
        let stubs = names.map { stub("Service", $0, ["cluster": .string(cluster)]) }
        await observe(stubs) { $0.service = $0.id.name }
        dropOtherTags()
        guard stack.all("Service").isEmpty else { return }
        let which = selection.tags.isEmpty ? "" : " with these tags"
        throw ImportError.noService("cluster \(cluster) has no service\(which) that could be read")
    }

    private func serviceNames() async throws -> [String] {
        if !selection.services.isEmpty { return Set(selection.services.map(Self.lastPart)).sorted() }
        let call = AWSCall("ecs", "ListServices", ["cluster": .string(cluster)])
        let arns = try await context.aws.sendAll(call)["serviceArns"]?.list ?? []
        return Set(arns.compactMap(\.string).map(Self.lastPart)).sorted()
    }

    /// Services without the demanded tags are none of this import.
    private mutating func dropOtherTags() {
        let wanted = selection.tags
        stack.things.removeAll { thing in
            thing.id.kind == "Service" && !wanted.allSatisfy { thing.live.tags?[$0.key] == $0.value }
        }
    }

    mutating func findTaskDefinitions() async {
        var owners: [String: String] = [:]
        for service in stack.all("Service") {
            guard let revision = service.live.spec["taskDefinition"]?.string.map(Self.lastPart) else { continue }
            let family = revision.split(separator: ":").first.map(String.init) ?? revision
            if owners[family] == nil { owners[family] = service.id.name }
        }
        await observe(owners.keys.sorted().map { stub("TaskDefinition", $0) }) { $0.service = owners[$0.id.name] }
        keepCurrentRevisions()
        await findLogGroups()
    }

    /// A manifest speaks of its family's latest revision; a service on an older one goes on naming that by number.
    private mutating func keepCurrentRevisions() {
        for definition in stack.all("TaskDefinition") {
            let arn = definition.live.outputs["arn"]
            let users = stack.all("Service").filter { service in
                let revision = service.live.spec["taskDefinition"]?.string.map(Self.lastPart) ?? ""
                return revision.split(separator: ":").first.map(String.init) == definition.awsName
            }
            for service in users where service.live.spec["taskDefinition"] != arn {
                let revision = service.live.spec["taskDefinition"]?.string.map(Self.lastPart) ?? ""
                let latest = definition.live.outputs["revision"]?.string ?? ""
                stack.note(
                    "service \(service.awsName) runs \(revision) while \(latest) is the latest revision of "
                        + "\(definition.awsName): it is named by its number", about: service.id)
            }
            if !users.contains(where: { $0.live.spec["taskDefinition"] == arn }) {
                stack.things.removeAll { $0.id == definition.id }
            }
        }
    }

    private mutating func findLogGroups() async {
        var owners: [String: String] = [:]
        for definition in stack.all("TaskDefinition") {
            for container in definition.live.spec["containerDefinitions"]?.list ?? [] {
                let options = container["logConfiguration"]?["options"]
                let isHere = options?["awslogs-region"]?.string ?? context.region == context.region
                guard isHere, let group = options?["awslogs-group"]?.string, owners[group] == nil else { continue }
                owners[group] = definition.service
            }
        }
        await observe(owners.keys.sorted().map { stub("LogGroup", $0) }) { $0.service = owners[$0.id.name] }
    }
}
