public import Model

/// Something that manifests name and that exists outside the repository.
public struct OutsideName: Sendable, Hashable {
    /// What it is.
    public enum Sort: String, Sendable, Hashable, CaseIterable {
        case role, instanceProfile, image, secret, parameter, certificate, subnet, securityGroup, vpc, lookup,
            passedRole, passedProfile, permission

        /// `instance profile`.
        public var words: String {
            switch self {
            case .instanceProfile: "instance profile"
            case .securityGroup: "security group"
            case .vpc: "VPC"
            case .passedRole: "passing role"
            case .passedProfile: "passing the role of instance profile"
            default: rawValue
            }
        }
    }

    public var sort: Sort
    /// What AWS is asked for: a role's name, an image's reference, an ARN, an id.
    public var name: String
    /// The resource that names it first.
    public var resource: ResourceID
    /// Where it stands.
    public var place: Place?
    /// How it is looked up; nil for what is named.
    public var lookup: Lookup?

    /// Two that ask AWS for the same are one.
    public static func == (a: OutsideName, b: OutsideName) -> Bool { a.sort == b.sort && a.name == b.name }
    public func hash(into hasher: inout Hasher) {
        hasher.combine(sort)
        hasher.combine(name)
    }
}

/// Finds in specs what exists outside the repository.
struct OutsideNames {
    private(set) var names: [OutsideName] = []
    private var known: Set<OutsideName> = []

    /// Of `resources` and `lookups`, in the order of the resources' names; each once.
    init(_ resources: [ResourceID: Resource], lookups: [ResourceID: Lookup]) {
        for resource in resources.values.sorted(by: { $0.id < $1.id }) { collect(resource.spec, "", resource) }
        for (id, lookup) in lookups.sorted(by: { $0.key < $1.key }) {
            add(OutsideName(sort: .lookup, name: id.name, resource: id, place: lookup.place, lookup: lookup))
        }
    }

    private mutating func collect(_ value: Value, _ member: String, _ resource: Resource) {
        switch value.content {
        case .string(let text):
            guard let (sort, name) = Self.sort(text, member) else { return }
            add(
                OutsideName(
                    sort: sort, name: name, resource: resource.id,
                    place: value.place ?? value.keyPlace ?? resource.place))
        case .list(let items): for item in items { collect(item, member, resource) }
        case .object(let members):
            for (name, inner) in members.sorted(by: { $0.key < $1.key }) {
                // A profile's and a registry secret's members are called the same as others'.
                let isNamed = ["iamInstanceProfile", "registryCredentials"].contains(member)
                collect(inner, isNamed ? "\(member)/\(name)" : name, resource)
            }
        default: break
        }
    }

    private mutating func add(_ name: OutsideName) { if known.insert(name).inserted { names.append(name) } }

    private static let secretMembers: Set<String> = ["valueFrom", "credentialsParameter", "registryCredentials/secret"]

    /// What a text names; nil for what is no name of something outside.
    private static func sort(_ text: String, _ member: String) -> (OutsideName.Sort, String)? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        if member == "image" { return text.contains(".dkr.ecr.") ? (.image, text) : nil }
        if secretMembers.contains(member) {
            // Behind a secret's ARN may stand a key, a stage and a version.
            if text.contains(":secretsmanager:") { return (.secret, parts.prefix(7).joined(separator: ":")) }
            return member == "registryCredentials/secret" ? (.secret, text) : (.parameter, text)
        }
        switch member {
        case "registryCredentials/ssm": return (.parameter, text)
        case "iamInstanceProfile/name": return (.instanceProfile, text)
        case "iamInstanceProfile/arn": return (.instanceProfile, last(text))
        case "certificateArn": return text.contains(":acm:") ? (.certificate, text) : nil
        default: break
        }
        if parts.count == 6, parts[2] == "iam", parts[5].hasPrefix("role/") { return (.role, text) }
        if member.hasSuffix("RoleArn"), text.wholeMatch(of: /[\w+=,.@-]+/) != nil { return (.role, text) }
        let ids: [(String, OutsideName.Sort)] = [("subnet-", .subnet), ("sg-", .securityGroup), ("vpc-", .vpc)]
        let isID = { (prefix: String) in
            text.hasPrefix(prefix) && text.dropFirst(prefix.count).allSatisfy(\.isHexDigit)
                && text.count > prefix.count + 7
        }
        return ids.first { isID($0.0) }.map { ($0.1, text) }
    }

    private static func last(_ arn: String) -> String { arn.split(separator: "/").last.map(String.init) ?? arn }
}
