import Model

/// Where in the manifests the fields stand that a cause is about.
struct ManifestPlaces: Sendable {
    /// A field: its place, and what to call it where no manifest has it.
    struct Spot: Sendable, CustomStringConvertible {
        let place: Place?
        let words: String
        /// `production/api.yaml:9`, else the words.
        var description: String { place?.lineDescription ?? words }
    }

    private let service: Resource
    private let definition: Resource?
    private let all: ResourceIndex

    /// The places of `service`, which runs `facts`.
    init(_ service: Resource, _ facts: TaskDefinitionFacts, among all: ResourceIndex) {
        self.service = service
        self.all = all
        let referred = service.spec["taskDefinition"]?.reference.flatMap { all[$0.resource] }
        definition = referred ?? all.named(facts.family, "TaskDefinition")
    }

    /// A member of the service; where it does not state one, the service itself.
    func service(_ path: FieldPath, _ words: String) -> Spot { spot(path, of: service, words) }

    /// A member of the task definition.
    func definition(_ path: FieldPath, _ words: String) -> Spot { spot(path, of: definition, words) }

    /// A member of the container of this name.
    func container(_ name: String?, _ member: FieldPath, _ words: String) -> Spot {
        let containers = definition?.spec["containerDefinitions"]?.list ?? []
        let container = containers.first { $0["name"]?.string == name } ?? containers.first
        let field = container?[member]
        return Spot(
            place: field?.place ?? field?.keyPlace ?? container?.place ?? definition?.place,
            words: "\(words) of container \(name ?? "")")
    }

    /// The line of the secret whose `valueFrom` stands in `text`, else of the first secret.
    func secret(named text: String) -> Spot {
        let containers = definition?.spec["containerDefinitions"]?.list ?? []
        let secrets = containers.flatMap { $0["secrets"]?.list ?? [] }
        let named = secrets.first { secret in
            let source = secret["valueFrom"]?.string ?? ""
            return !source.isEmpty && (text.contains(source) || text.contains(Service.lastPart(source)))
        }
        let secret = (named ?? secrets.first)?["valueFrom"]
        return Spot(place: secret?.place ?? definition?.place, words: "`secrets` of the task definition")
    }

    /// A member of the target group of this name in AWS.
    func targetGroup(_ name: String, _ path: FieldPath, _ words: String) -> Spot {
        spot(path, of: all.named(name, "TargetGroup"), "\(words) of target group \(name)")
    }

    /// A member of the Auto Scaling group of this name in AWS.
    func group(_ name: String, _ path: FieldPath, _ words: String) -> Spot {
        spot(path, of: all.named(name, "AutoScalingGroup"), "\(words) of group \(name)")
    }

    /// A member of the launch template of this group; the template itself where it does not state one.
    func template(of group: String, _ path: FieldPath, _ words: String) -> Spot {
        let group = all.named(group, "AutoScalingGroup")
        let referred = (group?.spec.references ?? []).map(\.resource).sorted().first { $0.kind == "LaunchTemplate" }
        let specification =
            group?.spec["launchTemplate"]
            ?? group?.spec[FieldPath("/mixedInstancesPolicy/launchTemplate/launchTemplateSpecification")]
        let name = specification?["launchTemplateName"]?.string
        let templates = all.all("LaunchTemplate")
        let template =
            referred.flatMap { all[$0] } ?? name.flatMap { all.named($0, "LaunchTemplate") }
            ?? (templates.count == 1 ? templates.first : nil)
        return spot(path, of: template, words)
    }

    /// The alarm of this name in AWS.
    func alarm(_ name: String?) -> Spot {
        spot("/", of: name.flatMap { all.named($0, "Alarm") }, "the alarm")
    }

    /// The capacity provider of this name in AWS.
    func provider(_ name: String) -> Spot {
        spot("/", of: all.named(name, "CapacityProvider"), "capacity provider \(name)")
    }

    /// True when the service states placement constraints of its own.
    var constrainsService: Bool { service.spec["placementConstraints"]?.list?.isEmpty == false }

    private func spot(_ path: FieldPath, of resource: Resource?, _ words: String) -> Spot {
        let field = path.parts.isEmpty ? nil : resource?.spec[path]
        return Spot(place: field?.keyPlace ?? field?.place ?? resource?.place, words: words)
    }
}
