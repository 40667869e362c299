import Kinds

/// The kinds' grants as statements: what is narrowed the same way in the same service stands in one.
struct GrantedStatements {
    private let grants: [Grant]

    /// The statements of `grants`.
    init(_ grants: [Grant]) { self.grants = grants }

    /// Those of these services, in the order of the services and of what they are narrowed by.
    func statements(of services: [String]) -> [Statement] {
        services.flatMap { service in
            Grant.Guard.allCases.flatMap { narrowing in
                statements(grants.filter { $0.service == service && $0.narrowing == narrowing })
            }
        }
    }

    /// One statement of every operation that only reads, of all services.
    func reading() -> Statement {
        let reads = grants.filter { $0.narrowing == .read }
        return Statement(sid: "Read", actions: actions(reads), resources: "*")
    }

    /// Those of grants that are narrowed the same way in the same service.
    func statements(_ grants: [Grant]) -> [Statement] {
        guard let first = grants.first else { return [] }
        let sid =
            Self.sid(first.service) + first.narrowing.rawValue.prefix(1).uppercased()
            + first.narrowing.rawValue.dropFirst()
        let base = Statement(sid: sid, actions: actions(grants), resources: resources(grants, \.resources))
        switch first.narrowing {
        case .read, .any: return [base.with(resources: "*")]
        case .readTagged: return [base.with(TagCondition.held)]
        case .parameters: return parameters(base)
        case .make: return [base.with(TagCondition.written)]
        case .add: return [base.with(TagCondition.writtenAndHeld)] + shared(grants, base)
        case .change: return [base.with(TagCondition.held)] + companions(grants, base)
        case .put:
            return [base.with(TagCondition.writtenOnNew).named("New"), base.with(TagCondition.held).named("There")]
        case .tag: return tagging(grants, base)
        case .lease: return [base.with(resources: .attribute("LeaseTable", "Arn"))]
        case .queue: return [base.with(resources: .attribute("Hints", "Arn"))]
        case .assume: return [base.with(resources: .ref("AssumeRoles")).only(when: "HasAssumeRoles")]
        }
    }

    /// AWS's public ones, and those that are listed.
    private func parameters(_ base: Statement) -> [Statement] {
        [
            base.with(resources: .sub("arn:${AWS::Partition}:ssm:*::parameter/aws/service/*")),
            base.with(resources: .ref("Parameters")).named("Listed").only(when: "HasParameters"),
        ]
    }

    /// Tags are written while something is made, and on what is the environment's; taken away only there.
    private func tagging(_ grants: [Grant], _ base: Statement) -> [Statement] {
        let service = grants[0].service
        var new = base.named("New")
        new.actions = base.actions.filter { !Self.takesAway($0) }
        let makers = self.grants.filter { $0.service == service && [.make, .add].contains($0.narrowing) }
        let operations = Set(makers.flatMap(\.operations)).sorted()
        new.condition =
            Self.toldWhatMakes.contains(service)
            ? TagCondition.written(by: "\(Self.prefix(service)):CreateAction", operations) : TagCondition.writtenOnNew
        return [new, base.with(TagCondition.heldAndKept).named("There")]
    }

    /// Rules on listeners of others that are listed.
    private func shared(_ grants: [Grant], _ base: Statement) -> [Statement] {
        guard grants.contains(where: { $0.operations.contains("CreateRule") }) else { return [] }
        var shared = base.with(TagCondition.written).named("Shared").only(when: "HasSharedListeners")
        shared.actions = ["\(Self.prefix(grants[0].service)):CreateRule"]
        shared.resources = .ref("SharedListeners")
        return [shared]
    }

    private func companions(_ grants: [Grant], _ base: Statement) -> [Statement] {
        let with = grants.filter { !$0.companions.isEmpty }
        guard !with.isEmpty else { return [] }
        var statement = base.named("Companions")
        statement.actions = actions(with)
        statement.resources = resources(with, \.companions)
        return [statement]
    }

    private func actions(_ grants: [Grant]) -> [String] {
        Set(grants.flatMap { grant in grant.operations.map { Self.action(grant.service, $0) } }).sorted()
    }

    private func resources(_ grants: [Grant], _ ends: KeyPath<Grant, [String]>) -> TemplateNode {
        let all = Set(grants.flatMap { $0[keyPath: ends] }).sorted()
        let prefix = Self.prefix(grants[0].service)
        let nodes = all.map { TemplateNode.sub("arn:${AWS::Partition}:\(prefix):*:${AWS::AccountId}:\($0)") }
        return nodes.count == 1 ? nodes[0] : .list(nodes)
    }
}

extension GrantedStatements {
    /// Services that tell IAM which operation writes tags on what it makes.
    private static let toldWhatMakes: Set<String> = ["ecs", "ec2", "elbv2"]

    /// What IAM calls a service.
    static func prefix(_ service: String) -> String { service == "elbv2" ? "elasticloadbalancing" : service }

    /// What IAM calls an operation: batches go by the name of the single one.
    static func action(_ service: String, _ operation: String) -> String {
        let isBatch = service == "sqs" && operation.hasSuffix("Batch")
        return "\(prefix(service)):\(isBatch ? String(operation.dropLast("Batch".count)) : operation)"
    }

    private static func takesAway(_ action: String) -> Bool {
        [":Untag", ":Remove", ":Delete"].contains { action.contains($0) }
    }

    /// `applicationautoscaling` as a statement's name: letters alone, the first one large.
    private static func sid(_ service: String) -> String {
        service.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}

extension Statement {
    func with(_ condition: TemplateNode) -> Statement { changed { $0.condition = condition } }
    func with(resources: TemplateNode) -> Statement { changed { $0.resources = resources } }
    func named(_ suffix: String) -> Statement { changed { $0.sid += suffix } }
    func only(when condition: String) -> Statement { changed { $0.isThereWhen = condition } }

    private func changed(_ change: (inout Statement) -> Void) -> Statement {
        var copy = self
        change(&copy)
        return copy
    }
}
