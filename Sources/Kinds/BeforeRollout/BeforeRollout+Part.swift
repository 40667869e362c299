import Model

extension BeforeRollout {
    /// How long a task may run when the manifest does not say.
    static let usualTimeout = 3600
    private static let timeouts = 10...86_400

    /// The part that `beforeRollout` of `service` becomes, and what is wrong with it; nil when the manifest has none.
    static func part(of service: Resource) -> (part: Resource, diagnostics: [Diagnostic])? {
        guard let stated = service.spec[member.name] else { return nil }
        var spec = stated
        for name in shared + ["tags"] { spec[name] = service.spec[name] }
        spec["service"] = .string(service.awsName)
        spec["revision"] = service.spec["taskDefinition"]
        var part = Resource(
            id(of: service.id), awsName: service.awsName, spec: spec, policy: service.policy, labels: service.labels,
            place: stated.place ?? stated.keyPlace ?? service.place, manifest: service.id,
            dependsOn: service.dependsOn)
        // Only what runs, and how, is content: the rest says where, and when it is needed.
        part.policy.ignore = (shared + ["tags", "service", "revision", "timeout"]).map { FieldPath([$0]) }
        return (part, faults(stated, of: service.id))
    }

    /// The part of the service `id`.
    static func id(of service: ResourceID) -> ResourceID { ResourceID(schema.kind, service.name) }

    /// `timeout` in seconds.
    static func timeout(of resource: Resource) -> Int {
        resource.spec["timeout"]?.string.flatMap(DurationText.seconds) ?? usualTimeout
    }

    private static func faults(_ stated: Value, of service: ResourceID) -> [Diagnostic] {
        guard let timeout = stated["timeout"], let text = timeout.string else { return [] }
        let path: FieldPath = "/beforeRollout/timeout"
        let hint = "a number and its unit, such as 10m, from 10s to 1d"
        guard let seconds = DurationText.seconds(text) else {
            return [Diagnostic("\(text) is no duration", hint: hint, at: timeout.place, of: service, path: path)]
        }
        if timeouts.contains(seconds) { return [] }
        return [
            Diagnostic("\(text) is out of range", hint: hint, at: timeout.place, of: service, path: path)
        ]
    }
}
