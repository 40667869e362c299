import Kinds
import Model
import Testing

/// The kinds' grants against what AWS says that the operations can be narrowed by.
@Suite("What the kinds need of IAM")
struct GrantTests {
    @Test("every operation is narrowed as far as AWS lets it be")
    func facts() throws {
        let permissions = try Permissions()
        #expect(permissions.facts.count > 100)
        #expect(misfits(Grant.all, permissions) == [])
    }

    @Test("an operation is narrowed in one way, whichever kind calls it")
    func ways() {
        let ways = Dictionary(grouping: rows(Grant.all)) { "\($0.grant.service):\($0.operation)" }
        let several = ways.filter { Set($0.value.map(\.grant.narrowing)).count > 1 }.keys.sorted()
        #expect(ways.count > 100)
        #expect(several == [])
    }

    @Test("of the lease table and the queue nothing is granted that nobody calls")
    func own() {
        func operations(_ service: String) -> Set<String> {
            Set(Grant.all.filter { $0.service == service }.flatMap(\.operations))
        }
        #expect(operations("dynamodb") == ["GetItem", "PutItem", "DeleteItem", "Scan"])
        #expect(operations("sqs") == ["ReceiveMessage", "DeleteMessage", "DeleteMessageBatch", "GetQueueAttributes"])
    }

    @Test("every kind says what reads it, and what the trail takes for its writers is granted or nobody's")
    func kinds() {
        for kind in allKinds {
            #expect(kind.grants.contains { $0.narrowing == .read }, "\(kind.schema.kind)")
            let granted = Set(kind.grants.flatMap(\.operations))
            // People set the desired count by hand; Neap leaves it to the capacity provider.
            let writers = Set(kind.writers).subtracting(["SetDesiredCapacity"])
            #expect(writers.isSubset(of: granted), "\(kind.schema.kind): \(writers.subtracting(granted))")
        }
    }

    @Test("a grant that is too wide, on the wrong resource or of no operation is noticed")
    func noticed() throws {
        let permissions = try Permissions()
        #expect(misfits([Grant("ecs", .read, "UpdateService")], permissions) == ["ecs:UpdateService writes"])
        #expect(misfits([Grant("ecs", .any, "UpdateService")], permissions) == ["ecs:UpdateService can be narrowed"])
        let wrong = Grant("ecs", .change, "UpdateService", on: ["cluster/*"])
        #expect(misfits([wrong], permissions) == ["ecs:UpdateService takes no cluster/*"])
        let untold = Grant("ecs", .make, "UpdateService", on: ["service/*"])
        #expect(misfits([untold], permissions) == ["ecs:UpdateService is told no request tags"])
        #expect(misfits([Grant("ecs", .read, "DescribeTides")], permissions) == ["ecs:DescribeTides is no action"])
    }

    private func rows(_ grants: [Grant]) -> [(grant: Grant, operation: String)] {
        grants.flatMap { grant in grant.operations.map { (grant, $0) } }
    }

    private func misfits(_ grants: [Grant], _ permissions: Permissions) -> [String] {
        rows(grants).flatMap { grant, operation in
            let prefix = grant.service == "elbv2" ? "elasticloadbalancing" : grant.service
            let name = operation.hasSuffix("MessageBatch") ? String(operation.dropLast(5)) : operation
            guard let fact = permissions.facts["\(prefix):\(name)"] else { return ["\(prefix):\(name) is no action"] }
            let wrong = misfits(grant.narrowing, fact) + strangers(grant, fact, prefix, permissions)
            return wrong.map { "\(prefix):\(name) \($0)" }
        }
    }

    private func misfits(_ narrowing: Grant.Guard, _ fact: Permissions.Fact) -> [String] {
        switch narrowing {
        case .read, .parameters: fact.isRead ? [] : ["writes"]
        case .readTagged: fact.isRead ? told("resource", fact) : ["writes"]
        case .make: told("request", fact)
        case .add: told("request", fact) + told("resource", fact)
        case .change: told("resource", fact)
        case .put: told("request", fact) + told("resource", fact)
        case .tag: (fact.levels.contains("Tagging") ? [] : ["is not about tags"]) + told("resource", fact)
        case .any: fact.keys == ["-"] && fact.types.isEmpty ? [] : ["can be narrowed"]
        case .lease, .queue, .assume: fact.types.isEmpty ? ["can not be narrowed"] : []
        }
    }

    private func told(_ key: Substring, _ fact: Permissions.Fact) -> [String] {
        fact.keys.contains(key) ? [] : ["is told no \(key) tags"]
    }

    /// Ends of ARNs that none of the action's resource types has.
    private func strangers(
        _ grant: Grant, _ fact: Permissions.Fact, _ prefix: String, _ permissions: Permissions
    ) -> [String] {
        // Elastic Load Balancing's tags go to all of its types; the reference names one of them.
        if prefix == "elasticloadbalancing", grant.narrowing == .tag { return [] }
        let ends = fact.types.compactMap { permissions.ends["\(prefix)/\($0)"] }
        return (grant.resources + grant.companions).filter { resource in
            let start = resource.prefix { $0 != "*" }
            let isTyped = fact.types.contains { "\(start)".hasPrefix($0.split(separator: "/").first ?? "") }
            return !isTyped && !ends.contains { $0.hasPrefix(start) }
        }.map { "takes no \($0)" }
    }
}
