import Model

/// Images by SSM parameter are looked up once and stay (DESIGN section 9): a newer one is not rolled by itself, unless
/// `imagePolicy: follow` says so and a window is open.
struct Pins {
    /// Whether a newer image is taken.
    struct Rule {
        /// True when a person asked for the newest images.
        var refreshes = false
        /// Why nothing may be written now; nil when it may.
        var closed: WindowGuard.Closed?
    }

    /// What stays, by the lookup's name.
    private(set) var values: [String: String] = [:]
    /// The same as outputs.
    private(set) var outputs: [Reference: Value] = [:]
    /// What AWS gives now and is not taken.
    private(set) var newer: [NewerImage] = []

    /// What `resource` looks up: as recorded, else as found now.
    init(of resource: Resource, recorded: [String: String], _ known: [Reference: Value], _ rule: Rule = Rule()) {
        let follows = resource.spec["imagePolicy"]?.string == "follow"
        let takes = rule.refreshes || follows && rule.closed == nil
        for reference in resource.spec.references where Self.isPinned(reference.resource) {
            let (before, found) = (recorded[reference.resource.name], known[reference]?.string)
            guard let value = takes ? found ?? before : before ?? found else { continue }
            values[reference.resource.name] = value
            outputs[reference] = .string(value)
            guard let found, value != found else { continue }
            newer.append(
                NewerImage(
                    lookup: reference.resource.name, pinned: value, newest: found, isFollowed: follows,
                    opensAt: follows ? rule.closed?.opensAt : nil))
        }
        newer.sort { $0.lookup < $1.lookup }
    }

    private static func isPinned(_ id: ResourceID) -> Bool { id.kind == "Lookup" && id.name.hasPrefix("Image?ssm=") }
}
